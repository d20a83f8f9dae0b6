//! What Stripe posts to us. An event that is signed only says where to look; what happened it is asked.

use super::{store, stripe};
use crate::clock::SECOND;
use crate::error::{Error, Result};
use crate::state::App;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use broadside_db::Lane;
use broadside_stripe::{WebhookFault, verify};

/// Of an event's body.
pub const MOST_BYTES: usize = 256 * 1024;

/// `POST /hooks/stripe`: 200 once the event is on disk, again where it is known, and where it is of no use.
pub async fn stripe(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Result<Response> {
    let secrets: Vec<&str> = app.settings.stripe_webhook_secrets.iter().map(String::as_str).collect();
    if secrets.is_empty() {
        return Err(Error::NotFound);
    }
    let mut signatures = headers.get_all("stripe-signature").iter();
    let (Some(signature), None) = (signatures.next(), signatures.next()) else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    let signature = signature.to_str().unwrap_or_default();
    let now = app.clock.now();
    let event = match verify(&secrets, signature, &body, now / SECOND) {
        Ok(event) => event,
        // It is Stripe's, and of a form that says nothing to us.
        Err(WebhookFault::NoEvent) => return Ok(StatusCode::OK.into_response()),
        Err(fault) => {
            tracing::warn!(%fault, "an event that calls itself Stripe’s is not believed");
            return Ok(StatusCode::BAD_REQUEST.into_response());
        }
    };
    app.db
        .write(Lane::Ordinary, move |c| {
            let event = event.clone();
            Box::pin(async move {
                let said = (event.id.as_str(), event.kind.as_str(), event.object.as_str());
                store::note_event(c, stripe::WORD, said, now).await
            })
        })
        .await?;
    app.payments.waits.wake();
    Ok(StatusCode::OK.into_response())
}
