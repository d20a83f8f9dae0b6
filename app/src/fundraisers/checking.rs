//! Asks the provider what became of payments: what was paid back or taken back there appears in the book and on the page,
//! and what does not agree is shown at the desk.

use super::doubt::Doubt;
use super::mail::MailKind;
use super::provider::{Failure, PaymentStanding};
use super::{Pledge, State, books, mailing, store};
use crate::clock::{DAY, day};
use crate::jobs::{self, Lease, Progress};
use crate::state::App;
use broadside_db::{Connection, Lane, Result};
use broadside_money::ledger::Deed;
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
        let standing = provider.payment(pledge.payment.as_deref().unwrap_or_default()).await;
        note(app, lease, pledge, standing).await?;
        done = Progress::More;
    }
    Ok(done)
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
                    Ok(Some(standing)) => agree(c, pledge, standing, zone, now).await,
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

async fn agree(
    c: &mut Connection,
    pledge: &Pledge,
    standing: &PaymentStanding,
    zone: &str,
    now: i64,
) -> Result<()> {
    // As it stands by now: a part may have been noted since it was asked about.
    let Some(pledge) = store::by_id(c, pledge.id).await? else { return Ok(()) };
    let (pledge, amount) = (&pledge, pledge.left());
    let mut doubt = None;
    books::enter_fee(c, pledge, standing.fee, zone, now).await?;
    for dispute in &standing.disputes {
        books::enter_dispute(c, pledge, dispute, zone, now).await?;
    }
    if standing.disputes.iter().any(|dispute| !dispute.is_won) {
        // What the bank took cannot be paid back as well.
        for from in [State::Paid, State::Refunding] {
            store::step(c, pledge.id, (from, State::Disputed), now).await?;
        }
    } else if !standing.disputes.is_empty() {
        store::step(c, pledge.id, (State::Disputed, State::Paid), now).await?;
    }
    if standing.refunded >= pledge.said.amount {
        if store::step(c, pledge.id, (State::Paid, State::Refunded), now).await? {
            books::enter(c, pledge, &Deed::Refund { amount }, zone, now).await?;
            mailing::enqueue(c, MailKind::Refunded, pledge, now).await?;
        }
    } else if standing.refunded > pledge.returned {
        if store::returned(c, pledge, standing.refunded, now).await? {
            let part = standing.refunded - pledge.returned;
            let day = day(now, zone);
            books::enter_part(c, pledge, (&Deed::Refund { amount: part }, standing.refunded), &day, now)
                .await?;
            mailing::enqueue(c, MailKind::Returned, pledge, now).await?;
        }
    } else if standing.refunded < pledge.returned {
        doubt = Some(&Doubt::LessRefunded);
    }
    store::checked(c, pledge.id, doubt, now).await
}
