//! The acts: what is played in each, and what came of it.

mod front_page;
mod trouble;

use super::Failure;
use super::copy::{Place, Room};
use super::load::People;
use super::seen::{Errand, Seen};
use super::server::Server;
use super::sink::Sink;
use crate::clock::Stopwatch;
use crate::doctor::{Fact, Findings, Sort};
pub use front_page::Held;
use std::sync::Arc;
use std::time::Duration;

/// Everything that is on it.
pub struct Stage {
    pub place: Place,
    pub server: Server,
    pub sink: Sink,
    pub room: Room,
    pub watch: Arc<Stopwatch>,
    pub people: People,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    FrontPage,
    Bounces,
    DeadMail,
    Bots,
    FullDisk,
}

/// What came of an act.
pub struct Act {
    pub name: Name,
    pub facts: Vec<Fact>,
    /// What gave way, where anything did.
    pub gave_way: Option<Fact>,
    /// What the front page held; nothing of another act.
    pub held: Option<Held>,
}

impl Name {
    pub const ALL: [Self; 5] = [Self::FrontPage, Self::Bounces, Self::DeadMail, Self::Bots, Self::FullDisk];

    pub fn text_key(self) -> &'static str {
        match self {
            Self::FrontPage => "rehearsal-front-page",
            Self::Bounces => "rehearsal-bounces",
            Self::DeadMail => "rehearsal-dead-mail",
            Self::Bots => "rehearsal-bots",
            Self::FullDisk => "rehearsal-full-disk",
        }
    }

    /// Its part of the whole.
    pub fn share(self) -> f64 {
        match self {
            Self::FrontPage => 0.45,
            Self::Bounces | Self::FullDisk => 0.12,
            Self::DeadMail => 0.2,
            Self::Bots => 0.11,
        }
    }

    /// What is said when it begins.
    pub fn progress(self) -> &'static str {
        match self {
            Self::FrontPage => {
                "Act 1 of 5: a front page. More and more people come, until something gives way."
            }
            Self::Bounces => "Act 2 of 5: bounces. Many of the addresses are wrong.",
            Self::DeadMail => "Act 3 of 5: the mail server hangs, is gone, and comes back.",
            Self::Bots => "Act 4 of 5: bots from one network.",
            Self::FullDisk => {
                "Act 5 of 5: a full disk, and room again. It is the copy’s own; yours stays as it is."
            }
        }
    }

    /// Plays it for about so many seconds. `calm` is how many sign-ons a second are no burden.
    pub async fn play(self, stage: &Arc<Stage>, seconds: f64, calm: u64) -> Result<Act, Failure> {
        let lasting = Duration::from_secs_f64(seconds);
        let mut act = match self {
            Self::FrontPage => front_page::play(stage, lasting).await,
            Self::Bounces => trouble::bounces(stage, lasting, calm).await,
            Self::DeadMail => trouble::dead_mail(stage, lasting, calm).await?,
            Self::Bots => trouble::bots(stage, lasting, calm).await,
            Self::FullDisk => trouble::full_disk(stage, lasting, calm).await?,
        };
        if act.gave_way.is_none() {
            act.gave_way = act.facts.iter().find(|fact| fact.sort == Sort::Wrong).cloned();
        }
        Ok(act)
    }
}

impl Act {
    fn of(name: Name, findings: Findings) -> Self {
        Self { name, facts: findings.0, gave_way: None, held: None }
    }

    pub fn went_well(&self) -> bool {
        self.facts.iter().all(|fact| fact.sort != Sort::Wrong)
    }
}

/// What did not hold, worst first: whoever was turned away or waited in vain counts more than who waited.
fn weakest(seen: &[Seen; 4]) -> Option<(Errand, &Seen)> {
    let badness = |seen: &Seen| (seen.turned_away_in_thousand(), seen.p99());
    Errand::ALL.into_iter().zip(seen).filter(|(_, seen)| !seen.held()).max_by(|(_, one), (_, other)| {
        badness(one).partial_cmp(&badness(other)).unwrap_or(std::cmp::Ordering::Equal)
    })
}

/// Says how an errand gave way, at so many sign-ons a second.
fn gave_way<'f>(
    findings: &'f mut Findings,
    sort: Sort,
    errand: Errand,
    seen: &Seen,
    a_second: u64,
) -> &'f mut Fact {
    let fact = match sort {
        Sort::Wrong => findings.wrong(errand.broke_key()),
        _ => findings.note(errand.broke_key()),
    };
    fact.count("rate", number(a_second * 60))
        .count("milliseconds", milliseconds(seen.p99()))
        .count("busy", number(seen.busy))
        .count("lost", number(seen.lost + seen.limited))
}

/// Says how those fared who were there at the same time: well, or what gave way. Confirmations are left out: they
/// come when mails do, of which the act before may have left some.
fn beside(findings: &mut Findings, seen: &[Seen; 4], a_second: u64) {
    let [pages, counts, sign_ons, _] = seen;
    let anew = [pages.clone(), counts.clone(), sign_ons.clone(), Seen::default()];
    let Some((errand, weak)) = weakest(&anew) else {
        findings
            .well("rehearsal-beside")
            .count("count", number(sign_ons.served()))
            .count("milliseconds", milliseconds(sign_ons.p99()))
            .count("pages", number(pages.served()));
        return;
    };
    gave_way(findings, Sort::Wrong, errand, weak, a_second);
}

pub fn number(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[expect(clippy::cast_possible_truncation, reason = "to be read; nobody waits for a year")]
fn milliseconds(seconds: f64) -> i64 {
    (seconds * 1000.0).ceil() as i64
}
