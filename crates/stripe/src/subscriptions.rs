//! What is given every month, and the invoices by which a month is known to be paid.

use crate::balance::money;
use crate::fields::{Fields, id};
use crate::lists::Listed;
use crate::words::words;
use crate::{Client, Failure, Metadata};
use broadside_money::Amount;
use serde::Deserialize;

words! {
    /// Where a subscription stands (docs.stripe.com/billing/subscriptions/overview#subscription-statuses).
    SubscriptionStatus {
        Active = "active",
        /// The first month is not paid yet.
        Incomplete = "incomplete",
        IncompleteExpired = "incomplete_expired",
        Trialing = "trialing",
        PastDue = "past_due",
        Unpaid = "unpaid",
        Paused = "paused",
        Canceled = "canceled",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Subscription {
    /// `sub_…`
    pub id: String,
    pub status: SubscriptionStatus,
    pub customer: String,
    #[serde(default, deserialize_with = "crate::metadata")]
    pub metadata: Metadata,
    /// In seconds of Unix time.
    pub ended_at: Option<i64>,
}

words! {
    /// Where an invoice stands (docs.stripe.com/invoicing/overview#invoice-statuses).
    InvoiceStatus {
        Draft = "draft",
        Open = "open",
        Paid = "paid",
        Uncollectible = "uncollectible",
        Void = "void",
    }
}

/// What was asked for one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invoice {
    /// `in_…`
    pub id: String,
    pub status: Option<InvoiceStatus>,
    /// `sub_…`
    pub subscription: Option<String>,
    pub customer: Option<String>,
    pub paid: Amount,
    /// In seconds of Unix time.
    pub paid_at: Option<i64>,
    /// The month, from and until, in seconds of Unix time: that of its first line. The invoice's own period is the
    /// month before (docs.stripe.com/api/invoices/object).
    pub period: Option<(i64, i64)>,
    /// `pi_…`: the payments that brought the money; none where it came in another way.
    pub payments: Vec<String>,
}

impl Client {
    /// Of a `sub_…`.
    pub async fn subscription(&self, subscription: &str) -> Result<Subscription, Failure> {
        self.get(&format!("/v1/subscriptions/{}", id(subscription)?), &Fields::new()).await
    }

    /// Ends a subscription at once; nothing more is asked, and nothing given back. One that has ended is
    /// [`crate::Refusal::is_missing`].
    pub async fn cancel_subscription(&self, subscription: &str) -> Result<Subscription, Failure> {
        self.delete(&format!("/v1/subscriptions/{}", id(subscription)?)).await
    }

    /// Of an `in_…`.
    pub async fn invoice(&self, invoice: &str) -> Result<Invoice, Failure> {
        let path = format!("/v1/invoices/{}", id(invoice)?);
        self.get::<Raw>(&path, &Fields::new().expand(&["payments"])).await?.try_into()
    }

    /// All invoices of a subscription, newest first.
    pub async fn invoices_of(&self, subscription: &str) -> Result<Vec<Invoice>, Failure> {
        let fields = Fields::new().with("subscription", id(subscription)?).expand(&["data.payments"]);
        self.whole::<Raw, Invoice>("/v1/invoices", fields).await
    }
}

impl Listed for Invoice {
    fn id(&self) -> &str {
        &self.id
    }
}

#[derive(Deserialize)]
struct Raw {
    id: String,
    status: Option<InvoiceStatus>,
    currency: String,
    customer: Option<String>,
    amount_paid: i64,
    parent: Option<Parent>,
    status_transitions: Transitions,
    lines: List<Line>,
    payments: Option<List<InvoicePayment>>,
}

#[derive(Deserialize)]
struct Parent {
    subscription_details: Option<Details>,
}

#[derive(Deserialize)]
struct Details {
    subscription: Option<String>,
}

#[derive(Deserialize)]
struct Transitions {
    paid_at: Option<i64>,
}

#[derive(Deserialize)]
struct List<T> {
    data: Vec<T>,
}

#[derive(Deserialize)]
struct Line {
    period: Period,
}

#[derive(Deserialize)]
struct Period {
    start: i64,
    end: i64,
}

#[derive(Deserialize)]
struct InvoicePayment {
    /// `open`, `paid` or `canceled`.
    status: String,
    payment: Paying,
}

#[derive(Deserialize)]
struct Paying {
    payment_intent: Option<String>,
}

impl TryFrom<Raw> for Invoice {
    type Error = Failure;

    fn try_from(raw: Raw) -> Result<Self, Failure> {
        let payments = raw.payments.map(|list| list.data).unwrap_or_default();
        Ok(Self {
            paid: money(raw.amount_paid, &raw.currency)?,
            subscription: raw
                .parent
                .and_then(|parent| parent.subscription_details)
                .and_then(|of| of.subscription),
            paid_at: raw.status_transitions.paid_at,
            period: raw.lines.data.first().map(|line| (line.period.start, line.period.end)),
            payments: payments
                .into_iter()
                .filter(|one| one.status == "paid")
                .filter_map(|one| one.payment.payment_intent)
                .collect(),
            id: raw.id,
            status: raw.status,
            customer: raw.customer,
        })
    }
}
