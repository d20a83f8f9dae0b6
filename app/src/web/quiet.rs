//! What the log says of what somebody can bring about again and again: the first of each minute, with how many
//! were not told, so that nobody can fill a disk by it.

use crate::clock::MINUTE;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

/// After a line its kind is silent for so long; the next one says how many were not told.
const SILENCE: i64 = MINUTE;

/// As many kinds of lines as there are keys: choose those that nobody can make at will.
pub struct Quiet<K>(Mutex<HashMap<K, Since>>);

struct Since {
    told_at: i64,
    untold: u64,
}

impl<K> Default for Quiet<K> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash> Quiet<K> {
    /// How many were not told since the last line, where one is due now.
    pub fn due(&self, kind: K, now: i64) -> Option<u64> {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(since) = told.get_mut(&kind) else {
            told.insert(kind, Since { told_at: now, untold: 0 });
            return Some(0);
        };
        if now - since.told_at < SILENCE {
            since.untold += 1;
            return None;
        }
        since.told_at = now;
        Some(std::mem::take(&mut since.untold))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SECOND;

    #[test]
    fn a_kind_of_line_is_told_once_a_minute_with_how_many_were_not() {
        let quiet = Quiet::default();
        assert_eq!(quiet.due("a", 0), Some(0));
        for second in 1..60 {
            assert_eq!(quiet.due("a", second * SECOND), None);
        }
        assert_eq!(quiet.due("b", SECOND), Some(0), "another kind has lines of its own");
        assert_eq!(quiet.due("a", MINUTE), Some(59));
        assert_eq!(quiet.due("a", 2 * MINUTE), Some(0));
    }
}
