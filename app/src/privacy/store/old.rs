//! The SQL of what is kept past its time, asked and deleted as the map says.

use super::unneeded;
use crate::clock::DAY;
use crate::people::declaration::{Erasing, Table, Until, erasing, has, made_at, personal};
use crate::people::personal_data::MAP;
use broadside_db::{Connection, Result, query_composed};

/// One retention of the map: a table and until when its rows, or what they say, are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    pub table: &'static Table,
    pub until: Until,
}

impl Retention {
    /// Each table's retention that has an end. All columns that follow somebody's address share it; what
    /// belongs to an account beside them does not count.
    pub fn all() -> Vec<Self> {
        MAP.iter().filter_map(Self::of).collect()
    }

    pub fn of(table: &'static Table) -> Option<Self> {
        let (_, first) = personal(table).find(|(_, one)| one.eraser.follows_the_address())?;
        let ends = matches!(first.until, Until::Made { .. } | Until::Withdrawn { .. });
        ends.then_some(Self { table, until: first.until })
    }

    pub fn name(&self) -> &'static str {
        self.table.0
    }

    pub fn days(&self) -> i64 {
        match self.until {
            Until::Made { days } | Until::Withdrawn { days } => days,
            Until::Needed
            | Until::Always
            | Until::InFiles
            | Until::Account
            | Until::Export
            | Until::OnRecord
            | Until::Endorsed { .. }
            | Until::Over { .. }
            | Until::Books { .. } => i64::MAX,
        }
    }

    /// What was made, or withdrawn, before this time is kept too long.
    pub fn limit(&self, now: i64) -> i64 {
        now.saturating_sub(self.days().saturating_mul(DAY))
    }

    /// The limit is the placeholder of this number.
    fn condition(&self, limit: usize) -> Option<String> {
        Some(match self.until {
            Until::Made { .. } => format!("{} < ${limit}", made_at(self.table)?),
            Until::Withdrawn { .. } if has(self.table, "withdrawn_at") => {
                format!("withdrawn_at is not null and withdrawn_at < ${limit}")
            }
            Until::Withdrawn { .. } => {
                format!("state = 'withdrawn' and person_id is not null and changed_at < ${limit}")
            }
            Until::Needed
            | Until::Always
            | Until::InFiles
            | Until::Account
            | Until::Export
            | Until::OnRecord
            | Until::Endorsed { .. }
            | Until::Over { .. }
            | Until::Books { .. } => return None,
        })
    }
}

/// How many rows are kept past a limit.
pub async fn count_older(c: &mut Connection, of: &Retention, limit: i64) -> Result<i64> {
    let Some(condition) = of.condition(1) else { return Ok(0) };
    query_composed(format!("select count(*) as n from {} where {condition}", of.name()))
        .bind(limit)
        .one(c, |row| row.get("n"))
        .await
}

/// The campaign of a table's rows; `$1` is its number. A mail that waits is still to be sent.
fn in_campaign(table: &Table) -> &'static str {
    if has(table, "finished_at") {
        "campaign_id = $1 and finished_at is not null"
    } else if has(table, "campaign_id") {
        "campaign_id = $1"
    } else {
        "letter_id in (select letter.id from letter where letter.campaign_id = $1)"
    }
}

/// How many rows of a campaign are kept past each of three limits.
pub async fn count_older_in(
    c: &mut Connection,
    of: &Retention,
    campaign: i64,
    limits: [i64; 3],
) -> Result<[i64; 3]> {
    let mut counts = [0; 3];
    for (count, limit) in counts.iter_mut().zip(limits) {
        let Some(condition) = of.condition(2) else { continue };
        let scope = in_campaign(of.table);
        *count =
            query_composed(format!("select count(*) as n from {} where {scope} and {condition}", of.name()))
                .bind(campaign)
                .bind(limit)
                .one(c, |row| row.get("n"))
                .await?;
    }
    Ok(counts)
}

/// Rows of a campaign that are kept past a limit, the oldest first.
pub async fn older_in(
    c: &mut Connection,
    of: &Retention,
    campaign: i64,
    limit: i64,
    most: i64,
) -> Result<Vec<i64>> {
    let Some(condition) = of.condition(2) else { return Ok(Vec::new()) };
    let scope = in_campaign(of.table);
    query_composed(format!("select id from {} where {scope} and {condition} order by id limit $3", of.name()))
        .bind(campaign)
        .bind(limit)
        .bind(most)
        .all(c, |row| row.get("id"))
        .await
}

/// Deletes or blanks what was withdrawn before a limit, and the persons whom nothing belongs to any more.
pub async fn forget_withdrawn(c: &mut Connection, of: &Retention, limit: i64, most: i64) -> Result<u64> {
    let (Some(condition), true) = (of.condition(1), matches!(of.until, Until::Withdrawn { .. })) else {
        return Ok(0);
    };
    let ids = query_composed(format!("select id from {} where {condition} limit $2", of.name()))
        .bind(limit)
        .bind(most)
        .all(c, |row| row.get("id"))
        .await?;
    forget_rows(c, of, &ids).await
}

/// Deletes or blanks rows whose time is over, and the persons whom nothing belongs to any more.
pub async fn forget_rows(c: &mut Connection, of: &Retention, ids: &[i64]) -> Result<u64> {
    let table = of.name();
    let sql = match erasing(of.table) {
        Erasing::Delete => format!("delete from {table} where id = $1"),
        Erasing::Blank(blanks) => {
            let blanks: Vec<_> = blanks.iter().map(|(name, blank)| format!("{name} = {blank}")).collect();
            format!("update {table} set {} where id = $1", blanks.join(", "))
        }
        Erasing::Keep => return Ok(0),
    };
    let (mut changed, mut persons) = (0, Vec::new());
    for id in ids {
        if has(of.table, "person_id") {
            let person = query_composed(format!("select person_id from {table} where id = $1"));
            let person: Option<Option<i64>> = person.bind(*id).first(c, |row| row.get("person_id")).await?;
            persons.extend(person);
        }
        changed += query_composed(sql.clone()).bind(*id).run(c).await?;
    }
    for person in persons {
        forget_if_unneeded(c, person).await?;
    }
    Ok(changed)
}

pub(super) async fn forget_if_unneeded(c: &mut Connection, person: Option<i64>) -> Result<()> {
    let Some(table) = MAP.iter().find(|table| table.0 == "person") else { return Ok(()) };
    query_composed(format!("delete from person where id = $1{}", unneeded(table)))
        .bind(person)
        .run(c)
        .await?;
    Ok(())
}
