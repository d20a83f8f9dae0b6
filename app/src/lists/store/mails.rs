//! The outbox: a campaign's mails, what became of them and what the server said.

use crate::lists::{Ask, Choice, Column, Deed, Filter, List, Scope, Search, Shape};

pub static STATES: &[(&str, &str)] = &[
    ("waiting", "lists-mail-waiting"),
    ("sent", "lists-mail-sent"),
    ("bounced", "lists-mail-bounced"),
    ("failed", "lists-mail-failed"),
    ("dropped", "lists-mail-dropped"),
];

static KINDS: &[(&str, &str)] = &[
    ("confirmation", "lists-mail-confirmation"),
    ("signed_already", "lists-mail-signed-already"),
    ("link_again", "lists-mail-link-again"),
    ("endorsement_link", "lists-mail-endorsement-link"),
    ("endorsement_proof", "lists-mail-endorsement-proof"),
    ("endorsement_approved", "lists-mail-endorsement-approved"),
    ("endorsement_refused", "lists-mail-endorsement-refused"),
    ("rsvp_link", "lists-mail-rsvp-link"),
    ("rsvp_known", "lists-mail-rsvp-known"),
    ("rsvp_coming", "lists-mail-rsvp-coming"),
    ("rsvp_waiting", "lists-mail-rsvp-waiting"),
    ("rsvp_offer", "lists-mail-rsvp-offer"),
    ("rsvp_lapsed", "lists-mail-rsvp-lapsed"),
    ("rsvp_reminder", "lists-mail-rsvp-reminder"),
    ("rsvp_changed", "lists-mail-rsvp-changed"),
    ("rsvp_cancelled", "lists-mail-rsvp-cancelled"),
    ("statement_link", "lists-mail-statement-link"),
    ("goal_reached", "lists-mail-goal-reached"),
    ("words_changed", "lists-mail-words-changed"),
];

pub static MAILS: List = List {
    word: "mails",
    name_key: "lists-mails",
    none_key: "lists-mails-none",
    table: "mail m",
    joined: "left join signature s on s.sign_on_id = m.sign_on_id left join person p on p.id = s.person_id \
             left join sign_on o on o.id = m.sign_on_id left join letter l on l.id = coalesce(s.letter_id, o.letter_id)",
    id: "m.id",
    scope: Scope::Campaign { column: "m.campaign_id", indexed: true },
    always: "",
    columns: &[
        Column { name: "number", key: "lists-number", sql: "m.id", shape: Shape::Number, of: None },
        Column { name: "facts", key: "", sql: "m.state", shape: Shape::Text, of: None },
        Column { name: "kind", key: "lists-mail-kind", sql: "m.kind", shape: Shape::Word(KINDS), of: None },
        Column {
            name: "email",
            key: "lists-address",
            sql: "p.email",
            shape: Shape::Text,
            of: Some(("person", "email")),
        },
        Column { name: "letter", key: "lists-letter", sql: "l.slug", shape: Shape::Text, of: None },
        Column { name: "state", key: "lists-state", sql: "m.state", shape: Shape::Word(STATES), of: None },
        Column { name: "attempts", key: "lists-attempts", sql: "m.attempts", shape: Shape::Number, of: None },
        Column {
            name: "next_attempt_at",
            key: "lists-next-attempt",
            sql: "case when m.state = 'waiting' then m.next_attempt_at end",
            shape: Shape::Moment,
            of: None,
        },
        Column {
            name: "answer",
            key: "lists-answer",
            sql: "m.answer",
            shape: Shape::Prose,
            of: Some(("mail", "answer")),
        },
        Column {
            name: "created_at",
            key: "lists-queued",
            sql: "m.created_at",
            shape: Shape::Moment,
            of: None,
        },
        Column { name: "finished_at", key: "", sql: "m.finished_at", shape: Shape::Moment, of: None },
    ],
    on_page: &["number", "kind", "email", "state", "attempts", "next_attempt_at", "answer", "created_at"],
    in_files: &[
        "number",
        "kind",
        "email",
        "letter",
        "state",
        "attempts",
        "next_attempt_at",
        "answer",
        "created_at",
        "finished_at",
    ],
    filters: &[
        Filter {
            name: "state",
            key: "lists-state",
            of: None,
            // Said twice, so that SQLite sees that the index of what is not sent fits.
            ask: Ask::Choice(&[
                Choice {
                    word: "waiting",
                    key: "lists-mail-waiting",
                    leads: Some("m.state = 'waiting' and m.state <> 'sent'"),
                    holds: "m.state || '' = 'waiting'",
                },
                Choice { word: "sent", key: "lists-mail-sent", leads: None, holds: "m.state || '' = 'sent'" },
                Choice {
                    word: "bounced",
                    key: "lists-mail-bounced",
                    leads: Some("m.state = 'bounced' and m.state <> 'sent'"),
                    holds: "m.state || '' = 'bounced'",
                },
                Choice {
                    word: "failed",
                    key: "lists-mail-failed",
                    leads: Some("m.state = 'failed' and m.state <> 'sent'"),
                    holds: "m.state || '' = 'failed'",
                },
                Choice {
                    word: "dropped",
                    key: "lists-mail-dropped",
                    leads: Some("m.state = 'dropped' and m.state <> 'sent'"),
                    holds: "m.state || '' = 'dropped'",
                },
            ]),
        },
        Filter {
            name: "kind",
            key: "lists-mail-kind",
            of: None,
            ask: Ask::Choice(&[
                Choice {
                    word: "confirmation",
                    key: "lists-mail-confirmation",
                    leads: None,
                    holds: "m.kind = 'confirmation'",
                },
                Choice {
                    word: "signed_already",
                    key: "lists-mail-signed-already",
                    leads: None,
                    holds: "m.kind = 'signed_already'",
                },
                Choice {
                    word: "link_again",
                    key: "lists-mail-link-again",
                    leads: None,
                    holds: "m.kind = 'link_again'",
                },
                Choice {
                    word: "words_changed",
                    key: "lists-mail-words-changed",
                    leads: None,
                    holds: "m.kind = 'words_changed'",
                },
            ]),
        },
        Filter { name: "from", key: "lists-from", of: None, ask: Ask::From },
        Filter { name: "until", key: "lists-until", of: None, ask: Ask::Until },
    ],
    searches: &[Search::WholeAddress { leads: "m.address_key = {}" }],
    look_key: |_| "lists-look-whole-address",
    made_at: "m.created_at",
    deeds: &[Deed::TryAgain, Deed::Drop],
};
