//! What visitors got, and how long they waited for it.

/// What somebody comes for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    Page,
    Count,
    SignOn,
    Confirmation,
}

impl Errand {
    pub const ALL: [Self; 4] = [Self::Page, Self::Count, Self::SignOn, Self::Confirmation];

    /// What is said where it gave way.
    pub fn broke_key(self) -> &'static str {
        match self {
            Self::Page => "rehearsal-broke-pages",
            Self::Count => "rehearsal-broke-counts",
            Self::SignOn => "rehearsal-broke-sign-ons",
            Self::Confirmation => "rehearsal-broke-confirmations",
        }
    }

    pub fn only_reads(self) -> bool {
        matches!(self, Self::Page | Self::Count)
    }
}

/// How one request ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// As it should; with the seconds from when it was due.
    Served(f64),
    /// 503: come back in a moment.
    Busy,
    /// 429: too many from one network.
    Limited,
    /// Anything else, or nothing within the time that people have.
    Lost,
}

#[derive(Clone, Debug, Default)]
pub struct Seen {
    waits: Vec<f64>,
    pub busy: u64,
    pub limited: u64,
    pub lost: u64,
}

/// Whoever waits longer than this feels it, in seconds.
pub const LONG: f64 = 1.0;

impl Seen {
    pub fn note(&mut self, end: End) {
        match end {
            End::Served(seconds) => self.waits.push(seconds),
            End::Busy => self.busy += 1,
            End::Limited => self.limited += 1,
            End::Lost => self.lost += 1,
        }
    }

    pub fn and(mut self, other: Self) -> Self {
        self.waits.extend(other.waits);
        self.busy += other.busy;
        self.limited += other.limited;
        self.lost += other.lost;
        self
    }

    pub fn served(&self) -> u64 {
        self.waits.len() as u64
    }

    pub fn all(&self) -> u64 {
        self.served() + self.busy + self.limited + self.lost
    }

    pub fn turned_away_in_thousand(&self) -> u64 {
        (self.busy + self.limited + self.lost) * 1000 / self.all().max(1)
    }

    /// What ninety-nine in a hundred of the served waited at most, in seconds.
    pub fn p99(&self) -> f64 {
        let mut waits = self.waits.clone();
        waits.sort_unstable_by(f64::total_cmp);
        let place = (waits.len() * 99 / 100).min(waits.len().saturating_sub(1));
        waits.get(place).copied().unwrap_or(0.0)
    }

    /// Everybody was served, and hardly anybody felt a wait.
    pub fn held(&self) -> bool {
        self.busy == 0 && self.lost == 0 && self.limited == 0 && self.p99() <= LONG
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_who_is_turned_away_or_two_in_a_hundred_who_wait_are_no_holding() {
        let mut seen = Seen::default();
        for hundredth in 1..=100 {
            seen.note(End::Served(f64::from(hundredth) / 100.0));
        }
        assert!(seen.held() && seen.p99() >= 0.99 && seen.served() == 100);
        let mut late = seen.clone();
        late.note(End::Served(3.0));
        late.note(End::Served(3.0));
        assert!(!late.held());
        for end in [End::Busy, End::Lost, End::Limited] {
            let mut turned_away = seen.clone();
            turned_away.note(end);
            assert!(!turned_away.held() && turned_away.all() == 101, "{end:?}");
        }
        assert!(Seen::default().held(), "nobody came, nobody waited");
    }
}
