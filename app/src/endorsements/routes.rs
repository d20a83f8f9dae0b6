//! The public handlers of endorsements: the form, what is sent, the inbox.
//!
//! A GET changes nothing here. What an address has done before never shows in an answer.

use super::form::{self, EndorsementForm, Speaker};
use super::mail::MailKind;
use super::pages::{FormPage, FormShown, InboxPage};
use super::store::{self, New};
use super::{State as Standing, mailing};
use crate::error::{Result, Rule};
use crate::letters::routes::{Found, find};
use crate::people::kept::ENDORSED_DAYS;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms::read;
use crate::web::layout::{Frame, Named};
use crate::web::natural;
use crate::web::surroundings::seconds_until;
use crate::web::visitor::Visitor;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use broadside_db::Lane;
use std::sync::Arc;

/// `GET /campaigns/{campaign}/letters/{letter}/endorsements`: the form.
pub async fn ask(
    State(app): State<App>,
    Path((campaign, letter)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let found = find(&app, &campaign, Some(&letter), query.as_deref()).await?;
    private(StatusCode::OK, &page(&app, &found, FormShown::default()))
}

fn path(found: &Found) -> String {
    format!("{}/endorsements", found.campaign.letter_path(found.letter()))
}

pub fn named(found: &Found) -> Named {
    let (letter, language) = (found.letter(), found.language);
    Named { name: letter.title(language), url: found.campaign.path_of(letter, language) }
}

fn page(app: &App, found: &Found, form: FormShown) -> FormPage {
    let campaign = &found.campaign;
    let address = |language| format!("{}{}", path(found), campaign.query(language));
    FormPage {
        letter: named(found),
        group: campaign.group(),
        open: campaign.takes_names(found.letter()),
        form: FormShown {
            action: address(found.language),
            asks_email: true,
            asks_officer: true,
            button: "endorsements-send",
            ..form
        },
        frame: Frame {
            languages: campaign.translations(found.language, address),
            ..campaign.inner_frame(app, found.language)
        },
    }
}

/// `POST /campaigns/{campaign}/letters/{letter}/endorsements`: takes an endorsement and answers "check your
/// inbox", whoever has endorsed before.
pub async fn create(
    State(app): State<App>,
    visitor: Visitor,
    Path((campaign, letter)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Result<Response> {
    let found = find(&app, &campaign, Some(&letter), query.as_deref()).await?;
    let typed: EndorsementForm = read(&body)?;
    if !found.campaign.takes_names(found.letter()) {
        return private(
            StatusCode::CONFLICT,
            &page(&app, &found, FormShown { typed, ..FormShown::default() }),
        );
    }
    let said = match form::check(&typed, Speaker::Officer) {
        Ok(said) => said,
        Err(mistakes) => {
            let rule = mistakes.first().map_or("form", |(_, fault)| fault.rule());
            let form = FormShown { typed, mistakes, ..FormShown::default() };
            return Rule(rule).refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &found, form)));
        }
    };
    let now = app.clock.now();
    if let Err(wait) = app.limits.endorsement(visitor.network()) {
        let seconds = seconds_until(wait.0, now);
        let form = FormShown { typed, again_in: Some(seconds), ..FormShown::default() };
        let mut response = private(StatusCode::TOO_MANY_REQUESTS, &page(&app, &found, form))?;
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        return Ok(response);
    }
    let email = typed.email.trim().to_owned();
    let new = Arc::new(New {
        group: found.campaign.group_id,
        campaign: found.campaign.id,
        letter: found.letter().id,
        language: found.language.tag().to_owned(),
        address_key: app.keys.addresses.of_typed(&email),
        email,
        said,
        state: Standing::Unproved,
        proof: None,
    });
    app.db
        .write(Lane::Ordinary, move |c| {
            let new = new.clone();
            Box::pin(async move {
                let id = store::add(c, &new, now).await?;
                if let Some(one) = store::by_id(c, id).await? {
                    mailing::enqueue(c, MailKind::Link, &one, &one.address_key, now).await?;
                }
                Ok(())
            })
        })
        .await?;
    app.mail_waits.wake();
    Ok(see_other(&format!("{}/inbox{}", path(&found), found.campaign.query(found.language))))
}

/// `GET /campaigns/{campaign}/letters/{letter}/endorsements/inbox`: the same for everybody.
pub async fn inbox(
    State(app): State<App>,
    Path((campaign, letter)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let found = find(&app, &campaign, Some(&letter), query.as_deref()).await?;
    let frame = found.campaign.inner_frame(&app, found.language);
    private(StatusCode::OK, &InboxPage { frame, letter: named(&found), days: natural(ENDORSED_DAYS) })
}
