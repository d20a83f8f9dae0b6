//! The SQL of an account's own data: what the map declares of whoever works at the desk.

use super::erasure::asked;
use super::found::said;
use super::{Asked, Known};
use crate::people::declaration::{Eraser, Personal, SeenBy, Table, has, personal};
use crate::people::personal_data::MAP;
use broadside_db::{Connection, Result, query, query_composed};

fn worked(table: &Table) -> impl Iterator<Item = (&'static str, Personal)> + use<> {
    personal(table).filter(|(_, one)| one.eraser == Eraser::Account)
}

/// The column by which the rows of an account are found.
fn of_account(table: &Table) -> Option<&'static str> {
    worked(table).next()?;
    if table.0 == "account" { Some("id") } else { has(table, "account_id").then_some("account_id") }
}

pub async fn email_of_account(c: &mut Connection, account: i64) -> Result<String> {
    query("select email_canonical from account where id = $1")
        .bind(account)
        .one(c, |row| row.get("email_canonical"))
        .await
}

/// Accounts made at a time or before, with their addresses.
pub async fn accounts_made_until(c: &mut Connection, made_until: i64) -> Result<Vec<(i64, String)>> {
    query("select id, email_canonical from account where created_at <= $1 and email <> '' order by id")
        .bind(made_until)
        .all(c, |row| Ok((row.get("id")?, row.get("email_canonical")?)))
        .await
}

/// Everything declared of an account but its secrets.
pub async fn known_of_account(c: &mut Connection, account: i64) -> Result<Vec<Known>> {
    let mut known = Vec::new();
    for table in MAP {
        let Some(column) = of_account(table) else { continue };
        let columns: Vec<_> = worked(table).filter(|(_, one)| one.seen_by != SeenBy::Nobody).collect();
        let names: Vec<_> = columns.iter().map(|(name, _)| *name).collect();
        let sql = format!("select {} from {} where {column} = $1", names.join(", "), table.0);
        let rows = query_composed(sql).bind(account).all(c, |row| {
            let said = columns.iter().map(|(name, one)| Ok((*name, said(row, name, one.kind)?)));
            Ok(Known { table: table.0, letter: None, columns: said.collect::<Result<_>>()? })
        });
        known.extend(rows.await?);
    }
    Ok(known)
}

/// Groups that nobody else owns.
pub async fn owned_alone(c: &mut Connection, account: i64) -> Result<Vec<String>> {
    query(
        "select g.name from membership m join \"group\" g on g.id = m.group_id where m.account_id = $1 \
         and m.role = 'owner' and m.campaign_id is null and m.ended_at is null and m.deactivated_at is null \
         and not exists \
         (select 1 from membership other where other.group_id = m.group_id and other.account_id <> $1 \
         and other.role = 'owner' and other.campaign_id is null and other.ended_at is null \
         and other.deactivated_at is null) order by g.name",
    )
    .bind(account)
    .all(c, |row| row.get("name"))
    .await
}

/// Whether an account runs the instance and nobody else who works here does. One that nobody is left in begins
/// anew with a first account, which runs it.
pub async fn runs_alone(c: &mut Connection, account: i64) -> Result<bool> {
    query(
        "select 1 as one from account where id = $1 and operates \
         and exists (select 1 from account other where other.id <> $1 and other.email <> '') and not exists \
         (select 1 from account other where other.id <> $1 and other.operates and other.deactivated_at is null)",
    )
    .bind(account)
    .first(c, |_| Ok(()))
    .await
    .map(|found| found.is_some())
}

/// Enters the erasure of an account into the register; nothing where that time is taken.
pub async fn enter_account(c: &mut Connection, address_key: &[u8], erased_at: i64) -> Result<Option<Asked>> {
    query(
        "insert into erasure (address_key, erased_at, of_account) values ($1, $2, true) on conflict do nothing \
         returning id, group_id, address_key, erased_at, of_account",
    )
    .bind(address_key)
    .bind(erased_at)
    .first(c, asked)
    .await
}

/// Deletes what belongs to an account; its own row stays empty, for the record points at it.
pub async fn erase_account(c: &mut Connection, account: i64, now: i64) -> Result<()> {
    let tables = MAP.iter().rev().filter(|table| of_account(table) == Some("account_id"));
    // Mails point at links.
    let (first, rest): (Vec<&Table>, Vec<&Table>) = tables.partition(|table| has(table, "desk_link_id"));
    for table in first.into_iter().chain(rest) {
        query_composed(format!("delete from {} where account_id = $1", table.0)).bind(account).run(c).await?;
    }
    query("update desk_link set invited_by = null where invited_by = $1").bind(account).run(c).await?;
    query(
        "update account set name = '', email = '', email_canonical = $2, language = '', operates = false, \
         password_hash = null, totp_secret = null, totp_confirmed_at = null, totp_step = 0, failures = 0, \
         failed_at = null, warned_at = null, created_at = 0, deactivated_at = $3 where id = $1",
    )
    .bind(account)
    // No two accounts have the same address, those without one neither.
    .bind(format!("erased {account}"))
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}
