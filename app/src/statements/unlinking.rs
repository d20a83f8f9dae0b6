//! To whom private links went is forgotten when its time is over, and with it the link; replies stay.

use super::store;
use crate::clock::HOUR;
use crate::jobs::{self, Lease, Progress};
use crate::people::personal_data::kept_for;
use crate::state::App;
use broadside_db::{Lane, Result};

pub const UNLINK: &str = "forget-statement-links";
/// So many rows a step.
const STEP: i64 = 50;

pub async fn forget(app: &App, lease: Lease) -> Result<Progress> {
    let now = app.clock.now();
    let before = now - kept_for("statement_link");
    let gone = app
        .db
        .write(Lane::Ordinary, move |c| {
            let lease = lease.clone();
            Box::pin(async move {
                let gone = store::forget_links(c, before, STEP).await?;
                jobs::advance(c, &lease, 0, if gone > 0 { 0 } else { now + HOUR }).await?;
                Ok(gone)
            })
        })
        .await?;
    Ok(if gone > 0 { Progress::More } else { Progress::Idle })
}
