//! Holding at the desk: what is held and by what it was seen, what signals weigh, and venues.
//!
//! The judging itself is done where sign-ons are walked: `signatures/judging.rs`, by the rules of
//! `crates/judging`.

pub mod pages;
pub mod routes;
pub mod store;
pub mod venues;
