//! The tables of the map that are statements': what people of public life were asked and said, and the address to
//! which a private link went.

use super::declaration::{Kind, Table, What};
use super::kept::{NO, linked, recorded};

/// Public from the first: it says who was asked and who said what, as the press page shows it.
pub const STATEMENT: Table = (
    "statement",
    &[
        ("id", NO),
        ("group_id", NO),
        ("campaign_id", NO),
        ("kind", NO),
        ("whom", recorded(What::PublicName)),
        ("on_day", NO),
        ("how", recorded(What::Statement)),
        ("words", recorded(What::Statement)),
        ("language", NO),
        ("source_name", NO),
        ("source_url", NO),
        ("answers", NO),
        ("asked_words", NO),
        ("speaker", recorded(What::PublicName)),
        ("link_id", NO),
        ("hidden", NO),
        ("created_at", NO),
        ("changed_at", NO),
        ("link_domain", recorded(What::Statement)),
        ("link_sent_at", NO),
        ("asked_language", NO),
    ],
);

/// The address to which a private link went; nobody outside sees it.
pub const STATEMENT_LINK: Table = (
    "statement_link",
    &[
        ("id", NO),
        ("group_id", NO),
        ("campaign_id", NO),
        ("asked", NO),
        ("whom", linked(What::PublicName, Kind::Text)),
        ("words", NO),
        ("language", NO),
        ("address_key", linked(What::AddressKey, Kind::Bytes)),
        ("email", linked(What::Address, Kind::Text)),
        ("created_at", linked(What::Times, Kind::Time)),
        ("ended_at", NO),
    ],
);

/// Whom a letter was handed, as the press page tells.
pub const DELIVERY: Table = (
    "delivery",
    &[
        ("id", NO),
        ("group_id", NO),
        ("campaign_id", NO),
        ("letter_id", NO),
        ("letter_version", NO),
        ("language", NO),
        ("task_id", NO),
        ("asked_at", NO),
        ("made_at", NO),
        ("signatures", NO),
        ("unnamed", NO),
        ("handed_on", NO),
        ("handed_to", recorded(What::PublicName)),
        ("changed_at", NO),
    ],
);

pub const DELIVERY_FILE: Table = (
    "delivery_file",
    &[("delivery_id", NO), ("position", NO), ("group_id", NO), ("name", NO), ("bytes", NO), ("sha256", NO)],
);
