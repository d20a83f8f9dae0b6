//! Sessions: begun with a new token at every sign-in, kept by the token's hash, ended by time or by hand.

use super::{Account, LONGEST_SESSION, Session, origin, store};
use crate::clock::{MINUTE, SECOND};
use crate::error::Result;
use crate::state::App;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use broadside_db::Lane;
use sha2::{Digest, Sha256};

/// How often it is written down that a session was used.
const SEEN_EVERY: i64 = 5 * MINUTE;

/// A token that nobody can guess, and what of it is kept.
pub fn new_token(app: &App) -> (String, Vec<u8>) {
    let token = URL_SAFE_NO_PAD.encode(app.dice.bytes::<32>());
    let hash = hash(&token);
    (token, hash)
}

/// The token of a link that is the same each time: for the demo, where whoever reads its mails may open its desk.
pub fn same_token(app: &App, link: i64) -> (String, Vec<u8>) {
    // No address holds a space, so this is nobody's keyed hash.
    let token = URL_SAFE_NO_PAD.encode(app.keys.addresses.of(&format!("desk link {link}")));
    let hash = hash(&token);
    (token, hash)
}

/// SHA-256 of a token: of 32 random bytes nothing slower is needed.
pub fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// The session that a request bears, in whatever state, and its account.
pub async fn of(app: &App, headers: &HeaderMap) -> Result<Option<(Session, Account)>> {
    let Some(token) = origin::token(&app.settings, origin::SESSION, headers) else { return Ok(None) };
    let mut c = app.db.read().await?;
    let Some(session) = store::session_by_token(&mut c, hash(&token)).await? else { return Ok(None) };
    let account = store::account_by_id(&mut c, session.account).await?;
    Ok(account.map(|account| (session, account)))
}

/// Notes now and then that a session is in use: the one thing that reading writes.
pub async fn see(app: &App, session: &Session, now: i64) -> Result<()> {
    if now - session.seen_at < SEEN_EVERY {
        return Ok(());
    }
    let id = session.id;
    app.db.write(Lane::Ordinary, move |c| Box::pin(store::see_session(c, id, now))).await?;
    Ok(())
}

/// Begins a session with a token of its own, ends the one the browser had, and says so to the browser.
pub async fn begin(
    app: &App,
    headers: &HeaderMap,
    account: i64,
    half: bool,
    mut answer: Response,
) -> Result<Response> {
    let before = of(app, headers).await?.map(|(session, _)| session);
    let (token, hash) = new_token(app);
    let (agent, now) = (agent_of(headers), app.clock.now());
    app.db
        .write(Lane::Ordinary, move |c| {
            let (hash, agent, before) = (hash.clone(), agent.clone(), before.clone());
            Box::pin(async move {
                if let Some(before) = before {
                    store::end_session(c, before.account, before.id, now).await?;
                }
                store::begin_session(c, account, hash, &agent, half, now).await
            })
        })
        .await?;
    set_cookie(app, &mut answer, &token, LONGEST_SESSION / SECOND);
    Ok(answer)
}

/// Notes that it was proved who sits here: from now on the session has another token.
pub async fn prove(app: &App, session: i64, mut answer: Response) -> Result<Response> {
    let (token, hash) = new_token(app);
    let now = app.clock.now();
    app.db
        .write(Lane::Ordinary, move |c| {
            let hash = hash.clone();
            Box::pin(async move { store::prove_session(c, session, hash, now).await })
        })
        .await?;
    set_cookie(app, &mut answer, &token, LONGEST_SESSION / SECOND);
    Ok(answer)
}

/// Lets the browser forget its session, and whatever it kept of the desk.
pub fn forget(app: &App, answer: &mut Response) {
    set_cookie(app, answer, "", 0);
    let all = HeaderValue::from_static("\"cache\", \"storage\"");
    answer.headers_mut().insert(HeaderName::from_static("clear-site-data"), all);
}

fn set_cookie(app: &App, answer: &mut Response, token: &str, seconds: i64) {
    // A token is base64: always a header's value.
    if let Ok(value) = HeaderValue::from_str(&origin::cookie(&app.settings, token, seconds)) {
        answer.headers_mut().insert(header::SET_COOKIE, value);
    }
}

/// "Firefox, Linux": enough to know one's own browser again, and no more than that.
fn agent_of(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let first = |known: &[(&str, &'static str)]| {
        known.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    let browser = first(&[
        ("Firefox/", "Firefox"),
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
