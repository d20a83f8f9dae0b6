//! Calendars as files: events with the clocks of their time zones (RFC 5545), which any calendar reads or
//! subscribes to. Folding and escaping are `ics`’; the rules of a zone are told from the IANA database.

mod zone;

use ics::components::{Component, Property};
use ics::escape_text;
use jiff::Timestamp;
use jiff::tz::{AmbiguousOffset, TimeZone};
use std::collections::BTreeMap;

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The same for as long as it is the same event, wherever it is moved (RFC 5545, section 3.8.4.7).
    pub uid: String,
    /// When it was changed last: a calendar takes the newer one.
    pub changed: Timestamp,
    pub starts: Timestamp,
    pub ends: Timestamp,
    /// Name in the IANA database; UTC where it is none.
    pub zone: String,
    pub summary: String,
    /// May have several lines; may be empty.
    pub description: String,
    /// Empty where nobody is told yet.
    pub location: String,
    pub url: String,
    pub is_cancelled: bool,
}

/// How often whoever subscribes is asked to look again.
const REFRESH: &str = "PT1H";

/// A calendar’s file under a name: each entry, and each zone that one of them is in.
pub fn written(name: &str, entries: &[Entry]) -> String {
    let mut calendar = Component::new("VCALENDAR");
    calendar.add_property(Property::new("VERSION", "2.0"));
    calendar.add_property(Property::new("PRODID", "-//Broadside//Broadside//EN"));
    calendar.add_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.add_property(Property::new("METHOD", "PUBLISH"));
    // RFC 7986, sections 5.1 and 5.7, and what older calendars read in their place.
    calendar.add_property(Property::new("NAME", escape_text(name)));
    calendar.add_property(Property::new("X-WR-CALNAME", escape_text(name)));
    let mut refresh = Property::new("REFRESH-INTERVAL", REFRESH);
    refresh.add(ics::components::Parameter::new("VALUE", "DURATION"));
    calendar.add_property(refresh);
    calendar.add_property(Property::new("X-PUBLISHED-TTL", REFRESH));
    let mut spans: BTreeMap<&str, (Timestamp, Timestamp)> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| clock(entry).is_some()) {
        let (from, until) = spans.entry(&entry.zone).or_insert((entry.starts, entry.ends));
        *from = (*from).min(entry.starts);
        *until = (*until).max(entry.ends);
    }
    for (name, (from, until)) in spans {
        if let Some(zone) = known(name) {
            calendar.add_component(zone::component(name, &zone, from, until));
        }
    }
    for entry in entries {
        calendar.add_component(event(entry));
    }
    calendar.to_string()
}

/// A zone whose clocks need telling: UTC is written as such.
fn known(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok().filter(|zone| *zone != TimeZone::UTC && zone.iana_name() != Some("UTC"))
}

/// The clock that an entry is told by; none where it is told in UTC. So is one that begins or ends within the hour that
/// clocks show twice: by RFC 5545, section 3.3.5, a clock's time means the first there, and not every reader knows.
fn clock(entry: &Entry) -> Option<TimeZone> {
    let is_twice = |zone: &TimeZone, at: Timestamp| {
        let local = zone.to_datetime(at);
        matches!(zone.to_ambiguous_timestamp(local).offset(), AmbiguousOffset::Fold { .. })
    };
    known(&entry.zone).filter(|zone| !is_twice(zone, entry.starts) && !is_twice(zone, entry.ends))
}

