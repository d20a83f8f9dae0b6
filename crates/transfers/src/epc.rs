//! What a QR code says to a banking app so that it fills in a transfer: the text of EPC069-12 (“Quick Response Code:
//! Guidelines to Enable Data Capture for the Initiation of a SEPA Credit Transfer”), version 002. Draws nothing.

use crate::{Iban, Reference};
use broadside_money::Amount;

/// A transfer as it is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Of the payee's bank, 8 or 11 characters. Inside the European Economic Area none is needed.
    pub bic: Option<&'a str>,
    /// Of the payee, up to 70 characters.
    pub name: &'a str,
    pub iban: &'a Iban,
    /// In EUR. Nothing where the payer chooses it.
    pub amount: Option<Amount>,
    /// A code of ISO 20022, up to four letters: `CHAR`.
    pub purpose: Option<&'a str>,
    pub remittance: Remittance<'a>,
    /// For the payer to read and not sent on, up to 70 characters; may be empty.
    pub information: &'a str,
}

/// What the payee reads of what it is for: a reference or words, never both.
#[derive(Clone, Copy, Debug)]
pub enum Remittance<'a> {
    Nothing,
    Reference(&'a Reference),
    /// Up to 140 characters.
    Text(&'a str),
}

/// Why no such text can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not 8 or 11 capital letters and digits.
    Bic,
    NameMissing,
    TooLong {
        part: Part,
        most: usize,
    },
    /// A line break or another control character: it would end its line and begin another.
    ControlCharacter(Part),
    NotEuro,
    /// Less than 0.01 or more than 999999999.99.
    Amount,
    /// Not one to four capital letters or digits.
    Purpose,
    /// More than 331 bytes altogether, which is what a code of version 13 at level M holds.
    TooManyBytes {
        bytes: usize,
    },
}

/// What people wrote of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Name,
    Text,
    Information,
}

/// Bytes of the whole.
const MOST_BYTES: usize = 331;
/// 999999999.99 in cents.
const MOST_CENTS: i64 = 99_999_999_999;

/// The text, in UTF-8, its lines ended by a line feed; empty ones at its end are left out.
///
/// # Errors
/// The first part that is beyond its limits.
pub fn payload(asked: &Asked) -> Result<String, Fault> {
    let bic = asked.bic.unwrap_or_default();
    if asked.bic.is_some() && !is_bic(bic) {
        return Err(Fault::Bic);
    }
    if asked.name.trim().is_empty() {
        return Err(Fault::NameMissing);
    }
    let purpose = asked.purpose.unwrap_or_default();
    if asked.purpose.is_some() && !(1..=4).contains(&purpose.len()) || !is_capitals(purpose) {
        return Err(Fault::Purpose);
    }
    let (reference, text) = match asked.remittance {
        Remittance::Nothing => ("", ""),
        Remittance::Reference(reference) => (reference.electronic(), ""),
        Remittance::Text(text) => ("", line(text, Part::Text, 140)?),
    };
    let lines = [
        "BCD",
        "002",
        // UTF-8.
        "1",
        "SCT",
        bic,
        line(asked.name, Part::Name, 70)?,
        asked.iban.electronic(),
        &asked.amount.map_or(Ok(String::new()), amount)?,
        purpose,
        reference,
        text,
        line(asked.information, Part::Information, 70)?,
    ];
    let payload = lines.join("\n").trim_end_matches('\n').to_owned();
    if payload.len() > MOST_BYTES { Err(Fault::TooManyBytes { bytes: payload.len() }) } else { Ok(payload) }
}

/// One line of what people wrote.
fn line(text: &str, part: Part, most: usize) -> Result<&str, Fault> {
    let text = text.trim();
    if text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        Err(Fault::ControlCharacter(part))
    } else if text.chars().count() > most {
        Err(Fault::TooLong { part, most })
    } else {
        Ok(text)
    }
}

/// `EUR12.50`.
fn amount(amount: Amount) -> Result<String, Fault> {
    if amount.currency.code() != "EUR" {
        Err(Fault::NotEuro)
    } else if (1..=MOST_CENTS).contains(&amount.minor) {
        Ok(format!("EUR{}", amount.decimal()))
    } else {
        Err(Fault::Amount)
    }
}

/// ISO 9362: four letters or digits of the bank, two letters of its country, two of its place, three of a branch.
fn is_bic(bic: &str) -> bool {
    matches!(bic.len(), 8 | 11) && is_capitals(bic) && bic.as_bytes()[4..6].iter().all(u8::is_ascii_uppercase)
}

