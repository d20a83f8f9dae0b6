//! Which mails are sent next: those that somebody waits for before all others, and of each campaign as many as
//! of every other, so that no campaign's crowd keeps another's signers waiting.

use super::{Leased, leased};
use crate::mail::Rank;
use broadside_db::{ByMany, Connection, Kind, Result, query, query_composed};

/// The mails that are due of one campaign or of the desk, in the order in which they are to go.
type Line = Vec<(i64, Rank)>;

/// Takes mails that are due.
pub async fn lease_due(c: &mut Connection, now: i64, lease: i64, most: usize) -> Result<Vec<Leased>> {
    // The condition stands twice: PostgreSQL reads it again where another process was first.
    static LEND: ByMany = ByMany::new(
        "update mail set lease_until = $1, fence = fence + 1, attempts = attempts + 1 \
         where state = 'waiting' and lease_until < $2 and id {among} returning *",
        Kind::I64,
    );
    let mut lines = vec![due(c, None, now, most).await?];
    let campaigns = waiting_campaigns(c).await?;
    // More than a fair share of each, since others may have less.
    let of_each = most / campaigns.len().clamp(1, 4);
    for campaign in campaigns {
        lines.push(due(c, Some(campaign), now, of_each).await?);
    }
    let ids = in_turn(&lines, most);
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut taken = LEND.all(c, vec![(now + lease).into(), now.into()], &ids, leased).await?;
    taken.sort_by_key(|mail| ids.iter().position(|id| *id == mail.id));
    Ok(taken)
}

/// Every campaign of which a mail waits: found by leaping from one to the next in the index.
async fn waiting_campaigns(c: &mut Connection) -> Result<Vec<i64>> {
    query(
        "with recursive found (campaign_id) as ( \
         select min(campaign_id) from mail where state = 'waiting' union all \
         select (select min(campaign_id) from mail where state = 'waiting' and campaign_id > found.campaign_id) \
         from found where found.campaign_id is not null) \
         select campaign_id from found where campaign_id is not null",
    )
    .all(c, |row| row.get("campaign_id"))
    .await
}

async fn due(c: &mut Connection, campaign: Option<i64>, now: i64, most: usize) -> Result<Line> {
    let mut line = Line::new();
    let of = if campaign.is_some() { "campaign_id = $3" } else { "campaign_id is null" };
    for rank in Rank::ALL {
        let left = i64::try_from(most - line.len()).unwrap_or(i64::MAX);
        let asked = query_composed(format!(
            "select id from mail where state = 'waiting' and rank = $1 and next_attempt_at <= $2 \
             and lease_until < $2 and {of} order by next_attempt_at limit {left}"
        ));
        let asked = asked.bind(rank.number()).bind(now);
        let asked = if let Some(campaign) = campaign { asked.bind(campaign) } else { asked };
        line.extend(asked.all(c, |row| row.get::<i64>("id")).await?.into_iter().map(|id| (id, rank)));
    }
    Ok(line)
}

/// One of each line after the other; whoever is waited for stands before all who are not.
fn in_turn(lines: &[Line], most: usize) -> Vec<i64> {
    let longest = lines.iter().map(Vec::len).max().unwrap_or(0);
    let mut ids = Vec::new();
    for rank in Rank::ALL {
        let of_rank: Vec<Vec<i64>> = lines
            .iter()
            .map(|line| line.iter().filter(|(_, one)| *one == rank).map(|(id, _)| *id).collect())
            .collect();
        for place in 0..longest {
            ids.extend(of_rank.iter().filter_map(|line| line.get(place)));
        }
    }
    ids.truncate(most);
    ids
}

#[cfg(test)]
mod tests {
    use super::*;
    use Rank::{Awaited, Telling};

    #[test]
    fn campaigns_take_turns_and_whoever_waits_comes_first() {
        let crowd: Line = (100..200).map(|id| (id, Awaited)).collect();
        let small = vec![(1, Awaited), (2, Telling)];
        assert_eq!(in_turn(&[small.clone(), crowd.clone()], 4), [1, 100, 101, 102]);
        assert_eq!(in_turn(&[vec![(5, Telling)], small], 9), [1, 5, 2]);
        assert_eq!(in_turn(&[crowd], 100).len(), 100);
        assert!(in_turn(&[], 4).is_empty());
    }
}
