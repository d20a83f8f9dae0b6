//! The signer's private page in each of its states. Whoever holds the link sees it; nobody else.

use askama::Template;

use super::NewLinkForm;
use crate::letters::pages::Problem;
use crate::posts::pages::Teaser;
use crate::web::i18n::{Given, Markup, Say};
use crate::web::layout::{Frame, Named, Page};

/// For `/signatures/{token}` and the answers to its forms.
#[derive(Template)]
#[template(path = "signatures/page.html")]
pub struct SignaturePage {
    pub frame: Frame,
    pub state: State,
}

#[derive(Clone, Debug)]
pub enum State {
    /// Not confirmed yet: shows what will be signed, and the button.
    Waiting {
        signed: Signed,
        until: String,
    },
    /// Counted, or held until somebody has looked. `just_now` is the answer to the button.
    Confirmed {
        signed: Signed,
        just_now: bool,
        changed: Option<Changed>,
        correction: NameForm,
    },
    /// This mailbox has signed already: shows that signature.
    SignedAlready {
        signed: Signed,
        changed: Option<Changed>,
        correction: NameForm,
    },
    /// Confirmed, and held by the organisers’ own hand.
    Held {
        signed: Signed,
        changed: Option<Changed>,
    },
    /// Struck from the letter by the organisers.
    Invalidated {
        signed: Signed,
        changed: Option<Changed>,
    },
    /// “It wasn't me”: the sign-on is gone, nothing was signed.
    JustDeleted {
        letter: Named,
    },
    /// Of what was signed only the letter, what was agreed to and the page's own address are told.
    JustWithdrawn {
        signed: Signed,
    },
    /// The same later.
    Withdrawn {
        signed: Signed,
        changed: Option<Changed>,
        on: String,
    },
    /// As many names have signed from this mailbox as the letter allows.
    MailboxFull {
        signed: Signed,
        letter: Named,
        most: u32,
    },
    /// The letter was closed before this was confirmed.
    LetterClosed {
        signed: Signed,
        letter: Named,
    },
    Expired {
        form: NewLinkForm,
    },
    /// The link is not one of ours, or was cut or changed on the way.
    Altered {
        form: NewLinkForm,
    },
}

/// What was sent, and so what is signed.
#[derive(Clone, Debug, Default)]
pub struct Signed {
    /// `/signatures/{token}`: the forms are sent below it.
    pub path: String,
    /// `?lang=es`, or empty.
    pub query: String,
    pub letter: Named,
    /// Language in which it was signed, in its own name.
    pub language: String,
    /// Number of the wording, from 1.
    pub version: u64,
    /// Where that wording is read, where it is not the current one.
    pub earlier: Option<String>,
    pub name: String,
    pub relation: String,
    /// Postal code and country as given.
    pub place: String,
    pub comment: String,
    pub public: bool,
    /// Whether organisers keep the name off the page, whatever is wished here.
    pub kept_off: bool,
    /// Under every letter of the campaign.
    pub consents: Vec<ConsentGiven>,
    pub offers: Vec<Offer>,
    /// Who runs the campaign, and so holds all of it since then; nobody while it waits.
    pub holder: Named,
    /// When the form was sent, or when it was confirmed.
    pub when: String,
    /// Where the letter's words were changed since.
    pub renewal: Option<Renewal>,
    /// The campaign's first ready-made post, if it has any and the signature counts.
    pub posts: Option<Teaser>,
}

/// The words that stand now, to be signed by whoever signed earlier ones.
#[derive(Clone, Debug)]
pub struct Renewal {
    pub version: i64,
    /// Why they were changed; may be empty.
    pub reason: String,
    /// Where it stands what differs.
    pub url: String,
}

