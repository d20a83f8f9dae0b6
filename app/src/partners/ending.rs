//! What is done when a partnership ends: everything of it closes in the transaction that ends it, the form asks for it
//! no more, and here its consents are ended with that day, step by step. Who signed before and confirms later is found
//! by another walk each day, until no such sign-on can be confirmed any more.

use super::{mailing, store};
use crate::clock::DAY;
use crate::jobs::{self, Lease, Progress};
use crate::signatures::TIME_TO_CONFIRM;
use crate::state::App;
use broadside_db::{Connection, Lane, Result};

pub const END: &str = "end-partners-consents";
/// So many consents a step: about 5 ms of the writer.
const STEP: i64 = 100;
const UNTIL: i64 = TIME_TO_CONFIRM + DAY;

pub async fn any(c: &mut Connection, now: i64) -> Result<bool> {
    Ok(store::to_be_swept(c, UNTIL, now - DAY).await?.is_some())
}

pub async fn end(app: &App, lease: Lease) -> Result<Progress> {
    let (now, telling) = (app.clock.now(), app.clone());
    let swept = app
        .db
        .write(Lane::Ordinary, move |c| {
            let (lease, telling) = (lease.clone(), telling.clone());
            Box::pin(async move {
                let Some(one) = store::to_be_swept(c, UNTIL, now - DAY).await? else { return Ok(false) };
                if jobs::advance(c, &lease, 0, 0).await?
                    && store::sweep(c, &one, STEP, now).await?.is_none()
                    && one.is_first
                {
                    mailing::tell(c, &telling, one.id, now).await?;
                }
                Ok(true)
            })
        })
        .await?;
    if swept {
        app.mail_waits.wake();
    }
    Ok(if swept { Progress::More } else { Progress::Idle })
}
