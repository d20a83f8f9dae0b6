//! The creditor reference of ISO 11649: `RF`, two check digits (ISO 7064, mod 97-10), and up to 21 letters or digits.
//! A bank hands it on unchanged, and one slip in typing it is found at once.

use std::fmt;

/// A reference whose check digits are right. Kept without blanks, in capitals.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reference(String);

/// Why what was typed is no creditor reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    /// It does not begin with `RF` and two digits.
    NoReference,
    /// It has nothing but letters and digits, blanks and hyphens: not this.
    Character(char),
    /// Nothing stands behind the check digits, or more than 21 characters.
    Length,
    /// Mistyped: the check digits do not fit the rest.
    CheckDigits,
}

/// `RF` and the check digits.
pub(crate) const HEAD: usize = 4;
/// What may stand behind them.
const LONGEST_BODY: usize = 21;
/// The longest reference.
pub(crate) const LONGEST: usize = HEAD + LONGEST_BODY;

impl Reference {
    /// The reference that bears a number: `RF18 5390 0754 7034` of 539007547034. Two numbers never share one.
    ///
    /// Of such a reference, any one digit typed as another and any two neighbours swapped are found out. Where letters
    /// stand in a reference, a digit typed for a letter is missed once in 97 times, since a letter counts as two digits.
    pub fn of(number: u64) -> Self {
        let body = number.to_string();
        let check = 98 - remainder(body.bytes().chain(*b"RF00"));
        Self(format!("RF{check:02}{body}"))
    }

    /// Reads it with blanks, hyphens and lower case.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let mut plain = String::with_capacity(LONGEST);
        for c in typed.chars().filter(|c| !is_between(*c)) {
            if !c.is_ascii_alphanumeric() {
                return Err(Fault::Character(c));
            }
            if plain.len() > LONGEST {
                return Err(if plain.starts_with("RF") { Fault::Length } else { Fault::NoReference });
            }
            plain.push(c.to_ascii_uppercase());
        }
        let digits = plain.as_bytes().get(2..HEAD);
        if plain.is_empty() {
            Err(Fault::Missing)
        } else if !plain.starts_with("RF") || !digits.is_some_and(|two| two.iter().all(u8::is_ascii_digit)) {
            Err(Fault::NoReference)
        } else if plain.len() == HEAD || plain.len() > LONGEST {
            Err(Fault::Length)
        } else if is_checked(&plain) {
            Ok(Self(plain))
        } else {
            Err(Fault::CheckDigits)
        }
    }

    /// As programs exchange it: `RF18539007547034`.
    pub fn electronic(&self) -> &str {
        &self.0
    }

    /// Whether both are one reference. Banks fill a reference up with zeros behind its check digits, or drop them
    /// (Finland does); the check digits are the same with and without.
    pub fn is(&self, other: &Self) -> bool {
        self.0[..HEAD] == other.0[..HEAD] && self.unpadded() == other.unpadded()
    }

    fn unpadded(&self) -> &str {
        self.0[HEAD..].trim_start_matches('0')
    }
}

/// What people type between the groups.
fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '\u{200b}' | '\u{feff}')
}

/// Check digits are 02 to 98: 00, 01 and 99 leave the same remainders as 97, 98 and 02, and are never given.
fn is_checked(plain: &str) -> bool {
    let bytes = plain.as_bytes();
    !matches!(&bytes[2..HEAD], b"00" | b"01" | b"99")
        && remainder(bytes[HEAD..].iter().chain(&bytes[..HEAD]).copied()) == 1
}

/// Of a number that is written with digits and letters, by 97: A counts as 10, Z as 35.
fn remainder(digits: impl Iterator<Item = u8>) -> u32 {
    digits.fold(0, |so_far, digit| match digit {
        b'0'..=b'9' => (so_far * 10 + u32::from(digit - b'0')) % 97,
        _ => (so_far * 100 + u32::from(digit.to_ascii_uppercase()) + 10 - u32::from(b'A')) % 97,
    })
}

/// As people read it, in groups of four: `RF18 5390 0754 7034`.
impl fmt::Display for Reference {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        for (at, c) in self.0.chars().enumerate() {
            let blank = if at > 0 && at % 4 == 0 { " " } else { "" };
            write!(out, "{blank}{c}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_references_are_read_and_made() {
        for (number, printed) in [(539_007_547_034, "RF18 5390 0754 7034"), (2_348_231, "RF71 2348 231")] {
            let reference = Reference::of(number);
            assert_eq!(reference.to_string(), printed);
            assert_eq!(Reference::parse(printed), Ok(reference));
        }
        assert_eq!(
            Reference::parse("RF45 G72U UR").map(|one| one.to_string()),
            Ok("RF45 G72U UR".to_owned())
        );
        assert_eq!(Reference::parse("RF33 2348 231"), Err(Fault::CheckDigits));
        assert_eq!(Reference::of(u64::MAX).electronic().len(), 24);
        assert!(Reference::parse(Reference::of(0).electronic()).is_ok());
    }

