//! Reads `campaign.toml`, and through it the letters and pictures that it names.

use super::checks::{self, Rule};
use super::fault::Faults;
use super::folder::Folder;
use super::slugs::Slugs;
use super::syntax::Mended;
use super::table::{Source, Table};
use super::{
    endorsements, events, fundraisers, goals, letters, pictures, posts, press, statements, targets, text,
};
use crate::campaigns::definition::{
    ByLanguage, CampaignTexts, Definition, Group, LetterStatus, MailSettings, Partner, Relation, Status,
};

pub const FILE: &str = "campaign.toml";
/// So many characters a partner says about data.
pub const MOST_PRIVACY: usize = 2_000;
pub const MOST_PARTNERS: usize = 12;
/// Optional fields of the form that a campaign can ask for.
const FIELDS: [&str; 3] = ["postal_code", "country", "comment"];

/// Nothing where there is no file to read; else the campaign, which is whole if no fault was found.
pub fn read(folder: &Folder, faults: &Faults) -> Option<Definition> {
    let Some(text) = text::read(folder, FILE, faults) else {
        if !folder.paths().any(|path| path == FILE) {
            faults.add(
                FILE,
                1,
                "this file is missing; a campaign's folder holds campaign.toml and the folder letters",
            );
        }
        // Without it no letter can be told from a stray; so much for this run.
        for path in folder.paths() {
            folder.ask(path);
        }
        return None;
    };
    let mended = Mended::of(FILE, &text, 1, faults);
    let entries = mended.table();
    let source = Source { file: FILE, mended: &mended, first_line: 1, faults };
    let top = source.top(&entries);
    let slug = top.text("slug", Rule::Slug).text;
    let status = top.choice(
        "status",
        &[("draft", Status::Draft), ("published", Status::Published), ("closed", Status::Closed)],
        true,
    );
    let languages = languages(&top);
    let texts = texts(&top, &languages);
    let targets = targets::read(folder, &languages, faults);
    let posts = posts::read(folder, &slug, &languages, &targets, faults);
    let time_zone = top.text("time_zone", Rule::TimeZone).text;
    let mut lines_of_partners = Vec::new();
    let mut definition = Definition {
        slug,
        status,
        time_zone,
        signal: top.text("signal", Rule::Day).text,
        signal_dark: top.optional_text("signal_dark", Rule::Night).map(|found| found.text),
        form: form(&top),
        group: group(&top, &languages),
        mail: mail(&top, &languages),
        relations: relations(&top, &languages),
        partners: partners(&top, &languages, &mut lines_of_partners),
        letters: letters(folder, &top, &languages, &texts, faults),
        endorsements: Vec::new(),
        events: Vec::new(),
        goals: Vec::new(),
        fundraisers: Vec::new(),
        statements: Vec::new(),
        press: press::read(&top),
        pictures: pictures::read(folder, &top, &languages, faults),
        posts,
        targets,
        texts,
        languages,
    };
    check_logos(&top, &definition, &lines_of_partners);
    definition.events =
        events::read(folder, &definition.time_zone, &definition.languages, &definition.partners, faults);
    definition.fundraisers = fundraisers::read(folder, &definition, faults);
    definition.goals = goals::read(folder, &definition, faults);
    definition.endorsements = endorsements::read(&top, &definition.languages, &definition.letters);
    definition.statements = statements::read(folder, &definition.languages, &definition.pictures, faults);
    top.finish();
    Some(definition)
}

fn languages(top: &Table) -> Vec<String> {
    const EXAMPLE: &str = "[\"en\", \"es\"]";
    let Some(found) = top.list("languages", EXAMPLE) else {
        if !top.has("languages") {
            top.fault(
                top.line(),
                format!("languages is missing; add languages = {EXAMPLE}, the campaign's own first"),
            );
        }
        return Vec::new();
    };
    if found.is_empty() {
        top.fault(
            top.line(),
            format!("languages is empty; write languages = {EXAMPLE}, the campaign's own first"),
        );
    }
    let mut languages: Vec<String> = Vec::new();
    for tag in found {
        if let Some(why) = checks::unknown_language(&tag.text) {
            top.fault(tag.line, format!("languages holds “{}”, but {why}", tag.text));
        } else if languages.contains(&tag.text) {
            top.fault(tag.line, format!("languages holds “{}” twice; remove one", tag.text));
        } else {
            languages.push(tag.text);
        }
    }
    languages
}

fn form(top: &Table) -> Vec<String> {
    let mut fields: Vec<String> = Vec::new();
    for field in top.list("form", "[\"country\", \"comment\"]").unwrap_or_default() {
        if !FIELDS.contains(&field.text.as_str()) {
            let known = checks::either(&FIELDS);
            top.fault(
                field.line,
                format!("form holds “{}”, which is no optional field; write {known}", field.text),
            );
        } else if fields.contains(&field.text) {
            top.fault(field.line, format!("form holds “{}” twice; remove one", field.text));
        } else {
            fields.push(field.text);
        }
    }
    fields
}

