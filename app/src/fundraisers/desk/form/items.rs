//! What a fundraiser pays for, as it is typed at the desk: those that there are, and a blank one at the end.

use super::editing::{Reader, Typed, in_digits};
use super::faults::Fault;
use crate::campaigns::definition::{Fundraiser, Item};
use crate::campaigns::files::fundraiser_rules::{MOST_COUNT, MOST_ITEMS, MOST_NAME};
use crate::campaigns::typed::{put_words, value};
use broadside_money::Currency;

/// One more than there may be is read, so that it can be said that it is too many.
const MOST_READ: usize = MOST_ITEMS + 1;
const MOST_SLUG: usize = 50;
/// More of one name there never were.
const MOST_NUMBERED: usize = 10_000;

pub fn put(typed: &mut Typed, one: &Fundraiser) {
    for (place, item) in one.items.iter().enumerate() {
        let mut put = |key: &str, value: String| {
            typed.insert(format!("{key}-{place}"), value);
        };
        put("item", item.slug.clone());
        put("price", in_digits(one, item.price));
        put("count", item.count.to_string());
        put("order", (place + 1).to_string());
        for (key, words) in [("name", &item.name), ("where", &item.place), ("when", &item.when)] {
            put_words(typed, &format!("{key}-{place}"), words);
        }
    }
}

/// Whether anything was typed for an item.
fn is_filled(typed: &Typed, languages: &[String], place: usize) -> bool {
    let words = ["name", "where", "when"].into_iter();
    let mut words = words.flat_map(|key| languages.iter().map(move |tag| format!("{key}-{place}.{tag}")));
    let has = |name: String| !value(typed, &name).is_empty();
    words.any(has) || has(format!("price-{place}")) || has(format!("count-{place}"))
}

/// How many are asked for: those that there are, and one more.
pub fn asked(typed: &Typed, languages: &[String]) -> usize {
    let last = (0..MOST_READ).rev().find(|place| is_filled(typed, languages, *place));
    last.map_or(1, |last| last + 2).min(MOST_READ)
}

/// `given_for` are slugs that gifts stand for, also of items that are gone: no other item gets one of them.
pub fn taken(
    before: &Fundraiser,
    given_for: &[String],
    currency: Option<Currency>,
    reader: &mut Reader,
) -> Vec<Item> {
    let (typed, languages) = (reader.typed, reader.languages);
    let is_out = |place: &usize| value(typed, &format!("out-{place}")) == "1";
    let filled: Vec<usize> =
        (0..MOST_READ).filter(|place| is_filled(typed, languages, *place) && !is_out(place)).collect();
    let first = languages.first().map_or("", String::as_str);
    if filled.is_empty() {
        reader.wrong(&format!("name-0.{first}"), Fault::NoItem);
    }
    if filled.len() > MOST_ITEMS {
        reader.wrong(&format!("name-{}.{first}", MOST_READ - 1), Fault::TooManyItems);
    }
    let most_places = u32::try_from(MOST_READ).unwrap_or(u32::MAX);
    let mut placed: Vec<(u32, Item)> = Vec::new();
    for place in filled {
        let named = |key: &str| format!("{key}-{place}");
        let name = reader.words(&named("name"), MOST_NAME, true);
        let kept = value(typed, &named("item"));
        let is_taken = |slug: &str| placed.iter().any(|(_, item)| item.slug == slug);
        let slug = if before.item(kept).is_some() && !is_taken(kept) {
            kept.to_owned()
        } else {
            let is_free =
                |slug: &String| before.item(slug).is_none() && !is_taken(slug) && !given_for.contains(slug);
            slug_of(name.get(first).map_or("", String::as_str), is_free)
        };
        let item = Item {
            slug,
            name,
            place: reader.words(&named("where"), MOST_NAME, false),
            when: reader.words(&named("when"), MOST_NAME, false),
            price: currency.map_or(0, |currency| reader.money(&named("price"), currency, 1)),
            count: reader.number(&named("count"), MOST_COUNT, 1),
        };
        placed.push((reader.number(&named("order"), most_places, most_places), item));
    }
    placed.sort_by_key(|(order, _)| *order);
    placed.into_iter().map(|(_, item)| item).collect()
}

/// `a-king-size-bus-side`, or `item-2` where a name has no letters that a slug has.
fn slug_of(name: &str, is_free: impl Fn(&String) -> bool) -> String {
    let lower = name.to_lowercase();
    let parts = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let mut plain = String::new();
    for part in parts {
        if plain.len() + part.len() >= MOST_SLUG {
            break;
        }
        if !plain.is_empty() {
            plain.push('-');
        }
        plain.push_str(part);
    }
    if plain.is_empty() {
        "item".clone_into(&mut plain);
    }
    let numbered = |number: usize| if number == 1 { plain.clone() } else { format!("{plain}-{number}") };
    (1..=MOST_NUMBERED).map(numbered).find(is_free).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_made_of_a_name_and_is_no_others() {
        let free = |taken: &'static [&'static str]| move |slug: &String| !taken.contains(&slug.as_str());
        assert_eq!(slug_of("A king-size bus side!", free(&[])), "a-king-size-bus-side");
        assert_eq!(slug_of("Flyers", free(&["flyers", "flyers-2"])), "flyers-3");
        assert_eq!(slug_of("حافلة", free(&["item"])), "item-2");
        assert_eq!(slug_of(&"x".repeat(200), free(&[])), "item");
    }
}
