//! `broadside restore`: puts a backup in place, and erases again who was erased after it was taken.
//!
//! Everything is done to a copy beside the database, which gets its name only when it is whole. On
//! PostgreSQL the operator restores with `pg_restore`; here only what must follow is done.

use crate::clock::{Clock, Dice};
use crate::config::{Settings, sqlite_at};
use crate::fundraisers::store as fundraisers;
use crate::instance;
use crate::privacy::register::{self, Entry};
use crate::privacy::{Place, erasing, store};
use crate::schema::MIGRATIONS;
use crate::tasks::store as tasks;
use broadside_db::{Db, Lane};
use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

type Failure = Box<dyn std::error::Error>;

#[derive(clap::Args)]
pub struct Restore {
    /// The backup to put in place (SQLite only)
    file: Option<PathBuf>,
    /// A register of erasures to hold the instance against, besides its own
    #[arg(long, value_name = "REGISTER")]
    erasures: Option<PathBuf>,
    /// Keeps the database that is there under another name, and puts the backup in its place
    #[arg(long)]
    replace: bool,
}

pub async fn run(settings: Settings, asked: Restore) -> Result<ExitCode, Failure> {
    match (asked.file, asked.erasures) {
        (None, None) if settings.is_sqlite() => {
            complain!("broadside: name the backup to restore, or a register with --erasures");
            Ok(ExitCode::from(2))
        }
        (Some(_), _) if !settings.is_sqlite() => {
            complain!(
                "broadside: on PostgreSQL a backup is restored with pg_restore; then `broadside restore --erasures \
                 REGISTER` erases again who was erased since"
            );
            Ok(ExitCode::from(2))
        }
        (Some(file), register) => put_in_place(&settings, &file, register.as_deref(), asked.replace).await,
        (None, register) => replay_alone(&settings, register.as_deref()).await,
    }
}

/// Holds the instance as it stands against a register, if one was given; on PostgreSQL it is a restored dump.
async fn replay_alone(settings: &Settings, register: Option<&Path>) -> Result<ExitCode, Failure> {
    let clock = Clock::of(settings.clock);
    instance::must_exist(settings).await?;
    let (db, keys) = instance::open(settings, &Dice::machine(), clock.now(), false).await?;
    let place = Place { db, addresses: keys.addresses, data: settings.data.clone() };
    let done = async {
        let registers: Vec<&Path> = register.into_iter().collect();
        let report = replay(&place, &registers, clock.now()).await?;
        // SQLite's went on when its backup was put in place.
        if !settings.is_sqlite() {
            go_on(&place.db, clock.now()).await?;
        }
        Ok::<_, Failure>(report)
    };
    let done = done.await;
    place.db.close().await;
    tell!("{}", done?);
    Ok(ExitCode::SUCCESS)
}

/// Makes a backup fit to be gone on with. Long work that was under way when it was taken is not gone on with unasked: who
/// looks at the rows that it would change sees others by now. And what was given since has numbers that are not given again.
async fn go_on(db: &Db, now: i64) -> Result<(), Failure> {
    let (stopped, wait) = db
        .write(Lane::Ordinary, move |c| {
            Box::pin(async move {
                Ok((tasks::stop_all_restored(c, now).await?, fundraisers::restored(c, now).await?))
            })
        })
        .await?;
    if let Some(wait) = wait {
        tell!(
            "Pledges and receipts get numbers far beyond the last one from now on: those between may have been given \
             after the backup was taken."
        );
        if wait > 0 {
            tell!(
                "Fundraisers that charge cards at their end: {wait}. They wait until an owner or a treasurer goes on with \
                 them at the desk: whoever took back a pledge since stands in it again."
            );
        }
    }
    if stopped > 0 {
        tell!(
            "Long work that was under way when the backup was taken: {stopped}, stopped where it stood; its pages say so."
        );
    }
    Ok(())
}

/// Reads registers, all of them before anything is changed, and replays them.
async fn replay(place: &Place, registers: &[&Path], now: i64) -> Result<String, Failure> {
    let fingerprint = place.addresses.fingerprint();
    let mut entries: Vec<Entry> = store::register(&mut place.db.read().await?).await?;
    let known = entries.len();
    for file in registers {
        let read = register::read(file, &fingerprint)?;
        entries.extend(read.ok_or_else(|| format!("there is no register of erasures {}", file.display()))?);
    }
    entries.sort();
    entries.dedup();
    let all = entries.len();
    let erased = erasing::replay(place, entries, now).await?;
    let rows: u64 = erased.iter().flat_map(|one| one.rows.values()).sum();
    Ok(format!(
        "Register of erasures: {all} entries, {known} of them known to the database; {} carried out, {rows} rows erased.",
        erased.len()
    ))
}

