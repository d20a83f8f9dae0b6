//! The one connection that writes to a SQLite file, and when it is of no more use.

use sqlx::Connection;
use sqlx::pool::PoolOptions;
use sqlx::sqlite::{Sqlite, SqlitePoolOptions};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

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
