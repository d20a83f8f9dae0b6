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
