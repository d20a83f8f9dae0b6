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

/// How many held signatures were confirmed in each of the last hours that had any, the newest first; an hour is
/// told by its beginning in microseconds.
pub async fn by_hour(c: &mut Connection, campaign: i64) -> Result<Vec<(i64, i64)>> {
    query(
        "select confirmed_at - confirmed_at % 3600000000 as hour, count(*) as held from signature \
         where campaign_id = $1 and state = 'held' and state <> 'confirmed' \
         group by confirmed_at - confirmed_at % 3600000000 order by hour desc limit $2",
    )
    .bind(campaign)
    .bind(MOST)
    .all(c, |row| Ok((row.get("hour")?, row.get("held")?)))
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
