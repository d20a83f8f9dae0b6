//! The connection to PostgreSQL on which sign-ons are appended, batch after batch.
//!
//! A pool lends now this connection, now that one, and each has a server process of its own, with plans and caches of
//! its own; and on the way back it asks whether the connection lives, which is a trip more for every batch.

use crate::Result;
use crate::open::ASKED_AFTER;
use sqlx::pool::PoolConnection;
use sqlx::{PgPool, Postgres};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

/// Lends it to one batch at a time.
#[derive(Clone, Default)]
pub(crate) struct Kept(Arc<Mutex<Slot>>);

#[derive(Default)]
struct Slot {
    /// And when it last served.
    connection: Option<(PoolConnection<Postgres>, Instant)>,
    is_closed: bool,
}

impl Kept {
    /// The connection that was kept, else one of the pool, which knows what to do with one that was long silent.
    pub async fn take(&self, pool: &PgPool) -> Result<PoolConnection<Postgres>> {
        match self.with(|slot| slot.connection.take()) {
            Some((connection, served)) if served.elapsed() < ASKED_AFTER => Ok(connection),
            silent => {
                drop(silent);
                Ok(pool.acquire().await?)
            }
        }
    }

    /// Keeps a connection that has just served. One that is kept already goes back to the pool.
    #[expect(
        clippy::disallowed_methods,
        reason = "how long it is silent, as its pool knows it of the others"
    )]
    pub fn keep(&self, connection: PoolConnection<Postgres>) {
        self.with(|slot| {
            if !slot.is_closed {
                slot.connection = Some((connection, Instant::now()));
            }
        });
    }

    /// Gives it back, and keeps none from now on: a pool that closes waits for all of its connections.
    pub fn close(&self) {
        self.with(|slot| *slot = Slot { connection: None, is_closed: true });
    }

    fn with<T>(&self, change: impl FnOnce(&mut Slot) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
