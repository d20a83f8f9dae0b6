//! Opening a database, migrating it, and the two ways in: reading and writing.

use crate::checkpoints::{self, Checkpoints};
use crate::connection::Inner;
use crate::postgres::{self, Kept, is_postgres, postgres_options};
use crate::writer::{self, Entry, Turn, Turns, Writer};
use crate::{Connection, Engine, Error, Insert, Result, Value, file, query};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection as _, PgConnection, PgPool, SqlSafeStr, SqlitePool};
use std::borrow::Cow;
use std::fs::File;
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

pub type BoxFuture<'t, T> = Pin<Box<dyn Future<Output = T> + Send + 't>>;

/// One step of the schema, in both engines' words under one number.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    pub version: i64,
    pub name: &'static str,
    pub sqlite: &'static str,
    pub postgres: &'static str,
}

/// Who may pass whom to SQLite's one writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// Sign-ons: at most one other transaction stands before them.
    Intake,
    /// Everything else, kept to about 5 ms a transaction by its callers.
    Ordinary,
}

#[derive(Clone)]
pub struct Db {
    pub(crate) pools: Pools,
    turns: Turns,
    pub(crate) known: Writer,
}

#[derive(Clone)]
pub(crate) enum Pools {
    Sqlite { readers: SqlitePool, asking: SqlitePool, writer: SqlitePool, checkpoints: Arc<Checkpoints> },
    Postgres { pool: PgPool, appending: Kept },
}

/// So many KiB of pages (SQLite's minus sign says KiB) the writer keeps in memory: a confirmation writes at random
/// places of the indexes that keep a mailbox from signing twice.
const CACHE: &str = "-32768";
/// How often a transaction is run again after a conflict before its caller hears of it.
const TRIES: u32 = 8;

