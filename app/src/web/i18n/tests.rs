//! Holds the texts against the code that uses them, and the languages against each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::*;

const SLICES: [&str; 26] = [
    "fundraisers",
    "goals",
    "deliveries",
    "partners",
    "events",
    "holding",
    "statements",
    "endorsements",
    "web",
    "letters",
    "posts",
    "cards",
    "signatures",
    "campaigns",
    "demo",
    "accounts",
    "audit",
    "desk",
    "lists",
    "changes",
    "doctor",
    "privacy",
    "targets",
    "versions",
    "tasks",
    "rehearsal",
];

/// What reads the same in two languages, because it does.
const THE_SAME: &[&str] = &[
    "web-house",
    "deliveries-kilobytes",
    "web-error-mark",
    "desk-status-megabytes",
    "desk-status-microseconds",
    "desk-status-milliseconds",
    "desk-status-seconds",
    "desk-status-route",
];

/// Key and whole text of every message of a language.
fn messages(language: Language) -> BTreeMap<String, String> {
    let mut messages = BTreeMap::new();
    let folder = TEXTS.get_dir(language.tag()).unwrap();
    for file in folder.files() {
        let mut key = String::new();
        for line in file.contents_utf8().unwrap().lines() {
            let begins = line.starts_with(|first: char| first.is_ascii_lowercase());
            match line.split_once(" =").filter(|_| begins) {
                Some((found, text)) => {
                    found.clone_into(&mut key);
                    let earlier = messages.insert(key.clone(), text.trim().to_owned());
                    assert_eq!(earlier, None, "{key} stands twice in {}", language.tag());
                }
                None if line.starts_with(' ') || line.starts_with('}') => {
                    let text = messages.get_mut(&key).unwrap();
                    text.push('\n');
                    text.push_str(line);
                }
                None => assert!(line.is_empty() || line.starts_with('#'), "{line:?}"),
            }
        }
    }
    messages
}

fn variables(text: &str) -> BTreeSet<&str> {
    text.split('$')
        .skip(1)
        .map(|rest| rest.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap())
        .collect()
}

/// Every quoted word in the code that has the form of a key, with the file it stands in.
fn keys_in_use() -> BTreeMap<String, String> {
    let mut keys = BTreeMap::new();
    let source = crate::stories::checkout().join("app/src");
    let mut folders = vec![source];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let is_code = path.extension().is_some_and(|end| end == "rs" || end == "html" || end == "txt");
            if !is_code || path.ends_with("i18n/tests.rs") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            for word in text.split('"').filter(|word| has_the_form_of_a_key(word)) {
                keys.insert(word.to_owned(), path.display().to_string());
            }
        }
    }
    keys
}

fn has_the_form_of_a_key(word: &str) -> bool {
    word.split_once('-').is_some_and(|(slice, rest)| SLICES.contains(&slice) && !rest.is_empty())
        && word.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
}

#[test]
fn every_key_in_the_code_has_a_text_and_every_text_is_used() {
    let used = keys_in_use();
    for language in Language::ALL {
        let messages = messages(language);
        for (key, file) in &used {
            assert!(messages.contains_key(key), "{key}, used in {file}, has no text in {}", language.tag());
        }
        for key in messages.keys() {
            assert!(used.contains_key(key), "{key} in {} is not used", language.tag());
        }
    }
}

#[test]
fn every_file_reads_as_fluent_and_holds_the_keys_of_its_own_slice() {
    for language in Language::ALL {
        for file in TEXTS.get_dir(language.tag()).unwrap().files() {
            let text = file.contents_utf8().unwrap().to_owned();
            let read = FluentResource::try_new(text).map_err(|(_, errors)| errors);
            assert!(read.is_ok(), "{}: {:?}", file.path().display(), read.err());
        }
        let say = language.say();
        for key in messages(language).keys() {
            assert_ne!(&say.text(key), key, "{key} is not said in {}", language.tag());
        }
    }
}

#[test]
fn a_text_takes_the_same_values_in_every_language() {
    let english = messages(Language::En);
    for language in [Language::Es, Language::Ar] {
        for (key, text) in messages(language) {
            let here = variables(&text);
            let there = variables(&english[&key]);
            assert_eq!(here, there, "{key} in {}", language.tag());
        }
    }
}

