//! What comes in by a subscription of practice: its months are paid by the clock, on the day of the month on which it
//! began. A card that is declined later pays the first, and then no more.

use super::Card;
use super::store::{self, NewPayment, Subscription};
use crate::clock::DAY;
use crate::fundraisers::provider::{Course, Month, Months};
use broadside_db::{Connection, Result};
use jiff::{Timestamp, ToSpan, tz::TimeZone};

/// So long a month that was declined is asked for again, before all of it ends.
const PATIENCE: i64 = 14 * DAY;

/// So many months after a moment.
fn after(moment: i64, months: i64) -> Option<i64> {
    let began = Timestamp::from_microsecond(moment).ok()?.to_zoned(TimeZone::UTC);
    Some(began.checked_add(months.months()).ok()?.timestamp().as_microsecond())
}

/// When its months began up to now.
fn begun(one: &Subscription, now: i64) -> impl Iterator<Item = i64> {
    let (created, until) = (one.created_at, one.ended_at.unwrap_or(i64::MAX).min(now));
    (0..).map_while(move |months| after(created, months)).take_while(move |at| *at <= until)
}

/// Nothing where there is no such subscription.
pub async fn months(c: &mut Connection, subscription: &str, now: i64) -> Result<Option<Months>> {
    let Some(one) = store::subscription(c, subscription).await? else { return Ok(None) };
    let mut paid = Vec::new();
    let mut declined = None;
    for (number, at) in (1..).zip(begun(&one, now)) {
        if one.card == Card::Declines && number > 1 {
            declined = declined.or(Some(at));
            continue;
        }
        let invoice = format!("{subscription}_{number}");
        let payment = format!("payment_of_{invoice}");
        let new = NewPayment {
            id: payment.clone(),
            key: invoice.clone(),
            card: Card::Works,
            amount: one.amount.minor,
            fee: one.fee,
        };
        store::pay(c, &new, at).await?;
        paid.push(Month { invoice, payment, amount: one.amount, paid_at: at });
    }
    let course = match (one.ended_at, declined) {
        (Some(_), _) => Course::Ended,
        (None, Some(at)) if now - at >= PATIENCE => Course::Ended,
        (None, Some(_)) => Course::Late,
        (None, None) => Course::Active,
    };
    Ok(Some(Months { course, paid }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_that_is_too_short_ends_on_its_last_day() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap().as_microsecond();
        let one = Subscription {
            card: Card::Works,
            amount: broadside_money::Amount::new(500, broadside_money::Currency::parse("USD").unwrap()),
            fee: 0,
            created_at: at("2018-01-31T10:00:00Z"),
            ended_at: Some(at("2018-04-01T00:00:00Z")),
        };
        let begun: Vec<_> = begun(&one, at("2019-01-01T00:00:00Z")).collect();
        let wanted = ["2018-01-31T10:00:00Z", "2018-02-28T10:00:00Z", "2018-03-31T10:00:00Z"].map(at);
        assert_eq!(begun, wanted);
    }
}
