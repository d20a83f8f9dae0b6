//! What is told of a fundraiser whose money goes elsewhere, and what its end brings: whether its goal stands, whose pledges are released, whose time to pay is over, and
//! when all of it is settled.

use super::mail::MailKind;
use super::{Stage, State, mailing, store};
use crate::audit::{self, Change};
use crate::campaigns::definition::FundraiserKind;
use crate::jobs::{self, Lease, Progress};
use crate::state::App;
use broadside_db::{Connection, Lane, Result};

/// Pledges in one transaction.
const AT_ONCE: i64 = 50;

/// One step; the first of these that has something to do.
pub async fn decide(app: &App, lease: &Lease) -> Result<Progress> {
    let (now, lease, inner) = (app.clock.now(), lease.clone(), app.clone());
    let done = app
        .db
        .write(Lane::Ordinary, move |c| {
            let (lease, app) = (lease.clone(), inner.clone());
            Box::pin(async move {
                if !jobs::holds(c, &lease).await? {
                    return Ok(None);
                }
                if let Some(campaign) = tell_of_redirecting(c, &app, now).await? {
                    return Ok(Some(campaign));
                }
                if let Some(campaign) = end(c, &app, now).await? {
                    return Ok(Some(campaign));
                }
                if let Some(campaign) = release(c, now).await? {
                    return Ok(Some(campaign));
                }
                if let Some(campaign) = lapse(c, now).await? {
                    return Ok(Some(campaign));
                }
                if let Some(campaign) = settle(c, &app, now).await? {
                    return Ok(Some(campaign));
                }
                Ok(None)
            })
        })
        .await?;
    let Some(campaign) = done else { return Ok(Progress::Idle) };
    app.mail_waits.wake();
    app.funds.forget(campaign);
    Ok(Progress::More)
}

/// Its money goes elsewhere, by the desk or by files: whoever keeps it is told, so that nobody does so unseen.
async fn tell_of_redirecting(c: &mut Connection, app: &App, now: i64) -> Result<Option<i64>> {
    let Some(promise) = store::redirected(c).await? else { return Ok(None) };
    if store::told_of_redirecting(c, promise.id).await? {
        mailing::notify(c, app, &promise, "redirected", now).await?;
    }
    Ok(Some(promise.campaign))
}

async fn end(c: &mut Connection, app: &App, now: i64) -> Result<Option<i64>> {
    let Some(promise) = store::due(c, now).await? else { return Ok(None) };
    let with = store::counted(c, promise.id).await?;
    let stage = match promise.kind {
        FundraiserKind::Keep => Stage::Over,
        FundraiserKind::AllOrNothing if with >= promise.goal => Stage::Met,
        // It was decided after the backup was taken which was restored since: only then are cards charged.
        FundraiserKind::AllOrNothing if store::came_in(c, promise.id).await? > 0 => Stage::Met,
        FundraiserKind::AllOrNothing => Stage::Missed,
    };
    if store::decide(c, promise.id, stage, with, now).await? {
        mailing::notify(c, app, &promise, "ended", now).await?;
        let change = Change::of("fundraiser-ended", format!("fundraiser {}", promise.slug))
            .field("state", None, Some(stage.word()))
            .field("with", None, Some(&with.to_string()))
            .in_group(promise.group);
        audit::store::record(c, &change, now).await?;
    }
    Ok(Some(promise.campaign))
}

async fn release(c: &mut Connection, now: i64) -> Result<Option<i64>> {
    let all = store::to_release(c, AT_ONCE).await?;
    for pledge in &all {
        if pledge.said.email.is_empty() {
            if store::step(c, pledge.id, (pledge.state, State::Cancelled), now).await? {
                store::forget_payer(c, pledge.id).await?;
            }
        } else if store::step(c, pledge.id, (State::Pledged, State::Released), now).await? {
            mailing::enqueue(c, MailKind::Released, pledge, now).await?;
        }
    }
    Ok(all.first().map(|pledge| pledge.promise.campaign))
}

async fn lapse(c: &mut Connection, now: i64) -> Result<Option<i64>> {
    let all = store::to_lapse(c, now, AT_ONCE).await?;
    for pledge in &all {
        if store::step(c, pledge.id, (State::Declined, State::Lapsed), now).await? {
            mailing::enqueue(c, MailKind::Lapsed, pledge, now).await?;
        }
    }
    Ok(all.first().map(|pledge| pledge.promise.campaign))
}

/// All pledges have come to an end: less than the goal may have come in, and the rule that was published says what
/// happens then.
async fn settle(c: &mut Connection, app: &App, now: i64) -> Result<Option<i64>> {
    let Some(promise) = store::unsettled(c).await? else { return Ok(None) };
    let paid = store::came_in(c, promise.id).await?;
    let is_given_back = promise.gives_back && paid < promise.goal;
    if store::settle(c, promise.id, is_given_back, now).await? {
        mailing::notify(c, app, &promise, "settled", now).await?;
        let change = Change::of("fundraiser-settled", format!("fundraiser {}", promise.slug))
            .field("paid", None, Some(&paid.to_string()))
            .field("given_back", None, is_given_back.then_some("true"))
            .in_group(promise.group);
        audit::store::record(c, &change, now).await?;
    }
    Ok(Some(promise.campaign))
}
