//! Makes of what somebody typed one line of clean text. It never fails, and never leaves a control character.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// As many characters, as a reader counts them, as a card will ever show of one text.
const MOST: usize = 300;
/// As many code points as one of them may be made of: enough for a family with skin tones, and for four
/// consonants of an Indian script that are written as one, with their vowel.
const DEEPEST: usize = 12;
/// As many accents and joiners as may follow one letter. Letters and vowels that are signs are none of them.
const MOST_MARKS: usize = 4;

/// One line: spaces joined, composed (NFC), without controls, overrides of direction, or piled-up accents.
pub fn clean(text: &str) -> String {
    let spaced = text.chars().map(|letter| match letter {
        // Lines break at spaces only, so a hyphen needs no note that it does not break.
        '\u{2010}' | '\u{2011}' => '-',
        '\u{a0}' => letter,
        _ if letter.is_whitespace() => ' ',
        _ => letter,
    });
    let kept: String = spaced.filter(|letter| !is_unwanted(*letter)).nfc().collect();
    let joined = kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let mut line = String::with_capacity(joined.len());
    for (place, cluster) in joined.graphemes(true).enumerate() {
        if place == MOST {
            return shortened(&line);
        }
        if is_emoji(cluster) {
            line.extend(cluster.chars().take(DEEPEST));
        } else {
            line.extend(without_piles(cluster));
        }
    }
    line
}

/// A cluster of letters: of marks that are piled on one of them the first few.
fn without_piles(cluster: &str) -> impl Iterator<Item = char> {
    let mut marks = 0;
    cluster.chars().take(DEEPEST).filter(move |letter| {
        marks = if letter.is_alphanumeric() { 0 } else { marks + 1 };
        marks <= MOST_MARKS
    })
}

/// Whether a cluster asks to be drawn in colour.
pub fn is_emoji(cluster: &str) -> bool {
    let first = cluster.chars().next().unwrap_or_default();
    !cluster.contains('\u{fe0e}')
        && (cluster.contains(['\u{fe0f}', '\u{20e3}']) || matches!(first, '\u{1f000}'..='\u{1faff}'))
}

/// Whether a character is only a note to its neighbours and has no glyph of its own.
pub fn is_silent(letter: char) -> bool {
    matches!(letter, '\u{200c}'..='\u{200f}' | '\u{61c}' | '\u{fe00}'..='\u{fe0f}' | '\u{2060}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}' | '\u{34f}' | '\u{180b}'..='\u{180f}')
}

fn is_unwanted(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2061}'..='\u{206f}' | '\u{feff}'
            | '\u{fff0}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{e001f}' | '\u{e0080}'..='\u{e00ff}')
        || u32::from(letter) & 0xfffe == 0xfffe
}

/// Ends after the last whole word, where there is one.
fn shortened(line: &str) -> String {
    let end = line.rfind(' ').filter(|end| *end > line.len() / 2).unwrap_or(line.len());
    format!("{}…", line[..end].trim_end_matches([',', ';', ':', ' ', '–', '—']))
}
