//! Statements of an account, as banks give them as files, and what stands in them line by line. Three kinds are read:
//! CAMT (ISO 20022), MT940 (SWIFT) and tables (CSV).

mod camt;
mod csv;
mod fault;
mod figures;
mod key;
mod mt940;
mod narrative;
mod text;
mod xml;

pub use csv::{Amounts, CsvMapping, DayFormat, Encoding, Layout, Point, preview, propose};
pub use fault::{Fault, Field, Place, What};

use crate::{Iban, Reference};
use broadside_money::{Amount, Currency};
use jiff::civil::Date;

/// Bytes of the largest file that is read: some 10,000 transfers as CAMT.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;
/// Lines of the longest statement.
pub const MOST_LINES: usize = 100_000;

/// What a file said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub kind: Kind,
    /// In the order of the file. One file may tell of several accounts.
    pub lines: Vec<Line>,
    /// How many entries were left out since the bank has not booked them yet.
    pub pending: usize,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// camt.053 or camt.052 of any version.
    Camt,
    Mt940,
    Csv,
}

/// One movement of an account. A batch that the bank booked as one entry and tells apart is several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The same for the same movement whenever a file tells of it, within its account and its kind of file: made of
    /// the day, the amount, the name, the words and the bank’s own reference, which some banks give to many. Of several
    /// that nothing tells apart each has its number: files that begin or end within a day may number them differently.
    pub key: String,
    /// As the file names it, without blanks: an IBAN, or a bank’s own number. Empty where the file does not say.
    pub account: String,
    /// When it was booked: `2018-09-20`.
    pub day: String,
    /// Above nothing where it came in, below where it went out.
    pub amount: Amount,
    pub turn: Turn,
    /// Of whoever paid or was paid; empty where the bank does not say.
    pub name: String,
    /// Theirs, where the bank tells one and it is right.
    pub iban: Option<Iban>,
    /// Where the payer gave it as a reference, or as all of the words. [`crate::matching()`] finds it within words too.
    pub reference: Option<Reference>,
    /// What the payer wrote, on one line.
    pub text: String,
    /// Several movements that the bank tells as one sum: the words are those of all of them, and it is no one’s.
    pub is_batch: bool,
}

/// What a movement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Paid to the account.
    Incoming,
    /// Paid from the account.
    Outgoing,
    /// Undoes an earlier one, either way: a gift that went back, or a payment of ours that came back and is no gift.
    Reversal,
}

/// What is known of a file before it is read.
#[derive(Clone, Debug)]
pub struct Hint {
    /// Of the account, for tables that do not say.
    pub currency: Currency,
    /// How its table is to be read; of no weight for CAMT and MT940. Without one it is proposed by the heads.
    pub mapping: Option<CsvMapping>,
}

/// Reads a file whose kind its bytes tell.
///
/// # Errors
/// The first thing that cannot be understood, with its place. Nothing is read in part: a line that is missed in silence
/// would be a gift that nobody sees.
pub fn read(bytes: &[u8], hint: &Hint) -> Result<Statement, Fault> {
    let kind = kind_of(bytes)?;
    let told = match kind {
        Kind::Camt => camt::read(&text::of_xml(bytes)?)?,
        Kind::Mt940 => mt940::read(&text::of_any(bytes)?)?,
        Kind::Csv => match &hint.mapping {
            Some(mapping) => csv::read(bytes, mapping, hint.currency)?,
            None => csv::read(bytes, &propose(bytes)?, hint.currency)?,
        },
    };
    Ok(Statement { kind, pending: told.pending, lines: key::lines(told.entries) })
}

/// The kind of a file by its bytes. Whatever is text and neither of the others is taken for a table.
///
/// # Errors
/// It is empty, too large or no text.
pub fn kind_of(bytes: &[u8]) -> Result<Kind, Fault> {
    let text = text::beginning(bytes)?;
    let begins = text.trim_start();
    if begins.starts_with('<') {
        Ok(Kind::Camt)
    } else if begins.starts_with("{1:") || text.lines().any(|line| line.starts_with(":20:")) {
        Ok(Kind::Mt940)
    } else {
        Ok(Kind::Csv)
    }
}

/// The number of an account without blanks. What is longer than any number is cut, since it goes into every line.
fn account(number: &str) -> String {
    number.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(70).collect()
}

/// What the readers of each kind tell.
#[derive(Default)]
struct Told {
    entries: Vec<Entry>,
    pending: usize,
}

impl Told {
    fn add(&mut self, entry: Entry) -> Result<(), Fault> {
        if self.entries.len() >= MOST_LINES {
            return Err(What::TooManyLines { most: MOST_LINES }.at(Place::File));
        }
        self.entries.push(entry);
        Ok(())
    }
}

/// A line before it has its key, its words as the file has them.
struct Entry {
    account: String,
    day: Date,
    amount: Amount,
    is_reversal: bool,
    name: String,
    iban: Option<Iban>,
    reference: Option<Reference>,
    text: String,
    /// By which the bank knows it; empty where it gives none.
    bank_reference: String,
    /// By which the payer knows it; empty where none is told.
    end_to_end: String,
    is_batch: bool,
}
