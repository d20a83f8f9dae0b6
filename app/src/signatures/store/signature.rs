//! The SQL of confirmed signatures.

use super::unreadable;
use crate::signatures::{RemovedAs, Signature, Standing, State, StoredSignOn, name_key};
use broadside_db::{ByMany, Connection, Engine, Error, Insert, Kind, Result, Row, query};
use std::collections::HashMap;

fn standing(row: &Row) -> Result<Standing> {
    Ok(Standing {
        signature_id: row.get("id")?,
        sign_on_id: row.get("sign_on_id")?,
        signed_on_at: row.get("signed_on_at")?,
        place: row.get("place")?,
        name_key: row.get("name_key")?,
    })
}

/// The signatures that stand for a mailbox under a letter, by place. The address is in canonical form.
pub async fn standing_for(c: &mut Connection, letter: i64, canonical: &str) -> Result<Vec<Standing>> {
    let mut found = standing_for_each(c, letter, &[canonical.to_owned()]).await?;
    Ok(found.remove(canonical).unwrap_or_default())
}

/// [`standing_for`] for many mailboxes of one letter; those without a signature are missing.
pub async fn standing_for_each(
    c: &mut Connection,
    letter: i64,
    canonical: &[String],
) -> Result<HashMap<String, Vec<Standing>>> {
    // `cross join`: SQLite keeps to this order, and never begins with every signature.
    static STANDING: ByMany = ByMany::new(
        "select p.email_canonical, s.id, s.sign_on_id, s.signed_on_at, s.place, s.name_key \
         from letter l cross join person p cross join signature s \
         where l.id = $1 and p.group_id = l.group_id and p.email_canonical {among} \
         and s.letter_id = l.id and s.person_id = p.id and s.state <> 'withdrawn' order by s.place",
        Kind::Text,
    );
    let of = |row: &Row| Ok((row.get::<String>("email_canonical")?, standing(row)?));
    let mut found: HashMap<String, Vec<Standing>> = HashMap::new();
    for (mailbox, one) in STANDING.all(c, vec![letter.into()], canonical, of).await? {
        found.entry(mailbox).or_default().push(one);
    }
    Ok(found)
}

/// The signatures of a person that stand under a letter, by place.
pub async fn standing_under(c: &mut Connection, letter: i64, person: i64) -> Result<Vec<Standing>> {
    query(
        "select id, sign_on_id, signed_on_at, place, name_key from signature \
         where letter_id = $1 and person_id = $2 and state <> 'withdrawn' order by place",
    )
    .bind(letter)
    .bind(person)
    .all(c, standing)
    .await
}

pub(super) fn state_of(row: &Row) -> Result<State> {
    let state: String = row.get("state")?;
    State::parse(&state).ok_or_else(|| unreadable(std::io::Error::other("an unknown state")))
}

fn signature(row: &Row) -> Result<Signature> {
    Ok(Signature {
        id: row.get("id")?,
        group_id: row.get("group_id")?,
        campaign_id: row.get("campaign_id")?,
        letter_id: row.get("letter_id")?,
        letter_version: row.get("letter_version")?,
        sign_on_id: row.get("sign_on_id")?,
        language: row.get("language")?,
        name: row.get("name")?,
        relation: row.get("relation")?,
        postal_code: row.get("postal_code")?,
        country: row.get("country")?,
        comment: row.get("comment")?,
        is_public: row.get("is_public")?,
        hidden_at: row.get("hidden_at")?,
        change_id: row.get("change_id")?,
        person_id: row.get("person_id")?,
        source: row.get("source")?,
        state: state_of(row)?,
        removed_as: row.get::<Option<String>>("removed_as")?.as_deref().and_then(RemovedAs::parse),
        node: row.get("node")?,
        salt: row.get("salt")?,
        address_key: row.get("address_key")?,
        signed_on_at: row.get("signed_on_at")?,
        confirmed_at: row.get("confirmed_at")?,
        changed_at: row.get("changed_at")?,
    })
}

