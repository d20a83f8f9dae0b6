//! Slow work under leases: the rows, not the work itself, which stands in its slice and in `work.rs`.
//!
//! A job is a row with a position, a lease and a fence. Whoever takes the lease raises the fence;
//! whoever finishes a step says which fence it held, so that a holder who was too slow, or was
//! killed and came back, writes nothing. Where one process alone uses the database, a new start frees
//! what the old one held.

mod store;

pub use store::{
    Lease, advance, due, holds, move_to, note_failure, position, put_off, release, stuck, take, void_step,
};

use crate::clock::{HOUR, SECOND};
use broadside_db::{BoxFuture, Connection, Db, Lane, Result};

/// How long a step may take before another process may take it over.
pub const LEASE: i64 = 30 * SECOND;

/// What a step came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Something was done, and more may wait.
    More,
    /// Nothing to do for now.
    Idle,
}

/// One step of deleting what is over, which says how much it deleted: where there was something it is gone on with at
/// once, else in an hour.
pub async fn forget<F>(db: &Db, lease: Lease, now: i64, delete: F) -> Result<Progress>
where
    F: for<'c> Fn(&'c mut Connection) -> BoxFuture<'c, Result<u64>> + Clone + Send + Sync + 'static,
{
    let gone = db
        .write(Lane::Ordinary, move |c| {
            let (lease, delete) = (lease.clone(), delete.clone());
            Box::pin(async move {
                let gone = delete(c).await?;
                advance(c, &lease, 0, if gone > 0 { 0 } else { now + HOUR }).await?;
                Ok(gone)
            })
        })
        .await?;
    Ok(if gone > 0 { Progress::More } else { Progress::Idle })
}
