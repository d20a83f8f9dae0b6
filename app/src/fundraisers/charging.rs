//! Asks the provider for the money of pledges whose goal stands, and to pay back what is to be paid back. What is asked
//! is written down before, with the key by which the provider knows it again; before any charge it is asked whether that
//! was made already: before a crash, or before the backup was restored that is gone on with.

use super::doubt::Doubt;
use super::looking::note_payment;
use super::mail::MailKind;
use super::provider::{Charge, Charged, Failure, Provider, Refunded};
use super::store::{self, Call, Deed as Asked};
use super::{Pledge, State, agreeing, attack, books, mailing};
use crate::clock::{DAY, MINUTE};
use crate::jobs::{self, Lease, Progress};
use crate::state::App;
use broadside_db::{Connection, Lane, Result};
use std::sync::Arc;
use tokio::task::JoinSet;

/// So many payments are asked for beside each other.
const AT_ONCE: i64 = 8;

/// No call to a provider lasts longer.
const UNDER_WAY: i64 = 5 * MINUTE;
/// So often, over some four hours, it is asked about before anybody is told.
const MANY_LOOKS: i64 = 8;

/// One step; nothing to do is [`Progress::Idle`].
pub async fn charge(app: &App, lease: &Lease) -> Result<Progress> {
    let now = app.clock.now();
    let waiting = store::to_charge(&mut app.db.read().await?, now, AT_ONCE).await?;
    beside_each_other(app, lease, waiting, charge_one).await
}

/// The same of what is paid back.
pub async fn refund(app: &App, lease: &Lease) -> Result<Progress> {
    let now = app.clock.now();
    let waiting = store::to_refund(&mut app.db.read().await?, now, AT_ONCE).await?;
    beside_each_other(app, lease, waiting, refund_one).await
}

async fn beside_each_other<F>(
    app: &App,
    lease: &Lease,
    waiting: Vec<Pledge>,
    deed: fn(App, Lease, Pledge, Arc<dyn Provider>) -> F,
) -> Result<Progress>
where
    F: Future<Output = Result<()>> + Send + 'static,
{
    let mut under_way = JoinSet::new();
    for pledge in waiting {
        if let Some(provider) = app.payments.provider_of(&pledge) {
            under_way.spawn(deed(app.clone(), lease.clone(), pledge, provider));
        }
    }
    if under_way.is_empty() {
        return Ok(Progress::Idle);
    }
    while let Some(done) = under_way.join_next().await {
        done.map_err(|panicked| broadside_db::Error::Abandoned(panicked.to_string()))??;
    }
    app.mail_waits.wake();
    Ok(Progress::More)
}

/// Writes down what is about to be asked; nothing where somebody else is at it, or it was done meanwhile.
async fn intend(app: &App, lease: &Lease, pledge: &Pledge, asked: Asked) -> Result<Option<(Call, Pledge)>> {
    let (now, lease, id, instance) =
        (app.clock.now(), lease.clone(), pledge.id, app.keys.addresses.fingerprint());
    app.db
        .write(Lane::Ordinary, move |c| {
            let (lease, instance) = (lease.clone(), instance.clone());
            Box::pin(async move {
                if !jobs::holds(c, &lease).await? {
                    return Ok(None);
                }
                let Some(mut pledge) = store::by_id(c, id).await? else { return Ok(None) };
                let attempt = match (asked, pledge.state) {
                    (Asked::Charge, State::Pledged) => {
                        let Some(attempt) = store::begin_charge(c, id, now).await? else { return Ok(None) };
                        pledge.state = State::Charging;
                        attempt
                    }
                    (Asked::Charge, State::Charging) => pledge.charges,
                    (Asked::Refund, State::Paid) => {
                        store::step(c, id, (State::Paid, State::Refunding), now).await?;
                        pledge.state = State::Refunding;
                        store::answered(c, id, Asked::Refund).await? + 1
                    }
                    // One that failed is another one the next time.
                    (Asked::Refund, State::Refunding) => store::answered(c, id, Asked::Refund).await? + 1,
                    _ => return Ok(None),
                };
                let key = store::key(&instance, pledge.link(), asked, attempt);
                let group = pledge.promise.group;
                let amount = pledge.said.amount;
                let call = store::intend(c, (group, id), (asked, attempt), (&key, amount), now).await?;
                Ok(Some((call, pledge)))
            })
        })
        .await
}

