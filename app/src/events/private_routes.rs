//! The private page of an RSVP: confirm, take an offered place, correct, cancel. A GET changes nothing here.

use super::form::{self, Asks, RsvpForm};
use super::pages::{Done, FormShown, GonePage, OwnPage, Shut};
use super::places::{self, Outcome};
use super::routes::{asked_of, typed};
use super::shown::{self, When};
use super::{Rsvp, Said, Slot, State as Standing, calendar, link, store};
use crate::accounts::codes::qr_svg;
use crate::campaigns::definition::Event;
use crate::campaigns::directory::Running;
use crate::error::{Error, Result, Rule};
use crate::signatures::link::of_a_token;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::i18n::{Language, Markup};
use crate::web::layout::{Frame, Named};
use crate::web::natural;
use crate::web::surroundings::{frame, language_asked};
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Lane;
use std::sync::Arc;

/// An RSVP that was found by its private link.
pub struct Opened {
    pub one: Rsvp,
    pub campaign: Arc<Running>,
    pub language: Language,
    token: String,
}

impl Opened {
    /// What it is about, where the campaign’s files still say so.
    pub fn event(&self) -> Option<&Event> {
        self.campaign.definition.events.iter().find(|event| event.slug == self.one.slot.event)
    }

    fn zone(&self) -> &str {
        let campaign = &self.campaign.definition.time_zone;
        self.event().map_or(campaign.as_str(), |event| event.zone(campaign))
    }

    /// To the page behind the link, with what was done.
    fn back(&self, done: Option<Done>) -> Response {
        let mut address = format!("/rsvps/{}{}", self.token, self.campaign.query(self.language));
        if let Some(done) = done {
            address.push(if address.contains('?') { '&' } else { '?' });
            address.push_str("done=");
            address.push_str(done.word());
        }
        see_other(&address)
    }
}

/// Nothing where the link does not open, or what it leads to is gone.
pub async fn open(app: &App, token: &str, query: Option<&str>) -> Result<Option<Opened>> {
    let Some(link) = link::open(&app.keys.links, token) else { return Ok(None) };
    let found = store::by_id(&mut app.db.read().await?, link.number).await?;
    let Some(one) = found.filter(|one| link.means(one.link())) else { return Ok(None) };
    let Some(campaign) = app.directory.by_id(app, one.campaign_id).await? else { return Ok(None) };
    let language = match language_asked(query) {
        Some(asked) => campaign.spoken(Some(asked)),
        None => campaign.language(&one.language),
    };
    Ok(Some(Opened { one, campaign, language, token: of_a_token(token) }))
}

fn gone(app: &App, query: Option<&str>) -> Result<Response> {
    let frame = frame(app, language_asked(query).unwrap_or(Language::En));
    private(StatusCode::NOT_FOUND, &GonePage { frame })
}

/// `GET /rsvps/{token}`
pub async fn show(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let Some(opened) = open(&app, &token, query.as_deref()).await? else {
        return gone(&app, query.as_deref());
    };
    let page = page(&app, &opened, Done::asked(query.as_deref()), standing(&opened.one)).await?;
    private(StatusCode::OK, &page)
}

/// The form as it would be filled in with what is kept.
fn standing(one: &Rsvp) -> FormShown {
    let typed = RsvpForm {
        name: one.said.name.clone(),
        people: one.said.people.to_string(),
        answers: one.said.answers.clone().into_iter().collect(),
        ..RsvpForm::default()
    };
    FormShown { typed, ..FormShown::default() }
}