pub async fn signature_by_sign_on(c: &mut Connection, sign_on: i64) -> Result<Option<Signature>> {
    query("select * from signature where sign_on_id = $1").bind(sign_on).first(c, signature).await
}

/// [`signature_by_sign_on`] for many sign-ons; those without a signature are missing.
pub async fn signatures_by_sign_on(c: &mut Connection, sign_ons: &[i64]) -> Result<HashMap<i64, Signature>> {
    static BY_SIGN_ON: ByMany = ByMany::new("select * from signature where sign_on_id {among}", Kind::I64);
    let found = BY_SIGN_ON.all(c, vec![], sign_ons, signature).await?;
    Ok(found.into_iter().map(|one| (one.sign_on_id, one)).collect())
}

/// A person's signatures that stand, made at a time or before.
pub async fn standing_of(c: &mut Connection, person: i64, signed_on_at: i64) -> Result<Vec<Signature>> {
    query("select * from signature where person_id = $1 and signed_on_at <= $2 and state <> 'withdrawn' order by id")
        .bind(person)
        .bind(signed_on_at)
        .all(c, signature)
        .await
}

pub async fn signature_by_id(c: &mut Connection, id: i64) -> Result<Option<Signature>> {
    query("select * from signature where id = $1").bind(id).first(c, signature).await
}

/// Signatures of a campaign as they stand now, by number; nobody else changes them until this transaction ends.
pub async fn held_signatures(c: &mut Connection, campaign: i64, ids: &[i64]) -> Result<Vec<Signature>> {
    static HELD: ByMany = ByMany::new(
        "update signature set node = node where campaign_id = $1 and id {among} returning *",
        Kind::I64,
    );
    let mut held = HELD.all(c, vec![campaign.into()], ids, signature).await?;
    held.sort_by_key(|one| one.id);
    Ok(held)
}

/// What a change at the desk makes of a signature.
#[derive(Clone, Copy, Debug)]
pub struct Moderated {
    pub id: i64,
    pub state: State,
    pub removed_as: Option<RemovedAs>,
    pub hidden_at: Option<i64>,
    pub change_id: Option<i64>,
}

pub async fn moderate(c: &mut Connection, one: &Moderated, now: i64) -> Result<()> {
    query(
        "update signature set state = $2, hidden_at = $3, change_id = $4, changed_at = $5, removed_as = $6 \
         where id = $1",
    )
    .bind(one.id)
    .bind(one.state.word())
    .bind(one.hidden_at)
    .bind(one.change_id)
    .bind(now)
    .bind(one.removed_as.map(|class| class.word().to_owned()))
    .run(c)
    .await?;
    Ok(())
}

/// What a confirmed sign-on becomes, with everything that the rules decided.
pub struct NewSignature<'a> {
    pub stored: &'a StoredSignOn,
    pub person: i64,
    pub address_key: &'a [u8],
    pub place: i64,
    /// Removed from the beginning where its mailbox is one of those.
    pub state: State,
    pub removed_as: Option<RemovedAs>,
    pub salt: &'a [u8],
    pub node: &'a str,
    pub now: i64,
}

static SIGNATURE: Insert = Insert::new(
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
        ("postal_code", Kind::Text),
        ("country", Kind::Text),
        ("comment", Kind::Text),
        ("is_public", Kind::Bool),
        ("source", Kind::Text),
        ("state", Kind::Text),
        ("removed_as", Kind::Text),
        ("salt", Kind::Bytes),
        ("node", Kind::Text),
        ("signed_on_at", Kind::I64),
        ("confirmed_at", Kind::I64),
        ("changed_at", Kind::I64),
        ("in_name_order", Kind::Bool),
    ],
    "returning *",
);

