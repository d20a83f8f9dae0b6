//! The list of sign-ons that wait: nobody pressed the button yet. They count nowhere. Whoever typed them may
//! have typed somebody else's name and address, which nobody at the desk reads.

use crate::lists::{Ask, Column, Deed, Filter, List, Scope, Search, Shape};

const fn of(column: &'static str) -> (&'static str, &'static str) {
    ("sign_on", column)
}

pub static SIGN_ONS: List = List {
    word: "sign-ons",
    name_key: "lists-sign-ons",
    none_key: "lists-sign-ons-none",
    table: "sign_on o",
    joined: "join letter l on l.id = o.letter_id",
    id: "o.id",
    // The intake has no index but its number: nothing may slow it down.
    scope: Scope::Campaign { column: "o.campaign_id", indexed: false },
    always: "not exists (select 1 from signature g where g.sign_on_id = o.id)",
    columns: &[
        Column { name: "number", key: "lists-number", sql: "o.id", shape: Shape::Number, of: None },
        // Whether a reminder can go out is asked row by row.
        Column { name: "facts", key: "", sql: "'waiting'", shape: Shape::Text, of: None },
        Column { name: "letter", key: "lists-letter", sql: "l.slug", shape: Shape::Text, of: None },
        Column {
            name: "language",
            key: "lists-language",
            sql: "o.language",
            shape: Shape::Language,
            of: Some(of("language")),
        },
        Column {
            name: "relation",
            key: "lists-relation",
            sql: "o.relation",
            shape: Shape::Relation,
            of: Some(of("relation")),
        },
        Column {
            name: "country",
            key: "lists-country",
            sql: "o.country",
            shape: Shape::Country,
            of: Some(of("country")),
        },
        Column {
            name: "source",
            key: "lists-source",
            sql: "o.source",
            shape: Shape::Text,
            of: Some(of("source")),
        },
        Column {
            name: "created_at",
            key: "lists-submitted",
            sql: "o.created_at",
            shape: Shape::Moment,
            of: Some(of("created_at")),
        },
    ],
    on_page: &["number", "letter", "language", "relation", "country", "source", "created_at"],
    in_files: &["number", "letter", "language", "relation", "country", "source", "created_at"],
    filters: &[
        Filter {
            name: "letter",
            key: "lists-letter",
            of: None,
            ask: Ask::Letter { leads: None, holds: "o.letter_id = {}" },
        },
        Filter {
            name: "relation",
            key: "lists-relation",
            of: Some(of("relation")),
            ask: Ask::Relation { holds: "o.relation = {}" },
        },
        Filter {
            name: "country",
            key: "lists-country",
            of: Some(of("country")),
            ask: Ask::Country { leads: None, holds: "o.country = {}" },
        },
        Filter {
            name: "language",
            key: "lists-language",
            of: Some(of("language")),
            ask: Ask::Language { holds: "o.language = {}" },
        },
        Filter {
            name: "source",
            key: "lists-source",
            of: Some(of("source")),
            ask: Ask::Source { leads: None, holds: "o.source = {}" },
        },
        Filter { name: "from", key: "lists-from", of: Some(of("created_at")), ask: Ask::From },
        Filter { name: "until", key: "lists-until", of: Some(of("created_at")), ask: Ask::Until },
    ],
    searches: &[Search::WholeAddress {
        leads: "o.id in (select a.sign_on_id from sign_on_address a where a.address_key = {})",
    }],
    look_key: |_| "lists-look-whole-address",
    made_at: "o.created_at",
    deeds: &[Deed::Remind],
};
