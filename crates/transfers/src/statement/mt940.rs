//! MT940: what a bank tells of an account by SWIFT’s fields. A file holds one message or many, of one account or
//! several; `:60:` to `:62:` are its balances, `:61:` is a movement (SWIFT Category 9, MT 940), `:86:` its words.

use super::narrative::{self, Narrative};
use super::{Entry, Fault, Field, MOST_LINES, Place, Told, What, figures};
use broadside_money::{Amount, Currency};
use jiff::civil::Date;

/// Two of each movement, and a message’s own.
const MOST_FIELDS: usize = 4 * MOST_LINES;

pub fn read(text: &str) -> Result<Told, Fault> {
    let mut told = Told::default();
    let mut message = Message::default();
    for field in fields(text)? {
        match field.tag {
            "20" => message = Message::default(),
            "25" => message.account = super::account(&field.content),
            "60F" | "60M" => {
                let (balance, currency) = balance(&field)?;
                message.opening = Some(balance);
                message.currency = Some(currency);
                message.sum = 0;
            }
            "61" => {
                let (entry, amount) = message.movement(&field)?;
                message.words_are_due = entry.is_some();
                match entry {
                    Some(entry) => {
                        message.sum += i128::from(amount);
                        told.add(entry)?;
                    }
                    None => told.pending += 1,
                }
            }
            "86" if message.words_are_due => {
                message.words_are_due = false;
                if let Some(entry) = told.entries.last_mut() {
                    tell(entry, narrative::read(&field.content));
                }
            }
            "62F" | "62M" => {
                message.words_are_due = false;
                let closing = balance(&field)?.0;
                if message.opening.take().is_some_and(|opening| opening + message.sum != closing) {
                    return Err(What::Unbalanced.at(Place::Line(field.line)));
                }
            }
            // Of the whole statement, or of no weight here: its number, what is available.
            _ => message.words_are_due = false,
        }
    }
    Ok(told)
}

fn tell(entry: &mut Entry, narrative: Narrative) {
    entry.name = narrative.name;
    entry.iban = narrative.iban;
    entry.is_reversal |= narrative.is_return;
    if !narrative.text.is_empty() {
        entry.text = narrative.text;
    }
}

/// What holds for the movements of a message.
#[derive(Default)]
struct Message {
    account: String,
    currency: Option<Currency>,
    opening: Option<i128>,
    /// Of the movements since.
    sum: i128,
    /// The next field is the words of a movement if it is `:86:` at all.
    words_are_due: bool,
}

impl Message {
    /// A movement, in smallest units with its sign; none where it is only expected.
    fn movement(&self, field: &Tagged) -> Result<(Option<Entry>, i64), Fault> {
        let place = Place::Line(field.line);
        let currency = self.currency.ok_or(What::Missing(Field::Currency).at(place))?;
        let mut lines = field.content.lines();
        let first = lines.next().unwrap_or_default().trim();
        let unreadable = |what: Field| What::unreadable(what, first).at(place);
        let (value_day, rest) = value_day(first).ok_or_else(|| unreadable(Field::Day))?;
        let (day, rest) = entry_day(rest, value_day).ok_or_else(|| unreadable(Field::Day))?;
        let (mark, rest) = mark(rest).ok_or_else(|| unreadable(Field::Direction))?;
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(rest.len());
        let (amount, rest) = rest.split_at(end);
        // A letter begins what follows: behind a point there would be cents.
        let goes_on = rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_alphabetic());
        let minor = figures::amount(amount, ',', &[], currency)
            .filter(|_| goes_on)
            .ok_or_else(|| unreadable(Field::Amount))?;
        let minor = if mark.is_credit { minor } else { -minor };
        if mark.is_expected {
            return Ok((None, 0));
        }
        // Four letters say what sort it is: NTRF. Behind two strokes stands what the bank calls it.
        let references = rest.char_indices().nth(4).map_or("", |(at, _)| &rest[at..]);
        let bank_reference = references.split_once("//").map_or("", |(_, bank)| bank);
        let entry = Entry {
            account: self.account.clone(),
            day,
            amount: Amount::new(minor, currency),
            is_reversal: mark.is_reversal,
            name: String::new(),
            iban: None,
            reference: None,
            text: lines.collect::<Vec<_>>().join(" "),
            bank_reference: bank_reference.trim().to_owned(),
            end_to_end: String::new(),
            is_batch: false,
        };
        Ok((Some(entry), minor))
    }
}

/// `180920`, and what follows.
fn value_day(text: &str) -> Option<(Date, &str)> {
    let rest = text.get(6..)?;
    Some((figures::day(text.get(..2)?, text.get(2..4)?, text.get(4..6)?)?, rest))
}

