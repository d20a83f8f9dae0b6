//! SQLite's file before there is anything in it: for its user alone, and found again after a power cut.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

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
