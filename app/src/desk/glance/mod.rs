//! A campaign at a glance: which spans of time there are, and how what happened falls into them. Hours,
//! days and months begin where they do in the campaign's time zone, summer time included.

pub mod chart;
pub mod page;
mod shares;

use crate::clock::HOUR;
use crate::signatures::store::Happened;
use jiff::tz::TimeZone;
use jiff::{Span as Distance, Timestamp, civil};

/// How far one looks back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    Day,
    Week,
    Month,
    All,
}

impl Span {
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::All];

    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::All => "all",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|span| span.word() == word)
    }
}

/// What is shown together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Hour,
    Day,
    Month,
}

/// So many days are shown each for itself; of more, months.
const MOST_DAYS: i64 = 92;

/// The beginnings of what is shown, the oldest first; the last of them is not over yet. `first` is when
/// anything happened first.
pub fn beginnings(span: Span, now: i64, first: Option<i64>, zone: &TimeZone) -> (Unit, Vec<i64>) {
    let moment = Timestamp::from_microsecond(now).unwrap_or_default();
    let today = moment.to_zoned(zone.clone()).date();
    let days = |count: i64| {
        let days = (0..count).rev().map(|back| at(back_by(today, Distance::new().days(back)), zone));
        (Unit::Day, days.collect())
    };
    match span {
        Span::Day => {
            let offset = i64::from(zone.to_offset(moment).seconds()) * 1_000_000;
            let hour = now - (now + offset).rem_euclid(HOUR);
            (Unit::Hour, (0..24).rev().map(|back| hour - back * HOUR).collect())
        }
        Span::Week => days(7),
        Span::Month => days(30),
        Span::All => {
            let since = first.map_or(today, |first| {
                Timestamp::from_microsecond(first).unwrap_or_default().to_zoned(zone.clone()).date()
            });
            let count = i64::from(since.until(today).map_or(0, |apart| apart.get_days())) + 1;
            if count <= MOST_DAYS {
                return days(count.max(7));
            }
            let this = today.first_of_month();
            let apart = (i64::from(today.year()) - i64::from(since.year())) * 12 + i64::from(today.month())
                - i64::from(since.month());
            let months = (0..=apart).rev().map(|back| at(back_by(this, Distance::new().months(back)), zone));
            (Unit::Month, months.collect())
        }
    }
}

fn back_by(day: civil::Date, by: Distance) -> civil::Date {
    day.checked_sub(by).unwrap_or(day)
}

/// The first moment of a day.
fn at(day: civil::Date, zone: &TimeZone) -> i64 {
    day.to_zoned(zone.clone()).map_or(0, |zoned| zoned.timestamp().as_microsecond())
}

/// The sums of each part, made of the quarters that lie in it.
pub fn filled(beginnings: &[i64], quarters: &[(i64, Happened)]) -> Vec<Happened> {
    let mut parts = vec![Happened::default(); beginnings.len()];
    for (quarter, happened) in quarters {
        let place = beginnings.partition_point(|from| from <= quarter);
        if let Some(part) = place.checked_sub(1).and_then(|place| parts.get_mut(place)) {
            part.add(happened);
        }
    }
    parts
}

/// Of a hundred, rounded down, so that a hundred means all of them; nothing where there is nothing.
pub fn of_a_hundred(part: i64, whole: i64) -> Option<u64> {
    (whole > 0).then(|| u64::try_from(part * 100 / whole).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{DAY, MINUTE, SECOND};

    /// 10 September 2018, 16:20 UTC.
    const NOW: i64 = 1_536_596_400 * SECOND;

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).unwrap()
    }

    #[test]
    fn hours_begin_where_the_zone_begins_them() {
        let (unit, utc) = beginnings(Span::Day, NOW, None, &TimeZone::UTC);
        assert_eq!((unit, utc.len()), (Unit::Hour, 24));
        assert_eq!(utc[23], NOW - 20 * MINUTE);
        let (_, india) = beginnings(Span::Day, NOW, None, &zone("Asia/Kolkata"));
        assert_eq!(india[23], NOW - 50 * MINUTE, "half an hour off");
        assert_eq!(india[23] - india[0], 23 * HOUR);
    }

    #[test]
    fn a_day_of_summer_time_has_its_own_length() {
        // 26 March 2018 in Madrid: the day before had 23 hours.
        let (unit, days) = beginnings(Span::Week, 1_522_060_000 * SECOND, None, &zone("Europe/Madrid"));
        assert_eq!((unit, days.len()), (Unit::Day, 7));
        assert_eq!(days[6] - days[5], 23 * HOUR);
        assert_eq!(days[5] - days[4], DAY);
    }

    #[test]
    fn all_of_it_is_told_by_day_and_of_long_campaigns_by_month() {
        let all = |first| beginnings(Span::All, NOW, first, &TimeZone::UTC);
        assert_eq!(all(None).1.len(), 7);
        assert_eq!(all(Some(NOW - 40 * DAY)).1.len(), 41);
        let (unit, months) = all(Some(NOW - 400 * DAY));
        assert_eq!((unit, months.len()), (Unit::Month, 14), "from August of the year before");
        assert!(months[0] <= NOW - 400 * DAY);
    }

    #[test]
    fn what_happened_falls_into_the_part_that_had_begun() {
        let happened = |sign_ons| Happened { sign_ons, ..Happened::default() };
        let quarters = [(5, happened(1)), (10, happened(2)), (15, happened(4)), (20, happened(8))];
        let parts = filled(&[10, 20], &quarters);
        assert_eq!(parts, [happened(6), happened(8)], "and what was before is left out");
        assert_eq!((of_a_hundred(199, 200), of_a_hundred(0, 0)), (Some(99), None));
    }
}