#[test]
fn no_english_sentence_stands_on_a_spanish_or_arabic_page() {
    let english = messages(Language::En);
    for language in [Language::Es, Language::Ar] {
        for (key, text) in messages(language) {
            if THE_SAME.contains(&key.as_str()) {
                continue;
            }
            assert_ne!(text, english[&key], "{key} in {} is not translated", language.tag());
        }
    }
}

#[test]
fn texts_hold_no_markup_so_that_they_can_be_set_into_html() {
    for language in Language::ALL {
        for (key, text) in messages(language) {
            assert!(!text.contains(['<', '&']), "{key} in {}", language.tag());
        }
    }
}

#[test]
fn texts_have_real_quotes_and_dashes() {
    for language in Language::ALL {
        for (key, text) in messages(language) {
            assert!(!text.contains(['\'', '"']) && !text.contains(" - "), "{key} in {}", language.tag());
        }
    }
}

#[test]
fn a_moment_is_told_in_the_zone_of_the_campaign_as_each_language_tells_it() {
    let moment = |language: Language| language.say().moment(1_536_613_500_000_000, "America/Los_Angeles");
    assert_eq!(moment(Language::En), "10 September 2018 at 14:05 PDT");
    assert_eq!(moment(Language::Es), "10 de septiembre de 2018, 14:05 PDT");
    assert!(moment(Language::Ar).contains("سبتمبر"), "{}", moment(Language::Ar));
    let say = Language::En.say();
    assert_eq!(say.moment(0, "Nowhere/Land"), "1 January 1970 at 00:00 UTC");
    assert_eq!(
        say.moment(1_536_613_500_000_000, "America/Sao_Paulo"),
        "10 September 2018 at 18:05 UTC−03:00"
    );
    assert_eq!(say.day(1_536_613_500_000_000, "Asia/Tokyo"), "11 September 2018");
}

#[test]
fn numbers_and_plurals_are_those_of_the_language() {
    let signatures =
        |language: Language, n: u64| language.say().html("letters-signatures", "n", n).to_string();
    assert_eq!(signatures(Language::En, 0), "No signatures yet");
    assert_eq!(signatures(Language::En, 1), "1 signature");
    assert_eq!(signatures(Language::En, 48_213), "48,213 signatures");
    assert_eq!(signatures(Language::Es, 1), "1 firma");
    assert_eq!(signatures(Language::Es, 48_213), "48.213 firmas");
    assert_eq!(signatures(Language::Ar, 2), "توقيعان");
    assert_eq!(signatures(Language::Ar, 5), "٥ تواقيع");
    assert_eq!(signatures(Language::Ar, 48_213), "٤٨٬٢١٣ توقيعًا");
    assert_eq!(signatures(Language::Ar, 103), "١٠٣ تواقيع");
    assert_eq!(signatures(Language::Ar, 1_000_000), "١٬٠٠٠٬٠٠٠ توقيع");
    assert_eq!(Language::En.say().number(10_000_000_u64), "10,000,000");
}

#[test]
fn what_a_person_wrote_is_escaped_and_isolated_in_a_sentence() {
    let run_by = |language: Language| {
        language.say().html("web-masthead-run-by", "group", "<b>Us & Co</b>").to_string()
    };
    assert_eq!(run_by(Language::En), "Run by <bdi>&lt;b&gt;Us &amp; Co&lt;/b&gt;</bdi>");
    assert!(run_by(Language::Ar).contains("<bdi>&lt;b&gt;Us"));
    let link = link("https://example.org/?a=1&b=\"2\"", "<i>");
    assert_eq!(
        link.as_str(),
        "<a href=\"https://example.org/?a=1&amp;b=&#34;2&#34;\"><bdi>&lt;i&gt;</bdi></a>"
    );
    let plain = |language: Language| language.say().with("web-masthead-run-by", &[("group", &"Us")]);
    assert_eq!(plain(Language::En), "Run by Us");
    assert!(plain(Language::Ar).contains("\u{2068}Us\u{2069}"));
}
