//! The words of a movement in MT940, field `:86:`, which each country’s banks fill in their own way: in Germany with
//! numbered parts (`?20`; DFÜ agreement, annex 3, section 8.2.4), in the Netherlands with words between strokes
//! (`/REMI/`), elsewhere freely.

use super::figures::is_digits;
use crate::Iban;

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Narrative {
    pub name: String,
    pub iban: Option<Iban>,
    /// What the payer wrote.
    pub text: String,
    /// By its code a transfer or a direct debit that came back.
    pub is_return: bool,
}

/// German codes of what came back: 108 and 109 direct debits, 159 a transfer.
const RETURNS: [&str; 3] = ["108", "109", "159"];

/// What may stand in front of a part of the words; only `SVWZ+` is the payer’s.
const MARKERS: [&str; 12] =
    ["EREF", "KREF", "MREF", "CRED", "DEBT", "COAM", "OAMT", "SVWZ", "ABWA", "ABWE", "IBAN", "BIC"];

/// Characters that a numbered line holds, its marker among them: one that is full goes on in the next without a blank.
const FULL: usize = 27;

/// The words between strokes that banks use, in the Netherlands above all.
const WORDS: [&str; 14] = [
    "TRTP", "IBAN", "BIC", "NAME", "REMI", "EREF", "CSID", "MARF", "ORDP", "BENM", "CNTP", "ISDT", "TRCD",
    "PURP",
];

pub fn read(content: &str) -> Narrative {
    let joined: String = content.split('\n').collect();
    if let Some((code, mark)) = numbered(&joined) {
        let parts = parts(&joined[code.len()..], mark);
        Narrative { is_return: RETURNS.contains(&code), ..german(&parts) }
    } else if joined.starts_with('/') && WORDS.iter().any(|word| joined.contains(&format!("/{word}/"))) {
        between_strokes(&joined)
    } else {
        Narrative { text: content.to_owned(), ..Narrative::default() }
    }
}

/// `166?00`: the code, and the mark before each number, which is not always a question mark.
fn numbered(text: &str) -> Option<(&str, char)> {
    let code = text.get(..3).filter(|code| is_digits(code))?;
    let mark =
        text[3..].chars().next().filter(|c| !c.is_alphanumeric() && !c.is_whitespace() && *c != '/')?;
    text[3 + mark.len_utf8()..].get(..2).filter(|number| is_digits(number)).map(|_| (code, mark))
}

/// Each number with what follows it. A mark without a number is one that somebody wrote.
fn parts(text: &str, mark: char) -> Vec<(u8, String)> {
    let mut parts: Vec<(u8, String)> = Vec::new();
    for piece in text.split(mark).skip(1) {
        let number = piece.get(..2).filter(|two| is_digits(two)).and_then(|two| two.parse().ok());
        match (number, parts.last_mut()) {
            (Some(number), _) => parts.push((number, piece[2..].to_owned())),
            (None, Some((_, words))) => {
                words.push(mark);
                words.push_str(piece);
            }
            (None, None) => {}
        }
    }
    parts
}

fn german(parts: &[(u8, String)]) -> Narrative {
    let mut told = Narrative::default();
    let mut ultimate = String::new();
    let mut before_any = String::new();
    let mut marker = None;
    for (number, words) in parts {
        match number {
            20..=29 | 60..=63 => {
                // The marker counts too.
                let between = blank_behind(words);
                let found = marked(words);
                marker = found.map(|(name, _)| name).or(marker);
                let words = found.map_or(words.as_str(), |(_, rest)| rest);
                let goes_to = match marker {
                    None => &mut before_any,
                    Some("SVWZ") => &mut told.text,
                    Some("ABWA") => &mut ultimate,
                    Some(_) => continue,
                };
                goes_to.extend([words, between]);
            }
            31 => told.iban = Iban::parse(words).ok(),
            // The first was a payer’s, if there are two: the bank’s stand behind the words.
            32 => told.name = format!("{words}{}", blank_behind(words)),
            33 => told.name.push_str(words),
            _ => {}
        }
    }
    if told.text.is_empty() {
        told.text = before_any;
    }
    if told.name.is_empty() {
        told.name = ultimate;
    }
    told
}

/// `SVWZ+Thank you`, as `SVWZ` and the rest.
fn marked(words: &str) -> Option<(&'static str, &str)> {
    MARKERS.into_iter().find_map(|name| Some((name, words.strip_prefix(name)?.strip_prefix('+')?)))
}

