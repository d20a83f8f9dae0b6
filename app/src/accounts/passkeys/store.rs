//! The SQL of passkeys and of what they are asked.

use super::Passkey;
use broadside_db::{Connection, Result, Row, query};

#[derive(Clone)]
pub struct NewPasskey {
    pub account: i64,
    pub credential: Vec<u8>,
    pub public_key: Vec<u8>,
    pub algorithm: i64,
    pub sign_count: i64,
    pub name: String,
    pub created_at: i64,
}

fn passkey(row: &Row) -> Result<Passkey> {
    Ok(Passkey {
        id: row.get("id")?,
        account: row.get("account_id")?,
        credential: row.get("credential_id")?,
        public_key: row.get("public_key")?,
        algorithm: row.get("algorithm")?,
        sign_count: row.get("sign_count")?,
        name: row.get("name")?,
        created_at: row.get("created_at")?,
        used_at: row.get("used_at")?,
        doubted_at: row.get("doubted_at")?,
    })
}

pub async fn passkeys_of(c: &mut Connection, account: i64) -> Result<Vec<Passkey>> {
    query("select * from passkey where account_id = $1 order by id").bind(account).all(c, passkey).await
}

pub async fn passkey_by_credential(c: &mut Connection, credential: Vec<u8>) -> Result<Option<Passkey>> {
    query("select * from passkey where credential_id = $1").bind(credential).first(c, passkey).await
}

/// False where that credential is known already, or the account has its fill.
pub async fn add_passkey(c: &mut Connection, new: &NewPasskey) -> Result<bool> {
    let added = query(
        "insert into passkey (account_id, credential_id, public_key, algorithm, sign_count, name, created_at) \
         select $1, $2, $3, $4, $5, $6, $7 where (select count(*) from passkey where account_id = $1) < $8 \
         on conflict (credential_id) do nothing",
    )
    .bind(new.account)
    .bind(new.credential.as_slice())
    .bind(new.public_key.as_slice())
    .bind(new.algorithm)
    .bind(new.sign_count)
    .bind(new.name.as_str())
    .bind(new.created_at)
    .bind(i64::try_from(super::MOST).unwrap_or(i64::MAX))
    .run(c)
    .await?;
    Ok(added > 0)
}

/// Notes that a passkey was used; false where another answer counted as far meanwhile.
pub async fn use_passkey(c: &mut Connection, id: i64, count: i64, now: i64) -> Result<bool> {
    let used = query(
        "update passkey set sign_count = $2, used_at = $3 \
         where id = $1 and (sign_count < $2 or sign_count = 0 and $2 = 0)",
    )
    .bind(id)
    .bind(count)
    .bind(now)
    .run(c)
    .await?;
    Ok(used > 0)
}

pub async fn doubt_passkey(c: &mut Connection, id: i64, now: i64) -> Result<()> {
    query("update passkey set doubted_at = $2 where id = $1").bind(id).bind(now).run(c).await?;
    Ok(())
}

/// Removes a passkey of an account; false where it is not this account's.
pub async fn remove_passkey(c: &mut Connection, account: i64, id: i64) -> Result<bool> {
    let removed =
        query("delete from passkey where id = $1 and account_id = $2").bind(id).bind(account).run(c).await?;
    Ok(removed > 0)
}

#[derive(Clone, Debug)]
pub struct NewChallenge {
    pub challenge: Vec<u8>,
    pub purpose: &'static str,
    pub bearer_hash: Vec<u8>,
    pub account: Option<i64>,
    pub expires_at: i64,
}

/// A challenge takes the place of the one that this browser was asked before.
pub async fn add_challenge(c: &mut Connection, new: &NewChallenge, now: i64) -> Result<()> {
    query("delete from passkey_challenge where expires_at < $1 or bearer_hash = $2")
        .bind(now)
        .bind(new.bearer_hash.as_slice())
        .run(c)
        .await?;
    query(
        "insert into passkey_challenge (challenge, purpose, bearer_hash, account_id, expires_at) \
         values ($1, $2, $3, $4, $5)",
    )
    .bind(new.challenge.as_slice())
    .bind(new.purpose)
    .bind(new.bearer_hash.as_slice())
    .bind(new.account)
    .bind(new.expires_at)
    .run(c)
    .await?;
    Ok(())
}

pub struct Challenge {
    pub purpose: String,
    pub bearer_hash: Vec<u8>,
    pub account: Option<i64>,
    pub expires_at: i64,
}

/// Takes a challenge away, whoever answers it: nobody can answer it again.
pub async fn take_challenge(c: &mut Connection, challenge: Vec<u8>) -> Result<Option<Challenge>> {
    query("delete from passkey_challenge where challenge = $1 returning purpose, bearer_hash, account_id, expires_at")
        .bind(challenge)
        .first(c, |row| {
            Ok(Challenge {
                purpose: row.get("purpose")?,
                bearer_hash: row.get("bearer_hash")?,
                account: row.get("account_id")?,
                expires_at: row.get("expires_at")?,
            })
        })
        .await
}
