//! The sign-on form as it arrives, and the check that makes a sign-on of it or says what is wrong.
//!
//! Names are people's: one character, emoji, right-to-left and 200 characters pass. What is refused
//! is what would break a page, a mail or a list: line breaks, control characters, links.

use super::SignOn;
use crate::people::Agreed;
use crate::web::countries;
use crate::web::source::source;
use broadside_address::{Address, Fault as AddressFault};
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// The fields as typed. Unknown fields are ignored, missing ones are empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SignOnForm {
    pub name: String,
    pub email: String,
    pub relation: String,
    pub postal_code: String,
    pub country: String,
    pub comment: String,
    pub public: String,
    pub consent: Vec<String>,
    pub source: String,
    /// Which words the page showed; nothing where the form was not the page's.
    pub seen: String,
    /// The address for which a suggestion was shown and passed over.
    pub email_as_typed: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Name,
    Email,
    Relation,
    PostalCode,
    Country,
    Comment,
    Consent,
}

/// What is wrong with a field. Each has its own words in `texts/*/signatures.ftl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    NameMissing,
    NameTooLong,
    /// A line break, a control character, or one that turns the direction of what follows.
    NameUnprintable,
    NameHoldsLink,
    EmailMissing,
    EmailIncomplete,
    EmailTooLong,
    EmailUnusable,
    /// An evident typo: the address with a well-known domain in place of it.
    EmailTypo(String),
    RelationUnknown,
    PostalCodeUnusable,
    CountryUnknown,
    CommentTooLong,
    CommentUnprintable,
    ConsentUnknown,
}

/// What the check needs to know of the letter.
#[derive(Clone, Debug)]
pub struct LetterFacts<'a> {
    pub group_id: i64,
    pub campaign_id: i64,
    pub letter_id: i64,
    pub letter_version: i64,
    pub language: &'a str,
    pub relations: Vec<&'a str>,
    /// Partner and the version of its consent's words in this language.
    pub partners: &'a [Agreed],
}

pub const NAME_MOST: usize = 200;
pub const COMMENT_MOST: usize = 1_000;
const POSTAL_CODE_MOST: usize = 16;

/// Makes a sign-on of the form, or lists every fault in the order of the fields.
pub fn check(form: &SignOnForm, letter: &LetterFacts, now: i64) -> Result<SignOn, Vec<(Field, Fault)>> {
    let mut faults = Vec::new();
    let mut note = |field, fault: Option<Fault>| faults.extend(fault.map(|fault| (field, fault)));

    let name = form.name.trim();
    note(Field::Name, name_fault(name));
    let email = form.email.trim();
    note(Field::Email, email_fault(email, form.email_as_typed.trim()));
    let relation = filled(&form.relation);
    note(
        Field::Relation,
        relation.is_some_and(|slug| !letter.relations.contains(&slug)).then_some(Fault::RelationUnknown),
    );
    let postal_code = filled(&form.postal_code);
    note(
        Field::PostalCode,
        postal_code
            .is_some_and(|code| {
                code.chars().count() > POSTAL_CODE_MOST
                    || !code.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'))
            })
            .then_some(Fault::PostalCodeUnusable),
    );
    let country = filled(&form.country).map(str::to_ascii_uppercase);
    note(
        Field::Country,
        country.as_deref().is_some_and(|code| !countries::is_code(code)).then_some(Fault::CountryUnknown),
    );
    // Browsers send line breaks of a text area as CR LF; one form is stored.
    let comment = form.comment.replace("\r\n", "\n");
    let comment = filled(&comment);
    note(Field::Comment, comment.and_then(comment_fault));
    let consents: Vec<Agreed> =
        letter.partners.iter().filter(|agreed| form.consent.contains(&agreed.partner)).cloned().collect();
    let known =
        |slug: &String| slug.is_empty() || letter.partners.iter().any(|agreed| agreed.partner == *slug);
    note(Field::Consent, (!form.consent.iter().all(known)).then_some(Fault::ConsentUnknown));

    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(SignOn {
        group_id: letter.group_id,
        campaign_id: letter.campaign_id,
        letter_id: letter.letter_id,
        letter_version: letter.letter_version,
        language: letter.language.to_owned(),
        name: name.to_owned(),
        email: email.to_owned(),
        relation: relation.map(str::to_owned),
        postal_code: postal_code.map(str::to_owned),
        country,
        comment: comment.map(str::to_owned),
        is_public: form.public.trim() == "1",
        consents,
        source: source(&form.source),
        created_at: now,
    })
}

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