/// Stores signatures, and answers them by sign-on.
///
/// # Errors
/// A conflict where somebody else took a place in the same moment: whoever looks again finds what they wrote.
pub async fn add_signatures(c: &mut Connection, new: &[NewSignature<'_>]) -> Result<HashMap<i64, Signature>> {
    // PostgreSQL would write the whole row anew to put it there later.
    let is_in_name_order = c.engine() == Engine::Postgres;
    let row = |new: &NewSignature<'_>| {
        let one = &new.stored.sign_on;
        vec![
            one.group_id.into(),
            one.campaign_id.into(),
            one.letter_id.into(),
            one.letter_version.into(),
            new.person.into(),
            new.stored.id.into(),
            new.address_key.into(),
            new.place.into(),
            (&one.language).into(),
            (&one.name).into(),
            name_key(&one.name).into(),
            one.relation.clone().into(),
            one.postal_code.clone().into(),
            one.country.clone().into(),
            one.comment.clone().into(),
            one.is_public.into(),
            one.source.clone().into(),
            new.state.word().into(),
            new.removed_as.map(|class| class.word().to_owned()).into(),
            new.salt.into(),
            new.node.into(),
            one.created_at.into(),
            new.now.into(),
            new.now.into(),
            is_in_name_order.into(),
        ]
    };
    let added = SIGNATURE.returning(c, new.iter().map(row).collect(), signature).await;
    let added = added.map_err(Error::or_conflict)?;
    Ok(added.into_iter().map(|one| (one.sign_on_id, one)).collect())
}

/// Gives a standing signature another name; false where it no longer stands.
pub async fn rename(c: &mut Connection, id: i64, name: &str, name_key: &str, now: i64) -> Result<bool> {
    let changed = query(
        "update signature set name = $2, name_key = $3, changed_at = $4, renamed_at = $4, change_id = null \
         where id = $1 and state <> 'withdrawn'",
    )
    .bind(id)
    .bind(name)
    .bind(name_key)
    .bind(now)
    .run(c)
    .await?;
    Ok(changed == 1)
}

pub async fn set_public(c: &mut Connection, id: i64, is_public: bool, now: i64) -> Result<bool> {
    let changed = query(
        "update signature set is_public = $2, changed_at = $3, change_id = null \
         where id = $1 and state <> 'withdrawn'",
    )
    .bind(id)
    .bind(is_public)
    .bind(now)
    .run(c)
    .await?;
    Ok(changed == 1)
}

/// Withdraws a signature; false where it was withdrawn already.
pub async fn withdraw(c: &mut Connection, id: i64, now: i64) -> Result<bool> {
    let changed = query(
        "update signature set state = 'withdrawn', changed_at = $2, change_id = null \
         where id = $1 and state <> 'withdrawn'",
    )
    .bind(id)
    .bind(now)
    .run(c)
    .await?;
    query("update consent set withdrawn_at = $2 where signature_id = $1 and withdrawn_at is null")
        .bind(id)
        .bind(now)
        .run(c)
        .await?;
    Ok(changed == 1)
}

/// Signatures that stand for a mailbox, each with the address its signer confirmed with, the first to
/// sign first. `letter` is 0 where any letter is meant.
pub async fn signatures_of(
    c: &mut Connection,
    canonical: &str,
    letter: i64,
    most: i64,
) -> Result<Vec<(Signature, String)>> {
    // Groups are few: for each of them the index on its persons is asked.
    query(
        "select s.*, p.email as person_email from \"group\" g cross join person p cross join signature s \
         where p.group_id = g.id and p.email_canonical = $1 and s.person_id = p.id \
         and ($2 = 0 or s.letter_id = $2) and s.state <> 'withdrawn' order by s.confirmed_at, s.id limit $3",
    )
    .bind(canonical)
    .bind(letter)
    .bind(most)
    .all(c, |row| Ok((signature(row)?, row.get("person_email")?)))
    .await
}

/// Where a signed-already mail goes: the address its signer confirmed with.
pub async fn signature_with_address(c: &mut Connection, sign_on: i64) -> Result<Option<(Signature, String)>> {
    query(
        "select s.*, p.email as person_email from signature s join person p on p.id = s.person_id \
         where s.sign_on_id = $1 and s.state <> 'withdrawn'",
    )
    .bind(sign_on)
    .first(c, |row| Ok((signature(row)?, row.get("person_email")?)))
    .await
}
