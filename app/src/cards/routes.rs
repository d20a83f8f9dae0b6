//! The handlers of cards.

use super::Subject;
use super::oembed;
use crate::error::{Error, Result};
use crate::letters::routes::{Found, find};
use crate::state::App;
use crate::web::forms;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub target: Option<String>,
}

/// `GET /campaigns/{campaign}/card.png?target=…`
pub async fn of_campaign(
    State(app): State<App>,
    Path(campaign): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response> {
    let found = find(&app, &campaign, None, query.as_deref()).await?;
    card(&app, &found, query.as_deref(), &headers).await
}

/// `GET /campaigns/{campaign}/letters/{letter}/card.png`
pub async fn of_letter(
    State(app): State<App>,
    Path((campaign, letter)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response> {
    let found = find(&app, &campaign, Some(&letter), query.as_deref()).await?;
    card(&app, &found, query.as_deref(), &headers).await
}

async fn card(app: &App, found: &Found, query: Option<&str>, headers: &HeaderMap) -> Result<Response> {
    let asked: Asked = forms::query(query)?;
    let subject = subject(app, found, asked.target.as_deref()).await?;
    Ok(app.cards.card(app, &subject).await?.answer(headers))
}

/// What is asked for; an unknown target is not found.
pub async fn subject<'f>(app: &App, found: &'f Found, target: Option<&str>) -> Result<Subject<'f>> {
    let targets = &found.campaign.definition.targets;
    let target = match target {
        Some(slug) => Some(targets.iter().find(|target| target.slug == slug).ok_or(Error::NotFound)?),
        None => None,
    };
    let counted = app.sheets.counted(app, found.letter().id).await?;
    let everyone = app.sheets.signatures(app, &found.campaign).await?;
    Ok(Subject::new(found, target, &counted, everyone))
}

/// `GET /oembed?url=…`
pub async fn oembed(
    State(app): State<App>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response> {
    oembed::answer(&app, query.as_deref().unwrap_or_default(), &headers).await
}
