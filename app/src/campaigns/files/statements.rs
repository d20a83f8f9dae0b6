//! Reads `statements.toml`: who was asked, who replied, who said something publicly. The file need not be there.

use super::checks::{Rule, either};
use super::fault::{Fault, Faults};
use super::folder::Folder;
use super::slugs::Slugs;
use super::syntax::Mended;
use super::table::{Source as SourceFile, Table};
use super::text;
use super::toml_text::Toml;
use crate::campaigns::definition::{Picture, Source, Statement, StatementKind};
use crate::campaigns::record::{MOST_WORDS, On};

pub const FILE: &str = "statements.toml";
const MOST: usize = 200;

pub fn read(folder: &Folder, languages: &[String], pictures: &[Picture], faults: &Faults) -> Vec<Statement> {
    let Some(text) = text::read(folder, FILE, faults) else { return Vec::new() };
    let mended = Mended::of(FILE, &text, 1, faults);
    let entries = mended.table();
    let source = SourceFile { file: FILE, mended: &mended, first_line: 1, faults };
    let top = source.top(&entries);
    let mut slugs = Slugs::new("statement", MOST);
    let tables = top.tables("statement");
    let read: Vec<Statement> = tables.iter().map(|table| statement(table, &mut slugs, languages)).collect();
    for (table, one) in tables.iter().zip(&read) {
        check_answers(table, one, &read);
        check_file(table, one, pictures);
        if one.kind == StatementKind::Said && one.source.is_none() {
            let first = languages.first().map_or("en", String::as_str);
            table.fault(
                table.line(),
                format!("[[statement]] source is missing: what somebody said publicly can be read somewhere; add source.name.{first} = \"…\""),
            );
        }
    }
    top.finish();
    read
}

fn statement(table: &Table, slugs: &mut Slugs, languages: &[String]) -> Statement {
    let kinds = StatementKind::ALL.map(|kind| (kind.word(), kind));
    let text = |key, rule| table.optional_text(key, rule).map(|found| found.text);
    let statement = Statement {
        slug: slugs.take(table),
        kind: table.choice("kind", &kinds, true),
        whom: table.once_or_by_language("whom", languages, Rule::Words(120)),
        on: table.text("on", Rule::When).text,
        how: table.by_language("how", languages, Rule::Words(300), false),
        words: table.by_language("words", languages, Rule::Words(MOST_WORDS), true),
        original: text("original", Rule::Language),
        source: read_source(table, languages),
        file: text("file", Rule::PictureFile),
        answers: text("answers", Rule::Slug),
    };
    table.finish();
    statement
}

fn read_source(table: &Table, languages: &[String]) -> Option<Source> {
    let table = table.table("source", "write source.name.en = \"…\" and source.url = \"https://…\"")?;
    let source = Source {
        name: table.once_or_by_language("name", languages, Rule::Words(200)),
        url: table.optional_text("url", Rule::Url).map(|found| found.text),
    };
    table.finish();
    Some(source)
}

/// A reply answers a question that is asked here.
fn check_answers(table: &Table, one: &Statement, all: &[Statement]) {
    let Some(slug) = &one.answers else { return };
    if one.kind != StatementKind::Replied {
        table.fault(table.line(), "[[statement]] answers goes with kind = \"replied\"; remove the line");
    } else if !all.iter().any(|other| other.slug == *slug && other.kind == StatementKind::Asked) {
        table.fault(
            table.line(),
            format!("[[statement]] answers names {slug}, but no [[statement]] with kind = \"asked\" has this slug; add one, or remove the line"),
        );
    }
}

fn check_file(table: &Table, one: &Statement, pictures: &[Picture]) {
    let Some(file) = &one.file else { return };
    if pictures.iter().all(|picture| picture.file != *file) {
        let known: Vec<&str> = pictures.iter().map(|picture| picture.file.as_str()).collect();
        let known = if known.is_empty() {
            "add one".to_owned()
        } else {
            format!("add one, or write {}", either(&known))
        };
        table.fault(
            table.line(),
            format!("[[statement]] file names {file}, which no [[picture]] in campaign.toml holds; {known}"),
        );
    }
}

/// Statements dated after today in a file without faults, each with its line.
pub fn ahead(text: &str, today: &str) -> Vec<Fault> {
    let (found, faults) = (Faults::default(), Faults::default());
    let mended = Mended::of(FILE, text, 1, &found);
    let entries = mended.table();
    let source = SourceFile { file: FILE, mended: &mended, first_line: 1, faults: &found };
    for statement in source.top(&entries).tables("statement") {
        let slug = statement.text("slug", Rule::Slug).text;
        let on = statement.text("on", Rule::When);
        if On::parse(&on.text).is_some_and(|day| day.is_after(today)) {
            let message = format!(
                "[[statement]] {slug}: on is {}, which lies ahead; today is {today}: write the day on which it was",
                on.text
            );
            faults.add(FILE, on.line, message);
        }
    }
    faults.sorted()
}

/// The file; nothing where there is no statement.
pub fn write(statements: &[Statement], languages: &[String]) -> Option<String> {
    if statements.is_empty() {
        return None;
    }
    let mut toml = Toml::default();
    for one in statements {
        toml.heading("[[statement]]");
        toml.text("slug", &one.slug);
        toml.text("kind", one.kind.word());
        toml.optional("answers", one.answers.as_ref());
        toml.once_or_by_language("whom", &one.whom, languages);
        toml.text("on", &one.on);
        toml.by_language("how", &one.how, languages);
        toml.by_language("words", &one.words, languages);
        toml.optional("original", one.original.as_ref());
        if let Some(source) = &one.source {
            toml.once_or_by_language("source.name", &source.name, languages);
            toml.optional("source.url", source.url.as_ref());
        }
        toml.optional("file", one.file.as_ref());
    }
    Some(toml.finished())
}
