//! The press page: no login, from memory. While an embargo lasts it says when it opens and whom to ask.

use super::press;
use crate::clock::SECOND;
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::answer::{FOR_A_SECOND, Kept};
use crate::web::shelf::standing;
use crate::web::surroundings::language_asked;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use std::sync::Arc;

/// `GET /campaigns/{campaign}/press`
pub async fn show(
    State(app): State<App>,
    Path(campaign): Path<String>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let until = app.directory.until();
    let campaign = app.directory.by_slug(&app, &campaign).await?.ok_or(Error::NotFound)?;
    let language = campaign.spoken(language_asked(query.as_deref()));
    let now = app.clock.now();
    if let Some((opens, _)) = campaign.definition.press.embargo_at(now) {
        let page = press::closed(&app, &campaign, language, opens);
        let kept = Arc::new(Kept::page(&page, FOR_A_SECOND)?);
        return Ok(standing(&kept, until.map(|until| until.min(opens).min(now + SECOND)), &asked));
    }
    let (page, as_of) = app.presses.page(&app, &campaign, language).await?;
    Ok(standing(&page, until.map(|until| until.min(as_of + SECOND)), &asked))
}
