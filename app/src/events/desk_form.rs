//! The form of an event at the desk: what it asks, and the page.

use super::editing::{Fault, Faults, MOST_SLOTS, Typed};
use crate::campaigns::clocks::Unclear;
use crate::campaigns::definition::{Definition, Event, EventKind, EventStatus, Numbers, PlaceFor};
use crate::web::asked::{Ask, Field};
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::i18n::{Language, Say};
use crate::web::layout::{Frame, Page};
use askama::Template;

/// For `/desk/campaigns/{campaign}/events/{event}/words` and `…/new`.
#[derive(Template)]
#[template(path = "events/desk_form.html")]
pub struct FormPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub action: String,
    /// What the page was made from: nobody saves over what they have not seen.
    pub version: i64,
    /// Somebody saved meanwhile.
    pub conflict: bool,
    /// What the check of files finds that no field does.
    pub others: Vec<String>,
    pub mistakes: Vec<(String, String, String)>,
    pub parts: Vec<Part>,
    /// Fields that are not seen: the slugs of the times.
    pub kept: Vec<(String, String)>,
    /// Where it is taken off; nothing for a new one.
    pub removal: Option<String>,
    pub leave: String,
}

pub struct Part {
    pub title: String,
    pub words: String,
    pub fields: Vec<Field>,
}

impl FormPage {
    fn counted(&self) -> u64 {
        self.mistakes.len() as u64
    }
}

pages_of_the_desk! {
    FormPage: |page| page.title.clone();
}

/// What the form is made of.
pub struct Asked<'a> {
    pub say: &'a Say,
    pub campaign: &'a Definition,
    pub event: &'a Event,
    pub typed: &'a Typed,
    pub faults: &'a Faults,
}

impl Asked<'_> {
    fn field(&self, name: String, label: String, hint: &str, ask: Ask) -> Field {
        let fault = self.faults.iter().find(|(of, _)| *of == name);
        Field {
            error: fault.map(|(_, fault)| fault_words(self.say, fault)).unwrap_or_default(),
            value: self.typed.get(&name).cloned().unwrap_or_default(),
            hint: if hint.is_empty() { String::new() } else { self.say.text(hint) },
            label,
            name,
            ask,
        }
    }

    fn choice(&self, name: &str, label: &str, hint: &str, words: &[(&str, &str)]) -> Field {
        let typed = self.typed.get(name).map_or("", String::as_str);
        let choices =
            words.iter().map(|(word, key)| ((*word).to_owned(), self.say.text(key), *word == typed));
        self.field(name.to_owned(), self.say.text(label), hint, Ask::Choice(choices.collect()))
    }

    /// One in each of the campaign’s languages, which is named where there are several.
    fn spoken(&self, name: &str, label: &str, hint: &str, area: bool) -> Vec<Field> {
        let languages = &self.campaign.languages;
        let one = |tag: &String| {
            let called = Language::parse(tag).map_or("", Language::native_name);
            let label = self.say.text(label);
            let label = if languages.len() > 1 { format!("{label} ({called})") } else { label };
            self.field(format!("{name}.{tag}"), label, hint, if area { Ask::Area } else { Ask::Line })
        };
        languages.iter().map(one).collect()
    }

    pub fn parts(&self) -> Vec<Part> {
        let say = self.say;
        let mut what = Vec::new();
        if self.event.slug.is_empty() {
            what.push(self.field(
                "slug".to_owned(),
                say.text("events-form-slug"),
                "events-form-slug-hint",
                Ask::Line,
            ));
        }
        what.push(self.choice(
            "kind",
            "events-what",
            "",
            &EventKind::ALL.map(|one| (one.word(), kind_key(one))),
        ));
        what.push(self.choice(
            "status",
            "events-form-status",
            "",
            &EventStatus::ALL.map(|one| (one.word(), status_key(one))),
        ));
        let zone = self.field("time_zone".to_owned(), say.text("events-form-zone"), "", Ask::Line);
        let hint = say.with("events-form-zone-hint", &[("zone", &self.campaign.time_zone)]);
        what.push(Field { hint, ..zone });
        what.extend(self.spoken("title", "events-form-name", "", false));
        what.extend(self.spoken("words", "events-form-words", "", true));
        what.extend(self.spoken("bring", "events-bring", "", false));
        what.extend(self.spoken("access", "events-access", "events-form-access-hint", false));
        for partner in &self.campaign.partners {
            let label = say.with("events-form-host", &[("partner", &partner.name)]);
            what.push(self.field(format!("host-{}", partner.slug), label, "", Ask::Tick));
        }
        let shown = vec![
            self.choice(
                "place_for",
                "events-form-place-for",
                "",
                &PlaceFor::ALL.map(|one| (one.word(), place_key(one))),
            ),
            self.choice(
                "numbers",
                "events-form-numbers",
                "",
                &Numbers::ALL.map(|one| (one.word(), numbers_key(one))),
            ),
            self.field("party_most".to_owned(), say.text("events-form-party"), "", Ask::Number),
            self.field(
                "reminders".to_owned(),
                say.text("events-form-reminders"),
                "events-form-reminders-hint",
                Ask::Line,
            ),
        ];
        let mut parts =
            vec![Part { title: say.text("events-form-what"), words: String::new(), fields: what }];
        parts.extend((0..self.slots()).map(|place| self.slot(place)));
        parts.push(Part { title: say.text("events-form-shown"), words: String::new(), fields: shown });
        parts
    }

    /// The zone whose clock the times are typed by.
    fn zone(&self) -> String {
        let typed = self.typed.get("time_zone").map_or("", |zone| zone.trim());
        if typed.is_empty() { self.event.zone(&self.campaign.time_zone).to_owned() } else { typed.to_owned() }
    }

    /// Which of two times is meant, where the clock shows what was typed twice.
    fn which(&self, name: &str, of: &str, label: &str) -> Option<Field> {
        let is_asked = self.typed.get(name).is_some_and(|typed| !typed.is_empty())
            || self
                .faults
                .iter()
                .any(|(field, fault)| field == of && matches!(fault, Fault::Clock(Unclear::Twice { .. })));
        let words = [
            ("", "events-form-twice-none"),
            ("first", "events-form-twice-first"),
            ("second", "events-form-twice-second"),
        ];
        is_asked.then(|| self.choice(name, label, "", &words))
    }

    /// How many times are asked for: those there are, and one more.
    fn slots(&self) -> usize {
        let last = self
            .typed
            .iter()
            .filter(|(_, value)| !value.trim().is_empty())
            .filter_map(|(name, _)| {
                name.strip_prefix("starts-").or_else(|| name.strip_prefix("ends-"))?.parse().ok()
            })
            .max();
        last.map_or(1, |last: usize| last + 2).min(MOST_SLOTS)
    }

    fn slot(&self, place: usize) -> Part {
        let say = self.say;
        let named = |key: &str| format!("{key}-{place}");
        let mut fields =
            self.spoken(&named("name"), "events-form-slot-name", "events-form-slot-name-hint", false);
        let by_the_clock = say.with("events-form-clock", &[("zone", &self.zone())]);
        for (key, label, which, asks) in [
            ("starts", "events-form-starts", "twice", "events-form-twice"),
            ("ends", "events-form-ends", "ends_twice", "events-form-ends-twice"),
        ] {
            let at = self.field(named(key), say.text(label), "", Ask::Moment);
            fields.push(Field { hint: by_the_clock.clone(), ..at });
            fields.extend(self.which(&named(which), &named(key), asks));
        }
        fields.extend(self.spoken(&named("place"), "events-where", "", false));
        fields.push(self.field(
            named("capacity"),
            say.text("events-desk-capacity"),
            "events-form-capacity-hint",
            Ask::Number,
        ));
        let number = u64::try_from(place).unwrap_or(0) + 1;
        let is_new = self.event.slots.len() <= place;
        Part {
            title: say.with("events-form-slot", &[("number", &number)]),
            words: if is_new && place > 0 { say.text("events-form-slot-more") } else { String::new() },
            fields,
        }
    }
}

