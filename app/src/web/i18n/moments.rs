//! Moments in a campaign's time zone, written as a language writes them. It never asks what time it is.

use icu_datetime::{DateTimeFormatter, NoCalendarFormatter, fieldsets};
use icu_time::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use jiff_icu::ConvertFrom;

use super::Language;

/// Day, time of day and the zone's short name. A zone that is not known is taken as UTC.
pub(super) fn parts(language: Language, micros: i64, zone: &str) -> (String, String, String) {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let moment = Timestamp::from_microsecond(micros).unwrap_or_default().to_zoned(zone);
    let local = DateTime::convert_from(moment.datetime());
    let locale = language.locale();
    let day = DateTimeFormatter::try_new(locale.clone().into(), fieldsets::YMD::long())
        .map_or_else(|_| moment.date().to_string(), |formatter| formatter.format(&local).to_string());
    let time = NoCalendarFormatter::try_new(locale.into(), fieldsets::T::hm())
        .map_or_else(|_| moment.time().to_string(), |formatter| formatter.format(&local.time).to_string());
    (day, time, zone_name(&moment))
}

/// The day without its year, the time of day, and the month with its year.
pub(super) fn short_parts(language: Language, micros: i64, zone: &str) -> (String, String, String) {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let moment = Timestamp::from_microsecond(micros).unwrap_or_default().to_zoned(zone);
    let local = DateTime::convert_from(moment.datetime());
    let locale = language.locale();
    let day = DateTimeFormatter::try_new(locale.clone().into(), fieldsets::MD::medium())
        .map_or_else(|_| moment.date().to_string(), |formatter| formatter.format(&local).to_string());
    let time = NoCalendarFormatter::try_new(locale.clone().into(), fieldsets::T::hm())
        .map_or_else(|_| moment.time().to_string(), |formatter| formatter.format(&local.time).to_string());
    let month = DateTimeFormatter::try_new(locale.into(), fieldsets::YM::long())
        .map_or_else(|_| moment.date().to_string(), |formatter| formatter.format(&local).to_string());
    (day, time, month)
}

/// The day of the week, written out.
pub(super) fn weekday(language: Language, micros: i64, zone: &str) -> String {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let moment = Timestamp::from_microsecond(micros).unwrap_or_default().to_zoned(zone);
    let local = DateTime::convert_from(moment.datetime());
    DateTimeFormatter::try_new(language.locale().into(), fieldsets::E::long())
        .map_or_else(|_| moment.strftime("%A").to_string(), |formatter| formatter.format(&local).to_string())
}

/// The abbreviation where the zone has one (PDT), else the distance from UTC (UTC−03:00).
fn zone_name(moment: &Zoned) -> String {
    let short = moment.strftime("%Z").to_string();
    if short.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return short;
    }
    format!("UTC{}", moment.strftime("%:z")).replace('-', "−")
}
