//! The tables of the map that are partners': who signs in for one, and what it was handed. Of a signer they hold the
//! number of a consent alone, which leads to nobody once the consent is gone.

use super::declaration::{Kind, Table, What};
use super::kept::{NO, worked};

pub const PARTNERSHIP: Table = (
    "partnership",
    &[
        ("id", NO),
        ("group_id", NO),
        ("campaign_id", NO),
        ("partner", NO),
        ("invited_at", NO),
        ("terms", NO),
        ("terms_version", NO),
        ("accepted_at", NO),
        ("ended_at", NO),
        ("ended_by", NO),
        ("swept_position", NO),
        ("swept_at", NO),
        ("name", NO),
        ("website", NO),
        ("privacy", NO),
        ("privacy_text", NO),
    ],
);

pub const PARTNER_SEAT: Table = (
    "partner_seat",
    &[
        ("id", NO),
        ("group_id", NO),
        ("partnership_id", NO),
        ("account_id", worked(What::Account, Kind::Number)),
        ("accepted", worked(What::Account, Kind::Flag)),
        ("created_at", worked(What::Times, Kind::Time)),
        ("ended_at", worked(What::Times, Kind::Time)),
        ("read_at", worked(What::Times, Kind::Time)),
    ],
);

pub const PARTNER_EXPORT: Table = (
    "partner_export",
    &[
        ("id", NO),
        ("group_id", NO),
        ("partnership_id", NO),
        ("is_whole", NO),
        ("position", NO),
        ("given", NO),
        ("changed", NO),
        ("ended", NO),
        ("created_at", NO),
        ("gathered_at", NO),
    ],
);

pub const PARTNER_LINE: Table = (
    "partner_line",
    &[
        ("partnership_id", NO),
        ("consent_id", NO),
        ("export_id", NO),
        ("group_id", NO),
        ("change", NO),
        ("at", NO),
    ],
);
