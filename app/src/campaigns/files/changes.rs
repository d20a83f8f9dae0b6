//! What differs between two versions of a campaign, in words for people. It walks everything that a
//! definition holds, so that a new field cannot be forgotten here.

use super::letters;
use crate::campaigns::definition::Definition;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// One difference; shown as `campaign.toml: texts.en.title: "A" → "B"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Path within the campaign's folder.
    pub file: String,
    pub what: String,
}

impl fmt::Display for Change {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}: {}", self.file, self.what)
    }
}

const CAMPAIGN: &str = super::campaign::FILE;
/// Lists whose parts have a name; by that they are compared, not by their place.
const NAMED: [Named; 11] = [
    Named { list: "endorsements", kind: "endorsement", name: "slug", file: CAMPAIGN },
    Named { list: "relations", kind: "relation", name: "slug", file: CAMPAIGN },
    Named { list: "partners", kind: "partner", name: "slug", file: CAMPAIGN },
    Named { list: "letters", kind: "letter", name: "slug", file: CAMPAIGN },
    Named { list: "pictures", kind: "picture", name: "file", file: CAMPAIGN },
    Named { list: "targets", kind: "target", name: "slug", file: super::targets::FILE },
    Named { list: "events", kind: "event", name: "slug", file: super::events::FILE },
    Named { list: "goals", kind: "goal", name: "slug", file: super::goals::FILE },
    Named { list: "fundraisers", kind: "fundraiser", name: "slug", file: super::fundraisers::FILE },
    Named { list: "posts", kind: "post", name: "slug", file: super::posts::FILE },
    Named { list: "statements", kind: "statement", name: "slug", file: super::statements::FILE },
];

struct Named {
    list: &'static str,
    kind: &'static str,
    /// The key that names a part.
    name: &'static str,
    file: &'static str,
}

/// Empty where both are equal; else in the order of the files.
pub fn changes(old: &Definition, new: &Definition) -> Vec<Change> {
    let mut changes = Changes::default();
    // A definition is maps, lists and texts: it can always be a JSON value.
    if let (Ok(Value::Object(before)), Ok(Value::Object(after))) =
        (serde_json::to_value(old), serde_json::to_value(new))
    {
        let keys: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        for key in keys {
            let (before, after) = (before.get(key), after.get(key));
            match NAMED.iter().find(|named| named.list == key) {
                Some(named) => changes.compare_named(named, before, after),
                None => changes.compare(CAMPAIGN, key, before, after),
            }
        }
    }
    for picture in &new.pictures {
        let before = old.pictures.iter().find(|before| before.file == picture.file);
        if before.is_some_and(|before| before.bytes != picture.bytes) {
            changes.add(&format!("pictures/{}", picture.file), "picture changed");
        }
    }
    let before: BTreeMap<&str, &[u8]> = old.papers().collect();
    for (file, _) in
        new.papers().filter(|(file, bytes)| before.get(file).is_some_and(|before| before != bytes))
    {
        changes.add(&format!("papers/{file}"), "PDF changed");
    }
    changes.0.sort_by(|one, two| one.file.cmp(&two.file));
    changes.0
}

#[derive(Default)]
struct Changes(Vec<Change>);

impl Changes {
    fn add(&mut self, file: &str, what: impl Into<String>) {
        self.0.push(Change { file: file.to_owned(), what: what.into() });
    }

    fn compare(&mut self, file: &str, path: &str, before: Option<&Value>, after: Option<&Value>) {
        match (before, after) {
            (before, after) if before == after => {}
            (Some(Value::Object(before)), Some(Value::Object(after))) => {
                let keys: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
                for key in keys {
                    self.compare(file, &format!("{path}.{key}"), before.get(key), after.get(key));
                }
            }
            (None | Some(Value::Null), Some(after)) => {
                self.add(file, format!("{path} added: {}", shown(after)));
            }
            (Some(before), None | Some(Value::Null)) => {
                self.add(file, format!("{path} removed: {}", shown(before)));
            }
            (Some(before), Some(after)) => {
                self.add(file, format!("{path}: {} → {}", shown(before), shown(after)));
            }
            (None, None) => {}
        }
    }