/// A line that is not full ended where a blank was meant.
fn blank_behind(line: &str) -> &'static str {
    if line.chars().count() < FULL { " " } else { "" }
}

/// `/IBAN/NL91…/NAME/Ada/REMI/Thank you/EREF/1`. What stands behind a word goes on to the next word that is known.
fn between_strokes(text: &str) -> Narrative {
    let mut told = Narrative::default();
    let mut starts: Vec<(usize, &str)> = WORDS
        .into_iter()
        .flat_map(|word| {
            text.match_indices(&format!("/{word}/")).map(|(at, _)| (at, word)).collect::<Vec<_>>()
        })
        .collect();
    starts.sort_unstable();
    for (index, (at, word)) in starts.iter().enumerate() {
        let begins = at + word.len() + 2;
        let ends = starts.get(index + 1).map_or(text.len(), |(next, _)| *next);
        // Two words may share a stroke.
        let words = text.get(begins..ends).unwrap_or_default();
        match *word {
            // A second one was a payer’s: the bank’s stand before the words.
            "IBAN" if told.iban.is_none() => told.iban = Iban::parse(words).ok(),
            "NAME" if told.name.is_empty() => words.clone_into(&mut told.name),
            "REMI" => words.strip_prefix("USTD//").unwrap_or(words).clone_into(&mut told.text),
            "CNTP" if told.name.is_empty() => {
                let mut parts = words.split('/');
                told.iban = parts.next().and_then(|iban| Iban::parse(iban).ok());
                parts.nth(1).unwrap_or_default().clone_into(&mut told.name);
            }
            "TRTP" => told.is_return = words.to_ascii_uppercase().contains("RETURN"),
            _ => {}
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_parts_are_told_apart() {
        let told = read(
            "166?00GUTSCHRIFT?109250?20EREF+NOTPROVIDED?21SVWZ+RF18 5390 0754 7034 for \n\
             ?22the van?23KREF+123?30COBADEFFXXX?31DE89370400440532013000?32Ada Love?33lace?34997",
        );
        assert_eq!(told.text.trim(), "RF18 5390 0754 7034 for the van");
        assert_eq!(told.name.trim(), "Ada Love lace");
        assert_eq!(told.iban.unwrap().electronic(), "DE89370400440532013000");
        assert!(!told.is_return);
    }

    #[test]
    fn words_without_markers_and_with_another_mark_are_read() {
        let told = read("051>00UEBERWEISUNG>20RF18 5390 0754 7034 Donation>21 for you > me>32Ada");
        assert_eq!(told.text.trim(), "RF18 5390 0754 7034 Donation for you > me");
        assert_eq!(told.name.trim(), "Ada");
        assert!(read("159?00RETOURE?20SVWZ+Account closed").is_return);
    }

    #[test]
    fn words_between_strokes_are_read() {
        let told = read(
            "/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A\n/NAME/Ada/REMI/RF18 and/or 7/EREF/1",
        );
        assert_eq!((told.name.as_str(), told.text.as_str()), ("Ada", "RF18 and/or 7"));
        assert_eq!(told.iban.unwrap().country(), "NL");
        let told = read("/EREF/1//CNTP/NL91ABNA0417164300/ABNANL2A/Ada///REMI/USTD//Thank you/");
        assert_eq!((told.name.as_str(), told.text.as_str()), ("Ada", "Thank you/"));
    }

    #[test]
    fn a_payer_takes_no_other_name() {
        let told =
            read("166?00GUTSCHRIFT?20SVWZ+x?31GB29NWBK60161331926819?32Eve?31DE89370400440532013000?32Ada");
        assert_eq!(
            (told.name.trim(), told.iban.map(|iban| iban.country().to_owned())),
            ("Ada", Some("DE".to_owned()))
        );
        let told =
            read("/TRTP/SEPA/IBAN/NL91ABNA0417164300/NAME/Ada/REMI/x/NAME/Eve/IBAN/GB29NWBK60161331926819");
        assert_eq!((told.name.as_str(), told.iban.unwrap().country()), ("Ada", "NL"));
    }

    #[test]
    fn free_words_stay_as_they_are() {
        assert_eq!(read("Ada Lovelace\nRF18 5390").text, "Ada Lovelace\nRF18 5390");
        assert_eq!(read("").text, "");
        assert_eq!(read("166ä00").text, "166ä00");
    }
}
