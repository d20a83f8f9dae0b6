//! Which column of a bank's table is what, as a form asks for it. It is proposed, and believed once somebody has looked.

use crate::web::asked::{Ask, Field};
use crate::web::i18n::Say;
use broadside_transfers::CsvMapping;
use broadside_transfers::statement::{Amounts, DayFormat, Encoding, Layout, Point, preview};
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

/// What is begun with where a table has no heads that are known.
pub fn blank(bytes: &[u8]) -> CsvMapping {
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

/// What was chosen; nothing where the form did not ask for it.
///
/// # Errors
/// No column for the day or for the amount, or what no form of ours sends.
pub fn read(typed: &HashMap<String, String>) -> Result<Option<CsvMapping>, ()> {
    let value = |name: &str| typed.get(name).map_or("", |typed| typed.trim());
    if value("map_delimiter").is_empty() {
        return Ok(None);
    }
    let column = |name: &str| match value(name) {
        "" => Ok(None),
        number => number.parse::<usize>().ok().filter(|column| *column < 500).map(Some).ok_or(()),
    };
    let amounts = match (column("map_amount")?, column("map_mark")?) {
        (Some(amount), Some(mark)) => Amounts::Marked { amount, mark },
        (Some(amount), None) => Amounts::Signed(amount),
        (None, _) => Amounts::Apart {
            credit: column("map_credit")?.ok_or(())?,
            debit: column("map_debit")?.ok_or(())?,
        },
    };
    let texts = [column(TEXTS[0])?, column(TEXTS[1])?, column(TEXTS[2])?];
    Ok(Some(CsvMapping {
        layout: Layout {
            encoding: chosen(value("map_encoding"), &ENCODINGS)?,
            delimiter: chosen(value("map_delimiter"), &DELIMITERS)?,
        },
        skip: value("map_skip").parse::<usize>().ok().filter(|lines| *lines < 1_000).ok_or(())?,
        day: column("map_day")?.ok_or(())?,
        day_format: chosen(value("map_day_format"), &DAYS)?,
        amounts,
        point: chosen(value("map_point"), &POINTS)?,
        currency: column("map_currency")?,
        name: column("map_name")?,
        iban: column("map_iban")?,
        text: texts.into_iter().flatten().collect(),
        bank_reference: column("map_reference")?,
        status: column("map_status")?,
    }))
}

fn chosen<T: Copy>(typed: &str, all: &[(&str, T, &str)]) -> Result<T, ()> {
    all.iter().find(|(word, ..)| *word == typed).map(|(_, one, _)| *one).ok_or(())
}
