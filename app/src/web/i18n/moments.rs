//! Moments in a campaign's time zone, written as a language writes them. It never asks what time it is.

use super::{Language, formatters};
use icu_time::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use jiff_icu::ConvertFrom;

/// Day, time of day and the zone's short name. A zone that is not known is taken as UTC.
pub(super) fn parts(language: Language, micros: i64, zone: &str) -> (String, String, String) {
    let moment = in_zone(micros, zone);
    let local = DateTime::convert_from(moment.datetime());
    let (day, time) = formatters::moments(language, |written| {
        (written.day.format(&local).to_string(), written.time.format(&local.time).to_string())
    })
    .unwrap_or_else(|| (moment.date().to_string(), moment.time().to_string()));
    (day, time, zone_name(&moment))
}

/// The day without its year, the time of day, and the month with its year.
pub(super) fn short_parts(language: Language, micros: i64, zone: &str) -> (String, String, String) {
    let moment = in_zone(micros, zone);
    let local = DateTime::convert_from(moment.datetime());
    formatters::moments(language, |written| {
        let day = written.day_of_year.format(&local).to_string();
        (day, written.time.format(&local.time).to_string(), written.month.format(&local).to_string())
    })
    .unwrap_or_else(|| (moment.date().to_string(), moment.time().to_string(), moment.date().to_string()))
}

/// The day of the week, written out.
pub(super) fn weekday(language: Language, micros: i64, zone: &str) -> String {
    let moment = in_zone(micros, zone);
    let local = DateTime::convert_from(moment.datetime());
    formatters::moments(language, |written| written.weekday.format(&local).to_string())
        .unwrap_or_else(|| moment.strftime("%A").to_string())
}

fn in_zone(micros: i64, zone: &str) -> Zoned {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    Timestamp::from_microsecond(micros).unwrap_or_default().to_zoned(zone)
}

/// The abbreviation where the zone has one (PDT), else the distance from UTC (UTC−03:00).
fn zone_name(moment: &Zoned) -> String {
    let short = moment.strftime("%Z").to_string();
    if short.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return short;
    }
    format!("UTC{}", moment.strftime("%:z")).replace('-', "−")
}
