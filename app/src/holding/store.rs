//! The SQL of what is held, by what it shares. Each question reads held signatures alone.

use broadside_db::{Connection, Result, query};

/// So many lines a table has.
pub const MOST: i64 = 12;

/// Those who share something: what it is, how many of them are held, and since when until when they signed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Burst {
    pub what: String,
    pub held: i64,
    pub first_at: i64,
    pub last_at: i64,
}

/// Of held signatures, those that share a network, the largest crowds first.
pub async fn by_network(c: &mut Connection, campaign: i64) -> Result<Vec<Burst>> {
    query(
        "select h.network as what, count(*) as held, min(h.signed_on_at) as first_at, max(h.signed_on_at) as last_at \
         from signature s join held_sign_on h on h.sign_on_id = s.sign_on_id \
         where s.campaign_id = $1 and s.state = 'held' and s.state <> 'confirmed' and h.network is not null \
         group by h.network order by held desc, h.network limit $2",
    )
    .bind(campaign)
    .bind(MOST)
    .all(c, burst)
    .await
}

/// The same of mail domains.
pub async fn by_domain(c: &mut Connection, campaign: i64) -> Result<Vec<Burst>> {
    query(
        "select h.domain as what, count(*) as held, min(h.signed_on_at) as first_at, max(h.signed_on_at) as last_at \
         from signature s join held_sign_on h on h.sign_on_id = s.sign_on_id \
         where s.campaign_id = $1 and s.state = 'held' and s.state <> 'confirmed' \
         group by h.domain order by held desc, h.domain limit $2",
    )
    .bind(campaign)
    .bind(MOST)
    .all(c, burst)
    .await
}

/// How many held signatures were confirmed in each of the last quarters of an hour that had any, the newest first,
/// told by its beginning in microseconds: the hours of every zone are made of them.
pub async fn by_quarter(c: &mut Connection, campaign: i64) -> Result<Vec<(i64, i64)>> {
    query(
        "select confirmed_at - confirmed_at % 900000000 as quarter, count(*) as held from signature \
         where campaign_id = $1 and state = 'held' and state <> 'confirmed' \
         group by confirmed_at - confirmed_at % 900000000 order by quarter desc limit $2",
    )
    .bind(campaign)
    .bind(MOST * 4)
    .all(c, |row| Ok((row.get("quarter")?, row.get("held")?)))
    .await
}

/// How many sign-ons are held whose senders did not confirm them, of those that still can.
pub async fn unconfirmed(c: &mut Connection, campaign: i64, since: i64) -> Result<i64> {
    query(
        "select count(*) as n from held_sign_on h join sign_on o on o.id = h.sign_on_id where h.campaign_id = $1 \
         and o.created_at > $2 and not exists (select 1 from signature s where s.sign_on_id = h.sign_on_id)",
    )
    .bind(campaign)
    .bind(since)
    .one(c, |row| row.get("n"))
    .await
}

/// How often each signal was seen, and how many signatures are held.
pub async fn seen(c: &mut Connection, campaign: i64) -> Result<Vec<(String, i64)>> {
    query(
        "select coalesce(h.signals, '') as signals, count(*) as held from signature s \
         left join held_sign_on h on h.sign_on_id = s.sign_on_id \
         where s.campaign_id = $1 and s.state = 'held' and s.state <> 'confirmed' group by 1",
    )
    .bind(campaign)
    .all(c, |row| Ok((row.get("signals")?, row.get("held")?)))
    .await
}

fn burst(row: &broadside_db::Row) -> Result<Burst> {
    Ok(Burst {
        what: row.get("what")?,
        held: row.get("held")?,
        first_at: row.get("first_at")?,
        last_at: row.get("last_at")?,
    })
}
