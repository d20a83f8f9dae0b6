//! Which column of a bank's table is what, as a form asks for it. It is proposed, and believed once somebody has looked.

mod chosen;

pub use chosen::{Mistakes, at_fault, read};

use crate::web::asked::{Ask, Field};
use crate::web::i18n::Say;
use broadside_transfers::CsvMapping;
use broadside_transfers::statement::{Amounts, DayFormat, Encoding, Layout, Point, preview, propose};
use std::collections::HashMap;

/// Rows of a table that are shown beside the form.
const SHOWN: usize = 6;
/// Columns that a table's words may be spread over.
const TEXTS: [&str; 3] = ["map_text", "map_text_2", "map_text_3"];
const DELIMITERS: [(&str, char, &str); 4] = [
    ("semicolon", ';', "fundraisers-map-semicolon"),
    ("comma", ',', "fundraisers-map-comma"),
    ("tab", '\t', "fundraisers-map-tab"),
    ("bar", '|', "fundraisers-map-bar"),
];
const ENCODINGS: [(&str, Encoding, &str); 2] = [
    ("utf-8", Encoding::Utf8, "fundraisers-map-utf-8"),
    ("windows-1252", Encoding::Windows1252, "fundraisers-map-windows"),
];
const DAYS: [(&str, DayFormat, &str); 3] = [
    ("dmy", DayFormat::DayMonthYear, "fundraisers-map-dmy"),
    ("mdy", DayFormat::MonthDayYear, "fundraisers-map-mdy"),
    ("ymd", DayFormat::YearMonthDay, "fundraisers-map-ymd"),
];
const POINTS: [(&str, Point, &str); 2] = [
    ("comma", Point::Comma, "fundraisers-map-point-comma"),
    ("dot", Point::Dot, "fundraisers-map-point-dot"),
];

/// What is begun with: what is typed of how the table is written, else what its heads say, else a guess.
pub fn begun(bytes: &[u8], typed: &HashMap<String, String>) -> CsvMapping {
    let begun = propose(bytes).unwrap_or_else(|_| blank(bytes));
    let encoding = chosen::word(typed, "map_encoding", &ENCODINGS).unwrap_or(begun.layout.encoding);
    let delimiter = chosen::word(typed, "map_delimiter", &DELIMITERS).unwrap_or(begun.layout.delimiter);
    let skip = chosen::lines(typed).unwrap_or(begun.skip);
    CsvMapping { layout: Layout { encoding, delimiter }, skip, ..begun }
}

/// What is begun with where a table has no heads that are known.
fn blank(bytes: &[u8]) -> CsvMapping {
    let head = &bytes[..bytes.len().min(4_096)];
    let counted =
        |delimiter: char| head.iter().filter(|byte| u32::from(**byte) == u32::from(delimiter)).count();
    let delimiter = DELIMITERS.map(|(_, delimiter, _)| delimiter).into_iter().max_by_key(|one| counted(*one));
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    CsvMapping {
        layout: Layout {
            encoding: if is_utf8 { Encoding::Utf8 } else { Encoding::Windows1252 },
            delimiter: delimiter.unwrap_or(';'),
        },
        skip: 1,
        day: 0,
        day_format: DayFormat::DayMonthYear,
        amounts: Amounts::Signed(1),
        point: Point::Comma,
        currency: None,
        name: None,
        iban: None,
        text: Vec::new(),
        bank_reference: None,
        status: None,
    }
}

/// The heads of a table and some rows below them.
pub fn table(bytes: &[u8], mapping: &CsvMapping) -> Vec<Vec<String>> {
    // The row with the heads first; of two bytes for a letter no line is looked for.
    let is_wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let before = if is_wide { 0 } else { mapping.skip.saturating_sub(1) };
    let start: usize = bytes.split_inclusive(|byte| *byte == b'\n').take(before).map(<[u8]>::len).sum();
    preview(&bytes[start..], mapping.layout, SHOWN).unwrap_or_default()
}

