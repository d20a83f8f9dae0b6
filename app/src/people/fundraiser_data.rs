//! The tables of the map that are fundraisers': who gives, and what became of it.

use super::declaration::{Eraser, Kind, Role, SeenBy, Table, What};
use super::kept::{NO, WHO_KEEPS, gives, worked};

/// Where the giver chose so; at the desk whoever looks at what is said to everybody.
const WHO_SHOWS: SeenBy =
    SeenBy::Everybody(&[Role::Owner, Role::Organiser, Role::Moderator, Role::Treasurer]);

/// Where the giver chose so; at the desk who keeps the money.
const HOW_MUCH: SeenBy = SeenBy::Everybody(&[Role::Owner, Role::Treasurer]);

pub const FUNDRAISER: Table = (
    "fundraiser",
    &[
        ("id", NO),
        ("group_id", NO),
        ("campaign_id", NO),
        ("slug", NO),
        ("kind", NO),
        ("currency", NO),
        ("goal", NO),
        ("ends_at", NO),
        ("grace_days", NO),
        ("gives_back", NO),
        ("state", NO),
        ("decided_at", NO),
        ("decided_with", NO),
        ("settled_at", NO),
        ("is_given_back", NO),
        ("last_receipt", NO),
        ("stopped_until", NO),
        ("created_at", NO),
        ("changed_at", NO),
        ("redirected_at", NO),
        ("went_to", NO),
        ("goes_since", NO),
        ("accounts", NO),
        ("refusals_told_at", NO),
        ("restored_at", NO),
        ("catch_up_at", NO),
        ("catch_up_since", NO),
    ],
);

pub const PLEDGE: Table = (
    "pledge",
    &[
        ("id", NO),
        ("group_id", NO),
        ("campaign_id", NO),
        ("fundraiser_id", NO),
        ("language", gives(What::Language, Kind::Text, WHO_KEEPS, Eraser::Books)),
        ("address_key", gives(What::AddressKey, Kind::Bytes, SeenBy::Nobody, Eraser::Empty)),
        ("email", gives(What::Address, Kind::Text, WHO_KEEPS, Eraser::Empty)),
        ("name", gives(What::Name, Kind::Text, WHO_SHOWS, Eraser::Empty)),
        ("organisation", gives(What::Name, Kind::Text, WHO_SHOWS, Eraser::Empty)),
        ("memory", gives(What::Dedication, Kind::Text, WHO_SHOWS, Eraser::Empty)),
        ("words", gives(What::Dedication, Kind::Text, WHO_SHOWS, Eraser::Empty)),
        ("words_hidden_at", NO),
        ("is_named", gives(What::Shown, Kind::Flag, WHO_KEEPS, Eraser::Empty)),
        ("is_amount_shown", gives(What::Shown, Kind::Flag, WHO_KEEPS, Eraser::Empty)),
        ("source", gives(What::Source, Kind::Text, WHO_KEEPS, Eraser::Null)),
        ("amount", gives(What::Gift, Kind::Number, HOW_MUCH, Eraser::Books)),
        ("fees", gives(What::Gift, Kind::Number, WHO_KEEPS, Eraser::Books)),
        ("item", gives(What::Gift, Kind::Text, SeenBy::Person, Eraser::Books)),
        ("item_number", gives(What::Gift, Kind::Number, SeenBy::Person, Eraser::Books)),
        ("state", gives(What::Gift, Kind::Text, WHO_KEEPS, Eraser::Books)),
        ("provider", NO),
        ("account", NO),
        ("session", gives(What::Payment, Kind::Text, SeenBy::Nobody, Eraser::Books)),
        ("payer", gives(What::Payment, Kind::Text, SeenBy::Nobody, Eraser::Books)),
        ("method", gives(What::Payment, Kind::Text, SeenBy::Nobody, Eraser::Books)),
        ("payment", gives(What::Payment, Kind::Text, WHO_KEEPS, Eraser::Books)),
        ("look_at", NO),
        ("looks", NO),
        ("close_at", NO),
        ("asked_until", NO),
        ("charges", NO),
        ("grace_until", gives(What::Times, Kind::Time, WHO_KEEPS, Eraser::Books)),
        ("receipt", gives(What::Payment, Kind::Number, WHO_KEEPS, Eraser::Books)),
        ("checked_at", NO),
        ("doubt", NO),
        ("returned", gives(What::Gift, Kind::Number, HOW_MUCH, Eraser::Books)),
        ("created_at", gives(What::Times, Kind::Time, WHO_KEEPS, Eraser::Books)),
        ("promised_at", gives(What::Times, Kind::Time, WHO_KEEPS, Eraser::Books)),
        ("paid_at", gives(What::Times, Kind::Time, WHO_KEEPS, Eraser::Books)),
        ("changed_at", NO),
        ("recurrence_id", NO),
        ("giver", NO),
        ("month", gives(What::Gift, Kind::Number, WHO_KEEPS, Eraser::Books)),
        ("invoice", gives(What::Payment, Kind::Text, SeenBy::Nobody, Eraser::Books)),
    ],
);