/// A consent with the words that it was given to.
#[derive(Clone, Debug)]
pub struct ConsentGiven {
    /// The partner's slug.
    pub partner: String,
    pub name: String,
    pub words: String,
    /// Where the partner says what it does with data; empty where that is not known any more.
    pub privacy: String,
    /// Since when the partner may see name and address; nothing while the sign-on waits.
    pub given: Option<String>,
    /// Path of the page on which it was given.
    pub page: String,
    /// When the partner first took them away in a file.
    pub taken: Option<String>,
    /// When it ended.
    pub ended: Option<String>,
    /// Whether it ended with the partnership, and not by the signer.
    pub by_partner: bool,
    /// Whether it was given on the private page itself.
    pub is_given_here: bool,
    /// The other letter with which it was given; empty where it was this one.
    pub elsewhere: String,
}

/// A partner that can be agreed to.
#[derive(Clone, Debug)]
pub struct Offer {
    pub partner: String,
    pub name: String,
    pub words: String,
    /// Which words they are, sent along: nobody agrees to others than were read.
    pub version: String,
    /// Where the partner says what it does with data.
    pub privacy: String,
}

impl ConsentGiven {
    /// Since when the partner may have what, and on which page that was agreed to.
    fn since(&self, say: &Say, given: &str) -> Markup {
        if self.is_given_here || self.page.is_empty() {
            let key = if self.is_given_here {
                "signatures-consent-since-here"
            } else {
                "signatures-consent-since-then"
            };
            return say.html(key, "when", given.to_owned());
        }
        say.html_of_two("signatures-consent-since", ("when", &given), ("page", &self.page))
    }
}

/// What the signer has just mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    Name,
    Shown,
    Hidden,
    /// The wish to be shown, while organisers keep the name off the page.
    Wished,
    Consent,
    /// Agreed to a partner.
    Agreed,
    /// Signed as they stand now.
    Words,
}

/// The form that corrects the name.
#[derive(Clone, Debug, Default)]
pub struct NameForm {
    /// As typed; the signature's name where nothing was typed.
    pub value: String,
    pub problem: Option<Problem>,
}

impl NameForm {
    fn error(&self, say: &Say) -> String {
        self.problem.as_ref().map(|problem| problem.words(say)).unwrap_or_default()
    }
}

impl Signed {
    /// Which wording it is, and in which language it was signed.
    fn wording(&self, say: &Say) -> Markup {
        let version = ("version", &self.version as &dyn Given);
        say.html_of_two("signatures-fact-version", version, ("language", &self.language))
    }

    /// What can still be ended, each partner once: it ends under every letter.
    fn consents_that_hold(&self) -> impl Iterator<Item = &ConsentGiven> {
        let holds = |consent: &&ConsentGiven| consent.ended.is_none();
        self.consents
            .iter()
            .enumerate()
            .filter(move |(place, consent)| {
                let mut before = self.consents[..*place].iter().filter(holds);
                holds(consent) && before.all(|other| other.partner != consent.partner)
            })
            .map(|(_, consent)| consent)
    }

    /// The address of one of the page's forms.
    fn to(&self, form: &str) -> String {
        format!("{}/{form}{}", self.path, self.query)
    }
}

impl Changed {
    fn words(self, say: &Say) -> String {
        say.text(match self {
            Self::Name => "signatures-name-changed",
            Self::Shown => "signatures-name-shown",
            Self::Hidden => "signatures-name-hidden",
            Self::Wished => "signatures-name-wished",
            Self::Consent => "signatures-consent-ended",
            Self::Agreed => "signatures-agreed",
            Self::Words => "signatures-renewed",
        })
    }
}

impl Page for SignaturePage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text(match &self.state {
            State::Waiting { .. } => "signatures-waiting-headline",
            State::Confirmed { .. } => "signatures-confirmed-headline",
            State::SignedAlready { .. } => "signatures-already-headline",
            State::Held { .. } => "signatures-held-headline",
            State::Invalidated { .. } => "signatures-invalidated-headline",
            State::JustDeleted { .. } => "signatures-deleted-headline",
            State::JustWithdrawn { .. } | State::Withdrawn { .. } => "signatures-withdrawn-headline",
            State::MailboxFull { .. } => "signatures-full-headline",
            State::LetterClosed { .. } => "signatures-closed-headline",
            State::Expired { .. } => "signatures-expired-headline",
            State::Altered { .. } => "signatures-altered-headline",
        })
    }
}
