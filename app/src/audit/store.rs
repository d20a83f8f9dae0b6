//! The SQL of the record. There is no statement here that changes or deletes an entry.

use super::Change;
use broadside_db::{Connection, Result, Row, Value, query, query_composed};
use std::fmt::Write as _;

pub async fn record(c: &mut Connection, change: &Change, now: i64) -> Result<()> {
    query(
        "insert into audit_entry (group_id, account_id, at, action, object, before, after) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(change.group)
    .bind(change.account)
    .bind(now)
    .bind(change.action)
    .bind(&change.object)
    .bind(change.before())
    .bind(change.after())
    .run(c)
    .await?;
    Ok(())
}

/// An entry as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: i64,
    pub at: i64,
    /// The account's name; nothing where the command line did it. Of one's own entries: the group.
    pub who: Option<String>,
    pub action: String,
    pub object: String,
    pub before: String,
    pub after: String,
}

fn entry(row: &Row) -> Result<Entry> {
    Ok(Entry {
        id: row.get("id")?,
        at: row.get("at")?,
        who: row.get("who")?,
        action: row.get("action")?,
        object: row.get("object")?,
        before: row.get("before")?,
        after: row.get("after")?,
    })
}

/// Which entries are looked for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub account: Option<i64>,
    pub action: Option<String>,
    /// From this moment on, and before that one.
    pub from: Option<i64>,
    pub until: Option<i64>,
}

/// Entries of a group, the newest first, below a number.
pub async fn entries(
    c: &mut Connection,
    group: i64,
    filter: &Filter,
    below: i64,
    most: i64,
) -> Result<Vec<Entry>> {
    let mut sql = String::from(
        "select e.id, e.at, a.name as who, e.action, e.object, e.before, e.after from audit_entry e \
         left join account a on a.id = e.account_id where e.group_id = $1 and e.id < $2",
    );
    let mut values: Vec<Value> = vec![group.into(), below.into()];
    let conditions: [(&str, Option<Value>); 4] = [
        ("e.account_id =", filter.account.map(Into::into)),
        ("e.action =", filter.action.clone().map(Into::into)),
        ("e.at >=", filter.from.map(Into::into)),
        ("e.at <", filter.until.map(Into::into)),
    ];
    for (condition, value) in conditions {
        if let Some(value) = value {
            values.push(value);
            // Writing to a String cannot fail.
            let _ = write!(sql, " and {condition} ${}", values.len());
        }
    }
    values.push(most.into());
    let _ = write!(sql, " order by e.id desc limit ${}", values.len());
    query_composed(sql).bind_all(values).all(c, entry).await
}

/// What an account did, the newest first, below a number; with the groups that it concerned.
pub async fn entries_by(c: &mut Connection, account: i64, below: i64, most: i64) -> Result<Vec<Entry>> {
    query(
        "select e.id, e.at, g.name as who, e.action, e.object, e.before, e.after from audit_entry e \
         left join \"group\" g on g.id = e.group_id where e.account_id = $1 and e.id < $2 order by e.id desc limit $3",
    )
    .bind(account)
    .bind(below)
    .bind(most)
    .all(c, entry)
    .await
}

/// Everybody who did something in a group, for the filter.
pub async fn actors(c: &mut Connection, group: i64) -> Result<Vec<(i64, String)>> {
    query(
        "select a.id, a.name from account a where exists (select 1 from audit_entry e where e.group_id = $1 \
         and e.account_id = a.id) order by a.name, a.id",
    )
    .bind(group)
    .all(c, |row| Ok((row.get("id")?, row.get("name")?)))
    .await
}
