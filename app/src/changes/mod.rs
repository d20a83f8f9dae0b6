//! Changes: many rows of a list changed at once, looked at before it is done and taken back afterwards.
//!
//! What is done is said by rules that take facts; a change notes each row that it touched, with what it was
//! before. Taking back restores those rows and leaves alone whatever was touched since.

pub mod doing;
pub mod forgetting;
pub mod looking;
pub mod made_routes;
pub mod pages;
pub mod pieces;
pub mod routes;
pub mod store;
pub mod undo_routes;
pub mod undoing;
mod words;
pub mod working;

use crate::clock::DAY;
use crate::lists::Deed;
use crate::people::kept::UNDO_DAYS;
use crate::signatures::RemovedAs;
use crate::signatures::moderation::{self, Facts};
use crate::signatures::reminding::Unreminded;
use std::collections::BTreeMap;

/// For so long after it was begun, a change can be taken back.
pub const UNDO_FOR: i64 = UNDO_DAYS * DAY;
/// So many rows that were ticked, or found by search words, are changed together: in one transaction, since
/// nothing is kept by which they could be found again.
pub const TOGETHER: usize = 100;
/// So many rows at most are changed while somebody waits for the page.
pub const AT_ONCE: i64 = 300;
/// Rows of one transaction of a longer change: a few milliseconds of the writer.
pub const PIECE: usize = 50;

/// How a row stands, as far as a change is about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    Signature(Facts),
    /// A sign-on that waits, and whether it is reminded of.
    SignOn {
        reminded: bool,
    },
    /// A mail, by its state.
    Mail(MailState),
}

/// Of a mail, what can be done something with, and what it becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailState {
    Waiting,
    Bounced,
    Failed,
    Dropped,
}

/// Why a row stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Left {
    Signature(moderation::Left),
    SignOn(Unreminded),
    MailSent,
    MailDropped,
    /// What is kept of it is not understood.
    Unknown,
}

/// What a change does to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Would {
    pub before: Stands,
    pub after: Stands,
}

impl Stands {
    fn counts(self) -> bool {
        matches!(self, Self::Signature(facts) if facts.counts())
    }

    fn is_shown(self) -> bool {
        matches!(self, Self::Signature(facts) if facts.is_shown())
    }
}

pub fn of_signatures(deed: Deed) -> Option<moderation::Deed> {
    match deed {
        Deed::Hide => Some(moderation::Deed::Hide),
        Deed::Show => Some(moderation::Deed::Show),
        Deed::Approve => Some(moderation::Deed::Approve),
        Deed::Hold => Some(moderation::Deed::Hold),
        Deed::Remove => Some(moderation::Deed::Remove),
        Deed::PutBack => Some(moderation::Deed::PutBack),
        Deed::Remind | Deed::TryAgain | Deed::Drop => None,
    }
}

/// What a deed would do to a row that says this, or why it leaves it alone.
pub fn judge(deed: Deed, words: &str) -> Result<Would, Left> {
    let mail = |after| {
        let before = match words {
            "waiting" => MailState::Waiting,
            "bounced" => MailState::Bounced,
            "failed" => MailState::Failed,
            "sent" => return Err(Left::MailSent),
            "dropped" => return Err(Left::MailDropped),
            _ => return Err(Left::Unknown),
        };
        Ok(Would { before: Stands::Mail(before), after: Stands::Mail(after) })
    };
    match (deed, of_signatures(deed)) {
        (Deed::TryAgain, _) => mail(MailState::Waiting),
        (Deed::Drop, _) => mail(MailState::Dropped),
        (_, Some(deed)) => {
            let before = Facts::read(words).ok_or(Left::Unknown)?;
            let after = moderation::judge(deed, before).map_err(Left::Signature)?;
            Ok(Would { before: Stands::Signature(before), after: Stands::Signature(after) })
        }
        (_, None) => Ok(REMINDED),
    }
}

/// What a reminder does.
pub const REMINDED: Would =
    Would { before: Stands::SignOn { reminded: false }, after: Stands::SignOn { reminded: true } };

/// What a deed would do to many rows, of which it is known how many say what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pub changed: i64,
    pub left: BTreeMap<Left, i64>,
    /// By how much the count of the public page changes, and how many names are shown more or fewer.
    pub counted: i64,
    pub shown: i64,
}

impl Sums {
    pub fn of(deed: Deed, rows: &BTreeMap<String, i64>) -> Self {
        let mut sums = Self::default();
        for (words, n) in rows {
            match judge(deed, words) {
                Ok(would) => sums.add(would, *n),
                Err(left) => *sums.left.entry(left).or_default() += n,
            }
        }
        sums
    }

    pub fn add(&mut self, would: Would, n: i64) {
        let by = |was: bool, is: bool| (i64::from(is) - i64::from(was)) * n;
        self.changed += n;
        self.counted += by(would.before.counts(), would.after.counts());
        self.shown += by(would.before.is_shown(), would.after.is_shown());
    }

    pub fn left_alone(&self) -> i64 {
        self.left.values().sum()
    }
}

/// How a change stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Running,
    Done,
    Cancelled,
}

impl State {
    pub fn word(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        [Self::Running, Self::Done, Self::Cancelled].into_iter().find(|state| state.word() == word)
    }
}

/// A change as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub id: i64,
    pub group: i64,
    pub campaign: i64,
    pub account: i64,
    /// Empty where the account was erased.
    pub who: String,
    pub deed: Deed,
    /// As what it removes.
    pub removes_as: Option<RemovedAs>,
    /// The filters that found its rows; nothing where they were ticked or looked for by search words.
    pub query: Option<String>,
    pub up_to: i64,
    pub found: i64,
    pub changed: i64,
    pub left_alone: i64,
    pub position: i64,
    pub state: State,
    /// The change that this one takes back.
    pub undoes: Option<i64>,
    /// The task that does it; nothing where it was done at once.
    pub task: Option<i64>,
    pub created_at: i64,
    pub finished_at: Option<i64>,
}

impl Change {
    pub fn can_be_undone_until(&self) -> i64 {
        self.created_at + UNDO_FOR
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_say_what_changes_what_stays_and_what_the_page_shows_of_it() {
        let rows =
            [("confirmed public", 5), ("confirmed", 2), ("confirmed public kept-off", 1), ("withdrawn", 3)];
        let rows = rows.map(|(words, n)| (words.to_owned(), n)).into();
        let hide = Sums::of(Deed::Hide, &rows);
        assert_eq!((hide.changed, hide.counted, hide.shown, hide.left_alone()), (5, 0, -5, 6));
        assert_eq!(hide.left[&Left::Signature(moderation::Left::HiddenBySigner)], 2);
        let show = Sums::of(Deed::Show, &rows);
        assert_eq!((show.changed, show.counted, show.shown), (1, 0, 1));
        let remove = Sums::of(Deed::Remove, &rows);
        assert_eq!((remove.changed, remove.counted, remove.shown), (8, -8, -5));
        let mails = [("waiting", 1), ("bounced", 2), ("sent", 4), ("dropped", 8)];
        let mails = mails.map(|(words, n)| (words.to_owned(), n)).into();
        let drop = Sums::of(Deed::Drop, &mails);
        assert_eq!((drop.changed, drop.counted, drop.shown, drop.left_alone()), (3, 0, 0, 12));
    }
}
