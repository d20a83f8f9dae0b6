//! The handlers of the signer's private page: open the link, press the button, correct, hide, end a
//! consent, withdraw.
//!
//! A GET changes nothing here. A link that does not open leads to the page that says so.

use super::changes::{self, Renamed};
use super::confirmations::{Confirmation, Outcome};
use super::names;
use super::pages::NameForm;
use super::private_page::{self, Done};
use super::problems;
use crate::error::Result;
use crate::letters::pages::Problem;
use crate::state::App;
use crate::web::answer::see_other;
use crate::web::forms::read;
use crate::web::surroundings::language_asked;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use serde::Deserialize;

/// `GET /signatures/{token}`: the signer's private page. It only shows.
pub async fn show(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let asked = language_asked(query.as_deref());
    let done = query.as_deref().and_then(Done::asked);
    private_page::show(&app, &token, asked, done, None).await
}

/// `GET` of an address that only takes a button: back to the page with the button.
pub async fn back(Path(token): Path<String>) -> Response {
    let token: String =
        token.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    see_other(&format!("/signatures/{token}"))
}

/// `POST /signatures/{token}/confirmation`: the button.
pub async fn confirm(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let asked = language_asked(query.as_deref());
    let Some(link) = app.keys.links.open(&token) else {
        return private_page::show(&app, &token, asked, None, None).await;
    };
    let confirmation = Confirmation { link, salt: app.dice.bytes(), now: app.clock.now() };
    let done = match app.confirmations.submit(confirmation).await? {
        Outcome::Confirmed(_) => Some(Done::Signed),
        // The page itself says what stands in the way, or that it was done before.
        Outcome::SignedAlready(_) | Outcome::MailboxFull | Outcome::LetterClosed | Outcome::Gone => None,
    };
    Ok(see_other(&private_page::path(&token, asked, done)))
}

/// `POST /signatures/{token}/withdrawal`: takes a signature back, or deletes a sign-on that waits.
pub async fn withdraw(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let asked = language_asked(query.as_deref());
    let Some(link) = app.keys.links.open(&token) else {
        return private_page::show(&app, &token, asked, None, None).await;
    };
    let done = changes::withdraw(&app, link).await?;
    Ok(see_other(&private_page::path(&token, asked, done)))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct NameTyped {
    name: String,
}

/// `POST /signatures/{token}/name`: corrects the name.
pub async fn rename(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Result<Response> {
    let asked = language_asked(query.as_deref());
    let Some(link) = app.keys.links.open(&token) else {
        return private_page::show(&app, &token, asked, None, None).await;
    };
    let typed: NameTyped = read(&body)?;
    if let Some(fault) = names::name_fault(typed.name.trim()) {
        let problem = Some(problems::problem(&fault, ""));
        let name = NameForm { value: typed.name, problem };
        return private_page::show(&app, &token, asked, None, Some(name)).await;
    }
    let done = match changes::rename(&app, link, typed.name.trim()).await? {
        Renamed::Done => Some(Done::Renamed),
        Renamed::Nothing => None,
        Renamed::Taken => {
            let name = NameForm { value: typed.name, problem: Some(Problem::NameTaken) };
            return private_page::show(&app, &token, asked, None, Some(name)).await;
        }
    };
    Ok(see_other(&private_page::path(&token, asked, done)))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct VisibilityChosen {
    public: String,
}

/// `POST /signatures/{token}/visibility`: shows or hides the name on the letter.
pub async fn set_visibility(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Result<Response> {
    let asked = language_asked(query.as_deref());
    let Some(link) = app.keys.links.open(&token) else {
        return private_page::show(&app, &token, asked, None, None).await;
    };
    let chosen: VisibilityChosen = read(&body)?;
    let done = changes::set_public(&app, link, chosen.public.trim() == "1").await?;
    Ok(see_other(&private_page::path(&token, asked, done)))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ConsentChosen {
    partner: String,
}

/// `POST /signatures/{token}/consent`: ends what the signer agreed to with one partner.
pub async fn end_consent(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Result<Response> {
    let asked = language_asked(query.as_deref());
    let Some(link) = app.keys.links.open(&token) else {
        return private_page::show(&app, &token, asked, None, None).await;
    };
    let chosen: ConsentChosen = read(&body)?;
    let done = changes::end_consent(&app, link, chosen.partner.trim()).await?;
    Ok(see_other(&private_page::path(&token, asked, done)))
}
