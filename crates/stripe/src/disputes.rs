//! Payments that a bank takes back for its holder.

use crate::balance::{self, Transaction, money};
use crate::fields::{Fields, id};
use crate::lists::Listed;
use crate::words::words;
use crate::{Client, Failure};
use broadside_money::Amount;
use serde::Deserialize;

words! {
    /// Where a dispute stands (docs.stripe.com/api/disputes/object).
    DisputeStatus {
        /// An inquiry, by which no money has left.
        WarningNeedsResponse = "warning_needs_response",
        WarningUnderReview = "warning_under_review",
        WarningClosed = "warning_closed",
        NeedsResponse = "needs_response",
        UnderReview = "under_review",
        AppealNeedsResponse = "appeal_needs_response",
        AppealUnderReview = "appeal_under_review",
        Won = "won",
        Lost = "lost",
        Prevented = "prevented",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// `du_…` or `dp_…`
    pub id: String,
    pub status: DisputeStatus,
    /// In the payment's currency.
    pub amount: Amount,
    /// `pi_…`
    pub payment: Option<String>,
    /// `fraudulent`, `duplicate`.
    pub reason: String,
    /// In seconds of Unix time.
    pub created: i64,
    /// The money that left by it, and what came again where it was won: two at most. Whether it is gone is said by
    /// these alone.
    pub transactions: Vec<Transaction>,
}

impl Client {
    /// All disputes of a payment, newest first.
    pub async fn disputes_of(&self, payment: &str) -> Result<Vec<Dispute>, Failure> {
        let fields = Fields::new().with("payment_intent", id(payment)?);
        self.whole::<Raw, Dispute>("/v1/disputes", fields).await
    }

    /// Of a dispute's id.
    pub async fn dispute(&self, dispute: &str) -> Result<Dispute, Failure> {
        let path = format!("/v1/disputes/{}", id(dispute)?);
        self.get::<Raw>(&path, &Fields::new()).await?.try_into()
    }
}

impl Listed for Dispute {
    fn id(&self) -> &str {
        &self.id
    }
}

#[derive(Deserialize)]
struct Raw {
    id: String,
    status: DisputeStatus,
    amount: i64,
    currency: String,
    payment_intent: Option<String>,
    reason: String,
    created: i64,
    balance_transactions: Vec<balance::Raw>,
}

impl TryFrom<Raw> for Dispute {
    type Error = Failure;

    fn try_from(raw: Raw) -> Result<Self, Failure> {
        Ok(Self {
            amount: money(raw.amount, &raw.currency)?,
            transactions: raw
                .balance_transactions
                .into_iter()
                .map(TryInto::try_into)
                .collect::<Result<_, _>>()?,
            id: raw.id,
            status: raw.status,
            payment: raw.payment_intent,
            reason: raw.reason,
            created: raw.created,
        })
    }
}
