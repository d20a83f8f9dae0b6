//! The SQL of what organisers do with mails that came to nothing, or wait.

use broadside_db::{Connection, Result, query};

/// Lets a mail that came to nothing, or waits for its next try, be tried now; answers what it was. One
/// that is being sent at this moment is left alone. The fence rises, so that a late holder writes nothing.
pub async fn try_again(c: &mut Connection, campaign: i64, id: i64, now: i64) -> Result<Option<String>> {
    let Some(before) = at_rest(c, campaign, id, now).await? else { return Ok(None) };
    query(
        "update mail set state = 'waiting', next_attempt_at = $2, fence = fence + 1, finished_at = null where id = $1",
    )
    .bind(id)
    .bind(now)
    .run(c)
    .await?;
    Ok(Some(before))
}

/// Gives a mail up; answers what it was.
pub async fn drop(c: &mut Connection, campaign: i64, id: i64, now: i64) -> Result<Option<String>> {
    let Some(before) = at_rest(c, campaign, id, now).await? else { return Ok(None) };
    query("update mail set state = 'dropped', next_attempt_at = 0, fence = fence + 1, finished_at = $2 where id = $1")
        .bind(id)
        .bind(now)
        .run(c)
        .await?;
    Ok(Some(before))
}

/// A mail that was dropped, as it is taken back: only while it is as the drop left it, by its fence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dropped<'s> {
    pub id: i64,
    pub fence: i64,
    /// What it was before, and when it had come to nothing.
    pub state: &'s str,
    pub finished_at: Option<i64>,
}

pub async fn take_drop_back(c: &mut Connection, campaign: i64, one: Dropped<'_>, now: i64) -> Result<bool> {
    let taken = query(
        "update mail set state = $4, finished_at = $5, fence = fence + 1, \
         next_attempt_at = case when $4 = 'waiting' then $6 else 0 end \
         where id = $1 and campaign_id = $2 and fence = $3 and state = 'dropped'",
    )
    .bind(one.id)
    .bind(campaign)
    .bind(one.fence)
    .bind(one.state)
    .bind(one.finished_at)
    .bind(now)
    .run(c)
    .await?;
    Ok(taken == 1)
}

/// What is noted of a mail before and after something is done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    pub address_key: Vec<u8>,
    pub fence: i64,
    pub finished_at: Option<i64>,
}

pub async fn noted(c: &mut Connection, campaign: i64, id: i64) -> Result<Option<Noted>> {
    query("select address_key, fence, finished_at from mail where id = $1 and campaign_id = $2")
        .bind(id)
        .bind(campaign)
        .first(c, |row| {
            Ok(Noted {
                address_key: row.get("address_key")?,
                fence: row.get("fence")?,
                finished_at: row.get("finished_at")?,
            })
        })
        .await
}

/// The state of a campaign's mail that waits or failed and is in nobody's hands; its row is held.
async fn at_rest(c: &mut Connection, campaign: i64, id: i64, now: i64) -> Result<Option<String>> {
    query(
        "update mail set lease_until = 0 where id = $1 and campaign_id = $2 and lease_until < $3 \
         and state in ('waiting', 'bounced', 'failed') returning state",
    )
    .bind(id)
    .bind(campaign)
    .bind(now)
    .first(c, |row| row.get("state"))
    .await
}

/// How many confirmations an address got for a sign-on, and how many of them wait to be sent.
pub async fn confirmations_of(c: &mut Connection, address_key: &[u8], sign_on: i64) -> Result<(i64, i64)> {
    query(
        "select count(*) as n, cast(coalesce(sum(case when state = 'waiting' then 1 else 0 end), 0) as bigint) \
         as waiting from mail where address_key = $1 and sign_on_id = $2 and kind = 'confirmation' \
         and state <> 'dropped'",
    )
    .bind(address_key)
    .bind(sign_on)
    .one(c, |row| Ok((row.get("n")?, row.get("waiting")?)))
    .await
}
