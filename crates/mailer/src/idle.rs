//! Connections that wait for the next mail. One that waited a minute is closed politely.

use crate::session::Session;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

#[derive(Default)]
pub struct Idle(Mutex<Shelf>);

#[derive(Default)]
struct Shelf {
    waiting: Vec<Waiting>,
    /// Whether a task ages what waits here; there is none while nothing does.
    is_watched: bool,
}

struct Waiting {
    session: Session,
    /// Rounds of the watch that it has waited through.
    rounds: u32,
}

const ROUND: Duration = Duration::from_secs(30);
const MOST_ROUNDS: u32 = 2;
/// More than this are only in use where somebody sends more than this at once.
const MOST: usize = 16;

impl Idle {
    pub fn take(&self) -> Option<Session> {
        self.lock().waiting.pop().map(|waiting| waiting.session)
    }

    /// Drops all: where one was closed by the server, so were the ones that waited longer.
    pub fn clear(&self) {
        self.lock().waiting.clear();
    }

    pub fn put(self: &Arc<Self>, session: Session) {
        let mut kept = self.lock();
        if kept.waiting.len() >= MOST {
            return;
        }
        kept.waiting.push(Waiting { session, rounds: 0 });
        if !kept.is_watched {
            kept.is_watched = true;
            tokio::spawn(watch(Arc::downgrade(self)));
        }
    }

    fn grow_older(&self) -> Vec<Session> {
        let mut kept = self.lock();
        for waiting in &mut kept.waiting {
            waiting.rounds += 1;
        }
        kept.waiting
            .extract_if(.., |waiting| waiting.rounds >= MOST_ROUNDS)
            .map(|waiting| waiting.session)
            .collect()
    }

    /// Whether the watch may end, since nothing waits.
    fn is_done(&self) -> bool {
        let mut kept = self.lock();
        kept.is_watched = !kept.waiting.is_empty();
        !kept.is_watched
    }

    fn lock(&self) -> MutexGuard<'_, Shelf> {
        // Nothing panics while the shelf is held, and a shelf of connections is whole at any time.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn watch(idle: Weak<Idle>) {
    loop {
        tokio::time::sleep(ROUND).await;
        let Some(idle) = idle.upgrade() else { return };
        for session in idle.grow_older() {
            session.close().await;
        }
        if idle.is_done() {
            return;
        }
    }
}
