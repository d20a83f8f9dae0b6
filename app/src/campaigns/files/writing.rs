//! Writes a campaign as files that read back to the same campaign, made to be read and edited by people.
//! It never writes into a folder that holds anything.

use super::letters::{self, FENCE};
use crate::campaigns::definition::{ByLanguage, Definition, Letter, LetterStatus, LetterText};
use std::fmt::Write as _;
use std::io::{Error, ErrorKind, Result};
use std::path::Path;

/// Longer texts are broken into lines.
const WIDTH: usize = 100;

pub fn write(definition: &Definition, dir: &Path) -> Result<()> {
    std::fs::create_dir_all(dir)?;
    if std::fs::read_dir(dir)?.next().is_some() {
        let message = format!("{} is not empty; name a new folder, nothing is written over", dir.display());
        return Err(Error::new(ErrorKind::AlreadyExists, message));
    }
    std::fs::write(dir.join(super::campaign::FILE), campaign(definition))?;
    std::fs::create_dir(dir.join("letters"))?;
    for letter in &definition.letters {
        for (language, text) in &letter.texts {
            let addressee = definition.texts.get(language).map_or("", |texts| texts.addressee.as_str());
            std::fs::write(dir.join(letters::path(&letter.slug, language)), letter_file(text, addressee))?;
        }
    }
    if !definition.pictures.is_empty() {
        std::fs::create_dir(dir.join("pictures"))?;
    }
    for picture in &definition.pictures {
        std::fs::write(dir.join("pictures").join(&picture.file), &picture.bytes)?;
    }
    Ok(())
}

fn campaign(definition: &Definition) -> String {
    let mut toml = Toml::default();
    toml.text("slug", &definition.slug);
    toml.noted("status", definition.status.word(), "draft, published or closed");
    toml.list("languages", &definition.languages);
    toml.text("time_zone", &definition.time_zone);
    toml.text("signal", &definition.signal);
    toml.optional("signal_dark", definition.signal_dark.as_ref());
    if !definition.form.is_empty() {
        toml.list("form", &definition.form);
    }
    let group = &definition.group;
    toml.heading("[group]");
    toml.text("slug", &group.slug);
    toml.text("name", &group.name);
    toml.optional("website", group.website.as_ref());
    toml.optional("contact", group.contact.as_ref());
    toml.by_language("about", &group.about, &definition.languages);
    for language in &definition.languages {
        let Some(texts) = definition.texts.get(language) else { continue };
        toml.heading(&format!("[texts.{language}]"));
        toml.text("title", &texts.title);
        toml.text("ask", &texts.ask);
        toml.text("addressee", &texts.addressee);
        toml.text("summary", &texts.summary);
    }
    toml.heading("[mail]");
    toml.text("sender_name", &definition.mail.sender_name);
    toml.text("sender_address", &definition.mail.sender_address);
    toml.optional("reply_to", definition.mail.reply_to.as_ref());
    toml.by_language("subject", &definition.mail.subject, &definition.languages);
    for relation in &definition.relations {
        toml.heading("[[relation]]");
        toml.text("slug", &relation.slug);
        toml.by_language("label", &relation.label, &definition.languages);
        toml.by_language("plural", &relation.plural, &definition.languages);
    }
    for partner in &definition.partners {
        toml.heading("[[partner]]");
        toml.text("slug", &partner.slug);
        toml.text("name", &partner.name);
        toml.text("website", &partner.website);
        toml.text("privacy", &partner.privacy);
        toml.by_language("consent", &partner.consent, &definition.languages);
    }
    definition.letters.iter().for_each(|letter| toml.letter(letter));
    for picture in &definition.pictures {
        toml.heading("[[picture]]");
        toml.text("file", &picture.file);
        toml.by_language("alt", &picture.alt, &definition.languages);
        if !picture.credit.is_empty() {
            toml.text("credit", &picture.credit);
        }
        toml.text("licence", &picture.licence);
    }
    toml.0
}

fn letter_file(text: &LetterText, addressee: &str) -> String {
    let mut head = Toml::default();
    head.text("title", &text.title);
    if text.addressee != addressee {
        head.text("addressee", &text.addressee);
    }
    format!("{FENCE}\n{}{FENCE}\n\n{}\n", head.0, text.body)
}

#[derive(Default)]
struct Toml(String);

impl Toml {
    fn heading(&mut self, heading: &str) {
        self.line(&format!("\n{heading}"));
    }

    fn text(&mut self, key: &str, text: &str) {
        self.line(&format!("{key} = {}", quoted(text)));
    }

    fn noted(&mut self, key: &str, text: &str, note: &str) {
        self.line(&format!("{key} = {}  # {note}", quoted(text)));
    }

    fn optional(&mut self, key: &str, text: Option<&String>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    fn list(&mut self, key: &str, texts: &[String]) {
        let texts: Vec<_> = texts.iter().map(|text| quoted(text)).collect();
        self.line(&format!("{key} = [{}]", texts.join(", ")));
    }

    /// In the order of the campaign's languages.
    fn by_language(&mut self, key: &str, texts: &ByLanguage, languages: &[String]) {
        for language in languages {
            if let Some(text) = texts.get(language) {
                self.text(&format!("{key}.{language}"), text);
            }
        }
    }

    fn letter(&mut self, letter: &Letter) {
        self.heading("[[letter]]");
        self.text("slug", &letter.slug);
        if letter.status == LetterStatus::Closed {
            self.text("status", letter.status.word());
        }
        self.line(&format!("names_per_mailbox = {}", letter.names_per_mailbox));
    }

    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }
}

/// A TOML text in the marks that need the fewest backslashes; a long one on several lines, whose breaks
/// are read as spaces.
fn quoted(text: &str) -> String {
    let needs_escape = |c: char| c == '"' || c == '\\' || c.is_control();
    if text.chars().count() > WIDTH && text.contains(' ') {
        return format!("\"\"\"\n{}\"\"\"", escaped(&broken(text)));
    }
    if text.contains(needs_escape) && !text.contains('\'') && !text.contains(char::is_control) {
        return format!("'{text}'");
    }
    format!("\"{}\"", escaped(text))
}

/// Lines of at most `WIDTH` characters, where the words allow it.
fn broken(text: &str) -> String {
    let mut lines = String::new();
    let mut width = 0;
    for word in text.split(' ') {
        let long = word.chars().count();
        if width > 0 && width + 1 + long > WIDTH {
            lines.push('\n');
            width = 0;
        } else if width > 0 {
            lines.push(' ');
            width += 1;
        }
        lines.push_str(word);
        width += long;
    }
    lines
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push('\n'),
            // Writing to a string cannot fail.
            other if other.is_control() => drop(write!(escaped, "\\u{:04X}", u32::from(other))),
            other => escaped.push(other),
        }
    }
    escaped
}
