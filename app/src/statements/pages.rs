//! The public pages of statements: the press page, and the one behind a private link. They take plain words and
//! addresses, and never ask a database.

use super::REPLIES_A_LINK;
use super::form::{Fault, Field};
use crate::campaigns::record::MOST_WORDS;
use crate::campaigns::record_shown::{EntryShown, QuestionShown};
use crate::letters::pages::{Endorsers, RelationCount};
use crate::web::i18n::{Language, Markup, Say, link};
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

/// For `/campaigns/{campaign}/press`.
#[derive(Template)]
#[template(path = "statements/press.html")]
pub struct PressPage {
    pub frame: Frame,
    pub campaign: Named,
    /// For search engines.
    pub summary: String,
    pub contact: Contact,
    pub state: State,
}

pub enum State {
    /// An embargo lasts: when it ends, with the zone.
    Closed {
        opens: String,
    },
    Open(Box<Open>),
}

/// Whom the press asks.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    pub name: String,
    pub mail: String,
    pub phone: String,
}

impl Contact {
    pub fn mail_link(&self) -> Markup {
        link(&format!("mailto:{}", self.mail), &self.mail)
    }

    pub fn phone_link(&self) -> Markup {
        link(&format!("tel:{}", self.phone), &self.phone)
    }

    pub fn is_empty(&self) -> bool {
        self.name.is_empty() && self.mail.is_empty() && self.phone.is_empty()
    }
}

pub struct Open {
    pub numbers: Vec<Numbers>,
    pub as_of: String,
    /// How many names may sign from one mailbox, at most.
    pub names_per_mailbox: u32,
    /// The same numbers for programs.
    pub count_json: String,
    pub letters: Vec<LetterFiles>,
    /// By letter: its title where there are several, and who endorses it.
    pub endorsers: Vec<(String, Endorsers)>,
    pub questions: Vec<QuestionShown>,
    pub replies: Vec<EntryShown>,
    pub said: Vec<EntryShown>,
    pub deliveries: Vec<HandedOver>,
    pub timeline: Vec<Happening>,
    pub pictures: Vec<Plate>,
}

impl Open {
    pub fn has_record(&self) -> bool {
        !self.questions.is_empty() || !self.replies.is_empty() || !self.said.is_empty()
    }

    pub fn has_endorsers(&self) -> bool {
        self.endorsers.iter().any(|(_, one)| one.count > 0)
    }
}

/// A letter's numbers.
pub struct Numbers {
    pub letter: Named,
    pub signatures: u64,
    pub by_relation: Vec<RelationCount>,
    pub held: u64,
    /// The key of the sentence that says as what signatures were removed, and how many.
    pub removed: Vec<(&'static str, u64)>,
}

/// A letter to take away, in each of its languages.
pub struct LetterFiles {
    pub letter: Named,
    pub versions: Vec<InLanguage>,
}

pub struct InLanguage {
    pub language: Language,
    pub pdf: String,
    pub text: String,
}

/// A letter that was handed over, and the fingerprints of its files.
pub struct HandedOver {
    pub anchor: String,
    /// “Handed over on 12 September 2018 to the council.”
    pub words: String,
    pub letter: Option<Named>,
    /// The language of its files, in that language.
    pub language: &'static str,
    pub signatures: u64,
    pub unnamed: u64,
    pub as_of: String,
    /// Name and SHA-256 in hexadecimal digits.
    pub files: Vec<(String, String)>,
    /// Where all of them stand for `sha256sum --check`.
    pub sums: String,
}

/// A line of the timeline.
pub struct Happening {
    pub when: String,
    pub what: Markup,
}

/// A picture to download.
pub struct Plate {
    pub url: String,
    pub file: String,
    pub alt: String,
    pub credit: String,
    pub licence: String,
    pub width: u32,
    pub height: u32,
}

/// The form behind a private link, with what stands in the way.
#[derive(Clone, Debug, Default)]
pub struct ReplyShown {
    pub speaker: String,
    pub words: String,
    pub mistakes: Vec<(Field, Fault)>,
    /// 429: in how many seconds this network may send again.
    pub again_in: Option<u64>,
}

impl ReplyShown {
    pub fn error(&self, field: Field, say: &Say) -> String {
        let found = self.mistakes.iter().find(|(one, _)| *one == field);
        found.map(|(_, fault)| fault.words(say)).unwrap_or_default()
    }

    pub fn counted(&self) -> u64 {
        self.mistakes.len() as u64
    }
}

/// For `/statements/{token}`: what was asked, what was replied, and the form.
#[derive(Template)]
#[template(path = "statements/own.html")]
pub struct OwnPage {
    pub frame: Frame,
    pub group: Named,
    pub campaign: Named,
    pub whom: String,
    /// The question, as it was when the link was sent.
    pub asked: String,
    pub asked_lang: &'static str,
    /// Key of the sentence that says where a reply will stand.
    pub place: &'static str,
    /// While an embargo lasts: when the press page opens.
    pub opens: Option<String>,
    /// Whether nobody reads a reply before that.
    pub is_later: bool,
    /// What is published of the link: at which domain the address is, and on which day it was mailed.
    pub domain: String,
    pub sent_on: String,
    pub until: String,
    /// So many letters can still come by this link.
    pub left: u64,
    pub replies: Vec<EntryShown>,
    /// It was taken just now.
    pub done: bool,
    /// Nothing where as many came as can by one link.
    pub form: Option<ReplyShown>,
    pub action: String,
}

/// A private link that leads nowhere.
#[derive(Template)]
#[template(path = "statements/gone.html")]
pub struct GonePage {
    pub frame: Frame,
}

impl Page for PressPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("statements-press-headline")
    }

    fn title(&self) -> String {
        self.frame.say.with("statements-press-page-title", &[("campaign", &self.campaign.name)])
    }

    fn description(&self) -> String {
        self.summary.clone()
    }

    fn indexed(&self) -> bool {
        matches!(self.state, State::Open(_))
    }
}

impl OwnPage {
    /// How much comes by one link, whoever has it.
    fn altogether(&self) -> Markup {
        let (replies, most) = (REPLIES_A_LINK as u64, MOST_WORDS as u64);
        self.frame.say.html_of_two("statements-own-altogether", ("replies", &replies), ("most", &most))
    }

    fn mailed(&self) -> Markup {
        let say = &self.frame.say;
        say.html_of_two("statements-own-mailed", ("domain", &self.domain), ("day", &self.sent_on))
    }

    /// When it is published, whole; or what they read who have sent it.
    fn when(&self, is_done: bool) -> Markup {
        let say = &self.frame.say;
        match (&self.opens, is_done) {
            (Some(opens), true) if self.is_later => say.html("statements-own-done-later", "moment", opens),
            (Some(opens), false) if self.is_later => say.html("statements-own-words-later", "moment", opens),
            (_, true) => Markup::ours(say.text("statements-own-done")),
            (_, false) => Markup::ours(say.text("statements-own-words")),
        }
    }

    fn lead(&self) -> Markup {
        let say = &self.frame.say;
        say.html_of_two("statements-own-lead", ("group", &self.group.link()), ("whom", &self.whom))
    }
}

impl Page for OwnPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("statements-own-headline")
    }
}

impl Page for GonePage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("statements-gone-headline")
    }
}
