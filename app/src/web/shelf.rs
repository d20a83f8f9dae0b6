//! Answers that are the same for everybody for a moment, found by their address before anything else is asked:
//! neither the router nor the directory of campaigns is gone through for them.
//!
//! A handler says of its answer that it stands until a time ([`standing`]); `surroundings.rs` puts it here as it
//! goes out, and `front.rs` looks here first. What is forgotten anywhere clears the shelf.

use super::answer::Kept;
use axum::extract::MatchedPath;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::Response;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

/// So many stand here; made-up addresses beyond them are answered the long way.
const PLACES: usize = 128;

#[derive(Default)]
pub struct Shelf {
    /// Raised by every `clear`, so that what was begun before it is not put here.
    generation: AtomicU64,
    answers: RwLock<HashMap<String, Arc<Standing>>>,
}

/// An answer with every header it bears, but for the number of the request.
pub struct Standing {
    pub kept: Kept,
    pub route: MatchedPath,
    from: i64,
    until: i64,
    generation: u64,
}

/// Left on an answer that may be put on the shelf.
#[derive(Clone)]
pub struct StandsUntil(Arc<Kept>, i64);

/// Answers a request with what stands until a time (microseconds UTC), where it is known until when.
pub fn standing(kept: &Arc<Kept>, until: Option<i64>, asked: &HeaderMap) -> Response {
    let mut response = kept.answer(asked);
    if let Some(until) = until {
        response.extensions_mut().insert(StandsUntil(kept.clone(), until));
    }
    response
}

impl Shelf {
    /// What stands under an address, for everybody who reads it.
    pub fn find(&self, method: &Method, address: &Uri, now: i64) -> Option<Arc<Standing>> {
        if method != Method::GET {
            return None;
        }
        let answers = self.answers.read().unwrap_or_else(PoisonError::into_inner);
        let standing = answers.get(address.path_and_query()?.as_str())?;
        standing.stands(self.generation(), now).then(|| standing.clone())
    }

    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// Puts an answer here that was begun at a generation; `dress` gives it the headers that every answer bears.
    pub fn place(
        &self,
        address: &Uri,
        route: &MatchedPath,
        generation: u64,
        now: i64,
        response: &Response,
        dress: impl Fn(&mut HeaderMap),
    ) {
        let Some(StandsUntil(kept, until)) = response.extensions().get() else { return };
        let (Some(address), StatusCode::OK) = (address.path_and_query(), response.status()) else { return };
        let kept = Kept::clone(kept).dressed(dress);
        let standing = Standing { kept, route: route.clone(), from: now, until: *until, generation };
        if !standing.stands(self.generation(), now) {
            return;
        }
        let mut answers = self.answers.write().unwrap_or_else(PoisonError::into_inner);
        if answers.len() >= PLACES && !answers.contains_key(address.as_str()) {
            answers.retain(|_, old| old.stands(generation, now));
        }
        if answers.len() < PLACES || answers.contains_key(address.as_str()) {
            answers.insert(address.as_str().to_owned(), Arc::new(standing));
        }
    }

    /// Lets nobody see what stands here.
    pub fn clear(&self) {
        self.generation.fetch_add(1, Ordering::AcqRel);
    }
}

impl Standing {
    fn stands(&self, generation: u64, now: i64) -> bool {
        // A clock that was set back knows nothing of until when.
        self.generation == generation && (self.from..self.until).contains(&now)
    }
}
