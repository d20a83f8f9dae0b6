//! Whether every post fits where it goes: each of its texts with each of its targets, as each network
//! counts it. A post that is a character too long is cut, or cannot be sent.

use super::Wrong;
use super::posts::Lines;
use super::table::Table;
use crate::campaigns::definition::{Filling, Post, Target, filled, shared_link};
use crate::networks::{Network, Way};
use std::collections::BTreeMap;

/// Where the instance will stand is not known here; a longer address than this is rare.
const BASE: &str = "https://sign.a-letter-with-a-long-name.org";
/// More signatures than most letters get.
const COUNT: &str = "10,000,000";

pub fn check(table: &Table, post: &Post, lines: &Lines, campaign: &str, targets: &[Target]) {
    for language in post.text.keys() {
        let url = shared_link(BASE, campaign, Some(language), &post.slug);
        for network in Network::ALL {
            let Some(limit) = network.limit() else { continue };
            let way = Way::Network(network);
            // The longest of each text: several can be too long, for several kinds of targets.
            let mut longest: BTreeMap<usize, (usize, String)> = BTreeMap::new();
            for target in targets.iter().filter(|target| post.is_for(target)) {
                let text = post.text_for(target, way, language);
                let called = target.called(way, language, targets);
                let url = (!way.takes_link_apart()).then_some(url.as_str());
                let length = network.length(&filled(text, Filling { target: &called, url, count: COUNT }));
                let line = line_of(post, lines, text, language).unwrap_or(table.line());
                let so_far = longest.entry(line).or_default();
                if length > so_far.0 {
                    *so_far = (length, called);
                }
            }
            for (line, (length, called)) in longest.into_iter().filter(|(_, (length, _))| *length > limit) {
                let (title, over) = (network.title(), length - limit);
                let message = format!(
                    "[[post]] {} in {language} has {length} as {title} counts, with its longest target, {called}; the most is {limit}, so shorten it by {over}",
                    post.slug
                );
                let (post, language) = (post.slug.clone(), language.clone());
                let wrong = Wrong::PostTooLong { post, language, network, length, limit, called };
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
