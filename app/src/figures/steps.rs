//! How long things took, in steps: near enough for who looks, and cheap enough to be noted of every answer.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// The bounds of the histograms at `/metrics`, in microseconds.
pub const MICROS: [u32; 10] = [500, 1_000, 2_000, 5_000, 10_000, 25_000, 50_000, 100_000, 500_000, 2_000_000];

/// How long things took: how many fell under each of the bounds, and beyond the last.
#[derive(Default)]
pub struct Steps([AtomicU64; MICROS.len() + 1]);

impl Steps {
    pub fn record(&self, seconds: f64) {
        let step = MICROS.iter().position(|bound| seconds * 1e6 <= f64::from(*bound)).unwrap_or(MICROS.len());
        self.0[step].fetch_add(1, Relaxed);
    }

    pub fn read(&self) -> Took {
        Took(std::array::from_fn(|step| self.0[step].load(Relaxed)))
    }
}

/// The same at a moment, or between two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Took([u64; MICROS.len() + 1]);

/// Within which time: as near as the bounds tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    Micros(u32),
    LongerThan(u32),
}

impl Took {
    pub fn count(&self) -> u64 {
        self.0.iter().sum()
    }

    /// Within which time so many of a hundred ended; nothing where there were none.
    pub fn within(&self, of_a_hundred: u64) -> Option<Within> {
        let wanted = (self.count() * of_a_hundred).div_ceil(100).max(1);
        let mut ended = 0;
        let step = self.0.iter().position(|count| {
            ended += count;
            ended >= wanted
        })?;
        let last = MICROS[MICROS.len() - 1];
        Some(MICROS.get(step).map_or(Within::LongerThan(last), |bound| Within::Micros(*bound)))
    }

    pub fn since(&self, before: &Self) -> Self {
        Self(std::array::from_fn(|step| self.0[step].saturating_sub(before.0[step])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_took_how_long_is_told_as_near_as_the_bounds_do() {
        let steps = Steps::default();
        assert_eq!(steps.read().within(50), None);
        for _ in 0..98 {
            steps.record(0.003);
        }
        steps.record(0.04);
        steps.record(99.0);
        let took = steps.read();
        assert_eq!((took.count(), took.within(50)), (100, Some(Within::Micros(5_000))));
        assert_eq!(took.within(99), Some(Within::Micros(50_000)));
        assert_eq!(took.within(100), Some(Within::LongerThan(2_000_000)));
    }
}
