//! Three games that try to make Broadside lose what it thanked somebody for: kills, power cuts that are replayed from
//! a recording of its writes and syncs, and mishaps that are over again. What the second assumes of a disk stands in `disk.rs`, what is recorded
//! in `recorder.c`.
//!
//! Each run has a seed, which decides how people behave and when they are stopped. A failure prints it and keeps the
//! folder; a recording that is kept can be cut again in the very same way.

mod check;
mod cuts;
mod disk;
mod gate;
mod http;
mod image;
mod kills;
mod ledger;
mod load;
mod mishaps;
mod moments;
mod mood;
mod program;
mod recording;
mod sink;
mod stage;

use broadside_durable::Failure;
use clap::Parser;
use stage::Stage;
use std::hash::{BuildHasher, Hasher};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(about = "Kills Broadside and cuts its power, and looks for what was thanked for")]
enum Game {
    /// kill -9 at random moments under load
    Kills {
        #[command(flatten)]
        given: Given,
        #[arg(long, default_value_t = 500)]
        kills: u64,
    },
    /// Power cuts, replayed from recordings of the program's writes and syncs
    Cuts {
        #[command(flatten)]
        given: Given,
        #[arg(long, default_value_t = 2_000)]
        cuts: u64,
        #[arg(long, default_value_t = 8)]
        recordings: u64,
        /// Milliseconds of load in each recording
        #[arg(long, default_value_t = 9_000)]
        load: u64,
        /// At how many cuts the program itself serves again and its doctor is asked
        #[arg(long, default_value_t = 40)]
        asked: u64,
        /// The data folder stands before the program starts, as a service manager makes it
        #[arg(long)]
        folder_made: bool,
    },
    /// A full disk, one that can only be read, failing syncs, a clock that jumps, a PostgreSQL that is away: for a while
    Mishaps {
        #[command(flatten)]
        given: Given,
        /// How long each lasts, in milliseconds
        #[arg(long, default_value_t = 5_000)]
        lasting: u64,
        /// One of them alone: full, read-only, sync, "clock 3600", "clock -3600", postgres
        #[arg(long)]
        only: Option<String>,
        /// postgres://user@address:port/database in which a schema can be made
        #[arg(long, env = "BROADSIDE_TEST_POSTGRES_URL", hide_env_values = true)]
        postgres: Option<String>,
    },
    /// One cut of a recording that was kept
    Replay {
        #[arg(long)]
        recording: PathBuf,
        #[arg(long)]
        cut: u64,
        /// As many as the recording's share was
        #[arg(long, default_value_t = 2_000)]
        cuts: u64,
    },
}

#[derive(clap::Args)]
struct Given {
    /// The program `broadside`
    #[arg(long)]
    program: PathBuf,
    /// The folder of the reference campaign
    #[arg(long)]
    campaign: PathBuf,
    /// What decides every chance; thrown where none is given
    #[arg(long)]
    seed: Option<u64>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let (name, outcome) = match Game::parse() {
        Game::Kills { given, kills } => {
            ("kills", on_a_stage(given, async |stage| kills::play(stage, kills).await).await)
        }
        Game::Cuts { given, cuts, recordings, load, asked, folder_made } => {
            let size = cuts::Size { cuts, recordings, milliseconds: load, asked, folder_made };
            ("cuts", on_a_stage(given, async |stage| cuts::play(stage, size).await).await)
        }
        Game::Mishaps { given, lasting, only, postgres } => {
            let order = mishaps::Order { lasting, only, postgres };
            ("mishaps", on_a_stage(given, async |stage| mishaps::play(stage, &order).await).await)
        }
        Game::Replay { recording, cut, cuts } => ("replay", cuts::replay(&recording, cut, cuts).await),
    };
    match outcome {
        Ok(told) => {
            println!("{name}: {told}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{name} FAILED: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Plays in a new folder, which goes afterwards unless something failed.
async fn on_a_stage(
    given: Given,
    play: impl AsyncFnOnce(&Stage) -> Result<String, Failure>,
) -> Result<String, Failure> {
    let folder = tempfile::Builder::new().prefix("broadside-durable.").tempdir()?;
    let seed = given.seed.unwrap_or_else(|| std::hash::RandomState::new().build_hasher().finish());
    let stage = Stage {
        path: given.program.canonicalize()?,
        campaign: given.campaign.canonicalize()?,
        seed,
        root: folder.path().canonicalize()?,
    };
    match play(&stage).await {
        Ok(told) => Ok(format!("seed {seed}: {told}")),
        Err(failure) => Err(format!("seed {seed}, kept in {}: {failure}", folder.keep().display()).into()),
    }
}
