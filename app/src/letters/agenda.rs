//! Where the campaign asks people to come, in few words on the letter’s page: what is ahead, the next first.

use crate::campaigns::definition::EventStatus;
use crate::campaigns::directory::Running;
use crate::web::i18n::{Language, Say};
use crate::web::layout::Named;

/// So many stand on the page; all of them on their own.
const SHOWN: usize = 3;

/// One event with its next time.
#[derive(Clone, Debug)]
pub struct Entry {
    pub title: Named,
    pub when: String,
}

pub fn ahead(campaign: &Running, language: Language, say: &Say, now: i64) -> Vec<Entry> {
    let definition = &campaign.definition;
    let in_language = |words: &std::collections::BTreeMap<String, String>| {
        words.get(language.tag()).cloned().unwrap_or_default()
    };
    let mut ahead: Vec<(i64, Entry)> = definition
        .events
        .iter()
        .filter(|event| event.status != EventStatus::Cancelled)
        .filter_map(|event| {
            let zone = event.zone(&definition.time_zone);
            let times = event.slots.iter().filter_map(|slot| slot.span(zone).ok());
            let (starts_at, _) = times.filter(|(_, ends_at)| *ends_at > now).min()?;
            let (day, when) = (say.weekday(starts_at, zone), say.moment(starts_at, zone));
            let entry = Entry {
                title: Named {
                    name: in_language(&event.title),
                    url: format!("{}/{}{}", path(campaign), event.slug, campaign.query(language)),
                },
                when: say.list([day, when]),
            };
            Some((starts_at, entry))
        })
        .collect();
    ahead.sort_by_key(|(at, _)| *at);
    ahead.truncate(SHOWN);
    ahead.into_iter().map(|(_, entry)| entry).collect()
}

/// Where all of them stand.
pub fn path(campaign: &Running) -> String {
    format!("/campaigns/{}/events", campaign.definition.slug)
}
