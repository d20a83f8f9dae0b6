//! One table of a TOML file, read key by key. What is missing, of the wrong kind or unknown is
//! reported with its line; the reader goes on with an empty value.

use super::Wrong;
use super::checks::{self, Rule};
use super::fault::Faults;
use super::syntax::Mended;
use crate::campaigns::definition::ByLanguage;
use std::cell::RefCell;
use std::ops::RangeInclusive;
use toml::de::{DeTable, DeValue};

/// The file that a table stands in.
pub struct Source<'a> {
    pub file: &'a str,
    pub mended: &'a Mended,
    /// Line of the file at which the TOML begins.
    pub first_line: usize,
    pub faults: &'a Faults,
}

pub struct Table<'a> {
    source: &'a Source<'a>,
    /// As messages call it: empty at the top, `group.`, `[[letter]] `.
    prefix: String,
    line: usize,
    entries: &'a DeTable<'a>,
    known: RefCell<Vec<&'static str>>,
}

/// A text and the line it begins on.
pub struct Found {
    pub text: String,
    pub line: usize,
}

impl<'a> Source<'a> {
    pub fn top(&'a self, entries: &'a DeTable<'a>) -> Table<'a> {
        Table {
            source: self,
            prefix: String::new(),
            line: self.first_line,
            entries,
            known: RefCell::default(),
        }
    }

    fn line(&self, at: usize) -> usize {
        let at = self.mended.text.floor_char_boundary(at);
        self.first_line + self.mended.text[..at].matches('\n').count()
    }
}

impl<'a> Table<'a> {
    pub fn line(&self) -> usize {
        self.line
    }

    pub fn fault(&self, line: usize, message: impl Into<String>) {
        self.source.faults.add(self.source.file, line, message);
    }

