//! The SQL of clicks, one function per question.

use super::clicks::Click;
use broadside_db::{Connection, Result, query};
use std::collections::BTreeMap;

/// Raises the counts of a batch, each row once. Rows in their order, so that two batches never wait for
/// each other in a circle.
pub async fn add(c: &mut Connection, clicks: &BTreeMap<&Click, i64>, node: &str) -> Result<()> {
    for (click, more) in clicks {
        query(
            "insert into click (campaign_id, day, post, target, network, node, group_id, clicks) \
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (campaign_id, day, post, target, network, node) \
             do update set clicks = click.clicks + excluded.clicks",
        )
        .bind(click.campaign_id)
        .bind(&click.day)
        .bind(&click.post)
        .bind(&click.target)
        .bind(click.network)
        .bind(node)
        .bind(click.group_id)
        .bind(*more)
        .run(c)
        .await?;
    }
    Ok(())
}

/// Clicks on one post to one target on one network on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// `2018-09-10` in the campaign's time zone.
    pub day: String,
    pub post: String,
    pub target: String,
    pub network: String,
    pub clicks: i64,
}

/// All of a campaign's clicks, the first day first.
pub async fn clicks_of(c: &mut Connection, campaign: i64) -> Result<Vec<Counted>> {
    let mut counted = query(
        "select day, post, target, network, cast(sum(clicks) as bigint) as clicks from click \
         where campaign_id = $1 group by day, post, target, network",
    )
    .bind(campaign)
    .all(c, |row| {
        Ok(Counted {
            day: row.get("day")?,
            post: row.get("post")?,
            target: row.get("target")?,
            network: row.get("network")?,
            clicks: row.get("clicks")?,
        })
    })
    .await?;
    // By bytes: engines put texts in orders of their own.
    counted.sort_by(|one, two| {
        (&one.day, &one.post, &one.target, &one.network).cmp(&(
            &two.day,
            &two.post,
            &two.target,
            &two.network,
        ))
    });
    Ok(counted)
}
