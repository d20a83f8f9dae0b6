//! Has the provider close pages on which cards are tried, and those that are open still at the end.

use super::provider::{Failure, Provider};
use super::{Pledge, store};
use crate::clock::MINUTE;
use crate::jobs::{self, Lease, Progress};
use crate::state::App;
use broadside_db::{Lane, Result};
use std::sync::Arc;
use tokio::task::JoinSet;

/// How many are closed in one step.
const AT_ONCE: i64 = 8;

/// One step; nothing to do is [`Progress::Idle`].
pub async fn close(app: &App, lease: &Lease) -> Result<Progress> {
    let Some(provider) = app.payments.provider() else { return Ok(Progress::Idle) };
    let now = app.clock.now();
    let waiting = store::to_close(&mut app.db.read().await?, (provider.word(), now), AT_ONCE).await?;
    if waiting.is_empty() {
        return Ok(Progress::Idle);
    }
    let mut beside = JoinSet::new();
    for pledge in waiting {
        beside.spawn(close_one(app.clone(), lease.clone(), provider.clone(), pledge));
    }
    while let Some(closed) = beside.join_next().await {
        closed.map_err(|panicked| broadside_db::Error::Abandoned(panicked.to_string()))??;
    }
    Ok(Progress::More)
}

async fn close_one(app: App, lease: Lease, provider: Arc<dyn Provider>, pledge: Pledge) -> Result<()> {
    let now = app.clock.now();
    let is_closed = match provider.close(pledge.session.as_deref().unwrap_or_default()).await {
        Ok(()) => true,
        Err(Failure::Refused(why) | Failure::Unknown(why)) => {
            tracing::warn!(why, pledge = pledge.id, "a page is not closed; it is asked for again");
            false
        }
    };
    app.db
        .write(Lane::Ordinary, move |c| {
            let (pledge, lease) = (pledge.clone(), lease.clone());
            Box::pin(async move {
                if !jobs::holds(c, &lease).await? {
                    return Ok(());
                }
                if is_closed {
                    store::closed(c, &pledge, now).await
                } else {
                    store::close_later(c, &pledge, now + MINUTE).await
                }
            })
        })
        .await
}
