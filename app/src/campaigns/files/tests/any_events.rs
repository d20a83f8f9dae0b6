//! Events of every kind, for what must hold of all campaigns.

use super::any::{by_language, optional, slugs};
use crate::campaigns::definition::*;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Times that every clock here shows once, one behind the other.
fn slots(languages: &[String], several: bool) -> impl Strategy<Value = Vec<Slot>> + use<> {
    let languages = languages.to_vec();
    slugs(if several { 3 } else { 1 }).prop_flat_map(move |slugs| {
        let languages = languages.clone();
        let slugs = if slugs.is_empty() { vec!["main".to_owned()] } else { slugs };
        let is_named = slugs.len() > 1;
        let slot = move |slug: String| {
            let name = if is_named {
                by_language(&languages, 80).boxed()
            } else {
                optional(by_language(&languages, 80)).boxed()
            };
            let capacity = proptest::option::of(1_u32..1_000_000);
            (name, by_language(&languages, 300), capacity, 10..20_u8).prop_map(
                move |(name, place, capacity, hour)| Slot {
                    slug: slug.clone(),
                    name,
                    starts: format!("2018-09-25 {hour}:00"),
                    ends: format!("2018-09-25 {hour}:45"),
                    twice: None,
                    ends_twice: None,
                    place,
                    capacity,
                },
            )
        };
        slugs.into_iter().map(slot).collect::<Vec<_>>()
    })
}

fn questions(languages: &[String]) -> impl Strategy<Value = Vec<Question>> + use<> {
    let languages = languages.to_vec();
    slugs(2).prop_flat_map(move |slugs| {
        let languages = languages.clone();
        let question = move |slug: String| {
            let label = by_language(&languages, 80);
            let choice = label.prop_map(|label| vec![QuestionChoice { slug: "yes".to_owned(), label }]);
            (by_language(&languages, 150), any::<bool>(), prop_oneof![Just(Vec::new()), choice]).prop_map(
                move |(label, is_needed, choices)| Question { slug: slug.clone(), label, is_needed, choices },
            )
        };
        slugs.into_iter().map(question).collect::<Vec<_>>()
    })
}

pub fn events(languages: Vec<String>) -> impl Strategy<Value = Vec<Event>> {
    slugs(2).prop_flat_map(move |slugs| {
        let languages = languages.clone();
        let event = move |slug: String| {
            let words = (
                by_language(&languages, 120),
                by_language(&languages, 400),
                optional(by_language(&languages, 400)),
                optional(by_language(&languages, 400)),
            );
            let shown = (
                select(EventKind::ALL.to_vec()),
                select(EventStatus::ALL.to_vec()),
                select(PlaceFor::ALL.to_vec()),
                select(Numbers::ALL.to_vec()),
            );
            let rest = (
                proptest::option::of(Just("Europe/Madrid".to_owned())),
                1..=50_u32,
                subsequence(vec![168, 24, 1], 0..=3),
                questions(&languages),
                slots(&languages, true),
            );
            (words, shown, rest).prop_map(move |(words, shown, rest)| Event {
                slug: slug.clone(),
                kind: shown.0,
                status: shown.1,
                time_zone: rest.0,
                title: words.0,
                words: words.1,
                bring: words.2,
                access: words.3,
                hosts: Vec::new(),
                place_for: shown.2,
                numbers: shown.3,
                party_most: rest.1,
                reminders: rest.2,
                questions: rest.3,
                slots: rest.4,
            })
        };
        slugs.into_iter().map(event).collect::<Vec<_>>()
    })
}
