//! Many small writes in few commits: what waits is taken together, stored in one transaction, and
//! only then is everyone answered.
//!
//! A row that the engine refuses is found by halving the batch; its neighbours are stored.

use crate::{BoxFuture, Connection, Db, Error, Insert, Lane, Result, Value};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::{Mutex, mpsc, oneshot};

/// A queue before its writers. Cheap to clone; they end when the last clone is dropped.
pub struct GroupCommit<I, O> {
    queue: mpsc::Sender<Waiting<I, O>>,
    stored: Arc<AtomicU64>,
    watch: Arc<dyn Watch>,
}

/// How a queue is worked off.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// At most so many items queue.
    pub waiting: usize,
    /// At most so many share a transaction.
    pub together: usize,
    /// So many transactions run abreast. On SQLite more than one only wait for each other.
    pub writers: usize,
}

/// Who looks on at a queue and its writers, for figures: `()` does not.
pub trait Watch: Send + Sync + 'static {
    /// A batch is stored from now on; so many wait behind it. What it answers is called once that ended.
    fn stores(&self, _together: usize, _waiting: usize) -> Box<dyn FnOnce() + Send> {
        Box::new(|| ())
    }

    /// The queue was full for an item.
    fn turns_away(&self) {}
}

impl Watch for () {}

impl<I, O> Clone for GroupCommit<I, O> {
    fn clone(&self) -> Self {
        Self { queue: self.queue.clone(), stored: self.stored.clone(), watch: self.watch.clone() }
    }
}

type Waiting<I, O> = (I, oneshot::Sender<Result<O>>);

/// Why an item is not stored.
#[derive(Debug, thiserror::Error)]
pub enum Unsaved<I> {
    /// Too many wait already: come back later. The item is handed back.
    #[error("too many are waiting to be stored")]
    Full(I),
    #[error(transparent)]
    Failed(#[from] Error),
}

impl<I, O> GroupCommit<I, O>
where
    I: Send + Sync + 'static,
    O: Send + 'static,
{
    /// Starts the writers. `store` answers one outcome an item, in their order.
    pub fn start<S>(db: Db, lane: Lane, line: Line, watch: impl Watch, store: S) -> Self
    where
        S: for<'t> Fn(&'t mut Connection, Arc<Vec<I>>) -> BoxFuture<'t, Result<Vec<O>>>
            + Send
            + Sync
            + 'static,
    {
        let store = Arc::new(store);
        Self::writing(line, Arc::new(watch), move |items| {
            let (db, store) = (db.clone(), store.clone());
            Box::pin(async move { db.write(lane, move |connection| store(connection, items.clone())).await })
        })
    }

    fn writing<S>(line: Line, watch: Arc<dyn Watch>, store: S) -> Self
    where
        S: Fn(Arc<Vec<I>>) -> BoxFuture<'static, Result<Vec<O>>> + Send + Sync + 'static,
    {
        let (queue, arriving) = mpsc::channel::<Waiting<I, O>>(line.waiting);
        let stored = Arc::<AtomicU64>::default();
        let (store, arriving) = (Arc::new(store), Arc::new(Mutex::new(arriving)));
        for _ in 0..line.writers {
            let (store, arriving) = (store.clone(), arriving.clone());
            let (seen, looks_on) = (stored.clone(), watch.clone());
            tokio::spawn(async move {
                let mut batch = Vec::with_capacity(line.together);
                while let Some(behind) = take(&arriving, &mut batch, line.together).await {
                    let together = batch.len();
                    let (items, answers): (Vec<I>, Vec<_>) = batch.drain(..).unzip();
                    let ended = looks_on.stores(together, behind);
                    commit(&*store, items, answers).await;
                    ended();
                    seen.fetch_add(together as u64, Ordering::Relaxed);
                }
            });
        }
        Self { queue, stored, watch }
    }

    /// How many items were taken so far: whoever does slow work beside can tell from it when to give way.
    pub fn stored(&self) -> u64 {
        self.stored.load(Ordering::Relaxed)
    }

    /// Waits until the item is on disk.
    pub async fn submit(&self, item: I) -> std::result::Result<O, Unsaved<I>> {
        let (answer, outcome) = oneshot::channel();
        self.queue.try_send((item, answer)).map_err(|refused| match refused {
            mpsc::error::TrySendError::Full((item, _)) | mpsc::error::TrySendError::Closed((item, _)) => {
                self.watch.turns_away();
                Unsaved::Full(item)
            }
        })?;
        let stored = outcome.await.map_err(|_| Error::Abandoned("the writer stopped".to_owned()))?;
        Ok(stored?)
    }
}

impl<I: Send + Sync + 'static> GroupCommit<I, ()> {
    /// Starts a writer that only appends, each item as one row.
    pub fn appending(
        db: Db,
        lane: Lane,
        waiting: usize,
        watch: impl Watch,
        insert: &'static Insert,
        row: fn(&I) -> Vec<Value>,
    ) -> Self {
        // One writer alone: two have smaller batches each, and PostgreSQL takes fewer.
        let line = Line { waiting, together: Insert::MOST, writers: 1 };
        Self::writing(line, Arc::new(watch), move |items| {
            let db = db.clone();
            Box::pin(async move {
                let answers = vec![(); items.len()];
                db.append(lane, insert, move || items.iter().map(row).collect()).await?;
                Ok(answers)
            })
        })
    }
}

/// Takes all that wait, as many as fit, and tells how many are behind them; nothing once nobody submits any more.
async fn take<I, O>(
    arriving: &Mutex<mpsc::Receiver<Waiting<I, O>>>,
    batch: &mut Vec<Waiting<I, O>>,
    together: usize,
) -> Option<usize> {
    let mut arriving = arriving.lock().await;
    (arriving.recv_many(batch, together).await > 0).then(|| arriving.len())
}

async fn commit<I, O, S>(store: &S, items: Vec<I>, answers: Vec<oneshot::Sender<Result<O>>>)
where
    I: Send + Sync + 'static,
    O: Send + 'static,
    S: Fn(Arc<Vec<I>>) -> BoxFuture<'static, Result<Vec<O>>> + Send + Sync + 'static,
{
    let items = Arc::new(items);
    let outcome = store(items.clone()).await;
    match outcome {
        Ok(outcomes) => {
            for (answer, outcome) in answers.into_iter().zip(outcomes) {
                // A visitor who has hung up is stored all the same.
                let _ = answer.send(Ok(outcome));
            }
        }
        Err(error) if answers.len() == 1 || !matches!(error, Error::Refused(_)) => {
            tracing::error!(%error, items = answers.len(), "a batch was not stored");
            let text = error.to_string();
            let mut first = Some(error);
            for answer in answers {
                let _ = answer.send(Err(first.take().unwrap_or_else(|| Error::Abandoned(text.clone()))));
            }
        }
        Err(_) => {
            let Ok(mut items) = Arc::try_unwrap(items) else {
                for answer in answers {
                    let _ = answer.send(Err(Error::Abandoned("a refused batch is still held".to_owned())));
                }
                return;
            };
            let mut answers = answers;
            let half = items.len() / 2;
            let (items_after, answers_after) = (items.split_off(half), answers.split_off(half));
            Box::pin(commit(store, items, answers)).await;
            Box::pin(commit(store, items_after, answers_after)).await;
        }
    }
}
