//! The SQL of fundraisers and pledges, one function per question.

mod calls;
mod declines;
mod forgetting;
mod ledger;
mod pledges;
mod recurrences;
mod restored;
mod steps;
mod waiting;

pub use calls::*;
pub use declines::*;
pub use forgetting::*;
pub use ledger::*;
pub use pledges::*;
pub use recurrences::*;
pub use restored::*;
pub use steps::*;
pub use waiting::*;

use super::{Promise, Stage};
use crate::campaigns::definition::FundraiserKind;
use broadside_db::{Connection, Error, Query, Result, Row, decode_error, query, query_composed};
use broadside_money::Currency;

/// As another kind of value is refused.
fn unreadable(what: &'static str) -> Error {
    Error::Other(decode_error(std::io::Error::other(what)))
}

/// The columns of `f`, renamed so that they can stand beside a pledge's.
const PROMISE: &str = "f.id as f_id, f.group_id as f_group, f.campaign_id as f_campaign, f.slug as f_slug, \
     f.kind as f_kind, f.currency as f_currency, f.goal as f_goal, f.ends_at as f_ends_at, f.grace_days as f_grace_days, \
     f.gives_back as f_gives_back, f.state as f_state, f.decided_at as f_decided_at, f.decided_with as f_decided_with, \
     f.settled_at as f_settled_at, f.is_given_back as f_is_given_back, f.stopped_until as f_stopped_until, \
     f.went_to as f_went_to, f.goes_since as f_goes_since, f.restored_at as f_restored_at";

fn promise(row: &Row) -> Result<Promise> {
    let (kind, currency, stage): (String, String, String) =
        (row.get("f_kind")?, row.get("f_currency")?, row.get("f_state")?);
    Ok(Promise {
        id: row.get("f_id")?,
        group: row.get("f_group")?,
        campaign: row.get("f_campaign")?,
        slug: row.get("f_slug")?,
        kind: FundraiserKind::parse(&kind).ok_or_else(|| unreadable("a fundraiser’s kind"))?,
        currency: Currency::parse(&currency).ok_or_else(|| unreadable("a fundraiser’s currency"))?,
        goal: row.get("f_goal")?,
        ends_at: row.get("f_ends_at")?,
        grace_days: row.get("f_grace_days")?,
        gives_back: row.get("f_gives_back")?,
        stage: Stage::parse(&stage).ok_or_else(|| unreadable("a fundraiser’s state"))?,
        decided_at: row.get("f_decided_at")?,
        decided_with: row.get("f_decided_with")?,
        settled_at: row.get("f_settled_at")?,
        is_given_back: row.get("f_is_given_back")?,
        stopped_until: row.get("f_stopped_until")?,
        went_to: row.get("f_went_to")?,
        goes_since: row.get("f_goes_since")?,
        restored_at: row.get("f_restored_at")?,
    })
}

/// Those that a condition names, as `f`.
fn promises(condition: &str) -> Query {
    query_composed(format!("select {PROMISE} from fundraiser f where {condition} order by f.id"))
}

pub async fn promises_of(c: &mut Connection, campaign: i64) -> Result<Vec<Promise>> {
    promises("f.campaign_id = $1").bind(campaign).all(c, promise).await
}

pub async fn promise_by_id(c: &mut Connection, id: i64) -> Result<Option<Promise>> {
    promises("f.id = $1").bind(id).first(c, promise).await
}

/// One whose money goes elsewhere, of which whoever keeps it is not told yet.
pub async fn redirected(c: &mut Connection) -> Result<Option<Promise>> {
    promises("f.redirected_at is not null").first(c, promise).await
}

/// Notes that they are told; false where they were already.
pub async fn told_of_redirecting(c: &mut Connection, id: i64) -> Result<bool> {
    let told =
        query("update fundraiser set redirected_at = null where id = $1 and redirected_at is not null")
            .bind(id)
            .run(c)
            .await?;
    Ok(told == 1)
}

/// The slugs of all fundraisers that a campaign has, or had.
pub async fn slugs_of(c: &mut Connection, campaign: i64) -> Result<Vec<String>> {
    query("select slug from fundraiser where campaign_id = $1")
        .bind(campaign)
        .all(c, |row| row.get::<String>("slug"))
        .await
}

/// The slugs of all items of a fundraiser that somebody's gift stands for.
pub async fn items_given_for(c: &mut Connection, (campaign, slug): (i64, &str)) -> Result<Vec<String>> {
    query(
        "select distinct p.item from pledge p join fundraiser f on f.id = p.fundraiser_id \
         where f.campaign_id = $1 and f.slug = $2 and p.item is not null",
    )
    .bind(campaign)
    .bind(slug)
    .all(c, |row| row.get::<String>("item"))
    .await
}

/// One that has come to its end and is not decided, and of which nobody's way to pay is unknown that was perhaps given
/// before.
pub async fn due(c: &mut Connection, now: i64) -> Result<Option<Promise>> {
    promises(
        "f.state = 'open' and f.ends_at <= $1 and f.restored_at is null and (f.kind = 'keep' or not exists (select 1 from pledge p \
         where p.fundraiser_id = f.id and p.state = 'begun' and p.look_at is not null and p.session is not null))",
    )
    .bind(now)
    .first(c, promise)
    .await
}

