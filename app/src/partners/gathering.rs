//! Gathers what a partner takes away, step by step: which consents it is told of, by their number. Its position is
//! stored with the lines, so that nobody is told of twice, whatever happens between.

use super::{gathered, store};
use crate::jobs::{self, Lease, Progress};
use crate::state::App;
use broadside_db::{Connection, Lane, Result};
use std::sync::Arc;

pub const GATHER: &str = "gather-partner-exports";
/// So many consents a step: about 5 ms of the writer.
const STEP: usize = 200;

pub async fn any(c: &mut Connection) -> Result<bool> {
    Ok(store::under_way(c).await?.is_some())
}

pub async fn gather(app: &App, lease: Lease) -> Result<Progress> {
    let read_at = app.clock.now();
    let mut c = app.db.read().await?;
    let Some(export) = store::under_way(&mut c).await? else {
        drop(c);
        jobs::put_off(&app.db, lease, 0).await?;
        return Ok(Progress::Idle);
    };
    let Some(one) = store::partnership_by_id(&mut c, export.partnership).await? else {
        return Ok(Progress::Idle);
    };
    let most = i64::try_from(STEP).unwrap_or(i64::MAX);
    let facts = store::facts(&mut c, &one, export.position, most).await?;
    let told = store::told(&mut c, one.id, export.position, most).await?;
    drop(c);
    let mut step = gathered(&facts, &told, export.is_whole, one.since, export.position, STEP);
    if one.ended.is_some() {
        // Whoever has ended it takes nothing away any more.
        step.lines.clear();
        step.is_last = true;
    }
    let work = Arc::new((lease, export, step));
    let now = app.clock.now();
    app.db
        .write(Lane::Ordinary, move |c| {
            let (work, group) = (work.clone(), one.group);
            Box::pin(async move {
                let (lease, export, step) = &*work;
                if jobs::advance(c, lease, 0, 0).await? {
                    store::note(c, group, export, step, read_at, now).await?;
                }
                Ok(())
            })
        })
        .await?;
    Ok(Progress::More)
}
