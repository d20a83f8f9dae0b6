//! `/desk/status`: how this process fares now: what gave way, what was done within the last quarter of an
//! hour, how long it took, what waits.

mod judging;

use super::glance::chart;
use crate::accounts::guard::Here;
use crate::accounts::nav;
use crate::clock::MINUTE;
use crate::doctor::{self, Findings};
use crate::error::Result;
use crate::figures::ELSEWHERE;
use crate::figures::board::{Answers, Lately, MINUTES, MailFate, Stored, Sums};
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
use judging::{Seen, found, judge, took, whole};
use std::sync::atomic::Ordering;

/// So many routes are shown, those that were asked for most.
const ROUTES: usize = 20;
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

/// `GET /desk/status`
pub async fn show(State(app): State<App>, here: Here) -> Result<Response> {
    let now = app.clock.now();
    let lately = app.board.lately(now);
    let mut findings = doctor::at_work(&app).await?;
    let seen = look(&app, now).await?;
    let say = here.language.say();
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

fn page(app: &App, here: &Here, lately: &Lately, seen: &Seen, findings: &Findings) -> StatusPage {
    let say = here.language.say();
    let (now, whole) = (app.clock.now(), &lately.whole);
    // Each minute has its place, also those before the start.
    let before = MINUTES.saturating_sub(lately.minutes.len());
    let unseen = std::iter::repeat_n(Happened::default(), before);
    let parts: Vec<Happened> = unseen.chain(lately.minutes.iter().map(happened)).collect();
    let minutes = lately.minutes.iter().map(|sums| minute(&say, sums)).rev().collect();
    StatusPage {
        frame: nav::frame(app, here, "/desk/status"),
        nav: nav::nav(here, "/desk/status"),
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

fn part(of: u64, all: u64) -> Option<u64> {
    (of * 100).checked_div(all)
}

fn whole_minutes(count: usize) -> i64 {
    i64::try_from(count).map_or(0, |count| count * MINUTE)
}
