//! Which candidates X counts as a link, after twitter-text 3.1.0 (`extractUrlsWithIndices`). A link without
//! `https://` is one only in its part of ASCII and accented Latin. Never checks that an address answers.

use std::ops::Range;

use super::punycode;
use crate::units::has_word;
use crate::units::links::{Candidate, candidates, latin_domains, query_end};

/// Longer links are none. The protocol counts twice, or as `https://` where none is written.
const LONGEST: usize = 4_096;
const LONGEST_LABEL: usize = 63;
/// After `t.co/`.
const LONGEST_SLUG: usize = 40;

/// Where the links stand, in UTF-16 code units, from left to right.
pub fn found(units: &[u16]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !units.contains(&u16::from(b'.')) {
        return found;
    }
    for candidate in candidates(units, false).filter(|candidate| is_valid(units, candidate)) {
        if candidate.protocol > 0 {
            found.extend(written_link(units, &candidate));
        } else if !candidate.before.is_some_and(joins_to_what_precedes) {
            bare_links(units, &candidate, &mut found);
        }
    }
    found
}

fn is_valid(units: &[u16], candidate: &Candidate) -> bool {
    let domain = &units[candidate.domain.clone()];
    // Punycode in front of letters that punycode is there to replace is neither.
    let is_mixed = domain.starts_with(&[0x78, 0x6e, 0x2d, 0x2d]) && latin_domains(domain).next().is_none();
    let protocol = if candidate.protocol > 0 { candidate.protocol } else { "https://".len() };
    !is_mixed
        && protocol + candidate.end - candidate.start <= LONGEST
        && domain
            .split(|unit| *unit == u16::from(b'.'))
            .all(|label| (1..=LONGEST_LABEL).contains(&punycode::length(label)))
}

fn joins_to_what_precedes(before: u16) -> bool {
    b"-_./".iter().any(|sign| before == u16::from(*sign))
}

/// The whole candidate; of a `t.co` link only what X itself makes: the slug and its query.
fn written_link(units: &[u16], candidate: &Candidate) -> Option<Range<usize>> {
    let link = &units[..candidate.end];
    let slug = candidate.start + candidate.protocol + "t.co/".len();
    if !has_word(link, candidate.domain.start, "t.co/") {
        return Some(candidate.start..candidate.end);
    }
    let length = link[slug..].iter().take_while(|unit| is_alphanumeric(**unit)).count();
    match length {
        0 => Some(candidate.start..candidate.end),
        1..=LONGEST_SLUG => Some(candidate.start..query_end(link, slug + length)),
        _ => None,
    }
}

fn is_alphanumeric(unit: u16) -> bool {
    u8::try_from(unit).is_ok_and(|byte| byte.is_ascii_alphanumeric())
}

/// Each Latin domain is a link; the last one takes the port, path and query, if there is a path.
fn bare_links(units: &[u16], candidate: &Candidate, found: &mut Vec<Range<usize>>) {
    let domain = &units[candidate.domain.clone()];
    let mut from = 0;
    let already = found.len();
    for latin in latin_domains(domain) {
        // The counter looks each one up by its spelling and so may find it earlier than it stood.
        let start = position(domain, &domain[latin.clone()], from).unwrap_or(latin.start);
        from = start + latin.len();
        found.push(candidate.start + start..candidate.start + from);
    }
    if candidate.path
        && let Some(last) = found[already..].last_mut()
    {
        last.end += candidate.end - candidate.domain.end;
    }
}

fn position(domain: &[u16], name: &[u16], from: usize) -> Option<usize> {
    domain[from..].windows(name.len()).position(|window| window == name).map(|found| from + found)
}
