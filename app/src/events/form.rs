//! The form by which somebody says that they come, and the check that makes an RSVP of it or says what is wrong.

use super::Said;
use crate::campaigns::definition::Event;
use crate::signatures::form::{Fault as NameFault, address_fault};
use crate::signatures::names::{NAME_MOST, TextFault, line_fault, name_fault};
use crate::web::i18n::Say;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

/// The fields as typed. Answers come as `answer-{question}`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RsvpForm {
    pub name: String,
    pub email: String,
    pub people: String,
    pub slot: String,
    pub source: String,
    #[serde(skip)]
    pub answers: HashMap<String, String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    Slot,
    Name,
    Email,
    People,
    Answer(String),
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    TooLong(usize),
    /// A line break, a control character, or one that turns the direction of what follows.
    Unprintable,
    HoldsLink,
    EmailUnusable,
    /// Not a number from one to what one RSVP may bring.
    PeopleUnusable(u32),
    /// More than there is room for in all.
    BeyondRoom(u32),
    SlotUnknown,
    ChoiceUnknown,
}

const ANSWER_MOST: usize = 300;

impl Field {
    /// The field’s name, which is its place on the page too.
    pub fn name(&self) -> String {
        match self {
            Self::Slot => "slot".to_owned(),
            Self::Name => "name".to_owned(),
            Self::Email => "email".to_owned(),
            Self::People => "people".to_owned(),
            Self::Answer(question) => format!("answer-{question}"),
        }
    }
}

impl Fault {
    pub fn words(self, say: &Say) -> String {
        match self {
            Self::Missing => say.text("events-fault-missing"),
            Self::TooLong(most) => say.with("events-fault-too-long", &[("most", &most_of(most))]),
            Self::Unprintable => say.text("events-fault-unprintable"),
            Self::HoldsLink => say.text("events-fault-link"),
            Self::EmailUnusable => say.text("events-fault-email"),
            Self::PeopleUnusable(most) => say.with("events-fault-people", &[("most", &u64::from(most))]),
            Self::BeyondRoom(most) => say.with("events-fault-room", &[("most", &u64::from(most))]),
            Self::SlotUnknown => say.text("events-fault-slot"),
            Self::ChoiceUnknown => say.text("events-fault-choice"),
        }
    }

    /// What the log calls it.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Missing => "rsvp-field-missing",
            Self::TooLong(_) => "rsvp-field-too-long",
            Self::Unprintable => "rsvp-field-unprintable",
            Self::HoldsLink => "rsvp-name-holds-link",
            Self::EmailUnusable => "rsvp-email-unusable",
            Self::PeopleUnusable(_) => "rsvp-people-unusable",
            Self::BeyondRoom(_) => "rsvp-people-beyond-room",
            Self::SlotUnknown => "rsvp-slot-unknown",
            Self::ChoiceUnknown => "rsvp-choice-unknown",
        }
    }
}

fn most_of(most: usize) -> u64 {
    u64::try_from(most).unwrap_or(u64::MAX)
}

pub type Faults = Vec<(Field, Fault)>;

/// Who fills it in: on the private page the address and the slot stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    Everything,
    WhatCanBeCorrected,
}

/// What is said and the slug of the slot, or every fault in the order of the fields.
pub fn check(form: &RsvpForm, event: &Event, asks: Asks) -> Result<(Said, String), Faults> {
    let mut faults = Faults::new();
    let mut note = |field, fault: Option<Fault>| faults.extend(fault.map(|fault| (field, fault)));
    let slot = match (form.slot.trim(), event.slots.as_slice()) {
        ("", [only]) => only.slug.clone(),
        (typed, _) => typed.to_owned(),
    };
    if asks == Asks::Everything {
        note(Field::Slot, event.slot(&slot).is_none().then_some(Fault::SlotUnknown));
    }
    let name = form.name.trim();
    note(Field::Name, name_fault(name).as_ref().map(of_name));
    if asks == Asks::Everything {
        note(Field::Email, address_fault(form.email.trim()).as_ref().map(of_address));
    }
    let typed = form.people.trim();
    let people = if typed.is_empty() { Some(1) } else { typed.parse::<i64>().ok() };
    let people = people.filter(|people| (1..=i64::from(event.party_most)).contains(people));
    note(Field::People, people.is_none().then_some(Fault::PeopleUnusable(event.party_most)));
    if asks == Asks::Everything {
        note(Field::People, people.and_then(|people| beyond_room(event, &slot, people)));
    }
    let mut answers = BTreeMap::new();
    for question in &event.questions {
        let answer = form.answers.get(&question.slug).map_or("", |answer| answer.trim());
        let fault = if answer.is_empty() {
            question.is_needed.then_some(Fault::Missing)
        } else if question.choices.is_empty() {
            line_fault(answer, ANSWER_MOST).map(|fault| match fault {
                TextFault::Unprintable => Fault::Unprintable,
                TextFault::TooLong(most) => Fault::TooLong(most),
            })
        } else {
            question.choices.iter().all(|choice| choice.slug != answer).then_some(Fault::ChoiceUnknown)
        };
        if fault.is_none() && !answer.is_empty() {
            answers.insert(question.slug.clone(), answer.to_owned());
        }
        note(Field::Answer(question.slug.clone()), fault);
    }
    match people {
        Some(people) if faults.is_empty() => Ok((Said { name: name.to_owned(), people, answers }, slot)),
        _ => Err(faults),
    }
}

/// What is wrong with so many people, who could never have places together.
pub fn beyond_room(event: &Event, slot: &str, people: i64) -> Option<Fault> {
    let capacity = event.slot(slot)?.capacity?;
    (people > i64::from(capacity)).then_some(Fault::BeyondRoom(capacity))
}

/// How many people a form offers: none that no time of the event has room for.
pub fn party_most(event: &Event) -> u32 {
    let room = event.slots.iter().map(|slot| slot.capacity.unwrap_or(u32::MAX)).max();
    room.map_or(event.party_most, |room| room.min(event.party_most))
}

fn of_name(fault: &NameFault) -> Fault {
    match fault {
        NameFault::NameMissing => Fault::Missing,
        NameFault::NameTooLong => Fault::TooLong(NAME_MOST),
        NameFault::NameHoldsLink => Fault::HoldsLink,
        _ => Fault::Unprintable,
    }
}

fn of_address(fault: &NameFault) -> Fault {
    if *fault == NameFault::EmailMissing { Fault::Missing } else { Fault::EmailUnusable }
}
