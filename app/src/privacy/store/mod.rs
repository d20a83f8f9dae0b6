//! The SQL of exports, erasures and retention. Table and column names come from the map, but for
//! what an account's erasure leaves empty and what sums count by; every value is bound.

mod account;
mod erasure;
mod found;
mod old;
mod own;

pub use account::*;
pub use erasure::*;
pub use found::*;
pub use old::*;
pub use own::*;
