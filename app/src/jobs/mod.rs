//! Slow work under leases: the rows, not the work itself, which stands in its slice and in `work.rs`.
//!
//! A job is a row with a position, a lease and a fence. Whoever takes the lease raises the fence;
//! whoever finishes a step says which fence it held, so that a holder who was too slow, or was
//! killed and came back, writes nothing. Where one process alone uses the database, a new start frees
//! what the old one held.

mod store;

pub use store::{
    Lease, advance, due, move_to, note_failure, position, put_off, release, stuck, take, void_step,
};

use crate::clock::SECOND;

/// How long a step may take before another process may take it over.
pub const LEASE: i64 = 30 * SECOND;

/// What a step came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Something was done, and more may wait.
    More,
    /// Nothing to do for now.
    Idle,
}
