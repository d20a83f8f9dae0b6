//! Tasks: long work that somebody at the desk asked for. It is done a bounded step at a time under a lease,
//! so that it can be left, come back to and cancelled, and goes on after a restart from where it stood.
//!
//! A kind of task is a variant of [`Asked`] here, its words in `pages.rs`, and one function that does a step,
//! which stands in the slice whose work it is and is listed in `work.rs`.

pub mod files;
pub mod pages;
pub mod routes;
pub mod store;
pub mod sweeping;
pub mod working;

use crate::accounts::Role;
use crate::clock::DAY;
use serde::{Deserialize, Serialize};

/// So long what a task made can be taken away.
pub const KEPT: i64 = DAY;
const KEPT_TO_HAND_OVER: i64 = 7 * DAY;
/// So many unfinished tasks one person may have in a group.
pub const MOST_AT_ONCE: i64 = 5;

/// What is asked for; each variant is a kind of task. Search words are kept apart from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Asked {
    /// A list as a file.
    Export {
        list: String,
        /// Its filters and order, as the query of its page.
        query: String,
        format: Format,
    },
    /// Many rows of a list changed at once, by the change's number.
    Change { change: i64 },
    /// Such a change taken back, by the number of what does it, and of what it takes back.
    Undo { change: i64, undoes: i64 },
    /// A letter with its signatures as files to hand over; the delivery knows its task.
    Delivery,
}

impl Asked {
    /// How long what it made is kept: whoever hands a letter over may be asked for its files days later.
    pub fn kept(&self) -> i64 {
        match self {
            Self::Delivery => KEPT_TO_HAND_OVER,
            Self::Export { .. } | Self::Change { .. } | Self::Undo { .. } => KEPT,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Export,
    Change,
    Undo,
    Delivery,
}

impl Asked {
    pub fn kind(&self) -> Kind {
        match self {
            Self::Export { .. } => Kind::Export,
            Self::Change { .. } => Kind::Change,
            Self::Undo { .. } => Kind::Undo,
            Self::Delivery => Kind::Delivery,
        }
    }
}

impl Kind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Export => "export",
            Self::Change => "change",
            Self::Undo => "undo",
            Self::Delivery => "delivery",
        }
    }
}

/// In which form a list is written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    Csv,
    Xlsx,
}

impl Format {
    pub const ALL: [Self; 2] = [Self::Csv, Self::Xlsx];

    /// Its word in forms, and the ending of its files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Waiting,
    Running,
    Done,
    Cancelled,
    Failed,
}

impl State {
    const ALL: [Self; 5] = [Self::Waiting, Self::Running, Self::Done, Self::Cancelled, Self::Failed];

    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// Whether there is still something to do.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Running)
    }
}

/// Why a task failed or was cancelled, or why what it made is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Whoever asked did it.
    Asker,
    /// Whoever asked may no longer see what it holds.
    Member,
    /// Somebody was erased who may stand in it.
    Erased,
    /// Its time is over.
    Expired,
    /// The file was not there any more.
    Gone,
    /// A backup was restored that was taken while it went on.
    Restored,
    /// The folder of exports cannot be written, or is full.
    Disk,
    /// It cannot be done: a fault of the program, which the log tells of.
    Fault,
}

impl Reason {
    const ALL: [Self; 8] = [
        Self::Asker,
        Self::Member,
        Self::Erased,
        Self::Expired,
        Self::Gone,
        Self::Restored,
        Self::Disk,
        Self::Fault,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Asker => "asker",
            Self::Member => "member",
            Self::Erased => "erased",
            Self::Expired => "expired",
            Self::Gone => "gone",
            Self::Restored => "restored",
            Self::Disk => "disk",
            Self::Fault => "fault",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }
}

/// A task as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub id: i64,
    pub group: i64,
    pub group_slug: String,
    /// Number and slug, where it is about one campaign.
    pub campaign: Option<(i64, String)>,
    pub account: i64,
    pub role: Role,
    /// Nothing where another version of the program wrote down what this one does not know.
    pub asked: Option<Asked>,
    pub words: String,
    /// The node in whose data folder its file is; nothing where any node may work at it.
    pub node: Option<String>,
    pub file: Option<String>,
    pub state: State,
    pub reason: Option<Reason>,
    pub stand: Stand,
    pub fence: i64,
    pub created_at: i64,
    pub finished_at: Option<i64>,
    pub expires_at: Option<i64>,
}

/// How far a task has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stand {
    /// How much there is to do, and how much of it is done; nothing to do yet where it has not begun.
    pub total: i64,
    pub done: i64,
    /// What it came to: rows written, rows changed.
    pub rows: i64,
    /// The key up to which it has come.
    pub position: i64,
    /// What one step hands to the next; its kind knows what it says.
    pub carried: String,
}

impl Task {
    fn kept(&self) -> i64 {
        self.asked.as_ref().map_or(KEPT, Asked::kept)
    }

    /// Whether a file can be taken away now. One from the future was made before the clock was set right.
    pub fn offers_file(&self, now: i64) -> bool {
        self.state == State::Done
            && self.file.is_some()
            && self.expires_at.is_some_and(|end| now < end && end - now <= self.kept() + DAY)
    }

    /// Where its list of tasks stands.
    pub fn base(&self) -> String {
        match &self.campaign {
            Some((_, slug)) => format!("/desk/campaigns/{slug}"),
            None => format!("/desk/groups/{}", self.group_slug),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_reads_back_as_it_was_written_and_holds_no_search_words() {
        let asked = Asked::Export {
            list: "people".to_owned(),
            query: "consent=given".to_owned(),
            format: Format::Csv,
        };
        let json = serde_json::to_string(&asked).unwrap();
        assert_eq!(json, r#"{"kind":"export","list":"people","query":"consent=given","format":"csv"}"#);
        assert_eq!(serde_json::from_str::<Asked>(&json).unwrap(), asked);
        assert!(json.contains(asked.kind().word()));
    }

    #[test]
    fn every_word_reads_back() {
        assert!(State::ALL.into_iter().all(|state| State::parse(state.word()) == Some(state)));
        assert!(Reason::ALL.into_iter().all(|reason| Reason::parse(reason.word()) == Some(reason)));
        assert!(Format::ALL.into_iter().all(|format| Format::parse(format.word()) == Some(format)));
    }
}
