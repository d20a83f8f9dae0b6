//! Asks the provider how far somebody is on its page. Its answer alone counts, and not that somebody came back.

use super::books::Surroundings;
use super::doubt::Doubt;
use super::mail::MailKind;
use super::provider::{Failure, Mode, Standing};
use super::{Pledge, Stage, State, books, mailing, store};
use crate::campaigns::definition::{FundraiserKind, Item};
use crate::clock::{HOUR, MINUTE, day};
use crate::jobs::{self, Lease, Progress};
use crate::state::App;
use broadside_db::{Connection, Lane, Result};
use broadside_money::ledger::Deed;
use std::sync::Arc;

/// How many are looked at in one step.
const AT_ONCE: i64 = 8;
/// How often a payment that takes days is asked about.
const UNDER_WAY: i64 = 6 * HOUR;
/// A provider's page is over by then.
const PAGE_ENDS: i64 = 25 * HOUR;

/// What a page of the provider's is for.
pub fn mode(pledge: &Pledge) -> Mode {
    match pledge.promise.kind {
        FundraiserKind::AllOrNothing => Mode::SetUp,
        FundraiserKind::Keep if pledge.recurrence.is_some() => Mode::Monthly,
        FundraiserKind::Keep => Mode::Pay,
    }
}

/// When a page is looked at again that is open still. A pledge that was not made before its fundraiser ended is none.
fn next_look(pledge: &Pledge, now: i64) -> Option<i64> {
    let is_late = pledge.state == State::Begun && pledge.promise.is_promised_too_late(now);
    if is_late { None } else { asked_again(pledge, now) }
}

/// When a page is looked at again that was looked at so often: what was not answered keeps the decision waiting.
fn asked_again(pledge: &Pledge, now: i64) -> Option<i64> {
    const MINUTES: [i64; 6] = [1, 2, 5, 10, 20, 40];
    let looks = usize::try_from(pledge.looks).unwrap_or_default();
    let pause = MINUTES.get(looks).copied().unwrap_or(60) * MINUTE;
    (now - pledge.changed_at < PAGE_ENDS).then_some(now + pause)
}

/// Those to ask about: whoever just came back first.
async fn waiting(app: &App, c: &mut Connection, now: i64) -> Result<Vec<Pledge>> {
    let mut all = Vec::new();
    for id in app.payments.came_back() {
        // Of one that nothing came of, too: the provider may know better by now.
        let is_open = |one: &Pledge| one.look_at.is_some() || one.state == State::Begun;
        all.extend(store::by_id(c, id).await?.filter(|one| one.session.is_some() && is_open(one)));
    }
    for due in store::to_look_at(c, now, AT_ONCE).await? {
        if all.iter().all(|one| one.id != due.id) {
            all.push(due);
        }
    }
    Ok(all)
}

/// One step; nothing to do is [`Progress::Idle`].
pub async fn look(app: &App, lease: &Lease) -> Result<Progress> {
    let now = app.clock.now();
    let waiting = waiting(app, &mut app.db.read().await?, now).await?;
    let mut done = Progress::Idle;
    for pledge in waiting {
        let Some(provider) = app.payments.provider_of(&pledge) else { continue };
        let Some(session) = pledge.session.clone() else { continue };
        let standing = match provider.look(&session).await {
            Ok(standing) => standing,
            // One that it does not know, where the key is another account’s, it may know when that is mended.
            Err(Failure::Refused(why) | Failure::Unknown(why)) => {
                tracing::warn!(why, pledge = pledge.id, "the provider did not say how far somebody is");
                let at =
                    if pledge.is_on_its_way() { Some(now + UNDER_WAY) } else { asked_again(&pledge, now) };
                app.db
                    .write(Lane::Ordinary, move |c| {
                        let (pledge, why) = (pledge.clone(), why.clone());
                        Box::pin(async move {
                            if at.is_none() && pledge.doubt.is_none() {
                                store::doubt(c, pledge.id, &Doubt::Unanswered(why)).await?;
                            }
                            store::look_again(c, &pledge, at).await
                        })
                    })
                    .await?;
                done = Progress::More;
                continue;
            }
        };
        note(app, lease, pledge, standing).await?;
        done = Progress::More;
    }
    Ok(done)
}

/// Notes how far somebody is.
pub async fn note(app: &App, lease: &Lease, pledge: Pledge, standing: Standing) -> Result<()> {
    let now = app.clock.now();
    let around = books::surroundings(app, &pledge).await?;
    let (lease, campaign) = (lease.clone(), pledge.promise.campaign);
    let with = Arc::new((pledge, standing, around));
    app.db
        .write(Lane::Ordinary, move |c| {
            let (with, lease) = (with.clone(), lease.clone());
            Box::pin(async move {
                let (pledge, standing, around) = &*with;
                if !jobs::holds(c, &lease).await? {
                    return Ok(());
                }
                match standing {
                    Standing::Failed { payment } => fail(c, pledge, payment, now).await,
                    // What was under way is not any more.
                    Standing::Open | Standing::Left if pledge.is_on_its_way() => {
                        fail(c, pledge, pledge.payment.as_deref().unwrap_or_default(), now).await
                    }
                    Standing::Open => store::look_again(c, pledge, next_look(pledge, now)).await,
                    Standing::Left => store::came_to_nothing(c, pledge, now).await,
                    Standing::UnderWay { payment } => {
                        store::is_under_way(c, pledge, (payment, now + UNDER_WAY), now).await
                    }
                    // What was given once it was decided is none.
                    Standing::SetUp { .. }
                        if pledge.state == State::Begun && is_decided(c, pledge).await? =>
                    {
                        store::came_to_nothing(c, pledge, now).await
                    }
                    Standing::SetUp { payer, method } => {
                        let item = next_item(c, pledge.promise.id, &around.items).await?;
                        if store::set_up(c, pledge, (payer, method), item.as_ref(), now).await?
                            && pledge.state == State::Begun
                        {
                            mailing::enqueue(c, MailKind::Pledged, pledge, now).await?;
                        }
                        Ok(())
                    }
                    Standing::Paid { payment, fee } => {
                        note_payment(c, pledge, (payment, *fee), around, now).await
                    }
                    Standing::Recurring { subscription } => {
                        store::set_out(c, pledge, subscription, now).await?;
                        store::look_again(c, pledge, None).await
                    }
                }
            })
        })
        .await?;
    app.mail_waits.wake();
    app.funds.forget(campaign);
    Ok(())
}

