//! What a disk may hold when its power is cut.
//!
//! What the model assumes:
//! - A sync of a file, once it has returned, keeps everything that was written to the file, and every size it
//!   was given, before the sync began. A sync of a folder does so with the names in it. Nothing else is kept for
//!   sure; a sync of a file does not keep its name.
//! - Whatever was not synced may be there or not, each write and each change of size or name on its own, in any
//!   order. Of a write any of its sectors may be missing: 512 bytes at a time, by their place in the file; a
//!   sector itself is never torn. Where a file grew and nothing was kept, there are zeros or rubbish, or it did
//!   not grow.
//! - What was synced is neither lost nor changed: no sector goes bad, and disks do as they are told.
//! - A file that is only mapped is made anew: SQLite's `-shm`.
//!
//! Real file systems keep more than that, mostly in order; the kinds of [`Mood`] go from them to the worst.

use crate::image::Image;
use crate::mood::{Kept, Mood};
use crate::recording::{Event, Recording};
use broadside_durable::dice::Dice;
use std::collections::{BTreeMap, HashMap};

pub const SECTOR: u64 = 512;

/// Which syncs a replay leaves out, to see whether the game would notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ignored {
    None,
    /// As if no sync did anything.
    All,
    /// As if SQLite's log were not synced at each commit.
    Logs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name {
    Folder,
    File(usize),
}

#[derive(Clone, Debug)]
enum NameChange {
    Set(String, Name),
    Moved(String, String),
    Removed(String),
}

#[derive(Clone, Debug)]
enum Change {
    Written { at: u64, data: std::ops::Range<usize> },
    Sized(u64),
}

#[derive(Default)]
struct File {
    synced: Vec<u8>,
    /// What is not synced, by the index of its event.
    since: Vec<(usize, Change)>,
    is_log: bool,
}

pub struct Disk<'r> {
    recording: &'r Recording,
    ignored: Ignored,
    done: usize,
    files: Vec<File>,
    folders: HashMap<u64, String>,
    by_inode: HashMap<u64, usize>,
    /// As the program sees it.
    seen: BTreeMap<String, Name>,
    synced: BTreeMap<String, Name>,
    since: Vec<(usize, NameChange)>,
}

impl<'r> Disk<'r> {
    /// A disk on which `base` is synced.
    pub fn new(recording: &'r Recording, base: &Image, ignored: Ignored) -> Self {
        let mut files = Vec::new();
        let mut names = BTreeMap::new();
        for (path, content) in base {
            let name = content.as_ref().map_or(Name::Folder, |content| {
                files.push(File { synced: content.clone(), since: Vec::new(), is_log: is_log(path) });
                Name::File(files.len() - 1)
            });
            names.insert(path.clone(), name);
        }
        Self {
            recording,
            ignored,
            done: 0,
            files,
            folders: HashMap::new(),
            by_inode: HashMap::new(),
            seen: names.clone(),
            synced: names,
            since: Vec::new(),
        }
    }

    /// Plays on until so many events are done.
    pub fn play_to(&mut self, events: usize) {
        while self.done < events {
            self.play(&self.recording.events[self.done]);
            self.done += 1;
        }
    }

    fn play(&mut self, event: &Event) {
        match event {
            Event::Start => {
                self.by_inode.clear();
                self.folders.clear();
            }
            Event::SyncBegins => {}
            Event::Opened { inode, path, is_folder: true, .. } => {
                self.folders.insert(*inode, path.clone());
            }
            Event::Opened { inode, path, created, .. } => {
                let file = match self.seen.get(path) {
                    Some(Name::File(file)) if !created => *file,
                    _ => {
                        self.files.push(File { is_log: is_log(path), ..File::default() });
                        let name = Name::File(self.files.len() - 1);
                        self.name(NameChange::Set(path.clone(), name));
                        self.files.len() - 1
                    }
                };
                self.by_inode.insert(*inode, file);
            }
            Event::Written { inode, at, data } => {
                self.change(*inode, Change::Written { at: *at, data: data.clone() });
            }
            Event::Sized { inode, size } => self.change(*inode, Change::Sized(*size)),
            Event::SyncEnds { inode, begun } => self.sync(*inode, *begun),
            Event::Renamed { from, to } => self.name(NameChange::Moved(from.clone(), to.clone())),
            Event::Removed { path } => self.name(NameChange::Removed(path.clone())),
            Event::FolderMade { path } => self.name(NameChange::Set(path.clone(), Name::Folder)),
        }
    }

    fn change(&mut self, inode: u64, change: Change) {
        if let Some(file) = self.by_inode.get(&inode) {
            self.files[*file].since.push((self.done, change));
        }
    }

    fn name(&mut self, change: NameChange) {
        rename(&mut self.seen, &change);
        self.since.push((self.done, change));
    }

