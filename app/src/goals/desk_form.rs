//! The form of a goal at the desk: what it asks.

use super::editing::{Fault, Faults, Typed};
use crate::campaigns::clocks::Unclear;
use crate::campaigns::definition::{Definition, Letter};
use crate::campaigns::files::MOST_GOAL_WORDS;
use crate::letters::page::in_language;
use crate::web::asked::{Ask, Field};
use crate::web::i18n::{Given, Language, Say};

/// What the form is made of.
pub struct Asked<'a> {
    pub say: &'a Say,
    pub campaign: &'a Definition,
    pub language: Language,
    pub typed: &'a Typed,
    pub faults: &'a Faults,
}

impl Asked<'_> {
    fn field(&self, name: &str, label: &str, hint: &str, ask: Ask) -> Field {
        let fault = self.faults.iter().find(|(of, _)| of == name);
        Field {
            name: name.to_owned(),
            label: self.say.text(label),
            hint: if hint.is_empty() { String::new() } else { self.say.text(hint) },
            error: fault.map(|(_, fault)| fault.words(self.say)).unwrap_or_default(),
            value: self.typed.get(name).cloned().unwrap_or_default(),
            ask,
        }
    }

    fn choice(&self, name: &str, label: &str, hint: &str, words: Vec<(String, String)>) -> Field {
        let typed = self.typed.get(name).map_or("", String::as_str);
        let choices = words.into_iter().map(|(word, label)| {
            let is_chosen = word == typed;
            (word, label, is_chosen)
        });
        self.field(name, label, hint, Ask::Choice(choices.collect()))
    }

    /// The letters by their slugs, with what each is called.
    fn letters(&self) -> impl Iterator<Item = (&str, String)> {
        let title = |letter: &Letter| {
            let own = letter.texts.get(self.language.tag()).or(letter.texts.values().next());
            own.map_or_else(|| letter.slug.clone(), |text| text.title.clone())
        };
        self.campaign.letters.iter().map(move |letter| (letter.slug.as_str(), title(letter)))
    }

    fn measures(&self) -> Vec<(String, String)> {
        let mut all = vec![("signatures".to_owned(), self.say.text("goals-measure-signatures"))];
        let letters = self.letters().map(|(slug, title)| {
            let label = self.say.with("goals-measure-letter", &[("letter", &title)]);
            (format!("letter/{slug}"), label)
        });
        if self.campaign.letters.len() > 1 {
            all.extend(letters);
        }
        all.extend(self.campaign.events.iter().map(|event| {
            let title = in_language(&event.title, self.language);
            (format!("event/{}", event.slug), self.say.with("goals-measure-event", &[("event", &title)]))
        }));
        all.extend(self.campaign.fundraisers.iter().filter(|one| one.elsewhere.is_none()).map(|one| {
            let title = in_language(&one.title, self.language);
            let given: [(&str, &dyn Given); 2] = [("fundraiser", &title), ("currency", &one.currency)];
            (format!("fundraiser/{}", one.slug), self.say.with("goals-measure-money", &given))
        }));
        all.push(("moment".to_owned(), self.say.text("goals-measure-moment")));
        all
    }

    pub fn fields(&self, already: bool) -> Vec<Field> {
        let say = self.say;
        let sure = already.then(|| self.field("sure", "goals-sure", "", Ask::Tick));
        let mut all: Vec<Field> = sure.into_iter().collect();
        let mut fundraisers = self.campaign.fundraisers.iter();
        let hint = if fundraisers.any(|one| one.elsewhere.is_some()) { "goals-reach-elsewhere" } else { "" };
        all.push(self.choice("reach", "goals-reach", hint, self.measures()));
        all.push(self.field("number", "goals-number", "goals-number-hint", Ask::Number));
        if !self.campaign.fundraisers.is_empty() {
            all.push(self.field("money", "goals-money-level", "goals-money-level-hint", Ask::Line));
        }
        all.push(self.field("moment", "goals-moment", "goals-moment-hint", Ask::Moment));
        let is_twice = |(name, fault): &(String, Fault)| {
            name == "moment" && matches!(fault, Fault::Clock(Unclear::Twice { .. }))
        };
        let typed = self.typed.get("twice").is_some_and(|typed| !typed.is_empty());
        if typed || self.faults.iter().any(is_twice) {
            let words =
                [("", "goals-twice-none"), ("first", "goals-twice-first"), ("second", "goals-twice-second")];
            let words = words.map(|(word, key)| (word.to_owned(), say.text(key)));
            all.push(self.choice("twice", "goals-twice", "", words.to_vec()));
        }
        for tag in &self.campaign.languages {
            let mut field = self.field(&format!("words.{tag}"), "goals-words", "", Ask::Area);
            field.hint = say.with("goals-words-hint", &[("most", &MOST_GOAL_WORDS)]);
            if self.campaign.languages.len() > 1 {
                let called = Language::parse(tag).map_or("", Language::native_name);
                field.label = format!("{} ({called})", field.label);
            }
            all.push(field);
        }
        all.push(self.field("mail-organisers", "goals-mail-organisers", "", Ask::Tick));
        all.push(self.field("mail-partners", "goals-mail-partners", "", Ask::Tick));
        let mut letters = vec![(String::new(), say.text("goals-closes-none"))];
        letters.extend(self.letters().map(|(slug, title)| (slug.to_owned(), title)));
        all.push(self.choice("closes", "goals-closing", "goals-closing-hint", letters));
        all
    }
}
