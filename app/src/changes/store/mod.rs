//! The SQL of changes and of the rows that they changed.

mod row;

pub use row::*;

use super::{Change, State};
use crate::lists::Deed;
use crate::signatures::RemovedAs;
use broadside_db::{Connection, Result, Row, decode_error, query, query_composed};
use std::collections::HashMap;

/// A change before it has its number.
#[derive(Clone, Debug)]
pub struct NewChange {
    pub group: i64,
    pub campaign: i64,
    pub account: i64,
    pub list: &'static str,
    pub deed: Deed,
    pub removes_as: Option<RemovedAs>,
    pub query: Option<String>,
    pub up_to: i64,
    pub found: i64,
    pub undoes: Option<i64>,
}

pub async fn add_change(c: &mut Connection, new: &NewChange, now: i64) -> Result<i64> {
    query(
        "insert into change (group_id, campaign_id, account_id, list, deed, query, up_to, found, changed, left_alone, \
         position, state, undoes, created_at, removes_as) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, 0, 'running', $9, $10, $11) \
         returning id",
    )
    .bind(new.group)
    .bind(new.campaign)
    .bind(new.account)
    .bind(new.list)
    .bind(new.deed.word())
    .bind(new.query.clone())
    .bind(new.up_to)
    .bind(new.found)
    .bind(new.undoes)
    .bind(now)
    .bind(new.removes_as.map(|class| class.word().to_owned()))
    .one(c, |row| row.get("id"))
    .await
}

/// Lets nobody else begin to take a change back until this transaction ends.
pub async fn hold(c: &mut Connection, id: i64) -> Result<()> {
    query("update change set position = position where id = $1").bind(id).run(c).await?;
    Ok(())
}

/// Notes which task does a change.
pub async fn set_task(c: &mut Connection, id: i64, task: i64) -> Result<()> {
    query("update change set task_id = $2 where id = $1").bind(id).bind(task).run(c).await?;
    Ok(())
}

fn change(row: &Row) -> Result<Change> {
    let unknown = |what| broadside_db::Error::Other(decode_error(std::io::Error::other(what)));
    let (deed, state): (String, String) = (row.get("deed")?, row.get("stands")?);
    Ok(Change {
        id: row.get("id")?,
        group: row.get("group_id")?,
        campaign: row.get("campaign_id")?,
        account: row.get("account_id")?,
        who: row.get("who")?,
        deed: Deed::parse(&deed).ok_or_else(|| unknown("an unknown deed"))?,
        removes_as: row.get::<Option<String>>("removes_as")?.as_deref().and_then(RemovedAs::parse),
        query: row.get("query")?,
        up_to: row.get("up_to")?,
        found: row.get("found")?,
        changed: row.get("changed")?,
        left_alone: row.get("left_alone")?,
        position: row.get("position")?,
        state: State::parse(&state).ok_or_else(|| unknown("an unknown state"))?,
        undoes: row.get("undoes")?,
        task: row.get("task_id")?,
        created_at: row.get("created_at")?,
        finished_at: row.get("finished_at")?,
    })
}

/// A change whose task was stopped runs no more.
const CHANGE: &str = "select e.*, a.name as who, case when e.state = 'running' and e.task_id is not null \
     and coalesce(t.state, '') not in ('waiting', 'running') then 'cancelled' else e.state end as stands \
     from change e join account a on a.id = e.account_id left join task t on t.id = e.task_id";

/// A change of a campaign.
pub async fn change_of(c: &mut Connection, campaign: i64, id: i64) -> Result<Option<Change>> {
    query_composed(format!("{CHANGE} where e.campaign_id = $1 and e.id = $2"))
        .bind(campaign)
        .bind(id)
        .first(c, change)
        .await
}

