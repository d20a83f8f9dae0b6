//! The three languages of the interface. It never guesses one.

use fluent_bundle::FluentValue;
use icu_locale_core::{Locale, locale};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    En,
    Es,
    Ar,
}

impl Language {
    pub const ALL: [Self; 3] = [Self::En, Self::Es, Self::Ar];

    /// The language of a tag as `?lang=` and the file names of a campaign carry it.
    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::Ar => "ar",
        }
    }

    /// The value of HTML's `dir`.
    pub fn dir(self) -> &'static str {
        match self {
            Self::En | Self::Es => "ltr",
            Self::Ar => "rtl",
        }
    }

    /// Its name in itself, for those who look for it on a page they cannot read.
    pub fn native_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Es => "Español",
            Self::Ar => "العربية",
        }
    }

    /// What stands between the words of a list.
    pub fn comma(self) -> &'static str {
        match self {
            Self::En | Self::Es => ", ",
            Self::Ar => "، ",
        }
    }

    /// Numbers and dates follow Britain for English (10 September, 14:05).
    pub(super) fn locale(self) -> Locale {
        match self {
            Self::En => locale!("en-GB"),
            Self::Es => locale!("es"),
            Self::Ar => locale!("ar-u-nu-arab"),
        }
    }
}

/// The plural form of a number in Arabic, as CLDR gives it. Fluent's own rules (`intl_pluralrules`
/// 7.0.2) look at the whole number where CLDR looks at its last two digits, so 103 would be wrong.
pub(super) fn arabic_plural(number: &FluentValue) -> FluentValue<'static> {
    let FluentValue::Number(number) = number else { return FluentValue::None };
    let form = match (number.value, number.value % 100.0) {
        (0.0, _) => "zero",
        (1.0, _) => "one",
        (2.0, _) => "two",
        (_, 3.0..=10.0) => "few",
        (_, 11.0..=99.0) => "many",
        _ => "other",
    };
    form.into()
}
