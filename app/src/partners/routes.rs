//! A partner's public pages: the campaign under its look and with its source, and what it says about data.

use super::pages::PrivacyPage;
use crate::campaigns::definition::Partner;
use crate::error::{Error, Result};
use crate::letters::page::in_language;
use crate::letters::{look, routes as letters};
use crate::state::App;
use crate::web::answer::{public, see_other};
use crate::web::layout::Named;
use crate::web::source::source_asked;
use crate::web::surroundings::language_asked;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

/// The code of a visit: the partner's own, or the part of it that the address names.
fn code(partner: &Partner, query: Option<&str>) -> String {
    source_asked(query).filter(|code| partner.is_source(code)).unwrap_or_else(|| partner.source())
}

/// `GET /campaigns/{campaign}/partners/{partner}`: the sheet of the campaign's first letter, under the partner's look.
pub async fn show(
    State(app): State<App>,
    Path((campaign, partner)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let until = app.directory.until();
    let mut found = letters::find(&app, &campaign, None, query.as_deref()).await?;
    let partner = found.campaign.partner_once(&partner).ok_or(Error::NotFound)?;
    if found.campaign.partner_ended(&partner.slug).is_some() {
        // Its links and posters lead on to the campaign.
        return Ok(see_other(&format!("/campaigns/{campaign}{}", found.campaign.query(found.language))));
    }
    let page = found.campaign.partner_path(partner, found.language);
    found.source = Some(code(partner, query.as_deref()));
    letters::sheet(&app, &found, page, until, &asked).await
}

/// `GET /campaigns/{campaign}/partners/{partner}/privacy`: also of one that takes part no more, since it may hold data.
pub async fn show_privacy(
    State(app): State<App>,
    Path((campaign, partner)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let campaign = app.directory.by_slug(&app, &campaign).await?.ok_or(Error::NotFound)?;
    let partner = campaign.partner_once(&partner).ok_or(Error::NotFound)?;
    let language = campaign.spoken(language_asked(query.as_deref()));
    let say = language.say();
    let ended = campaign.partner_ended(&partner.slug);
    let own = |language| {
        format!(
            "/campaigns/{}/partners/{}/privacy{}",
            campaign.definition.slug,
            partner.slug,
            campaign.query(language)
        )
    };
    let mut frame = campaign.inner_frame(&app, language);
    frame.canonical = Some(app.url(&own(language)));
    frame.languages = campaign.translations(language, own);
    let page = PrivacyPage {
        partner: Named { name: partner.name.clone(), url: partner.website.clone() },
        logo: partner.logo.as_deref().and_then(|file| look::logo(&campaign, file, language)),
        text: in_language(&partner.privacy_text, language),
        more: Named { name: say.text("partners-privacy-more"), url: partner.privacy.clone() },
        consent: if ended.is_none() { in_language(&partner.consent, language) } else { String::new() },
        ended: ended.map(|at| say.day(at, &campaign.definition.time_zone)),
        links: format!("/signatures/links?lang={}", language.tag()),
        frame,
    };
    public(&page, &asked)
}
