//! Making an event at the desk, changing it, taking it off. Who comes is told of another time or place by the same
//! transaction that keeps it.

use super::desk_form::{Asked, FormPage, fault_words};
use super::desk_routes::path;
use super::editing::{self, Faults, Typed};
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::audit::Change;
use crate::campaigns::definition::{Definition, Event};
use crate::campaigns::files;
use crate::campaigns::keeping::{keep, standing};
use crate::error::{Error, Result, Rule};
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

fn found(campaign: &Definition, event: Option<&str>) -> Result<Event> {
    match event {
        None => Ok(editing::blank()),
        Some(slug) => campaign.events.iter().find(|one| one.slug == slug).cloned().ok_or(Error::NotFound),
    }
}

/// What the page says besides the fields.
#[derive(Default)]
struct Trouble {
    faults: Faults,
    conflict: bool,
    others: Vec<String>,
}

fn page(
    app: &App,
    member: &CampaignMember,
    (campaign, version): (&Definition, i64),
    event: &Event,
    typed: &Typed,
    trouble: Trouble,
) -> FormPage {
    let (here, list) = (&member.here, path(member));
    let say = here.language.say();
    let asked = Asked { say: &say, campaign, event, typed, faults: &trouble.faults };
    let parts = asked.parts();
    let label = |name: &str| {
        let fields = parts.iter().flat_map(|part| &part.fields);
        fields
            .into_iter()
            .find(|field| field.name == name)
            .map(|field| field.label.clone())
            .unwrap_or_default()
    };
    let mistakes = trouble
        .faults
        .iter()
        .map(|(name, fault)| (name.clone(), label(name), fault_words(&say, fault)))
        .collect();
    let is_new = event.slug.is_empty();
    let own = if is_new { format!("{list}/new") } else { format!("{list}/{}", event.slug) };
    let action = if is_new { own.clone() } else { format!("{own}/words") };
    let mut kept: Vec<(String, String)> = typed
        .iter()
        .filter(|(name, value)| name.starts_with("slot-") && !value.is_empty())
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    kept.sort();
    let title = event.title.values().next().cloned().unwrap_or_default();
    FormPage {
        nav: nav::nav(here, &list),
        frame: nav::frame(app, here, &action),
        title: if is_new { say.text("events-desk-new") } else { title },
        action: here.at(&action),
        version,
        conflict: trouble.conflict,
        others: trouble.others,
        mistakes,
        parts,
        kept,
        removal: (!is_new).then(|| here.at(&format!("{own}/removal"))),
        leave: here.at(if is_new { &list } else { &own }),
    }
}

/// `GET /desk/campaigns/{campaign}/events/new`
pub async fn show_new(State(app): State<App>, member: CampaignMember) -> Result<Response> {
    show(&app, &member, None).await
}

/// `GET /desk/campaigns/{campaign}/events/{event}/words`
pub async fn show_words(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, event)): Path<(String, String)>,
) -> Result<Response> {
    show(&app, &member, Some(&event)).await
}

async fn show(app: &App, member: &CampaignMember, event: Option<&str>) -> Result<Response> {
    let (campaign, version) = standing(app, &member.campaign.slug).await?;
    let event = found(&campaign, event)?;
    let typed = editing::typed(&event);
    let page = page(app, member, (&campaign, version), &event, &typed, Trouble::default());
    private(StatusCode::OK, &page)
}

/// `POST /desk/campaigns/{campaign}/events/new`
pub async fn create(State(app): State<App>, member: CampaignMember, body: Bytes) -> Result<Response> {
    save(&app, &member, None, &body).await
}

/// `POST /desk/campaigns/{campaign}/events/{event}/words`: the second of two who save sees what the first one saved.
pub async fn save_words(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, event)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    save(&app, &member, Some(&event), &body).await
}

async fn save(app: &App, member: &CampaignMember, slug: Option<&str>, body: &Bytes) -> Result<Response> {
    let typed: Typed = forms::read(body)?;
    let (mut campaign, version) = standing(app, &member.campaign.slug).await?;
    let before = found(&campaign, slug)?;
    let seen: Option<i64> = typed.get("version").and_then(|text| text.parse().ok());
    let again = |campaign: &Definition, trouble: Trouble| {
        page(app, member, (campaign, version), &before, &typed, trouble)
    };
    let after = match editing::taken(&before, &campaign, &typed) {
        Ok(event) => event,
        Err(faults) => {
            let page = again(&campaign, Trouble { faults, ..Trouble::default() });
            return Rule("event").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    let conflict = |campaign: &Definition| again(campaign, Trouble { conflict: true, ..Trouble::default() });
    if seen != Some(version) {
        return private(StatusCode::CONFLICT, &conflict(&campaign));
    }
    let (event, is_new) = (after.slug.clone(), slug.is_none());
    match campaign.events.iter_mut().find(|one| one.slug == event) {
        Some(one) => *one = after.clone(),
        None => campaign.events.push(after.clone()),
    }
    let unfit = files::check(&campaign);
    if !unfit.is_empty() {
        let others = unfit.iter().map(ToString::to_string).collect();
        let page = again(&campaign, Trouble { others, ..Trouble::default() });
        return Rule("event-unfit").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let action = if is_new { "event-made" } else { "event-changed" };
    let change = Change::of(action, format!("event {event}"))
        .differing(&editing::typed(&before), &editing::typed(&after));
    if !kept(app, member, &campaign, version, change).await? {
        let (campaign, _) = standing(app, &member.campaign.slug).await?;
        return private(StatusCode::CONFLICT, &conflict(&campaign));
    }
    Ok(see_other(&member.here.at(&format!("{}/{event}?done=saved", path(member)))))
}

/// Keeps the campaign with its events changed; answers whether it still was as it was read.
async fn kept(
    app: &App,
    member: &CampaignMember,
    campaign: &Definition,
    version: i64,
    change: Change,
) -> Result<bool> {
    let change = change.by(member.here.account.id).in_group(member.campaign.group.id);
    let kept = keep(app, campaign, Some(version), change).await?;
    app.events.forget(member.campaign.id);
    Ok(kept)
}

/// `POST /desk/campaigns/{campaign}/events/{event}/removal`: off the page; who wanted to come is told.
pub async fn remove(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, event)): Path<(String, String)>,
) -> Result<Response> {
    let (mut campaign, version) = standing(&app, &member.campaign.slug).await?;
    found(&campaign, Some(&event))?;
    campaign.events.retain(|one| one.slug != event);
    let change = Change::of("event-removed", format!("event {event}"));
    if !kept(&app, &member, &campaign, version, change).await? {
        return Err(Error::Busy);
    }
    Ok(see_other(&member.here.at(&format!("{}?done=removed", path(&member)))))
}
