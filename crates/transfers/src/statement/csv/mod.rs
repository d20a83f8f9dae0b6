//! Tables, of which every bank has its own: a mapping says what stands where.

mod layout;
mod proposal;
mod vocabulary;

pub use layout::{Encoding, Layout, preview};
pub use proposal::propose;

use super::{Entry, Fault, Field, Told, What, figures, text};
use crate::Iban;
use broadside_money::{Amount, Currency};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Where in a table stands what, and how it is written. Columns count from 0.
///
/// Keep it for the next file of the same bank: another choice of columns for the name, the number, the words or the
/// bank’s reference gives every line another key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CsvMapping {
    pub layout: Layout,
    /// Lines before the first entry, its heads among them.
    pub skip: usize,
    pub day: usize,
    pub day_format: DayFormat,
    pub amounts: Amounts,
    pub point: Point,
    /// The three letters of a currency, where the table has them.
    pub currency: Option<usize>,
    pub name: Option<usize>,
    pub iban: Option<usize>,
    /// What the payer wrote, from several columns where it is spread over them.
    pub text: Vec<usize>,
    /// What the bank calls an entry.
    pub bank_reference: Option<usize>,
    /// Whether it is booked, in words.
    pub status: Option<usize>,
}

/// In which columns an amount and its direction stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Amounts {
    /// With a minus where it went out.
    Signed(usize),
    /// Each in a column of its own.
    Apart { credit: usize, debit: usize },
    /// Beside a word or letter: `H` and `S`, `C` and `D`, …
    Marked { amount: usize, mark: usize },
}

/// In which order a day is written. Between its parts may stand a point, a stroke or a hyphen; a time may follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayFormat {
    /// `20.09.2018`, `20/9/18`
    DayMonthYear,
    /// `09/20/2018`
    MonthDayYear,
    /// `2018-09-20`, `20180920`
    YearMonthDay,
}

/// What stands before the fraction of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Point {
    /// `1.234,50`
    Comma,
    /// `1,234.50`
    Dot,
}

pub fn read(bytes: &[u8], mapping: &CsvMapping, currency: Currency) -> Result<Told, Fault> {
    let text = text::in_encoding(bytes, mapping.layout.encoding.of())?;
    let mut told = Told::default();
    let mut width = None;
    for row in layout::rows(&text, mapping.layout, mapping.skip)? {
        let row = row?;
        if row.hides_others(mapping.layout.delimiter) {
            return Err(row.is(What::OpenQuote));
        }
        if mapping.is_no_entry(&row) {
            continue;
        }
        if *width.get_or_insert(row.width()) != row.width() {
            return Err(row.is(What::UnevenRow));
        }
        if mapping.status.is_some_and(|column| vocabulary::is_pending(row.cell(column))) {
            told.pending += 1;
            continue;
        }
        told.add(mapping.entry(&row, currency)?)?;
    }
    Ok(told)
}

impl CsvMapping {
    /// An empty line, or one below the entries: neither a day nor an amount.
    fn is_no_entry(&self, row: &layout::Row) -> bool {
        let amount_is_empty = match self.amounts {
            Amounts::Signed(amount) | Amounts::Marked { amount, .. } => row.cell(amount).is_empty(),
            Amounts::Apart { credit, debit } => row.cell(credit).is_empty() && row.cell(debit).is_empty(),
        };
        row.cell(self.day).is_empty() && amount_is_empty
    }

    fn entry(&self, row: &layout::Row, currency: Currency) -> Result<Entry, Fault> {
        let currency = match self.currency.map(|column| (column, row.cell(column))) {
            None | Some((_, "")) => currency,
            Some((column, "€")) => {
                Currency::parse("EUR").ok_or_else(|| row.fault(Field::Currency, column))?
            }
            Some((column, code)) => {
                Currency::parse(code).ok_or_else(|| row.fault(Field::Currency, column))?
            }
        };
        let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
        let words: Vec<&str> =
            self.text.iter().map(|column| row.cell(*column)).filter(|words| !words.is_empty()).collect();
        Ok(Entry {
            account: String::new(),
            day: day(row.cell(self.day), self.day_format).ok_or_else(|| row.fault(Field::Day, self.day))?,
            amount: Amount::new(self.minor(row, currency)?, currency),
            is_reversal: false,
            name: cell(self.name).to_owned(),
            iban: Iban::parse(cell(self.iban)).ok(),
            reference: None,
            text: words.join(" "),
            bank_reference: cell(self.bank_reference).to_owned(),
            end_to_end: String::new(),
            is_batch: false,
        })
    }

