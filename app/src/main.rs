//! `broadside`: one program that runs a whole public campaign.
#![deny(clippy::print_stdout, clippy::print_stderr)]

#[macro_use]
mod out;

mod accounts;
mod audit;
mod backup;
mod campaigns;
mod cards;
mod changes;
mod cli;
mod clock;
mod config;
mod deliveries;
mod demo;
mod desk;
mod doctor;
mod endorsements;
mod error;
mod events;
mod figures;
mod fill;
mod fresh;
mod fundraisers;
mod goals;
mod holding;
mod instance;
mod jobs;
mod letters;
mod lists;
mod log;
mod mail;
mod networks;
mod partners;
mod people;
mod posts;
mod privacy;
mod rehearsal;
mod restore;
mod routes;
mod schema;
mod serve;
mod signatures;
mod slug;
mod state;
mod statements;
#[cfg(test)]
mod stories;
mod targets;
mod tasks;
mod versions;
mod web;
mod work;

use std::process::ExitCode;

/// The system's own holds everybody up while it puts freed pieces together: at half of the highest rate of sign-ons the
/// slowest of a hundred waited half as long again.
#[cfg(target_os = "linux")]
#[global_allocator]
static MEMORY: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    let arguments = cli::read();
    if let Err(error) = log::begin() {
        complain!("broadside: {error}");
        return ExitCode::FAILURE;
    }
    // Every visitor is an open file, and the usual limit is a thousand; where it cannot be raised, it stays.
    if let Err(error) = rlimit::increase_nofile_limit(u64::MAX) {
        tracing::debug!(%error, "the limit of open files stays as it is");
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            complain!("broadside: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(cli::run(arguments)) {
        Ok(code) => out::code(code),
        Err(error) => {
            complain!("broadside: {error}");
            ExitCode::FAILURE
        }
    }
}
