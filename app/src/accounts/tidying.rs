//! Links, sessions and codes that open nothing any more are told of for a while, and then deleted.

use super::store;
use crate::clock::DAY;
use crate::jobs::{self, Lease, Progress};
use crate::state::App;
use broadside_db::Result;

pub const TIDY: &str = "tidy-desk";
/// So long a link still says that it was used, withdrawn or too late.
pub const TOLD_OF: i64 = 30 * DAY;
/// So many rows a step: about 5 ms of the writer.
const STEP: i64 = 100;

/// One step.
pub async fn tidy(app: &App, lease: Lease) -> Result<Progress> {
    let now = app.clock.now();
    let over = now - TOLD_OF;
    jobs::forget(&app.db, lease, now, move |c| {
        Box::pin(async move {
            Ok(store::delete_dead_links(c, over, STEP).await?
                + store::delete_dead_sessions(c, over, STEP).await?
                + store::delete_used_codes(c, over).await?)
        })
    })
    .await
}
