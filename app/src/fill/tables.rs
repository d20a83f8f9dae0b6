//! The tables that are filled, with the columns that made-up rows have.

use broadside_db::{Insert, Kind};

pub static PERSON: Insert = Insert::new(
    "person",
    &[
        ("id", Kind::I64),
        ("group_id", Kind::I64),
        ("email", Kind::Text),
        ("email_canonical", Kind::Text),
        ("created_at", Kind::I64),
    ],
    "",
);

pub static SIGNATURE: Insert = Insert::new(
    "signature",
    &[
        ("group_id", Kind::I64),
        ("campaign_id", Kind::I64),
        ("letter_id", Kind::I64),
        ("letter_version", Kind::I64),
        ("person_id", Kind::I64),
        ("sign_on_id", Kind::I64),
        ("address_key", Kind::Bytes),
        ("place", Kind::I64),
        ("language", Kind::Text),
        ("name", Kind::Text),
        ("name_key", Kind::Text),
        ("relation", Kind::Text),
        ("country", Kind::Text),
        ("comment", Kind::Text),
        ("is_public", Kind::Bool),
        ("source", Kind::Text),
        ("state", Kind::Text),
        ("salt", Kind::Bytes),
        ("node", Kind::Text),
        ("signed_on_at", Kind::I64),
        ("confirmed_at", Kind::I64),
        ("changed_at", Kind::I64),
    ],
    "",
);

pub static SIGN_ON: Insert = Insert::new(
    "sign_on",
    &[
        ("id", Kind::I64),
        ("group_id", Kind::I64),
        ("campaign_id", Kind::I64),
        ("letter_id", Kind::I64),
        ("letter_version", Kind::I64),
        ("language", Kind::Text),
        ("name", Kind::Text),
        ("email", Kind::Text),
        ("is_public", Kind::Bool),
        ("consents", Kind::Text),
        ("created_at", Kind::I64),
    ],
    "",
);

pub static MAIL: Insert = Insert::new(
    "mail",
    &[
        ("group_id", Kind::I64),
        ("campaign_id", Kind::I64),
        ("kind", Kind::Text),
        ("sign_on_id", Kind::I64),
        ("address_key", Kind::Bytes),
        ("state", Kind::Text),
        ("attempts", Kind::I64),
        ("next_attempt_at", Kind::I64),
        ("lease_until", Kind::I64),
        ("fence", Kind::I64),
        ("created_at", Kind::I64),
        ("finished_at", Kind::I64),
    ],
    "",
);
