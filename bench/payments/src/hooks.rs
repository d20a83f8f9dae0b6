//! Webhooks, signed as Stripe signs them (docs.stripe.com/webhooks/signature).

use crate::answers::mend;
use crate::pairs::Pairs;
use crate::server::State;
use crate::upstream::deliver;
use crate::{Failure, held};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use std::fmt::Write;

/// Whoever is told of events.
#[derive(Clone, Debug)]
pub struct Hook {
    pub url: String,
    pub secret: String,
}

/// Where localstripe posts its own events: they go on from here, with the proxy's time and signature.
pub const RELAY: &str = "/_localstripe";

/// Has localstripe post its events here.
pub async fn listen_to_localstripe(state: &State) -> Result<(), Failure> {
    let url = format!("{}{RELAY}", state.base);
    let (status, _) = state
        .upstream
        .post("/_config/webhooks/proxy", &Pairs::of([("url", &url), ("secret", "unused")]))
        .await?;
    if status == 200 { Ok(()) } else { Err(format!("localstripe answered {status}").into()) }
}

/// Passes on an event of localstripe's.
pub async fn relay(state: &State, body: &[u8]) -> Result<(), Failure> {
    let mut event: Value = serde_json::from_slice(body)?;
    let mut object = event["data"]["object"].take();
    mend(&mut object, &state.fees);
    send(state, event["type"].as_str().ok_or("an event without a type")?, object).await;
    Ok(())
}

/// Tells all of them that something changed; how each answered, 0 where it did not.
pub async fn send(state: &State, kind: &str, object: Value) -> Vec<u16> {
    let number = {
        let mut events = held(&state.events);
        *events += 1;
        *events
    };
    let now = (state.now)();
    let event = json!({"id": format!("evt_test_{number}"), "object": "event", "type": kind, "created": now,
        "livemode": false, "data": {"object": object}});
    let body = event.to_string();
    let hooks = held(&state.hooks).clone();
    let mut answers = Vec::new();
    for hook in hooks {
        let signature = sign(&hook.secret, now, &body);
        answers.push(deliver(&hook.url, &signature, body.clone()).await.unwrap_or(0));
    }
    answers
}

/// `t=1700000000,v1=…`
pub fn sign(secret: &str, now: i64, body: &str) -> String {
    let mut header = format!("t={now},v1=");
    if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) {
        mac.update(format!("{now}.{body}").as_bytes());
        for byte in mac.finalize().into_bytes() {
            let _ = write!(header, "{byte:02x}");
        }
    }
    header
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_the_known_one() {
        assert_eq!(
            sign("whsec_s3cr3t", 1_700_000_000, r#"{"id":"evt_1"}"#),
            "t=1700000000,v1=e097d3575dbf1a724faad259452789081a6ca8157f6990b2b2e4dba8456289a8"
        );
    }
}
