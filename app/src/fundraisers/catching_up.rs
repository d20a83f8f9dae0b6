//! After a backup was restored the provider is asked what came in since it was taken. Each payment that is not known is heard
//! of as if its event came only now.

use super::charging::pause;
use super::provider::Failure;
use super::{mailing, store};
use crate::clock::{DAY, HOUR};
use crate::jobs::{self, Lease, Progress};
use crate::state::App;
use broadside_db::{Lane, Result};

/// Clocks differ, and a step that was under way may have noted less than it did.
const SLACK: i64 = DAY;

/// One step; nothing to do is [`Progress::Idle`].
pub async fn catch_up(app: &App, lease: &Lease) -> Result<Progress> {
    let now = app.clock.now();
    let Some(since) = store::to_catch_up(&mut app.db.read().await?, now).await? else {
        return Ok(Progress::Idle);
    };
    let Some(provider) = app.payments.provider() else {
        // Its key may come with the next start.
        let later = Some(now + HOUR);
        app.db
            .write(Lane::Ordinary, move |c| Box::pin(async move { store::caught_up(c, later).await }))
            .await?;
        return Ok(Progress::Idle);
    };
    let (word, kind) = (provider.word(), provider.paid_kind());
    let paid = provider.paid_since((since - SLACK).max(0)).await;
    let (lease, inner) = (lease.clone(), app.clone());
    app.db
        .write(Lane::Ordinary, move |c| {
            let (app, paid, lease) = (inner.clone(), paid.clone(), lease.clone());
            Box::pin(async move {
                if !jobs::holds(c, &lease).await? {
                    return Ok(());
                }
                match paid {
                    Ok(paid) => {
                        for payment in paid {
                            if store::by_payment(c, word, &payment).await?.is_none() {
                                let event = format!("restored {payment}");
                                store::note_event(c, word, (&event, kind, &payment), now).await?;
                            }
                        }
                        for promise in store::waiting_since_restored(c).await? {
                            mailing::notify(c, &app, &promise, "restored", now).await?;
                        }
                        store::caught_up(c, None).await
                    }
                    Err(Failure::Refused(why) | Failure::Unknown(why)) => {
                        tracing::warn!(
                            why,
                            "the provider did not say what came in since the backup; it is asked again"
                        );
                        store::caught_up(c, Some(now + pause(0))).await
                    }
                }
            })
        })
        .await?;
    app.mail_waits.wake();
    Ok(Progress::More)
}
