//! Partners at the group's desk. The pages take plain words and addresses, and never ask a database.

use crate::web::asked::{Ask, Field};
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::i18n::{Markup, Say};
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

/// All partners of a campaign.
#[derive(Template)]
#[template(path = "partners/list.html")]
pub struct ListPage {
    pub frame: Frame,
    pub nav: Nav,
    pub note: String,
    pub rows: Vec<Row>,
    pub new_url: String,
}

pub struct Row {
    pub partner: Named,
    pub state: String,
    /// Whether it has a key.
    pub key: String,
    pub look: Option<Named>,
}

/// One partner: how it stands, who signs in for it, and what can be done.
#[derive(Template)]
#[template(path = "partners/one.html")]
pub struct OnePage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub note: String,
    pub state: Markup,
    pub facts: Vec<(String, Markup)>,
    pub people: Vec<Seated>,
    pub invitations: Vec<Waiting>,
    /// Earlier and present partnerships, each in a sentence.
    pub history: Vec<Markup>,
    /// What was accepted last, and when; empty where nothing was.
    pub accepted: Option<Markup>,
    pub terms: Vec<String>,
    /// Its files: asked for when, with how many new, corrected and ended.
    pub files: Vec<(String, u64, u64, u64)>,
    /// Whether its name or what it says of itself was changed, and it has not accepted that yet.
    pub waits: bool,
    pub email: String,
    pub email_error: String,
    /// Whether mails wait since no mail server is set.
    pub mails_wait: bool,
    pub can_end: bool,
    /// Where its words are changed; nothing of one that has left the campaign, which nobody invites either.
    pub words_url: Option<String>,
    pub list_url: String,
    pub path: String,
    pub query: String,
}

impl OnePage {
    fn to(&self, form: &str) -> String {
        format!("{}/{form}{}", self.path, self.query)
    }
}

/// Somebody who signs in for a partner.
pub struct Seated {
    pub name: String,
    pub email: String,
    pub since: String,
    /// Where they are shut out.
    pub removal: String,
}

/// An invitation that nobody has used yet.
pub struct Waiting {
    pub email: String,
    pub until: String,
    /// Where it is taken back.
    pub withdrawal: String,
}

impl Seated {
    pub fn removal_of(&self, say: &Say) -> String {
        say.with("partners-seat-removal-of", &[("email", &self.email)])
    }
}

impl Waiting {
    pub fn withdrawal_of(&self, say: &Say) -> String {
        say.with("partners-invitation-withdrawal-of", &[("email", &self.email)])
    }
}

/// The words of a partner.
#[derive(Template)]
#[template(path = "partners/form.html")]
pub struct FormPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub action: String,
    pub version: i64,
    pub conflict: bool,
    /// Whether it has accepted the terms: its key is its own, and another name or site is accepted anew.
    pub has_accepted: bool,
    pub others: Vec<String>,
    pub fields: Vec<Field>,
    pub leave: String,
}

impl FormPage {
    fn wrong(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.error.is_empty())
    }

    fn counted(&self) -> u64 {
        self.wrong().count() as u64
    }
}

pages_of_the_desk! {
    ListPage: |page| page.frame.say.text("partners-headline");
    OnePage: |page| page.title.clone();
    FormPage: |page| page.title.clone();
}