async fn charge_one(app: App, lease: Lease, pledge: Pledge, provider: Arc<dyn Provider>) -> Result<()> {
    let is_left_over = pledge.state == State::Charging;
    let Some((call, pledge)) = intend(&app, &lease, &pledge, Asked::Charge).await? else { return Ok(()) };
    let charge = Charge::of(&pledge, call.key.clone());
    // One that was never asked for may have been all the same, where a backup was restored since.
    let known = provider.find(&charge).await;
    let outcome = match known {
        Ok(Some(charged)) => Outcome::Charge(Ok(charged)),
        // The desk may have given it up while that was asked.
        Ok(None) if is_left_over && !is_still_wanted(&app, &lease, pledge.id).await? => return Ok(()),
        Ok(None) => Outcome::Charge(provider.charge(&charge).await),
        Err(failure) => Outcome::Unfound(failure),
    };
    note_charge(&app, pledge, call, outcome).await
}

/// Whether a charge is to be asked for once more; nobody gives it up until it was.
async fn is_still_wanted(app: &App, lease: &Lease, pledge: i64) -> Result<bool> {
    let (lease, until) = (lease.clone(), app.clock.now() + UNDER_WAY);
    app.db
        .write(Lane::Ordinary, move |c| {
            let lease = lease.clone();
            Box::pin(async move {
                Ok(jobs::holds(c, &lease).await? && store::begin_asking(c, pledge, until).await?)
            })
        })
        .await
}

/// What came of asking for the money.
enum Outcome {
    Charge(std::result::Result<Charged, Failure>),
    /// It was not said whether it was asked for before: money may have come, or be on its way.
    Unfound(Failure),
}

async fn note_charge(app: &App, pledge: Pledge, call: Call, outcome: Outcome) -> Result<()> {
    let now = app.clock.now();
    let around = books::surroundings(app, &pledge).await?;
    let campaign = pledge.promise.campaign;
    let with = Arc::new((app.clone(), pledge, call, outcome, around));
    app.db
        .write(Lane::Ordinary, move |c| {
            let with = with.clone();
            Box::pin(async move {
                let (app, pledge, call, outcome, around) = &*with;
                store::end_asking(c, pledge.id).await?;
                let charged = match outcome {
                    Outcome::Charge(charged) => charged,
                    Outcome::Unfound(failure) => {
                        tracing::error!(
                            ?failure,
                            pledge = pledge.id,
                            "it is not said whether a charge was made"
                        );
                        note_silence(c, app, pledge, failure, now).await?;
                        return store::ask_later(c, pledge, now).await;
                    }
                };
                match charged {
                    Ok(Charged::Paid { payment, fee }) => {
                        note_payment(c, pledge, (payment, *fee), around, now).await
                    }
                    Ok(Charged::Declined { why }) => note_decline(c, app, pledge, (call, why), now).await,
                    // It is no answer of a bank’s: the account or the set-up is in the way, and people must look.
                    Err(Failure::Refused(why)) => {
                        tracing::error!(
                            pledge = pledge.id,
                            why,
                            "the provider refuses a charge; it is asked again later"
                        );
                        if pledge.promise.is_given_up(now)
                            && store::are_few_refused(c, pledge.promise.id).await?
                        {
                            return give_up(c, pledge, why, now).await.map(|_| ());
                        }
                        note_refusal(c, app, pledge, why, now).await?;
                        store::ask_later(c, pledge, now).await
                    }
                    Ok(Charged::Pending) => store::ask_later(c, pledge, now).await,
                    Err(Failure::Unknown(why)) => {
                        tracing::warn!(
                            pledge = pledge.id,
                            why,
                            "it is not known whether a charge was made; it is asked about"
                        );
                        note_silence(c, app, pledge, &Failure::Unknown(why.clone()), now).await?;
                        store::ask_later(c, pledge, now).await
                    }
                }
            })
        })
        .await?;
    app.funds.forget(campaign);
    Ok(())
}

/// What became of a charge is not said: where that is refused, or stays so for hours, people look.
async fn note_silence(
    c: &mut Connection,
    app: &App,
    pledge: &Pledge,
    failure: &Failure,
    now: i64,
) -> Result<()> {
    match failure {
        Failure::Unknown(_) if pledge.looks < MANY_LOOKS => Ok(()),
        Failure::Refused(why) | Failure::Unknown(why) => note_refusal(c, app, pledge, why, now).await,
    }
}

