//! When a letter's words are changed after people signed: what organisers choose for those who signed earlier ones.
//!
//! Nobody is made to sign other words. A signature stays counted under those that were signed, until its signer
//! presses a button for the new ones. What can be chosen is whether names under earlier words stand among the
//! others on the letter's page, and whether their signers are told.

pub mod page;
pub mod routes;
pub mod store;
pub mod telling;

/// How far telling those who signed earlier words has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Telling {
    #[default]
    No,
    UnderWay,
    Stopped,
    Told,
}

impl Telling {
    pub fn word(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::UnderWay => "telling",
            Self::Stopped => "stopped",
            Self::Told => "told",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        [Self::No, Self::UnderWay, Self::Stopped, Self::Told].into_iter().find(|one| one.word() == word)
    }

    /// Whether it can be begun, or gone on with.
    pub fn can_begin(self) -> bool {
        matches!(self, Self::No | Self::Stopped)
    }
}

/// What the organisers chose for a version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    pub moves_names: bool,
    pub telling: Telling,
    /// The last signature that was looked at.
    pub position: i64,
    /// How many mails were queued.
    pub told: i64,
}
