//! Events at the desk: all of them with who comes, one, its table, and the sheet to print.

use super::desk_pages::{DeskEventPage, DeskListPage, EventRow, Part, Row, SheetPage, SheetSlot, SlotRow};
use super::shown::{self, When};
use super::store::{self, Sums};
use super::{Rsvp, Slot, State as Standing};
use crate::accounts::guard::CampaignMember;
use crate::accounts::{ORGANISERS, nav};
use crate::audit::{self, Change};
use crate::campaigns::definition::{Event, EventStatus};
use crate::campaigns::directory::Running;
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::answer::private;
use crate::web::csv;
use crate::web::forms;
use crate::web::i18n::{Language, Say};
use crate::web::layout::Named;
use crate::web::natural;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;
use std::sync::Arc;

/// So many of each state stand on the page, and as many are read at once for a table.
const SHOWN: usize = 50;
const READ_AT_ONCE: i64 = 500;

pub fn path(member: &CampaignMember) -> String {
    format!("/desk/campaigns/{}/events", member.campaign.slug)
}

/// A campaign’s event as somebody at the desk sees it.
pub struct Seen {
    pub campaign: Arc<Running>,
    place: usize,
    pub language: Language,
    /// Its slots in the order of the event, with their sums.
    pub slots: Vec<(Slot, Sums)>,
}

impl Seen {
    pub fn event(&self) -> &Event {
        &self.campaign.definition.events[self.place]
    }

    pub fn zone(&self) -> &str {
        self.event().zone(&self.campaign.definition.time_zone)
    }

    pub fn ids(&self) -> Vec<i64> {
        self.slots.iter().map(|(slot, _)| slot.id).collect()
    }

    pub fn slot_name(&self, slot: &str) -> String {
        shown::slot_name(self.event(), slot, self.language)
    }
}

async fn campaign(app: &App, member: &CampaignMember) -> Result<Arc<Running>> {
    app.directory.even_a_draft(app, &member.campaign.slug).await?.ok_or(Error::NotFound)
}

pub async fn find(app: &App, member: &CampaignMember, event: &str) -> Result<Seen> {
    let campaign = campaign(app, member).await?;
    let place = campaign.definition.events.iter().position(|one| one.slug == event).ok_or(Error::NotFound)?;
    let all = store::slots(&mut app.db.read().await?, campaign.id).await?;
    let language = campaign.spoken(Some(member.here.language));
    let slots = slots_of(&campaign.definition.events[place], &all);
    Ok(Seen { campaign, place, language, slots })
}

/// An event’s slots in its own order.
fn slots_of(event: &Event, all: &[(Slot, Sums)]) -> Vec<(Slot, Sums)> {
    let found =
        |slug: &str| all.iter().find(|(slot, _)| slot.event == event.slug && slot.slug == slug).cloned();
    event.slots.iter().filter_map(|slot| found(&slot.slug)).collect()
}

fn slot_row(
    say: &Say,
    event: &Event,
    language: Language,
    zone: &str,
    (slot, sums): &(Slot, Sums),
) -> SlotRow {
    SlotRow {
        name: shown::slot_name(event, &slot.slug, language),
        when: When::of(say, slot, zone).whole(say),
        coming: natural(sums.coming),
        capacity: slot.capacity.map(|capacity| say.number(natural(capacity))).unwrap_or_default(),
        offered: natural(sums.offered),
        waiting: natural(sums.waiting),
        arrived: natural(sums.arrived),
    }
}

fn status(say: &Say, event: &Event) -> String {
    say.text(match event.status {
        EventStatus::Open => "events-status-open",
        EventStatus::Closed => "events-status-closed",
        EventStatus::Cancelled => "events-status-cancelled",
    })
}

/// `GET /desk/campaigns/{campaign}/events`
pub async fn list(
    State(app): State<App>,
    member: CampaignMember,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let campaign = campaign(&app, &member).await?;
    let all = store::slots(&mut app.db.read().await?, campaign.id).await?;
    let (here, path) = (&member.here, path(&member));
    let say = here.language.say();
    let language = campaign.spoken(Some(here.language));
    let events = campaign.definition.events.iter().map(|event| {
        let zone = event.zone(&campaign.definition.time_zone);
        EventRow {
            event: Named {
                name: shown::title(event, language),
                url: here.at(&format!("{path}/{}", event.slug)),
            },
            kind: shown::kind(&say, event.kind),
            state: status(&say, event),
            slots: slots_of(event, &all)
                .iter()
                .map(|one| slot_row(&say, event, language, zone, one))
                .collect(),
        }
    });
    let page = DeskListPage {
        nav: nav::nav(here, &path),
        frame: nav::frame(&app, here, &path),
        title: campaign.texts(language).title.clone(),
        note: note(&say, query.as_deref()),
        events: events.collect(),
        new: ORGANISERS.contains(&member.role).then(|| here.at(&format!("{path}/new"))),
    };
    private(StatusCode::OK, &page)
}

