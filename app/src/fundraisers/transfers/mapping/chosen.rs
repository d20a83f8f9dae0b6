//! What somebody said of a table’s columns: a mapping, or what is wrong at which field.

use super::{DAYS, DELIMITERS, ENCODINGS, POINTS, TEXTS};
use crate::web::i18n::Say;
use broadside_transfers::CsvMapping;
use broadside_transfers::statement::{Amounts, Fault, Field, Layout, Place, What};
use std::collections::HashMap;

/// Fields of the form, and what is wrong with each.
pub type Mistakes = Vec<(&'static str, String)>;

/// Columns of the widest table.
const MOST_COLUMNS: usize = 500;
const MOST_LINES_BEFORE: usize = 1_000;

/// What was chosen; nothing where the form did not ask for it.
///
/// # Errors
/// What is missing or wrong, at its field.
pub fn read(say: &Say, typed: &HashMap<String, String>) -> Result<Option<CsvMapping>, Mistakes> {
    if value(typed, "map_delimiter").is_empty() {
        return Ok(None);
    }
    let mut form = Form { say, typed, mistakes: Vec::new() };
    let (encoding, delimiter) =
        (form.word("map_encoding", &ENCODINGS), form.word("map_delimiter", &DELIMITERS));
    let (day_format, point) = (form.word("map_day_format", &DAYS), form.word("map_point", &POINTS));
    let (skip, day, amounts) = (form.skip(), form.needed("map_day"), form.amounts());
    let (currency, name, iban) =
        (form.column("map_currency"), form.column("map_name"), form.column("map_iban"));
    let text = TEXTS.map(|text| form.column(text)).into_iter().flatten().collect();
    let (bank_reference, status) = (form.column("map_reference"), form.column("map_status"));
    let mapping = || {
        Some(CsvMapping {
            layout: Layout { encoding: encoding?, delimiter: delimiter? },
            skip: skip?,
            day: day?,
            day_format: day_format?,
            amounts: amounts?,
            point: point?,
            currency,
            name,
            iban,
            text,
            bank_reference,
            status,
        })
    };
    match mapping() {
        Some(mapping) if form.mistakes.is_empty() => Ok(Some(mapping)),
        _ => Err(form.mistakes),
    }
}

/// The field that says where stands what could not be read.
pub fn at_fault(fault: &Fault, mapping: &CsvMapping) -> Option<&'static str> {
    let (Place::Cell { column, .. }, What::Missing(what) | What::Unreadable(what, _)) =
        (fault.place, &fault.what)
    else {
        return None;
    };
    match (what, mapping.amounts) {
        (Field::Day, _) => Some("map_day"),
        (Field::Amount, Amounts::Apart { credit, .. }) if column == credit => Some("map_credit"),
        (Field::Amount, Amounts::Apart { .. }) => Some("map_debit"),
        (Field::Amount, _) => Some("map_amount"),
        (Field::Currency, _) => Some("map_currency"),
        (Field::Direction, _) => Some("map_mark"),
        (Field::Status, _) => Some("map_status"),
        (Field::Balance, _) => None,
    }
}

fn value<'t>(typed: &'t HashMap<String, String>, name: &str) -> &'t str {
    typed.get(name).map_or("", |typed| typed.trim())
}

pub(super) fn word<T: Copy>(
    typed: &HashMap<String, String>,
    name: &str,
    all: &[(&str, T, &str)],
) -> Option<T> {
    let typed = value(typed, name);
    all.iter().find(|(word, ..)| *word == typed).map(|(_, one, _)| *one)
}

/// How many stand before the first entry.
pub(super) fn lines(typed: &HashMap<String, String>) -> Option<usize> {
    value(typed, "map_skip").parse().ok().filter(|lines| *lines < MOST_LINES_BEFORE)
}

struct Form<'f> {
    say: &'f Say,
    typed: &'f HashMap<String, String>,
    mistakes: Mistakes,
}

impl Form<'_> {
    fn wrong(&mut self, name: &'static str, key: &str) {
        self.mistakes.push((name, self.say.text(key)));
    }

    fn word<T: Copy>(&mut self, name: &'static str, all: &[(&str, T, &str)]) -> Option<T> {
        let found = word(self.typed, name, all);
        if found.is_none() {
            self.wrong(name, "fundraisers-fault-missing");
        }
        found
    }

    fn skip(&mut self) -> Option<usize> {
        let found = lines(self.typed);
        if found.is_none() {
            let most = MOST_LINES_BEFORE as u64 - 1;
            self.mistakes.push(("map_skip", self.say.with("fundraisers-fault-skip", &[("most", &most)])));
        }
        found
    }

    fn column(&mut self, name: &'static str) -> Option<usize> {
        let typed = value(self.typed, name);
        let column = typed.parse().ok().filter(|column| *column < MOST_COLUMNS);
        if column.is_none() && !typed.is_empty() {
            self.wrong(name, "fundraisers-fault-missing");
        }
        column
    }

    fn needed(&mut self, name: &'static str) -> Option<usize> {
        if value(self.typed, name).is_empty() {
            self.wrong(name, "fundraisers-fault-missing");
        }
        self.column(name)
    }

    fn amounts(&mut self) -> Option<Amounts> {
        let (amount, mark) = (self.column("map_amount"), self.column("map_mark"));
        if let Some(amount) = amount {
            return Some(mark.map_or(Amounts::Signed(amount), |mark| Amounts::Marked { amount, mark }));
        }
        let (credit, debit) = (self.column("map_credit"), self.column("map_debit"));
        match (credit, debit) {
            (Some(credit), Some(debit)) => return Some(Amounts::Apart { credit, debit }),
            (Some(_), None) => self.wrong("map_debit", "fundraisers-fault-missing"),
            (None, Some(_)) => self.wrong("map_credit", "fundraisers-fault-missing"),
            (None, None) => self.wrong("map_amount", "fundraisers-fault-mapping"),
        }
        None
    }
}
