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
        let retention = |table: &'static Table| {
            let (_, first) = personal(table).find(|(_, one)| one.eraser.follows_the_address())?;
            let ends = matches!(first.until, Until::Made { .. } | Until::Withdrawn { .. });
            ends.then_some(Self { table, until: first.until })
        };
        MAP.iter().filter_map(retention).collect()
    }

    pub fn name(&self) -> &'static str {
        self.table.0
    }

    pub fn days(&self) -> i64 {
        match self.until {
            Until::Made { days } | Until::Withdrawn { days } => days,
            Until::Needed | Until::Always | Until::InFiles | Until::Account => i64::MAX,
        }
    }

    /// What was made, or withdrawn, before this time is kept too long.
    pub fn limit(&self, now: i64) -> i64 {
        now.saturating_sub(self.days().saturating_mul(DAY))
    }

    /// `$1` is the limit.
    fn condition(&self) -> Option<String> {
        Some(match self.until {
            Until::Made { .. } => format!("{} < $1", made_at(self.table)?),
            Until::Withdrawn { .. } if has(self.table, "withdrawn_at") => {
                "withdrawn_at is not null and withdrawn_at < $1".to_owned()
            }
            Until::Withdrawn { .. } => {
                "state = 'withdrawn' and person_id is not null and changed_at < $1".to_owned()
            }
            Until::Needed | Until::Always | Until::InFiles | Until::Account => return None,
        })
    }
}

/// How many rows are kept past a limit.
pub async fn count_older(c: &mut Connection, of: &Retention, limit: i64) -> Result<i64> {
    let Some(condition) = of.condition() else { return Ok(0) };
    query_composed(format!("select count(*) as n from {} where {condition}", of.name()))
        .bind(limit)
        .one(c, |row| row.get("n"))
        .await
}

/// Deletes or blanks what was withdrawn before a limit, and the persons whom nothing belongs to any more.
pub async fn forget_withdrawn(c: &mut Connection, of: &Retention, limit: i64, most: i64) -> Result<u64> {
    let (Some(condition), true) = (of.condition(), matches!(of.until, Until::Withdrawn { .. })) else {
        return Ok(0);
    };
    let table = of.name();
    let rows = query_composed(format!("select id, person_id from {table} where {condition} limit $2"))
        .bind(limit)
        .bind(most)
        .all(c, |row| Ok((row.get::<i64>("id")?, row.get::<Option<i64>>("person_id")?)))
        .await?;
    let sql = match erasing(of.table) {
        Erasing::Delete => format!("delete from {table} where id = $1"),
        Erasing::Blank(blanks) => {
            let blanks: Vec<_> = blanks.iter().map(|(name, blank)| format!("{name} = {blank}")).collect();
            format!("update {table} set {} where id = $1", blanks.join(", "))
        }
        Erasing::Keep => return Ok(0),
    };
    let mut changed = 0;
    for (id, _) in &rows {
        changed += query_composed(sql.clone()).bind(*id).run(c).await?;
    }
    for (_, person) in rows {
        forget_if_unneeded(c, person).await?;
    }
    Ok(changed)
}

async fn forget_if_unneeded(c: &mut Connection, person: Option<i64>) -> Result<()> {
    let Some(table) = MAP.iter().find(|table| table.0 == "person") else { return Ok(()) };
    query_composed(format!("delete from person where id = $1{}", unneeded(table)))
        .bind(person)
        .run(c)
        .await?;
    Ok(())
}
