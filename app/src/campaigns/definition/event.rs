//! Events: a protest, a picket, a call-in or a meeting online, with its times and places.

use super::ByLanguage;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub slug: String,
    pub kind: EventKind,
    pub status: EventStatus,
    /// Name from the IANA database, where it is another than the campaign's.
    pub time_zone: Option<String>,
    pub title: ByLanguage,
    /// What it is, in a few sentences.
    pub words: ByLanguage,
    /// What to bring; empty, or in each of the campaign's languages.
    pub bring: ByLanguage,
    /// Who can get there and how: steps, seats, interpreters; empty, or in each of the campaign's languages.
    pub access: ByLanguage,
    /// Partners who host it with the group, by their slugs.
    pub hosts: Vec<String>,
    pub place_for: PlaceFor,
    pub numbers: Numbers,
    /// How many people may come by one RSVP.
    pub party_most: u32,
    /// So many hours before it begins, who comes is reminded.
    pub reminders: Vec<u32>,
    pub questions: Vec<Question>,
    /// Never empty, in the order in which they are offered.
    pub slots: Vec<Slot>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    Protest,
    Picket,
    CallIn,
    Online,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EventStatus {
    Open,
    /// It takes place, and takes no RSVPs.
    Closed,
    /// It does not take place; who wanted to come was told.
    Cancelled,
}

/// Whom the place is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PlaceFor {
    Everybody,
    /// Those alone who have said that they come, and have a place.
    Coming,
}

/// What the page says of how many come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Numbers {
    Nothing,
    /// How many people, and how many places are left.
    People,
    /// More than so many tens or hundreds.
    Rounded,
}

/// One time at one place: an event of several shifts or places has several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    pub slug: String,
    /// What it is called; empty where it is the only one.
    pub name: ByLanguage,
    /// By the event's clock: `2018-09-25 11:30`.
    pub starts: String,
    pub ends: String,
    /// Which of the two is meant, where the clock shows the time twice.
    pub twice: Option<Twice>,
    /// The same of its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_twice: Option<Twice>,
    pub place: ByLanguage,
    /// How many people there is room for; nothing where everybody fits.
    pub capacity: Option<u32>,
}

/// The hour that a clock shows twice when it is put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Twice {
    First,
    Second,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub slug: String,
    pub label: ByLanguage,
    pub is_needed: bool,
    /// What can be chosen; a line is written where there is nothing.
    pub choices: Vec<QuestionChoice>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionChoice {
    pub slug: String,
    pub label: ByLanguage,
}

impl EventKind {
    pub const ALL: [Self; 4] = [Self::Protest, Self::Picket, Self::CallIn, Self::Online];

    pub fn word(self) -> &'static str {
        match self {
            Self::Protest => "protest",
            Self::Picket => "picket",
            Self::CallIn => "call_in",
            Self::Online => "online",
        }
    }
}

impl EventStatus {
    pub const ALL: [Self; 3] = [Self::Open, Self::Closed, Self::Cancelled];

    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }
}

impl PlaceFor {
    pub const ALL: [Self; 2] = [Self::Everybody, Self::Coming];

    pub fn word(self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::Coming => "coming",
        }
    }
}

impl Numbers {
    pub const ALL: [Self; 3] = [Self::Nothing, Self::People, Self::Rounded];

    pub fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::People => "people",
            Self::Rounded => "rounded",
        }
    }
}

impl Twice {
    pub const ALL: [Self; 2] = [Self::First, Self::Second];

    pub fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
        }
    }
}

impl Event {
    /// The zone that its times are told in.
    pub fn zone<'a>(&'a self, campaign: &'a str) -> &'a str {
        self.time_zone.as_deref().unwrap_or(campaign)
    }

    pub fn slot(&self, slug: &str) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.slug == slug)
    }
}
