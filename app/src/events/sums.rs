//! How many people come to each slot of a campaign, wait for it and were let in: sums of what is there, since no counter
//! is kept.

use super::Slot;
use super::store::slot_of;
use broadside_db::{Connection, Result, query};
use std::collections::BTreeMap;

/// How many people come to a slot and wait for it, and how many were let in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pub coming: i64,
    pub offered: i64,
    pub waiting: i64,
    /// The smallest party of those who wait.
    pub fewest_waiting: Option<i64>,
    pub arrived: i64,
    /// Of those let in, who had not said so before.
    pub walked_in: i64,
}

/// A campaign’s slots with their sums, by their numbers.
pub async fn slots(c: &mut Connection, campaign: i64) -> Result<Vec<(Slot, Sums)>> {
    let slots = query(
        "select id, event, slot, starts_at, ends_at, capacity, is_cancelled, is_closed, \
         changed_at as slot_changed_at, came, let_in \
         from event_slot \
         where campaign_id = $1 and gone_at is null order by id",
    )
    .bind(campaign)
    .all(c, |row| {
        let before = Sums { coming: row.get("came")?, arrived: row.get("let_in")?, ..Sums::default() };
        Ok((slot_of(row, "id")?, before))
    })
    .await?;
    let sums: BTreeMap<i64, Sums> = query(
        "select slot_id, \
         cast(sum(case when state = 'coming' then people else 0 end) as bigint) as coming, \
         cast(sum(case when state = 'offered' then people else 0 end) as bigint) as offered, \
         cast(sum(case when state = 'waiting' then people else 0 end) as bigint) as waiting, \
         cast(min(case when state = 'waiting' then people end) as bigint) as fewest_waiting, \
         cast(sum(coalesce(arrived, 0)) as bigint) as arrived \
         from rsvp where campaign_id = $1 group by slot_id",
    )
    .bind(campaign)
    .all(c, |row| {
        let sums = Sums {
            coming: row.get("coming")?,
            offered: row.get("offered")?,
            waiting: row.get("waiting")?,
            fewest_waiting: row.get("fewest_waiting")?,
            arrived: row.get("arrived")?,
            walked_in: 0,
        };
        Ok((row.get::<i64>("slot_id")?, sums))
    })
    .await?
    .into_iter()
    .collect();
    let walked: BTreeMap<i64, i64> = query(
        "select w.slot_id, cast(sum(w.people) as bigint) as people from walk_in w join event_slot s on s.id = w.slot_id \
         where s.campaign_id = $1 group by w.slot_id",
    )
    .bind(campaign)
    .all(c, |row| Ok((row.get::<i64>("slot_id")?, row.get::<i64>("people")?)))
    .await?
    .into_iter()
    .collect();
    let with_sums = |(slot, before): (Slot, Sums)| {
        let mut all = sums.get(&slot.id).copied().unwrap_or_default();
        all.walked_in = walked.get(&slot.id).copied().unwrap_or_default();
        all.coming += before.coming;
        all.arrived += before.arrived + all.walked_in;
        (slot, all)
    };
    Ok(slots.into_iter().map(with_sums).collect())
}
