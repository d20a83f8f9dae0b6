//! `broadside backup`: a consistent copy of a running SQLite instance, under its name only when it is whole.

use crate::clock::Clock;
use crate::config::Settings;
use crate::instance;
use broadside_db::Db;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::process::ExitCode;

type Failure = Box<dyn std::error::Error>;

/// `broadside backup`
pub async fn run(settings: &Settings, file: &Path) -> Result<ExitCode, Failure> {
    if !settings.is_sqlite() {
        complain!("broadside: on PostgreSQL a backup is taken with pg_dump");
        return Ok(ExitCode::from(2));
    }
    if file.exists() {
        complain!("broadside: {} exists already; a backup never writes over a file", file.display());
        return Ok(ExitCode::FAILURE);
    }
    let db = instance::open_existing(settings).await?;
    let written = write(&db, file).await;
    if written.is_ok()
        && let Err(error) = instance::note_backup(&db, Clock::of(settings.clock).now()).await
    {
        complain!("broadside: the backup is whole, but when it was taken could not be kept: {error}");
    }
    db.close().await;
    tell!("{}: {} bytes", file.display(), written?);
    Ok(ExitCode::SUCCESS)
}

/// Copies under another name until the copy is whole: a backup that was cut off must not look like one.
pub async fn write(db: &Db, file: &Path) -> Result<u64, Failure> {
    let mut part = file.as_os_str().to_owned();
    part.push(".part");
    let path = part.to_str().ok_or("the file's name must be Unicode")?;
    // An empty file of our own, for this user alone; SQLite copies into it.
    std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&part).map_err(|error| {
        if error.kind() == std::io::ErrorKind::AlreadyExists {
            format!("{path} exists already; if no other backup is running, it is left of one that was cut off: delete it")
        } else {
            format!("{path} cannot be made: {error}")
        }
    })?;
    let copied = db.copy_to(path).await.map_err(Into::into).and_then(|()| keep(Path::new(&part), file));
    if copied.is_err() {
        // What the failed copy left behind is of no use; the error itself is what matters.
        let _ = std::fs::remove_file(&part);
    }
    copied
}

/// Gives a whole copy its name, on disk before anybody is told.
fn keep(part: &Path, file: &Path) -> Result<u64, Failure> {
    let copy = std::fs::File::open(part)?;
    copy.sync_all()?;
    // Unlike a renaming, a second name for the copy is refused where a file has it by now.
    std::fs::hard_link(part, file)
        .map_err(|error| format!("{} cannot be made: {error}; the copy is not kept", file.display()))?;
    std::fs::remove_file(part)?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    std::fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    Ok(copy.metadata()?.len())
}
