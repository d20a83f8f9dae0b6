//! Threads: characters, except that an emoji counts as its bytes of UTF-8; links count in full.
//!
//! Source: Meta's documentation of the API ("Text posts are limited to 500 characters. Emojis are counted as
//! the number of UTF-8 bytes."). It does not say what a character is: here it is a code point, the unit of
//! which Unicode itself uses the word, and an emoji is a grapheme cluster that is drawn as one, by the
//! properties in `data/emoji-drawn.txt`. Meta publishes no counter to compare with.

use std::sync::LazyLock;

use unicode_segmentation::UnicodeSegmentation;

const AS_TEXT: char = '\u{fe0e}';
const AS_EMOJI: char = '\u{fe0f}';
const JOINER: char = '\u{200d}';
const KEYCAP: char = '\u{20e3}';

pub fn length(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.graphemes(true)
        .map(|cluster| if is_emoji(cluster) { cluster.len() } else { cluster.chars().count() })
        .sum()
}

/// Whether something in the cluster is drawn as an emoji by itself and is not asked to be text, or is asked
/// to be an emoji, or is joined to another emoji, or wears a keycap.
fn is_emoji(cluster: &str) -> bool {
    if cluster.is_ascii() {
        return false;
    }
    let mut letters = cluster.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let drawn = match next {
            Some(AS_EMOJI | KEYCAP) => has(EMOJI, letter),
            Some(JOINER) => has(EMOJI, letter) && letters.clone().nth(1).is_some_and(|l| has(EMOJI, l)),
            _ => false,
        };
        if drawn || (next != Some(AS_TEXT) && has(ALONE, letter)) {
            return true;
        }
    }
    false
}

const ALONE: u8 = 1;
const EMOJI: u8 = 2;

fn has(property: u8, letter: char) -> bool {
    PROPERTIES.get(letter as usize).is_some_and(|properties| properties & property != 0)
}

/// By code point.
static PROPERTIES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut properties = vec![0; 0x2_0000];
    for line in include_str!("../data/emoji-drawn.txt").lines() {
        let (property, ranges) = match line.split_once(": ") {
            Some(("alone", ranges)) => (ALONE, ranges),
            Some(("emoji", ranges)) => (EMOJI, ranges),
            _ => continue,
        };
        for range in ranges.split(' ') {
            let (first, last) = range.split_once("..").unwrap_or((range, range));
            let code = |word| usize::from_str_radix(word, 16);
            if let (Ok(first), Ok(last)) = (code(first), code(last)) {
                properties[first..=last].iter_mut().for_each(|held| *held |= property);
            }
        }
    }
    properties
});

#[cfg(test)]
mod tests {
    use crate::{Network::Threads, length};

    #[test]
    fn an_emoji_counts_its_bytes_and_anything_else_its_characters() {
        for (text, expected) in [
            ("", 0),
            ("https://example.org/a?b=c", 25),
            ("日本語", 3),
            ("e\u{301}", 2),
            ("😀", 4),
            ("👍🏽", 8),
            ("🇪🇸", 8),
            ("👩‍👩‍👧‍👦", 25),
            ("❤️", 6),
            ("1️⃣", 7),
            ("1⃣", 4),
            ("👁\u{200d}🗨", 11),
            ("Hi 😀!", 8),
        ] {
            assert_eq!(length(Threads, text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_sign_that_is_text_unless_asked_is_a_character() {
        assert_eq!(length(Threads, "©™❤"), 3);
        assert_eq!(length(Threads, "😀\u{fe0e}"), 2);
        assert_eq!(length(Threads, "12#*"), 4);
    }
}
