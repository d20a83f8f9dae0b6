//! The SQL of lists: each described in a file of its own, and the questions that are put to all of them.
//! Pages go by key, never by counting what was passed over, and each looks at a bounded number of rows.

mod listing;
mod mails;
mod pages;
mod people;
mod saved;
mod sign_ons;
mod signatures;
mod sums;

pub use listing::{Cell, Condition, Line, Listing, Order, Spot};
pub use mails::MAILS;
pub use pages::{Page, Turn, ends, page, walk};
pub use people::PEOPLE;
pub use saved::*;
pub use sign_ons::SIGN_ONS;
pub use signatures::{SHOWN, SIGNATURES, STATES};
pub use sums::{newest, rows, sums};

use super::List;

pub static ALL: [&List; 4] = [&SIGNATURES, &SIGN_ONS, &PEOPLE, &MAILS];
