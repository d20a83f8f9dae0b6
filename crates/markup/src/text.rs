//! Markdown as plain text: paragraphs apart, lists with their marks, links as words with their address.

use crate::html::events;
use pulldown_cmark::{Event, Tag, TagEnd};

/// Plain text of a letter, for mails and for print.
pub fn text(markdown: &str) -> String {
    let mut plain = Plain::default();
    let mut numbers: Vec<Option<u64>> = Vec::new();
    let mut links: Vec<(String, usize)> = Vec::new();
    for event in events(markdown) {
        match event {
            Event::Text(words) | Event::Code(words) => plain.put(&words),
            Event::SoftBreak => plain.put(" "),
            Event::HardBreak => plain.put("\n"),
            Event::Rule => {
                plain.part(Gap::Blank);
                plain.put("* * *");
                plain.part(Gap::Blank);
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. })
            | Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => plain.part(Gap::Blank),
            Event::Start(Tag::List(first)) => {
                plain.part(if numbers.is_empty() { Gap::Blank } else { Gap::Line });
                numbers.push(first);
            }
            Event::End(TagEnd::List(_)) => {
                numbers.pop();
                plain.part(if numbers.is_empty() { Gap::Blank } else { Gap::Line });
            }
            Event::Start(Tag::Item) => {
                plain.part(Gap::Line);
                plain.within.push(Within::Item { mark: mark(&mut numbers), is_new: true });
            }
            Event::Start(Tag::BlockQuote(_)) => {
                plain.part(Gap::Blank);
                plain.within.push(Within::Quote);
            }
            Event::End(TagEnd::Item) => plain.leave(Gap::Line),
            Event::End(TagEnd::BlockQuote(_)) => plain.leave(Gap::Blank),
            Event::Start(Tag::Link { dest_url, .. }) => links.push((dest_url.to_string(), plain.out.len())),
            Event::End(TagEnd::Link) => {
                if let Some((url, from)) = links.pop()
                    && let Some(address) = shown(&url, plain.out.get(from..).unwrap_or_default())
                {
                    plain.put(&format!(" ({address})"));
                }
            }
            _ => {}
        }
    }
    plain.out
}

/// How many words a letter has, as a reader counts them.
pub fn words(markdown: &str) -> usize {
    let mut plain = String::new();
    for event in events(markdown) {
        match event {
            Event::Text(words) | Event::Code(words) => plain.push_str(&words),
            // Emphasis and links begin and end within words.
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => {}
            _ => plain.push(' '),
        }
    }
    plain.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// The address of a link to the web or to a mailbox, unless its words are the address already.
pub(crate) fn shown<'u>(url: &'u str, words: &str) -> Option<&'u str> {
    let address = url.strip_prefix("mailto:").unwrap_or(url);
    let is_shown = address.len() < url.len() || url.starts_with("https://") || url.starts_with("http://");
    (is_shown && !words.contains(address)).then_some(address)
}

/// The mark of an item of the innermost list, which counts on where it has numbers.
fn mark(lists: &mut [Option<u64>]) -> String {
    match lists.last_mut() {
        Some(Some(number)) => {
            *number += 1;
            format!("{}. ", *number - 1)
        }
        _ => "- ".to_owned(),
    }
}

#[derive(Default)]
struct Plain {
    out: String,
    /// What the next line stands in, outermost first.
    within: Vec<Within>,
    gap: Gap,
    /// Quotations that the last line stood in.
    quotes: usize,
}

enum Within {
    Quote,
    Item { mark: String, is_new: bool },
}

/// What parts the last line from the next.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Line,
    Blank,
}

impl Plain {
    fn part(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    fn leave(&mut self, gap: Gap) {
        self.within.pop();
        self.part(gap);
    }

    fn put(&mut self, words: &str) {
        for (at, line) in words.split('\n').enumerate() {
            if at > 0 {
                self.part(Gap::Line);
            }
            if line.is_empty() {
                continue;
            }
            if self.out.is_empty() || self.gap > Gap::None {
                self.begin_line();
            }
            self.out.push_str(line);
        }
    }

    fn begin_line(&mut self) {
        let quotes = self.within.iter().filter(|within| matches!(within, Within::Quote)).count();
        if !self.out.is_empty() {
            self.out.push('\n');
            if self.gap == Gap::Blank {
                self.out.push_str("> ".repeat(quotes.min(self.quotes)).trim_end());
                self.out.push('\n');
            }
        }
        (self.gap, self.quotes) = (Gap::None, quotes);
        for within in &mut self.within {
            match within {
                Within::Quote => self.out.push_str("> "),
                Within::Item { mark, is_new: true } => {
                    self.out.push_str(mark);
                    *mark = " ".repeat(mark.len());
                }
                Within::Item { mark, .. } => self.out.push_str(mark),
            }
            if let Within::Item { is_new, .. } = within {
                *is_new = false;
            }
        }
    }
}
