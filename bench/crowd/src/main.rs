//! Prints the sign-ons of a made-up campaign, each with what it really is. Nothing is sent anywhere.
//!
//! The first line is what is known beforehand, each other line one sign-on, in the order of time. Chance comes from the
//! seed alone, which is drawn anew where none is given and printed on standard error.
//!
//! `broadside-crowd [--seed N] [--sign-ons 10000]`

use broadside_crowd::{Run, drawn};
use clap::Parser;
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
    Run::new(seed, order.sign_ons).write(BufWriter::new(io::stdout().lock()))
}
