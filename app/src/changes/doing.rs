//! Doing a change: at once where rows were ticked, else piece by piece. Each piece is one transaction that
//! changes its rows, notes them and says how far it came, so that no row is changed twice and none is lost
//! where the program stops.

use super::pieces::{self, Of, Outcome};
use super::store::{self, NewChange, Piece};
use super::{Change, PIECE, State};
use crate::accounts::Role;
use crate::audit;
use crate::error::Result;
use crate::lists::asked::{self, Asked, Place};
use crate::lists::store::{self as lists, MAILS, SIGN_ONS, SIGNATURES};
use crate::lists::{Deed, List};
use crate::state::App;
use crate::tasks::{self, store::NewTask};
use broadside_db::{Connection, Lane};
use std::sync::Arc;

/// The list whose rows a deed changes.
pub fn list_of(deed: Deed) -> &'static List {
    match deed {
        Deed::Hide | Deed::Show | Deed::Approve | Deed::Hold | Deed::Remove | Deed::PutBack => &SIGNATURES,
        Deed::Remind => &SIGN_ONS,
        Deed::TryAgain | Deed::Drop => &MAILS,
    }
}

/// Changes rows that were chosen one by one, and notes it, together; answers the change's number.
pub async fn do_rows(app: &App, new: NewChange, ids: Vec<i64>, record: audit::Change) -> Result<i64> {
    let (work, now) = (Arc::new((new, ids, record, app.keys.addresses.clone())), app.clock.now());
    let (id, outcome) = app
        .db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (new, ids, record, addresses) = &*work;
                let id = begun(c, new, record, now).await?;
                let (group, campaign, deed, removes_as) = (new.group, new.campaign, new.deed, new.removes_as);
                let of = Of { id, group, campaign, deed, removes_as };
                let outcome = pieces::change(c, of, ids, addresses, now).await?;
                store::advance(c, id, piece(&outcome, None), now).await?;
                Ok((id, outcome))
            })
        })
        .await?;
    tell(app, &outcome);
    Ok(id)
}

/// Notes that a change or an undoing begins, with the task that sees to its end; answers its number.
pub async fn begin(app: &App, new: NewChange, record: audit::Change, role: Role) -> Result<i64> {
    let (work, now) = (Arc::new((new, record)), app.clock.now());
    let begun = app.db.write(Lane::Ordinary, move |c| {
        let work = work.clone();
        Box::pin(async move {
            let (new, record) = &*work;
            // Two who press at once take the same change back once: the second waits here for the first.
            if let Some(undoes) = new.undoes {
                store::hold(c, undoes).await?;
                let others = store::undoing(c, undoes).await?;
                if let Some(other) = others.iter().find(|one| one.state == State::Running) {
                    return Ok(other.id);
                }
            }
            let id = begun(c, new, record, now).await?;
            let task = NewTask {
                group: new.group,
                campaign: Some(new.campaign),
                account: new.account,
                role,
                asked: match new.undoes {
                    Some(undoes) => tasks::Asked::Undo { change: id, undoes },
                    None => tasks::Asked::Change { change: id },
                },
                words: String::new(),
                node: None,
                file: None,
            };
            let task = tasks::store::add(c, &task, now).await?;
            store::set_task(c, id, task).await?;
            Ok(id)
        })
    });
    Ok(begun.await?)
}

async fn begun(
    c: &mut Connection,
    new: &NewChange,
    record: &audit::Change,
    now: i64,
) -> broadside_db::Result<i64> {
    let id = store::add_change(c, new, now).await?;
    let mut record = record.clone();
    record.object = format!("change {}", new.undoes.unwrap_or(id));
    audit::store::record(c, &record, now).await?;
    Ok(id)
}

/// The next piece of a change; false where nothing is left of it.
pub async fn step(app: &App, change: &Change, place: Place<'_>) -> Result<bool> {
    let list = list_of(change.deed);
    let asked = Asked::read(list, change.query.as_deref().unwrap_or_default());
    let listing = asked::listing(app, list, place, &asked, &["letter"]).await?;
    let mut c = app.db.read().await?;
    let (lines, up_to) = lists::walk(&mut c, &listing, change.position, PIECE).await?;
    drop(c);
    let ids: Vec<i64> = lines.iter().map(|line| line.spot.id).filter(|id| *id <= change.up_to).collect();
    let up_to = up_to.filter(|up_to| *up_to < change.up_to);
    let (work, now) = (Arc::new((change.clone(), ids, app.keys.addresses.clone())), app.clock.now());
    let outcome = app
        .db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (change, ids, addresses) = &*work;
                if !store::take_piece(c, change.id, change.position).await? {
                    return Ok(None);
                }
                let outcome = pieces::change(c, of(change), ids, addresses, now).await?;
                store::advance(c, change.id, piece(&outcome, up_to), now).await?;
                Ok(Some(outcome))
            })
        })
        .await?;
    let Some(outcome) = outcome else { return Ok(false) };
    tell(app, &outcome);
    Ok(up_to.is_some())
}

fn of(change: &Change) -> Of {
    Of {
        id: change.id,
        group: change.group,
        campaign: change.campaign,
        deed: change.deed,
        removes_as: change.removes_as,
    }
}

pub fn piece(outcome: &Outcome, up_to: Option<i64>) -> Piece {
    Piece { changed: outcome.changed, left_alone: outcome.left_alone, up_to }
}

/// Lets no visitor see letters as they stood, and mails that wait go out.
pub fn tell(app: &App, outcome: &Outcome) {
    for letter in &outcome.letters {
        app.sheets.forget(*letter);
    }
    app.mail_waits.wake();
}
