//! What can be done with many rows of a list at once, and who may. The slice `changes` does it.

use crate::accounts::{MODERATORS, ORGANISERS, Role};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Keeps names off the page.
    Hide,
    /// Shows them again, as their signers wished.
    Show,
    /// Lets signatures count that were held.
    Approve,
    /// Holds them until somebody has looked: they count no more till then.
    Hold,
    /// Strikes signatures: they count no more.
    Remove,
    PutBack,
    /// Sends the confirmation once more to who never confirmed.
    Remind,
    /// Tries mails again that came to nothing, or wait.
    TryAgain,
    /// Gives such mails up.
    Drop,
}

impl Deed {
    pub const ALL: [Self; 9] = [
        Self::Hide,
        Self::Show,
        Self::Approve,
        Self::Hold,
        Self::Remove,
        Self::PutBack,
        Self::Remind,
        Self::TryAgain,
        Self::Drop,
    ];

    /// Its name in URLs and records: what of it there is many of.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hide => "hidings",
            Self::Show => "showings",
            Self::Approve => "approvals",
            Self::Hold => "holds",
            Self::Remove => "removals",
            Self::PutBack => "returns",
            Self::Remind => "reminders",
            Self::TryAgain => "retries",
            Self::Drop => "giving-up",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.word() == word)
    }

    pub fn may(self) -> &'static [Role] {
        match self {
            Self::Hide | Self::Show | Self::Approve | Self::Hold | Self::Remove | Self::PutBack => MODERATORS,
            Self::Remind | Self::TryAgain | Self::Drop => ORGANISERS,
        }
    }

    /// Whether it can be taken back: what went out by mail cannot.
    pub fn can_be_undone(self) -> bool {
        !matches!(self, Self::Remind | Self::TryAgain)
    }

    /// What the button says that leads to the look before it is done.
    pub fn button_key(self) -> &'static str {
        match self {
            Self::Hide => "lists-deed-hide",
            Self::Show => "lists-deed-show",
            Self::Approve => "lists-deed-approve",
            Self::Hold => "lists-deed-hold",
            Self::Remove => "lists-deed-remove",
            Self::PutBack => "lists-deed-put-back",
            Self::Remind => "lists-deed-remind",
            Self::TryAgain => "lists-deed-try-again",
            Self::Drop => "lists-deed-drop",
        }
    }
}
