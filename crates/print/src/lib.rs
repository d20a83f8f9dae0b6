//! Prints words on pages: a tagged PDF whose faces are embedded, with page numbers, in any language that the faces
//! which ship with `broadside-artwork` can write. It knows nothing of what it prints.
//!
//! What comes out follows from what goes in alone: no clock, no file, no font of the machine.

mod line;
mod page;
mod pdf;

pub use page::{HEIGHT, WIDTH};

/// What is printed, in the order in which it is read.
#[derive(Clone, Debug)]
pub struct Sheet<'a> {
    /// BCP 47. The direction of the pages follows from it.
    pub language: &'a str,
    /// For the window of who reads it, and for search.
    pub title: &'a str,
    /// Who made it, as the file’s properties say.
    pub author: &'a str,
    pub parts: Vec<Part>,
    /// At the foot of every page.
    pub foot: &'a str,
}

/// A part that begins on a line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub kind: Kind,
    pub runs: Vec<Run>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The one heading of the whole.
    Title,
    Heading,
    Paragraph,
    Quotation,
    /// Of a list, with its mark and how many lists it stands in besides its own.
    Item {
        mark: String,
        depth: usize,
    },
    /// More of the item before.
    MoreOfItem {
        depth: usize,
    },
    /// One of many short lines, in two columns: read across, a line’s beginning first. It stays on one page.
    Listed,
    /// Small print.
    Note,
    /// A rule across the page; its runs are not printed.
    Rule,
}

/// Words that run by themselves, whatever stands beside them: a name of another script in a line.
pub fn isolated(words: &str) -> String {
    format!("\u{2068}{words}\u{2069}")
}

/// Words that are set alike. A line feed ends a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    pub words: String,
    pub is_strong: bool,
}

impl Part {
    pub fn plain(kind: Kind, words: impl Into<String>) -> Self {
        Self { kind, runs: vec![Run { words: words.into(), is_strong: false }] }
    }
}

/// A page that could not be printed. No words lead here: only a broken build does.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("a face that ships with the program cannot be read")]
    Face,
    #[error("the PDF cannot be written: {0}")]
    Pdf(String),
}

impl From<broadside_artwork::Error> for Error {
    fn from(_: broadside_artwork::Error) -> Self {
        Self::Face
    }
}

/// The sheet as a PDF of A4 pages. `foot` is given a page and how many there are, and answers what its number
/// looks like in the language.
pub fn pdf(sheet: &Sheet, number: impl Fn(usize, usize) -> String) -> Result<Vec<u8>, Error> {
    let pages = page::pages(sheet)?;
    pdf::write(sheet, &pages, number)
}

/// Whether words hold a letter that no face has; a mark stands in its place.
pub fn lacks(words: &str) -> Result<bool, Error> {
    Ok(!broadside_artwork::missing(words)?.is_empty())
}

#[cfg(test)]
mod tests;