async fn page(app: &App, opened: &Opened, done: Option<Done>, form: FormShown) -> Result<OwnPage> {
    let (one, campaign, language) = (&opened.one, &opened.campaign, opened.language);
    let say = language.say();
    let (event, zone) = (opened.event(), opened.zone());
    let title = event.map_or_else(|| one.slot.event.clone(), |event| shown::title(event, language));
    let words = |of: fn(&Event) -> &crate::campaigns::definition::ByLanguage| {
        event.map(|event| shown::words(of(event), language)).unwrap_or_default()
    };
    let before = match one.turn.filter(|_| one.state == Standing::Waiting) {
        Some(turn) => store::in_line_before(&mut app.db.read().await?, one.slot.id, turn).await?,
        None => 0,
    };
    let now = app.clock.now();
    let left = match one.slot.capacity.filter(|_| one.state == Standing::Waiting) {
        Some(_) => {
            let counted = app.events.of(app, campaign.id).await?;
            let key = (one.slot.event.clone(), one.slot.slug.clone());
            counted.get(&key).map_or(0, |(slot, sums)| slot.left(sums.coming + sums.offered))
        }
        None => 0,
    };
    let form = FormShown { is_own: true, button: "events-correct-button", ..form };
    Ok(OwnPage {
        frame: Frame {
            further_stylesheet: Some(app.assets.inner_stylesheet.clone()),
            ..campaign.inner_frame(app, language)
        },
        event: Named {
            name: title,
            url: event.map(|event| calendar::path(campaign, event, language)).unwrap_or_default(),
        },
        path: format!("/rsvps/{}", opened.token),
        query: campaign.query(language),
        state: one.state,
        done,
        when: When::of(&say, &one.slot, zone),
        slot: event.map(|event| shown::slot_name(event, &one.slot.slug, language)).unwrap_or_default(),
        place: event
            .and_then(|event| shown::place(event, &one.slot.slug, language, one.knows_the_place()))
            .unwrap_or_default(),
        name: one.said.name.clone(),
        people: natural(one.said.people),
        answers: shown::answers(event, &one.said.answers, language),
        before: natural(before),
        left: natural(left),
        capacity: one.slot.capacity.map(natural),
        others: others(app, opened, now).await?,
        until: one.offered_until.map(|until| say.moment(until, zone)).unwrap_or_default(),
        shut: shut(&one.slot, now),
        no_room: false,
        ticket: ticket(app, opened, &say.text("events-ticket")),
        bring: words(|event| &event.bring),
        access: words(|event| &event.access),
        form: match event {
            Some(event) => asked_of(event, language, form, &say),
            None => form,
        },
    })
}

/// Why nobody more can say that they come to it.
fn shut(slot: &Slot, now: i64) -> Option<Shut> {
    match slot {
        Slot { is_cancelled: true, .. } => Some(Shut::Cancelled),
        slot if !slot.is_ahead(now) => Some(Shut::Over),
        Slot { is_closed: true, .. } => Some(Shut::Closed),
        _ => None,
    }
}

/// So many are listed behind a link.
const MOST_OTHERS: i64 = 24;

/// What else the same mailbox has said and not confirmed: whoever fills in several forms, or whose address strangers
/// typed until no mail goes there any more that day, finds all of it behind any link that came by mail.
async fn others(app: &App, opened: &Opened, now: i64) -> Result<Vec<(String, Named)>> {
    let (one, campaign, language) = (&opened.one, &opened.campaign, opened.language);
    let say = language.say();
    let mut c = app.db.read().await?;
    let open = store::open_of(&mut c, campaign.id, &one.address_key, now, MOST_OTHERS).await?;
    let shown = open.iter().filter(|other| other.id != one.id).map(|other| {
        let token = link::seal(&app.keys.links, other.link());
        let named = shown::named(&say, &campaign.definition, other, language);
        (named.when, Named { name: named.name, url: format!("/rsvps/{token}{}", campaign.query(language)) })
    });
    Ok(shown.collect())
}

/// Which button of the private page is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Button {
    Confirm,
    Accept,
    Cancel,
}

async fn press(app: &App, token: &str, query: Option<&str>, button: Button) -> Result<Response> {
    let Some(opened) = open(app, token, query).await? else { return gone(app, query) };
    let (id, now) = (opened.one.id, app.clock.now());
    let turn = app.events.moving.lock().await;
    let outcome = app
        .db
        .write(Lane::Ordinary, move |c| {
            Box::pin(async move {
                match button {
                    Button::Confirm => places::confirm(c, id, now).await,
                    Button::Accept => places::accept(c, id, now).await,
                    Button::Cancel => places::cancel(c, id, now).await,
                }
            })
        })
        .await?;
    drop(turn);
    app.events.forget(opened.one.campaign_id);
    app.mail_waits.wake();
    let done = match (outcome, button) {
        (Outcome::Stands(_), Button::Confirm) => Done::Confirmed,
        (Outcome::Stands(_), Button::Accept) => Done::Accepted,
        (Outcome::Stands(_), Button::Cancel) => Done::Cancelled,
        (Outcome::Known(other), _) => return to_other(app, &opened, other).await,
        (Outcome::TooLate | Outcome::NoRoom, _) => Done::TooLate,
    };
    Ok(opened.back(Some(done)))
}

