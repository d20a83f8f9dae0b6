//! An event as pages and mails tell of it: when by its own clock, where to whom it is told, who hosts it.

use super::{Rsvp, Slot};
use crate::campaigns::clocks::which_of_two;
use crate::campaigns::definition::{ByLanguage, Definition, Event, EventKind, PlaceFor, Twice};
use crate::campaigns::directory::Running;
use crate::web::i18n::{Language, Say};
use crate::web::layout::Named;

/// When it is, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// Day and time with the zone’s short name.
    pub starts: String,
    /// The time, with the day where it is another, or where clocks show it twice.
    pub ends: String,
    /// Its clock shows its beginning or its end twice, and this says which one is meant; empty where it does not.
    pub twice: String,
}

impl When {
    pub fn of(say: &Say, slot: &Slot, zone: &str) -> Self {
        Self::between(say, slot.starts_at, slot.ends_at, zone)
    }

    pub fn between(say: &Say, starts_at: i64, ends_at: i64, zone: &str) -> Self {
        let is_one_day = say.day(starts_at, zone) == say.day(ends_at, zone);
        let starts = say.moment(starts_at, zone);
        let ends_twice = which_of_two(ends_at, zone);
        let ends = if is_one_day && ends_twice.is_none() {
            say.hour(ends_at, zone)
        } else {
            say.moment(ends_at, zone)
        };
        let begins = which_of_two(starts_at, zone).map(|which| match which {
            Twice::First => say.with("events-twice-first", &[("when", &starts)]),
            Twice::Second => say.with("events-twice-second", &[("when", &starts)]),
        });
        let until = ends_twice.map(|which| match which {
            Twice::First => say.with("events-twice-ends-first", &[("when", &ends)]),
            Twice::Second => say.with("events-twice-ends-second", &[("when", &ends)]),
        });
        let twice = begins.into_iter().chain(until).collect::<Vec<_>>().join(" – ");
        let starts = say.list([say.weekday(starts_at, zone), starts]);
        Self { starts, ends, twice }
    }

    /// From when until when.
    pub fn span(&self, say: &Say) -> String {
        say.with("events-from-until", &[("from", &self.starts), ("until", &self.ends)])
    }

    /// As one piece, with which of two times is meant.
    pub fn whole(&self, say: &Say) -> String {
        let span = self.span(say);
        if self.twice.is_empty() { span } else { format!("{span} ({})", self.twice) }
    }
}

/// An RSVP in a list: the event with its time's name, and when that is.
pub struct Listed {
    pub name: String,
    pub when: String,
}

pub fn named(say: &Say, campaign: &Definition, one: &Rsvp, language: Language) -> Listed {
    let event = campaign.events.iter().find(|event| event.slug == one.slot.event);
    let zone = event.map_or(campaign.time_zone.as_str(), |event| event.zone(&campaign.time_zone));
    let title = event.map_or_else(|| one.slot.event.clone(), |event| title(event, language));
    let slot = event.map(|event| slot_name(event, &one.slot.slug, language)).unwrap_or_default();
    Listed {
        name: if slot.is_empty() { title } else { format!("{title}: {slot}") },
        when: When::of(say, &one.slot, zone).whole(say),
    }
}

/// A text in a language, or in whichever there is.
pub fn spoken(words: &ByLanguage, language: Language) -> String {
    words.get(language.tag()).or_else(|| words.values().next()).cloned().unwrap_or_default()
}

pub fn title(event: &Event, language: Language) -> String {
    spoken(&event.title, language)
}

pub fn slot_name(event: &Event, slot: &str, language: Language) -> String {
    event.slot(slot).map(|slot| spoken(&slot.name, language)).unwrap_or_default()
}

/// Where it is; nothing for who is not told.
pub fn place(event: &Event, slot: &str, language: Language, comes: bool) -> Option<String> {
    let may = event.place_for == PlaceFor::Everybody || comes;
    event.slot(slot).filter(|_| may).map(|slot| spoken(&slot.place, language))
}

pub fn kind(say: &Say, kind: EventKind) -> String {
    say.text(match kind {
        EventKind::Protest => "events-kind-protest",
        EventKind::Picket => "events-kind-picket",
        EventKind::CallIn => "events-kind-call-in",
        EventKind::Online => "events-kind-online",
    })
}

/// The group, and the partners who host it with it, of those that take part.
pub fn hosts(campaign: &Running, event: &Event) -> Vec<Named> {
    let partners = event.hosts.iter().filter_map(|slug| {
        let partner = campaign.partners().find(|partner| partner.slug == *slug)?;
        Some(Named { name: partner.name.clone(), url: partner.website.clone() })
    });
    std::iter::once(campaign.group()).chain(partners).collect()
}

/// What somebody answered, with the question’s words, in the order of the questions.
pub fn answers(
    event: Option<&Event>,
    answers: &std::collections::BTreeMap<String, String>,
    language: Language,
) -> Vec<(String, String)> {
    let Some(event) = event else {
        return answers.iter().map(|(question, answer)| (question.clone(), answer.clone())).collect();
    };
    let answered = event.questions.iter().filter_map(|question| {
        let answer = answers.get(&question.slug)?;
        let choice = question.choices.iter().find(|choice| choice.slug == *answer);
        let words = choice.map_or_else(|| answer.clone(), |choice| spoken(&choice.label, language));
        Some((spoken(&question.label, language), words))
    });
    answered.collect()
}

pub fn words(words: &ByLanguage, language: Language) -> String {
    words.get(language.tag()).cloned().unwrap_or_default()
}
