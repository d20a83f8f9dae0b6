//! The desk: where a group’s people see how their campaigns stand. Who may see what is settled before, by
//! the rules in `routes.rs`; these pages leave out the columns that a role does not reach.

pub mod audit;
pub mod campaign_form;
pub mod glance;
pub mod home;
mod needs;
pub mod own;
pub mod personal_data;
pub mod retention;
pub mod setup;
pub mod status;
mod store;
