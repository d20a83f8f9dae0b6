//! To whom private links went is forgotten when its time is over, and with it the link; replies stay.

use super::store;
use crate::jobs::{self, Lease, Progress};
use crate::people::personal_data::kept_for;
use crate::state::App;
use broadside_db::Result;

pub const UNLINK: &str = "forget-statement-links";
/// So many rows a step.
const STEP: i64 = 50;

pub async fn forget(app: &App, lease: Lease) -> Result<Progress> {
    let now = app.clock.now();
    let before = now - kept_for("statement_link");
    jobs::forget(&app.db, lease, now, move |c| Box::pin(store::forget_links(c, before, STEP))).await
}
