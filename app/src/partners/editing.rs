//! A partner as it is typed at the desk: its fields, the partner that they make, and all that is wrong with them. The
//! rules are the files' own.

use crate::campaigns::definition::{ByLanguage, Definition, Partner};
use crate::campaigns::files::{
    AGE_KEY_EXAMPLE, MOST_PRIVACY, Rule, is_age_key, is_refused, is_secret_age_key, one_paragraph,
};
pub use crate::campaigns::typed::Typed;
use crate::campaigns::typed::{self, WordsFault};
use crate::web::i18n::Say;
use crate::web::natural;

/// What is wrong with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFault {
    NoKey,
    /// The example, whose other half they do not have.
    Example,
    /// The half that nobody else may have: it is not shown again.
    Secret,
}

impl KeyFault {
    pub fn words(self, say: &Say) -> String {
        let example = AGE_KEY_EXAMPLE.to_owned();
        match self {
            Self::NoKey => say.with("partners-key-error", &[("example", &example)]),
            Self::Example => say.text("partners-key-example"),
            Self::Secret => say.with("partners-key-secret", &[("example", &example)]),
        }
    }
}

/// A key as it is kept. age writes it in small letters and reads it in capitals as well; it is the same key.
pub fn key_typed(typed: &str) -> String {
    let typed = one_paragraph(typed);
    let is_in_capitals = typed.starts_with("AGE1") && !typed.chars().any(|c| c.is_ascii_lowercase());
    if is_in_capitals { typed.to_ascii_lowercase() } else { typed }
}

pub fn key_fault(typed: &str) -> Option<KeyFault> {
    if is_secret_age_key(typed) {
        Some(KeyFault::Secret)
    } else if typed == AGE_KEY_EXAMPLE {
        Some(KeyFault::Example)
    } else {
        (!is_age_key(typed)).then_some(KeyFault::NoKey)
    }
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    TooLong(usize),
    Unprintable,
    Slug,
    SlugTaken,
    Url,
    Colour,
    Logo,
    Key(KeyFault),
}

impl Fault {
    pub fn words(&self, say: &Say) -> String {
        match self {
            Self::Missing => say.text("partners-fault-missing"),
            Self::TooLong(most) => {
                let most = natural(i64::try_from(*most).unwrap_or(i64::MAX));
                say.with("partners-fault-too-long", &[("most", &most)])
            }
            Self::Unprintable => say.text("partners-fault-unprintable"),
            Self::Slug => say.text("partners-fault-slug"),
            Self::SlugTaken => say.text("partners-fault-slug-taken"),
            Self::Url => say.text("partners-fault-url"),
            Self::Colour => say.text("partners-fault-colour"),
            Self::Logo => say.text("partners-fault-logo"),
            Self::Key(fault) => fault.words(say),
        }
    }
}

pub type Faults = Vec<(String, Fault)>;

const NAME: usize = 120;
const CONSENT: usize = 400;

pub fn blank() -> Partner {
    Partner::default()
}

/// What stands in the form of a partner.
pub fn typed(partner: &Partner) -> Typed {
    let optional = |value: &Option<String>| value.clone().unwrap_or_default();
    let mut all: Typed = [
        ("slug", partner.slug.clone()),
        ("name", partner.name.clone()),
        ("website", partner.website.clone()),
        ("privacy", partner.privacy.clone()),
        ("logo", optional(&partner.logo)),
        ("signal", optional(&partner.signal)),
        ("age_key", optional(&partner.age_key)),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect();
    for (key, words) in [("consent", &partner.consent), ("privacy_text", &partner.privacy_text)] {
        all.extend(words.iter().map(|(language, text)| (format!("{key}.{language}"), text.clone())));
    }
    all
}

/// The fields of the form, in its order.
pub fn names(languages: &[String], is_new: bool, key_is_its_own: bool) -> Vec<String> {
    let own = |key: &'static str| languages.iter().map(move |tag| format!("{key}.{tag}"));
    let first = ["name", "slug", "website", "privacy"].into_iter().filter(|name| is_new || *name != "slug");
    first
        .map(str::to_owned)
        .chain(own("consent"))
        .chain(own("privacy_text"))
        .chain(
            ["logo", "signal", "age_key"]
                .into_iter()
                .filter(|name| !key_is_its_own || *name != "age_key")
                .map(str::to_owned),
        )
        .collect()
}

struct Read<'t> {
    typed: &'t Typed,
    faults: Faults,
}

