//! Events: people say that they come to a protest, a picket, a call-in or a meeting online, are told of every change,
//! and are let in at the door.
//!
//! The types and rules stand here; there is no HTTP, SQL, clock or randomness. Places are given in the order in which
//! people show that the mailbox is theirs; who finds none waits in line, and what becomes free is offered to the first
//! in it whose party fits.

pub mod arrivals;
pub mod calendar;
pub mod calendar_routes;
pub mod counts;
pub mod desk_form;
pub mod desk_form_routes;
pub mod desk_pages;
pub mod desk_routes;
pub mod door_routes;
pub mod editing;
pub mod form;
pub mod link;
mod mail;
pub mod mailing;
pub mod pages;
pub mod places;
pub mod private_routes;
pub mod routes;
pub mod shown;
pub mod store;
pub mod sums;
pub mod telling;

use crate::clock::{HOUR, MINUTE};
use crate::signatures::link::Numbered;
use std::collections::BTreeMap;

/// At most so many mails that forms ask for go to an address in a day at once, whatever anybody submits. What comes
/// beyond them goes together in one more, and stands behind every private link of that mailbox.
pub const MAILS_A_DAY: i64 = 3;
/// So long that one more waits for what else is said from the same mailbox.
pub const GATHERED: i64 = 15 * MINUTE;

/// Where an RSVP stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has shown yet that the mailbox is theirs: it takes no place.
    Unconfirmed,
    Coming,
    /// In line for a place.
    Waiting,
    /// A place is kept for a while, until it is taken or let go.
    Offered,
    Cancelled,
    /// An offered place that was not taken in time.
    Lapsed,
}

impl State {
    pub const ALL: [Self; 6] =
        [Self::Coming, Self::Offered, Self::Waiting, Self::Unconfirmed, Self::Lapsed, Self::Cancelled];

    pub fn word(self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::Coming => "coming",
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Cancelled => "cancelled",
            Self::Lapsed => "lapsed",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// Whether places are taken by it.
    pub fn takes_places(self) -> bool {
        matches!(self, Self::Coming | Self::Offered)
    }

    /// Whether it is over.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Cancelled | Self::Lapsed)
    }
}

/// What somebody says who wants to come, once it has been checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// As they wish to be called; it need not be their name.
    pub name: String,
    pub people: i64,
    /// By the slugs of the questions.
    pub answers: BTreeMap<String, String>,
}

/// One RSVP as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rsvp {
    pub id: i64,
    pub group_id: i64,
    pub campaign_id: i64,
    pub slot: Slot,
    pub language: String,
    pub address_key: Vec<u8>,
    pub email: String,
    pub said: Said,
    pub state: State,
    pub turn: Option<i64>,
    pub offered_until: Option<i64>,
    pub created_at: i64,
    pub changed_at: i64,
    pub arrived: Option<i64>,
    /// When they were let in last.
    pub arrived_at: Option<i64>,
}

impl Rsvp {
    pub fn link(&self) -> Numbered {
        Numbered { number: self.id, at: self.created_at }
    }

    /// Whether the place is told, where it is told to those alone who come.
    pub fn knows_the_place(&self) -> bool {
        self.state == State::Coming
    }
}

/// A time and place as it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    pub id: i64,
    /// The slugs of the event and of this time of it.
    pub event: String,
    pub slug: String,
    /// Microseconds UTC.
    pub starts_at: i64,
    pub ends_at: i64,
    pub capacity: Option<i64>,
    pub is_cancelled: bool,
    /// It takes place, and takes no more names.
    pub is_closed: bool,
    /// When anything that a calendar says of it was changed last.
    pub changed_at: i64,
}

impl Slot {
    /// Whether so many more people fit, where so many places are taken.
    pub fn fits(&self, taken: i64, people: i64) -> bool {
        self.capacity.is_none_or(|capacity| taken.saturating_add(people) <= capacity)
    }

    /// How many places are left, where so many are taken.
    pub fn left(&self, taken: i64) -> i64 {
        self.capacity.map_or(i64::MAX, |capacity| (capacity - taken).max(0))
    }

    /// Whether it still takes place.
    pub fn is_ahead(&self, now: i64) -> bool {
        !self.is_cancelled && now < self.ends_at
    }

    /// Whether anybody more may say that they come.
    pub fn takes_names(&self, now: i64) -> bool {
        self.is_ahead(now) && !self.is_closed
    }
}

/// An offered place is kept so long at most.
const LONGEST_OFFER: i64 = 24 * HOUR;
/// Nobody has less time than this, unless the event begins.
const SHORTEST_OFFER: i64 = 30 * MINUTE;

/// Until when a place that is offered now is kept: a quarter of the time that is left, so that four people in line
/// can be asked before it begins; a day at most, half an hour at least.
pub fn offered_until(now: i64, starts_at: i64) -> i64 {
    let left = (starts_at - now).max(0);
    now + (left / 4).clamp(SHORTEST_OFFER, LONGEST_OFFER).min(left)
}

/// What a page says of a number that is shown rounded: more than so many; nothing below ten.
pub fn rounded(people: i64) -> Option<i64> {
    let step = match people {
        ..10 => return None,
        10..100 => 10,
        100..1_000 => 50,
        1_000..10_000 => 500,
        _ => 5_000,
    };
    Some(people / step * step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_leaves_time_for_others_in_line_and_ends_when_it_begins() {
        let days = 24 * HOUR;
        assert_eq!(offered_until(0, 30 * days), 24 * HOUR);
        assert_eq!(offered_until(0, 8 * HOUR), 2 * HOUR);
        assert_eq!(offered_until(0, HOUR), 30 * MINUTE);
        assert_eq!(offered_until(0, 10 * MINUTE), 10 * MINUTE);
        assert_eq!(offered_until(HOUR, 0), HOUR, "nothing is offered of what has begun");
    }

    #[test]
    fn a_rounded_number_is_never_more_than_come() {
        let said: Vec<_> = [0, 9, 10, 57, 149, 150, 999, 1_000, 12_345].into_iter().map(rounded).collect();
        assert_eq!(
            said,
            [None, None, Some(10), Some(50), Some(100), Some(150), Some(950), Some(1_000), Some(10_000)]
        );
    }

    #[test]
    fn a_party_fits_whole_or_not() {
        let slot = Slot {
            id: 1,
            event: "one".to_owned(),
            slug: "main".to_owned(),
            starts_at: 0,
            ends_at: HOUR,
            capacity: Some(50),
            is_cancelled: false,
            is_closed: false,
            changed_at: 0,
        };
        assert!(slot.fits(48, 2) && !slot.fits(48, 3) && !slot.fits(48, i64::MAX));
        assert!(Slot { capacity: None, ..slot.clone() }.fits(48, 1_000_000));
        assert!(slot.is_ahead(HOUR - 1) && !slot.is_ahead(HOUR));
        assert!(!Slot { is_cancelled: true, ..slot.clone() }.is_ahead(0));
        let closed = Slot { is_closed: true, ..slot.clone() };
        assert!(slot.takes_names(0) && closed.is_ahead(0) && !closed.takes_names(0));
    }
}
