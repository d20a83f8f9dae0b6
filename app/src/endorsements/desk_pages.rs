//! The pages of endorsements at the desk. They take plain words and addresses, and never ask a database.

use super::form::Field;
use super::pages::FormShown;
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

/// All endorsements of a campaign, those first that wait for a look, and the form that enters one.
#[derive(Template)]
#[template(path = "endorsements/list.html")]
pub struct ListPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub note: String,
    pub parts: Vec<Part>,
    /// Where one is entered; nothing for who may not.
    pub enter: Option<FormShown>,
    pub letters: Vec<(String, String)>,
}

/// Endorsements in one state.
pub struct Part {
    pub title: String,
    pub rows: Vec<Row>,
    /// To those behind them.
    pub next: Option<String>,
}

pub struct Row {
    pub organisation: Named,
    pub office: String,
    pub kind: String,
    pub proof: String,
    pub when: String,
}

/// One endorsement: what is said and by whom, how it was proved and when, what stands on the page.
#[derive(Template)]
#[template(path = "endorsements/one.html")]
pub struct OnePage {
    pub frame: Frame,
    pub nav: Nav,
    pub organisation: String,
    pub note: String,
    pub state: String,
    /// Each with what stands on the page, where that is another.
    pub facts: Vec<Fact>,
    /// Where the logo is that is to be approved, and what it shows.
    pub logo: Option<(String, String)>,
    pub seen: String,
    /// Where it can be approved: whether it then takes the place of another.
    pub approval: Option<bool>,
    pub can_refuse: bool,
    pub can_end: bool,
    pub reason: String,
    pub reason_fault: String,
    pub conflict: bool,
    /// The address of this page: the forms are sent below it.
    pub path: String,
    pub query: String,
    pub back: String,
}

pub struct Fact {
    pub name: String,
    pub value: String,
    /// What the page shows in its place; empty where it shows the same, or nothing yet.
    pub shown: String,
    pub is_link: bool,
}

impl OnePage {
    fn to(&self, form: &str) -> String {
        format!("{}/{form}{}", self.path, self.query)
    }
}

pages_of_the_desk! {
    ListPage: |page| page.frame.say.with("endorsements-desk-headline", &[("campaign", &page.title)]);
    OnePage: |page| page.organisation.clone();
}
