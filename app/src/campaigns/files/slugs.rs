//! Slugs of one kind in a campaign's files: each stands once, and there are not too many.

use super::Wrong;
use super::checks::Rule;
use super::table::Table;
use std::collections::BTreeMap;

/// The slugs of one kind, each of which may stand once.
pub struct Slugs {
    kind: &'static str,
    most: usize,
    lines: BTreeMap<String, usize>,
}

impl Slugs {
    pub fn new(kind: &'static str, most: usize) -> Self {
        Self { kind, most, lines: BTreeMap::new() }
    }

    pub fn take(&mut self, table: &Table) -> String {
        let found = table.text("slug", Rule::Slug);
        let kind = self.kind;
        if found.text.is_empty() {
            return found.text;
        }
        if let Some(first) = self.lines.get(&found.text) {
            table.fault(found.line, format!("there are two of [[{kind}]] with the slug {}, first on line {first}; give this one another", found.text));
            return found.text;
        }
        self.lines.insert(found.text.clone(), found.line);
        if self.lines.len() == self.most + 1 {
            let message = format!(
                "this is one [[{kind}]] too many; a campaign has {} at most, so remove some",
                self.most
            );
            table.known_fault(table.line(), message, Wrong::TooMany(self.most));
        }
        found.text
    }
}
