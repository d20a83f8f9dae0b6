//! A campaign and its letters as a form: which fields it has, how each is read from a campaign and put into
//! one, and what it must be like. The rules are those of the files; no HTTP, no SQL.

pub mod page;
pub mod routes;

use crate::campaigns::definition::{Definition, LetterStatus, Status};
use crate::campaigns::files::{MOST_CHARACTERS, Rule, is_refused, one_paragraph, without_empty_lines};
use crate::campaigns::new;
use broadside_markup::Lost;
use std::collections::HashMap;

/// One field: what of a campaign it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    Title(String),
    Ask(String),
    Addressee(String),
    Summary(String),
    /// Of a letter, by its slug and language.
    LetterTitle(String, String),
    Body(String, String),
    /// Why its words differ from those before.
    Reason(String, String),
    LetterStatus(String),
    SenderName,
    SenderAddress,
    Contact,
    Slug,
    TimeZone,
    Status,
}

/// What is wrong with what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    /// People have signed the words that were there.
    Unreasoned,
    TooLong {
        count: usize,
        most: usize,
    },
    /// A character that nobody sees and that breaks a text.
    Control,
    Slug,
    Address,
    TimeZone,
    /// Another campaign has this slug.
    Taken,
    /// Markup of a letter that would not reach its page, with its line.
    Html(String, usize),
    Picture(usize),
    Link(String, usize),
}

/// What was typed, by the names of the fields.
pub type Typed = HashMap<String, String>;

/// Every field of a campaign, in the order of the form. The slug is asked for while it can be chosen.
pub fn fields(campaign: &Definition, is_new: bool) -> Vec<Field> {
    let mut fields = Vec::new();
    for language in campaign.languages.iter().cloned() {
        fields.push(Field::Title(language.clone()));
        fields.push(Field::Ask(language.clone()));
        fields.push(Field::Addressee(language.clone()));
        fields.push(Field::Summary(language));
    }
    for letter in &campaign.letters {
        for language in campaign.languages.iter().cloned() {
            fields.push(Field::LetterTitle(letter.slug.clone(), language.clone()));
            fields.push(Field::Body(letter.slug.clone(), language.clone()));
            if !is_new {
                fields.push(Field::Reason(letter.slug.clone(), language));
            }
        }
        if !is_new {
            fields.push(Field::LetterStatus(letter.slug.clone()));
        }
    }
    fields.extend([Field::SenderName, Field::SenderAddress, Field::Contact]);
    if is_new {
        fields.push(Field::Slug);
    }
    fields.extend([Field::TimeZone, Field::Status]);
    fields
}

impl Field {
    /// As the form names it, and as the record does.
    pub fn name(&self) -> String {
        match self {
            Self::Title(language) => format!("title.{language}"),
            Self::Ask(language) => format!("ask.{language}"),
            Self::Addressee(language) => format!("addressee.{language}"),
            Self::Summary(language) => format!("summary.{language}"),
            Self::LetterTitle(letter, language) => format!("letter.{letter}.title.{language}"),
            Self::Body(letter, language) => format!("letter.{letter}.body.{language}"),
            Self::Reason(letter, language) => format!("letter.{letter}.reason.{language}"),
            Self::LetterStatus(letter) => format!("letter.{letter}.status"),
            Self::SenderName => "sender_name".to_owned(),
            Self::SenderAddress => "sender_address".to_owned(),
            Self::Contact => "contact".to_owned(),
            Self::Slug => "slug".to_owned(),
            Self::TimeZone => "time_zone".to_owned(),
            Self::Status => "status".to_owned(),
        }
    }

    /// Whether it may say something of a person, so that the record names it alone.
    pub fn is_personal(&self) -> bool {
        matches!(self, Self::SenderName | Self::SenderAddress | Self::Contact)
    }

    pub fn value(&self, campaign: &Definition) -> String {
        let texts = |language: &str| campaign.texts.get(language).cloned().unwrap_or_default();
        let letter = |slug: &str| campaign.letters.iter().find(|letter| letter.slug == slug);
        let words = |slug: &str, language: &str| letter(slug).and_then(|letter| letter.texts.get(language));
        match self {
            Self::Title(language) => texts(language).title,
            Self::Ask(language) => texts(language).ask,
            Self::Addressee(language) => texts(language).addressee,
            Self::Summary(language) => texts(language).summary,
            Self::LetterTitle(slug, language) => {
                words(slug, language).map(|text| text.title.clone()).unwrap_or_default()
            }
            Self::Body(slug, language) => {
                words(slug, language).map(|text| text.body.clone()).unwrap_or_default()
            }
            Self::Reason(slug, language) => {
                words(slug, language).map(|text| text.reason.clone()).unwrap_or_default()
            }
            Self::LetterStatus(slug) => {
                letter(slug).map(|letter| letter.status.word().to_owned()).unwrap_or_default()
            }
            Self::SenderName => campaign.mail.sender_name.clone(),
            Self::SenderAddress => campaign.mail.sender_address.clone(),
            Self::Contact => campaign.group.contact.clone().unwrap_or_default(),
            Self::Slug => campaign.slug.clone(),
            Self::TimeZone => campaign.time_zone.clone(),
            Self::Status => campaign.status.word().to_owned(),
        }
    }

