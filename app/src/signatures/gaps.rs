//! Numbers that are missing from a walk and may still arrive.
//!
//! On PostgreSQL a row becomes visible when it commits, not when it is numbered: a walk that passed
//! over a missing number would never come back for it. So it stops before a gap until the gap has been
//! looked at for longer than any transaction of the intake can take; what is missing then was rolled
//! back or deleted.

use crate::clock::SECOND;
use broadside_db::Engine;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Three times as long as PostgreSQL lets one of our statements run (`crates/db/src/postgres.rs`): a
/// transaction of the intake has one statement and its commit.
const LATE: i64 = 60 * SECOND;

/// For each walk the gap it stands before: the missing number, and when it was first seen missing.
#[derive(Default)]
pub struct Gaps(Mutex<HashMap<&'static str, (i64, i64)>>);

impl Gaps {
    /// The rows up to the first missing number that may still arrive. SQLite has one writer, so
    /// that numbers appear in their order: there every row is passed on.
    pub fn before_gap<R>(
        &self,
        engine: Engine,
        walk: &'static str,
        rows: Vec<R>,
        number: impl Fn(&R) -> i64,
        position: i64,
        now: i64,
    ) -> Vec<R> {
        if engine == Engine::Sqlite {
            return rows;
        }
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut expected = position + 1;
        let mut passed = Vec::with_capacity(rows.len());
        for row in rows {
            let id = number(&row);
            if id != expected {
                let (missing, since) = *seen.entry(walk).or_insert((expected, now));
                if missing != expected {
                    seen.insert(walk, (expected, now));
                }
                if missing != expected || now - since < LATE {
                    return passed;
                }
                seen.remove(walk);
            }
            expected = id + 1;
            passed.push(row);
        }
        passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_walk_waits_for_a_missing_number_and_gives_it_up_after_a_while() {
        let gaps = Gaps::default();
        let walk = |rows: &[i64], position, now| {
            gaps.before_gap(Engine::Postgres, "walk", rows.to_vec(), |id| *id, position, now)
        };
        assert_eq!(walk(&[1, 2, 4], 0, 0), [1, 2]);
        assert_eq!(walk(&[4], 2, LATE - 1), [0; 0]);
        assert_eq!(walk(&[3, 4], 2, LATE - 1), [3, 4], "it came");
        assert_eq!(walk(&[6], 4, LATE), [0; 0], "another gap waits its own time");
        assert_eq!(walk(&[6, 7], 4, LATE * 2 - 1), [0; 0]);
        assert_eq!(walk(&[6, 7, 9], 4, LATE * 2), [6, 7], "given up, and the next one is new");
    }
}
