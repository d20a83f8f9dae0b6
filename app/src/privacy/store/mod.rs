//! The SQL of exports, erasures and retention. Table and column names come from the map alone; every
//! value is bound.

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
