//! Who pays, as far as the provider knows them, and the saving of a way to pay for later.

use crate::fields::{Fields, id};
use crate::words::words;
use crate::{Client, Failure, Metadata};
use serde::Deserialize;

/// Whoever a saved card belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Customer {
    /// `cus_…`
    pub id: String,
}

words! {
    /// Where the saving of a way to pay stands (docs.stripe.com/payments/paymentintents/lifecycle, Setup Intents).
    SetupStatus {
        Succeeded = "succeeded",
        /// A bank has not said yet.
        Processing = "processing",
        RequiresPaymentMethod = "requires_payment_method",
        RequiresConfirmation = "requires_confirmation",
        RequiresAction = "requires_action",
        Canceled = "canceled",
    }
}

/// A way to pay: a card or an account. Its numbers stay with the provider.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Method {
    /// `pm_…`
    pub id: String,
    /// `card`, `sepa_debit`.
    #[serde(rename = "type")]
    pub kind: String,
}

/// The saving of a way to pay. Charge it only where it has succeeded, and with the customer that stands here.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Setup {
    /// `seti_…`
    pub id: String,
    pub status: SetupStatus,
    pub customer: Option<String>,
    pub payment_method: Option<Method>,
    #[serde(default, deserialize_with = "crate::metadata")]
    pub metadata: Metadata,
}

impl Client {
    /// Makes a customer. `key` is the call's idempotency key.
    pub async fn create_customer(
        &self,
        email: &str,
        metadata: &Metadata,
        key: &str,
    ) -> Result<Customer, Failure> {
        let fields = Fields::new().with("email", email).metadata(&["metadata"], metadata);
        self.post("/v1/customers", &fields, key).await
    }

    /// Of a `seti_…`.
    pub async fn setup(&self, setup: &str) -> Result<Setup, Failure> {
        let path = format!("/v1/setup_intents/{}", id(setup)?);
        self.get(&path, &Fields::new().expand(&["payment_method"])).await
    }
}
