//! Markdown as blocks of plain words, for print: what each block is, and which of its words are strong.

use crate::html::events;
use crate::text::shown;
use pulldown_cmark::{Event, Tag, TagEnd};

/// A part of a letter that begins on a line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    /// How many quotations it stands in.
    pub quoted: usize,
    pub runs: Vec<Run>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    Paragraph,
    Heading,
    /// Of a list, with its mark (`-` or `3.`) and how many lists it stands in besides its own.
    Item {
        mark: String,
        depth: usize,
    },
    /// More of the item before.
    MoreOfItem {
        depth: usize,
    },
    Rule,
}

/// Words that are set alike. A line feed is a break that the author made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    pub words: String,
    /// Strong or slanted: printed faces have one way to stand out.
    pub stands_out: bool,
}

#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    open: Option<Block>,
    /// Of each list that is open, the number of the next item, where it has numbers.
    lists: Vec<Option<u64>>,
    /// Whether the item that is open has a block already.
    item_begun: bool,
    quoted: usize,
    standing_out: usize,
    links: Vec<(String, String)>,
}

/// The blocks of a letter, in its order.
pub fn blocks(markdown: &str) -> Vec<Block> {
    let mut reading = Reading::default();
    for event in events(markdown) {
        match event {
            Event::Text(words) | Event::Code(words) => reading.put(&words),
            Event::SoftBreak => reading.put(" "),
            Event::HardBreak => reading.put("\n"),
            Event::Rule => {
                reading.end();
                reading.blocks.push(Block {
                    kind: BlockKind::Rule,
                    quoted: reading.quoted,
                    runs: Vec::new(),
                });
            }
            Event::Start(Tag::Heading { .. }) => reading.begin(BlockKind::Heading),
            Event::Start(Tag::Paragraph) => reading.begin_words(),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => reading.end(),
            Event::Start(Tag::List(first)) => {
                reading.end();
                reading.lists.push(first);
            }
            Event::End(TagEnd::List(_)) => {
                reading.end();
                reading.lists.pop();
            }
            Event::Start(Tag::Item) => reading.item_begun = false,
            Event::End(TagEnd::Item) => {
                reading.end();
                // What follows a list within an item belongs to the item around it.
                reading.item_begun = true;
            }
            Event::Start(Tag::BlockQuote(_)) => {
                reading.end();
                reading.quoted += 1;
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                reading.end();
                reading.quoted = reading.quoted.saturating_sub(1);
            }
            Event::Start(Tag::Emphasis | Tag::Strong) => reading.standing_out += 1,
            Event::End(TagEnd::Emphasis | TagEnd::Strong) => {
                reading.standing_out = reading.standing_out.saturating_sub(1);
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                reading.links.push((dest_url.to_string(), String::new()));
            }
            Event::End(TagEnd::Link) => reading.end_link(),
            _ => {}
        }
    }
    reading.end();
    reading.blocks
}

impl Reading {
    fn begin(&mut self, kind: BlockKind) {
        self.end();
        self.open = Some(Block { kind, quoted: self.quoted, runs: Vec::new() });
    }

    /// A paragraph, or the words of an item.
    fn begin_words(&mut self) {
        let depth = self.lists.len().saturating_sub(1);
        let kind = match self.lists.last_mut() {
            None => BlockKind::Paragraph,
            Some(_) if self.item_begun => BlockKind::MoreOfItem { depth },
            Some(Some(number)) => {
                *number += 1;
                BlockKind::Item { mark: format!("{}.", *number - 1), depth }
            }
            Some(None) => BlockKind::Item { mark: "–".to_owned(), depth },
        };
        self.item_begun = true;
        self.begin(kind);
    }

    fn put(&mut self, words: &str) {
        // The items of a tight list have no paragraphs.
        if self.open.is_none() {
            self.begin_words();
        }
        if let Some((_, shown)) = self.links.last_mut() {
            shown.push_str(words);
        }
        let stands_out = self.standing_out > 0;
        let Some(block) = &mut self.open else { return };
        match block.runs.last_mut().filter(|run| run.stands_out == stands_out) {
            Some(run) => run.words.push_str(words),
            None => block.runs.push(Run { words: words.to_owned(), stands_out }),
        }
    }

    fn end_link(&mut self) {
        if let Some((url, words)) = self.links.pop()
            && let Some(address) = shown(&url, &words)
        {
            self.put(&format!(" ({address})"));
        }
    }

    fn end(&mut self) {
        self.blocks.extend(self.open.take().filter(|block| !block.runs.is_empty()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(markdown: &str) -> Vec<String> {
        let words = |block: &Block| {
            let runs = block.runs.iter();
            runs.map(|run| if run.stands_out { format!("*{}*", run.words) } else { run.words.clone() })
                .collect::<String>()
        };
        blocks(markdown).iter().map(|block| format!("{:?} {}", block.kind, words(block))).collect()
    }

    #[test]
    fn a_letter_is_its_blocks_in_their_order() {
        let letter = "## Why\n\nDear *all*,  \nplease read [this](https://example.org/a).\n\n1. one\n2. two\n   - inner\n\n   more of two\n\n> said\n\n---\n\nEnd.";
        assert_eq!(
            told(letter),
            [
                "Heading Why",
                "Paragraph Dear *all*,\nplease read this (https://example.org/a).",
                "Item { mark: \"1.\", depth: 0 } one",
                "Item { mark: \"2.\", depth: 0 } two",
                "Item { mark: \"–\", depth: 1 } inner",
                "MoreOfItem { depth: 0 } more of two",
                "Paragraph said",
                "Rule ",
                "Paragraph End.",
            ]
        );
        assert_eq!(blocks(letter)[6].quoted, 1);
        assert_eq!(blocks(""), []);
    }
}
