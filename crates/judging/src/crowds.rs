//! Crowds: sign-ons that share something, what those in it show on the whole, and whether that looks false.

use crate::signals::Signal;
use std::collections::{BTreeMap, HashMap, VecDeque};

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
    fn least(self) -> i64 {
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

    /// Times whose logarithms spread less than this are a machine’s where many are known. People’s spread by a half
    /// and more; closer where they sit in one place with one browser and one long letter before them. A name’s
    /// bearers have nothing to do with each other.
    fn machine(self) -> f64 {
        match self {
            Self::Network | Self::Neighbourhood | Self::Domain | Self::Text => 0.42,
            Self::Name => 0.0,
        }
    }
}

/// What a member brings into its crowds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Part {
    /// What its own signals come to.
    pub own: i64,
    /// The time its form took, where that is known.
    pub took: Option<Step>,
}

/// A time, in steps of two hundredths of its natural logarithm: two steps further is four hundredths longer.
pub type Step = i32;
const STEP: f64 = 0.02;

pub fn step(milliseconds: i64) -> Step {
    // Below 2^32 ms, whose logarithm is 22.
    let milliseconds = u32::try_from(milliseconds.max(1)).unwrap_or(u32::MAX);
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1,109")]
    let step = (f64::from(milliseconds).ln() / STEP) as Step;
    step
}

#[derive(Debug, Default)]
pub struct Crowd {
    /// Numbers of its members, the oldest first.
    members: VecDeque<u64>,
    own: i64,
    /// How many took each time.
    times: BTreeMap<Step, u32>,
    timed: u32,
    looks_false: bool,
    is_regular: bool,
}

/// So many times are needed to see a machine in them.
const TIMED: u32 = 8;

impl Crowd {
    fn add(&mut self, member: u64, part: Part) {
        self.members.push_back(member);
        self.own += part.own;
        if let Some(step) = part.took {
            self.timed += 1;
            *self.times.entry(step).or_default() += 1;
        }
    }

    fn drop_first(&mut self, part: Part) {
        self.members.pop_front();
        self.own -= part.own;
        if let Some(step) = part.took
            && let Some(count) = self.times.get_mut(&step)
        {
            self.timed -= 1;
            *count -= 1;
            if *count == 0 {
                self.times.remove(&step);
            }
        }
    }

    /// Looks at it anew; whether it looks more false than before.
    fn look(&mut self, sharing: Sharing) -> bool {
        let looked_false = self.looks_false;
        let n = i64::try_from(self.members.len()).unwrap_or(i64::MAX);
        let from = sharing.from() * n;
        // One that looked false does until it clearly does not, so that nothing swings to and fro.
        let enough = if looked_false { from * 7 / 10 } else { from };
        let was_regular = self.is_regular;
        self.is_regular = self.timed >= TIMED && self.spread() < sharing.machine() - self.chance();
        self.looks_false = self.is_regular || (n >= sharing.least() && self.own >= enough);
        (self.looks_false && !looked_false) || (self.is_regular && !was_regular)
    }

    /// Of the logarithms, as the distance of their quartiles tells it: a few that took far longer change nothing.
    fn spread(&self) -> f64 {
        const QUARTILES_OF_NORMAL: f64 = 1.349;
        let (lower, upper) = (self.step_of(self.timed / 4), self.step_of(self.timed * 3 / 4));
        f64::from(upper - lower) * STEP / QUARTILES_OF_NORMAL
    }

    /// So much closer a few may come by chance.
    fn chance(&self) -> f64 {
        1.2 / f64::from(self.timed).sqrt()
    }

    /// The time of the one in this place, the shortest being in the first.
    fn step_of(&self, place: u32) -> Step {
        let mut before = 0;
        let found = self.times.iter().find(|(_, count)| {
            before += **count;
            before > place
        });
        found.map_or(0, |(step, _)| *step)
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