/// A payment did not arrive: nothing is given, and its giver is told.
async fn fail(c: &mut Connection, pledge: &Pledge, payment: &str, now: i64) -> Result<()> {
    let doubt = Doubt::NotArrived(payment.to_owned());
    if !store::did_not_arrive(c, pledge, &doubt, now).await? {
        return store::came_to_nothing(c, pledge, now).await;
    }
    if !pledge.said.email.is_empty() {
        mailing::enqueue(c, MailKind::NotArrived, pledge, now).await?;
    }
    Ok(())
}

async fn is_decided(c: &mut Connection, pledge: &Pledge) -> Result<bool> {
    Ok(store::promise_by_id(c, pledge.promise.id).await?.is_none_or(|promise| promise.stage != Stage::Open))
}

/// Notes a payment by card, once. A charge that nobody answered was answered by it, whoever told of it.
pub async fn note_payment(
    c: &mut Connection,
    pledge: &Pledge,
    (payment, fee): (&str, Option<i64>),
    around: &Surroundings,
    now: i64,
) -> Result<()> {
    store::charge_is_done(c, pledge.id, payment, now).await?;
    if note_gift(c, pledge, (payment, &day(now, &around.zone), now), &around.items, now).await? {
        books::enter_fee(c, pledge, fee, &around.zone, now).await?;
    }
    Ok(())
}

/// Notes that money came on a day: its receipt, its entry in the book, and its mail; false where that was done before.
pub async fn note_gift(
    c: &mut Connection,
    pledge: &Pledge,
    (payment, day, paid_at): (&str, &str, i64),
    items: &[Item],
    now: i64,
) -> Result<bool> {
    // What another step noted meanwhile gets no second receipt, nor a number that no mail names.
    let Some(pledge) = store::by_id(c, pledge.id).await? else { return Ok(false) };
    // Money that came although its charge was called declined is what was promised.
    let takes = [State::Begun, State::Pledged, State::Charging, State::Declined, State::Lapsed];
    if !takes.contains(&pledge.state) {
        if pledge.payment.as_deref() != Some(payment) {
            tracing::error!(pledge = pledge.id, payment, "money came that nobody asked for");
            store::doubt(c, pledge.id, &Doubt::Stray(payment.to_owned())).await?;
        }
        return Ok(false);
    }
    let receipt = store::next_receipt(c, pledge.promise.id).await?;
    let item = match &pledge.item {
        Some(_) => None,
        None => next_item(c, pledge.promise.id, items).await?,
    };
    if !store::paid(c, &pledge, (payment, receipt, paid_at), item.as_ref(), now).await? {
        return Ok(false);
    }
    let amount = pledge.said.amount;
    let deed = if pledge.is_transfer() { Deed::Transfer { amount } } else { Deed::Gift { amount, fee: 0 } };
    books::enter_on(c, &pledge, &deed, day, now).await?;
    if !pledge.said.email.is_empty() {
        mailing::enqueue(c, MailKind::Receipt, &pledge, now).await?;
    }
    Ok(true)
}

/// What the next pledge pays for: items in their order, each as often as it is wanted. What goes beyond all of them
/// stands for the last.
async fn next_item(c: &mut Connection, fundraiser: i64, items: &[Item]) -> Result<Option<(String, i64)>> {
    Ok(item_at(items, store::counted(c, fundraiser).await?))
}

/// The item on which a sum has come to, and which of several, from one.
pub fn item_at(items: &[Item], sum: i64) -> Option<(String, i64)> {
    let mut left = sum;
    for item in items {
        if left < item.cost() {
            return Some((item.slug.clone(), left / item.price.max(1) + 1));
        }
        left -= item.cost();
    }
    items.last().map(|item| (item.slug.clone(), i64::from(item.count)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaigns::definition::ByLanguage;

    #[test]
    fn each_sum_stands_for_the_item_that_it_has_come_to() {
        let item = |slug: &str, price, count| Item {
            slug: slug.to_owned(),
            name: ByLanguage::new(),
            place: ByLanguage::new(),
            when: ByLanguage::new(),
            price,
            count,
        };
        let items = [item("bus", 1_500, 2), item("tram", 900, 1)];
        for (sum, slug, number) in
            [(0, "bus", 1), (1_499, "bus", 1), (1_500, "bus", 2), (3_000, "tram", 1), (9_999, "tram", 1)]
        {
            assert_eq!(item_at(&items, sum), Some((slug.to_owned(), number)), "{sum}");
        }
        assert_eq!(item_at(&[], 5), None);
    }
}
