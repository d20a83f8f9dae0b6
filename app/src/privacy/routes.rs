//! The handlers of the notice, and of what signers, officers and those who come to events do with their data behind their link.
//!
//! A GET changes nothing: the page says what goes, and only its button erases.

use super::erasing;
use super::pages::{Erasure, ErasurePage, Going, NoticePage};
use super::store::{Known, Said};
use super::{Place, Whom, export, record, store, words};
use crate::campaigns::directory::Running;
use crate::endorsements::private_routes as endorsing;
use crate::error::{Error, Result};
use crate::events::private_routes as coming;
use crate::fundraisers::private_routes as giving;
use crate::people::declaration::{What, personal};
use crate::people::personal_data::MAP;
use crate::signatures::changes::signature_behind;
use crate::signatures::confirmations::waiting;
use crate::signatures::link::Link;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::i18n::{Language, Say};
use crate::web::layout::Frame;
use crate::web::natural;
use crate::web::surroundings::{frame, language_asked};
use axum::extract::{FromRequestParts, Path, RawQuery, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::sync::Arc;

/// `GET /campaigns/{campaign}/privacy`: the notice.
pub async fn notice(
    State(app): State<App>,
    Path(campaign): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let campaign = app.directory.by_slug(&app, &campaign).await?.ok_or(Error::NotFound)?;
    let language = campaign.spoken(language_asked(query.as_deref()));
    let definition = &campaign.definition;
    let days = app.notices.days(&app, campaign.id).await?;
    let path = |language| format!("/campaigns/{}/privacy{}", definition.slug, campaign.query(language));
    let frame = Frame {
        canonical: Some(app.url(&path(language))),
        languages: campaign.translations(language, path),
        further_stylesheet: Some(app.assets.inner_stylesheet.clone()),
        ..campaign.inner_frame(&app, language)
    };
    let page = NoticePage {
        purposes: record::purposes(&frame.say, &days),
        ended: days.ended.map(natural),
        group: campaign.group(),
        contact: definition.group.contact.clone(),
        partners: campaign.partners().map(|partner| partner.name.clone()).collect(),
        links: format!("/signatures/links?lang={}", language.tag()),
        frame,
    };
    private(StatusCode::OK, &page)
}

/// By which kind of private link somebody came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Road {
    /// `/signatures/{token}`
    Signature,
    /// `/endorsements/{token}`: an officer’s.
    Endorsement,
    /// `/rsvps/{token}`: of somebody who comes.
    Rsvp,
    /// `/pledges/{token}`: of somebody who gives.
    Pledge,
}

impl<S: Sync> FromRequestParts<S> for Road {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> std::result::Result<Self, Infallible> {
        let begins = |with: &str| parts.uri.path().starts_with(with);
        Ok(if begins("/endorsements/") {
            Self::Endorsement
        } else if begins("/rsvps/") {
            Self::Rsvp
        } else if begins("/pledges/") {
            Self::Pledge
        } else {
            Self::Signature
        })
    }
}

impl Road {
    fn page(self, token: &str) -> String {
        match self {
            Self::Signature => format!("/signatures/{token}"),
            Self::Endorsement => format!("/endorsements/{token}"),
            Self::Rsvp => format!("/rsvps/{token}"),
            Self::Pledge => format!("/pledges/{token}"),
        }
    }
}

/// Somebody who came by a private link: whose mailbox it is, and the campaign it belongs to.
struct Behind {
    whom: Whom,
    campaign: Arc<Running>,
    language: Language,
}

/// Nothing where the link does not open or nothing stands behind it.
async fn behind(app: &App, road: Road, token: &str, query: Option<&str>) -> Result<Option<Behind>> {
    let by_mailbox = match road {
        Road::Signature => None,
        Road::Endorsement => match endorsing::open(app, token, query).await? {
            Some(opened) => Some((opened.one.email, opened.campaign, opened.language)),
            None => return Ok(None),
        },
        Road::Pledge => match giving::open(app, token, query).await? {
            // Whoever filled in the form may have typed any address.
            Some(opened) if opened.is_mailed => {
                Some((opened.one.said.email, opened.campaign, opened.language))
            }
            _ => return Ok(None),
        },
        Road::Rsvp => match coming::open(app, token, query).await? {
            Some(opened) => Some((opened.one.email, opened.campaign, opened.language)),
            None => return Ok(None),
        },
    };
    if let Some((email, campaign, language)) = by_mailbox {
        let mut c = app.db.read().await?;
        let whom = erasing::whom(&mut c, &Place::of(app), &email, Some(campaign.group_id)).await?;
        return Ok(Some(Behind { whom, campaign, language }));
    }
    let Some(link) = app.keys.links.open(token) else { return Ok(None) };
    let Some((campaign, _)) = app.directory.by_letter(app, link.letter).await? else { return Ok(None) };
    let language = campaign.spoken(language_asked(query));
    let whom = whom(app, link, campaign.group_id).await?;
    Ok(whom.map(|whom| Behind { whom, campaign, language }))
}

