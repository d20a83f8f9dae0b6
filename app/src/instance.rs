//! The instance itself: its database, its secrets, and whether it is a demo.
//!
//! The secrets live in the database so that a backup carries them: a restored instance opens the
//! links it mailed and recognises the addresses it knew.

mod addresses;

pub use addresses::{AddressKey, Compared, canonical};

use crate::clock::Dice;
use crate::config::Settings;
use crate::schema::MIGRATIONS;
use crate::signatures::link::LinkKey;
use broadside_db::{Connection, Db, Engine, Lane, query};
use rustix::fs::Access;
use std::cmp::Ordering;
use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

#[derive(Clone)]
pub struct Keys {
    pub links: LinkKey,
    pub addresses: AddressKey,
}

#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    #[error("the data folder {0} cannot be made: {1}")]
    DataFolder(String, std::io::Error),
    #[error("this user cannot write {path}, which belongs to the user number {owner}. {}", way_out(path, *is_folder))]
    Unwritable { path: String, is_folder: bool, owner: u32 },
    #[error("{0} cannot be looked at: {1}. Run this as the user that the instance belongs to")]
    Hidden(String, std::io::Error),
    #[error(
        "the database file {0} is damaged ({1}). Stop Broadside and put your newest backup in its place: `broadside restore \
         FILE --replace` keeps the damaged one under another name"
    )]
    Damaged(String, String),
    #[error(transparent)]
    Database(broadside_db::Error),
    #[error(
        "this instance holds a real campaign; the demo keeps away from it. Give it a folder of its own with --data"
    )]
    NotADemo,
    #[error(
        "there is no instance in {0}. Name its folder with --data, or its database with --database-url; \
         `broadside campaign import DIR` makes a new one"
    )]
    Missing(String),
    #[error(
        "the instance in {0} was made by an older Broadside. Start `broadside serve` once with this one: \
         it brings the instance up to date"
    )]
    Older(String),
    #[error("the instance in {0} was made by a newer Broadside. Use that one, or a newer one still")]
    Newer(String),
    #[error(
        "another Broadside serves {0} already. Stop it first, or give this one another folder with --data"
    )]
    InUse(String),
    #[error("the lock {0} cannot be had: {1}")]
    Lock(String, std::io::Error),
    #[error("the stored secret for {0} is not 32 bytes long; restore the database from a backup")]
    Secret(&'static str),
}

/// What helps whoever may not write a file or folder.
fn way_out(path: &str, is_folder: bool) -> String {
    let recursive = if is_folder { "-R " } else { "" };
    format!(
        "Run this as that user, or give it to the user that runs Broadside: chown {recursive}USER {path}. If the \
         owner is right, its mode forbids it: chmod {recursive}u+rwX {path}"
    )
}

impl From<broadside_db::Error> for Unusable {
    fn from(error: broadside_db::Error) -> Self {
        Self::Database(error)
    }
}

/// Names the file where it is the file that is at fault.
pub fn named(settings: &Settings, error: broadside_db::Error) -> Unusable {
    match Db::file_of(&settings.database_url) {
        Ok(Some(file)) if error.is_damage() => {
            Unusable::Damaged(file.display().to_string(), error.to_string())
        }
        _ => Unusable::Database(error),
    }
}

/// Whether this user may write the SQLite file and its folder, where SQLite keeps two more beside it.
/// What is not there yet is not looked at.
fn writable(settings: &Settings) -> Result<(), Unusable> {
    let Some(file) = Db::file_of(&settings.database_url)? else { return Ok(()) };
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    for (path, is_folder) in [(folder.unwrap_or(Path::new(".")), true), (file.as_path(), false)] {
        let about = match std::fs::metadata(path) {
            Ok(about) => about,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => return Err(Unusable::Hidden(path.display().to_string(), error)),
        };
        let needed =
            if is_folder { Access::WRITE_OK | Access::EXEC_OK } else { Access::WRITE_OK | Access::READ_OK };
        if rustix::fs::access(path, needed).is_err() {
            let path = path.display().to_string();
            return Err(Unusable::Unwritable { path, is_folder, owner: about.uid() });
        }
    }
    Ok(())
}

