//! One's own account: name and language, password, second step, recovery codes, sessions.

use super::door_routes::is_a_name;
use super::guard::Here;
use super::old_password::{self, NotShown};
use super::pages::{AccountPage, Device, SecondStep};
use super::passwords::{self, Weak};
use super::sign_in_routes::{too_many, too_many_answer};
use super::{LONGEST_SESSION, Standing, codes, guessing, nav, passkeys, store};
use crate::audit::{self, Change};
use crate::error::{Error, Result, Rule};
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms;
use crate::web::i18n::{Language, Markup};
use crate::web::natural;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;

const PAGE: &str = "/desk/account";
const CODES: usize = 10;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
}

/// `GET /desk/account`
pub async fn show(State(app): State<App>, here: Here, Query(asked): Query<Asked>) -> Result<Response> {
    let mut page = page(&app, &here).await?;
    page.note = match asked.done.as_str() {
        "name" => page.frame.say.text("accounts-done-name"),
        "password" => page.frame.say.text("accounts-done-password"),
        "second-step" => page.frame.say.text("accounts-done-second-step"),
        "asked" => page.frame.say.text("accounts-second-step-asked"),
        "removed" => page.frame.say.text("accounts-done-removed"),
        "passkey" => page.frame.say.text("accounts-done-passkey"),
        "passkey-removed" => page.frame.say.text("accounts-done-passkey-removed"),
        "session" => page.frame.say.text("accounts-done-session"),
        _ => String::new(),
    };
    private(StatusCode::OK, &page)
}

pub async fn page(app: &App, here: &Here) -> Result<AccountPage> {
    let (now, account) = (app.clock.now(), &here.account);
    let say = here.language.say();
    let mut c = app.db.read().await?;
    let sessions = store::sessions_of(&mut c, account.id, now - LONGEST_SESSION).await?;
    let codes_left = natural(store::codes_left(&mut c, account.id).await?);
    drop(c);
    let devices = sessions.into_iter().filter(|one| one.standing(now) == Standing::Open).map(|one| Device {
        agent: one.agent,
        seen: say.moment(one.seen_at, "UTC"),
        began: say.moment(one.created_at, "UTC"),
        end: (one.id != here.session.id).then(|| here.at(&format!("/desk/account/sessions/{}/end", one.id))),
    });
    let second_step = match (&account.totp_secret, account.totp_confirmed_at) {
        (None, _) => SecondStep::None,
        (Some(_), Some(since)) => SecondStep::On { since: say.day(since, "UTC") },
        (Some(secret), None) => {
            let uri = codes::key_uri(secret, app.settings.host(), &account.email);
            let drawing = codes::qr_svg(&uri, &say.text("accounts-second-step-drawing"));
            SecondStep::Begun {
                drawing: Markup::ours(drawing.unwrap_or_default()),
                letters: codes::in_fours(&codes::base32(secret)),
            }
        }
    };
    let languages = Language::ALL.map(|one| (one.tag(), one.native_name(), one.tag() == account.language));
    Ok(AccountPage {
        nav: nav::nav(here, PAGE),
        frame: nav::frame(app, here, PAGE),
        query: here.at(""),
        note: String::new(),
        name: account.name.clone(),
        name_error: String::new(),
        email: account.email.clone(),
        languages: languages.into(),
        has_password: account.password_hash.is_some(),
        asks_old_password: old_password::is_asked(app, here).await?,
        old_password_error: String::new(),
        password_error: String::new(),
        second_step,
        code_error: String::new(),
        codes_left,
        new_codes: Vec::new(),
        sessions: devices.collect(),
        passkeys: passkeys::listed(app, here).await?,
        passkey_script: passkeys::script(app),
        passkey_error: String::new(),
    })
}

