//! The SQL of sessions.

use crate::accounts::{LONGEST_SESSION, Session};
use broadside_db::{Connection, Result, Row, query};

fn session(row: &Row) -> Result<Session> {
    Ok(Session {
        id: row.get("id")?,
        account: row.get("account_id")?,
        agent: row.get("agent")?,
        half: row.get("half")?,
        created_at: row.get("created_at")?,
        seen_at: row.get("seen_at")?,
        proved_at: row.get("proved_at")?,
        ended_at: row.get("ended_at")?,
    })
}

pub async fn begin_session(
    c: &mut Connection,
    account: i64,
    token_hash: Vec<u8>,
    agent: &str,
    half: bool,
    now: i64,
) -> Result<i64> {
    // Those that ended long ago are of no use to anybody.
    query("delete from desk_session where account_id = $1 and created_at < $2")
        .bind(account)
        .bind(now - 2 * LONGEST_SESSION)
        .run(c)
        .await?;
    query(
        "insert into desk_session (token_hash, account_id, agent, half, created_at, seen_at, proved_at) \
         values ($1, $2, $3, $4, $5, $5, $5) returning id",
    )
    .bind(token_hash)
    .bind(account)
    .bind(agent)
    .bind(half)
    .bind(now)
    .one(c, |row| row.get("id"))
    .await
}

pub async fn session_by_token(c: &mut Connection, token_hash: Vec<u8>) -> Result<Option<Session>> {
    query("select * from desk_session where token_hash = $1").bind(token_hash).first(c, session).await
}

/// Those of an account that have not ended, the one used last first.
pub async fn sessions_of(c: &mut Connection, account: i64, created_after: i64) -> Result<Vec<Session>> {
    query(
        "select * from desk_session where account_id = $1 and ended_at is null and not half and created_at > $2 \
         order by seen_at desc, id desc",
    )
    .bind(account)
    .bind(created_after)
    .all(c, session)
    .await
}

pub async fn see_session(c: &mut Connection, id: i64, now: i64) -> Result<()> {
    query("update desk_session set seen_at = $2 where id = $1").bind(id).bind(now).run(c).await?;
    Ok(())
}

/// It was proved who sits there; the token that was used so far opens nothing any more.
pub async fn prove_session(c: &mut Connection, id: i64, token_hash: Vec<u8>, now: i64) -> Result<()> {
    query("update desk_session set proved_at = $3, token_hash = $2 where id = $1")
        .bind(id)
        .bind(token_hash)
        .bind(now)
        .run(c)
        .await?;
    Ok(())
}

/// Ends one session of an account; false where it is not this account's, or has ended.
pub async fn end_session(c: &mut Connection, account: i64, id: i64, now: i64) -> Result<bool> {
    let ended =
        query("update desk_session set ended_at = $3 where id = $1 and account_id = $2 and ended_at is null")
            .bind(id)
            .bind(account)
            .bind(now)
            .run(c)
            .await?;
    Ok(ended > 0)
}

/// Ends every session of an account but one.
pub async fn end_other_sessions(c: &mut Connection, account: i64, but: i64, now: i64) -> Result<u64> {
    query("update desk_session set ended_at = $3 where account_id = $1 and id <> $2 and ended_at is null")
        .bind(account)
        .bind(but)
        .bind(now)
        .run(c)
        .await
}

/// Deletes sessions that ended before a time, or were over by then.
pub async fn delete_dead_sessions(c: &mut Connection, before: i64, most: i64) -> Result<u64> {
    query(
        "delete from desk_session where id in (select id from desk_session where ended_at < $1 or created_at < $2 \
         order by id limit $3)",
    )
    .bind(before)
    .bind(before - LONGEST_SESSION)
    .bind(most)
    .run(c)
    .await
}
