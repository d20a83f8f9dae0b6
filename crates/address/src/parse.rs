//! What can be written to: dot-atoms of RFC 5322, section 3.2.3, with letters of every script
//! (RFC 6531), at domains as the IDNA of UTS #46 takes them.
//!
//! Quoted local parts and address literals are refused: they are legal, no person has one, and what
//! they may hold breaks other people's software.

/// An address that mail can go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub(crate) local: String,
    /// As typed.
    domain: String,
    /// In lower case ASCII (RFC 5890).
    pub(crate) ascii_domain: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("nothing was typed")]
    Empty,
    #[error("there is no @")]
    NoAt,
    #[error("nothing stands before the @")]
    NoLocalPart,
    #[error("nothing stands after the @")]
    NoDomain,
    #[error("the part after the @ has no dot")]
    DomainWithoutDot,
    /// Over 64 bytes before the @ or 254 in all (RFC 5321, section 4.5.3.1).
    #[error("it is too long")]
    TooLong,
    /// A space, a control character, a second address, a dot in the wrong place.
    #[error("it holds what no address holds")]
    Unusable,
}

const LOCAL_MOST: usize = 64;
const MOST: usize = 254;

impl Address {
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Fault::Empty);
        }
        let (local, domain) = typed.rsplit_once('@').ok_or(Fault::NoAt)?;
        if local.is_empty() {
            return Err(Fault::NoLocalPart);
        }
        if domain.is_empty() {
            return Err(Fault::NoDomain);
        }
        if !local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atom_text)) {
            return Err(Fault::Unusable);
        }
        let ascii_domain = in_ascii(domain)?;
        let labels: Vec<&str> = ascii_domain.split('.').collect();
        if labels.len() < 2 {
            return Err(Fault::DomainWithoutDot);
        }
        let is_label = |label: &&str| {
            !label.is_empty() && label.len() <= 63 && !label.starts_with('-') && !label.ends_with('-')
        };
        let ends_in_digits = labels.last().is_some_and(|last| last.bytes().all(|b| b.is_ascii_digit()));
        if !labels.iter().all(is_label) || ends_in_digits {
            return Err(Fault::Unusable);
        }
        if local.len() > LOCAL_MOST || local.len() + 1 + ascii_domain.len() > MOST {
            return Err(Fault::TooLong);
        }
        Ok(Self { local: local.to_owned(), domain: domain.to_owned(), ascii_domain })
    }

    /// The address as it was typed, less the spaces around it.
    pub fn as_typed(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }

    /// Where it is, in lower case ASCII (RFC 5890).
    pub fn ascii_domain(&self) -> &str {
        &self.ascii_domain
    }

    /// The address for a mail server: as typed, its domain in ASCII.
    pub fn for_delivery(&self) -> String {
        format!("{}@{}", self.local, self.ascii_domain)
    }
}

/// In lower case ASCII. The common case needs no tables.
fn in_ascii(domain: &str) -> Result<String, Fault> {
    let lower = domain.to_ascii_lowercase();
    if lower.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-')
        && !lower.contains("xn--")
    {
        return Ok(lower);
    }
    idna::domain_to_ascii_strict(domain).map_err(|_| Fault::Unusable)
}

/// `atext` of RFC 5322, with the UTF-8 of RFC 6531 less spaces, controls and what cannot be seen.
fn is_atom_text(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    }
    !c.is_whitespace()
        && !c.is_control()
        && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn people_have_addresses_of_every_kind() {
        for typed in [
            "ada@example.org",
            "  Ada.Lovelace+letters@Example.ORG ",
            "o'neil@example.co.uk",
            "a@b.example",
            "пример@пример.рф",
            "user@münchen.example",
            "用户@例子.中国",
            "x_y-z~{}@xn--mnchen-3ya.example",
            "🌿@example.org",
            "ada@AA--BB.example",
            "ada@1und1.de",
        ] {
            assert!(Address::parse(typed).is_ok(), "{typed}");
        }
        let address = Address::parse(" Ada@MÜNCHEN.example ").unwrap();
        assert_eq!(address.as_typed(), "Ada@MÜNCHEN.example");
        assert_eq!(address.for_delivery(), "Ada@xn--mnchen-3ya.example");
    }

    #[test]
    fn what_no_mail_reaches_is_refused_with_the_reason() {
        let long = format!("{}@example.org", "a".repeat(65));
        let longer = format!("a@{}example", "b.".repeat(125));
        for (typed, fault) in [
            (" ", Fault::Empty),
            ("ada", Fault::NoAt),
            ("@example.org", Fault::NoLocalPart),
            ("ada@", Fault::NoDomain),
            ("ada@localhost", Fault::DomainWithoutDot),
            ("a b@example.org", Fault::Unusable),
            ("ada@exa mple.org", Fault::Unusable),
            ("ada@example..org", Fault::Unusable),
            (".ada@example.org", Fault::Unusable),
            ("ada.@example.org", Fault::Unusable),
            ("ada@-example.org", Fault::Unusable),
            ("ada@[192.0.2.1]", Fault::Unusable),
            ("ada@192.0.2.1", Fault::Unusable),
            ("\"ada\"@example.org", Fault::Unusable),
            ("ada@example.org, bo@example.org", Fault::Unusable),
            ("ada@example.org\r\nBcc: bo@example.org", Fault::Unusable),
            ("Ada <ada@example.org>", Fault::Unusable),
            ("a@b@example.org", Fault::Unusable),
            ("ada\0@example.org", Fault::Unusable),
            (&long, Fault::TooLong),
            (&longer, Fault::TooLong),
        ] {
            assert_eq!(Address::parse(typed), Err(fault), "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn no_string_makes_it_panic_and_what_passes_is_one_line(
            typed in proptest::prop_oneof![any::<String>(), "\\PC{1,9}@\\PC{1,9}\\.\\PC{2,4}", "[a-z.@+\"<> \\r\\n\\x00]{0,40}"]
        ) {
            if let Ok(address) = Address::parse(&typed) {
                let out = address.for_delivery();
                prop_assert!(!out.contains(|c: char| c.is_control() || c.is_whitespace() || "<>\"(),:;".contains(c)));
                prop_assert_eq!(Address::parse(&out).map(|again| again.canonical()), Ok(address.canonical()));
            }
        }
    }
}
