//! Markdown as plain text: paragraphs apart, lists with dashes, links as words with their address.

use crate::html::events;
use pulldown_cmark::{Event, Tag, TagEnd};

/// Plain text of a letter, for mails and for print.
pub fn text(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut links: Vec<(String, usize)> = Vec::new();
    let mut quoted = 0;
    for event in events(markdown) {
        match event {
            Event::Text(words) | Event::Code(words) => out.push_str(&words),
            Event::SoftBreak => out.push(' '),
            Event::Rule => out.push_str("* * *\n\n"),
            Event::Start(Tag::Item) => out.push_str("- "),
            Event::Start(Tag::BlockQuote(_)) => {
                quoted += 1;
                out.push_str("> ");
            }
            Event::End(TagEnd::BlockQuote(_)) => quoted -= 1,
            Event::Start(Tag::Link { dest_url, .. }) => links.push((dest_url.to_string(), out.len())),
            Event::End(TagEnd::Link) => {
                if let Some((url, from)) = links.pop()
                    && out.get(from..) != Some(url.as_str())
                    && (url.starts_with("http://") || url.starts_with("https://"))
                {
                    out.extend([" (", &url, ")"]);
                }
            }
            Event::HardBreak | Event::End(TagEnd::Item) => out.push('\n'),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::List(_) | TagEnd::CodeBlock) => {
                out.push_str(if quoted > 0 { "\n\n> " } else { "\n\n" });
            }
            _ => {}
        }
    }
    out.trim().trim_end_matches('>').trim_end().to_owned()
}

/// How many words a letter has, as a reader counts them.
pub fn words(markdown: &str) -> usize {
    let mut plain = String::new();
    for event in events(markdown) {
        match event {
            Event::Text(words) | Event::Code(words) => plain.push_str(&words),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => plain.push(' '),
            _ => {}
        }
    }
    plain.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}
