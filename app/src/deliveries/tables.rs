//! The signatures of a letter as tables and for programs: CSV (RFC 4180), XLSX (ECMA-376) and JSON (RFC 8259).
//! The last rows are those whose names are not shown, so that the rows add up to the count.

use super::making::{Line, Whole};
use crate::web::csv;
use broadside_sheet::{Book, Cell};
use serde::Serialize;
use std::fs::File;
use std::io::{self, BufWriter, Write};

const HEADS: [&str; 4] = ["number", "name", "relation", "wording"];
/// So many rows of a spreadsheet are handed over at once.
const AT_ONCE: usize = 5_000;

pub fn csv(file: &mut File, whole: &Whole, lines: impl Iterator<Item = io::Result<Line>>) -> io::Result<()> {
    let mut out = BufWriter::new(file);
    out.write_all(csv::row(HEADS).as_bytes())?;
    for (nth, line) in lines.enumerate() {
        let line = line?;
        let (number, wording) = ((nth + 1).to_string(), line.version.to_string());
        let row = csv::row([&number, &line.name, whole.relation(&line), &wording].map(AsRef::as_ref));
        out.write_all(row.as_bytes())?;
    }
    for number in whole.unnamed_numbers() {
        out.write_all(csv::row([number.to_string().as_str(), "", "", ""]).as_bytes())?;
    }
    out.flush()
}

pub fn xlsx(
    file: &mut File,
    whole: &Whole,
    lines: impl Iterator<Item = io::Result<Line>>,
    sheet: &str,
) -> io::Result<()> {
    let mut book = Book::default();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let text = |words: &str| if words.is_empty() { Cell::Empty } else { Cell::Text(words.to_owned()) };
    let mut number = 0;
    for line in lines {
        let line = line?;
        number += 1;
        rows.push(vec![
            Cell::Number(number),
            text(&line.name),
            text(whole.relation(&line)),
            Cell::Number(line.version),
        ]);
        if rows.len() == AT_ONCE {
            book.write(file, &HEADS, &rows)?;
            rows.clear();
        }
    }
    for number in whole.unnamed_numbers() {
        rows.push(vec![Cell::Number(number)]);
        if rows.len() == AT_ONCE {
            book.write(file, &HEADS, &rows)?;
            rows.clear();
        }
    }
    book.write(file, &HEADS, &rows)?;
    book.finish(file, sheet)
}

#[derive(Serialize)]
struct Head<'a> {
    campaign: &'a str,
    group: &'a str,
    url: &'a str,
    language: &'a str,
    addressee: &'a str,
    title: &'a str,
    wording: i64,
    /// Markdown.
    body: &'a str,
    as_of: String,
    signatures: i64,
    unnamed: i64,
    organisations: &'a [String],
}

/// As RFC 3339 writes it.
fn moment(micros: i64) -> String {
    jiff::Timestamp::from_microsecond(micros).map(|at| at.to_string()).unwrap_or_default()
}

#[derive(Serialize)]
struct Signer<'a> {
    number: usize,
    name: &'a str,
    relation: &'a str,
    wording: i64,
}

/// One object, whose last member `signers` has a line each.
pub fn json(file: &mut File, whole: &Whole, lines: impl Iterator<Item = io::Result<Line>>) -> io::Result<()> {
    let mut out = BufWriter::new(file);
    let letter = &whole.around.letter;
    let head = serde_json::to_string_pretty(&Head {
        campaign: &letter.campaign,
        group: &letter.group,
        url: &letter.url,
        language: letter.language.tag(),
        addressee: &letter.addressee,
        title: &letter.title,
        wording: whole.version,
        body: &letter.body,
        as_of: moment(whole.as_of),
        signatures: whole.named + whole.unnamed,
        unnamed: whole.unnamed,
        organisations: &whole.around.organisations,
    })?;
    out.write_all(head.trim_end_matches(['}', '\n']).as_bytes())?;
    out.write_all(b",\n  \"signers\": [")?;
    for (nth, line) in lines.enumerate() {
        let line = line?;
        let relation = whole.relation(&line);
        out.write_all(if nth == 0 { b"\n    " } else { b",\n    " })?;
        let signer = Signer { number: nth + 1, name: &line.name, relation, wording: line.version };
        serde_json::to_writer(&mut out, &signer)?;
    }
    out.write_all(b"\n  ]\n}\n")?;
    out.flush()
}
