//! Gifts that recur: the provider asks for the money, and is asked here what came in. Each month that was paid is a gift
//! of its own, noted once; what has ended there is noted as ended, and what is to end the provider is asked to end.

use super::books::{self, Surroundings};
use super::charging::pause;
use super::looking::note_gift;
use super::mail::MailKind;
use super::provider::{self, Failure, Month, Months, Provider};
use super::recurrence::{Course, Recurrence};
use super::{Pledge, checking, mailing, store};
use crate::clock::{DAY, day};
use crate::jobs::{self, Lease, Progress};
use crate::state::App;
use broadside_db::{Connection, Lane, Result};
use std::sync::Arc;

const AT_ONCE: i64 = 8;
/// So long the provider is asked after the end: what was under way then comes in, or does not.
const AFTERWARDS: i64 = 45 * DAY;

/// One step; nothing to do is [`Progress::Idle`].
pub async fn follow(app: &App, lease: &Lease) -> Result<Progress> {
    let now = app.clock.now();
    let Some(provider) = app.payments.provider() else { return Ok(Progress::Idle) };
    let waiting = store::to_follow(&mut app.db.read().await?, provider.word(), now, AT_ONCE).await?;
    let mut done = Progress::Idle;
    for first in waiting {
        let Some(asked) = Asked::of(first) else { continue };
        let months = provider.months(&asked.subscription).await;
        note(app, lease, (asked, provider.as_ref()), months).await?;
        done = Progress::More;
    }
    Ok(done)
}

/// The same of those that are to end. What was paid before is noted first.
pub async fn end(app: &App, lease: &Lease) -> Result<Progress> {
    let now = app.clock.now();
    if let_be_over(app, lease, now).await? {
        return Ok(Progress::More);
    }
    let Some(provider) = app.payments.provider() else { return Ok(Progress::Idle) };
    let waiting = store::to_end(&mut app.db.read().await?, provider.word(), now, AT_ONCE).await?;
    let mut done = Progress::Idle;
    for first in waiting {
        let Some(asked) = Asked::of(first) else { continue };
        let months = match provider.end(&asked.subscription).await {
            Ok(()) => provider.months(&asked.subscription).await,
            Err(failure) => Err(failure),
        };
        note(app, lease, (asked, provider.as_ref()), months).await?;
        done = Progress::More;
    }
    Ok(done)
}

async fn let_be_over(app: &App, lease: &Lease, now: i64) -> Result<bool> {
    if !store::are_to_be_over(&mut app.db.read().await?).await? {
        return Ok(false);
    }
    let lease = lease.clone();
    app.db
        .write(Lane::Ordinary, move |c| {
            let lease = lease.clone();
            Box::pin(async move {
                if !jobs::holds(c, &lease).await? {
                    return Ok(false);
                }
                store::forget_months(c, AT_ONCE).await?;
                Ok(store::let_be_over(c, now, AT_ONCE).await? > 0)
            })
        })
        .await
}

/// One that the provider is asked about.
struct Asked {
    first: Pledge,
    recurrence: Recurrence,
    subscription: String,
}

impl Asked {
    fn of(first: Pledge) -> Option<Self> {
        let recurrence = first.recurrence.clone()?;
        let subscription = recurrence.subscription.clone()?;
        Some(Self { first, recurrence, subscription })
    }
}

/// Notes what the provider says, and asks it what it keeps of each month that is new.
async fn note(
    app: &App,
    lease: &Lease,
    (asked, provider): (Asked, &dyn Provider),
    months: std::result::Result<Months, Failure>,
) -> Result<()> {
    let now = app.clock.now();
    let Asked { first, recurrence, .. } = asked;
    let months = match months {
        Ok(months) => months,
        Err(failure) => {
            tracing::warn!(?failure, pledge = first.id, "the provider did not say what came in every month");
            let at = now + pause(recurrence.looks);
            return app
                .db
                .write(Lane::Ordinary, move |c| {
                    Box::pin(async move { store::follow_later(c, recurrence.id, at).await })
                })
                .await;
        }
    };
    let around = books::surroundings(app, &first).await?;
    let (lease_held, campaign) = (lease.clone(), first.promise.campaign);
    let with = Arc::new((first, recurrence, months, around));
    let noted = app
        .db
        .write(Lane::Ordinary, move |c| {
            let (with, lease) = (with.clone(), lease_held.clone());
            Box::pin(async move {
                let (first, recurrence, months, around) = &*with;
                if !jobs::holds(c, &lease).await? {
                    return Ok(Vec::new());
                }
                let noted = note_months(c, (first, recurrence), &months.paid, around, now).await?;
                note_course(c, first, recurrence, months, now).await?;
                Ok(noted)
            })
        })
        .await?;
    for pledge in noted {
        let standing = provider.payment(pledge.payment.as_deref().unwrap_or_default()).await;
        checking::note(app, lease, pledge, standing).await?;
    }
    app.mail_waits.wake();
    app.funds.forget(campaign);
    Ok(())
}

/// Those that were not known before.
async fn note_months(
    c: &mut Connection,
    (first, recurrence): (&Pledge, &Recurrence),
    paid: &[Month],
    around: &Surroundings,
    now: i64,
) -> Result<Vec<Pledge>> {
    let (known, mut last) = store::months(c, recurrence.id).await?;
    let mut is_first_paid = !known.is_empty();
    let mut noted = Vec::new();
    for month in paid.iter().filter(|month| !known.contains(&month.invoice)) {
        if month.amount.currency != first.promise.currency {
            tracing::error!(pledge = first.id, invoice = month.invoice, "a month came in another currency");
            continue;
        }
        let id = if is_first_paid {
            last += 1;
            store::add_month(c, first.id, last, now).await?
        } else {
            is_first_paid = true;
            first.id
        };
        store::asked_for(c, id, &month.invoice, month.amount.minor).await?;
        let Some(pledge) = store::by_id(c, id).await? else { continue };
        let on = day(month.paid_at, &around.zone);
        note_gift(c, &pledge, (&month.payment, &on, month.paid_at), &around.items, now).await?;
        noted.extend(store::by_id(c, id).await?);
    }
    Ok(noted)
}

/// Notes whether it goes on, and tells whoever gives where it does not.
async fn note_course(
    c: &mut Connection,
    first: &Pledge,
    recurrence: &Recurrence,
    months: &Months,
    now: i64,
) -> Result<()> {
    let before = recurrence.course;
    let (after, look_at) = match months.course {
        provider::Course::Ended => {
            let ended_at = if before == Course::Ended { recurrence.since } else { now };
            (Course::Ended, (now - ended_at < AFTERWARDS).then_some(now + DAY))
        }
        // It was asked to end it, and says that it goes on: it is asked again.
        _ if before == Course::Ending => (Course::Ending, Some(now + pause(recurrence.looks))),
        provider::Course::Active => (Course::Active, Some(now + DAY)),
        provider::Course::Late => (Course::Late, Some(now + DAY)),
    };
    let is_new = store::stands(c, recurrence.id, (before, after), (look_at, now)).await?;
    let kind = match after {
        Course::Ended => MailKind::MonthlyEnded,
        Course::Late => MailKind::MonthlyLate,
        _ => return Ok(()),
    };
    let (known, _) = store::months(c, recurrence.id).await?;
    if is_new && !known.is_empty() && !first.said.email.is_empty() {
        mailing::enqueue(c, kind, first, now).await?;
    }
    Ok(())
}
