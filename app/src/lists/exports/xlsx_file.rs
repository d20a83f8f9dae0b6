//! An export as XLSX: numbers and moments are such, whatever else is text, as it was typed.

use super::{Carried, Piece};
use crate::lists::store;
use crate::lists::{Column, Shape};
use broadside_sheet::Cell;
use std::fs::File;
use std::io;

/// Adds a piece behind what counts; after the last one the book is ended, its sheets called so.
pub fn write(file: &mut File, carried: &mut Carried, piece: &Piece, ends: Option<&str>) -> io::Result<()> {
    let heads: Vec<String> = piece.columns.iter().map(|column| head(column)).collect();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let row = |cells: &[store::Cell]| -> Vec<Cell> {
        piece.columns.iter().zip(cells).map(|(column, one)| cell(column, one)).collect()
    };
    let rows: Vec<Vec<Cell>> = piece.lines.iter().map(|line| row(&line.cells)).collect();
    carried.book.write(file, &heads, &rows)?;
    if let Some(name) = ends {
        carried.book.finish(file, name)?;
    }
    carried.bytes = carried.book.bytes;
    Ok(())
}

/// A spreadsheet shows no time zone, so the head says it.
fn head(column: &Column) -> String {
    if matches!(column.shape, Shape::Moment) {
        format!("{} (UTC)", column.name)
    } else {
        column.name.to_owned()
    }
}

fn cell(column: &Column, cell: &store::Cell) -> Cell {
    match (column.shape, cell) {
        (Shape::Moment, store::Cell::Number(Some(at))) if *at > 0 => Cell::Moment(*at),
        (Shape::Number, store::Cell::Number(Some(number))) => Cell::Number(*number),
        (_, store::Cell::Flag(Some(flag))) => Cell::Number(i64::from(*flag)),
        (_, store::Cell::Text(Some(text))) => Cell::Text(text.clone()),
        _ => Cell::Empty,
    }
}
