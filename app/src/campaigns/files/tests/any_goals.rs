//! Any goals of a campaign: what they count is drawn from its letters, events and fundraisers once those are known.

use super::any::{by_language, optional, slugs};
use crate::campaigns::definition::{Audience, ByLanguage, Event, Fundraiser, Goal, Letter, Threshold, Twice};
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};

#[derive(Clone, Debug)]
pub struct Drawn {
    slug: String,
    kind: usize,
    number: u32,
    of: Index,
    words: ByLanguage,
    mail: Vec<Audience>,
    closes: bool,
}

pub fn drawn(languages: Vec<String>) -> impl Strategy<Value = Vec<Drawn>> {
    slugs(3).prop_flat_map(move |slugs| {
        let languages = languages.clone();
        let one = move |slug: String| {
            let mail = subsequence(Audience::ALL.to_vec(), 0..=2);
            let numbers = (0..5_usize, 1..1_000_000_u32, any::<Index>(), any::<bool>());
            (numbers, optional(by_language(&languages, 600)), mail).prop_map(
                move |((kind, number, of, closes), words, mail)| Drawn {
                    slug: slug.clone(),
                    kind,
                    number,
                    of,
                    words,
                    mail,
                    closes,
                },
            )
        };
        slugs.into_iter().map(one).collect::<Vec<_>>()
    })
}

pub fn goals(
    drawn: Vec<Drawn>,
    letters: &[Letter],
    events: &[Event],
    fundraisers: &[Fundraiser],
) -> Vec<Goal> {
    let here: Vec<&Fundraiser> = fundraisers.iter().filter(|one| one.elsewhere.is_none()).collect();
    let goal = |one: Drawn| {
        let letter = letters[one.of.index(letters.len())].slug.clone();
        let threshold = match one.kind {
            0 => Threshold::Signatures { number: one.number, letter: None },
            1 if !events.is_empty() => Threshold::People {
                number: one.number,
                event: events[one.of.index(events.len())].slug.clone(),
            },
            2 => Threshold::Moment {
                at: "2018-09-25 11:30".to_owned(),
                twice: one.closes.then_some(Twice::Second),
            },
            3 if !here.is_empty() => {
                let fundraiser = here[one.of.index(here.len())];
                Threshold::Money {
                    amount: fundraiser.amount(i64::from(one.number)).unwrap().decimal(),
                    fundraiser: fundraiser.slug.clone(),
                }
            }
            _ => Threshold::Signatures { number: one.number, letter: Some(letter.clone()) },
        };
        let closes = one.closes.then_some(letter);
        Goal { slug: one.slug, threshold, words: one.words, mail: one.mail, closes }
    };
    drawn.into_iter().map(goal).collect()
}
