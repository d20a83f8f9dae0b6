//! Bringing SQLite's write-ahead log into its file, beside the writer instead of within its commits.
//!
//! Left to itself the engine does it in whichever commit makes the log a thousand pages long: everybody who shares
//! that commit waits for every page that changed since, and pages that change with each batch are written over and
//! over. Here a connection of its own does it four times a second while there is something to do; a reader or the
//! writer is in nobody's way meanwhile. A sync of the file holds up the log's for as long as it takes, and the engine
//! syncs it only where all of the log is in, which while many write is seldom, and then it is much: here it is synced
//! whenever a megabyte was brought in. The log begins anew only where all of it was brought in and nobody writes: when
//! it has grown long, the rest of it is brought in on the writer's turn. After a quiet while the writer gives back the
//! pages that it holds of what was written.

use crate::writer::Turns;
use crate::{Lane, Result, file};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::sqlite::SqlitePoolOptions;
use sqlx::{ConnectOptions as _, Row as _, SqlitePool};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

const EVERY: Duration = Duration::from_millis(250);
/// Nothing written for so long is no crowd: what the next one needs comes from the system's own cache.
const QUIET: Duration = Duration::from_secs(1);
/// 64 MiB of pages.
const LONG: i64 = 16_384;
/// So many pages of the log, a megabyte at most, and the file is synced.
const MANY: i64 = 256;
/// So many pages, a quarter of a gigabyte, and the engine does it by itself after all.
pub const AT_WORST: &str = "65536";

/// The one who does it, until it is closed.
pub struct Checkpoints {
    alone: SqlitePool,
    written: Arc<Written>,
    running: JoinHandle<()>,
}

/// Whether anything was written since the log was looked at.
#[derive(Default)]
struct Written {
    lately: AtomicBool,
    wake: Notify,
}

impl Checkpoints {
    pub fn start(options: SqliteConnectOptions, writer: SqlitePool, turns: Turns) -> Self {
        let alone = SqlitePoolOptions::new()
            .max_connections(1)
            .test_before_acquire(false)
            .idle_timeout(None)
            .max_lifetime(None)
            // However long it takes, nobody waits for it: no statement to warn of.
            .connect_lazy_with(options.disable_statement_logging());
        let written = Arc::<Written>::default();
        let running = tokio::spawn(keep_short(alone.clone(), writer, written.clone(), turns));
        Self { alone, written, running }
    }

    /// Something was committed.
    pub fn written(&self) {
        if !self.written.lately.swap(true, Ordering::Relaxed) {
            self.written.wake.notify_one();
        }
    }

    pub async fn close(&self) {
        self.alone.close().await;
        self.running.abort();
    }
}

impl Drop for Checkpoints {
    fn drop(&mut self) {
        self.running.abort();
    }
}

async fn keep_short(alone: SqlitePool, writer: SqlitePool, written: Arc<Written>, turns: Turns) {
    let (mut holds_pages, mut synced) = (true, Synced::default());
    while !alone.is_closed() {
        let done = if woken(&written, holds_pages.then_some(QUIET)).await {
            tokio::time::sleep(EVERY).await;
            written.lately.store(false, Ordering::Relaxed);
            holds_pages = true;
            shorten(&alone, &turns, &mut synced).await
        } else {
            holds_pages = false;
            give_back(&writer, &turns).await
        };
        if let Err(error) = done {
            // A full or a read-only disk: what was committed stands in the log, and is brought in when it can be.
            tracing::debug!(%error, "the write-ahead log was not brought in, or the writer's pages not given back");
        }
    }
}

/// Waits until something is written: tells whether it was, within the time that is given.
async fn woken(written: &Written, at_most: Option<Duration>) -> bool {
    let woken = written.wake.notified();
    let Some(at_most) = at_most else {
        woken.await;
        return true;
    };
    tokio::time::timeout(at_most, woken).await.is_ok()
}

/// Gives back the pages that the writer holds and that nobody has asked for lately: up to 32 MiB after many sign-ons.
/// One that is at work is left alone, and none is made for it.
async fn give_back(writer: &SqlitePool, turns: &Turns) -> Result<()> {
    let _turn = turns.take(Lane::Ordinary).await;
    if let Some(mut idle) = writer.try_acquire() {
        sqlx::query("pragma shrink_memory").execute(&mut *idle).await?;
    }
    Ok(())
}

