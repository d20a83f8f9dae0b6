//! The list of a campaign's signatures.

use super::listing::NAME;
use crate::lists::{Ask, Begins, Choice, Column, Deed, Filter, List, Scope, Search, Shape};

const fn of(column: &'static str) -> (&'static str, &'static str) {
    ("signature", column)
}

pub static STATES: &[(&str, &str)] = &[
    ("shown", "lists-state-shown"),
    ("hidden", "lists-state-hidden"),
    ("kept-off", "lists-state-kept-off"),
    ("held", "lists-state-held"),
    ("invalidated", "lists-state-invalidated"),
    ("withdrawn", "lists-state-withdrawn"),
];

pub static CLASSES: &[(&str, &str)] = &[
    ("false", "changes-class-false"),
    ("duplicate", "changes-class-duplicate"),
    ("abusive", "changes-class-abusive"),
    ("other", "changes-class-other"),
];

/// How it stands, in one word.
const STANDING: &str = "case when s.state <> 'confirmed' then s.state when s.hidden_at is not null then 'kept-off' \
                        when s.is_public then 'shown' else 'hidden' end";

/// What the rules of moderation are told of it.
const FACTS: &str = "s.state || case when s.is_public then ' public' else '' end \
                     || case when s.hidden_at is not null then ' kept-off' else '' end \
                     || case when s.person_id is null then ' forgotten' else '' end";

