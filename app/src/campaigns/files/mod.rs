//! A campaign as a folder of files: read and checked, written, compared. Never a database, never a page.
//!
//! `campaign.toml` says what the page says; `letters/{slug}.{lang}.md` are the letters, each with a few
//! lines of TOML between `+++` on top; `targets.toml` and `posts.toml` are the ready-made posts and whom
//! they address; `events.toml` says where people are asked to come; `fundraisers.toml` what money is asked for, `goals.toml` what is to be reached; `statements.toml` is the record for the press; `pictures/` holds the pictures. `campaigns/README.md` explains the format line by line.

mod amounts;
mod campaign;
mod changes;
mod checks;
mod endorsements;
mod events;
mod fault;
mod folder;
mod fundraiser_account;
pub mod fundraiser_rules;
mod fundraisers;
mod goals;
mod letters;
mod pictures;
mod post_lengths;
mod posts;
mod press;
mod slugs;
mod speaker_row;
pub mod speakers;
mod statements;
mod svg;
mod syntax;
mod table;
mod targets;
#[cfg(test)]
mod tests;
mod text;
mod toml_text;
mod writing;
mod wrong;

pub use amounts::{MOST as MOST_AMOUNT, NoAmount, amount, charged};
pub use campaign::{MOST_PARTNERS, MOST_PRIVACY};
pub use changes::{Change, changes};
pub use checks::{AGE_KEY_EXAMPLE, Rule, is_age_key, is_secret_age_key, one_paragraph};
pub use fault::Fault;
pub use goals::{MOST as MOST_GOALS, MOST_PEOPLE, MOST_SIGNATURES, MOST_WORDS as MOST_GOAL_WORDS};
pub use letters::{MOST_CHARACTERS, without_empty_lines};
pub use pictures::picture_size;
pub use text::is_refused;
pub use writing::write;
pub use wrong::Wrong;

use super::definition::Definition;
use fault::Faults;
use folder::Folder;
use std::path::Path;

/// Reads a campaign's folder; every fault of every file is found in one run, in the order of the files.
pub fn read(dir: &Path) -> Result<Definition, Vec<Fault>> {
    Folder::on_disk(dir).map_err(|fault| vec![fault]).and_then(|folder| read_folder(&folder))
}

/// Reads a campaign that travels in the program.
pub fn read_embedded(dir: &include_dir::Dir) -> Result<Definition, Vec<Fault>> {
    read_folder(&Folder::embedded(dir))
}

/// The marks and statements of a folder that was read whose day is after today: nobody has answered yet, or
/// acted.
pub fn marks_ahead(dir: &Path, definition: &Definition, now: i64) -> Vec<Fault> {
    let text = |file: &str| std::fs::read_to_string(dir.join(file)).unwrap_or_default();
    let today = crate::clock::day(now, &definition.time_zone);
    let mut faults = targets::marks_ahead(&text(targets::FILE), &today);
    faults.extend(statements::ahead(&text(statements::FILE), &today));
    faults
}

/// What `campaign check` would say of these targets, and of the posts that are sent to them.
pub fn faults_of_targets(definition: &Definition) -> Vec<Fault> {
    let mut folder = Folder::default();
    for (file, text) in [
        (targets::FILE, targets::write(&definition.targets, &definition.languages)),
        (posts::FILE, posts::write(&definition.posts, &definition.languages)),
    ] {
        if let Some(text) = text {
            folder.put(file, text);
        }
    }
    let faults = Faults::default();
    let targets = targets::read(&folder, &definition.languages, &faults);
    posts::read(&folder, &definition.slug, &definition.languages, &targets, &faults);
    faults.sorted()
}

/// Checks a campaign that was put together elsewhere just as if it had been read: as the files it would be.
pub fn check(definition: &Definition) -> Vec<Fault> {
    let mut folder = Folder::default();
    for (path, bytes) in writing::files(definition) {
        folder.put_bytes(&path, bytes);
    }
    read_folder(&folder).err().unwrap_or_default()
}

fn read_folder(folder: &Folder) -> Result<Definition, Vec<Fault>> {
    let faults = Faults::default();
    let campaign = campaign::read(folder, &faults);
    folder::refuse_strays(folder, &faults);
    match (campaign, faults.sorted()) {
        (Some(definition), faults) if faults.is_empty() => Ok(definition),
        (_, faults) => Err(faults),
    }
}
