//! Brings a pledge and its book to what the provider says of its payment. What differs is entered, so that it stands there
//! once, however often, late or out of order it is told, and goes again where the provider takes it back.

use super::doubt::Doubt;
use super::mail::MailKind;
use super::provider::{Dispute, PaymentStanding};
use super::store;
use super::{Pledge, State, books, mailing};
use crate::clock::day;
use broadside_db::{Connection, Result};
use broadside_money::ledger::{Account, Deed, Entry};
use std::collections::BTreeSet;

pub async fn agree(
    c: &mut Connection,
    pledge: i64,
    standing: &PaymentStanding,
    zone: &str,
    now: i64,
) -> Result<()> {
    // As it stands by now, and until this is noted: it may have changed since the provider was asked.
    store::wait_for_pledge(c, pledge).await?;
    let Some(pledge) = store::by_id(c, pledge).await?.filter(|one| one.state.came_in()) else {
        return Ok(());
    };
    books::enter_fee(c, &pledge, standing.fee, zone, now).await?;
    let day = day(now, zone);
    let booked = Booked(store::lines_of(c, pledge.id).await?);
    let mut entries: Vec<Entry> = booked.refunds(&pledge, standing.refunded, &day).into_iter().collect();
    for dispute in &standing.disputes {
        entries.extend(booked.dispute(&pledge, dispute, &day));
    }
    for entry in entries {
        books::enter_entry(c, &pledge, &entry, now).await?;
    }
    let has_failed = standing.refunded < booked.sum(&Account::Refunds, |_| true);
    stand(c, &pledge, (standing, has_failed), now).await
}

/// Where the pledge is by now, and what its giver is told of it.
async fn stand(
    c: &mut Connection,
    pledge: &Pledge,
    (standing, has_failed): (&PaymentStanding, bool),
    now: i64,
) -> Result<()> {
    let lost = standing.disputes.iter().filter(|dispute| !dispute.is_won);
    let (amount, refunded) = (pledge.said.amount, standing.refunded);
    let taken: i64 = lost.map(|dispute| dispute.amount).sum();
    let is_refunding = match pledge.state {
        State::Refunding => true,
        // It was to be paid back, and a bank was first.
        State::Disputed => store::is_refund_wanted(c, pledge.id).await?,
        _ => false,
    };
    let (state, returned) = if refunded >= amount {
        (State::Refunded, pledge.returned)
    } else if taken > 0 && refunded + taken >= amount {
        (State::Disputed, refunded)
    } else {
        // A bank that took a part of it back paid that part back.
        (if is_refunding { State::Refunding } else { State::Paid }, refunded + taken)
    };
    if (state, returned) == (pledge.state, pledge.returned) {
        return Ok(());
    }
    store::stands_as(c, pledge, (state, returned), now).await?;
    if has_failed {
        return store::doubt(c, pledge.id, &Doubt::LessRefunded).await;
    }
    let kind = match state {
        State::Refunded => MailKind::Refunded,
        State::Paid if returned > pledge.returned => MailKind::Returned,
        _ => return Ok(()),
    };
    if pledge.said.email.is_empty() {
        return Ok(());
    }
    mailing::enqueue(c, kind, pledge, now).await
}

/// What the book says of a pledge: of each line the key of its entry, its account, and how much.
struct Booked(Vec<(String, Account, i64)>);

impl Booked {
    fn sum(&self, account: &Account, of: impl Fn(&str) -> bool) -> i64 {
        self.0.iter().filter(|(key, one, _)| one == account && of(key)).map(|(_, _, minor)| minor).sum()
    }

    /// A key that the book does not hold yet.
    fn free(&self, key: String) -> String {
        let further = format!("{key} ");
        let keys = self.0.iter().map(|(known, ..)| known.as_str());
        let known: BTreeSet<&str> =
            keys.filter(|known| *known == key || known.starts_with(&further)).collect();
        if known.is_empty() { key } else { format!("{further}{}", known.len() + 1) }
    }

    /// What brings the sum of refunds to what the provider says.
    fn refunds(&self, pledge: &Pledge, refunded: i64, day: &str) -> Option<Entry> {
        let more = refunded - self.sum(&Account::Refunds, |_| true);
        let id = pledge.id;
        if more > 0 {
            let key = self.free(format!("refund {id} {refunded}"));
            return Entry::of(key, day, &Deed::Refund { amount: more }).ok();
        }
        let key = self.free(format!("refund-failed {id} {refunded}"));
        let gone = Entry::of(String::new(), day, &Deed::Refund { amount: -more }).ok()?;
        Some(Entry { key, ..gone.reversed(day) })
    }

    /// The same of one dispute: what a bank took, what came again, and what the provider keeps for it.
    fn dispute(&self, pledge: &Pledge, dispute: &Dispute, day: &str) -> Vec<Entry> {
        let (id, reference) = (pledge.id, &dispute.reference);
        let is_its = |key: &str| key.split(' ').nth(2) == Some(reference);
        let (gone, fee) = (self.sum(&Account::Disputes, is_its), self.sum(&Account::Fees, is_its));
        let is_known = self.0.iter().any(|(key, ..)| is_its(key));
        let mut entries = Vec::new();
        // One that was won before anybody looked stands there all the same.
        let taken = if dispute.is_won && is_known { 0 } else { dispute.amount - gone };
        let with_it = if taken > 0 && !is_known { dispute.fee.max(0) } else { 0 };
        if taken > 0 {
            let key = self.free(format!("dispute {id} {reference}"));
            entries.extend(Entry::of(key, day, &Deed::Dispute { amount: taken, fee: with_it }));
        }
        if dispute.is_won {
            let key = self.free(format!("dispute-won {id} {reference}"));
            entries.extend(Entry::of(key, day, &Deed::DisputeWon { amount: gone + taken }));
        }
        let more = dispute.fee - fee - with_it;
        if more != 0 {
            let key = self.free(format!("dispute-fee {id} {reference}"));
            let lines = vec![(Account::Fees, more), (Account::Provider, -more)];
            entries.push(Entry { key, day: day.to_owned(), lines });
        }
        entries
    }
}
