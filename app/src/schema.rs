//! The migrations, numbered once and written for both engines.

use broadside_db::Migration;

pub const MIGRATIONS: &[Migration] = &[
    Migration {
        version: 1,
        name: "first",
        sqlite: include_str!("../migrations/sqlite/0001_first.sql"),
        postgres: include_str!("../migrations/postgres/0001_first.sql"),
    },
    Migration {
        version: 2,
        name: "click",
        sqlite: include_str!("../migrations/sqlite/0002_click.sql"),
        postgres: include_str!("../migrations/postgres/0002_click.sql"),
    },
    Migration {
        version: 3,
        name: "desk",
        sqlite: include_str!("../migrations/sqlite/0003_desk.sql"),
        postgres: include_str!("../migrations/postgres/0003_desk.sql"),
    },
    Migration {
        version: 4,
        name: "erasure",
        sqlite: include_str!("../migrations/sqlite/0004_erasure.sql"),
        postgres: include_str!("../migrations/postgres/0004_erasure.sql"),
    },
    Migration {
        version: 5,
        name: "mail_link_request",
        sqlite: include_str!("../migrations/sqlite/0005_mail_link_request.sql"),
        postgres: include_str!("../migrations/postgres/0005_mail_link_request.sql"),
    },
    Migration {
        version: 6,
        name: "imported_targets",
        sqlite: include_str!("../migrations/sqlite/0006_imported_targets.sql"),
        postgres: include_str!("../migrations/postgres/0006_imported_targets.sql"),
    },
    Migration {
        version: 7,
        name: "setup",
        sqlite: include_str!("../migrations/sqlite/0007_setup.sql"),
        postgres: include_str!("../migrations/postgres/0007_setup.sql"),
    },
    Migration {
        version: 8,
        name: "lists",
        sqlite: include_str!("../migrations/sqlite/0008_lists.sql"),
        postgres: include_str!("../migrations/postgres/0008_lists.sql"),
    },
    Migration {
        version: 9,
        name: "glance",
        sqlite: include_str!("../migrations/sqlite/0009_glance.sql"),
        postgres: include_str!("../migrations/postgres/0009_glance.sql"),
    },
    Migration {
        version: 10,
        name: "passkey",
        sqlite: include_str!("../migrations/sqlite/0010_passkey.sql"),
        postgres: include_str!("../migrations/postgres/0010_passkey.sql"),
    },
    Migration {
        version: 11,
        name: "passkey_challenge_end",
        sqlite: include_str!("../migrations/sqlite/0011_passkey_challenge_end.sql"),
        postgres: include_str!("../migrations/postgres/0011_passkey_challenge_end.sql"),
    },
    Migration {
        version: 12,
        name: "task",
        sqlite: include_str!("../migrations/sqlite/0012_task.sql"),
        postgres: include_str!("../migrations/postgres/0012_task.sql"),
    },
    Migration {
        version: 13,
        name: "change",
        sqlite: include_str!("../migrations/sqlite/0013_change.sql"),
        postgres: include_str!("../migrations/postgres/0013_change.sql"),
    },
    Migration {
        version: 14,
        name: "asked_second_step",
        sqlite: include_str!("../migrations/sqlite/0014_asked_second_step.sql"),
        postgres: include_str!("../migrations/postgres/0014_asked_second_step.sql"),
    },
    Migration {
        version: 15,
        name: "mail_turns",
        sqlite: include_str!("../migrations/sqlite/0015_mail_turns.sql"),
        postgres: include_str!("../migrations/postgres/0015_mail_turns.sql"),
    },
    Migration {
        version: 16,
        name: "removed_mailbox",
        sqlite: include_str!("../migrations/sqlite/0016_removed_mailbox.sql"),
        postgres: include_str!("../migrations/postgres/0016_removed_mailbox.sql"),
    },
    Migration {
        version: 17,
        name: "endorsement",
        sqlite: include_str!("../migrations/sqlite/0017_endorsement.sql"),
        postgres: include_str!("../migrations/postgres/0017_endorsement.sql"),
    },
    Migration {
        version: 19,
        name: "letter_versions",
        sqlite: include_str!("../migrations/sqlite/0019_letter_versions.sql"),
        postgres: include_str!("../migrations/postgres/0019_letter_versions.sql"),
    },
    Migration {
        version: 20,
        name: "holding",
        sqlite: include_str!("../migrations/sqlite/0020_holding.sql"),
        postgres: include_str!("../migrations/postgres/0020_holding.sql"),
    },
    Migration {
        version: 21,
        name: "statement",
        sqlite: include_str!("../migrations/sqlite/0021_statement.sql"),
        postgres: include_str!("../migrations/postgres/0021_statement.sql"),
    },
    Migration {
        version: 22,
        name: "event",
        sqlite: include_str!("../migrations/sqlite/0022_event.sql"),
        postgres: include_str!("../migrations/postgres/0022_event.sql"),
    },
    Migration {
        version: 23,
        name: "partner",
        sqlite: include_str!("../migrations/sqlite/0023_partner.sql"),
        postgres: include_str!("../migrations/postgres/0023_partner.sql"),
    },
    Migration {
        version: 24,
        name: "delivery",
        sqlite: include_str!("../migrations/sqlite/0024_delivery.sql"),
        postgres: include_str!("../migrations/postgres/0024_delivery.sql"),
    },
    Migration {
        version: 25,
        name: "goal",
        sqlite: include_str!("../migrations/sqlite/0025_goal.sql"),
        postgres: include_str!("../migrations/postgres/0025_goal.sql"),
    },
    Migration {
        version: 26,
        name: "fundraiser",
        sqlite: include_str!("../migrations/sqlite/0026_fundraiser.sql"),
        postgres: include_str!("../migrations/postgres/0026_fundraiser.sql"),
    },
    Migration {
        version: 27,
        name: "transfer",
        sqlite: include_str!("../migrations/sqlite/0027_transfer.sql"),
        postgres: include_str!("../migrations/postgres/0027_transfer.sql"),
    },
    Migration {
        version: 28,
        name: "recurrence",
        sqlite: include_str!("../migrations/sqlite/0028_recurrence.sql"),
        postgres: include_str!("../migrations/postgres/0028_recurrence.sql"),
    },
    Migration {
        version: 29,
        name: "goal_of_money",
        sqlite: include_str!("../migrations/sqlite/0029_goal_of_money.sql"),
        postgres: include_str!("../migrations/postgres/0029_goal_of_money.sql"),
    },
];
