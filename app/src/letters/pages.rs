//! The sheet: a campaign's letter with its count, its form and its roll of names.
//! It takes plain words and numbers, and never asks a database or a request for them.

mod form;
mod problem;
#[cfg(test)]
pub mod samples;

use super::agenda;
use askama::Template;

use crate::campaigns::record_shown::EntryShown;
use crate::posts::pages::Teaser;
use crate::web::i18n::{Markup, link};
use crate::web::layout::{Frame, Named, Page};

pub use form::{Choice, Consent, Reworded, SignForm, Standing, Trouble};
pub use problem::{Field, Mistake, Problem};

/// For `/campaigns/{campaign}` and `/campaigns/{campaign}/letters/{letter}`.
#[derive(Template)]
#[template(path = "letters/page.html")]
pub struct LetterPage {
    pub frame: Frame,
    /// The headline: two to eight words.
    pub headline: String,
    /// The ask in one or two sentences.
    pub ask: String,
    /// Who is addressed, as written on the letter.
    pub addressee: String,
    pub picture: Option<Picture>,
    pub count: Count,
    pub letter: LetterText,
    pub form: SignForm,
    /// URL of the form's script.
    pub script: String,
    /// Recent signers who agreed to be shown, newest first.
    pub roll: Vec<Signer>,
    /// Where all of them are read.
    pub names: String,
    /// The organisations that stand under it.
    pub endorsers: Endorsers,
    pub group: Named,
    /// Who the group is, in its own sentence or two; may be empty.
    pub about: String,
    /// For search engines and shared links.
    pub summary: String,
    /// Where it stands what is kept of people.
    pub notice: String,
    /// Where to write about one's data; the group's address.
    pub contact: Option<String>,
    pub other_letters: Vec<Named>,
    /// The first of the campaign's ready-made posts, with the way to the others.
    pub posts: Option<Teaser>,
    /// What is ahead, the next first.
    pub events: Vec<agenda::Entry>,
    /// Where all of them stand.
    pub all_events: String,
    /// What money is asked for.
    pub fundraisers: Vec<Named>,
    pub replies: Replies,
    pub goals: Option<GoalLine>,
    /// The page for the press.
    pub press: String,
}

/// Replies of those who are addressed, as prominent as the organisers chose beforehand.
#[derive(Clone, Debug, Default)]
pub struct Replies {
    /// Whole, above the letter.
    pub on_top: Vec<EntryShown>,
    /// Whole, behind it.
    pub behind: Vec<EntryShown>,
    /// How many there are, wherever they stand.
    pub count: u64,
}

/// For `/campaigns/{campaign}/letters/{letter}/wordings/{version}`: words that were replaced, for those
/// who signed them.
#[derive(Template)]
#[template(path = "letters/wording.html")]
pub struct WordingPage {
    pub frame: Frame,
    pub version: u64,
    /// From when to when it stood.
    pub from: String,
    pub until: String,
    pub addressee: String,
    pub text: LetterText,
    /// The letter as it stands now.
    pub letter: Named,
}

impl WordingPage {
    fn standing(&self) -> Markup {
        self.frame.say.html_of_two("letters-wording-stood", ("from", &self.from), ("until", &self.until))
    }
}

impl Page for WordingPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("letters-wording-headline")
    }
}

/// A picture of the campaign; its size keeps the page from jumping.
#[derive(Clone, Debug)]
pub struct Picture {
    pub url: String,
    pub alt: String,
    /// Who made it; empty where nobody need be named.
    pub credit: String,
    pub width: u32,
    pub height: u32,
}

/// Confirmed signatures at a moment.
#[derive(Clone, Debug, Default)]
pub struct Count {
    pub signatures: u64,
    /// The moment, as a person reads it.
    pub as_of: String,
    pub by_relation: Vec<RelationCount>,
    /// How many are held until somebody has looked.
    pub held: u64,
    /// The key of the sentence that says as what signatures were removed, and how many.
    pub removed: Vec<(&'static str, u64)>,
    /// How many names may sign from one mailbox.
    pub names_per_mailbox: u32,
}

#[derive(Clone, Debug)]
pub struct RelationCount {
    /// Plural, as the campaign words it: “customers”.
    pub label: String,
    pub signatures: u64,
}

/// The letter itself. Its language is not always that of the page.
#[derive(Clone, Debug)]
pub struct LetterText {
    pub title: String,
    pub lang: String,
    pub dir: String,
    pub html: Markup,
    /// Long letters carry a second way to the form.
    pub words: usize,
    /// Where the wording that one signs is not the first.
    pub changed: Option<ChangedWords>,
}

/// What the page says of the campaign's goals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalLine {
    /// What is published since the last of them was reached; empty where nothing is.
    pub words: String,
    /// The next number of signatures.
    pub ahead: Option<u64>,
    pub url: String,
}

/// What is said of a letter whose words were changed.
#[derive(Clone, Debug)]
pub struct ChangedWords {
    /// The day of the wording that one signs.
    pub on: String,
    /// As the organisers gave it; may be empty.
    pub reason: String,
    /// How many signed words before these.
    pub earlier: u64,
    /// Where every wording stands, with what differs.
    pub url: String,
}

#[derive(Clone, Debug)]
pub struct Signer {
    pub name: String,
    pub relation: String,
    /// The wording that was signed, where it is an earlier one and the page is to say so.
    pub earlier: Option<u64>,
}

/// Organisations, by kind.
#[derive(Clone, Debug, Default)]
pub struct Endorsers {
    pub count: u64,
    /// What the kind is called, and the organisations of it.
    pub kinds: Vec<(String, Vec<Endorser>)>,
    /// Where others endorse; nothing where the letter is closed.
    pub endorse: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Endorser {
    pub organisation: String,
    /// Empty where none is known.
    pub website: String,
    pub logo: Option<Logo>,
    pub offices: Vec<Office>,
}

/// A logo; its size keeps the page from jumping.
#[derive(Clone, Debug)]
pub struct Logo {
    pub url: String,
    /// What it shows; empty where that is the name, which stands below it.
    pub alt: String,
    pub width: u64,
    pub height: u64,
}

/// One endorsement: of an organisation, or of an office of it.
#[derive(Clone, Debug)]
pub struct Office {
    pub name: String,
    pub comment: String,
    /// The sentence's language and direction, where it is not the page's.
    pub lang: Option<(&'static str, &'static str)>,
    pub proof: String,
}

impl LetterPage {
    /// About four screens of a laptop.
    const LONG: usize = 600;

    fn is_long(&self) -> bool {
        self.letter.words > Self::LONG
    }

    /// The group's address, to write to.
    fn contact_link(&self) -> Option<Markup> {
        let address = self.contact.as_ref()?;
        Some(link(&format!("mailto:{address}"), address))
    }

    /// Whether the letter is in another language than the page.
    fn is_foreign(&self) -> bool {
        self.letter.lang != self.frame.say.language().tag()
    }
}

impl Page for LetterPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.headline.clone()
    }

    fn description(&self) -> String {
        self.summary.clone()
    }

    fn script(&self) -> Option<&str> {
        self.form.is_open().then_some(self.script.as_str())
    }

    /// A form with errors in it is one visitor's, not the page.
    fn indexed(&self) -> bool {
        matches!(self.form.trouble, Trouble::None)
    }
}
