//! Reads `events.toml`: protests, pickets, call-ins and meetings online. The file need not be there.

use super::checks::Rule;
use super::checks::either;
use super::fault::Faults;
use super::folder::Folder;
use super::slugs::Slugs;
use super::syntax::Mended;
use super::table::{Source, Table};
use super::text;
use super::toml_text::Toml;
use crate::campaigns::clocks::Unclear;
use crate::campaigns::definition::{
    Event, EventKind, EventStatus, Numbers, Partner, PlaceFor, Question, QuestionChoice, Slot, Twice,
};

pub const FILE: &str = "events.toml";
const MOST: usize = 40;
const MOST_SLOTS: usize = 24;
const MOST_QUESTIONS: usize = 6;
const MOST_CHOICES: usize = 12;
/// A week, in hours.
const EARLIEST_REMINDER: u32 = 168;
/// Who says nothing of it is reminded a day before.
const REMINDERS: [u32; 1] = [24];

pub fn read(
    folder: &Folder,
    zone: &str,
    languages: &[String],
    partners: &[Partner],
    faults: &Faults,
) -> Vec<Event> {
    let Some(text) = text::read(folder, FILE, faults) else { return Vec::new() };
    let mended = Mended::of(FILE, &text, 1, faults);
    let entries = mended.table();
    let source = Source { file: FILE, mended: &mended, first_line: 1, faults };
    let top = source.top(&entries);
    let mut slugs = Slugs::new("event", MOST);
    let read =
        top.tables("event").into_iter().map(|table| event(&table, &mut slugs, zone, languages, partners));
    let read = read.collect();
    top.finish();
    read
}

fn event(table: &Table, slugs: &mut Slugs, zone: &str, languages: &[String], partners: &[Partner]) -> Event {
    let words = |key, most, needed| table.by_language(key, languages, Rule::Words(most), needed);
    let time_zone = table.optional_text("time_zone", Rule::TimeZone).map(|found| found.text);
    let event = Event {
        slug: slugs.take(table),
        kind: table.choice("kind", &EventKind::ALL.map(|one| (one.word(), one)), true),
        status: table.choice("status", &EventStatus::ALL.map(|one| (one.word(), one)), false),
        title: words("title", 120, true),
        words: words("words", 1_200, true),
        bring: words("bring", 400, false),
        access: words("access", 400, false),
        hosts: hosts(table, partners),
        place_for: table.choice("place_for", &PlaceFor::ALL.map(|one| (one.word(), one)), false),
        numbers: table.choice("numbers", &Numbers::ALL.map(|one| (one.word(), one)), false),
        party_most: table.number("party_most", 1..=50, 5),
        reminders: reminders(table),
        questions: questions(table, languages),
        slots: slots(table, time_zone.as_deref().unwrap_or(zone), languages),
        time_zone,
    };
    table.finish();
    event
}

fn hosts(table: &Table, partners: &[Partner]) -> Vec<String> {
    let mut hosts = Vec::new();
    for found in table.list("hosts", "[\"greenpeace\"]").unwrap_or_default() {
        if partners.iter().all(|partner| partner.slug != found.text) {
            let known: Vec<&str> = partners.iter().map(|partner| partner.slug.as_str()).collect();
            let mend = if known.is_empty() {
                "add a [[partner]] to campaign.toml, or remove it here".to_owned()
            } else {
                format!("write {}", either(&known))
            };
            table.fault(found.line, format!("hosts names “{}”, which is no partner; {mend}", found.text));
        }
        hosts.push(found.text);
    }
    hosts
}

fn reminders(table: &Table) -> Vec<u32> {
    const EXAMPLE: &str = "[\"24 hours\", \"2 hours\"]";
    let Some(found) = table.list("reminders", EXAMPLE) else { return REMINDERS.to_vec() };
    let mut hours = Vec::new();
    for one in found {
        let number = one.text.strip_suffix("hours").or_else(|| one.text.strip_suffix("hour"));
        match number.and_then(|number| number.trim().parse::<u32>().ok()) {
            Some(number) if (1..=EARLIEST_REMINDER).contains(&number) => hours.push(number),
            _ => table.fault(
                one.line,
                format!("reminders holds “{}”; write from \"1 hour\" to \"{EARLIEST_REMINDER} hours\" before it begins, as {EXAMPLE}", one.text),
            ),
        }
    }
    hours.sort_unstable_by(|one, other| other.cmp(one));
    hours.dedup();
    hours
}

fn slots(table: &Table, zone: &str, languages: &[String]) -> Vec<Slot> {
    let tables = table.tables("slot");
    if tables.is_empty() && !table.has("slot") {
        table.fault(
            table.line(),
            "the event has no time; add a heading [[event.slot]] with slug, starts, ends and place",
        );
    }
    let several = tables.len() > 1;
    let mut slugs = Slugs::new("event.slot", MOST_SLOTS);
    let read = tables.iter().map(|table| slot(table, &mut slugs, zone, languages, several));
    read.collect()
}

