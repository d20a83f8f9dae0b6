//! `/desk/status`: how this process fares now: what gave way, what was done within the last quarter of an
//! hour, how long it took, what waits.

use super::glance::chart;
use crate::accounts::guard::Here;
use crate::accounts::nav;
use crate::clock::{MINUTE, SECOND};
use crate::doctor::{self, Findings, Sort};
use crate::error::Result;
use crate::figures::ELSEWHERE;
use crate::figures::board::{Answers, Lately, MINUTES, MailFate, Stored, Sums, Within};
use crate::signatures::deciding::DECIDE_MAILS;
use crate::signatures::store::{self as signatures, Happened};
use crate::state::App;
use crate::web::answer::private;
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::i18n::{Markup, Say};
use crate::web::layout::{Frame, Page};
use crate::web::natural;
use crate::{instance, jobs, mail};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::atomic::Ordering;

/// So many routes are shown, those that were asked for most.
const ROUTES: usize = 20;
/// Decisions that are so far behind need looking at.
const BEHIND: i64 = MINUTE;
/// The operator may be anywhere: times stand in UTC, as in the log.
const ZONE: &str = "UTC";

#[derive(Template)]
#[template(path = "desk/status.html")]
pub struct StatusPage {
    pub frame: Frame,
    pub nav: Nav,
    pub as_of: String,
    pub again: String,
    /// What is at fault, and what is worth knowing; each with whether it is at fault.
    pub found: Vec<(String, bool)>,
    pub any_wrong: bool,
    pub answers: u64,
    pub from_memory: Option<u64>,
    pub sign_ons: u64,
    pub confirmations: u64,
    pub mails_sent: u64,
    pub mails_waiting: u64,
    pub drawing: Markup,
    pub top: u64,
    pub ends: (String, String),
    pub minutes: Vec<Minute>,
    pub queues: Vec<Queue>,
    pub mails: Vec<(String, u64)>,
    pub routes: Vec<Route>,
    pub machine: Vec<(String, String)>,
}

pub struct Minute {
    pub begins: String,
    pub sign_ons: u64,
    pub confirmations: u64,
    pub mails: u64,
    pub answers: u64,
    pub turned_away: u64,
    pub failed: u64,
}

pub struct Queue {
    pub name: String,
    pub stored: u64,
    /// How many shared a commit, on the average.
    pub together: Option<u64>,
    pub half: String,
    pub nearly_all: String,
    pub turned_away: u64,
}

pub struct Route {
    pub name: String,
    pub answers: u64,
    pub half: String,
    pub nearly_all: String,
    pub failed: u64,
}

pages_of_the_desk! {
    StatusPage: |page| page.frame.say.text("desk-status-headline");
}

/// What is only known by looking.
struct Seen {
    mails_waiting: i64,
    /// Sign-ons that wait for the decision which mail they get, and since when the first does.
    behind: (i64, Option<i64>),
    size: i64,
    /// Until when the mail server is left in peace.
    server_rests: Option<i64>,
    domains_rest: usize,
    silent: bool,
}

/// `GET /desk/status`
pub async fn show(State(app): State<App>, here: Here) -> Result<Response> {
    let now = app.clock.now();
    let lately = app.board.lately(now);
    let mut findings = doctor::at_work(&app).await?;
    let seen = look(&app, now).await?;
    let say = app.texts.say(here.language);
    judge(&lately.whole, &seen, now, &say, &mut findings);
    private(StatusCode::OK, &page(&app, &here, &lately, &seen, &findings))
}

async fn look(app: &App, now: i64) -> Result<Seen> {
    let mut c = app.db.read().await?;
    let decided = jobs::position(&mut c, DECIDE_MAILS).await?;
    Ok(Seen {
        mails_waiting: mail::store::waiting_since(&mut c, now + 1).await?,
        behind: signatures::behind(&mut c, decided).await?,
        size: instance::size(&mut c).await?,
        server_rests: app.rests.of_server(now),
        domains_rest: app.rests.domains(now),
        silent: app.database_silent.load(Ordering::Relaxed),
    })
}

