//! Letters: the texts that are signed, their versions and their counts.
//! The public sheet stands in `pages.rs`; what is kept of it in `sheets.rs`; all names in `names.rs`.

pub mod agenda;
mod difference;
pub mod endorsers;
pub mod look;
pub mod names;
pub mod page;
pub mod pages;
pub mod printed;
pub mod proof;
pub mod routes;
pub mod sheets;
pub mod store;
pub mod wordings;

/// A sign-on that nobody confirmed is deleted after so many days, and its link with it.
pub const LINK_DAYS: u32 = crate::people::kept::UNCONFIRMED_DAYS;

/// A letter's words as they were in one version and language.
#[derive(Clone, Debug)]
pub struct Wording {
    pub language: String,
    pub title: String,
    pub addressee: String,
    /// Markdown.
    pub body: String,
    /// Why they differ from those before; empty where nobody said.
    pub reason: String,
    pub created_at: i64,
}

/// What a signature under a letter is subject to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    pub is_open: bool,
    pub names_per_mailbox: i64,
    /// Path of the letter's page: recorded with a consent.
    pub page: String,
}
