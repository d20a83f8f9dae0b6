//! An export as CSV: the same as the table that is taken away at once.

use super::{Carried, Piece};
use crate::lists::cells;
use crate::web::csv;
use std::fs::File;
use std::io::{self, Write};

/// Adds a piece behind what counts.
pub fn write(file: &mut File, carried: &mut Carried, piece: &Piece) -> io::Result<()> {
    let mut text = String::new();
    if carried.bytes == 0 {
        text.push_str(&csv::row(piece.columns.iter().map(|column| column.name)));
    }
    for line in &piece.lines {
        let cells = piece.columns.iter().zip(&line.cells);
        let cells: Vec<String> = cells.map(|(column, cell)| cells::in_file(column, cell.clone())).collect();
        text.push_str(&csv::row(cells.iter().map(String::as_str)));
    }
    file.write_all(text.as_bytes())?;
    carried.bytes += text.len() as u64;
    Ok(())
}
