//! Forgetting what rows were before a change, once it can no longer be taken back.

use super::{UNDO_FOR, store};
use crate::clock::HOUR;
use crate::jobs::{self, Lease, Progress};
use crate::state::App;
use broadside_db::{Lane, Result};

pub const FORGET_CHANGES: &str = "forget-changes";
/// So many rows a step: about 5 ms of the writer.
const STEP: i64 = 200;

pub async fn forget(app: &App, lease: Lease) -> Result<Progress> {
    let now = app.clock.now();
    let forgotten = app
        .db
        .write(Lane::Ordinary, move |c| {
            let lease = lease.clone();
            Box::pin(async move {
                let forgotten = store::delete_older_than(c, now - UNDO_FOR, STEP).await?;
                let next = if forgotten > 0 { 0 } else { now + HOUR };
                jobs::advance(c, &lease, 0, next).await?;
                Ok(forgotten)
            })
        })
        .await?;
    Ok(if forgotten > 0 { Progress::More } else { Progress::Idle })
}
