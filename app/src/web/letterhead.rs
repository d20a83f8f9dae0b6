//! How the house's mails are set: as plain text first, and as HTML of the same words.

use askama::Template;

use super::i18n::{Language, Say};
use super::layout::{Named, Signal};

/// A mail that is ready to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// A mail before it is dressed for the wire: also what the demo's mailbox shows.
pub struct Draft {
    pub from_name: String,
    pub from_address: String,
    pub reply_to: Option<String>,
    pub to: String,
    pub language: Language,
    pub written: Written,
}

/// One mail with its links.
pub struct Letterhead<'m> {
    pub say: &'m Say,
    pub signal: Signal,
    /// Who writes, at the head and at the foot.
    pub from: &'m Named,
    pub heading: &'m str,
    pub subject: String,
    pub words: Words,
}

/// The sentences of a mail, the same in text and in HTML.
#[derive(Default)]
pub struct Words {
    pub opening: String,
    pub ask: String,
    pub ways: Vec<Way>,
    /// What else can be done; empty where nothing is.
    pub further: String,
    pub closing: String,
    pub why: String,
}

/// A link of a mail and what stands above it.
#[derive(Default)]
pub struct Way {
    /// A heading; empty where the mail is about one thing.
    pub heading: String,
    /// Empty where the mail has said what the link is.
    pub label: String,
    pub button: String,
    /// Absolute.
    pub url: String,
}

impl Letterhead<'_> {
    pub fn write(&self) -> askama::Result<Written> {
        Ok(Written {
            subject: self.subject(),
            text: Text { mail: self }.render()?,
            html: Html { mail: self }.render()?,
        })
    }

    /// A header is one line, whatever a campaign's file holds.
    fn subject(&self) -> String {
        self.subject.split(char::is_control).collect::<Vec<_>>().join(" ").trim().to_owned()
    }
}

#[derive(Template)]
#[template(path = "web/letterhead.txt")]
struct Text<'m> {
    mail: &'m Letterhead<'m>,
}

#[derive(Template)]
#[template(path = "web/letterhead.html")]
struct Html<'m> {
    mail: &'m Letterhead<'m>,
}
