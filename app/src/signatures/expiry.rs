//! What nobody confirmed in time is deleted, by the order of its numbers.
//!
//! A confirmed sign-on's row goes too: the signature holds everything by then.

use super::deciding::{self, DECIDE_LINKS, DECIDE_MAILS};
use super::store;
use crate::clock::HOUR;
use crate::jobs::{self, Lease, Progress};
use crate::mail;
use crate::people::personal_data::kept_for;
use crate::state::App;
use broadside_db::{Lane, Result};

pub const EXPIRE: &str = "expire";
/// So many rows a step: about 5 ms of the writer.
const STEP: i64 = 100;

pub async fn expire(app: &App, lease: Lease) -> Result<Progress> {
    let now = app.clock.now();
    let before = |table| now - kept_for(table);
    let (sign_ons, links, mails) = (before("sign_on"), before("link_request"), before("mail"));
    let (removed, held) = (before("removed_mailbox"), before("held_sign_on"));
    let mut c = app.db.read().await?;
    // Numbers rise with time, so the oldest stand first; only decided rows may go.
    let decided_up_to = jobs::position(&mut c, DECIDE_MAILS).await?;
    let links_up_to = jobs::position(&mut c, DECIDE_LINKS).await?;
    let old: Vec<(i64, Vec<u8>)> = store::sign_ons_before(&mut c, sign_ons, decided_up_to, STEP)
        .await?
        .into_iter()
        .map(|row| (row.id, deciding::address_key(app, &row.sign_on.email)))
        .collect();
    drop(c);
    let work = std::sync::Arc::new((lease, old));
    let (deleted, more) = app
        .db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (lease, old) = &*work;
                store::delete_sign_ons(c, old).await?;
                let links = store::delete_link_requests_before(c, links, links_up_to, STEP).await?;
                let mails = mail::store::delete_older_than(c, mails, STEP).await?;
                let removed = store::delete_removed_before(c, removed, STEP).await?;
                let held = store::delete_held_before(c, held, STEP).await?;
                let full = u64::try_from(STEP).unwrap_or(u64::MAX);
                let more = [old.len() as u64, links, mails, removed, held]
                    .into_iter()
                    .any(|deleted| deleted >= full);
                let next = if more { 0 } else { now + HOUR };
                if !jobs::advance(c, lease, 0, next).await? {
                    return Ok((0, false));
                }
                Ok((old.len(), more))
            })
        })
        .await?;
    if deleted > 0 {
        tracing::info!(deleted, "sign-ons whose time is over were deleted; what was signed stays");
    }
    Ok(if more { Progress::More } else { Progress::Idle })
}
