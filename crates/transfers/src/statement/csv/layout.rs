//! A table’s letters and cells, before anything is known of what they mean.

use crate::statement::{Fault, Field, Place, What, text};
use serde::{Deserialize, Serialize};

/// Cells of the widest row.
const MOST_COLUMNS: usize = 500;

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    pub encoding: Encoding,
    /// Between two cells; one of ASCII.
    pub delimiter: char,
}

/// In which letters. A file whose first bytes say UTF-16 or UTF-8 is read as such, whatever is said here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    Utf8,
    /// Latin-1 is read as this too.
    Windows1252,
}

impl Encoding {
    pub(super) fn of(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
        }
    }

    /// UTF-8 where it is that throughout.
    pub(super) fn shown_by(bytes: &[u8]) -> Self {
        if std::str::from_utf8(bytes).is_ok() { Self::Utf8 } else { Self::Windows1252 }
    }
}

/// The first rows of a table, as a person sees them who says which column is what.
///
/// # Errors
/// The bytes are no text.
pub fn preview(bytes: &[u8], layout: Layout, most: usize) -> Result<Vec<Vec<String>>, Fault> {
    let text = text::in_encoding(bytes, layout.encoding.of())?;
    rows(&text, layout, 0)?
        .take(most)
        .map(|row| Ok(row?.cells().map(|cell| cell.trim().to_owned()).collect()))
        .collect()
}

pub struct Row {
    cells: csv::StringRecord,
    line: u64,
}

impl Row {
    /// Without blanks around it; a row that ends early has empty ones.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default().trim()
    }

    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter()
    }

    pub fn width(&self) -> usize {
        self.cells.len()
    }

    /// A cell of it goes over several lines and has delimiters.
    pub fn hides_others(&self, delimiter: char) -> bool {
        self.cells().any(|cell| cell.contains('\n') && cell.contains(delimiter))
    }

    pub fn is(&self, what: What) -> Fault {
        what.at(Place::Line(self.line))
    }

    pub fn fault(&self, field: Field, column: usize) -> Fault {
        let cell = self.cell(column);
        let what = if cell.is_empty() { What::Missing(field) } else { What::unreadable(field, cell) };
        what.at(Place::Cell { line: self.line, column })
    }
}

/// Rows behind so many lines.
pub fn rows(
    text: &str,
    layout: Layout,
    skip: usize,
) -> Result<impl Iterator<Item = Result<Row, Fault>>, Fault> {
    // One beyond ASCII is none that a table has.
    let delimiter = u8::try_from(layout.delimiter).ok().filter(u8::is_ascii).unwrap_or(b';');
    let is_wide = |line: &str| line.bytes().filter(|byte| *byte == delimiter).count() >= MOST_COLUMNS;
    if let Some(at) = text.split('\n').position(is_wide) {
        return Err(What::TooManyColumns { most: MOST_COLUMNS }.at(Place::Line(at as u64 + 1)));
    }
    let rest: usize = text.split_inclusive('\n').take(skip).map(str::len).sum();
    let before = skip as u64;
    let rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(&text.as_bytes()[rest..])
        .into_records()
        .map(move |row| {
            let row = row.map_err(|_| What::NotText.at(Place::File))?;
            let line = before + row.position().map_or(0, csv::Position::line);
            Ok(Row { cells: row, line })
        });
    Ok(rows)
}
