//! The public handlers of events: all of them, one with its form, what is sent, and the inbox.
//!
//! A GET changes nothing here. What an address has done before never shows in an answer.

use super::form::{self, Asks, RsvpForm};
use super::mail::MailKind;
use super::pages::{EventPage, FormShown, InboxPage, ListPage, QuestionShown, Shut, SlotShown, Teaser};
use super::shown::{self, When};
use super::store::{self, New};
use super::{Slot, calendar, counts, mailing};
use crate::campaigns::definition::{Event, EventStatus, Status};
use crate::campaigns::directory::Running;
use crate::error::{Error, Result, Rule};
use crate::people::kept::{RSVP_DAYS, UNCONFIRMED_DAYS};
use crate::state::App;
use crate::web::answer::{FOR_A_SECOND, Kept, private, see_other};
use crate::web::forms::read;
use crate::web::i18n::Language;
use crate::web::layout::{Frame, Named};
use crate::web::natural;
use crate::web::source::{source, source_asked};
use crate::web::surroundings::{language_asked, seconds_until};
use crate::web::visitor::Visitor;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use broadside_db::Lane;
use std::collections::HashMap;
use std::sync::Arc;

/// A public event, found by its address, and the language it is asked in.
pub struct Found {
    pub campaign: Arc<Running>,
    place: usize,
    pub language: Language,
}

impl Found {
    pub fn event(&self) -> &Event {
        &self.campaign.definition.events[self.place]
    }

    fn zone(&self) -> &str {
        self.event().zone(&self.campaign.definition.time_zone)
    }

    fn path(&self) -> String {
        calendar::path(&self.campaign, self.event(), self.language)
    }

    /// An address below the event’s.
    fn below(&self, rest: &str) -> String {
        let (slug, query) = (&self.campaign.definition.slug, self.campaign.query(self.language));
        format!("/campaigns/{slug}/events/{}/{rest}{query}", self.event().slug)
    }

    fn named(&self) -> Named {
        Named { name: shown::title(self.event(), self.language), url: self.path() }
    }
}

pub async fn campaign(app: &App, slug: &str, query: Option<&str>) -> Result<(Arc<Running>, Language)> {
    let campaign = app.directory.by_slug(app, slug).await?.ok_or(Error::NotFound)?;
    let language = campaign.spoken(language_asked(query));
    Ok((campaign, language))
}

pub async fn find(app: &App, slug: &str, event: &str, query: Option<&str>) -> Result<Found> {
    let (campaign, language) = campaign(app, slug, query).await?;
    let place = campaign.definition.events.iter().position(|one| one.slug == event).ok_or(Error::NotFound)?;
    Ok(Found { campaign, place, language })
}

/// `GET /campaigns/{campaign}/events`: all of them, those ahead first.
pub async fn list(
    State(app): State<App>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let (campaign, language) = campaign(&app, &slug, query.as_deref()).await?;
    let say = language.say();
    let now = app.clock.now();
    let (mut ahead, mut over) = (Vec::new(), Vec::new());
    for event in &campaign.definition.events {
        let zone = event.zone(&campaign.definition.time_zone);
        for slot in &event.slots {
            let Ok((starts_at, ends_at)) = slot.span(zone) else { continue };
            let name = shown::slot_name(event, &slot.slug, language);
            let title = shown::title(event, language);
            let teaser = Teaser {
                title: Named {
                    name: if name.is_empty() { title } else { format!("{title}: {name}") },
                    url: calendar::path(&campaign, event, language),
                },
                kind: shown::kind(&say, event.kind),
                when: When::between(&say, starts_at, ends_at, zone).whole(&say),
                place: shown::place(event, &slot.slug, language, false).unwrap_or_default(),
                is_cancelled: event.status == EventStatus::Cancelled,
            };
            if ends_at > now { ahead.push((starts_at, teaser)) } else { over.push((starts_at, teaser)) }
        }
    }
    ahead.sort_by_key(|(at, _)| *at);
    over.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let path = |language| format!("/campaigns/{slug}/events{}", campaign.query(language));
    let page = ListPage {
        frame: Frame {
            canonical: Some(app.url(&path(language))),
            languages: campaign.translations(language, path),
            further_stylesheet: Some(app.assets.inner_stylesheet.clone()),
            ..campaign.inner_frame(&app, language)
        },
        ahead: ahead.into_iter().map(|(_, teaser)| teaser).collect(),
        over: over.into_iter().map(|(_, teaser)| teaser).collect(),
        feed: feed_path(&campaign, language),
    };
    Ok(Kept::page(&page, FOR_A_SECOND)?.answer(&asked))
}