    fn compare_named(&mut self, named: &Named, before: Option<&Value>, after: Option<&Value>) {
        let Named { kind, name, file, .. } = *named;
        let (before, after) = (by_name(before, name), by_name(after, name));
        let find = |list: &[(String, Value)], name: &str| {
            list.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
        };
        for (name, _) in before.iter().filter(|(name, _)| find(&after, name).is_none()) {
            self.add(file, format!("{kind} {name} removed"));
        }
        for (name, value) in &after {
            match find(&before, name) {
                None => self.add(file, format!("{kind} {name} added")),
                Some(before) if kind == "letter" => self.compare_letters(name, before, value.clone()),
                Some(before) => self.compare(file, &format!("{kind} {name}"), Some(&before), Some(value)),
            }
        }
        let order = |list: &[(String, Value)], other: &[(String, Value)]| -> Vec<String> {
            let both = list.iter().filter(|(name, _)| find(other, name).is_some());
            both.map(|(name, _)| name.clone()).collect()
        };
        let (before, after) = (order(&before, &after), order(&after, &before));
        if before != after {
            self.add(file, format!("order of {kind}s: {} → {}", before.join(", "), after.join(", ")));
        }
    }

    /// A letter's words are in files of their own.
    fn compare_letters(&mut self, slug: &str, mut before: Value, mut after: Value) {
        let (old, new) = (take_texts(&mut before), take_texts(&mut after));
        self.compare(CAMPAIGN, &format!("letter {slug}"), Some(&before), Some(&after));
        let languages: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        for language in languages {
            let file = letters::path(slug, language);
            let (Some(old), Some(new)) = (old.get(language), new.get(language)) else {
                self.add(&file, if new.contains_key(language) { "letter added" } else { "letter removed" });
                continue;
            };
            for key in old.as_object().into_iter().flat_map(serde_json::Map::keys) {
                let (old, new) = (&old[key], &new[key]);
                match (key.as_str(), old.as_str(), new.as_str()) {
                    ("body", Some(old), Some(new)) if old != new => self.add(&file, body_changed(old, new)),
                    _ => self.compare(&file, key, Some(old), Some(new)),
                }
            }
        }
    }
}

fn by_name(list: Option<&Value>, name: &str) -> Vec<(String, Value)> {
    let parts = list.and_then(Value::as_array).into_iter().flatten();
    parts.map(|part| (part[name].as_str().unwrap_or_default().to_owned(), part.clone())).collect()
}

fn take_texts(letter: &mut Value) -> BTreeMap<String, Value> {
    match letter.as_object_mut().and_then(|letter| letter.remove("texts")) {
        Some(Value::Object(texts)) => texts.into_iter().collect(),
        _ => BTreeMap::new(),
    }
}

/// Short enough for a line of a terminal.
fn shown(value: &Value) -> String {
    const MOST: usize = 70;
    let Value::String(text) = value else { return value.to_string() };
    if text.chars().count() <= MOST {
        return format!("\"{text}\"");
    }
    format!("\"{}…\"", text.chars().take(MOST).collect::<String>().trim_end())
}

fn body_changed(old: &str, new: &str) -> String {
    match words_changed(old, new) {
        0 => "body changed (spaces and line breaks only)".to_owned(),
        1 => "body changed (1 word)".to_owned(),
        words => format!("body changed ({words} words)"),
    }
}

/// How many words are other ones, new or gone: what the longest common run of words leaves over, on the
/// side where that is more.
fn words_changed(old: &str, new: &str) -> usize {
    let old: Vec<&str> = old.split_whitespace().collect();
    let new: Vec<&str> = new.split_whitespace().collect();
    let start = old.iter().zip(&new).take_while(|(one, two)| one == two).count();
    let (old, new) = (&old[start..], &new[start..]);
    let end = old.iter().rev().zip(new.iter().rev()).take_while(|(one, two)| one == two).count();
    let (old, new) = (&old[..old.len() - end], &new[..new.len() - end]);
    old.len().max(new.len()) - common(old, new)
}

/// Length of the longest common subsequence, one row at a time.
fn common(old: &[&str], new: &[&str]) -> usize {
    let mut row = vec![0; new.len() + 1];
    for word in old {
        let mut diagonal = 0;
        for (place, other) in new.iter().enumerate() {
            let above = row[place + 1];
            row[place + 1] = if word == other { diagonal + 1 } else { above.max(row[place]) };
            diagonal = above;
        }
    }
    row[new.len()]
}
