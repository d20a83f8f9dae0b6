//! The Setup page: what the doctor finds, and the mail server tried while one waits.

use crate::accounts::guard::Here;
use crate::accounts::nav;
use crate::doctor::{self, Sort};
use crate::error::Result;
use crate::state::App;
use crate::web::answer::private;
use crate::web::desk::{DeskPage, Nav};
use crate::web::layout::{Frame, Page};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Template)]
#[template(path = "desk/setup.html")]
pub struct SetupPage {
    pub frame: Frame,
    pub nav: Nav,
    pub wrong: Vec<String>,
    pub notes: Vec<String>,
    pub well: Vec<String>,
    pub again: String,
}

impl Page for SetupPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("desk-setup-headline")
    }

    fn referrer(&self) -> &'static str {
        "same-origin"
    }
}

impl DeskPage for SetupPage {
    fn nav(&self) -> &Nav {
        &self.nav
    }
}

/// `GET /desk/setup`
pub async fn show(State(app): State<App>, here: Here) -> Result<Response> {
    let facts = doctor::examine(&app).await?;
    let say = app.texts.say(here.language);
    let of = |sort: Sort| facts.iter().filter(|fact| fact.sort == sort).map(|fact| fact.say(&say)).collect();
    let page = SetupPage {
        frame: nav::frame(&app, &here, "/desk/setup"),
        nav: nav::nav(&app, &here, "/desk/setup"),
        wrong: of(Sort::Wrong),
        notes: of(Sort::Note),
        well: of(Sort::Well),
        again: here.at("/desk/setup"),
    };
    private(StatusCode::OK, &page)
}
