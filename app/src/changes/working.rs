//! Changes and undoings as tasks: a piece a step, so that they go on after a restart. Those that are short are
//! done to their end while somebody waits, and are found done here.

use super::{Change, State, doing, store, undoing};
use crate::accounts::store as accounts;
use crate::jobs::Progress;
use crate::lists::asked::Place;
use crate::state::App;
use crate::tasks::sweeping::may_still;
use crate::tasks::working::{Turn, fail};
use crate::tasks::{Asked, Reason, Stand};
use broadside_db::{BoxFuture, Error, Lane, Result};
use std::sync::Arc;

pub fn step<'a>(app: &'a App, turn: &'a Turn) -> BoxFuture<'a, Result<Progress>> {
    Box::pin(do_some(app, turn))
}

async fn do_some(app: &App, turn: &Turn) -> Result<Progress> {
    let (Some(Asked::Change { change: id } | Asked::Undo { change: id, .. }), Some((campaign, slug))) =
        (&turn.task.asked, &turn.task.campaign)
    else {
        return fail(app, turn, Reason::Fault).await;
    };
    let mut c = app.db.read().await?;
    // Each piece changes something: whoever lost the role changes nothing more.
    if !may_still(&mut c, &turn.task).await? {
        drop(c);
        return fail(app, turn, Reason::Member).await;
    }
    let change = store::change_of(&mut c, *campaign, *id).await?;
    let place = accounts::campaign_place(&mut c, slug).await?;
    drop(c);
    let Some(change) = change else { return fail(app, turn, Reason::Fault).await };
    if change.state == State::Running {
        let place = Place { group: change.group, campaign: place.as_ref(), role: turn.task.role };
        do_piece(app, &change, place).await?;
    }
    write_down(app, turn, (*campaign, *id)).await
}

async fn do_piece(app: &App, change: &Change, place: Place<'_>) -> Result<bool> {
    let done = match change.undoes {
        Some(_) => undoing::step(app, change).await,
        None => doing::step(app, change, place).await,
    };
    done.map_err(|error| match error {
        crate::error::Error::Database(error) => error,
        other => Error::Abandoned(other.to_string()),
    })
}

/// How far it has come, as it stands by now.
async fn write_down(app: &App, turn: &Turn, (campaign, id): (i64, i64)) -> Result<Progress> {
    let (now, turn) = (app.clock.now(), Arc::new(turn.clone()));
    app.db
        .write(Lane::Ordinary, move |c| {
            let turn = turn.clone();
            Box::pin(async move {
                let Some(change) = store::change_of(c, campaign, id).await? else { return Ok(false) };
                let stand = Stand {
                    total: change.found.max(change.changed),
                    done: change.changed,
                    rows: change.changed,
                    position: change.position,
                    carried: String::new(),
                };
                if change.state == State::Running {
                    turn.go_on(c, &stand).await
                } else {
                    turn.finish(c, &stand, now).await
                }
            })
        })
        .await?;
    Ok(Progress::More)
}
