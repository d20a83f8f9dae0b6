//! What a day and time by a clock on the wall means: the moment, or why it names none, or two.

use super::definition::{Slot, Twice};
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

/// How days and times are written in the files, and sent by forms with a `T` for the space.
pub const FORMAT: &str = "%Y-%m-%d %H:%M";

/// Why a time by the clock is no moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// It is no day and time at all.
    Unreadable,
    /// Clocks are put forward over it: it is never shown that day. The next time that is.
    Skipped { then: String },
    /// Clocks are put back over it: it is shown twice that day, with these names of the zone.
    Twice { first: String, second: String },
}

/// Microseconds UTC. `twice` says which one is meant of a time that is shown twice.
pub fn moment(typed: &str, zone: &str, twice: Option<Twice>) -> Result<i64, Unclear> {
    let typed = typed.trim().replace('T', " ");
    let at = DateTime::strptime(FORMAT, &typed).map_err(|_| Unclear::Unreadable)?;
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let by = |offset: Offset| offset.to_timestamp(at).map_err(|_| Unclear::Unreadable);
    let found = match zone.to_ambiguous_timestamp(at).offset() {
        AmbiguousOffset::Unambiguous { offset } => by(offset)?,
        AmbiguousOffset::Gap { before, after: _ } => {
            let then = by(before)?.to_zoned(zone).strftime(FORMAT).to_string();
            return Err(Unclear::Skipped { then });
        }
        AmbiguousOffset::Fold { before, after } => {
            let (first, second) = (by(before)?, by(after)?);
            match twice {
                Some(Twice::First) => first,
                Some(Twice::Second) => second,
                None => {
                    let name = |at: jiff::Timestamp| at.to_zoned(zone.clone()).strftime("%Z").to_string();
                    return Err(Unclear::Twice { first: name(first), second: name(second) });
                }
            }
        }
    };
    Ok(found.as_microsecond())
}

/// Which of the two a moment is, where its clock shows that time twice.
pub fn which_of_two(micros: i64, zone: &str) -> Option<Twice> {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let at = jiff::Timestamp::from_microsecond(micros).ok()?;
    let local = zone.to_datetime(at);
    match zone.to_ambiguous_timestamp(local).offset() {
        AmbiguousOffset::Fold { before, .. } if zone.to_offset(at) == before => Some(Twice::First),
        AmbiguousOffset::Fold { .. } => Some(Twice::Second),
        _ => None,
    }
}

impl Slot {
    /// When it begins and ends, in microseconds UTC. An end that its clock shows twice and that was kept before it had
    /// to say which is the later one; whoever types or imports it now is asked.
    pub fn span(&self, zone: &str) -> Result<(i64, i64), Unclear> {
        let starts = moment(&self.starts, zone, self.twice)?;
        let ends = moment(&self.ends, zone, self.ends_twice.or(Some(Twice::Second)))?;
        Ok((starts, ends))
    }

    /// What its beginning and its end mean by the clock, each or why not.
    pub fn meant(&self, zone: &str) -> [Result<i64, Unclear>; 2] {
        [moment(&self.starts, zone, self.twice), moment(&self.ends, zone, self.ends_twice)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEST: &str = "America/Los_Angeles";

    #[test]
    fn a_time_is_the_moment_at_which_the_clock_shows_it() {
        assert_eq!(moment("2018-09-25 11:30", WEST, None), Ok(1_537_900_200_000_000));
        assert_eq!(moment("2018-09-25T11:30", WEST, Some(Twice::Second)), Ok(1_537_900_200_000_000));
        for wrong in ["soon", "2018-02-30 11:30", "2018-09-25", "2018-09-25 25:00"] {
            assert_eq!(moment(wrong, WEST, None), Err(Unclear::Unreadable), "{wrong}");
        }
    }

    #[test]
    fn the_hour_that_is_skipped_names_the_next_and_the_one_that_is_shown_twice_both() {
        let skipped = Unclear::Skipped { then: "2019-03-10 03:30".to_owned() };
        assert_eq!(moment("2019-03-10 02:30", WEST, None), Err(skipped));
        let twice = Unclear::Twice { first: "PDT".to_owned(), second: "PST".to_owned() };
        assert_eq!(moment("2018-11-04 01:30", WEST, None), Err(twice));
        let first = moment("2018-11-04 01:30", WEST, Some(Twice::First)).unwrap();
        let second = moment("2018-11-04 01:30", WEST, Some(Twice::Second)).unwrap();
        assert_eq!(second - first, 3_600_000_000);
        let which =
            [first - 3_600_000_000, first, second, second + 3_600_000_000].map(|at| which_of_two(at, WEST));
        assert_eq!(which, [None, Some(Twice::First), Some(Twice::Second), None]);
    }
}
