//! A game that tries to make Broadside charge somebody twice, or not at all: pledges are charged through a provider that
//! loses requests and answers, while the program is killed at random moments and started again, each time some minutes,
//! hours or a day later. At the end each pledge has one final state, the provider's payments are those of the pledges
//! that are paid, and the book agrees with both.
//!
//! A run has a seed, which decides what is pledged, which calls are lost and after which the program is killed. A failure
//! prints it and keeps the folder.

mod check;
mod game;
mod givers;
mod program;

use broadside_durable::Failure;
use clap::Parser;
use std::hash::{BuildHasher, Hasher};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(about = "Kills Broadside while it charges pledges, loses what is said, and counts the money")]
struct Given {
    /// The program `broadside`
    #[arg(long)]
    program: PathBuf,
    /// The folder of the reference campaign
    #[arg(long)]
    campaign: PathBuf,
    #[arg(long, default_value_t = 10_000)]
    pledges: u64,
    /// So many kills at most: it may have charged everything before
    #[arg(long, default_value_t = 200)]
    kills: u64,
    /// Of the provider's calls, in percent: half of them lost before they arrive, half of them answered to nobody
    #[arg(long, default_value_t = 20)]
    lost: u64,
    /// Of the provider's calls, in percent: done, and answered that something went wrong
    #[arg(long, default_value_t = 3)]
    failed: u64,
    /// Of the provider's calls, in percent: a payment that is asked for is there for a while before it is tried
    #[arg(long, default_value_t = 1)]
    slow: u64,
    /// What decides every chance; thrown where none is given
    #[arg(long)]
    seed: Option<u64>,
    /// postgres://user@address:port/database in which a schema can be made, instead of SQLite
    #[arg(long)]
    postgres: Option<String>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match play(Given::parse()).await {
        Ok(told) => {
            println!("funding: {told}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("funding FAILED: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Plays in a new folder, which goes afterwards unless something failed.
async fn play(given: Given) -> Result<String, Failure> {
    let folder = tempfile::Builder::new().prefix("broadside-funding.").tempdir()?;
    let seed = given.seed.unwrap_or_else(|| std::hash::RandomState::new().build_hasher().finish());
    let order = game::Order {
        program: given.program.canonicalize()?,
        campaign: given.campaign.canonicalize()?,
        root: folder.path().canonicalize()?,
        postgres: given.postgres,
        seed,
        pledges: given.pledges,
        kills: given.kills,
        lost: given.lost.min(100),
        failed: given.failed.min(100),
        slow: given.slow.min(100),
    };
    match game::play(&order).await {
        Ok(told) => Ok(format!("seed {seed}: {told}")),
        Err(failure) => Err(format!("seed {seed}, kept in {}: {failure}", folder.keep().display()).into()),
    }
}
