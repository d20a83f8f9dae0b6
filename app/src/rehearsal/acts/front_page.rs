//! A front page: twice as many people at each step, until something gives way or this machine cannot play more.

use super::{Act, Name, Stage, gave_way, milliseconds, number, weakest};
use crate::doctor::{Findings, Sort};
use crate::rehearsal::load::Evening;
use crate::rehearsal::seen::Seen;
use std::sync::Arc;
use std::time::Duration;

/// What was held at the highest step that was.
#[derive(Clone, Copy, Debug, Default)]
pub struct Held {
    /// A second; nought where not even the first step was.
    pub sign_ons: u64,
    /// Bytes that each sign-on of the act took on the disk.
    pub bytes_each: u64,
    /// What gave way was what is only read: pages or counts.
    pub reading_gave_way: bool,
    pub writing_gave_way: bool,
    /// Mails that had to wait after the last signed.
    pub mails_behind: u64,
}

/// Sign-ons a second at the first step, and at most.
const FIRST: u64 = 10;
const MOST: u64 = 5_120;
/// Steps that the act has time for.
const STEPS: u32 = 12;
const SHORTEST: Duration = Duration::from_millis(300);
const LONGEST: Duration = Duration::from_secs(15);
const MOMENT: Duration = Duration::from_millis(50);

pub async fn play(stage: &Arc<Stage>, lasting: Duration) -> Act {
    let begun = stage.watch.elapsed();
    let (thanked, taken) = (stage.people.thanked().len() as u64, stage.room.taken().await);
    let step = (lasting / STEPS).clamp(SHORTEST, LONGEST);
    let climb_until = begun + lasting.mul_f64(0.8);
    let mut findings = Findings::default();
    let (mut held, mut best): (u64, Option<[Seen; 4]>) = (0, None);
    let mut broke: Option<(u64, [Seen; 4])> = None;
    let mut rate = FIRST;
    while stage.watch.elapsed() < climb_until && rate > held {
        if stage.room.is_used_up() {
            findings.note("rehearsal-cut-short");
            break;
        }
        let seen = Evening::of(rate, step).play(stage).await;
        let holds = weakest(&seen).is_none();
        complain!("  {} sign-ons a minute: {}", rate * 60, if holds { "held" } else { "gave way" });
        if holds {
            (held, best) = (rate, Some(seen));
        } else {
            broke = Some((rate, seen));
            // Whoever is still waiting is let go before the next come.
            tokio::time::sleep(step.min(Duration::from_secs(2))).await;
        }
        let last_bad = broke.as_ref().map(|(rate, _)| *rate);
        rate = match last_bad {
            None if rate >= MOST => break,
            None => rate * 2,
            // Once between the two, and a second time where there is time.
            Some(bad) if bad - held > held / 4 && held > 0 => held + (bad - held) / 2,
            Some(_) => break,
        };
    }
    let bytes = match (taken, stage.room.taken().await) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => 0,
    };
    let new = (stage.people.thanked().len() as u64).saturating_sub(thanked);
    let mut result = Held { sign_ons: held, bytes_each: bytes / new.max(1), ..Held::default() };
    match &best {
        Some([pages, _, sign_ons, _]) => findings
            .well("rehearsal-held-rate")
            .count("rate", number(held * 60))
            .count("pages", number(held * 10))
            .count("counts", number(held * 5))
            .count("milliseconds", milliseconds(sign_ons.p99()))
            .count("wait", milliseconds(pages.p99())),
        None => findings.wrong("rehearsal-held-nothing"),
    };
    let mut weak = None;
    match &broke {
        Some((rate, seen)) => {
            if let Some((errand, seen)) = weakest(seen) {
                let sort = if held == 0 { Sort::Wrong } else { Sort::Note };
                result.reading_gave_way = errand.only_reads();
                result.writing_gave_way = !errand.only_reads();
                weak = Some(gave_way(&mut findings, sort, errand, seen, *rate).clone());
            }
        }
        None => {
            findings.note("rehearsal-not-broken").count("rate", number(held * 60));
        }
    }
    result.mails_behind = mails(stage, begun + lasting, &mut findings).await;
    Act { gave_way: weak, held: Some(result), ..Act::of(Name::FrontPage, findings) }
}

/// Waits for the mails of those who signed, and says how they went; answers how many still waited at first.
async fn mails(stage: &Stage, until: Duration, findings: &mut Findings) -> u64 {
    let left = || stage.people.awaited().saturating_sub(stage.sink.post.done());
    let (begun, behind) = (stage.watch.elapsed(), left());
    let until = until.max(begun + Duration::from_secs(2));
    while left() > 0 && stage.watch.elapsed() < until {
        tokio::time::sleep(MOMENT).await;
    }
    let seconds = (stage.watch.elapsed().saturating_sub(begun)).as_secs();
    match left() {
        0 => findings
            .well("rehearsal-mails-went")
            .count("mails", number(stage.sink.post.done()))
            .count("behind", number(behind))
            .count("seconds", number(seconds)),
        left => findings
            .note("rehearsal-mails-behind")
            .count("mails", number(stage.sink.post.done()))
            .count("left", number(left))
            .count("seconds", number(seconds)),
    };
    behind
}
