//! Looks for goals that are reached. One transaction notes it, closes the letter that is to be closed and queues the
//! mails, so that it happens once, whatever happens between.

use super::store::Sums;
use super::{mailing, store};
use crate::audit::{self, Change};
use crate::campaigns::store::{Mark, Measure, close_letter, definition_of};
use crate::jobs::{self, Lease, Progress};
use crate::state::App;
use broadside_db::{Connection, Lane, Result};
use broadside_money::Amount;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

pub const REACH: &str = "reach-goals";

/// A goal that is reached and not noted, with what counted towards it.
async fn reached(c: &mut Connection, now: i64) -> Result<Option<(Mark, Option<i64>)>> {
    let mut by_campaign: HashMap<i64, Sums> = HashMap::new();
    let open = store::open(c).await?;
    for mark in &open {
        let sums = match by_campaign.entry(mark.campaign) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(store::sums_for(c, mark.campaign, &open).await?),
        };
        if sums.reach(&mark.measure, mark.level, now) {
            let with = sums.towards(&mark.measure);
            return Ok(Some((mark.clone(), with)));
        }
    }
    Ok(None)
}

pub async fn any(c: &mut Connection, now: i64) -> Result<bool> {
    Ok(reached(c, now).await?.is_some())
}

/// One goal.
pub async fn reach(app: &App, lease: Lease) -> Result<Progress> {
    let now = app.clock.now();
    let inner = app.clone();
    let mark = app
        .db
        .write(Lane::Ordinary, move |c| {
            let (lease, app) = (lease.clone(), inner.clone());
            Box::pin(async move {
                if !jobs::advance(c, &lease, 0, 0).await? {
                    return Ok(None);
                }
                let Some((mark, with)) = reached(c, now).await? else { return Ok(None) };
                note(c, &app, &mark, with, now).await?;
                Ok(Some(mark))
            })
        })
        .await?;
    let Some(mark) = mark else { return Ok(Progress::Idle) };
    app.mail_waits.wake();
    app.directory.look_again();
    app.goals.forget(mark.campaign);
    app.presses.forget(mark.campaign);
    if let Some(campaign) = app.directory.by_id(app, mark.campaign).await? {
        for letter in &campaign.letters {
            app.sheets.forget(letter.id);
        }
    }
    Ok(Progress::More)
}

async fn note(c: &mut Connection, app: &App, mark: &Mark, with: Option<i64>, now: i64) -> Result<()> {
    if !store::reach(c, mark.id, with, now).await? {
        return Ok(());
    }
    let definition = definition_of(c, mark.campaign).await?;
    let Some(goal) = definition.as_ref().and_then(|definition| definition.goal(&mark.goal)) else {
        return Ok(());
    };
    for audience in &goal.mail {
        for (account, email) in store::audience(c, mark, *audience).await? {
            if let Some(notice) = store::notice(c, mark, account, now).await? {
                mailing::enqueue(c, app, mark, (notice, &email), now).await?;
            }
        }
    }
    let closed = match &goal.closes {
        Some(letter) => close_letter(c, mark.campaign, letter, now).await?.then_some(letter),
        None => None,
    };
    let change = Change::of("goal-reached", format!("goal {}", mark.goal))
        .field("level", None, Some(&level(mark)))
        .field("closed", None, closed.map(String::as_str))
        .in_group(mark.group);
    audit::store::record(c, &change, now).await
}

/// A number, an amount with its currency, or a moment as RFC 3339 has it.
fn level(mark: &Mark) -> String {
    match mark.measure {
        Measure::Signatures { .. } | Measure::People { .. } => mark.level.to_string(),
        Measure::Money { currency, .. } => Amount::new(mark.level, currency).to_string(),
        Measure::Moment => jiff::Timestamp::from_microsecond(mark.level)
            .map_or_else(|_| mark.level.to_string(), |at| at.to_string()),
    }
}