fn email_fault(email: &str, as_typed: &str) -> Option<Fault> {
    match Address::parse(email) {
        Ok(_) if email == as_typed => None,
        Ok(address) => address.suggestion().map(Fault::EmailTypo),
        Err(fault) => Some(unusable(fault)),
    }
}

/// What keeps a mail from going to an address, already trimmed. Typos are not asked about.
pub fn address_fault(email: &str) -> Option<Fault> {
    Address::parse(email).err().map(unusable)
}

fn unusable(fault: AddressFault) -> Fault {
    match fault {
        AddressFault::Empty => Fault::EmailMissing,
        AddressFault::TooLong => Fault::EmailTooLong,
        AddressFault::NoAt
        | AddressFault::NoLocalPart
        | AddressFault::NoDomain
        | AddressFault::DomainWithoutDot => Fault::EmailIncomplete,
        AddressFault::Unusable => Fault::EmailUnusable,
    }
}

fn comment_fault(comment: &str) -> Option<Fault> {
    if comment.chars().any(|c| c != '\n' && c != '\t' && is_unprintable(c)) {
        return Some(Fault::CommentUnprintable);
    }
    (comment.graphemes(true).count() > COMMENT_MOST || comment.chars().count() > COMMENT_MOST * 5)
        .then_some(Fault::CommentTooLong)
}

/// Control characters, line and paragraph separators, and the bidirectional overrides, embeddings
/// and isolates of UAX #9, which would turn the direction of what stands after the name.
fn is_unprintable(c: char) -> bool {
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

fn filled(typed: &str) -> Option<&str> {
    Some(typed.trim()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(partners: &[Agreed]) -> LetterFacts<'_> {
        LetterFacts {
            group_id: 1,
            campaign_id: 2,
            letter_id: 3,
            letter_version: 1,
            language: "en",
            relations: vec!["customer"],
            partners,
        }
    }

    fn form(name: &str, email: &str) -> SignOnForm {
        SignOnForm { name: name.to_owned(), email: email.to_owned(), ..SignOnForm::default() }
    }

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

    #[test]
    fn every_fault_is_told_at_once() {
        let mut form = form("", "nobody");
        form.relation = "owner".to_owned();
        form.country = "Spain".to_owned();
        form.consent = vec!["unheard-of".to_owned()];
        let faults = check(&form, &letter(&[]), 0).unwrap_err();
        let fields: Vec<Field> = faults.iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, [Field::Name, Field::Email, Field::Relation, Field::Country, Field::Consent]);
    }

    #[test]
    fn a_typo_is_pointed_out_once_and_then_believed() {
        let mut form = form("Ada", "ada@gmial.com");
        let faults = check(&form, &letter(&[]), 0).unwrap_err();
        assert_eq!(faults, [(Field::Email, Fault::EmailTypo("ada@gmail.com".to_owned()))]);
        form.email_as_typed = "ada@gmial.com".to_owned();
        assert_eq!(check(&form, &letter(&[]), 0).unwrap().email, "ada@gmial.com");
        form.email = "ada@hotmial.com".to_owned();
        assert!(check(&form, &letter(&[]), 0).is_err(), "another typo is pointed out again");
    }

    #[test]
    fn only_name_and_email_are_required_and_a_strange_source_is_dropped() {
        let mut form = form(" Ada Example ", " ada@example.org ");
        form.source = "<script>".to_owned();
        let sign_on = check(&form, &letter(&[]), 5).unwrap();
        assert_eq!((sign_on.name.as_str(), sign_on.email.as_str()), ("Ada Example", "ada@example.org"));
        assert_eq!((sign_on.source, sign_on.is_public, sign_on.created_at), (None, false, 5));
    }

    #[test]
    fn a_consent_carries_the_version_of_the_words_that_were_shown() {
        let partners = [Agreed { partner: "greenpeace".to_owned(), words_version: "ab12".to_owned() }];
        let mut form = form("Ada", "ada@example.org");
        form.consent = vec!["greenpeace".to_owned(), "greenpeace".to_owned()];
        assert_eq!(check(&form, &letter(&partners), 0).unwrap().consents, partners);
    }
}
