//! A thin client of Stripe's HTTP API: hosted Checkout, payments while nobody is there, refunds, and what a
//! reconciler reads. Nobody's card ever comes to us: whoever pays is sent to the provider's page and comes back.
//!
//! It says of each call whether it happened ([`Failure::may_have_happened`]) and repeats nothing by itself. It never
//! reads the clock and never draws randomness: times and idempotency keys are handed to it.
//!
//! **After a lost answer**, the same call with the same key is answered with what came of the first, for at least 24
//! hours (docs.stripe.com/api/idempotent_requests); with a key that the provider has forgotten it would be done
//! again. So whoever does not know first looks: [`Client::payments_marked`] finds a payment by what of ours it carries.

mod balance;
mod checkout;
mod client;
mod customers;
mod disputes;
mod failure;
mod fields;
mod lists;
mod payments;
mod refunds;
mod subscriptions;
mod webhook;
mod wire;
mod words;

pub use balance::{Payout, PayoutStatus, Transaction};
pub use checkout::{Locale, Mode, Opened, Order, Purpose, Session, SessionStatus};
pub use client::{Client, Fault as ClientFault, STRIPE, VERSION};
pub use customers::{Customer, Method, Setup, SetupStatus};
pub use disputes::{Dispute, DisputeStatus};
pub use failure::{Failure, Refusal};
pub use lists::Page;
pub use payments::{Charge, Declined, OffSession, Payment, PaymentStatus};
pub use refunds::{Refund, RefundStatus, Refunding};
pub use subscriptions::{Invoice, InvoiceStatus, Subscription, SubscriptionStatus};
pub use webhook::{Event, Fault as WebhookFault, TOLERANCE, verify};

use std::collections::BTreeMap;

/// What of ours an object carries. At most 50, with names of 40 characters and values of 500
/// (docs.stripe.com/api/metadata); nothing about a person belongs there.
pub type Metadata = BTreeMap<String, String>;

/// Where a field says null instead of nothing.
pub(crate) fn metadata<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Metadata, D::Error> {
    let metadata: Option<Metadata> = serde::Deserialize::deserialize(from)?;
    Ok(metadata.unwrap_or_default())
}
