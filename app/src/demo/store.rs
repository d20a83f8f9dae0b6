//! What the demo asks of its own instance before its people sign.

use broadside_db::{Connection, Result, query};
use std::collections::HashSet;

pub async fn signatures(c: &mut Connection) -> Result<i64> {
    query("select count(*) as n from signature").one(c, |row| row.get("n")).await
}

/// Every address that has signed on, confirmed or not.
pub async fn addresses(c: &mut Connection) -> Result<HashSet<String>> {
    query("select email from sign_on union select email from person")
        .all(c, |row| row.get("email"))
        .await
        .map(HashSet::from_iter)
}

/// The sign-ons that wait for their button.
pub async fn waiting(c: &mut Connection) -> Result<HashSet<i64>> {
    query("select id from sign_on where id not in (select sign_on_id from signature)")
        .all(c, |row| row.get("id"))
        .await
        .map(HashSet::from_iter)
}

/// Lets whoever sits at the desk sit there after the clock has gone on by so much.
pub async fn keep_seats(c: &mut Connection, micros: i64) -> Result<()> {
    query(
        "update desk_session set created_at = created_at + $1, seen_at = seen_at + $1, proved_at = proved_at + $1 \
         where ended_at is null",
    )
    .bind(micros)
    .run(c)
    .await?;
    query("update desk_link set expires_at = expires_at + $1 where used_at is null")
        .bind(micros)
        .run(c)
        .await?;
    Ok(())
}
