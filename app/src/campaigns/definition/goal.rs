//! Goals: a number of signatures or of people who come, an amount of money, or a moment, and what happens once it is
//! reached.

use super::{ByLanguage, Definition, Twice};
use crate::campaigns::clocks;
use broadside_money::Amount;
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
    /// For a fundraiser that takes it here. Of its currency, as [`Amount::decimal`] writes it.
    Money { amount: String, fundraiser: String },
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
    /// The number that is to be reached, the amount in smallest units, or the moment in microseconds UTC. Nothing where
    /// there is no such fundraiser, amount or moment, which files never say.
    pub fn level(&self, campaign: &Definition) -> Option<i64> {
        match self {
            Self::Signatures { number, .. } | Self::People { number, .. } => Some(i64::from(*number)),
            Self::Money { amount, fundraiser } => {
                let currency = campaign.fundraiser(fundraiser)?.currency()?;
                Amount::written(amount, currency).map(|amount| amount.minor)
            }
            Self::Moment { at, twice } => clocks::moment(at, &campaign.time_zone, *twice).ok(),
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
            Threshold::People { .. } | Threshold::Money { .. } | Threshold::Moment { .. } => None,
        };
        self.goals.iter().filter_map(ahead).min()
    }
}