fn note(say: &Say, query: Option<&str>) -> String {
    let done = query.and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("done=")));
    match done {
        Some("saved") => say.text("events-desk-done-saved"),
        Some("removed") => say.text("events-desk-done-removed"),
        _ => String::new(),
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    state: String,
    behind: String,
}

/// `GET /desk/campaigns/{campaign}/events/{event}`, where `?state=` and `?behind=` go on with one state.
pub async fn show(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, event)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let seen = find(&app, &member, &event).await?;
    let asked: Asked = forms::query(query.as_deref())?;
    let (here, own) = (&member.here, format!("{}/{event}", path(&member)));
    let say = here.language.say();
    let only = Standing::parse(&asked.state);
    let behind: i64 = asked.behind.parse().unwrap_or(0);
    let shows_addresses = ORGANISERS.contains(&member.role);
    let mut parts = Vec::new();
    let mut c = app.db.read().await?;
    for state in Standing::ALL.into_iter().filter(|state| only.is_none_or(|only| only == *state)) {
        let one_more = i64::try_from(SHOWN).unwrap_or(i64::MAX - 1) + 1;
        let mut rows = store::of_slots(&mut c, &seen.ids(), &[state], behind, one_more).await?;
        if rows.is_empty() {
            continue;
        }
        let is_cut = rows.len() > SHOWN;
        rows.truncate(SHOWN);
        let next = rows.last().filter(|_| is_cut).map(|last| {
            let pairs = [("state", state.word().to_owned()), ("behind", last.id.to_string())];
            here.at(&forms::with_query(&own, &pairs))
        });
        let rows = rows.iter().map(|one| row(&say, &seen, one, shows_addresses)).collect();
        parts.push(Part { title: say.text(state_key(state)), rows, next });
    }
    drop(c);
    let page = DeskEventPage {
        nav: nav::nav(here, &path(&member)),
        frame: nav::frame(&app, here, &own),
        title: shown::title(seen.event(), seen.language),
        note: note(&say, query.as_deref()),
        state: status(&say, seen.event()),
        is_over_full: seen.slots.iter().any(|(slot, sums)| !slot.fits(sums.coming + sums.offered, 0)),
        slots: seen
            .slots
            .iter()
            .map(|one| slot_row(&say, seen.event(), seen.language, seen.zone(), one))
            .collect(),
        ways: ways(&say, &member, &seen, &own),
        questions: seen
            .event()
            .questions
            .iter()
            .map(|one| shown::spoken(&one.label, seen.language))
            .collect(),
        shows_addresses,
        parts,
    };
    private(StatusCode::OK, &page)
}

fn ways(say: &Say, member: &CampaignMember, seen: &Seen, own: &str) -> Vec<Named> {
    let way =
        |key: &str, rest: &str| Named { name: say.text(key), url: member.here.at(&format!("{own}/{rest}")) };
    let public = super::calendar::path(&seen.campaign, seen.event(), seen.language);
    let mut ways = vec![Named { name: say.text("events-desk-page"), url: public }];
    if ORGANISERS.contains(&member.role) {
        ways.push(way("events-desk-edit", "words"));
        ways.push(way("events-desk-table", "rsvps.csv"));
    }
    ways.push(way("events-desk-door", "door"));
    ways.push(way("events-desk-sheet", "sheet"));
    ways
}

fn row(say: &Say, seen: &Seen, one: &Rsvp, shows_addresses: bool) -> Row {
    let event = seen.event();
    let answered = |question: &crate::campaigns::definition::Question| {
        let mut only = one.said.answers.clone();
        only.retain(|slug, _| *slug == question.slug);
        shown::answers(Some(event), &only, seen.language).pop().map(|(_, answer)| answer).unwrap_or_default()
    };
    Row {
        name: one.said.name.clone(),
        email: if shows_addresses { one.email.clone() } else { String::new() },
        people: natural(one.said.people),
        slot: seen.slot_name(&one.slot.slug),
        answers: event.questions.iter().map(answered).collect(),
        when: say.moment(one.created_at, seen.zone()),
        arrived: one.arrived.map(|people| say.number(natural(people))).unwrap_or_default(),
    }
}

