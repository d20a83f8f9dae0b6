//! Python's `icalendar` reads what is written, also across a change of clocks. `bin/test` installs it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what a test cannot do fails it")]

use broadside_calendar::{Entry, written};
use std::io::Write;
use std::process::{Command, Stdio};

/// Prints each event's name, and its beginning and end as moments of UTC, by the zone that the file itself tells.
const READ: &str = r#"
import sys, datetime
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}
for event in calendar.walk("VEVENT"):
    moments = []
    for key in ("DTSTART", "DTEND"):
        found = event[key]
        at = found.dt
        zone = found.params.get("TZID")
        if zone is not None:
            at = zones[str(zone)].localize(at.replace(tzinfo=None))
        moments.append(at.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"))
    print("|".join([str(event["SUMMARY"]), *moments, str(event.get("LOCATION", ""))]))
"#;

fn read(text: &str) -> String {
    let mut python = Command::new("/usr/bin/python3")
        .args(["-c", READ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3, with Debian's python3-icalendar, which bin/test installs");
    python.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = python.wait_with_output().unwrap();
    assert!(output.status.success(), "{text}");
    String::from_utf8(output.stdout).unwrap()
}

fn entry(summary: &str, starts: &str, ends: &str, zone: &str) -> Entry {
    Entry {
        uid: format!("{starts}@example.org"),
        changed: "2018-09-10T16:00:00Z".parse().unwrap(),
        starts: starts.parse().unwrap(),
        ends: ends.parse().unwrap(),
        zone: zone.to_owned(),
        summary: summary.to_owned(),
        description: String::new(),
        location: "Ümlaut Straße 1; two, three".to_owned(),
        url: String::new(),
        is_cancelled: false,
    }
}

#[test]
fn another_reader_finds_the_same_moments_on_both_sides_of_a_change_of_clocks() {
    let entries = [
        entry("summer", "2018-09-25T15:00:00Z", "2018-09-25T17:00:00Z", "America/Los_Angeles"),
        entry("over the night", "2018-11-04T06:00:00Z", "2018-11-04T12:00:00Z", "America/Los_Angeles"),
        entry(
            "the first half past one",
            "2018-11-04T08:30:00Z",
            "2018-11-04T09:10:00Z",
            "America/Los_Angeles",
        ),
        entry(
            "the second half past one",
            "2018-11-04T09:30:00Z",
            "2018-11-04T11:00:00Z",
            "America/Los_Angeles",
        ),
        entry(
            "until the first half past one",
            "2018-11-04T07:30:00Z",
            "2018-11-04T08:30:00Z",
            "America/Los_Angeles",
        ),
        entry("winter", "2018-12-01T18:00:00Z", "2018-12-01T19:00:00Z", "America/Los_Angeles"),
        entry("elsewhere", "2019-03-31T00:30:00Z", "2019-03-31T02:30:00Z", "Europe/Madrid"),
        entry("without changes", "2019-03-31T00:30:00Z", "2019-03-31T02:30:00Z", "Asia/Kolkata"),
        entry(
            "no zone, and a long name that has to be folded: رسالة مفتوحة إلى الجميع",
            "2019-03-31T00:30:00Z",
            "2019-03-31T02:30:00Z",
            "UTC",
        ),
    ];
    let found = read(&written("All of it", &entries));
    let line = |one: &Entry| format!("{}|{}|{}|{}", one.summary, one.starts, one.ends, one.location);
    let expected: Vec<String> = entries.iter().map(line).collect();
    assert_eq!(found.lines().collect::<Vec<_>>(), expected);
}
