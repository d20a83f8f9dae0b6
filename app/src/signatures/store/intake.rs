//! The SQL of the intake: sign-ons as they were submitted, and which addresses stand in them.

use super::unreadable;
use crate::people::Agreed;
use crate::signatures::{Came, SignOn, StoredSignOn};
use broadside_db::{ByMany, Connection, Insert, Kind, Result, Row, Value, query};

/// The intake's table, which only grows: no look-up, no other table.
pub static SIGN_ON: Insert = Insert::new(
    "sign_on",
    &[
        ("group_id", Kind::I64),
        ("campaign_id", Kind::I64),
        ("letter_id", Kind::I64),
        ("letter_version", Kind::I64),
        ("language", Kind::Text),
        ("name", Kind::Text),
        ("email", Kind::Text),
        ("relation", Kind::Text),
        ("postal_code", Kind::Text),
        ("country", Kind::Text),
        ("comment", Kind::Text),
        ("is_public", Kind::Bool),
        ("consents", Kind::Text),
        ("source", Kind::Text),
        ("network", Kind::Text),
        ("filled_in", Kind::I64),
        ("trapped", Kind::Bool),
        ("worked", Kind::Bool),
        ("created_at", Kind::I64),
    ],
    "",
);

pub fn sign_on_row(one: &SignOn) -> Vec<Value> {
    vec![
        one.group_id.into(),
        one.campaign_id.into(),
        one.letter_id.into(),
        one.letter_version.into(),
        (&one.language).into(),
        (&one.name).into(),
        (&one.email).into(),
        one.relation.clone().into(),
        one.postal_code.clone().into(),
        one.country.clone().into(),
        one.comment.clone().into(),
        one.is_public.into(),
        consents_text(&one.consents).into(),
        one.source.clone().into(),
        one.came.network.clone().into(),
        one.came.filled_in.into(),
        one.came.trapped.into(),
        one.came.worked.into(),
        one.created_at.into(),
    ]
}

fn consents_text(consents: &[Agreed]) -> String {
    if consents.is_empty() { "[]".to_owned() } else { serde_json::json!(consents).to_string() }
}

pub(super) fn stored_sign_on(row: &Row) -> Result<StoredSignOn> {
    let consents: String = row.get("consents")?;
    Ok(StoredSignOn {
        id: row.get("id")?,
        sign_on: SignOn {
            group_id: row.get("group_id")?,
            campaign_id: row.get("campaign_id")?,
            letter_id: row.get("letter_id")?,
            letter_version: row.get("letter_version")?,
            language: row.get("language")?,
            name: row.get("name")?,
            email: row.get("email")?,
            relation: row.get("relation")?,
            postal_code: row.get("postal_code")?,
            country: row.get("country")?,
            comment: row.get("comment")?,
            is_public: row.get("is_public")?,
            consents: serde_json::from_str(&consents).map_err(unreadable)?,
            source: row.get("source")?,
            came: Came {
                network: row.get("network")?,
                filled_in: row.get("filled_in")?,
                trapped: row.get("trapped")?,
                worked: row.get("worked")?,
            },
            created_at: row.get("created_at")?,
        },
    })
}

/// The next sign-ons of the intake in the order of their numbers.
pub async fn sign_ons_after(c: &mut Connection, position: i64, most: i64) -> Result<Vec<StoredSignOn>> {
    query("select * from sign_on where id > $1 order by id limit $2")
        .bind(position)
        .bind(most)
        .all(c, stored_sign_on)
        .await
}

/// The last sign-ons up to a number that came after a time, in the order of their numbers.
pub async fn last_sign_ons(
    c: &mut Connection,
    up_to: i64,
    after: i64,
    most: i64,
) -> Result<Vec<StoredSignOn>> {
    let mut found = query("select * from sign_on where id <= $1 order by id desc limit $2")
        .bind(up_to)
        .bind(most)
        .all(c, stored_sign_on)
        .await?;
    found.retain(|one| one.sign_on.created_at > after);
    found.reverse();
    Ok(found)
}

/// How many sign-ons have a number above this one, and when the first of them was sent.
pub async fn behind(c: &mut Connection, position: i64) -> Result<(i64, Option<i64>)> {
    let count = query("select count(*) as n from sign_on where id > $1")
        .bind(position)
        .one(c, |row| row.get("n"))
        .await?;
    let first = sign_ons_after(c, position, 1).await?;
    Ok((count, first.first().map(|one| one.sign_on.created_at)))
}

