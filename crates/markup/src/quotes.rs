//! Straight quotation marks, hyphens and dots as each language prints them.
//!
//! English gets “ ” and inside them ‘ ’; Spanish « » and inside them “ ” (Real Academia Española,
//! Ortografía de la lengua española, 2010, III 3.4.8.1). Arabic and every other language keeps the
//! marks that were written. In English and Spanish `--` is –, `---` is — and `...` is …; real marks
//! stay as they are, and so do code and addresses of the web.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

struct Marks {
    outer: (char, char),
    inner: (char, char),
}

fn marks(language: &str) -> Option<Marks> {
    match language {
        "en" => Some(Marks { outer: ('“', '”'), inner: ('‘', '’') }),
        "es" => Some(Marks { outer: ('«', '»'), inner: ('“', '”') }),
        _ => None,
    }
}

/// The same events with their words dressed for the language.
pub fn dressed<'m>(events: impl Iterator<Item = Event<'m>>, language: &str) -> Vec<Event<'m>> {
    let Some(marks) = marks(language) else { return events.collect() };
    let mut line = Line::default();
    let mut in_address = false;
    events
        .map(|event| match event {
            Event::Text(words) if !in_address => Event::Text(CowStr::from(line.dress(&words, &marks))),
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                in_address = true;
                event
            }
            Event::End(TagEnd::Link) => {
                in_address = false;
                event
            }
            Event::Start(Tag::Paragraph | Tag::Item | Tag::Heading { .. }) => {
                // A quotation that runs over paragraphs opens again in each.
                line = Line::default();
                event
            }
            Event::SoftBreak | Event::HardBreak => {
                line.before = ' ';
                event
            }
            Event::Code(_) => {
                line.before = '`';
                event
            }
            other => other,
        })
        .collect()
}

/// Where the words of a paragraph have come to; runs of them end at emphasis and at links.
struct Line {
    before: char,
    /// The straight marks that are open, outermost first.
    open: Vec<char>,
}

impl Default for Line {
    fn default() -> Self {
        Self { before: ' ', open: Vec::new() }
    }
}

impl Line {
    fn dress(&mut self, words: &str, marks: &Marks) -> String {
        let mut out = String::with_capacity(words.len());
        let mut rest = words;
        while let Some(c) = rest.chars().next() {
            if is_address(rest) {
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                let (address, after) = rest.split_at(end);
                out.push_str(address);
                (self.before, rest) = ('/', after);
                continue;
            }
            let (taken, put) = match c {
                '"' | '\'' => (1, self.mark(c, rest[1..].chars().next(), marks)),
                '-' if rest.starts_with("---") => (3, '—'),
                '-' if rest.starts_with("--") => (2, '–'),
                '.' if rest.starts_with("...") => (3, '…'),
                other => (other.len_utf8(), other),
            };
            out.push(put);
            self.before = put;
            rest = &rest[taken..];
        }
        out
    }

    /// What stands for a straight mark between the character before and the one after it.
    fn mark(&mut self, straight: char, after: Option<char>, marks: &Marks) -> char {
        let after_word = !opens(self.before);
        let before_word = after.is_some_and(char::is_alphanumeric);
        // Within a word, or before the figures of a year.
        let is_apostrophe = straight == '\''
            && (after_word && before_word || !after_word && after.is_some_and(|c| c.is_ascii_digit()));
        if is_apostrophe {
            return '’';
        }
        let inner_first = straight == '\'' && marks.inner.0 == '‘';
        if !after_word {
            self.open.push(straight);
            return if self.open.len() > 1 || inner_first { marks.inner.0 } else { marks.outer.0 };
        }
        match self.open.iter().rposition(|open| *open == straight) {
            Some(at) => {
                self.open.truncate(at);
                if at > 0 || inner_first { marks.inner.1 } else { marks.outer.1 }
            }
            // Nothing to close: the genitive of a plural, or a mark of an earlier paragraph.
            None if straight == '\'' => '’',
            None => marks.outer.1,
        }
    }
}

fn opens(before: char) -> bool {
    before.is_whitespace()
        || matches!(before, '(' | '[' | '«' | '“' | '‘' | '—' | '–' | '-' | '/' | '¿' | '¡')
}

fn is_address(rest: &str) -> bool {
    rest.starts_with("https://") || rest.starts_with("http://")
}
