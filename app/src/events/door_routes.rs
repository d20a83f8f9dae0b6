//! The door: who comes, by name or by the ticket that was read. The page works on without a network, by its own script
//! and worker; what was noted meanwhile comes in later and counts once.

use super::arrivals::{self, Noted, Taken};
use super::desk_pages::{DoorPage, Guest};
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
    let say = app.texts.say(here.language);
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
        "undone" => say.text("events-door-done-undone"),
        "unknown" => say.text("events-door-unknown"),
        _ => String::new(),
    };
    let page = DoorPage {
        nav: nav::nav(&app, here, &path(&member)),
        frame: nav::frame(&app, here, &own),
        title: shown::title(seen.event(), seen.language),
        script: app.assets.door.clone(),
        worker: format!("{}/{event}/door-worker.js", path(&member)),
        action: here.at(&format!("{}/{event}/arrivals", path(&member))),
        path: here.at(&own),
        note,
        is_wrong: is_wrong || asked.done == "unknown",
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
        state: if one.state == Standing::Coming { String::new() } else { say.text(state_key(one.state)) },
    }
}

/// `POST /desk/campaigns/{campaign}/events/{event}/arrivals`: what was noted at the door, by a button or by a phone that
/// was without a network. A script gets JSON: who is in, and which tickets nobody knows.
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
    app.events.forget(seen.campaign.id);
    let unknown: Vec<&str> = noted
        .iter()
        .zip(&taken)
        .filter(|(_, taken)| **taken == Taken::Unknown)
        .map(|((value, _), _)| value.as_str())
        .collect();
    let wants_json =
        asked.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"));
    if wants_json {
        return json(&app, &seen, &unknown).await;
    }
    let is_undone = matches!(noted.first(), Some((_, Some(Noted::Undone { .. }))));
    let done = match (unknown.is_empty(), is_undone) {
        (false, _) => "unknown",
        (true, true) => "undone",
        (true, false) => "in",
    };
    Ok(see_other(&member.here.at(&format!("{}/{event}/door?done={done}", path(&member)))))
}

async fn json(app: &App, seen: &Seen, unknown: &[&str]) -> Result<Response> {
    let mut c = app.db.read().await?;
    let slots = store::slots(&mut c, seen.campaign.id).await?;
    let listed = store::of_slots(&mut c, &seen.ids(), &Standing::ALL, 0, MOST_ON_A_LIST).await?;
    drop(c);
    let people: i64 =
        slots.iter().filter(|(slot, _)| seen.ids().contains(&slot.id)).map(|(_, sums)| sums.arrived).sum();
    let arrived: serde_json::Map<String, serde_json::Value> =
        listed.iter().filter_map(|one| Some((one.id.to_string(), one.arrived?.into()))).collect();
    let told = serde_json::json!({ "people": people, "arrived": arrived, "unknown": unknown });
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
