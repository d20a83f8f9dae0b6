//! What is held: by what it was seen, what signals weigh, and venues.

use super::pages::{Form, HoldingPage, Place, Row, Table, Weight};
use super::store;
use super::venues::{self, Fault, Field, Typed};
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::audit::{self, Change};
use crate::campaigns::directory::Running;
use crate::error::{Error, Result};
use crate::lists::cells::signal_key;
use crate::signatures::{TIME_TO_CONFIRM, store as signatures};
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::i18n::Say;
use crate::web::{forms, natural};
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Lane;
use broadside_judging::{Signal, Weights};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
}

fn path(member: &CampaignMember) -> String {
    format!("/desk/campaigns/{}/holding", member.campaign.slug)
}

/// `GET /desk/campaigns/{campaign}/holding`
pub async fn show(
    State(app): State<App>,
    member: CampaignMember,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let mut page = page(&app, &member).await?;
    page.note = match asked.done.as_str() {
        "weights" => page.frame.say.text("holding-done-weights"),
        "venue" => page.frame.say.text("holding-done-venue"),
        "removed" => page.frame.say.text("holding-done-removed"),
        _ => String::new(),
    };
    private(StatusCode::OK, &page)
}

async fn page(app: &App, member: &CampaignMember) -> Result<HoldingPage> {
    let (here, path, campaign) = (&member.here, path(member), member.campaign.id);
    let running = running(app, member).await?;
    let say = here.language.say();
    let zone = running.definition.time_zone.as_str();
    let mut c = app.db.read().await?;
    let seen = store::seen(&mut c, campaign).await?;
    let (networks, domains) =
        (store::by_network(&mut c, campaign).await?, store::by_domain(&mut c, campaign).await?);
    let quarters = store::by_quarter(&mut c, campaign).await?;
    let unconfirmed = store::unconfirmed(&mut c, campaign, app.clock.now() - TIME_TO_CONFIRM).await?;
    let weights = signatures::weights(&mut c, campaign).await?;
    let kept = signatures::venues(&mut c, campaign).await?;
    let attack = signatures::attack(&mut c, campaign).await?;
    drop(c);
    let list = format!("/desk/campaigns/{}/signatures", member.campaign.slug);
    let of = |filter: &'static str, value: &str| {
        here.at(&forms::with_query(&list, &[("state", "held".to_owned()), (filter, value.to_owned())]))
    };
    let span = |from: i64, until: i64| {
        let (from, until) = (say.moment(from, zone), say.moment(until, zone));
        if from == until { from } else { format!("{from} – {until}") }
    };
    let crowd = |(name, head, filter): (&str, &str, &'static str), all: Vec<store::Burst>| Table {
        name: say.text(name),
        head: say.text(head),
        rows: all
            .into_iter()
            .map(|one| Row {
                url: of(filter, &one.what),
                when: span(one.first_at, one.last_at),
                held: natural(one.held),
                what: one.what,
            })
            .collect(),
    };
    let hour = |(word, (at, held)): (String, (i64, i64))| Row {
        url: of("hour", &word),
        when: String::new(),
        held: natural(held),
        what: say.moment(at, zone),
    };
    let mut tables = vec![
        crowd(("holding-by-network", "lists-network", "network"), networks),
        crowd(("holding-by-domain", "lists-domain", "domain"), domains),
    ];
    tables.push(Table {
        name: say.text("holding-by-hour"),
        head: say.text("lists-hour"),
        rows: in_hours(quarters, zone).into_iter().map(hour).collect(),
    });
    tables.retain(|table| !table.rows.is_empty());
    let now = app.clock.now();
    Ok(HoldingPage {
        nav: nav::nav(here, &path),
        frame: nav::frame(app, here, &path),
        title: running.definition.texts_in(here.language.tag()).title.clone(),
        note: String::new(),
        is_wrong: false,
        attacked: match attack.filter(|(_, until)| *until > now) {
            Some((since, _)) => say.with("holding-attacked", &[("since", &say.moment(since, zone))]),
            None => String::new(),
        },
        held: natural(seen.iter().map(|(_, n)| n).sum()),
        unconfirmed: natural(unconfirmed),
        to_held: here.at(&forms::with_query(&list, &[("state", "held".to_owned())])),
        tables,
        weights: lines(&say, &weights, &seen),
        threshold: Weight {
            word: "threshold",
            label: say.text("holding-threshold"),
            value: weights.threshold().to_string(),
            usual: natural(Weights::USUAL_THRESHOLD),
            seen: 0,
            error: String::new(),
        },
        to_weights: here.at(&format!("{path}/weights")),
        weights_seen: stands(&weights)
            .iter()
            .map(|(word, n)| format!("{word}:{n}"))
            .collect::<Vec<_>>()
            .join(" "),
        venues: kept
            .into_iter()
            .map(|one| Place {
                when: span(one.venue.from_at, one.venue.until_at),
                removal: here.at(&format!("{path}/venues/{}/removal", one.id)),
                name: one.name,
                network: one.venue.network,
            })
            .collect(),
        venue: Form::default(),
        to_venues: here.at(&format!("{path}/venues")),
        zone: zone.to_owned(),
    })
}

