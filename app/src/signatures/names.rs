//! What a name may be. Names are people's: one character, emoji, right-to-left and 200 characters pass. What
//! is refused is what would break a page, a mail or a list: line breaks, control characters, links.

use super::form::Fault;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

pub const NAME_MOST: usize = 200;

/// What is wrong with a name, already trimmed; also for a correction on the private page.
pub fn name_fault(name: &str) -> Option<Fault> {
    if name.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
        return Some(Fault::NameMissing);
    }
    if name.chars().any(is_unprintable) {
        return Some(Fault::NameUnprintable);
    }
    // Marks piled on one letter paint over the lines around them; no script needs five.
    if name.graphemes(true).any(|letter| letter.chars().filter(|c| is_combining_mark(*c)).count() > 4) {
        return Some(Fault::NameUnprintable);
    }
    // A grapheme may be many code points (a family emoji, stacked accents); both are bounded.
    if name.graphemes(true).count() > NAME_MOST || name.chars().count() > NAME_MOST * 5 {
        return Some(Fault::NameTooLong);
    }
    name.split_whitespace().any(looks_like_link).then_some(Fault::NameHoldsLink)
}

/// Control characters, line and paragraph separators, and the bidirectional overrides, embeddings
/// and isolates of UAX #9, which would turn the direction of what stands after the name.
pub fn is_unprintable(c: char) -> bool {
    c.is_control()
        // What the form's decoder leaves in place of bytes that are no text.
        || c == char::REPLACEMENT_CHARACTER
        || matches!(c, '\u{ad}' | '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{3164}' | '\u{115f}' | '\u{1160}')
        || is_unprintable(c) && !c.is_control()
}

/// Endings that spammers advertise under; `will.i.am` and `St.John` are names.
const ADVERTISED: [&str; 58] = [
    "agency", "app", "best", "biz", "bet", "br", "casino", "cc", "click", "club", "cn", "co", "com", "cz",
    "de", "dev", "es", "eu", "fr", "fun", "gg", "icu", "in", "info", "io", "it", "jp", "kz", "life", "link",
    "live", "ly", "me", "mobi", "mx", "net", "nl", "online", "org", "pl", "pro", "ru", "shop", "site",
    "space", "st", "store", "su", "tk", "to", "top", "tv", "uk", "us", "vip", "website", "xyz", "zip",
];

/// What stands before a country's letters where sites are registered one level down: `casino.co.uk`.
const SECOND_LEVEL: [&str; 8] = ["ac", "co", "com", "edu", "gov", "net", "or", "org"];
/// Sites with names as short as an initial.
const SHORT_SITES: [&str; 12] =
    ["t.me", "wa.me", "t.co", "x.com", "x.ai", "g.co", "fb.me", "m.me", "t.ly", "is.gd", "v.gd", "x.org"];

fn looks_like_link(word: &str) -> bool {
    // NFKC makes full-width letters and dots plain; the ideographic full stop is a dot in names of hosts too.
    let word: String =
        word.nfkc().flat_map(char::to_lowercase).map(|c| if c == '。' { '.' } else { c }).collect();
    let starts_like_one =
        ["mailto:", "javascript:", "data:", "tel:", "//"].iter().any(|start| word.starts_with(start));
    if starts_like_one || word.contains("://") || word.contains("www.") || word.contains("xn--") {
        return true;
    }
    if word.contains('.') && word.contains(['@', '/']) {
        return true;
    }
    let host =
        word.split(['?', '#', ':']).next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
    let parts: Vec<&str> = host.split('.').collect();
    let [.., name, ending] = parts.as_slice() else { return false };
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if parts.len() == 4 && parts.iter().all(is_number) {
        return true;
    }
    // Two letters before the dot are an initial or a title, not a site; a few sites are that short.
    name.chars().count() > 2 && ADVERTISED.contains(ending)
        || parts.len() > 2 && SECOND_LEVEL.contains(name) && ending.len() == 2
        || SHORT_SITES.contains(&host)
        || matches!(*ending, "рф" | "中国" | "网址" | "موقع" | "शॉप")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_have_names_of_every_kind() {
        for name in [
            "Q",
            "李",
            "🦊",
            "مثال أمل",
            "will.i.am",
            "St.John Smith",
            "J.R.R. Tolkien",
            "O’Neil-Дворжак",
            "👩‍👩‍👧‍👦",
            "Nguyễn Thị Ngọc",
            "שָׁלוֹם",
            &"n".repeat(200),
        ] {
            assert_eq!(name_fault(name), None, "{name}");
        }
    }

    #[test]
    fn what_would_break_a_page_is_no_name() {
        let zalgo = format!("a{}", "\u{301}".repeat(5));
        for (name, fault) in [
            ("", Fault::NameMissing),
            (" \u{200b}\u{a0} ", Fault::NameMissing),
            ("Ada\nBcc: x@example.org", Fault::NameUnprintable),
            ("Ada\0", Fault::NameUnprintable),
            ("Ada\u{202e}", Fault::NameUnprintable),
            ("Buy at https://example.org", Fault::NameHoldsLink),
            ("cheap-pills.com", Fault::NameHoldsLink),
            ("see www.example.org", Fault::NameHoldsLink),
            ("t.me/x", Fault::NameHoldsLink),
            ("t.me", Fault::NameHoldsLink),
            ("go to casino.co.uk now", Fault::NameHoldsLink),
            ("X.com", Fault::NameHoldsLink),
            (zalgo.as_str(), Fault::NameUnprintable),
            ("win at evil.click", Fault::NameHoldsLink),
            ("evil．com", Fault::NameHoldsLink),
            ("evil。com", Fault::NameHoldsLink),
            ("рф.рф", Fault::NameHoldsLink),
            ("1.2.3.4", Fault::NameHoldsLink),
            ("javascript:alert(1)", Fault::NameHoldsLink),
            ("A\u{feff}da", Fault::NameUnprintable),
            (&"n".repeat(201), Fault::NameTooLong),
        ] {
            assert_eq!(name_fault(name), Some(fault), "{name:?}");
        }
    }
}
