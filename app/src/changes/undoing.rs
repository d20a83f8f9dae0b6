//! Taking a change back: each row that still stands as the change left it becomes what it was. A row that its
//! signer or somebody else touched since is left alone.

use super::doing::{piece, tell};
use super::pieces::{self, Of, Outcome};
use super::{Change, PIECE, store};
use crate::error::Result;
use crate::state::App;
use broadside_db::{Connection, Lane};
use std::sync::Arc;

/// The next piece of an undoing; false where nothing is left of it.
pub async fn step(app: &App, undoing: &Change) -> Result<bool> {
    let (work, now) = (Arc::new(undoing.clone()), app.clock.now());
    let done = app
        .db
        .write(Lane::Ordinary, move |c| {
            let undoing = work.clone();
            Box::pin(async move {
                if !store::take_piece(c, undoing.id, undoing.position).await? {
                    return Ok(None);
                }
                let (outcome, up_to) = undo_piece(c, &undoing, now).await?;
                store::advance(c, undoing.id, piece(&outcome, up_to), now).await?;
                Ok(Some((outcome, up_to)))
            })
        })
        .await?;
    let Some((outcome, up_to)) = done else { return Ok(false) };
    tell(app, &outcome);
    Ok(up_to.is_some())
}

async fn undo_piece(
    c: &mut Connection,
    undoing: &Change,
    now: i64,
) -> broadside_db::Result<(Outcome, Option<i64>)> {
    let change = undoing.undoes.unwrap_or_default();
    let (group, campaign, deed) = (undoing.group, undoing.campaign, undoing.deed);
    let of = Of { id: change, group, campaign, deed, removes_as: None };
    let most = i64::try_from(PIECE).unwrap_or(i64::MAX);
    let rows = store::rows_after(c, change, undoing.position, most).await?;
    let up_to = rows.last().filter(|_| rows.len() == PIECE).map(|row| row.row);
    let (taken, outcome) = pieces::take_back(c, of, &rows, now).await?;
    store::mark_undone(c, change, &taken, now).await?;
    Ok((outcome, up_to))
}
