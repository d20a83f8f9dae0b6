//! The judge: remembers the last sign-ons of a campaign, and says which look false.

use crate::addresses;
use crate::crowds::{Crowd, Crowds, FROM_ONE_PLACE, MOST_OF_ONE, Part, Sharing, step};
use crate::names;
use crate::signals::{Signal, Weights};
use crate::venues::{Venue, is_public, neighbourhood};
use crate::{Shown, letters};
use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

/// So many sign-ons are remembered at most; the crowds of more than that are judged by the last of them.
pub const MOST: usize = 30_000;
/// Faster than this nobody fills in a form, and faster than that a browser must have helped. Milliseconds.
const INSTANT: i64 = 3_000;
const QUICK: i64 = 4_000;
/// Shorter words are everybody’s.
const TEXT: usize = 16;
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
    keys: Box<[(Sharing, u64)]>,
    /// How many of them, the first ones, it joined: where one from the same mailbox is already, it does not. One
    /// person is no crowd, however often they come.
    joined: usize,
    mailbox: u64,
    is_held: bool,
}

/// Of one campaign.
#[derive(Debug, Default)]
pub struct Judge {
    /// The number of the first that is remembered.
    first: u64,
    members: VecDeque<Member>,
    crowds: Crowds,
    /// In which crowds somebody from a mailbox is.
    mailboxes: HashMap<u64, Vec<(Sharing, u64)>>,
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
        let sum = |but: Option<Signal>| -> i64 {
            let shown = own.iter().filter(|signal| Some(**signal) != but);
            shown.map(|signal| self.weights.of(*signal)).sum::<i64>().min(MOST_OF_ONE)
        };
        let part = Part {
            own: sum(None),
            scriptless: sum(None) - sum(Some(Signal::Unmeasured)),
            place: shown
                .network
                .filter(|network| is_public(network))
                .and_then(neighbourhood)
                .map(|place| hash(&place)),
            took: shown.filled_in.map(step),
        };
        if self.members.len() >= MOST {
            self.forget_first();
        }
        let number = self.first + self.members.len() as u64;
        let mailbox = hash(shown.email);
        let there = self.mailboxes.entry(mailbox).or_default();
        let (mut keys, already): (Vec<_>, Vec<_>) = keys.into_iter().partition(|key| !there.contains(key));
        there.extend(&keys);
        let joined = keys.len();
        keys.extend(already);
        self.members.push_back(Member {
            id: shown.id,
            at: shown.at,
            own,
            part,
            keys: keys.clone().into(),
            joined,
            mailbox,
            is_held: false,
        });
        let mut again = vec![number];
        for key in keys.into_iter().take(joined) {
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
        for key in &*member.keys {
            signals
                .extend(self.crowds.of(*key).into_iter().flat_map(|crowd| crowd.signals(key.0, member.part)));
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

    /// Whether many of those who came within the last ten minutes look false. Of one place a few count, so that
    /// one machine is no attack on the campaign.
    pub fn attack(&self, now: i64) -> Attack {
        let mut places: HashMap<Option<u64>, u32> = HashMap::new();
        let (mut came, mut held) = (0, 0);
        for member in self.members.iter().rev().take_while(|member| member.at + TEN_MINUTES > now) {
            came += 1;
            if member.is_held {
                let of_place = places.entry(member.part.place).or_default();
                *of_place += 1;
                held += usize::from(*of_place <= FROM_ONE_PLACE);
            }
        }
        if held >= 30 && held * 4 >= came { Attack::Under { held, came } } else { Attack::No }
    }

    fn forget_first(&mut self) {
        let Some(member) = self.members.pop_front() else { return };
        let joined = &member.keys[..member.joined];
        for key in joined {
            self.crowds.leave(*key, self.first, member.part);
        }
        if let Some(there) = self.mailboxes.get_mut(&member.mailbox) {
            there.retain(|key| !joined.contains(key));
            if there.is_empty() {
                self.mailboxes.remove(&member.mailbox);
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

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: i64 = 1_000_000;
    const NAMES: [&str; 10] = [
        "Ada Lovelace",
        "Grace Hopper",
        "Alan Turing",
        "Barbara Liskov",
        "Donald Knuth",
        "Frances Allen",
        "Tony Hoare",
        "Radia Perlman",
        "Lynn Conway",
        "Ken Thompson",
    ];
    /// A person's times are as far apart as this.
    const TIMES: [i64; 10] = [9_000, 41_000, 17_000, 95_000, 12_000, 28_000, 66_000, 7_000, 150_000, 22_000];

    /// Looks at one more, a second after the one before; answers who is held by now.
    fn looks(judge: &mut Judge, shown: &Shown<'_>) -> Vec<i64> {
        let id = judge.members.len().try_into().unwrap();
        judge.look(&Shown { id, at: id * SECOND, ..*shown }, &[], false).iter().map(|one| one.id).collect()
    }

    fn shown<'a>(network: &'a str, email: &'a str, name: &'a str, filled_in: i64) -> Shown<'a> {
        Shown {
            id: 0,
            at: 0,
            network: Some(network),
            email,
            name,
            comment: None,
            filled_in: Some(filled_in),
            trapped: false,
            worked: false,
        }
    }

    /// Colleagues of one domain, each from an own network.
    fn colleagues(judge: &mut Judge) {
        for (n, (name, took)) in NAMES.iter().zip(TIMES).enumerate() {
            let (network, email) =
                (format!("8.{n}.1.1"), format!("{}@college.example", name.to_lowercase().replace(' ', ".")));
            assert_eq!(looks(judge, &shown(&network, &email, name, took)), []);
        }
    }

    #[test]
    fn one_machine_makes_nobody_of_a_domain_or_a_text_look_false() {
        let mut judge = Judge::new(Weights::default());
        colleagues(&mut judge);
        for n in 0..60 {
            let (email, name) =
                (format!("q{n}w.made@college.example"), format!("Made Up {}", char::from(b'a' + n % 26)));
            let made_up = Shown { trapped: n % 2 == 0, ..shown("9.9.9.9", &email, &name, 60_000) };
            assert!(
                looks(&mut judge, &made_up).iter().all(|id| *id >= 10),
                "a colleague is held for what a machine sent"
            );
        }
    }

    #[test]
    fn a_machine_s_time_is_told_of_those_alone_who_kept_to_it() {
        let mut judge = Judge::new(Weights::default());
        colleagues(&mut judge);
        let mut held = Vec::new();
        for n in 0..60 {
            let (network, email, name) = (
                format!("9.{n}.1.1"),
                format!(
                    "k.m{}@college.example",
                    char::from(b'a' + n % 26).to_string().repeat(1 + usize::from(n) / 26)
                ),
                format!("Some {}", char::from(b'a' + n % 26)),
            );
            held.extend(looks(&mut judge, &shown(&network, &email, &name, 61_000)));
        }
        assert!(held.iter().filter(|id| **id >= 10).count() > 50, "{held:?}");
        assert!(held.iter().filter(|id| **id < 10).count() <= 1, "whose time is alike by chance: {held:?}");
    }

    #[test]
    fn a_mailbox_that_came_before_is_company_in_every_crowd_that_it_is_new_to() {
        let mut judge = Judge::new(Weights::default());
        let email = |n: usize| format!("{}@mail{n}.example", NAMES[n].to_lowercase().replace(' ', "."));
        for (n, name) in NAMES.iter().enumerate() {
            let email = email(n);
            let first = Shown { trapped: true, ..shown("6.6.6.6", &email, name, 31_000) };
            looks(&mut judge, &first);
        }
        let mut held = Vec::new();
        for (n, name) in NAMES.iter().enumerate() {
            held.extend(looks(&mut judge, &shown("7.7.7.7", &email(n), name, 3_500)));
        }
        assert_eq!(held.iter().filter(|id| **id >= 10).count(), 10, "{held:?}");
        let mut judge = Judge::new(Weights::default());
        for _ in 0..40 {
            assert_eq!(
                looks(&mut judge, &shown("7.7.7.7", &email(0), NAMES[0], 3_500)),
                [],
                "one person is no crowd"
            );
        }
    }

    #[test]
    fn one_machine_is_no_attack_and_many_are() {
        let mut judge = Judge::new(Weights::default());
        for n in 0..60 {
            let email = format!("a{n}@made.example");
            looks(&mut judge, &Shown { trapped: true, ..shown("9.9.9.9", &email, "Made Up", 30_000) });
        }
        assert_eq!(judge.attack(60 * SECOND), Attack::No);
        for n in 0..40 {
            let (network, email) = (format!("9.{n}.1.1"), format!("b{n}@made.example"));
            looks(&mut judge, &Shown { trapped: true, ..shown(&network, &email, "Made Up", 30_000) });
        }
        assert!(
            matches!(judge.attack(100 * SECOND), Attack::Under { held: 43, came: 100 }),
            "{:?}",
            judge.attack(100 * SECOND)
        );
    }

    #[test]
    fn few_without_a_script_are_no_false_crowd_and_very_many_are() {
        let mut judge = Judge::new(Weights::default());
        let mut held = Vec::new();
        for n in 0..30_u8 {
            let (email, name) = (
                format!("p{n}@mail{n}.example"),
                format!("{} {}", NAMES[usize::from(n) % 10], char::from(b'a' + n % 26)),
            );
            let scriptless = Shown { filled_in: None, ..shown("5.5.5.5", &email, &name, 0) };
            held.extend(looks(&mut judge, &scriptless));
            assert_eq!(held.is_empty(), n < 11, "after {n}");
        }
        assert_eq!(held.len(), 30);
    }
}
