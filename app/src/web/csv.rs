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

/// A cell that a spreadsheet could take for a formula begins with an apostrophe, which says "text" to it
/// (OWASP, CSV injection).
fn cell(words: &str) -> String {
    let dangerous = words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let words = if dangerous { format!("'{words}") } else { words.to_owned() };
    if dangerous || words.contains([',', '"', '\r', '\n', ';', '\t']) {
        format!("\"{}\"", words.replace('"', "\"\""))
    } else {
        words
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
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
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
    fn a_cell_keeps_its_commas_quotes_and_lines() {
        assert_eq!(
            row(["a,b", "say \"no\"", "two\nlines", ""]),
            "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\r\n"
        );
    }
}
