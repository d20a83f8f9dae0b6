//! The public pages of letters: the sheet under its two addresses. They read and never write.

use super::{names, page, store, wordings};
use crate::campaigns::directory::{Running, RunningLetter};
use crate::clock::SECOND;
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::answer::{FOR_A_SECOND, Kept, NEVER, public, see_other};
use crate::web::i18n::Language;
use crate::web::shelf::standing;
use crate::web::source::source_asked;
use crate::web::surroundings::language_asked;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use std::sync::Arc;

/// A public letter, found by its address, and the language it is asked in.
pub struct Found {
    pub campaign: Arc<Running>,
    place: usize,
    pub language: Language,
    /// The code by which this visit is followed.
    pub source: Option<String>,
}

impl Found {
    pub fn letter(&self) -> &RunningLetter {
        &self.campaign.letters[self.place]
    }
}

/// Finds a letter by its address; a draft is not there.
pub async fn find(app: &App, campaign: &str, letter: Option<&str>, query: Option<&str>) -> Result<Found> {
    let campaign = app.directory.by_slug(app, campaign).await?.ok_or(Error::NotFound)?;
    let place = match letter {
        Some(slug) => {
            campaign.letters.iter().position(|letter| letter.slug == slug).ok_or(Error::NotFound)?
        }
        None => 0,
    };
    if campaign.letters.is_empty() {
        return Err(Error::NotFound);
    }
    let language = campaign.spoken(language_asked(query));
    Ok(Found { campaign, place, language, source: source_asked(query) })
}

/// `GET /campaigns/{campaign}`: the sheet of its first letter.
pub async fn show_campaign(
    State(app): State<App>,
    Path(campaign): Path<String>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let until = app.directory.until();
    let found = find(&app, &campaign, None, query.as_deref()).await?;
    let page = found.campaign.page_path(found.language);
    sheet(&app, &found, page, until, &asked).await
}

/// `GET /campaigns/{campaign}/letters/{letter}`
pub async fn show(
    State(app): State<App>,
    Path((campaign, letter)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let until = app.directory.until();
    let found = find(&app, &campaign, Some(&letter), query.as_deref()).await?;
    let page = found.campaign.letter_page_path(found.letter(), found.language);
    sheet(&app, &found, page, until, &asked).await
}

/// `page`: the address on which it stands. `until`: how long what was found is known to stand, asked for before it was
/// looked up.
pub async fn sheet(
    app: &App,
    found: &Found,
    page: String,
    until: Option<i64>,
    asked: &HeaderMap,
) -> Result<Response> {
    let (page, as_of) = app.sheets.page(app, found, page).await?;
    Ok(standing(&page, until.map(|until| until.min(as_of + SECOND)), asked))
}

/// `GET /campaigns/{campaign}/letters/{letter}/wordings`: all of them, and what differs.
pub async fn show_wordings(
    State(app): State<App>,
    Path((campaign, letter)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let until = app.directory.until();
    let found = find(&app, &campaign, Some(&letter), query.as_deref()).await?;
    let counted = app.sheets.counted(&app, found.letter().id).await?;
    let page = wordings::page(&app, &found, &counted).await?;
    let kept = Arc::new(Kept::page(&page, FOR_A_SECOND)?);
    Ok(standing(&kept, until.map(|until| until.min(counted.as_of + SECOND)), &asked))
}

/// `GET /campaigns/{campaign}/letters/{letter}/wordings/{version}`: what was signed before the words were
/// changed. The current ones are read on the letter's own page.
pub async fn show_wording(
    State(app): State<App>,
    Path((campaign, letter, version)): Path<(String, String, i64)>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let found = find(&app, &campaign, Some(&letter), query.as_deref()).await?;
    let letter = found.letter();
    if version == letter.version {
        return Ok(see_other(&found.campaign.path_of(letter, found.language)));
    }
    let mut c = app.db.read().await?;
    let wordings = store::wording(&mut c, letter.id, version).await?;
    let next = store::wording(&mut c, letter.id, version.saturating_add(1)).await?;
    drop(c);
    let own = wordings.iter().find(|one| one.language == found.language.tag()).or(wordings.first());
    let (Some(wording), Some(next)) = (own, next.first()) else { return Err(Error::NotFound) };
    public(&page::wording(&app, &found, version, wording, next.created_at), &asked)
}

/// `GET /campaigns/{campaign}/letters/{letter}/names`: who chose to be shown. A spot that does not open leads to
/// the newest names: it came from a link that was cut, or that a backup's other keys had sealed, and its reader
/// wants names.
pub async fn show_names(
    State(app): State<App>,
    Path((campaign, letter)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let until = app.directory.until();
    let found = find(&app, &campaign, Some(&letter), query.as_deref()).await?;
    let names::Asked { whose, after } = names::asked(&found.campaign, query.as_deref())?;
    let from = app.clock.now();
    let behind = match after {
        None => None,
        Some(sealed) => match names::open(&app, found.letter().id, &sealed) {
            Some(spot) => Some(spot),
            None => return Ok(see_other(&names::path_of(&found, found.language, &whose, None))),
        },
    };
    let page = names::page(&app, &found, &whose, behind).await?;
    let kept = Arc::new(Kept::page(&page, NEVER)?);
    // The newest are asked for by many at once; what is forgotten clears the shelf.
    let until = until.filter(|_| behind.is_none());
    Ok(standing(&kept, until.map(|until| until.min(from + SECOND)), &asked))
}
