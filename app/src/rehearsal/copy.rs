//! The copy: taken as a backup is, in a folder for this user alone, or in a database beside the instance’s, and deleted at
//! the end.

use super::store::{self, OpenLetter};
use super::{Failure, Rehearse};
use crate::config::{Settings, sqlite_at};
use crate::doctor::Findings;
use crate::schema::MIGRATIONS;
use crate::{backup, doctor};
use broadside_db::{Beside, Db, Lane, size_of};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

/// So many bytes the made-up people of a rehearsal may need beside the copy.
const FOR_PEOPLE: u64 = 300_000_000;

/// A copy of the instance. Its folder goes when this does; a database beside the instance's goes with [`Copied::end`].
pub struct Copied {
    pub folder: PathBuf,
    keep: bool,
    /// On PostgreSQL.
    database: Option<Beside>,
}

/// The letter that is signed, and where the copy's own people end.
pub struct Place {
    pub letter: OpenLetter,
    pub newest_sign_on: i64,
}

impl Copied {
    /// Makes the places for it, where there is room.
    pub async fn made(settings: &Settings, asked: &Rehearse) -> Result<Self, Failure> {
        let folder = match &asked.copy {
            Some(folder) => folder.clone(),
            None => beside(&settings.data)?,
        };
        let above = folder.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
        is_room(size_of_instance(settings).await?, above, asked.leave_free)?;
        std::fs::DirBuilder::new().mode(0o700).create(&folder).map_err(|error| {
            let folder = folder.display();
            if error.kind() == std::io::ErrorKind::AlreadyExists {
                format!(
                    "{folder} exists already; if no other rehearsal is running, it is left of one that was cut off: \
                     delete it, or name another folder with --copy"
                )
            } else {
                format!("{folder} cannot be made for the copy: {error}. Name another folder with --copy")
            }
        })?;
        let mut copied = Self { folder, keep: asked.keep, database: None };
        if !settings.is_sqlite() {
            copied.database = Some(made_beside(&settings.database_url).await?);
        }
        Ok(copied)
    }

    /// Takes everything over, as it stands now.
    pub async fn fill(&self, db: &Db) -> Result<(), Failure> {
        match &self.database {
            Some(beside) => beside.fill(MIGRATIONS).await?,
            None => drop(backup::write(db, &self.file()).await?),
        }
        Ok(())
    }

    /// Removes a database that was made for it.
    pub async fn end(self) {
        let Some(beside) = self.database.as_ref().filter(|_| !self.keep) else { return };
        if let Err(error) = beside.remove().await {
            complain!(
                "broadside: the database {} could not be dropped, and it holds names and addresses: {error}",
                beside.name()
            );
        }
    }

    /// Where it is, for whoever keeps it.
    pub fn place(&self) -> String {
        match &self.database {
            Some(beside) => {
                format!("the database {} and the folder {}", beside.name(), self.folder.display())
            }
            None => self.folder.display().to_string(),
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.join("broadside.db")
    }

    pub fn url(&self) -> Result<String, Failure> {
        match &self.database {
            Some(beside) => Ok(beside.url().to_owned()),
            None => Ok(sqlite_at(&std::path::absolute(self.file())?)?),
        }
    }

    pub async fn open(&self) -> Result<Db, Failure> {
        Ok(Db::open_existing(&self.url()?).await?.ok_or("the copy is not there any more")?)
    }

    /// Makes the copy one that leads nowhere else, and finds what is to be signed.
    pub async fn prepared(&self, campaign: Option<&str>) -> Result<Place, Failure> {
        let db = self.open().await?;
        let place = async {
            db.write(Lane::Ordinary, |c| Box::pin(store::forget_base_url(c))).await?;
            let mut c = db.read().await?;
            let letter = store::busiest_letter(&mut c, campaign).await?.ok_or_else(|| match campaign {
                Some(slug) => format!("no open letter of a published campaign {slug} is there to be signed"),
                None => {
                    "no published campaign has an open letter: there is nothing to rehearse yet".to_owned()
                }
            })?;
            Ok::<_, Failure>(Place { letter, newest_sign_on: store::newest_sign_on(&mut c).await? })
        };
        let place = place.await;
        db.close().await;
        place
    }

    /// Whether every count of the copy, counted again, agrees.
    pub async fn counts_agree(&self, db: &Db) -> broadside_db::Result<bool> {
        let mut findings = Findings::default();
        doctor::recount(&mut db.read().await?, &mut findings).await?;
        Ok(!findings.any_wrong())
    }

    /// Bytes that are left where the copy lies.
    pub fn room_left(&self) -> Option<u64> {
        free(&self.folder)
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        if self.keep {
            return;
        }
        if let Err(error) = std::fs::remove_dir_all(&self.folder) {
            complain!(
                "broadside: the copy in {} could not be deleted, and it holds names and addresses: {error}",
                self.folder.display()
            );
        }
    }
}

/// How much of the disk a rehearsal leaves alone.
pub struct Room {
    folder: PathBuf,
    least: u64,
    /// Of a copy on PostgreSQL.
    url: Option<String>,
}

impl Room {
    pub fn of(copied: &Copied, asked: &Rehearse) -> Self {
        Self {
            folder: copied.folder.clone(),
            least: asked.leave_free.saturating_mul(1_000_000),
            url: copied.database.as_ref().map(|beside| beside.url().to_owned()),
        }
    }

