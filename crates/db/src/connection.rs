//! A lent connection of either engine, in a transaction or for reading.

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection, Transaction};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl std::fmt::Display for Engine {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        })
    }
}

/// What a query runs on. Dropped within a transaction, it rolls back.
pub struct Connection(pub(crate) Inner);

pub(crate) enum Inner {
    SqliteReader(PoolConnection<Sqlite>),
    SqliteWriter(Transaction<'static, Sqlite>),
    PostgresReader(PoolConnection<Postgres>),
    PostgresWriter(Transaction<'static, Postgres>),
    /// For one statement, which is a transaction of its own.
    SqliteAlone(PoolConnection<Sqlite>),
    PostgresAlone(PoolConnection<Postgres>),
}

pub(crate) enum Driver<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

impl Connection {
    pub fn engine(&self) -> Engine {
        match self.0 {
            Inner::SqliteReader(_) | Inner::SqliteWriter(_) | Inner::SqliteAlone(_) => Engine::Sqlite,
            Inner::PostgresReader(_) | Inner::PostgresWriter(_) | Inner::PostgresAlone(_) => Engine::Postgres,
        }
    }

    pub(crate) fn driver(&mut self) -> Driver<'_> {
        match &mut self.0 {
            Inner::SqliteReader(lent) | Inner::SqliteAlone(lent) => Driver::Sqlite(lent),
            Inner::SqliteWriter(transaction) => Driver::Sqlite(transaction),
            Inner::PostgresReader(lent) | Inner::PostgresAlone(lent) => Driver::Postgres(lent),
            Inner::PostgresWriter(transaction) => Driver::Postgres(transaction),
        }
    }

    pub(crate) async fn commit(self) -> Result<(), sqlx::Error> {
        match self.0 {
            Inner::SqliteWriter(transaction) => transaction.commit().await,
            Inner::PostgresWriter(transaction) => transaction.commit().await,
            _ => Ok(()),
        }
    }

    pub(crate) async fn roll_back(self) -> Result<(), sqlx::Error> {
        match self.0 {
            Inner::SqliteWriter(transaction) => transaction.rollback().await,
            Inner::PostgresWriter(transaction) => transaction.rollback().await,
            _ => Ok(()),
        }
    }
}
