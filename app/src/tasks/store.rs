//! The SQL of tasks.

use super::{Asked, KEPT, Reason, Stand, State, Task};
use crate::accounts::Role;
use broadside_db::{Connection, Result, Row, query, query_composed};

/// What somebody asks for.
#[derive(Clone, Debug)]
pub struct NewTask {
    pub group: i64,
    pub campaign: Option<i64>,
    pub account: i64,
    pub role: Role,
    pub asked: Asked,
    pub words: String,
    pub node: Option<String>,
    pub file: Option<String>,
}

pub async fn add(c: &mut Connection, new: &NewTask, now: i64) -> Result<i64> {
    query(
        "insert into task (group_id, campaign_id, account_id, role, kind, asked, words, node, file, state, total, done, \
         rows_done, position, carried, fence, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', \
         0, 0, 0, 0, '', 0, $10) returning id",
    )
    .bind(new.group)
    .bind(new.campaign)
    .bind(new.account)
    .bind(new.role.word())
    .bind(new.asked.kind().word())
    .bind(serde_json::to_string(&new.asked).unwrap_or_default())
    .bind(&new.words)
    .bind(new.node.clone())
    .bind(new.file.clone())
    .bind(now)
    .one(c, |row| row.get("id"))
    .await
}

const TASK: &str = "select t.id, t.group_id, g.slug as group_slug, t.campaign_id, c.slug as campaign_slug, t.account_id, \
     t.role, t.asked, t.words, t.node, t.file, t.state, t.reason, t.total, t.done, t.rows_done, t.position, t.carried, t.fence, \
     t.created_at, t.finished_at, t.expires_at from task t join \"group\" g on g.id = t.group_id \
     left join campaign c on c.id = t.campaign_id";

fn task(row: &Row) -> Result<Task> {
    let campaign: Option<i64> = row.get("campaign_id")?;
    let slug: Option<String> = row.get("campaign_slug")?;
    Ok(Task {
        id: row.get("id")?,
        group: row.get("group_id")?,
        group_slug: row.get("group_slug")?,
        campaign: campaign.zip(slug),
        account: row.get("account_id")?,
        role: Role::parse(&row.get::<String>("role")?).unwrap_or(Role::Viewer),
        asked: serde_json::from_str(&row.get::<String>("asked")?).ok(),
        words: row.get("words")?,
        node: row.get("node")?,
        file: row.get("file")?,
        state: State::parse(&row.get::<String>("state")?).unwrap_or(State::Failed),
        reason: row.get::<Option<String>>("reason")?.as_deref().and_then(Reason::parse),
        stand: Stand {
            total: row.get("total")?,
            done: row.get("done")?,
            rows: row.get("rows_done")?,
            position: row.get("position")?,
            carried: row.get("carried")?,
        },
        fence: row.get("fence")?,
        created_at: row.get("created_at")?,
        finished_at: row.get("finished_at")?,
        expires_at: row.get("expires_at")?,
    })
}

/// What an account asked for in a group, or in one campaign of it; the newest first.
pub async fn of_account(
    c: &mut Connection,
    group: i64,
    campaign: Option<i64>,
    account: i64,
    most: i64,
) -> Result<Vec<Task>> {
    query_composed(format!(
        "{TASK} where t.account_id = $1 and t.group_id = $2 and ($3 = 0 or t.campaign_id = $3) \
         order by t.id desc limit $4"
    ))
    .bind(account)
    .bind(group)
    .bind(campaign.unwrap_or(0))
    .bind(most)
    .all(c, task)
    .await
}

/// One of them, in the very place where it was asked for.
pub async fn one(
    c: &mut Connection,
    group: i64,
    campaign: Option<i64>,
    account: i64,
    id: i64,
) -> Result<Option<Task>> {
    query_composed(format!(
        "{TASK} where t.id = $1 and t.account_id = $2 and t.group_id = $3 and coalesce(t.campaign_id, 0) = $4"
    ))
    .bind(id)
    .bind(account)
    .bind(group)
    .bind(campaign.unwrap_or(0))
    .first(c, task)
    .await
}

/// One of them, whoever asked for it.
pub async fn by_id(c: &mut Connection, id: i64) -> Result<Option<Task>> {
    query_composed(format!("{TASK} where t.id = $1")).bind(id).first(c, task).await
}

/// How many tasks of an account in a group have something to do.
pub async fn open_of(c: &mut Connection, group: i64, account: i64) -> Result<i64> {
    query(
        "select count(*) as n from task where account_id = $1 and group_id = $2 and state in ('waiting', 'running')",
    )
    .bind(account)
    .bind(group)
    .one(c, |row| row.get("n"))
    .await
}

