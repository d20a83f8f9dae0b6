//! The tables of the map that are goals': who is told of one.

use super::declaration::{Kind, Table, What};
use super::kept::{NO, worked};

pub const GOAL_MARK: Table = (
    "goal_mark",
    &[
        ("id", NO),
        ("group_id", NO),
        ("campaign_id", NO),
        ("goal", NO),
        ("measure", NO),
        ("subject", NO),
        ("level", NO),
        ("set_at", NO),
        ("replaced_at", NO),
        ("reached_at", NO),
        ("reached_with", NO),
        ("currency", NO),
    ],
);

pub const GOAL_NOTICE: Table = (
    "goal_notice",
    &[
        ("id", NO),
        ("group_id", NO),
        ("goal_mark_id", NO),
        ("account_id", worked(What::Account, Kind::Number)),
        ("created_at", worked(What::Times, Kind::Time)),
    ],
);
