//! What of a status needs somebody: rules, without a look at anything.

use crate::clock::{MINUTE, SECOND};
use crate::doctor::{Findings, Sort};
use crate::figures::board::Sums;
use crate::figures::steps::Within;
use crate::web::i18n::Say;

/// Decisions that are so far behind need looking at.
const BEHIND: i64 = MINUTE;

/// What is only known by looking.
pub struct Seen {
    pub mails_waiting: i64,
    /// Sign-ons that wait for the decision which mail they get, and since when the first does.
    pub behind: (i64, Option<i64>),
    pub size: i64,
    /// Until when the mail server is left in peace.
    pub server_rests: Option<i64>,
    pub domains_rest: usize,
    pub silent: bool,
}

/// What needs looking at, beside what the doctor finds: the gravest first.
pub fn judge(lately: &Sums, seen: &Seen, now: i64, say: &Say, findings: &mut Findings) {
    let turned_away = lately.turned_away();
    if seen.silent {
        findings.wrong("desk-status-silent");
    }
    if lately.failed() > 0 {
        findings.wrong("desk-status-failed").count("count", whole(lately.failed()));
    }
    if turned_away > 0 {
        findings.wrong("desk-status-turned-away").count("count", whole(turned_away));
    }
    if let (count, Some(first)) = seen.behind
        && now - first >= BEHIND
    {
        findings.wrong("desk-status-behind").count("count", count).count("minutes", (now - first) / MINUTE);
    }
    if let Some(until) = seen.server_rests {
        findings.wrong("desk-status-server-rests").count("seconds", ((until - now) / SECOND).max(1));
    }
    if seen.domains_rest > 0 {
        findings
            .note("desk-status-domains-rest")
            .count("count", i64::try_from(seen.domains_rest).unwrap_or(i64::MAX));
    }
    let slow = lately.sign_ons.commits.within(99).filter(|within| micros(*within) > 100_000);
    if let Some(within) = slow {
        findings.note("desk-status-slow-disk").with("time", &took(say, Some(within)));
    }
}

pub fn found(say: &Say, findings: &Findings) -> Vec<(String, bool)> {
    let of = |sort: Sort| findings.0.iter().filter(move |fact| fact.sort == sort);
    of(Sort::Wrong).chain(of(Sort::Note)).map(|fact| (fact.say(say), fact.sort == Sort::Wrong)).collect()
}

/// A time as near as it is known: “5 ms”, “over 2 s”; a dash where nothing was measured.
pub fn took(say: &Say, within: Option<Within>) -> String {
    let Some(within) = within else { return "–".to_owned() };
    let micros = micros(within);
    let (key, unit) = match micros {
        1_000_000.. => ("desk-status-seconds", 1_000_000),
        1_000.. => ("desk-status-milliseconds", 1_000),
        _ => ("desk-status-microseconds", 1),
    };
    let time = say.with(key, &[("count", &(micros / unit))]);
    match within {
        Within::Micros(_) => time,
        Within::LongerThan(_) => say.with("desk-status-over", &[("time", &time)]),
    }
}

fn micros(within: Within) -> u32 {
    match within {
        Within::Micros(micros) | Within::LongerThan(micros) => micros,
    }
}

pub fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::board::Answers;
    use crate::web::i18n::Language;

    fn judged(lately: &Sums, seen: &Seen) -> Vec<(String, bool)> {
        let say = Language::En.say();
        let mut findings = Findings::default();
        judge(lately, seen, 10 * MINUTE, &say, &mut findings);
        found(&say, &findings)
    }

    fn well() -> Seen {
        Seen {
            mails_waiting: 5,
            behind: (3, Some(9 * MINUTE + 1)),
            size: 1,
            server_rests: None,
            domains_rest: 0,
            silent: false,
        }
    }

    #[test]
    fn where_nothing_gave_way_nothing_is_said() {
        assert_eq!(judged(&Sums::default(), &well()), []);
    }

    #[test]
    fn what_gave_way_is_said_with_what_it_means() {
        let mut lately = Sums::default();
        lately.sign_ons.turned_away = 2;
        let failed = Answers { failed: 1, ..Answers::default() };
        lately.routes.push(("/", failed));
        let seen = Seen {
            behind: (7, Some(7 * MINUTE)),
            server_rests: Some(10 * MINUTE + 9 * SECOND),
            domains_rest: 1,
            silent: true,
            ..well()
        };
        let found = judged(&lately, &seen);
        assert_eq!(found.len(), 6, "{found:?}");
        for words in ["no answer", "1 answer", "2 people", "7 sign-ons", "9 seconds", "1 mail domain"] {
            assert!(found.iter().any(|(line, _)| line.contains(words)), "{words}: {found:?}");
        }
        assert_eq!(found.iter().filter(|(_, wrong)| *wrong).count(), 5);
    }
}
