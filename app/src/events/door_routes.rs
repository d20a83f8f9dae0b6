//! The door: who comes, by name or by the ticket that was read. The page works on without a network, by its own script
//! and worker; what was noted meanwhile comes in later and counts once.

use super::arrivals::{self, Noted, Taken};
use super::desk_pages::{DoorPage, DoorWords, Guest};
use super::desk_routes::{MOST_ON_A_LIST, Seen, find, path, state_key};
use super::{Rsvp, State as Standing, link, shown, store};
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::answer::{NEVER, hex, private, see_other};
use crate::web::forms;
use crate::web::natural;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use broadside_db::Lane;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::sync::Arc;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    ticket: String,
    done: String,
    /// Whoever was counted last without an RSVP, where no script keeps it: it can be taken back.
    walk_in: String,
}

/// So many things may be noted in one go: an evening of one phone.
const MOST_NOTED: usize = 2_000;

/// About 5 ms of the writer.
const A_STEP: usize = 50;

/// `GET /desk/campaigns/{campaign}/events/{event}/door`, where `?ticket=` is what was read.
pub async fn show(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, event)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let seen = find(&app, &member, &event).await?;
    let asked: Asked = forms::query(query.as_deref())?;
    let (here, own) = (&member.here, format!("{}/{event}/door", path(&member)));
    let (say, now) = (here.language.say(), app.clock.now());
    let mut c = app.db.read().await?;
    let mut coming = store::of_slots(&mut c, &seen.ids(), &[Standing::Coming], 0, MOST_ON_A_LIST + 1).await?;
    let is_cut = i64::try_from(coming.len()).unwrap_or(i64::MAX) > MOST_ON_A_LIST;
    coming.truncate(usize::try_from(MOST_ON_A_LIST).unwrap_or(usize::MAX));
    coming.sort_by_cached_key(|one| one.said.name.to_lowercase());
    let read = match link::open_ticket(&app.keys.links, &asked.ticket) {
        Some(opened) => store::by_id(&mut c, opened.number)
            .await?
            .filter(|one| opened.means(one.link()) && seen.ids().contains(&one.slot.id)),
        None => None,
    };
    drop(c);
    let is_wrong = !asked.ticket.is_empty() && read.is_none();
    let note = match asked.done.as_str() {
        _ if is_wrong => say.text("events-door-unknown"),
        "in" => say.text("events-door-done-in"),
        "already" => say.text("events-door-done-already"),
        "counted" => say.text("events-door-done-counted"),
        "undone" => say.text("events-door-done-undone"),
        "unknown" => say.text("events-door-unknown"),
        _ => String::new(),
    };
    let page = DoorPage {
        nav: nav::nav(here, &path(&member)),
        frame: nav::frame(&app, here, &own),
        title: shown::title(seen.event(), seen.language),
        script: app.assets.door.clone(),
        worker: format!("{}/{event}/door-worker.js", path(&member)),
        action: here.at(&format!("{}/{event}/arrivals", path(&member))),
        path: here.at(&own),
        note,
        is_wrong: is_wrong || matches!(asked.done.as_str(), "unknown" | "already"),
        now: now / 1_000,
        words: DoorWords::of(&say),
        last_walk_in: Some(asked.walk_in)
            .filter(|last| arrivals::read("undone_walk_in", last, now).is_some())
            .unwrap_or_default(),
        arrived: natural(seen.slots.iter().map(|(_, sums)| sums.arrived).sum()),
        coming: natural(seen.slots.iter().map(|(_, sums)| sums.coming).sum()),
        slots: seen.slots.iter().map(|(slot, _)| (slot.id, seen.slot_name(&slot.slug))).collect(),
        guests: coming.iter().map(|one| guest(&app, &say, &seen, one)).collect(),
        is_cut,
        ticket: read.map(|one| guest(&app, &say, &seen, &one)),
        mark: hex(&app.dice.bytes::<8>()),
    };
    private(StatusCode::OK, &page)
}

fn guest(app: &App, say: &crate::web::i18n::Say, seen: &Seen, one: &Rsvp) -> Guest {
    let ticket = link::seal_ticket(&app.keys.links, one.link());
    Guest {
        id: one.id,
        name: one.said.name.clone(),
        people: natural(one.said.people),
        slot: seen.slot_name(&one.slot.slug),
        mark: hex(&Sha256::digest(ticket.as_bytes())[..8]),
        arrived: natural(one.arrived.unwrap_or(0)),
        at: one.arrived_at.unwrap_or(0) / 1_000,
        since: one
            .arrived_at
            .map(|at| say.with("events-door-since", &[("when", &say.hour(at, seen.zone()))]))
            .unwrap_or_default(),
        state: if one.state == Standing::Coming { String::new() } else { say.text(state_key(one.state)) },
    }
}