    fn put(&self, campaign: &mut Definition, text: String) {
        match self {
            Self::Title(language) => campaign.texts.entry(language.clone()).or_default().title = text,
            Self::Ask(language) => campaign.texts.entry(language.clone()).or_default().ask = text,
            Self::Addressee(language) => address_to(campaign, language, &text),
            Self::Summary(language) => campaign.texts.entry(language.clone()).or_default().summary = text,
            Self::LetterTitle(slug, language) | Self::Body(slug, language) | Self::Reason(slug, language) => {
                let letter = campaign.letters.iter_mut().find(|letter| letter.slug == *slug);
                let Some(words) = letter.and_then(|letter| letter.texts.get_mut(language)) else { return };
                match self {
                    Self::Body(..) => words.body = text,
                    Self::Reason(..) => words.reason = text,
                    _ => words.title = text,
                }
            }
            Self::LetterStatus(slug) => {
                let letter = campaign.letters.iter_mut().find(|letter| letter.slug == *slug);
                let status =
                    [LetterStatus::Open, LetterStatus::Closed].into_iter().find(|one| one.word() == text);
                if let (Some(letter), Some(status)) = (letter, status) {
                    letter.status = status;
                }
            }
            Self::SenderName => campaign.mail.sender_name = text,
            Self::SenderAddress => campaign.mail.sender_address = text,
            Self::Contact => campaign.group.contact = Some(text).filter(|text| !text.is_empty()),
            Self::Slug => campaign.slug = text,
            Self::TimeZone => campaign.time_zone = text,
            Self::Status => {
                let all = [Status::Draft, Status::Published, Status::Closed];
                campaign.status = all.into_iter().find(|one| one.word() == text).unwrap_or(campaign.status);
            }
        }
    }

    fn rule(&self) -> Rule {
        match self {
            Self::Title(_) | Self::Addressee(_) => Rule::Words(120),
            Self::LetterTitle(..) => Rule::Words(150),
            Self::Ask(_) | Self::Summary(_) | Self::Reason(..) => Rule::Words(300),
            Self::Body(..) => Rule::Words(MOST_CHARACTERS),
            Self::SenderName => Rule::Words(80),
            Self::SenderAddress | Self::Contact => Rule::Address,
            Self::TimeZone => Rule::TimeZone,
            Self::Slug | Self::LetterStatus(_) | Self::Status => Rule::Slug,
        }
    }

    /// What is wrong with a value; the rules are the files' own.
    pub fn fault(&self, value: &str) -> Option<Fault> {
        if value.is_empty() {
            return (!matches!(self, Self::Contact | Self::Reason(..))).then_some(Fault::Missing);
        }
        if value.chars().any(is_refused) {
            return Some(Fault::Control);
        }
        if let Self::Body(..) = self
            && let Some(lost) = broadside_markup::lost(value).into_iter().next()
        {
            return Some(match lost.what {
                Lost::Html(tag) => Fault::Html(tag, lost.line),
                Lost::Picture => Fault::Picture(lost.line),
                Lost::Link(url) => Fault::Link(url, lost.line),
            });
        }
        let rule = self.rule();
        rule.check(value).err().map(|_| match rule {
            Rule::Words(most) => Fault::TooLong { count: value.chars().count(), most },
            Rule::Address => Fault::Address,
            Rule::TimeZone => Fault::TimeZone,
            _ => Fault::Slug,
        })
    }
}

/// Letters are addressed as their campaign is, unless their files say otherwise.
fn address_to(campaign: &mut Definition, language: &str, text: &str) {
    let texts = campaign.texts.entry(language.to_owned()).or_default();
    let before = std::mem::replace(&mut texts.addressee, text.to_owned());
    for letter in &mut campaign.letters {
        if let Some(words) = letter.texts.get_mut(language).filter(|words| words.addressee == before) {
            text.clone_into(&mut words.addressee);
        }
    }
}

