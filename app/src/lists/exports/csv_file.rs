//! An export as CSV: the same as the table that is taken away at once.

use super::Piece;
use crate::web::csv;
use std::fs::File;
use std::io::{self, Write};

/// Adds a piece; how many bytes it took.
pub fn write(mut file: &File, piece: &Piece) -> io::Result<u64> {
    let mut text = String::new();
    if piece.is_first {
        text.push_str(&csv::row(piece.heads.iter().copied()));
    }
    for row in &piece.rows {
        text.push_str(&csv::row(row.iter().map(String::as_str)));
    }
    file.write_all(text.as_bytes())?;
    Ok(text.len() as u64)
}