pub fn feed_path(campaign: &Running, language: Language) -> String {
    format!("/campaigns/{}/events.ics{}", campaign.definition.slug, campaign.query(language))
}

/// `GET /campaigns/{campaign}/events/{event}`
pub async fn show(
    State(app): State<App>,
    Path((slug, event)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let found = find(&app, &slug, &event, query.as_deref()).await?;
    let typed =
        RsvpForm { source: source_asked(query.as_deref()).unwrap_or_default(), ..RsvpForm::default() };
    let page = page(&app, &found, FormShown { typed, ..FormShown::default() }).await?;
    Ok(Kept::page(&page, FOR_A_SECOND)?.answer(&asked))
}

fn shut(found: &Found, slots: &[SlotShown]) -> Option<Shut> {
    let event = found.event();
    if event.status == EventStatus::Cancelled {
        Some(Shut::Cancelled)
    } else if slots.iter().all(|slot| slot.is_over) {
        Some(Shut::Over)
    } else if event.status == EventStatus::Closed || found.campaign.definition.status != Status::Published {
        Some(Shut::Closed)
    } else {
        None
    }
}

async fn page(app: &App, found: &Found, form: FormShown) -> Result<EventPage> {
    let (campaign, language, event) = (&found.campaign, found.language, found.event());
    let say = language.say();
    let counted = app.events.of(app, campaign.id).await?;
    let (zone, now) = (found.zone(), app.clock.now());
    let slots: Vec<SlotShown> = event
        .slots
        .iter()
        .filter_map(|slot| {
            let (starts_at, ends_at) = slot.span(zone).ok()?;
            let known = counted.get(&(event.slug.clone(), slot.slug.clone()));
            Some(SlotShown {
                slug: slot.slug.clone(),
                name: shown::slot_name(event, &slot.slug, language),
                when: When::between(&say, starts_at, ends_at, zone),
                place: shown::place(event, &slot.slug, language, false).unwrap_or_default(),
                numbers: known.map(|(_, sums)| counts::numbers(&say, event, sums)).unwrap_or_default(),
                room: known.map(|(slot, sums)| counts::room(&say, event, slot, sums)).unwrap_or_default(),
                is_over: ends_at <= now,
            })
        })
        .collect();
    let path = |language| calendar::path(campaign, event, language);
    let frame = Frame {
        canonical: Some(app.url(&path(language))),
        languages: campaign.translations(language, path),
        further_stylesheet: Some(app.assets.inner_stylesheet.clone()),
        ..campaign.inner_frame(app, language)
    };
    Ok(EventPage {
        title: shown::title(event, language),
        kind: shown::kind(&say, event.kind),
        words: shown::words(&event.words, language),
        bring: shown::words(&event.bring, language),
        access: shown::words(&event.access, language),
        hosts: shown::hosts(campaign, event),
        shut: shut(found, &slots),
        form: FormShown {
            action: found.below("rsvps"),
            button: "events-send",
            ..asked_of(event, language, form, &say)
        },
        calendar: found.below("event.ics"),
        feed: feed_path(campaign, language),
        notice: format!("/campaigns/{}/privacy{}", campaign.definition.slug, campaign.query(language)),
        days: natural(RSVP_DAYS),
        slots,
        frame,
    })
}

/// The form with the event’s questions.
pub fn asked_of(
    event: &Event,
    language: Language,
    form: FormShown,
    say: &crate::web::i18n::Say,
) -> FormShown {
    let questions = event
        .questions
        .iter()
        .map(|question| {
            let field = form::Field::Answer(question.slug.clone()).name();
            QuestionShown {
                label: shown::spoken(&question.label, language),
                is_needed: question.is_needed,
                choices: question
                    .choices
                    .iter()
                    .map(|choice| (choice.slug.clone(), shown::spoken(&choice.label, language)))
                    .collect(),
                answer: form.typed.answers.get(&question.slug).cloned().unwrap_or_default(),
                error: form.error(&field, say),
                field,
            }
        })
        .collect();
    FormShown { party_most: form::party_most(event), questions, ..form }
}

/// The form as it came, with the answers to the event’s questions.
pub fn typed(body: &Bytes) -> Result<RsvpForm> {
    let form: RsvpForm = read(body)?;
    let fields: HashMap<String, String> = read(body)?;
    let answers = fields
        .into_iter()
        .filter_map(|(name, value)| Some((name.strip_prefix("answer-")?.to_owned(), value)))
        .collect();
    Ok(RsvpForm { answers, ..form })
}

/// `POST /campaigns/{campaign}/events/{event}/rsvps`: takes an RSVP and answers "check your inbox", whoever has said so
/// before.
pub async fn create(
    State(app): State<App>,
    visitor: Visitor,
    Path((slug, event)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Result<Response> {
    let found = find(&app, &slug, &event, query.as_deref()).await?;
    let typed = typed(&body)?;
    let shown = page(&app, &found, FormShown { typed: typed.clone(), ..FormShown::default() }).await?;
    if shown.shut.is_some() {
        return private(StatusCode::CONFLICT, &shown);
    }
    let slots_over: Vec<&str> =
        shown.slots.iter().filter(|slot| slot.is_over).map(|slot| slot.slug.as_str()).collect();
    let checked = form::check(&typed, found.event(), Asks::Everything).and_then(|(said, slot)| {
        if slots_over.contains(&slot.as_str()) {
            return Err(vec![(form::Field::Slot, form::Fault::SlotUnknown)]);
        }
        Ok((said, slot))
    });
    let (said, slot) = match checked {
        Ok(checked) => checked,
        Err(mistakes) => {
            let rule = mistakes.first().map_or("form", |(_, fault)| fault.rule());
            let page = page(&app, &found, FormShown { typed, mistakes, ..FormShown::default() }).await?;
            return Rule(rule).refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    let now = app.clock.now();
    if let Err(wait) = app.limits.rsvp(visitor.network()) {
        let seconds = seconds_until(wait.0, now);
        let form = FormShown { typed, again_in: Some(seconds), ..FormShown::default() };
        let mut response = private(StatusCode::TOO_MANY_REQUESTS, &page(&app, &found, form).await?)?;
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        return Ok(response);
    }
    let counted = app.events.of(&app, found.campaign.id).await?;
    let Some((slot, _)) = counted.get(&(found.event().slug.clone(), slot)) else {
        // It was imported within this second.
        return Err(Error::Busy);
    };
    keep(&app, &found, slot, said, &typed, now).await?;
    app.mail_waits.wake();
    Ok(see_other(&found.below("inbox")))
}

/// Keeps an RSVP and queues its mail; a mailbox that comes already gets its link instead, and nothing changes.
async fn keep(
    app: &App,
    found: &Found,
    slot: &Slot,
    said: super::Said,
    typed: &RsvpForm,
    now: i64,
) -> Result<()> {
    let email = typed.email.trim().to_owned();
    let new = Arc::new(New {
        group: found.campaign.group_id,
        campaign: found.campaign.id,
        slot: slot.id,
        language: found.language.tag().to_owned(),
        address_key: app.keys.addresses.of_typed(&email),
        email,
        said,
        source: source(&typed.source),
    });
    app.db
        .write(Lane::Ordinary, move |c| {
            let new = new.clone();
            Box::pin(async move {
                if let Some(standing) = store::standing_of(c, new.slot, &new.address_key).await? {
                    return mailing::enqueue(c, MailKind::Known, &standing, now).await;
                }
                let id = store::add(c, &new, now).await?;
                if let Some(one) = store::by_id(c, id).await? {
                    mailing::enqueue(c, MailKind::Link, &one, now).await?;
                }
                Ok(())
            })
        })
        .await?;
    Ok(())
}

/// `GET /campaigns/{campaign}/events/{event}/rsvps`: to the form.
pub async fn to_event(
    State(app): State<App>,
    Path((slug, event)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let found = find(&app, &slug, &event, query.as_deref()).await?;
    Ok(see_other(&found.path()))
}

/// `GET /campaigns/{campaign}/events/{event}/inbox`: the same for everybody.
pub async fn inbox(
    State(app): State<App>,
    Path((slug, event)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let found = find(&app, &slug, &event, query.as_deref()).await?;
    let frame = found.campaign.inner_frame(&app, found.language);
    private(StatusCode::OK, &InboxPage { frame, event: found.named(), days: u64::from(UNCONFIRMED_DAYS) })
}
