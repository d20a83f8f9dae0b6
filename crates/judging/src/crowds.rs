//! Crowds: sign-ons that share something, what those in it show on the whole, and whether that looks false.

use crate::signals::Signal;
use std::collections::hash_map::Entry;
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

    /// Whether those who share it come from anywhere.
    fn is_anywhere(self) -> bool {
        matches!(self, Self::Domain | Self::Text | Self::Name)
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

    /// What its members’ own signals come to in the mean where a crowd of so many looks false. Honest people’s come to
    /// three or four; of many who send the same words, twice that is no chance any more.
    fn from(self, members: i64) -> i64 {
        match self {
            Self::Name => 8,
            Self::Text if members >= 50 => 6,
            Self::Text if members >= 20 => 7,
            _ => 12,
        }
    }

    /// Times whose logarithms spread less than this are a machine’s where many are known. People’s spread by a half
    /// and more; closer where they sit in one place with one browser and one long letter before them. A name’s
    /// bearers have nothing to do with each other.
    fn machine(self) -> f64 {
        match self {
            Self::Network | Self::Neighbourhood | Self::Domain => 0.38,
            Self::Text => 0.42,
            Self::Name => 0.0,
        }
    }
}

/// What a member brings into its crowds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Part {
    /// What its own signals come to, `MOST_OF_ONE` at most: a few that are surely false make nobody else so.
    pub own: i64,
    /// What of that is for no script having run: some have none by choice, and they sit together.
    pub scriptless: i64,
    /// The networks around its own, by a hash.
    pub place: Option<u64>,
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

/// More than this nobody brings into a crowd.
pub const MOST_OF_ONE: i64 = 20;
/// So many from one place say something of those elsewhere with whom they share a domain, words or a name: one
/// machine makes nobody else look false.
pub const FROM_ONE_PLACE: u32 = 3;
/// So many without a script are a false crowd for that alone.
const SCRIPTLESS: i64 = 12;

#[derive(Debug, Default)]
pub struct Crowd {
    /// Numbers of its members, the oldest first, and whether they say something of the others.
    members: VecDeque<(u64, bool)>,
    /// How many do.
    counted: u32,
    own: i64,
    scriptless: i64,
    /// How many of them came from each place, where that matters.
    places: HashMap<u64, u32>,
    /// How many took each time.
    times: BTreeMap<Step, u32>,
    timed: u32,
    looks_false: bool,
    /// Between which times a machine’s lie, if there is one.
    machine: Option<(Step, Step)>,
}

/// So many deviations lie between the quartiles of what is spread by chance.
const QUARTILES: f64 = 1.349;
/// So many times are needed to see a machine in them.
const TIMED: u32 = 8;

impl Crowd {
    fn add(&mut self, sharing: Sharing, member: u64, part: Part) {
        let place = part.place.filter(|_| sharing.is_anywhere());
        let before = place.and_then(|place| self.places.get(&place)).copied().unwrap_or(0);
        let counts = before < FROM_ONE_PLACE;
        self.members.push_back((member, counts));
        if !counts {
            return;
        }
        self.counted += 1;
        self.own += part.own;
        self.scriptless += part.scriptless;
        if let Some(place) = place {
            self.places.insert(place, before + 1);
        }
        if let Some(step) = part.took {
            self.timed += 1;
            *self.times.entry(step).or_default() += 1;
        }
    }

    fn drop_first(&mut self, part: Part) {
        if self.members.pop_front().is_none_or(|(_, counts)| !counts) {
            return;
        }
        self.counted -= 1;
        self.own -= part.own;
        self.scriptless -= part.scriptless;
        if let Some(place) = part.place
            && let Some(count) = self.places.get_mut(&place)
        {
            *count -= 1;
            if *count == 0 {
                self.places.remove(&place);
            }
        }
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
        let (looked_false, had_machine) = (self.looks_false, self.machine);
        let n = i64::from(self.counted);
        let from = sharing.from(n) * n;
        // One that looked false does until it clearly does not, so that nothing swings to and fro.
        let enough = if looked_false { from * 7 / 10 } else { from };
        let own = if n >= SCRIPTLESS { self.own } else { self.own - self.scriptless };
        self.looks_false = n >= sharing.least() && own >= enough;
        self.machine = self.band(sharing);
        (self.looks_false && !looked_false) || (self.machine.is_some() && self.machine != had_machine)
    }

