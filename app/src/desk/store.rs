//! The SQL of the desk's first page and of a campaign at a glance: sums that are kept, and what an index knows.

use broadside_db::{Connection, Result, Row, query};
use std::collections::HashMap;

/// Confirmed signatures of each campaign of a group, by the sums that are kept.
pub async fn signatures_by_campaign(c: &mut Connection, group: i64) -> Result<HashMap<i64, i64>> {
    let counted = query(
        "select l.campaign_id, cast(sum(t.signatures) as bigint) as n from tally t \
         join letter l on l.id = t.letter_id where l.group_id = $1 group by l.campaign_id",
    )
    .bind(group)
    .all(c, |row| Ok((row.get("campaign_id")?, row.get("n")?)))
    .await?;
    Ok(counted.into_iter().collect())
}

/// Mails of each campaign of a group that wait to be sent.
pub async fn mails_waiting_by_campaign(c: &mut Connection, group: i64) -> Result<HashMap<i64, i64>> {
    // Said twice, so that SQLite sees that the index of mails that are not sent fits.
    let counted = query(
        "select campaign_id, count(*) as n from mail where state = 'waiting' and state <> 'sent' \
         and group_id = $1 and campaign_id is not null group by campaign_id",
    )
    .bind(group)
    .all(c, |row| Ok((row.get("campaign_id")?, row.get("n")?)))
    .await?;
    Ok(counted.into_iter().collect())
}

/// Confirmations of each campaign of a group since a moment.
pub async fn confirmations_by_campaign(
    c: &mut Connection,
    group: i64,
    since: i64,
) -> Result<HashMap<i64, i64>> {
    let counted = query(
        "select q.campaign_id, cast(sum(q.confirmations) as bigint) as n from campaign c \
         join quarter_tally q on q.campaign_id = c.id and q.quarter >= $2 where c.group_id = $1 \
         group by q.campaign_id",
    )
    .bind(group)
    .bind(since)
    .all(c, |row| Ok((row.get("campaign_id")?, row.get("n")?)))
    .await?;
    Ok(counted.into_iter().collect())
}

/// How much there is of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    pub word: String,
    pub count: i64,
}

fn counted(row: &Row) -> Result<Counted> {
    Ok(Counted { word: row.get("word")?, count: row.get("n")? })
}

pub async fn signatures_of_campaign(c: &mut Connection, campaign: i64) -> Result<i64> {
    query(
        "select cast(coalesce(sum(t.signatures), 0) as bigint) as n from letter l \
         join tally t on t.letter_id = l.id where l.campaign_id = $1",
    )
    .bind(campaign)
    .one(c, |row| row.get("n"))
    .await
}

/// Standing signatures by what their signers are to the target.
pub async fn by_relation(c: &mut Connection, campaign: i64) -> Result<Vec<Counted>> {
    query(
        "select t.relation as word, cast(sum(t.signatures) as bigint) as n from letter l \
         join tally t on t.letter_id = l.id where l.campaign_id = $1 group by t.relation",
    )
    .bind(campaign)
    .all(c, counted)
    .await
}

/// Standing signatures by the code in the link that brought their signers.
pub async fn by_source(c: &mut Connection, campaign: i64) -> Result<Vec<Counted>> {
    query(
        "select t.source as word, cast(sum(t.signatures) as bigint) as n from letter l \
         join tally t on t.letter_id = l.id where l.campaign_id = $1 group by t.source",
    )
    .bind(campaign)
    .all(c, counted)
    .await
}

/// Standing signatures by language and country.
pub async fn by_origin(c: &mut Connection, campaign: i64) -> Result<Vec<((String, String), i64)>> {
    query(
        "select language, country, cast(sum(signatures) as bigint) as n from origin_tally \
         where campaign_id = $1 group by language, country",
    )
    .bind(campaign)
    .all(c, |row| Ok(((row.get("language")?, row.get("country")?), row.get("n")?)))
    .await
}

/// When anything happened first.
pub async fn first_quarter(c: &mut Connection, campaign: i64) -> Result<Option<i64>> {
    query("select quarter from quarter_tally where campaign_id = $1 order by quarter limit 1")
        .bind(campaign)
        .first(c, |row| row.get("quarter"))
        .await
}

pub async fn held(c: &mut Connection, campaign: i64) -> Result<i64> {
    // Said twice, so that SQLite sees that the index of rare states fits.
    query(
        "select count(*) as n from signature where campaign_id = $1 and state = 'held' \
         and state <> 'confirmed'",
    )
    .bind(campaign)
    .one(c, |row| row.get("n"))
    .await
}

/// Endorsements that a moderator has not looked at since they were proved or corrected.
pub async fn endorsements_waiting(c: &mut Connection, campaign: i64) -> Result<i64> {
    query("select count(*) as n from endorsement where campaign_id = $1 and state = 'waiting'")
        .bind(campaign)
        .one(c, |row| row.get("n"))
        .await
}

pub async fn mails_waiting(c: &mut Connection, campaign: i64) -> Result<i64> {
    query("select count(*) as n from mail where state = 'waiting' and state <> 'sent' and campaign_id = $1")
        .bind(campaign)
        .one(c, |row| row.get("n"))
        .await
}

/// Mails of a campaign that came to nothing since a moment.
pub async fn mails_lost_since(c: &mut Connection, campaign: i64, since: i64) -> Result<i64> {
    query(
        "select count(*) as n from mail where campaign_id = $1 and finished_at >= $2 \
         and state in ('bounced', 'failed')",
    )
    .bind(campaign)
    .bind(since)
    .one(c, |row| row.get("n"))
    .await
}
