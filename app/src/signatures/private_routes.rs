//! The handlers of the signer's private page: open the link, press the button, correct, hide, end a
//! consent, withdraw.
//!
//! A GET changes nothing here. A link that does not open leads to the page that says so.

use super::changes::{self, Renamed};
use super::confirmations::{Confirmation, Outcome};
use super::link::{Link, of_a_token};
use super::names;
use super::pages::NameForm;
use super::private_page::{self, Done};
use super::problems;
use crate::error::Result;
use crate::letters::pages::Problem;
use crate::people::Agreed;
use crate::state::App;
use crate::web::answer::see_other;
use crate::web::forms::read;
use crate::web::i18n::Language;
use crate::web::surroundings::language_asked;
use axum::body::Bytes;
use axum::extract::{FromRequestParts, Path, RawQuery, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
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

/// A private link that opens. Where one does not, the page that says so is the answer.
pub struct Opened {
    token: String,
    link: Link,
    asked: Option<Language>,
}

impl FromRequestParts<App> for Opened {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> std::result::Result<Self, Response> {
        let Path(token) =
            Path::<String>::from_request_parts(parts, app).await.map_err(IntoResponse::into_response)?;
        let asked = language_asked(parts.uri.query());
        match app.keys.links.open(&token) {
            Some(link) => Ok(Self { token, link, asked }),
            None => Err(private_page::show(app, &token, asked, None, None).await.into_response()),
        }
    }
}

impl Opened {
    /// To the page behind the link, with what was done.
    fn back(&self, done: Option<Done>) -> Response {
        see_other(&private_page::path(&self.token, self.asked, done))
    }

    /// The page with a name that was refused, as typed.
    async fn again(&self, app: &App, name: NameForm) -> Result<Response> {
        private_page::show(app, &self.token, self.asked, None, Some(name)).await
    }
}

/// `GET` of an address that only takes a button: back to the page with the button.
pub async fn back(Path(token): Path<String>) -> Response {
    see_other(&format!("/signatures/{}", of_a_token(&token)))
}

/// `POST /signatures/{token}/confirmation`: the button.
pub async fn confirm(State(app): State<App>, opened: Opened) -> Result<Response> {
    let confirmation = Confirmation { link: opened.link, salt: app.dice.bytes(), now: app.clock.now() };
    let done = match app.confirmations.submit(confirmation).await? {
        Outcome::Confirmed(_) => Some(Done::Signed),
        // The page itself says what stands in the way, or that it was done before.
        Outcome::SignedAlready(_) | Outcome::MailboxFull | Outcome::LetterClosed | Outcome::Gone => None,
    };
    Ok(opened.back(done))
}

/// `POST /signatures/{token}/withdrawal`: takes a signature back, or deletes a sign-on that waits.
pub async fn withdraw(State(app): State<App>, opened: Opened) -> Result<Response> {
    let done = changes::withdraw(&app, opened.link).await?;
    Ok(opened.back(done))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct NameTyped {
    name: String,
}

/// `POST /signatures/{token}/name`: corrects the name.
pub async fn rename(State(app): State<App>, opened: Opened, body: Bytes) -> Result<Response> {
    let typed: NameTyped = read(&body)?;
    if let Some(fault) = names::name_fault(typed.name.trim()) {
        let problem = Some(problems::problem(&fault, ""));
        let name = NameForm { value: typed.name, problem };
        return opened.again(&app, name).await;
    }
    let done = match changes::rename(&app, opened.link, typed.name.trim()).await? {
        Renamed::Done => Some(Done::Renamed),
        Renamed::Nothing => None,
        Renamed::Taken => {
            let name = NameForm { value: typed.name, problem: Some(Problem::NameTaken) };
            return opened.again(&app, name).await;
        }
    };
    Ok(opened.back(done))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct VisibilityChosen {
    public: String,
}

/// `POST /signatures/{token}/visibility`: shows or hides the name on the letter.
pub async fn set_visibility(State(app): State<App>, opened: Opened, body: Bytes) -> Result<Response> {
    let chosen: VisibilityChosen = read(&body)?;
    let done = changes::set_public(&app, opened.link, chosen.public.trim() == "1").await?;
    Ok(opened.back(done))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct WordsRead {
    version: String,
}

/// `POST /signatures/{token}/version`: signs the words that stand now. Where others stand by the time, the page
/// shows these.
pub async fn sign_words(State(app): State<App>, opened: Opened, body: Bytes) -> Result<Response> {
    let read: WordsRead = read(&body)?;
    let done = match read.version.trim().parse() {
        Ok(version) => changes::sign_words(&app, opened.link, version).await?,
        Err(_) => None,
    };
    Ok(opened.back(done))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ConsentChosen {
    partner: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Agreement {
    partner: String,
    version: String,
}

/// `POST /signatures/{token}/agreement`: agrees to a partner, in the words that the page showed. Where others stand by
/// the time, or it takes part no more, the page shows that.
pub async fn agree(State(app): State<App>, opened: Opened, body: Bytes) -> Result<Response> {
    let chosen: Agreement = read(&body)?;
    let found = app.directory.by_letter(&app, opened.link.letter).await?;
    let agreed =
        found.and_then(|(campaign, _)| campaign.agreed(chosen.partner.trim(), chosen.version.trim()));
    let done = match agreed {
        Some((agreed, language)) => {
            let agreed = Agreed { page: private_page::ITSELF.to_owned(), ..agreed };
            changes::agree(&app, opened.link, agreed, language).await?
        }
        None => None,
    };
    Ok(opened.back(done))
}

/// `POST /signatures/{token}/consent`: ends what the signer agreed to with one partner.
pub async fn end_consent(State(app): State<App>, opened: Opened, body: Bytes) -> Result<Response> {
    let chosen: ConsentChosen = read(&body)?;
    let done = changes::end_consent(&app, opened.link, chosen.partner.trim()).await?;
    Ok(opened.back(done))
}
