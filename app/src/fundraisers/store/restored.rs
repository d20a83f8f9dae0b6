//! The SQL of what follows where a backup was restored: what was given since is not in it.

use super::{promise, promises};
use crate::fundraisers::Promise;
use broadside_db::{Connection, Engine, Result, query, query_composed};

/// So many numbers of pledges, and of each fundraiser’s receipts, are left out where a backup was restored.
const LEFT_OUT: (i64, i64) = (1_000_000, 10_000);

/// Makes a backup that was restored now fit to be gone on with. The numbers that pledges and receipts may have got after it
/// was taken are left out: a reference that somebody transfers with would be another’s, and two receipts alike. And cards
/// wait for a person, since whoever took back a pledge meanwhile stands in it again. How many fundraisers wait; nothing
/// where there are none at all.
pub async fn restored(c: &mut Connection, now: i64) -> Result<Option<u64>> {
    let (pledges, receipts) = LEFT_OUT;
    let all = query(
        "update fundraiser set last_receipt = last_receipt + $1, catch_up_at = $2, catch_up_since = coalesce(\
         (select max(at) from (select max(changed_at) as at from pledge union all \
         select max(created_at) as at from payment_call) last), created_at)",
    )
    .bind(receipts)
    .bind(now)
    .run(c)
    .await?;
    let wait = query(
        "update fundraiser set restored_at = $1 where kind = 'all-or-nothing' and (state = 'open' \
         or state = 'met' and settled_at is null)",
    )
    .bind(now)
    .run(c)
    .await?;
    match c.engine() {
        Engine::Sqlite => {
            query(
                "insert into sqlite_sequence (name, seq) select 'pledge', 0 \
                 where not exists (select 1 from sqlite_sequence where name = 'pledge')",
            )
            .run(c)
            .await?;
            query("update sqlite_sequence set seq = seq + $1 where name = 'pledge'")
                .bind(pledges)
                .run(c)
                .await?;
        }
        Engine::Postgres => {
            let sequence = "pg_get_serial_sequence('pledge', 'id')";
            query_composed(format!("select setval({sequence}, nextval({sequence}) + $1) as at"))
                .bind(pledges)
                .one(c, |row| row.get::<i64>("at"))
                .await?;
        }
    }
    Ok((all > 0).then_some(wait))
}

/// Somebody said that a fundraiser is to be gone on with; false where it did not wait, or the provider was not asked yet what
/// came in. Whoever was to give another card has as many days for it as were left.
pub async fn go_on(c: &mut Connection, promise: &Promise, now: i64) -> Result<bool> {
    let went_on = query(
        "update fundraiser set restored_at = null where id = $1 and restored_at is not null and catch_up_at is null",
    )
    .bind(promise.id)
    .run(c)
    .await?;
    let Some(restored_at) = promise.restored_at.filter(|_| went_on == 1) else { return Ok(false) };
    query("update pledge set grace_until = grace_until + $2 where fundraiser_id = $1 and state = 'declined'")
        .bind(promise.id)
        .bind(now - restored_at)
        .run(c)
        .await?;
    Ok(true)
}

/// Since when the provider is to be asked what came in, where it is to be.
pub async fn to_catch_up(c: &mut Connection, now: i64) -> Result<Option<i64>> {
    query("select catch_up_since from fundraiser where catch_up_at <= $1 order by catch_up_since limit 1")
        .bind(now)
        .first(c, |row| row.get("catch_up_since"))
        .await
}

/// Notes when it is asked next; nothing once it was.
pub async fn caught_up(c: &mut Connection, again: Option<i64>) -> Result<()> {
    query("update fundraiser set catch_up_at = $1 where catch_up_at is not null")
        .bind(again)
        .run(c)
        .await
        .map(drop)
}

/// The fundraisers that wait for somebody to say so, of all campaigns.
pub async fn waiting_since_restored(c: &mut Connection) -> Result<Vec<Promise>> {
    promises("f.restored_at is not null").all(c, promise).await
}
