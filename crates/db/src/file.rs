//! SQLite's file: made for its user alone and found again after a power cut, and read and synced beside the engine.

use crate::{Error, Result};
use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// Does with files what takes its time, on a thread where nobody waits.
pub async fn aside<T, W>(work: W) -> Result<T>
where
    T: Send + 'static,
    W: FnOnce() -> io::Result<T> + Send + 'static,
{
    let done = tokio::task::spawn_blocking(work).await.map_err(|lost| Error::Abandoned(lost.to_string()))?;
    Ok(done.map_err(sqlx::Error::Io)?)
}

/// Files by device and inode.
type ByInode = HashMap<(u64, u64), Arc<File>>;

/// What was opened beside the engine.
static OPEN: LazyLock<Mutex<ByInode>> = LazyLock::new(Mutex::default);

/// A file that SQLite may have open, to be read or synced besides. It stays open until the process ends: POSIX locks are
/// the process's, and closing the file once lets go of all that it holds (fcntl(2), “How To Corrupt An SQLite Database
/// File” 2.2). Another program would then take itself for the last one and remove the log that is written to.
pub fn beside(file: &Path) -> io::Result<Arc<File>> {
    let mut all = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    let about = std::fs::metadata(file)?;
    if let Some(open) = all.get(&(about.dev(), about.ino())) {
        return Ok(open.clone());
    }
    let open = Arc::new(File::open(file)?);
    let about = open.metadata()?;
    if let Some(before) = all.insert((about.dev(), about.ino()), open.clone()) {
        // The path has come to mean this file in between: it is open twice, and neither is closed.
        std::mem::forget(before);
    }
    Ok(open)
}

/// Makes the file where it is missing, for this user alone from its first byte; the files beside it take after it.
pub fn make(file: &Path) -> io::Result<()> {
    let made = OpenOptions::new().append(true).create(true).mode(0o600).open(file)?;
    if made.metadata()?.len() == 0 {
        keep_names(&std::path::absolute(file)?);
    }
    Ok(())
}

/// SQLite syncs the folder that its files are in, and none above it. Where such a folder is new and the power
/// fails, everything in it would be out of reach, however well it was synced.
fn keep_names(file: &Path) {
    for folder in file.ancestors().skip(1) {
        if let Err(error) = File::open(folder).and_then(|folder| folder.sync_all()) {
            // Whoever may not read a folder has not made it.
            tracing::debug!(folder = %folder.display(), %error, "the names in a folder cannot be synced");
        }
    }
}
