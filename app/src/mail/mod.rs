//! The queue of mails: what is to be sent, when it is tried again, and what became of it.
//!
//! A mail's row names a sign-on, never an address or a text: it is written when it is sent. With no
//! mail server set, mails wait here and nothing is lost.

pub mod rests;
pub mod sender;
pub mod store;

use crate::clock::{HOUR, MINUTE};

/// Which mails go before others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Somebody waits for it, with the page open.
    Awaited,
    /// It tells of what stands already.
    Telling,
}

impl Rank {
    /// In the order in which they go.
    pub const ALL: [Self; 2] = [Self::Awaited, Self::Telling];

    /// As it is stored: what goes first is the lowest.
    pub fn number(self) -> i64 {
        match self {
            Self::Awaited => 0,
            Self::Telling => 1,
        }
    }
}

/// After so many tries over about two days a mail that no server takes is given up.
pub const MOST_ATTEMPTS: i64 = 12;

/// When to try again after the `attempts`th try failed for now: 1, 2, 4, … minutes, at most 8 hours.
pub fn wait_after(attempts: i64) -> i64 {
    let doubled = MINUTE << attempts.clamp(1, 20).saturating_sub(1);
    doubled.min(8 * HOUR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_back_off_and_end_within_three_days() {
        assert_eq!(wait_after(1), MINUTE);
        assert_eq!(wait_after(2), 2 * MINUTE);
        assert_eq!(wait_after(40), 8 * HOUR);
        let total: i64 = (1..MOST_ATTEMPTS).map(wait_after).sum();
        assert!(total > 24 * HOUR && total < 72 * HOUR, "{total}");
    }
}