fn is_capitals(text: &str) -> bool {
    text.bytes().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use broadside_money::Currency;
    use proptest::prelude::*;

    fn of(minor: i64, code: &str) -> Option<Amount> {
        Currency::parse(code).map(|currency| Amount::new(minor, currency))
    }

    fn asked(iban: &Iban) -> Asked<'_> {
        Asked {
            bic: None,
            name: "Helping Hands",
            iban,
            amount: of(1_250, "EUR"),
            purpose: None,
            remittance: Remittance::Nothing,
            information: "",
        }
    }

    fn iban() -> Iban {
        Iban::parse("DE89 3704 0044 0532 0130 00").unwrap()
    }

    #[test]
    fn a_transfer_is_told_line_by_line() {
        let (iban, reference) = (iban(), Reference::of(539_007_547_034));
        let full = Asked {
            bic: Some("COBADEFFXXX"),
            purpose: Some("CHAR"),
            remittance: Remittance::Reference(&reference),
            information: "Thank you",
            ..asked(&iban)
        };
        assert_eq!(
            payload(&full).unwrap(),
            "BCD\n002\n1\nSCT\nCOBADEFFXXX\nHelping Hands\nDE89370400440532013000\nEUR12.50\nCHAR\nRF18539007547034\n\nThank you"
        );
        let words = Asked { remittance: Remittance::Text("For the van"), ..asked(&iban) };
        assert_eq!(
            payload(&words).unwrap(),
            "BCD\n002\n1\nSCT\n\nHelping Hands\nDE89370400440532013000\nEUR12.50\n\n\nFor the van"
        );
        let any = Asked { amount: None, ..asked(&iban) };
        assert_eq!(payload(&any).unwrap(), "BCD\n002\n1\nSCT\n\nHelping Hands\nDE89370400440532013000");
    }

    #[test]
    fn what_is_beyond_the_limits_is_told() {
        let iban = iban();
        let plain = asked(&iban);
        let long = "ä".repeat(71);
        for (one, fault) in [
            (Asked { bic: Some("COBADEF"), ..plain }, Fault::Bic),
            (Asked { bic: Some("12345678"), ..plain }, Fault::Bic),
            (Asked { name: " ", ..plain }, Fault::NameMissing),
            (Asked { name: &long, ..plain }, Fault::TooLong { part: Part::Name, most: 70 }),
            (Asked { name: "A\nGB29NWBK60161331926819", ..plain }, Fault::ControlCharacter(Part::Name)),
            (Asked { information: "a\u{2028}b", ..plain }, Fault::ControlCharacter(Part::Information)),
            (Asked { amount: of(0, "EUR"), ..plain }, Fault::Amount),
            (Asked { amount: of(-1, "EUR"), ..plain }, Fault::Amount),
            (Asked { amount: of(100_000_000_000, "EUR"), ..plain }, Fault::Amount),
            (Asked { amount: of(500, "CHF"), ..plain }, Fault::NotEuro),
            (Asked { purpose: Some("CHARI"), ..plain }, Fault::Purpose),
            (Asked { purpose: Some(""), ..plain }, Fault::Purpose),
            (Asked { purpose: Some("ch"), ..plain }, Fault::Purpose),
        ] {
            assert_eq!(payload(&one), Err(fault), "{one:?}");
        }
        assert!(
            payload(&Asked { amount: of(99_999_999_999, "EUR"), ..plain })
                .unwrap()
                .contains("EUR999999999.99")
        );
        // Each within its own limit, and too much together.
        let (name, text) = ("ü".repeat(70), "ü".repeat(140));
        let wide = Asked { name: &name, remittance: Remittance::Text(&text), ..plain };
        assert!(matches!(payload(&wide), Err(Fault::TooManyBytes { bytes: 400.. })), "{:?}", payload(&wide));
    }

    proptest! {
        #[test]
        fn a_text_has_twelve_lines_at_most_and_its_iban_in_the_seventh(name in ".{0,80}", text in ".{0,150}", information in ".{0,80}", minor: i64) {
            let iban = iban();
            let one = Asked { name: &name, remittance: Remittance::Text(&text), information: &information, amount: of(minor, "EUR"), ..asked(&iban) };
            if let Ok(payload) = payload(&one) {
                prop_assert!(payload.len() <= 331 && payload.lines().count() <= 12);
                prop_assert_eq!(payload.split('\n').nth(6), Some(iban.electronic()));
            }
        }
    }
}
