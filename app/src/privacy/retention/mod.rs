//! What goes when its time is over: the job that sees to what was withdrawn, and the preview of all of it.
//! What was made and never became anything is deleted by `signatures/expiry.rs`, after the same map. What
//! a campaign keeps for a shorter time goes here too.

mod days;
mod own;

pub use days::Days;

use super::store::{self, Retention};
use crate::clock::{DAY, HOUR};
use crate::jobs::{self, Lease, Progress};
use crate::people::declaration::{Until, has};
use crate::state::App;
use broadside_db::{Connection, Lane, Result};
use std::sync::Arc;

pub const FORGET: &str = "forget-withdrawn";
/// So many rows a step: about 5 ms of the writer.
const STEP: i64 = 50;

/// One step: of each retention of what was withdrawn, and of each campaign's own, some rows whose time is
/// over.
pub async fn forget(app: &App, lease: Lease) -> Result<Progress> {
    let now = app.clock.now();
    let work = Arc::new((lease, own::due(app, now).await?));
    let (forgotten, letters) = app
        .db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (lease, due) = &*work;
                store::note_ends(c, now).await?;
                let (mut forgotten, letters) = own::carry_out(c, due).await?;
                for one in Retention::all() {
                    forgotten += store::forget_withdrawn(c, &one, one.limit(now), STEP).await?;
                }
                let next = if forgotten > 0 { 0 } else { now + HOUR };
                jobs::advance(c, lease, 0, next).await?;
                Ok((forgotten, letters))
            })
        })
        .await?;
    for letter in letters {
        app.sheets.forget(letter);
    }
    Ok(if forgotten > 0 { Progress::More } else { Progress::Idle })
}

/// What of a table goes when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub retention: Retention,
    /// Past its time by more than a day: the program does not run, or is far behind.
    pub overdue: i64,
    /// Whose time is over, or will be within a day, a week, a month.
    pub within: [(i64, i64); 3],
}

pub async fn due(c: &mut Connection, now: i64) -> Result<Vec<Due>> {
    let mut all = Vec::new();
    for retention in Retention::all() {
        let mut within = [(1, 0), (7, 0), (30, 0)];
        for (days, rows) in &mut within {
            *rows = store::count_older(c, &retention, retention.limit(now + *days * DAY)).await?;
        }
        let overdue = store::count_older(c, &retention, retention.limit(now - DAY)).await?;
        all.push(Due { retention, overdue, within });
    }
    Ok(all)
}

/// What goes of a campaign when, if it keeps things so long: whose time is over or will be within a day, a
/// week, a month. What goes along with other rows is not told of.
pub async fn due_in(c: &mut Connection, campaign: i64, days: &Days, now: i64) -> Result<Vec<Due>> {
    let mut all = Vec::new();
    for retention in Retention::all().into_iter().filter(|one| has(one.table, "id")) {
        let retention = days.of(retention);
        let limits = [1, 7, 30].map(|day| retention.limit(now + day * DAY));
        let [day, week, month] = store::count_older_in(c, &retention, campaign, limits).await?;
        all.push(Due { retention, overdue: 0, within: [(1, day), (7, week), (30, month)] });
    }
    Ok(all)
}

/// The preview, a line a table.
pub fn preview(due: &[Due]) -> String {
    let line = |one: &Due| {
        let since = match one.retention.until {
            Until::Withdrawn { .. } => "withdrawn",
            _ => "made",
        };
        let [(_, day), (_, week), (_, month)] = one.within;
        let (name, days) = (one.retention.name(), one.retention.days());
        format!(
            "{name}: kept {days} days after it was {since}; {day} go within a day, {week} within 7 days, \
             {month} within 30\n"
        )
    };
    due.iter().map(line).collect()
}
