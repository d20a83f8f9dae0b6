//! The pages behind a pledge's private link.

use crate::fundraisers::transfers::Shown;
use crate::fundraisers::{Pledge, State};
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

/// What somebody has just done behind their link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Cancelled,
    /// A gift that recurs is being ended.
    Ending,
    Shown,
    TooLate,
    /// Cards are not taken for a while.
    Stopped,
    /// The provider gave no answer.
    NoAnswer,
    /// It was begun anew too often.
    TooOften,
}

impl Done {
    const ALL: [Self; 7] = [
        Self::Cancelled,
        Self::Ending,
        Self::Shown,
        Self::TooLate,
        Self::Stopped,
        Self::NoAnswer,
        Self::TooOften,
    ];

    /// Whether it is still so: an address may be opened again later.
    pub fn is_true_of(self, one: &Pledge) -> bool {
        match self {
            Self::Stopped | Self::NoAnswer | Self::TooOften => {
                matches!(one.state, State::Begun | State::Declined)
            }
            _ => true,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Ending => "ending",
            Self::Shown => "shown",
            Self::TooLate => "too-late",
            Self::Stopped => "stopped",
            Self::NoAnswer => "no-answer",
            Self::TooOften => "too-often",
        }
    }

    /// `?done=cancelled`
    pub fn asked(query: Option<&str>) -> Option<Self> {
        let word = query?.split('&').find_map(|pair| pair.strip_prefix("done="))?;
        Self::ALL.into_iter().find(|done| done.word() == word)
    }

    fn key(self) -> Option<&'static str> {
        match self {
            // The page itself says how it stands.
            Self::Cancelled | Self::Ending => None,
            Self::Shown => Some("fundraisers-done-shown"),
            Self::TooLate => Some("fundraisers-done-too-late"),
            Self::Stopped => Some("fundraisers-shut-stopped"),
            Self::NoAnswer => Some("fundraisers-done-no-answer"),
            Self::TooOften => Some("fundraisers-done-too-often"),
        }
    }
}

/// What can be done with it now.
pub struct Can {
    pub be_paid: bool,
    pub be_cancelled: bool,
    /// No more of it every month.
    pub be_ended: bool,
}

/// What everybody may see of it.
pub struct ShownToAll {
    pub name: bool,
    pub amount: bool,
}

/// For `/pledges/{token}`.
#[derive(Template)]
#[template(path = "fundraisers/pages/own.html")]
pub struct OwnPage {
    pub frame: Frame,
    pub fundraiser: Named,
    pub path: String,
    pub query: String,
    pub state: State,
    /// In a sentence.
    pub lead: String,
    pub done: Option<Done>,
    /// Whether somebody came back from the provider whose answer is still to come.
    pub is_looked_at: bool,
    /// Whether the mailbox is proved: only then what else belongs to it can be reached.
    pub is_mailed: bool,
    pub can: Can,
    pub is_practice: bool,
    pub amount: String,
    pub fees: String,
    pub name: String,
    pub organisation: String,
    pub memory: String,
    pub words: String,
    pub item: String,
    pub receipt: String,
    pub paid: String,
    pub shown: ShownToAll,
    /// Where it is to be transferred.
    pub transfer: Option<Shown>,
    /// Of a gift that recurs: whether it goes on, in a sentence; empty of others.
    pub monthly: String,
}

impl OwnPage {
    fn to(&self, rest: &str) -> String {
        format!("{}/{rest}{}", self.path, self.query)
    }
}

/// The page in between: from here on it is the provider's.
#[derive(Template)]
#[template(path = "fundraisers/pages/onward.html")]
pub struct OnwardPage {
    pub frame: Frame,
    /// What happens there, in a sentence.
    pub lead: String,
    /// The provider's page.
    pub url: String,
    /// Its host, so that who goes there knows where to.
    pub host: String,
    pub is_practice: bool,
    pub back: String,
}

/// “Check your inbox”.
#[derive(Template)]
#[template(path = "fundraisers/pages/inbox.html")]
pub struct InboxPage {
    pub frame: Frame,
    pub fundraiser: Named,
}

/// For `/pledges/{token}/gifts`: the yearly statement.
#[derive(Template)]
#[template(path = "fundraisers/pages/gifts.html")]
pub struct GiftsPage {
    pub frame: Frame,
    pub group: String,
    pub years: Vec<Year>,
    pub back: String,
}

/// The gifts of one year in one currency.
pub struct Year {
    pub sum: String,
    /// Receipt, day, fundraiser, amount.
    pub gifts: Vec<(String, String, String, String)>,
}

#[derive(Template)]
#[template(path = "fundraisers/pages/gone.html")]
pub struct GonePage {
    pub frame: Frame,
}

impl Page for OwnPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text(match self.state {
            State::Begun => "fundraisers-own-begun-title",
            State::Pledged | State::Charging => "fundraisers-own-pledged-title",
            State::Declined => "fundraisers-own-declined-title",
            State::Paid => "fundraisers-own-paid-title",
            State::Lapsed | State::Released | State::Cancelled => "fundraisers-own-over-title",
            State::Refunding | State::Refunded | State::Disputed => "fundraisers-own-refunded-title",
        })
    }
}

impl Page for GiftsPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("fundraisers-gifts-title")
    }
}

impl Page for OnwardPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("fundraisers-onward-title")
    }
}

impl Page for InboxPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("fundraisers-inbox-title")
    }
}

impl Page for GonePage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("fundraisers-gone-title")
    }
}
