//! Fundraisers at the desk: how they stand, who gave, what was paid for. Amounts are seen by whoever keeps the money.

mod entering;
mod pages;
pub mod refund_routes;
pub mod routes;
mod statement_pages;
pub mod statement_routes;
mod statement_view;
pub mod tables;
pub mod words_routes;

pub use entering::{MOST_BYTES, enter_invoice, enter_payout, take_back};
