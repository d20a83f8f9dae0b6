//! Erasing one's own account: what goes, and the button, once the address was typed again.

use crate::accounts::guard::Here;
use crate::accounts::{nav, sessions};
use crate::error::{Error, Result};
use crate::privacy::accounts::{self, Needed, Outcome};
use crate::privacy::{Place, store};
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::forms;
use crate::web::layout::{Frame, Page};
use askama::Template;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use broadside_address::Address;
use serde::Deserialize;

const PATH: &str = "/desk/account/erasure";

#[derive(Template)]
#[template(path = "desk/own/erasure.html")]
pub struct OwnErasurePage {
    pub frame: Frame,
    pub nav: Nav,
    pub action: String,
    pub back: String,
    pub own: String,
    pub email: String,
    pub email_error: String,
    /// Whether nobody else runs the instance.
    pub runs_alone: bool,
    /// What kept the account from being erased.
    pub needed: Option<Needed>,
}

pages_of_the_desk! {
    OwnErasurePage: |page| page.frame.say.text("accounts-erasure-headline");
}

async fn page(app: &App, here: &Here) -> Result<OwnErasurePage> {
    let runs_alone = store::runs_alone(&mut app.db.read().await?, here.account.id).await?;
    Ok(OwnErasurePage {
        nav: nav::nav(here, PATH),
        frame: nav::frame(app, here, PATH),
        action: here.at(PATH),
        back: here.at("/desk/account"),
        own: here.account.email.clone(),
        email: String::new(),
        email_error: String::new(),
        runs_alone,
        needed: None,
    })
}

/// `GET /desk/account/erasure`
pub async fn ask(State(app): State<App>, here: Here) -> Result<Response> {
    private(StatusCode::OK, &page(&app, &here).await?)
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Form {
    email: String,
}

/// `POST /desk/account/erasure`
pub async fn erase(State(app): State<App>, here: Here, body: Bytes) -> Result<Response> {
    let form: Form = forms::read(&body)?;
    let canonical = |email: &str| Address::parse(email).ok().map(|address| address.canonical());
    if canonical(&form.email).is_none() || canonical(&form.email) != canonical(&here.account.email) {
        let mut page = page(&app, &here).await?;
        page.email_error = page.frame.say.text("accounts-erasure-error");
        page.email = form.email;
        return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (place, account, now) = (Place::of(&app), here.account.id, app.clock.now());
    // In a task of its own: somebody who hangs up is erased all the same.
    let work = tokio::spawn(async move { accounts::erase(&place, account, now).await });
    let failed = |error: &dyn std::fmt::Display| Error::Broken(format!("an erasure: {error}"));
    match work.await.map_err(|lost| failed(&lost))?.map_err(|error| failed(&error))? {
        Outcome::Erased => {
            let mut answer = see_other(&here.at("/desk/sign-in?why=erased"));
            sessions::forget(&app, &mut answer);
            Ok(answer)
        }
        Outcome::Needed(needed) => {
            let mut page = page(&app, &here).await?;
            page.email = form.email;
            page.needed = Some(needed);
            private(StatusCode::CONFLICT, &page)
        }
    }
}
