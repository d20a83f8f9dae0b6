//! TOML that need not be faultless: every mistake of the file is reported in one run, in plain words.
//!
//! The parser gives up at some mistakes. So the first one is reported and its line blanked, until
//! what is left can be read; what was lost that way is remembered, and never called missing.

use super::fault::Faults;
use std::collections::BTreeSet;
use toml::de::DeTable;

/// A text that parses, line for line where the original was.
pub struct Mended {
    pub text: String,
    /// Keys whose lines could not be read.
    pub lost: BTreeSet<String>,
}

impl Mended {
    /// Reports the mistakes of `text`, whose first line is `first_line` of the file.
    pub fn of(file: &str, text: &str, first_line: usize, faults: &Faults) -> Self {
        let mut mended = Self { text: text.to_owned(), lost: BTreeSet::new() };
        // Each round takes at least one line away.
        while let Some((at, message)) = first_mistake(&mended.text) {
            let lines: Vec<&str> = mended.text.split('\n').collect();
            let place = mended.text[..at].matches('\n').count();
            let place = opening_of(&lines, place);
            faults.add(file, first_line + place, in_plain_words(&message, &lines, place, first_line));
            let instead = heading(lines[place]).filter(|heading| heading != lines[place]);
            let end = match instead {
                // A heading that stands twice takes its table along.
                None if heading(lines[place]).is_some() => next_heading(&lines, place),
                _ => statement_end(&lines, place),
            };
            mended.lost.extend(lines[place..end].iter().filter_map(|line| key_of(line)));
            let mut kept: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            kept[place..end].fill(String::new());
            kept[place] = instead.unwrap_or_default();
            mended.text = kept.join("\n");
        }
        mended
    }

    pub fn table(&self) -> DeTable<'_> {
        DeTable::parse_recoverable(&self.text).0.into_inner()
    }
}

fn first_mistake(text: &str) -> Option<(usize, String)> {
    let (_, errors) = DeTable::parse_recoverable(text);
    let last = text.trim_end().len();
    errors
        .into_iter()
        .map(|error| (error.span().map_or(0, |span| span.start).min(last), error.message().to_owned()))
        .map(|(at, message)| (text.floor_char_boundary(at), message))
        .min_by_key(|(at, _)| *at)
}

/// A mistake is found where a value should have ended; it stands where the value begins.
fn opening_of(lines: &[&str], found: usize) -> usize {
    let found = if lines[found].trim().is_empty() {
        lines[..found].iter().rposition(|line| !line.trim().is_empty()).unwrap_or(found)
    } else {
        found
    };
    let (mut start, mut place) = (found, 0);
    while place <= found {
        let end = statement_end(lines, place);
        // A list that nobody closed swallows the statement that follows it.
        if (place..end).contains(&found) || (end == found && is_unclosed_list(lines[place])) {
            start = place;
            break;
        }
        place = end;
    }
    start
}

/// The line after the statement that begins at `start`: texts in three quotation marks and lists may
/// run over several lines.
fn statement_end(lines: &[&str], start: usize) -> usize {
    let first = lines[start];
    for quotes in ["\"\"\"", "'''"] {
        if first.matches(quotes).count() == 1 && key_of(first).is_some() {
            let end = lines[start + 1..].iter().position(|line| line.contains(quotes));
            return end.map_or(lines.len(), |more| start + more + 2);
        }
    }
    if is_unclosed_list(first) {
        let rest = lines[start + 1..].iter();
        // A line that is itself a statement ends a list that nobody closed.
        let end = rest.clone().position(|line| line.contains(']') || key_of(line).is_some());
        return end.map_or(lines.len(), |more| {
            let closes =
                key_of(lines[start + 1 + more]).is_none() && heading(lines[start + 1 + more]).is_none();
            start + more + 1 + usize::from(closes)
        });
    }
    start + 1
}

fn is_unclosed_list(line: &str) -> bool {
    let value = line.split_once('=').map_or("", |(_, value)| value.trim());
    key_of(line).is_some() && value.starts_with('[') && !value.contains(']')
}

fn next_heading(lines: &[&str], start: usize) -> usize {
    let next = lines[start + 1..].iter().position(|line| heading(line).is_some());
    next.map_or(lines.len(), |more| start + 1 + more)
}

/// What a line with a heading should be: `[texts.en` is `[texts.en]`.
fn heading(line: &str) -> Option<String> {
    let line = line.split('#').next().unwrap_or(line).trim();
    let doubled = line.starts_with("[[");
    let inner = line.strip_prefix('[')?.trim_matches(['[', ']', ' ']);
    let plain = |character: char| character.is_ascii_alphanumeric() || "_-.".contains(character);
    let named = !inner.is_empty() && inner.chars().all(plain);
    named.then(|| if doubled { format!("[[{inner}]]") } else { format!("[{inner}]") })
}

/// The first word of `key = value` or `key.en = value`.
fn key_of(line: &str) -> Option<String> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim().split('.').next()?.trim().trim_matches(['"', '\'']);
    let plain = |character: char| character.is_alphanumeric() || "_- ".contains(character);
    (!key.is_empty() && key.chars().all(plain)).then(|| key.to_owned())
}

fn in_plain_words(message: &str, lines: &[&str], place: usize, first_line: usize) -> String {
    let line = lines[place].trim();
    let key = line.split_once('=').map_or(line, |(key, _)| key.trim());
    let starts = |with: &str| message.starts_with(with);
    if starts("duplicate key") {
        let same = |other: &&str| other.split_once('=').map_or(other.trim(), |(key, _)| key.trim()) == key;
        return match lines[..place].iter().rposition(same) {
            Some(before) => format!(
                "{key} stands here again, and first on line {}; keep one of the two",
                first_line + before
            ),
            None => format!("{key} stands here again; keep one of the two"),
        };
    }
    if starts("string values must be quoted") {
        let value = line.split_once('=').map_or("", |(_, value)| value.trim());
        if value.is_empty() {
            return format!("{key} has no value; write it behind the = or remove the line");
        }
        return format!("a text stands in quotation marks; write {key} = \"{value}\"");
    }
    if starts("missing escaped value") {
        return "a backslash begins a special character; write two of them (\\\\) for one".to_owned();
    }
    if starts("invalid basic string")
        || starts("invalid multi-line basic string")
        || message.contains("literal string")
    {
        return "the quotation marks of this text are not closed; end it with the marks it begins with"
            .to_owned();
    }
    if starts("key with no value") {
        if line.contains('=') && key.contains(' ') {
            return format!("the key “{key}” is more than one word; write {}", key.replace(' ', "_"));
        }
        return "this line is neither a heading nor a key with a value; write it as key = \"text\""
            .to_owned();
    }
    if is_unclosed_list(line) {
        return "this list is not closed; end it with ]".to_owned();
    }
    if starts("missing comma between array elements") {
        return "a comma is missing in this list; write it as [\"en\", \"es\"]".to_owned();
    }
    if starts("unclosed table") || starts("unclosed array") {
        let right = heading(line).unwrap_or_else(|| "[group]".to_owned());
        return format!("the brackets of this heading are not closed; write {right}");
    }
    format!("this line is no TOML ({message}); write it as key = \"text\", or [group] for a heading")
}