/// The next task that a node may work at, in turn after this one.
pub async fn next(c: &mut Connection, node: &str, after: i64) -> Result<Option<Task>> {
    query_composed(format!(
        "{TASK} where t.state in ('waiting', 'running') and (t.node is null or t.node = $1) \
         order by case when t.id > $2 then 0 else 1 end, t.id limit 1"
    ))
    .bind(node)
    .bind(after)
    .first(c, task)
    .await
}

/// Writes down how far a task has come; false where that is void: it was cancelled, or begun anew.
pub async fn go_on(c: &mut Connection, task: &Task, stand: &Stand) -> Result<bool> {
    let changed = query(
        "update task set state = 'running', total = $3, done = $4, rows_done = $5, position = $6, carried = $7 \
         where id = $1 and fence = $2 and state in ('waiting', 'running')",
    )
    .bind(task.id)
    .bind(task.fence)
    .bind(stand.total)
    .bind(stand.done)
    .bind(stand.rows)
    .bind(stand.position)
    .bind(&stand.carried)
    .run(c)
    .await?;
    Ok(changed == 1)
}

/// Ends a task; what it made is kept for a while. False as with `go_on`.
pub async fn finish(c: &mut Connection, task: &Task, now: i64) -> Result<bool> {
    let changed = query(
        "update task set state = 'done', done = total, words = '', carried = '', finished_at = $3, expires_at = $4 \
         where id = $1 and fence = $2 and state in ('waiting', 'running')",
    )
    .bind(task.id)
    .bind(task.fence)
    .bind(now)
    .bind(task.file.as_ref().map(|_| now + task.asked.as_ref().map_or(KEPT, Asked::kept)))
    .run(c)
    .await?;
    Ok(changed == 1)
}

/// Ends a task that has something to do, for a reason; false where it has not.
pub async fn stop(c: &mut Connection, id: i64, state: State, reason: Reason, now: i64) -> Result<bool> {
    let changed = query(
        "update task set state = $2, reason = $3, words = '', carried = '', file = null, fence = fence + 1, \
         finished_at = $4 where id = $1 and state in ('waiting', 'running')",
    )
    .bind(id)
    .bind(state.word())
    .bind(reason.word())
    .bind(now)
    .run(c)
    .await?;
    Ok(changed == 1)
}

/// Ends all that have something to do: what a restored backup holds of them was asked for in another time.
pub async fn stop_all_restored(c: &mut Connection, now: i64) -> Result<u64> {
    query(
        "update task set state = $1, reason = $2, words = '', carried = '', file = null, fence = fence + 1, \
         finished_at = $3 where state in ('waiting', 'running')",
    )
    .bind(State::Cancelled.word())
    .bind(Reason::Restored.word())
    .bind(now)
    .run(c)
    .await
}

/// Says of a task that is over why its file can no longer be had.
pub async fn take_file(c: &mut Connection, id: i64, reason: Reason) -> Result<bool> {
    let changed = query(
        "update task set file = null, expires_at = null, reason = $2, fence = fence + 1 where id = $1 \
         and state = 'done' and file is not null",
    )
    .bind(id)
    .bind(reason.word())
    .run(c)
    .await?;
    Ok(changed == 1)
}

/// Begins a task anew: what it did so far is void.
pub async fn begin_anew(c: &mut Connection, id: i64) -> Result<u64> {
    query(
        "update task set state = 'waiting', total = 0, done = 0, rows_done = 0, position = 0, carried = '', \
         fence = fence + 1 where id = $1 and state in ('waiting', 'running')",
    )
    .bind(id)
    .run(c)
    .await
}

/// Tasks with a file, or with one to be written; of one group, or of all.
pub async fn with_files(c: &mut Connection, group: Option<i64>) -> Result<Vec<Task>> {
    query_composed(format!("{TASK} where t.file is not null and ($1 = 0 or t.group_id = $1) order by t.id"))
        .bind(group.unwrap_or(0))
        .all(c, task)
        .await
}

/// Tasks that have something to do, or a file.
pub async fn alive(c: &mut Connection) -> Result<Vec<Task>> {
    query_composed(format!(
        "{TASK} where t.state in ('waiting', 'running') or t.file is not null order by t.id"
    ))
    .all(c, task)
    .await
}

/// Deletes some tasks that were over before a time; how many.
pub async fn forget(c: &mut Connection, over_before: i64, most: i64) -> Result<u64> {
    query(
        "delete from task where id in (select id from task where state in ('done', 'cancelled', 'failed') \
         and file is null and finished_at < $1 order by id limit $2)",
    )
    .bind(over_before)
    .bind(most)
    .run(c)
    .await
}

/// Whether `forget` would find any.
pub async fn any_to_forget(c: &mut Connection, over_before: i64) -> Result<bool> {
    let found = query(
        "select id from task where state in ('done', 'cancelled', 'failed') and file is null \
         and finished_at < $1 limit 1",
    )
    .bind(over_before)
    .first(c, |_| Ok(()))
    .await?;
    Ok(found.is_some())
}