/// When it was booked: `0920` of that year which brings it nearest to the value day, so that what was booked on the
/// second of January for the thirtieth of December is. Where no such day is told, the value day.
fn entry_day(text: &str, value_day: Date) -> Option<(Date, &str)> {
    let Some(four) = text.get(..4).filter(|four| figures::is_digits(four)) else {
        return Some((value_day, text));
    };
    let year = value_day.year();
    let days = [year - 1, year, year + 1]
        .into_iter()
        .filter_map(|year| figures::day(&format!("{year:04}"), &four[..2], &four[2..]));
    let nearest = days.min_by_key(|day| (*day - value_day).get_days().abs())?;
    Some((nearest, &text[4..]))
}

struct Mark {
    is_credit: bool,
    is_reversal: bool,
    is_expected: bool,
}

/// `C`, `D`, `RC` (a credit undone: money goes out), `RD` (a debit undone: it comes back), either with `E` in front where
/// it is only expected, and maybe the last letter of the currency behind.
fn mark(text: &str) -> Option<(Mark, &str)> {
    let (is_expected, rest) = text.strip_prefix('E').map_or((false, text), |rest| (true, rest));
    let (is_reversal, rest) = rest.strip_prefix('R').map_or((false, rest), |rest| (true, rest));
    let (said_credit, rest) = match rest.strip_prefix('C') {
        Some(rest) => (true, rest),
        None => (false, rest.strip_prefix('D')?),
    };
    let rest = rest.strip_prefix(|c: char| c.is_ascii_alphabetic()).unwrap_or(rest);
    Some((Mark { is_credit: said_credit != is_reversal, is_reversal, is_expected }, rest))
}

/// `C180920EUR1234,56`, in smallest units.
fn balance(field: &Tagged) -> Result<(i128, Currency), Fault> {
    let text = field.content.trim();
    let unreadable = |what: Field| What::unreadable(what, text).at(Place::Line(field.line));
    let is_credit = match text.chars().next() {
        Some('C') => true,
        Some('D') => false,
        _ => return Err(unreadable(Field::Balance)),
    };
    let code = text.get(7..10).ok_or_else(|| unreadable(Field::Balance))?;
    let currency = Currency::parse(code).ok_or_else(|| unreadable(Field::Currency))?;
    let minor = figures::amount(&text[10..], ',', &[], currency).ok_or_else(|| unreadable(Field::Balance))?;
    Ok((if is_credit { i128::from(minor) } else { -i128::from(minor) }, currency))
}

/// A field: `:61:…` with the lines that go on.
struct Tagged<'a> {
    tag: &'a str,
    content: String,
    line: u64,
}

fn fields(text: &str) -> Result<Vec<Tagged<'_>>, Fault> {
    let mut fields: Vec<Tagged> = Vec::new();
    // A message ends with a hyphen, or a brace where the envelope is kept.
    let mut is_open = false;
    for (at, line) in text.split('\n').enumerate() {
        let number = at as u64 + 1;
        let line = line.trim_end_matches('\r');
        if let Some((tag, content)) = tagged(line) {
            if fields.len() >= MOST_FIELDS {
                return Err(What::TooManyLines { most: MOST_LINES }.at(Place::Line(number)));
            }
            fields.push(Tagged { tag, content: content.to_owned(), line: number });
            is_open = true;
        } else if line.trim().is_empty() {
        } else if line.starts_with("{1:") || line.trim() == "-" || line.starts_with("-}") {
            is_open = false;
        } else if let Some(field) = fields.last_mut().filter(|_| is_open) {
            field.content.push('\n');
            field.content.push_str(line);
        } else if !fields.is_empty() {
            return Err(What::UnknownLine.at(Place::Line(number)));
        }
        // What stands before the first field is the envelope’s or the bank’s own head.
    }
    Ok(fields)
}

/// `:61:` or `:60F:`, and what follows.
fn tagged(line: &str) -> Option<(&str, &str)> {
    // An envelope may stand on the line of the first field.
    let line =
        if line.starts_with("{1:") { line.rsplit_once("{4:").map_or(line, |(_, rest)| rest) } else { line };
    let (tag, content) = line.strip_prefix(':')?.split_once(':')?;
    let is_tag = matches!(tag.len(), 2 | 3)
        && tag.bytes().take(2).all(|c| c.is_ascii_digit())
        && tag.bytes().skip(2).all(|c| c.is_ascii_uppercase());
    is_tag.then_some((tag, content))
}