pub fn fault_words(say: &Say, fault: &Fault) -> String {
    match fault {
        Fault::Missing => say.text("events-fault-missing"),
        Fault::TooLong(most) => {
            say.with("events-fault-too-long", &[("most", &u64::try_from(*most).unwrap_or(u64::MAX))])
        }
        Fault::Unprintable => say.text("events-fault-unprintable"),
        Fault::SlugUnusable => say.text("events-fault-slug"),
        Fault::SlugTaken => say.text("events-fault-slug-taken"),
        Fault::NumberUnusable(most) => say.with("events-fault-people", &[("most", &u64::from(*most))]),
        Fault::RemindersUnusable => say.text("events-fault-reminders"),
        Fault::ZoneUnknown => say.text("events-fault-zone"),
        Fault::Clock(Unclear::Unreadable) => say.text("events-fault-clock"),
        Fault::Clock(Unclear::Skipped { then }) => say.with("events-fault-skipped", &[("then", then)]),
        Fault::Clock(Unclear::Twice { first, second }) => {
            say.with("events-fault-twice", &[("first", first), ("second", second)])
        }
        Fault::EndsBeforeItStarts => say.text("events-fault-ends"),
        Fault::NoTime => say.text("events-fault-no-time"),
    }
}

fn kind_key(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Protest => "events-kind-protest",
        EventKind::Picket => "events-kind-picket",
        EventKind::CallIn => "events-kind-call-in",
        EventKind::Online => "events-kind-online",
    }
}

fn status_key(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Open => "events-status-open",
        EventStatus::Closed => "events-status-closed",
        EventStatus::Cancelled => "events-status-cancelled",
    }
}

fn place_key(place: PlaceFor) -> &'static str {
    match place {
        PlaceFor::Everybody => "events-form-place-everybody",
        PlaceFor::Coming => "events-form-place-coming",
    }
}

fn numbers_key(numbers: Numbers) -> &'static str {
    match numbers {
        Numbers::Nothing => "events-form-numbers-nothing",
        Numbers::People => "events-form-numbers-people",
        Numbers::Rounded => "events-form-numbers-rounded",
    }
}