/// Bytes that this user may still fill where the SQLite file lies; nothing on PostgreSQL.
pub fn room(settings: &Settings) -> Option<(PathBuf, u64)> {
    let file = Db::file_of(&settings.database_url).ok()??;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let about = rustix::fs::statvfs(folder).ok()?;
    Some((folder.to_owned(), about.f_bavail.saturating_mul(about.f_frsize)))
}

/// Bytes that the database takes.
pub async fn size(c: &mut Connection) -> broadside_db::Result<i64> {
    let asked = match c.engine() {
        Engine::Sqlite => "select page_count * page_size as n from pragma_page_count, pragma_page_size",
        Engine::Postgres => "select pg_database_size(current_database()) as n",
    };
    query(asked).one(c, |row| row.get("n")).await
}

/// Opens the database, brings its schema up to date and makes what a new instance needs.
pub async fn open(settings: &Settings, dice: &Dice, now: i64, demo: bool) -> Result<(Db, Keys), Unusable> {
    ready(settings)?;
    let db = Db::open(&settings.database_url, MIGRATIONS).await.map_err(|error| named(settings, error))?;
    let (links, addresses) = (dice.bytes::<32>().to_vec(), dice.bytes::<32>().to_vec());
    let is_demo = db
        .write(Lane::Ordinary, move |c| {
            let (links, addresses) = (links.clone(), addresses.clone());
            Box::pin(async move {
                query(
                    "insert into instance (id, created_at, demo) values (1, $1, $2) on conflict do nothing",
                )
                .bind(now)
                .bind(demo)
                .run(c)
                .await?;
                make_secret(c, "links", links, now).await?;
                make_secret(c, "addresses", addresses, now).await?;
                query("select demo from instance").one(c, |row| row.get::<bool>("demo")).await
            })
        })
        .await?;
    if demo && !is_demo {
        return Err(Unusable::NotADemo);
    }
    learn_base_url(&db, settings).await?;
    let keys = keys(&db).await?;
    Ok((db, keys))
}

/// Makes the folder of a SQLite file where it is missing, and sees to it that this user may write there.
fn ready(settings: &Settings) -> Result<(), Unusable> {
    if settings.is_sqlite() {
        make_folder(&settings.data)?;
    }
    writable(settings)
}

/// Names and addresses lie in it: it is for this user alone.
pub fn make_folder(folder: &Path) -> Result<(), Unusable> {
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|error| Unusable::DataFolder(folder.display().to_string(), error))
}

/// The keys of an instance that is there.
pub async fn keys(db: &Db) -> Result<Keys, Unusable> {
    let mut connection = db.read().await?;
    Ok(Keys {
        links: LinkKey::new(secret(&mut connection, "links").await?),
        addresses: AddressKey::new(secret(&mut connection, "addresses").await?),
    })
}

/// Refuses where there is no instance, of whatever age: what works on one must not make one.
pub async fn must_exist(settings: &Settings) -> Result<(), Unusable> {
    match open_existing(settings).await {
        Ok(db) => {
            db.close().await;
            Ok(())
        }
        Err(Unusable::Older(_)) => Ok(()),
        Err(other) => Err(other),
    }
}

/// Opens an instance that is there, and leaves it as it is: for what only looks.
pub async fn open_existing(settings: &Settings) -> Result<Db, Unusable> {
    let place = settings.place();
    writable(settings)?;
    let opened = Db::open_existing(&settings.database_url).await.map_err(|error| named(settings, error))?;
    let Some(db) = opened else { return Err(Unusable::Missing(place)) };
    let ours = MIGRATIONS.last().map(|newest| newest.version);
    let theirs = db.schema_version().await.map_err(|error| named(settings, error))?;
    match theirs.cmp(&ours) {
        Ordering::Equal => {
            learn_base_url(&db, settings).await?;
            Ok(db)
        }
        _ if theirs.is_none() => Err(Unusable::Missing(place)),
        Ordering::Less => Err(Unusable::Older(place)),
        Ordering::Greater => Err(Unusable::Newer(place)),
    }
}

