//! An event as it is typed at the desk: its fields, the event that they make, and all that is wrong with them.

use crate::campaigns::clocks::Unclear;
use crate::campaigns::definition::{
    ByLanguage, Definition, Event, EventKind, EventStatus, Numbers, PlaceFor, Slot, Twice,
};
use crate::campaigns::files::Rule;
pub use crate::campaigns::typed::Typed;
use crate::campaigns::typed::{self, WordsFault, value};

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    TooLong(usize),
    Unprintable,
    SlugUnusable,
    SlugTaken,
    NumberUnusable(u32),
    RemindersUnusable,
    /// No name of the IANA database.
    ZoneUnknown,
    /// The clock says why.
    Clock(Unclear),
    EndsBeforeItStarts,
    NoTime,
}

pub type Faults = Vec<(String, Fault)>;

const TITLE: usize = 120;
const WORDS: usize = 1_200;
const SHORT: usize = 400;
const PLACE: usize = 300;
const NAME: usize = 80;
/// A time more than there are, so that one can be added each time it is saved.
pub const MOST_SLOTS: usize = 24;

/// A new event, with what most would choose.
pub fn blank() -> Event {
    Event {
        slug: String::new(),
        kind: EventKind::Protest,
        status: EventStatus::Open,
        time_zone: None,
        title: ByLanguage::new(),
        words: ByLanguage::new(),
        bring: ByLanguage::new(),
        access: ByLanguage::new(),
        hosts: Vec::new(),
        place_for: PlaceFor::Everybody,
        numbers: Numbers::Rounded,
        party_most: 5,
        reminders: vec![24],
        questions: Vec::new(),
        slots: Vec::new(),
    }
}

/// What stands in the form of an event.
pub fn typed(event: &Event) -> Typed {
    let mut all = Typed::new();
    let mut put = |name: &str, value: &str| {
        all.insert(name.to_owned(), value.to_owned());
    };
    put("slug", &event.slug);
    put("kind", event.kind.word());
    put("status", event.status.word());
    put("place_for", event.place_for.word());
    put("numbers", event.numbers.word());
    put("party_most", &event.party_most.to_string());
    put("time_zone", event.time_zone.as_deref().unwrap_or_default());
    let hours: Vec<String> = event.reminders.iter().map(u32::to_string).collect();
    put("reminders", &hours.join(", "));
    for host in &event.hosts {
        put(&format!("host-{host}"), "1");
    }
    for (key, words) in
        [("title", &event.title), ("words", &event.words), ("bring", &event.bring), ("access", &event.access)]
    {
        for (language, text) in words {
            put(&format!("{key}.{language}"), text);
        }
    }
    for (place, slot) in event.slots.iter().enumerate() {
        put(&format!("slot-{place}"), &slot.slug);
        put(&format!("starts-{place}"), &slot.starts.replace(' ', "T"));
        put(&format!("ends-{place}"), &slot.ends.replace(' ', "T"));
        put(&format!("twice-{place}"), slot.twice.map_or("", Twice::word));
        put(&format!("ends_twice-{place}"), slot.ends_twice.map_or("", Twice::word));
        put(&format!("capacity-{place}"), &slot.capacity.map(|n| n.to_string()).unwrap_or_default());
        for (key, words) in [("name", &slot.name), ("place", &slot.place)] {
            for (language, text) in words {
                put(&format!("{key}-{place}.{language}"), text);
            }
        }
    }
    all
}

/// Whether anything was typed for a time.
fn is_filled(typed: &Typed, languages: &[String], place: usize) -> bool {
    let words =
        |key: &str| languages.iter().any(|tag| !value(typed, &format!("{key}-{place}.{tag}")).is_empty());
    ["starts", "ends", "capacity"].into_iter().any(|key| !value(typed, &format!("{key}-{place}")).is_empty())
        || words("place")
        || words("name")
}

/// The event that was typed; what no field asks for stays as it was.
pub fn taken(before: &Event, campaign: &Definition, typed: &Typed) -> Result<Event, Faults> {
    let languages = &campaign.languages;
    let mut faults = Faults::new();
    let is_new = before.slug.is_empty();
    let mut event = before.clone();
    if is_new {
        value(typed, "slug").clone_into(&mut event.slug);
        let is_taken = campaign.events.iter().any(|other| other.slug == event.slug);
        if event.slug.is_empty() {
            faults.push(("slug".to_owned(), Fault::Missing));
        } else if Rule::Slug.check(&event.slug).is_err() || event.slug == "new" {
            faults.push(("slug".to_owned(), Fault::SlugUnusable));
        } else if is_taken {
            faults.push(("slug".to_owned(), Fault::SlugTaken));
        }
    }
    let chosen = |name: &str, word: &str| value(typed, name) == word;
    event.kind = EventKind::ALL.into_iter().find(|one| chosen("kind", one.word())).unwrap_or(before.kind);
    event.status =
        EventStatus::ALL.into_iter().find(|one| chosen("status", one.word())).unwrap_or(before.status);
    event.place_for =
        PlaceFor::ALL.into_iter().find(|one| chosen("place_for", one.word())).unwrap_or(before.place_for);
    event.numbers =
        Numbers::ALL.into_iter().find(|one| chosen("numbers", one.word())).unwrap_or(before.numbers);
    event.hosts = campaign
        .partners
        .iter()
        .map(|partner| partner.slug.clone())
        .filter(|slug| chosen(&format!("host-{slug}"), "1"))
        .collect();
    for (key, most, needed) in
        [("title", TITLE, true), ("words", WORDS, true), ("bring", SHORT, false), ("access", SHORT, false)]
    {
        let words = by_language(typed, languages, key, most, needed, &mut faults);
        match key {
            "title" => event.title = words,
            "words" => event.words = words,
            "bring" => event.bring = words,
            _ => event.access = words,
        }
    }
    event.party_most = number(typed, "party_most", 50, &mut faults).unwrap_or(5);
    match hours(value(typed, "reminders")) {
        Some(hours) => event.reminders = hours,
        None => faults.push(("reminders".to_owned(), Fault::RemindersUnusable)),
    }
    // A form that was opened before there was such a field leaves the zone as it was.
    if typed.contains_key("time_zone") {
        let zone = value(typed, "time_zone");
        event.time_zone =
            Some(zone.to_owned()).filter(|zone| !zone.is_empty() && *zone != campaign.time_zone);
        if !zone.is_empty() && Rule::TimeZone.check(zone).is_err() {
            faults.push(("time_zone".to_owned(), Fault::ZoneUnknown));
            event.time_zone.clone_from(&before.time_zone);
        }
    }
    let zone = event.zone(&campaign.time_zone).to_owned();
    event.slots = slots(before, campaign, &zone, typed, &mut faults);
    if faults.is_empty() { Ok(event) } else { Err(faults) }
}