/// Sign-ons stored before a time, up to a number, the oldest numbers first.
pub async fn sign_ons_before(
    c: &mut Connection,
    created_at: i64,
    up_to: i64,
    most: i64,
) -> Result<Vec<StoredSignOn>> {
    query("select * from sign_on where created_at < $1 and id <= $2 order by id limit $3")
        .bind(created_at)
        .bind(up_to)
        .bind(most)
        .all(c, stored_sign_on)
        .await
}

pub async fn sign_on(c: &mut Connection, id: i64) -> Result<Option<StoredSignOn>> {
    query("select * from sign_on where id = $1").bind(id).first(c, stored_sign_on).await
}

pub async fn sign_ons(c: &mut Connection, ids: &[i64]) -> Result<Vec<StoredSignOn>> {
    static BY_ID: ByMany = ByMany::new("select * from sign_on where id {among}", Kind::I64);
    BY_ID.all(c, vec![], ids, stored_sign_on).await
}

/// Deletes sign-ons and their places in the address index.
pub async fn delete_sign_ons(c: &mut Connection, rows: &[(i64, Vec<u8>)]) -> Result<()> {
    for (id, address_key) in rows {
        query("delete from sign_on where id = $1").bind(*id).run(c).await?;
        query("delete from sign_on_address where address_key = $1 and sign_on_id = $2")
            .bind(address_key.as_slice())
            .bind(*id)
            .run(c)
            .await?;
    }
    Ok(())
}

static SIGN_ON_ADDRESS: Insert = Insert::new(
    "sign_on_address",
    &[
        ("address_key", Kind::Bytes),
        ("sign_on_id", Kind::I64),
        ("group_id", Kind::I64),
        ("letter_id", Kind::I64),
        ("created_at", Kind::I64),
    ],
    "on conflict do nothing",
);

/// Remembers which addresses stand in which rows of the intake.
pub async fn index_addresses(c: &mut Connection, rows: &[(StoredSignOn, Vec<u8>)]) -> Result<()> {
    let mut rows: Vec<_> = rows.iter().collect();
    // Sorted by key, many rows touch few pages.
    rows.sort_by(|a, b| a.1.cmp(&b.1));
    let row = |(one, key): &(StoredSignOn, Vec<u8>)| {
        vec![
            key.as_slice().into(),
            one.id.into(),
            one.sign_on.group_id.into(),
            one.sign_on.letter_id.into(),
            one.sign_on.created_at.into(),
        ]
    };
    SIGN_ON_ADDRESS.rows(c, rows.into_iter().map(row).collect()).await
}

/// The numbers of every sign-on of an address that was looked at.
pub async fn sign_on_numbers_of(c: &mut Connection, address_key: &[u8]) -> Result<Vec<i64>> {
    query("select sign_on_id from sign_on_address where address_key = $1 order by sign_on_id")
        .bind(address_key)
        .all(c, |row| row.get("sign_on_id"))
        .await
}

/// Sign-ons of an address, submitted after a time, that never became a signature: the newest and, of
/// very many, the oldest too, the newest first. `letter` is 0 where any letter is meant.
pub async fn unconfirmed_of(
    c: &mut Connection,
    address_key: &[u8],
    letter: i64,
    after: i64,
    most_each: i64,
) -> Result<Vec<StoredSignOn>> {
    const NEWEST: &str = "select s.* from sign_on_address a join sign_on s on s.id = a.sign_on_id \
        where a.address_key = $1 and ($2 = 0 or a.letter_id = $2) and s.created_at > $3 \
        and not exists (select 1 from signature g where g.sign_on_id = s.id) \
        order by a.sign_on_id desc limit $4";
    const OLDEST: &str = "select s.* from sign_on_address a join sign_on s on s.id = a.sign_on_id \
        where a.address_key = $1 and ($2 = 0 or a.letter_id = $2) and s.created_at > $3 \
        and not exists (select 1 from signature g where g.sign_on_id = s.id) \
        order by a.sign_on_id limit $4";
    let mut found = Vec::new();
    for sql in [NEWEST, OLDEST] {
        let rows = query(sql).bind(address_key).bind(letter).bind(after).bind(most_each);
        found.extend(rows.all(c, stored_sign_on).await?);
    }
    found.sort_by_key(|stored| std::cmp::Reverse(stored.id));
    found.dedup_by_key(|stored| stored.id);
    Ok(found)
}
