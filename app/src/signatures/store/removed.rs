//! The SQL of mailboxes whose removed signature was taken back: keyed hashes alone.

use crate::signatures::Signature;
use broadside_db::{Connection, Result, query};

pub async fn remember_removed(c: &mut Connection, signature: &Signature, now: i64) -> Result<()> {
    query(
        "insert into removed_mailbox (letter_id, address_key, group_id, created_at) values ($1, $2, $3, $4) \
         on conflict (letter_id, address_key) do nothing",
    )
    .bind(signature.letter_id)
    .bind(signature.address_key.as_slice())
    .bind(signature.group_id)
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// Organisers have put back what came from there.
pub async fn forget_removed(c: &mut Connection, signature: &Signature) -> Result<()> {
    query("delete from removed_mailbox where letter_id = $1 and address_key = $2")
        .bind(signature.letter_id)
        .bind(signature.address_key.as_slice())
        .run(c)
        .await?;
    Ok(())
}

pub async fn delete_removed_before(c: &mut Connection, before: i64, most: i64) -> Result<u64> {
    query(
        "delete from removed_mailbox where (letter_id, address_key) in \
         (select letter_id, address_key from removed_mailbox where created_at < $1 order by created_at limit $2)",
    )
    .bind(before)
    .bind(most)
    .run(c)
    .await
}