    /// Whether the people who come need what is to be left free.
    pub fn is_used_up(&self) -> bool {
        free(&self.folder).is_some_and(|free| free < self.least)
    }

    /// Bytes that the copy takes; nothing where its server does not say.
    pub async fn taken(&self) -> Option<u64> {
        match &self.url {
            Some(url) => size_of(url).await.ok(),
            None => Some(size_with_log(&self.folder.join("broadside.db"))),
        }
    }

    /// Whether a full disk can be played: only SQLite's file has a bound of its own.
    pub fn can_be_full(&self) -> bool {
        self.url.is_none()
    }
}

/// Makes a database of its own beside the instance's.
async fn made_beside(url: &str) -> Result<Beside, Failure> {
    let beside = Beside::of(url).await?;
    beside.make().await.map_err(|error| {
        format!(
            "the database {} cannot be made for the copy: {error}. If it exists and no other rehearsal is running, it is \
             left of one that was cut off: drop it. A user without the right to make one is given it by `alter user \
             NAME createdb`",
            beside.name()
        )
    })?;
    Ok(beside)
}

async fn size_of_instance(settings: &Settings) -> Result<u64, Failure> {
    match Db::file_of(&settings.database_url)? {
        Some(file) => Ok(size_with_log(&file)),
        None => Ok(size_of(&settings.database_url).await?),
    }
}

/// `data-rehearsal` beside `data`.
fn beside(data: &Path) -> Result<PathBuf, Failure> {
    // On PostgreSQL there may be none yet.
    let data = data
        .canonicalize()
        .or_else(|_| std::path::absolute(data))
        .map_err(|error| format!("{}: {error}", data.display()))?;
    let mut name = data.file_name().ok_or("name a folder for the copy with --copy")?.to_owned();
    name.push("-rehearsal");
    Ok(data.with_file_name(name))
}

fn free(folder: &Path) -> Option<u64> {
    let about = rustix::fs::statvfs(folder).ok()?;
    Some(about.f_bavail.saturating_mul(about.f_frsize))
}

fn size(file: &Path) -> u64 {
    std::fs::metadata(file).map_or(0, |about| about.len())
}

/// Of a SQLite file and its write-ahead log.
fn size_with_log(file: &Path) -> u64 {
    let mut log = file.to_owned().into_os_string();
    log.push("-wal");
    size(file) + size(Path::new(&log))
}

/// Refuses, with the numbers, where the copy and those who come would fill the disk.
fn is_room(copy: u64, above: &Path, leave: u64) -> Result<(), Failure> {
    let Some(free) = free(above) else { return Ok(()) };
    let needed = copy.saturating_add(FOR_PEOPLE).saturating_add(leave.saturating_mul(1_000_000));
    if needed <= free {
        return Ok(());
    }
    Err(format!(
        "there is no room for a rehearsal in {}: the copy takes {} MB, its made-up people up to {} MB, and {leave} MB are \
         to be left free; free are {} MB. Make room, name a folder on another disk with --copy, or leave less free \
         with --leave-free",
        above.display(),
        copy.div_ceil(1_000_000),
        FOR_PEOPLE / 1_000_000,
        free / 1_000_000
    )
    .into())
}
