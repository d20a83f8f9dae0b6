//! What a name may be. Names are people's: one character, emoji, right-to-left and 200 characters pass. What
//! is refused is what would break a page, a mail or a list: line breaks, control characters, links.

use super::form::Fault;
use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

pub const NAME_MOST: usize = 200;

/// What is wrong with a name, already trimmed; also for a correction on the private page.
pub fn name_fault(name: &str) -> Option<Fault> {
    if name.chars().all(shows_nothing) {
        return Some(Fault::NameMissing);
    }
    if name.chars().any(is_unprintable) || !name.is_ascii() && name.graphemes(true).any(is_overloaded) {
        return Some(Fault::NameUnprintable);
    }
    if is_longer(name, NAME_MOST) {
        return Some(Fault::NameTooLong);
    }
    holds_link(name).then_some(Fault::NameHoldsLink)
}

/// A name as a mail says it: the same to the eye, and no mail program makes a link of what stands around
/// a dot. Whoever sends the form chooses the name and the address; the mail is not to carry their link.
pub fn unlinked(name: &str) -> String {
    const WORD_JOINER: char = '\u{2060}';
    let mut out = String::with_capacity(name.len());
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        out.push(letter);
        if letter == '.' && letters.peek().is_some_and(|next| next.is_alphanumeric()) {
            out.push(WORD_JOINER);
        }
    }
    out
}

/// What is wrong with a text that is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFault {
    Unprintable,
    /// Of so many letters at most.
    TooLong(usize),
}

/// What is wrong with a text of one line.
pub fn line_fault(text: &str, most: usize) -> Option<TextFault> {
    if text.chars().any(is_unprintable) { Some(TextFault::Unprintable) } else { length_fault(text, most) }
}

pub fn length_fault(text: &str, most: usize) -> Option<TextFault> {
    is_longer(text, most).then_some(TextFault::TooLong(most))
}

/// A letter as it is read may be many code points (a family emoji, stacked accents); both are bounded.
pub fn is_longer(text: &str, most: usize) -> bool {
    letters(text) > most || text.chars().count() > most * 5
}

/// So many letters as a reader counts them.
pub fn letters(text: &str) -> usize {
    // Of ASCII only a line break may be two characters (UAX #29, rule GB3); most that is written is quicker to count.
    if text.is_ascii() && !text.contains('\r') { text.len() } else { text.graphemes(true).count() }
}

/// Control characters, line and paragraph separators, and the bidirectional marks, overrides, embeddings
/// and isolates of UAX #9, which would turn the direction of what stands after the name.
pub fn is_unprintable(c: char) -> bool {
    c.is_control()
        // What the form's decoder leaves in place of bytes that are no text.
        || c == char::REPLACEMENT_CHARACTER
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Spaces, marks without a letter, the blank Braille pattern, and what Unicode lets nobody see
/// (`Default_Ignorable_Code_Point`, UAX #44).
fn shows_nothing(c: char) -> bool {
    c.is_whitespace() || is_combining_mark(c) || c == '\u{2800}' || is_ignorable(c)
}

fn is_ignorable(c: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
}

/// A letter that hides a text, or on which marks are piled: they paint over the lines around, and no script needs five.
fn is_overloaded(letter: &str) -> bool {
    holds_hidden_text(letter) || letter.chars().filter(|c| is_combining_mark(*c)).count() > 4
}

/// Tag letters spell the flags of regions (UTS #51, section 3.9); elsewhere they are a text that nobody sees.
fn holds_hidden_text(letter: &str) -> bool {
    letter.contains(|c| matches!(c, '\u{e0000}'..='\u{e007f}')) && !letter.starts_with('\u{1f3f4}')
}

/// Sites with names as short as an initial: two letters before a dot are an initial or a title elsewhere.
const SHORT_SITES: [&str; 12] =
    ["t.me", "wa.me", "t.co", "x.com", "x.ai", "g.co", "fb.me", "m.me", "t.ly", "is.gd", "v.gd", "x.org"];
/// Endings that are sites even where they are written as people write their names: `Evil.Com`, but `Kim.In`.
const NEVER_A_PERSON: [&str; 20] = [
    "app", "biz", "casino", "click", "club", "com", "dev", "info", "io", "link", "net", "online", "org",
    "shop", "site", "store", "top", "vip", "website", "xyz",
];

fn holds_link(name: &str) -> bool {
    // What most people are called has nothing of which a link could be made.
    if name.is_ascii() && !name.contains(['.', ':', '/']) && !name.contains("--") {
        return false;
    }
    // NFKC makes full-width letters and dots plain; the ideographic full stop is a dot in names of hosts too.
    let name: String =
        name.nfkc().filter(|c| !is_ignorable(*c)).map(|c| if c == '。' { '.' } else { c }).collect();
    let is_of_host = |c: char| c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '.' | '-');
    name.split_whitespace().any(|word| is_address(&word.to_lowercase()))
        || name.split(|c| !is_of_host(c)).any(is_site)
}

