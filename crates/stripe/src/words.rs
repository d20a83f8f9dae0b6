//! Words of the provider's that we know, beside those it adds one day.

/// An enum of words, which keeps a word that is not among them.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$of])* $variant,)+
            /// One that this version does not know.
            Unknown(String),
        }

        impl $name {
            /// As the provider writes it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Unknown(word) => word,
                }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                match word {
                    $($word => Self::$variant,)+
                    other => Self::Unknown(other.to_owned()),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                Ok(Self::from(String::deserialize(from)?.as_str()))
            }
        }
    };
}

pub(crate) use words;

#[cfg(test)]
mod tests {
    words! {
        /// A light.
        Light { On = "on", Off = "off" }
    }

    #[test]
    fn a_word_of_tomorrow_is_kept_as_it_is() {
        for (word, light) in
            [("on", Light::On), ("off", Light::Off), ("dim", Light::Unknown("dim".to_owned()))]
        {
            assert_eq!(Light::from(word), light);
            assert_eq!(light.as_str(), word);
            assert_eq!(serde_json::from_str::<Light>(&format!("\"{word}\"")).unwrap(), light);
        }
    }
}
