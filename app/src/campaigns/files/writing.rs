//! Writes a campaign as files that read back to the same campaign, made to be read and edited by people.
//! It never writes into a folder that holds anything.

use super::letters::{self, FENCE};
use super::toml_text::Toml;
use super::{endorsements, events, fundraisers, goals, posts, press, statements, targets};
use crate::campaigns::definition::{Definition, LetterStatus, LetterText};
use std::io::{Error, ErrorKind, Result};
use std::path::Path;

pub fn write(definition: &Definition, dir: &Path) -> Result<()> {
    std::fs::create_dir_all(dir)?;
    if std::fs::read_dir(dir)?.next().is_some() {
        let message = format!("{} is not empty; name a new folder, nothing is written over", dir.display());
        return Err(Error::new(ErrorKind::AlreadyExists, message));
    }
    for (path, bytes) in files(definition) {
        let path = dir.join(path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, bytes)?;
    }
    Ok(())
}

/// Every file by its path in the folder.
pub fn files(definition: &Definition) -> Vec<(String, Vec<u8>)> {
    let languages = &definition.languages;
    let mut files = vec![(super::campaign::FILE.to_owned(), campaign(definition).into_bytes())];
    for (file, text) in [
        (targets::FILE, targets::write(&definition.targets, languages)),
        (posts::FILE, posts::write(&definition.posts, languages)),
        (events::FILE, events::write(&definition.events, languages)),
        (goals::FILE, goals::write(&definition.goals, languages)),
        (fundraisers::FILE, fundraisers::write(&definition.fundraisers, languages)),
        (statements::FILE, statements::write(&definition.statements, languages)),
    ] {
        files.extend(text.map(|text| (file.to_owned(), text.into_bytes())));
    }
    for letter in &definition.letters {
        for (language, text) in &letter.texts {
            let addressee = definition.texts.get(language).map_or("", |texts| texts.addressee.as_str());
            let text = letter_file(text, addressee);
            files.push((letters::path(&letter.slug, language), text.into_bytes()));
        }
    }
    let pictures = definition.pictures.iter();
    files.extend(pictures.map(|picture| (format!("pictures/{}", picture.file), picture.bytes.clone())));
    files.extend(definition.papers().map(|(file, bytes)| (format!("papers/{file}"), bytes.to_vec())));
    files
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
        toml.by_language("privacy_text", &partner.privacy_text, &definition.languages);
        toml.optional("logo", partner.logo.as_ref());
        toml.optional("signal", partner.signal.as_ref());
        toml.optional("age_key", partner.age_key.as_ref());
    }
    for letter in &definition.letters {
        toml.heading("[[letter]]");
        toml.text("slug", &letter.slug);
        if letter.status == LetterStatus::Closed {
            toml.text("status", letter.status.word());
        }
        toml.line(&format!("names_per_mailbox = {}", letter.names_per_mailbox));
    }
    for picture in &definition.pictures {
        toml.heading("[[picture]]");
        toml.text("file", &picture.file);
        toml.by_language("alt", &picture.alt, &definition.languages);
        if !picture.credit.is_empty() {
            toml.text("credit", &picture.credit);
        }
        toml.text("licence", &picture.licence);
    }
    endorsements::write(definition, &mut toml);
    press::write(&definition.press, &mut toml);
    toml.0
}

fn letter_file(text: &LetterText, addressee: &str) -> String {
    let mut head = Toml::default();
    head.text("title", &text.title);
    if text.addressee != addressee {
        head.text("addressee", &text.addressee);
    }
    if !text.reason.is_empty() {
        head.text("reason", &text.reason);
    }
    format!("{FENCE}\n{}{FENCE}\n\n{}\n", head.0, text.body)
}