/// The same mailbox comes already: to that RSVP's page, which its owner may see.
async fn to_other(app: &App, opened: &Opened, other: i64) -> Result<Response> {
    let other = store::by_id(&mut app.db.read().await?, other).await?.ok_or(Error::NotFound)?;
    let token = link::seal(&app.keys.links, other.link());
    let query = opened.campaign.query(opened.language);
    let joint = if query.is_empty() { '?' } else { '&' };
    Ok(see_other(&format!("/rsvps/{token}{query}{joint}done={}", Done::Known.word())))
}

/// `POST /rsvps/{token}/confirmation`
pub async fn confirm(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    press(&app, &token, query.as_deref(), Button::Confirm).await
}

/// `POST /rsvps/{token}/acceptance`: takes the place that is on offer.
pub async fn accept(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    press(&app, &token, query.as_deref(), Button::Accept).await
}

/// `POST /rsvps/{token}/cancellation`
pub async fn cancel(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    press(&app, &token, query.as_deref(), Button::Cancel).await
}

/// `POST /rsvps/{token}/words`: corrects name, number of people and answers.
pub async fn correct(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Result<Response> {
    let Some(opened) = open(&app, &token, query.as_deref()).await? else {
        return gone(&app, query.as_deref());
    };
    let Some(event) = opened.event() else { return Ok(opened.back(Some(Done::TooLate))) };
    let typed = typed(&body)?;
    let before = opened.one.said.people;
    let fits = |said: Said| match form::beyond_room(event, &opened.one.slot.slug, said.people) {
        Some(fault) if said.people > before => Err(vec![(form::Field::People, fault)]),
        _ => Ok(said),
    };
    let said = match form::check(&typed, event, Asks::WhatCanBeCorrected).and_then(|(said, _)| fits(said)) {
        Ok(said) => said,
        Err(mistakes) => {
            let rule = mistakes.first().map_or("form", |(_, fault)| fault.rule());
            let form = FormShown { typed, mistakes, ..FormShown::default() };
            let page = page(&app, &opened, None, form).await?;
            return Rule(rule).refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    let (id, now) = (opened.one.id, app.clock.now());
    let kept = Arc::new(said);
    let turn = app.events.moving.lock().await;
    let outcome = app
        .db
        .write(Lane::Ordinary, move |c| {
            let said = kept.clone();
            Box::pin(async move { places::correct(c, id, &said, now).await })
        })
        .await?;
    drop(turn);
    app.events.forget(opened.one.campaign_id);
    app.mail_waits.wake();
    match outcome {
        Outcome::Stands(_) => Ok(opened.back(Some(Done::Corrected))),
        Outcome::NoRoom => {
            let form = FormShown { typed, ..FormShown::default() };
            let page = OwnPage { no_room: true, ..page(&app, &opened, None, form).await? };
            Rule("rsvp-no-room").refuses(private(StatusCode::CONFLICT, &page))
        }
        Outcome::Known(_) | Outcome::TooLate => Ok(opened.back(Some(Done::TooLate))),
    }
}

/// `GET` of an address that only takes a button: back to the page with the button.
pub async fn back(Path(token): Path<String>) -> Response {
    see_other(&format!("/rsvps/{}", of_a_token(&token)))
}

/// What is shown at the door by who has a place: the address of the door with a ticket that is sealed, as a QR code.
fn ticket(app: &App, opened: &Opened, label: &str) -> Option<Markup> {
    if opened.one.state != Standing::Coming || opened.one.slot.is_cancelled {
        return None;
    }
    let ticket = link::seal_ticket(&app.keys.links, opened.one.link());
    let (slug, event) = (&opened.campaign.definition.slug, &opened.one.slot.event);
    let url = app.url(&format!("/desk/campaigns/{slug}/events/{event}/door?ticket={ticket}"));
    qr_svg(&url, label).map(Markup::ours)
}
