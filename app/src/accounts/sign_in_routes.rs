//! Signing in: by a mailed link or with a password, and the second step. No answer says whether an
//! address has an account.

use super::door_routes::{Door, enter, enter_whole};
use super::pages::{CodePage, SignInPage, Slip};
use super::store::{self, NewLink};
use super::{Account, SIGN_IN_LINK, Session, Standing, codes, guessing, passkeys, passwords, sessions};
use crate::error::Result;
use crate::mail;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms;
use crate::web::i18n::{Markup, Say};
use crate::web::limits::WaitUntil;
use crate::web::surroundings::seconds_until;
use crate::web::visitor::Visitor;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use broadside_address::Address;
use broadside_db::Lane;
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
struct SignInForm {
    email: String,
    password: String,
}

pub fn sign_in_page(app: &App, door: Door) -> SignInPage {
    SignInPage {
        passkey_script: passkeys::script(app),
        passkey_ways: door.ways("/desk/sign-in/passkey"),
        action: door.to("/desk/sign-in"),
        frame: door.frame,
        note: String::new(),
        email: String::new(),
        email_error: String::new(),
        refused: String::new(),
    }
}

/// `GET /desk/sign-in`
pub async fn sign_in(State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let door = Door::at(&app, "/desk/sign-in", query.as_deref());
    let say = door.say.clone();
    let nobody = !store::any_account(&mut app.db.read().await?).await?;
    let why = query.as_deref().unwrap_or_default().split('&').find_map(|pair| pair.strip_prefix("why="));
    let mut page = sign_in_page(&app, door);
    page.note = match why {
        _ if nobody => say.text("accounts-sign-in-nobody"),
        Some("ended") => say.text("accounts-sign-in-ended"),
        Some("expired") => say.text("accounts-sign-in-expired"),
        Some("deactivated") => say.text("accounts-sign-in-deactivated"),
        Some("out") => say.text("accounts-sign-in-out"),
        Some("erased") => say.text("accounts-sign-in-erased"),
        _ => String::new(),
    };
    private(StatusCode::OK, &page)
}