/// A campaign's changes below a number that do one of these, the newest first; not those that take others back.
pub async fn changes_below(
    c: &mut Connection,
    campaign: i64,
    deeds: &[Deed],
    below: i64,
    most: i64,
) -> Result<Vec<Change>> {
    let deeds: Vec<String> = deeds.iter().map(|deed| format!("'{}'", deed.word())).collect();
    query_composed(format!(
        "{CHANGE} where e.campaign_id = $1 and e.id < $2 and e.undoes is null and e.deed in ({}) \
         order by e.id desc limit $3",
        deeds.join(", ")
    ))
    .bind(campaign)
    .bind(below)
    .bind(most)
    .all(c, change)
    .await
}

/// What takes a change back, the newest first.
pub async fn undoing(c: &mut Connection, undone: i64) -> Result<Vec<Change>> {
    query_composed(format!("{CHANGE} where e.undoes = $1 order by e.id desc"))
        .bind(undone)
        .all(c, change)
        .await
}

/// Of changes between two numbers, each that was taken back, with what did so last.
pub async fn undoings_between(
    c: &mut Connection,
    campaign: i64,
    (first, last): (i64, i64),
) -> Result<HashMap<i64, Change>> {
    let all = query_composed(format!(
        "{CHANGE} where e.campaign_id = $1 and e.undoes between $2 and $3 order by e.id"
    ))
    .bind(campaign)
    .bind(first)
    .bind(last)
    .all(c, change)
    .await?;
    Ok(all.into_iter().filter_map(|one| Some((one.undoes?, one))).collect())
}

/// What a piece came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    pub changed: i64,
    pub left_alone: i64,
    /// Up to which row it came; nothing where no row is left.
    pub up_to: Option<i64>,
}

/// Takes hold of a change for its next piece; false where another process was quicker, or it runs no more.
pub async fn take_piece(c: &mut Connection, id: i64, from: i64) -> Result<bool> {
    let taken = query(
        "update change set position = position where id = $1 and position = $2 and state = 'running' \
             and (task_id is null or exists \
             (select 1 from task t where t.id = change.task_id and t.state in ('waiting', 'running')))",
    )
    .bind(id)
    .bind(from)
    .run(c)
    .await?;
    Ok(taken == 1)
}

/// Notes how far a change has come with a piece that was taken.
pub async fn advance(c: &mut Connection, id: i64, piece: Piece, now: i64) -> Result<()> {
    let (state, finished) = if piece.up_to.is_some() { ("running", None) } else { ("done", Some(now)) };
    query(
        "update change set position = coalesce($2, position), changed = changed + $3, \
         left_alone = left_alone + $4, state = $5, finished_at = $6 where id = $1",
    )
    .bind(id)
    .bind(piece.up_to)
    .bind(piece.changed)
    .bind(piece.left_alone)
    .bind(state)
    .bind(finished)
    .run(c)
    .await?;
    Ok(())
}

/// Ends a change where it is; false where it ran no more.
pub async fn cancel(c: &mut Connection, campaign: i64, id: i64, now: i64) -> Result<bool> {
    let cancelled = query(
        "update change set state = 'cancelled', finished_at = $3 where id = $1 and campaign_id = $2 \
         and state = 'running'",
    )
    .bind(id)
    .bind(campaign)
    .bind(now)
    .run(c)
    .await?;
    Ok(cancelled == 1)
}

/// Changes that are done and name the network that their rows were found by: number, deed, query.
pub async fn that_name_a_network(
    c: &mut Connection,
    before: i64,
    most: i64,
) -> Result<Vec<(i64, String, String)>> {
    query(
        "select id, deed, query from change where state <> 'running' and created_at < $1 and query like '%network=%' \
         and query not like '%network=' and query not like '%network=&%' and query not like '%network=\\%3F%' escape '\\' \
         order by id limit $2",
    )
    .bind(before)
    .bind(most)
    .all(c, |row| Ok((row.get("id")?, row.get("deed")?, row.get("query")?)))
    .await
}

pub async fn set_query(c: &mut Connection, id: i64, query_kept: &str) -> Result<()> {
    query("update change set query = $2 where id = $1").bind(id).bind(query_kept).run(c).await.map(drop)
}
