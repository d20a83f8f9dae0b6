//! What came to the account and left it, for whoever reconciles.

use crate::fields::{Fields, id};
use crate::lists::Page;
use crate::words::words;
use crate::{Client, Failure};
use broadside_money::{Amount, Currency, cards};
use serde::Deserialize;

/// One movement of the account. What is net of it is amount without fee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transaction {
    /// `txn_…`
    pub id: String,
    /// `charge`, `refund`, `dispute`, `payout` and others: what it is in bookkeeping, by which it is to be told apart
    /// (docs.stripe.com/reports/reporting-categories).
    pub category: String,
    /// Below nothing where it left the account.
    pub amount: Amount,
    /// What the provider keeps of it, in the same currency.
    pub fee: Amount,
    /// `ch_…`, `re_…`, `po_…`: what moved it.
    pub source: Option<String>,
    /// In seconds of Unix time.
    pub created: i64,
    /// When it can be paid out; in seconds of Unix time.
    pub available_on: i64,
}

words! {
    /// Where a payout stands. One that is paid may fail within days after all (docs.stripe.com/api/payouts/object).
    PayoutStatus {
        Paid = "paid",
        Pending = "pending",
        InTransit = "in_transit",
        Canceled = "canceled",
        Failed = "failed",
    }
}

/// What was sent to the account's bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payout {
    /// `po_…`
    pub id: String,
    pub status: PayoutStatus,
    pub amount: Amount,
    /// Only of one that the provider made by its schedule can the movements be listed.
    pub automatic: bool,
    /// When the bank has it; in seconds of Unix time.
    pub arrives: i64,
    /// In seconds of Unix time.
    pub created: i64,
    /// `txn_…`
    pub transaction: Option<String>,
}

impl Client {
    /// Movements since a moment (Unix time, in seconds), newest first, a page after an id or the first.
    pub async fn transactions_since(
        &self,
        since: i64,
        after: Option<&str>,
    ) -> Result<Page<Transaction>, Failure> {
        let fields = Fields::new().with("created[gte]", since);
        self.page::<Raw, _>("/v1/balance_transactions", fields, after).await
    }

    /// Movements that a payout was made of, a page after an id or the first.
    pub async fn transactions_of(
        &self,
        payout: &str,
        after: Option<&str>,
    ) -> Result<Page<Transaction>, Failure> {
        let fields = Fields::new().with("payout", id(payout)?);
        self.page::<Raw, _>("/v1/balance_transactions", fields, after).await
    }

    /// Payouts since a moment (Unix time, in seconds), newest first, a page after an id or the first.
    pub async fn payouts_since(&self, since: i64, after: Option<&str>) -> Result<Page<Payout>, Failure> {
        let fields = Fields::new().with("created[gte]", since);
        self.page::<RawPayout, _>("/v1/payouts", fields, after).await
    }

    /// Of a `po_…`.
    pub async fn payout(&self, payout: &str) -> Result<Payout, Failure> {
        let path = format!("/v1/payouts/{}", id(payout)?);
        self.get::<RawPayout>(&path, &Fields::new()).await?.try_into()
    }
}

/// An amount as the provider says it.
///
/// # Errors
/// [`Failure::Unclear`] where the currency is none that people pay in, or the number means no amount of it.
pub(crate) fn money(number: i64, currency: &str) -> Result<Amount, Failure> {
    Currency::parse(currency)
        .and_then(|currency| cards::amount(number, currency))
        .ok_or_else(|| Failure::Unclear("an amount that is none".to_owned()))
}

#[derive(Deserialize)]
pub(crate) struct Raw {
    id: String,
    reporting_category: String,
    amount: i64,
    fee: i64,
    currency: String,
    source: Option<String>,
    created: i64,
    available_on: i64,
}

impl TryFrom<Raw> for Transaction {
    type Error = Failure;

    fn try_from(raw: Raw) -> Result<Self, Failure> {
        Ok(Self {
            amount: money(raw.amount, &raw.currency)?,
            fee: money(raw.fee, &raw.currency)?,
            id: raw.id,
            category: raw.reporting_category,
            source: raw.source,
            created: raw.created,
            available_on: raw.available_on,
        })
    }
}

#[derive(Deserialize)]
struct RawPayout {
    id: String,
    status: PayoutStatus,
    amount: i64,
    currency: String,
    automatic: bool,
    arrival_date: i64,
    created: i64,
    balance_transaction: Option<String>,
}

impl TryFrom<RawPayout> for Payout {
    type Error = Failure;

    fn try_from(raw: RawPayout) -> Result<Self, Failure> {
        Ok(Self {
            amount: money(raw.amount, &raw.currency)?,
            id: raw.id,
            status: raw.status,
            automatic: raw.automatic,
            arrives: raw.arrival_date,
            created: raw.created,
            transaction: raw.balance_transaction,
        })
    }
}
