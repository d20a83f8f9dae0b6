//! The command line: what can be asked of the program, and where each command is done.

use crate::accounts::Role;
use crate::accounts::first::{self, Invited};
use crate::campaigns::command::{self as campaigns, Campaign};
use crate::config::Given;
use crate::partners::invitations;
use crate::privacy::command::{self as privacy, Person, PersonalData};
use crate::rehearsal::{self, Rehearse};
use crate::restore::{self, Restore};
use crate::{backup, demo, doctor, fill, serve};
use clap::builder::Resettable;
use clap::parser::ValueSource;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use std::io::{BufRead as _, Write as _};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

type Outcome = Result<ExitCode, Box<dyn std::error::Error>>;

#[derive(Parser)]
#[command(version, about = "Runs a whole public campaign: letter, signatures, mails, count.")]
pub struct Arguments {
    #[command(flatten)]
    settings: Given,
    /// The address to listen on where it was given as a flag, and is no setting of the instance.
    #[arg(skip)]
    listen: Option<SocketAddr>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the reference campaign with made-up people and a mailbox, on this machine only
    Demo,
    /// Serves this instance's campaigns
    Serve {
        /// Obeys whoever rehearses, on standard input: serves a copy, on this machine only
        #[arg(long, hide = true)]
        rehearsal: bool,
    },
    /// Checks, imports and exports campaigns as files
    #[command(subcommand)]
    Campaign(Campaign),
    /// Counts texts as the networks count posts
    #[command(subcommand)]
    Post(Post),
    /// Lets people into the desk
    #[command(subcommand)]
    Account(Account),
    /// Says in plain words what is wrong with the setup
    Doctor,
    /// Takes a consistent copy of a running SQLite instance
    Backup {
        /// File to write; it must not exist
        file: PathBuf,
    },
    /// Puts a backup in place, or holds this instance against a register of erasures
    Restore(Restore),
    /// Plays the evening on which everybody comes against a copy of this instance, and says what it held
    Rehearse(Rehearse),
    /// Prints what is kept of people, why, and until when
    PersonalData(PersonalData),
    /// Gives somebody their data, or erases it
    #[command(subcommand)]
    Person(Person),
    #[command(subcommand, hide = true)]
    Bench(Bench),
}

#[derive(Subcommand)]
enum Post {
    /// Reads one JSON string a line and writes the length of each
    Length {
        /// x, bluesky, mastodon or threads
        #[arg(long)]
        network: posttext::Network,
    },
}

#[derive(Subcommand)]
enum Account {
    /// Prints a link that works once and opens the desk for this address, making its account where there is none
    Invite {
        email: String,
        /// Slug of the group to join [default: the only one; all there are for the first account]
        #[arg(long)]
        group: Option<String>,
        /// owner, organiser, moderator, treasurer or viewer [default: owner]
        #[arg(long, value_parser = role)]
        role: Option<Role>,
        /// To sign in for a partner of a campaign instead: dropsalesforce/greenpeace
        #[arg(long, conflicts_with_all = ["group", "role"])]
        partner: Option<String>,
        /// Language of the desk for a new account: en, es or ar
        #[arg(long, default_value = "en", value_parser = ["en", "es", "ar"])]
        language: String,
    },
    /// Closes the desk to an address at once, on every device
    Deactivate { email: String },
    /// Lets somebody who works at the desk run the instance too: Setup and Status
    Operator { email: String },
}

fn role(word: &str) -> Result<Role, String> {
    Role::parse(word).ok_or_else(|| "one of owner, organiser, moderator, treasurer, viewer".to_owned())
}

#[derive(Subcommand)]
enum Bench {
    /// Fills an empty instance with made-up confirmed signatures, past the mail
    Fill {
        #[arg(long)]
        signatures: u64,
    },
    /// Prints the tokens of the made-up sign-ons that wait, one a line
    Links,
}

/// Reads the command line. A variable that is set to nothing is one that is not set.
pub fn read() -> Arguments {
    let command = Arguments::command().mut_args(|argument| {
        let is_blank = |name: &std::ffi::OsStr| std::env::var_os(name).is_some_and(|value| value.is_empty());
        if argument.get_env().is_some_and(is_blank) { argument.env(Resettable::Reset) } else { argument }
    });
    let matches = command.get_matches();
    let mut arguments = Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    if matches.value_source("listen") == Some(ValueSource::CommandLine) {
        arguments.listen = arguments.settings.listen();
    }
    arguments
}

pub async fn run(arguments: Arguments) -> Outcome {
    match arguments.command {
        Command::Demo => demo::run(arguments.settings).await?,
        Command::Serve { rehearsal } => serve::run(arguments.settings.settle()?, rehearsal).await?,
        Command::Campaign(asked) => return campaigns::run(arguments.settings, asked).await,
        Command::Post(Post::Length { network }) => return post_length(network),
        Command::Account(Account::Invite { email, partner: Some(partner), language, .. }) => {
            let settings = arguments.settings.settle()?;
            tell!("{}", invitations::by_command(&settings, &email, &partner, language).await?);
        }
        Command::Account(Account::Invite { email, group, role, language, partner: None }) => {
            let settings = arguments.settings.settle()?;
            tell!("{}", first::invite(&settings, Invited { email, group, role, language }).await?);
        }
        Command::Account(Account::Deactivate { email }) => {
            first::deactivate(&arguments.settings.settle()?, &email).await?;
            tell!("{email}: the desk is closed to this address");
        }
        Command::Account(Account::Operator { email }) => {
            first::let_operate(&arguments.settings.settle()?, &email).await?;
            tell!("{email}: runs the instance too, and sees Setup and Status at the desk");
        }
        Command::Doctor => return doctor::run(&arguments.settings.settle()?).await,
        Command::PersonalData(asked) => {
            return privacy::personal_data(&arguments.settings.settle()?, &asked).await;
        }
        Command::Person(asked) => return privacy::person(&arguments.settings.settle()?, asked).await,
        Command::Restore(asked) => return restore::run(arguments.settings.settle()?, asked).await,
        Command::Backup { file } => return backup::run(&arguments.settings.settle()?, &file).await,
        Command::Rehearse(asked) => return rehearsal::run(arguments.settings, arguments.listen, asked).await,
        Command::Bench(Bench::Fill { signatures }) => {
            fill::run(&arguments.settings.settle()?, signatures).await?;
        }
        Command::Bench(Bench::Links) => fill::links(&arguments.settings.settle()?).await?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Ends where whoever reads the lengths goes away.
fn post_length(network: posttext::Network) -> Outcome {
    match lengths(network) {
        Err(error) if is_broken_pipe(&*error) => Ok(ExitCode::SUCCESS),
        other => other,
    }
}

fn is_broken_pipe(error: &(dyn std::error::Error + 'static)) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

fn lengths(network: posttext::Network) -> Outcome {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (line, text) in (1..).zip(std::io::stdin().lock().lines()) {
        let text = text?;
        let text: String = serde_json::from_str(&text)
            .map_err(|error| format!("line {line} of standard input is no JSON string: {error}"))?;
        writeln!(out, "{}", posttext::length(network, &text))?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
