//! What to change, from what was seen: rules that take facts and return facts.

use super::acts::{Act, Held, number};
use super::check::Kept;
use crate::config::Settings;
use crate::doctor::{Fact, Findings};

/// Less than this many hours of the evening fit on the disk: somebody should look.
const LITTLE_TIME: u64 = 72;
/// Sign-ons a minute of the busiest petition there was: who holds them need not fear.
const BUSIEST: u64 = 2_000;
/// Mails that wait when the last has signed: fewer are gone in a moment.
const BEHIND: u64 = 200;

pub fn of(settings: &Settings, acts: &[Act], kept: &Kept, room_left: Option<u64>) -> Vec<Fact> {
    let mut findings = Findings::default();
    if kept.missing > 0 || !kept.counts_agree {
        findings.wrong("rehearsal-change-report");
    }
    if settings.smtp_url.is_none() {
        findings.wrong("rehearsal-change-no-mail-server");
    }
    if !settings.rate_limits {
        findings.wrong("rehearsal-change-limits");
    }
    if let Some(held) = acts.iter().find_map(|act| act.held) {
        of_front_page(held, room_left, &mut findings);
    }
    if acts.iter().skip(1).any(|act| !act.went_well()) {
        findings.wrong("rehearsal-change-trouble");
    }
    if findings.0.is_empty() {
        findings.well("rehearsal-change-nothing");
    }
    findings.0
}

fn of_front_page(held: Held, room_left: Option<u64>, findings: &mut Findings) {
    let a_minute = held.sign_ons * 60;
    if held.reading_gave_way {
        findings.note("rehearsal-change-cdn");
    }
    if held.writing_gave_way {
        let fact = if a_minute < BUSIEST {
            findings.wrong("rehearsal-change-disk")
        } else {
            findings.note("rehearsal-change-disk")
        };
        fact.count("rate", number(a_minute));
    }
    if held.mails_behind > BEHIND || held.sign_ons > 0 {
        findings.note("rehearsal-change-mail").count("rate", number(a_minute.min(BUSIEST)));
    }
    let an_hour = held.bytes_each.saturating_mul(a_minute.min(BUSIEST)).saturating_mul(60);
    if let Some(hours) = room_left.and_then(|left| left.checked_div(an_hour)) {
        let fact = if hours < LITTLE_TIME {
            findings.wrong("rehearsal-change-room")
        } else {
            findings.well("rehearsal-change-room")
        };
        fact.count("rate", number(a_minute.min(BUSIEST))).count("hours", number(hours));
    }
}

#[cfg(test)]
mod tests {
    use super::super::acts::Name;
    use super::*;
    use crate::config::Given;
    use crate::doctor::Sort;
    use crate::web::i18n::Language;

    fn told(settings: &Settings, held: Held, kept: &Kept, room: u64) -> String {
        let say = Language::En.say();
        let act = Act { name: Name::FrontPage, facts: Vec::new(), gave_way: None, held: Some(held) };
        let facts = of(settings, &[act], kept, Some(room));
        facts.iter().map(|fact| format!("{:?} {}", fact.sort, fact.say(&say))).collect::<Vec<_>>().join("\n")
    }

    const WHOLE: Kept = Kept { thanked: 9, confirmed: 4, missing: 0, counts_agree: true };

    #[test]
    fn advice_follows_what_gave_way() {
        let settings =
            Settings { smtp_url: Some("smtp://x".to_owned()), ..Given::default().settle().unwrap() };
        let held = Held { sign_ons: 10, bytes_each: 500, reading_gave_way: true, ..Held::default() };
        let reading = told(&settings, held, &WHOLE, 400_000_000_000);
        assert!(reading.contains("CDN") && !reading.contains("faster disk"), "{reading}");
        let held = Held { reading_gave_way: false, writing_gave_way: true, ..held };
        let writing = told(&settings, held, &WHOLE, 400_000_000_000);
        assert!(!writing.contains("CDN") && writing.contains("faster disk"), "{writing}");
        assert!(!writing.contains("Wrong The disk has room"), "{writing}");
        let full = told(&settings, held, &WHOLE, 400_000_000);
        assert!(full.contains("Wrong The disk has room for 22 hours"), "{full}");
    }

    #[test]
    fn a_lost_thank_you_comes_before_everything_else() {
        let settings = Given::default().settle().unwrap();
        let facts = of(&settings, &[], &Kept { missing: 1, ..WHOLE }, None);
        let say = Language::En.say();
        assert!(facts[0].sort == Sort::Wrong && facts[0].say(&say).contains("report"), "{facts:?}");
        assert!(facts.iter().any(|fact| fact.say(&say).contains("BROADSIDE_SMTP_URL")), "{facts:?}");
    }
}
