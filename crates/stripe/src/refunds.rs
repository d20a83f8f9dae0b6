//! Money given back.

use crate::balance::money;
use crate::fields::{Fields, id, told};
use crate::lists::Listed;
use crate::words::words;
use crate::{Client, Failure, Metadata};
use broadside_money::Amount;
use serde::Deserialize;

words! {
    /// Where a refund stands (docs.stripe.com/refunds#failed-refunds: one can fail days after it succeeded).
    RefundStatus {
        Succeeded = "succeeded",
        Pending = "pending",
        RequiresAction = "requires_action",
        Failed = "failed",
        Canceled = "canceled",
    }
}

/// What to give back.
#[derive(Clone, Copy, Debug)]
pub struct Refunding<'a> {
    /// `pi_…`
    pub payment: &'a str,
    /// A part of it, in the payment's currency; all that is left where there is none.
    pub amount: Option<Amount>,
    pub metadata: &'a Metadata,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refund {
    /// `re_…`
    pub id: String,
    pub status: RefundStatus,
    pub amount: Amount,
    /// `pi_…`
    pub payment: Option<String>,
    /// `txn_…`
    pub transaction: Option<String>,
    pub metadata: Metadata,
    /// In seconds of Unix time.
    pub created: i64,
}

impl Client {
    /// Gives money back. `key` is the call's idempotency key; after [`Failure::Unclear`] ask [`Client::refunds_of`],
    /// then again with the same key. More than is left is [`Failure::Refused`].
    pub async fn refund_payment(&self, refunding: &Refunding<'_>, key: &str) -> Result<Refund, Failure> {
        let number = refunding.amount.map(told).transpose()?.map(|(number, _)| number);
        let fields = Fields::new()
            .with("payment_intent", id(refunding.payment)?)
            .maybe("amount", number)
            .metadata(&["metadata"], refunding.metadata);
        self.post::<Raw>("/v1/refunds", &fields, key).await?.try_into()
    }

    /// Of a `re_…`.
    pub async fn refund(&self, refund: &str) -> Result<Refund, Failure> {
        let path = format!("/v1/refunds/{}", id(refund)?);
        self.get::<Raw>(&path, &Fields::new()).await?.try_into()
    }

    /// All refunds of a payment, newest first.
    pub async fn refunds_of(&self, payment: &str) -> Result<Vec<Refund>, Failure> {
        let fields = Fields::new().with("payment_intent", id(payment)?);
        self.whole::<Raw, Refund>("/v1/refunds", fields).await
    }
}

impl Listed for Refund {
    fn id(&self) -> &str {
        &self.id
    }
}

#[derive(Deserialize)]
struct Raw {
    id: String,
    /// Without one where it is not known yet.
    status: Option<RefundStatus>,
    amount: i64,
    currency: String,
    payment_intent: Option<String>,
    balance_transaction: Option<String>,
    metadata: Option<Metadata>,
    created: i64,
}

impl TryFrom<Raw> for Refund {
    type Error = Failure;

    fn try_from(raw: Raw) -> Result<Self, Failure> {
        Ok(Self {
            amount: money(raw.amount, &raw.currency)?,
            id: raw.id,
            status: raw.status.unwrap_or(RefundStatus::Pending),
            payment: raw.payment_intent,
            transaction: raw.balance_transaction,
            metadata: raw.metadata.unwrap_or_default(),
            created: raw.created,
        })
    }
}
