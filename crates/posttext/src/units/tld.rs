//! The top-level domains that make a domain of a text, as X's counter has them: `data/top-level-domains.txt`.
//! Never asks whether a domain exists.

use std::sync::LazyLock;

use super::{fold, has_word};

/// Where the top-level domain that starts at `at` ends, if one does.
pub fn end(units: &[u16], at: usize) -> Option<usize> {
    listed_end(units, at).or_else(|| punycode_end(units, at))
}

fn listed_end(units: &[u16], at: usize) -> Option<usize> {
    let mut best: Option<(u16, usize)> = None;
    let mut node = &TREE[0];
    for here in at..units.len() {
        let unit = fold(units[here]);
        let Ok(found) = node.next.binary_search_by_key(&unit, |(unit, _)| *unit) else { break };
        node = &TREE[node.next[found].1];
        let end = here + 1;
        if let Some(rank) = node.rank
            && ends_there(units, end)
            && best.is_none_or(|(better, _)| rank < better)
        {
            best = Some((rank, end));
        }
    }
    best.map(|(_, end)| end)
}

/// A name goes on over ASCII letters and digits, `@`, `+` and `-`, but not over other letters: a link
/// may be followed directly by Chinese.
fn ends_there(units: &[u16], end: usize) -> bool {
    units.get(end).is_none_or(|unit| {
        !char::from_u32(u32::from(*unit))
            .is_some_and(|next| next.is_ascii_alphanumeric() || matches!(next, '@' | '+' | '-'))
    })
}

/// Any name already in punycode, known or not.
fn punycode_end(units: &[u16], at: usize) -> Option<usize> {
    let start = at + 4;
    let name = if has_word(units, at, "xn--") { &units[start..] } else { return None };
    let in_name = |unit: &u16| u8::try_from(*unit).is_ok_and(|b| b == b'-' || b.is_ascii_alphanumeric());
    match name.iter().take_while(|unit| in_name(unit)).count() {
        0 => None,
        length => Some(start + length),
    }
}

#[derive(Default)]
struct Node {
    /// By unit, sorted.
    next: Vec<(u16, usize)>,
    /// The place in the list, where a name ends here: of two that match, the counter takes the first.
    rank: Option<u16>,
}

static TREE: LazyLock<Vec<Node>> = LazyLock::new(|| {
    let mut nodes = vec![Node::default()];
    let names = include_str!("../../data/top-level-domains.txt")
        .lines()
        .filter(|line| !line.starts_with(['#', '[']) && !line.is_empty());
    for (rank, name) in (0..).zip(names) {
        let mut at = 0;
        for unit in name.encode_utf16().map(fold) {
            at = match nodes[at].next.binary_search_by_key(&unit, |(unit, _)| *unit) {
                Ok(found) => nodes[at].next[found].1,
                Err(place) => {
                    let new = nodes.len();
                    nodes.push(Node::default());
                    nodes[at].next.insert(place, (unit, new));
                    new
                }
            };
        }
        nodes[at].rank.get_or_insert(rank);
    }
    nodes
});

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<String> {
        let units: Vec<u16> = text.encode_utf16().collect();
        end(&units, 0).map(|end| String::from_utf16(&units[..end]).unwrap())
    }

    #[test]
    fn a_name_ends_where_no_ascii_letter_follows() {
        for (text, name) in [
            ("com", Some("com")),
            ("COM.", Some("COM")),
            ("com中文", Some("com")),
            ("comé", Some("com")),
            ("community!", Some("community")),
            ("comm", None),
            ("com-", None),
            ("example", None),
            ("РФ", Some("РФ")),
            ("中国人", Some("中国")),
            ("XN--p1ai?", Some("XN--p1ai")),
            ("xn--", None),
            ("xn--é", None),
            ("", None),
        ] {
            assert_eq!(found(text).as_deref(), name, "{text}");
        }
    }
}
