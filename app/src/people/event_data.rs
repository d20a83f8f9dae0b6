//! The tables of the map that are events': who says that they come.

use super::declaration::{Kind, Table, What};
use super::kept::{NO, comes};

pub const EVENT_SLOT: Table = (
    "event_slot",
    &[
        ("id", NO),
        ("group_id", NO),
        ("campaign_id", NO),
        ("event", NO),
        ("slot", NO),
        ("starts_at", NO),
        ("ends_at", NO),
        ("capacity", NO),
        ("last_turn", NO),
        ("told", NO),
        ("is_cancelled", NO),
        ("is_closed", NO),
        ("came", NO),
        ("let_in", NO),
        ("gone_at", NO),
        ("said", NO),
        ("created_at", NO),
        ("changed_at", NO),
    ],
);

pub const RSVP: Table = (
    "rsvp",
    &[
        ("id", NO),
        ("group_id", NO),
        ("campaign_id", NO),
        ("slot_id", NO),
        ("language", comes(What::Language, Kind::Text)),
        ("address_key", comes(What::AddressKey, Kind::Bytes)),
        ("email", comes(What::Address, Kind::Text)),
        ("name", comes(What::Name, Kind::Text)),
        ("people", comes(What::Event, Kind::Number)),
        ("answers", comes(What::Answers, Kind::Text)),
        ("source", comes(What::Source, Kind::Text)),
        ("state", comes(What::Event, Kind::Text)),
        ("turn", NO),
        ("offered_until", NO),
        ("created_at", comes(What::Times, Kind::Time)),
        ("confirmed_at", comes(What::Times, Kind::Time)),
        ("changed_at", comes(What::Times, Kind::Time)),
        ("arrived", comes(What::Event, Kind::Number)),
        ("arrived_at", comes(What::Times, Kind::Time)),
        ("undone_at", comes(What::Times, Kind::Time)),
    ],
);

/// A number of people, of whom nothing else is known.
pub const WALK_IN: Table =
    ("walk_in", &[("slot_id", NO), ("mark", NO), ("group_id", NO), ("people", NO), ("arrived_at", NO)]);

pub const EVENT_TELLING: Table = (
    "event_telling",
    &[
        ("id", NO),
        ("group_id", NO),
        ("campaign_id", NO),
        ("slot_id", NO),
        ("kind", NO),
        ("subject", NO),
        ("due_at", NO),
        ("position", NO),
        ("told", NO),
        ("finished_at", NO),
    ],
);
