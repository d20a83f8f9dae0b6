//! The page of a list: what may be asked above it, the rows, and what can be done with them.

use super::cells::Shown;
use crate::web::desk::{DeskPage, Entry, Nav, pages_of_the_desk};
use crate::web::layout::{Frame, Page};
use askama::Template;

#[derive(Template)]
#[template(path = "lists/list.html")]
pub struct ListPage {
    pub frame: Frame,
    pub nav: Nav,
    pub headline: String,
    /// The lists beside this one.
    pub tabs: Vec<Entry>,
    /// What was done a moment ago.
    pub note: String,
    /// What is to be known of this list.
    pub about: String,
    /// Where the form that looks goes, and where forms that change something go.
    pub action: String,
    pub base: String,
    /// The query that every link carries: nothing, or the language.
    pub query: String,
    pub lang: Option<&'static str>,
    pub look: Option<Look>,
    pub first_fields: Vec<Field>,
    pub more_fields: Vec<Field>,
    pub more_are_set: bool,
    pub kept: Vec<Kept>,
    pub keeping: Option<Keeping>,
    pub word: &'static str,
    pub name: String,
    pub heads: Vec<Head>,
    pub rows: Vec<RowLine>,
    pub none: Option<None>,
    pub every: String,
    pub previous: Option<String>,
    pub next: Option<String>,
    /// Whether the page ended before it was full, though more may stand behind it.
    pub looks_on: bool,
    /// Taken away at once; and asked for as a task.
    pub csv: String,
    pub export: String,
    pub acts: Acts,
}

pub struct Look {
    pub label: String,
    pub value: String,
}

/// One filter as a field of the form.
pub struct Field {
    pub name: &'static str,
    pub label: String,
    pub value: String,
    pub ask: FieldKind,
}

pub enum FieldKind {
    Select(Vec<Choice>),
    Day,
    Text,
}

pub struct Choice {
    pub word: String,
    pub label: String,
    pub chosen: bool,
}

/// A filter that is kept.
pub struct Kept {
    pub id: i64,
    pub name: String,
    pub url: String,
    pub is_shared: bool,
    pub is_here: bool,
    pub may_go: bool,
    pub remove_label: String,
}

/// What the form that keeps a filter needs.
pub struct Keeping {
    pub query: String,
    pub may_share: bool,
}

pub struct Head {
    pub label: String,
    pub is_figure: bool,
}

pub struct RowLine {
    pub id: i64,
    pub cells: Vec<Shown>,
    pub tick_label: String,
}

/// Why a list is empty.
pub enum None {
    NothingFits,
    /// In the words of this list, with the way to the campaign’s page.
    Nothing {
        words: String,
        page: Option<String>,
    },
}

/// What can be done with rows.
#[derive(Default)]
pub struct Acts {
    /// Ticked mails are tried again or dropped at once.
    pub of_mails: bool,
    /// What is looked at first: what the buttons say, and where each leads.
    pub deeds: Vec<(String, String)>,
    /// What that look is told of the list: its filters and search words.
    pub pairs: Vec<(&'static str, String)>,
    /// The record of what was changed so, for who may see it.
    pub changes: Option<String>,
}

impl Acts {
    pub fn any(&self) -> bool {
        self.of_mails || !self.deeds.is_empty()
    }
}

pages_of_the_desk! {
    ListPage: |page| page.headline.clone();
}
