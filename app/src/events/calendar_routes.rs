//! Events as files for calendars: one, all of a campaign's, and one's own with the place that only who comes is told.

use super::routes::{campaign, find};
use super::{calendar, private_routes, shown};
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::answer::{FOR_A_MINUTE, Kept, NEVER};
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

/// `GET /campaigns/{campaign}/events/{event}/event.ics`
pub async fn event_file(
    State(app): State<App>,
    Path((slug, event)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let found = find(&app, &slug, &event, query.as_deref()).await?;
    let counted = app.events.of(&app, found.campaign.id).await?;
    let entries = calendar::entries(&app, &found.campaign, found.event(), found.language, &counted, None);
    let text = broadside_calendar::written(&shown::title(found.event(), found.language), &entries);
    Ok(calendar_file(text, &found.event().slug, FOR_A_MINUTE).answer(&asked))
}

/// `GET /campaigns/{campaign}/events.ics`: all of a campaign's events, to be subscribed to.
pub async fn feed(
    State(app): State<App>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let (campaign, language) = campaign(&app, &slug, query.as_deref()).await?;
    let counted = app.events.of(&app, campaign.id).await?;
    let events = campaign.definition.events.iter();
    let entries: Vec<_> = events
        .flat_map(|event| calendar::entries(&app, &campaign, event, language, &counted, None))
        .collect();
    let text = broadside_calendar::written(&campaign.texts(language).title, &entries);
    Ok(calendar_file(text, &slug, FOR_A_MINUTE).answer(&asked))
}

/// `GET /rsvps/{token}/event.ics`: the event for one's own calendar, with its place for who comes.
pub async fn own_file(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let opened = private_routes::open(&app, &token, query.as_deref()).await?.ok_or(Error::NotFound)?;
    let event = opened.event().ok_or(Error::NotFound)?;
    let only = Some((&opened.one.slot, opened.one.knows_the_place()));
    let counted = app.events.of(&app, opened.campaign.id).await?;
    let entries = calendar::entries(&app, &opened.campaign, event, opened.language, &counted, only);
    let text = broadside_calendar::written(&shown::title(event, opened.language), &entries);
    let mut response = calendar_file(text, &event.slug, NEVER).answer(&HeaderMap::new());
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    Ok(response)
}

fn calendar_file(text: String, name: &str, cache: &'static str) -> Kept {
    let kept = Kept::new("text/calendar; charset=utf-8", cache, text.into_bytes());
    // Slugs are letters, digits and dashes.
    match HeaderValue::from_str(&format!("attachment; filename=\"{name}.ics\"")) {
        Ok(disposition) => kept.with(&header::CONTENT_DISPOSITION, &disposition),
        Err(_) => kept,
    }
}
