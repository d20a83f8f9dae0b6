//! The provider's own page: a session is made, whoever pays is sent to its URL, and what came of it is read afterwards.
//! That somebody came back to `success_url` says nothing: anybody can open it.

use crate::customers::Setup;
use crate::fields::{Fields, id, told};
use crate::payments::{self, Payment};
use crate::subscriptions::Subscription;
use crate::words::words;
use crate::{Client, Failure, Metadata};
use broadside_money::Amount;
use serde::Deserialize;

/// What the page is for.
#[derive(Clone, Copy, Debug)]
pub enum Purpose<'a> {
    /// Pay once, now. `name` is what it is for, as the page says it.
    Payment { amount: Amount, name: &'a str },
    /// Pay now and every month.
    Monthly { amount: Amount, name: &'a str },
    /// Save a way to pay for later, without paying; a customer is made. The currency decides which ways are offered.
    Setup { currency: broadside_money::Currency },
}

/// Who is to be led to the page, and where they come back to.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    pub purpose: Purpose<'a>,
    /// Filled in on the page, where it can no longer be changed.
    pub email: Option<&'a str>,
    /// Ours, up to 200 characters.
    pub reference: &'a str,
    /// Carried by the session, and by the payment, the setup or the subscription that comes of it.
    pub metadata: &'a Metadata,
    /// `{CHECKOUT_SESSION_ID}` in it is filled in.
    pub success_url: &'a str,
    pub cancel_url: &'a str,
    /// Our language tag; see [`Locale`].
    pub language: &'a str,
    /// In seconds of Unix time: from 30 minutes to 24 hours after now.
    pub expires_at: i64,
}

/// A language that the page speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale(&'static str);

/// docs.stripe.com/api/checkout/sessions/create#create_checkout_session-locale
const LOCALES: [&str; 42] = [
    "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr", "fr-CA", "hi-IN",
    "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru",
    "sk", "sl", "sv", "th", "tr", "vi", "zh", "zh-HK", "zh-TW", "auto",
];

impl Locale {
    /// The page's language for one of ours: the tag itself, the same language elsewhere, or the browser's.
    pub fn of(tag: &str) -> Self {
        let language = match tag.split('-').next().unwrap_or(tag) {
            "no" | "nn" => "nb",
            "hi" => "hi-IN",
            other => other,
        };
        let known = |wanted: &str| LOCALES.into_iter().find(|known| known.eq_ignore_ascii_case(wanted));
        let script = if tag.starts_with("zh-Hant") { known("zh-TW") } else { None };
        Self(known(tag).or(script).or_else(|| known(language)).unwrap_or("auto"))
    }

    pub fn as_str(self) -> &'static str {
        self.0
    }
}

words! {
    Mode { Payment = "payment", Subscription = "subscription", Setup = "setup" }
}

words! {
    /// Where a session stands. A complete one may still wait for a bank: its payment says so.
    SessionStatus { Open = "open", Complete = "complete", Expired = "expired" }
}

/// A session that was just made.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Opened {
    /// `cs_…`
    pub id: String,
    /// Where to send whoever pays, and nobody else.
    pub url: String,
}

/// A session and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// `cs_…`
    pub id: String,
    pub mode: Mode,
    pub status: SessionStatus,
    /// While it is open.
    pub url: Option<String>,
    pub reference: Option<String>,
    pub metadata: Metadata,
    pub customer: Option<String>,
    /// Nothing until somebody pays.
    pub payment: Option<Payment>,
    pub setup: Option<Setup>,
    pub subscription: Option<Subscription>,
}

impl Client {
    /// Makes a session. `key` is the call's idempotency key: the same one brings the same session.
    pub async fn open_session(&self, order: &Order<'_>, key: &str) -> Result<Opened, Failure> {
        let fields = Fields::new()
            .with("success_url", order.success_url)
            .with("cancel_url", order.cancel_url)
            .with("client_reference_id", order.reference)
            .with("locale", Locale::of(order.language).as_str())
            .with("expires_at", order.expires_at)
            .maybe("customer_email", order.email);
        let fields = match order.purpose {
            Purpose::Payment { amount, name } => priced(fields, amount, name)?
                .with("mode", "payment")
                .metadata(&["metadata", "payment_intent_data[metadata]"], order.metadata),
            Purpose::Monthly { amount, name } => priced(fields, amount, name)?
                .with("mode", "subscription")
                .with("line_items[0][price_data][recurring][interval]", "month")
                .metadata(&["metadata", "subscription_data[metadata]"], order.metadata),
            Purpose::Setup { currency } => fields
                .with("mode", "setup")
                .with("currency", currency.code().to_ascii_lowercase())
                .with("customer_creation", "always")
                .metadata(&["metadata", "setup_intent_data[metadata]"], order.metadata),
        };
        self.post("/v1/checkout/sessions", &fields, key).await
    }

    /// Of a `cs_…`.
    pub async fn session(&self, session: &str) -> Result<Session, Failure> {
        let path = format!("/v1/checkout/sessions/{}", id(session)?);
        let fields = Fields::new().expand(&[
            "payment_intent.latest_charge.balance_transaction",
            "setup_intent.payment_method",
            "subscription",
        ]);
        self.get::<Raw>(&path, &fields).await?.try_into()
    }

    /// Closes an open session: its page takes nothing more. One that is not open is [`Failure::Refused`]. `key` is the
    /// call's idempotency key.
    pub async fn expire_session(&self, session: &str, key: &str) -> Result<(), Failure> {
        let path = format!("/v1/checkout/sessions/{}/expire", id(session)?);
        self.post::<serde::de::IgnoredAny>(&path, &Fields::new(), key).await.map(|_| ())
    }
}

fn priced(fields: Fields, amount: Amount, name: &str) -> Result<Fields, Failure> {
    let (number, currency) = told(amount)?;
    Ok(fields
        .with("line_items[0][quantity]", 1)
        .with("line_items[0][price_data][currency]", currency)
        .with("line_items[0][price_data][unit_amount]", number)
        .with("line_items[0][price_data][product_data][name]", name))
}

#[derive(Deserialize)]
struct Raw {
    id: String,
    mode: Mode,
    status: SessionStatus,
    url: Option<String>,
    client_reference_id: Option<String>,
    metadata: Option<Metadata>,
    customer: Option<String>,
    payment_intent: Option<payments::Raw>,
    setup_intent: Option<Setup>,
    subscription: Option<Subscription>,
}

impl TryFrom<Raw> for Session {
    type Error = Failure;

    fn try_from(raw: Raw) -> Result<Self, Failure> {
        Ok(Self {
            payment: raw.payment_intent.map(TryInto::try_into).transpose()?,
            id: raw.id,
            mode: raw.mode,
            status: raw.status,
            url: raw.url,
            reference: raw.client_reference_id,
            metadata: raw.metadata.unwrap_or_default(),
            customer: raw.customer,
            setup: raw.setup_intent,
            subscription: raw.subscription,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_speaks_our_language_or_its_nearest() {
        for (ours, theirs) in [
            ("de", "de"),
            ("en-GB", "en-GB"),
            ("de-AT", "de"),
            ("pt-BR", "pt-BR"),
            ("zh-Hant", "zh-TW"),
            ("zh-Hans", "zh"),
            ("hi", "hi-IN"),
            ("nn", "nb"),
            ("ar", "auto"),
            ("", "auto"),
        ] {
            assert_eq!(Locale::of(ours).as_str(), theirs, "{ours}");
        }
    }
}
