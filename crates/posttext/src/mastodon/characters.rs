//! What the npm package stringz 2.1.0 counts as one character (by char-regex 1.0.2): a code point with at
//! most two marks, a pair of regional indicators, or such with more joined to it by U+200D. Knows neither
//! syllables of Hangul or Devanagari nor marks outside five blocks.

use crate::units::code_point;

pub fn count(units: &[u16]) -> usize {
    let mut count = 0;
    let mut at = 0;
    while at < units.len() {
        at = end(units, at);
        count += 1;
    }
    count
}

fn end(units: &[u16], at: usize) -> usize {
    if is_flag_of_britain(units, at) {
        return at + 14;
    }
    if is_tone(units, at) && is_tone(units, at + 2) {
        return at + 2;
    }
    let (code, width) = code_point(units, at).unwrap_or((0, 1));
    let mut end = base_end(units, at, code, width);
    if code < 0x1_0000 && is_mark(units, end) {
        end += 1;
    }
    end = marks_end(units, end);
    while units.get(end) == Some(&0x200d)
        && let Some((code, width)) = code_point(units, end + 1)
    {
        end = marks_end(units, base_end(units, end + 1, code, width));
    }
    end
}

fn base_end(units: &[u16], at: usize, code: u32, width: usize) -> usize {
    let is_regional = |code: u32| matches!(code, 0x1_f1e6..=0x1_f1ff);
    let second = code_point(units, at + width).filter(|(second, _)| is_regional(*second));
    at + width + second.filter(|_| is_regional(code)).map_or(0, |(_, width)| width)
}

/// One variation selector, then one mark or skin tone.
fn marks_end(units: &[u16], at: usize) -> usize {
    let at = at + usize::from(matches!(units.get(at), Some(0xfe0e | 0xfe0f)));
    match () {
        () if is_mark(units, at) => at + 1,
        () if is_tone(units, at) => at + 2,
        () => at,
    }
}

fn is_mark(units: &[u16], at: usize) -> bool {
    let mark = 0x300..=0x36f_u16;
    units.get(at).is_some_and(|unit| {
        mark.contains(unit)
            || matches!(unit, 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe20..=0xfe2f)
    })
}

fn is_tone(units: &[u16], at: usize) -> bool {
    matches!(code_point(units, at), Some((0x1_f3fb..=0x1_f3ff, _)))
}

/// A black flag and the tags of England, Scotland or Wales, mixed up or not.
fn is_flag_of_britain(units: &[u16], at: usize) -> bool {
    let tag = |nth: usize| code_point(units, at + 2 * nth).map_or(0, |(code, _)| code);
    let is_tag =
        |nth: usize, letters: &str| letters.bytes().any(|letter| tag(nth) == 0xe_0000 + u32::from(letter));
    tag(0) == 0x1_f3f4
        && is_tag(1, "g")
        && is_tag(2, "b")
        && is_tag(3, "esw")
        && is_tag(4, "ncl")
        && is_tag(5, "gts")
        && tag(6) == 0xe_007f
}
