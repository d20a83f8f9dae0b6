//! Reads `targets.toml`: whom the posts address. The file need not be there.

use super::Wrong;
use super::checks::Rule;
use super::fault::{Fault, Faults};
use super::folder::Folder;
use super::slugs::Slugs;
use super::syntax::Mended;
use super::table::{Source, Table};
use super::text;
use super::toml_text::Toml;
use crate::campaigns::definition::{ByLanguage, Deed, Target};
use crate::networks::handles::{self, WITH_HANDLES};
use std::collections::BTreeMap;

pub const FILE: &str = "targets.toml";
const MOST: usize = 500;

pub fn read(folder: &Folder, languages: &[String], faults: &Faults) -> Vec<Target> {
    let Some(text) = text::read(folder, FILE, faults) else { return Vec::new() };
    let mended = Mended::of(FILE, &text, 1, faults);
    let entries = mended.table();
    let source = Source { file: FILE, mended: &mended, first_line: 1, faults };
    let top = source.top(&entries);
    let mut slugs = Slugs::new("target", MOST);
    let tables = top.tables("target");
    let read: Vec<Target> = tables.iter().map(|table| target(table, &mut slugs, languages)).collect();
    for (table, target) in tables.iter().zip(&read) {
        check_together(table, target, &read);
        if !target.kind.is_empty() && read.iter().any(|other| other.slug == target.kind) {
            let kind = &target.kind;
            table.fault(
                table.line(),
                format!("[[target]] kind is “{kind}”, which is the slug of a target too; give one of them another name, so that a post knows which is meant"),
            );
        }
    }
    top.finish();
    read
}

fn target(table: &Table, slugs: &mut Slugs, languages: &[String]) -> Target {
    let target = Target {
        slug: slugs.take(table),
        kind: table.optional_text("kind", Rule::Slug).map(|found| found.text).unwrap_or_default(),
        name: table.once_or_by_language("name", languages, Rule::Words(120)),
        role: table.by_language("role", languages, Rule::Words(120), false),
        handles: read_handles(table),
        email: table.optional_text("email", Rule::Address).map(|found| found.text),
        phone: table.optional_text("phone", Rule::Phone).map(|found| found.text),
        session: table.optional_text("session", Rule::Session).map(|found| found.text),
        together: table
            .list("together", "[\"one-slug\", \"another-slug\"]")
            .unwrap_or_default()
            .into_iter()
            .map(|found| found.text)
            .collect(),
        answered: deed(table, "answered", languages),
        acted: deed(table, "acted", languages),
    };
    table.finish();
    target
}

fn read_handles(table: &Table) -> BTreeMap<String, String> {
    let Some(table) = table.table("handles", "write one for each network, as handles.x = \"@name\"") else {
        return BTreeMap::new();
    };
    let read = WITH_HANDLES.into_iter().filter_map(|network| {
        let found = table.optional_text(network.name(), Rule::Handle(network))?;
        Some((network.name().to_owned(), handles::handle(network, &found.text)?))
    });
    let read = read.collect();
    table.finish();
    read
}

fn deed(table: &Table, key: &'static str, languages: &[String]) -> Option<Deed> {
    let table =
        table.table(key, &format!("write {key}.on = \"2018-09-25\" and {key}.link = \"https://…\""))?;
    let deed = Deed {
        on: table.text("on", Rule::Date).text,
        link: table.text("link", Rule::Url).text,
        words: table.by_language("words", languages, Rule::Words(300), false),
    };
    table.finish();
    Some(deed)
}

/// Marks dated after today in a file without faults, each with its line.
pub fn marks_ahead(text: &str, today: &str) -> Vec<Fault> {
    let (found, faults) = (Faults::default(), Faults::default());
    let mended = Mended::of(FILE, text, 1, &found);
    let entries = mended.table();
    let source = Source { file: FILE, mended: &mended, first_line: 1, faults: &found };
    for target in source.top(&entries).tables("target") {
        let slug = target.text("slug", Rule::Slug).text;
        for key in ["answered", "acted"] {
            let Some(on) = target.table(key, "").map(|deed| deed.text("on", Rule::Date)) else { continue };
            if on.text.as_str() > today {
                let message = format!(
                    "[[target]] {slug}: {key}.on is {}, which lies ahead; today is {today}: write the day on which it was",
                    on.text
                );
                faults.add(FILE, on.line, message);
            }
        }
    }
    faults.sorted()
}

/// Who is addressed at once must be addressed alone too.
fn check_together(table: &Table, target: &Target, all: &[Target]) {
    let fault = |message: String| table.fault(table.line(), message);
    if target.together.len() == 1 {
        fault("[[target]] together names one target; name two or more, or remove the line".to_owned());
    }
    for (place, slug) in target.together.iter().enumerate() {
        match all.iter().find(|other| other.slug == *slug) {
            _ if target.together[..place].contains(slug) => {
                fault(format!("[[target]] together names {slug} twice; remove one"));
            }
            None => {
                let message = format!(
                    "[[target]] together names {slug}, but no [[target]] has this slug; add one, or remove it here"
                );
                table.known_fault(table.line(), message, Wrong::NamedElsewhere(slug.clone()));
            }
            Some(other) if !other.together.is_empty() => {
                fault(format!(
                    "[[target]] together names {slug}, which is several targets itself; name them one by one"
                ));
            }
            Some(_) => {}
        }
    }
    if !target.together.is_empty() && !target.handles.is_empty() {
        fault("[[target]] together and handles do not go together: each of them is named by its own; remove the handles here".to_owned());
    }
}

/// The file; nothing where there is no target.
pub fn write(targets: &[Target], languages: &[String]) -> Option<String> {
    if targets.is_empty() {
        return None;
    }
    let mut toml = Toml::default();
    for target in targets {
        write_one(&mut toml, target, languages);
    }
    Some(toml.finished())
}

pub fn write_one(toml: &mut Toml, target: &Target, languages: &[String]) {
    toml.heading("[[target]]");
    toml.text("slug", &target.slug);
    if !target.kind.is_empty() {
        toml.text("kind", &target.kind);
    }
    toml.once_or_by_language("name", &target.name, languages);
    toml.by_language("role", &target.role, languages);
    for network in WITH_HANDLES {
        toml.optional(&format!("handles.{network}"), target.handles.get(network.name()));
    }
    toml.optional("email", target.email.as_ref());
    toml.optional("phone", target.phone.as_ref());
    toml.optional("session", target.session.as_ref());
    if !target.together.is_empty() {
        toml.list("together", &target.together);
    }
    for (key, deed) in [("answered", &target.answered), ("acted", &target.acted)] {
        let Some(deed) = deed else { continue };
        toml.text(&format!("{key}.on"), &deed.on);
        toml.text(&format!("{key}.link"), &deed.link);
        toml.by_language(&format!("{key}.words"), &deed.words, languages);
    }
}

/// What a campaign calls the kind of its targets, each once.
pub fn kinds(targets: &[Target]) -> Vec<&str> {
    let mut kinds: Vec<&str> = Vec::new();
    for target in targets.iter().filter(|target| !target.kind.is_empty()) {
        if !kinds.contains(&target.kind.as_str()) {
            kinds.push(&target.kind);
        }
    }
    kinds
}

/// What is the same words in every language.
pub fn in_every_language(words: &str, languages: &[String]) -> ByLanguage {
    languages.iter().map(|language| (language.clone(), words.to_owned())).collect()
}
