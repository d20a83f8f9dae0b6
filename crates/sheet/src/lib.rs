//! A spreadsheet (XLSX: ECMA-376, a ZIP of XML) that is written in pieces and can be gone on with after the
//! program was killed: what stands between two pieces is a small [`Book`], and the file behind its bytes.
//!
//! Nothing of it is held in memory but the piece that is written. Texts are written as texts, so that no
//! cell becomes a formula, whatever a person typed into it.

mod xml;
mod zip;

use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io;
use zip::{Entry, Open};

/// So many rows a sheet has in every program that reads one, its head among them.
pub const MOST_ROWS: u64 = 1_048_576;
/// A sheet's XML ends before the numbers of a plain ZIP do.
const MOST_BYTES: u64 = 3 << 30;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(i64),
    /// Microseconds since 1970 UTC; shown as UTC.
    Moment(i64),
}

/// How far a book has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    /// How much of the file counts.
    pub bytes: u64,
    entries: Vec<Entry>,
    sheets: u64,
    open: Option<Open>,
    /// Rows of the sheet that is open.
    rows: u64,
}

impl Book {
    /// Adds rows, each sheet under these heads; a full sheet is followed by another. The file stands behind
    /// `bytes`.
    ///
    /// # Errors
    /// Where the file cannot be written, or would be larger than a plain ZIP may be.
    pub fn write(&mut self, file: &mut File, heads: &[&str], rows: &[Vec<Cell>]) -> io::Result<()> {
        self.write_sheets(file, heads, rows, MOST_ROWS)
    }

    fn write_sheets(
        &mut self,
        file: &mut File,
        heads: &[&str],
        mut rows: &[Vec<Cell>],
        most: u64,
    ) -> io::Result<()> {
        loop {
            if self.open.as_ref().is_some_and(|open| self.rows >= most || open.size > MOST_BYTES) {
                self.end_sheet(file)?;
            }
            let mut piece = String::new();
            if self.open.is_none() {
                self.begin_sheet(file)?;
                piece.push_str(xml::SHEET_BEGINS);
                self.rows = 1;
                xml::head(&mut piece, heads);
            }
            let room = usize::try_from(most - self.rows).unwrap_or(usize::MAX).min(rows.len());
            let (now, later) = rows.split_at(room);
            for row in now {
                self.rows += 1;
                xml::row(&mut piece, self.rows, row);
            }
            self.add(file, &piece)?;
            rows = later;
            if rows.is_empty() {
                return Ok(());
            }
        }
    }

    /// Ends the book: it can be opened now. Its sheets are called so, numbered from the second on.
    ///
    /// # Errors
    /// As [`Book::write`].
    pub fn finish(&mut self, file: &mut File, name: &str) -> io::Result<()> {
        if self.open.is_none() {
            self.write(file, &[], &[])?;
        }
        self.end_sheet(file)?;
        for (path, text) in [
            ("xl/workbook.xml", xml::workbook(name, self.sheets)),
            ("xl/_rels/workbook.xml.rels", xml::relations(self.sheets)),
        ] {
            self.whole(file, path, &text)?;
        }
        zip::end(file, &self.entries, &mut self.bytes)
    }

    fn begin_sheet(&mut self, file: &mut File) -> io::Result<()> {
        if self.sheets == 0 {
            for (path, text) in xml::FIRST_PARTS {
                self.whole(file, path, text)?;
            }
        }
        self.sheets += 1;
        let path = format!("xl/worksheets/sheet{}.xml", self.sheets);
        self.open = Some(zip::begin(file, path, &mut self.bytes)?);
        Ok(())
    }

    fn end_sheet(&mut self, file: &mut File) -> io::Result<()> {
        self.add(file, xml::SHEET_ENDS)?;
        if let Some(open) = self.open.take() {
            self.entries.push(zip::close(file, open, &mut self.bytes)?);
        }
        Ok(())
    }

    fn add(&mut self, file: &mut File, text: &str) -> io::Result<()> {
        match &mut self.open {
            Some(open) => zip::add(file, open, text.as_bytes(), &mut self.bytes),
            None => Ok(()),
        }
    }

    fn whole(&mut self, file: &mut File, path: &str, text: &str) -> io::Result<()> {
        let mut open = zip::begin(file, path.to_owned(), &mut self.bytes)?;
        zip::add(file, &mut open, text.as_bytes(), &mut self.bytes)?;
        self.entries.push(zip::close(file, open, &mut self.bytes)?);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
