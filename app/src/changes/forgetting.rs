//! Forgetting what rows were before a change, and by which network they were found, once it can no longer be taken
//! back.

use super::doing::list_of;
use super::{UNDO_FOR, store};
use crate::clock::HOUR;
use crate::jobs::{self, Lease, Progress};
use crate::lists::Deed;
use crate::lists::asked::Asked;
use crate::state::App;
use broadside_db::{Connection, Lane, Result};

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
                let forgotten = forgotten + networks(c, now - UNDO_FOR).await?;
                let next = if forgotten > 0 { 0 } else { now + HOUR };
                jobs::advance(c, &lease, 0, next).await?;
                Ok(forgotten)
            })
        })
        .await?;
    Ok(if forgotten > 0 { Progress::More } else { Progress::Idle })
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
