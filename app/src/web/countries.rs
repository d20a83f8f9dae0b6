//! The countries of ISO 3166-1 by their two letters, with their names in the interface's languages.

use super::i18n::Language;
use std::collections::BTreeMap;
use std::sync::LazyLock;

type Names = BTreeMap<&'static str, &'static str>;

static ENGLISH: LazyLock<Names> = LazyLock::new(|| read(include_str!("../../assets/countries/en.json")));
static SPANISH: LazyLock<Names> = LazyLock::new(|| read(include_str!("../../assets/countries/es.json")));
static ARABIC: LazyLock<Names> = LazyLock::new(|| read(include_str!("../../assets/countries/ar.json")));

/// The files are ours; a test reads them.
fn read(json: &'static str) -> Names {
    serde_json::from_str(json).unwrap_or_default()
}

fn names(language: Language) -> &'static Names {
    match language {
        Language::En => &ENGLISH,
        Language::Es => &SPANISH,
        Language::Ar => &ARABIC,
    }
}

pub fn is_code(code: &str) -> bool {
    names(Language::En).contains_key(code)
}

/// The name of a country; the code itself where it is unknown.
pub fn name(code: &str, language: Language) -> String {
    names(language).get(code).map_or_else(|| code.to_owned(), |name| (*name).to_owned())
}

/// Code and name of every country, by name as the language's alphabet is laid out in Unicode, marks
/// aside.
pub fn by_name(language: Language) -> Vec<(&'static str, &'static str)> {
    use unicode_normalization::UnicodeNormalization;
    let mut all: Vec<_> = names(language).iter().map(|(code, name)| (*code, *name)).collect();
    let bare = |name: &str| -> String {
        name.nfd().filter(|c| c.is_alphanumeric() || c.is_whitespace()).flat_map(char::to_lowercase).collect()
    };
    all.sort_by_cached_key(|(_, name)| bare(name));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_knows_the_same_countries() {
        let codes = |language| names(language).keys().copied().collect::<Vec<_>>();
        assert!(codes(Language::En).len() > 240);
        assert_eq!(codes(Language::En), codes(Language::Es));
        assert_eq!(codes(Language::En), codes(Language::Ar));
        assert!(is_code("MX") && !is_code("mx") && !is_code("XX"));
        assert_eq!(name("MX", Language::Es), "México");
        assert_eq!(name("XX", Language::Es), "XX");
    }

    #[test]
    fn countries_stand_in_the_order_of_their_names() {
        let spanish: Vec<_> = by_name(Language::Es).into_iter().map(|(_, name)| name).collect();
        let place = |name: &str| spanish.iter().position(|one| one.starts_with(name)).unwrap();
        assert!(place("Letonia") < place("Líbano") && place("Líbano") < place("Liberia"));
    }
}
