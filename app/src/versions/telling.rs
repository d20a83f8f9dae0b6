//! Telling those who signed earlier words that they were changed: one mail a signature, queued step by step. The
//! position is stored with the mails, so that nobody is told twice, whatever happens between.

use super::Telling;
use super::store::{self, Step, Version};
use crate::jobs::{self, Lease, Progress};
use crate::mail::Rank;
use crate::mail::store::{self as mails, NewMail};
use crate::signatures::store::{Signer, signers_after};
use crate::signatures::{MailKind, State};
use crate::state::App;
use broadside_db::{Connection, Lane, Result};
use std::sync::Arc;

pub const TELL: &str = "tell-of-words";
/// So many signatures a step: about 5 ms of the writer.
const STEP: i64 = 200;

pub async fn any(c: &mut Connection) -> Result<bool> {
    Ok(store::under_way(c).await?.is_some())
}

pub async fn tell(app: &App, lease: Lease) -> Result<Progress> {
    let mut c = app.db.read().await?;
    let Some((version, from, current)) = store::under_way(&mut c).await? else {
        drop(c);
        jobs::put_off(&app.db, lease, 0).await?;
        return Ok(Progress::Idle);
    };
    let signers = signers_after(&mut c, from, STEP).await?;
    drop(c);
    let is_last = signers.len() < usize::try_from(STEP).unwrap_or(usize::MAX);
    let to = signers.last().map_or(from, |last| last.id);
    let told: Vec<NewMail> =
        signers.iter().filter(|one| is_to_be_told(one, version)).map(|one| mail(one, version)).collect();
    let step = if current == version.number {
        let then = if is_last { Telling::Told } else { Telling::UnderWay };
        Step { from, to, told: i64::try_from(told.len()).unwrap_or(i64::MAX), then }
    } else {
        // The words were changed again: whoever is told of these would read others.
        Step { from, to: from, told: 0, then: Telling::Stopped }
    };
    let work = Arc::new((lease, if step.told > 0 { told } else { Vec::new() }));
    let now = app.clock.now();
    app.db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (lease, told) = &*work;
                if !jobs::advance(c, lease, 0, 0).await? || !store::advance(c, version, step, now).await? {
                    return Ok(());
                }
                mails::enqueue(c, told, now).await
            })
        })
        .await?;
    app.mail_waits.wake();
    Ok(Progress::More)
}

/// Whose name stands, under earlier words, and can still be written to.
fn is_to_be_told(one: &Signer, version: Version) -> bool {
    one.letter == version.letter
        && one.version < version.number
        && one.has_person
        && matches!(one.state, State::Confirmed | State::Held)
}

fn mail(one: &Signer, version: Version) -> NewMail {
    NewMail {
        group: version.group,
        campaign: one.campaign,
        address_key: one.address_key.clone(),
        kind: MailKind::WordsChanged.word(),
        rank: Rank::Telling,
        sign_on_id: one.sign_on,
        link_request_id: None,
    }
}
