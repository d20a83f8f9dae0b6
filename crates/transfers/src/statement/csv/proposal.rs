//! What a table’s columns may be, by its heads. A person looks at it before it is believed.

use super::vocabulary::{Meaning, meaning};
use super::{Amounts, CsvMapping, DayFormat, Encoding, Layout, Point, day, layout};
use crate::statement::{Fault, Place, What, text};

/// Lines among which the heads are looked for; some banks write a letter’s head first.
const HEAD_AMONG: usize = 40;
/// Rows by which days and amounts are told.
const SAMPLE: usize = 200;

/// Proposes how a table is to be read, by its heads in English, German or Spanish.
///
/// A table all of whose days can be read with the day or the month first (`03/04/2018`) is taken to have the day first,
/// as in all of Europe.
///
/// # Errors
/// The bytes are no text, or no row has heads for a day and an amount.
pub fn propose(bytes: &[u8]) -> Result<CsvMapping, Fault> {
    let encoding = Encoding::shown_by(bytes);
    let text = text::in_encoding(bytes, encoding.of())?;
    let lines: Vec<&str> = text.split('\n').take(HEAD_AMONG).collect();
    let found = lines.iter().enumerate().find_map(|(at, line)| {
        // The heads may be quoted; each delimiter is tried, and that which tells most of them apart is it.
        [';', ',', '\t', '|']
            .into_iter()
            .filter_map(|delimiter| Heads::of(line, Layout { encoding, delimiter }))
            .max_by_key(|heads| heads.known)
            .map(|heads| (at + 1, heads))
    });
    let (skip, heads) = found.ok_or(What::NoHeads.at(Place::File))?;
    let sample: Vec<layout::Row> =
        layout::rows(&text, heads.layout, skip)?.take(SAMPLE).collect::<Result<_, _>>()?;
    let cells =
        |column: usize| sample.iter().map(move |row| row.cell(column)).filter(|cell| !cell.is_empty());
    let amounts = match heads.amounts {
        Amounts::Signed(one) | Amounts::Marked { amount: one, .. } => vec![one],
        Amounts::Apart { credit, debit } => vec![credit, debit],
    };
    Ok(CsvMapping {
        layout: heads.layout,
        skip,
        day: heads.day,
        day_format: day_format(cells(heads.day)),
        amounts: heads.amounts,
        point: point(amounts.iter().flat_map(|column| cells(*column))),
        currency: heads.best(Meaning::Currency),
        name: heads.best(Meaning::Name),
        iban: heads.best(Meaning::Iban),
        text: heads.all(Meaning::Text),
        bank_reference: heads.best(Meaning::BankReference),
        status: heads.best(Meaning::Status),
    })
}

/// A row that is one of heads.
struct Heads {
    layout: Layout,
    /// Each column that is known, with its meaning and how good its word is.
    columns: Vec<(usize, Meaning, usize)>,
    known: usize,
    day: usize,
    amounts: Amounts,
}

impl Heads {
    fn of(line: &str, layout: Layout) -> Option<Self> {
        let row = layout::rows(line, layout, 0).ok()?.next()?.ok()?;
        let columns: Vec<(usize, Meaning, usize)> = row
            .cells()
            .enumerate()
            .filter_map(|(column, head)| meaning(head).map(|(meaning, rank)| (column, meaning, rank)))
            .collect();
        let best = |meaning| best(&columns, meaning);
        let day = best(Meaning::Day).or_else(|| best(Meaning::ValueDay))?;
        let amounts = match (best(Meaning::Amount), best(Meaning::Mark)) {
            (Some(amount), Some(mark)) => Amounts::Marked { amount, mark },
            (Some(amount), None) => Amounts::Signed(amount),
            (None, _) => Amounts::Apart { credit: best(Meaning::Credit)?, debit: best(Meaning::Debit)? },
        };
        Some(Self { layout, known: columns.len(), day, amounts, columns })
    }

    fn best(&self, meaning: Meaning) -> Option<usize> {
        best(&self.columns, meaning)
    }

    fn all(&self, meaning: Meaning) -> Vec<usize> {
        self.columns.iter().filter(|(_, is, _)| *is == meaning).map(|(column, ..)| *column).collect()
    }
}

/// The column with the likeliest word for a meaning; the first of those that are alike.
fn best(columns: &[(usize, Meaning, usize)], meaning: Meaning) -> Option<usize> {
    columns
        .iter()
        .filter(|(_, is, _)| *is == meaning)
        .min_by_key(|(_, _, rank)| *rank)
        .map(|(column, ..)| *column)
}

/// The order in which most days are some.
fn day_format<'a>(cells: impl Iterator<Item = &'a str>) -> DayFormat {
    let cells: Vec<&str> = cells.collect();
    let read = |format| cells.iter().filter(|cell| day(cell, format).is_some()).count();
    // The last of equals wins.
    [DayFormat::YearMonthDay, DayFormat::MonthDayYear, DayFormat::DayMonthYear]
        .into_iter()
        .max_by_key(|format| read(*format))
        .unwrap_or(DayFormat::DayMonthYear)
}

/// The mark behind which the fraction stands in most amounts; a point where none of them has a mark.
fn point<'a>(cells: impl Iterator<Item = &'a str>) -> Point {
    let (mut commas, mut dots) = (0, 0);
    for cell in cells {
        let digits = cell.trim_matches(|c: char| !c.is_ascii_digit());
        if let Some((_, fraction)) = digits.rsplit_once([',', '.']) {
            let is_comma = digits.as_bytes()[digits.len() - fraction.len() - 1] == b',';
            // Three digits are a group of thousands, so the point is the other one.
            if is_comma == (fraction.len() != 3) { commas += 1 } else { dots += 1 }
        }
    }
    if commas > dots { Point::Comma } else { Point::Dot }
}
