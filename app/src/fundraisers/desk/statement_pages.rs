//! The page on which statements of a fundraiser's account are uploaded, and what they told is decided.

use crate::web::asked::{Ask, Field};
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

/// For `/desk/campaigns/{campaign}/fundraisers/{fundraiser}/statements`.
#[derive(Template)]
#[template(path = "fundraisers/desk/statements.html")]
pub struct StatementsPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub fundraiser: Named,
    pub notes: Vec<String>,
    /// How many transfers are announced, and how much they come to.
    pub open: String,
    /// The newest of them.
    pub announced: Vec<AnnouncedRow>,
    pub file_error: String,
    /// Whether to ask what a table's columns are, where that may be known.
    pub ask: Option<Field>,
    /// Which column is what, of a table that is to be uploaded again; empty before.
    pub mapping: Vec<Field>,
    pub preview: Vec<Vec<String>>,
    pub lines: Vec<LineRow>,
    /// That more lines wait than are shown; empty where none do.
    pub more: String,
    pub decided: Vec<DecidedRow>,
    /// A gift that no file told of.
    pub hand: Vec<Field>,
    pub path: String,
    pub query: String,
}

pub struct AnnouncedRow {
    pub name: String,
    pub amount: String,
    pub reference: String,
}

/// A line that somebody must look at.
pub struct LineRow {
    pub id: i64,
    pub day: String,
    pub amount: String,
    pub name: String,
    pub iban: String,
    pub reference: String,
    pub words: String,
    pub why: String,
    /// Whose it may be, with what was announced; empty where nobody's.
    pub whose: String,
    pub is_reversal: bool,
    /// Whether it can be a gift, or the whole of one that went back.
    pub can_be_booked: bool,
    pub assigned: Field,
}

pub struct DecidedRow {
    pub day: String,
    pub amount: String,
    pub state: String,
    pub receipt: String,
}

impl StatementsPage {
    fn wrong(&self) -> impl Iterator<Item = &Field> {
        let lines = self.lines.iter().map(|line| &line.assigned);
        self.mapping.iter().chain(lines).chain(&self.hand).filter(|field| !field.error.is_empty())
    }

    fn counted(&self) -> u64 {
        self.wrong().count() as u64 + u64::from(!self.file_error.is_empty())
    }
}

pages_of_the_desk! {
    StatementsPage: |page| page.frame.say.with("fundraisers-statements-headline", &[("fundraiser", &page.title)]);
}