/// Keeps a second program from serving the same SQLite file, whose writer and counts are one process's.
/// The system lets go of it when the process ends, however it ends. Nothing on PostgreSQL.
pub fn lock(settings: &Settings) -> Result<Option<File>, Unusable> {
    let Some(database) = Db::file_of(&settings.database_url)? else { return Ok(None) };
    ready(settings)?;
    let path = database.with_extension("lock");
    let failed = |error| Unusable::Lock(path.display().to_string(), error);
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(&path)
        .map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(Unusable::InUse(settings.place())),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}

/// Reads the whole of a SQLite file: an error where it is damaged.
pub async fn must_be_whole(db: &Db, settings: &Settings) -> Result<(), Unusable> {
    let Some(file) = Db::file_of(&settings.database_url)? else { return Ok(()) };
    if db.is_whole().await.map_err(|error| named(settings, error))? {
        return Ok(());
    }
    Err(Unusable::Damaged(file.display().to_string(), "pages in it do not fit together".to_owned()))
}

/// Whether the instance was made by `broadside demo`.
pub async fn is_demo(c: &mut Connection) -> broadside_db::Result<bool> {
    query("select demo from instance").one(c, |row| row.get("demo")).await
}

/// Takes the base URL that the first visit said, for where no setting says one.
async fn learn_base_url(db: &Db, settings: &Settings) -> broadside_db::Result<()> {
    let kept = query("select base_url from instance")
        .first(&mut db.read().await?, |row| row.get::<Option<String>>("base_url"))
        .await?
        .flatten();
    if let Some(kept) = kept {
        settings.base.keep(&kept);
    }
    Ok(())
}

pub async fn keep_base_url(c: &mut Connection, base_url: &str) -> broadside_db::Result<()> {
    query("update instance set base_url = $1").bind(base_url).run(c).await?;
    Ok(())
}

/// When a backup was taken last, as far as the program did it.
pub async fn last_backup(c: &mut Connection) -> broadside_db::Result<Option<i64>> {
    query("select backup_at from instance").one(c, |row| row.get::<Option<i64>>("backup_at")).await
}

/// Keeps that a backup was taken just now.
pub async fn note_backup(db: &Db, now: i64) -> broadside_db::Result<()> {
    db.write(Lane::Ordinary, move |c| {
        Box::pin(async move {
            query("update instance set backup_at = $1").bind(now).run(c).await?;
            Ok(())
        })
    })
    .await
}

async fn make_secret(
    c: &mut Connection,
    purpose: &str,
    fresh: Vec<u8>,
    now: i64,
) -> broadside_db::Result<u64> {
    query("insert into instance_key (purpose, secret, created_at) values ($1, $2, $3) on conflict do nothing")
        .bind(purpose)
        .bind(fresh)
        .bind(now)
        .run(c)
        .await
}

async fn secret(c: &mut Connection, purpose: &'static str) -> Result<[u8; 32], Unusable> {
    query("select secret from instance_key where purpose = $1")
        .bind(purpose)
        .one(c, |row| row.get::<Vec<u8>>("secret"))
        .await?
        .try_into()
        .map_err(|_| Unusable::Secret(purpose))
}

/// The newest time that anything in the instance bears, so that a moved clock never runs back over it.
pub async fn newest_time(c: &mut Connection) -> broadside_db::Result<Option<i64>> {
    const NEWEST: [&str; 5] = [
        "select created_at as at from sign_on order by id desc limit 1",
        "select confirmed_at as at from signature order by id desc limit 1",
        "select created_at as at from mail order by id desc limit 1",
        "select max(changed_at) as at from campaign",
        "select max(e.batch_at) as at from letter_log l \
         join log_entry e on e.letter_id = l.letter_id and e.position = l.size - 1",
    ];
    let mut newest = None;
    for question in NEWEST {
        let at = query(question).first(c, |row| row.get::<Option<i64>>("at")).await?.flatten();
        newest = newest.max(at);
    }
    Ok(newest)
}