    fn minor(&self, row: &layout::Row, currency: Currency) -> Result<i64, Fault> {
        let of = |column: usize| {
            signed(row.cell(column), self.point, currency).ok_or_else(|| row.fault(Field::Amount, column))
        };
        match self.amounts {
            Amounts::Signed(column) => of(column),
            Amounts::Apart { credit, debit } => {
                let of_either = |column: usize| if row.cell(column).is_empty() { Ok(0) } else { of(column) };
                match (of_either(credit)?, of_either(debit)?) {
                    (0, debit) => Ok(-debit.abs()),
                    (credit, 0) => Ok(credit),
                    _ => Err(row.fault(Field::Amount, debit)),
                }
            }
            Amounts::Marked { amount, mark } => {
                let is_credit =
                    vocabulary::is_credit(row.cell(mark)).ok_or_else(|| row.fault(Field::Direction, mark))?;
                let minor = of(amount)?.abs();
                Ok(if is_credit { minor } else { -minor })
            }
        }
    }
}

/// An amount as tables write it: `-1.234,50`, `1.234,50-`, `(12.50)`, `+12,50 €`, `EUR 12,50`.
fn signed(cell: &str, point: Point, currency: Currency) -> Option<i64> {
    let sides = |c: char| c.is_whitespace();
    let cell = cell.trim().trim_start_matches(['€', '$', '£']).trim_end_matches(['€', '$', '£']).trim();
    let cell = cell.strip_prefix(currency.code()).unwrap_or(cell);
    let cell = cell.strip_suffix(currency.code()).unwrap_or(cell).trim_matches(sides);
    let in_brackets = cell.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let minus = ['-', '−', '–'];
    let (is_negative, digits) = if let Some(inner) = in_brackets {
        (true, inner)
    } else if let Some(rest) = cell.strip_prefix(minus).or_else(|| cell.strip_suffix(minus)) {
        (true, rest)
    } else {
        (false, cell.strip_prefix('+').or_else(|| cell.strip_suffix('+')).unwrap_or(cell))
    };
    let digits = digits.trim_start_matches(['€', '$', '£']).trim_matches(sides);
    let (point, other) = match point {
        Point::Comma => (',', '.'),
        Point::Dot => ('.', ','),
    };
    let minor = figures::amount(digits, point, &[other, ' ', '\u{a0}', '\u{202f}', '\'', '’'], currency)?;
    Some(if is_negative { -minor } else { minor })
}

fn day(cell: &str, format: DayFormat) -> Option<Date> {
    let only_day = cell.trim().split(|c: char| c.is_whitespace() || c == 'T').next()?;
    if format == DayFormat::YearMonthDay && only_day.len() == 8 && figures::is_digits(only_day) {
        return figures::day(&only_day[..4], &only_day[4..6], &only_day[6..]);
    }
    let parts: Vec<&str> = only_day.split(['.', '/', '-']).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    match format {
        DayFormat::DayMonthYear => figures::day(third, second, first),
        DayFormat::MonthDayYear => figures::day(third, first, second),
        DayFormat::YearMonthDay => figures::day(first, second, third),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_with_every_sign_that_banks_write() {
        let euro = Currency::parse("EUR").unwrap();
        for (cell, point, minor) in [
            ("12,50", Point::Comma, Some(1_250)),
            ("-1.234,50", Point::Comma, Some(-123_450)),
            ("1.234,50-", Point::Comma, Some(-123_450)),
            ("−12,50 €", Point::Comma, Some(-1_250)),
            ("€ 12.50", Point::Dot, Some(1_250)),
            ("-€12.50", Point::Dot, Some(-1_250)),
            ("EUR 1,234.50", Point::Dot, Some(123_450)),
            ("(12.50)", Point::Dot, Some(-1_250)),
            ("+1\u{202f}234,50 EUR", Point::Comma, Some(123_450)),
            ("12.50", Point::Comma, None),
            ("12,50", Point::Dot, None),
            ("--12", Point::Dot, None),
            ("USD 12", Point::Dot, None),
            ("", Point::Dot, None),
        ] {
            assert_eq!(signed(cell, point, euro), minor, "{cell}");
        }
    }

    #[test]
    fn a_day_is_read_in_its_order_alone() {
        let read = |cell, format| day(cell, format).map(|day| day.to_string());
        let september = Some("2018-09-20".to_owned());
        for (cell, format) in [
            ("20.09.2018", DayFormat::DayMonthYear),
            ("20/9/18", DayFormat::DayMonthYear),
            ("20.09.2018 12:30", DayFormat::DayMonthYear),
            ("09/20/2018", DayFormat::MonthDayYear),
            ("2018-09-20T12:30:00", DayFormat::YearMonthDay),
            ("20180920", DayFormat::YearMonthDay),
        ] {
            assert_eq!(read(cell, format), september, "{cell}");
        }
        for (cell, format) in [
            ("09/20/2018", DayFormat::DayMonthYear),
            ("2018-09-20", DayFormat::DayMonthYear),
            ("20.09.", DayFormat::DayMonthYear),
            ("2018092", DayFormat::YearMonthDay),
            ("2018092ä", DayFormat::YearMonthDay),
        ] {
            assert_eq!(read(cell, format), None, "{cell}");
        }
    }
}
