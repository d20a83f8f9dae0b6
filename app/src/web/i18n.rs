//! The languages of the interface: its texts (Fluent), its numbers and its moments.
//! It never reads a request: the caller says which language is spoken.

mod formatters;
mod given;
mod language;
mod moments;
#[cfg(test)]
mod tests;

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use broadside_money::Amount;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};

pub use given::{Given, Markup, link};
pub use language::Language;

static TEXTS: Dir = include_dir!("$CARGO_MANIFEST_DIR/texts");

type Bundle = FluentBundle<FluentResource>;

/// A text file that does not read as Fluent, or a key that is given twice.
#[derive(Debug, thiserror::Error)]
#[error("texts of {language}: {trouble}")]
pub struct BrokenTexts {
    pub language: &'static str,
    pub trouble: String,
}

/// Every text in every language, read once at start.
#[derive(Clone)]
pub struct Texts {
    bundles: Vec<(Language, Arc<Bundle>)>,
}

impl Texts {
    pub fn load() -> Result<Self, BrokenTexts> {
        let bundles = Language::ALL
            .into_iter()
            .map(|language| Ok((language, Arc::new(bundle(language)?))))
            .collect::<Result<_, _>>()?;
        Ok(Self { bundles })
    }

    /// The voice of one language, to be handed to a page or a mail.
    pub fn say(&self, language: Language) -> Say {
        let found = self.bundles.iter().find(|(spoken, _)| *spoken == language);
        Say { language, bundle: found.map(|(_, bundle)| Arc::clone(bundle)) }
    }
}

/// Speaks one language. Cheap to clone.
#[derive(Clone)]
pub struct Say {
    language: Language,
    bundle: Option<Arc<Bundle>>,
}

impl Say {
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text of this key. A key that is missing shows itself; a test keeps that from happening.
    pub fn text(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The text of this key as plain text, with what was given set into it.
    pub fn with(&self, key: &str, given: &[(&str, &dyn Given)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in given {
            args.set((*name).to_owned(), value.plain(self.language));
        }
        self.format(key, Some(&args))
    }

    /// The text of this key as HTML, with one value set into it: the value is escaped and isolated,
    /// the text is ours.
    pub fn html(&self, key: &str, name: &str, given: impl Given) -> Markup {
        let mut args = FluentArgs::new();
        args.set(name.to_owned(), given.markup());
        Markup::ours(self.format(key, Some(&args)))
    }

    /// As `html`, with two values.
    pub fn html_of_two(&self, key: &str, one: (&str, &dyn Given), two: (&str, &dyn Given)) -> Markup {
        let mut args = FluentArgs::new();
        args.set(one.0.to_owned(), one.1.markup());
        args.set(two.0.to_owned(), two.1.markup());
        Markup::ours(self.format(key, Some(&args)))
    }

    /// A whole number as this language writes it: 48,213 or ٤٨٬٢١٣.
    pub fn number(&self, number: impl Borrow<u64>) -> String {
        formatters::number(self.language, *number.borrow())
    }

    /// Hundredths as a number: 2.9 of 290.
    pub fn hundredths(&self, hundredths: i64) -> String {
        formatters::hundredths(self.language, hundredths)
    }

    /// An amount with its currency’s three letters: USD 1,500, or with all digits where it is not whole.
    pub fn money(&self, amount: Amount) -> String {
        let number = formatters::amount(self.language, amount);
        let code = amount.currency.code();
        match self.language {
            Language::En => format!("{code}\u{a0}{number}"),
            Language::Es | Language::Ar => format!("{number}\u{a0}{code}"),
        }
    }

    /// Several names or words one after the other, with the language's own comma between them.
    pub fn list<T: AsRef<str>>(&self, words: impl IntoIterator<Item = T>) -> String {
        let mut list = String::new();
        for word in words {
            if !list.is_empty() {
                list.push_str(self.language.comma());
            }
            list.push_str(word.as_ref());
        }
        list
    }

    /// Day and time with the zone's short name; `micros` since 1970 in UTC.
    pub fn moment(&self, micros: i64, zone: &str) -> String {
        let (day, time, name) = moments::parts(self.language, micros, zone);
        self.with("web-moment", &[("day", &day), ("time", &time), ("zone", &name)])
    }

    /// The day alone: 10 September 2018.
    pub fn day(&self, micros: i64, zone: &str) -> String {
        moments::parts(self.language, micros, zone).0
    }

    /// The day without its year: 10 Sept.
    pub fn short_day(&self, micros: i64, zone: &str) -> String {
        moments::short_parts(self.language, micros, zone).0
    }

    /// The time of day alone: 14:00.
    pub fn hour(&self, micros: i64, zone: &str) -> String {
        moments::short_parts(self.language, micros, zone).1
    }

    /// The day of the week: Tuesday.
    pub fn weekday(&self, micros: i64, zone: &str) -> String {
        moments::weekday(self.language, micros, zone)
    }

    /// The month: September 2018.
    pub fn month(&self, micros: i64, zone: &str) -> String {
        moments::short_parts(self.language, micros, zone).2
    }

    fn format(&self, key: &str, args: Option<&FluentArgs>) -> String {
        let Some(bundle) = &self.bundle else { return key.to_owned() };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut troubles = Vec::new();
        bundle.format_pattern(pattern, args, &mut troubles).into_owned()
    }
}

impl fmt::Debug for Say {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "Say({})", self.language.tag())
    }
}

fn bundle(language: Language) -> Result<Bundle, BrokenTexts> {
    let broken = |trouble: String| BrokenTexts { language: language.tag(), trouble };
    let tag = language.tag().parse().map_err(|_| broken("not a language".to_owned()))?;
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // Markup::ours and Given isolate what people wrote; marks inside our own sentences would only
    // litter subjects and attributes.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::En => |value, _| figures(Language::En, value),
        Language::Es => |value, _| figures(Language::Es, value),
        Language::Ar => |value, _| figures(Language::Ar, value),
    }));
    bundle
        .add_function("PLURAL", |given, _| given.first().map_or(FluentValue::None, language::arabic_plural))
        .map_err(|error| broken(error.to_string()))?;
    for file in TEXTS.get_dir(language.tag()).map(Dir::files).into_iter().flatten() {
        let text = file.contents_utf8().unwrap_or_default().to_owned();
        let resource = FluentResource::try_new(text)
            .map_err(|(_, errors)| broken(format!("{}: {errors:?}", file.path().display())))?;
        bundle.add_resource(resource).map_err(|errors| broken(format!("{errors:?}")))?;
    }
    Ok(bundle)
}

fn figures(language: Language, value: &FluentValue) -> Option<String> {
    match value {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        FluentValue::Number(number) => Some(formatters::number(language, number.value as u64)),
        _ => None,
    }
}
