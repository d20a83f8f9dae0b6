//! Whether every post fits where it goes: each of its texts with each of its targets, as each network
//! counts it. A post that is a character too long is cut, or cannot be sent.

use super::Wrong;
use super::posts::Lines;
use super::table::Table;
use crate::campaigns::definition::{Filling, Post, Target, filled, shared_link};
use crate::networks::{Excess, Network, Way};
use std::collections::BTreeMap;

/// Where the instance will stand is not known here; a longer address than this is rare.
const BASE: &str = "https://sign.a-letter-with-a-long-name.org";
/// More signatures than most letters get.
const COUNT: &str = "10,000,000";

/// The text that is the most too long, of those on one line of the file.
struct Longest {
    length: usize,
    excess: Excess,
    called: String,
}

impl Longest {
    /// By how many: what the network counts weighs more than bytes.
    fn over(&self) -> (usize, usize) {
        match self.excess {
            Excess::Count { most } => (self.length - most, 0),
            Excess::Bytes { bytes, most } => (0, bytes - most),
        }
    }
}

pub fn check(table: &Table, post: &Post, lines: &Lines, campaign: &str, targets: &[Target]) {
    for language in post.text.keys() {
        let url = shared_link(BASE, campaign, Some(language), &post.slug);
        for network in Network::ALL {
            let way = Way::Network(network);
            // The longest of each text: several can be too long, for several kinds of targets.
            let mut by_line: BTreeMap<usize, Longest> = BTreeMap::new();
            for target in targets.iter().filter(|target| post.is_for(target)) {
                let text = post.text_for(target, way, language);
                let called = target.called(way, language, targets);
                let url = (!way.takes_link_apart()).then_some(url.as_str());
                let words = filled(text, Filling { target: &called, url, count: COUNT });
                let Some(excess) = network.excess(&words) else { continue };
                let line = line_of(post, lines, text, language).unwrap_or(table.line());
                let this = Longest { length: network.length(&words), excess, called };
                if by_line.get(&line).is_none_or(|longest| this.over() > longest.over()) {
                    by_line.insert(line, this);
                }
            }
            for (line, Longest { length, excess, called }) in by_line {
                let (slug, title) = (&post.slug, network.title());
                let message = match excess {
                    Excess::Count { most } => format!(
                        "[[post]] {slug} in {language} has {length} as {title} counts, with its longest target, {called}; the most is {most}, so shorten it by {}",
                        length - most
                    ),
                    Excess::Bytes { bytes, most } => format!(
                        "[[post]] {slug} in {language} has {length} as {title} counts, but {bytes} bytes, with its longest target, {called}; {title} takes {most} bytes at most, so take out some emoji"
                    ),
                };
                let (post, language) = (post.slug.clone(), language.clone());
                let wrong = Wrong::PostTooLong { post, language, network, length, excess, called };
                table.known_fault(line, message, wrong);
            }
        }
    }
}

fn line_of(post: &Post, lines: &Lines, text: &str, language: &str) -> Option<usize> {
    let is = |found: Option<&String>| found.is_some_and(|found| std::ptr::eq(found.as_str(), text));
    if is(post.text.get(language)) {
        return lines.text.get(language).copied();
    }
    let place = post.instead.iter().position(|other| is(other.text.get(language)))?;
    lines.instead.get(place)?.get(language).copied()
}
