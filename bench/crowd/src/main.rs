//! Prints the sign-ons of a made-up campaign of two days, each with what it really is: honest or false. What is to be
//! held back is measured on them, so nothing here knows how that is done: each scene is modelled on what such people,
//! or such operators, do and leave behind. Nothing is sent anywhere.
//!
//! The first line is what is known beforehand, each other line one sign-on, in the order of time. Chance comes from the
//! seed alone, which is drawn anew where none is given and printed on standard error.
//!
//! `broadside-crowd [--seed N] [--sign-ons 10000]`

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

use clap::Parser;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, BufWriter};

#[derive(Parser)]
#[command(about = "Prints labelled sign-ons, honest and false, as lines of JSON")]
struct Order {
    /// What decides every chance; drawn where none is given
    #[arg(long)]
    seed: Option<u64>,
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(100..))]
    sign_ons: u32,
}

fn main() -> io::Result<()> {
    let order = Order::parse();
    let seed = order.seed.unwrap_or_else(drawn);
    eprintln!("seed {seed}");
    run::Run::new(seed, order.sign_ons).write(BufWriter::new(io::stdout().lock()))
}

/// Small enough for any reader of JSON to keep it exactly.
fn drawn() -> u64 {
    RandomState::new().build_hasher().finish() >> 32
}