/// The form, filled in; `heads` are what stands above the columns.
pub fn fields(say: &Say, mapping: &CsvMapping, heads: &[String]) -> Vec<Field> {
    let (amount, credit, debit, mark) = match mapping.amounts {
        Amounts::Signed(amount) => (Some(amount), None, None, None),
        Amounts::Apart { credit, debit } => (None, Some(credit), Some(debit), None),
        Amounts::Marked { amount, mark } => (Some(amount), None, None, Some(mark)),
    };
    let column = |name: &str, key: &str, chosen: Option<usize>| {
        let none = (String::new(), say.text("fundraisers-map-none"), chosen.is_none());
        let each = heads.iter().enumerate().map(|(at, head)| {
            let label = if head.is_empty() { format!("{}", at + 1) } else { format!("{}: {head}", at + 1) };
            (at.to_string(), label, chosen == Some(at))
        });
        field(name, say.text(key), Ask::Choice(std::iter::once(none).chain(each).collect()))
    };
    let text = |at: usize| mapping.text.get(at).copied();
    vec![
        choice(say, "map_encoding", "fundraisers-map-encoding", &ENCODINGS, mapping.layout.encoding),
        choice(say, "map_delimiter", "fundraisers-map-delimiter", &DELIMITERS, mapping.layout.delimiter),
        Field {
            value: mapping.skip.to_string(),
            ..field("map_skip", say.text("fundraisers-map-skip"), Ask::Line)
        },
        column("map_day", "fundraisers-map-day", Some(mapping.day)),
        choice(say, "map_day_format", "fundraisers-map-day-format", &DAYS, mapping.day_format),
        column("map_amount", "fundraisers-map-amount", amount),
        column("map_mark", "fundraisers-map-mark", mark),
        column("map_credit", "fundraisers-map-credit", credit),
        column("map_debit", "fundraisers-map-debit", debit),
        choice(say, "map_point", "fundraisers-map-point", &POINTS, mapping.point),
        column("map_currency", "fundraisers-map-currency", mapping.currency),
        column("map_name", "fundraisers-map-name", mapping.name),
        column("map_iban", "fundraisers-map-iban", mapping.iban),
        column(TEXTS[0], "fundraisers-map-text", text(0)),
        column(TEXTS[1], "fundraisers-map-more-text", text(1)),
        column(TEXTS[2], "fundraisers-map-more-text", text(2)),
        column("map_reference", "fundraisers-map-reference", mapping.bank_reference),
        column("map_status", "fundraisers-map-status", mapping.status),
    ]
}

/// The form as somebody filled it in, with what is wrong beside its fields.
pub fn as_typed(fields: Vec<Field>, typed: &HashMap<String, String>, mistakes: &Mistakes) -> Vec<Field> {
    let filled_in = |mut field: Field| {
        if let Some(typed) = typed.get(&field.name) {
            match &mut field.ask {
                Ask::Choice(all) => choose(all, typed),
                _ => field.value.clone_from(typed),
            }
        }
        let found = mistakes.iter().find(|(name, _)| *name == field.name);
        field.error = found.map(|(_, words)| words.clone()).unwrap_or_default();
        field
    };
    fields.into_iter().map(filled_in).collect()
}

/// Chooses what was typed. A column that the table does not show, as it is read now, is one by its number.
fn choose(all: &mut Vec<(String, String, bool)>, typed: &str) {
    if !all.iter().any(|(word, ..)| word == typed) {
        let Ok(column) = typed.parse::<u16>() else { return };
        all.push((typed.to_owned(), format!("{}", u32::from(column) + 1), false));
    }
    for (word, _, is_chosen) in all {
        *is_chosen = word == typed;
    }
}

fn field(name: &str, label: String, ask: Ask) -> Field {
    Field {
        name: name.to_owned(),
        label,
        hint: String::new(),
        error: String::new(),
        value: String::new(),
        ask,
    }
}

fn choice<T: Copy + PartialEq>(
    say: &Say,
    name: &str,
    key: &str,
    all: &[(&str, T, &str)],
    chosen: T,
) -> Field {
    let each = all.iter().map(|(word, one, label)| ((*word).to_owned(), say.text(label), *one == chosen));
    field(name, say.text(key), Ask::Choice(each.collect()))
}