/// Decides what a fundraiser ended with; false where that is decided already.
pub async fn decide(c: &mut Connection, id: i64, stage: Stage, with: i64, now: i64) -> Result<bool> {
    let decided = query(
        "update fundraiser set state = $2, decided_at = $3, decided_with = $4, changed_at = $3 where id = $1 \
         and state = 'open'",
    )
    .bind(id)
    .bind(stage.word())
    .bind(now)
    .bind(with)
    .run(c)
    .await?;
    Ok(decided == 1)
}

/// Those that met their goal and of whose pledges none is under way any more, and are not settled.
pub async fn unsettled(c: &mut Connection) -> Result<Option<Promise>> {
    promises(
        "f.state = 'met' and f.settled_at is null and not exists (select 1 from pledge p where p.fundraiser_id = f.id \
         and p.state in ('pledged', 'charging', 'declined'))",
    )
    .first(c, promise)
    .await
}

pub async fn settle(c: &mut Connection, id: i64, is_given_back: bool, now: i64) -> Result<bool> {
    let settled = query(
        "update fundraiser set settled_at = $2, is_given_back = $3, changed_at = $2 where id = $1 and settled_at is null",
    )
    .bind(id)
    .bind(now)
    .bind(is_given_back)
    .run(c)
    .await?;
    Ok(settled == 1)
}

/// Stops a fundraiser until a time; false where it is stopped as long already.
pub async fn stop(c: &mut Connection, id: i64, now: i64, until: i64) -> Result<bool> {
    let stopped = query(
        "update fundraiser set stopped_until = $3, changed_at = $2 where id = $1 \
         and (stopped_until is null or stopped_until <= $2)",
    )
    .bind(id)
    .bind(now)
    .bind(until)
    .run(c)
    .await?;
    Ok(stopped == 1)
}

/// Whether whoever keeps a fundraiser is to be told that charges are refused: not where they were since a time.
pub async fn tell_of_refusals(c: &mut Connection, id: i64, since: i64, now: i64) -> Result<bool> {
    let told = query(
        "update fundraiser set refusals_told_at = $3 where id = $1 and (refusals_told_at is null or refusals_told_at <= $2)",
    )
    .bind(id)
    .bind(since)
    .bind(now)
    .run(c)
    .await?;
    Ok(told == 1)
}

/// The next number of a receipt.
pub async fn next_receipt(c: &mut Connection, fundraiser: i64) -> Result<i64> {
    query("update fundraiser set last_receipt = last_receipt + 1 where id = $1 returning last_receipt")
        .bind(fundraiser)
        .one(c, |row| row.get("last_receipt"))
        .await
}

/// Who is told of what needs them: numbers and addresses of owners, organisers and treasurers.
pub async fn keepers(c: &mut Connection, (group, campaign): (i64, i64)) -> Result<Vec<(i64, String)>> {
    query(
        "select distinct a.id, a.email from membership m join account a on a.id = m.account_id \
         where m.group_id = $1 and (m.campaign_id is null or m.campaign_id = $2) \
         and m.role in ('owner', 'organiser', 'treasurer') and m.ended_at is null and m.deactivated_at is null \
         and a.deactivated_at is null order by a.id",
    )
    .bind(group)
    .bind(campaign)
    .all(c, |row| Ok((row.get("id")?, row.get("email")?)))
    .await
}

/// Notes that somebody is told of something.
pub async fn notice(
    c: &mut Connection,
    (group, fundraiser): (i64, i64),
    (account, kind): (i64, &str),
    now: i64,
) -> Result<i64> {
    query(
        "insert into fundraiser_notice (group_id, fundraiser_id, account_id, kind, created_at) \
         values ($1, $2, $3, $4, $5) returning id",
    )
    .bind(group)
    .bind(fundraiser)
    .bind(account)
    .bind(kind)
    .bind(now)
    .one(c, |row| row.get("id"))
    .await
}

/// What a mail to the organisers is written from.
pub struct Notice {
    pub fundraiser: i64,
    pub account: i64,
    pub kind: String,
}

pub async fn notice_by_id(c: &mut Connection, id: i64) -> Result<Option<Notice>> {
    query("select fundraiser_id, account_id, kind from fundraiser_notice where id = $1")
        .bind(id)
        .first(c, |row| {
            Ok(Notice {
                fundraiser: row.get("fundraiser_id")?,
                account: row.get("account_id")?,
                kind: row.get("kind")?,
            })
        })
        .await
}

/// Whether there is anything to do for fundraisers now: a look that writes nothing.
pub async fn any_work(c: &mut Connection, (provider, now): (&str, i64), checked: (i64, i64)) -> Result<bool> {
    if promises("1 = 1").first(c, |_| Ok(())).await?.is_none() {
        return Ok(false);
    }
    Ok(!events(c, provider, now, 1).await?.is_empty()
        || redirected(c).await?.is_some()
        || due(c, now).await?.is_some()
        || unsettled(c).await?.is_some()
        || !to_close(c, (provider, now), 1).await?.is_empty()
        || !to_look_at(c, now, 1).await?.is_empty()
        || !to_release(c, 1).await?.is_empty()
        || !to_lapse(c, now, 1).await?.is_empty()
        || !to_charge(c, now, 1).await?.is_empty()
        || !to_refund(c, now, 1).await?.is_empty()
        || !to_check(c, checked, 1).await?.is_empty()
        || to_catch_up(c, now).await?.is_some()
        || !to_follow(c, provider, now, 1).await?.is_empty()
        || !to_end(c, provider, now, 1).await?.is_empty()
        || are_to_be_over(c).await?)
}
