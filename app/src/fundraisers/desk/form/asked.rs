//! What the form of a fundraiser asks.

use super::editing::Typed;
use super::faults::{Fault, Faults};
use super::items;
use super::pages::Part;
use crate::campaigns::clocks::Unclear;
use crate::campaigns::definition::{Definition, Fundraiser};
use crate::web::asked::{Ask, Field};
use crate::web::i18n::{Language, Say};

/// What a form is made of.
pub struct Asked<'a> {
    pub say: &'a Say,
    pub campaign: &'a Definition,
    pub one: &'a Fundraiser,
    pub typed: &'a Typed,
    pub faults: &'a Faults,
}

impl Asked<'_> {
    pub fn field(&self, name: &str, label: &str, hint: &str, ask: Ask) -> Field {
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

    fn choice(&self, name: &str, label: &str, hint: &str, words: &[(&str, &str)]) -> Field {
        let typed = self.typed.get(name).map_or("", String::as_str);
        let choices =
            words.iter().map(|(word, key)| ((*word).to_owned(), self.say.text(key), *word == typed));
        self.field(name, label, hint, Ask::Choice(choices.collect()))
    }

    /// One in each of the campaign’s languages, which is named where there are several.
    fn spoken(&self, name: &str, label: &str, hint: &str, is_long: bool) -> Vec<Field> {
        let languages = &self.campaign.languages;
        let one = |tag: &String| {
            let ask = if is_long { Ask::Area } else { Ask::Line };
            let mut field = self.field(&format!("{name}.{tag}"), label, hint, ask);
            if languages.len() > 1 {
                let called = Language::parse(tag).map_or("", Language::native_name);
                field.label = format!("{} ({called})", field.label);
            }
            field
        };
        languages.iter().map(one).collect()
    }

    fn part(&self, title: &str, words: &str, fields: Vec<Field>) -> Part {
        let words = if words.is_empty() { String::new() } else { self.say.text(words) };
        Part { title: self.say.text(title), words, fields }
    }

    pub fn parts(&self) -> Vec<Part> {
        let mut parts = vec![self.what(), self.end()];
        let asked = items::asked(self.typed, &self.campaign.languages);
        parts.extend((0..asked).map(|place| self.item(place, asked)));
        parts.push(self.giving());
        if self.one.elsewhere.is_some() {
            let fields = vec![
                self.field("total", "fundraisers-form-total", "fundraisers-form-amount-hint", Ask::Line),
                self.field("on", "fundraisers-form-on", "fundraisers-desk-day-hint", Ask::Line),
            ];
            parts.push(self.part("fundraisers-form-elsewhere", "fundraisers-form-elsewhere-words", fields));
        }
        parts
    }

    fn what(&self) -> Part {
        let mut fields = Vec::new();
        fields.extend(self.spoken("title", "fundraisers-form-title", "fundraisers-form-title-hint", false));
        if self.one.slug.is_empty() {
            let hint = "fundraisers-form-slug-hint";
            fields.push(self.field("slug", "fundraisers-form-slug", hint, Ask::Line));
        }
        fields.extend(self.spoken("words", "fundraisers-form-words-of", "fundraisers-form-words-hint", true));
        fields.push(self.choice(
            "kind",
            "fundraisers-form-kind",
            "fundraisers-form-kind-hint",
            &[("keep", "fundraisers-kind-keep"), ("all-or-nothing", "fundraisers-kind-all")],
        ));
        let hint = "fundraisers-form-currency-hint";
        fields.push(self.field("currency", "fundraisers-form-currency", hint, Ask::Line));
        self.part("fundraisers-form-what", "", fields)
    }

    fn end(&self) -> Part {
        let mut fields =
            vec![self.field("ends", "fundraisers-form-ends", "fundraisers-form-ends-hint", Ask::Moment)];
        let is_twice = |(name, fault): &(String, Fault)| {
            name == "ends" && matches!(fault, Fault::Clock(Unclear::Twice { .. }))
        };
        let has_typed = self.typed.get("twice").is_some_and(|typed| !typed.is_empty());
        if has_typed || self.faults.iter().any(is_twice) {
            let words = [
                ("", "fundraisers-twice-none"),
                ("first", "fundraisers-twice-first"),
                ("second", "fundraisers-twice-second"),
            ];
            fields.push(self.choice("twice", "fundraisers-twice", "", &words));
        }
        let is_sooner = |(_, fault): &(String, Fault)| matches!(fault, Fault::Sooner { .. });
        if self.typed.contains_key("sooner") || self.faults.iter().any(is_sooner) {
            fields.push(self.field("sooner", "fundraisers-sooner", "", Ask::Tick));
        }
        fields.extend(self.spoken("rule", "fundraisers-form-rule", "fundraisers-form-rule-hint", true));
        fields.push(self.choice(
            "short",
            "fundraisers-form-short",
            "fundraisers-form-short-hint",
            &[("spend", "fundraisers-short-spend"), ("give-back", "fundraisers-short-give-back")],
        ));
        let hint = "fundraisers-form-grace-hint";
        fields.push(self.field("grace_days", "fundraisers-form-grace", hint, Ask::Number));
        self.part("fundraisers-form-end", "", fields)
    }

    fn item(&self, place: usize, asked: usize) -> Part {
        let named = |key: &str| format!("{key}-{place}");
        let mut fields = self.spoken(&named("name"), "fundraisers-form-item-name", "", false);
        let hint = "fundraisers-form-amount-hint";
        fields.push(self.field(&named("price"), "fundraisers-form-price", hint, Ask::Line));
        let hint = "fundraisers-form-count-hint";
        fields.push(self.field(&named("count"), "fundraisers-form-count", hint, Ask::Number));
        let hint = "fundraisers-form-optional";
        fields.extend(self.spoken(&named("where"), "fundraisers-form-where", hint, false));
        fields.extend(self.spoken(&named("when"), "fundraisers-form-when", hint, false));
        let is_blank = place + 1 == asked;
        if asked > 2 && !is_blank {
            fields.push(self.field(&named("order"), "fundraisers-form-order", "", Ask::Number));
            fields.push(self.field(&named("out"), "fundraisers-form-out", "", Ask::Tick));
        }
        let number = u64::try_from(place).unwrap_or(0) + 1;
        Part {
            title: self.say.with("fundraisers-form-item", &[("number", &number)]),
            words: match place {
                0 => self.say.text("fundraisers-form-items-words"),
                _ if is_blank => self.say.text("fundraisers-form-item-more"),
                _ => String::new(),
            },
            fields,
        }
    }

    fn giving(&self) -> Part {
        let fields = vec![
            self.field("least", "fundraisers-form-least", "fundraisers-form-amount-hint", Ask::Line),
            self.field("presets", "fundraisers-form-presets", "fundraisers-form-presets-hint", Ask::Line),
            self.choice(
                "recurrence",
                "fundraisers-form-recurrence",
                "fundraisers-form-recurrence-hint",
                &[("once", "fundraisers-form-once"), ("monthly", "fundraisers-form-monthly")],
            ),
            self.field("percent", "fundraisers-form-percent", "fundraisers-form-percent-hint", Ask::Line),
            self.field("fixed", "fundraisers-form-fixed", "fundraisers-form-fixed-hint", Ask::Line),
        ];
        self.part("fundraisers-form-giving", "", fields)
    }
}
