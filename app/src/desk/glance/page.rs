//! `/desk/campaigns/{campaign}`: how a campaign stands, when it was signed, and what needs somebody.

use super::{Span, Unit, beginnings, chart, filled, of_a_hundred, shares};
use crate::accounts::guard::CampaignMember;
use crate::accounts::{FUNDRAISING, MODERATORS, ORGANISERS, TREASURERS, nav};
use crate::campaigns::directory::RunningLetter;
use crate::desk::needs::{self, Need};
use crate::desk::store;
use crate::error::{Error, Result};
use crate::signatures::store::{Happened, happened_since};
use crate::state::App;
use crate::web::answer::private;
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::i18n::{Markup, Say};
use crate::web::layout::{Frame, Named, Page};
use crate::web::natural;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::tz::TimeZone;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "desk/glance.html")]
pub struct GlancePage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub as_of: Markup,
    /// Signatures that stand.
    pub signatures: u64,
    pub signatures_url: String,
    pub page_url: Option<Named>,
    pub onward: Vec<Named>,
    pub needs: Vec<Need>,
    pub spans: Vec<(Named, bool)>,
    /// In the span that is shown.
    pub sent: u64,
    pub confirmed: u64,
    pub withdrawn: u64,
    /// How many of what was sent in it are confirmed, of a hundred.
    pub part: Option<u64>,
    pub drawing: Markup,
    pub top: u64,
    pub ends: (String, String),
    pub unit: String,
    pub has_clicks: bool,
    pub lines: Vec<Line>,
    pub shares: Vec<shares::Shares>,
}

pub struct Line {
    pub when: String,
    pub sent: u64,
    pub confirmed: u64,
    pub part: Option<u64>,
    pub clicks: u64,
}

pages_of_the_desk! {
    GlancePage: |page| page.title.clone();
}

#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    span: String,
}

/// `GET /desk/campaigns/{campaign}`
pub async fn show(
    State(app): State<App>,
    member: CampaignMember,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let (here, campaign) = (&member.here, &member.campaign);
    let running = app.directory.even_a_draft(&app, &campaign.slug).await?.ok_or(Error::NotFound)?;
    let is_public = app.directory.by_slug(&app, &campaign.slug).await?.is_some();
    let zone_name = running.definition.time_zone.as_str();
    let zone = TimeZone::get(zone_name).unwrap_or(TimeZone::UTC);
    let (now, span) = (app.clock.now(), Span::parse(&asked.span).unwrap_or(Span::Day));
    let mut c = app.db.read().await?;
    let first = match span {
        Span::All => store::first_quarter(&mut c, campaign.id).await?,
        _ => None,
    };
    let (unit, begins) = beginnings(span, now, first, &zone);
    let quarters = happened_since(&mut c, campaign.id, begins.first().copied().unwrap_or(now)).await?;
    let signatures = store::signatures_of_campaign(&mut c, campaign.id).await?;
    drop(c);
    let parts = filled(&begins, &quarters);
    let clicks = clicks(&app, campaign.id, unit, &begins, zone_name).await?;
    let say = here.language.say();
    let when = |begin: i64| when(&say, unit, begin, zone_name);
    let mut whole = Happened::default();
    for part in &parts {
        whole.add(part);
    }
    let path = format!("/desk/campaigns/{}", campaign.slug);
    let spans = Span::ALL.map(|one| {
        let query = if one == Span::Day { String::new() } else { format!("?span={}", one.word()) };
        (Named { name: say.text(span_key(one)), url: here.at(&format!("{path}{query}")) }, one == span)
    });
    let texts = running.texts(running.spoken(Some(here.language)));
    let page = GlancePage {
        nav: nav::nav(here, &path),
        frame: nav::frame(&app, here, &span_path(&path, span)),
        title: texts.title.clone(),
        as_of: say.html_of_two(
            "desk-glance-as-of",
            ("moment", &say.moment(now, zone_name)),
            ("zone", &zone_name),
        ),
        signatures: natural(signatures),
        signatures_url: here.at(&format!("{path}/signatures")),
        page_url: is_public.then(|| Named {
            name: say.text("desk-signatures-page"),
            url: format!("/campaigns/{}", campaign.slug),
        }),
        onward: onward(&member, &path, &running.letters),
        needs: needs::of_campaign(&app, here, campaign, member.role).await?,
        spans: spans.into(),
        sent: natural(whole.sign_ons),
        confirmed: natural(whole.confirmations),
        withdrawn: natural(whole.withdrawals),
        part: of_a_hundred(whole.confirmed, whole.sign_ons),
        drawing: chart::columns(&parts, &say.text("desk-glance-drawing"), &says(&say, &begins, &parts, when)),
        top: natural(chart::top(&parts)),
        ends: (
            begins.first().map_or_else(String::new, |one| when(*one)),
            begins.last().map_or_else(String::new, |one| when(*one)),
        ),
        unit: say.text(unit_key(unit)),
        has_clicks: unit != Unit::Hour,
        lines: begins
            .iter()
            .zip(&parts)
            .zip(&clicks)
            .rev()
            .map(|((begin, part), clicks)| Line {
                when: when(*begin),
                sent: natural(part.sign_ons),
                confirmed: natural(part.confirmations),
                part: of_a_hundred(part.confirmed, part.sign_ons),
                clicks: natural(*clicks),
            })
            .collect(),
        shares: shares::all(&app, &say, campaign.id, &running).await?,
    };
    private(StatusCode::OK, &page)
}

