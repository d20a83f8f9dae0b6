//! Events that the provider posts to us. An event only says where to look: which object changed, never how. What it
//! tells of the object is not read, since events come twice, late and out of order; whoever hears of one asks for the
//! object itself.
//!
//! Signatures are as in “Verify webhook signatures manually” (docs.stripe.com/webhooks/signature): the header
//! `Stripe-Signature: t=1700000000,v1=…` has the HMAC-SHA256, in hex, of `t`, a point and the body as it came.

mod header;

use header::Header;
use hmac::{Hmac, KeyInit, Mac};
use serde::Deserialize;
use sha2::Sha256;

/// How far an event's time may be from ours, in seconds, in either direction. A signature that somebody kept is worth
/// nothing after it; within it, an event that comes twice has the same [`Event::id`].
pub const TOLERANCE: i64 = 300;

/// Where to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// `evt_…`
    pub id: String,
    /// `checkout.session.completed`
    pub kind: String,
    /// `cs_…`, `pi_…`: what to ask for.
    pub object: String,
}

/// Why an event is not believed. What is wrong before the signature was found right says nothing about the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// No header, or one that is not in the form: two times, no time, no signature, signs that are none of hex.
    #[error("the signature’s header is missing or garbled")]
    Header,
    /// Too long ago, or too far ahead.
    #[error("the signature’s time is too far from ours")]
    Time,
    /// By none of our secrets; or the body is another than what was signed.
    #[error("the signature is by none of our secrets")]
    Signature,
    /// Rightly signed, and no event that says what to look at. Take it, and do nothing.
    #[error("signed, and not an event with an id, a type and an object")]
    NoEvent,
}

/// Believes an event or says why not. `secrets` are those of the endpoint, several while one is being rolled; an
/// empty one signs nothing. `header` is the value of `Stripe-Signature` (of a request that has it twice, pass none), `body` what came, byte for
/// byte, and `now` Unix time in seconds.
pub fn verify(secrets: &[&str], header: &str, body: &[u8], now: i64) -> Result<Event, Fault> {
    let header = Header::read(header).ok_or(Fault::Header)?;
    let signed = |secret: &&str| !secret.is_empty() && is_signed(secret, &header, body);
    if !secrets.iter().any(signed) {
        return Err(Fault::Signature);
    }
    if now.abs_diff(header.time) > TOLERANCE.unsigned_abs() {
        return Err(Fault::Time);
    }
    let raw: Raw = serde_json::from_slice(body).map_err(|_| Fault::NoEvent)?;
    Ok(Event { id: raw.id, kind: raw.kind, object: raw.data.object.id })
}

/// Compared in constant time, by `Mac::verify_slice`.
fn is_signed(secret: &str, header: &Header, body: &[u8]) -> bool {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return false };
    mac.update(header.written_time.as_bytes());
    mac.update(b".");
    mac.update(body);
    header.signatures.iter().any(|signature| mac.clone().verify_slice(signature).is_ok())
}

#[derive(Deserialize)]
struct Raw {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    data: About,
}

#[derive(Deserialize)]
struct About {
    object: Object,
}

#[derive(Deserialize)]
struct Object {
    id: String,
}

#[cfg(test)]
mod tests;