async fn shorten(alone: &SqlitePool, turns: &Turns, synced: &mut Synced) -> Result<()> {
    if bring_in_and_sync(alone, synced).await? > LONG {
        // What was written meanwhile is brought in once more, so that little is left for the writer's turn.
        bring_in_and_sync(alone, synced).await?;
        let _turn = turns.take(Lane::Ordinary).await;
        bring_in(alone).await?;
    }
    Ok(())
}

/// How many pages a log has, one that was written twice counted twice, and how many of them were brought in.
struct Log {
    pages: i64,
    brought_in: i64,
}

/// The file as it was synced last.
#[derive(Default)]
struct Synced {
    /// So many pages of the log had been brought in.
    to: i64,
    has_failed: bool,
}

impl Synced {
    /// Whether much was brought in since. Where less is in than there was, the log has begun anew.
    fn is_far_behind(&mut self, log: &Log) -> bool {
        if log.brought_in < self.to {
            self.to = 0;
        }
        log.brought_in - self.to > MANY
    }
}

async fn bring_in_and_sync(alone: &SqlitePool, synced: &mut Synced) -> Result<i64> {
    let log = bring_in(alone).await?;
    if synced.is_far_behind(&log) {
        match sync_file(alone).await {
            Ok(()) => *synced = Synced { to: log.brought_in, has_failed: false },
            // Nothing that was thanked for stands on it: the engine syncs the file itself before the log begins anew.
            Err(error) if !synced.has_failed => {
                tracing::warn!(%error, "the database's file was not synced; it is tried again with the next pages");
                synced.has_failed = true;
            }
            Err(_) => {}
        }
    }
    Ok(log.pages)
}

async fn sync_file(alone: &SqlitePool) -> Result<()> {
    let options = alone.connect_options();
    file::aside(move || file::beside(options.get_filename())?.sync_data()).await
}

