//! A made-up campaign of two days: sign-ons, each with what it really is, honest or false. What is to be held back is
//! measured on them, so nothing here knows how that is done: each scene is modelled on what such people, or such
//! operators, do and leave behind.

mod atlas;
mod campaign;
mod dice;
mod network;
mod operator;
mod people;
mod rhythm;
mod run;
mod scenes;
mod sign_on;
#[cfg(test)]
mod tests;

pub use run::Run;
pub use sign_on::{Label, Labelled, SignOn, Venue};

use std::hash::{BuildHasher, Hasher, RandomState};

/// A seed by chance, small enough for any reader of JSON to keep it exactly.
pub fn drawn() -> u64 {
    RandomState::new().build_hasher().finish() >> 32
}
