//! X: the weighted length of twitter-text 3.1.0 (`parseTweet`) by its configuration of version 3, over the
//! text in normal form C: a link 23, an emoji 2, a character 1 or 2. Never shortens or resolves a link.

mod emoji;
mod links;
mod punycode;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::units::code_point;

const LINK: usize = 23;
const EMOJI: usize = 2;

pub fn length(text: &str) -> usize {
    if text.is_ascii() && !text.contains('.') {
        return text.len();
    }
    let units = in_normal_form(text);
    let mut links = links::found(&units).into_iter().peekable();
    let mut emoji = emoji::found(&units).into_iter().peekable();
    let mut length = 0;
    let mut at = 0;
    while at < units.len() {
        // What starts within something already counted is not counted again.
        while links.next_if(|link| link.start < at).is_some() {}
        while emoji.next_if(|emoji| emoji.start < at).is_some() {}
        (at, length) = if let Some(link) = links.next_if(|link| link.start == at) {
            (link.end, length + LINK)
        } else if let Some(emoji) = emoji.next_if(|emoji| emoji.start == at) {
            (emoji.end, length + EMOJI)
        } else {
            let (code, width) = code_point(&units, at).unwrap_or((0, 1));
            (at + width, length + weight(code))
        };
    }
    length
}

/// Whether the text holds a character that X takes in no post.
pub fn is_refused(text: &str) -> bool {
    text.contains(['\u{feff}', '\u{fffe}', '\u{ffff}'])
}

fn weight(code: u32) -> usize {
    match code {
        0..=0x10ff | 0x2000..=0x200d | 0x2010..=0x201f | 0x2032..=0x2037 => 1,
        _ => 2,
    }
}

fn in_normal_form(text: &str) -> Vec<u16> {
    let mut units = Vec::with_capacity(text.len());
    let mut push = |letter: char| units.extend_from_slice(letter.encode_utf16(&mut [0; 2]));
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.chars().for_each(&mut push),
        _ => text.nfc().for_each(&mut push),
    }
    units
}

#[cfg(test)]
mod tests;
