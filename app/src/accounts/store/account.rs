//! The SQL of accounts themselves.

use crate::accounts::Account;
use broadside_db::{Connection, Result, Row, query};

fn account(row: &Row) -> Result<Account> {
    Ok(Account {
        id: row.get("id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        language: row.get("language")?,
        operates: row.get("operates")?,
        password_hash: row.get("password_hash")?,
        totp_secret: row.get("totp_secret")?,
        totp_confirmed_at: row.get("totp_confirmed_at")?,
        totp_step: row.get("totp_step")?,
        failures: row.get("failures")?,
        failed_at: row.get("failed_at")?,
        warned_at: row.get("warned_at")?,
        deactivated_at: row.get("deactivated_at")?,
    })
}

pub struct NewAccount<'a> {
    pub name: &'a str,
    pub email: &'a str,
    pub email_canonical: &'a str,
    pub language: &'a str,
    pub operates: bool,
}

/// The account's number; nothing where the address has one already.
pub async fn add_account(c: &mut Connection, new: &NewAccount<'_>, now: i64) -> Result<Option<i64>> {
    query(
        "insert into account (name, email, email_canonical, language, operates, totp_step, failures, created_at) \
         values ($1, $2, $3, $4, $5, 0, 0, $6) on conflict (email_canonical) do nothing returning id",
    )
    .bind(new.name)
    .bind(new.email)
    .bind(new.email_canonical)
    .bind(new.language)
    .bind(new.operates)
    .bind(now)
    .first(c, |row| row.get("id"))
    .await
}

/// Whether anybody works here, erased accounts left out.
pub async fn any_account(c: &mut Connection) -> Result<bool> {
    Ok(query("select 1 as one from account where email <> '' limit 1").first(c, |_| Ok(())).await?.is_some())
}

pub async fn account_by_id(c: &mut Connection, id: i64) -> Result<Option<Account>> {
    query("select * from account where id = $1").bind(id).first(c, account).await
}

pub async fn account_by_email(c: &mut Connection, canonical: &str) -> Result<Option<Account>> {
    query("select * from account where email_canonical = $1").bind(canonical).first(c, account).await
}

pub async fn set_name(c: &mut Connection, id: i64, name: &str, language: &str) -> Result<()> {
    query("update account set name = $2, language = $3 where id = $1")
        .bind(id)
        .bind(name)
        .bind(language)
        .run(c)
        .await?;
    Ok(())
}

pub async fn set_password(c: &mut Connection, id: i64, hash: Option<&str>) -> Result<()> {
    query("update account set password_hash = $2 where id = $1")
        .bind(id)
        .bind(hash.map(str::to_owned))
        .run(c)
        .await?;
    Ok(())
}

/// A secret that was shown and is not trusted before a code of it was typed; nothing takes it away.
pub async fn set_totp(c: &mut Connection, id: i64, secret: Option<Vec<u8>>) -> Result<()> {
    query("update account set totp_secret = $2, totp_confirmed_at = null, totp_step = 0 where id = $1")
        .bind(id)
        .bind(secret)
        .run(c)
        .await?;
    Ok(())
}

pub async fn confirm_totp(c: &mut Connection, id: i64, now: i64) -> Result<()> {
    query("update account set totp_confirmed_at = $2 where id = $1").bind(id).bind(now).run(c).await?;
    Ok(())
}

/// Takes a code's step; false where it, or a later one, was taken before.
pub async fn take_totp_step(c: &mut Connection, id: i64, step: i64) -> Result<bool> {
    let taken = query("update account set totp_step = $2 where id = $1 and totp_step < $2")
        .bind(id)
        .bind(step)
        .run(c)
        .await?;
    Ok(taken > 0)
}

/// One more failed try; the count begins anew where the last one is older than `since`.
pub async fn note_failure(c: &mut Connection, id: i64, since: i64, now: i64) -> Result<i64> {
    query(
        "update account set failures = case when failed_at > $2 then failures + 1 else 1 end, failed_at = $3 \
         where id = $1 returning failures",
    )
    .bind(id)
    .bind(since)
    .bind(now)
    .one(c, |row| row.get("failures"))
    .await
}

/// Whether the account's owner is to be told now: nobody is told twice within the time since `since`.
pub async fn take_warning(c: &mut Connection, id: i64, since: i64, now: i64) -> Result<bool> {
    let taken =
        query("update account set warned_at = $3 where id = $1 and (warned_at is null or warned_at < $2)")
            .bind(id)
            .bind(since)
            .bind(now)
            .run(c)
            .await?;
    Ok(taken > 0)
}

pub async fn forget_failures(c: &mut Connection, id: i64) -> Result<()> {
    query("update account set failures = 0 where id = $1 and failures > 0").bind(id).run(c).await?;
    Ok(())
}

/// Lets an account run the instance too.
pub async fn let_operate(c: &mut Connection, id: i64) -> Result<()> {
    query("update account set operates = true where id = $1").bind(id).run(c).await?;
    Ok(())
}

/// Closes the desk to an account; its memberships, sessions and links end with it.
pub async fn deactivate(c: &mut Connection, id: i64, now: i64) -> Result<()> {
    for sql in [
        "update account set deactivated_at = $2 where id = $1 and deactivated_at is null",
        "update desk_session set ended_at = $2 where account_id = $1 and ended_at is null",
        "update membership set ended_at = $2, version = version + 1 where account_id = $1 and ended_at is null",
        "update desk_link set withdrawn_at = $2 where account_id = $1 and used_at is null and withdrawn_at is null",
    ] {
        query(sql).bind(id).bind(now).run(c).await?;
    }
    Ok(())
}

/// Opens the desk to a closed account again, whose memberships begin anew, and so do its ways in: they may have
/// been lost, or found by others. One that is open stays as it is.
pub async fn reactivate(c: &mut Connection, id: i64) -> Result<()> {
    let opened = query(
        "update account set deactivated_at = null, password_hash = null, totp_secret = null, \
         totp_confirmed_at = null, totp_step = 0 where id = $1 and deactivated_at is not null",
    )
    .bind(id)
    .run(c)
    .await?;
    if opened > 0 {
        for sql in
            ["delete from recovery_code where account_id = $1", "delete from passkey where account_id = $1"]
        {
            query(sql).bind(id).run(c).await?;
        }
    }
    Ok(())
}
