//! The SQL of what a campaign's signals weigh, of networks that many honest people share, and of attacks.

use broadside_db::{Connection, Result, query};
use broadside_judging::{Signal, Venue, Weights};

/// The signal's place that holds what a sum is held from.
const THRESHOLD: &str = "threshold";

pub async fn weights(c: &mut Connection, campaign: i64) -> Result<Weights> {
    let rows = query("select signal, weight from signal_weight where campaign_id = $1")
        .bind(campaign)
        .all(c, |row| Ok((row.get::<String>("signal")?, row.get::<i64>("weight")?)))
        .await?;
    let mut weights = Weights::default();
    for (word, weight) in rows {
        weights = match Signal::parse(&word) {
            Some(signal) => weights.with(signal, weight),
            None if word == THRESHOLD => weights.held_from(weight),
            // Of a newer program: it is not shown here.
            None => weights,
        };
    }
    Ok(weights)
}

/// Keeps what differs from the usual, and nothing else.
pub async fn set_weights(
    c: &mut Connection,
    (campaign, group): (i64, i64),
    weights: &Weights,
    now: i64,
) -> Result<()> {
    query("delete from signal_weight where campaign_id = $1").bind(campaign).run(c).await?;
    let of = |signal: &Signal| (signal.word(), weights.of(*signal), signal.usual_weight());
    let all = Signal::ALL.iter().map(of);
    let all = all.chain([(THRESHOLD, weights.threshold(), Weights::USUAL_THRESHOLD)]);
    for (word, weight, _) in all.filter(|(_, weight, usual)| weight != usual) {
        query(
            "insert into signal_weight (campaign_id, signal, group_id, weight, changed_at) \
             values ($1, $2, $3, $4, $5)",
        )
        .bind(campaign)
        .bind(word)
        .bind(group)
        .bind(weight)
        .bind(now)
        .run(c)
        .await?;
    }
    Ok(())
}

/// A venue as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredVenue {
    pub id: i64,
    pub name: String,
    pub venue: Venue,
}

/// A campaign's venues, the newest first.
pub async fn venues(c: &mut Connection, campaign: i64) -> Result<Vec<StoredVenue>> {
    query("select id, name, network, from_at, until_at from venue where campaign_id = $1 order by id desc")
        .bind(campaign)
        .all(c, |row| {
            let (from_at, until_at) = (row.get("from_at")?, row.get("until_at")?);
            let venue = Venue { network: row.get("network")?, from_at, until_at };
            Ok(StoredVenue { id: row.get("id")?, name: row.get("name")?, venue })
        })
        .await
}

/// Answers whether it was not listed yet: a button pressed twice lists one venue.
pub async fn add_venue(
    c: &mut Connection,
    (campaign, group): (i64, i64),
    name: &str,
    venue: &Venue,
    now: i64,
) -> Result<bool> {
    let added = query(
        "insert into venue (group_id, campaign_id, name, network, from_at, until_at, created_at) \
         select $1, $2, $3, $4, $5, $6, $7 where not exists (select 1 from venue where campaign_id = $2 \
         and network = $4 and from_at = $5 and until_at = $6)",
    )
    .bind(group)
    .bind(campaign)
    .bind(name)
    .bind(&venue.network)
    .bind(venue.from_at)
    .bind(venue.until_at)
    .bind(now)
    .run(c)
    .await?;
    Ok(added > 0)
}

/// Whether there was one.
pub async fn delete_venue(c: &mut Connection, campaign: i64, id: i64) -> Result<bool> {
    let deleted = query("delete from venue where campaign_id = $1 and id = $2").bind(campaign).bind(id);
    Ok(deleted.run(c).await? > 0)
}

/// Since when and until when a campaign was last taken to be under attack.
pub async fn attack(c: &mut Connection, campaign: i64) -> Result<Option<(i64, i64)>> {
    query("select since_at, until_at from attack where campaign_id = $1")
        .bind(campaign)
        .first(c, |row| Ok((row.get("since_at")?, row.get("until_at")?)))
        .await
}

/// Says that one is under way until a time. One that was over begins anew.
pub async fn set_attack(
    c: &mut Connection,
    (campaign, group): (i64, i64),
    now: i64,
    until: i64,
) -> Result<()> {
    query(
        "insert into attack (campaign_id, group_id, since_at, until_at) values ($1, $2, $3, $4) \
         on conflict (campaign_id) do update set until_at = excluded.until_at, \
         since_at = case when attack.until_at < excluded.since_at then excluded.since_at else attack.since_at end",
    )
    .bind(campaign)
    .bind(group)
    .bind(now)
    .bind(until)
    .run(c)
    .await?;
    Ok(())
}
