//! Why a file is no statement, and where. The words for it are the app’s.

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub place: Place,
    pub what: What,
}

/// Where in a file. Lines count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    File,
    Line(u64),
    /// An element of XML by its name, and the line on which it begins.
    Element {
        name: &'static str,
        line: u64,
    },
    /// A cell of a table; columns count from 0, as a mapping’s do.
    Cell {
        line: u64,
        column: usize,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Empty,
    TooLarge {
        most_bytes: usize,
    },
    TooManyLines {
        most: usize,
    },
    TooManyColumns {
        most: usize,
    },
    /// A PDF, a spreadsheet, or letters in another encoding than it says.
    NotText,
    /// XML that does not end as it begins, or whose elements do not close.
    BrokenXml,
    /// A document type or an entity of its own. No bank’s file has one; files that mean harm do.
    ForbiddenXml,
    /// More elements in each other, or in one entry, than any bank writes.
    TooDeep,
    /// XML without a statement in it.
    NoStatement,
    Missing(Field),
    /// What stands there is no day, amount, …; cut to sixty characters.
    Unreadable(Field, String),
    /// A line that is no part of a statement.
    UnknownLine,
    /// The lines do not come to the difference of the balances before and after them: some were lost, or one was made
    /// up within a payer’s words.
    Unbalanced,
    /// An entry of a table has not as many cells as the first one has: a delimiter stands in somebody’s words unquoted.
    UnevenRow,
    /// A cell goes over several lines and has delimiters in it: a quotation mark in somebody’s words was left open, and
    /// would hide the entries below.
    OpenQuote,
    /// No row has heads that say which columns are the day and the amount.
    NoHeads,
}

/// A part of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Day,
    Amount,
    Currency,
    /// Whether it came in or went out.
    Direction,
    /// Whether it is booked.
    Status,
    Balance,
}

impl What {
    pub(super) fn at(self, place: Place) -> Fault {
        Fault { place, what: self }
    }

    pub(super) fn unreadable(field: Field, text: &str) -> Self {
        Self::Unreadable(field, text.trim().chars().take(60).collect())
    }
}
