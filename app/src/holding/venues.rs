//! A venue as it is typed.

use broadside_judging::{Venue, is_public};
use serde::Deserialize;

const NAME_MOST: usize = 120;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    pub name: String,
    pub network: String,
    pub from: String,
    pub until: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    NameMissing,
    NameTooLong,
    NetworkUnreadable,
    /// It would be everybody's.
    NetworkTooWide,
    TimeUnreadable,
    EndsBeforeItBegins,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Name,
    Network,
    From,
    Until,
}

/// Makes a venue of what was typed, its times by the clock of a zone, or says all that is wrong.
pub fn check(typed: &Typed, zone: &str) -> Result<(String, Venue), Vec<(Field, Fault)>> {
    let mut faults = Vec::new();
    let name = typed.name.trim();
    if name.is_empty() {
        faults.push((Field::Name, Fault::NameMissing));
    } else if name.chars().count() > NAME_MOST {
        faults.push((Field::Name, Fault::NameTooLong));
    }
    let network = typed.network.trim().to_lowercase();
    if is_wide(&network) {
        faults.push((Field::Network, Fault::NetworkTooWide));
    } else if !is_public(&network) {
        faults.push((Field::Network, Fault::NetworkUnreadable));
    }
    let (from, until) = (moment(&typed.from, zone), moment(&typed.until, zone));
    for (field, at) in [(Field::From, from), (Field::Until, until)] {
        if at.is_none() {
            faults.push((field, Fault::TimeUnreadable));
        }
    }
    match (from, until) {
        (Some(from_at), Some(until_at)) if faults.is_empty() && from_at < until_at => {
            Ok((name.to_owned(), Venue { network, from_at, until_at }))
        }
        (Some(from), Some(until)) if from >= until => {
            faults.push((Field::Until, Fault::EndsBeforeItBegins));
            Err(faults)
        }
        _ => Err(faults),
    }
}

/// Whether a network is larger than what one place has.
fn is_wide(network: &str) -> bool {
    let Some((address, bits)) = network.split_once('/') else { return false };
    let least = if address.contains(':') { 32 } else { 16 };
    bits.parse::<u32>().is_ok_and(|bits| bits < least)
}

/// `2018-09-25T09:00`, as browsers send it, by the clock of a zone.
fn moment(typed: &str, zone: &str) -> Option<i64> {
    let at: jiff::civil::DateTime = typed.trim().replace(' ', "T").parse().ok()?;
    let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    Some(at.to_zoned(zone).ok()?.timestamp().as_microsecond())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(network: &str, from: &str, until: &str) -> Typed {
        let owned = str::to_owned;
        Typed {
            name: owned("Moscone Center"),
            network: owned(network),
            from: owned(from),
            until: owned(until),
        }
    }

    #[test]
    fn a_venue_is_of_one_place_and_ends_after_it_begins() {
        let (name, venue) =
            check(&typed(" 203.0.113.0/24 ", "2018-09-25T09:00", "2018-09-28T18:00"), "America/Los_Angeles")
                .unwrap();
        assert_eq!((name.as_str(), venue.network.as_str()), ("Moscone Center", "203.0.113.0/24"));
        assert_eq!(venue.from_at, 1_537_891_200_000_000, "by the clock of the place");
        let of = |network, from, until| check(&typed(network, from, until), "UTC").unwrap_err();
        assert_eq!(
            of("hall", "2018-09-25T09:00", "2018-09-28T18:00"),
            [(Field::Network, Fault::NetworkUnreadable)]
        );
        assert_eq!(
            of("0.0.0.0/0", "2018-09-25T09:00", "2018-09-28T18:00"),
            [(Field::Network, Fault::NetworkTooWide)]
        );
        assert_eq!(
            of("203.0.113.7", "2018-09-25T09:00", "2018-09-24T18:00"),
            [(Field::Until, Fault::EndsBeforeItBegins)]
        );
        for nobodys in
            ["127.0.0.1", "10.0.0.0/24", "0.0.0.0", "203.0.113.0/+24", "203.0.113.0/024", "203.0.113.0/ 24"]
        {
            let faults = of(nobodys, "2018-09-25T09:00", "2018-09-28T18:00");
            assert_eq!(faults, [(Field::Network, Fault::NetworkUnreadable)], "{nobodys}");
        }
        assert_eq!(of("203.0.113.7", "soon", "2018-09-24T18:00"), [(Field::From, Fault::TimeUnreadable)]);
        assert_eq!(check(&Typed::default(), "UTC").unwrap_err().len(), 4, "every fault at once");
    }
}
