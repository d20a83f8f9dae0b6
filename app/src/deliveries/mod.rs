//! Handing a letter over: its words with every signature, each as its signer chose to be shown, as files; their
//! fingerprints in public from the day on that is told, so that whoever was handed one can check it.

pub mod desk_pages;
pub mod desk_routes;
pub mod file_routes;
pub mod making;
pub mod public_routes;
pub mod shown;
pub mod store;
mod tables;
mod volume;

use crate::campaigns::files::is_refused;
use crate::campaigns::record::On;
use serde::{Deserialize, Serialize};

/// Characters of to whom it was handed.
pub const MOST_CHARACTERS: usize = 200;

/// A letter as it is, or was, to be handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    pub id: i64,
    pub campaign: i64,
    pub letter: i64,
    pub letter_version: i64,
    pub language: String,
    pub task: i64,
    pub asked_at: i64,
    pub made_at: Option<i64>,
    pub signatures: i64,
    pub unnamed: i64,
    pub handed: Option<Handed>,
    pub changed_at: i64,
}

/// When and to whom a letter was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// 2018-09-10, in the campaign's zone.
    pub on: String,
    /// Empty where that is not told.
    pub to: String,
}

/// A file that was made, by what tells it from every other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeFile {
    pub name: String,
    pub bytes: u64,
    /// In hexadecimal digits.
    pub sha256: String,
}

/// One that was handed over, with its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub delivery: Delivery,
    pub handed: Handed,
    pub files: Vec<MadeFile>,
}

/// What is wrong with what was typed of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    NoDay,
    Future,
    /// Before its files were made.
    TooEarly,
    TooLong,
    Unprintable,
}

impl Fault {
    pub fn key(self) -> &'static str {
        match self {
            Self::NoDay => "deliveries-day-fault",
            Self::Future => "deliveries-day-future",
            Self::TooEarly => "deliveries-day-early",
            Self::TooLong => "deliveries-to-long",
            Self::Unprintable => "deliveries-to-unprintable",
        }
    }

    pub fn is_of_day(self) -> bool {
        !matches!(self, Self::TooLong | Self::Unprintable)
    }
}

/// What was typed, checked: `made` and `today` are days in the campaign's zone.
pub fn handed(on: &str, to: &str, made: &str, today: &str) -> Result<Handed, Fault> {
    let on = on.trim();
    let Some(On::Day(day)) = On::parse(on) else { return Err(Fault::NoDay) };
    let on = day.to_string();
    if on.as_str() > today {
        return Err(Fault::Future);
    }
    if on.as_str() < made {
        return Err(Fault::TooEarly);
    }
    let to = to.split_whitespace().collect::<Vec<_>>().join(" ");
    if to.chars().count() > MOST_CHARACTERS {
        return Err(Fault::TooLong);
    }
    if to.chars().any(is_refused) {
        return Err(Fault::Unprintable);
    }
    Ok(Handed { on, to })
}

/// What `sha256sum --check` reads (GNU coreutils): a line for each file.
pub fn sums(files: &[MadeFile]) -> String {
    files.iter().flat_map(|file| [&file.sha256, "  ", &file.name, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_delivery_is_no_earlier_than_its_files_and_not_to_come() {
        let typed = |on, to| handed(on, to, "2018-09-10", "2018-09-12");
        let fine = Handed { on: "2018-09-11".to_owned(), to: "The council, at noon".to_owned() };
        assert_eq!(typed(" 2018-09-11 ", "The  council,\r\nat noon"), Ok(fine));
        for (on, fault) in [
            ("", Fault::NoDay),
            ("2018-09", Fault::NoDay),
            ("2018-09-31", Fault::NoDay),
            ("11.9.2018", Fault::NoDay),
            ("2018-09-13", Fault::Future),
            ("2018-09-09", Fault::TooEarly),
        ] {
            assert_eq!(typed(on, ""), Err(fault), "{on}");
        }
        let long = "x".repeat(201);
        assert_eq!(typed("2018-09-12", &long), Err(Fault::TooLong));
        for to in ["a\0b", "a\u{202e}b"] {
            assert_eq!(typed("2018-09-12", to), Err(Fault::Unprintable));
        }
    }
}
