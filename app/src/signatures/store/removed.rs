//! The SQL of mailboxes whose removed signature was taken back: keyed hashes alone.

use crate::signatures::Signature;
use broadside_db::{Connection, Result, in_list, in_lists, query, query_composed};
use std::collections::BTreeSet;
use std::sync::LazyLock;

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

/// Which of some mailboxes are remembered for a letter.
pub async fn removed_among(
    c: &mut Connection,
    letter: i64,
    address_keys: &[Vec<u8>],
) -> Result<BTreeSet<Vec<u8>>> {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        format!(
            "select address_key from removed_mailbox where letter_id = $1 and address_key in ({})",
            in_list(2)
        )
    });
    let mut found = BTreeSet::new();
    for list in in_lists(address_keys) {
        let rows = query_composed(SQL.clone()).bind(letter).bind_all(list);
        found.extend(rows.all(c, |row| row.get::<Vec<u8>>("address_key")).await?);
    }
    Ok(found)
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