    /// One that the desk says too.
    pub fn known_fault(&self, line: usize, message: String, wrong: Wrong) {
        self.source.faults.add_known(self.source.file, line, message, wrong);
    }

    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key) || self.source.mended.lost.contains(key)
    }

    /// A text that must be there and keep to the rule.
    pub fn text(&self, key: &'static str, rule: Rule) -> Found {
        if let Some((value, line)) = self.value(key) {
            return Found { text: self.checked(key, value, line, rule, true), line };
        }
        self.missing(key, rule.example());
        Found { text: String::new(), line: self.line }
    }

    pub fn optional_text(&self, key: &'static str, rule: Rule) -> Option<Found> {
        let (value, line) = self.value(key)?;
        Some(Found { text: self.checked(key, value, line, rule, false), line })
    }

    /// One of a few words; the first is taken where there is none and none is needed.
    pub fn choice<T: Copy>(&self, key: &'static str, choices: &[(&'static str, T)], needed: bool) -> T {
        let words: Vec<_> = choices.iter().map(|(word, _)| *word).collect();
        let listed = || checks::either(&words);
        match self.value(key) {
            Some((DeValue::String(found), line)) => match choices.iter().find(|(word, _)| found == word) {
                Some((_, choice)) => return *choice,
                None => {
                    self.fault(line, format!("{}{key} is “{found}”; write {}", self.prefix, listed()));
                }
            },
            Some((_, line)) => {
                self.fault(line, format!("{}{key} must be a text; write {}", self.prefix, listed()));
            }
            None if needed => self.missing(key, &listed()),
            None => {}
        }
        choices[0].1
    }

    pub fn number(&self, key: &'static str, range: RangeInclusive<u32>, default: u32) -> u32 {
        let Some((value, line)) = self.value(key) else { return default };
        let number = match value {
            DeValue::Integer(digits) => u32::from_str_radix(digits.as_str(), digits.radix()).ok(),
            _ => None,
        };
        number.filter(|number| range.contains(number)).unwrap_or_else(|| {
            let (least, most) = (range.start(), range.end());
            self.fault(
                line,
                format!(
                    "{}{key} must be a number from {least} to {most}, without quotation marks",
                    self.prefix
                ),
            );
            default
        })
    }

    /// A list of texts, each with its line.
    pub fn list(&self, key: &'static str, example: &str) -> Option<Vec<Found>> {
        let (value, line) = self.value(key)?;
        let DeValue::Array(values) = value else {
            self.fault(line, format!("{}{key} must be a list; write {key} = {example}", self.prefix));
            return None;
        };
        let found = values.iter().filter_map(|value| {
            let line = self.source.line(value.span().start);
            if let DeValue::String(text) = value.get_ref() {
                return Some(Found { text: text.to_string(), line });
            }
            self.fault(line, format!("{}{key} must hold texts; write {key} = {example}", self.prefix));
            None
        });
        Some(found.collect())
    }

    /// The same text in each language, as `ask.en = "…"`; `needed` or wholly absent.
    pub fn by_language(
        &self,
        key: &'static str,
        languages: &[String],
        rule: Rule,
        needed: bool,
    ) -> ByLanguage {
        let found = self.found_by_language(key, languages, rule, needed);
        found.into_iter().map(|(language, found)| (language, found.text)).collect()
    }

    /// The same, each with its line.
    pub fn found_by_language(
        &self,
        key: &'static str,
        languages: &[String],
        rule: Rule,
        needed: bool,
    ) -> ByLanguage<Found> {
        let Some(table) = self.table(key, &format!("write it in each language, as {key}.en = \"…\""))
        else {
            if needed && !self.has(key) {
                let first = languages.first().map_or("en", String::as_str);
                self.fault(
                    self.line,
                    format!("{}{key} is missing; add {key}.{first} = {}", self.prefix, rule.example()),
                );
            }
            return ByLanguage::new();
        };
        table.each_language(languages, |language, entry| {
            let (value, line) = entry?;
            Some(Found { text: table.checked(language, value, line, rule, true), line })
        })
    }

    /// A name, which is often the same in every language: one text, or one for each.
    pub fn once_or_by_language(&self, key: &'static str, languages: &[String], rule: Rule) -> ByLanguage {
        if let Some(DeValue::Table(_)) = self.entries.get(key).map(toml::Spanned::get_ref) {
            return self.by_language(key, languages, rule, true);
        }
        let text = self.text(key, rule).text;
        languages.iter().map(|language| (language.clone(), text.clone())).collect()
    }

    /// Reads a table whose keys are languages: each of the campaign's, and no other.
    pub fn each_language<T>(
        &self,
        languages: &[String],
        read: impl Fn(&str, Option<(&'a DeValue<'a>, usize)>) -> Option<T>,
    ) -> ByLanguage<T> {
        let mut by_language = ByLanguage::new();
        if languages.is_empty() {
            // That has been reported; which languages are wanted cannot be told.
            return by_language;
        }
        for (key, value) in self.entries {
            let key_line = self.source.line(key.span().start);
            let tag: &str = key.get_ref();
            if languages.iter().any(|language| language == tag) {
                let line = self.source.line(value.span().start);
                by_language
                    .extend(read(tag, Some((value.get_ref(), line))).map(|read| (tag.to_owned(), read)));
            } else {
                let why = checks::unknown_language(tag).unwrap_or_else(|| {
                    format!("the campaign does not speak {tag}; add \"{tag}\" to languages, or remove this")
                });
                self.fault(key_line, format!("{}{tag}: {why}", self.prefix));
            }
        }
        for language in languages.iter().filter(|language| !self.has(language)) {
            let name = self.prefix.trim_end_matches('.');
            self.fault(self.line, format!("{name} is missing in {language}; add {name}.{language}"));
        }
        by_language
    }

    /// A table within; `instead` says how it is written.
    pub fn table(&self, key: &'static str, instead: &str) -> Option<Table<'a>> {
        let (value, line) = self.value(key)?;
        let inner = self.inner(value, format!("{}{key}.", self.prefix), line);
        if inner.is_none() {
            self.fault(line, format!("{}{key} is a single value; {instead}", self.prefix));
        }
        inner
    }

    pub fn inner(&self, value: &'a DeValue<'a>, prefix: String, line: usize) -> Option<Table<'a>> {
        let DeValue::Table(entries) = value else { return None };
        Some(Table { source: self.source, prefix, line, entries, known: RefCell::default() })
    }

    /// A key as messages call it.
    pub fn called(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    /// `[[letter]]` and the like, in their order; `[[post.instead]]` within one.
    pub fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        let Some((value, line)) = self.value(key) else { return Vec::new() };
        let outer = self.prefix.strip_prefix("[[").and_then(|name| name.strip_suffix("]] "));
        let heading = outer.map_or(key.to_owned(), |outer| format!("{outer}.{key}"));
        let wrong = |line| {
            self.fault(
                line,
                format!("each {key} has a heading of its own; write [[{heading}]] with two brackets"),
            );
        };
        let DeValue::Array(values) = value else {
            wrong(line);
            return Vec::new();
        };
        let tables = values.iter().filter_map(|value| {
            let line = self.source.line(value.span().start);
            let inner = self.inner(value.get_ref(), format!("[[{heading}]] "), line);
            if inner.is_none() {
                wrong(line);
            }
            inner
        });
        tables.collect()
    }

    /// Reports the keys that nobody asked for. The last thing to be done with a table.
    pub fn finish(&self) {
        let known = self.known.borrow();
        for (key, value) in self.entries.iter().filter(|(key, _)| !known.contains(&key.get_ref().as_ref())) {
            let (name, prefix) = (key.get_ref(), &self.prefix);
            let line = self.source.line(key.span().start);
            let kind =
                if matches!(value.get_ref(), DeValue::Table(_) | DeValue::Array(_)) { "part" } else { "key" };
            let message = match checks::nearest(name, known.iter().copied()) {
                Some(near) => format!("{prefix}{name} is an unknown {kind}; did you mean {near}?"),
                None => format!("{prefix}{name} is an unknown {kind}; known are {}", known.join(", ")),
            };
            self.fault(line, message);
        }
    }

    fn value(&self, key: &'static str) -> Option<(&'a DeValue<'a>, usize)> {
        self.known.borrow_mut().push(key);
        let value = self.entries.get(key)?;
        Some((value.get_ref(), self.source.line(value.span().start)))
    }

    fn missing(&self, key: &str, example: &str) {
        // What could not be read has been reported; it is not missing.
        if !self.source.mended.lost.contains(key) {
            self.fault(self.line, format!("{}{key} is missing; add {key} = {example}", self.prefix));
        }
    }

    fn checked(&self, key: &str, value: &DeValue, line: usize, rule: Rule, needed: bool) -> String {
        let name = format!("{}{key}", self.prefix);
        let DeValue::String(text) = value else {
            self.fault(
                line,
                format!("{name} must be a text in quotation marks; write {key} = {}", rule.example()),
            );
            return String::new();
        };
        let text = checks::one_paragraph(text);
        if text.is_empty() {
            let or = if needed { "" } else { ", or remove the line" };
            self.fault(line, format!("{name} is empty; write {key} = {}{or}", rule.example()));
        } else if let Err(why) = rule.check(&text) {
            self.fault(line, format!("{name} {why}"));
        }
        text
    }
}
