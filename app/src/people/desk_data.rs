//! The tables of the map in which the desk keeps how its lists are looked at.

use super::declaration::{Kind, Table, What};
use super::kept::{NO, worked};

pub const SAVED_FILTER: Table = (
    "saved_filter",
    &[
        ("id", NO),
        ("group_id", NO),
        ("campaign_id", NO),
        ("account_id", worked(What::Account, Kind::Number)),
        ("list", NO),
        ("name", NO),
        ("query", NO),
        ("shared", NO),
        ("created_at", NO),
    ],
);
