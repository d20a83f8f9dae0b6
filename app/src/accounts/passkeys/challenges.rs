//! What a device is asked to sign: drawn for one browser and one purpose, gone with the first answer or
//! after five minutes.

use super::ceremony::{self, Party};
use super::store::{self, NewChallenge};
use super::{MOST, Passkey};
use crate::accounts::{Account, guessing, origin, sessions};
use crate::clock::{MINUTE, SECOND};
use crate::error::{Error, Result};
use crate::state::App;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use broadside_db::Lane;
use serde_json::{Value, json};

/// How long a device may take.
pub const LASTS: i64 = 5 * MINUTE;
/// The door's own cookie: it binds a challenge to a browser that has no session yet.
const DOOR: &str = "passkey";

/// What an answer would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Adding,
    SignIn,
    SecondStep,
    Proof,
}

impl Purpose {
    pub fn word(self) -> &'static str {
        match self {
            Self::Adding => "adding",
            Self::SignIn => "sign_in",
            Self::SecondStep => "second_step",
            Self::Proof => "proof",
        }
    }

    /// The cookie whose browser may answer.
    fn cookie(self) -> &'static str {
        if self == Self::SignIn { DOOR } else { origin::SESSION }
    }
}

pub fn written(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub fn unwritten(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// The party, or a page that is not there: where the instance has no name, there are no passkeys.
pub fn party(app: &App) -> Result<Party> {
    Party::of(&app.settings).ok_or(Error::NotFound)
}

/// Draws a challenge for the browser that bears this token.
async fn draw(app: &App, purpose: Purpose, account: Option<i64>, bearer: &str) -> Result<String> {
    let (challenge, now) = (app.dice.bytes::<32>().to_vec(), app.clock.now());
    let drawn = written(&challenge);
    let new = NewChallenge {
        challenge,
        purpose: purpose.word(),
        bearer_hash: sessions::hash(bearer),
        account,
        expires_at: now + LASTS,
    };
    app.db
        .write(Lane::Ordinary, move |c| {
            let new = new.clone();
            Box::pin(async move { store::add_challenge(c, &new, now).await })
        })
        .await?;
    Ok(drawn)
}

/// Takes the challenge that an answer is about; false where it was not this browser's, not for this, too
/// old, or taken before.
pub async fn take(
    app: &App,
    headers: &HeaderMap,
    purpose: Purpose,
    account: Option<i64>,
    client_data: &[u8],
) -> Result<bool> {
    let bearer = origin::token(&app.settings, purpose.cookie(), headers);
    let (Some(challenge), Some(bearer)) = (ceremony::challenge_in(client_data), bearer) else {
        return Ok(false);
    };
    let now = app.clock.now();
    let taken = app
        .db
        .write(Lane::Ordinary, move |c| {
            let challenge = challenge.clone();
            Box::pin(async move { store::take_challenge(c, challenge).await })
        })
        .await?;
    Ok(taken.is_some_and(|taken| {
        taken.purpose == purpose.word()
            && taken.bearer_hash == sessions::hash(&bearer)
            && taken.account == account
            && taken.expires_at > now
    }))
}

fn answer(body: &Value) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (StatusCode::OK, headers, body.to_string()).into_response()
}

/// Asks a browser that has a session for one of these passkeys.
pub async fn ask_session(
    app: &App,
    headers: &HeaderMap,
    purpose: Purpose,
    account: &Account,
) -> Result<Response> {
    let party = party(app)?;
    let bearer = origin::token(&app.settings, origin::SESSION, headers).ok_or(Error::NotFound)?;
    let passkeys = store::passkeys_of(&mut app.db.read().await?, account.id).await?;
    let challenge = draw(app, purpose, Some(account.id), &bearer).await?;
    let verification = if purpose == Purpose::SecondStep { "preferred" } else { "required" };
    let allowed: Vec<String> = passkeys.iter().map(|one| written(&one.credential)).collect();
    Ok(answer(&request(&party, &challenge, verification, &allowed)))
}

/// Asks a browser at the door: for whatever passkey it has, or for one of an address. Whether the address
/// has an account or not, it is answered with as many names.
pub async fn ask_at_the_door(app: &App, email: &str) -> Result<Response> {
    let party = party(app)?;
    let (token, _) = sessions::new_token(app);
    let challenge = draw(app, Purpose::SignIn, None, &token).await?;
    let allowed = if email.trim().is_empty() { Vec::new() } else { names_for(app, email).await? };
    let mut answer = answer(&request(&party, &challenge, "required", &allowed));
    let cookie = origin::strict_cookie(&app.settings, DOOR, &token, LASTS / SECOND);
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        answer.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    Ok(answer)
}

fn request(party: &Party, challenge: &str, verification: &str, allowed: &[String]) -> Value {
    json!({
        "challenge": challenge,
        "rpId": party.id,
        "timeout": LASTS / 1_000,
        "userVerification": verification,
        "allowCredentials": allowed,
    })
}

/// Always as many names, and for one address always the same: those of its passkeys, and made-up ones.
async fn names_for(app: &App, email: &str) -> Result<Vec<String>> {
    let canonical = crate::instance::canonical(email);
    let mut c = app.db.read().await?;
    let account = crate::accounts::store::account_by_email(&mut c, &canonical).await?;
    // The same questions are put where there is no account: no number is nobody's.
    let id = account.filter(|account| account.deactivated_at.is_none()).map_or(0, |account| account.id);
    let known = store::passkeys_of(&mut c, id).await?;
    let mut names: Vec<String> = known.iter().map(|one: &Passkey| written(&one.credential)).collect();
    let key = guessing::key_of(app, email);
    names.extend((names.len()..MOST).map(|place| written(&made_up(app, &key, place))));
    names.sort();
    Ok(names)
}

/// A name as a device might have drawn it: of one of the usual lengths.
fn made_up(app: &App, key: &[u8], place: usize) -> Vec<u8> {
    let part = |number: usize| app.keys.addresses.of(&format!("passkey {key:?} {place} {number}"));
    let length = [16, 20, 32, 32, 48, 64][usize::from(part(0)[0]) % 6];
    (1..=4).flat_map(part).take(length).collect()
}

/// Asks for a new passkey.
pub async fn ask_for_new(app: &App, headers: &HeaderMap, account: &Account) -> Result<Response> {
    let party = party(app)?;
    let bearer = origin::token(&app.settings, origin::SESSION, headers).ok_or(Error::NotFound)?;
    let passkeys = store::passkeys_of(&mut app.db.read().await?, account.id).await?;
    let challenge = draw(app, Purpose::Adding, Some(account.id), &bearer).await?;
    Ok(answer(&json!({
        "challenge": challenge,
        "timeout": LASTS / 1_000,
        "rp": { "id": party.id, "name": format!("Broadside, {}", party.id) },
        "user": { "id": written(&handle(app, account.id)), "name": account.email, "displayName": account.name },
        "algorithms": ceremony::ALGORITHMS,
        "excludeCredentials": passkeys.iter().map(|one| written(&one.credential)).collect::<Vec<_>>(),
    })))
}

/// What an account is called on devices: a number that says nothing of the person.
pub fn handle(app: &App, account: i64) -> Vec<u8> {
    // No address holds a space, so this is nobody's keyed hash.
    app.keys.addresses.of(&format!("passkey account {account}"))
}
