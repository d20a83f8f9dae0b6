//! A conference's list of speakers, pasted as CSV, becomes targets at the end of `targets.toml`. What
//! stands in the file stays as it stands; somebody who is in it already is not added again.

use super::Wrong;
use super::checks::Rule;
use super::fault::Fault;
use super::folder::{Entry, Folder};
use super::targets::{self, in_every_language};
use super::toml_text::Toml;
use super::{read_folder, speaker_row};
use crate::campaigns::definition::{Definition, Target};
use crate::slug::slug_of;
use std::collections::BTreeMap;
use std::path::Path;

/// The kind that the new targets are given.
pub const KIND: &str = "speaker";
const NAME: &str = "name";

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Slugs.
    pub new: Vec<String>,
    /// Names of those who were there.
    pub known: Vec<String>,
}

/// What a list says that the campaign does not say yet.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Speakers {
    pub new: Vec<Target>,
    /// Those who were there, as they stand, each with what the list says of them. What a cell leaves empty
    /// stays as it is.
    pub known: Vec<(Target, Target)>,
}

/// Adds the rows of `csv`, called `file` in faults, to the campaign's folder. Nothing is written where
/// anything is wrong, in the rows or in the campaign.
pub fn add(dir: &Path, file: &str, csv: &str) -> Result<Added, Vec<Fault>> {
    let mut folder = Folder::on_disk(dir).map_err(|fault| vec![fault])?;
    let definition = read_folder(&folder)?;
    let Speakers { new, known } = read(file, csv, &definition)?;
    let known = known.into_iter().map(|(_, said)| said.name_in(definition.default_language()).to_owned());
    let added = Added { new: new.iter().map(|target| target.slug.clone()).collect(), known: known.collect() };
    if new.is_empty() {
        return Ok(added);
    }
    let mut text = match folder.ask(targets::FILE) {
        Some(Entry::Bytes(bytes)) => String::from_utf8_lossy(bytes).trim_end().to_owned() + "\n",
        _ => String::new(),
    };
    let mut toml = Toml::default();
    for target in &new {
        targets::write_one(&mut toml, target, &definition.languages);
    }
    text.push_str(if text.is_empty() { toml.0.trim_start() } else { &toml.0 });
    folder.put(targets::FILE, text.clone());
    // With a longer name among its targets a post may no longer fit.
    read_folder(&folder)?;
    std::fs::write(dir.join(targets::FILE), text).map_err(|error| {
        vec![Fault {
            file: targets::FILE.to_owned(),
            line: 1,
            message: format!("this file cannot be written: {error}"),
            wrong: None,
        }]
    })?;
    Ok(added)
}

/// The speakers of a list; every fault of it where there is one. `file` is what faults call the list.
pub fn read(file: &str, csv: &str, definition: &Definition) -> Result<Speakers, Vec<Fault>> {
    // A browser sends every line break as CR LF, a spreadsheet as it likes.
    let csv = csv.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let delimiter = delimiter(&csv);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(csv.as_bytes());
    let mut faults = Vec::new();
    let mut fault = |line: u64, message: String, wrong: Wrong| {
        let line = usize::try_from(line).unwrap_or(1);
        faults.push(Fault { file: file.to_owned(), line, message, wrong: Some(Box::new(wrong)) });
    };
    let mut speakers = Speakers::default();
    let mut columns = None;
    let mut names = BTreeMap::new();
    let mut lines = Lines { csv: &csv, at: 0, line: 1 };
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = lines.of(error.position());
                let message = format!("this row is no CSV ({error}); save the list again as CSV in UTF-8");
                fault(line, message, Wrong::NotCsv);
                continue;
            }
        };
        let line = lines.of(record.position());
        let Some(columns) = &columns else {
            columns = Some(speaker_row::columns(&record, |message, wrong| fault(line, message, wrong)));
            continue;
        };
        if record.iter().all(str::is_empty) {
            continue;
        }
        let mut target = speaker_row::read(&record, columns, |message, wrong| fault(line, message, wrong));
        let name = std::mem::take(&mut target.name).remove(NAME).unwrap_or_default();
        if name.is_empty() {
            continue;
        }
        if let Some(first) = names.insert(name.to_lowercase(), line) {
            let message = format!("{name} stands on line {first} too; remove one of the two");
            fault(line, message, Wrong::Twice { name, first });
            continue;
        }
        target.name = in_every_language(&name, &definition.languages);
        let is_known = |one: &&Target| one.name.values().any(|said| same(said, &name));
        if let Some(known) = definition.targets.iter().find(is_known) {
            speakers.known.push((known.clone(), target));
            continue;
        }
        let taken: Vec<&Target> = definition.targets.iter().chain(&speakers.new).collect();
        target.slug = free_slug(&name, &taken);
        KIND.clone_into(&mut target.kind);
        speakers.new.push(target);
    }
    if lines.ends_in_an_open_quotation(delimiter) {
        let message = "a quotation mark that this row opens is never closed; close it, or take it out";
        fault(lines.line, message.to_owned(), Wrong::OpenQuotation);
    }
    if columns.is_none() {
        let message = "the list is empty; its first line names the columns, as name,x,session".to_owned();
        fault(1, message, Wrong::Empty);
    }
    if faults.is_empty() { Ok(speakers) } else { Err(faults) }
}

/// On which line of a list a row begins. A reader of CSV says where it stopped before: empty lines come between.
struct Lines<'c> {
    csv: &'c str,
    /// The row that was asked for last: in bytes, and as a line.
    at: usize,
    line: u64,
}

impl Lines<'_> {
    fn of(&mut self, position: Option<&csv::Position>) -> u64 {
        let stopped = position.and_then(|position| usize::try_from(position.byte()).ok());
        let stopped = stopped.unwrap_or(self.at).clamp(self.at, self.csv.len());
        let rest = &self.csv.as_bytes()[stopped..];
        let begins = stopped + rest.iter().take_while(|byte| **byte == b'\n').count();
        let passed = self.csv.get(self.at..begins).unwrap_or_default().matches('\n').count();
        self.line += passed as u64;
        self.at = begins;
        self.line
    }

    /// Whether a quoted field of the last row was still open at the end, and swallowed all that followed.
    fn ends_in_an_open_quotation(&self, delimiter: u8) -> bool {
        let last = &self.csv[self.at..];
        let opens = last.starts_with('"') || last.contains(&format!("{}\"", char::from(delimiter)));
        opens && last.matches('"').count() % 2 == 1
    }
}

/// Lists come out of spreadsheets with commas, semicolons or tabs, as the country has it.
fn delimiter(csv: &str) -> u8 {
    let head = csv.lines().next().unwrap_or_default();
    let most = [b',', b';', b'\t'].into_iter().rev();
    most.max_by_key(|byte| head.matches(char::from(*byte)).count()).unwrap_or(b',')
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// The name as a slug that nobody has yet.
fn free_slug(name: &str, taken: &[&Target]) -> String {
    let slug = slug_of(name, 50);
    let slug = slug.as_str();
    let slug = if Rule::Slug.check(slug).is_ok() { slug } else { KIND };
    let is_free =
        |slug: &str| slug != KIND && taken.iter().all(|target| target.slug != slug && target.kind != slug);
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    std::iter::once(slug.to_owned()).chain(numbered).find(|slug| is_free(slug)).unwrap_or_default()
}