/// Says at the desk and, once a day, by mail that the provider refuses: people can mend what is in the way.
async fn note_refusal(c: &mut Connection, app: &App, pledge: &Pledge, why: &str, now: i64) -> Result<()> {
    // What was given up meanwhile stays so.
    if store::doubt_of(c, pledge, &Doubt::Refused(why.to_owned())).await?
        && store::tell_of_refusals(c, pledge.promise.id, now - DAY, now).await?
    {
        mailing::notify(c, app, &pledge.promise, "refused", now).await?;
    }
    Ok(())
}

/// What is refused for as long as a declined card could have been replaced holds up nobody else any more, nor what the desk
/// gives up. Where many are refused it is the account that is in the way, and nothing is given up by itself. False where
/// it is not being charged any more.
pub async fn give_up(c: &mut Connection, pledge: &Pledge, why: &str, now: i64) -> Result<bool> {
    if !store::step(c, pledge.id, (State::Charging, State::Lapsed), now).await? {
        return Ok(false);
    }
    if let Some(call) = store::unanswered(c, pledge.id, Asked::Charge).await? {
        store::finish(c, call.id, ("failed", why), now).await?;
    }
    store::doubt(c, pledge.id, &Doubt::GivenUp(why.to_owned())).await?;
    if !pledge.said.email.is_empty() {
        mailing::enqueue(c, MailKind::Lapsed, pledge, now).await?;
    }
    Ok(true)
}

async fn note_decline(
    c: &mut Connection,
    app: &App,
    pledge: &Pledge,
    (call, why): (&Call, &str),
    now: i64,
) -> Result<()> {
    store::finish(c, call.id, ("declined", why), now).await?;
    let until = now + pledge.promise.grace_days * DAY;
    if store::declined(c, pledge.id, until, now).await? {
        mailing::enqueue(c, MailKind::Declined, pledge, now).await?;
    }
    attack::stop_where_declined(c, app, &pledge.promise, now).await
}

async fn refund_one(app: App, lease: Lease, pledge: Pledge, provider: Arc<dyn Provider>) -> Result<()> {
    let Some((call, pledge)) = intend(&app, &lease, &pledge, Asked::Refund).await? else { return Ok(()) };
    let payment = pledge.payment.clone().unwrap_or_default();
    let refunded = provider.refund(&call.key, &payment, pledge.amount()).await;
    // What it says of the payment counts; where it refuses, a bank may have been first.
    let standing = match refunded {
        Ok(Refunded::Done(_)) | Err(Failure::Refused(_)) => provider.payment(&payment).await.ok().flatten(),
        Ok(Refunded::Failed(_)) | Err(Failure::Unknown(_)) => None,
    };
    let (now, campaign) = (app.clock.now(), pledge.promise.campaign);
    let zone = books::surroundings(&app, &pledge).await?.zone;
    let with = Arc::new((pledge, call, refunded, standing, zone));
    app.db
        .write(Lane::Ordinary, move |c| {
            let with = with.clone();
            Box::pin(async move {
                let (pledge, call, refunded, standing, zone) = &*with;
                match refunded {
                    Ok(Refunded::Done(_)) => {}
                    Ok(Refunded::Failed(why)) => {
                        tracing::warn!(
                            pledge = pledge.id,
                            why,
                            "a refund failed; it is asked for anew in a day"
                        );
                        store::finish(c, call.id, ("failed", why), now).await?;
                        store::doubt_of(c, pledge, &Doubt::Refused(why.clone())).await?;
                        return store::ask_at(c, pledge, now + DAY).await;
                    }
                    Err(Failure::Unknown(why) | Failure::Refused(why)) => {
                        tracing::warn!(
                            pledge = pledge.id,
                            why,
                            "nothing was paid back; it is asked for again"
                        );
                        store::doubt_of(c, pledge, &Doubt::Refused(why.clone())).await?;
                    }
                }
                if let Some(standing) = standing {
                    agreeing::agree(c, pledge.id, standing, zone, now).await?;
                }
                let is_over =
                    store::by_id(c, pledge.id).await?.is_none_or(|one| one.state != State::Refunding);
                // Until the payment shows it, it is asked for again with the same key.
                if let Ok(Refunded::Done(reference)) = refunded
                    && is_over
                {
                    store::finish(c, call.id, ("done", reference), now).await?;
                }
                store::ask_later(c, pledge, now).await
            })
        })
        .await?;
    app.funds.forget(campaign);
    Ok(())
}

/// When a provider that gave no answer is asked again: soon, and then less often.
pub fn pause(looks: i64) -> i64 {
    const MINUTES: [i64; 5] = [1, 2, 5, 15, 30];
    usize::try_from(looks).ok().and_then(|at| MINUTES.get(at)).copied().unwrap_or(60) * MINUTE
}
