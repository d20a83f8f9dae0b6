//! The clock and the dice: the only file that reads the machine's time or draws its randomness.
//!
//! Rules and stores never come here; they take `now` (microseconds UTC) and random bytes as facts.
#![allow(clippy::disallowed_methods)]

use std::hash::BuildHasher;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

pub const SECOND: i64 = 1_000_000;
pub const MINUTE: i64 = 60 * SECOND;
pub const HOUR: i64 = 60 * MINUTE;
pub const DAY: i64 = 24 * HOUR;

/// The day of a moment in a time zone: `2018-09-10`.
pub fn day(micros: i64, zone: &str) -> String {
    let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let moment = jiff::Timestamp::from_microsecond(micros).unwrap_or_default();
    moment.to_zoned(zone).date().to_string()
}

#[derive(Clone, Debug)]
pub struct Clock(Arc<Source>);

#[derive(Debug)]
enum Source {
    /// The machine's time, moved by some microseconds.
    Machine { moved_by: AtomicI64 },
    /// A time that stands still until it is told to go on: for tests only.
    #[cfg(test)]
    Manual(AtomicI64),
}

impl Clock {
    pub fn machine() -> Self {
        Self(Arc::new(Source::Machine { moved_by: AtomicI64::new(0) }))
    }

    /// The machine's, or a test clock that starts where it was set to.
    pub fn of(setting: Option<i64>) -> Self {
        setting.map_or_else(Self::machine, Self::starting_at)
    }

    /// A clock that starts at `start` now and runs on from there.
    pub fn starting_at(start: i64) -> Self {
        Self(Arc::new(Source::Machine { moved_by: AtomicI64::new(start - machine_micros()) }))
    }

    #[cfg(test)]
    pub fn manual(start: i64) -> Self {
        Self(Arc::new(Source::Manual(start.into())))
    }

    /// Microseconds since 1970 UTC.
    pub fn now(&self) -> i64 {
        match &*self.0 {
            Source::Machine { moved_by } => machine_micros() + moved_by.load(Ordering::SeqCst),
            #[cfg(test)]
            Source::Manual(now) => now.load(Ordering::SeqCst),
        }
    }

    /// Moves a demo’s clock on: nothing else does.
    pub fn go_on(&self, micros: i64) {
        match &*self.0 {
            Source::Machine { moved_by } => moved_by.fetch_add(micros, Ordering::SeqCst),
            #[cfg(test)]
            Source::Manual(now) => now.fetch_add(micros, Ordering::SeqCst),
        };
    }

    /// Moves a manual clock on; the machine's own cannot be moved.
    #[cfg(test)]
    pub fn advance(&self, micros: i64) {
        if let Source::Manual(now) = &*self.0 {
            now.fetch_add(micros, Ordering::SeqCst);
        }
    }
}

fn machine_micros() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
}

impl governor::clock::Clock for Clock {
    type Instant = governor::nanos::Nanos;

    fn now(&self) -> Self::Instant {
        governor::nanos::Nanos::new(u64::try_from(Clock::now(self)).unwrap_or(0).saturating_mul(1000))
    }
}

/// Where random bytes come from.
#[derive(Clone, Debug)]
pub struct Dice(Option<Arc<AtomicU64>>);

impl Dice {
    pub fn machine() -> Self {
        Self(None)
    }

    /// The same bytes in the same order for the same seed: for tests only.
    #[cfg(test)]
    pub fn seeded(seed: u64) -> Self {
        Self(Some(Arc::new(AtomicU64::new(seed))))
    }

    /// # Panics
    /// Where the machine has no randomness to give: nothing that is signed or sealed would be safe.
    #[allow(clippy::expect_used)]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match &self.0 {
            None => getrandom::fill(&mut bytes).expect("the machine gives randomness"),
            Some(state) => {
                for chunk in bytes.chunks_mut(8) {
                    let step = state.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::SeqCst);
                    chunk.copy_from_slice(&scrambled(step).to_le_bytes()[..chunk.len()]);
                }
            }
        }
        bytes
    }
}

/// One step of SplitMix64 (Steele, Lea, Flood 2014): well spread, not secret.
fn scrambled(step: u64) -> u64 {
    let z = (step ^ (step >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Numbers that differ from one another, drawn without asking the machine each time: no secret, and nobody learns
/// from two of them how many were drawn between.
#[derive(Debug, Default)]
pub struct Numbers {
    drawn: AtomicU64,
    key: std::hash::RandomState,
}

impl Numbers {
    pub fn draw(&self) -> u64 {
        self.key.hash_one(self.drawn.fetch_add(1, Ordering::Relaxed))
    }
}

/// How long something took: for logs and figures, never for a rule.
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    pub fn start() -> Self {
        Self(std::time::Instant::now())
    }

    pub fn seconds(&self) -> f64 {
        self.elapsed().as_secs_f64()
    }

    pub fn elapsed(&self) -> std::time::Duration {
        self.0.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_that_of_its_time_zone() {
        let late = 1_536_643_800 * SECOND; // 2018-09-11 05:30 UTC
        assert_eq!(day(late, "America/Los_Angeles"), "2018-09-10");
        assert_eq!(day(late, "Europe/Madrid"), "2018-09-11");
    }
}
