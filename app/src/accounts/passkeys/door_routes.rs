//! Signing in with a passkey, and a passkey as the second step. No answer says whether an address has an
//! account.

use super::ceremony::Needs;
use super::challenges::{self, Purpose};
use super::proof_routes::{Said, answered, answered_by};
use crate::accounts::door_routes::{Door, enter_whole};
use crate::accounts::sign_in_routes::{code_page, halfway, sign_in_page, too_many, too_many_answer};
use crate::accounts::{guessing, store};
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms;
use crate::web::visitor::Visitor;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    email: String,
}

/// `POST /desk/sign-in/passkey/challenge`: for any passkey, or for those of an address.
pub async fn ask(State(app): State<App>, visitor: Visitor, body: Bytes) -> Result<Response> {
    let asked: Asked = forms::read(&body)?;
    if let Err(wait) = app.limits.knock(visitor.network()) {
        return Ok(too_many_answer(&app, wait, StatusCode::TOO_MANY_REQUESTS.into_response()));
    }
    challenges::ask_at_the_door(&app, &asked.email).await
}

/// `POST /desk/sign-in/passkey`: it stands for both factors, so the device must know who holds it.
pub async fn take(
    State(app): State<App>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let door = Door::at(&app, "/desk/sign-in", query.as_deref());
    let said: Said = forms::read(&body)?;
    let (say, to_desk) = (door.say.clone(), door.to("/desk"));
    let mut page = sign_in_page(&app, door);
    if !challenges::take(&app, &headers, Purpose::SignIn, None, &said.client_data()).await? {
        page.refused = say.text("accounts-passkey-late");
        return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let account = match answered(&app, &said, Needs::Person).await? {
        Some(passkey) => store::account_by_id(&mut app.db.read().await?, passkey.account).await?,
        None => None,
    };
    let Some(account) = account.filter(|account| account.deactivated_at.is_none()) else {
        page.refused = say.text("accounts-passkey-refused");
        return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    guessing::succeeded(&app, account.id).await?;
    enter_whole(&app, &headers, account.id, &to_desk, "passkey").await
}

/// `POST /desk/sign-in/code/passkey/challenge`
pub async fn ask_second(State(app): State<App>, headers: HeaderMap) -> Result<Response> {
    let (_, account) = halfway(&app, &headers).await?.ok_or(Error::NotFound)?;
    challenges::ask_session(&app, &headers, Purpose::SecondStep, &account).await
}

/// `POST /desk/sign-in/code/passkey`: beside a password or mailbox it is enough to have the device.
pub async fn take_second(
    State(app): State<App>,
    visitor: Visitor,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let door = Door::at(&app, "/desk/sign-in/code", query.as_deref());
    let Some((_, account)) = halfway(&app, &headers).await? else {
        return Ok(see_other(&door.to("/desk/sign-in")));
    };
    let said: Said = forms::read(&body)?;
    let (say, to_desk) = (door.say.clone(), door.to("/desk"));
    let mut page = code_page(&app, door, account.id).await?;
    // What a passkey answers cannot be guessed: others' tries keep nobody from using one.
    if let Err(wait) = app.limits.knock(visitor.network()) {
        page.error = too_many(&app, &say, wait);
        return Ok(too_many_answer(&app, wait, private(StatusCode::TOO_MANY_REQUESTS, &page)?));
    }
    let in_time =
        challenges::take(&app, &headers, Purpose::SecondStep, Some(account.id), &said.client_data()).await?;
    if !in_time || !answered_by(&app, &account, &said, Needs::Presence).await? {
        page.error = say.text(if in_time { "accounts-passkey-refused" } else { "accounts-passkey-late" });
        return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    enter_whole(&app, &headers, account.id, &to_desk, "passkey").await
}