    /// Between which times a machine’s lie: where the logarithms spread less than people’s do. Of a few they may by
    /// chance, so the fewer they are the closer they must be.
    fn band(&self, sharing: Sharing) -> Option<(Step, Step)> {
        if self.timed < TIMED {
            return None;
        }
        let (lower, upper) = (self.step_of(self.timed / 4), self.step_of(self.timed * 3 / 4));
        let spread = f64::from(upper - lower) * STEP / QUARTILES;
        let chance = 1.2 / f64::from(self.timed).sqrt();
        // As far as a sample’s own lie on either side (Tukey’s fences), and never less than a tenth.
        let beyond = ((upper - lower) * 3 / 2).max(5);
        (spread < sharing.machine() - chance).then_some((lower - beyond, upper + beyond))
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

    /// What a member shows by being in it.
    pub fn signals(&self, sharing: Sharing, part: Part) -> impl Iterator<Item = Signal> {
        let took = part.took.zip(self.machine);
        let is_regular = took.is_some_and(|(took, (from, to))| (from..=to).contains(&took));
        let shared = (self.looks_false || is_regular).then_some(sharing.signal());
        shared.into_iter().chain(is_regular.then_some(Signal::Regular))
    }

    pub fn members(&self) -> impl Iterator<Item = u64> {
        self.members.iter().map(|(member, _)| *member)
    }
}

/// Who shares something: most share it with nobody, and need no room for a crowd.
#[derive(Debug)]
enum Company {
    One(u64, Part),
    Many(Box<Crowd>),
}

/// All crowds of a campaign, by what is shared.
#[derive(Debug, Default)]
pub struct Crowds {
    all: HashMap<(Sharing, u64), Company>,
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
        let is_company = |came: i64| came + key.0.lasts() >= at;
        let alone = Company::One(member, part);
        let company = match self.all.entry(key) {
            Entry::Vacant(nobody) => {
                nobody.insert(alone);
                return false;
            }
            Entry::Occupied(company) => company.into_mut(),
        };
        if let Company::One(first, of_first) = *company {
            if !of(first).is_some_and(|(came, _)| is_company(came)) {
                *company = alone;
                return false;
            }
            let mut crowd = Box::<Crowd>::default();
            crowd.add(key.0, first, of_first);
            *company = Company::Many(crowd);
        }
        let Company::Many(crowd) = company else { return false };
        while let Some((first, _)) = crowd.members.front() {
            match of(*first) {
                Some((came, part)) if !is_company(came) => crowd.drop_first(part),
                Some(_) => break,
                None => drop(crowd.members.pop_front()),
            }
        }
        crowd.add(key.0, member, part);
        crowd.look(key.0)
    }

    /// A member is forgotten.
    pub fn leave(&mut self, key: (Sharing, u64), member: u64, part: Part) {
        let nobody_is_left = match self.all.get_mut(&key) {
            None => return,
            Some(Company::One(one, _)) => *one == member,
            Some(Company::Many(crowd)) => {
                if crowd.members.front().is_some_and(|(first, _)| *first == member) {
                    crowd.drop_first(part);
                }
                crowd.members.is_empty()
            }
        };
        if nobody_is_left {
            self.all.remove(&key);
        }
    }

    /// Nothing where fewer than two share it.
    pub fn of(&self, key: (Sharing, u64)) -> Option<&Crowd> {
        match self.all.get(&key)? {
            Company::One(..) => None,
            Company::Many(crowd) => Some(crowd),
        }
    }
}
