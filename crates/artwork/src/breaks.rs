//! Where a line may end: at spaces, and between the words of scripts that write no spaces, by a dictionary.
//! Never within a word, however long it is.

use icu_segmenter::options::{LineBreakOptions, WordBreakInvariantOptions};
use icu_segmenter::{LineSegmenter, WordSegmenter};
use std::ops::Range;

/// What stays together on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub range: Range<usize>,
    /// Whether a space follows where the line goes on.
    pub spaced: bool,
}

/// The pieces of a clean text, in its order.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for word in text.split(' ') {
        let end = start + word.len();
        if !word.is_empty() {
            let mut from = start;
            for to in inner_breaks(word).into_iter().map(|at| start + at) {
                pieces.push(Piece { range: from..to, spaced: false });
                from = to;
            }
            pieces.push(Piece { range: from..end, spaced: true });
        }
        start = end + 1;
    }
    pieces
}

/// Breaks within what stands between two spaces: where UAX #14 allows one and a word ends (UAX #29, with
/// dictionaries of Chinese and Japanese, of Thai and its kin).
fn inner_breaks(word: &str) -> Vec<usize> {
    if !word.chars().any(is_unspaced) {
        return Vec::new();
    }
    let segmenter = LineSegmenter::new_dictionary(LineBreakOptions::default());
    let between = |at: &usize| {
        let before = word[..*at]
            .chars()
            .next_back()
            .is_some_and(|letter| is_unspaced(letter) || !letter.is_alphanumeric());
        let after =
            word[*at..].chars().next().is_some_and(|letter| is_unspaced(letter) || !letter.is_alphanumeric());
        before || after
    };
    let words: Vec<usize> =
        WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()).segment_str(word).collect();
    let ends_a_word = |at: &usize| words.binary_search(at).is_ok();
    segmenter
        .segment_str(word)
        .filter(|at| *at > 0 && *at < word.len())
        .filter(between)
        .filter(ends_a_word)
        .collect()
}

/// Letters of scripts whose words are not parted by spaces.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{312f}' | '\u{31a0}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}'
        | '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}
