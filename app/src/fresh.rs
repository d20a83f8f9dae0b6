//! What is read at most once a second, and shown on where the database gives no answer.
//!
//! One asker reads at a time, in a task of its own. Whoever began it waits for a moment; the others, and
//! whoever comes while the database is known to be silent, get what stands. A failure is remembered for a
//! second as an answer is.

use crate::clock::SECOND;
use crate::state::App;
use broadside_db::{Error, Result};
use std::collections::HashMap;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::OwnedMutexGuard;

/// How long an asker waits for news where something stands.
const PATIENCE: Duration = Duration::from_millis(500);

pub struct Fresh<T>(Arc<Inner<T>>);

struct Inner<T> {
    /// Held by the one who reads.
    reading: Arc<tokio::sync::Mutex<()>>,
    kept: Mutex<Kept<T>>,
}

struct Kept<T> {
    /// Raised by every `forget`, so that what was begun before it is not kept.
    generation: u64,
    standing: Option<Arc<T>>,
    read_at: Option<i64>,
    failed_at: Option<i64>,
}

/// One of each campaign, by its number.
pub struct FreshByCampaign<T>(Mutex<HashMap<i64, Arc<Fresh<T>>>>);

impl<T> Default for FreshByCampaign<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T> FreshByCampaign<T> {
    pub fn of(&self, campaign: i64) -> Arc<Fresh<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(campaign).or_default().clone()
    }
}

impl<T> Default for Fresh<T> {
    fn default() -> Self {
        let kept = Kept { generation: 0, standing: None, read_at: None, failed_at: None };
        Self(Arc::new(Inner { reading: Arc::default(), kept: Mutex::new(kept) }))
    }
}

impl<T: Send + Sync + 'static> Fresh<T> {
    /// What is at most a second old, or what stands. `read` is given what stands.
    pub async fn get<F>(&self, app: &App, read: impl Fn(Option<Arc<T>>) -> F) -> Result<Arc<T>>
    where
        F: Future<Output = Result<T>> + Send + 'static,
    {
        loop {
            if let Some(known) = self.known(app.clock.now()) {
                return known;
            }
            let turn = match (self.0.reading.clone().try_lock_owned(), self.standing()) {
                (Ok(turn), _) => turn,
                (Err(_), Some(standing)) => return Ok(standing),
                (Err(_), None) => self.0.reading.clone().lock_owned().await,
            };
            // Whoever had the turn before may have brought it.
            if let Some(known) = self.known(app.clock.now()) {
                return known;
            }
            let (standing, generation) = {
                let kept = self.0.kept();
                (kept.standing.clone(), kept.generation)
            };
            let stands = standing.is_some();
            let look = tokio::spawn(self.0.clone().look(app.clone(), turn, generation, read(standing)));
            if !stands {
                return look.await.unwrap_or_else(|panicked| Err(Error::Abandoned(panicked.to_string())));
            }
            let silent = app.database_silent.load(Ordering::Relaxed);
            match tokio::time::timeout(if silent { Duration::ZERO } else { PATIENCE }, look).await {
                Ok(Ok(Ok(new))) => return Ok(new),
                // What stands is found by looking again, if it was not forgotten meanwhile.
                Ok(_) => {}
                Err(_) => app.database_silent.store(true, Ordering::Relaxed),
            }
        }
    }

    /// What stands, however old, without a look into the database.
    pub fn standing(&self) -> Option<Arc<T>> {
        self.0.kept().standing.clone()
    }

    /// How long what stands is shown without a look into the database.
    pub fn until(&self) -> Option<i64> {
        self.0.kept().read_at.map(|read_at| read_at + SECOND)
    }

    /// Lets nobody see it as it stood: the next asker waits for what is read from now on.
    pub fn forget(&self) {
        let mut kept = self.0.kept();
        *kept = Kept { generation: kept.generation + 1, standing: None, read_at: None, failed_at: None };
    }

    /// What was read or failed within the last second.
    fn known(&self, now: i64) -> Option<Result<Arc<T>>> {
        let kept = self.0.kept();
        let lately = |at: Option<i64>| at.is_some_and(|at| (0..SECOND).contains(&(now - at)));
        let known = lately(kept.read_at) || lately(kept.failed_at);
        known.then(|| kept.standing.clone().ok_or(Error::Silent))
    }
}

impl<T> Inner<T> {
    fn kept(&self) -> MutexGuard<'_, Kept<T>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn look(
        self: Arc<Self>,
        app: App,
        turn: OwnedMutexGuard<()>,
        generation: u64,
        reading: impl Future<Output = Result<T>>,
    ) -> Result<Arc<T>> {
        let asked_at = app.clock.now();
        let read = reading.await.map(Arc::new);
        app.database_silent.store(read.is_err(), Ordering::Relaxed);
        let mut kept = self.kept();
        if kept.generation == generation {
            match &read {
                Ok(new) => {
                    kept.standing = Some(new.clone());
                    (kept.read_at, kept.failed_at) = (Some(asked_at), None);
                }
                Err(error) => {
                    tracing::warn!(%error, "the database gave no answer; what stands is shown on");
                    kept.failed_at = Some(app.clock.now());
                }
            }
        }
        drop(kept);
        drop(turn);
        read
    }
}
