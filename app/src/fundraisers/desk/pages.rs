//! The pages of fundraisers at the desk. They take plain words and addresses, and never ask a database.

use crate::web::asked::{Ask, Field};
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

/// For `/desk/campaigns/{campaign}/fundraisers`.
#[derive(Template)]
#[template(path = "fundraisers/desk/list.html")]
pub struct ListPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub note: String,
    pub rows: Vec<Row>,
    /// No provider is set: nobody can give.
    pub no_provider: bool,
    /// What everybody sees of them.
    pub public: String,
    /// Where givers' words are looked at; nothing for whoever may not.
    pub words: Option<String>,
    /// Where another is made; nothing for whoever may not.
    pub new: Option<String>,
}

pub struct Row {
    pub fundraiser: Named,
    /// Its form and its other pages, for whoever may.
    pub ways: Vec<Named>,
    pub state: String,
    pub outcome: String,
}

/// For `/desk/campaigns/{campaign}/fundraisers/{fundraiser}`.
#[derive(Template)]
#[template(path = "fundraisers/desk/one.html")]
pub struct OnePage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub note: String,
    /// Why nothing is decided or charged; empty where it goes on.
    pub waits: String,
    pub state: String,
    pub outcome: String,
    /// State, how many, how much.
    pub sums: Vec<(String, u64, String)>,
    /// How many give every month, in a sentence; empty where nobody does.
    pub monthly: String,
    pub went: Vec<(String, String)>,
    pub doubts: Vec<DoubtRow>,
    pub pledges: Vec<PledgeRow>,
    /// Those before these; nothing where there are none.
    pub older: Option<String>,
    pub ways: Vec<Named>,
    pub path: String,
    pub query: String,
    pub entries: Vec<EntryRow>,
    pub payout: Vec<Field>,
    pub invoice: Vec<Field>,
    pub file_error: String,
}

/// What does not agree with what the provider says.
pub struct DoubtRow {
    /// Receipt or number.
    pub which: String,
    pub what: String,
    /// Where it is given up; nothing where it is not to be.
    pub give_up: Option<String>,
}

pub struct PledgeRow {
    pub id: i64,
    pub name: String,
    pub email: String,
    pub amount: String,
    pub state: String,
    /// The receipt, and what the provider calls the payment.
    pub reference: String,
    pub when: String,
    /// What can be done with it: pay it back, or note that it went back; empty where nothing can.
    pub deed: String,
}

/// What was entered by hand.
pub struct EntryRow {
    pub id: i64,
    pub day: String,
    pub kind: String,
    pub number: String,
    pub words: String,
    pub amount: String,
}

/// For `/desk/campaigns/{campaign}/fundraiser-words`: what givers say to everybody.
#[derive(Template)]
#[template(path = "fundraisers/desk/words.html")]
pub struct WordsPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub rows: Vec<WordsRow>,
    pub path: String,
    pub query: String,
}

pub struct WordsRow {
    pub id: i64,
    pub name: String,
    pub memory: String,
    pub words: String,
    pub is_hidden: bool,
}

/// For `/desk/campaigns/{campaign}/fundraisers/{fundraiser}/pledges/{pledge}/refund` and `…/giving-up`.
#[derive(Template)]
#[template(path = "fundraisers/desk/refund.html")]
pub struct AskedPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    /// Whose, how much and of which receipt.
    pub words: String,
    pub button: String,
    /// Whether it can still be done.
    pub is_asked: bool,
    /// Where it is ended that this is given every month; empty where it is not, or has ended.
    pub monthly: String,
    pub action: String,
    pub leave: String,
}

impl OnePage {
    fn wrong(&self) -> impl Iterator<Item = &Field> {
        self.payout.iter().chain(&self.invoice).filter(|field| !field.error.is_empty())
    }

    fn counted(&self) -> u64 {
        self.wrong().count() as u64 + u64::from(!self.file_error.is_empty())
    }
}

pages_of_the_desk! {
    ListPage: |page| page.frame.say.with("fundraisers-desk-headline", &[("campaign", &page.title)]);
    OnePage: |page| page.title.clone();
    AskedPage: |page| page.title.clone();
    WordsPage: |page| page.frame.say.with("fundraisers-desk-words-headline", &[("campaign", &page.title)]);
}
