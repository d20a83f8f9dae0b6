//! What goes wrong on such an evening, while people go on signing at a rate that is no burden.

use super::{Act, Name, Stage, beside, milliseconds, number, weakest};
use crate::doctor::Findings;
use crate::rehearsal::Failure;
use crate::rehearsal::load::{Evening, Flow, Mailboxes};
use crate::rehearsal::seen::{Errand, Seen};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

const MOMENT: Duration = Duration::from_millis(50);
/// A server that was away is tried again within a minute at most.
const BACK: Duration = Duration::from_secs(70);
/// Mails go on leaving for as long as one does within this.
const QUIET: Duration = Duration::from_secs(2);
/// Bots a second: more than all the others.
const BOTS: u64 = 60;

/// Mails of those who were thanked that are neither taken nor refused for good.
fn left(stage: &Stage) -> u64 {
    stage.people.awaited().saturating_sub(stage.sink.post.done())
}

pub async fn bounces(stage: &Arc<Stage>, lasting: Duration, calm: u64) -> Act {
    let mut findings = Findings::default();
    let post = &stage.sink.post;
    let (refused, put_off) = (post.refused.load(Ordering::Relaxed), post.put_off.load(Ordering::Relaxed));
    let evening = Evening { mailboxes: Mailboxes::ManyBad, ..Evening::of(calm, lasting.mul_f64(0.6)) };
    let seen = evening.play(stage).await;
    let until = stage.watch.elapsed() + lasting.mul_f64(0.4).max(Duration::from_secs(3));
    while left(stage) > 0 && stage.watch.elapsed() < until {
        tokio::time::sleep(MOMENT).await;
    }
    let refused = post.refused.load(Ordering::Relaxed) - refused;
    let put_off = post.put_off.load(Ordering::Relaxed) - put_off;
    match left(stage) {
        0 => findings.well("rehearsal-bounced"),
        left => findings.note("rehearsal-bounced-behind").count("left", number(left)),
    }
    .count("refused", number(refused))
    .count("later", number(put_off));
    beside(&mut findings, &seen, calm);
    Act::of(Name::Bounces, findings)
}

pub async fn dead_mail(stage: &Arc<Stage>, lasting: Duration, calm: u64) -> Result<Act, Failure> {
    let mut findings = Findings::default();
    let dead = lasting.mul_f64(0.5);
    let dies = async {
        stage.sink.hang();
        tokio::time::sleep(dead / 2).await;
        stage.sink.go_away().await;
        tokio::time::sleep(dead / 2).await;
        stage.sink.come_back().await
    };
    let (seen, is_back) = tokio::join!(Evening::of(calm, dead).play(stage), dies);
    is_back?;
    let (back, behind, before) = (stage.watch.elapsed(), left(stage), stage.sink.post.done());
    let until = back + lasting.mul_f64(0.5).max(BACK);
    let (mut done, mut since) = (before, back);
    while left(stage) > 0 && stage.watch.elapsed() < until {
        tokio::time::sleep(MOMENT).await;
        let now = stage.sink.post.done();
        if now > done {
            (done, since) = (now, stage.watch.elapsed());
        } else if done > before && stage.watch.elapsed() > since + QUIET {
            // What was under way when it died is tried again by itself, a minute later.
            break;
        }
    }
    let fact = if behind > 0 && done == before {
        findings.wrong("rehearsal-mails-stay")
    } else {
        findings.well("rehearsal-mails-left")
    };
    fact.count("behind", number(behind))
        .count("went", number(done - before))
        .count("seconds", number(since.saturating_sub(back).as_secs()));
    beside(&mut findings, &seen, calm);
    Ok(Act::of(Name::DeadMail, findings))
}

pub async fn bots(stage: &Arc<Stage>, lasting: Duration, calm: u64) -> Act {
    let mut findings = Findings::default();
    let flow = Flow {
        errand: Errand::SignOn,
        per_second: BOTS.max(calm * 4),
        lasting,
        mailboxes: Mailboxes::Fine,
        bots: true,
    };
    let (seen, bots) = tokio::join!(Evening::of(calm, lasting).play(stage), flow.run(stage));
    let fact = if bots.limited > 0 {
        findings.well("rehearsal-bots-stopped")
    } else if bots.all() > 100 {
        findings.wrong("rehearsal-bots-not-stopped")
    } else {
        findings.note("rehearsal-bots-few")
    };
    fact.count("bots", number(bots.all()))
        .count("through", number(bots.served()))
        .count("stopped", number(bots.limited));
    beside(&mut findings, &seen, calm);
    Act::of(Name::Bots, findings)
}

pub async fn full_disk(stage: &Arc<Stage>, lasting: Duration, calm: u64) -> Result<Act, Failure> {
    let mut findings = Findings::default();
    if !stage.room.can_be_full() {
        findings.note("rehearsal-disk-not-played");
        return Ok(Act::of(Name::FullDisk, findings));
    }
    stage.server.fill_disk().await?;
    let full = Evening::of(calm, lasting.mul_f64(0.5)).play(stage).await;
    stage.server.make_room().await?;
    let again = Evening::of(calm, lasting.mul_f64(0.3)).play(stage).await;
    let [pages, counts, sign_ons, confirmations] = &full;
    let is_honest = |seen: &Seen| seen.lost + seen.limited == 0;
    let fact = if pages.held() && counts.held() && is_honest(sign_ons) && is_honest(confirmations) {
        findings.well("rehearsal-disk-honest")
    } else {
        findings.wrong("rehearsal-disk-not-honest")
    };
    fact.count("busy", number(sign_ons.busy))
        .count(
            "lost",
            number(pages.lost + pages.busy + counts.lost + counts.busy + sign_ons.lost + confirmations.lost),
        )
        .count("thanked", number(sign_ons.served()))
        .count("pages", number(pages.served()));
    // Confirmations that were told to come back do so now; only who comes anew is asked how it went.
    let anew = [again[0].clone(), again[1].clone(), again[2].clone(), Seen::default()];
    match weakest(&anew) {
        None => findings
            .well("rehearsal-disk-again")
            .count("count", number(again[2].served()))
            .count("milliseconds", milliseconds(again[2].p99())),
        Some(_) => findings
            .wrong("rehearsal-disk-stays")
            .count("busy", number(again[2].busy))
            .count("lost", number(again[2].lost)),
    };
    Ok(Act::of(Name::FullDisk, findings))
}
