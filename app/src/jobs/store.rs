//! The SQL of jobs and their leases.

use broadside_db::{Connection, Db, Lane, Result, query};

/// The right to do one step of a job.
#[derive(Clone, Debug)]
pub struct Lease {
    pub kind: &'static str,
    pub fence: i64,
    /// How far the job has come: a row's number, where it walks.
    pub position: i64,
}

/// Takes a job that is due and free, or this process's own.
pub async fn take(db: &Db, kind: &'static str, holder: &str, now: i64, lease: i64) -> Result<Option<Lease>> {
    let holder = holder.to_owned();
    db.write(Lane::Ordinary, move |c| {
        let holder = holder.clone();
        Box::pin(async move {
            query(
                "insert into job (kind, position, run_at, holder, lease_until, fence, attempts) \
                 values ($1, 0, 0, '', 0, 0, 0) on conflict do nothing",
            )
            .bind(kind)
            .run(c)
            .await?;
            query(
                "update job set holder = $2, lease_until = $3, fence = fence + 1, attempts = attempts + 1 \
                 where kind = $1 and run_at <= $4 and (lease_until < $4 or holder = $2) returning fence, position",
            )
            .bind(kind)
            .bind(holder)
            .bind(now + lease)
            .bind(now)
            .first(c, |row| Ok(Lease { kind, fence: row.get("fence")?, position: row.get("position")? }))
            .await
        })
    })
    .await
}

/// Ends a step within its transaction: the job stands at `position` and runs again from `run_at`.
/// False where the lease went to somebody else: then the step must be given up.
pub async fn advance(c: &mut Connection, lease: &Lease, position: i64, run_at: i64) -> Result<bool> {
    let changed = query(
        "update job set position = $3, run_at = $4, lease_until = 0, attempts = 0, last_error = null where kind = $1 and fence = $2",
    )
    .bind(lease.kind)
    .bind(lease.fence)
    .bind(position)
    .bind(run_at)
    .run(c)
    .await?;
    Ok(changed == 1)
}

/// Whether a step still holds its lease, which it keeps: for one that writes several times. Nobody takes it before the
/// transaction ends.
pub async fn holds(c: &mut Connection, lease: &Lease) -> Result<bool> {
    let held = query("update job set lease_until = lease_until where kind = $1 and fence = $2")
        .bind(lease.kind)
        .bind(lease.fence)
        .run(c)
        .await?;
    Ok(held == 1)
}

/// Notes how far a walk has come that goes under another job's lease.
pub async fn move_to(c: &mut Connection, kind: &str, position: i64) -> Result<()> {
    query(
        "insert into job (kind, position, run_at, holder, lease_until, fence, attempts) \
         values ($1, $2, 0, '', 0, 0, 0) on conflict (kind) do update set position = excluded.position",
    )
    .bind(kind)
    .bind(position)
    .run(c)
    .await?;
    Ok(())
}

/// Makes the step that a job is at write nothing, whoever is at it: what it has read is about to go.
pub async fn void_step(c: &mut Connection, kind: &str) -> Result<u64> {
    query("update job set fence = fence + 1 where kind = $1").bind(kind).run(c).await
}

/// Frees every lease: for a database that one process alone uses, when it starts.
pub async fn release(c: &mut Connection) -> Result<u64> {
    query("update job set lease_until = 0 where lease_until > 0").run(c).await
}

/// Gives a step back undone, to be taken up from `run_at`.
pub async fn put_off(db: &Db, lease: Lease, run_at: i64) -> Result<bool> {
    db.write(Lane::Ordinary, move |c| {
        let lease = lease.clone();
        Box::pin(async move { advance(c, &lease, lease.position, run_at).await })
    })
    .await
}

/// Whether a job may be taken now; a look that writes nothing, so that an idle instance is idle.
pub async fn due(c: &mut Connection, kind: &str, holder: &str, now: i64) -> Result<bool> {
    let free = query("select run_at, holder, lease_until from job where kind = $1")
        .bind(kind)
        .first(c, |row| {
            let (run_at, lease_until): (i64, i64) = (row.get("run_at")?, row.get("lease_until")?);
            Ok(run_at <= now && (lease_until < now || row.get::<String>("holder")? == holder))
        })
        .await?;
    Ok(free.unwrap_or(true))
}

/// How far a job has come.
pub async fn position(c: &mut Connection, kind: &str) -> Result<i64> {
    Ok(query("select position from job where kind = $1")
        .bind(kind)
        .first(c, |row| row.get("position"))
        .await?
        .unwrap_or(0))
}

/// Keeps what a step failed with, for `broadside doctor`; the next step that is done clears it.
pub async fn note_failure(db: &Db, kind: &'static str, error: String) -> Result<u64> {
    db.write(Lane::Ordinary, move |c| {
        let error = error.clone();
        Box::pin(async move {
            query("update job set last_error = $2 where kind = $1").bind(kind).bind(error).run(c).await
        })
    })
    .await
}

/// A job that was begun several times since its last step was done.
pub struct Stuck {
    pub kind: String,
    pub attempts: i64,
    pub last_error: Option<String>,
}

/// A step that was begun so often is stuck.
const STUCK: i64 = 5;

pub async fn stuck(c: &mut Connection) -> Result<Vec<Stuck>> {
    query("select kind, attempts, last_error from job where attempts >= $1 order by kind")
        .bind(STUCK)
        .all(c, |row| {
            Ok(Stuck {
                kind: row.get("kind")?,
                attempts: row.get("attempts")?,
                last_error: row.get("last_error")?,
            })
        })
        .await
}