async fn put_in_place(
    settings: &Settings,
    file: &Path,
    register: Option<&Path>,
    replace: bool,
) -> Result<ExitCode, Failure> {
    let database = Db::file_of(&settings.database_url)?.ok_or("the database is no file")?;
    let folder = database.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    instance::make_folder(folder)?;
    let _lock = instance::lock(settings)?;
    if database.exists() && !replace {
        return Err(format!(
            "{} is there already; give --replace to keep it under another name and put the backup in its place",
            database.display()
        )
        .into());
    }
    let part = beside(&database, ".restoring");
    remove(&part)?;
    let done = prepare(settings, file, &part, &database, register).await;
    let report = match done {
        Ok(report) => report,
        Err(failure) => {
            // What was prepared is of no use; the failure itself is what matters.
            let _ = remove(&part);
            return Err(failure);
        }
    };
    File::open(&part)?.sync_all()?;
    let aside = if database.exists() { Some(put_aside(&database, folder)?) } else { None };
    remove(&beside(&database, "-wal"))?;
    remove(&beside(&database, "-shm"))?;
    std::fs::rename(&part, &database)?;
    File::open(folder)?.sync_all()?;
    if let Some(aside) = aside {
        tell!(
            "The database that was there is {} now: it still holds what the restored one does not.",
            aside.display()
        );
    }
    tell!("{report}");
    tell!("{}: restored from {}", database.display(), file.display());
    Ok(ExitCode::SUCCESS)
}

/// Copies the backup, and does to the copy everything that must be done before it is used.
async fn prepare(
    settings: &Settings,
    file: &Path,
    part: &Path,
    database: &Path,
    register: Option<&Path>,
) -> Result<String, Failure> {
    let mut from = File::open(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    let mut to = OpenOptions::new().write(true).create_new(true).mode(0o600).open(part)?;
    std::io::copy(&mut from, &mut to)?;
    to.sync_all()?;
    let url = sqlite_at(part)?;
    check(&url, file).await?;
    let db = Db::open(&url, MIGRATIONS).await?;
    let now = Clock::of(settings.clock).now();
    let place = Place { addresses: instance::keys(&db).await?.addresses, db, data: settings.data.clone() };
    let own = register::file_in(&settings.data);
    let mut registers: Vec<&Path> = register.into_iter().collect();
    if own.exists() {
        registers.push(&own);
    }
    let report = async {
        if database.exists() {
            from_replaced(&place, settings).await?;
        }
        let report = replay(&place, &registers, now).await?;
        register::write_copy(&place).await?;
        go_on(&place.db, now).await?;
        Ok::<_, Failure>(report)
    };
    let report = report.await;
    place.db.close().await;
    report
}

/// Brings the copy of the register up to date with the database that is about to be replaced.
async fn from_replaced(place: &Place, settings: &Settings) -> Result<(), Failure> {
    let read = async {
        let old = instance::open_existing(settings).await?;
        let entries = async {
            let entries = store::register(&mut old.read().await?).await?;
            Ok((entries, instance::keys(&old).await?.addresses.fingerprint()))
        };
        let entries = entries.await;
        old.close().await;
        entries
    };
    // It may be damaged: that is why many restore.
    let read: Result<(Vec<Entry>, String), instance::Unusable> = read.await;
    let Ok((entries, theirs)) = read else {
        tell!("The database that is there cannot be read, so only the register's copy says who was erased.");
        return Ok(());
    };
    if theirs == place.addresses.fingerprint() {
        register::add_to_copy(place, entries)?;
    }
    Ok(())
}

/// Whether a file is a whole database of this program, and of a schema it knows.
async fn check(url: &str, file: &Path) -> Result<(), Failure> {
    let name = file.display();
    let no_backup = |why: &str| format!("{name} is no backup of Broadside: {why}");
    let opened = Db::open_existing(url).await.map_err(|error| no_backup(&error.to_string()))?;
    let db = opened.ok_or_else(|| no_backup("there is no such file"))?;
    let looked = async {
        if !db.is_whole().await.map_err(|error| no_backup(&error.to_string()))? {
            return Err(format!("{name} is damaged: the database in it is not whole"));
        }
        let theirs = db.schema_version().await.map_err(|error| no_backup(&error.to_string()))?;
        let ours = MIGRATIONS.last().map(|newest| newest.version);
        match theirs {
            None => Err(no_backup("its tables are another program's")),
            Some(_) if theirs > ours => {
                Err(format!("{name} was made by a newer Broadside. Use that one, or a newer one still"))
            }
            Some(_) => instance::keys(&db).await.map(|_| ()).map_err(|error| no_backup(&error.to_string())),
        }
    };
    let looked = looked.await;
    db.close().await;
    Ok(looked?)
}

/// Gives the database that is there, and the newest part beside it, names of their own.
fn put_aside(database: &Path, folder: &Path) -> Result<PathBuf, Failure> {
    let name = |number: u32| folder.join(format!("broadside-replaced-{number}.db"));
    let number =
        (1..10_000).find(|number| !name(*number).exists()).ok_or("no name is left for what is there")?;
    let aside = name(number);
    for ending in ["-wal", "-shm"] {
        let there = beside(database, ending);
        if there.exists() {
            std::fs::rename(there, beside(&aside, ending))?;
        }
    }
    std::fs::rename(database, &aside)?;
    Ok(aside)
}

/// The path with something after its name.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn remove(file: &Path) -> std::io::Result<()> {
    for file in [file.to_owned(), beside(file, "-wal"), beside(file, "-shm")] {
        match std::fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}
