//! What tasks leave goes: files whose day is over or that somebody erased may stand in, all that belongs to
//! whoever may no longer see it, and files that no task knows.

use super::{Reason, State, Task, files, store};
use crate::accounts::store as accounts;
use crate::clock::DAY;
use crate::jobs::Progress;
use crate::state::App;
use broadside_db::{Connection, Db, Lane, Result};
use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// So long a task is told of after it ended.
pub const TOLD_OF: i64 = 30 * DAY;
/// So many rows a step: about 5 ms of the writer.
const STEP: i64 = 50;

/// What becomes of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Stopped(Reason),
    /// It is over; only its file goes.
    FileGone(Reason),
}

/// Looks at every task once. A folder that cannot be read or written is told of by the doctor.
pub async fn sweep(app: &App) -> Result<Progress> {
    let (now, data) = (app.clock.now(), &app.settings.data);
    let mut c = app.db.read().await?;
    let here = files::all(data);
    let mut fates = Vec::new();
    for task in store::alive(&mut c).await? {
        if let Some(fate) = fate(&mut c, &task, here.as_ref().ok(), &app.settings.node, now).await? {
            fates.push((task.id, fate));
        }
    }
    let any_old = store::any_to_forget(&mut c, now - TOLD_OF).await?;
    drop(c);
    let any = !fates.is_empty() || any_old;
    if any {
        let fates = Arc::new(fates);
        app.db
            .write(Lane::Ordinary, move |c| {
                let fates = fates.clone();
                Box::pin(async move {
                    for (id, fate) in fates.iter() {
                        match fate {
                            Fate::Stopped(reason) => {
                                store::stop(c, *id, State::Cancelled, *reason, now).await?;
                            }
                            Fate::FileGone(reason) => {
                                store::take_file(c, *id, *reason).await?;
                            }
                        }
                    }
                    store::forget(c, now - TOLD_OF, STEP).await
                })
            })
            .await?;
    }
    if here.is_ok_and(|here| !here.is_empty())
        && let Err(error) = remove_unknown(&app.db, data).await?
    {
        tracing::warn!(%error, "a file of exports could not be deleted");
    }
    Ok(if any_old { Progress::More } else { Progress::Idle })
}

async fn fate(
    c: &mut Connection,
    task: &Task,
    here: Option<&BTreeSet<String>>,
    node: &str,
    now: i64,
) -> Result<Option<Fate>> {
    let over =
        |reason| Some(if task.state.is_open() { Fate::Stopped(reason) } else { Fate::FileGone(reason) });
    if !may_still(c, task).await? {
        return Ok(over(Reason::Member));
    }
    if task.state.is_open() {
        return Ok(None);
    }
    if !task.offers_file(now) {
        return Ok(over(Reason::Expired));
    }
    let is_gone = task.node.as_deref().is_none_or(|its| its == node)
        && task.file.as_ref().is_some_and(|file| here.is_some_and(|here| !here.contains(file)));
    Ok(if is_gone { over(Reason::Gone) } else { None })
}

/// Whether whoever asked has, where it was asked, the role that it was asked in, or a stronger one.
pub async fn may_still(c: &mut Connection, task: &Task) -> Result<bool> {
    let account = accounts::account_by_id(c, task.account).await?;
    if account.is_none_or(|account| account.deactivated_at.is_some()) {
        return Ok(false);
    }
    let campaign = task.campaign.as_ref().map(|(id, _)| *id);
    let places = accounts::places_of(c, task.account).await?;
    Ok(places.iter().any(|place| {
        place.group.id == task.group
            && (place.campaign.is_none() || place.campaign == campaign)
            && place.role <= task.role
    }))
}

/// Deletes the files that no task knows. A task knows its file before it is made.
pub async fn remove_unknown(db: &Db, data: &Path) -> Result<io::Result<()>> {
    let tasks = store::with_files(&mut db.read().await?, None).await?;
    let known = tasks.into_iter().filter_map(|task| task.file).collect();
    Ok(files::remove_unknown(data, &known))
}

/// Deletes every file that may hold somebody of a group, or of any: what is done has lost its file, and what
/// is being done begins anew. Where search words were asked for, which may be that person's, it ends.
pub async fn forget(db: &Db, data: &Path, group: Option<i64>, now: i64) -> Result<io::Result<()>> {
    let tasks = Arc::new(store::with_files(&mut db.read().await?, group).await?);
    if !tasks.is_empty() {
        let all = tasks.clone();
        db.write(Lane::Ordinary, move |c| {
            let all = all.clone();
            Box::pin(async move {
                for task in all.iter() {
                    if !task.words.is_empty() {
                        store::stop(c, task.id, State::Failed, Reason::Erased, now).await?;
                    }
                    store::begin_anew(c, task.id).await?;
                    store::take_file(c, task.id, Reason::Erased).await?;
                }
                Ok(())
            })
        })
        .await?;
    }
    for file in tasks.iter().filter_map(|task| task.file.as_deref()) {
        if let Err(error) = files::remove(data, file) {
            return Ok(Err(error));
        }
    }
    remove_unknown(db, data).await
}