impl Db {
    /// Opens `sqlite:PATH` (made if missing) or `postgres://…` and brings its schema up to date.
    pub async fn open(url: &str, migrations: &[Migration]) -> Result<Self> {
        let steps = |sql: fn(&Migration) -> &'static str| {
            let steps = migrations.iter().map(|step| {
                sqlx::migrate::Migration::new(
                    step.version,
                    Cow::Borrowed(step.name),
                    sqlx::migrate::MigrationType::Simple,
                    sql(step).into_sql_str(),
                    false,
                )
            });
            sqlx::migrate::Migrator::with_migrations(steps.collect())
        };
        if is_postgres(url) {
            // On a connection of its own: a migration may take its time; what runs afterwards may not.
            let mut alone = PgConnection::connect_with(&postgres_options(url)?).await?;
            steps(|step| step.postgres).run(&mut alone).await?;
            alone.close().await?;
        }
        let db = Self::connect(url, true).await?;
        if let Pools::Sqlite { writer, .. } = &db.pools {
            let _turn = turn_to_migrate(Self::file_of(url)?).await?;
            steps(|step| step.sqlite).run(writer).await?;
        }
        Ok(db)
    }

    /// Opens a database as it stands: makes no file and changes no schema. Nothing where the SQLite
    /// file is not there.
    pub async fn open_existing(url: &str) -> Result<Option<Self>> {
        if Self::file_of(url)?.is_some_and(|file| !file.exists()) {
            return Ok(None);
        }
        if is_postgres(url) {
            // A pool tries again until it is tired; one connection says at once what is wrong.
            PgConnection::connect_with(&postgres_options(url)?).await?.close().await?;
        }
        Self::connect(url, false).await.map(Some)
    }

    /// The file of a SQLite database; nothing for another engine.
    pub fn file_of(url: &str) -> Result<Option<PathBuf>> {
        if !url.starts_with("sqlite:") {
            return Ok(None);
        }
        Ok(Some(SqliteConnectOptions::from_str(url)?.get_filename().to_owned()))
    }

    /// The newest migration that was run to its end; nothing where none ever was.
    pub async fn schema_version(&self) -> Result<Option<i64>> {
        let table = match self.engine() {
            Engine::Sqlite => {
                "select 1 from sqlite_master where type = 'table' and name = '_sqlx_migrations'"
            }
            Engine::Postgres => "select 1 where to_regclass('_sqlx_migrations') is not null",
        };
        let mut c = self.read().await?;
        if query(table).first(&mut c, |_| Ok(())).await?.is_none() {
            return Ok(None);
        }
        query("select max(version) as version from _sqlx_migrations where success")
            .one(&mut c, |row| row.get::<Option<i64>>("version"))
            .await
    }

    async fn connect(url: &str, may_create: bool) -> Result<Self> {
        let (known, turns) = (Writer::default(), Turns::default());
        let pools = if url.starts_with("sqlite:") {
            let mut options = SqliteConnectOptions::from_str(url)?;
            if may_create {
                file::make(options.get_filename()).map_err(sqlx::Error::Io)?;
                // Kept in the file: whoever opens it later finds it set.
                options = options.journal_mode(SqliteJournalMode::Wal);
            }
            let options = options
                .foreign_keys(true)
                // A thank-you is on disk before it is sent: the log is synced at every commit.
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(Duration::from_secs(10))
                .pragma("temp_store", "memory")
                // What is deleted is overwritten: see `traces.rs`. Appending costs nothing by it.
                .pragma("secure_delete", "on")
                .pragma("wal_autocheckpoint", checkpoints::AT_WORST)
                .statement_cache_capacity(256);
            let for_writing = options.clone().pragma("cache_size", CACHE);
            let writer = writer::options(known.clone()).connect_with(for_writing).await?;
            let checkpoints = Checkpoints::start(options.clone(), writer.clone(), turns.clone()).into();
            let reading = |most| {
                SqlitePoolOptions::new()
                    .max_connections(most)
                    .test_before_acquire(false)
                    .connect_lazy_with(options.clone().read_only(true))
            };
            Pools::Sqlite { readers: reading(8), asking: reading(1), writer, checkpoints }
        } else if is_postgres(url) {
            Pools::Postgres { pool: postgres::pool(url).await?, appending: Kept::default() }
        } else {
            let scheme = url.split(':').next().unwrap_or(url).to_owned();
            return Err(Error::UnknownEngine(scheme));
        };
        Ok(Self { pools, turns, known })
    }

    pub fn engine(&self) -> Engine {
        match self.pools {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres { .. } => Engine::Postgres,
        }
    }

    /// A connection for reading. On SQLite the engine itself refuses a write on it.
    pub async fn read(&self) -> Result<Connection> {
        Ok(Connection(match &self.pools {
            Pools::Sqlite { readers, .. } => Inner::SqliteReader(readers.acquire().await?),
            Pools::Postgres { pool, .. } => Inner::PostgresReader(pool.acquire().await?),
        }))
    }

    /// A connection for those who ask again and again whether there is something to do. On SQLite all of them have
    /// one: they would open every connection that there may be, with all their statements in each.
    pub async fn ask(&self) -> Result<Connection> {
        Ok(Connection(match &self.pools {
            Pools::Sqlite { asking, .. } => Inner::SqliteReader(asking.acquire().await?),
            Pools::Postgres { pool, .. } => Inner::PostgresReader(pool.acquire().await?),
        }))
    }

    /// Runs `work` in a transaction and commits it. It may run several times: it must change nothing
    /// but the database. What a rule refuses is an answer in `T`; an `Err` rolls everything back.
    pub async fn write<T, W>(&self, lane: Lane, work: W) -> Result<T>
    where
        T: Send + 'static,
        W: for<'t> Fn(&'t mut Connection) -> BoxFuture<'t, Result<T>> + Send + Sync + 'static,
    {
        self.write_by(lane.into(), work).await
    }

    /// The same by way of a turn that may be taken already.
    pub(crate) async fn write_by<T, W>(&self, entry: Entry, work: W) -> Result<T>
    where
        T: Send + 'static,
        W: for<'t> Fn(&'t mut Connection) -> BoxFuture<'t, Result<T>> + Send + Sync + 'static,
    {
        let (db, entry, work) = (self.clone(), Arc::new(entry), Arc::new(work));
        in_a_task(move || {
            let (db, entry, work) = (db.clone(), entry.clone(), work.clone());
            async move { db.noticing(db.try_once(&entry, &*work).await) }
        })
        .await
    }

    /// Appends rows to a table in one statement, which is a transaction of its own: nothing is said to
    /// the engine twice. `rows` may be asked for several times, and makes at most [`Insert::MOST`].
    pub async fn append<R>(&self, lane: Lane, insert: &'static Insert, rows: R) -> Result<()>
    where
        R: Fn() -> Vec<Vec<Value>> + Send + Sync + 'static,
    {
        self.append_by(lane.into(), insert, rows).await
    }

    /// The same by way of a turn that may be taken already.
    pub(crate) async fn append_by<R>(&self, entry: Entry, insert: &'static Insert, rows: R) -> Result<()>
    where
        R: Fn() -> Vec<Vec<Value>> + Send + Sync + 'static,
    {
        let (db, entry) = (self.clone(), Arc::new(entry));
        in_a_task(move || {
            let (db, entry, rows) = (db.clone(), entry.clone(), rows());
            async move { db.noticing(db.append_once(&entry, insert, rows).await) }
        })
        .await
    }

    fn noticing<T>(&self, outcome: Result<T>) -> Result<T> {
        if let Pools::Sqlite { checkpoints, .. } = &self.pools {
            checkpoints.written();
        }
        if outcome.as_ref().is_err_and(Error::is_read_only) {
            self.known.worn.store(true, Ordering::Relaxed);
        }
        outcome
    }

    async fn append_once(&self, entry: &Entry, insert: &'static Insert, rows: Vec<Vec<Value>>) -> Result<()> {
        let _turn = self.turn_of(entry).await;
        match &self.pools {
            Pools::Sqlite { writer, .. } => {
                let mut connection = Connection(Inner::SqliteAlone(writer.acquire().await?));
                insert.in_one_statement(&mut connection, rows).await
            }
            Pools::Postgres { pool, appending } => {
                let mut connection = Connection(Inner::PostgresAlone(appending.take(pool).await?));
                insert.in_one_statement(&mut connection, rows).await?;
                if let Inner::PostgresAlone(served) = connection.0 {
                    appending.keep(served);
                }
                Ok(())
            }
        }
    }

    async fn try_once<T, W>(&self, entry: &Entry, work: &W) -> Result<T>
    where
        W: for<'t> Fn(&'t mut Connection) -> BoxFuture<'t, Result<T>>,
    {
        let _turn = self.turn_of(entry).await;
        let mut connection = Connection(match &self.pools {
            Pools::Sqlite { writer, .. } => Inner::SqliteWriter(writer.begin_with("begin immediate").await?),
            Pools::Postgres { pool, .. } => Inner::PostgresWriter(pool.begin().await?),
        });
        match work(&mut connection).await {
            Ok(done) => {
                connection.commit().await?;
                Ok(done)
            }
            Err(error) => {
                if let Err(also) = connection.roll_back().await {
                    tracing::warn!(%also, "rolling back failed; the connection is dropped");
                }
                Err(error)
            }
        }
    }

    /// The right to SQLite's writer; PostgreSQL sorts its writers out itself.
    pub(crate) async fn turn(&self, lane: Lane) -> Option<Turn> {
        match self.engine() {
            Engine::Sqlite => Some(self.turns.take(lane).await),
            Engine::Postgres => None,
        }
    }

    /// A consistent copy of a running SQLite database in a new file.
    ///
    /// # Errors
    /// On PostgreSQL, where `pg_dump` is the tool, and where the file exists already.
    pub async fn copy_to(&self, path: &str) -> Result<()> {
        match &self.pools {
            Pools::Sqlite { readers, .. } => {
                sqlx::query("vacuum into $1").bind(path).execute(readers).await?;
                Ok(())
            }
            Pools::Postgres { .. } => Err(Error::UnknownEngine("postgres has pg_dump".to_owned())),
        }
    }

    /// Waits for what is under way and closes every connection.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { readers, asking, writer, checkpoints } => {
                checkpoints.close().await;
                asking.close().await;
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres { pool, appending } => appending.close(pool).await,
        }
    }
}

