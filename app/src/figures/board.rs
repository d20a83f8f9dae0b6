//! What this process did, as the status page shows it: sums since its start, noted each minute, so that the
//! last quarter of an hour can be told from the time before. `/metrics` has the same, for who draws curves.

use super::steps::{Steps, Took};
use super::{Queue, Requests};
use crate::clock::MINUTE;
use metrics::counter;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};

/// So many minutes are remembered.
pub const MINUTES: usize = 15;

pub struct Board {
    pub sign_ons: Arc<QueueSums>,
    pub confirmations: Arc<QueueSums>,
    pub clicks: Arc<QueueSums>,
    pub pages: Pages,
    pub requests: Requests,
    mails: [AtomicU64; MailFate::ALL.len()],
    /// The first is older than a quarter of an hour, or the start.
    noted: Mutex<VecDeque<Sums>>,
}

/// What became of a mail that was handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailFate {
    Sent,
    Later,
    Bounced,
    Failed,
    Dropped,
}

impl MailFate {
    pub const ALL: [Self; 5] = [Self::Sent, Self::Later, Self::Bounced, Self::Failed, Self::Dropped];

    pub fn word(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Later => "later",
            Self::Bounced => "bounced",
            Self::Failed => "failed",
            Self::Dropped => "dropped",
        }
    }
}

/// Where public answers came from.
#[derive(Default)]
pub struct Pages {
    shelf: AtomicU64,
    memory: AtomicU64,
    written: AtomicU64,
}

impl Pages {
    /// A public answer was sent as it went out within the last second.
    pub fn found_on_shelf(&self) {
        self.shelf.fetch_add(1, Relaxed);
        super::sheet_from_shelf();
    }

    /// A public page was sent as it stood in memory.
    pub fn found_in_memory(&self) {
        self.memory.fetch_add(1, Relaxed);
        super::sheet_from_memory();
    }

    /// A public page was written anew.
    pub fn written(&self) {
        self.written.fetch_add(1, Relaxed);
        super::sheet_written();
    }
}

/// A queue and its commits.
#[derive(Default)]
pub struct QueueSums {
    pub(super) stored: AtomicU64,
    pub(super) turned_away: AtomicU64,
    pub(super) commits: Steps,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    pub items: u64,
    pub turned_away: u64,
    pub commits: Took,
}

impl QueueSums {
    fn read(&self) -> Stored {
        Stored {
            items: self.stored.load(Relaxed),
            turned_away: self.turned_away.load(Relaxed),
            commits: self.commits.read(),
        }
    }
}

impl Stored {
    fn since(&self, before: &Self) -> Self {
        Self {
            items: self.items.saturating_sub(before.items),
            turned_away: self.turned_away.saturating_sub(before.turned_away),
            commits: self.commits.since(&before.commits),
        }
    }
}

/// A route's answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    pub took: Took,
    /// How many of them the program failed at; what was put off with 503 is none.
    pub failed: u64,
}

/// Everything at a moment, or between two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Microseconds UTC: when it was read, or since when it counts.
    pub at: i64,
    pub sign_ons: Stored,
    pub confirmations: Stored,
    pub clicks: Stored,
    /// In the order of `MailFate::ALL`.
    mails: [u64; MailFate::ALL.len()],
    /// From the shelf, from memory, written anew.
    pub pages: [u64; 3],
    /// By route, those alone that were ever asked for.
    pub routes: Vec<(&'static str, Answers)>,
}

impl Sums {
    pub fn mails(&self, fate: MailFate) -> u64 {
        self.mails[fate as usize]
    }

    pub fn answers(&self) -> u64 {
        self.routes.iter().map(|(_, answers)| answers.took.count()).sum()
    }

    pub fn failed(&self) -> u64 {
        self.routes.iter().map(|(_, answers)| answers.failed).sum()
    }

    pub fn turned_away(&self) -> u64 {
        [&self.sign_ons, &self.confirmations, &self.clicks].iter().map(|queue| queue.turned_away).sum()
    }

    /// What came after `before`, from then on.
    fn since(&self, before: &Self) -> Self {
        let routes = self.routes.iter().map(|(route, now)| {
            let then =
                before.routes.iter().find(|(one, _)| one == route).map_or_else(Answers::default, |it| it.1);
            let failed = now.failed.saturating_sub(then.failed);
            (*route, Answers { took: now.took.since(&then.took), failed })
        });
        Self {
            at: before.at,
            sign_ons: self.sign_ons.since(&before.sign_ons),
            confirmations: self.confirmations.since(&before.confirmations),
            clicks: self.clicks.since(&before.clicks),
            mails: std::array::from_fn(|fate| self.mails[fate].saturating_sub(before.mails[fate])),
            pages: std::array::from_fn(|from| self.pages[from].saturating_sub(before.pages[from])),
            routes: routes.filter(|(_, answers)| answers.took.count() > 0).collect(),
        }
    }
}

