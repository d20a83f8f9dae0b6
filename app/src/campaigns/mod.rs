//! Campaigns: the container of a public page, kept as files, imported, exported and served.

pub mod clocks;
pub mod command;
pub mod definition;
pub mod directory;
pub mod endorsers;
pub mod files;
pub mod importing;
pub mod keeping;
pub mod merging;
pub mod new;
pub mod pages;
pub mod promised;
pub mod record;
pub mod record_shown;
pub mod routes;
pub mod sent;
pub mod share;
pub mod store;
pub mod typed;
mod undrawn;
