//! The SQL of what a provider is asked: each call is written down before it is made.

use crate::signatures::link::Numbered;
use broadside_db::{Connection, Result, Row, query};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Session,
    Charge,
    Refund,
}

impl Deed {
    pub fn word(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Charge => "charge",
            Self::Refund => "refund",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub id: i64,
    pub key: String,
    pub is_finished: bool,
}

fn call(row: &Row) -> Result<Call> {
    Ok(Call {
        id: row.get("id")?,
        key: row.get("key")?,
        is_finished: row.get::<Option<i64>>("finished_at")?.is_some(),
    })
}

/// The name of a call, by which a provider knows it again. Beside the pledge’s number stands when it was made: where a
/// backup was restored, a number is given a second time.
pub fn key(instance: &str, pledge: Numbered, deed: Deed, attempt: i64) -> String {
    format!("{instance}-pledge-{}-{}-{}-{attempt}", pledge.number, pledge.at, deed.word())
}

/// The pledge that the name of a call is of.
pub fn pledge_in(key: &str) -> Option<Numbered> {
    let mut rest = key.split_once("-pledge-")?.1.split('-');
    let mut number = || rest.next()?.parse().ok();
    Some(Numbered { number: number()?, at: number()? })
}

/// Writes a call down, or finds it where it was written down before.
pub async fn intend(
    c: &mut Connection,
    (group, pledge): (i64, i64),
    (deed, attempt): (Deed, i64),
    (key, amount): (&str, i64),
    now: i64,
) -> Result<Call> {
    query(
        "insert into payment_call (group_id, pledge_id, deed, attempt, key, amount, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (pledge_id, deed, attempt) do nothing",
    )
    .bind(group)
    .bind(pledge)
    .bind(deed.word())
    .bind(attempt)
    .bind(key)
    .bind(amount)
    .bind(now)
    .run(c)
    .await?;
    query("select * from payment_call where pledge_id = $1 and deed = $2 and attempt = $3")
        .bind(pledge)
        .bind(deed.word())
        .bind(attempt)
        .one(c, call)
        .await
}

/// A call of which it is not known what came of it.
pub async fn unanswered(c: &mut Connection, pledge: i64, deed: Deed) -> Result<Option<Call>> {
    query("select * from payment_call where pledge_id = $1 and deed = $2 and finished_at is null order by attempt limit 1")
        .bind(pledge)
        .bind(deed.word())
        .first(c, call)
        .await
}

/// Whether those whose charge the provider refuses are one alone, or few beside those who were charged.
pub async fn are_few_refused(c: &mut Connection, fundraiser: i64) -> Result<bool> {
    let charged: i64 = query(
        "select count(*) as n from payment_call k join pledge p on p.id = k.pledge_id \
         where p.fundraiser_id = $1 and k.deed = 'charge' and k.outcome = 'done'",
    )
    .bind(fundraiser)
    .one(c, |row| row.get("n"))
    .await?;
    let refused: i64 = query(
        "select count(*) as n from pledge where fundraiser_id = $1 and state = 'charging' and doubt like 'refused %'",
    )
    .bind(fundraiser)
    .one(c, |row| row.get("n"))
    .await?;
    Ok(charged > 0 && (refused <= 1 || refused * 10 <= charged))
}

/// Whether a page of the provider's was opened for an address since a time, of which nothing came.
pub async fn has_open_page(
    c: &mut Connection,
    (fundraiser, address_key): (i64, &[u8]),
    since: i64,
) -> Result<bool> {
    let one = query(
        "select id from pledge where fundraiser_id = $1 and address_key = $2 and created_at > $3 and state = 'begun' \
         and session is not null limit 1",
    )
    .bind(fundraiser)
    .bind(address_key)
    .bind(since)
    .first(c, |_| Ok(()))
    .await?;
    Ok(one.is_some())
}

/// How many calls for a deed of a pledge were answered.
pub async fn answered(c: &mut Connection, pledge: i64, deed: Deed) -> Result<i64> {
    query("select count(*) as n from payment_call where pledge_id = $1 and deed = $2 and finished_at is not null")
        .bind(pledge)
        .bind(deed.word())
        .one(c, |row| row.get("n"))
        .await
}

/// The last charge that was tried.
pub async fn last_charge(c: &mut Connection, pledge: i64) -> Result<Option<Call>> {
    query("select * from payment_call where pledge_id = $1 and deed = 'charge' order by attempt desc limit 1")
        .bind(pledge)
        .first(c, call)
        .await
}

/// Whether a pledge was to be paid back, and the provider has not said that it was.
pub async fn is_refund_wanted(c: &mut Connection, pledge: i64) -> Result<bool> {
    let last = query(
        "select outcome from payment_call where pledge_id = $1 and deed = 'refund' order by attempt desc limit 1",
    )
    .bind(pledge)
    .first(c, |row| row.get::<Option<String>>("outcome"))
    .await?;
    Ok(last.is_some_and(|outcome| outcome.as_deref() != Some("done")))
}

/// How often a deed was tried for a pledge.
pub async fn attempts(c: &mut Connection, pledge: i64, deed: Deed) -> Result<i64> {
    query("select count(*) as n from payment_call where pledge_id = $1 and deed = $2")
        .bind(pledge)
        .bind(deed.word())
        .one(c, |row| row.get("n"))
        .await
}

/// Notes what came of a call: `done`, `declined` or `failed`.
pub async fn finish(c: &mut Connection, call: i64, (outcome, detail): (&str, &str), now: i64) -> Result<()> {
    query(
        "update payment_call set outcome = $2, detail = $3, finished_at = $4 where id = $1 and finished_at is null",
    )
    .bind(call)
    .bind(outcome)
    .bind(detail)
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// Notes the payment that a charge brought whose answer is not known yet.
pub async fn charge_is_done(c: &mut Connection, pledge: i64, payment: &str, now: i64) -> Result<()> {
    query(
        "update payment_call set outcome = 'done', detail = $2, finished_at = $3 \
         where pledge_id = $1 and deed = 'charge' and finished_at is null",
    )
    .bind(pledge)
    .bind(payment)
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// How many forms were sent since a time of which no way to pay came.
pub async fn unused_since(c: &mut Connection, since: i64) -> Result<i64> {
    query(
        "select count(*) as n from pledge where created_at > $1 and state = 'begun' \
         and provider <> 'transfer' and (month is null or month = 1)",
    )
    .bind(since)
    .one(c, |row| row.get("n"))
    .await
}

/// Notes that a provider said that something happened; false where it said so before.
pub async fn note_event(
    c: &mut Connection,
    provider: &str,
    (event, kind, subject): (&str, &str, &str),
    now: i64,
) -> Result<bool> {
    let noted = query(
        "insert into provider_event (provider, event, kind, subject, received_at, look_at) values ($1, $2, $3, $4, $5, $5) \
         on conflict do nothing",
    )
    .bind(provider)
    .bind(event)
    .bind(kind)
    .bind(subject)
    .bind(now)
    .run(c)
    .await?;
    Ok(noted == 1)
}

/// An event that nobody has asked about yet.
pub struct Event {
    pub id: String,
    pub received_at: i64,
    pub kind: String,
    pub subject: String,
}

/// Those to ask about now, the oldest first.
pub async fn events(c: &mut Connection, provider: &str, now: i64, most: i64) -> Result<Vec<Event>> {
    query(
        "select event, kind, subject, received_at from provider_event where provider = $1 and looked_at is null and look_at <= $2 \
         order by received_at, event limit $3",
    )
    .bind(provider)
    .bind(now)
    .bind(most)
    .all(c, |row| {
        Ok(Event {
            id: row.get("event")?,
            received_at: row.get("received_at")?,
            kind: row.get("kind")?,
            subject: row.get("subject")?,
        })
    })
    .await
}

/// Notes that an event was asked about, or when it is to be asked about again.
pub async fn heard(
    c: &mut Connection,
    (provider, event): (&str, &str),
    again: Option<i64>,
    now: i64,
) -> Result<()> {
    query("update provider_event set looked_at = $3, look_at = $4 where provider = $1 and event = $2")
        .bind(provider)
        .bind(event)
        .bind(again.is_none().then_some(now))
        .bind(again.unwrap_or(now))
        .run(c)
        .await?;
    Ok(())
}

/// Deletes events that were looked at before a time: a provider repeats none for so long.
pub async fn forget_events(c: &mut Connection, before: i64, most: i64) -> Result<u64> {
    query(
        "delete from provider_event where (provider, event) in (select provider, event from provider_event \
         where looked_at < $1 limit $2)",
    )
    .bind(before)
    .bind(most)
    .run(c)
    .await
}
