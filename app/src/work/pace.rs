//! How jobs give way to those who sign and confirm.

use crate::clock::Stopwatch;
use crate::mail::sender;
use crate::state::App;
use std::time::Duration;

/// Nobody rests longer than so many times as long as it worked.
const MOST_TIMES: f64 = 8.0;
/// Nor longer than this.
const LONGEST: Duration = Duration::from_secs(2);

/// Lets sign-ons and confirmations pass: whoever has worked rests as many times as long as thousands of them came in a
/// second, and for as much longer as there are others at the same. Nobody waits for a mail by the millisecond.
pub struct Pace {
    taken: u64,
    since: Stopwatch,
    /// How many thousands of them came in a second lately.
    thousands: f64,
}

impl Pace {
    pub fn start(app: &App) -> Self {
        let taken = app.intake.stored() + app.confirmations.stored();
        Self { taken, since: Stopwatch::start(), thousands: 0.0 }
    }

    /// How long to rest after the work that `watch` has seen.
    pub fn rest(&mut self, app: &App, watch: &Stopwatch, abreast: u32) -> Duration {
        let now = Self::start(app);
        let came = u32::try_from(now.taken - self.taken).unwrap_or(u32::MAX);
        let thousands = f64::from(came) / self.since.seconds().max(f64::EPSILON) / 1_000.0;
        *self = Self { thousands, ..now };
        (watch.elapsed().mul_f64(thousands.min(MOST_TIMES)) * abreast).min(LONGEST)
    }

    /// So many mails are sent in one go.
    pub fn mails(&self) -> usize {
        mails_at(self.thousands)
    }
}

/// For a tenth of a second a whole batch takes all that processors have left, and sign-ons pile up; a few at a time
/// they hardly wait.
fn mails_at(thousands: f64) -> usize {
    if thousands < 1.0 {
        sender::TOGETHER
    } else if thousands < MOST_TIMES {
        sender::TOGETHER / 4
    } else {
        sender::TOGETHER / 8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_sign_the_fewer_mails_go_together() {
        let together = [0.0, 0.9, 1.0, 7.9, 8.0, 40.0].map(mails_at);
        assert_eq!(together, [128, 128, 32, 32, 16, 16]);
    }
}
