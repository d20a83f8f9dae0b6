//! Where a text may hold a link: what stands before it, the domain, port, path and query, after the rules
//! of twitter-text 3.1.0 (`extractUrl`). X and Mastodon share these; what each makes of a link is theirs.
//! Takes time linear in the text: each place is asked about its domain from a table made once.

use std::ops::Range;

use super::class::{BEFORE, DOMAIN, LATIN_DOMAIN, PATH, PATH_END, QUERY, QUERY_END, is_in};
use super::{has_word, is, tld};

/// A stretch of text of the form of a link.
pub struct Candidate {
    /// The unit before it; none where the link starts the text.
    pub before: Option<u16>,
    pub start: usize,
    /// Units of `https://` or `http://`, or 0 where neither is written.
    pub protocol: usize,
    pub domain: Range<usize>,
    /// Whether a `/` follows the domain and port.
    pub path: bool,
    pub end: usize,
}

/// All candidates, from left to right, none overlapping another. With `written`, only those that start
/// with `http://` or `https://`.
pub fn candidates(units: &[u16], written: bool) -> impl Iterator<Item = Candidate> {
    let ends = domain_ends(units);
    let mut from = 0;
    std::iter::from_fn(move || {
        let unread = from..units.len();
        for at in unread {
            // The unit before a link is part of the match, so two links need one between them.
            let found = is_in(BEFORE, units[at])
                .then(|| candidate(units, &ends, at + 1, written))
                .flatten()
                .map(|found| Candidate { before: Some(units[at]), ..found })
                .or_else(|| (at == 0).then(|| candidate(units, &ends, 0, written)).flatten());
            if let Some(found) = found {
                from = found.end;
                return Some(found);
            }
        }
        from = units.len();
        None
    })
}

fn candidate(units: &[u16], ends: &[Option<usize>], start: usize, written: bool) -> Option<Candidate> {
    let protocol = protocol(units, start);
    if protocol == 0 && written {
        return None;
    }
    let domain = start + protocol..ends[start + protocol]?;
    let after_port = port_end(units, domain.end);
    let path = is(units, after_port, b'/');
    let after_path = if path { path_end(units, after_port) } else { after_port };
    let end = query_end(units, after_path);
    Some(Candidate { before: None, start, protocol, domain, path, end })
}

fn protocol(units: &[u16], at: usize) -> usize {
    ["http://", "https://"].into_iter().find(|word| has_word(units, at, word)).map_or(0, str::len)
}

/// For each place, where the domain that starts there ends: as many labels as there are, each closed by a
/// dot, then a top-level domain. A label starts and ends with a unit of `DOMAIN`, may hold hyphens, and
/// underscores unless it is the last before the top-level domain.
fn domain_ends(units: &[u16]) -> Vec<Option<usize>> {
    let mut ends = vec![None; units.len() + 1];
    // What the label running through the place comes to: the dot that closes it, and what follows the dot.
    let mut closed: Option<(usize, Option<usize>, Option<usize>)> = None;
    let mut underscore = usize::MAX;
    for at in (0..units.len()).rev() {
        let in_domain = is_in(DOMAIN, units[at]);
        if is(units, at, b'.') {
            let label_ends_well = at > 0 && is_in(DOMAIN, units[at - 1]);
            let longer = ends[at + 1];
            let last = if longer.is_none() { tld::end(units, at + 1) } else { None };
            closed = label_ends_well.then_some((at, longer, last));
        } else if is(units, at, b'_') {
            underscore = at;
        } else if !in_domain && !is(units, at, b'-') {
            closed = None;
        }
        if in_domain && let Some((dot, longer, last)) = closed {
            ends[at] = longer.or(if underscore > dot { last } else { None });
        }
    }
    ends
}

fn port_end(units: &[u16], at: usize) -> usize {
    let digits = |from: usize| units[from..].iter().take_while(|unit| (0x30..0x3a).contains(*unit)).count();
    let end = at + 1 + if is(units, at, b':') { digits(at + 1) } else { 0 };
    if end > at + 1 { end } else { at }
}

/// The path from its `/` to the last unit outside parentheses that may end one, and over the parentheses
/// that directly follow it. They come in pairs, at most one pair within another.
fn path_end(units: &[u16], slash: usize) -> usize {
    let mut end = slash + 1;
    let mut at = end;
    while let Some(unit) = units.get(at) {
        if is_in(PATH, *unit) {
            at += 1;
            if is_in(PATH_END, *unit) {
                end = at;
            }
        } else if let Some(closed) = parentheses_end(units, at) {
            if at == end {
                end = closed;
            }
            at = closed;
        } else {
            break;
        }
    }
    end
}

fn parentheses_end(units: &[u16], at: usize) -> Option<usize> {
    let path_from = |from: usize| {
        from + units.get(from..).map_or(0, |rest| rest.iter().take_while(|unit| is_in(PATH, **unit)).count())
    };
    if !is(units, at, b'(') {
        return None;
    }
    let outer = path_from(at + 1);
    if is(units, outer, b')') {
        return (outer > at + 1).then_some(outer + 1);
    }
    let inner = path_from(outer + 1);
    if !is(units, outer, b'(') || inner == outer + 1 || !is(units, inner, b')') {
        return None;
    }
    let closing = path_from(inner + 1);
    is(units, closing, b')').then_some(closing + 1)
}

/// The end of the query that starts at `at`, or `at`: from `?` to the last unit that may end one.
pub fn query_end(units: &[u16], at: usize) -> usize {
    if !is(units, at, b'?') {
        return at;
    }
    let mut end = at;
    for (place, unit) in units.iter().enumerate().skip(at + 1).take_while(|(_, unit)| is_in(QUERY, **unit)) {
        if is_in(QUERY_END, *unit) {
            end = place + 1;
        }
    }
    end
}

/// The domains of ASCII and accented Latin within `domain`, from left to right.
pub fn latin_domains(domain: &[u16]) -> impl Iterator<Item = Range<usize>> {
    let ends = latin_ends(domain);
    let mut from = 0;
    std::iter::from_fn(move || {
        let (start, end) = (from..domain.len()).find_map(|at| Some((at, ends[at]?)))?;
        from = end;
        Some(start..end)
    })
}

fn latin_ends(domain: &[u16]) -> Vec<Option<usize>> {
    let mut ends = vec![None; domain.len() + 1];
    let mut closed = None;
    for at in (0..domain.len()).rev() {
        if is(domain, at, b'.') {
            closed = ends[at + 1].or_else(|| tld::end(domain, at + 1));
        } else if is_in(LATIN_DOMAIN, domain[at]) {
            ends[at] = closed;
        } else {
            closed = None;
        }
    }
    ends
}
