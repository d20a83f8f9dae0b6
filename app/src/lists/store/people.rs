//! The list of a group's people: whoever confirmed something, once by address.

use crate::lists::{Ask, Begins, Choice, Column, Filter, List, Scope, Search, Shape};

const ADDRESS: Option<(&str, &str)> = Some(("person", "email"));
const TIMES: Option<(&str, &str)> = Some(("person", "created_at"));
/// Of a signature that everybody at this list's roles reads.
const NAME: Option<(&str, &str)> = Some(("signature", "name"));
const AGREED: Option<(&str, &str)> = Some(("consent", "partner"));

const CONSENTS: &str = "exists (select 1 from signature s join consent k on k.signature_id = s.id \
                        where s.person_id = p.id and k.withdrawn_at is null)";
const NO_CONSENTS: &str = "not exists (select 1 from signature s join consent k on k.signature_id = s.id \
                           where s.person_id = p.id and k.withdrawn_at is null)";

pub static PEOPLE: List = List {
    word: "people",
    name_key: "lists-people",
    none_key: "lists-people-none",
    table: "person p",
    joined: "",
    id: "p.id",
    scope: Scope::Group { column: "p.group_id" },
    always: "",
    columns: &[
        Column { name: "email", key: "lists-address", sql: "p.email", shape: Shape::Text, of: ADDRESS },
        Column {
            name: "name",
            key: "lists-name-last",
            sql: "(select s.name from signature s where s.person_id = p.id order by s.id desc limit 1)",
            shape: Shape::Text,
            of: NAME,
        },
        Column {
            name: "signatures",
            key: "lists-signatures-count",
            sql: "(select count(*) from signature s where s.person_id = p.id and s.state = 'confirmed')",
            shape: Shape::Number,
            of: NAME,
        },
        Column {
            name: "consents",
            key: "lists-consents-count",
            sql: "(select count(*) from signature s join consent k on k.signature_id = s.id \
                  where s.person_id = p.id and k.withdrawn_at is null)",
            shape: Shape::Number,
            of: AGREED,
        },
        Column {
            name: "created_at",
            key: "lists-since",
            sql: "p.created_at",
            shape: Shape::Moment,
            of: TIMES,
        },
    ],
    on_page: &["email", "name", "signatures", "consents", "created_at"],
    in_files: &["email", "name", "signatures", "consents", "created_at"],
    filters: &[
        Filter {
            name: "campaign",
            key: "lists-campaign",
            of: ADDRESS,
            ask: Ask::Campaign {
                holds: "exists (select 1 from signature s where s.person_id = p.id and s.campaign_id + 0 = {})",
            },
        },
        Filter {
            name: "consent",
            key: "lists-consent",
            of: AGREED,
            ask: Ask::Choice(&[
                Choice { word: "given", key: "lists-consent-given", leads: None, holds: CONSENTS },
                Choice { word: "none", key: "lists-consent-none", leads: None, holds: NO_CONSENTS },
            ]),
        },
        Filter { name: "from", key: "lists-from", of: TIMES, ask: Ask::From },
        Filter { name: "until", key: "lists-until", of: TIMES, ask: Ask::Until },
    ],
    searches: &[Search::Begins {
        what: Begins::Address,
        column: "p.email_canonical",
        of: ("person", "email_canonical"),
    }],
    look_key: |_| "lists-look-address",
    made_at: "p.created_at",
    deeds: &[],
};
