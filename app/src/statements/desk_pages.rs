//! The pages of statements at the desk. They take plain words and addresses, and never ask a database.

use super::form::{Fault, Field, StatementForm};
use crate::campaigns::definition::StatementKind;
use crate::campaigns::record_shown::EntryShown;
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::i18n::{Markup, Say};
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

/// All statements of a campaign, and the form that enters one.
#[derive(Template)]
#[template(path = "statements/list.html")]
pub struct ListPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub note: String,
    pub press: Named,
    pub rows: Vec<Row>,
    pub enter: FormShown,
}

pub struct Row {
    pub whom: Named,
    pub kind: String,
    pub when: String,
    pub words: String,
    /// Whether it stands in the campaign's files, came by a link, or was entered here.
    pub from: String,
    /// “No reply for 9 days.”
    pub waiting: Option<Markup>,
}

/// The form of a statement with what stands in the way.
#[derive(Clone, Debug, Default)]
pub struct FormShown {
    /// Where it is sent.
    pub action: String,
    pub button: &'static str,
    pub typed: StatementForm,
    pub mistakes: Vec<(Field, Fault)>,
    /// Keys of the questions, and what they are.
    pub questions: Vec<(String, String)>,
    /// Tags of the campaign's languages with their names; none where it speaks one.
    pub languages: Vec<(&'static str, &'static str)>,
}

impl FormShown {
    pub fn error(&self, field: Field, say: &Say) -> String {
        let found = self.mistakes.iter().find(|(one, _)| *one == field);
        found.map(|(_, fault)| fault.words(say)).unwrap_or_default()
    }

    pub fn counted(&self) -> u64 {
        self.mistakes.len() as u64
    }

    pub fn kinds(say: &Say) -> Vec<(&'static str, String)> {
        StatementKind::ALL.into_iter().map(|kind| (kind.word(), kind_name(say, kind))).collect()
    }
}

pub fn kind_name(say: &Say, kind: StatementKind) -> String {
    say.text(match kind {
        StatementKind::Asked => "statements-kind-asked",
        StatementKind::Replied => "statements-kind-replied",
        StatementKind::Said => "statements-kind-said",
    })
}

/// One statement: as the page shows it, and what can be done with it.
#[derive(Template)]
#[template(path = "statements/one.html")]
pub struct OnePage {
    pub frame: Frame,
    pub nav: Nav,
    pub note: String,
    pub conflict: bool,
    pub entry: EntryShown,
    /// Where it stands in the campaign's files, and is changed there.
    pub in_files: bool,
    /// To correct and to remove: for what was entered at the desk.
    pub correct: Option<FormShown>,
    /// To hide or show: for what came by a link.
    pub hiding: Option<Hiding>,
    /// To send a private link: for a question.
    pub link: Option<LinkShown>,
    /// The link by which this reply came, where it is not forgotten.
    pub came_by: Option<SentShown>,
    pub seen: String,
    pub path: String,
    pub query: String,
    pub back: String,
}

#[derive(Clone, Debug, Default)]
pub struct Hiding {
    pub is_hidden: bool,
    pub why: String,
    pub fault: String,
}

/// The private links of a question, and the form that sends one.
#[derive(Clone, Debug, Default)]
pub struct LinkShown {
    pub email: String,
    pub fault: String,
    pub language: String,
    pub languages: Vec<(&'static str, &'static str)>,
    /// Key of the sentence that says where a reply will stand.
    pub place: &'static str,
    /// While an embargo lasts: when the press page opens.
    pub opens: Option<String>,
    pub sent: Vec<SentShown>,
}

/// A link that was sent.
#[derive(Clone, Debug, Default)]
pub struct SentShown {
    pub email: String,
    pub when: String,
    /// Until when it can be used; when it was ended where it was.
    pub until: String,
    pub is_over: bool,
    /// Where it is ended.
    pub end: String,
}

impl OnePage {
    fn to(&self, form: &str) -> String {
        format!("{}/{form}{}", self.path, self.query)
    }

    fn link_sent(&self, sent: &SentShown) -> Markup {
        let key = if sent.is_over { "statements-link-over" } else { "statements-link-sent" };
        self.frame.say.html_of_two(key, ("when", &sent.when), ("until", &sent.until))
    }
}

pages_of_the_desk! {
    ListPage: |page| page.frame.say.with("statements-desk-headline", &[("campaign", &page.title)]);
    OnePage: |page| page.frame.say.text("statements-desk-one-headline");
}
