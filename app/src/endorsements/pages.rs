//! The public pages of endorsements: the form, the inbox, the officer’s own page and the one that proves a
//! domain. They take plain words, and never ask a database.

use super::State;
use super::form::{EndorsementForm, Fault, Field};
use crate::campaigns::endorsers::{Kind, Proof};
use crate::web::i18n::Say;
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

/// The form with what stands in the way.
#[derive(Clone, Debug, Default)]
pub struct FormShown {
    /// Where it is sent.
    pub action: String,
    pub typed: EndorsementForm,
    pub mistakes: Vec<(Field, Fault)>,
    /// 429: in how many seconds this network may send again.
    pub again_in: Option<u64>,
    /// Whether the officer's own address is asked for.
    pub asks_email: bool,
    /// Whether it asks after a person at all: an organiser names the organisation alone.
    pub asks_officer: bool,
    pub button: &'static str,
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
        Kind::ALL.into_iter().map(|kind| (kind.word(), kind_name(say, kind))).collect()
    }
}

pub fn kind_name(say: &Say, kind: Kind) -> String {
    say.text(match kind {
        Kind::Organisation => "endorsements-kind-organisation",
        Kind::Company => "endorsements-kind-company",
        Kind::PublicBody => "endorsements-kind-public-body",
    })
}

/// By what it is known, in a sentence's words: “proved by mail at example.org”.
pub fn proof_words(say: &Say, proof: Proof, domain: &str) -> String {
    let domain = [("domain", &domain.to_owned() as _)];
    match proof {
        Proof::Mail => say.with("letters-endorser-by-mail", &domain),
        Proof::Dns => say.with("letters-endorser-by-dns", &domain),
        Proof::Web => say.with("letters-endorser-by-web", &domain),
        Proof::Organiser => say.text("letters-endorser-by-organiser"),
    }
}

/// For `/campaigns/{campaign}/letters/{letter}/endorsements`.
#[derive(Template)]
#[template(path = "endorsements/form.html")]
pub struct FormPage {
    pub frame: Frame,
    pub letter: Named,
    pub group: Named,
    pub open: bool,
    pub form: FormShown,
}

/// “Check your inbox”, the same for everybody.
#[derive(Template)]
#[template(path = "endorsements/inbox.html")]
pub struct InboxPage {
    pub frame: Frame,
    pub letter: Named,
    pub days: u64,
}

/// What an officer has just done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Proved,
    Mailed,
    Sought,
    Corrected,
    Pictured,
    Ended,
    SucceededByEnding,
}

impl Done {
    const ALL: [Self; 7] = [
        Self::Proved,
        Self::Mailed,
        Self::Sought,
        Self::Corrected,
        Self::Pictured,
        Self::Ended,
        Self::SucceededByEnding,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Proved => "proved",
            Self::Mailed => "mailed",
            Self::Sought => "sought",
            Self::Corrected => "corrected",
            Self::Pictured => "pictured",
            Self::Ended => "ended",
            Self::SucceededByEnding => "earlier-ended",
        }
    }

    /// `?done=proved`
    pub fn asked(query: Option<&str>) -> Option<Self> {
        let word = query?.split('&').find_map(|pair| pair.strip_prefix("done="))?;
        Self::ALL.into_iter().find(|done| done.word() == word)
    }

    fn key(self) -> &'static str {
        match self {
            Self::Proved => "endorsements-done-proved",
            Self::Mailed => "endorsements-done-mailed",
            Self::Sought => "endorsements-done-sought",
            Self::Corrected => "endorsements-done-corrected",
            Self::Pictured => "endorsements-done-pictured",
            Self::Ended => "endorsements-done-ended",
            Self::SucceededByEnding => "endorsements-done-earlier-ended",
        }
    }
}

/// The officer's own page.
#[derive(Template)]
#[template(path = "endorsements/own.html")]
pub struct OwnPage {
    pub frame: Frame,
    pub letter: Named,
    /// `/endorsements/{token}`: the forms are sent below it.
    pub path: String,
    /// `?lang=es`, or empty.
    pub query: String,
    pub state: State,
    pub done: Option<Done>,
    pub facts: Vec<(String, String)>,
    /// How it was proved and when; empty where it is not.
    pub proof: String,
    /// It stands on the page now.
    pub is_shown: bool,
    pub reason: String,
    pub domain: String,
    pub ways: Ways,
    pub form: FormShown,
    pub logo: LogoShown,
    /// Somebody else saved meanwhile.
    pub conflict: bool,
    /// Others who stand for the same office, which this one takes over once it is approved.
    pub earlier: bool,
}

/// The logo as it is kept, and what was wrong with one that was sent.
#[derive(Clone, Debug, Default)]
pub struct LogoShown {
    pub is_set: bool,
    pub alt: String,
    pub fault: String,
    pub alt_fault: String,
}

/// The three ways to prove, as far as they can be gone.
#[derive(Clone, Debug, Default)]
pub struct Ways {
    /// The address to which a mail is to go, as typed.
    pub email: String,
    pub email_fault: String,
    /// An address to which one went.
    pub mailed_to: String,
    /// Anybody can have an address at this domain.
    pub free_mail: bool,
    pub record_name: String,
    pub record_text: String,
    pub file_url: String,
    pub file_text: String,
    /// What the last look came to; empty before there was one.
    pub found: String,
    /// A look is under way.
    pub seeking: bool,
    /// 429: in how many seconds it can be asked again.
    pub again_in: Option<u64>,
}

impl OwnPage {
    fn to(&self, form: &str) -> String {
        format!("{}/{form}{}", self.path, self.query)
    }

    fn lead(&self) -> String {
        self.frame.say.text(match (self.state, self.is_shown) {
            (State::Unproved, false) => "endorsements-lead-unproved",
            (State::Unproved, true) => "endorsements-lead-unproved-again",
            (State::Waiting, false) => "endorsements-lead-waiting",
            (State::Waiting, true) => "endorsements-lead-waiting-again",
            (State::Approved, _) => "endorsements-lead-approved",
            (State::Refused, _) => "endorsements-lead-refused",
            (State::Ended, _) => "endorsements-lead-ended",
        })
    }

    fn stands(&self) -> bool {
        self.state != State::Ended
    }
}

/// Behind the link that went to an address at the domain.
#[derive(Template)]
#[template(path = "endorsements/proof.html")]
pub struct ProofPage {
    pub frame: Frame,
    pub state: ProofState,
}

pub enum ProofState {
    Asked {
        organisation: String,
        officer: String,
        role: String,
        letter: Named,
        domain: String,
        action: String,
    },
    Proved {
        organisation: String,
        letter: Named,
    },
    /// It was asked for anew, or the endorsement is over.
    Gone,
}

/// A private link that leads nowhere.
#[derive(Template)]
#[template(path = "endorsements/gone.html")]
pub struct GonePage {
    pub frame: Frame,
}

macro_rules! pages {
    ($($page:ident: $headline:expr;)*) => {$(
        impl Page for $page {
            fn frame(&self) -> &Frame {
                &self.frame
            }

            fn headline(&self) -> String {
                let headline: fn(&$page) -> String = $headline;
                headline(self)
            }
        }
    )*};
}

pages! {
    FormPage: |page| page.frame.say.text("endorsements-form-headline");
    InboxPage: |page| page.frame.say.text("endorsements-inbox-headline");
    OwnPage: |page| page.frame.say.text("endorsements-own-headline");
    ProofPage: |page| page.frame.say.text("endorsements-proof-headline");
    GonePage: |page| page.frame.say.text("endorsements-gone-headline");
}
