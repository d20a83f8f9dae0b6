//! Straight quotation marks, hyphens and dots as each language prints them.
//!
//! English gets “ ” and ‘ ’, Spanish « » (Real Academia Española, Ortografía, § 3.4.8.2) with “ ” inside
//! them; Arabic and every other language keeps the marks that were written. Code keeps everything.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

struct Marks {
    double: (char, char),
    single: (char, char),
}

fn marks(language: &str) -> Option<Marks> {
    match language {
        "en" => Some(Marks { double: ('“', '”'), single: ('‘', '’') }),
        "es" => Some(Marks { double: ('«', '»'), single: ('“', '”') }),
        _ => None,
    }
}

/// The same events with their words dressed for the language.
pub fn dressed<'m>(events: impl Iterator<Item = Event<'m>>, language: &str) -> Vec<Event<'m>> {
    let Some(marks) = marks(language) else { return events.collect() };
    let mut in_code = false;
    let mut before = ' ';
    events
        .map(|event| match event {
            Event::Start(Tag::CodeBlock(_)) => {
                in_code = true;
                event
            }
            Event::End(TagEnd::CodeBlock) => {
                in_code = false;
                event
            }
            Event::Text(words) if !in_code => {
                let dressed = dress(&words, &marks, &mut before);
                Event::Text(CowStr::from(dressed))
            }
            Event::SoftBreak
            | Event::HardBreak
            | Event::Start(Tag::Paragraph | Tag::Item | Tag::Heading { .. }) => {
                before = ' ';
                event
            }
            other => other,
        })
        .collect()
}

/// Dresses a run of words; `before` is the character it follows, since runs end at emphasis.
fn dress(words: &str, marks: &Marks, before: &mut char) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let (taken, put) = match c {
            '"' => (1, if opens(*before) { marks.double.0 } else { marks.double.1 }),
            // Inside a word it is an apostrophe.
            '\'' if before.is_alphanumeric() => (1, if marks.single.1 == '’' { '’' } else { '\'' }),
            '\'' => (1, if opens(*before) { marks.single.0 } else { marks.single.1 }),
            '-' if rest.starts_with("---") => (3, '—'),
            '-' if rest.starts_with("--") => (2, '–'),
            '.' if rest.starts_with("...") => (3, '…'),
            other => (other.len_utf8(), other),
        };
        out.push(put);
        *before = put;
        rest = &rest[taken..];
    }
    out
}

fn opens(before: char) -> bool {
    before.is_whitespace()
        || matches!(before, '(' | '[' | '«' | '“' | '‘' | '—' | '–' | '-' | '/' | '¿' | '¡')
}