pub static SIGNATURES: List = List {
    word: "signatures",
    name_key: "lists-signatures",
    none_key: "lists-signatures-none",
    table: "signature s",
    joined: "left join person p on p.id = s.person_id join letter l on l.id = s.letter_id",
    id: "s.id",
    scope: Scope::Campaign { column: "s.campaign_id", indexed: true },
    always: "",
    columns: &[
        Column { name: "name", key: "lists-name", sql: "s.name", shape: Shape::Text, of: Some(of("name")) },
        Column {
            name: "relation",
            key: "lists-relation",
            sql: "s.relation",
            shape: Shape::Relation,
            of: Some(of("relation")),
        },
        Column {
            name: "country",
            key: "lists-country",
            sql: "s.country",
            shape: Shape::Country,
            of: Some(of("country")),
        },
        Column { name: "state", key: "lists-state", sql: "s.state", shape: Shape::Text, of: None },
        Column { name: "standing", key: "lists-state", sql: STANDING, shape: Shape::Word(STATES), of: None },
        Column { name: "facts", key: "", sql: FACTS, shape: Shape::Text, of: Some(of("is_public")) },
        Column {
            name: "public",
            key: "",
            sql: "s.is_public and s.hidden_at is null",
            shape: Shape::Flag,
            of: Some(of("is_public")),
        },
        Column {
            name: "source",
            key: "lists-source",
            sql: "s.source",
            shape: Shape::Text,
            of: Some(of("source")),
        },
        Column {
            name: "language",
            key: "lists-language",
            sql: "s.language",
            shape: Shape::Language,
            of: Some(of("language")),
        },
        Column { name: "letter", key: "lists-letter", sql: "l.slug", shape: Shape::Text, of: None },
        Column {
            name: "confirmed_at",
            key: "lists-confirmed",
            sql: "s.confirmed_at",
            shape: Shape::Moment,
            of: Some(of("confirmed_at")),
        },
        Column {
            name: "email",
            key: "lists-address",
            sql: "p.email",
            shape: Shape::Text,
            of: Some(("person", "email")),
        },
        Column {
            name: "removed_as",
            key: "lists-removed-as",
            sql: "s.removed_as",
            shape: Shape::Word(CLASSES),
            of: None,
        },
        Column {
            name: "signals",
            key: "lists-signals",
            sql: "(select h.signals from held_sign_on h where h.sign_on_id = s.sign_on_id)",
            shape: Shape::Signals,
            of: Some(("held_sign_on", "signals")),
        },
        Column {
            name: "network",
            key: "lists-network",
            sql: "(select h.network from held_sign_on h where h.sign_on_id = s.sign_on_id)",
            shape: Shape::Text,
            of: Some(("held_sign_on", "network")),
        },
        Column {
            name: "postal_code",
            key: "lists-postal-code",
            sql: "s.postal_code",
            shape: Shape::Text,
            of: Some(of("postal_code")),
        },
        Column {
            name: "comment",
            key: "lists-comment",
            sql: "s.comment",
            shape: Shape::Prose,
            of: Some(of("comment")),
        },
    ],
    on_page: &[
        "name",
        "email",
        "relation",
        "country",
        "postal_code",
        "comment",
        "letter",
        "standing",
        "removed_as",
        "signals",
        "network",
        "confirmed_at",
    ],
    in_files: &[
        "name",
        "relation",
        "country",
        "state",
        "public",
        "source",
        "language",
        "letter",
        "confirmed_at",
        "email",
        "postal_code",
        "comment",
        "removed_as",
    ],
    filters: &[
        Filter {
            name: "state",
            key: "lists-state",
            of: None,
            ask: Ask::Choice(&[
                Choice { word: "shown", key: "lists-state-shown", leads: None, holds: SHOWN },
                Choice {
                    word: "hidden",
                    key: "lists-state-hidden",
                    leads: Some("s.state = 'confirmed' and not s.is_public and s.hidden_at is null"),
                    holds: "s.state || '' = 'confirmed' and not s.is_public and s.hidden_at is null",
                },
                Choice {
                    word: "kept-off",
                    key: "lists-state-kept-off",
                    leads: Some("s.hidden_at is not null and s.state || '' = 'confirmed'"),
                    holds: "coalesce(s.hidden_at, 0) > 0 and s.state || '' = 'confirmed'",
                },
                Choice {
                    word: "confirmed",
                    key: "lists-state-confirmed",
                    leads: None,
                    holds: "s.state || '' = 'confirmed'",
                },
                // Said twice, so that SQLite sees that the index of rare states fits.
                Choice {
                    word: "held",
                    key: "lists-state-held",
                    leads: Some("s.state = 'held' and s.state <> 'confirmed'"),
                    holds: "s.state || '' = 'held'",
                },
                Choice {
                    word: "invalidated",
                    key: "lists-state-invalidated",
                    leads: Some("s.state = 'invalidated' and s.state <> 'confirmed'"),
                    holds: "s.state || '' = 'invalidated'",
                },
                Choice {
                    word: "withdrawn",
                    key: "lists-state-withdrawn",
                    leads: Some("s.state = 'withdrawn' and s.state <> 'confirmed'"),
                    holds: "s.state || '' = 'withdrawn'",
                },
            ]),
        },
        Filter {
            name: "letter",
            key: "lists-letter",
            of: None,
            ask: Ask::Letter { leads: Some("s.letter_id = {}"), holds: "s.letter_id + 0 = {}" },
        },
        Filter {
            name: "relation",
            key: "lists-relation",
            of: Some(of("relation")),
            ask: Ask::Relation { holds: "s.relation = {}" },
        },
        Filter {
            name: "country",
            key: "lists-country",
            of: Some(of("country")),
            ask: Ask::Country { leads: Some("s.country = {}"), holds: "s.country || '' = {}" },
        },
        Filter {
            name: "language",
            key: "lists-language",
            of: Some(of("language")),
            ask: Ask::Language { holds: "s.language = {}" },
        },
        Filter {
            name: "source",
            key: "lists-source",
            of: Some(of("source")),
            ask: Ask::Source { leads: Some("s.source = {}"), holds: "s.source || '' = {}" },
        },
        Filter {
            name: "removed_as",
            key: "lists-removed-as",
            of: None,
            ask: Ask::Choice(&[
                Choice {
                    word: "false",
                    key: "changes-class-false",
                    leads: None,
                    holds: "s.removed_as = 'false'",
                },
                Choice {
                    word: "duplicate",
                    key: "changes-class-duplicate",
                    leads: None,
                    holds: "s.removed_as = 'duplicate'",
                },
                Choice {
                    word: "abusive",
                    key: "changes-class-abusive",
                    leads: None,
                    holds: "s.removed_as = 'abusive'",
                },
                Choice {
                    word: "other",
                    key: "changes-class-other",
                    leads: None,
                    holds: "s.removed_as = 'other'",
                },
            ]),
        },
        Filter {
            name: "network",
            key: "lists-network",
            of: Some(("sign_on", "network")),
            ask: Ask::Network {
                holds: "exists (select 1 from sign_on o where o.id = s.sign_on_id and (o.network like {} or o.network = {}))",
            },
        },
        Filter {
            name: "domain",
            key: "lists-domain",
            of: Some(("held_sign_on", "domain")),
            ask: Ask::Domain {
                holds: "exists (select 1 from held_sign_on h where h.sign_on_id = s.sign_on_id and h.domain = {})",
            },
        },
        Filter {
            name: "signal",
            key: "lists-signal",
            of: Some(("held_sign_on", "signals")),
            ask: Ask::Signal {
                holds: "exists (select 1 from held_sign_on h where h.sign_on_id = s.sign_on_id \
                        and ' ' || h.signals || ' ' like {})",
            },
        },
        Filter { name: "hour", key: "lists-hour", of: Some(of("confirmed_at")), ask: Ask::Hour },
        Filter { name: "from", key: "lists-from", of: Some(of("confirmed_at")), ask: Ask::From },
        Filter { name: "until", key: "lists-until", of: Some(of("confirmed_at")), ask: Ask::Until },
    ],
    searches: &[
        Search::Begins {
            what: Begins::Address,
            column: "p.email_canonical",
            of: ("person", "email_canonical"),
        },
        Search::Begins { what: Begins::Name, column: NAME, of: ("signature", "name_key") },
    ],
    look_key: |role| {
        if role.sees_addresses() { "lists-look-name-or-address" } else { "lists-look-name" }
    },
    made_at: "s.confirmed_at",
    deeds: &[Deed::Approve, Deed::Hold, Deed::Hide, Deed::Show, Deed::Remove, Deed::PutBack],
};

/// What everybody may see of a signature's name.
pub const SHOWN: &str = "s.state || '' = 'confirmed' and s.is_public and coalesce(s.hidden_at, 0) = 0";
