//! Working tasks off: one bounded step at a time, in turn, so that a short one need not wait for a long one.

use super::{Kind, Reason, Stand, State, Task};
use super::{files, store};
use crate::jobs::{self, Lease, Progress};
use crate::state::App;
use broadside_db::{BoxFuture, Connection, Error, Lane, Result};
use std::sync::Arc;

/// The lease under which tasks are worked off; its position is the task whose turn was last.
pub const WORK: &str = "work-tasks";

/// The right to do one step of a task.
#[derive(Clone, Debug)]
pub struct Turn {
    lease: Lease,
    pub task: Task,
}

/// Does a step and writes down, in the transaction of the work itself where there is one, how it stands:
/// with one of the functions of [`Turn`], each of which answers whether the step counts. Where it does not,
/// the task was cancelled or begun anew meanwhile, and nothing of the step may stay.
pub type Step = for<'a> fn(&'a App, &'a Turn) -> BoxFuture<'a, Result<Progress>>;

impl Turn {
    async fn ends(&self, c: &mut Connection) -> Result<bool> {
        jobs::advance(c, &self.lease, self.task.id, 0).await
    }

    /// More is to be done.
    pub async fn go_on(&self, c: &mut Connection, stand: &Stand) -> Result<bool> {
        Ok(self.ends(c).await? && store::go_on(c, &self.task, stand).await?)
    }

    /// All is done.
    pub async fn finish(&self, c: &mut Connection, stand: &Stand, now: i64) -> Result<bool> {
        Ok(self.go_on(c, stand).await? && store::finish(c, &self.task, now).await?)
    }

    /// What was done so far is lost, and done again.
    pub async fn begin_anew(&self, c: &mut Connection) -> Result<bool> {
        Ok(self.ends(c).await? && store::begin_anew(c, self.task.id).await? > 0)
    }

    /// It cannot be done.
    pub async fn fail(&self, c: &mut Connection, reason: Reason, now: i64) -> Result<bool> {
        Ok(self.ends(c).await? && store::stop(c, self.task.id, State::Failed, reason, now).await?)
    }
}

/// One step of the task whose turn it is.
pub async fn work(app: &App, lease: Lease, step_of: fn(Kind) -> Step) -> Result<Progress> {
    let next = store::next(&mut app.db.read().await?, &app.settings.node, lease.position).await?;
    let Some(task) = next else {
        jobs::put_off(&app.db, lease, 0).await?;
        return Ok(Progress::Idle);
    };
    let turn = Turn { lease, task };
    let outcome = match &turn.task.asked {
        Some(asked) => step_of(asked.kind())(app, &turn).await,
        None => fail(app, &turn, Reason::Fault).await,
    };
    match outcome {
        // What is only for now is tried again.
        Err(error) if !passes(&error) => {
            tracing::error!(task = turn.task.id, %error, "a task cannot be done");
            fail(app, &turn, Reason::Fault).await
        }
        outcome => outcome,
    }
}

fn passes(error: &Error) -> bool {
    matches!(error, Error::Unavailable(_) | Error::Silent | Error::Conflict(_) | Error::Abandoned(_))
}

/// Ends a task that cannot be done.
pub async fn fail(app: &App, turn: &Turn, reason: Reason) -> Result<Progress> {
    let (now, turn) = (app.clock.now(), Arc::new(turn.clone()));
    app.db
        .write(Lane::Ordinary, move |c| {
            let turn = turn.clone();
            Box::pin(async move { turn.fail(c, reason, now).await })
        })
        .await?;
    app.sweep_waits.wake();
    Ok(Progress::More)
}

/// Writes down how far a step has come. Where that is void, since the task was cancelled or begun anew, its files
/// go: what was written may be of somebody who was erased.
pub async fn write_down(app: &App, turn: &Turn, stand: Stand, is_done: bool) -> Result<Progress> {
    end_step(app, turn, stand, move |c, turn, stand, now| {
        Box::pin(async move {
            if is_done { turn.finish(c, stand, now).await } else { turn.go_on(c, stand).await }
        })
    })
    .await
}

/// The same, with what else is written in that transaction: `deed` answers whether the step counts.
pub async fn end_step<F>(app: &App, turn: &Turn, stand: Stand, deed: F) -> Result<Progress>
where
    F: for<'c> Fn(&'c mut Connection, &'c Turn, &'c Stand, i64) -> BoxFuture<'c, Result<bool>>
        + Send
        + Sync
        + 'static,
{
    let (now, work) = (app.clock.now(), Arc::new((turn.clone(), stand, deed)));
    let counts = app
        .db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (turn, stand, deed) = &*work;
                deed(c, turn, stand, now).await
            })
        })
        .await?;
    if !counts {
        let _: std::io::Result<()> =
            turn.task.file.iter().try_for_each(|file| files::remove(&app.settings.data, file));
        app.sweep_waits.wake();
    }
    Ok(Progress::More)
}

/// What a step goes on from was taken away: the task is done from its beginning.
pub async fn begin_anew(app: &App, turn: &Turn) -> Result<Progress> {
    let turn = Arc::new(turn.clone());
    app.db
        .write(Lane::Ordinary, move |c| {
            let turn = turn.clone();
            Box::pin(async move { turn.begin_anew(c).await })
        })
        .await?;
    Ok(Progress::More)
}

/// Whether this node has anything to work at.
pub async fn any(c: &mut Connection, node: &str) -> Result<bool> {
    Ok(store::next(c, node, 0).await?.is_some())
}
