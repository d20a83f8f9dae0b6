//! The pages of changes: what one would do, what one did, taking it back, and all of them.

use crate::lists::cells::Shown;
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::layout::{Frame, Page};
use askama::Template;

/// What a change would do, before it does.
#[derive(Template)]
#[template(path = "changes/look.html")]
pub struct LookPage {
    pub frame: Frame,
    pub nav: Nav,
    pub headline: String,
    /// Why it is not done, or looked at again.
    pub warning: String,
    pub lead: String,
    pub about: String,
    pub effects: Vec<String>,
    /// Rows that stay as they are: how many, and why.
    pub left: Vec<(u64, String)>,
    pub is_cut: String,
    /// That not each row was looked at.
    pub at_most: String,
    pub undo_hint: String,
    pub table: Option<Table>,
    /// As what signatures may be removed: the word, what is said of it, and whether it is chosen.
    pub classes: Vec<(&'static str, String, bool)>,
    pub lacks_class: bool,
    pub action: String,
    /// What the form carries on.
    pub pairs: Vec<(&'static str, String)>,
    /// What the button says; nothing where there is nothing to do.
    pub button: Option<String>,
    pub back: String,
}

/// Some rows, with how each stands before and after.
pub struct Table {
    pub name: String,
    pub caption: String,
    pub heads: Vec<String>,
    pub rows: Vec<Row>,
}

pub struct Row {
    pub cells: Vec<Shown>,
    pub before: String,
    pub after: String,
}

/// One change: what it did, how far it is, and the way back.
#[derive(Template)]
#[template(path = "changes/change.html")]
pub struct ChangePage {
    pub frame: Frame,
    pub nav: Nav,
    pub headline: String,
    pub lead: String,
    pub progress: Option<Progress>,
    pub facts: Vec<(String, String)>,
    /// What became of taking it back.
    pub undone: Vec<String>,
    /// Until when it can be taken back, and where that is looked at.
    pub undo: Option<(String, String)>,
    pub no_undo: String,
    pub list: String,
    pub changes: String,
}

pub struct Progress {
    pub label: String,
    pub percent: u64,
    /// This page, to look again.
    pub again: String,
    /// Where it is stopped.
    pub cancel: String,
}

/// What taking a change back would do.
#[derive(Template)]
#[template(path = "changes/undo.html")]
pub struct UndoPage {
    pub frame: Frame,
    pub nav: Nav,
    pub headline: String,
    pub warning: String,
    pub lead: String,
    pub effects: Vec<String>,
    /// How many were touched since, in words, and some of them by name.
    pub touched: String,
    pub names: Vec<String>,
    pub button: Option<String>,
    pub action: String,
    pub seen: String,
    pub back: String,
}

/// All changes of a campaign.
#[derive(Template)]
#[template(path = "changes/changes.html")]
pub struct ChangesPage {
    pub frame: Frame,
    pub nav: Nav,
    pub headline: String,
    pub lines: Vec<Line>,
    pub next: Option<String>,
    pub list: String,
}

pub struct Line {
    pub what: String,
    pub url: String,
    pub count: u64,
    pub who: String,
    pub when: String,
    pub state: String,
}

pages_of_the_desk! {
    LookPage: |page| page.headline.clone();
    ChangePage: |page| page.headline.clone();
    UndoPage: |page| page.headline.clone();
    ChangesPage: |page| page.headline.clone();
}
