//! The tables of the map that are the desk's: who works there, how they sign in, what they did and looked at.

use super::declaration::{Kind, Table, What};
use super::kept::{NO, barred, exported, proves, worked};

pub const ACCOUNT: Table = (
    "account",
    &[
        ("id", NO),
        ("name", worked(What::Name, Kind::Text)),
        ("email", worked(What::Address, Kind::Text)),
        ("email_canonical", worked(What::Address, Kind::Text)),
        ("language", worked(What::Language, Kind::Text)),
        ("operates", worked(What::Account, Kind::Flag)),
        ("password_hash", proves(Kind::Text)),
        ("totp_secret", proves(Kind::Bytes)),
        ("totp_confirmed_at", worked(What::Times, Kind::Time)),
        ("totp_step", worked(What::Account, Kind::Number)),
        ("failures", worked(What::Account, Kind::Number)),
        ("failed_at", worked(What::Times, Kind::Time)),
        ("warned_at", worked(What::Times, Kind::Time)),
        ("created_at", worked(What::Times, Kind::Time)),
        ("deactivated_at", worked(What::Times, Kind::Time)),
    ],
);

pub const MEMBERSHIP: Table = (
    "membership",
    &[
        ("id", NO),
        ("account_id", worked(What::Account, Kind::Number)),
        ("group_id", NO),
        ("campaign_id", NO),
        ("role", worked(What::Account, Kind::Text)),
        ("version", NO),
        ("created_at", worked(What::Times, Kind::Time)),
        ("ended_at", worked(What::Times, Kind::Time)),
        ("deactivated_at", worked(What::Times, Kind::Time)),
    ],
);

pub const DESK_LINK: Table = (
    "desk_link",
    &[
        ("id", NO),
        ("token_hash", NO),
        ("purpose", NO),
        ("account_id", worked(What::Account, Kind::Number)),
        ("group_id", NO),
        ("campaign_id", NO),
        ("role", worked(What::Account, Kind::Text)),
        ("invited_by", worked(What::Account, Kind::Number)),
        ("created_at", worked(What::Times, Kind::Time)),
        ("expires_at", NO),
        ("used_at", worked(What::Times, Kind::Time)),
        ("withdrawn_at", NO),
        ("partnership_id", NO),
    ],
);

pub const DESK_SESSION: Table = (
    "desk_session",
    &[
        ("id", NO),
        ("token_hash", NO),
        ("account_id", worked(What::Account, Kind::Number)),
        ("agent", worked(What::Account, Kind::Text)),
        ("half", NO),
        ("created_at", worked(What::Times, Kind::Time)),
        ("seen_at", worked(What::Times, Kind::Time)),
        ("proved_at", worked(What::Times, Kind::Time)),
        ("ended_at", worked(What::Times, Kind::Time)),
    ],
);

pub const RECOVERY_CODE: Table = (
    "recovery_code",
    &[
        ("account_id", worked(What::Account, Kind::Number)),
        ("code_hash", proves(Kind::Bytes)),
        ("created_at", worked(What::Times, Kind::Time)),
        ("used_at", worked(What::Times, Kind::Time)),
    ],
);

pub const PASSKEY: Table = (
    "passkey",
    &[
        ("id", NO),
        ("account_id", worked(What::Account, Kind::Number)),
        ("credential_id", worked(What::Account, Kind::Bytes)),
        ("public_key", worked(What::Account, Kind::Bytes)),
        ("algorithm", NO),
        ("sign_count", worked(What::Account, Kind::Number)),
        ("name", worked(What::Account, Kind::Text)),
        ("created_at", worked(What::Times, Kind::Time)),
        ("used_at", worked(What::Times, Kind::Time)),
        ("doubted_at", worked(What::Times, Kind::Time)),
    ],
);

/// Good for minutes; gone when the next is asked.
pub const PASSKEY_CHALLENGE: Table = (
    "passkey_challenge",
    &[
        ("challenge", NO),
        ("purpose", NO),
        ("bearer_hash", NO),
        ("account_id", worked(What::Account, Kind::Number)),
        ("expires_at", NO),
    ],
);

/// Points at an account and holds nothing else of it: once the account is blanked it names nobody.
pub const AUDIT_ENTRY: Table = (
    "audit_entry",
    &[
        ("id", NO),
        ("group_id", NO),
        ("account_id", NO),
        ("at", NO),
        ("action", NO),
        ("object", NO),
        ("before", NO),
        ("after", NO),
    ],
);

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

/// Search words may be somebody's name or address; its file holds the rows of a list.
pub const TASK: Table = (
    "task",
    &[
        ("id", NO),
        ("group_id", NO),
        ("campaign_id", NO),
        ("account_id", worked(What::Account, Kind::Number)),
        ("role", worked(What::Account, Kind::Text)),
        ("kind", NO),
        ("asked", NO),
        ("words", exported(What::Searched)),
        ("node", NO),
        ("file", exported(What::Export)),
        ("state", NO),
        ("reason", NO),
        ("total", NO),
        ("done", NO),
        ("rows_done", NO),
        ("position", NO),
        ("carried", NO),
        ("fence", NO),
        ("created_at", worked(What::Times, Kind::Time)),
        ("finished_at", worked(What::Times, Kind::Time)),
        ("expires_at", NO),
    ],
);

/// Points at an account as an entry of the record does.
pub const CHANGE: Table = (
    "change",
    &[
        ("id", NO),
        ("group_id", NO),
        ("campaign_id", NO),
        ("account_id", NO),
        ("list", NO),
        ("deed", NO),
        ("query", NO),
        ("up_to", NO),
        ("found", NO),
        ("changed", NO),
        ("left_alone", NO),
        ("position", NO),
        ("state", NO),
        ("removes_as", NO),
        ("undoes", NO),
        ("task_id", NO),
        ("created_at", NO),
        ("finished_at", NO),
    ],
);

/// What organisers removed and its signer took back.
pub const REMOVED_MAILBOX: Table = (
    "removed_mailbox",
    &[("letter_id", NO), ("address_key", barred()), ("group_id", NO), ("created_at", NO)],
);