fn by_language(
    typed: &Typed,
    languages: &[String],
    key: &str,
    most: usize,
    needed: bool,
    faults: &mut Faults,
) -> ByLanguage {
    typed::by_language(typed, languages, (key, most, needed), |name, fault| faults.push((name, fault.into())))
}

impl From<WordsFault> for Fault {
    fn from(fault: WordsFault) -> Self {
        match fault {
            WordsFault::Missing => Self::Missing,
            WordsFault::TooLong(most) => Self::TooLong(most),
            WordsFault::Unprintable => Self::Unprintable,
        }
    }
}

fn number(typed: &Typed, name: &str, most: u32, faults: &mut Faults) -> Option<u32> {
    let text = value(typed, name);
    if text.is_empty() {
        return None;
    }
    let number = text.parse::<u32>().ok().filter(|number| (1..=most).contains(number));
    if number.is_none() {
        faults.push((name.to_owned(), Fault::NumberUnusable(most)));
    }
    number
}

/// `24, 3`: hours before it begins, the longest first. Nothing where one is none.
fn hours(text: &str) -> Option<Vec<u32>> {
    let parts = text.split([',', ' ', ';', '،']).filter(|part| !part.is_empty());
    let mut hours: Vec<u32> = parts
        .map(|part| part.parse().ok().filter(|hours| (1..=168).contains(hours)))
        .collect::<Option<_>>()?;
    hours.sort_unstable_by(|one, other| other.cmp(one));
    hours.dedup();
    Some(hours)
}

fn slots(before: &Event, campaign: &Definition, zone: &str, typed: &Typed, faults: &mut Faults) -> Vec<Slot> {
    let languages = &campaign.languages;
    let filled: Vec<usize> = (0..MOST_SLOTS).filter(|place| is_filled(typed, languages, *place)).collect();
    if filled.is_empty() {
        faults.push(("starts-0".to_owned(), Fault::NoTime));
    }
    let mut slots: Vec<Slot> = Vec::new();
    for place in &filled {
        let field = |key: &str| format!("{key}-{place}");
        let at = |key: &str| value(typed, &field(key)).replace('T', " ");
        let which = |key: &str| Twice::ALL.into_iter().find(|one| one.word() == value(typed, &field(key)));
        let kept = value(typed, &field("slot"));
        let slug = if before.slot(kept).is_some() {
            kept.to_owned()
        } else {
            slug_of(&at("starts"), before, &slots)
        };
        let slot = Slot {
            slug,
            name: by_language(typed, languages, &field("name"), NAME, filled.len() > 1, faults),
            starts: at("starts"),
            ends: at("ends"),
            twice: which("twice"),
            ends_twice: which("ends_twice"),
            place: by_language(typed, languages, &field("place"), PLACE, true, faults),
            capacity: number(typed, &field("capacity"), 1_000_000, faults),
        };
        let [starts, ends] = slot.meant(zone);
        if let (Ok(starts), Ok(ends)) = (&starts, &ends)
            && ends <= starts
        {
            faults.push((field("ends"), Fault::EndsBeforeItStarts));
        }
        for (wrong, why) in [("starts", starts.err()), ("ends", ends.err())] {
            let is_empty = value(typed, &field(wrong)).is_empty();
            faults.extend(
                why.map(|why| (field(wrong), if is_empty { Fault::Missing } else { Fault::Clock(why) })),
            );
        }
        slots.push(slot);
    }
    slots
}

/// `2018-09-25-1130`: a time that was taken out and comes back finds who wanted to come to it.
fn slug_of(starts: &str, before: &Event, slots: &[Slot]) -> String {
    let plain: String = starts.chars().filter(|c| c.is_ascii_digit() || matches!(c, '-' | ' ')).collect();
    let plain = plain.trim().replace(' ', "-");
    let is_free = |slug: &String| before.slot(slug).is_none() && slots.iter().all(|slot| slot.slug != *slug);
    let numbered = |number: usize| if number == 1 { plain.clone() } else { format!("{plain}-{number}") };
    (1..=MOST_SLOTS * 2).map(numbered).find(is_free).unwrap_or_default()
}
