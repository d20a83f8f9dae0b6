//! Goals: a number of signatures or of people who come, or a moment, and what happens once it is reached.

use super::{ByLanguage, Definition, Twice};
use crate::campaigns::clocks::{self, Unclear};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    pub slug: String,
    pub threshold: Threshold,
    /// What is published once it is reached; empty, or in each of the campaign's languages.
    pub words: ByLanguage,
    /// Who is told by mail.
    pub mail: Vec<Audience>,
    /// The letter that takes no more names from then on.
    pub closes: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Threshold {
    /// Of one letter, or of all of them together.
    Signatures { number: u32, letter: Option<String> },
    /// Who say that they come to an event.
    People { number: u32, event: String },
    /// By the campaign's clock: `2018-09-25 11:30`.
    Moment { at: String, twice: Option<Twice> },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Owners and organisers of the group.
    Organisers,
    /// Whoever signs in for a partner that takes part.
    Partners,
}

impl Audience {
    pub const ALL: [Self; 2] = [Self::Organisers, Self::Partners];

    pub fn word(self) -> &'static str {
        match self {
            Self::Organisers => "organisers",
            Self::Partners => "partners",
        }
    }
}

impl Threshold {
    /// The number that is to be reached, or the moment in microseconds UTC.
    pub fn level(&self, zone: &str) -> Result<i64, Unclear> {
        match self {
            Self::Signatures { number, .. } | Self::People { number, .. } => Ok(i64::from(*number)),
            Self::Moment { at, twice } => clocks::moment(at, zone, *twice),
        }
    }
}

impl Definition {
    pub fn goal(&self, slug: &str) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.slug == slug)
    }

    /// The lowest number of signatures above those of a letter, or of all letters, that is a goal.
    pub fn goal_ahead(&self, letter: Option<(&str, i64)>, everyone: i64) -> Option<i64> {
        let ahead = |goal: &Goal| match &goal.threshold {
            Threshold::Signatures { number, letter: None } => {
                Some(i64::from(*number)).filter(|number| *number > everyone)
            }
            Threshold::Signatures { number, letter: Some(of) } => letter
                .filter(|(slug, signatures)| slug == of && i64::from(*number) > *signatures)
                .map(|_| i64::from(*number)),
            Threshold::People { .. } | Threshold::Moment { .. } => None,
        };
        self.goals.iter().filter_map(ahead).min()
    }
}
