//! The Setup page: what the doctor finds, and at the press of a button what others answer: the mail server,
//! the DNS, and whether the base URL leads here.

use crate::accounts::guard::Here;
use crate::accounts::{mailing, nav};
use crate::doctor::{self, Fact, Record, Sort};
use crate::error::Result;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::i18n::Markup;
use crate::web::layout::{Frame, Page};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_mailer::Outcome;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "desk/setup.html")]
pub struct SetupPage {
    pub frame: Frame,
    pub nav: Nav,
    pub note: String,
    /// Why the trial mail came to nothing.
    pub refused: String,
    pub parts: Vec<Part>,
    pub all_well: bool,
    /// Whether others were asked for this page.
    pub tried: bool,
    /// Where the button goes that asks them.
    pub tries: String,
    pub lang: Option<&'static str>,
    /// Where the form goes that mails; nothing where no mail server is set.
    pub mail: Option<String>,
    pub email: String,
}

/// Findings of one sort, under a heading.
pub struct Part {
    pub heading: String,
    pub is_wrong: bool,
    pub lines: Vec<(Markup, Option<Record>)>,
}

pages_of_the_desk! {
    SetupPage: |page| page.frame.say.text("desk-setup-headline");
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
    tried: String,
}

/// `GET /desk/setup`
pub async fn show(State(app): State<App>, here: Here, Query(asked): Query<Asked>) -> Result<Response> {
    let mut page = page(&app, &here, !asked.tried.is_empty()).await?;
    if asked.done == "mailed" {
        page.note = page.frame.say.with("desk-setup-mailed", &[("email", &here.account.email)]);
    }
    private(StatusCode::OK, &page)
}

/// `POST /desk/setup/mail`: one mail to whoever presses the button, handed over while they wait.
pub async fn mail(State(app): State<App>, here: Here) -> Result<Response> {
    let Some(mailer) = app.mailer.clone() else { return Ok(see_other(&here.at("/desk/setup"))) };
    let message = mailing::trial(&app, &here.account).await?;
    let reason = match mailer.send(&message).await {
        Outcome::Accepted { .. } => return Ok(see_other(&here.at("/desk/setup?done=mailed"))),
        Outcome::Refused { reason, .. } | Outcome::Later { reason, .. } => reason,
    };
    let mut page = page(&app, &here, false).await?;
    page.refused = page.frame.say.with("desk-setup-mail-refused", &[("reason", &reason)]);
    private(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn page(app: &App, here: &Here, tried: bool) -> Result<SetupPage> {
    let facts = doctor::examine(app, tried).await?;
    let say = here.language.say();
    let part = |sort: Sort, key: &str| Part {
        heading: say.text(key),
        is_wrong: sort == Sort::Wrong,
        lines: facts
            .iter()
            .filter(|fact| fact.sort == sort)
            .map(|fact: &Fact| (Markup::with_code(&fact.say(&say)), fact.record.clone()))
            .collect(),
    };
    let parts = [
        part(Sort::Wrong, "desk-setup-wrong"),
        part(Sort::Note, "desk-setup-notes"),
        part(Sort::Well, "desk-setup-well"),
    ];
    Ok(SetupPage {
        frame: nav::frame(app, here, "/desk/setup"),
        nav: nav::nav(here, "/desk/setup"),
        note: String::new(),
        refused: String::new(),
        all_well: facts.iter().all(|fact| fact.sort != Sort::Wrong),
        parts: parts.into_iter().filter(|part| !part.lines.is_empty()).collect(),
        tried,
        tries: "/desk/setup".to_owned(),
        lang: here.asked_language.then(|| here.language.tag()),
        mail: app.mailer.is_some().then(|| here.at("/desk/setup/mail")),
        email: here.account.email.clone(),
    })
}
