//! The form's page: fields with what was typed, what is wrong, and what somebody else saved meanwhile.

use super::{Fault, Field, fields};
use crate::accounts::guard::Here;
use crate::accounts::nav;
use crate::campaigns::definition::Definition;
use crate::state::App;
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::i18n::{Language, Markup, Say};
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

#[derive(Template)]
#[template(path = "desk/campaign_form.html")]
pub struct FormPage {
    pub frame: Frame,
    pub nav: Nav,
    pub headline: String,
    pub action: String,
    pub is_new: bool,
    /// When the campaign was changed last as its fields were read; empty for a new one.
    pub version: String,
    /// The language that a new campaign is to be written in.
    pub written_in: Option<&'static str>,
    /// The same form for a new campaign in the other languages.
    pub languages: Vec<Named>,
    pub parts: Vec<Part>,
    /// Identifier and words of every fault.
    pub faults: Vec<(String, String)>,
    /// What the files' own check says beside them, in English.
    pub others: Vec<String>,
    /// Whether somebody else saved while this was open.
    pub changed: bool,
    pub previews: Vec<Preview>,
    /// The way back without saving.
    pub leave: String,
}

/// Fields under a heading.
pub struct Part {
    pub heading: String,
    pub hint: String,
    pub lines: Vec<Line>,
}

pub struct Line {
    pub name: String,
    pub label: String,
    pub hint: String,
    pub value: String,
    pub error: String,
    pub kind: Kind,
    /// The language that is written in it.
    pub language: Option<Language>,
    /// What somebody else saved there meanwhile.
    pub stands: Option<String>,
}

pub enum Kind {
    Text,
    /// Not turned around on pages that run from right to left.
    Code,
    Letter,
    /// Word, name, whether it is chosen.
    Choice(Vec<(&'static str, String, bool)>),
}

/// A letter as it would be read.
pub struct Preview {
    pub title: String,
    pub to: String,
    pub html: Markup,
    pub language: Language,
}

pages_of_the_desk! {
    FormPage: |page| page.headline.clone();
}

/// What the page is made of.
pub struct Shown<'a> {
    pub campaign: &'a Definition,
    pub is_new: bool,
    /// Where the form is, without the language of the page.
    pub path: String,
    pub leave: String,
    pub version: Option<i64>,
    pub faults: &'a [(Field, Fault)],
    /// What stands in the instance, where somebody else saved meanwhile.
    pub standing: Option<&'a Definition>,
    pub previews: bool,
}

pub fn page(app: &App, here: &Here, shown: &Shown) -> FormPage {
    let say = here.language.say();
    let campaign = shown.campaign;
    let written_in = shown.is_new.then(|| language_of(campaign.default_language()).tag());
    let others = Language::ALL.into_iter().filter(|one| written_in.is_some_and(|tag| one.tag() != tag));
    let languages = others.map(|one| Named {
        name: one.native_name().to_owned(),
        url: here.at(&format!("{}?in={}", shown.path, one.tag())),
    });
    let faults = shown.faults.iter().map(|(field, fault)| (id(field), words(&say, fault)));
    FormPage {
        frame: nav::frame(app, here, &shown.path),
        nav: nav::nav(here, &shown.path),
        headline: if shown.is_new {
            say.text("desk-form-new")
        } else {
            say.with("desk-form-edit", &[("campaign", &campaign.texts_in(here.language.tag()).title)])
        },
        action: here.at(&shown.path),
        is_new: shown.is_new,
        version: shown.version.map(|version| version.to_string()).unwrap_or_default(),
        written_in,
        languages: languages.collect(),
        parts: parts(&say, shown),
        faults: faults.collect(),
        others: Vec::new(),
        changed: shown.standing.is_some(),
        previews: if shown.previews { previews(campaign) } else { Vec::new() },
        leave: here.at(&shown.leave),
    }
}

fn language_of(tag: &str) -> Language {
    Language::parse(tag).unwrap_or(Language::En)
}

/// A field's identifier on the page; a dot would mean something else in a stylesheet.
fn id(field: &Field) -> String {
    field.name().replace('.', "-")
}

fn parts(say: &Say, shown: &Shown) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for field in fields(shown.campaign, shown.is_new) {
        let (heading, hint) = heading(say, shown, &field);
        if parts.last().is_none_or(|part| part.heading != heading) {
            parts.push(Part { heading, hint, lines: Vec::new() });
        }
        if let Some(part) = parts.last_mut() {
            part.lines.push(line(say, shown, &field));
        }
    }
    parts
}

fn heading(say: &Say, shown: &Shown, field: &Field) -> (String, String) {
    let speaks_several = shown.campaign.languages.len() > 1;
    let (key, language) = match field {
        Field::Title(language)
        | Field::Ask(language)
        | Field::Addressee(language)
        | Field::Summary(language) => ("desk-form-campaign", Some(language)),
        Field::LetterTitle(_, language) | Field::Body(_, language) | Field::Reason(_, language) => {
            ("desk-form-letter", Some(language))
        }
        Field::LetterStatus(_) => ("desk-form-letter-open", None),
        Field::SenderName | Field::SenderAddress | Field::Contact => ("desk-form-mail", None),
        Field::Slug | Field::TimeZone | Field::Status => ("desk-form-public", None),
    };
    let mut heading = say.text(key);
    if let Field::LetterTitle(letter, _)
    | Field::Body(letter, _)
    | Field::Reason(letter, _)
    | Field::LetterStatus(letter) = field
        && shown.campaign.letters.len() > 1
    {
        heading = format!("{heading}: {letter}");
    }
    if let Some(language) = language.filter(|_| speaks_several) {
        heading = format!("{heading} ({})", language_of(language).native_name());
    }
    let hint = match field {
        Field::LetterTitle(..) => say.text("desk-form-letter-hint"),
        _ => String::new(),
    };
    (heading, hint)
}

