//! References within what payers write: with blanks and line ends in them, run together with words, and with a slip.

use super::Expected;
use crate::Reference;
use crate::reference::{HEAD, LONGEST};
use crate::statement::Line;

/// Characters of words that are searched; a transfer has 140.
const LONGEST_TEXT: usize = 1_000;
/// Places at which a reference may begin that are looked at.
const MOST_PLACES: usize = 64;
/// Characters without the `RF` that are enough to know a reference by.
const ENOUGH: usize = 6;

/// What a line names.
#[derive(Debug, Default)]
pub struct Found {
    /// Each that is expected, once.
    pub named: Vec<usize>,
    /// A digit stands right behind one, so it may be a longer number.
    pub runs_on: bool,
    /// There is a reference of none that is expected.
    pub has_another: bool,
}

/// Finds the references that are right, in the line’s own field and in its words.
pub fn references(line: &Line, open: &[Expected]) -> Found {
    let mut found = Found::default();
    if let Some(reference) = &line.reference {
        let named = open.iter().enumerate().filter(|(_, one)| one.reference.is(reference));
        found.named.extend(named.map(|(at, _)| at));
        found.has_another = found.named.is_empty();
    }
    let words = Words::of(&line.text);
    for place in words.heads() {
        let mut is_known = false;
        for (at, one) in open.iter().enumerate() {
            let Some(end) = words.reads(place, &one.reference) else { continue };
            is_known = true;
            // The field of its own says where it ends.
            let is_settled = line.reference.as_ref().is_some_and(|own| own.is(&one.reference));
            found.runs_on |= words.runs_on(end) && !is_settled;
            found.has_another |= words.has_longer(place, end) && !is_settled;
            if !found.named.contains(&at) {
                found.named.push(at);
            }
        }
        found.has_another |= !is_known && words.has_reference(place);
    }
    found
}

/// Every reference within words that is right and ends where a word does.
pub fn all(text: &str) -> Vec<Reference> {
    let words = Words::of(text);
    let ends = |place: usize| (place + HEAD + 1..=place + LONGEST).map(move |end| (place, end));
    let within = words.heads().into_iter().flat_map(ends);
    within.filter_map(|(place, end)| words.reference(place, end)).collect()
}

/// Finds those that the words nearly name.
pub fn slips(line: &Line, open: &[Expected]) -> Vec<usize> {
    let words = Words::of(&line.text);
    let places = words.places(|four| four[0] == b'R' || four[0] == b'F' || four[1] == b'F');
    let bare_places = words.places(|four| four[..2].iter().all(u8::is_ascii_digit));
    let is_near = |one: &Expected| {
        let right = one.reference.electronic().as_bytes();
        let bare = &right[2..];
        places.iter().any(|place| is_slip(&words.letters[*place..], right))
            || bare.len() >= ENOUGH
                && bare_places.iter().any(|place| words.letters[*place..].starts_with(bare))
    };
    open.iter().enumerate().filter(|(_, one)| is_near(one)).map(|(at, _)| at).collect()
}

/// Whether it begins as the right one does but for one character that is another, is missing or too many, or two
/// neighbours that are swapped.
fn is_slip(typed: &[u8], right: &[u8]) -> bool {
    let length = right.len();
    let at = typed.iter().zip(right).take_while(|(one, other)| one == other).count();
    if at == length {
        return false;
    }
    let rest = &right[at + 1..];
    let goes_on = |from: usize, with: &[u8]| typed.get(from..from + with.len()) == Some(with);
    let is_swapped =
        at + 1 < length && goes_on(at, &[right[at + 1], right[at]]) && goes_on(at + 2, &right[at + 2..]);
    let is_mistyped = at < typed.len() && goes_on(at + 1, rest);
    let is_left_out = goes_on(at, rest);
    let is_too_many = goes_on(at + 1, &right[at..]);
    is_swapped || is_mistyped || is_left_out || is_too_many
}

/// The letters and digits of a text, in capitals, and where there was something between them.
struct Words {
    letters: Vec<u8>,
    /// Of each letter, whether it follows the one before at once.
    follows: Vec<bool>,
}

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Self { letters: Vec::new(), follows: Vec::new() };
        let mut follows = false;
        for c in text.chars().take(LONGEST_TEXT) {
            // Whatever is none of ours stands between.
            if let Some(letter) = u8::try_from(c).ok().filter(u8::is_ascii_alphanumeric) {
                words.letters.push(letter.to_ascii_uppercase());
                words.follows.push(follows);
                follows = true;
            } else {
                follows = false;
            }
        }
        words
    }

    /// Where four letters are such.
    fn places(&self, are_such: impl Fn(&[u8]) -> bool) -> Vec<usize> {
        let fours = self.letters.windows(HEAD).enumerate();
        fours.filter(|(_, four)| are_such(four)).map(|(at, _)| at).take(MOST_PLACES).collect()
    }

    /// Where a reference may begin.
    fn heads(&self) -> Vec<usize> {
        self.places(|four| four.starts_with(b"RF") && four[2..].iter().all(u8::is_ascii_digit))
    }

    /// Where a reference ends that begins at a place, with or without zeros to fill it up.
    fn reads(&self, place: usize, reference: &Reference) -> Option<usize> {
        let letters = &self.letters[place..];
        let right = reference.electronic().as_bytes();
        if letters.starts_with(right) {
            return Some(place + right.len());
        }
        let (head, body) = right.split_at(HEAD);
        let zeros = |text: &[u8]| text.iter().take_while(|letter| **letter == b'0').count();
        let body = &body[zeros(body)..];
        let rest = letters.strip_prefix(head)?;
        let padding = zeros(rest);
        let is_it = !body.is_empty() && rest[padding..].starts_with(body);
        let end = HEAD + padding + body.len();
        (is_it && end <= LONGEST).then_some(place + end)
    }

    /// A digit follows at once.
    fn runs_on(&self, end: usize) -> bool {
        self.letters.get(end).is_some_and(u8::is_ascii_digit) && self.follows[end]
    }

    /// Whether a reference begins there that ends where a word does.
    fn has_reference(&self, place: usize) -> bool {
        (place + HEAD + 1..=place + LONGEST).any(|end| self.reference(place, end).is_some())
    }

    /// Whether one that is known goes on with groups of digits to another that is right too.
    fn has_longer(&self, place: usize, known: usize) -> bool {
        let digits = self.letters[known..].iter().take_while(|letter| letter.is_ascii_digit()).count();
        (known + 1..=known + digits).any(|end| self.reference(place, end).is_some())
    }

    fn reference(&self, place: usize, end: usize) -> Option<Reference> {
        let ends_a_word = self.follows.get(end).is_none_or(|follows| !follows);
        let letters = self.letters.get(place..end).filter(|_| ends_a_word)?;
        Reference::parse(std::str::from_utf8(letters).ok()?).ok()
    }
}