/// Whose it is stands with its months alone; what the provider calls it is forgotten with them.
pub const RECURRENCE: Table = (
    "recurrence",
    &[
        ("id", NO),
        ("group_id", NO),
        ("fundraiser_id", NO),
        ("state", NO),
        ("subscription", NO),
        ("look_at", NO),
        ("looks", NO),
        ("created_at", NO),
        ("changed_at", NO),
    ],
);

pub const PAYMENT_CALL: Table = (
    "payment_call",
    &[
        ("id", NO),
        ("group_id", NO),
        ("pledge_id", NO),
        ("deed", NO),
        ("attempt", NO),
        ("key", NO),
        ("amount", NO),
        ("outcome", NO),
        ("detail", NO),
        ("created_at", NO),
        ("finished_at", NO),
    ],
);

pub const CARD_DECLINE: Table =
    ("card_decline", &[("id", NO), ("group_id", NO), ("call_id", NO), ("event", NO), ("declined_at", NO)]);

pub const PROVIDER_EVENT: Table = (
    "provider_event",
    &[
        ("provider", NO),
        ("event", NO),
        ("kind", NO),
        ("subject", NO),
        ("received_at", NO),
        ("look_at", NO),
        ("looked_at", NO),
    ],
);

/// Amounts and days: whose they were stands with the pledge alone.
pub const LEDGER_ENTRY: Table = (
    "ledger_entry",
    &[
        ("id", NO),
        ("group_id", NO),
        ("fundraiser_id", NO),
        ("key", NO),
        ("day", NO),
        ("pledge_id", NO),
        ("words", NO),
        ("created_at", NO),
    ],
);

pub const LEDGER_LINE: Table =
    ("ledger_line", &[("entry_id", NO), ("position", NO), ("group_id", NO), ("account", NO), ("minor", NO)]);

pub const LEDGER_FILE: Table =
    ("ledger_file", &[("entry_id", NO), ("group_id", NO), ("name", NO), ("bytes", NO)]);

/// What a bank says of whoever paid, until somebody decided what the line is.
pub const TRANSFER_LINE: Table = (
    "transfer_line",
    &[
        ("id", NO),
        ("group_id", NO),
        ("fundraiser_id", NO),
        ("account", NO),
        ("key", NO),
        ("day", NO),
        ("minor", NO),
        ("currency", NO),
        ("name", gives(What::Name, Kind::Text, WHO_KEEPS, Eraser::Record)),
        ("iban", gives(What::Payment, Kind::Text, WHO_KEEPS, Eraser::Record)),
        ("reference", gives(What::Payment, Kind::Text, WHO_KEEPS, Eraser::Record)),
        ("words", gives(What::Dedication, Kind::Text, WHO_KEEPS, Eraser::Record)),
        ("state", NO),
        ("pledge_id", NO),
        ("why", NO),
        ("created_at", NO),
        ("decided_at", NO),
    ],
);

/// Of a bank's tables, and nobody's.
pub const TABLE_READING: Table =
    ("table_reading", &[("id", NO), ("group_id", NO), ("heads", NO), ("fields", NO), ("changed_at", NO)]);

pub const FUNDRAISER_NOTICE: Table = (
    "fundraiser_notice",
    &[
        ("id", NO),
        ("group_id", NO),
        ("fundraiser_id", NO),
        ("account_id", worked(What::Account, Kind::Number)),
        ("kind", NO),
        ("created_at", worked(What::Times, Kind::Time)),
    ],
);

/// Nobody’s money, and nobody’s name.
pub const PRACTICE_SESSION: Table = (
    "practice_session",
    &[
        ("id", NO),
        ("key", NO),
        ("mode", NO),
        ("currency", NO),
        ("amount", NO),
        ("back", NO),
        ("state", NO),
        ("card", NO),
        ("created_at", NO),
        ("is_monthly", NO),
    ],
);

pub const PRACTICE_SUBSCRIPTION: Table = (
    "practice_subscription",
    &[
        ("id", NO),
        ("card", NO),
        ("currency", NO),
        ("amount", NO),
        ("fee", NO),
        ("ended_at", NO),
        ("created_at", NO),
    ],
);

pub const PRACTICE_PAYMENT: Table = (
    "practice_payment",
    &[
        ("id", NO),
        ("key", NO),
        ("card", NO),
        ("amount", NO),
        ("fee", NO),
        ("is_declined", NO),
        ("refunded", NO),
        ("created_at", NO),
    ],
);
