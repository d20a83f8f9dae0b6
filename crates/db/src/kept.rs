//! The connection to PostgreSQL on which sign-ons are appended, batch after batch.
//!
//! A pool lends now this connection, now that one, and each has a server process of its own, with plans and caches of
//! its own; and on the way back it asks whether the connection lives, which is a trip more for every batch.

use crate::Result;
use crate::open::{ASKED_AFTER, LENT_WITHIN};
use sqlx::pool::PoolConnection;
use sqlx::{Connection, PgPool, Postgres};
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
    /// The connection that is kept, else one of the pool. After a silence it is asked first whether it lives.
    pub async fn take(&self, pool: &PgPool) -> Result<PoolConnection<Postgres>> {
        let kept = self.with(|slot| slot.connection.take());
        let Some((mut connection, served)) = kept else { return Ok(pool.acquire().await?) };
        let lives = served.elapsed() < ASKED_AFTER
            || matches!(tokio::time::timeout(LENT_WITHIN, connection.ping()).await, Ok(Ok(())));
        if lives {
            return Ok(connection);
        }
        // The pool would ask it once more, however long that takes.
        connection.close_on_drop();
        drop(connection);
        Ok(pool.acquire().await?)
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
