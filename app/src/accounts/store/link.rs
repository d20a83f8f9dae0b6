//! The SQL of links that work once.

use crate::accounts::Role;
use broadside_db::{Connection, Result, Row, query};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskLink {
    pub id: i64,
    pub purpose: String,
    pub account: Option<i64>,
    pub group: Option<i64>,
    pub campaign: Option<i64>,
    pub role: Option<Role>,
    /// For which partner it lets somebody sign in.
    pub partnership: Option<i64>,
    pub invited_by: Option<i64>,
    pub expires_at: i64,
    pub used_at: Option<i64>,
    pub withdrawn_at: Option<i64>,
}

fn link(row: &Row) -> Result<DeskLink> {
    let role: Option<String> = row.get("role")?;
    Ok(DeskLink {
        id: row.get("id")?,
        purpose: row.get("purpose")?,
        account: row.get("account_id")?,
        group: row.get("group_id")?,
        campaign: row.get("campaign_id")?,
        role: role.as_deref().and_then(Role::parse),
        partnership: row.get("partnership_id")?,
        invited_by: row.get("invited_by")?,
        expires_at: row.get("expires_at")?,
        used_at: row.get("used_at")?,
        withdrawn_at: row.get("withdrawn_at")?,
    })
}

#[derive(Clone, Debug, Default)]
pub struct NewLink {
    pub token_hash: Vec<u8>,
    pub purpose: &'static str,
    pub account: Option<i64>,
    pub group: Option<i64>,
    pub campaign: Option<i64>,
    pub role: Option<Role>,
    pub partnership: Option<i64>,
    pub invited_by: Option<i64>,
    pub expires_at: i64,
}

pub async fn add_link(c: &mut Connection, new: &NewLink, now: i64) -> Result<i64> {
    query(
        "insert into desk_link (token_hash, purpose, account_id, group_id, campaign_id, role, invited_by, \
         created_at, expires_at, partnership_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id",
    )
    .bind(new.token_hash.as_slice())
    .bind(new.purpose)
    .bind(new.account)
    .bind(new.group)
    .bind(new.campaign)
    .bind(new.role.map(|role| role.word().to_owned()))
    .bind(new.invited_by)
    .bind(now)
    .bind(new.expires_at)
    .bind(new.partnership)
    .one(c, |row| row.get("id"))
    .await
}

pub async fn link_by_token(c: &mut Connection, token_hash: Vec<u8>) -> Result<Option<DeskLink>> {
    query("select * from desk_link where token_hash = $1").bind(token_hash).first(c, link).await
}

pub async fn link_by_id(c: &mut Connection, id: i64) -> Result<Option<DeskLink>> {
    query("select * from desk_link where id = $1").bind(id).first(c, link).await
}

/// Uses a link up; false where somebody was first, or it may not be used any more.
pub async fn use_link(c: &mut Connection, id: i64, now: i64) -> Result<bool> {
    let used = query(
        "update desk_link set used_at = $2 where id = $1 and used_at is null and withdrawn_at is null \
         and expires_at > $2",
    )
    .bind(id)
    .bind(now)
    .run(c)
    .await?;
    Ok(used > 0)
}

/// Whether the account used a link that came by mail, or that it was handed, between a time and the beginning
/// of a session: one that was there before did not come by it.
pub async fn came_by_link_since(c: &mut Connection, account: i64, since: i64, begun: i64) -> Result<bool> {
    let used = query("select id from desk_link where account_id = $1 and used_at between $2 and $3 limit 1")
        .bind(account)
        .bind(since)
        .bind(begun)
        .first(c, |row| row.get::<i64>("id"))
        .await?;
    Ok(used.is_some())
}

/// Gives a link that is about to be mailed its token; the one before it opens nothing any more.
pub async fn renew_link(c: &mut Connection, id: i64, token_hash: Vec<u8>, expires_at: i64) -> Result<bool> {
    let renewed = query(
        "update desk_link set token_hash = $2, expires_at = $3 where id = $1 and used_at is null \
         and withdrawn_at is null",
    )
    .bind(id)
    .bind(token_hash)
    .bind(expires_at)
    .run(c)
    .await?;
    Ok(renewed > 0)
}

/// An invitation that waits for its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub id: i64,
    pub email: String,
    pub role: Role,
    pub expires_at: i64,
}

pub async fn open_invitations(c: &mut Connection, group: i64, now: i64) -> Result<Vec<Invitation>> {
    query(
        "select l.id, a.email, l.role, l.expires_at from desk_link l join account a on a.id = l.account_id \
         where l.group_id = $1 and l.purpose = 'invitation' and l.used_at is null and l.withdrawn_at is null \
         and l.expires_at > $2 order by l.id desc",
    )
    .bind(group)
    .bind(now)
    .all(c, |row| {
        Ok(Invitation {
            id: row.get("id")?,
            email: row.get("email")?,
            role: super::role(row)?,
            expires_at: row.get("expires_at")?,
        })
    })
    .await
}

/// Withdraws an invitation of a group; false where it is not this group's or cannot be used any more.
pub async fn withdraw_invitation(c: &mut Connection, group: i64, id: i64, now: i64) -> Result<bool> {
    let withdrawn = query(
        "update desk_link set withdrawn_at = $3 where id = $1 and group_id = $2 and purpose = 'invitation' \
         and used_at is null and withdrawn_at is null",
    )
    .bind(id)
    .bind(group)
    .bind(now)
    .run(c)
    .await?;
    Ok(withdrawn > 0)
}

/// Withdraws what an account was invited to in a group: nobody comes back by an older invitation.
pub async fn withdraw_invitations_of(c: &mut Connection, account: i64, group: i64, now: i64) -> Result<u64> {
    query(
        "update desk_link set withdrawn_at = $3 where account_id = $1 and group_id = $2 \
         and purpose = 'invitation' and used_at is null and withdrawn_at is null",
    )
    .bind(account)
    .bind(group)
    .bind(now)
    .run(c)
    .await
}

/// Deletes links that were used, withdrawn or too late before a time, but for those that a mail still waits
/// to bring.
pub async fn delete_dead_links(c: &mut Connection, before: i64, most: i64) -> Result<u64> {
    let dead = query(
        "select id from desk_link where (used_at < $1 or withdrawn_at < $1 or expires_at < $1) and not exists \
         (select 1 from mail where mail.desk_link_id = desk_link.id and mail.state = 'waiting') order by id limit $2",
    )
    .bind(before)
    .bind(most)
    .all(c, |row| row.get::<i64>("id"))
    .await?;
    for id in &dead {
        query("update mail set desk_link_id = null where desk_link_id = $1").bind(*id).run(c).await?;
        query("delete from desk_link where id = $1").bind(*id).run(c).await?;
    }
    Ok(dead.len() as u64)
}
