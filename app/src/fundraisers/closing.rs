//! Has the provider close pages on which cards are tried.

use super::provider::Failure;
use super::store;
use crate::clock::MINUTE;
use crate::jobs::{self, Lease, Progress};
use crate::state::App;
use broadside_db::{Lane, Result};

/// How many are closed in one step.
const AT_ONCE: i64 = 8;

/// One step; nothing to do is [`Progress::Idle`].
pub async fn close(app: &App, lease: &Lease) -> Result<Progress> {
    let now = app.clock.now();
    let waiting = store::to_close(&mut app.db.read().await?, now, AT_ONCE).await?;
    let mut done = Progress::Idle;
    for pledge in waiting {
        let Some(provider) = app.payments.provider_of(&pledge) else { continue };
        let is_closed = match provider.close(pledge.session.as_deref().unwrap_or_default()).await {
            Ok(()) => true,
            Err(Failure::Refused(why) | Failure::Unknown(why)) => {
                tracing::warn!(why, pledge = pledge.id, "a page is not closed; it is asked for again");
                false
            }
        };
        let lease = lease.clone();
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
            .await?;
        done = Progress::More;
    }
    Ok(done)
}
