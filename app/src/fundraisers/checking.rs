//! Asks the provider what became of payments: what was paid back or taken back there appears in the book and on the page,
//! and what does not agree is shown at the desk.

use super::doubt::Doubt;
use super::provider::{Charge, Charged, Failure, PaymentStanding, Provider, Standing};
use super::{Pledge, agreeing, books, looking, store};
use crate::clock::DAY;
use crate::jobs::{self, Lease, Progress};
use crate::state::App;
use broadside_db::{Lane, Result};
use std::sync::Arc;

const AT_ONCE: i64 = 8;
/// So long after a payment its bank may take it back.
const OPEN: i64 = 180 * DAY;

/// Before which a payment was asked about last, and since when it was made, where it is to be asked about now.
pub fn due(now: i64) -> (i64, i64) {
    (now - DAY, now - OPEN)
}

/// One step; nothing to do is [`Progress::Idle`].
pub async fn check(app: &App, lease: &Lease) -> Result<Progress> {
    let now = app.clock.now();
    let waiting = store::to_check(&mut app.db.read().await?, due(now), AT_ONCE).await?;
    let mut done = Progress::Idle;
    for pledge in waiting {
        let Some(provider) = app.payments.provider_of(&pledge) else { continue };
        if pledge.is_given_up() {
            find(app, lease, pledge, provider.as_ref()).await?;
            done = Progress::More;
            continue;
        }
        let standing = provider.payment(pledge.payment.as_deref().unwrap_or_default()).await;
        note(app, lease, pledge, standing).await?;
        done = Progress::More;
    }
    Ok(done)
}

/// A charge that was given up may have been made: money that came is a gift.
async fn find(app: &App, lease: &Lease, pledge: Pledge, provider: &dyn Provider) -> Result<()> {
    let (now, id) = (app.clock.now(), pledge.id);
    let call = store::last_charge(&mut app.db.read().await?, id).await?;
    let found = match call {
        Some(call) => provider.find(&Charge::of(&pledge, call.key)).await,
        None => Ok(None),
    };
    match found {
        Ok(Some(Charged::Paid { payment, fee })) => {
            return looking::note(app, lease, pledge, Standing::Paid { payment, fee }).await;
        }
        Ok(_) => {}
        Err(failure) => {
            tracing::warn!(
                ?failure,
                pledge = id,
                "it is not said whether a charge that was given up was made"
            );
        }
    }
    app.db.write(Lane::Ordinary, move |c| Box::pin(async move { store::asked_about(c, id, now).await })).await
}

/// Notes what the provider says of a payment.
pub async fn note(
    app: &App,
    lease: &Lease,
    pledge: Pledge,
    standing: std::result::Result<Option<PaymentStanding>, Failure>,
) -> Result<()> {
    let now = app.clock.now();
    let zone = books::surroundings(app, &pledge).await?.zone;
    let (lease, campaign_id) = (lease.clone(), pledge.promise.campaign);
    let with = Arc::new((pledge, standing, zone));
    app.db
        .write(Lane::Ordinary, move |c| {
            let (with, lease) = (with.clone(), lease.clone());
            Box::pin(async move {
                let (pledge, standing, zone) = &*with;
                if !jobs::holds(c, &lease).await? {
                    return Ok(());
                }
                match standing {
                    Ok(Some(standing)) => {
                        agreeing::agree(c, pledge.id, standing, zone, now).await?;
                        store::checked(c, pledge.id, None, now).await
                    }
                    Ok(None) => store::checked(c, pledge.id, Some(&Doubt::UnknownThere), now).await,
                    Err(failure) => {
                        tracing::warn!(
                            ?failure,
                            pledge = pledge.id,
                            "the provider did not say what became of a payment"
                        );
                        store::checked(c, pledge.id, None, now).await
                    }
                }
            })
        })
        .await?;
    app.mail_waits.wake();
    app.funds.forget(campaign_id);
    Ok(())
}
