//! A mark as it is typed: that a target answered, or acted, on which day, and where that can be read.

use crate::campaigns::definition::{ByLanguage, Deed, Target};
use crate::campaigns::files::{Rule, one_paragraph};
use std::collections::HashMap;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    Answered,
    Acted,
}

impl Which {
    pub const ALL: [Self; 2] = [Self::Answered, Self::Acted];

    pub fn word(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Acted => "acted",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|which| which.word() == word)
    }

    pub fn of(self, target: &Target) -> Option<&Deed> {
        match self {
            Self::Answered => target.answered.as_ref(),
            Self::Acted => target.acted.as_ref(),
        }
    }

    /// The target with this mark, or without it.
    pub fn set(self, target: &Target, deed: Option<Deed>) -> Target {
        let mut target = target.clone();
        match self {
            Self::Answered => target.answered = deed,
            Self::Acted => target.acted = deed,
        }
        target
    }
}

/// What stands in the form of a mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub on: String,
    pub link: String,
    pub words: ByLanguage,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongDay {
    /// What was typed is none.
    NoDay,
    /// Nobody has done yet what is dated after today.
    Ahead,
}

/// Which fields cannot stay as they were typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mistakes {
    pub on: Option<WrongDay>,
    pub link: bool,
    pub words: bool,
}

impl Typed {
    /// From a form's fields: `on`, `link`, and `words-en` and the like.
    pub fn of(fields: &HashMap<String, String>, languages: &[String]) -> Self {
        let field = |name: &str| fields.get(name).map(|typed| one_paragraph(typed)).unwrap_or_default();
        let words = languages.iter().map(|language| (language.clone(), field(&format!("words-{language}"))));
        Self { on: field("on"), link: field("link"), words: words.collect() }
    }

    /// What the form shows of a mark that is there; the day is today's where there is none.
    pub fn standing(deed: Option<&Deed>, today: String, languages: &[String]) -> Self {
        let of = |language: &String| {
            let words = deed.and_then(|deed| deed.words.get(language)).cloned().unwrap_or_default();
            (language.clone(), words)
        };
        Self {
            on: deed.map_or(today, |deed| deed.on.clone()),
            link: deed.map(|deed| deed.link.clone()).unwrap_or_default(),
            words: languages.iter().map(of).collect(),
        }
    }

    /// Words stand in each language or in none; the day is not after today, `2018-09-20`.
    pub fn deed(&self, today: &str) -> Result<Deed, Mistakes> {
        let words: ByLanguage =
            self.words.clone().into_iter().filter(|(_, words)| !words.is_empty()).collect();
        let mistakes = Mistakes {
            on: match Rule::Date.check(&self.on) {
                Err(_) => Some(WrongDay::NoDay),
                Ok(()) => (self.on.as_str() > today).then_some(WrongDay::Ahead),
            },
            link: Rule::Url.check(&self.link).is_err(),
            words: !words.is_empty() && words.len() < self.words.len()
                || words.values().any(|words| Rule::Words(300).check(words).is_err()),
        };
        if mistakes == Mistakes::default() {
            Ok(Deed { on: self.on.clone(), link: self.link.clone(), words })
        } else {
            Err(mistakes)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(on: &str, link: &str, words: &[(&str, &str)]) -> Typed {
        let words = words.iter().map(|(language, words)| ((*language).to_owned(), (*words).to_owned()));
        Typed { on: on.to_owned(), link: link.to_owned(), words: words.collect() }
    }

    #[test]
    fn a_mark_has_a_day_and_a_link_and_words_in_every_language_or_none() {
        let link = "https://example.org/answer";
        let today = "2018-09-20";
        assert!(typed("2018-09-20", link, &[("en", ""), ("es", "")]).deed(today).unwrap().words.is_empty());
        assert_eq!(
            typed("2018-09-20", link, &[("en", "No."), ("es", "No.")]).deed(today).unwrap().words.len(),
            2
        );
        let mistakes = typed("yesterday", "javascript:alert(1)", &[("en", "No."), ("es", "")]).deed(today);
        assert_eq!(
            typed("2018-09-21", link, &[]).deed(today),
            Err(Mistakes { on: Some(WrongDay::Ahead), ..Mistakes::default() })
        );
        assert_eq!(mistakes, Err(Mistakes { on: Some(WrongDay::NoDay), link: true, words: true }));
    }
}
