//! What deleted rows leave behind in SQLite's files, and making it go.
//!
//! The writer runs with `secure_delete`: what it deletes, it overwrites. Two things escape that. Older
//! copies of a page stand in the write-ahead log until it is emptied into the database. And where the
//! engine moves rows from one page to the next, their old bytes stay in the unused room of the first
//! (measured: about one deleted row in a thousand); only a rebuilt file is free of those. PostgreSQL
//! has its own ways, which no client commands: nothing is done there.

use crate::open::Pools;
use crate::{Db, Error, Lane, Result, file};
use memchr::memmem::Finder;
use sqlx::Row as _;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::time::Duration;

/// Whether anything is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Traces {
    Gone,
    /// Somebody read an older state all the while, such as a backup being taken: to be tried again.
    Later,
}

/// How often, and with which rests between, the log is tried to be emptied.
const TRIES: u32 = 20;
const REST: Duration = Duration::from_millis(50);
/// So much of the file is looked at together.
const PIECE: usize = 1 << 20;

impl Db {
    /// Empties the write-ahead log, and rebuilds the file where any of these bytes still stand in it.
    /// Meanwhile sign-ons wait, about a second for each hundred megabytes; it is seldom needed.
    pub async fn leave_no_trace(&self, traces: Vec<Vec<u8>>) -> Result<Traces> {
        let Pools::Sqlite { writer, .. } = &self.pools else { return Ok(Traces::Gone) };
        if !self.empty_log().await? {
            return Ok(Traces::Later);
        }
        let file = writer.connect_options().get_filename().to_owned();
        let found = file::aside(move || holds_any(&file, &traces)).await?;
        if found { self.rebuild().await } else { Ok(Traces::Gone) }
    }

    /// Writes SQLite's file anew, so that nothing stands in it but what is stored.
    pub async fn rebuild(&self) -> Result<Traces> {
        let Pools::Sqlite { writer, .. } = &self.pools else { return Ok(Traces::Gone) };
        {
            let _turn = self.turn(Lane::Ordinary).await;
            sqlx::query("vacuum").execute(writer).await?;
        }
        Ok(if self.empty_log().await? { Traces::Gone } else { Traces::Later })
    }

    /// Whether the engine finds its file whole; nothing to say of PostgreSQL.
    pub async fn is_whole(&self) -> Result<bool> {
        let Pools::Sqlite { writer, .. } = &self.pools else { return Ok(true) };
        let said: String = sqlx::query("pragma integrity_check(1)").fetch_one(writer).await?.try_get(0)?;
        Ok(said == "ok")
    }

    async fn empty_log(&self) -> Result<bool> {
        for _ in 0..TRIES {
            if self.try_to_empty_log().await? {
                return Ok(true);
            }
            tokio::time::sleep(REST).await;
        }
        Ok(false)
    }

    /// Gives up soon where somebody reads: while it waits, nobody can write.
    async fn try_to_empty_log(&self) -> Result<bool> {
        let Pools::Sqlite { writer, .. } = &self.pools else { return Ok(true) };
        let _turn = self.turn(Lane::Ordinary).await;
        let mut connection = writer.acquire().await?;
        sqlx::query("pragma busy_timeout = 50").execute(&mut *connection).await?;
        let emptied = sqlx::query("pragma wal_checkpoint(truncate)").fetch_one(&mut *connection).await;
        sqlx::query("pragma busy_timeout = 10000").execute(&mut *connection).await?;
        match emptied.map_err(Error::from) {
            Ok(row) => Ok(row.try_get::<i64, _>(0)? == 0),
            Err(error) if error.is_conflict() => Ok(false),
            Err(error) => Err(error),
        }
    }
}

fn holds_any(file: &Path, traces: &[Vec<u8>]) -> std::io::Result<bool> {
    let finders: Vec<Finder> =
        traces.iter().filter(|trace| !trace.is_empty()).map(|trace| Finder::new(trace.as_slice())).collect();
    let Some(longest) = finders.iter().map(|finder| finder.needle().len()).max() else { return Ok(false) };
    let file = file::beside(file)?;
    let (mut seen, mut at) = (Vec::with_capacity(PIECE + longest), 0);
    loop {
        // What may be the beginning of a find is kept for the next piece.
        let kept = seen.len().saturating_sub(longest - 1);
        seen.drain(..kept);
        let held = seen.len();
        seen.resize(held + PIECE, 0);
        let read = file.read_at(&mut seen[held..], at)?;
        seen.truncate(held + read);
        at += read as u64;
        if finders.iter().any(|finder| finder.find(&seen).is_some()) {
            return Ok(true);
        }
        if read == 0 {
            return Ok(false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_found_wherever_they_stand_and_across_the_pieces() {
        let file = tempfile::NamedTempFile::new().unwrap();
        for at in [0, 5, PIECE - 3, PIECE, 2 * PIECE + 1] {
            let mut bytes = vec![b'.'; 2 * PIECE + 20];
            bytes[at..at + 6].copy_from_slice(b"needle");
            std::fs::write(file.path(), bytes).unwrap();
            assert!(holds_any(file.path(), &[b"no".to_vec(), b"needle".to_vec()]).unwrap(), "at {at}");
            assert!(!holds_any(file.path(), &[b"needles".to_vec(), Vec::new()]).unwrap());
        }
    }
}