pub fn state_key(state: Standing) -> &'static str {
    match state {
        Standing::Unconfirmed => "events-state-unconfirmed",
        Standing::Coming => "events-state-coming",
        Standing::Waiting => "events-state-waiting",
        Standing::Offered => "events-state-offered",
        Standing::Cancelled => "events-state-cancelled",
        Standing::Lapsed => "events-state-lapsed",
    }
}

/// `GET /desk/campaigns/{campaign}/events/{event}/rsvps.csv`: who comes, waits and came; noted in the record.
pub async fn table(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, event)): Path<(String, String)>,
) -> Result<Response> {
    let seen = find(&app, &member, &event).await?;
    let change = Change::of("rsvps-exported", format!("event {event}"))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id);
    let now = app.clock.now();
    app.db
        .write(Lane::Ordinary, move |c| {
            let change = change.clone();
            Box::pin(async move { audit::store::record(c, &change, now).await })
        })
        .await?;
    let file = format!("{event}-rsvps.csv");
    Ok(csv::stream(&file, move |rows| async move {
        let mut head = vec!["slot", "state", "name", "email", "people", "arrived", "language", "created_at"];
        head.extend(seen.event().questions.iter().map(|question| question.slug.as_str()));
        let gone = |_| Error::Broken("the reader of a table went away".to_owned());
        rows.send(Ok(Bytes::from(csv::row(head)))).await.map_err(gone)?;
        let mut behind = 0;
        loop {
            let mut c = app.db.read().await?;
            let some = store::of_slots(&mut c, &seen.ids(), &Standing::ALL, behind, READ_AT_ONCE).await?;
            drop(c);
            let Some(last) = some.last() else { return Ok(()) };
            behind = last.id;
            let text: String = some.iter().map(|one| line(&seen, one)).collect();
            rows.send(Ok(Bytes::from(text))).await.map_err(gone)?;
        }
    }))
}

fn line(seen: &Seen, one: &Rsvp) -> String {
    let (people, arrived) =
        (one.said.people.to_string(), one.arrived.map(|n| n.to_string()).unwrap_or_default());
    let at = jiff::Timestamp::from_microsecond(one.created_at).unwrap_or_default().to_string();
    let mut cells = vec![
        one.slot.slug.as_str(),
        one.state.word(),
        &one.said.name,
        &one.email,
        &people,
        &arrived,
        &one.language,
        &at,
    ];
    let questions = seen.event().questions.iter();
    cells.extend(questions.map(|question| one.said.answers.get(&question.slug).map_or("", String::as_str)));
    csv::row(cells)
}

/// The most that a sheet or a door holds: more than any door lets in by a list.
pub const MOST_ON_A_LIST: i64 = 5_000;

/// `GET /desk/campaigns/{campaign}/events/{event}/sheet`: who comes, by name, to be printed.
pub async fn sheet(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, event)): Path<(String, String)>,
) -> Result<Response> {
    let seen = find(&app, &member, &event).await?;
    let (here, own) = (&member.here, format!("{}/{event}/sheet", path(&member)));
    let say = here.language.say();
    let coming =
        store::of_slots(&mut app.db.read().await?, &seen.ids(), &[Standing::Coming], 0, MOST_ON_A_LIST)
            .await?;
    let slots = seen.slots.iter().map(|(slot, sums)| {
        let mut own: Vec<&Rsvp> = coming.iter().filter(|one| one.slot.id == slot.id).collect();
        own.sort_by_cached_key(|one| one.said.name.to_lowercase());
        let row = |one: &Rsvp| {
            let answers = shown::answers(Some(seen.event()), &one.said.answers, seen.language);
            let answers: Vec<String> = answers.into_iter().map(|(_, answer)| answer).collect();
            (one.said.name.clone(), natural(one.said.people), answers.join(" · "))
        };
        SheetSlot {
            name: seen.slot_name(&slot.slug),
            when: When::of(&say, slot, seen.zone()).whole(&say),
            people: natural(sums.coming),
            rows: own.into_iter().map(row).collect(),
        }
    });
    let page = SheetPage {
        nav: nav::nav(here, &path(&member)),
        frame: nav::frame(&app, here, &own),
        title: shown::title(seen.event(), seen.language),
        as_of: say.moment(app.clock.now(), seen.zone()),
        slots: slots.collect(),
    };
    private(StatusCode::OK, &page)
}