/// Where words are changed that people have signed, and nobody says why.
pub fn unreasoned(before: &Definition, after: &Definition) -> Vec<(Field, Fault)> {
    let mut found = Vec::new();
    for letter in &after.letters {
        let earlier = before.letters.iter().find(|earlier| earlier.slug == letter.slug);
        for (language, text) in &letter.texts {
            let was = earlier.and_then(|earlier| earlier.texts.get(language));
            if was.is_some_and(|was| !was.reads_as(text) && was.reason == text.reason) {
                found.push((Field::Reason(letter.slug.clone(), language.clone()), Fault::Unreasoned));
            }
        }
    }
    found
}

/// A campaign with what was typed. What was not sent stays; what may be left empty is filled from the rest.
pub fn taken(standing: &Definition, typed: &Typed, is_new: bool) -> Definition {
    let mut campaign = standing.clone();
    for field in fields(standing, is_new) {
        let Some(text) = typed.get(&field.name()) else { continue };
        let text = match field {
            Field::Body(..) => without_empty_lines(&text.replace("\r\n", "\n")).to_owned(),
            _ => one_paragraph(text),
        };
        field.put(&mut campaign, text);
    }
    if is_new && campaign.slug.is_empty() {
        campaign.slug = new::slug_of_title(&campaign.texts_in(campaign.default_language()).title);
    }
    for (language, texts) in &mut campaign.texts {
        if texts.summary.is_empty() {
            texts.summary.clone_from(&texts.ask);
        }
        for letter in &mut campaign.letters {
            if let Some(words) = letter.texts.get_mut(language).filter(|words| words.title.is_empty()) {
                words.title.clone_from(&texts.title);
            }
        }
    }
    campaign
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaigns::definition::{ByLanguage, Group};
    use crate::campaigns::files;

    fn blank() -> Definition {
        let name = "Mill Lane".to_owned();
        let group = Group {
            slug: "mill-lane".to_owned(),
            name,
            website: None,
            contact: None,
            about: ByLanguage::new(),
        };
        new::blank(group, "en")
    }

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    const WHOLE: [(&str, &str); 5] = [
        ("title.en", " A bench\r\n please"),
        ("ask.en", "We ask for a bench."),
        ("addressee.en", "the council"),
        ("letter.letter.body.en", "\r\n\r\nPut a bench there.\r\n\r\nSoon.\r\n"),
        ("sender_address", "bench@example.org"),
    ];

    #[test]
    fn what_was_typed_makes_a_campaign_that_passes_the_check_of_files() {
        let campaign = taken(&blank(), &typed(&WHOLE), true);
        assert_eq!(files::check(&campaign), []);
        assert_eq!((campaign.slug.as_str(), campaign.status), ("a-bench-please", Status::Draft));
        let letter = &campaign.letters[0].texts["en"];
        assert_eq!((letter.title.as_str(), letter.addressee.as_str()), ("A bench please", "the council"));
        assert_eq!(letter.body, "Put a bench there.\n\nSoon.");
        assert!(fields(&campaign, true).iter().all(|field| field.fault(&field.value(&campaign)).is_none()));
    }

    #[test]
    fn a_fault_of_every_kind_is_found_at_its_field() {
        let body = Field::Body("letter".to_owned(), "en".to_owned());
        let title = Field::Title("en".to_owned());
        for (field, value, fault) in [
            (&title, "", Fault::Missing),
            (&title, &*"x".repeat(121), Fault::TooLong { count: 121, most: 120 }),
            (&title, "a\u{202e}b", Fault::Control),
            (&Field::Slug, "A bench", Fault::Slug),
            (&Field::SenderAddress, "us", Fault::Address),
            (&Field::TimeZone, "PST", Fault::TimeZone),
            (&body, "One\n\n<b>two</b>", Fault::Html("<b>".to_owned(), 3)),
            (&body, "![it](a.png)", Fault::Picture(1)),
            (&body, "[it](page.html)", Fault::Link("page.html".to_owned(), 1)),
        ] {
            assert_eq!(field.fault(value), Some(fault), "{value}");
        }
        assert_eq!(Field::Contact.fault(""), None);
    }

    #[test]
    fn what_no_field_holds_stays_as_it_was() {
        let mut campaign = taken(&blank(), &typed(&WHOLE), true);
        campaign.letters[0].texts.get_mut("en").unwrap().addressee = "the mayor".to_owned();
        let same = taken(&campaign, &Typed::new(), false);
        assert_eq!(same, campaign);
        let changed = taken(&campaign, &typed(&[("addressee.en", "the county")]), false);
        assert_eq!(changed.letters[0].texts["en"].addressee, "the mayor", "its own addressee");
    }
}
