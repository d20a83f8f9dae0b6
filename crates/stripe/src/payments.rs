//! Payments: what the provider calls PaymentIntents, with the charge that brought the money and what it cost.

use crate::balance::{self, Transaction, money};
use crate::customers::Method;
use crate::failure::wants_its_holder;
use crate::fields::{Fields, id, told};
use crate::lists::{Listed, Page};
use crate::words::words;
use crate::{Client, Failure, Metadata};
use broadside_money::Amount;
use serde::Deserialize;

words! {
    /// Where a payment stands (docs.stripe.com/payments/paymentintents/lifecycle).
    PaymentStatus {
        Succeeded = "succeeded",
        /// A bank has not said yet: a SEPA debit takes days.
        Processing = "processing",
        /// Nobody has tried, or the last try was declined ([`Payment::declined`]).
        RequiresPaymentMethod = "requires_payment_method",
        RequiresConfirmation = "requires_confirmation",
        /// Only its holder can go on, at the provider's page.
        RequiresAction = "requires_action",
        RequiresCapture = "requires_capture",
        Canceled = "canceled",
    }
}

/// A charge of a saved way to pay, while its holder is not there.
#[derive(Clone, Copy, Debug)]
pub struct OffSession<'a> {
    /// Of [`crate::Setup::customer`].
    pub customer: &'a str,
    /// Of [`crate::Setup::payment_method`].
    pub payment_method: &'a str,
    pub amount: Amount,
    /// What it will be found by after a crash.
    pub metadata: &'a Metadata,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// `pi_…`
    pub id: String,
    pub status: PaymentStatus,
    /// What was asked for. It has come only where the status is [`PaymentStatus::Succeeded`].
    pub amount: Amount,
    pub customer: Option<String>,
    pub payment_method: Option<String>,
    pub metadata: Metadata,
    /// In seconds of Unix time.
    pub created: i64,
    /// The last try.
    pub charge: Option<Charge>,
    /// Why the last try brought nothing.
    pub declined: Option<Declined>,
}

/// A try to get the money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    /// `ch_…` or `py_…`
    pub id: String,
    pub refunded: Amount,
    /// Whether its holder's bank ever asked for it, whatever came of that ([`Client::disputes_of`]).
    pub is_disputed: bool,
    /// Amount and fee in the currency that the account is settled in, which may be another than the payment's.
    /// Nothing until the money is on its way.
    pub settled: Option<Transaction>,
}

/// What the bank said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Declined {
    pub code: Option<String>,
    /// `insufficient_funds` (docs.stripe.com/declines/codes).
    pub decline_code: Option<String>,
    /// What was tried.
    pub payment_method: Option<Method>,
}

impl Declined {
    /// Whether only the holder, at the provider's page, can make it go through.
    pub fn wants_its_holder(&self) -> bool {
        wants_its_holder(self.code.as_deref(), self.decline_code.as_deref())
    }
}

const SETTLED: &str = "latest_charge.balance_transaction";

impl Client {
    /// Charges a saved way to pay. A decline is [`Failure::Refused`], and leaves a payment without money
    /// ([`crate::Refusal::payment`]). A debit of an account is [`PaymentStatus::Processing`] for days; only what is
    /// [`PaymentStatus::Succeeded`] has brought money.
    ///
    /// `key` is the call's idempotency key: one for each try, stored before the call. After [`Failure::Unclear`] ask
    /// [`Client::payments_marked`], then again with the same key.
    pub async fn charge_off_session(&self, charge: &OffSession<'_>, key: &str) -> Result<Payment, Failure> {
        let (number, currency) = told(charge.amount)?;
        let fields = Fields::new()
            .with("amount", number)
            .with("currency", currency)
            .with("customer", id(charge.customer)?)
            .with("payment_method", id(charge.payment_method)?)
            .with("off_session", true)
            .with("confirm", true)
            .with("automatic_payment_methods[enabled]", true)
            // Nobody is there to be led anywhere; without this, a URL to lead back to is wanted.
            .with("automatic_payment_methods[allow_redirects]", "never")
            .metadata(&["metadata"], charge.metadata)
            .expand(&[SETTLED]);
        self.post::<Raw>("/v1/payment_intents", &fields, key).await?.try_into()
    }

    /// Of a `pi_…`.
    pub async fn payment(&self, payment: &str) -> Result<Payment, Failure> {
        let path = format!("/v1/payment_intents/{}", id(payment)?);
        self.get::<Raw>(&path, &Fields::new().expand(&[SETTLED])).await?.try_into()
    }

    /// Payments since a moment (Unix time, in seconds), newest first, a page after an id or the first.
    pub async fn payments_since(&self, since: i64, after: Option<&str>) -> Result<Page<Payment>, Failure> {
        let fields =
            Fields::new().with("created[gte]", since).expand(&["data.latest_charge.balance_transaction"]);
        self.page::<Raw, Payment>("/v1/payment_intents", fields, after).await
    }