fn event(entry: &Entry) -> Component<'_> {
    let mut event = Component::new("VEVENT");
    let utc = |at: Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
    event.add_property(Property::new("UID", escape_text(entry.uid.as_str())));
    event.add_property(Property::new("DTSTAMP", utc(entry.changed)));
    event.add_property(Property::new("LAST-MODIFIED", utc(entry.changed)));
    // It rises with every change, and fits what calendars take for a number (section 3.8.7.4).
    let sequence = entry.changed.as_second().clamp(0, i64::from(i32::MAX));
    event.add_property(Property::new("SEQUENCE", sequence.to_string()));
    for (key, at) in [("DTSTART", entry.starts), ("DTEND", entry.ends)] {
        event.add_property(match clock(entry) {
            Some(zone) => {
                let local = at.to_zoned(zone).strftime("%Y%m%dT%H%M%S").to_string();
                let mut property = Property::new(key, local);
                property.add(ics::components::Parameter::new("TZID", entry.zone.as_str()));
                property
            }
            None => Property::new(key, utc(at)),
        });
    }
    event.add_property(Property::new("SUMMARY", escape_text(entry.summary.as_str())));
    for (key, words) in [("DESCRIPTION", &entry.description), ("LOCATION", &entry.location)] {
        if !words.is_empty() {
            event.add_property(Property::new(key, escape_text(words.as_str())));
        }
    }
    if !entry.url.is_empty() {
        event.add_property(Property::new("URL", entry.url.as_str()));
    }
    event.add_property(Property::new("STATUS", if entry.is_cancelled { "CANCELLED" } else { "CONFIRMED" }));
    event
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(starts: &str, ends: &str, zone: &str) -> Entry {
        Entry {
            uid: "protest@letter.example.org".to_owned(),
            changed: "2018-09-10T16:00:00Z".parse().unwrap(),
            starts: starts.parse().unwrap(),
            ends: ends.parse().unwrap(),
            zone: zone.to_owned(),
            summary: "Outside; the conference, at noon".to_owned(),
            description: "Bring:\nwater".to_owned(),
            location: "Fourth and Howard".to_owned(),
            url: "https://letter.example.org/campaigns/one/events/protest".to_owned(),
            is_cancelled: false,
        }
    }

    fn unfolded(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn an_event_is_told_by_the_clock_of_its_place_with_the_rules_of_that_clock() {
        let text = written(
            "Drop it",
            &[entry("2018-09-25T18:30:00Z", "2018-09-25T20:00:00Z", "America/Los_Angeles")],
        );
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "folded: {text}");
        let lines = unfolded(&text);
        for line in [
            "DTSTART;TZID=America/Los_Angeles:20180925T113000",
            "DTEND;TZID=America/Los_Angeles:20180925T130000",
            "SUMMARY:Outside\\; the conference\\, at noon",
            "DESCRIPTION:Bring:\\nwater",
            "BEGIN:DAYLIGHT",
            "TZNAME:PDT",
            "TZOFFSETFROM:-0800",
            "TZOFFSETTO:-0700",
            // The spring before: two in the morning by the clock that was then put forward.
            "DTSTART:20180311T020000",
            "STATUS:CONFIRMED",
        ] {
            assert!(lines.iter().any(|one| one == line), "{line} in {lines:#?}");
        }
    }

    #[test]
    fn an_event_beyond_a_change_of_clocks_has_the_rules_of_both_sides() {
        let text =
            written("x", &[entry("2018-11-04T07:30:00Z", "2018-11-04T10:30:00Z", "America/Los_Angeles")]);
        let lines = unfolded(&text);
        for line in ["BEGIN:DAYLIGHT", "BEGIN:STANDARD", "TZNAME:PST", "DTSTART:20181104T020000"] {
            assert!(lines.iter().any(|one| one == line), "{line} in {lines:#?}");
        }
        assert!(lines.iter().any(|one| one == "DTEND;TZID=America/Los_Angeles:20181104T023000"));
    }

    #[test]
    fn what_begins_or_ends_in_the_hour_that_clocks_show_twice_is_told_in_utc() {
        for (starts, ends) in [
            ("2018-11-04T08:50:00Z", "2018-11-04T09:10:00Z"),
            ("2018-11-04T09:30:00Z", "2018-11-04T11:00:00Z"),
            ("2018-11-04T07:30:00Z", "2018-11-04T08:30:00Z"),
        ] {
            let text = written("x", &[entry(starts, ends, "America/Los_Angeles")]);
            let plain = |at: &str| at.replace(['-', ':'], "");
            let (begins, until) = (format!("DTSTART:{}", plain(starts)), format!("DTEND:{}", plain(ends)));
            assert!(text.contains(&begins) && text.contains(&until) && !text.contains("TZID"), "{text}");
        }
    }

    #[test]
    fn what_has_no_zone_is_told_in_utc_and_one_without_changes_has_its_one_rule() {
        let text = written("x", &[entry("2018-09-25T18:30:00Z", "2018-09-25T20:00:00Z", "UTC")]);
        assert!(text.contains("DTSTART:20180925T183000Z") && !text.contains("VTIMEZONE"), "{text}");
        let text = written("x", &[entry("2018-09-25T18:30:00Z", "2018-09-25T20:00:00Z", "Etc/GMT+7")]);
        assert!(text.contains("TZOFFSETFROM:-0700") && text.contains("TZOFFSETTO:-0700"), "{text}");
        assert_eq!(text.matches("BEGIN:STANDARD").count(), 1);
    }

    #[test]
    fn nothing_that_somebody_wrote_becomes_a_line_of_its_own() {
        let mut one = entry("2018-09-25T18:30:00Z", "2018-09-25T20:00:00Z", "UTC");
        one.summary = "x\r\nATTACH:https://evil.example\nEND:VEVENT".to_owned();
        let text = written("a\nb", &[one]);
        assert_eq!(text.matches("\r\nEND:VEVENT").count(), 1);
        assert!(!text.contains("\nATTACH") && !text.contains("NAME:a\n"), "{text}");
    }
}