/// Brings in what can be while others read and write.
async fn bring_in(alone: &SqlitePool) -> Result<Log> {
    let mut connection = alone.acquire().await?;
    match sqlx::query("pragma wal_checkpoint(passive)").fetch_one(&mut *connection).await {
        Ok(row) => Ok(Log { pages: row.try_get(1)?, brought_in: row.try_get(2)? }),
        Err(error) => {
            // One that was opened while the disk could only be read could never write.
            if let Err(also) = connection.close().await {
                tracing::debug!(%also, "a connection was not closed in peace");
            }
            Err(error.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open::Pools;
    use crate::{Db, query};

    fn holds(file: &std::path::Path, text: &str) -> bool {
        let bytes = std::fs::read(file).unwrap();
        memchr::memmem::find(&bytes, text.as_bytes()).is_some()
    }

    #[tokio::test]
    async fn a_quiet_while_is_told_from_one_in_which_something_was_written() {
        let written = Written::default();
        assert!(!woken(&written, Some(Duration::ZERO)).await);
        written.wake.notify_one();
        assert!(woken(&written, Some(Duration::from_mins(1))).await);
        written.wake.notify_one();
        assert!(woken(&written, None).await);
    }

    /// Held by whoever reads much: what the process has read is counted.
    static READING: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

    /// Bytes that the process has read so far, from files and otherwise.
    #[cfg(target_os = "linux")]
    fn bytes_read() -> u64 {
        let told = std::fs::read_to_string("/proc/self/io").unwrap();
        told.lines().find_map(|line| line.strip_prefix("rchar: ")).unwrap().parse().unwrap()
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn pages_that_were_given_back_are_read_anew_and_a_writer_at_work_is_left_alone() {
        const PAGES: u64 = 4_000_000;
        let _alone = READING.lock().await;
        let folder = tempfile::tempdir().unwrap();
        let options = SqliteConnectOptions::new().filename(folder.path().join("some.db"));
        let options = options.create_if_missing(true).pragma("cache_size", "-32768");
        let writer =
            crate::writer::options(crate::writer::Writer::default()).connect_with(options).await.unwrap();
        let turns = Turns::default();
        let run = async |statement| drop(sqlx::query(statement).fetch_all(&writer).await.unwrap());
        run("create table note (text blob not null)").await;
        run(
            "insert into note with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000) \
             select zeroblob(4000) from n",
        )
        .await;
        let read_for_all = async || {
            let before = bytes_read();
            run("select sum(length(text)) from note").await;
            bytes_read() - before
        };
        assert!(read_for_all().await < PAGES / 4, "the writer holds what it wrote");
        let at_work = writer.acquire().await.unwrap();
        tokio::time::timeout(Duration::from_secs(10), give_back(&writer, &turns)).await.unwrap().unwrap();
        drop(at_work);
        assert!(read_for_all().await < PAGES / 4);
        // Whoever worked with it gives it back in a task of its own.
        while writer.num_idle() == 0 {
            tokio::task::yield_now().await;
        }
        give_back(&writer, &turns).await.unwrap();
        let anew = read_for_all().await;
        assert!(anew >= PAGES, "{anew}");
    }

    #[test]
    fn the_file_is_synced_where_many_pages_were_brought_in_also_of_a_log_that_began_anew() {
        let is_far_behind = |to, brought_in| {
            Synced { to, has_failed: false }.is_far_behind(&Log { pages: 9_000, brought_in })
        };
        assert_eq!([0, MANY, MANY + 1].map(|brought_in| is_far_behind(0, brought_in)), [false, false, true]);
        assert_eq!(
            [5_000, 5_256, 5_257].map(|brought_in| is_far_behind(5_000, brought_in)),
            [false, false, true]
        );
        assert_eq!([0, 256, 257].map(|brought_in| is_far_behind(5_000, brought_in)), [false, false, true]);
    }

    #[tokio::test]
    async fn a_file_that_cannot_be_synced_is_brought_in_all_the_same() {
        let _alone = READING.lock().await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("some.db");
        let db = Db::open(&format!("sqlite:{}", file.display()), &[]).await.unwrap();
        let written = db.write(Lane::Ordinary, |c| {
            Box::pin(async move {
                query("create table note (text blob not null)").run(c).await?;
                query(
                    "insert into note with recursive n(i) as (select 1 union all select i + 1 from n where i < 400) \
                     select zeroblob(4000) from n",
                )
                .run(c)
                .await
            })
        });
        written.await.unwrap();
        let Pools::Sqlite { checkpoints, .. } = &db.pools else { panic!("this is SQLite") };
        let mut synced = Synced::default();
        let pages = bring_in_and_sync(&checkpoints.alone, &mut synced).await.unwrap();
        assert!(synced.to >= 400 && !synced.has_failed, "{}", synced.to);
        let elsewhere = folder.path().join("elsewhere.db");
        std::fs::rename(&file, &elsewhere).unwrap();
        let mut behind = Synced::default();
        assert_eq!(bring_in_and_sync(&checkpoints.alone, &mut behind).await.unwrap(), pages);
        assert!(behind.to == 0 && behind.has_failed, "there is no such file");
        std::fs::rename(&elsewhere, &file).unwrap();
        bring_in_and_sync(&checkpoints.alone, &mut behind).await.unwrap();
        assert!(behind.to >= 400 && !behind.has_failed, "{}", behind.to);
    }

    #[tokio::test]
    async fn what_was_committed_gets_into_the_file_while_somebody_writes() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("some.db");
        let db = Db::open(&format!("sqlite:{}", file.display()), &[]).await.unwrap();
        db.write(Lane::Ordinary, |c| {
            Box::pin(async move {
                query("create table note (text text not null)").run(c).await?;
                query("insert into note values ('a needle')").run(c).await.map(drop)
            })
        })
        .await
        .unwrap();
        assert!(!holds(&file, "a needle"), "a commit brings nothing in");
        let Pools::Sqlite { checkpoints, .. } = &db.pools else { panic!("this is SQLite") };
        let turns = Turns::default();
        let writing = turns.take(Lane::Intake).await;
        tokio::time::timeout(
            Duration::from_secs(10),
            shorten(&checkpoints.alone, &turns, &mut Synced::default()),
        )
        .await
        .unwrap()
        .unwrap();
        drop(writing);
        assert!(holds(&file, "a needle"));
        db.close().await;
        assert!(!folder.path().join("some.db-wal").exists(), "nothing holds the log open");
    }
}
