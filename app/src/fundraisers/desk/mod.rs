//! Fundraisers at the desk: how they stand, who gave, what was paid for. Amounts are seen by whoever keeps the money.

mod doubts;
mod entering;
pub mod form;
pub mod giving_up_routes;
pub mod list_routes;
mod pages;
pub mod refund_routes;
pub mod restored_routes;
pub mod routes;
mod sent;
mod statement_pages;
pub mod statement_routes;
mod statement_view;
pub mod tables;
mod told;
pub mod upload_routes;
pub mod words_routes;

pub use entering::{enter_invoice, enter_payout, take_back};
pub use sent::MOST_SENT;
