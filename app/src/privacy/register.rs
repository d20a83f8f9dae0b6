//! The copy of the register of erasures that lies beside the database, so that an old backup can be held
//! against what was erased since. It holds keyed hashes and times, never an address.
//!
//! The first line names the key of the hashes by its fingerprint; each other line is the hash, the time in
//! microseconds UTC and the group, or `*` for all; `@desk` where it is an account's.

use super::{Place, store};
use crate::web::answer::hex;
use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// One erasure: whose, when, and in which group's data.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    pub address_key: Vec<u8>,
    pub erased_at: i64,
    pub group: Option<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    #[error("the register of erasures {0} cannot be read or written: {1}")]
    Io(String, std::io::Error),
    #[error("{0}, line {1}: this is no entry of a register of erasures")]
    Line(String, usize),
    #[error(
        "the register of erasures {file} was written under another address key ({theirs}; this instance has {ours}), \
         so it belongs to another instance and nothing can be found by it. If that is right, move the file away; else \
         restore the backup that belongs to it"
    )]
    OtherKey { file: String, theirs: String, ours: String },
    #[error(transparent)]
    Database(#[from] broadside_db::Error),
}

/// Stands in the group's place where an account of the desk was erased; no group is called so.
pub const OF_ACCOUNT: &str = "@desk";
const TITLE: &str = "broadside erasures 1";

/// Where the copy lies.
pub fn file_in(data: &Path) -> PathBuf {
    data.join("erasures.register")
}

/// Reads a register; nothing where there is no such file. A last line that was cut off is left out.
pub fn read(file: &Path, fingerprint: &str) -> Result<Option<Vec<Entry>>, Unreadable> {
    let name = file.display().to_string();
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Unreadable::Io(name, error)),
    };
    let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
    let mut lines = whole.lines();
    let Some(title) = lines.next() else { return Ok(Some(Vec::new())) };
    let theirs = title.strip_prefix(TITLE).ok_or_else(|| Unreadable::Line(name.clone(), 1))?.trim();
    if theirs != fingerprint {
        let (theirs, ours) = (theirs.to_owned(), fingerprint.to_owned());
        return Err(Unreadable::OtherKey { file: name, theirs, ours });
    }
    let entries = lines
        .zip(2..)
        .map(|(line, number)| entry(line).ok_or_else(|| Unreadable::Line(name.clone(), number)));
    entries.collect::<Result<_, _>>().map(Some)
}

fn entry(line: &str) -> Option<Entry> {
    let mut parts = line.split(' ');
    let (key, time, group) = (parts.next()?, parts.next()?, parts.next()?);
    if key.len() != 32 || !key.is_ascii() || parts.next().is_some() {
        return None;
    }
    let bytes = (0..32).step_by(2).map(|at| u8::from_str_radix(&key[at..at + 2], 16).ok());
    Some(Entry {
        address_key: bytes.collect::<Option<_>>()?,
        erased_at: time.parse().ok()?,
        group: Some(group).filter(|group| *group != "*").map(str::to_owned),
    })
}

fn line(entry: &Entry) -> String {
    let group = entry.group.as_deref().unwrap_or("*");
    format!("{} {} {group}\n", hex(&entry.address_key), entry.erased_at)
}

/// Adds entries to the copy, on disk before it answers. What stands there stays, but for a last line that
/// was cut off.
fn append(data: &Path, fingerprint: &str, entries: &[Entry]) -> Result<(), Unreadable> {
    let file = file_in(data);
    let write = || {
        std::fs::create_dir_all(data)?;
        let mut copy = OpenOptions::new().read(true).append(true).create(true).mode(0o600).open(&file)?;
        let mut there = Vec::new();
        copy.read_to_end(&mut there)?;
        let whole = there.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        copy.set_len(whole as u64)?;
        let title = if whole == 0 { format!("{TITLE} {fingerprint}\n") } else { String::new() };
        let lines: String = entries.iter().map(line).collect();
        copy.write_all((title + &lines).as_bytes())?;
        copy.sync_all()?;
        File::open(data)?.sync_all()
    };
    write().map_err(|error| Unreadable::Io(file.display().to_string(), error))
}

/// Brings the copy up to date with the database's register, and answers how many entries it lacked.
pub async fn write_copy(place: &Place) -> Result<usize, Unreadable> {
    let entries = store::register(&mut place.db.read().await?).await?;
    add_to_copy(place, entries)
}

/// Adds what the copy lacks of these entries. A copy that is another instance's gets another name.
pub fn add_to_copy(place: &Place, entries: Vec<Entry>) -> Result<usize, Unreadable> {
    let (fingerprint, file) = (place.addresses.fingerprint(), file_in(&place.data));
    if entries.is_empty() {
        return Ok(0);
    }
    let there = match read(&file, &fingerprint) {
        Err(Unreadable::OtherKey { theirs, .. }) => {
            let aside = place.data.join(format!("erasures-{theirs}.register"));
            tracing::warn!(aside = %aside.display(), "a register of another instance was put aside");
            std::fs::rename(&file, aside)
                .map_err(|error| Unreadable::Io(file.display().to_string(), error))?;
            None
        }
        read => read?,
    };
    let there: BTreeSet<Entry> = there.unwrap_or_default().into_iter().collect();
    let missing: Vec<Entry> = entries.into_iter().filter(|entry| !there.contains(entry)).collect();
    if !missing.is_empty() {
        append(&place.data, &fingerprint, &missing)?;
    }
    Ok(missing.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn somebody(byte: u8, group: Option<&str>) -> Entry {
        Entry { address_key: vec![byte; 16], erased_at: i64::from(byte), group: group.map(str::to_owned) }
    }

    #[test]
    fn what_is_written_is_read_again_and_a_line_that_was_cut_off_is_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let file = file_in(folder.path());
        assert!(read(&file, "aa").unwrap().is_none());
        append(folder.path(), "aa", &[somebody(1, None)]).unwrap();
        append(folder.path(), "aa", &[somebody(2, Some("tech-workers"))]).unwrap();
        let mut torn = std::fs::read(&file).unwrap();
        torn.extend(b"0303");
        std::fs::write(&file, torn).unwrap();
        let both = [somebody(1, None), somebody(2, Some("tech-workers"))];
        assert_eq!(read(&file, "aa").unwrap().unwrap(), both);
        append(folder.path(), "aa", &[somebody(4, None)]).unwrap();
        assert_eq!(read(&file, "aa").unwrap().unwrap().last(), Some(&somebody(4, None)));
    }

    #[test]
    fn a_register_of_another_instance_or_of_nothing_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = file_in(folder.path());
        append(folder.path(), "aa", &[somebody(1, None)]).unwrap();
        let refused = read(&file, "bb").unwrap_err().to_string();
        assert!(refused.contains("another address key (aa; this instance has bb)"), "{refused}");
        for broken in ["shopping list\n", "broadside erasures 1 aa\n0101 5 *\n"] {
            std::fs::write(&file, broken).unwrap();
            assert!(matches!(read(&file, "aa"), Err(Unreadable::Line(..))), "{broken}");
        }
    }
}