fn is_address(word: &str) -> bool {
    ["mailto:", "javascript:", "data:", "tel:", "//"].iter().any(|start| word.starts_with(start))
        || ["://", "www.", "xn--"].iter().any(|part| word.contains(part))
        || word.contains('.') && word.contains(['@', '/', '\\'])
}

/// Whether a word is the name of a host: it ends as the registries say that sites end (the public suffix
/// list), and what stands before is long enough for one.
fn is_site(word: &str) -> bool {
    let word = word.trim_matches(['.', '-']);
    let host = word.to_lowercase();
    if SHORT_SITES.contains(&host.as_str()) {
        return true;
    }
    let parts: Vec<&str> = host.split('.').collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if parts.len() == 4 && parts.iter().all(is_number) {
        return true;
    }
    let Some(ending) = psl::suffix(host.as_bytes()).filter(psl::Suffix::is_known) else {
        return false;
    };
    let Some(before) = host.strip_suffix(&*String::from_utf8_lossy(ending.as_bytes())) else { return false };
    let Some(label) = before.strip_suffix('.').and_then(|before| before.rsplit('.').next()) else {
        return false;
    };
    let reads_as_people = word.split('.').all(|part| part.starts_with(char::is_uppercase))
        && parts.last().is_some_and(|ending| !NEVER_A_PERSON.contains(ending));
    (label.chars().count() > 2 || !host.is_ascii()) && !reads_as_people
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
            "Kim.In",
            "Jean.De Sousa",
            "Xiao.Wang",
            "Sven. De Vries",
            "Dr.Me",
            "Anne-Marie (née Dupont)",
            "ا\u{64b}",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} Mòrag",
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
    fn letters_are_counted_as_they_are_read() {
        for (text, count) in [("", 0), ("Ada", 3), ("a\r\nb", 3), ("a\nb\r", 4), ("e\u{301}", 1), ("👩‍👩‍👧‍👦!", 2)]
        {
            assert_eq!((letters(text), text.graphemes(true).count()), (count, count), "{text:?}");
        }
    }

    #[test]
    fn what_would_break_a_page_is_no_name() {
        let zalgo = format!("a{}", "\u{301}".repeat(5));
        for (name, fault) in [
            ("", Fault::NameMissing),
            (" \u{200b}\u{a0} ", Fault::NameMissing),
            ("\u{2800}\u{2800}", Fault::NameMissing),
            ("\u{180e}", Fault::NameMissing),
            ("\u{34f}\u{fe0f}", Fault::NameMissing),
            ("\u{301}", Fault::NameMissing),
            ("\u{e0041}\u{e0042}", Fault::NameMissing),
            ("Ada\u{61c}", Fault::NameUnprintable),
            ("Ada\u{e0041}\u{e0042}", Fault::NameUnprintable),
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
            ("//evil", Fault::NameHoldsLink),
            ("xn--evil", Fault::NameHoldsLink),
            ("see:evil.com", Fault::NameHoldsLink),
            ("ftp:evil.org", Fault::NameHoldsLink),
            ("evil.com,now", Fault::NameHoldsLink),
            ("x,evil.com,y", Fault::NameHoldsLink),
            ("evil.com—win", Fault::NameHoldsLink),
            ("a#evil.com", Fault::NameHoldsLink),
            ("?evil.com", Fault::NameHoldsLink),
            ("evil.c\u{200b}om", Fault::NameHoldsLink),
            ("HTTP:\\\\evil.tech", Fault::NameHoldsLink),
            ("claim now at openai-gift.ai", Fault::NameHoldsLink),
            ("win.monster", Fault::NameHoldsLink),
            ("casino.games", Fault::NameHoldsLink),
            ("evil.news.", Fault::NameHoldsLink),
            ("Evil.Com", Fault::NameHoldsLink),
            ("A\u{feff}da", Fault::NameUnprintable),
            (&"n".repeat(201), Fault::NameTooLong),
        ] {
            assert_eq!(name_fault(name), Some(fault), "{name:?}");
        }
    }

    #[test]
    fn a_mail_says_a_name_so_that_no_program_links_it() {
        assert_eq!(unlinked("Sven.De"), "Sven.\u{2060}De");
        assert_eq!(unlinked("J. R. R. Tolkien."), "J. R. R. Tolkien.");
    }
}
