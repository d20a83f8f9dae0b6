//! What was done by one's own account: sign-ins, passwords, second steps, and changes in the groups.

use crate::accounts::guard::Here;
use crate::accounts::nav;
use crate::audit::store::{Entry, entries_by};
use crate::desk::audit;
use crate::error::Result;
use crate::state::App;
use crate::web::answer::private;
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::i18n::Say;
use crate::web::layout::{Frame, Page};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

const ON_A_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "desk/own/record.html")]
pub struct OwnRecordPage {
    pub frame: Frame,
    pub nav: Nav,
    pub account: String,
    pub lines: Vec<Line>,
    pub next: Option<String>,
}

pub struct Line {
    pub when: String,
    pub what: String,
    /// The group that it concerned; empty where it concerned the account alone.
    pub group: String,
    /// Field, before, after; of a personal field the name alone.
    pub fields: Vec<(String, String, String)>,
}

pages_of_the_desk! {
    OwnRecordPage: |page| page.frame.say.text("audit-own-headline");
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    below: String,
}

/// `GET /desk/account/record`
pub async fn show(State(app): State<App>, here: Here, Query(asked): Query<Asked>) -> Result<Response> {
    const PATH: &str = "/desk/account/record";
    let below = asked.below.parse().unwrap_or(i64::MAX);
    let most = i64::try_from(ON_A_PAGE).unwrap_or(0) + 1;
    let mut entries = entries_by(&mut app.db.read().await?, here.account.id, below, most).await?;
    let has_more = entries.len() > ON_A_PAGE;
    entries.truncate(ON_A_PAGE);
    let next = entries.last().filter(|_| has_more);
    let next = next.map(|last| here.at(&format!("{PATH}?below={}", last.id)));
    let say = here.language.say();
    let page = OwnRecordPage {
        nav: nav::nav(&here, PATH),
        frame: nav::frame(&app, &here, PATH),
        account: here.at("/desk/account#sessions"),
        lines: entries.iter().map(|entry| line(&say, entry)).collect(),
        next,
    };
    private(StatusCode::OK, &page)
}

fn line(say: &Say, entry: &Entry) -> Line {
    Line {
        when: say.moment(entry.at, "UTC"),
        what: audit::action(say, entry),
        group: entry.who.clone().unwrap_or_default(),
        fields: audit::fields(say, entry),
    }
}
