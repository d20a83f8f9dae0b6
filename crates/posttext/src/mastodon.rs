//! Mastodon: the composer's own counter (`countableText`, then the length of the npm package stringz 2.1.0):
//! a link with `http://` or `https://` 23, `@user@host` as `@user`, and what that package takes for a
//! character, which is less than a grapheme cluster in scripts with many marks. The server counts grapheme
//! clusters; where the two differ the composer's number is the higher one in all but odd texts.

mod characters;

use crate::units::is;
use crate::units::links::candidates;

const LINK: usize = 23;

pub fn length(text: &str) -> usize {
    if text.is_ascii() && !text.contains("://") && !text.contains('@') {
        return text.len();
    }
    let mut units: Vec<u16> = text.encode_utf16().collect();
    if text.contains("://") {
        units = with_short_links(&units);
    }
    if text.contains('@') {
        units = with_short_mentions(&units);
    }
    characters::count(&units)
}

fn with_short_links(units: &[u16]) -> Vec<u16> {
    let mut short = Vec::with_capacity(units.len());
    let mut from = 0;
    for link in candidates(units, true) {
        short.extend_from_slice(&units[from..link.start]);
        short.extend([u16::from(b'x'); LINK]);
        from = link.end;
    }
    short.extend_from_slice(&units[from..]);
    short
}

/// `@user@host` becomes `@user`, where no word and no `/` stands before it.
fn with_short_mentions(units: &[u16]) -> Vec<u16> {
    let mut short = Vec::with_capacity(units.len());
    let mut from = 0;
    let mut at = 0;
    while at < units.len() {
        // The character before a mention belongs to it, so that one mention cannot touch the next.
        let free = at == 0 || (at > from || from == 0) && !is_word_or_slash(units[at - 1]);
        match if free && is(units, at, b'@') { mention(units, at) } else { None } {
            Some((name_end, end)) => {
                short.extend_from_slice(&units[from..name_end]);
                (from, at) = (end, end);
            }
            None => at += 1,
        }
    }
    short.extend_from_slice(&units[from..]);
    short
}

/// Where the name and where the host of the mention that starts at `at` end.
fn mention(units: &[u16], at: usize) -> Option<(usize, usize)> {
    let run = |from: usize, may: fn(u8) -> bool| {
        from + units[from..].iter().take_while(|unit| u8::try_from(**unit).is_ok_and(may)).count()
    };
    let name_end = run(at + 1, |byte| byte == b'_' || byte.is_ascii_alphanumeric());
    if name_end == at + 1 || !is(units, name_end, b'@') {
        return None;
    }
    let host = name_end + 1;
    let host_end = run(host, |byte| matches!(byte, b'.' | b'-') || byte.is_ascii_alphanumeric());
    // A host ends in a letter or digit and has at least one unit before that.
    let last = units[host..host_end].iter().rposition(|unit| !matches!(*unit, 0x2d | 0x2e))?;
    (last > 0).then_some((name_end, host + last + 1))
}

fn is_word_or_slash(unit: u16) -> bool {
    u8::try_from(unit).is_ok_and(|byte| byte == b'_' || byte == b'/' || byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use crate::{Network::Mastodon, fits, length};

    fn counts(cases: &[(&str, usize)]) {
        for (text, expected) in cases {
            assert_eq!(length(Mastodon, text), *expected, "{text:?}");
        }
    }

    #[test]
    fn a_link_is_23_only_with_its_protocol() {
        counts(&[
            ("https://example.org/a/very/long/path?of=parts", 23),
            ("See http://example.org.", 28),
            ("example.org/a/very/long/path", 28),
            ("xhttps://example.org", 20),
            ("https://e.invalid", 17),
        ]);
    }

    #[test]
    fn only_the_name_of_somebody_elsewhere_counts() {
        counts(&[
            ("@ana", 4),
            ("@ana@example.org", 4),
            ("Dear @ana@example.org.", 10),
            ("@ana@example.org @bob@example.org", 9),
            ("ana@example.org", 15),
            ("x@ana@example.org", 17),
            ("/@ana@example.org", 17),
            ("@@ana@example.org", 5),
            ("@ana@x", 6),
            ("@ana@xy", 4),
            ("@ana@example.org@bob@example.org", 20),
            ("@añ@example.org", 15),
        ]);
    }

    #[test]
    fn a_character_is_what_the_composer_takes_for_one() {
        counts(&[
            ("😀", 1),
            ("👩‍👩‍👧‍👦", 1),
            ("🇪🇸🇫", 2),
            ("👍🏽", 1),
            ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", 1),
            ("e\u{301}", 1),
            ("e\u{301}\u{302}\u{303}", 2),
            ("नि", 2),
            ("\r\n", 2),
        ]);
    }

    #[test]
    fn five_hundred_fit() {
        assert!(fits(Mastodon, &"é".repeat(500)));
        assert!(!fits(Mastodon, &"é".repeat(501)));
    }
}
