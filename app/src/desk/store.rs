//! The SQL of the desk's first page.

use broadside_db::{Connection, Result, query};
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
    let counted = query(
        "select campaign_id, count(*) as n from mail where state = 'waiting' and group_id = $1 \
         and campaign_id is not null group by campaign_id",
    )
    .bind(group)
    .all(c, |row| Ok((row.get("campaign_id")?, row.get("n")?)))
    .await?;
    Ok(counted.into_iter().collect())
}