async fn running(app: &App, member: &CampaignMember) -> Result<Arc<Running>> {
    app.directory.even_a_draft(app, &member.campaign.slug).await?.ok_or(Error::NotFound)
}

/// Quarters of an hour, the newest first, as hours by the clock of a zone, each with its beginning. An hour that a
/// clock shows twice is one.
fn in_hours(quarters: Vec<(i64, i64)>, zone: &str) -> Vec<(String, (i64, i64))> {
    let mut hours: Vec<(String, (i64, i64))> = Vec::new();
    for (at, held) in quarters {
        let word = hour_word(at, zone);
        match hours.iter_mut().find(|(hour, _)| *hour == word) {
            Some((_, (begins, sum))) => (*begins, *sum) = (at.min(*begins), *sum + held),
            None => hours.push((word, (at, held))),
        }
    }
    hours.truncate(usize::try_from(store::MOST).unwrap_or(usize::MAX));
    hours
}

/// `2018-09-10T16`, by the clock of a zone.
fn hour_word(at: i64, zone: &str) -> String {
    let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let at = jiff::Timestamp::from_microsecond(at).unwrap_or_default().to_zoned(zone);
    at.strftime("%Y-%m-%dT%H").to_string()
}

/// The table of weights, with how many of those held showed each signal.
fn lines(say: &Say, weights: &Weights, seen: &[(String, i64)]) -> Vec<Weight> {
    let line = |signal: &Signal| {
        let shows = |signals: &str| signals.split(' ').any(|one| one == signal.word());
        let n = seen.iter().filter(|(signals, _)| shows(signals)).map(|(_, n)| n).sum();
        Weight {
            word: signal.word(),
            label: say.text(signal_key(*signal)),
            value: weights.of(*signal).to_string(),
            usual: natural(signal.usual_weight()),
            seen: natural(n),
            error: String::new(),
        }
    };
    Signal::ALL.iter().map(line).collect()
}

/// Every weight and the threshold, by the names of their fields.
fn stands(weights: &Weights) -> Vec<(&'static str, i64)> {
    let of = |signal: &Signal| (signal.word(), weights.of(*signal));
    Signal::ALL.iter().map(of).chain([("threshold", weights.threshold())]).collect()
}

