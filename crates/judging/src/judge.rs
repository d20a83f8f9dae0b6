//! The judge: remembers the last sign-ons of a campaign, and says which look false.

use crate::addresses;
use crate::crowds::{Crowd, Crowds, Part, Sharing, step};
use crate::names;
use crate::signals::{Signal, Weights};
use crate::venues::{Venue, is_public, neighbourhood};
use crate::{Shown, letters};
use std::collections::{HashSet, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

/// So many sign-ons are remembered at most; the crowds of more than that are judged by the last of them.
pub const MOST: usize = 30_000;
/// Faster than this nobody fills in a form, and faster than that a browser must have helped. Milliseconds.
const INSTANT: i64 = 3_000;
const QUICK: i64 = 4_000;
/// Shorter words are everybody’s.
const TEXT: usize = 24;
const TEN_MINUTES: i64 = 600_000_000;

/// A sign-on that is to be held, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub id: i64,
    /// The heaviest first.
    pub signals: Vec<Signal>,
    pub score: i64,
}

/// Whether a campaign is under attack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attack {
    No,
    /// So many of so many within ten minutes look false.
    Under {
        held: usize,
        came: usize,
    },
}

#[derive(Debug)]
struct Member {
    id: i64,
    at: i64,
    own: Vec<Signal>,
    part: Part,
    keys: Vec<(Sharing, u64)>,
    /// Nothing for who came before from the same mailbox: one person is no crowd.
    mailbox: Option<u64>,
    is_held: bool,
}

/// Of one campaign.
#[derive(Debug, Default)]
pub struct Judge {
    /// The number of the first that is remembered.
    first: u64,
    members: VecDeque<Member>,
    crowds: Crowds,
    mailboxes: HashSet<u64>,
    weights: Weights,
}

impl Judge {
    pub fn new(weights: Weights) -> Self {
        Self { weights, ..Self::default() }
    }

    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// Whether it has seen nothing yet.
    pub fn is_new(&self) -> bool {
        self.members.is_empty()
    }

    /// Looks at the next sign-on; names it, and those before it that look false only now.
    pub fn look(&mut self, shown: &Shown<'_>, venues: &[Venue], asks_work: bool) -> Vec<Verdict> {
        let (own, keys) = see(shown, venues, asks_work);
        let part = Part {
            own: own.iter().map(|signal| self.weights.of(*signal)).sum(),
            took: shown.filled_in.map(step),
        };
        if self.members.len() >= MOST {
            self.forget_first();
        }
        let number = self.first + self.members.len() as u64;
        let mailbox = hash(shown.email);
        let mailbox = self.mailboxes.insert(mailbox).then_some(mailbox);
        self.members.push_back(Member {
            id: shown.id,
            at: shown.at,
            own,
            part,
            keys: keys.clone(),
            mailbox,
            is_held: false,
        });
        let mut again = vec![number];
        let joins = keys.into_iter().filter(|_| mailbox.is_some());
        for key in joins {
            let (members, first) = (&self.members, self.first);
            let of = |number: u64| {
                let place = usize::try_from(number.checked_sub(first)?).ok()?;
                members.get(place).map(|member| (member.at, member.part))
            };
            if self.crowds.join(key, number, part, shown.at, of) {
                again.extend(self.crowds.of(key).into_iter().flat_map(Crowd::members));
            }
        }
        again.sort_unstable();
        again.dedup();
        again.into_iter().filter_map(|number| self.judge(number)).collect()
    }

    fn judge(&mut self, number: u64) -> Option<Verdict> {
        let place = usize::try_from(number.checked_sub(self.first)?).ok()?;
        let member = self.members.get(place).filter(|member| !member.is_held)?;
        let mut signals = member.own.clone();
        for key in &member.keys {
            signals.extend(self.crowds.of(*key).into_iter().flat_map(|crowd| crowd.signals(key.0)));
        }
        signals.sort_by_key(|signal| (-self.weights.of(*signal), *signal));
        signals.dedup();
        signals.retain(|signal| self.weights.of(*signal) > 0);
        let score = signals.iter().map(|signal| self.weights.of(*signal)).sum();
        if score < self.weights.threshold() {
            return None;
        }
        let id = member.id;
        self.members[place].is_held = true;
        Some(Verdict { id, signals, score })
    }

    /// Whether many of those who came within the last ten minutes look false.
    pub fn attack(&self, now: i64) -> Attack {
        let lately = || self.members.iter().rev().take_while(|member| member.at + TEN_MINUTES > now);
        let (came, held) = (lately().count(), lately().filter(|member| member.is_held).count());
        if held >= 30 && held * 4 >= came { Attack::Under { held, came } } else { Attack::No }
    }

    fn forget_first(&mut self) {
        let Some(member) = self.members.pop_front() else { return };
        if let Some(mailbox) = member.mailbox {
            self.mailboxes.remove(&mailbox);
            for key in &member.keys {
                self.crowds.leave(*key, self.first, member.part);
            }
        }
        self.first += 1;
    }
}

/// The signals that a sign-on shows by itself, and what it shares with others.
fn see(shown: &Shown<'_>, venues: &[Venue], asks_work: bool) -> (Vec<Signal>, Vec<(Sharing, u64)>) {
    let address = addresses::see(shown.email, shown.name);
    let mut own = Vec::new();
    let mut note = |signal, is_shown: bool| own.extend(is_shown.then_some(signal));
    note(Signal::Trap, shown.trapped);
    note(Signal::Instant, shown.filled_in.is_some_and(|ms| ms < INSTANT));
    note(Signal::Quick, shown.filled_in.is_some_and(|ms| (INSTANT..QUICK).contains(&ms)));
    note(Signal::Unmeasured, shown.filled_in.is_none());
    note(Signal::OddName, names::is_odd(shown.name));
    note(Signal::NoWork, asks_work && !shown.worked);
    own.extend(address.signals);
    let mut keys = vec![(Sharing::Name, hash(&names::key(shown.name)))];
    if let Some(network) = shown.network
        && is_public(network)
        && !venues.iter().any(|venue| venue.holds(network, shown.at))
    {
        keys.push((Sharing::Network, hash(network)));
        keys.extend(neighbourhood(network).map(|around| (Sharing::Neighbourhood, hash(&around))));
    }
    if address.is_shared {
        keys.push((Sharing::Domain, hash(&address.domain)));
    }
    keys.extend(shown.comment.and_then(text).map(|text| (Sharing::Text, hash(&text))));
    (own, keys)
}

/// Words as they are compared, where they are long enough to be somebody’s own.
fn text(comment: &str) -> Option<String> {
    let folded: String = letters::fold(comment).chars().filter(|c| c.is_alphanumeric()).collect();
    (folded.chars().count() >= TEXT).then_some(folded)
}

fn hash(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}
