//! The one connection that writes to a SQLite file: whose turn it is, when it is of no more use, and whether the
//! file may grow.

use crate::open::Pools;
use crate::{Db, Lane, Result};
use sqlx::pool::PoolOptions;
use sqlx::sqlite::{Sqlite, SqlitePoolOptions};
use sqlx::{Connection, SqliteConnection};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError};
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

/// A way to the writer. Whoever gathers what is to be written until the last moment has taken the turn before.
pub struct Entry {
    lane: Lane,
    /// Used up by the first try.
    taken: std::sync::Mutex<Option<Turn>>,
}

impl From<Lane> for Entry {
    fn from(lane: Lane) -> Self {
        Self { lane, taken: std::sync::Mutex::default() }
    }
}

/// What the program knows of its writer.
#[derive(Clone, Default)]
pub struct Writer {
    /// It was opened while the disk could only be read: it is of no more use.
    pub worn: Arc<AtomicBool>,
    /// No new page is taken: see [`Db::keep_size`].
    pub keeps_size: Arc<AtomicBool>,
}

/// A connection is kept for as long as it can begin a transaction and write.
///
/// It cannot begin one where SQLite, out of room or after a failed write, has ended the last one by itself: the
/// driver goes on believing that it runs. And it cannot write, ever, where it was opened while the disk could only
/// be read: `worn` says so. Both are left for a new one.
pub fn options(writer: Writer) -> PoolOptions<Sqlite> {
    let Writer { worn, keeps_size } = writer;
    SqlitePoolOptions::new()
        .max_connections(1)
        // A file does not hang up, and asking it before each transaction is a trip for nothing.
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(move |connection, _| {
            let keeps_size = keeps_size.load(Ordering::Relaxed);
            Box::pin(async move { if keeps_size { keep_size(connection, true).await } else { Ok(()) } })
        })
        .before_acquire(move |connection, _| {
            let is_worn = worn.swap(false, Ordering::Relaxed) || connection.is_in_transaction();
            Box::pin(async move { Ok(!is_worn) })
        })
}

impl Db {
    /// Waits for the turn, where there is one, before it is known what is to be written.
    pub(crate) async fn enter(&self, lane: Lane) -> Entry {
        Entry { lane, taken: std::sync::Mutex::new(self.turn(lane).await) }
    }

    /// The turn that was taken beforehand, else the next.
    pub(crate) async fn turn_of(&self, entry: &Entry) -> Option<Turn> {
        let taken = entry.taken.lock().unwrap_or_else(PoisonError::into_inner).take();
        if taken.is_some() { taken } else { self.turn(entry.lane).await }
    }

    /// From now on SQLite takes no new page, as on a full disk, or takes them again: for rehearsals. What it took
    /// before may still be brought into the file.
    pub async fn keep_size(&self, keeps_size: bool) -> Result<()> {
        if let Pools::Sqlite { writer, .. } = &self.pools {
            // Before it is said to the connection that is there: one that is made meanwhile is told too.
            self.known.keeps_size.store(keeps_size, Ordering::Relaxed);
            let _turn = self.turn(Lane::Ordinary).await;
            keep_size(&mut *writer.acquire().await?, keeps_size).await?;
        }
        Ok(())
    }
}

/// SQLite takes the size that the file has for the least, and this number for the most that a file can have.
async fn keep_size(connection: &mut SqliteConnection, keeps_size: bool) -> sqlx::Result<()> {
    let most = if keeps_size { "pragma max_page_count = 1" } else { "pragma max_page_count = 4294967294" };
    sqlx::query(most).execute(connection).await.map(drop)
}