    #[test]
    fn a_reference_is_read_as_people_type_it() {
        for typed in
            ["rf18539007547034", " RF18-5390-0754-7034 ", "RF18\u{a0}5390 0754\n7034", "rF18–5390–0754–7034"]
        {
            assert_eq!(Reference::parse(typed), Ok(Reference::of(539_007_547_034)), "{typed}");
        }
    }

    #[test]
    fn what_is_no_reference_is_told_why() {
        for (typed, fault) in [
            ("", Fault::Missing),
            ("  - ", Fault::Missing),
            ("539007547034", Fault::NoReference),
            ("RFA8 5390", Fault::NoReference),
            ("RF1", Fault::NoReference),
            ("RF18", Fault::Length),
            ("RF18 5390 0754 7034 5390 0754 7034 1", Fault::Length),
            ("RF18 5390 0754 7035", Fault::CheckDigits),
            ("RF18 5390_0754", Fault::Character('_')),
            ("RF１8", Fault::Character('１')),
        ] {
            assert_eq!(Reference::parse(typed), Err(fault), "{typed}");
        }
        assert_eq!(Reference::parse(&"RF18".repeat(100_000)), Err(Fault::Length));
    }

    #[test]
    fn check_digits_that_are_never_given_are_refused() {
        let taken = (0..2_000).map(|number| Reference::of(number).0[2..HEAD].to_owned());
        assert!(taken.into_iter().all(|digits| ("02"..="98").contains(&digits.as_str())));
        let with_02 = (0..2_000).map(Reference::of).find(|one| one.0.starts_with("RF02")).unwrap();
        assert_eq!(Reference::parse(&with_02.0.replacen("02", "99", 1)), Err(Fault::CheckDigits));
    }

    #[test]
    fn zeros_that_a_bank_fills_up_with_make_no_other_reference() {
        let padded = Reference::parse("RF18 0000 0000 0539 0075 4703 4").unwrap();
        assert!(padded.is(&Reference::of(539_007_547_034)));
        assert_ne!(padded, Reference::of(539_007_547_034));
        assert!(!Reference::of(12).is(&Reference::of(120)));
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(number: u64) {
            let reference = Reference::of(number);
            prop_assert_eq!(Reference::parse(&reference.to_string()), Ok(reference.clone()));
            prop_assert_eq!(Reference::parse(&reference.electronic().to_lowercase()), Ok(reference));
        }

        #[test]
        fn any_one_digit_typed_as_another_is_refused(number: u64, at in 2..24_usize, digit in 0..10_u8) {
            let right = Reference::of(number).0;
            let mut typed = right.clone().into_bytes();
            let at = 2 + at % (typed.len() - 2);
            typed[at] = b'0' + digit;
            let typed = String::from_utf8(typed).unwrap();
            prop_assume!(typed != right);
            prop_assert_eq!(Reference::parse(&typed), Err(Fault::CheckDigits));
        }

        #[test]
        fn any_one_letter_typed_as_another_is_refused(body in "[A-Z]{1,21}", at in 0..21_usize, letter in b'A'..=b'Z') {
            let check = 98 - remainder(body.bytes().chain(*b"RF00"));
            let right = format!("RF{check:02}{body}");
            prop_assert!(Reference::parse(&right).is_ok());
            let mut typed = right.clone().into_bytes();
            typed[HEAD + at % body.len()] = letter;
            let typed = String::from_utf8(typed).unwrap();
            prop_assume!(typed != right);
            prop_assert_eq!(Reference::parse(&typed), Err(Fault::CheckDigits));
        }

        #[test]
        fn any_two_neighbours_that_are_swapped_are_refused(number: u64, at in 0..23_usize) {
            let right = Reference::of(number).0;
            let mut typed = right.clone().into_bytes();
            let at = at % (typed.len() - 1);
            typed.swap(at, at + 1);
            let typed = String::from_utf8(typed).unwrap();
            prop_assume!(typed != right);
            prop_assert!(Reference::parse(&typed).is_err());
        }

        #[test]
        fn nothing_that_is_typed_stops_it(text in ".{0,60}|RF[0-9]{2}[A-Za-z0-9 -]{0,40}") {
            let _ = Reference::parse(&text);
        }
    }
}