/// `POST /desk/campaigns/{campaign}/events/{event}/arrivals`: what was noted at the door, by a button or by a phone that
/// was without a network. A script gets JSON, also where it sends nothing and asks how things stand.
pub async fn take(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, event)): Path<(String, String)>,
    asked: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let seen = find(&app, &member, &event).await?;
    let fields: Vec<(String, String)> = forms::read(&body)?;
    let now = app.clock.now();
    if fields.len() > MOST_NOTED {
        return Err(Error::Unreadable);
    }
    let fields: Vec<(String, String)> = fields.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    let noted: Vec<(String, Option<Noted>)> =
        fields.iter().map(|(name, value)| (value.clone(), arrivals::read(name, value, now))).collect();
    let mut taken = Vec::with_capacity(noted.len());
    for some in noted.chunks(A_STEP) {
        let work = Arc::new((seen.ids(), app.keys.links.clone(), some.to_vec()));
        let write = app.db.write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (slots, keys, some) = &*work;
                let mut taken = Vec::with_capacity(some.len());
                for (_, noted) in some {
                    taken.push(match noted {
                        Some(noted) => arrivals::take(c, slots, keys, noted).await?,
                        None => Taken::Unknown,
                    });
                }
                Ok(taken)
            })
        });
        taken.extend(write.await?);
    }
    if !noted.is_empty() {
        app.events.forget(seen.campaign.id);
    }
    let wants_json =
        asked.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"));
    if wants_json {
        return json(&app, &seen, &noted, &taken).await;
    }
    let already = |taken: &Taken| matches!(taken, Taken::In { already: Some(_), .. });
    let done = match (noted.first(), taken.first()) {
        _ if taken.contains(&Taken::Unknown) => "unknown".to_owned(),
        (_, Some(Taken::Undone)) => "undone".to_owned(),
        _ if taken.iter().any(already) => "already".to_owned(),
        (Some((_, Some(Noted::WalkIn { slot, mark, .. }))), _) => format!("counted&walk_in={slot}.{mark}"),
        _ => "in".to_owned(),
    };
    Ok(see_other(&member.here.at(&format!("{}/{event}/door?done={done}", path(&member)))))
}

/// What the door’s script is told: how many are in and who of the list, what nobody knows, who was in already by another
/// phone, and how many came by tickets that were sent. Numbers alone: names stand on the page.
async fn json(
    app: &App,
    seen: &Seen,
    noted: &[(String, Option<Noted>)],
    taken: &[Taken],
) -> Result<Response> {
    let mut c = app.db.read().await?;
    let slots = store::slots(&mut c, seen.campaign.id).await?;
    let let_in = store::let_in(&mut c, &seen.ids()).await?;
    drop(c);
    let people: i64 =
        slots.iter().filter(|(slot, _)| seen.ids().contains(&slot.id)).map(|(_, sums)| sums.arrived).sum();
    let arrived: serde_json::Map<String, serde_json::Value> = let_in
        .into_iter()
        .map(|(id, many, at)| (id.to_string(), serde_json::json!([many, at / 1_000])))
        .collect();
    let (mut unknown, mut already, mut tickets) = (Vec::new(), Vec::new(), Vec::new());
    for ((value, noted), taken) in noted.iter().zip(taken) {
        match taken {
            Taken::Unknown => unknown.push(value.as_str()),
            Taken::In { rsvp, people, already: before } => {
                already.extend(before.map(|at| (*rsvp, at / 1_000)));
                if matches!(noted, Some(Noted::Ticket { .. })) {
                    tickets.push((*rsvp, *people));
                }
            }
            Taken::WalkedIn | Taken::Undone => {}
        }
    }
    let told = serde_json::json!({
        "now": app.clock.now() / 1_000, "people": people, "arrived": arrived, "unknown": unknown, "already": already,
        "tickets": tickets,
    });
    let headers = [(header::CONTENT_TYPE, "application/json; charset=utf-8"), (header::CACHE_CONTROL, NEVER)];
    Ok((headers, told.to_string()).into_response())
}

/// `GET /desk/campaigns/{campaign}/events/{event}/door-worker.js`: keeps the door on the phone while it is without a
/// network. It is served here, since a worker reaches no further than the folder it comes from.
pub async fn worker(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, event)): Path<(String, String)>,
) -> Result<Response> {
    find(&app, &member, &event).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, NEVER),
        // What it fetches on the page's behalf is ours.
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        ),
    ];
    Ok((headers, include_str!("../../assets/door-worker.js")).into_response())
}
