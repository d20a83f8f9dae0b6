//! At the desk's door: links with one button, and the first visit.

use super::first::{self, First};
use super::links::{self, Behind, Opening};
use super::pages::{FirstPage, Slip};
use super::sign_in_routes::{too_many, too_many_answer};
use super::{Account, sessions, store};
use crate::audit::{self, Change};
use crate::config;
use crate::error::Result;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms;
use crate::web::i18n::{Language, Markup, Say};
use crate::web::layout::{Frame, Named, Translation};
use crate::web::limits::WaitUntil;
use crate::web::surroundings::{frame, language_asked};
use crate::web::visitor::Visitor;
use axum::body::Bytes;
use axum::extract::{OriginalUri, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use broadside_address::Address;
use serde::Deserialize;

/// The language and frame of a page at the door.
pub struct Door {
    pub say: Say,
    pub frame: Frame,
    query: String,
}

impl Door {
    pub fn at(app: &App, path: &str, query: Option<&str>) -> Self {
        let asked = language_asked(query);
        let language = asked.unwrap_or(Language::En);
        let mut frame = frame(app, language);
        frame.languages = Language::ALL
            .into_iter()
            .filter(|other| *other != language)
            .map(|other| Translation { language: other, url: format!("{path}?lang={}", other.tag()) })
            .collect();
        let query = asked.map(|language| format!("?lang={}", language.tag())).unwrap_or_default();
        Self { say: language.say(), frame, query }
    }

    pub fn to(&self, path: &str) -> String {
        format!("{path}{}", self.query)
    }

    /// Where a passkey's answer goes, and where its challenge comes from.
    pub fn ways(&self, path: &str) -> (String, String) {
        (self.to(path), self.to(&format!("{path}/challenge")))
    }

    pub fn onward(&self, path: &str, key: &str) -> Named {
        Named { name: self.say.text(key), url: self.to(path) }
    }
}

/// `GET /desk/links/{token}`: what the link would do, and its one button.
pub async fn link(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    OriginalUri(uri): OriginalUri,
) -> Result<Response> {
    let door = Door::at(&app, uri.path(), uri.query());
    if let Err(wait) = app.limits.desk_link(visitor.network()) {
        return too_many_links(&app, door, wait);
    }
    let behind = links::behind(&app, &token).await?;
    let Behind::Open(opening) = behind else { return not_open(door, &behind) };
    let Opening { link, account, group, partner } = *opening;
    let say = door.say.clone();
    let named = match &partner {
        Some(place) => Some(links::partner_names(&app, place).await?),
        None => None,
    };
    let (headline, lead, button) = match (&named, &group, link.role) {
        (Some((partner, campaign)), ..) => (
            say.text("accounts-link-partner-headline"),
            say.html_of_two("accounts-link-partner-lead", ("partner", partner), ("campaign", campaign)),
            say.text("accounts-link-partner-button"),
        ),
        (None, Some(group), Some(role)) => (
            say.text("accounts-link-join-headline"),
            say.html_of_two(
                "accounts-link-join-lead",
                ("group", &group.name),
                ("role", &say.text(role.text_key())),
            ),
            say.text("accounts-link-join-button"),
        ),
        _ => (
            say.text("accounts-link-open-headline"),
            say.html("accounts-link-open-lead", "host", app.settings.host()),
            say.text("accounts-link-open-button"),
        ),
    };
    let words = vec![lead, say.html("accounts-link-who", "email", &account.email)];
    private(StatusCode::OK, &Slip { frame: door.frame, headline, words, button: Some(button), onward: None })
}

/// `POST /desk/links/{token}`: uses the link up and opens the desk.
pub async fn use_link(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Result<Response> {
    let door = Door::at(&app, uri.path(), uri.query());
    if let Err(wait) = app.limits.desk_link(visitor.network()) {
        return too_many_links(&app, door, wait);
    }
    let behind = links::behind(&app, &token).await?;
    let Behind::Open(opening) = behind else { return not_open(door, &behind) };
    let Opening { link, account, .. } = *opening;
    if !links::use_up(&app, link).await? {
        return not_open(door, &Behind::Used);
    }
    enter(&app, &door, &account, &headers, "link").await
}

/// Begins a session: at once, or half where the second step is to come.
pub async fn enter(
    app: &App,
    door: &Door,
    account: &Account,
    headers: &HeaderMap,
    way: &'static str,
) -> Result<Response> {
    if account.second_step().is_none() {
        return enter_whole(app, headers, account.id, &door.to("/desk"), way).await;
    }
    sessions::begin(app, headers, account.id, true, see_other(&door.to("/desk/sign-in/code"))).await
}

/// Begins a whole session, and records by what somebody signed in.
pub async fn enter_whole(
    app: &App,
    headers: &HeaderMap,
    account: i64,
    to: &str,
    way: &'static str,
) -> Result<Response> {
    let change = Change::of("signed-in", format!("account {account}")).by(account);
    audit::note(app, change.field("way", None, Some(way))).await?;
    sessions::begin(app, headers, account, false, see_other(to)).await
}

/// Whoever tries link after link is told when to come back, before any is looked up.
fn too_many_links(app: &App, door: Door, wait: WaitUntil) -> Result<Response> {
    let (headline, words) = (door.say.text("accounts-too-many-headline"), too_many(app, &door.say, wait));
    let words = vec![Markup::words(&words)];
    let page = Slip { frame: door.frame, headline, words, button: None, onward: None };
    Ok(too_many_answer(app, wait, private(StatusCode::TOO_MANY_REQUESTS, &page)?))
}

/// A link that opens nothing says why, and what to do.
fn not_open(door: Door, behind: &Behind) -> Result<Response> {
    let (status, headline, words) = match behind {
        Behind::Used => (StatusCode::GONE, "accounts-link-used-headline", "accounts-link-used-words"),
        Behind::Expired => {
            (StatusCode::GONE, "accounts-link-expired-headline", "accounts-link-expired-words")
        }
        Behind::Withdrawn => {
            (StatusCode::GONE, "accounts-link-withdrawn-headline", "accounts-link-withdrawn-words")
        }
        Behind::Unknown | Behind::First(_) | Behind::Open(_) => {
            (StatusCode::NOT_FOUND, "accounts-link-unknown-headline", "accounts-link-unknown-words")
        }
    };
    let onward = Some(door.onward("/desk/sign-in", "accounts-link-sign-in"));
    let (headline, words) = (door.say.text(headline), vec![Markup::words(&door.say.text(words))]);
    private(status, &Slip { frame: door.frame, headline, words, button: None, onward })
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct FirstForm {
    name: String,
    email: String,
    group: String,
    base_url: String,
}

/// `GET /desk/first/{token}`
pub async fn first(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    OriginalUri(uri): OriginalUri,
) -> Result<Response> {
    let door = Door::at(&app, uri.path(), uri.query());
    if let Err(wait) = app.limits.desk_link(visitor.network()) {
        return too_many_links(&app, door, wait);
    }
    match links::behind(&app, &token).await? {
        Behind::First(_) => {
            let page = first_page(&app, door, uri.path(), FirstForm::default()).await?;
            private(StatusCode::OK, &page)
        }
        other => not_open(door, &other),
    }
}

async fn first_page(app: &App, door: Door, path: &str, form: FirstForm) -> Result<FirstPage> {
    let asks_group = store::groups(&mut app.db.read().await?).await?.is_empty();
    Ok(FirstPage {
        action: door.to(path),
        frame: door.frame,
        name: form.name,
        name_error: String::new(),
        email: form.email,
        email_error: String::new(),
        asks_group,
        group: form.group,
        group_error: String::new(),
        asks_base_url: !app.settings.base.is_in_settings(),
        base_url: app.settings.base_url().to_owned(),
        base_url_error: String::new(),
    })
}

/// `POST /desk/first/{token}`: the first account, and its group.
pub async fn make_first(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let door = Door::at(&app, uri.path(), uri.query());
    if let Err(wait) = app.limits.desk_link(visitor.network()) {
        return too_many_links(&app, door, wait);
    }
    let link = match links::behind(&app, &token).await? {
        Behind::First(link) => link,
        other => return not_open(door, &other),
    };
    let form: FirstForm = forms::read(&body)?;
    let (say, language) = (door.say.clone(), door.say.language());
    let typed = form.base_url.trim().to_owned();
    let mut page = first_page(&app, door, uri.path(), form).await?;
    let base_url = config::base_url(&typed);
    match (page.asks_base_url, &base_url) {
        (true, None) => {
            page.base_url = typed;
            page.base_url_error = say.text("accounts-first-base-url-error");
        }
        (true, Some(url)) => page.base_url.clone_from(url),
        (false, _) if typed.is_empty() || base_url.as_deref() == Some(page.base_url.as_str()) => {}
        (false, _) => page.base_url_error = say.text("accounts-first-base-url-set"),
    }
    page.name = page.name.trim().to_owned();
    page.group = page.group.trim().to_owned();
    if !is_a_name(&page.name) {
        page.name_error = say.text("accounts-name-error");
    }
    if page.asks_group && !is_a_name(&page.group) {
        page.group_error = say.text("accounts-first-group-error");
    }
    let email = Address::parse(&page.email);
    if email.is_err() {
        page.email_error = say.text("accounts-email-error");
    }
    let faults = [&page.name_error, &page.group_error, &page.base_url_error];
    let (Ok(email), true) = (email, faults.iter().all(|fault| fault.is_empty())) else {
        return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let first = First {
        name: page.name,
        email,
        email_as_typed: page.email.trim().to_owned(),
        group: page.group,
        language: language.tag(),
        base_url: page.asks_base_url.then_some(page.base_url),
    };
    let door = Door::at(&app, uri.path(), uri.query());
    let Some(account) = first::make(&app, link.id, first).await? else {
        return not_open(door, &Behind::Used);
    };
    sessions::begin(&app, &headers, account, false, see_other(&door.to("/desk"))).await
}

/// What may stand where a name is asked for.
pub fn is_a_name(name: &str) -> bool {
    !name.is_empty() && name.chars().count() <= 200 && !name.chars().any(char::is_control)
}
