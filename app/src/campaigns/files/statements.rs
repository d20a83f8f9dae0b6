//! Reads `statements.toml`: who was asked, who replied, who said something publicly. The file need not be there.

use super::checks::{Rule, either, is_file_name, picture_file};
use super::fault::{Fault, Faults};
use super::folder::{Entry, Folder, MOST_PICTURE_BYTES};
use super::slugs::Slugs;
use super::syntax::Mended;
use super::table::{Source as SourceFile, Table};
use super::text;
use super::toml_text::Toml;
use crate::campaigns::definition::{Picture, Source, Statement, StatementKind, is_paper};
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
    let mut read: Vec<Statement> =
        tables.iter().map(|table| statement(table, &mut slugs, languages)).collect();
    for (table, one) in tables.iter().zip(&mut read) {
        one.paper = paper(folder, table, one, faults);
    }
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
        file: text("file", Rule::PaperFile),
        paper: Vec::new(),
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

/// The name of what shows a statement.
pub fn paper_file(text: &str) -> Result<(), String> {
    if is_paper(text) && is_file_name(text) || picture_file(text).is_ok() {
        return Ok(());
    }
    Err(format!(
        "is “{text}”, which names neither a PDF nor a picture; use small letters, digits and dashes, ending in .pdf, or as a [[picture]] does, as \"reply.pdf\""
    ))
}

/// The bytes of a statement’s PDF, by its first ones: what else stands in it is for whoever opens it to draw.
fn paper(folder: &Folder, table: &Table, one: &Statement, faults: &Faults) -> Vec<u8> {
    let Some(file) = one.file.as_deref().filter(|file| is_paper(file) && is_file_name(file)) else {
        return Vec::new();
    };
    let path = format!("papers/{file}");
    let wrong = match folder.ask(&path) {
        Some(Entry::Bytes(bytes)) if bytes.len() as u64 > MOST_PICTURE_BYTES => too_large(bytes.len() as u64),
        Some(Entry::Bytes(bytes)) if bytes.starts_with(b"%PDF-") => return bytes.clone(),
        Some(Entry::Bytes(_)) => "this is no PDF; save it as one, or name a [[picture]] instead".to_owned(),
        Some(Entry::TooLarge(size)) => too_large(*size),
        Some(Entry::Unreadable(why)) => why.clone(),
        Some(Entry::Folder) | None => {
            let message = format!(
                "[[statement]] file names {path}, which is missing; put the PDF there, or remove the line"
            );
            table.fault(table.line(), message);
            return Vec::new();
        }
    };
    faults.add(&path, 1, wrong);
    Vec::new()
}

fn too_large(size: u64) -> String {
    // Rounded up, so that what is too large never reads as 2.0.
    let tenths = size.div_ceil(100_000);
    format!("this PDF has {}.{} MB; the most is 2 MB, so make it smaller", tenths / 10, tenths % 10)
}

fn check_file(table: &Table, one: &Statement, pictures: &[Picture]) {
    let Some(file) = one.file.as_ref().filter(|file| !is_paper(file)) else { return };
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
