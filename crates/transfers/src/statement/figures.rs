//! Amounts and days as files write them. No amount is ever a fraction of the machine’s.

use broadside_money::Currency;
use jiff::civil::Date;

/// An amount without sign, in smallest units. Before the point, digits may stand in groups of three with one sort of
/// `between` among them; behind it there may be more digits than the currency has where they are zeros. Anything else is
/// none: `12.50` with a decimal comma is no 1250.
pub fn amount(text: &str, point: char, between: &[char], currency: Currency) -> Option<i64> {
    let (whole, fraction) = text.split_once(point).unwrap_or((text, ""));
    let digits = usize::try_from(currency.digits()).ok()?;
    if whole.is_empty() && fraction.is_empty() || !is_digits(fraction) {
        return None;
    }
    let whole = without_groups(whole, between)?;
    let fraction = if fraction.len() > digits {
        let (kept, beyond) = fraction.split_at(digits);
        if beyond.bytes().any(|digit| digit != b'0') {
            return None;
        }
        kept
    } else {
        fraction
    };
    let mut minor = 0_i64;
    let missing = std::iter::repeat_n(b'0', digits - fraction.len());
    for digit in whole.bytes().chain(fraction.bytes()).chain(missing) {
        minor = minor.checked_mul(10)?.checked_add(i64::from(digit - b'0'))?;
    }
    Some(minor)
}

/// `1.234.567` as `1234567`.
fn without_groups(whole: &str, between: &[char]) -> Option<String> {
    let Some(mark) = whole.chars().find(|c| between.contains(c)) else {
        return is_digits(whole).then(|| whole.to_owned());
    };
    let groups: Vec<&str> = whole.split(mark).collect();
    let first_fits = (1..=3).contains(&groups[0].len());
    let others_fit = groups[1..].iter().all(|group| group.len() == 3);
    (first_fits && others_fit && groups.iter().all(|group| is_digits(group))).then(|| groups.concat())
}

/// In which accounts are kept that way. A year beyond is a slip.
const YEARS: std::ops::RangeInclusive<i16> = 1950..=2199;

/// A day by its parts, where there is one.
pub fn day(year: &str, month: &str, day: &str) -> Option<Date> {
    let number = |text: &str| -> Option<i16> {
        (is_digits(text) && text.len() <= 4).then(|| text.parse().ok()).flatten()
    };
    let year = match year.len() {
        // A statement of a day to come in sixty years is one of forty years ago.
        2 => number(year).map(|short| if short < 80 { 2000 + short } else { 1900 + short })?,
        4 => number(year).filter(|year| YEARS.contains(year))?,
        _ => return None,
    };
    Date::new(year, i8::try_from(number(month)?).ok()?, i8::try_from(number(day)?).ok()?).ok()
}

/// `2018-09-20` with whatever stands behind it: a time, a zone.
pub fn iso_day(text: &str) -> Option<Date> {
    let text = text.trim();
    let ends = text.chars().nth(10).is_none_or(|c| matches!(c, 'T' | ' ' | 'Z' | '+' | '-'));
    let mut parts = text.get(..10)?.split('-');
    let date = day(parts.next()?, parts.next()?, parts.next()?)?;
    (ends && parts.next().is_none()).then_some(date)
}

/// Digits of our own alone; nothing counts as digits.
pub fn is_digits(text: &str) -> bool {
    text.bytes().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_to_the_last_unit_and_never_guessed() {
        for (text, code, minor) in [
            ("12,50", "EUR", Some(1_250)),
            ("12,", "EUR", Some(1_200)),
            (",5", "EUR", Some(50)),
            ("1.234.567,89", "EUR", Some(123_456_789)),
            ("1'234,5", "EUR", Some(123_450)),
            ("0,10000", "EUR", Some(10)),
            ("1000,", "JPY", Some(1_000)),
            ("92233720368547758,07", "EUR", Some(i64::MAX)),
            ("92233720368547758,08", "EUR", None),
            ("12.50", "EUR", None),
            ("1.2345,00", "EUR", None),
            ("1.234'567,00", "EUR", None),
            (".234,00", "EUR", None),
            ("12,505", "EUR", None),
            ("1,2,3", "EUR", None),
            ("", "EUR", None),
            (",", "EUR", None),
            ("-1", "EUR", None),
            ("1e3", "EUR", None),
            ("１２", "EUR", None),
        ] {
            assert_eq!(amount(text, ',', &['.', '\''], Currency::parse(code).unwrap()), minor, "{text}");
        }
    }

    #[test]
    fn a_day_is_one_of_the_calendar() {
        assert_eq!(day("18", "09", "20").map(|day| day.to_string()).as_deref(), Some("2018-09-20"));
        assert_eq!(day("1999", "1", "2").map(|day| day.to_string()).as_deref(), Some("1999-01-02"));
        assert_eq!(day("2018", "02", "29"), None);
        assert_eq!(day("0018", "09", "20"), None);
        assert_eq!(iso_day("2018-09-20+02:00"), iso_day("2018-09-20T23:59:59.000Z"));
        assert!(iso_day("2018-09-20").is_some());
        for text in ["", "2018-09", "20.09.2018", "2018-09-200", "201８-09-2", "2018-9-200"] {
            assert_eq!(iso_day(text), None, "{text}");
        }
    }
}