fn onward(member: &CampaignMember, path: &str, letters: &[RunningLetter]) -> Vec<Named> {
    let say = member.here.language.say();
    let way =
        |key: &str, rest: &str| Named { name: say.text(key), url: member.here.at(&format!("{path}/{rest}")) };
    let mut onward = vec![way("desk-glance-to-signatures", "signatures")];
    if MODERATORS.contains(&member.role) {
        onward.push(way("desk-glance-to-endorsements", "endorsements"));
        onward.push(way("desk-glance-to-events", "events"));
    }
    if FUNDRAISING.contains(&member.role) {
        onward.push(way("desk-glance-to-fundraisers", "fundraisers"));
    }
    if !TREASURERS.contains(&member.role) && MODERATORS.contains(&member.role) {
        onward.push(way("desk-glance-to-giver-words", "fundraiser-words"));
    }
    if ORGANISERS.contains(&member.role) {
        onward.push(way("desk-form-to-words", "words"));
        for letter in letters.iter().filter(|letter| letter.version > 1) {
            let mut versions = way("desk-glance-to-versions", &format!("letters/{}/versions", letter.slug));
            if letters.len() > 1 {
                versions.name = format!("{}: {}", versions.name, letter.slug);
            }
            onward.push(versions);
        }
        onward.push(way("desk-glance-to-targets", "targets"));
        onward.push(way("desk-glance-to-statements", "statements"));
        onward.push(way("desk-glance-to-goals", "goals"));
        onward.push(way("desk-glance-to-deliveries", "deliveries"));
        onward.push(way("desk-glance-to-partners", "partners"));
        onward.push(way("desk-retention", "retention"));
    }
    onward
}

fn span_path(path: &str, span: Span) -> String {
    if span == Span::Day { path.to_owned() } else { format!("{path}?span={}", span.word()) }
}

fn span_key(span: Span) -> &'static str {
    match span {
        Span::Day => "desk-glance-span-day",
        Span::Week => "desk-glance-span-week",
        Span::Month => "desk-glance-span-month",
        Span::All => "desk-glance-span-all",
    }
}

fn unit_key(unit: Unit) -> &'static str {
    match unit {
        Unit::Hour => "desk-glance-hour",
        Unit::Day => "desk-glance-day",
        Unit::Month => "desk-glance-month",
    }
}

fn when(say: &Say, unit: Unit, begin: i64, zone: &str) -> String {
    match unit {
        Unit::Hour => format!("{} {}", say.short_day(begin, zone), say.hour(begin, zone)),
        Unit::Day => say.short_day(begin, zone),
        Unit::Month => say.month(begin, zone),
    }
}

/// The drawing in a sentence: its highest column.
fn says(say: &Say, begins: &[i64], parts: &[Happened], when: impl Fn(i64) -> String) -> String {
    let highest = begins.iter().zip(parts).max_by_key(|(_, part)| part.sign_ons.max(part.confirmations));
    match highest {
        Some((begin, part)) if part.sign_ons.max(part.confirmations) > 0 => say.with(
            "desk-glance-highest",
            &[
                ("when", &when(*begin)),
                ("sent", &natural(part.sign_ons)),
                ("confirmed", &natural(part.confirmations)),
            ],
        ),
        _ => say.text("desk-glance-nothing"),
    }
}

/// Clicks of each part; they are counted by day, so that hours have none.
async fn clicks(app: &App, campaign: i64, unit: Unit, begins: &[i64], zone: &str) -> Result<Vec<i64>> {
    if unit == Unit::Hour {
        return Ok(vec![0; begins.len()]);
    }
    let tally = app.click_tallies.of(app, campaign).await?;
    // `2018-09-10`, or its month.
    let letters = if unit == Unit::Month { 7 } else { 10 };
    let name = |day: &str| day.chars().take(letters).collect::<String>();
    let mut by_part: BTreeMap<String, i64> = BTreeMap::new();
    for (day, clicks) in tally.by(|row| &row.day) {
        *by_part.entry(name(&day)).or_default() += clicks;
    }
    let of = |begin: &i64| by_part.get(&name(&crate::clock::day(*begin, zone))).copied().unwrap_or(0);
    Ok(begins.iter().map(of).collect())
}
