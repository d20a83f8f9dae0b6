//! Markdown to HTML: rendered by pulldown-cmark, then cleaned by ammonia.

use crate::quotes;
use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// HTML of a letter in a language (`en`, `es`, …). Its first heading is the page's third level, since
/// the page and the sheet have the two above it; a smaller one is the fourth.
pub fn html(markdown: &str, language: &str) -> String {
    let highest = events(markdown).filter_map(|event| level(&event)).min();
    let set = events(markdown).map(|event| lowered(event, highest));
    let mut html = String::with_capacity(markdown.len() * 2);
    pulldown_cmark::html::push_html(&mut html, opened(quotes::dressed(set, language)).into_iter());
    CLEANER.clean(&html).to_string()
}

/// What is read of a letter's Markdown: pictures and raw HTML are left out before anything is made of
/// them, and words that somebody set in by four spaces are a paragraph, as they meant it.
pub(crate) fn events(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    let mut depth = 0;
    let parser = Parser::new_ext(markdown, Options::empty());
    parser.filter_map(move |event| shallow(event, &mut depth)).filter_map(|event| match event {
        Event::Html(_)
        | Event::InlineHtml(_)
        | Event::Start(Tag::Image { .. } | Tag::HtmlBlock)
        | Event::End(TagEnd::Image | TagEnd::HtmlBlock) => None,
        Event::Start(Tag::CodeBlock(_)) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::CodeBlock) => Some(Event::End(TagEnd::Paragraph)),
        other => Some(other),
    })
}

/// So deep do quotations and lists stand in each other; what is set deeper stands on the last of these steps.
/// No letter needs half as many, and a page of many thousand takes its reader minutes to make.
const DEEPEST: usize = 16;

/// Leaves out the quotations and lists that stand too deep, and keeps what stands in them.
fn shallow<'m>(event: Event<'m>, depth: &mut usize) -> Option<Event<'m>> {
    let is_too_deep = match &event {
        Event::Start(Tag::BlockQuote(_) | Tag::List(_)) => {
            *depth += 1;
            *depth > DEEPEST
        }
        Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_)) => {
            *depth = depth.saturating_sub(1);
            *depth >= DEEPEST
        }
        // Its words are kept apart from those before.
        Event::Start(Tag::Item) if *depth > DEEPEST => return Some(Event::SoftBreak),
        Event::End(TagEnd::Item) => *depth > DEEPEST,
        _ => false,
    };
    (!is_too_deep).then_some(event)
}

/// So many characters make a paragraph; fewer are a salutation.
const OPENING: usize = 80;

/// Marks the paragraph with which the letter opens, behind its salutation, for its first letter to be set
/// large.
fn opened(mut events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut depth = 0;
    let mut paragraph = None;
    let mut found = None;
    for (place, event) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Paragraph) if depth == 0 => {
                paragraph = Some((place, 0));
                depth += 1;
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => {
                depth -= 1;
                if let Some((start, length)) = paragraph.take_if(|_| depth == 0)
                    && length >= OPENING
                {
                    found = Some((start, place));
                    break;
                }
            }
            Event::Text(words) => {
                if let Some((_, length)) = &mut paragraph {
                    *length += words.chars().count();
                }
            }
            _ => {}
        }
    }
    if let Some((start, end)) = found {
        events[start] = Event::Html("<p class=\"opening\">".into());
        events[end] = Event::Html("</p>\n".into());
    }
    events
}

fn level(event: &Event<'_>) -> Option<HeadingLevel> {
    match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level),
        _ => None,
    }
}

fn lowered(event: Event<'_>, highest: Option<HeadingLevel>) -> Event<'_> {
    let below = |level| if Some(level) == highest { HeadingLevel::H3 } else { HeadingLevel::H4 };
    match event {
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: below(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        other => other,
    }
}

const TAGS: [&str; 13] =
    ["p", "h3", "h4", "em", "strong", "a", "ul", "ol", "li", "blockquote", "br", "hr", "code"];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(TAGS.into_iter().collect())
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .allowed_classes(HashMap::from([("p", HashSet::from(["opening"]))]))
        .generic_attributes(HashSet::new())
        .clean_content_tags(HashSet::from(["script", "style"]))
        .link_rel(Some("noopener noreferrer"));
    builder
});
