//! The public pages of fundraisers and the private page of a pledge. They take plain words, and never ask a database.

mod own;

pub use own::{Can, Done, GiftsPage, GonePage, InboxPage, OnwardPage, OwnPage, ShownToAll, Year};

use super::form::{Fault, Field, PledgeForm};
use super::transfers;
use crate::web::i18n::Say;
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

/// For `/campaigns/{campaign}/fundraisers`.
#[derive(Template)]
#[template(path = "fundraisers/pages/list.html")]
pub struct ListPage {
    pub frame: Frame,
    pub campaign: Named,
    pub fundraisers: Vec<Teaser>,
}

/// One of them in few words.
pub struct Teaser {
    pub title: Named,
    pub words: String,
    pub gauge: Gauge,
}

/// How far a fundraiser is.
#[derive(Clone, Debug)]
pub struct Gauge {
    /// In a sentence: so much of so much, by so many, until when.
    pub state: String,
    /// Of a thousand.
    pub share: i64,
    /// What follows from how it ended; empty while it is open.
    pub outcome: String,
    pub as_of: String,
    /// Nobody's money: it is for practice.
    pub is_practice: bool,
}

/// What the money pays for, and how far that is.
pub struct ItemShown {
    pub name: String,
    pub place: String,
    pub when: String,
    pub price: String,
    /// “1 of 2 is paid for”.
    pub state: String,
    /// Of a thousand.
    pub share: i64,
}

/// Somebody who gave, as they chose to be shown.
pub struct GiverShown {
    /// Empty where they are not named.
    pub name: String,
    /// Empty where it is not shown.
    pub amount: String,
    pub memory: String,
    pub words: String,
}

/// A line of “where it went”.
pub struct Went {
    pub label: String,
    pub amount: String,
    pub is_sum: bool,
}

pub struct InvoiceShown {
    pub day: String,
    pub words: String,
    pub item: String,
    pub amount: String,
    /// Where its file is; empty where there is none.
    pub file: String,
}

/// Why nobody can give here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut {
    /// It ended.
    Ended,
    /// The campaign takes nothing any more.
    Closed,
    /// No provider is set.
    NoProvider,
    /// Too many cards were declined: for a while.
    Stopped,
}

impl Shut {
    fn key(self) -> &'static str {
        match self {
            Self::Ended => "fundraisers-shut-ended",
            Self::Closed => "fundraisers-shut-closed",
            Self::NoProvider => "fundraisers-shut-no-provider",
            Self::Stopped => "fundraisers-shut-stopped",
        }
    }
}

/// In which ways money can be given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    pub card: bool,
    pub transfer: bool,
    /// Cards are taken here, and not for a while.
    pub lacks_card: bool,
}

/// As a form names it.
pub const CARD: &str = "card";

impl Ways {
    /// The one that somebody chose, where it is possible.
    pub fn chosen(self, typed: &str) -> &'static str {
        if self.transfer && (typed == transfers::WORD || !self.card) { transfers::WORD } else { CARD }
    }

    fn are_both(self) -> bool {
        self.card && self.transfer
    }

    /// What the button does.
    fn button(self) -> &'static str {
        match (self.card, self.transfer) {
            (false, true) => "fundraisers-send-transfer",
            (true, true) => "fundraisers-send-either",
            _ => "fundraisers-send",
        }
    }

    fn hint(self) -> &'static str {
        match (self.card, self.transfer) {
            (false, true) => "fundraisers-form-words-transfer",
            (true, true) => "fundraisers-form-words-either",
            _ => "fundraisers-form-words",
        }
    }
}

/// The form with what stands in the way.
#[derive(Clone, Debug, Default)]
pub struct FormShown {
    pub action: String,
    pub typed: PledgeForm,
    pub mistakes: Vec<(Field, Fault)>,
    /// 429: in how many seconds this network may send again.
    pub again_in: Option<u64>,
    /// Amounts on offer: as programs write them, and in words.
    pub presets: Vec<(String, String)>,
    pub currency: String,
    /// What is asked of who covers fees; empty where nobody is asked.
    pub cover: String,
    /// What the page asks of its script; empty where nothing.
    pub work: String,
    pub keeps: bool,
    /// What is said beside a gift every month; empty where none is taken.
    pub monthly: String,
    pub ways: Ways,
}

impl FormShown {
    pub fn error(&self, name: &str, say: &Say) -> String {
        let found = self.mistakes.iter().find(|(field, _)| field.name() == name);
        found.map(|(_, fault)| fault.words(say)).unwrap_or_default()
    }

    pub fn counted(&self) -> u64 {
        self.mistakes.len() as u64
    }

    /// Whether an amount of one's own is chosen.
    pub fn is_other(&self) -> bool {
        self.presets.is_empty() || self.typed.amount == "other"
    }
}

/// For `/campaigns/{campaign}/fundraisers/{fundraiser}`.
#[derive(Template)]
#[template(path = "fundraisers/pages/page.html")]
pub struct FundraiserPage {
    pub frame: Frame,
    pub title: String,
    pub words: String,
    pub rule: String,
    /// What is promised, in the program's words.
    pub promise: String,
    pub gauge: Gauge,
    pub items: Vec<ItemShown>,
    /// Whether they have promised, and not yet given.
    pub is_promised: bool,
    pub givers: Vec<GiverShown>,
    /// How many gave without being listed.
    pub unlisted: u64,
    pub went: Vec<Went>,
    pub invoices: Vec<InvoiceShown>,
    pub shut: Option<Shut>,
    /// Where money is taken elsewhere.
    pub elsewhere: String,
    /// What the organisers typed of it, and when.
    pub elsewhere_typed: String,
    pub form: FormShown,
    pub notice: String,
    pub all: String,
    pub script: String,
}

impl FundraiserPage {
    fn button(&self) -> &'static str {
        if self.form.keeps { "fundraisers-give" } else { "fundraisers-pledge" }
    }

    /// Whether anything stands in the fields that are folded away.
    fn has_more(&self) -> bool {
        let typed = &self.form.typed;
        [&typed.organisation, &typed.memory, &typed.words].iter().any(|typed| !typed.is_empty())
    }
}

impl Page for ListPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("fundraisers-title")
    }

    fn description(&self) -> String {
        self.frame.say.with("fundraisers-description", &[("campaign", &self.campaign.name)])
    }
}

impl Page for FundraiserPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.title.clone()
    }

    fn description(&self) -> String {
        self.words.clone()
    }

    fn script(&self) -> Option<&str> {
        (self.shut.is_none() && self.elsewhere.is_empty()).then_some(self.script.as_str())
    }
}