    fn sync(&mut self, inode: u64, begun: usize) {
        if let Some(folder) = self.folders.get(&inode) {
            if self.ignored == Ignored::All {
                return;
            }
            let (synced, left): (Vec<_>, Vec<_>) =
                self.since.drain(..).partition(|(index, change)| *index < begun && is_in(change, folder));
            self.since = left;
            for (_, change) in synced {
                rename(&mut self.synced, &change);
            }
        } else if let Some(file) = self.by_inode.get(&inode) {
            let file = &mut self.files[*file];
            if self.ignored == Ignored::All || self.ignored == Ignored::Logs && file.is_log {
                return;
            }
            let synced = file.since.iter().take_while(|(index, _)| *index < begun).count();
            for (_, change) in file.since.drain(..synced) {
                apply(&mut file.synced, &change, &self.recording.log);
            }
        }
    }

    /// Everything that the program has done, as it sees it itself.
    pub fn whole(&self) -> Image {
        let content = |name: &Name| match name {
            Name::Folder => None,
            Name::File(file) => {
                let file = &self.files[*file];
                let mut content = file.synced.clone();
                for (_, change) in &file.since {
                    apply(&mut content, change, &self.recording.log);
                }
                Some(content)
            }
        };
        self.seen.iter().map(|(path, name)| (path.clone(), content(name))).collect()
    }

    /// What may be left when the power is cut now.
    pub fn cut(&self, dice: &mut Dice) -> Image {
        let mood = Mood::thrown(dice);
        let mut names = self.synced.clone();
        let kept = mood.choose(self.since.len(), dice);
        for ((_, change), kept) in self.since.iter().zip(kept) {
            if kept != Kept::Nothing {
                rename(&mut names, change);
            }
        }
        let mut image = Image::new();
        for (path, name) in &names {
            // Without its folder a name leads nowhere.
            if path.rsplit_once('/').is_some_and(|(folder, _)| !image.contains_key(folder)) {
                continue;
            }
            let content = match name {
                Name::Folder => None,
                Name::File(file) => Some(self.files[*file].cut(mood, &self.recording.log, dice)),
            };
            image.insert(path.clone(), content);
        }
        image
    }
}

impl File {
    fn cut(&self, mood: Mood, log: &[u8], dice: &mut Dice) -> Vec<u8> {
        let mut content = self.synced.clone();
        let rubbish = dice.percent(25);
        let grows = dice.percent(50);
        for ((_, change), kept) in self.since.iter().zip(mood.choose(self.since.len(), dice)) {
            match (change, kept) {
                (_, Kept::Whole) => {
                    let end = content.len();
                    apply(&mut content, change, log);
                    if let Change::Written { at, .. } = change
                        && rubbish
                    {
                        let hole = end..usize::try_from(*at).unwrap_or(0).max(end);
                        content[hole].fill_with(|| dice.throw().to_le_bytes()[0]);
                    }
                }
                (Change::Written { at, data }, Kept::Torn | Kept::Nothing) => {
                    let first = if kept == Kept::Torn { dice.below(101) } else { 0 };
                    let whole = *at + data.len() as u64;
                    if grows {
                        grow(&mut content, whole);
                    }
                    for sector in sectors(*at, data.clone()) {
                        if dice.percent(first) {
                            apply(&mut content, &sector, log);
                        }
                    }
                }
                (Change::Sized(_), _) => {}
            }
        }
        content
    }
}

fn is_log(path: &str) -> bool {
    path.ends_with("-wal")
}

fn is_in(change: &NameChange, folder: &str) -> bool {
    let parent = |path: &str| path.rsplit_once('/').map_or("", |(folder, _)| folder) == folder;
    match change {
        NameChange::Set(path, _) | NameChange::Removed(path) => parent(path),
        NameChange::Moved(from, to) => parent(from) && parent(to),
    }
}

fn rename(names: &mut BTreeMap<String, Name>, change: &NameChange) {
    match change {
        NameChange::Set(path, name) => {
            names.insert(path.clone(), *name);
        }
        NameChange::Moved(from, to) => {
            if let Some(name) = names.remove(from) {
                names.insert(to.clone(), name);
            }
        }
        NameChange::Removed(path) => {
            names.remove(path);
        }
    }
}

fn grow(content: &mut Vec<u8>, size: u64) {
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    if content.len() < size {
        content.resize(size, 0);
    }
}

fn apply(content: &mut Vec<u8>, change: &Change, log: &[u8]) {
    match change {
        Change::Written { at, data } => {
            grow(content, *at + data.len() as u64);
            let at = usize::try_from(*at).unwrap_or(usize::MAX);
            content[at..at + data.len()].copy_from_slice(&log[data.clone()]);
        }
        Change::Sized(size) => content.resize(usize::try_from(*size).unwrap_or(usize::MAX), 0),
    }
}

/// A write in pieces that never reach over the edge of a sector.
fn sectors(at: u64, data: std::ops::Range<usize>) -> Vec<Change> {
    let mut pieces = Vec::new();
    let (mut at, mut data) = (at, data);
    while !data.is_empty() {
        let room = usize::try_from(SECTOR - at % SECTOR).unwrap_or(1).min(data.len());
        pieces.push(Change::Written { at, data: data.start..data.start + room });
        (at, data) = (at + room as u64, data.start + room..data.end);
    }
    pieces
}

#[cfg(test)]
mod tests;
