//! The pages of targets at the desk. They take plain words and addresses, and never ask a database.

use super::marking::{Mistakes, Which, WrongDay};
use super::words::{FaultLine, FieldLine};
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::i18n::Say;
use crate::web::layout::{Frame, Page};
use askama::Template;

/// All targets of a campaign, and the form that takes a list.
#[derive(Template)]
#[template(path = "targets/list.html")]
pub struct ListPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub note: String,
    pub rows: Vec<Row>,
    /// The list as it was pasted.
    pub list: String,
    pub faults: Vec<FaultLine>,
    /// Where the list goes to be looked at.
    pub preview: String,
}

pub struct Row {
    pub name: String,
    pub role: String,
    pub url: String,
    /// Networks and handles there.
    pub handles: Vec<(&'static str, String)>,
    pub session: String,
    pub marks: Vec<MarkLine>,
}

pub struct MarkLine {
    pub words: String,
    pub link: String,
}

/// What a list would do, before it does.
#[derive(Template)]
#[template(path = "targets/preview.html")]
pub struct PreviewPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    /// Why this is looked at again; empty the first time.
    pub warning: String,
    pub new: Vec<NewLine>,
    pub changed: Vec<ChangedLine>,
    pub same: u64,
    pub list: String,
    /// What this page was made from: the list and the targets.
    pub seen: String,
    pub apply: String,
    pub preview: String,
    pub back: String,
}

pub struct NewLine {
    pub name: String,
    pub fields: Vec<(String, String)>,
}

pub struct ChangedLine {
    pub name: String,
    pub fields: Vec<FieldLine>,
}

/// One target: what is known, its marks, and taking it away.
#[derive(Template)]
#[template(path = "targets/target.html")]
pub struct TargetPage {
    pub frame: Frame,
    pub nav: Nav,
    pub name: String,
    pub role: String,
    pub note: String,
    pub fields: Vec<(String, String)>,
    pub forms: Vec<MarkForm>,
    pub seen: String,
    /// What keeps it from being saved or taken away.
    pub faults: Vec<FaultLine>,
    /// What somebody else has saved since; the form shows what was typed.
    pub conflict: Option<Conflict>,
    pub marks: String,
    pub removal: String,
    /// This page without what was typed.
    pub again: String,
    pub back: String,
}

pub struct MarkForm {
    pub which: Which,
    pub is_set: bool,
    pub on: String,
    pub link: String,
    /// The field's name, the language's own name, and the words in it.
    pub words: Vec<(String, &'static str, String)>,
    pub mistakes: Mistakes,
}

pub struct Conflict {
    /// What would be done was taking the target away.
    pub removing: bool,
    pub fields: Vec<FieldLine>,
}

impl MarkForm {
    fn word(&self) -> &'static str {
        self.which.word()
    }

    fn headline(&self) -> &'static str {
        match self.which {
            Which::Answered => "targets-answered",
            Which::Acted => "targets-acted",
        }
    }

    fn button(&self) -> &'static str {
        match self.which {
            Which::Answered => "targets-answered-button",
            Which::Acted => "targets-acted-button",
        }
    }

    /// Of a field of this form: two forms stand on the page.
    fn id(&self, field: &str) -> String {
        format!("{}-{field}", self.word())
    }

    fn on_error(&self, say: &Say) -> String {
        match self.mistakes.on {
            Some(WrongDay::NoDay) => say.text("targets-on-error"),
            Some(WrongDay::Ahead) => say.text("targets-on-ahead"),
            None => String::new(),
        }
    }

    fn link_error(&self, say: &Say) -> String {
        if self.mistakes.link { say.text("targets-link-error") } else { String::new() }
    }

    fn words_error(&self, say: &Say) -> String {
        if self.mistakes.words { say.text("targets-words-error") } else { String::new() }
    }
}

impl PreviewPage {
    /// What it would do, in a sentence.
    fn sums(&self) -> String {
        let count = |all: usize| u64::try_from(all).unwrap_or(u64::MAX);
        let (new, changed) = (count(self.new.len()), count(self.changed.len()));
        let given = [("new", &new as _), ("changed", &changed as _), ("same", &self.same as _)];
        self.frame.say.with("targets-sums", &given)
    }

    fn changes_something(&self) -> bool {
        !self.new.is_empty() || !self.changed.is_empty()
    }
}

impl TargetPage {
    fn words_label(&self, language: &str) -> String {
        self.frame.say.with("targets-words", &[("language", &language.to_owned())])
    }

    fn remove_button(&self) -> String {
        self.frame.say.with("targets-remove-button", &[("name", &self.name)])
    }

    fn has_mistakes(&self) -> bool {
        self.forms.iter().any(|form| form.mistakes != Mistakes::default())
    }
}

pages_of_the_desk! {
    ListPage: |page| page.frame.say.with("targets-headline", &[("campaign", &page.title)]);
    PreviewPage: |page| page.frame.say.with("targets-preview-headline", &[("campaign", &page.title)]);
    TargetPage: |page| page.name.clone();
}
