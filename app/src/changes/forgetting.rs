//! Forgetting what rows were before a change, and by which network they were found, once it can no longer be taken
//! back.

use super::doing::list_of;
use super::{UNDO_FOR, store};
use crate::jobs::{self, Lease, Progress};
use crate::lists::Deed;
use crate::lists::asked::Asked;
use crate::state::App;
use broadside_db::{Connection, Result};

pub const FORGET_CHANGES: &str = "forget-changes";
/// So many rows a step: about 5 ms of the writer.
const STEP: i64 = 200;

pub async fn forget(app: &App, lease: Lease) -> Result<Progress> {
    let now = app.clock.now();
    let before = now - UNDO_FOR;
    jobs::forget(&app.db, lease, now, move |c| {
        Box::pin(
            async move { Ok(store::delete_older_than(c, before, STEP).await? + networks(c, before).await?) },
        )
    })
    .await
}

async fn networks(c: &mut Connection, before: i64) -> Result<u64> {
    let mut forgotten = 0;
    for (id, deed, query) in store::that_name_a_network(c, before, STEP).await? {
        let Some(deed) = Deed::parse(&deed) else { continue };
        store::set_query(c, id, &Asked::without_networks(list_of(deed), &query)).await?;
        forgotten += 1;
    }
    Ok(forgotten)
}
