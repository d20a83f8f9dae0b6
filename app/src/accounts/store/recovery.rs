//! The SQL of recovery codes.

use broadside_db::{Connection, Result, query};

/// Puts new codes in the place of all that an account had.
pub async fn renew_codes(c: &mut Connection, account: i64, hashes: &[Vec<u8>], now: i64) -> Result<()> {
    query("delete from recovery_code where account_id = $1").bind(account).run(c).await?;
    for hash in hashes {
        query("insert into recovery_code (account_id, code_hash, created_at) values ($1, $2, $3)")
            .bind(account)
            .bind(hash.as_slice())
            .bind(now)
            .run(c)
            .await?;
    }
    Ok(())
}

/// Uses a code up; false where it is none of the account's, or was used.
pub async fn use_code(c: &mut Connection, account: i64, hash: Vec<u8>, now: i64) -> Result<bool> {
    let used = query(
        "update recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null",
    )
    .bind(account)
    .bind(hash)
    .bind(now)
    .run(c)
    .await?;
    Ok(used > 0)
}

pub async fn codes_left(c: &mut Connection, account: i64) -> Result<i64> {
    query("select count(*) as n from recovery_code where account_id = $1 and used_at is null")
        .bind(account)
        .one(c, |row| row.get("n"))
        .await
}

/// Deletes codes that were used before a time.
pub async fn delete_used_codes(c: &mut Connection, before: i64) -> Result<u64> {
    query("delete from recovery_code where used_at < $1").bind(before).run(c).await
}