impl Read<'_> {
    /// A value without what surrounds it; a rule that refuses it is noted as this fault.
    fn value(&mut self, name: &str, rule: Rule, fault: Fault, needed: bool) -> String {
        let value = one_paragraph(self.typed.get(name).map_or("", String::as_str));
        let found = if value.is_empty() {
            needed.then_some(Fault::Missing)
        } else if value.chars().any(is_refused) {
            Some(Fault::Unprintable)
        } else {
            rule.check(&value).err().map(|_| fault)
        };
        self.faults.extend(found.map(|fault| (name.to_owned(), fault)));
        value
    }

    fn optional(&mut self, name: &str, rule: Rule, fault: Fault) -> Option<String> {
        Some(self.value(name, rule, fault, false)).filter(|value| !value.is_empty())
    }

    /// In each of the campaign's languages, or in none where it need not be said.
    fn words(&mut self, key: &str, languages: &[String], most: usize, needed: bool) -> ByLanguage {
        let faults = &mut self.faults;
        typed::by_language(self.typed, languages, (key, most, needed), |name, fault| {
            faults.push((name, fault.into()));
        })
    }
}

impl From<WordsFault> for Fault {
    fn from(fault: WordsFault) -> Self {
        match fault {
            WordsFault::Missing => Self::Missing,
            WordsFault::TooLong(most) => Self::TooLong(most),
            WordsFault::Unprintable => Self::Unprintable,
        }
    }
}

/// The partner that a form makes of one, or what is wrong with it. Once it has accepted the terms its key is its own.
pub fn taken(
    before: &Partner,
    campaign: &Definition,
    typed: &Typed,
    key_is_its_own: bool,
) -> Result<Partner, Faults> {
    let mut read = Read { typed, faults: Vec::new() };
    let is_new = before.slug.is_empty();
    let languages = &campaign.languages;
    let name = read.value("name", Rule::Words(NAME), Fault::TooLong(NAME), true);
    let slug = if is_new {
        let slug = read.value("slug", Rule::Slug, Fault::Slug, true);
        if campaign.partners.iter().any(|other| other.slug == slug) {
            read.faults.push(("slug".to_owned(), Fault::SlugTaken));
        }
        slug
    } else {
        before.slug.clone()
    };
    let website = read.value("website", Rule::Url, Fault::Url, true);
    let privacy = read.value("privacy", Rule::Url, Fault::Url, true);
    let consent = read.words("consent", languages, CONSENT, true);
    let privacy_text = read.words("privacy_text", languages, MOST_PRIVACY, false);
    let logo = read.optional("logo", Rule::PictureFile, Fault::Logo);
    if logo.as_ref().is_some_and(|logo| campaign.pictures.iter().all(|picture| picture.file != *logo)) {
        read.faults.push(("logo".to_owned(), Fault::Logo));
    }
    let signal = read.optional("signal", Rule::Day, Fault::Colour);
    let age_key = if key_is_its_own {
        before.age_key.clone()
    } else {
        Some(key_typed(typed.get("age_key").map_or("", String::as_str))).filter(|key| !key.is_empty())
    };
    if let Some(fault) = age_key.as_deref().filter(|_| !key_is_its_own).and_then(key_fault) {
        read.faults.push(("age_key".to_owned(), Fault::Key(fault)));
    }
    if read.faults.is_empty() {
        Ok(Partner { slug, name, website, privacy, consent, privacy_text, logo, signal, age_key })
    } else {
        Err(read.faults)
    }
}
