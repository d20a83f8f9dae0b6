//! From what a file tells of a movement to a line with a key that is the same in the next file.

use super::{Entry, Line, Turn};
use crate::Reference;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// Bytes of a name and of words that are kept; the key is made of all of them.
const LONGEST_NAME: usize = 200;
const LONGEST_TEXT: usize = 2_000;

/// What banks write where they have no reference.
const NO_REFERENCE: [&str; 5] = ["", "NONREF", "NOTPROVIDED", "NOT PROVIDED", "NOREF"];

pub fn lines(entries: Vec<Entry>) -> Vec<Line> {
    let mut seen: HashMap<(String, String), u32> = HashMap::new();
    entries
        .into_iter()
        .map(|mut entry| {
            entry.name = on_one_line(&entry.name);
            entry.text = on_one_line(&entry.text);
            let known_by = known_by(&entry);
            let times = seen.entry((entry.account.clone(), known_by.clone())).or_default();
            *times += 1;
            let key = if *times == 1 { known_by } else { format!("{known_by}-{times}") };
            line(entry, key)
        })
        .collect()
}

fn line(entry: Entry, key: String) -> Line {
    let turn = match entry.is_reversal {
        true => Turn::Reversal,
        false if entry.amount.minor < 0 => Turn::Outgoing,
        false => Turn::Incoming,
    };
    Line {
        key,
        account: entry.account,
        day: entry.day.to_string(),
        amount: entry.amount,
        turn,
        reference: entry.reference.or_else(|| all_of(&entry.text).filter(|_| !entry.is_batch)),
        name: cut(entry.name, LONGEST_NAME),
        iban: entry.iban,
        text: cut(entry.text, LONGEST_TEXT),
        is_batch: entry.is_batch,
    }
}

/// The reference that is all of the words. Several words with letters in them are none, though once in 97 times the check
/// digits fit: `RF18 5390 0754 7034 for you`.
fn all_of(text: &str) -> Option<Reference> {
    let is_one = |text: &str| !text.contains(' ') || text.chars().skip(2).all(|c| !c.is_alphabetic());
    Reference::parse(text).ok().filter(|_| is_one(text))
}

/// Half of a SHA-256 in hexadecimal. Each part goes in with its length, so that none runs into the next.
fn known_by(entry: &Entry) -> String {
    let (day, amount) = (entry.day.to_string(), entry.amount.to_string());
    let bank = entry.bank_reference.trim();
    let iban = entry.iban.map(|iban| iban.electronic().to_owned()).unwrap_or_default();
    let reference = entry.reference.as_ref().map(Reference::electronic).unwrap_or_default();
    let bank = if NO_REFERENCE.contains(&bank.to_uppercase().as_str()) { "" } else { bank };
    // The bank’s reference alone is not enough: some write a 0 for all, or the sort of the transaction.
    let parts = [&day, &amount, bank, &entry.name, &iban, reference, &entry.text, &entry.end_to_end];
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize()[..16].iter().fold(String::with_capacity(32), |mut key, byte| {
        for half in [byte >> 4, byte & 15] {
            key.extend(char::from_digit(u32::from(half), 16));
        }
        key
    })
}

/// Without control characters, and with one blank for each run of blanks and line ends.
fn on_one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cut(mut text: String, most: usize) -> String {
    text.truncate(text.floor_char_boundary(most));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use broadside_money::{Amount, Currency};

    fn entry(bank_reference: &str, minor: i64, name: &str, text: &str) -> Entry {
        Entry {
            account: "1".to_owned(),
            day: "2018-09-20".parse().unwrap(),
            amount: Amount::new(minor, Currency::parse("EUR").unwrap()),
            is_reversal: false,
            name: name.to_owned(),
            iban: None,
            reference: None,
            text: text.to_owned(),
            bank_reference: bank_reference.to_owned(),
            end_to_end: String::new(),
            is_batch: false,
        }
    }

    fn keys(entries: Vec<Entry>) -> Vec<String> {
        lines(entries).into_iter().map(|line| line.key).collect()
    }

    #[test]
    fn a_line_is_known_by_what_its_bank_calls_it_and_by_name_and_words() {
        let one = keys(vec![entry("B1", 500, "Ada", "x y")]);
        assert_eq!(one, keys(vec![entry(" B1 ", 500, "Ada ", "x\r\ny")]));
        for another in [
            entry("B2", 500, "Ada", "x y"),
            entry("B1", -500, "Ada", "x y"),
            entry("B1", 500, "Bo", "x y"),
            entry("B1", 500, "Ada", "x"),
        ] {
            assert_ne!(one, keys(vec![another]));
        }
        // A 0 for all of them.
        assert_ne!(keys(vec![entry("0", 500, "Ada", "x")]), keys(vec![entry("0", 500, "Bo", "y")]));
        assert_eq!(
            keys(vec![entry("NONREF", 500, "Ada", "x  y")]),
            keys(vec![entry("", 500, "Ada ", "x\r\ny")])
        );
        assert_ne!(keys(vec![entry("", 500, "Ada", "x")]), keys(vec![entry("", 500, "Adax", "")]));
    }

    #[test]
    fn of_those_that_nothing_tells_apart_each_has_a_number() {
        let three = keys(vec![entry("", 5, "A", ""), entry("", 6, "A", ""), entry("", 5, "A", "")]);
        assert_eq!(three[2], format!("{}-2", three[0]));
        let mut elsewhere = entry("", 5, "A", "");
        elsewhere.account = "2".to_owned();
        assert_eq!(keys(vec![elsewhere, entry("", 5, "A", "")]), [three[0].clone(), three[0].clone()]);
    }

    #[test]
    fn a_reference_is_all_of_the_words_or_none() {
        let found = |text: &str| lines(vec![entry("", 5, "A", text)]).remove(0).reference.is_some();
        assert!(found("rf18 5390 0754 7034") && found("RF45G72UUR"));
        assert!(!found("RF45 G72U UR") && !found("RF18 5390 0754 7034 for you"));
    }

    #[test]
    fn words_stand_on_one_line_and_have_an_end() {
        let line = &lines(vec![entry("", 5, "A\tB\u{7}", &"ä ".repeat(5_000))])[0];
        assert_eq!(line.name, "A B");
        assert!(line.text.len() <= LONGEST_TEXT && line.text.starts_with("ä ä"));
    }
}
