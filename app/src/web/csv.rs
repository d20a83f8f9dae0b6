//! Tables for spreadsheets (RFC 4180). No cell of them becomes a formula, whatever a person typed into it.

use crate::error::Result;
use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use std::io;
use tokio::sync::mpsc;

/// One row, ended.
pub fn row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut row = cells.into_iter().map(cell).collect::<Vec<_>>().join(",");
    row.push_str("\r\n");
    row
}

const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What a spreadsheet could take for a formula begins with an apostrophe, which says "text" to it (OWASP,
/// CSV injection). A spreadsheet set up for Spain or Germany parts cells at semicolons and heeds no quotes
/// inside them, so that each line and each semicolon of a text may begin a cell of its own.
fn cell(words: &str) -> String {
    let mut safe = String::with_capacity(words.len() + 2);
    let mut begins = true;
    for (at, c) in words.char_indices() {
        if begins && FORMULA.contains(&c) || at == 0 && matches!(c, '\t' | '\r' | '\n') {
            safe.push('\'');
        }
        begins = matches!(c, ';' | '\t' | '\r' | '\n') || begins && c == '"';
        safe.push(c);
    }
    if safe.len() > words.len() || safe.contains([',', '"', '\r', '\n', ';', '\t']) {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}

/// What is still to be sent: the sender hands over rows, the browser takes them at its own pace.
pub type Rows = mpsc::Sender<std::result::Result<Bytes, io::Error>>;

/// Answers with a file that is written while it is sent; nothing of it is held in memory. Where the writing
/// fails it is cut off, so that nobody takes a part for the whole.
pub fn stream<F>(file: &str, write: impl FnOnce(Rows) -> F) -> Response
where
    F: Future<Output = Result<()>> + Send + 'static,
{
    stream_as("text/csv; charset=utf-8", file, write)
}

/// The same of a file of another kind.
pub fn stream_as<F>(media_type: &'static str, file: &str, write: impl FnOnce(Rows) -> F) -> Response
where
    F: Future<Output = Result<()>> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel(2);
    let writing = write(sender.clone());
    tokio::spawn(async move {
        if let Err(error) = writing.await {
            tracing::warn!(%error, "an export ended early");
            // Whoever went away misses nothing.
            let _ = sender.send(Err(io::Error::other("the export ended early"))).await;
        }
    });
    let headers = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{file}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::REFERRER_POLICY, "no-referrer".to_owned()),
    ];
    let rows = futures_util::stream::unfold(receiver, |mut receiver| async move {
        receiver.recv().await.map(|rows| (rows, receiver))
    });
    (headers, Body::from_stream(rows)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_becomes_a_formula() {
        for evil in ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "\n=1", "＝1"] {
            let cell = cell(evil);
            assert!(cell.starts_with("\"'"), "{cell:?}");
        }
        assert_eq!(cell("Ada Lovelace"), "Ada Lovelace");
        assert_eq!(cell("1 = 1"), "1 = 1");
    }

    #[test]
    fn no_part_of_a_cell_becomes_one_where_semicolons_part_cells() {
        for (typed, written) in [
            ("x\n=1+1", "\"x\n'=1+1\""),
            ("x\r\n@sum", "\"x\r\n'@sum\""),
            ("x;=1+1", "\"x;'=1+1\""),
            ("x;\"=1+1;\"", "\"x;\"\"'=1+1;\"\"\""),
            ("x\t+1", "\"x\t'+1\""),
            ("one\n\ntwo; 1 = 1", "\"one\n\ntwo; 1 = 1\""),
        ] {
            assert_eq!(cell(typed), written, "{typed:?}");
        }
    }

    #[test]
    fn a_cell_keeps_its_commas_quotes_and_lines() {
        assert_eq!(
            row(["a,b", "say \"no\"", "two\nlines", ""]),
            "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\r\n"
        );
    }
}
