//! From bytes to text that can be trusted: UTF-8, lines that end in a line feed, no control characters.
//! What is wrong is reported, then mended, so that the rest of the file is still looked at.

use super::fault::Faults;
use super::folder::{Entry, Folder};

/// The text of a file; nothing where there is none to look at. A missing file is for the caller to report.
pub fn read(folder: &Folder, path: &str, faults: &Faults) -> Option<String> {
    match folder.ask(path)? {
        Entry::Bytes(bytes) => decoded(path, bytes, faults),
        Entry::TooLarge(size) => {
            faults.add(path, 1, format!("this file has {size} bytes; the most is 1,000,000, so shorten it"));
            None
        }
        Entry::Unreadable(why) => {
            faults.add(path, 1, why);
            None
        }
        Entry::Folder => {
            faults.add(path, 1, "this is a folder where a file should be; rename it");
            None
        }
    }
}

fn decoded(path: &str, bytes: &[u8], faults: &Faults) -> Option<String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(error) => {
            let line = bytes[..=error.valid_up_to()].split(|byte| *byte == b'\n').count();
            faults.add(path, line, "this is not UTF-8; save the file again with the encoding UTF-8");
            // UTF-16, or no text at all: nothing more can be said about it.
            if bytes.contains(&0) {
                return None;
            }
            String::from_utf8_lossy(bytes).into_owned()
        }
    };
    Some(without_control_characters(path, &text.replace("\r\n", "\n"), faults))
}

fn without_control_characters(path: &str, text: &str, faults: &Faults) -> String {
    for (line, words) in text.split('\n').enumerate() {
        if let Some(found) = words.chars().find(|character| is_refused(*character)) {
            faults.add(path, line + 1, control_character(found));
        }
    }
    text.chars().map(|character| if is_refused(character) { ' ' } else { character }).collect()
}

/// Whether a character has no place in a text. Line feeds and tabs have. What turns the direction of
/// writing makes a text read otherwise than it stands; pages set each language's own direction.
pub fn is_refused(character: char) -> bool {
    (character.is_control() && character != '\n' && character != '\t')
        || turns(character)
        || is_no_text(character)
}

/// The mark with which files begin, and two that Unicode will never give a meaning: X refuses a post with any.
fn is_no_text(character: char) -> bool {
    matches!(character, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX #9, section 2).
fn turns(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

pub fn control_character(found: char) -> String {
    let name = match found {
        '\0' => "a NUL".to_owned(),
        '\r' => "a lone carriage return".to_owned(),
        other if turns(other) => {
            format!("U+{:04X}, which turns the direction of writing", u32::from(other))
        }
        other if is_no_text(other) => format!("U+{:04X}, which is no text", u32::from(other)),
        other => format!("the control character U+{:04X}", u32::from(other)),
    };
    format!("the text holds {name}; delete it (it may be invisible: type the words around it anew)")
}