/// The mailbox that a link was mailed to. Its data is shown and erased in the one group that holds it.
async fn whom(app: &App, link: Link, group: i64) -> Result<Option<Whom>> {
    let mut c = app.db.read().await?;
    let email = match signature_behind(app, &mut c, link).await? {
        Some(signature) => store::address_of(&mut c, signature.id).await?,
        None => waiting(&mut c, link, app.clock.now()).await?.map(|stored| stored.sign_on.email),
    };
    let Some(email) = email else { return Ok(None) };
    Ok(Some(erasing::whom(&mut c, &Place::of(app), &email, Some(group)).await?))
}

/// `GET …/{token}/export.json`: everything kept of the mailbox that the link was mailed to.
pub async fn get_export(
    road: Road,
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let Some(behind) = behind(&app, road, &token, query.as_deref()).await? else {
        return Err(Error::NotFound);
    };
    let known = erasing::known(&Place::of(&app), &behind.whom).await?;
    let json = export::json(&behind.language.say(), &known, app.clock.now());
    let text = serde_json::to_string_pretty(&json).map_err(|error| Error::Broken(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\""),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    Ok((headers, text).into_response())
}

/// `GET …/{token}/erasure`: what goes, and the button.
pub async fn ask(
    road: Road,
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let is_done = query.as_deref().is_some_and(|query| query.split('&').any(|pair| pair == "done=erased"));
    let Some(behind) = behind(&app, road, &token, query.as_deref()).await? else {
        let frame = empty_frame(&app, &token, query.as_deref()).await?;
        let (status, state) =
            if is_done { (StatusCode::OK, Erasure::Done) } else { (StatusCode::NOT_FOUND, Erasure::Nothing) };
        return private(status, &ErasurePage { frame, state });
    };
    let Behind { whom, campaign, language } = behind;
    let known = erasing::known(&Place::of(&app), &whom).await?;
    let query = campaign.query(language);
    let say = language.say();
    let state = Erasure::Asked {
        group: campaign.group(),
        going: going(&say, &known),
        names: names(&known),
        endorses: known.iter().any(|row| row.table == "endorsement"),
        action: format!("{}/erasure{query}", road.page(&token)),
        back: format!("{}{query}", road.page(&token)),
    };
    private(StatusCode::OK, &ErasurePage { frame: campaign.inner_frame(&app, language), state })
}

/// The frame of a page about a link that leads nowhere: the campaign's where the link still names it.
async fn empty_frame(app: &App, token: &str, query: Option<&str>) -> Result<Frame> {
    let asked = language_asked(query);
    let letter = app.keys.links.open(token).map(|link| link.letter);
    let found = match letter {
        Some(letter) => app.directory.by_letter(app, letter).await?,
        None => None,
    };
    Ok(match found {
        Some((campaign, _)) => campaign.inner_frame(app, campaign.spoken(asked)),
        None => frame(app, asked.unwrap_or(Language::En)),
    })
}

/// `POST …/{token}/erasure`: erases everything.
pub async fn erase(
    road: Road,
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let asked = language_asked(query.as_deref());
    let lang = asked.map_or_else(String::new, |language| format!("lang={}&", language.tag()));
    let Some(behind) = behind(&app, road, &token, query.as_deref()).await? else {
        let frame = empty_frame(&app, &token, query.as_deref()).await?;
        return private(StatusCode::NOT_FOUND, &ErasurePage { frame, state: Erasure::Nothing });
    };
    let (place, now, within) = (Place::of(&app), app.clock.now(), app.clone());
    // In a task of its own: somebody who hangs up is erased all the same.
    let work = tokio::spawn(async move {
        let erased = erasing::erase(&place, behind.whom, now).await?;
        for letter in erased.letters {
            within.sheets.forget(letter);
        }
        Ok::<_, erasing::Failed>(())
    });
    let failed = |error: &dyn std::fmt::Display| Error::Broken(format!("an erasure: {error}"));
    work.await.map_err(|lost| failed(&lost))?.map_err(|error| failed(&error))?;
    Ok(see_other(&format!("{}/erasure?{lang}done=erased", road.page(&token))))
}

/// How much of each sort goes, in the map's order. What is only a keyed hash is told of in words.
fn going(say: &Say, known: &[Known]) -> Vec<Going> {
    let is_hash = |table: &str| {
        let columns = MAP.iter().filter(|(name, _)| *name == table).flat_map(personal);
        columns.into_iter().all(|(_, one)| matches!(one.what, What::AddressKey | What::Times))
    };
    let count = |table: &str| known.iter().filter(|row| row.table == table).count();
    MAP.iter()
        .filter(|(table, _)| count(table) > 0 && !is_hash(table))
        .filter_map(|(table, _)| {
            let rows = natural(i64::try_from(count(table)).unwrap_or(i64::MAX));
            Some(Going { what: words::kept(say, table)?, rows })
        })
        .collect()
}

/// Every name that stands in what goes, once.
fn names(known: &[Known]) -> Vec<String> {
    let name = |(column, said): &(&str, Option<Said>)| match said {
        Some(Said::Text(text)) if *column == "name" && !text.is_empty() => Some(text.clone()),
        _ => None,
    };
    let names: BTreeSet<String> = known.iter().flat_map(|row| row.columns.iter().filter_map(name)).collect();
    names.into_iter().collect()
}
