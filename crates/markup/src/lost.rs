//! What of a letter's Markdown would never reach its reader, so that its author is told and nothing
//! vanishes in silence. It changes nothing.

use pulldown_cmark::{Event, Options, Parser, Tag};

/// What is left out of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Raw HTML; its first line, cut to forty characters.
    Html(String),
    Picture,
    /// A link that is neither to the web nor to a mailbox.
    Link(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub what: Lost,
    /// Line of the Markdown, from 1.
    pub line: usize,
}

/// Everything of a letter that would be left out, in its order.
pub fn lost(markdown: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut within_html = false;
    let (mut line, mut counted) = (1, 0);
    for (event, range) in Parser::new_ext(markdown, Options::empty()).into_offset_iter() {
        let what = match event {
            Event::Start(Tag::HtmlBlock) => {
                within_html = true;
                continue;
            }
            Event::End(pulldown_cmark::TagEnd::HtmlBlock) => {
                within_html = false;
                continue;
            }
            // A block is told once, by its first line.
            Event::Html(html) if within_html && !html.trim().is_empty() => {
                within_html = false;
                Lost::Html(shortened(&html))
            }
            Event::InlineHtml(html) => Lost::Html(shortened(&html)),
            Event::Start(Tag::Image { .. }) => Lost::Picture,
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                // `<team@example.org>` is a mailbox by its form.
                let is_mailbox = link_type == pulldown_cmark::LinkType::Email;
                if is_mailbox || can_be_followed(&dest_url) {
                    continue;
                }
                Lost::Link(dest_url.to_string())
            }
            _ => continue,
        };
        // Events come in the order of the text; each of its lines is counted once.
        line += markdown.get(counted..range.start).unwrap_or_default().matches('\n').count();
        counted = counted.max(range.start);
        found.push(Found { what, line });
    }
    found
}

/// Whether a link survives the cleaning: by scheme (RFC 3986, section 3.1), in any case.
fn can_be_followed(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once(':') else { return false };
    let known = ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    known && (scheme.eq_ignore_ascii_case("mailto") || rest.starts_with("//"))
}

fn shortened(html: &str) -> String {
    html.trim().lines().next().unwrap_or_default().chars().take(40).collect()
}
