//! Writes TOML as people would: short texts on their line, long ones broken, few backslashes.

use crate::campaigns::definition::ByLanguage;
use std::fmt::Write as _;

/// Longer texts are broken into lines.
const WIDTH: usize = 100;

#[derive(Default)]
pub struct Toml(pub String);

impl Toml {
    pub fn heading(&mut self, heading: &str) {
        self.line(&format!("\n{heading}"));
    }

    pub fn text(&mut self, key: &str, text: &str) {
        self.line(&format!("{key} = {}", quoted(text)));
    }

    pub fn noted(&mut self, key: &str, text: &str, note: &str) {
        self.line(&format!("{key} = {}  # {note}", quoted(text)));
    }

    pub fn optional(&mut self, key: &str, text: Option<&String>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    pub fn list(&mut self, key: &str, texts: &[String]) {
        let texts: Vec<_> = texts.iter().map(|text| quoted(text)).collect();
        self.line(&format!("{key} = [{}]", texts.join(", ")));
    }

    /// In the order of the campaign's languages.
    pub fn by_language(&mut self, key: &str, texts: &ByLanguage, languages: &[String]) {
        for language in languages {
            if let Some(text) = texts.get(language) {
                self.text(&format!("{key}.{language}"), text);
            }
        }
    }

    /// One text where it is the same in every language.
    pub fn once_or_by_language(&mut self, key: &str, texts: &ByLanguage, languages: &[String]) {
        let mut all = languages.iter().map(|language| texts.get(language));
        let first = all.next().flatten();
        match first {
            Some(text) if all.all(|other| other == first) => self.text(key, text),
            _ => self.by_language(key, texts, languages),
        }
    }

    /// The whole file; headings stand apart from what is above them, and nothing is above the first.
    pub fn finished(self) -> String {
        self.0.trim_start().to_owned()
    }

    pub fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }
}

/// A TOML text in the marks that need the fewest backslashes; a long one on several lines, whose breaks
/// are read as spaces.
fn quoted(text: &str) -> String {
    let needs_escape = |c: char| c == '"' || c == '\\' || c.is_control();
    if text.chars().count() > WIDTH && text.contains(' ') {
        return format!("\"\"\"\n{}\"\"\"", escaped(&broken(text)));
    }
    if text.contains(needs_escape) && !text.contains('\'') && !text.contains(char::is_control) {
        return format!("'{text}'");
    }
    format!("\"{}\"", escaped(text))
}

/// Lines of at most `WIDTH` characters, where the words allow it.
fn broken(text: &str) -> String {
    let mut lines = String::new();
    let mut width = 0;
    for word in text.split(' ') {
        let long = word.chars().count();
        if width > 0 && width + 1 + long > WIDTH {
            lines.push('\n');
            width = 0;
        } else if width > 0 {
            lines.push(' ');
            width += 1;
        }
        lines.push_str(word);
        width += long;
    }
    lines
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push('\n'),
            // Writing to a string cannot fail.
            other if other.is_control() => drop(write!(escaped, "\\u{:04X}", u32::from(other))),
            other => escaped.push(other),
        }
    }
    escaped
}
