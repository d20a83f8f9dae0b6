//! A campaign as a value: what its files say, in types. It knows no file, no database and no page,
//! and checks nothing: what `files::read` hands out has been checked.

mod event;
mod fundraiser;
mod goal;
mod post;
mod statement;
mod target;

pub use event::{Event, EventKind, EventStatus, Numbers, PlaceFor, Question, QuestionChoice, Slot, Twice};
pub use fundraiser::{Account, Elsewhere, Fees, Fundraiser, FundraiserKind, Item, Short};
pub use goal::{Audience, Goal, Threshold};
pub use post::{Filling, Instead, PLACEHOLDERS, Post, filled, shared_link};
pub use statement::{Press, ReplyPlace, Source, Statement, StatementKind, is_paper, moment_in_zone};
pub use target::{Deed, Target};

use super::endorsers::Kind;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Words by language tag: `en`, `es`, `ar`.
pub type ByLanguage<T = String> = BTreeMap<String, T>;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    pub slug: String,
    pub status: Status,
    /// Never empty; the first is the default.
    pub languages: Vec<String>,
    /// Name from the IANA database; times on the pages are shown in it.
    pub time_zone: String,
    /// `#rrggbb`, readable on light paper.
    pub signal: String,
    /// `#rrggbb`, readable at night; the page makes a tint of `signal` where there is none.
    pub signal_dark: Option<String>,
    /// Optional fields that the form shows: some of `postal_code`, `country`, `comment`. The question
    /// for the relation is shown where there are relations.
    pub form: Vec<String>,
    pub group: Group,
    pub texts: ByLanguage<CampaignTexts>,
    pub mail: MailSettings,
    pub relations: Vec<Relation>,
    pub partners: Vec<Partner>,
    /// Never empty; the first is read on the campaign's own page.
    pub letters: Vec<Letter>,
    pub pictures: Vec<Picture>,
    /// Organisations that said elsewhere that they endorse it, as the organisers enter them.
    #[serde(default)]
    pub endorsements: Vec<Endorsement>,
    /// Whom posts address; the first is offered first.
    #[serde(default)]
    pub targets: Vec<Target>,
    #[serde(default)]
    pub posts: Vec<Post>,
    /// Where people are asked to come.
    #[serde(default)]
    pub events: Vec<Event>,
    /// What is to be reached.
    #[serde(default)]
    pub goals: Vec<Goal>,
    /// What money is asked for.
    #[serde(default)]
    pub fundraisers: Vec<Fundraiser>,
    /// Who was asked, who replied, who said something publicly: what the files enter of it.
    #[serde(default)]
    pub statements: Vec<Statement>,
    #[serde(default)]
    pub press: Press,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Imported, shown to nobody.
    Draft,
    Published,
    /// Shown, and takes no names in any of its letters.
    Closed,
}

/// The organisation that runs the campaign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub slug: String,
    pub name: String,
    pub website: Option<String>,
    /// Address that people write to about the campaign and about their data.
    pub contact: Option<String>,
    /// Who it is, in a sentence or two; empty, or in each of the campaign's languages.
    pub about: ByLanguage,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignTexts {
    /// The headline.
    pub title: String,
    /// What is asked for, in one sentence.
    pub ask: String,
    /// To whom.
    pub addressee: String,
    /// For search engines and the cards of shared links.
    pub summary: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailSettings {
    pub sender_name: String,
    pub sender_address: String,
    pub reply_to: Option<String>,
    /// Of the mail with the link; empty, or in each of the campaign's languages.
    pub subject: ByLanguage,
}

/// What a signer can say to be to the target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    pub slug: String,
    /// As the form says it: “a customer”.
    pub label: ByLanguage,
    /// As the count says it: “customers”.
    pub plural: ByLanguage,
}

