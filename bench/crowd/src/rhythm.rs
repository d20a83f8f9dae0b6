//! When people come: by day and night, in the hour after something was sent round, during a talk.

use crate::dice::Dice;
use crate::sign_on::milliseconds;

/// Two days.
pub const LENGTH: f64 = 2.0 * DAY;
pub const DAY: f64 = 24.0 * HOUR;
pub const HOUR: f64 = 3600.0;
pub const MINUTE: f64 = 60.0;

/// How many people are online in each hour of their day, midnight first.
const AWAKE: [f64; 24] = [
    0.20, 0.10, 0.06, 0.04, 0.04, 0.08, 0.25, 0.45, 0.65, 0.80, 0.90, 0.90, 1.00, 0.95, 0.85, 0.80, 0.80,
    0.85, 0.90, 1.00, 1.00, 0.95, 0.75, 0.45,
];

/// By the day of a place that is so many hours from UTC, in a campaign that started at this hour of UTC and of which
/// the second day brings fewer.
pub fn daily(dice: &mut Dice, start_hour: f64, hours_from_utc: f64) -> f64 {
    loop {
        let at = dice.between(0.0, LENGTH);
        let hour = (start_hour + at / HOUR + hours_from_utc).rem_euclid(24.0);
        let awake =
            AWAKE.iter().zip(1_u32..).find(|(_, next)| hour < f64::from(*next)).map_or(0.2, |(of, _)| *of);
        if dice.chance(awake * (-at / (1.5 * DAY)).exp()) {
            return milliseconds(at);
        }
    }
}

/// After something was sent round: a quick rise, then fewer and fewer, half of them within about `half`.
pub fn after(dice: &mut Dice, sent: f64, rise: f64, half: f64) -> f64 {
    loop {
        let at = sent + dice.exponential(rise) + dice.exponential(half / 2_f64.ln());
        if at < LENGTH {
            return milliseconds(at);
        }
    }
}

/// About a moment, as people at lunch or in a break are.
pub fn about(dice: &mut Dice, moment: f64, deviation: f64) -> f64 {
    loop {
        let at = dice.normal(moment, deviation);
        if (0.0..LENGTH).contains(&at) {
            return milliseconds(at);
        }
    }
}

/// The next time after the start that clocks at such a place show this hour.
pub fn next(start_hour: f64, hours_from_utc: f64, hour: f64) -> f64 {
    (hour - start_hour - hours_from_utc).rem_euclid(24.0) * HOUR
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_sign_at_night_and_none_outside_the_two_days() {
        let mut dice = Dice::new(3);
        let hours: Vec<f64> = (0..4_000).map(|_| daily(&mut dice, 0.0, 0.0) / HOUR).collect();
        let between =
            |from: f64, until: f64| hours.iter().filter(|hour| (from..until).contains(*hour)).count();
        assert!(between(2.0, 5.0) * 5 < between(12.0, 15.0));
        assert_eq!(between(0.0, 48.0), 4_000);
    }

    #[test]
    fn an_hour_of_the_clock_is_found_from_any_start() {
        assert!((next(9.0, 2.0, 12.0) - HOUR).abs() < 1e-6);
        assert!((next(20.0, 0.0, 12.0) - 16.0 * HOUR).abs() < 1e-6);
    }
}