/// `POST /desk/sign-in`: with a password, or with a link that is mailed. No answer says whether the
/// address has an account.
pub async fn take_sign_in(
    State(app): State<App>,
    visitor: Visitor,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let door = Door::at(&app, "/desk/sign-in", query.as_deref());
    let say = door.say.clone();
    let form: SignInForm = forms::read(&body)?;
    let to_inbox = door.to("/desk/sign-in/inbox");
    let mut page = sign_in_page(&app, Door::at(&app, "/desk/sign-in", query.as_deref()));
    page.email.clone_from(&form.email);
    let Ok(address) = Address::parse(&form.email) else {
        page.email_error = say.text("accounts-email-error");
        return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let key = guessing::key_of(&app, &form.email);
    let by_password = !form.password.is_empty();
    let allowed = app
        .limits
        .knock(visitor.network())
        .and_then(|()| if by_password { app.limits.guess(&key) } else { Ok(()) });
    if let Err(wait) = allowed {
        page.refused = too_many(&app, &say, wait);
        return Ok(too_many_answer(&app, wait, private(StatusCode::TOO_MANY_REQUESTS, &page)?));
    }
    let account = store::account_by_email(&mut app.db.read().await?, &address.canonical()).await?;
    let account = account.filter(|account| account.deactivated_at.is_none());
    if !by_password {
        // Over the limit of mails the answer is the same, and no mail goes out.
        if let Some(account) = account
            && app.limits.desk_mail(&key).is_ok()
        {
            let aside = app.clone();
            app.aside.run(async move {
                if let Err(error) = mail_link(&aside, account.id, key).await {
                    tracing::error!(%error, "a sign-in link could not be queued");
                }
            });
        }
        return Ok(see_other(&to_inbox));
    }
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    if passwords::fits(form.password, hash).await?
        && let Some(account) = account
    {
        guessing::succeeded(&app, account.id).await?;
        return enter(&app, &door, &account, &headers, "password").await;
    }
    guessing::log(account.as_ref().map(|account| account.id), "password");
    if let Some(account) = account {
        let aside = app.clone();
        app.aside.run(async move {
            if let Err(error) = guessing::failed(&aside, account.id, &account.email).await {
                tracing::error!(%error, "a failed try could not be counted");
            }
        });
    }
    page.refused = say.text("accounts-sign-in-refused");
    private(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

pub fn too_many(app: &App, say: &Say, wait: WaitUntil) -> String {
    let minutes = seconds_until(wait.0, app.clock.now()).div_ceil(60);
    say.with("accounts-too-many", &[("minutes", &minutes)])
}

pub fn too_many_answer(app: &App, wait: WaitUntil, mut page: Response) -> Response {
    let seconds = HeaderValue::from(seconds_until(wait.0, app.clock.now()));
    page.headers_mut().insert(header::RETRY_AFTER, seconds);
    page
}

/// Queues a mail with a link that signs an account in.
pub async fn mail_link(app: &App, account: i64, address_key: Vec<u8>) -> Result<()> {
    let (_, token_hash) = sessions::new_token(app);
    let now = app.clock.now();
    app.db
        .write(Lane::Ordinary, move |c| {
            let (token_hash, address_key) = (token_hash.clone(), address_key.clone());
            Box::pin(async move {
                let link = NewLink {
                    token_hash,
                    purpose: "sign_in",
                    account: Some(account),
                    expires_at: now + SIGN_IN_LINK,
                    ..NewLink::default()
                };
                let link = Some(store::add_link(c, &link, now).await?);
                let mail = mail::store::NewDeskMail { account, link, kind: "desk_sign_in", address_key };
                mail::store::enqueue_for_desk(c, &mail, now).await
            })
        })
        .await?;
    app.mail_waits.wake();
    Ok(())
}

/// `GET /desk/sign-in/inbox`: the same for everybody.
pub async fn inbox(State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let door = Door::at(&app, "/desk/sign-in/inbox", query.as_deref());
    let words = ["accounts-inbox-lead", "accounts-inbox-words"].map(|key| Markup::words(&door.say.text(key)));
    let page = Slip {
        headline: door.say.text("accounts-inbox-headline"),
        onward: Some(door.onward("/desk/sign-in", "accounts-inbox-again")),
        frame: door.frame,
        words: words.into(),
        button: None,
    };
    private(StatusCode::OK, &page)
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct CodeForm {
    code: String,
}

/// The half session of whoever still owes the second step.
pub async fn halfway(app: &App, headers: &HeaderMap) -> Result<Option<(Session, Account)>> {
    let found = sessions::of(app, headers).await?;
    Ok(found.filter(|(session, account)| {
        session.standing(app.clock.now()) == Standing::Half && account.deactivated_at.is_none()
    }))
}

pub async fn code_page(app: &App, door: Door, account: i64) -> Result<CodePage> {
    Ok(CodePage {
        passkey_script: passkeys::script_for(app, account).await?,
        passkey_ways: door.ways("/desk/sign-in/code/passkey"),
        action: door.to("/desk/sign-in/code"),
        frame: door.frame,
        error: String::new(),
    })
}

/// `GET /desk/sign-in/code`
pub async fn code(State(app): State<App>, RawQuery(query): RawQuery, headers: HeaderMap) -> Result<Response> {
    let door = Door::at(&app, "/desk/sign-in/code", query.as_deref());
    let Some((_, account)) = halfway(&app, &headers).await? else {
        return Ok(see_other(&door.to("/desk/sign-in")));
    };
    let page = code_page(&app, door, account.id).await?;
    private(StatusCode::OK, &page)
}

/// `POST /desk/sign-in/code`: the second step; a new session takes the half one's place.
pub async fn take_code(
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
    let form: CodeForm = forms::read(&body)?;
    let say = door.say.clone();
    let to_desk = door.to("/desk");
    let mut page = code_page(&app, door, account.id).await?;
    // A recovery code cannot be guessed: others' tries keep nobody from using one.
    let allowed = if codes::can_be_guessed(&form.code) {
        app.limits.code(visitor.network(), &guessing::key_of(&app, &account.email))
    } else {
        app.limits.knock(visitor.network())
    };
    if let Err(wait) = allowed {
        page.error = too_many(&app, &say, wait);
        return Ok(too_many_answer(&app, wait, private(StatusCode::TOO_MANY_REQUESTS, &page)?));
    }
    if !takes_code(&app, &account, &form.code).await? {
        guessing::log(Some(account.id), "code");
        guessing::failed(&app, account.id, &account.email).await?;
        page.error = say.text("accounts-code-error");
        return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    guessing::succeeded(&app, account.id).await?;
    enter_whole(&app, &headers, account.id, &to_desk, "code").await
}

/// Whether this is a code of the account's device, or one of its recovery codes; either is used up by it.
pub async fn takes_code(app: &App, account: &Account, typed: &str) -> Result<bool> {
    let (id, now) = (account.id, app.clock.now());
    let Some(secret) = account.second_step() else { return Ok(false) };
    let taken = if let Some(step) = codes::step_of(secret, typed, now) {
        app.db.write(Lane::Ordinary, move |c| Box::pin(store::take_totp_step(c, id, step))).await?
    } else {
        let hash = codes::recovery_hash(typed);
        app.db
            .write(Lane::Ordinary, move |c| {
                let hash = hash.clone();
                Box::pin(async move { store::use_code(c, id, hash, now).await })
            })
            .await?
    };
    Ok(taken)
}
