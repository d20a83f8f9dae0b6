//! A payment provider for tests and games: localstripe behind a proxy of ours, which adds what it lacks of Stripe
//! (idempotency keys, Checkout with a page, disputes, lists by customer, decline codes, fees) and can lose requests
//! and answers, as scripted or by chance from a seed. Webhooks are signed as Stripe's are.
//!
//! It knows nothing of Broadside, and the client that is tested with it shares no line with it.

mod answers;
mod api;
mod checkout;
mod control;
mod disputes;
mod hooks;
mod keys;
mod later;
mod lists;
mod localstripe;
mod mishaps;
mod page;
mod pairs;
mod server;
mod upstream;

pub use answers::Fees;
pub use localstripe::Localstripe;
pub use mishaps::{Chances, Met, Mishap};
pub use server::{Clock, Options, Proxy};

use std::sync::{Mutex, MutexGuard, PoisonError};

pub type Failure = Box<dyn std::error::Error + Send + Sync>;

fn held<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
