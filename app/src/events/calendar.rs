//! Events as calendars’ files: one, a campaign’s feed, and one’s own with the place that only who comes is told.

use super::counts::Counted;
use super::{Slot, shown};
use crate::campaigns::definition::{Event, EventStatus, PlaceFor};
use crate::campaigns::directory::Running;
use crate::state::App;
use crate::web::answer::hex;
use crate::web::i18n::Language;
use broadside_calendar::Entry;
use jiff::Timestamp;
use sha2::{Digest, Sha256};

/// One event's times; of those that are named, where one is. `counted` knows when each was changed last.
pub fn entries(
    app: &App,
    campaign: &Running,
    event: &Event,
    language: Language,
    counted: &Counted,
    only: Option<(&Slot, bool)>,
) -> Vec<Entry> {
    let zone = event.zone(&campaign.definition.time_zone);
    let slots = event.slots.iter().filter(|slot| only.is_none_or(|(one, _)| one.slug == slot.slug));
    let entry = |slot: &crate::campaigns::definition::Slot| {
        let (starts_at, ends_at) = slot.span(zone).ok()?;
        let known = counted.get(&(event.slug.clone(), slot.slug.clone()));
        let changed = known.map_or(campaign.changed_at, |(slot, _)| slot.changed_at);
        let comes = only.is_some_and(|(_, comes)| comes);
        let name = shown::slot_name(event, &slot.slug, language);
        let title = shown::title(event, language);
        let say = language.say();
        let mut description = vec![shown::words(&event.words, language)];
        description.extend(Some(shown::words(&event.bring, language)).filter(|words| !words.is_empty()));
        description.extend(Some(shown::words(&event.access, language)).filter(|words| !words.is_empty()));
        let place = shown::place(event, &slot.slug, language, comes);
        let told_later = event.place_for == PlaceFor::Coming && place.is_none();
        description.extend(told_later.then(|| say.text("events-place-later")));
        Some(Entry {
            uid: uid(app, &campaign.definition.slug, &event.slug, &slot.slug),
            changed: at(changed),
            starts: at(starts_at),
            ends: at(ends_at),
            zone: zone.to_owned(),
            summary: if name.is_empty() { title } else { format!("{title}: {name}") },
            description: description.join("\n\n"),
            location: place.unwrap_or_default(),
            url: app.url(&path(campaign, event, language)),
            is_cancelled: event.status == EventStatus::Cancelled,
        })
    };
    slots.filter_map(entry).collect()
}

pub fn path(campaign: &Running, event: &Event, language: Language) -> String {
    format!("/campaigns/{}/events/{}{}", campaign.definition.slug, event.slug, campaign.query(language))
}

fn at(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or_default()
}

/// The same wherever an event is moved to, and another in every instance (RFC 7986, section 5.3, asks that it tell
/// nothing).
fn uid(app: &App, campaign: &str, event: &str, slot: &str) -> String {
    let said = format!("{}\n{campaign}\n{event}\n{slot}", app.url("/"));
    hex(&Sha256::digest(said.as_bytes())[..16])
}
