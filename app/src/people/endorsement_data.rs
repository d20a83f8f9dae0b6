//! The tables of the map that are endorsements': the officer who speaks for an organisation, and what is the
//! organisation's own.

use super::declaration::{Kind, Table, What};
use super::kept::{NO, officer, proving};

pub const ENDORSEMENT: Table = (
    "endorsement",
    &[
        ("id", NO),
        ("group_id", NO),
        ("campaign_id", NO),
        ("letter_id", NO),
        ("language", NO),
        ("address_key", officer(What::AddressKey, Kind::Bytes)),
        ("email", officer(What::Address, Kind::Text)),
        ("name", officer(What::Name, Kind::Text)),
        ("role", officer(What::Role, Kind::Text)),
        ("organisation", NO),
        ("office", NO),
        ("kind", NO),
        ("website", NO),
        ("domain", NO),
        ("comment", NO),
        ("logo", NO),
        ("logo_alt", NO),
        ("state", NO),
        ("proof", NO),
        ("proved_at", NO),
        ("shown", NO),
        ("reason", NO),
        ("sought", NO),
        ("seek_at", NO),
        ("seeks", NO),
        ("found", NO),
        ("created_at", NO),
        ("changed_at", NO),
    ],
);

/// The address to which a mail went that proves a domain: whoever reads it need not be the officer.
pub const ENDORSEMENT_PROOF: Table = (
    "endorsement_proof",
    &[
        ("endorsement_id", NO),
        ("group_id", NO),
        ("address_key", proving(What::AddressKey, Kind::Bytes)),
        ("email", proving(What::Address, Kind::Text)),
        ("created_at", proving(What::Times, Kind::Time)),
    ],
);

/// The organisation's, and of nobody in it.
pub const ENDORSEMENT_LOGO: Table = (
    "endorsement_logo",
    &[
        ("endorsement_id", NO),
        ("digest", NO),
        ("group_id", NO),
        ("bytes", NO),
        ("width", NO),
        ("height", NO),
        ("created_at", NO),
    ],
);
