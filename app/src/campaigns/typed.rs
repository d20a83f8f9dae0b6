//! What is typed at the desk of a part of a campaign: values without what surrounds them, and words in each language.

use super::definition::ByLanguage;
use super::files::{Rule, one_paragraph};
use std::collections::HashMap;

/// The fields as typed, by their names.
pub type Typed = HashMap<String, String>;

/// What is wrong with words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsFault {
    Missing,
    TooLong(usize),
    Unprintable,
}

pub fn value<'t>(typed: &'t Typed, name: &str) -> &'t str {
    typed.get(name).map_or("", |value| value.trim())
}

/// The same words in each language: all of them, or none where none are needed. `wrong` is told of each field that is.
pub fn by_language(
    typed: &Typed,
    languages: &[String],
    (key, most, needed): (&str, usize, bool),
    mut wrong: impl FnMut(String, WordsFault),
) -> ByLanguage {
    let texts: Vec<(String, String)> = languages
        .iter()
        .map(|tag| (tag.clone(), one_paragraph(value(typed, &format!("{key}.{tag}")))))
        .collect();
    if !needed && texts.iter().all(|(_, text)| text.is_empty()) {
        return ByLanguage::new();
    }
    for (tag, text) in &texts {
        let fault = if text.is_empty() {
            Some(WordsFault::Missing)
        } else if text.chars().count() > most {
            Some(WordsFault::TooLong(most))
        } else {
            Rule::Words(most).check(text).is_err().then_some(WordsFault::Unprintable)
        };
        if let Some(fault) = fault {
            wrong(format!("{key}.{tag}"), fault);
        }
    }
    texts.into_iter().collect()
}

/// Puts the words of each language among what stands in a form.
pub fn put_words(typed: &mut Typed, key: &str, words: &ByLanguage) {
    typed.extend(words.iter().map(|(language, text)| (format!("{key}.{language}"), text.clone())));
}
