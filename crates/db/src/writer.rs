//! The one connection that writes to a SQLite file: whose turn it is, and when it is of no more use.

use crate::Lane;
use sqlx::Connection;
use sqlx::pool::PoolOptions;
use sqlx::sqlite::{Sqlite, SqlitePoolOptions};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::{Mutex, OwnedMutexGuard};

/// Who writes next.
#[derive(Clone, Default)]
pub struct Turns {
    /// Ordinary writers queue here first, so that only one of them waits at the writer's own door.
    ordinary: Arc<Mutex<()>>,
    writer: Arc<Mutex<()>>,
}

/// The right to the writer, for as long as it is held.
pub struct Turn {
    _first: Option<OwnedMutexGuard<()>>,
    _writer: OwnedMutexGuard<()>,
}

impl Turns {
    pub async fn take(&self, lane: Lane) -> Turn {
        let first = match lane {
            Lane::Intake => None,
            Lane::Ordinary => Some(self.ordinary.clone().lock_owned().await),
        };
        Turn { _first: first, _writer: self.writer.clone().lock_owned().await }
    }
}

/// A connection is kept for as long as it can begin a transaction and write.
///
/// It cannot begin one where SQLite, out of room or after a failed write, has ended the last one by itself: the
/// driver goes on believing that it runs. And it cannot write, ever, where it was opened while the disk could only
/// be read: `worn` says so. Both are left for a new one.
pub fn options(worn: Arc<AtomicBool>) -> PoolOptions<Sqlite> {
    SqlitePoolOptions::new()
        .max_connections(1)
        // A file does not hang up, and asking it before each transaction is a trip for nothing.
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
        .before_acquire(move |connection, _| {
            let is_worn = worn.swap(false, Ordering::Relaxed) || connection.is_in_transaction();
            Box::pin(async move { Ok(!is_worn) })
        })
}
