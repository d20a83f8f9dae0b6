//! The map of personal data: every column of the schema is declared here, personal or not.
//!
//! A column that is missing fails the tests on both engines; so does one that no longer exists. The
//! privacy notice, the record of processing, a person's export, erasure and the retention jobs are
//! made from this map.

use super::declaration::{self, Eraser, Kind, SeenBy, Table, Until, What, Why};
use super::desk_data;
use super::endorsement_data;
use super::event_data;
use super::goal_data;
use super::kept::{
    NO, addressed, agreed, answered, asked, belongs, changed, hashed, held, judged, moderated,
    read_while_waiting, registered, signed, stands, submitted, suspected, worked,
};
use super::kept::{WHO_LISTS, WHO_READS, WHO_WORKS, WHO_WRITES};
use super::partner_data;
use super::statement_data;
use crate::clock::DAY;

/// Table, column, and what it is.
pub const MAP: &[Table] = &[
    ("instance", &[("id", NO), ("created_at", NO), ("demo", NO), ("base_url", NO), ("backup_at", NO)]),
    ("instance_key", &[("purpose", NO), ("secret", NO), ("created_at", NO)]),
    ("group", &[("id", NO), ("slug", NO), ("name", NO), ("created_at", NO), ("second_step_asked_at", NO)]),
    (
        "campaign",
        &[
            ("id", NO),
            ("group_id", NO),
            ("slug", NO),
            ("status", NO),
            ("default_language", NO),
            ("time_zone", NO),
            ("definition", addressed()),
            ("imported_targets", NO),
            ("created_at", NO),
            ("changed_at", NO),
            ("ended_at", NO),
        ],
    ),
    (
        "campaign_retention",
        &[
            ("campaign_id", NO),
            ("group_id", NO),
            ("mail_days", NO),
            ("withdrawn_days", NO),
            ("ended_days", NO),
            ("forgotten_up_to", NO),
            ("version", NO),
            ("changed_at", NO),
        ],
    ),
    (
        "picture",
        &[("campaign_id", NO), ("group_id", NO), ("file", NO), ("bytes", NO), ("width", NO), ("height", NO)],
    ),
    (
        "letter",
        &[
            ("id", NO),
            ("group_id", NO),
            ("campaign_id", NO),
            ("slug", NO),
            ("status", NO),
            ("names_per_mailbox", NO),
            ("version", NO),
            ("position", NO),
            ("created_at", NO),
        ],
    ),
    (
        "letter_text",
        &[
            ("letter_id", NO),
            ("version", NO),
            ("language", NO),
            ("group_id", NO),
            ("title", NO),
            ("addressee", NO),
            ("body", NO),
            ("reason", NO),
            ("created_at", NO),
        ],
    ),
    (
        "letter_version",
        &[
            ("letter_id", NO),
            ("version", NO),
            ("group_id", NO),
            ("moves_names", NO),
            ("telling", NO),
            ("told_position", NO),
            ("told", NO),
            ("changed_at", NO),
        ],
    ),
    (
        "click",
        &[
            ("campaign_id", NO),
            ("day", NO),
            ("post", NO),
            ("target", NO),
            ("network", NO),
            ("node", NO),
            ("group_id", NO),
            ("clicks", NO),
        ],
    ),
    (
        "consent_words",
        &[
            ("campaign_id", NO),
            ("partner", NO),
            ("language", NO),
            ("version", NO),
            ("group_id", NO),
            ("words", NO),
            ("created_at", NO),
        ],
    ),
    (
        "sign_on",
        &[
            ("id", NO),
            ("group_id", NO),
            ("campaign_id", NO),
            ("letter_id", NO),
            ("letter_version", NO),
            ("language", read_while_waiting(What::Language, Kind::Text)),
            ("name", submitted(What::Name, Kind::Text)),
            ("email", submitted(What::Address, Kind::Text)),
            ("relation", read_while_waiting(What::Relation, Kind::Text)),
            ("postal_code", submitted(What::PostalCode, Kind::Text)),
            ("country", read_while_waiting(What::Country, Kind::Text)),
            ("comment", submitted(What::Comment, Kind::Text)),
            ("is_public", submitted(What::Shown, Kind::Flag)),
            ("consents", submitted(What::Consents, Kind::Text)),
            ("source", read_while_waiting(What::Source, Kind::Text)),
            ("created_at", read_while_waiting(What::Times, Kind::Time)),
            ("network", judged(What::Network, Kind::Text)),
            ("filled_in", judged(What::Signals, Kind::Number)),
            ("trapped", judged(What::Signals, Kind::Flag)),
            ("worked", judged(What::Signals, Kind::Flag)),
        ],
    ),
    (
        "held_sign_on",
        &[
            ("sign_on_id", NO),
            ("group_id", NO),
            ("campaign_id", NO),
            ("letter_id", NO),
            ("address_key", suspected(What::AddressKey, Kind::Bytes)),
            ("network", suspected(What::Network, Kind::Text)),
            ("domain", suspected(What::Address, Kind::Text)),
            ("signals", suspected(What::Signals, Kind::Text)),
            ("score", suspected(What::Signals, Kind::Number)),
            ("signed_on_at", suspected(What::Times, Kind::Time)),
            ("created_at", suspected(What::Times, Kind::Time)),
        ],
    ),
    (
        "signal_weight",
        &[("campaign_id", NO), ("signal", NO), ("group_id", NO), ("weight", NO), ("changed_at", NO)],
    ),
    (
        "venue",
        &[
            ("id", NO),
            ("group_id", NO),
            ("campaign_id", NO),
            ("name", NO),
            ("network", NO),
            ("from_at", NO),
            ("until_at", NO),
            ("created_at", NO),
        ],
    ),
    ("attack", &[("campaign_id", NO), ("group_id", NO), ("since_at", NO), ("until_at", NO)]),
    (
        "sign_on_address",
        &[
            ("address_key", hashed(Why::Confirm, Eraser::DeleteRow)),
            ("sign_on_id", NO),
            ("group_id", NO),
            ("letter_id", NO),
            ("created_at", NO),
        ],
    ),
    (
        "link_request",
        &[
            ("id", NO),
            ("group_id", NO),
            ("letter_id", NO),
            ("language", asked(What::Language, Kind::Text)),
            ("email", asked(What::Address, Kind::Text)),
            ("created_at", asked(What::Times, Kind::Time)),
        ],
    ),
    (
        "mail",
        &[
            ("id", NO),
            ("group_id", NO),
            ("campaign_id", NO),
            ("kind", NO),
            ("sign_on_id", NO),
            ("account_id", worked(What::Account, Kind::Number)),
            ("desk_link_id", NO),
            ("address_key", hashed(Why::CapMails, Eraser::KeepHash)),
            ("state", NO),
            ("attempts", NO),
            ("next_attempt_at", NO),
            ("lease_until", NO),
            ("fence", NO),
            ("answer", answered()),
            ("created_at", NO),
            ("finished_at", NO),
            ("link_request_id", NO),
            ("rank", NO),
            ("endorsement_id", NO),
            ("rsvp_id", NO),
            ("statement_link_id", NO),
            ("goal_notice_id", NO),
        ],
    ),
    (
        "person",
        &[
            ("id", NO),
            ("group_id", NO),
            ("email", held(What::Address, Kind::Text)),
            ("email_canonical", held(What::Address, Kind::Text)),
            ("created_at", held(What::Times, Kind::Time)),
        ],
    ),
    (
        "signature",
        &[
            ("id", NO),
            ("group_id", NO),
            ("campaign_id", NO),
            ("letter_id", NO),
            ("letter_version", NO),
            ("person_id", belongs()),
            ("sign_on_id", NO),
            ("address_key", stands(What::AddressKey, Kind::Bytes, SeenBy::Nobody)),
            ("place", NO),
            ("language", stands(What::Language, Kind::Text, WHO_WORKS)),
            ("name", stands(What::Name, Kind::Text, WHO_READS)),
            ("name_key", stands(What::Name, Kind::Text, WHO_READS)),
            ("relation", signed(What::Relation, WHO_LISTS)),
            ("postal_code", signed(What::PostalCode, WHO_WRITES)),
            ("country", signed(What::Country, WHO_LISTS)),
            ("comment", signed(What::Comment, WHO_WORKS)),
            ("is_public", stands(What::Shown, Kind::Flag, WHO_WORKS)),
            ("hidden_at", moderated(What::Shown, Kind::Time)),
            ("change_id", NO),
            ("source", signed(What::Source, WHO_WORKS)),
            ("state", NO),
            ("salt", stands(What::Salt, Kind::Bytes, SeenBy::Nobody)),
            ("node", NO),
            ("signed_on_at", stands(What::Times, Kind::Time, WHO_WORKS)),
            ("confirmed_at", stands(What::Times, Kind::Time, WHO_WORKS)),
            ("changed_at", stands(What::Times, Kind::Time, WHO_WORKS)),
            ("removed_as", NO),
        ],
    ),
    (
        "consent",
        &[
            ("id", NO),
            ("group_id", NO),
            ("campaign_id", NO),
            ("person_id", agreed(What::Belonging, Kind::Number)),
            ("signature_id", NO),
            ("partner", agreed(What::Consents, Kind::Text)),
            ("language", agreed(What::Language, Kind::Text)),
            ("words_version", agreed(What::Consents, Kind::Text)),
            ("page", agreed(What::Consents, Kind::Text)),
            ("source", agreed(What::Source, Kind::Text)),
            ("given_at", agreed(What::Times, Kind::Time)),
            ("withdrawn_at", agreed(What::Times, Kind::Time)),
        ],
    ),
    (
        "tally",
        &[
            ("letter_id", NO),
            ("version", NO),
            ("relation", NO),
            ("source", NO),
            ("node", NO),
            ("group_id", NO),
            ("signatures", NO),
        ],
    ),
    (
        "quarter_tally",
        &[
            ("campaign_id", NO),
            ("quarter", NO),
            ("node", NO),
            ("group_id", NO),
            ("sign_ons", NO),
            ("confirmed", NO),
            ("confirmations", NO),
            ("withdrawals", NO),
        ],
    ),
    (
        "origin_tally",
        &[
            ("campaign_id", NO),
            ("language", NO),
            ("country", NO),
            ("node", NO),
            ("group_id", NO),
            ("signatures", NO),
        ],
    ),
    endorsement_data::ENDORSEMENT,
    endorsement_data::ENDORSEMENT_PROOF,
    endorsement_data::ENDORSEMENT_LOGO,
    event_data::EVENT_SLOT,
    event_data::RSVP,
    event_data::WALK_IN,
    event_data::EVENT_TELLING,
    statement_data::STATEMENT,
    statement_data::STATEMENT_LINK,
    statement_data::DELIVERY,
    statement_data::DELIVERY_FILE,
    goal_data::GOAL_MARK,
    goal_data::GOAL_NOTICE,
    partner_data::PARTNERSHIP,
    partner_data::PARTNER_SEAT,
    partner_data::PARTNER_EXPORT,
    partner_data::PARTNER_LINE,
    ("letter_log", &[("letter_id", NO), ("group_id", NO), ("size", NO)]),
    (
        "log_entry",
        &[
            ("letter_id", NO),
            ("position", NO),
            ("group_id", NO),
            ("kind", NO),
            ("batch_at", NO),
            ("commitment", NO),
        ],
    ),
    desk_data::ACCOUNT,
    desk_data::MEMBERSHIP,
    desk_data::DESK_LINK,
    desk_data::DESK_SESSION,
    desk_data::RECOVERY_CODE,
    desk_data::PASSKEY,
    desk_data::PASSKEY_CHALLENGE,
    desk_data::AUDIT_ENTRY,
    desk_data::SAVED_FILTER,
    desk_data::TASK,
    desk_data::CHANGE,
    (
        "changed_row",
        &[
            ("change_id", NO),
            ("row_id", NO),
            ("group_id", NO),
            ("address_key", changed(What::AddressKey, Kind::Bytes)),
            ("before", changed(What::State, Kind::Text)),
            ("after", changed(What::State, Kind::Text)),
            ("earlier_change", NO),
            ("created_at", changed(What::Times, Kind::Time)),
            ("undone_at", changed(What::Times, Kind::Time)),
        ],
    ),
    desk_data::REMOVED_MAILBOX,
    (
        "job",
        &[
            ("kind", NO),
            ("position", NO),
            ("run_at", NO),
            ("holder", NO),
            ("lease_until", NO),
            ("fence", NO),
            ("attempts", NO),
            ("last_error", NO),
        ],
    ),
    (
        "erasure",
        &[
            ("id", NO),
            ("group_id", NO),
            ("address_key", registered(What::AddressKey, Kind::Bytes)),
            ("erased_at", registered(What::Times, Kind::Time)),
            ("finished_at", NO),
            ("of_account", NO),
        ],
    ),
];

/// Who may see a column; nothing where it says nothing of a person, or is not there.
pub fn seen_by(table: &str, column: &str) -> Option<declaration::SeenBy> {
    let found = MAP.iter().find(|(name, _)| *name == table)?;
    declaration::personal(found).find(|(name, _)| *name == column).map(|(_, one)| one.seen_by)
}

/// How long a table's rows are kept after they were made, in microseconds; for good where the map names no
/// end.
pub fn kept_for(table: &str) -> i64 {
    let found = MAP.iter().filter(|(name, _)| *name == table).flat_map(declaration::personal);
    let days = found.into_iter().find_map(|(_, one)| match one.until {
        Until::Made { days } => Some(days),
        _ => None,
    });
    days.map_or(i64::MAX, |days| days * DAY)
}
