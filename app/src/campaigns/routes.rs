//! The list of campaigns, their count for machines, their pictures.

use super::pages::{Card, HomePage};
use super::store;
use crate::clock::SECOND;
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::answer::{FOR_A_SECOND, FOR_MINUTES, Kept, private};
use crate::web::i18n::Language;
use crate::web::layout::{Named, Translation};
use crate::web::natural;
use crate::web::shelf::standing;
use crate::web::surroundings::{frame, language_asked};
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use std::collections::BTreeMap;
use std::sync::Arc;

/// `GET /`
pub async fn home(State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let asked = language_asked(query.as_deref());
    let language = asked.unwrap_or(Language::En);
    let mut campaigns = Vec::new();
    for campaign in app.directory.published(&app).await? {
        let spoken = campaign.spoken(asked);
        let signatures = app.sheets.signatures(&app, &campaign).await?;
        let texts = campaign.texts(spoken);
        campaigns.push(Card {
            campaign: Named {
                name: texts.title.clone(),
                url: format!("/campaigns/{}{}", campaign.definition.slug, campaign.query(spoken)),
            },
            ask: texts.ask.clone(),
            group: campaign.definition.group.name.clone(),
            signatures: natural(signatures),
            closed: !campaign.letters.iter().any(|letter| campaign.takes_names(letter)),
        });
    }
    let mut frame = frame(&app, language);
    frame.languages = Language::ALL
        .into_iter()
        .filter(|other| *other != language)
        .map(|other| Translation { language: other, url: format!("/?lang={}", other.tag()) })
        .collect();
    private(StatusCode::OK, &HomePage { frame, campaigns })
}

/// `GET /campaigns/{campaign}/count.json`: confirmed signatures, of all letters, of each, and of each of its
/// wordings; how many are held until somebody has looked, and how many were removed as what.
pub async fn count(
    State(app): State<App>,
    Path(campaign): Path<String>,
    asked: HeaderMap,
) -> Result<Response> {
    let until = app.directory.until();
    let campaign = app.directory.by_slug(&app, &campaign).await?.ok_or(Error::NotFound)?;
    let mut letters = BTreeMap::new();
    let mut wordings = BTreeMap::new();
    let (mut held, mut removed) = (0, BTreeMap::new());
    let mut as_of = i64::MAX;
    for letter in &campaign.letters {
        let counted = app.sheets.counted(&app, letter.id).await?;
        wordings.insert(letter.slug.clone(), counted.by_version.clone());
        letters.insert(letter.slug.clone(), counted.signatures);
        held += counted.held;
        for (class, n) in &counted.removed {
            *removed.entry(*class).or_insert(0) += n;
        }
        as_of = as_of.min(counted.as_of);
    }
    let as_of = if letters.is_empty() { app.clock.now() } else { as_of };
    let until = until.map(|until| until.min(as_of + SECOND));
    let as_of = jiff::Timestamp::from_microsecond(as_of - as_of.rem_euclid(1_000_000))
        .map_err(|error| Error::Broken(error.to_string()))?;
    let json = serde_json::json!({
        "signatures": letters.values().sum::<i64>(),
        "as_of": as_of.to_string(),
        "letters": letters,
        "wordings": wordings,
        "held": held,
        "removed": removed,
    });
    let of =
        |text: &str| Kept::new("application/json", FOR_A_SECOND, text.as_bytes().to_vec()).for_any_site();
    Ok(standing(&campaign.sent.count(json.to_string(), of), until, &asked))
}

/// `GET /campaigns/{campaign}/papers/{file}`: the PDF that shows a statement. It is never drawn on a page of ours.
pub async fn paper(
    State(app): State<App>,
    Path((campaign, file)): Path<(String, String)>,
    asked: HeaderMap,
) -> Result<Response> {
    const POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox");
    let campaign = app.directory.by_slug(&app, &campaign).await?.ok_or(Error::NotFound)?;
    let definition = &campaign.definition;
    let is_named = definition.papers().any(|(paper, _)| paper == file);
    let is_closed =
        !definition.shows_beside_the_letter(&file) && definition.press.embargo_at(app.clock.now()).is_some();
    if !is_named || is_closed {
        return Err(Error::NotFound);
    }
    if let Some(paper) = campaign.sent.picture(&file) {
        return Ok(paper.answer(&asked));
    }
    let bytes =
        store::picture(&mut app.db.read().await?, campaign.id, &file).await?.ok_or(Error::NotFound)?;
    // The name is small letters, digits, dashes and dots: nothing in it is to be quoted.
    let name = HeaderValue::from_str(&format!("attachment; filename=\"{file}\""))
        .map_err(|error| Error::Broken(error.to_string()))?;
    let paper = Kept::new("application/pdf", FOR_MINUTES, bytes)
        .with(&header::CONTENT_SECURITY_POLICY, &POLICY)
        .with(&header::CONTENT_DISPOSITION, &name);
    let paper = Arc::new(paper);
    campaign.sent.keep_picture(file, &paper);
    Ok(paper.answer(&asked))
}

/// `GET /campaigns/{campaign}/pictures/{file}`
pub async fn picture(
    State(app): State<App>,
    Path((campaign, file)): Path<(String, String)>,
    asked: HeaderMap,
) -> Result<Response> {
    // What a picture drawn as SVG may do: nothing but be drawn.
    const POLICY: HeaderValue =
        HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    let campaign = app.directory.by_slug(&app, &campaign).await?.ok_or(Error::NotFound)?;
    let media_type = match file.rsplit('.').next() {
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("svg") => "image/svg+xml",
        _ => return Err(Error::NotFound),
    };
    // The first stands on the campaign's own page, and so may what shows a reply there, or a partner's logo; the others
    // are the press page's alone.
    let definition = &campaign.definition;
    let is_own = definition.pictures.first().is_some_and(|picture| picture.file == file)
        || definition.partners.iter().any(|one| one.logo.as_deref() == Some(file.as_str()))
        || definition.shows_beside_the_letter(&file);
    if !is_own && definition.press.embargo_at(app.clock.now()).is_some() {
        return Err(Error::NotFound);
    }
    if let Some(picture) = campaign.sent.picture(&file) {
        return Ok(picture.answer(&asked));
    }
    let mut c = app.db.read().await?;
    let bytes = store::picture(&mut c, campaign.id, &file).await?.ok_or(Error::NotFound)?;
    drop(c);
    let picture =
        Arc::new(Kept::new(media_type, FOR_MINUTES, bytes).with(&header::CONTENT_SECURITY_POLICY, &POLICY));
    campaign.sent.keep_picture(file, &picture);
    Ok(picture.answer(&asked))
}