fn slot(table: &Table, slugs: &mut Slugs, zone: &str, languages: &[String], several: bool) -> Slot {
    let starts = table.text("starts", Rule::Session);
    let ends = table.text("ends", Rule::Session);
    let capacity = table.has("capacity").then(|| table.number("capacity", 1..=1_000_000, 1));
    let which = |key: &'static str| {
        table.has(key).then(|| table.choice(key, &Twice::ALL.map(|one| (one.word(), one)), false))
    };
    let (twice, ends_twice) = (which("twice"), which("ends_twice"));
    let slot = Slot {
        slug: slugs.take(table),
        name: table.by_language("name", languages, Rule::Words(80), several),
        place: table.by_language("place", languages, Rule::Words(300), true),
        starts: starts.text,
        ends: ends.text,
        twice,
        ends_twice,
        capacity,
    };
    if Rule::Session.check(&slot.starts).is_ok() && Rule::Session.check(&slot.ends).is_ok() {
        let [from, until] = slot.meant(zone);
        match (&from, &until) {
            (Ok(from), Ok(until)) if until <= from => {
                table.fault(
                    ends.line,
                    format!(
                        "[[event.slot]] ends “{}”, which is not after it starts; give a later time",
                        slot.ends
                    ),
                );
            }
            _ => {}
        }
        for (why, (key, which), line, typed) in [
            (from.err(), ("[[event.slot]] starts", "twice"), starts.line, &slot.starts),
            (until.err(), ("[[event.slot]] ends", "ends_twice"), ends.line, &slot.ends),
        ] {
            if let Some(why) = why {
                table.fault(line, unclear((key, which), typed, zone, &why));
            }
        }
    }
    table.finish();
    slot
}

/// Why a time by the clock names no moment, and what to write instead; `which` is the key that says which of two is
/// meant.
pub(super) fn unclear((key, which): (&str, &str), typed: &str, zone: &str, why: &Unclear) -> String {
    match why {
        Unclear::Unreadable => format!("{key} is “{typed}”, which is no day and time"),
        Unclear::Skipped { then } => format!(
            "{key} is “{typed}”, but clocks in {zone} are put forward over that time, so that it never is; write \"{then}\", or an earlier time"
        ),
        Unclear::Twice { first, second } => format!(
            "{key} is “{typed}”, which clocks in {zone} show twice that day, as they are put back; add {which} = \"first\" for {first} or {which} = \"second\" for {second}"
        ),
    }
}

fn questions(table: &Table, languages: &[String]) -> Vec<Question> {
    let mut slugs = Slugs::new("event.question", MOST_QUESTIONS);
    let read = table.tables("question").into_iter().map(|table| {
        let mut choices = Slugs::new("event.question.choice", MOST_CHOICES);
        let question = Question {
            slug: slugs.take(&table),
            label: table.by_language("label", languages, Rule::Words(150), true),
            is_needed: table.choice("needed", &[("no", false), ("yes", true)], false),
            choices: table
                .tables("choice")
                .into_iter()
                .map(|table| {
                    let choice = QuestionChoice {
                        slug: choices.take(&table),
                        label: table.by_language("label", languages, Rule::Words(80), true),
                    };
                    table.finish();
                    choice
                })
                .collect(),
        };
        table.finish();
        question
    });
    read.collect()
}

/// The file; nothing where there is no event.
pub fn write(events: &[Event], languages: &[String]) -> Option<String> {
    if events.is_empty() {
        return None;
    }
    let mut toml = Toml::default();
    for event in events {
        toml.heading("[[event]]");
        toml.text("slug", &event.slug);
        toml.text("kind", event.kind.word());
        toml.noted("status", event.status.word(), "open, closed or cancelled");
        toml.optional("time_zone", event.time_zone.as_ref());
        toml.by_language("title", &event.title, languages);
        toml.by_language("words", &event.words, languages);
        toml.by_language("bring", &event.bring, languages);
        toml.by_language("access", &event.access, languages);
        if !event.hosts.is_empty() {
            toml.list("hosts", &event.hosts);
        }
        toml.noted("place_for", event.place_for.word(), "everybody or coming");
        toml.noted("numbers", event.numbers.word(), "nothing, people or rounded");
        toml.line(&format!("party_most = {}", event.party_most));
        let reminders = event.reminders.iter().map(|hours| match hours {
            1 => "1 hour".to_owned(),
            hours => format!("{hours} hours"),
        });
        toml.list("reminders", &reminders.collect::<Vec<_>>());
        for slot in &event.slots {
            toml.heading("[[event.slot]]");
            toml.text("slug", &slot.slug);
            toml.by_language("name", &slot.name, languages);
            toml.text("starts", &slot.starts);
            toml.text("ends", &slot.ends);
            if let Some(twice) = slot.twice {
                toml.text("twice", twice.word());
            }
            if let Some(twice) = slot.ends_twice {
                toml.text("ends_twice", twice.word());
            }
            toml.by_language("place", &slot.place, languages);
            if let Some(capacity) = slot.capacity {
                toml.line(&format!("capacity = {capacity}"));
            }
        }
        for question in &event.questions {
            toml.heading("[[event.question]]");
            toml.text("slug", &question.slug);
            toml.by_language("label", &question.label, languages);
            if question.is_needed {
                toml.text("needed", "yes");
            }
            for choice in &question.choices {
                toml.heading("[[event.question.choice]]");
                toml.text("slug", &choice.slug);
                toml.by_language("label", &choice.label, languages);
            }
        }
    }
    Some(toml.finished())
}
