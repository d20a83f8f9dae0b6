//! Bringing SQLite's write-ahead log into its file, beside the writer instead of within its commits.
//!
//! Left to itself the engine does it in whichever commit makes the log a thousand pages long: everybody who shares
//! that commit waits for every page that changed since, and pages that change with each batch are written over and
//! over. Here a connection of its own does it four times a second while there is something to do; a reader or the
//! writer is in nobody's way meanwhile. The file's sync holds up the log's: what is brought in more often holds it up
//! for less long. The log begins anew only where all of it was brought in and nobody writes: when it
//! has grown long, the rest of it is brought in on the writer's turn. After a quiet while the writer gives back the
//! pages that it holds of what was written.

use crate::writer::Turns;
use crate::{Lane, Result};
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
    let mut holds_pages = true;
    while !alone.is_closed() {
        let done = if woken(&written, holds_pages.then_some(QUIET)).await {
            tokio::time::sleep(EVERY).await;
            written.lately.store(false, Ordering::Relaxed);
            holds_pages = true;
            shorten(&alone, &turns).await
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

async fn shorten(alone: &SqlitePool, turns: &Turns) -> Result<()> {
    if bring_in(alone).await? > LONG {
        // What was written meanwhile is brought in once more, so that little is left for the writer's turn.
        bring_in(alone).await?;
        let _turn = turns.take(Lane::Ordinary).await;
        bring_in(alone).await?;
    }
    Ok(())
}

/// Brings in what can be while others read and write, and tells how many pages the log has.
async fn bring_in(alone: &SqlitePool) -> Result<i64> {
    let mut connection = alone.acquire().await?;
    match sqlx::query("pragma wal_checkpoint(passive)").fetch_one(&mut *connection).await {
        Ok(row) => Ok(row.try_get(1)?),
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
        tokio::time::timeout(Duration::from_secs(10), shorten(&checkpoints.alone, &turns))
            .await
            .unwrap()
            .unwrap();
        drop(writing);
        assert!(holds(&file, "a needle"));
        db.close().await;
        assert!(!folder.path().join("some.db-wal").exists(), "nothing holds the log open");
    }
}
