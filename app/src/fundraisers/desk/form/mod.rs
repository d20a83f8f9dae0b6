//! The desk's form of a fundraiser: making one, changing it, saying where its money goes, taking it off. Whatever files
//! refuse is refused here by the same rules, and so is whatever breaks what people pledged under.

mod account;
pub mod account_routes;
mod asked;
mod editing;
mod faults;
mod items;
mod pages;
pub mod removal_routes;
pub mod routes;

pub use faults::told_of;
pub use routes::MOST_BYTES;