/// An organisation that a signer may allow to write.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    pub slug: String,
    pub name: String,
    pub website: String,
    /// URL of what it says about data.
    pub privacy: String,
    /// The words beside the box that a signer ticks.
    pub consent: ByLanguage,
    /// What it says about data, for those who do not go to its site; empty, or in each of the campaign's languages.
    #[serde(default)]
    pub privacy_text: ByLanguage,
    /// File of one of the campaign's pictures.
    #[serde(default)]
    pub logo: Option<String>,
    /// `#rrggbb`, readable on light paper: the colour of its own page.
    #[serde(default)]
    pub signal: Option<String>,
    /// The public key of age (age-encryption.org) to which its exports are encrypted: `age1…`.
    #[serde(default)]
    pub age_key: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub slug: String,
    pub status: LetterStatus,
    /// How many people may sign from one mailbox; at least one.
    pub names_per_mailbox: u32,
    pub texts: ByLanguage<LetterText>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LetterStatus {
    Open,
    Closed,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterText {
    pub title: String,
    /// To whom, as it stands on the letter.
    pub addressee: String,
    /// Markdown.
    pub body: String,
    /// Why these words differ from those before, where they do.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl LetterText {
    /// Whether a reader of both would read the same.
    pub fn reads_as(&self, other: &Self) -> bool {
        (&self.title, &self.addressee, &self.body) == (&other.title, &other.addressee, &other.body)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Name in the folder `pictures`.
    pub file: String,
    pub alt: ByLanguage,
    /// Who made it; empty where nobody need be named.
    pub credit: String,
    pub licence: String,
    /// Kept beside the definition, not in it.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endorsement {
    pub slug: String,
    pub organisation: String,
    pub kind: Kind,
    /// The part of it that endorses, where it is not the whole.
    pub office: Option<String>,
    pub website: Option<String>,
    /// A sentence of its own; empty, or in each of the campaign's languages.
    pub comment: ByLanguage,
    /// The letter; the first where none is named.
    pub letter: Option<String>,
}

impl Definition {
    pub fn default_language(&self) -> &str {
        self.languages.first().map_or("en", String::as_str)
    }

    /// The page's words in a language, or in the campaign's own where it does not speak that one.
    pub fn texts_in(&self, language: &str) -> &CampaignTexts {
        static NONE: CampaignTexts = CampaignTexts {
            title: String::new(),
            ask: String::new(),
            addressee: String::new(),
            summary: String::new(),
        };
        self.texts.get(language).or_else(|| self.texts.get(self.default_language())).unwrap_or(&NONE)
    }
}

impl Status {
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Closed => "closed",
        }
    }
}

impl LetterStatus {
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }
}

impl Letter {
    pub fn is_open(&self) -> bool {
        self.status == LetterStatus::Open
    }
}

impl Partner {
    /// Which words somebody agreed to: the fingerprint of the partner's slug, a line break and the words.
    /// The same words have the same version in every instance.
    pub fn consent_version(&self, language: &str) -> String {
        let words = self.consent.get(language).map_or("", String::as_str);
        fingerprint(format!("{}\n{words}", self.slug).as_bytes())
    }

    /// The code by which signatures that came through it are known; its own parts stand behind a dot:
    /// `partner-greenpeace.newsletter`.
    pub fn source(&self) -> String {
        format!("partner-{}", self.slug)
    }

    /// Whether a code is the partner's, or one of its parts.
    pub fn is_source(&self, code: &str) -> bool {
        let rest = code.strip_prefix("partner-").and_then(|code| code.strip_prefix(self.slug.as_str()));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

/// The first 16 hexadecimal digits of the SHA-256.
pub fn fingerprint(said: &[u8]) -> String {
    let digest = Sha256::digest(said);
    digest.iter().take(8).fold(String::with_capacity(16), |hex, byte| hex + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_consent_words_changes_with_the_words_and_with_the_partner_alone() {
        let partner = |slug: &str, words: &str| Partner {
            slug: slug.to_owned(),
            name: "A".to_owned(),
            website: "https://a.example.org".to_owned(),
            privacy: "https://a.example.org/privacy".to_owned(),
            consent: ByLanguage::from([("en".to_owned(), words.to_owned())]),
            privacy_text: ByLanguage::new(),
            logo: None,
            signal: None,
            age_key: None,
        };
        let version = partner("greenpeace", "May write to me.").consent_version("en");
        // Recorded consents point at it, so it must never change.
        assert_eq!(version, "b70b1c08655c2929");
        assert_ne!(version, partner("greenpeace", "May write to me").consent_version("en"));
        assert_ne!(version, partner("other", "May write to me.").consent_version("en"));
        let renamed = Partner { name: "B".to_owned(), ..partner("greenpeace", "May write to me.") };
        assert_eq!(version, renamed.consent_version("en"));
        assert!(
            renamed.is_source("partner-greenpeace") && renamed.is_source("partner-greenpeace.newsletter")
        );
        for other in ["greenpeace", "partner-greenpeace-2", "partner-green", "partner-greenpeace2.x", ""] {
            assert!(!renamed.is_source(other), "{other}");
        }
    }
}
