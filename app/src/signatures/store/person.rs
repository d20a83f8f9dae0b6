//! The SQL of persons: whose signatures are.

use broadside_db::{Connection, Insert, Kind, Result, Row};
use std::collections::{BTreeMap, HashMap};

/// An address in a group.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mailbox {
    pub group: i64,
    /// In canonical form.
    pub canonical: String,
}

static PERSON: Insert = Insert::new(
    "person",
    &[
        ("group_id", Kind::I64),
        ("email", Kind::Text),
        ("email_canonical", Kind::Text),
        ("created_at", Kind::I64),
    ],
    "on conflict (group_id, email_canonical) do update set email_canonical = excluded.email_canonical \
     returning id, group_id, email_canonical",
);

/// The persons of mailboxes, made where there are none; each mailbox stands with the address as it was typed.
pub async fn persons(
    c: &mut Connection,
    mailboxes: BTreeMap<Mailbox, String>,
    now: i64,
) -> Result<HashMap<Mailbox, i64>> {
    let rows = mailboxes.into_iter().map(|(mailbox, email)| {
        vec![mailbox.group.into(), email.into(), mailbox.canonical.into(), now.into()]
    });
    let of = |row: &Row| {
        Ok((Mailbox { group: row.get("group_id")?, canonical: row.get("email_canonical")? }, row.get("id")?))
    };
    Ok(PERSON.returning(c, rows.collect(), of).await?.into_iter().collect())
}