pub fn change(here: &Here, action: &'static str) -> Change {
    Change::of(action, format!("account {}", here.account.id)).by(here.account.id)
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Form {
    name: String,
    language: String,
    password: String,
    old_password: String,
    code: String,
}

/// `POST /desk/account/name`: name and language.
pub async fn rename(State(app): State<App>, here: Here, body: Bytes) -> Result<Response> {
    let form: Form = forms::read(&body)?;
    let (id, name) = (here.account.id, form.name.trim().to_owned());
    let language =
        Language::parse(&form.language).map_or(here.account.language.clone(), |one| one.tag().to_owned());
    if !is_a_name(&name) {
        let mut page = page(&app, &here).await?;
        page.name = form.name;
        page.name_error = page.frame.say.text("accounts-name-error");
        return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let renamed: &[&str] = if name == here.account.name { &[] } else { &["name"] };
    let change = change(&here, "account-changed")
        .field("language", Some(&here.account.language), Some(&language))
        .personal(renamed);
    let now = app.clock.now();
    app.db
        .write(Lane::Ordinary, move |c| {
            let (name, language, change) = (name.clone(), language.clone(), change.clone());
            Box::pin(async move {
                store::set_name(c, id, &name, &language).await?;
                audit::store::record(c, &change, now).await
            })
        })
        .await?;
    Ok(see_other("/desk/account?done=name"))
}

/// `POST /desk/account/password`: a new one ends every other session.
pub async fn set_password(State(app): State<App>, here: Here, body: Bytes) -> Result<Response> {
    let form: Form = forms::read(&body)?;
    let account = &here.account;
    let groups = here.places.iter().flat_map(|place| [place.group.slug.as_str(), place.group.name.as_str()]);
    let known: Vec<&str> = groups.chain([app.settings.host()]).collect();
    if let Some(weak) = passwords::weakness(&form.password, &account.email, &account.name, &known) {
        let mut page = page(&app, &here).await?;
        let key = match weak {
            Weak::TooShort => "accounts-password-too-short",
            Weak::TooLong => "accounts-password-too-long",
            Weak::OneselfAgain => "accounts-password-oneself",
            Weak::OneCharacter => "accounts-password-one-character",
            Weak::Guessable => "accounts-password-guessable",
        };
        page.password_error = page.frame.say.text(key);
        return Rule(key).refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    if let Err(refused) = old_password::show(&app, &here, form.old_password).await? {
        let mut page = page(&app, &here).await?;
        let status = match refused {
            NotShown::Wrong => StatusCode::UNPROCESSABLE_ENTITY,
            NotShown::Wait(_) => StatusCode::TOO_MANY_REQUESTS,
        };
        page.old_password_error = match refused {
            NotShown::Wrong => page.frame.say.text("accounts-proof-wrong"),
            NotShown::Wait(wait) => too_many(&app, &page.frame.say, wait),
        };
        let answer = Rule("old-password").refuses(private(status, &page))?;
        return Ok(match refused {
            NotShown::Wrong => answer,
            NotShown::Wait(wait) => too_many_answer(&app, wait, answer),
        });
    }
    let hash = passwords::hash(&app, form.password).await?;
    let (id, session, now) = (account.id, here.session.id, app.clock.now());
    let change = change(&here, "password-changed").personal(&["password"]);
    app.db
        .write(Lane::Ordinary, move |c| {
            let (hash, change) = (hash.clone(), change.clone());
            Box::pin(async move {
                store::set_password(c, id, Some(&hash)).await?;
                store::end_other_sessions(c, id, session, now).await?;
                audit::store::record(c, &change, now).await
            })
        })
        .await?;
    Ok(see_other(&here.at("/desk/account?done=password")))
}

/// `POST /desk/account/second-step`: draws a secret, which the page then shows until a code proves it.
pub async fn begin_second_step(State(app): State<App>, here: Here) -> Result<Response> {
    if here.account.second_step().is_none() {
        let (id, secret) = (here.account.id, app.dice.bytes::<20>().to_vec());
        app.db
            .write(Lane::Ordinary, move |c| {
                let secret = secret.clone();
                Box::pin(async move { store::set_totp(c, id, Some(secret)).await })
            })
            .await?;
    }
    Ok(see_other(&here.at("/desk/account#second-step")))
}

/// `POST /desk/account/second-step/confirmation`: the first code; recovery codes are shown with it, once. Sessions
/// that began without it end.
pub async fn confirm_second_step(State(app): State<App>, here: Here, body: Bytes) -> Result<Response> {
    let form: Form = forms::read(&body)?;
    let (id, now) = (here.account.id, app.clock.now());
    let Some(secret) = here.account.totp_secret.as_deref().filter(|_| here.account.second_step().is_none())
    else {
        return Ok(see_other(&here.at(PAGE)));
    };
    let step = match app.limits.inner_guess(&guessing::key_of_session(&here.session)) {
        Ok(()) => codes::step_of(secret, &form.code, now),
        Err(_) => None,
    };
    let Some(step) = step else {
        let mut page = page(&app, &here).await?;
        page.code_error = page.frame.say.text("accounts-code-error");
        return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let (session, change) = (here.session.id, change(&here, "second-step-added"));
    app.db
        .write(Lane::Ordinary, move |c| {
            let change = change.clone();
            Box::pin(async move {
                store::take_totp_step(c, id, step).await?;
                store::confirm_totp(c, id, now).await?;
                store::end_other_sessions(c, id, session, now).await?;
                audit::store::record(c, &change, now).await
            })
        })
        .await?;
    with_new_codes(&app, here, "accounts-done-second-step").await
}

/// `POST /desk/account/second-step/removal`: it ends every other session.
pub async fn remove_second_step(State(app): State<App>, here: Here) -> Result<Response> {
    let (id, now, change) = (here.account.id, app.clock.now(), change(&here, "second-step-removed"));
    let session = here.session.id;
    app.db
        .write(Lane::Ordinary, move |c| {
            let change = change.clone();
            Box::pin(async move {
                store::set_totp(c, id, None).await?;
                store::renew_codes(c, id, &[], now).await?;
                store::end_other_sessions(c, id, session, now).await?;
                audit::store::record(c, &change, now).await
            })
        })
        .await?;
    Ok(see_other(&here.at("/desk/account?done=removed")))
}

/// `POST /desk/account/recovery-codes`: new ones take the place of the old.
pub async fn make_codes(State(app): State<App>, here: Here) -> Result<Response> {
    if here.account.second_step().is_none() {
        return Ok(see_other(&here.at(PAGE)));
    }
    with_new_codes(&app, here, "accounts-done-codes").await
}

/// The one page that shows recovery codes: nothing of them but their hashes is kept.
async fn with_new_codes(app: &App, here: Here, note: &str) -> Result<Response> {
    let made: Vec<String> = (0..CODES).map(|_| codes::recovery_code(app.dice.bytes::<16>())).collect();
    let hashes: Vec<Vec<u8>> = made.iter().map(|code| codes::recovery_hash(code)).collect();
    let (id, now, change) = (here.account.id, app.clock.now(), change(&here, "recovery-codes-made"));
    let account = app
        .db
        .write(Lane::Ordinary, move |c| {
            let (hashes, change) = (hashes.clone(), change.clone());
            Box::pin(async move {
                store::renew_codes(c, id, &hashes, now).await?;
                audit::store::record(c, &change, now).await?;
                store::account_by_id(c, id).await
            })
        })
        .await?;
    let mut page = page(app, &here).await?;
    if let Some(since) = account.and_then(|account| account.totp_confirmed_at) {
        page.second_step = SecondStep::On { since: page.frame.say.day(since, "UTC") };
    }
    page.note = page.frame.say.text(note);
    page.new_codes = made;
    private(StatusCode::OK, &page)
}

/// `POST /desk/account/sessions/{session}/end`
pub async fn end_session(State(app): State<App>, here: Here, Path(session): Path<i64>) -> Result<Response> {
    let (account, now) = (here.account.id, app.clock.now());
    let ended =
        app.db.write(Lane::Ordinary, move |c| Box::pin(store::end_session(c, account, session, now))).await?;
    if !ended {
        return Err(Error::NotFound);
    }
    audit::note(&app, change(&here, "session-ended").field("session", Some(&session.to_string()), None))
        .await?;
    Ok(see_other(&here.at("/desk/account?done=session")))
}
