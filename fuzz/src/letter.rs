//! Whatever a letter's Markdown holds, its page is read back by a browser's rules as what letters are made of.
#![no_main]

use broadside_markup::{html, lost, text, words};
use libfuzzer_sys::fuzz_target;
use scraper::{Html, Node};
use url::Url;

const TAGS: [&str; 13] =
    ["p", "h3", "h4", "em", "strong", "a", "ul", "ol", "li", "blockquote", "br", "hr", "code"];

fuzz_target!(|letter: &str| {
    for language in ["en", "es", "ar"] {
        read_back(&html(letter, language));
    }
    let _ = (text(letter), words(letter), lost(letter));
});

fn read_back(html: &str) {
    for node in Html::parse_fragment(html).root_element().descendants().skip(1) {
        match node.value() {
            Node::Text(_) => {}
            Node::Element(element) => {
                assert!(TAGS.contains(&element.name()), "<{}> in {html}", element.name());
                for (name, value) in element.attrs() {
                    assert!(is_ours(element.name(), name, value), "{name}={value:?} in {html}");
                }
            }
            other => panic!("{other:?} in {html}"),
        }
    }
}

fn is_ours(tag: &str, attribute: &str, value: &str) -> bool {
    match (tag, attribute) {
        ("a", "href") => Url::parse(value).is_ok_and(|url| matches!(url.scheme(), "http" | "https" | "mailto")),
        ("a", "rel") => value == "noopener noreferrer",
        ("ol", "start") => value.parse::<u64>().is_ok(),
        ("p", "class") => value == "opening",
        _ => false,
    }
}
