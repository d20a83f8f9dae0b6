//! Why a call brought nothing, and whether it happened all the same.

use serde::Deserialize;
use std::fmt;

/// What went wrong. The rules are Stripe's, “Advanced error handling” (docs.stripe.com/error-low-level).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// An id, a key or an amount that cannot be sent as it is. Nothing was sent; a repetition will fare no better.
    #[error("not sent: {0}")]
    Unsendable(&'static str),
    /// Nobody was reached. Nothing was sent.
    #[error("nobody was reached: {0}")]
    Unreached(String),
    /// Too many calls at once, or somebody else holds the object (429). Nothing was done; try again a little later.
    #[error("the provider is busy")]
    Busy,
    /// The secret key is no good, or may not do this (401, 403). Nothing was done; the set-up must be mended.
    #[error("the secret key was refused with {status}")]
    KeyRefused { status: u16 },
    /// The idempotency key was used for another call before. Nothing was done now; what was done then is not known.
    #[error("the idempotency key was used for another call")]
    KeyReused,
    /// Understood, and not done. A card that was declined is here.
    #[error("{0}")]
    Refused(Box<Refusal>),
    /// Sent, and no answer that can be believed: it may have happened. A call under way with the same key is here too.
    #[error("whether it happened is not known: {0}")]
    Unclear(String),
    /// A list is longer than what is read of one. What was looked for may stand in the rest.
    #[error("the list is longer than what is read of one")]
    TooMany,
}

impl Failure {
    /// Whether the provider may have done it, so that whoever asked must look before asking in another way. What was
    /// refused did not happen, though it can leave a trace, such as a payment without money ([`Refusal::payment`]).
    pub fn may_have_happened(&self) -> bool {
        match self {
            Self::Unclear(_) | Self::KeyReused => true,
            Self::Unsendable(_)
            | Self::Unreached(_)
            | Self::Busy
            | Self::KeyRefused { .. }
            | Self::Refused(_)
            | Self::TooMany => false,
        }
    }

    /// Where it was refused: why.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }
}

/// Why the provider did not do it, in its own words (docs.stripe.com/api/errors).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// Of HTTP.
    pub status: u16,
    /// `card_declined`, `resource_missing`.
    pub code: Option<String>,
    /// `insufficient_funds`: what the bank said, where it said something (docs.stripe.com/declines/codes).
    pub decline_code: Option<String>,
    /// The parameter that it is about.
    pub parameter: Option<String>,
    /// One short line for operators. It may name an object's id, never somebody.
    pub message: String,
    /// The payment that was made of it, which has no money.
    pub payment: Option<String>,
}

impl Refusal {
    /// Whether only the holder, at the provider's page, can make it go through.
    pub fn wants_its_holder(&self) -> bool {
        wants_its_holder(self.code.as_deref(), self.decline_code.as_deref())
    }

    /// Whether there is no such thing.
    pub fn is_missing(&self) -> bool {
        self.status == 404 || self.code.as_deref() == Some("resource_missing")
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "refused with {}", self.status)?;
        for said in [self.code.as_deref(), self.decline_code.as_deref()].into_iter().flatten() {
            write!(out, ", {said}")?;
        }
        if self.message.is_empty() { Ok(()) } else { write!(out, ": {}", self.message) }
    }
}

pub(crate) fn wants_its_holder(code: Option<&str>, decline_code: Option<&str>) -> bool {
    [code, decline_code].contains(&Some("authentication_required"))
}

#[derive(Deserialize)]
struct Body {
    error: Said,
}

#[derive(Deserialize)]
struct Said {
    #[serde(rename = "type")]
    kind: Option<String>,
    code: Option<String>,
    decline_code: Option<String>,
    param: Option<String>,
    message: Option<String>,
    payment_intent: Option<Named>,
}

#[derive(Deserialize)]
struct Named {
    id: String,
}

/// In characters.
const MESSAGE_MOST: usize = 200;

/// Of an answer that is no success. What is not in the provider's own form came from somewhere between, after who
/// knows what.
pub(crate) fn read(status: u16, body: &[u8]) -> Failure {
    match status {
        401 | 403 => return Failure::KeyRefused { status },
        429 => return Failure::Busy,
        400 | 402 | 404 => {}
        other => return Failure::Unclear(format!("the answer was {other}")),
    }
    let Ok(Body { error }) = serde_json::from_slice(body) else {
        return Failure::Unclear(format!("the answer was {status}, in a form that is not the provider's"));
    };
    if error.kind.as_deref() == Some("idempotency_error") {
        return Failure::KeyReused;
    }
    Failure::Refused(Box::new(Refusal {
        status,
        code: error.code,
        decline_code: error.decline_code,
        parameter: error.param,
        message: short(&error.message.unwrap_or_default()),
        payment: error.payment_intent.map(|payment| payment.id),
    }))
}

/// One short line without addresses: it is kept, and shown to operators.
fn short(said: &str) -> String {
    let line: String = said
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .map(|word| if word.contains('@') { "…" } else { word })
        .collect::<Vec<_>>()
        .join(" ");
    line.chars().take(MESSAGE_MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decline_says_what_the_bank_said() {
        let body = br#"{"error": {"type": "card_error", "code": "card_declined", "decline_code": "insufficient_funds",
            "message": "Your card\nhas  insufficient funds, ada@example.org.", "payment_intent": {"id": "pi_1"}}}"#;
        let failure = read(402, body);
        assert!(!failure.may_have_happened());
        let refusal = failure.refusal().unwrap();
        assert_eq!(refusal.decline_code.as_deref(), Some("insufficient_funds"));
        assert_eq!(refusal.payment.as_deref(), Some("pi_1"));
        assert!(!refusal.wants_its_holder());
        assert_eq!(
            refusal.to_string(),
            "refused with 402, card_declined, insufficient_funds: Your card has insufficient funds, …"
        );
    }

    #[test]
    fn a_card_that_wants_its_holder_is_told_from_one_that_is_declined() {
        for body in [
            r#"{"error": {"code": "authentication_required", "decline_code": "authentication_required"}}"#,
            r#"{"error": {"code": "card_declined", "decline_code": "authentication_required"}}"#,
        ] {
            assert!(read(402, body.as_bytes()).refusal().unwrap().wants_its_holder());
        }
    }

    #[test]
    fn what_may_have_happened_is_never_called_undone() {
        let refused = br#"{"error": {"type": "invalid_request_error"}}"#;
        for (status, body, happened) in [
            (400, &refused[..], false),
            (400, br#"{"error": {"type": "idempotency_error"}}"#, true),
            (401, b"", false),
            (402, refused, false),
            (404, refused, false),
            (429, b"", false),
            (302, b"", true),
            (400, b"<h1>Bad gateway</h1>", true),
            (404, b"", true),
            (409, br#"{"error": {"code": "idempotency_key_in_use"}}"#, true),
            (424, refused, true),
            (500, refused, true),
            (502, b"", true),
            (504, b"", true),
        ] {
            assert_eq!(read(status, body).may_have_happened(), happened, "{status}");
        }
    }
}