/// Tries it, and again after conflicts, in a task of its own: a visitor who hangs up must not drop a
/// transaction half way.
async fn in_a_task<T, F>(once: impl Fn() -> F + Send + 'static) -> Result<T>
where
    T: Send + 'static,
    F: Future<Output = Result<T>> + Send,
{
    let trying = async move {
        let mut tries = 1;
        loop {
            match once().await {
                Err(error) if error.is_conflict() && tries < TRIES => {
                    tracing::debug!(tries, %error, "running a transaction again");
                    tokio::time::sleep(Duration::from_millis(1 << tries)).await;
                    tries += 1;
                }
                outcome => return outcome,
            }
        }
    };
    tokio::spawn(trying).await.unwrap_or_else(|lost| Err(Error::Abandoned(lost.to_string())))
}

/// Programs that are started together bring a SQLite file up to date one after the other: the folder it is
/// in is locked meanwhile. On PostgreSQL the migrations themselves see to it.
async fn turn_to_migrate(file: Option<PathBuf>) -> Result<Option<File>> {
    let Some(file) = file else { return Ok(None) };
    let folder =
        file.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or(".".into(), PathBuf::from);
    let locked = file::aside(move || {
        let folder = File::open(folder)?;
        folder.lock()?;
        Ok(folder)
    });
    locked.await.map(Some)
}
