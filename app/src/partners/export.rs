//! A partner's file: a table of what changed, encrypted to its key with age while it is sent. Nothing of it is kept: it
//! is written from what stands at that moment, so that who was erased or took a consent back is in no file any more.

use super::store::{self, Export, Line};
use super::{Change, Partnership};
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::csv::{self, Rows};
use age::Encryptor;
use age::stream::StreamWriter;
use age::x25519::Recipient;
use axum::body::Bytes;
use axum::response::Response;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

/// So many lines are read at once.
const STEP: i64 = 500;

const COLUMNS: [&str; 11] = [
    "consent",
    "change",
    "name",
    "email",
    "language",
    "words",
    "words_version",
    "page",
    "source",
    "given_at",
    "ended_at",
];

/// What was encrypted and is still to be sent.
#[derive(Clone, Default)]
struct Pieces(Arc<Mutex<Vec<u8>>>);

impl Pieces {
    fn take(&self) -> Bytes {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner)).into()
    }
}

impl Write for Pieces {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(piece);
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Broken(format!("a partner's file could not be encrypted: {error}"))
}

/// Who takes a file away, by which session.
#[derive(Clone, Copy, Debug)]
pub struct Taker {
    pub account: i64,
    pub session: i64,
}

/// Answers with an export of a partnership, encrypted to a key. Where the partnership, the seat or the session ends
/// meanwhile the file is cut off, which age notices: it opens none whose end is not there.
pub fn send(app: &App, one: Partnership, export: &Export, key: Recipient, taker: Taker) -> Response {
    let (app, file) = (app.clone(), format!("{}-{}.csv.age", one.partner, export.number));
    let export = export.id;
    csv::stream_as("application/octet-stream", &file, move |rows| async move {
        let pieces = Pieces::default();
        let encryptor =
            Encryptor::with_recipients(std::iter::once(&key as &dyn age::Recipient)).map_err(broken)?;
        let mut writer = encryptor.wrap_output(pieces.clone()).map_err(broken)?;
        writer.write_all(csv::row(COLUMNS).as_bytes()).map_err(broken)?;
        let mut behind = 0;
        loop {
            let mut c = app.db.read().await?;
            let lines = store::lines(&mut c, &one, export, behind, STEP).await?;
            // Asked behind the lines, so that none of them was read after the end.
            let stands = store::may_take(&mut c, one.id, taker.account, taker.session).await?;
            drop(c);
            if !stands {
                return Err(Error::Broken(
                    "a partner's file was cut off, since it is the partner's no more".to_owned(),
                ));
            }
            let Some(last) = lines.last() else { break };
            behind = last.consent;
            writer.write_all(lines.iter().map(row).collect::<String>().as_bytes()).map_err(broken)?;
            if !hand_over(&rows, &pieces).await {
                return Ok(());
            }
        }
        end(writer)?;
        hand_over(&rows, &pieces).await;
        Ok(())
    })
}

fn end(writer: StreamWriter<Pieces>) -> Result<()> {
    writer.finish().map(|_| ()).map_err(broken)
}

/// False where whoever asked has gone away.
async fn hand_over(rows: &Rows, pieces: &Pieces) -> bool {
    let piece = pieces.take();
    piece.is_empty() || rows.send(Ok(piece)).await.is_ok()
}

/// A moment as RFC 3339 has it.
fn rfc3339(micros: i64) -> String {
    jiff::Timestamp::from_microsecond(micros).unwrap_or_default().to_string()
}

/// Of what holds no more the number alone is said: whoever took it back before the file was fetched is in none.
fn row(line: &Line) -> String {
    let consent = line.consent.to_string();
    let Some(one) = &line.holds else {
        let ended_at = rfc3339(line.ended_at.unwrap_or(line.at));
        let ended = Change::Ended.word();
        return csv::row([consent.as_str(), ended, "", "", "", "", "", "", "", "", ended_at.as_str()]);
    };
    csv::row([
        consent.as_str(),
        line.change.word(),
        &one.name,
        &one.email,
        &one.language,
        &one.words,
        &one.words_version,
        &one.page,
        &one.source,
        &rfc3339(one.given_at),
        "",
    ])
}
