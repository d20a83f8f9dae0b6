//! The SQL of cards that were declined, and of the pages on which they are tried.

use super::pledges::{pledge, pledges};
use crate::fundraisers::Pledge;
use broadside_db::{Connection, Result, query, query_composed};

/// Where a card was declined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declined {
    pub fundraiser: i64,
    pub pledge: i64,
    /// As the provider calls the page.
    pub session: String,
    /// How many were on this page.
    pub on_page: i64,
}

/// Notes that a card was declined on the page that a call opened; nothing where that is noted already, or the call opened
/// no page of ours.
pub async fn note_card_decline(
    c: &mut Connection,
    (call, event): (&str, &str),
    now: i64,
) -> Result<Option<Declined>> {
    // One after the other, or of several at once none would see the others.
    query(
        "update fundraiser set last_receipt = last_receipt where id = (select p.fundraiser_id from payment_call k \
         join pledge p on p.id = k.pledge_id where k.key = $1 and k.deed = 'session')",
    )
    .bind(call)
    .run(c)
    .await?;
    let noted = query(
        "insert into card_decline (group_id, call_id, event, declined_at) \
         select group_id, id, $2, $3 from payment_call where key = $1 and deed = 'session' \
         on conflict do nothing returning call_id",
    )
    .bind(call)
    .bind(event)
    .bind(now)
    .first(c, |row| row.get::<i64>("call_id"))
    .await?;
    let Some(call) = noted else { return Ok(None) };
    query(
        "select p.fundraiser_id as fundraiser, p.id as pledge, coalesce(k.detail, '') as session, \
         (select count(*) from card_decline d where d.call_id = k.id) as on_page \
         from payment_call k join pledge p on p.id = k.pledge_id where k.id = $1",
    )
    .bind(call)
    .first(c, |row| {
        Ok(Declined {
            fundraiser: row.get("fundraiser")?,
            pledge: row.get("pledge")?,
            session: row.get("session")?,
            on_page: row.get("on_page")?,
        })
    })
    .await
}

/// How many cards of a fundraiser, or of all where none is named, were tried since a time, on pages and without, and how
/// many of those were declined.
pub async fn cards_since(c: &mut Connection, fundraiser: Option<i64>, since: i64) -> Result<(i64, i64)> {
    // Two texts, so that an index leads to the pledges of one.
    let whose = if fundraiser.is_some() { "p.fundraiser_id = $1" } else { "cast($1 as bigint) is null" };
    let (charges, declined_charges): (i64, i64) = query_composed(format!(
        "select count(*) as n, cast(coalesce(sum(case when k.outcome = 'declined' then 1 else 0 end), 0) as bigint) as declined \
         from payment_call k join pledge p on p.id = k.pledge_id \
         where {whose} and k.deed = 'charge' and k.finished_at > $2",
    ))
    .bind(fundraiser)
    .bind(since)
    .one(c, |row| Ok((row.get("n")?, row.get("declined")?)))
    .await?;
    let on_pages: i64 = query_composed(format!(
        "select count(*) as n from card_decline d join payment_call k on k.id = d.call_id join pledge p on p.id = k.pledge_id \
         where {whose} and d.declined_at > $2",
    ))
    .bind(fundraiser)
    .bind(since)
    .one(c, |row| row.get("n"))
    .await?;
    let taken: i64 = query_composed(format!(
        "select count(*) as n from pledge p where {whose} and promised_at > $2 and session is not null \
         and (month is null or month = 1)",
    ))
    .bind(fundraiser)
    .bind(since)
    .one(c, |row| row.get("n"))
    .await?;
    Ok((charges + on_pages + taken, declined_charges + on_pages))
}

/// Has the page closed, unless its pledge has another one by now.
pub async fn let_close(c: &mut Connection, one: &Declined, now: i64) -> Result<()> {
    query(
        "update pledge set close_at = $3 where id = $1 and session = $2 and state in ('begun', 'declined')",
    )
    .bind(one.pledge)
    .bind(one.session.as_str())
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// The same of all pages of a fundraiser on which a card was declined since a time.
pub async fn let_declined_close(c: &mut Connection, (fundraiser, since): (i64, i64), now: i64) -> Result<()> {
    query(
        "update pledge set close_at = $3 where fundraiser_id = $1 and state = 'begun' \
         and session in (select k.detail from card_decline d join payment_call k on k.id = d.call_id where d.declined_at > $2)",
    )
    .bind(fundraiser)
    .bind(since)
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// Those whose pages are to be closed.
pub async fn to_close(c: &mut Connection, (provider, now): (&str, i64), most: i64) -> Result<Vec<Pledge>> {
    // Pages that are open still at the end, perhaps an earlier one than they were opened for, or at that of the days in which
    // another card can be given: each once.
    pledges(
        "p.id in (select id from pledge where close_at <= $2 union all select q.id from pledge q \
         join fundraiser g on g.id = q.fundraiser_id where q.look_at is not null and q.state = 'begun' \
         and q.close_at is null and q.payment is null and q.changed_at < g.ends_at and g.ends_at <= $2 \
         union all select id from pledge where look_at is not null and state = 'declined' and close_at is null \
         and changed_at < grace_until and grace_until <= $2) \
         and p.provider = $1 and p.session is not null order by p.close_at, p.id limit $3",
    )
    .bind(provider)
    .bind(now)
    .bind(most)
    .all(c, pledge)
    .await
}

/// Notes that a page is closed: what came of it until then is asked.
pub async fn closed(c: &mut Connection, one: &Pledge, now: i64) -> Result<()> {
    query(
        "update pledge set close_at = null, look_at = case when state in ('begun', 'declined') then $3 else look_at end, \
         changed_at = case when state in ('begun', 'declined') then $3 else changed_at end where id = $1 and session = $2",
    )
        .bind(one.id)
        .bind(one.session.clone())
        .bind(now)
        .run(c)
        .await?;
    Ok(())
}

/// Notes when it is tried again.
pub async fn close_later(c: &mut Connection, one: &Pledge, at: i64) -> Result<()> {
    query("update pledge set close_at = $3 where id = $1 and session = $2")
        .bind(one.id)
        .bind(one.session.clone())
        .bind(at)
        .run(c)
        .await?;
    Ok(())
}