/// The last quarter of an hour, or since the start.
pub struct Lately {
    /// Each minute, the oldest first; the last is under way.
    pub minutes: Vec<Sums>,
    pub whole: Sums,
}

impl Board {
    /// `routes` are the URLs as they stand in `routes.rs`.
    pub fn new(routes: impl Iterator<Item = &'static str>, now: i64) -> Self {
        Self {
            sign_ons: Arc::default(),
            confirmations: Arc::default(),
            clicks: Arc::default(),
            pages: Pages::default(),
            requests: Requests::of(routes),
            mails: Default::default(),
            noted: Mutex::new(VecDeque::from([Sums { at: now, ..Sums::default() }])),
        }
    }

    /// What a queue before a writer tells of itself.
    pub fn queue(name: &'static str, sums: &Arc<QueueSums>) -> Queue {
        Queue::named(name, sums.clone())
    }

    pub fn mail_came_to(&self, fate: MailFate) {
        self.mails[fate as usize].fetch_add(1, Relaxed);
        counter!(super::MAILS, "fate" => fate.word()).increment(1);
    }

    /// Notes how everything stands, where the last note is a minute old.
    pub fn note(&self, now: i64) {
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        let last = noted.back().map_or(i64::MIN, |sums| sums.at);
        if now < last {
            // The clock was set back: what was noted says nothing of a time that can be named.
            noted.clear();
        } else if now < last.saturating_add(MINUTE) {
            return;
        }
        noted.push_back(self.read(now));
        let too_many = noted.len().saturating_sub(MINUTES);
        noted.drain(..too_many);
    }

    pub fn lately(&self, now: i64) -> Lately {
        self.note(now);
        let mut stands: Vec<Sums> =
            self.noted.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect();
        stands.push(self.read(now));
        let minutes = stands.windows(2).map(|two| two[1].since(&two[0])).collect();
        let whole = match &stands[..] {
            [first, .., last] => last.since(first),
            _ => Sums::default(),
        };
        Lately { minutes, whole }
    }

    fn read(&self, now: i64) -> Sums {
        let of = |count: &AtomicU64| count.load(Relaxed);
        Sums {
            at: now,
            sign_ons: self.sign_ons.read(),
            confirmations: self.confirmations.read(),
            clicks: self.clicks.read(),
            mails: self.mails.each_ref().map(of),
            pages: [&self.pages.shelf, &self.pages.memory, &self.pages.written].map(of),
            routes: self.requests.read(),
        }
    }
}

/// How many answers a route gave, and how long they took.
#[derive(Default)]
pub(super) struct AnswerSums {
    pub took: Steps,
    pub failed: AtomicU64,
}

impl AnswerSums {
    pub fn read(&self) -> Answers {
        Answers { took: self.took.read(), failed: self.failed.load(Relaxed) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::StatusCode;
    use broadside_db::Watch;

    #[test]
    fn a_quarter_of_an_hour_is_remembered_minute_by_minute_and_no_more() {
        let board = Board::new(["/a", "/b"].into_iter(), 0);
        let queue = Board::queue("sign_ons", &board.sign_ons);
        for minute in 1..=20 {
            queue.stores(2, 0)();
            board.requests.took(Some("/a"), StatusCode::OK, 0.001);
            board.note(minute * MINUTE);
            board.note(minute * MINUTE + 1);
        }
        queue.turns_away();
        board.mail_came_to(MailFate::Bounced);
        board.requests.took(None, StatusCode::INTERNAL_SERVER_ERROR, 0.001);
        board.requests.took(Some("/a"), StatusCode::SERVICE_UNAVAILABLE, 0.001);
        let lately = board.lately(20 * MINUTE + 30);
        let stored: Vec<u64> = lately.minutes.iter().map(|minute| minute.sign_ons.items).collect();
        assert_eq!(stored, [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0]);
        assert_eq!((lately.whole.at, lately.minutes[0].at), (6 * MINUTE, 6 * MINUTE));
        let whole = &lately.whole;
        assert_eq!((whole.sign_ons.items, whole.turned_away(), whole.sign_ons.commits.count()), (28, 1, 14));
        assert_eq!((whole.mails(MailFate::Bounced), whole.mails(MailFate::Sent)), (1, 0));
        assert_eq!((whole.answers(), whole.failed()), (16, 1));
        assert_eq!(whole.routes.iter().map(|(route, _)| *route).collect::<Vec<_>>(), ["/a", "-"]);
        assert_eq!(lately.minutes.last().map(Sums::turned_away), Some(1));
    }

    #[test]
    fn a_clock_that_was_set_back_begins_anew() {
        let board = Board::new(std::iter::empty(), 60 * MINUTE);
        Board::queue("sign_ons", &board.sign_ons).stores(5, 0)();
        let lately = board.lately(10 * MINUTE);
        assert_eq!((lately.minutes.len(), lately.whole.at, lately.whole.sign_ons.items), (1, 10 * MINUTE, 0));
    }
}
