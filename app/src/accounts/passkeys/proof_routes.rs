//! A passkey as the answer to who sits here; and what every answer of a passkey is put through.

use super::ceremony::{self, Answer, Known, Needs, Refused};
use super::challenges::{self, Purpose, unwritten};
use super::{Passkey, store};
use crate::accounts::guard::Here;
use crate::accounts::sign_in_routes::{too_many, too_many_answer};
use crate::accounts::{Account, guessing, proof_routes as proof, sessions};
use crate::audit::{self, Change};
use crate::error::Result;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;

/// What a page sends of a passkey's answer: bytes in base64url.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Said {
    credential: String,
    client_data: String,
    authenticator_data: String,
    signature: String,
    user_handle: String,
    pub next: String,
}

impl Said {
    /// The signed words of the browser; empty where they cannot be read, which no challenge fits.
    pub fn client_data(&self) -> Vec<u8> {
        unwritten(&self.client_data).unwrap_or_default()
    }
}

/// Nobody's key, against which an answer is held where its passkey is unknown, so that the time it takes
/// tells nothing.
const NOBODYS: Known = Known { public_key: NOBODYS_KEY, algorithm: -7, count: 0 };
const NOBODYS_KEY: &[u8] = &[
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86,
    0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04, 0x6b, 0x17, 0xd1, 0xf2, 0xe1, 0x2c, 0x42,
    0x47, 0xf8, 0xbc, 0xe6, 0xe5, 0x63, 0xa4, 0x40, 0xf2, 0x77, 0x03, 0x7d, 0x81, 0x2d, 0xeb, 0x33, 0xa0,
    0xf4, 0xa1, 0x39, 0x45, 0xd8, 0x98, 0xc2, 0x96, 0x4f, 0xe3, 0x42, 0xe2, 0xfe, 0x1a, 0x7f, 0x9b, 0x8e,
    0xe7, 0xeb, 0x4a, 0x7c, 0x0f, 0x9e, 0x16, 0x2b, 0xce, 0x33, 0x57, 0x6b, 0x31, 0x5e, 0xce, 0xcb, 0xb6,
    0x40, 0x68, 0x37, 0xbf, 0x51, 0xf5,
];

/// Whose passkey answered rightly; nobody where it did not. A count that was passed before is kept in mind.
pub async fn answered(app: &App, said: &Said, needs: Needs) -> Result<Option<Passkey>> {
    let party = challenges::party(app)?;
    let parts =
        (unwritten(&said.credential), unwritten(&said.authenticator_data), unwritten(&said.signature));
    let (Some(credential), Some(authenticator_data), Some(signature)) = parts else { return Ok(None) };
    let client_data = said.client_data();
    let answer =
        Answer { client_data: &client_data, authenticator_data: &authenticator_data, signature: &signature };
    let passkey = store::passkey_by_credential(&mut app.db.read().await?, credential).await?;
    let Some(passkey) = passkey else {
        // What it says is known beforehand.
        let _ = ceremony::signed(&party, &NOBODYS, &answer, needs);
        return Ok(None);
    };
    let known =
        Known { public_key: &passkey.public_key, algorithm: passkey.algorithm, count: passkey.sign_count };
    let names_another = unwritten(&said.user_handle)
        .is_none_or(|handle| !handle.is_empty() && handle != challenges::handle(app, passkey.account));
    let (id, now) = (passkey.id, app.clock.now());
    let used = match ceremony::signed(&party, &known, &answer, needs) {
        Ok(_) if names_another => return Ok(None),
        Ok(count) => {
            app.db.write(Lane::Ordinary, move |c| Box::pin(store::use_passkey(c, id, count, now))).await?
        }
        Err(Refused::OldCount) => false,
        Err(refused) => {
            tracing::warn!(account = passkey.account, ?refused, "a passkey's answer was refused");
            return Ok(None);
        }
    };
    if !used {
        doubt(app, &passkey).await?;
        return Ok(None);
    }
    Ok(Some(passkey))
}

/// Notes that a passkey's device counted backwards: in the record, on the account's page, in the log.
async fn doubt(app: &App, passkey: &Passkey) -> Result<()> {
    tracing::warn!(
        account = passkey.account,
        "a passkey answered with an old count: it may have been copied"
    );
    let change = Change::of("passkey-doubted", format!("account {}", passkey.account)).by(passkey.account);
    let (id, now) = (passkey.id, app.clock.now());
    app.db
        .write(Lane::Ordinary, move |c| {
            let change = change.clone();
            Box::pin(async move {
                store::doubt_passkey(c, id, now).await?;
                audit::store::record(c, &change, now).await
            })
        })
        .await?;
    Ok(())
}

/// As `answered`, where it is known whose passkey it has to be; a wrong answer counts as a wrong code does.
pub async fn answered_by(app: &App, account: &Account, said: &Said, needs: Needs) -> Result<bool> {
    let is_theirs = answered(app, said, needs).await?.is_some_and(|passkey| passkey.account == account.id);
    if is_theirs {
        guessing::succeeded(app, account.id).await?;
    } else {
        guessing::log(Some(account.id), "passkey");
        guessing::failed(app, account.id, &account.email).await?;
    }
    Ok(is_theirs)
}

/// `POST /desk/proof/passkey/challenge`
pub async fn ask(State(app): State<App>, here: Here, headers: HeaderMap) -> Result<Response> {
    challenges::ask_session(&app, &headers, Purpose::Proof, &here.account).await
}

/// `POST /desk/proof/passkey`
pub async fn take(State(app): State<App>, here: Here, headers: HeaderMap, body: Bytes) -> Result<Response> {
    let said: Said = forms::read(&body)?;
    let account = &here.account;
    let mut page = proof::page(&app, &here, &said.next).await?;
    if let Err(wait) = app.limits.inner_guess(&guessing::key_of_session(&here.session)) {
        page.error = too_many(&app, &page.frame.say, wait);
        return Ok(too_many_answer(&app, wait, private(StatusCode::TOO_MANY_REQUESTS, &page)?));
    }
    if !challenges::take(&app, &headers, Purpose::Proof, Some(account.id), &said.client_data()).await? {
        page.error = page.frame.say.text("accounts-passkey-late");
        return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    if !answered_by(&app, account, &said, Needs::Person).await? {
        page.error = page.frame.say.text("accounts-passkey-refused");
        return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    sessions::prove(&app, here.session.id, see_other(&here.at(proof::onward(&said.next)))).await
}
