//! Many small writes in few commits: what waits is taken together, stored in one transaction, and
//! only then is everyone answered.
//!
//! A row that the engine refuses is found by halving the batch; its neighbours are stored.

use crate::writer::Entry;
use crate::{BoxFuture, Connection, Db, Error, Insert, Lane, Result, Value};
use futures_util::FutureExt;
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
        Self::writing(db.clone(), lane, line, Arc::new(watch), move |entry, items| {
            let (db, store) = (db.clone(), store.clone());
            Box::pin(
                async move { db.write_by(entry, move |connection| store(connection, items.clone())).await },
            )
        })
    }

    fn writing<S>(db: Db, lane: Lane, line: Line, watch: Arc<dyn Watch>, store: S) -> Self
    where
        S: Fn(Entry, Arc<Vec<I>>) -> BoxFuture<'static, Result<Vec<O>>> + Send + Sync + 'static,
    {
        let (queue, arriving) = mpsc::channel::<Waiting<I, O>>(line.waiting);
        let stored = Arc::<AtomicU64>::default();
        let (store, arriving) = (Arc::new(store), Arc::new(Mutex::new(arriving)));
        for db in std::iter::repeat_n(db, line.writers) {
            let (store, arriving) = (store.clone(), arriving.clone());
            let (seen, looks_on) = (stored.clone(), watch.clone());
            tokio::spawn(async move {
                let mut batch = Vec::with_capacity(line.together);
                while let Some((entry, behind)) =
                    take(&arriving, &mut batch, line.together, db.enter(lane)).await
                {
                    let together = batch.len();
                    let (items, answers): (Vec<I>, Vec<_>) = batch.drain(..).unzip();
                    let ended = looks_on.stores(together, behind);
                    commit(&*store, lane, entry, items, answers).await;
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
        Self::writing(db.clone(), lane, line, Arc::new(watch), move |entry, items| {
            let db = db.clone();
            Box::pin(async move {
                let answers = vec![(); items.len()];
                db.append_by(entry, insert, move || items.iter().map(row).collect()).await?;
                Ok(answers)
            })
        })
    }
}

/// Takes all that wait once it is their turn, as many as fit, and tells how many are behind them; nothing once nobody
/// submits any more. Whoever comes while another transaction runs is stored with the rest, and not behind them.
async fn take<I, O, E>(
    arriving: &Mutex<mpsc::Receiver<Waiting<I, O>>>,
    batch: &mut Vec<Waiting<I, O>>,
    together: usize,
    enter: impl Future<Output = E>,
) -> Option<(E, usize)> {
    let mut arriving = arriving.lock().await;
    batch.push(arriving.recv().await?);
    let entry = enter.await;
    // Nobody is waited for with the turn held, also no sender that is half done: `try_recv` would.
    arriving.recv_many(batch, together - batch.len()).now_or_never();
    Some((entry, arriving.len()))
}

async fn commit<I, O, S>(
    store: &S,
    lane: Lane,
    entry: Entry,
    items: Vec<I>,
    answers: Vec<oneshot::Sender<Result<O>>>,
) where
    I: Send + Sync + 'static,
    O: Send + 'static,
    S: Fn(Entry, Arc<Vec<I>>) -> BoxFuture<'static, Result<Vec<O>>> + Send + Sync + 'static,
{
    let items = Arc::new(items);
    let outcome = store(entry, items.clone()).await;
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
            Box::pin(commit(store, lane, lane.into(), items, answers)).await;
            Box::pin(commit(store, lane, lane.into(), items_after, answers_after)).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, query};

    static WORD: Insert = Insert::new("word", &[("text", Kind::Text)], "");

    /// Each batch by its size.
    #[derive(Clone, Default)]
    struct Batches(Arc<std::sync::Mutex<Vec<usize>>>);

    impl Watch for Batches {
        fn stores(&self, together: usize, _waiting: usize) -> Box<dyn FnOnce() + Send> {
            self.0.lock().unwrap().push(together);
            Box::new(|| ())
        }
    }

    async fn until_nothing_moves() {
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn who_comes_while_another_transaction_runs_is_stored_with_those_before() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&format!("sqlite:{}", folder.path().join("some.db").display()), &[]).await.unwrap();
        let made = db.write(Lane::Ordinary, |c| {
            Box::pin(async move { query("create table word (text text not null)").run(c).await })
        });
        made.await.unwrap();
        let batches = Batches::default();
        let watch = batches.clone();
        let row = |word: &String| vec![word.into()];
        let writer = GroupCommit::<String, ()>::appending(db.clone(), Lane::Intake, 8, watch, &WORD, row);
        let submit = |word: &'static str| {
            let writer = writer.clone();
            tokio::spawn(async move { writer.submit(word.to_owned()).await.unwrap() })
        };
        let another = db.turn(Lane::Ordinary).await;
        let first = submit("first");
        until_nothing_moves().await;
        let others = [submit("second"), submit("third")];
        until_nothing_moves().await;
        assert!(batches.0.lock().unwrap().is_empty(), "it is somebody else's turn");
        drop(another);
        first.await.unwrap();
        for other in others {
            other.await.unwrap();
        }
        assert_eq!(*batches.0.lock().unwrap(), [3]);
    }
}
