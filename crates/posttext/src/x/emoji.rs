//! The emoji X's counter knows: those of Unicode 11, in the sequences that twemoji-parser 11.0.2 takes for
//! one; `data/emoji-counted-by-x.txt`. Later emoji are to it so many characters.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use crate::units::code_point;

const AS_TEXT: u16 = 0xfe0e;
const AS_EMOJI: u16 = 0xfe0f;
const KEYCAP: u16 = 0x20e3;

/// Where the emoji stand, in UTF-16 code units, from left to right.
pub fn found(units: &[u16]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Below the copyright sign there are only keycaps, and those have a character above it.
    if units.iter().all(|unit| *unit < 0xa9) {
        return found;
    }
    let mut at = 0;
    while at < units.len() {
        let end = end(units, at);
        found.extend(end.map(|end| at..end));
        at = end.unwrap_or(at + 1);
    }
    found
}

fn end(units: &[u16], at: usize) -> Option<usize> {
    let (code, width) = code_point(units, at)?;
    let after = at + width;
    let follows = |at: usize, unit: u16| units.get(at) == Some(&unit);
    if matches!(code, 0x23 | 0x2a | 0x30..=0x39) {
        let cap = after + usize::from(follows(after, AS_EMOJI));
        return follows(cap, KEYCAP).then_some(cap + 1);
    }
    let kind = *TABLE.kinds.get(usize::try_from(code).ok()?)?;
    if kind & JOINED != 0
        && let Some(end) = joined_end(units, at, code)
    {
        return Some(end);
    }
    let tone_end = |at: usize| if is_tone(units, at) { at + 2 } else { at };
    match kind & !JOINED {
        PLAIN if is_flag(code, units, after) => Some(after + 2),
        PLAIN => Some(after),
        TONABLE => Some(tone_end(after)),
        VARIANT => follows(after, AS_EMOJI).then_some(after + 1),
        TEXT | TONABLE_TEXT if follows(after, AS_TEXT) => None,
        TEXT => Some(after + usize::from(follows(after, AS_EMOJI))),
        TONABLE_TEXT => Some(tone_end(after + usize::from(follows(after, AS_EMOJI)))),
        _ => None,
    }
}

fn is_tone(units: &[u16], at: usize) -> bool {
    matches!(code_point(units, at), Some((0x1_f3fb..=0x1_f3ff, _)))
}

fn is_flag(first: u32, units: &[u16], at: usize) -> bool {
    matches!(first, 0x1_f1e6..=0x1_f1ff)
        && code_point(units, at).is_some_and(|(second, _)| TABLE.flags.contains(&(first, second)))
}

fn joined_end(units: &[u16], at: usize, first: u32) -> Option<usize> {
    TABLE.joined.get(&first)?.iter().find_map(|steps| {
        steps.iter().try_fold(at, |at, step| match step {
            Step::Code(code) => {
                let (found, width) = code_point(units, at)?;
                (found == *code).then_some(at + width)
            }
            Step::Tone if is_tone(units, at) => Some(at + 2),
            Step::Tone => None,
            Step::ToneOrNone => Some(if is_tone(units, at) { at + 2 } else { at }),
        })
    })
}

const PLAIN: u8 = 1;
const TEXT: u8 = 2;
const VARIANT: u8 = 3;
const TONABLE: u8 = 4;
const TONABLE_TEXT: u8 = 5;
/// Set beside the kind where a joined sequence may start.
const JOINED: u8 = 8;

enum Step {
    Code(u32),
    Tone,
    ToneOrNone,
}

struct Table {
    /// By code point.
    kinds: Vec<u8>,
    flags: HashSet<(u32, u32)>,
    /// By their first code point; of those, the longest first.
    joined: HashMap<u32, Vec<Vec<Step>>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { kinds: vec![0; 0x2_0000], flags: HashSet::new(), joined: HashMap::new() };
    table.kinds[usize::from(AS_EMOJI)] = PLAIN;
    for line in include_str!("../../data/emoji-counted-by-x.txt").lines().filter(|l| !l.starts_with('#')) {
        let Some((kind, list)) = line.split_once(": ") else { continue };
        let words = list.split(' ');
        match kind {
            "flag" => table.flags.extend(words.filter_map(|pair| {
                let (first, second) = pair.split_once('+')?;
                Some((code(first)?, code(second)?))
            })),
            "joined" => table.add_joined(words),
            _ => table.add_kind(kind, words),
        }
    }
    table
});

impl Table {
    fn add_kind<'a>(&mut self, name: &str, ranges: impl Iterator<Item = &'a str>) {
        let kind = match name {
            "plain" => PLAIN,
            "text" => TEXT,
            "variant" => VARIANT,
            "tonable" => TONABLE,
            _ => TONABLE_TEXT,
        };
        for range in ranges {
            let (first, last) = range.split_once("..").unwrap_or((range, range));
            if let (Some(first), Some(last)) = (code(first), code(last)) {
                self.kinds[first as usize..=last as usize].fill(kind);
            }
        }
    }

    fn add_joined<'a>(&mut self, words: impl Iterator<Item = &'a str>) {
        let steps: Vec<Step> = words
            .filter_map(|word| match word {
                "tone" => Some(Step::Tone),
                "tone?" => Some(Step::ToneOrNone),
                _ => code(word).map(Step::Code),
            })
            .collect();
        if let Some(Step::Code(first)) = steps.first() {
            self.kinds[*first as usize] |= JOINED;
            self.joined.entry(*first).or_default().push(steps);
        }
    }
}

fn code(word: &str) -> Option<u32> {
    u32::from_str_radix(word, 16).ok()
}
