//! What people can ask of their own data: the notice, everything kept of them, and that it goes.
//!
//! All of it is made from the map in `people/personal_data.rs`; nothing here names a column of its own, but
//! for what an account's erasure leaves empty and what sums count by.
//! An erasure is an entry of the register, a keyed hash, and the work that it asks for.

pub mod accounts;
pub mod command;
pub mod erasing;
pub mod export;
pub mod notices;
pub mod pages;
pub mod record;
pub mod register;
pub mod retention;
pub mod routes;
pub mod store;
mod traces;
mod words;

use crate::instance::AddressKey;
use crate::state::App;
use broadside_db::Db;
use std::path::PathBuf;

/// Where an instance keeps what is known of people.
#[derive(Clone)]
pub struct Place {
    pub db: Db,
    pub addresses: AddressKey,
    /// The data folder, with the register's copy and what was exported.
    pub data: PathBuf,
}

impl Place {
    pub fn of(app: &App) -> Self {
        Self { db: app.db.clone(), addresses: app.keys.addresses.clone(), data: app.settings.data.clone() }
    }
}

/// Whose data: everything of one mailbox, in one group or in all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whom {
    pub address_key: Vec<u8>,
    /// The persons of that mailbox, one a group at most.
    pub persons: Vec<i64>,
    pub group: Option<i64>,
}
