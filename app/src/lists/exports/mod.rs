//! A list written to a file a step at a time, however long it is. After a step both the file and the row that
//! says how far it has come are on disk; bytes that no row speaks of are written again.

mod csv_file;
pub mod pages;
pub mod routes;
mod xlsx_file;

use super::asked::{self, Asked, Place};
use super::store::{self, Line, Listing};
use super::{Column, List};
use crate::accounts::store as accounts;
use crate::jobs::Progress;
use crate::state::App;
use crate::tasks::working::{Turn, begin_anew, fail, write_down};
use crate::tasks::{self, Format, Reason, files};
use broadside_db::{BoxFuture, Error, Result};
use broadside_sheet::Book;
use serde::{Deserialize, Serialize};
use std::io;

/// So many rows a step.
const IN_A_STEP: usize = 1_000;

/// What one step hands to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Carried {
    /// The numbers between which rows stood when it was begun; what comes later is not in it.
    first: i64,
    last: i64,
    /// How much of the file counts.
    bytes: u64,
    /// Of an XLSX: how far it has come.
    book: Book,
}

/// One step of an export.
pub fn step<'a>(app: &'a App, turn: &'a Turn) -> BoxFuture<'a, Result<Progress>> {
    Box::pin(write_some(app, turn))
}

async fn write_some(app: &App, turn: &Turn) -> Result<Progress> {
    let task = &turn.task;
    let (Some(tasks::Asked::Export { list, query, format }), Some(file)) = (&task.asked, &task.file) else {
        return fail(app, turn, Reason::Fault).await;
    };
    let Some(list) = List::of_word(list) else { return fail(app, turn, Reason::Fault).await };
    let listing = listing(app, task, list, query).await?;
    let mut stand = task.stand.clone();
    let mut carried: Carried = serde_json::from_str(&stand.carried).unwrap_or_default();
    let mut c = app.db.read().await?;
    if stand.carried.is_empty() {
        (carried.first, carried.last) = store::ends(&mut c, &listing).await?;
        stand.position = carried.first - 1;
        stand.total = carried.last - carried.first + 1;
    }
    let (mut lines, up_to) = store::walk(&mut c, &listing, stand.position, IN_A_STEP).await?;
    drop(c);
    lines.retain(|line| line.spot.id <= carried.last);
    let position = up_to.filter(|up_to| *up_to < carried.last);
    let piece = Piece { columns: listing.columns.iter().map(|(column, _)| *column).collect(), lines };
    stand.rows += i64::try_from(piece.lines.len()).unwrap_or(0);
    let (data, name, format, is_last) =
        (app.settings.data.clone(), file.clone(), *format, position.is_none());
    let list = list.word;
    let (first, last) = (carried.first, carried.last);
    let written = tokio::task::spawn_blocking(move || -> io::Result<Option<Carried>> {
        let Some(mut file) = files::open_behind(&data, &name, carried.bytes)? else { return Ok(None) };
        match format {
            Format::Csv => csv_file::write(&mut file, &mut carried, &piece)?,
            Format::Xlsx => xlsx_file::write(&mut file, &mut carried, &piece, is_last.then_some(list))?,
        }
        file.sync_data()?;
        Ok(Some(carried))
    })
    .await
    .map_err(|lost| Error::Abandoned(lost.to_string()))?;
    let carried = match written {
        Ok(Some(carried)) => carried,
        Ok(None) => return begin_anew(app, turn).await,
        Err(error) => {
            tracing::error!(task = task.id, %error, "an export cannot be written");
            return fail(app, turn, Reason::Disk).await;
        }
    };
    stand.position = position.unwrap_or(last);
    stand.done = stand.position - first + 1;
    stand.carried = serde_json::to_string(&carried).unwrap_or_default();
    write_down(app, turn, stand, position.is_none()).await
}

/// What is added to a file.
struct Piece {
    columns: Vec<&'static Column>,
    lines: Vec<Line>,
}

/// What is asked for, as the list's own page would ask it.
async fn listing(app: &App, task: &tasks::Task, list: &'static List, query: &str) -> Result<Listing> {
    let campaign = match &task.campaign {
        Some((_, slug)) => accounts::campaign_place(&mut app.db.read().await?, slug).await?,
        None => None,
    };
    let place = Place { group: task.group, campaign: campaign.as_ref(), role: task.role };
    let asked = Asked { q: task.words.clone(), ..Asked::read(list, query) };
    asked::listing(app, list, place, &asked, list.in_files).await.map_err(|error| match error {
        crate::error::Error::Database(error) => error,
        other => Error::Abandoned(other.to_string()),
    })
}
