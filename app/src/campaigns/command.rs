//! `broadside campaign …`: a campaign's files checked, begun, brought in and written out.

use super::definition::{Definition, Status};
use super::files::{self, Fault, speakers};
use super::importing::{self, Dispute, Imported};
use super::new;
use super::undrawn;
use crate::clock::{Clock, Dice};
use crate::config::{Given, Settings};
use crate::instance;
use clap::Subcommand;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

type Outcome = Result<ExitCode, Box<dyn std::error::Error>>;

#[derive(Subcommand)]
pub enum Campaign {
    /// Reports every fault of a campaign's folder
    Check { dir: PathBuf },
    /// Writes a folder with a small campaign to begin from; it passes the check as it is
    New {
        dir: PathBuf,
        /// Slug of the group that runs it [default: the folder's name]
        #[arg(long)]
        group: Option<String>,
    },
    /// Brings a campaign's folder into the instance; a second run changes nothing
    Import {
        dir: PathBuf,
        /// Where files and desk have both changed a part, lets the files stand
        #[arg(long)]
        over_desk: bool,
    },
    /// Writes a campaign as files that import to the same campaign
    Export { slug: String, dir: PathBuf },
    /// Adds a list of speakers (CSV: name, handles, session) to a campaign's targets
    Targets {
        dir: PathBuf,
        /// The list, or - for standard input
        file: PathBuf,
    },
}

pub async fn run(settings: Given, asked: Campaign) -> Outcome {
    match asked {
        Campaign::Check { dir } => check(&dir, Clock::of(settings.settle()?.clock).now()),
        Campaign::New { dir, group } => {
            new::write(&dir, group.as_deref())?;
            tell!(
                "{}: a draft is written. Change its words, and in campaign.toml set status = \"published\" as soon as everybody may see it; then `broadside campaign check {0}` and `broadside campaign import {0}`.",
                dir.display()
            );
            Ok(ExitCode::SUCCESS)
        }
        Campaign::Import { dir, over_desk } => {
            let dispute = if over_desk { Dispute::FilesStand } else { Dispute::Refuse };
            import(&settings.settle()?, &dir, dispute).await
        }
        Campaign::Export { slug, dir } => export(&settings.settle()?, &slug, &dir).await,
        Campaign::Targets { dir, file } => targets(&dir, &file),
    }
}

/// What is read whole, its marks dated today at the latest.
fn read(dir: &Path, now: i64) -> Result<Definition, Vec<Fault>> {
    let definition = files::read(dir)?;
    let ahead = files::marks_ahead(dir, &definition, now);
    if ahead.is_empty() { Ok(definition) } else { Err(ahead) }
}

fn check(dir: &Path, now: i64) -> Outcome {
    match read(dir, now) {
        Ok(definition) => {
            tell!("{}: nothing wrong", definition.slug);
            for line in undrawn::lines(&definition)? {
                tell!("{line}");
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(faults) => Ok(report(&faults)),
    }
}

/// Faults go to standard output, one a line: they are what was asked for.
fn report(faults: &[Fault]) -> ExitCode {
    for fault in faults {
        tell!("{fault}");
    }
    let count = faults.len();
    complain!("{count} {} to mend; nothing was changed", if count == 1 { "fault" } else { "faults" });
    ExitCode::FAILURE
}

async fn import(settings: &Settings, dir: &Path, dispute: Dispute) -> Outcome {
    let clock = Clock::of(settings.clock);
    let definition = match read(dir, clock.now()) {
        Ok(definition) => definition,
        Err(faults) => return Ok(report(&faults)),
    };
    let slug = definition.slug.clone();
    let is_draft = definition.status == Status::Draft;
    let (db, _) = instance::open(settings, &Dice::machine(), clock.now(), false).await?;
    let imported = importing::import(&db, definition, dispute, clock.now()).await?;
    match imported {
        Imported::New if is_draft => {
            tell!(
                "{slug}: imported, as a draft: nobody sees it until campaign.toml says status = \"published\""
            );
        }
        Imported::New => tell!("{slug}: imported"),
        Imported::Changed { changes, kept } => {
            for part in &kept {
                tell!("{slug}: {part} stays as the desk left it");
            }
            for change in &changes {
                tell!("{change}");
            }
            if changes.is_empty() {
                tell!("{slug}: nothing changed");
            }
        }
        Imported::Disputed(parts) => {
            for part in parts {
                tell!(
                    "{slug}: {part} was changed or left out here, and changed at the desk, since the last import; `broadside campaign export {slug}` shows what the desk says: bring both together here, or import with --over-desk to let the files stand"
                );
            }
            tell!("nothing was imported");
            return Ok(ExitCode::FAILURE);
        }
        Imported::Unfit(faults) => {
            tell!("{slug}: together with what the desk says:");
            return Ok(report(&faults));
        }
        Imported::Promised(broken) => {
            for sentence in broken {
                tell!("fundraisers.toml: {sentence}");
            }
            tell!("nothing was imported");
            return Ok(ExitCode::FAILURE);
        }
        Imported::Lowered { promised } => {
            tell!(
                "campaign.toml: [press] reply_place can only be raised once a private link was sent, and whoever got it was told “{0}”; write reply_place = \"{0}\"",
                promised.word()
            );
            tell!("nothing was imported");
            return Ok(ExitCode::FAILURE);
        }
        Imported::Postponed => {
            tell!(
                "campaign.toml: [press] embargo_until cannot be set or moved to a later time once a private link was sent, since whoever got it was told from when on a reply can be read; write the time that stood there, an earlier one, or remove the line"
            );
            tell!("nothing was imported");
            return Ok(ExitCode::FAILURE);
        }
        Imported::OtherGroup(group) => {
            tell!(
                "campaign.toml: the campaign {slug} belongs to the group {group}; give it another slug, or the group's own"
            );
            return Ok(ExitCode::FAILURE);
        }
    }
    db.close().await;
    Ok(ExitCode::SUCCESS)
}

async fn export(settings: &Settings, slug: &str, dir: &Path) -> Outcome {
    let db = instance::open_existing(settings).await?;
    let Some(definition) = importing::definition(&db, slug).await? else {
        complain!("broadside: there is no campaign {slug} in this instance");
        return Ok(ExitCode::FAILURE);
    };
    files::write(&definition, dir)?;
    db.close().await;
    tell!("{slug}: written to {}", dir.display());
    Ok(ExitCode::SUCCESS)
}

/// Adds speakers to `targets.toml`; to publish them the campaign is imported as after any change.
fn targets(dir: &Path, file: &Path) -> Outcome {
    let (name, bytes) = if file == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes)?;
        ("standard input".to_owned(), bytes)
    } else {
        let bytes =
            std::fs::read(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
        (file.display().to_string(), bytes)
    };
    let Ok(csv) = String::from_utf8(bytes) else {
        tell!("{name}:1: this is not UTF-8; save the list again with the encoding UTF-8");
        return Ok(ExitCode::FAILURE);
    };
    match speakers::add(dir, &name, &csv) {
        Err(faults) => Ok(report(&faults)),
        Ok(added) => {
            for name in &added.known {
                tell!("{name} is a target already; left as it stands");
            }
            for slug in &added.new {
                tell!("targets.toml: target {slug} added");
            }
            if added.new.is_empty() {
                tell!("nothing changed");
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}