fn texts(top: &Table, languages: &[String]) -> ByLanguage<CampaignTexts> {
    let Some(texts) = top.table("texts", "write a heading for each language, as [texts.en]") else {
        // Where no language is named either, the first that most would write stands for them.
        let assumed = ["en".to_owned()];
        let spoken = if languages.is_empty() { &assumed } else { languages };
        for language in spoken.iter().filter(|_| !top.has("texts")) {
            top.fault(top.line(), format!("texts.{language} is missing; add [texts.{language}] with title, ask, addressee and summary"));
        }
        return ByLanguage::new();
    };
    texts.each_language(languages, |language, entry| {
        let (value, line) = entry?;
        let Some(words) = texts.inner(value, format!("texts.{language}."), line) else {
            texts.fault(
                line,
                format!("texts.{language} is a single value; write a heading [texts.{language}]"),
            );
            return None;
        };
        let read = CampaignTexts {
            title: words.text("title", Rule::Words(120)).text,
            ask: words.text("ask", Rule::Words(300)).text,
            addressee: words.text("addressee", Rule::Words(120)).text,
            summary: words.text("summary", Rule::Words(300)).text,
        };
        words.finish();
        Some(read)
    })
}

fn group(top: &Table, languages: &[String]) -> Group {
    let mut read = Group {
        slug: String::new(),
        name: String::new(),
        website: None,
        contact: None,
        about: ByLanguage::new(),
    };
    let Some(group) = needed(top, "group", "slug and name") else { return read };
    read.slug = group.text("slug", Rule::Slug).text;
    read.name = group.text("name", Rule::Words(120)).text;
    read.website = group.optional_text("website", Rule::Url).map(|found| found.text);
    read.contact = group.optional_text("contact", Rule::Address).map(|found| found.text);
    read.about = group.by_language("about", languages, Rule::Words(600), false);
    group.finish();
    read
}

fn mail(top: &Table, languages: &[String]) -> MailSettings {
    let mut read = MailSettings {
        sender_name: String::new(),
        sender_address: String::new(),
        reply_to: None,
        subject: ByLanguage::new(),
    };
    let Some(mail) = needed(top, "mail", "sender_name and sender_address") else { return read };
    read.sender_name = mail.text("sender_name", Rule::Words(80)).text;
    read.sender_address = mail.text("sender_address", Rule::Address).text;
    read.reply_to = mail.optional_text("reply_to", Rule::Address).map(|found| found.text);
    read.subject = mail.by_language("subject", languages, Rule::Words(150), false);
    mail.finish();
    read
}

fn needed<'a>(top: &Table<'a>, key: &'static str, holds: &str) -> Option<Table<'a>> {
    let found = top.table(key, &format!("write a heading [{key}]"));
    if found.is_none() && !top.has(key) {
        top.fault(top.line(), format!("{key} is missing; add a heading [{key}] with {holds}"));
    }
    found
}

fn relations(top: &Table, languages: &[String]) -> Vec<Relation> {
    const MOST: usize = 12;
    let mut slugs = Slugs::new("relation", MOST);
    let read = top.tables("relation").into_iter().map(|table| {
        let relation = Relation {
            slug: slugs.take(&table),
            label: table.by_language("label", languages, Rule::Words(60), true),
            plural: table.by_language("plural", languages, Rule::Words(60), true),
        };
        table.finish();
        relation
    });
    read.collect()
}

fn partners(top: &Table, languages: &[String], lines: &mut Vec<usize>) -> Vec<Partner> {
    let mut slugs = Slugs::new("partner", MOST_PARTNERS);
    let read = top.tables("partner").into_iter().map(|table| {
        let text = |key, rule| table.optional_text(key, rule).map(|found| found.text);
        let partner = Partner {
            slug: slugs.take(&table),
            name: table.text("name", Rule::Words(120)).text,
            website: table.text("website", Rule::Url).text,
            privacy: table.text("privacy", Rule::Url).text,
            consent: table.by_language("consent", languages, Rule::Words(400), true),
            privacy_text: table.by_language("privacy_text", languages, Rule::Words(MOST_PRIVACY), false),
            logo: text("logo", Rule::PictureFile),
            signal: text("signal", Rule::Day),
            age_key: text("age_key", Rule::AgeKey),
        };
        table.finish();
        lines.push(table.line());
        partner
    });
    read.collect()
}

/// A logo is one of the campaign's pictures, so that it has its words and its licence.
fn check_logos(top: &Table, campaign: &Definition, lines: &[usize]) {
    for (partner, line) in campaign.partners.iter().zip(lines) {
        let Some(logo) = &partner.logo else { continue };
        if campaign.pictures.iter().all(|picture| picture.file != *logo) {
            top.fault(
                *line,
                format!("[[partner]] logo names {logo}, which no [[picture]] holds; add a heading [[picture]] with file = \"{logo}\""),
            );
        }
    }
}

fn letters(
    folder: &Folder,
    top: &Table,
    languages: &[String],
    texts: &ByLanguage<CampaignTexts>,
    faults: &Faults,
) -> Vec<crate::campaigns::definition::Letter> {
    const MOST: usize = 20;
    let tables = top.tables("letter");
    if tables.is_empty() && !top.has("letter") {
        top.fault(
            top.line(),
            "there is no letter to sign; add a heading [[letter]] with slug = \"our-demands\"",
        );
    }
    let mut slugs = Slugs::new("letter", MOST);
    let mut read = Vec::new();
    for table in tables {
        let slug = slugs.take(&table);
        let status =
            table.choice("status", &[("open", LetterStatus::Open), ("closed", LetterStatus::Closed)], false);
        let names_per_mailbox = table.number("names_per_mailbox", 1..=10, 2);
        table.finish();
        let texts = letters::read(folder, &slug, &table, languages, texts, faults);
        read.push(crate::campaigns::definition::Letter { slug, status, names_per_mailbox, texts });
    }
    letters::refuse_without_table(folder, &read, languages, faults);
    read
}
