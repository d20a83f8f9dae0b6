//! The files of a campaign's folder, in memory. It reads what can belong to a campaign and no more:
//! nothing hidden, nothing too large, no folder but `letters`, `papers` and `pictures`.

use super::fault::{Fault, Faults};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Most bytes of one picture or PDF.
pub const MOST_PICTURE_BYTES: u64 = 2_000_000;
/// Most bytes of `campaign.toml` or a letter.
const MOST_TEXT_BYTES: u64 = 1_000_000;

pub enum Entry {
    Bytes(Vec<u8>),
    TooLarge(u64),
    Unreadable(String),
    Folder,
}

#[derive(Default)]
pub struct Folder {
    entries: BTreeMap<String, Entry>,
    /// What some part of the campaign has asked for; the rest belongs to nothing.
    asked: RefCell<BTreeSet<String>>,
}

impl Folder {
    pub fn on_disk(dir: &Path) -> Result<Self, Fault> {
        let mut folder = Self::default();
        folder.walk(dir, "").map_err(|error| Fault {
            file: dir.display().to_string(),
            line: 1,
            message: format!(
                "this folder cannot be read ({error}); name the folder that holds campaign.toml"
            ),
            wrong: None,
        })?;
        Ok(folder)
    }

    pub fn embedded(dir: &include_dir::Dir) -> Self {
        let mut folder = Self::default();
        folder.take_embedded(dir, dir.path());
        folder
    }

    /// A file by its path in the folder; from now on it belongs to the campaign.
    pub fn ask(&self, path: &str) -> Option<&Entry> {
        self.asked.borrow_mut().insert(path.to_owned());
        self.entries.get(path)
    }

    /// Puts a file in place of what stands there.
    pub fn put(&mut self, path: &str, text: String) {
        self.put_bytes(path, text.into_bytes());
    }

    pub fn put_bytes(&mut self, path: &str, bytes: Vec<u8>) {
        self.entries.insert(path.to_owned(), Entry::Bytes(bytes));
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    fn walk(&mut self, dir: &Path, prefix: &str) -> std::io::Result<()> {
        for found in std::fs::read_dir(dir)? {
            let found = found?;
            let name = found.file_name();
            let Some(name) = name.to_str() else {
                let path = format!("{prefix}{}", name.to_string_lossy());
                let why = "its name is not Unicode; give it another name".to_owned();
                self.entries.insert(path, Entry::Unreadable(why));
                continue;
            };
            if is_left_alone(name) {
                continue;
            }
            let path = format!("{prefix}{name}");
            let entry = entry_on_disk(&found.path(), is_no_text(&path));
            if matches!(entry, Entry::Folder) && prefix.is_empty() && belongs(name) {
                self.walk(&found.path(), &format!("{name}/"))?;
            } else {
                self.entries.insert(path, entry);
            }
        }
        Ok(())
    }

    fn take_embedded(&mut self, dir: &include_dir::Dir, root: &Path) {
        for file in dir.files() {
            let path = file.path().strip_prefix(root).unwrap_or(file.path());
            let path = path.to_string_lossy().replace('\\', "/");
            if !path.split('/').any(is_left_alone) {
                self.entries.insert(path, Entry::Bytes(file.contents().to_vec()));
            }
        }
        for inner in dir.dirs() {
            self.take_embedded(inner, root);
        }
    }
}

/// Reports every file that no part of the campaign has asked for.
pub fn refuse_strays(folder: &Folder, faults: &Faults) {
    let asked = folder.asked.borrow();
    for (path, entry) in folder.entries.iter().filter(|(path, _)| !asked.contains(*path)) {
        let message = match (entry, path.split_once('/')) {
            (Entry::Folder, _) => {
                "a campaign's folder holds the folders letters, papers and pictures only; move this one elsewhere".to_owned()
            }
            (Entry::Unreadable(why), _) => why.clone(),
            (_, Some(("pictures", file))) => format!(
                "no [[picture]] in campaign.toml names this file; add one with file = \"{file}\", or remove the file"
            ),
            (_, Some(("papers", file))) => format!(
                "no [[statement]] in statements.toml names this file; give one file = \"{file}\", or remove the file"
            ),
            (_, Some(_)) => {
                "this file belongs to nothing; a letter's file is named {slug}.{language}.md, as in our-demands.en.md"
                    .to_owned()
            }
            _ => "this file belongs to nothing; a campaign is campaign.toml, targets.toml, posts.toml, events.toml, goals.toml, fundraisers.toml, statements.toml, letters/, papers/ and pictures/, so move it elsewhere"
                .to_owned(),
        };
        faults.add(path, 1, message);
    }
}

/// What systems and editors leave behind: hidden files, and copies as editors keep them.
fn is_left_alone(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~')
}

fn belongs(folder: &str) -> bool {
    matches!(folder, "letters" | "papers" | "pictures")
}

fn is_no_text(path: &str) -> bool {
    path.starts_with("pictures/") || path.starts_with("papers/")
}

fn entry_on_disk(path: &Path, is_no_text: bool) -> Entry {
    let most = if is_no_text { MOST_PICTURE_BYTES } else { MOST_TEXT_BYTES };
    let unreadable = |error: std::io::Error| Entry::Unreadable(format!("this file cannot be read: {error}"));
    match std::fs::metadata(path) {
        Err(error) => unreadable(error),
        Ok(about) if about.is_dir() => Entry::Folder,
        // A pipe or a device would be read for ever.
        Ok(about) if !about.is_file() => {
            Entry::Unreadable("this is no ordinary file; move it elsewhere".to_owned())
        }
        Ok(about) if about.len() > most => Entry::TooLarge(about.len()),
        Ok(_) => std::fs::read(path).map_or_else(unreadable, Entry::Bytes),
    }
}
