//! The files that tasks make: in `exports/` of the data folder, named by chance, for this user alone. No
//! backup holds them. Several of one task are told apart by what stands behind a dot.

use axum::body::Bytes;
use std::collections::BTreeSet;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Seek, SeekFrom};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use tokio::io::AsyncReadExt;

pub fn folder(data: &Path) -> PathBuf {
    data.join("exports")
}

/// Opens a task's file to go on behind so many bytes; what stands after them came from a step that was cut
/// off. Nothing where fewer are there: somebody took the file away.
pub fn open_behind(data: &Path, name: &str, bytes: u64) -> io::Result<Option<File>> {
    let folder = folder(data);
    DirBuilder::new().recursive(true).mode(0o700).create(&folder)?;
    let mut options = OpenOptions::new();
    options.read(true).write(true).mode(0o600).create(bytes == 0).truncate(false);
    let mut file = match options.open(folder.join(name)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => opened?,
    };
    if file.metadata()?.len() < bytes {
        return Ok(None);
    }
    file.set_len(bytes)?;
    file.seek(SeekFrom::Start(bytes))?;
    Ok(Some(file))
}

/// Deletes the files of a task; what is not there is as good.
pub fn remove(data: &Path, name: &str) -> io::Result<()> {
    remove_those(data, |file| stem(file) == name)
}

/// The names of the tasks' files that are there.
pub fn all(data: &Path) -> io::Result<BTreeSet<String>> {
    Ok(names(data)?.iter().map(|file| stem(file).to_owned()).collect())
}

/// Deletes what no task knows.
pub fn remove_unknown(data: &Path, known: &BTreeSet<String>) -> io::Result<()> {
    remove_those(data, |file| !known.contains(stem(file)))
}

fn stem(file: &str) -> &str {
    file.split_once('.').map_or(file, |(stem, _)| stem)
}

fn names(data: &Path) -> io::Result<Vec<String>> {
    let entries = match std::fs::read_dir(folder(data)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

fn remove_those(data: &Path, goes: impl Fn(&str) -> bool) -> io::Result<()> {
    for file in names(data)?.iter().filter(|file| goes(file)) {
        match std::fs::remove_file(folder(data).join(file)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// A file piece by piece, as fast as it is taken.
pub fn pieces(file: tokio::fs::File) -> impl futures_util::Stream<Item = io::Result<Bytes>> {
    const PIECE: usize = 64 * 1024;
    futures_util::stream::try_unfold(file, |mut file| async move {
        let mut piece = vec![0; PIECE];
        let read = file.read(&mut piece).await?;
        piece.truncate(read);
        Ok((read > 0).then(|| (Bytes::from(piece), file)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_file_goes_on_behind_what_was_committed_and_is_nobody_elses_to_read() {
        let data = tempfile::tempdir().unwrap();
        let open = |bytes| open_behind(data.path(), "a", bytes).unwrap();
        open(0).unwrap().write_all(b"kept, cut off").unwrap();
        open(4).unwrap().write_all(b"!").unwrap();
        let mut text = String::new();
        open(5).unwrap().rewind().unwrap();
        File::open(folder(data.path()).join("a")).unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "kept!");
        assert!(open(6).is_none(), "more was committed than is there");
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder(data.path())), 0o700);
        assert_eq!(mode(&folder(data.path()).join("a")), 0o600);
        std::fs::remove_dir_all(folder(data.path())).unwrap();
        assert!(open(5).is_none());
        assert!(all(data.path()).unwrap().is_empty());
    }

    #[test]
    fn what_no_task_knows_is_deleted() {
        let data = tempfile::tempdir().unwrap();
        for name in ["known", "known.csv", "unknown", "unknown.csv"] {
            open_behind(data.path(), name, 0).unwrap();
        }
        let known = BTreeSet::from(["known".to_owned()]);
        remove_unknown(data.path(), &known).unwrap();
        assert_eq!(all(data.path()).unwrap(), known);
        remove(data.path(), "unknown").unwrap();
        remove(data.path(), "known").unwrap();
        assert!(all(data.path()).unwrap().is_empty(), "with all its files");
    }
}
