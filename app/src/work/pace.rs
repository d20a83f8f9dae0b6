//! How jobs give way to those who sign and confirm.

use crate::clock::Stopwatch;
use crate::mail::sender;
use crate::signatures::deciding;
use crate::state::App;
use broadside_db::Engine;
use std::time::Duration;

/// Nobody rests longer than so many times as long as it worked, for each that is at the same.
const MOST_TIMES: f64 = 24.0;
/// Nor longer than this.
const LONGEST: Duration = Duration::from_secs(2);
/// Who works on for long looks about every so often.
const A_LOOK: Duration = Duration::from_millis(5);
/// More than this between two looks is waiting for others: for a slow mail server nobody rests as well.
const A_STRETCH: Duration = Duration::from_millis(13);

/// Lets sign-ons and confirmations pass: whoever has worked rests as many times as long as the square of the thousands
/// of them that came in a second, and for as much longer as there are others at the same. So a crowd that a machine
/// takes with ease holds up few mails, and one that takes all of it most. Nobody waits for a mail by the millisecond.
pub struct Pace {
    /// How many had come at the last look, and since when that is.
    taken: u64,
    since: Stopwatch,
    /// How many thousands of them came in a second by the last look. Before there was one it may be a crowd that has
    /// just come: little is taken in the first go.
    thousands: Option<f64>,
    /// Whether the next step follows on this one.
    goes_on: bool,
    /// What is worked in one go, and how much of that was rest.
    worked: Stopwatch,
    rested: Duration,
}

impl Pace {
    pub fn start(app: &App) -> Self {
        Self::at(taken(app))
    }

    fn at(taken: u64) -> Self {
        Self {
            taken,
            since: Stopwatch::start(),
            thousands: None,
            goes_on: false,
            worked: Stopwatch::start(),
            rested: Duration::ZERO,
        }
    }

    /// A step begins. Who came before there was nothing to do says nothing of now.
    pub fn begin(&mut self, app: &App) {
        self.begin_at(taken(app));
    }

    fn begin_at(&mut self, taken: u64) {
        if !self.goes_on {
            *self = Self::at(taken);
        }
        self.goes_on = false;
        self.worked = Stopwatch::start();
        self.rested = Duration::ZERO;
    }

    /// How long to rest after what was worked since the step began, or since the last rest, before the next.
    pub fn rest(&mut self, app: &App, abreast: u32) -> Duration {
        self.rest_at(taken(app), abreast)
    }

    fn rest_at(&mut self, taken: u64, abreast: u32) -> Duration {
        self.goes_on = true;
        self.rest_after(self.at_work(), taken, abreast)
    }

    /// How long to rest in the midst of a step: a crowd that comes while a long one is under way is not kept waiting
    /// for its end.
    pub fn breath(&mut self, app: &App, abreast: u32) -> Duration {
        self.breath_after(self.at_work(), taken(app), abreast)
    }

    fn breath_after(&mut self, worked: Duration, taken: u64, abreast: u32) -> Duration {
        if worked < A_LOOK { Duration::ZERO } else { self.rest_after(worked.min(A_STRETCH), taken, abreast) }
    }

    /// How much was worked since the step began, or since the last rest.
    fn at_work(&self) -> Duration {
        self.worked.elapsed().saturating_sub(self.rested)
    }

    fn rest_after(&mut self, worked: Duration, taken: u64, abreast: u32) -> Duration {
        let came = u32::try_from(taken - self.taken).unwrap_or(u32::MAX);
        let thousands = f64::from(came) / self.since.seconds().max(f64::EPSILON) / 1_000.0;
        let rested = rest_for(worked, thousands, abreast);
        *self = Self { thousands: Some(thousands), rested, goes_on: self.goes_on, ..Self::at(taken) };
        rested
    }

    /// So many mails are taken in one go.
    pub fn mails(&self) -> usize {
        mails_at(self.thousands)
    }

    /// So many sign-ons are decided in one go: on SQLite nobody is stored while that is committed.
    pub fn sign_ons(&self, engine: Engine) -> i64 {
        match engine {
            Engine::Sqlite => sign_ons_at(self.thousands),
            Engine::Postgres => deciding::STEP,
        }
    }
}

fn taken(app: &App) -> u64 {
    app.intake.stored() + app.confirmations.stored()
}

fn rest_for(worked: Duration, thousands: f64, abreast: u32) -> Duration {
    (worked.mul_f64((thousands * thousands).min(MOST_TIMES)) * abreast).min(LONGEST)
}

/// A whole batch is taken and written without a look at who comes, and sign-ons pile up meanwhile; behind a few at a
/// time they hardly wait.
fn mails_at(thousands: Option<f64>) -> usize {
    match thousands {
        Some(few) if few < 1.0 => sender::TOGETHER,
        Some(many) if many < 8.0 => sender::TOGETHER / 4,
        _ => sender::TOGETHER / 8,
    }
}

/// Each is written at random places of two indexes; where many are stored each of those is a page of its own.
fn sign_ons_at(thousands: Option<f64>) -> i64 {
    match thousands {
        Some(few) if few < 1.0 => deciding::STEP,
        Some(many) if many < 3.0 => deciding::STEP / 2,
        _ => deciding::STEP / 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_sign_the_longer_is_the_rest_up_to_a_bound() {
        let worked = Duration::from_millis(10);
        let rests = [0.0, 0.5, 2.0, 4.0, 40.0].map(|thousands| rest_for(worked, thousands, 2).as_millis());
        assert_eq!(rests, [0, 5, 80, 320, 480]);
        assert_eq!(rest_for(Duration::from_mins(1), 8.0, 1), LONGEST);
    }

    #[test]
    fn who_waits_for_a_slow_mail_server_rests_but_a_moment_between_two_mails() {
        let mut pace = Pace::at(0);
        assert!(pace.breath_after(Duration::from_mins(1), 1_000_000, 2) < Duration::from_millis(700));
    }

    #[test]
    fn little_is_taken_until_it_is_known_that_nobody_comes() {
        let at_once = |pace: &Pace| (pace.sign_ons(Engine::Sqlite), pace.mails());
        let mut pace = Pace::at(70_000);
        pace.begin_at(70_000);
        assert_eq!(at_once(&pace), (16, 16));
        assert_eq!(pace.rest_at(70_000, 1), Duration::ZERO);
        pace.begin_at(70_000);
        assert_eq!(at_once(&pace), (64, 128), "it was looked after the step before");
        pace.begin_at(80_000);
        assert_eq!(at_once(&pace), (16, 16), "there was nothing to do in between");
        assert_eq!(
            pace.rest_after(Duration::from_millis(5), 80_000, 1),
            Duration::ZERO,
            "who came before is past"
        );
    }

    #[test]
    fn the_more_sign_the_fewer_mails_go_together() {
        let together = [0.0, 0.9, 1.0, 7.9, 8.0, 40.0].map(|thousands| mails_at(Some(thousands)));
        assert_eq!(together, [128, 128, 32, 32, 16, 16]);
    }

    #[test]
    fn the_more_sign_the_fewer_are_decided_together() {
        let together = [0.0, 0.9, 1.0, 2.9, 3.0, 40.0].map(|thousands| sign_ons_at(Some(thousands)));
        assert_eq!(together, [64, 64, 32, 32, 16, 16]);
    }
}