fn line(say: &Say, shown: &Shown, field: &Field) -> Line {
    let value = field.value(shown.campaign);
    let (label, hint) = match field {
        Field::Title(_) => ("desk-form-title", "desk-form-title-hint"),
        Field::Ask(_) => ("desk-form-ask", "desk-form-ask-hint"),
        Field::Addressee(_) => ("desk-form-addressee", "desk-form-addressee-hint"),
        Field::Summary(_) => ("desk-form-summary", "desk-form-summary-hint"),
        Field::LetterTitle(..) => ("desk-form-letter-title", "desk-form-letter-title-hint"),
        Field::Body(..) => ("desk-form-body", "desk-form-body-hint"),
        Field::Reason(..) => ("desk-form-reason", "desk-form-reason-hint"),
        Field::LetterStatus(_) => ("desk-form-letter-status", ""),
        Field::SenderName => ("desk-form-sender-name", "desk-form-sender-name-hint"),
        Field::SenderAddress => ("desk-form-sender-address", "desk-form-sender-address-hint"),
        Field::Contact => ("desk-form-contact", "desk-form-contact-hint"),
        Field::Slug => ("desk-form-slug", "desk-form-slug-hint"),
        Field::TimeZone => ("desk-form-time-zone", "desk-form-time-zone-hint"),
        Field::Status => ("desk-form-status", "desk-form-status-hint"),
    };
    let fault = shown.faults.iter().find(|(at, _)| at == field);
    let stands = shown.standing.map(|standing| field.value(standing)).filter(|standing| *standing != value);
    Line {
        name: field.name(),
        label: say.text(label),
        hint: if hint.is_empty() { String::new() } else { say.text(hint) },
        error: fault.map(|(_, fault)| words(say, fault)).unwrap_or_default(),
        kind: kind(say, field, &value, shown.is_new),
        language: match field {
            Field::Title(tag)
            | Field::Ask(tag)
            | Field::Addressee(tag)
            | Field::Summary(tag)
            | Field::LetterTitle(_, tag)
            | Field::Body(_, tag)
            | Field::Reason(_, tag) => Some(language_of(tag)),
            _ => None,
        },
        stands,
        value,
    }
}

fn kind(say: &Say, field: &Field, value: &str, is_new: bool) -> Kind {
    let choice = |words: &[(&'static str, &str)]| {
        Kind::Choice(words.iter().map(|(word, key)| (*word, say.text(key), *word == value)).collect())
    };
    match field {
        Field::Body(..) => Kind::Letter,
        Field::SenderAddress | Field::Contact | Field::Slug | Field::TimeZone => Kind::Code,
        Field::LetterStatus(_) => {
            choice(&[("open", "desk-form-letter-is-open"), ("closed", "desk-form-letter-is-closed")])
        }
        Field::Status if is_new => {
            choice(&[("draft", "desk-form-draft"), ("published", "desk-form-published")])
        }
        Field::Status => choice(&[
            ("draft", "desk-form-draft"),
            ("published", "desk-form-published"),
            ("closed", "desk-form-closed"),
        ]),
        _ => Kind::Text,
    }
}

/// A fault in the language of who sits here.
pub fn words(say: &Say, fault: &Fault) -> String {
    match fault {
        Fault::Missing => say.text("desk-fault-missing"),
        Fault::Unreasoned => say.text("desk-fault-unreasoned"),
        Fault::TooLong { count, most } => {
            say.with("desk-fault-too-long", &[("count", &count.to_string()), ("most", &most.to_string())])
        }
        Fault::Control => say.text("desk-fault-control"),
        Fault::Slug => say.text("desk-fault-slug"),
        Fault::Address => say.text("desk-fault-address"),
        Fault::TimeZone => say.text("desk-fault-time-zone"),
        Fault::Taken => say.text("desk-fault-taken"),
        Fault::Html(tag, line) => say.with("desk-fault-html", &[("tag", tag), ("line", &line.to_string())]),
        Fault::Picture(line) => say.with("desk-fault-picture", &[("line", &line.to_string())]),
        Fault::Link(url, line) => say.with("desk-fault-link", &[("url", url), ("line", &line.to_string())]),
    }
}

fn previews(campaign: &Definition) -> Vec<Preview> {
    let letters = campaign.letters.iter().flat_map(|letter| &letter.texts);
    letters
        .map(|(tag, text)| Preview {
            title: text.title.clone(),
            to: text.addressee.clone(),
            html: Markup::ours(broadside_markup::html(&text.body, tag)),
            language: language_of(tag),
        })
        .collect()
}