/// What stands, with what was changed of it.
fn with(stands: &Weights, changed: &[(&'static str, i64)]) -> Weights {
    let set = |weights: Weights, (word, number): &(&'static str, i64)| match Signal::parse(word) {
        Some(signal) => weights.with(signal, *number),
        None => weights.held_from(*number),
    };
    changed.iter().fold(stands.clone(), set)
}

/// `POST /desk/campaigns/{campaign}/holding/weights`: a field for each signal, by its word, and `threshold`. What is
/// missing stays as it is.
pub async fn weigh(State(app): State<App>, member: CampaignMember, body: Bytes) -> Result<Response> {
    let typed: BTreeMap<String, String> = forms::read(&body)?;
    let mut page = page(&app, &member).await?;
    let unusable = page.frame.say.text("holding-weight-unusable");
    let seen = typed.get("seen").map(String::as_str).unwrap_or_default();
    let was = |word: &str| seen.split(' ').find_map(|one| one.split_once(':').filter(|(of, _)| *of == word));
    let mut changed = Vec::new();
    let mut is_wrong = false;
    for line in page.weights.iter_mut().chain([&mut page.threshold]) {
        if let Some(value) = typed.get(line.word) {
            line.value.clone_from(value);
        }
        let least = i64::from(line.word == "threshold");
        match line.value.trim().parse().ok().filter(|n| (least..=Weights::MOST).contains(n)) {
            Some(_) if was(line.word).is_some_and(|(_, was)| was == line.value.trim()) => {}
            Some(number) => changed.push((line.word, number)),
            None => (line.error, is_wrong) = (unusable.clone(), true),
        }
    }
    if is_wrong {
        page.note = page.frame.say.text("holding-not-saved");
        page.is_wrong = true;
        return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (place, by) = ((member.campaign.id, member.campaign.group.id), member.here.account.id);
    let (object, now) = (format!("campaign {}", member.campaign.slug), app.clock.now());
    app.db
        .write(Lane::Ordinary, move |c| {
            let (changed, object) = (changed.clone(), object.clone());
            Box::pin(async move {
                let before = signatures::weights(c, place.0).await?;
                let weights = with(&before, &changed);
                let mut change = Change::of("weights-changed", object).by(by).in_group(place.1);
                for ((word, was), (_, is)) in stands(&before).into_iter().zip(stands(&weights)) {
                    if was != is {
                        change = change.field(word, Some(&was.to_string()), Some(&is.to_string()));
                    }
                }
                if change.is_empty() {
                    return Ok(());
                }
                signatures::set_weights(c, place, &weights, now).await?;
                audit::store::record(c, &change, now).await
            })
        })
        .await?;
    Ok(see_other(&member.here.at(&format!("{}?done=weights", path(&member)))))
}

/// `POST /desk/campaigns/{campaign}/holding/venues`: `name`, `network`, and `from` and `until` by the campaign's clock.
pub async fn add_venue(State(app): State<App>, member: CampaignMember, body: Bytes) -> Result<Response> {
    let typed: Typed = forms::read(&body)?;
    let zone = running(&app, &member).await?.definition.time_zone.clone();
    let (name, venue) = match venues::check(&typed, &zone) {
        Ok(checked) => checked,
        Err(faults) => {
            let mut page = page(&app, &member).await?;
            page.venue = with_faults(&page.frame.say, typed, &faults);
            page.note = page.frame.say.text("holding-not-saved");
            page.is_wrong = true;
            return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let place = (member.campaign.id, member.campaign.group.id);
    let change = Change::of("venue-added", format!("campaign {}", member.campaign.slug))
        .by(member.here.account.id)
        .in_group(place.1)
        .field("name", None, Some(&name))
        .field("network", None, Some(&venue.network));
    audit::doing(&app, change, (name, venue), move |c, (name, venue), now| {
        Box::pin(signatures::add_venue(c, place, name, venue, now))
    })
    .await?;
    Ok(see_other(&member.here.at(&format!("{}?done=venue", path(&member)))))
}

fn with_faults(say: &Say, typed: Typed, faults: &[(Field, Fault)]) -> Form {
    let error = |field: Field| {
        let fault = faults.iter().find(|(of, _)| *of == field).map(|(_, fault)| fault);
        fault.map(|fault| say.text(fault_key(*fault))).unwrap_or_default()
    };
    Form {
        name_error: error(Field::Name),
        network_error: error(Field::Network),
        from_error: error(Field::From),
        until_error: error(Field::Until),
        name: typed.name,
        network: typed.network,
        from: typed.from,
        until: typed.until,
    }
}

fn fault_key(fault: Fault) -> &'static str {
    match fault {
        Fault::NameMissing => "holding-venue-name-missing",
        Fault::NameTooLong => "holding-venue-name-long",
        Fault::NetworkUnreadable => "holding-venue-network-unreadable",
        Fault::NetworkTooWide => "holding-venue-network-wide",
        Fault::TimeUnreadable => "holding-venue-time-unreadable",
        Fault::EndsBeforeItBegins => "holding-venue-ends-before",
    }
}

/// `POST /desk/campaigns/{campaign}/holding/venues/{venue}/removal`
pub async fn remove_venue(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, venue)): Path<(String, i64)>,
) -> Result<Response> {
    let (campaign, now) = (member.campaign.id, app.clock.now());
    let change = Change::of("venue-removed", format!("campaign {}", member.campaign.slug))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id);
    let removed = app
        .db
        .write(Lane::Ordinary, move |c| {
            let change = change.clone();
            Box::pin(async move {
                let name = signatures::venues(c, campaign).await?.into_iter().find(|one| one.id == venue);
                let Some(one) = name else { return Ok(false) };
                signatures::delete_venue(c, campaign, venue).await?;
                let change = change.field("name", Some(&one.name), None).field(
                    "network",
                    Some(&one.venue.network),
                    None,
                );
                audit::store::record(c, &change, now).await?;
                Ok(true)
            })
        })
        .await?;
    if !removed {
        return Err(Error::NotFound);
    }
    Ok(see_other(&member.here.at(&format!("{}?done=removed", path(&member)))))
}
