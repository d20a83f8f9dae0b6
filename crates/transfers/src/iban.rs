//! The international number of an account (ISO 13616), as people type it. Which lengths and forms a country has is
//! that of the IBAN registry, which `iban_validate` keeps.

use iban::IbanLike;
use std::fmt;

/// A number whose check digits and whose form in its country are right. Whether there is such an account is not known.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Iban(iban::Iban);

/// Digits of a number that tell one account from another.
const TELLING: usize = 4;

/// Why what was typed is no IBAN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    /// Not two letters, two digits and up to thirty letters or digits.
    NoIban,
    /// Mistyped: the check digits do not fit the rest.
    CheckDigits,
    /// The check digits fit; the length or form is not that of its country.
    Form,
    /// No country of the registry has these two letters.
    Country,
}

impl Iban {
    /// Reads it with blanks, hyphens, points and lower case, and with `IBAN` in front.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let typed = typed.trim();
        let typed = match typed.get(..4) {
            Some(word) if word.eq_ignore_ascii_case("IBAN") => &typed[4..],
            _ => typed,
        };
        // No country's is longer than 34; what is far longer is not gone through.
        let plain: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.' | ':' | '\u{200b}' | '\u{feff}'))
            .take(64)
            .map(|c| c.to_ascii_uppercase())
            .collect();
        if plain.is_empty() {
            return Err(Fault::Missing);
        }
        plain.parse().map(Self).map_err(|error| match error {
            iban::ParseIbanError::InvalidBaseIban { source: iban::ParseBaseIbanError::InvalidChecksum } => {
                Fault::CheckDigits
            }
            iban::ParseIbanError::InvalidBaseIban { .. } => Fault::NoIban,
            iban::ParseIbanError::InvalidBban(_) => Fault::Form,
            iban::ParseIbanError::UnknownCountry(_) => Fault::Country,
        })
    }

    /// As programs exchange it: `DE89370400440532013000`.
    pub fn electronic(&self) -> &str {
        self.0.electronic_str()
    }

    /// Whether an account may be this one, as a file names it: by its IBAN, or by a bank’s own number, which stands
    /// within the IBAN without the zeros before it. What names none may be any.
    pub fn may_be(&self, account: &str) -> bool {
        let own = self.electronic();
        if let Ok(iban) = Self::parse(account) {
            return iban.electronic() == own;
        }
        // `37040044/532013000`: the bank, and the number there. A currency may follow.
        let number = account.trim_end_matches(|c: char| !c.is_ascii_digit());
        let number = number.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        let number = number.trim_start_matches('0');
        number.len() < TELLING || own.contains(number)
    }

    /// The first two letters: `DE`.
    pub fn country(&self) -> &str {
        self.0.country_code()
    }
}

/// As people read it, in groups of four: `DE89 3704 0044 0532 0130 00`.
impl fmt::Display for Iban {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl fmt::Debug for Iban {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(self.electronic())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_iban_is_read_as_people_type_it_and_printed_in_groups() {
        for typed in [
            "DE89370400440532013000",
            "DE89 3704 0044 0532 0130 00",
            " de89-3704-0044-0532-0130-00 ",
            "IBAN: DE89 3704\u{a0}0044 0532 0130 00",
            "iban de893704 00440532013000",
        ] {
            let iban = Iban::parse(typed).unwrap();
            assert_eq!(iban.electronic(), "DE89370400440532013000", "{typed}");
            assert_eq!(iban.to_string(), "DE89 3704 0044 0532 0130 00");
            assert_eq!(iban.country(), "DE");
        }
        assert!(Iban::parse("GB29 NWBK 6016 1331 9268 19").is_ok());
        assert!(Iban::parse("MT84MALT011000012345MTLCAST001S").is_ok());
    }

    #[test]
    fn what_is_no_iban_is_told_why() {
        for (typed, fault) in [
            ("", Fault::Missing),
            (" - ", Fault::Missing),
            ("532013000", Fault::NoIban),
            ("ＤＥ89370400440532013000", Fault::NoIban),
            ("DE89370400440532013001", Fault::CheckDigits),
            ("DE98370400440532013000", Fault::CheckDigits),
            // Right by its check digits, and too short for a German one.
            ("DE2250010517012345678", Fault::Form),
            ("ZZ62123456", Fault::Country),
        ] {
            assert_eq!(Iban::parse(typed), Err(fault), "{typed}");
        }
        assert_eq!(Iban::parse(&"9".repeat(10_000)), Err(Fault::NoIban));
    }

    #[test]
    fn an_account_is_known_by_its_iban_or_by_the_number_within_it() {
        let own = Iban::parse("DE89370400440532013000").unwrap();
        for account in [
            "DE89370400440532013000",
            "de89 3704 0044 0532 0130 00",
            "DE89370400440532013000EUR",
            "37040044/532013000",
            "37040044/0532013000EUR",
            "532013000",
            "DE89XXXXXXXXXXXXXX3000",
            "",
            "1",
            "Giro",
        ] {
            assert!(own.may_be(account), "{account}");
        }
        for account in
            ["GB29NWBK60161331926819", "DE02120300000000202051", "37040044/532013001", "12030000/202051EUR"]
        {
            assert!(!own.may_be(account), "{account}");
        }
        // Behind the number stand two digits that check it.
        assert!(Iban::parse("FR1420041010050500013M02606").unwrap().may_be("20041010050500013M02606"));
    }

    proptest! {
        #[test]
        fn nothing_that_is_typed_stops_it(text in ".{0,60}|[A-Za-z]{2}[0-9]{2}[A-Za-z0-9 ]{0,40}") {
            if let Ok(iban) = Iban::parse(&text) {
                prop_assert_eq!(Iban::parse(&iban.to_string()), Ok(iban));
            }
        }
    }
}
