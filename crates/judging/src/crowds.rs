//! Crowds: sign-ons that share something, what those in it show on the whole, and whether that looks false.

use crate::signals::Signal;
use std::collections::{HashMap, VecDeque};

const MINUTE: i64 = 60_000_000;
const HOUR: i64 = 60 * MINUTE;

/// What is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sharing {
    Network,
    Neighbourhood,
    Domain,
    Text,
    Name,
}

impl Sharing {
    pub fn signal(self) -> Signal {
        match self {
            Self::Network => Signal::Network,
            Self::Neighbourhood => Signal::Neighbourhood,
            Self::Domain => Signal::Domain,
            Self::Text => Signal::SameText,
            Self::Name => Signal::RepeatedName,
        }
    }

    /// Who came longer before than this is no company any more.
    fn lasts(self) -> i64 {
        match self {
            Self::Network => 6 * HOUR,
            Self::Neighbourhood => 24 * HOUR,
            Self::Domain | Self::Text | Self::Name => 48 * HOUR,
        }
    }

    /// So many are a crowd.
    fn least(self) -> usize {
        match self {
            Self::Network | Self::Domain | Self::Text => 5,
            Self::Neighbourhood => 8,
            Self::Name => 3,
        }
    }

    /// What its members’ own signals come to in the mean where a crowd looks false.
    fn from(self) -> i64 {
        match self {
            Self::Name => 8,
            _ => 12,
        }
    }

    /// Whether times as by a machine say something of it: a name’s bearers have nothing to do with each other.
    fn keeps_time(self) -> bool {
        !matches!(self, Self::Name)
    }
}

/// What a member brings into its crowds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Part {
    /// What its own signals come to.
    pub own: i64,
    /// The logarithm of the time its form took, where that is known.
    pub took: Option<f64>,
}

#[derive(Debug, Default)]
pub struct Crowd {
    /// Numbers of its members, the oldest first.
    members: VecDeque<u64>,
    own: i64,
    timed: u32,
    took: f64,
    took_squared: f64,
    looks_false: bool,
    is_regular: bool,
}

/// So many times are needed to see a machine in them, and they spread no further than this: people’s spread by
/// a third and more.
const TIMED: u32 = 8;
const SPREAD: f64 = 0.12;

impl Crowd {
    fn add(&mut self, member: u64, part: Part) {
        self.members.push_back(member);
        self.own += part.own;
        if let Some(took) = part.took {
            self.timed += 1;
            self.took += took;
            self.took_squared += took * took;
        }
    }

    fn drop_first(&mut self, part: Part) {
        self.members.pop_front();
        self.own -= part.own;
        if let Some(took) = part.took {
            self.timed -= 1;
            self.took -= took;
            self.took_squared -= took * took;
        }
    }

    /// Looks at it anew; whether it looks more false than before.
    fn look(&mut self, sharing: Sharing) -> bool {
        let (looked_false, was_regular) = (self.looks_false, self.is_regular);
        let n = i64::try_from(self.members.len()).unwrap_or(i64::MAX);
        let from = sharing.from() * n;
        // One that looked false does until it clearly does not, so that nothing swings to and fro.
        let enough = if looked_false { from * 7 / 10 } else { from };
        self.looks_false = self.members.len() >= sharing.least() && self.own >= enough;
        self.is_regular = sharing.keeps_time() && self.timed >= TIMED && self.spread() < SPREAD;
        (self.looks_false && !looked_false) || (self.is_regular && !was_regular)
    }

    fn spread(&self) -> f64 {
        let n = f64::from(self.timed);
        let mean = self.took / n;
        (self.took_squared / n - mean * mean).max(0.0).sqrt()
    }

    pub fn signals(&self, sharing: Sharing) -> impl Iterator<Item = Signal> {
        let shared = self.looks_false.then_some(sharing.signal());
        shared.into_iter().chain(self.is_regular.then_some(Signal::Regular))
    }

    pub fn members(&self) -> impl Iterator<Item = u64> {
        self.members.iter().copied()
    }
}

/// All crowds of a campaign, by what is shared.
#[derive(Debug, Default)]
pub struct Crowds {
    all: HashMap<(Sharing, u64), Crowd>,
}

impl Crowds {
    /// Adds a member after those that are no company any more are gone; whether the crowd looks more false now.
    pub fn join(
        &mut self,
        key: (Sharing, u64),
        member: u64,
        part: Part,
        at: i64,
        of: impl Fn(u64) -> Option<(i64, Part)>,
    ) -> bool {
        let crowd = self.all.entry(key).or_default();
        while let Some(first) = crowd.members.front() {
            match of(*first) {
                Some((came, part)) if came + key.0.lasts() < at => crowd.drop_first(part),
                Some(_) => break,
                None => crowd.drop_first(Part::default()),
            }
        }
        crowd.add(member, part);
        crowd.look(key.0)
    }

    /// A member is forgotten.
    pub fn leave(&mut self, key: (Sharing, u64), member: u64, part: Part) {
        let Some(crowd) = self.all.get_mut(&key) else { return };
        if crowd.members.front() == Some(&member) {
            crowd.drop_first(part);
        }
        if crowd.members.is_empty() {
            self.all.remove(&key);
        }
    }

    pub fn of(&self, key: (Sharing, u64)) -> Option<&Crowd> {
        self.all.get(&key)
    }
}