/// What needs looking at, beside what the doctor finds: the gravest first.
fn judge(lately: &Sums, seen: &Seen, now: i64, say: &Say, findings: &mut Findings) {
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

fn page(app: &App, here: &Here, lately: &Lately, seen: &Seen, findings: &Findings) -> StatusPage {
    let say = app.texts.say(here.language);
    let (now, whole) = (app.clock.now(), &lately.whole);
    // Each minute has its place, also those before the start.
    let before = MINUTES.saturating_sub(lately.minutes.len());
    let unseen = std::iter::repeat_n(Happened::default(), before);
    let parts: Vec<Happened> = unseen.chain(lately.minutes.iter().map(happened)).collect();
    let minutes = lately.minutes.iter().map(|sums| minute(&say, sums)).rev().collect();
    StatusPage {
        frame: nav::frame(app, here, "/desk/status"),
        nav: nav::nav(app, here, "/desk/status"),
        as_of: say.with(
            "desk-status-as-of",
            &[
                ("moment", &say.moment(now, ZONE)),
                ("since", &say.hour(whole.at, ZONE)),
                ("node", &app.settings.node),
            ],
        ),
        again: here.at("/desk/status"),
        found: found(&say, findings),
        any_wrong: findings.any_wrong(),
        answers: whole.answers(),
        from_memory: part(whole.pages[0] + whole.pages[1], whole.pages.iter().sum()),
        sign_ons: whole.sign_ons.items,
        confirmations: whole.confirmations.items,
        mails_sent: whole.mails(MailFate::Sent),
        mails_waiting: natural(seen.mails_waiting),
        drawing: chart::columns(&parts, &say.text("desk-status-drawing"), &says(&say, &lately.minutes)),
        top: natural(chart::top(&parts)),
        ends: (say.hour(whole.at - whole_minutes(before), ZONE), say.hour(now, ZONE)),
        minutes,
        queues: [
            ("desk-status-queue-sign-ons", &whole.sign_ons),
            ("desk-status-queue-confirmations", &whole.confirmations),
            ("desk-status-queue-clicks", &whole.clicks),
        ]
        .map(|(key, stored)| queue(&say, key, stored))
        .into(),
        mails: MailFate::ALL.map(|fate| (say.text(mail_key(fate)), whole.mails(fate))).into(),
        routes: routes(&say, whole),
        machine: machine(app, &say, seen),
    }
}

fn found(say: &Say, findings: &Findings) -> Vec<(String, bool)> {
    let of = |sort: Sort| findings.0.iter().filter(move |fact| fact.sort == sort);
    of(Sort::Wrong).chain(of(Sort::Note)).map(|fact| (fact.say(say), fact.sort == Sort::Wrong)).collect()
}

fn happened(sums: &Sums) -> Happened {
    Happened {
        sign_ons: whole(sums.sign_ons.items),
        confirmations: whole(sums.confirmations.items),
        ..Happened::default()
    }
}

fn minute(say: &Say, sums: &Sums) -> Minute {
    Minute {
        begins: say.hour(sums.at, ZONE),
        sign_ons: sums.sign_ons.items,
        confirmations: sums.confirmations.items,
        mails: sums.mails(MailFate::Sent),
        answers: sums.answers(),
        turned_away: sums.turned_away(),
        failed: sums.failed(),
    }
}

/// The drawing in a sentence: its highest column.
fn says(say: &Say, minutes: &[Sums]) -> String {
    match minutes.iter().max_by_key(|minute| minute.sign_ons.items) {
        Some(minute) if minute.sign_ons.items > 0 => say.with(
            "desk-status-highest",
            &[("when", &say.hour(minute.at, ZONE)), ("sent", &minute.sign_ons.items)],
        ),
        _ => say.text("desk-status-nothing"),
    }
}

fn queue(say: &Say, key: &str, stored: &Stored) -> Queue {
    Queue {
        name: say.text(key),
        stored: stored.items,
        together: stored.items.checked_div(stored.commits.count()),
        half: took(say, stored.commits.within(50)),
        nearly_all: took(say, stored.commits.within(99)),
        turned_away: stored.turned_away,
    }
}

fn routes(say: &Say, whole: &Sums) -> Vec<Route> {
    let mut routes: Vec<&(&str, Answers)> = whole.routes.iter().collect();
    routes.sort_by_key(|(route, answers)| (std::cmp::Reverse(answers.took.count()), *route));
    let shown = routes.into_iter().take(ROUTES).map(|(route, answers)| Route {
        name: if *route == ELSEWHERE { say.text("desk-status-elsewhere") } else { (*route).to_owned() },
        answers: answers.took.count(),
        half: took(say, answers.took.within(50)),
        nearly_all: took(say, answers.took.within(99)),
        failed: answers.failed,
    });
    shown.collect()
}

fn machine(app: &App, say: &Say, seen: &Seen) -> Vec<(String, String)> {
    let megabytes = |bytes: u64| say.with("desk-status-megabytes", &[("count", &bytes.div_ceil(1_000_000))]);
    let mut machine = vec![
        (say.text("desk-status-version"), env!("CARGO_PKG_VERSION").to_owned()),
        (say.text("desk-status-database"), app.db.engine().to_string()),
        (say.text("desk-status-size"), megabytes(natural(seen.size))),
    ];
    if let Some((_, free)) = instance::room(&app.settings) {
        machine.push((say.text("desk-status-room"), megabytes(free)));
    }
    if let Some(memory) = memory() {
        machine.push((say.text("desk-status-memory"), megabytes(memory)));
    }
    machine.push((say.text("desk-status-undecided"), say.number(natural(seen.behind.0))));
    machine
}

/// Bytes that this process holds in memory, where the system tells.
fn memory() -> Option<u64> {
    let told = std::fs::read_to_string("/proc/self/status").ok()?;
    let kilobytes = told.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    kilobytes.trim().strip_suffix(" kB")?.parse::<u64>().ok()?.checked_mul(1024)
}

fn mail_key(fate: MailFate) -> &'static str {
    match fate {
        MailFate::Sent => "desk-status-mail-sent",
        MailFate::Later => "desk-status-mail-later",
        MailFate::Bounced => "desk-status-mail-bounced",
        MailFate::Failed => "desk-status-mail-failed",
        MailFate::Dropped => "desk-status-mail-dropped",
    }
}

fn micros(within: Within) -> u32 {
    match within {
        Within::Micros(micros) | Within::LongerThan(micros) => micros,
    }
}

/// A time as near as it is known: “5 ms”, “over 2 s”; a dash where nothing was measured.
fn took(say: &Say, within: Option<Within>) -> String {
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

fn part(of: u64, all: u64) -> Option<u64> {
    (of * 100).checked_div(all)
}

fn whole_minutes(count: usize) -> i64 {
    i64::try_from(count).map_or(0, |count| count * MINUTE)
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::i18n::{Language, Texts};

    fn judged(lately: &Sums, seen: &Seen) -> Vec<(String, bool)> {
        let say = Texts::load().unwrap().say(Language::En);
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
