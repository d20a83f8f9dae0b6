//! A zone’s clocks over a span of time, as a calendar’s file tells them (RFC 5545, section 3.6.5): every change
//! that the span meets, and the one that was in force when it began.

use ics::components::{Component, Property};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

/// What a clock shows from a moment on.
struct Rule {
    from: Timestamp,
    before: Offset,
    after: Offset,
    name: String,
    is_daylight: bool,
}

pub fn component<'a>(name: &'a str, zone: &TimeZone, from: Timestamp, until: Timestamp) -> Component<'a> {
    let mut component = Component::new("VTIMEZONE");
    component.add_property(Property::new("TZID", name));
    for rule in rules(zone, from, until) {
        let mut part = Component::new(if rule.is_daylight { "DAYLIGHT" } else { "STANDARD" });
        // By the clock as it stood before.
        let at = rule.before.to_datetime(rule.from);
        part.add_property(Property::new("DTSTART", at.strftime("%Y%m%dT%H%M%S").to_string()));
        part.add_property(Property::new("TZOFFSETFROM", written(rule.before)));
        part.add_property(Property::new("TZOFFSETTO", written(rule.after)));
        part.add_property(Property::new("TZNAME", rule.name));
        component.add_component(part);
    }
    component
}

fn rules(zone: &TimeZone, from: Timestamp, until: Timestamp) -> Vec<Rule> {
    let rule = |at: Timestamp| {
        let (info, before) =
            (zone.to_offset_info(at), zone.to_offset(at - jiff::SignedDuration::from_secs(1)));
        Rule {
            from: at,
            before,
            after: info.offset(),
            name: info.abbreviation().to_owned(),
            is_daylight: info.dst().is_dst(),
        }
    };
    // A transition at the very moment is in force.
    let in_force =
        zone.preceding(from + jiff::SignedDuration::from_secs(1)).next().map(|one| one.timestamp());
    let met = zone.following(from).map(|one| one.timestamp()).take_while(|at| *at <= until);
    let mut rules: Vec<Rule> =
        in_force.into_iter().chain(met.filter(|at| Some(*at) != in_force)).map(rule).collect();
    if in_force.is_none() {
        rules.insert(0, Rule { before: zone.to_offset(from), ..rule(epoch(zone)) });
    }
    rules
}

/// Where the clocks of a zone that never changed them are told from.
fn epoch(zone: &TimeZone) -> Timestamp {
    zone.to_timestamp(DateTime::constant(1970, 1, 1, 0, 0, 0, 0)).unwrap_or_default()
}

/// `-0700`; seconds where there are any (section 3.3.14).
fn written(offset: Offset) -> String {
    let (sign, seconds) = (if offset.seconds() < 0 { '-' } else { '+' }, offset.seconds().unsigned_abs());
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 {
        format!("{sign}{hours:02}{minutes:02}")
    } else {
        format!("{sign}{hours:02}{minutes:02}{seconds:02}")
    }
}
