//! The languages of the interface: its texts (Fluent), its numbers and its moments.
//! It never reads a request: the caller says which language is spoken.

mod formatters;
mod given;
mod language;
mod moments;
#[cfg(test)]
mod tests;

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{LazyLock, OnceLock};

use broadside_money::Amount;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};

pub use given::{Given, Markup, link};
pub use language::Language;

static TEXTS: Dir = include_dir!("$CARGO_MANIFEST_DIR/texts");

type Bundle = FluentBundle<FluentResource>;

/// The texts of one language, by the slice that their keys begin with.
struct Spoken {
    language: Language,
    slices: BTreeMap<&'static str, Slice>,
}

/// What is said in one file. Read, it takes ten times the file’s size, so that it is read when first one of its
/// texts is said: most programs never say most of them.
struct Slice {
    text: &'static str,
    read: OnceLock<Bundle>,
}

impl Spoken {
    fn new(language: Language) -> Self {
        let files = TEXTS.get_dir(language.tag()).map(Dir::files).into_iter().flatten();
        let slices = files.filter_map(|file| {
            let slice = Slice { text: file.contents_utf8()?, read: OnceLock::new() };
            Some((file.path().file_stem()?.to_str()?, slice))
        });
        Self { language, slices: slices.collect() }
    }

    fn bundle_of(&self, key: &str) -> Option<&Bundle> {
        let slice = self.slices.get(key.split('-').next()?)?;
        Some(slice.read.get_or_init(|| bundle(self.language, slice.text)))
    }
}

static EN: LazyLock<Spoken> = LazyLock::new(|| Spoken::new(Language::En));
static ES: LazyLock<Spoken> = LazyLock::new(|| Spoken::new(Language::Es));
static AR: LazyLock<Spoken> = LazyLock::new(|| Spoken::new(Language::Ar));

impl Language {
    /// Its voice, to be handed to a page or a mail.
    pub fn say(self) -> Say {
        let spoken = match self {
            Self::En => &EN,
            Self::Es => &ES,
            Self::Ar => &AR,
        };
        Say { spoken }
    }
}

/// Speaks one language. Cheap to clone.
#[derive(Clone)]
pub struct Say {
    spoken: &'static Spoken,
}

impl Say {
    pub fn language(&self) -> Language {
        self.spoken.language
    }

    /// The text of this key. A key that is missing shows itself; a test keeps that from happening.
    pub fn text(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The text of this key as plain text, with what was given set into it.
    pub fn with(&self, key: &str, given: &[(&str, &dyn Given)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in given {
            args.set((*name).to_owned(), value.plain(self.language()));
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
        formatters::number(self.language(), *number.borrow())
    }

    /// Hundredths as a number: 2.9 of 290.
    pub fn hundredths(&self, hundredths: i64) -> String {
        formatters::hundredths(self.language(), hundredths)
    }

    /// An amount with its currency’s three letters: USD 1,500, or with all digits where it is not whole.
    pub fn money(&self, amount: Amount) -> String {
        let number = formatters::amount(self.language(), amount);
        let code = amount.currency.code();
        match self.language() {
            Language::En => format!("{code}\u{a0}{number}"),
            Language::Es | Language::Ar => format!("{number}\u{a0}{code}"),
        }
    }

    /// Several names or words one after the other, with the language's own comma between them.
    pub fn list<T: AsRef<str>>(&self, words: impl IntoIterator<Item = T>) -> String {
        let mut list = String::new();
        for word in words {
            if !list.is_empty() {
                list.push_str(self.language().comma());
            }
            list.push_str(word.as_ref());
        }
        list
    }

    /// Day and time with the zone's short name; `micros` since 1970 in UTC.
    pub fn moment(&self, micros: i64, zone: &str) -> String {
        let (day, time, name) = moments::parts(self.language(), micros, zone);
        self.with("web-moment", &[("day", &day), ("time", &time), ("zone", &name)])
    }

    /// The day alone: 10 September 2018.
    pub fn day(&self, micros: i64, zone: &str) -> String {
        moments::parts(self.language(), micros, zone).0
    }

    /// The day without its year: 10 Sept.
    pub fn short_day(&self, micros: i64, zone: &str) -> String {
        moments::short_parts(self.language(), micros, zone).0
    }

    /// The time of day alone: 14:00.
    pub fn hour(&self, micros: i64, zone: &str) -> String {
        moments::short_parts(self.language(), micros, zone).1
    }

    /// The day of the week: Tuesday.
    pub fn weekday(&self, micros: i64, zone: &str) -> String {
        moments::weekday(self.language(), micros, zone)
    }

    /// The month: September 2018.
    pub fn month(&self, micros: i64, zone: &str) -> String {
        moments::short_parts(self.language(), micros, zone).2
    }

    fn format(&self, key: &str, args: Option<&FluentArgs>) -> String {
        let Some(bundle) = self.spoken.bundle_of(key) else { return key.to_owned() };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut troubles = Vec::new();
        bundle.format_pattern(pattern, args, &mut troubles).into_owned()
    }
}

impl fmt::Debug for Say {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "Say({})", self.language().tag())
    }
}

/// What does not read as Fluent, or stands twice, is told in the log; a test keeps that from happening.
fn bundle(language: Language, text: &str) -> Bundle {
    // Each of ours is a tag that reads.
    let mut bundle = Bundle::new_concurrent(language.tag().parse().into_iter().collect());
    // Markup::ours and Given isolate what people wrote; marks inside our own sentences would only
    // litter subjects and attributes.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::En => |value, _| figures(Language::En, value),
        Language::Es => |value, _| figures(Language::Es, value),
        Language::Ar => |value, _| figures(Language::Ar, value),
    }));
    let plural = bundle
        .add_function("PLURAL", |given, _| given.first().map_or(FluentValue::None, language::arabic_plural));
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(readable, unread)| {
        tracing::error!(language = language.tag(), ?unread, "a text does not read as Fluent");
        readable
    });
    let added = bundle.add_resource(resource);
    if plural.is_err() || added.is_err() {
        tracing::error!(language = language.tag(), ?plural, ?added, "a text stands twice");
    }
    bundle
}

fn figures(language: Language, value: &FluentValue) -> Option<String> {
    match value {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        FluentValue::Number(number) => Some(formatters::number(language, number.value as u64)),
        _ => None,
    }
}
