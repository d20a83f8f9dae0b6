//! Connections to PostgreSQL: how its pool makes and lends them, and the one that is kept for batches of sign-ons.

use crate::Result;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection, PgPool, Postgres};
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long PostgreSQL lets a statement run and a transaction wait for its next one. A number that was
/// given out is either committed within about twice this time, or never.
const LONGEST: Duration = Duration::from_secs(20);
/// How long a connection to PostgreSQL may have been silent and still be taken for alive.
const ASKED_AFTER: Duration = Duration::from_secs(1);
/// How long whoever needs one waits for a connection to PostgreSQL.
const LENT_WITHIN: Duration = Duration::from_secs(5);

pub(crate) fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres://") || url.starts_with("postgresql://")
}

pub(crate) fn postgres_options(url: &str) -> Result<PgConnectOptions> {
    Ok(PgConnectOptions::from_str(url)?.application_name("broadside"))
}

/// The pool that lends them.
pub(crate) async fn pool(url: &str) -> Result<PgPool> {
    let longest = format!("{}ms", LONGEST.as_millis());
    let options = postgres_options(url)?.options([
        ("statement_timeout", longest.as_str()),
        ("idle_in_transaction_session_timeout", longest.as_str()),
    ]);
    let pool = PgPoolOptions::new()
        .max_connections(16)
        .acquire_timeout(LENT_WITHIN)
        // Asking a connection whether it lives is a trip of its own: only after a silence.
        .test_before_acquire(false)
        .before_acquire(|connection, about| {
            Box::pin(async move {
                if about.idle_for > ASKED_AFTER {
                    connection.ping().await?;
                }
                Ok(true)
            })
        });
    Ok(pool.connect_with(options).await?)
}

/// The connection on which sign-ons are appended, batch after batch; it is lent to one at a time.
///
/// A pool lends now this connection, now that one, and each has a server process of its own, with plans and caches of
/// its own; and on the way back it asks whether the connection lives, which is a trip more for every batch.
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

    /// Closes the pool, which waits for all of its connections: none is kept from now on.
    pub async fn close(&self, pool: &PgPool) {
        // From here on the pool closes whatever comes back, and asks it nothing.
        let closing = pool.close();
        self.with(|slot| *slot = Slot { connection: None, is_closed: true });
        closing.await;
    }

    fn with<T>(&self, change: impl FnOnce(&mut Slot) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