    /// A customer's payments since a moment (Unix time, in seconds; subtract what clocks may differ by) that carry this
    /// of ours, newest first. From the list, which knows of a payment as soon as it is made; the provider's search may
    /// lag behind.
    ///
    /// # Errors
    /// [`Failure::TooMany`] where the customer has more payments since then than are read.
    pub async fn payments_marked(
        &self,
        customer: &str,
        since: i64,
        name: &str,
        value: &str,
    ) -> Result<Vec<Payment>, Failure> {
        let fields = Fields::new()
            .with("customer", id(customer)?)
            .with("created[gte]", since)
            .expand(&["data.latest_charge.balance_transaction"]);
        let mut payments = self.whole::<Raw, Payment>("/v1/payment_intents", fields).await?;
        payments.retain(|payment| payment.metadata.get(name).is_some_and(|held| held == value));
        Ok(payments)
    }
}

impl Listed for Payment {
    fn id(&self) -> &str {
        &self.id
    }
}

#[derive(Deserialize)]
pub(crate) struct Raw {
    id: String,
    status: PaymentStatus,
    amount: i64,
    currency: String,
    customer: Option<String>,
    payment_method: Option<String>,
    #[serde(default, deserialize_with = "crate::metadata")]
    metadata: Metadata,
    created: i64,
    latest_charge: Option<RawCharge>,
    last_payment_error: Option<Declined>,
}

#[derive(Deserialize)]
struct RawCharge {
    id: String,
    currency: String,
    #[serde(default)]
    amount_refunded: i64,
    #[serde(default)]
    disputed: bool,
    balance_transaction: Option<balance::Raw>,
}

impl TryFrom<Raw> for Payment {
    type Error = Failure;

    fn try_from(raw: Raw) -> Result<Self, Failure> {
        Ok(Self {
            amount: money(raw.amount, &raw.currency)?,
            charge: raw.latest_charge.map(TryInto::try_into).transpose()?,
            id: raw.id,
            status: raw.status,
            customer: raw.customer,
            payment_method: raw.payment_method,
            metadata: raw.metadata,
            created: raw.created,
            declined: raw.last_payment_error,
        })
    }
}

impl TryFrom<RawCharge> for Charge {
    type Error = Failure;

    fn try_from(raw: RawCharge) -> Result<Self, Failure> {
        Ok(Self {
            refunded: money(raw.amount_refunded, &raw.currency)?,
            is_disputed: raw.disputed,
            // What is kept may be finer than the currency is told in: that the money came does not hang on it.
            settled: raw.balance_transaction.and_then(|said| said.try_into().ok()),
            id: raw.id,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use broadside_money::Currency;

    #[test]
    fn what_a_payment_cost_is_said_in_the_currency_it_is_settled_in() {
        let raw: Raw = serde_json::from_str(
            r#"{"id": "pi_1", "status": "succeeded", "amount": 300, "currency": "jpy", "customer": "cus_1",
                "payment_method": "pm_1", "metadata": {"pledge": "12"}, "created": 1700000000, "last_payment_error": null,
                "latest_charge": {"id": "ch_1", "currency": "jpy", "amount_refunded": 0, "balance_transaction":
                    {"id": "txn_1", "type": "charge", "reporting_category": "charge", "amount": 190, "fee": 30, "net": 160,
                     "currency": "eur", "source": "ch_1", "created": 1700000000, "available_on": 1700600000}}}"#,
        )
        .unwrap();
        let payment = Payment::try_from(raw).unwrap();
        assert_eq!(payment.amount.to_string(), "JPY 300");
        let settled = payment.charge.unwrap().settled.unwrap();
        assert_eq!(
            (settled.amount.to_string(), settled.fee.to_string()),
            ("EUR 1.90".into(), "EUR 0.30".into())
        );
    }

    #[test]
    fn a_fee_that_is_told_too_finely_hides_no_payment() {
        let raw: Raw = serde_json::from_str(
            r#"{"id": "pi_1", "status": "succeeded", "amount": 50000, "currency": "isk", "customer": null,
                "payment_method": null, "metadata": {}, "created": 1, "last_payment_error": null,
                "latest_charge": {"id": "ch_1", "currency": "isk", "amount_refunded": 0, "balance_transaction":
                    {"id": "txn_1", "type": "charge", "reporting_category": "charge", "amount": 50000, "fee": 775, "net": 49225,
                     "currency": "isk", "source": "ch_1", "created": 1, "available_on": 2}}}"#,
        )
        .unwrap();
        let payment = Payment::try_from(raw).unwrap();
        assert_eq!(payment.amount, Amount::new(500, Currency::parse("ISK").unwrap()));
        assert_eq!(payment.charge.unwrap().settled, None);
    }

    #[test]
    fn a_payment_that_is_not_settled_costs_nothing_yet() {
        let raw: Raw = serde_json::from_str(
            r#"{"id": "pi_1", "status": "requires_payment_method", "amount": 500, "currency": "isk", "customer": null,
                "payment_method": null, "metadata": {}, "created": 1, "latest_charge": {"id": "ch_1", "currency": "isk",
                "amount_refunded": 0, "balance_transaction": null},
                "last_payment_error": {"code": "card_declined", "decline_code": "lost_card", "type": "card_error"}}"#,
        )
        .unwrap();
        let payment = Payment::try_from(raw).unwrap();
        assert_eq!(payment.amount, Amount::new(5, Currency::parse("ISK").unwrap()), "told in hundredths");
        assert_eq!(payment.declined.unwrap().decline_code.as_deref(), Some("lost_card"));
        assert_eq!(payment.charge.unwrap().settled, None);
    }
}
