//! Chance that can be repeated: the same seed throws the same numbers.

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use std::f64::consts::TAU;

pub struct Dice(ChaCha8Rng);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// Whether something happens that does so with this probability.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.between(0.0, 1.0) < probability
    }

    pub fn between(&mut self, least: f64, most: f64) -> f64 {
        least + (most - least) * self.0.random::<f64>()
    }

    /// A whole number, both ends included.
    pub fn count(&mut self, least: u32, most: u32) -> u32 {
        self.0.random_range(least..=most.max(least))
    }

    pub fn byte(&mut self, least: u8, most: u8) -> u8 {
        self.0.random_range(least..=most)
    }

    pub fn bits(&mut self) -> u64 {
        self.0.random()
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.place(from.len())]
    }

    /// From a list whose first are the commonest.
    pub fn pick_common<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let place = self.place(from.len()).min(self.place(from.len()));
        &from[place]
    }

    pub fn pick_weighted<'a, T>(&mut self, from: &'a [(T, f64)]) -> &'a T {
        let whole: f64 = from.iter().map(|(_, weight)| weight).sum();
        let mut left = self.between(0.0, whole);
        for (one, weight) in from {
            left -= weight;
            if left < 0.0 {
                return one;
            }
        }
        &from[from.len() - 1].0
    }

    /// So many different ones, or all where there are fewer.
    pub fn some<T: Clone>(&mut self, from: &[T], count: u32) -> Vec<T> {
        let mut all = from.to_vec();
        self.shuffle(&mut all);
        all.truncate(usize::try_from(count).unwrap_or(usize::MAX));
        all
    }

    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let other = self.place(last + 1);
            list.swap(last, other);
        }
    }

    /// Box and Muller's way to a normal distribution.
    pub fn normal(&mut self, mean: f64, deviation: f64) -> f64 {
        let (one, other) = (self.between(1e-12, 1.0), self.between(0.0, TAU));
        mean + deviation * (-2.0 * one.ln()).sqrt() * other.cos()
    }

    /// As human times are: none is negative, a few are very long.
    pub fn log_normal(&mut self, median: f64, spread: f64) -> f64 {
        median * self.normal(0.0, spread).exp()
    }

    pub fn exponential(&mut self, mean: f64) -> f64 {
        -mean * self.between(1e-12, 1.0).ln()
    }

    /// So many of these characters, which are ASCII.
    pub fn letters(&mut self, of: &[u8], least: u32, most: u32) -> String {
        (0..self.count(least, most)).map(|_| char::from(*self.pick(of))).collect()
    }

    fn place(&mut self, length: usize) -> usize {
        self.0.random_range(0..length.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_is_the_whole_of_its_chance() {
        let throws = |seed| {
            let mut dice = Dice::new(seed);
            (0..5).map(|_| dice.bits()).collect::<Vec<_>>()
        };
        assert_eq!(throws(7), throws(7));
        assert_ne!(throws(7), throws(8));
    }

    #[test]
    fn weights_decide_and_nothing_is_picked_without_one() {
        let mut dice = Dice::new(1);
        assert!((0..1_000).all(|_| *dice.pick_weighted(&[(1, 0.0), (2, 3.0), (3, 0.0)]) == 2));
    }
}
