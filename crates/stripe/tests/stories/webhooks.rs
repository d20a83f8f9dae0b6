//! Events of the proxy’s and of localstripe’s, signed by code that shares no line with ours.

use crate::stage::{NOW, Stage, euros};
use broadside_stripe::{Event, PaymentStatus, Purpose, WebhookFault, verify};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use tokio::net::TcpListener;
use tokio::sync::mpsc;

const SECRET: &str = "whsec_st0ries";

struct Posted {
    signature: String,
    body: Bytes,
}

/// Whoever takes events; what is posted, and where to.
async fn listener() -> (String, mpsc::UnboundedReceiver<Posted>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/webhooks", listener.local_addr().unwrap());
    let (sender, posted) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let sender = sender.clone();
            let service = service_fn(move |request: Request<Incoming>| take(request, sender.clone()));
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    });
    (url, posted)
}

async fn take(
    request: Request<Incoming>,
    sender: mpsc::UnboundedSender<Posted>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let signature = request.headers()["stripe-signature"].to_str().unwrap().to_owned();
    let body = request.into_body().collect().await.unwrap().to_bytes();
    sender.send(Posted { signature, body }).unwrap();
    Ok(Response::new(Full::default()))
}

/// The next event of a kind.
async fn next(posted: &mut mpsc::UnboundedReceiver<Posted>, kind: &str) -> Event {
    loop {
        let posted = posted.recv().await.unwrap();
        let event = verify(&[SECRET], &posted.signature, &posted.body, NOW).unwrap();
        if event.kind == kind {
            return event;
        }
    }
}

#[tokio::test]
async fn an_event_leads_to_the_session_and_a_changed_one_nowhere() {
    let stage = Stage::new().await;
    let (url, mut posted) = listener().await;
    stage.proxy.add_webhook(&url, SECRET);
    let gift = Purpose::Payment { amount: euros(20), name: "Bail fund" };
    let opened = stage.open(gift, "12").await.unwrap();
    assert_eq!(stage.proxy.send_event("checkout.session.completed", &opened.id).await, [200]);
    let Posted { signature, body } = posted.recv().await.unwrap();
    let event = verify(&[SECRET], &signature, &body, NOW).unwrap();
    assert_eq!((event.kind.as_str(), &event.object), ("checkout.session.completed", &opened.id));

    let session = stage.client.session(&event.object).await.unwrap();
    assert_eq!(session.payment, None, "whatever an event says, the session says who paid");
    let mut changed = body.to_vec();
    *changed.last_mut().unwrap() = b' ';
    assert_eq!(verify(&[SECRET], &signature, &changed, NOW), Err(WebhookFault::Signature));
    assert_eq!(verify(&[SECRET], &signature, &body, NOW + 301), Err(WebhookFault::Time));
}

#[tokio::test]
async fn a_debit_of_an_account_is_under_way_until_its_bank_has_said_so() {
    let stage = Stage::new().await;
    let (url, mut posted) = listener().await;
    stage.proxy.add_webhook(&url, SECRET);
    let setup = stage.saved("12", "account").await;
    assert_eq!(setup.payment_method.as_ref().unwrap().kind, "sepa_debit");
    let payment = stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap();
    assert_eq!(payment.status, PaymentStatus::Processing);
    assert_eq!(payment.charge.unwrap().settled, None, "no money has moved");

    let event = next(&mut posted, "payment_intent.succeeded").await;
    assert_eq!(event.object, payment.id);
    let payment = stage.client.payment(&event.object).await.unwrap();
    assert_eq!(payment.status, PaymentStatus::Succeeded);
    assert_eq!(payment.charge.unwrap().settled.unwrap().amount, euros(20));
}

#[tokio::test]
async fn a_debit_of_an_empty_account_fails_days_later() {
    let stage = Stage::new().await;
    let (url, mut posted) = listener().await;
    stage.proxy.add_webhook(&url, SECRET);
    let setup = stage.saved("12", "account-fails").await;
    let payment = stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap();
    assert_eq!(payment.status, PaymentStatus::Processing);

    let event = next(&mut posted, "payment_intent.payment_failed").await;
    let payment = stage.client.payment(&event.object).await.unwrap();
    assert_eq!(payment.status, PaymentStatus::RequiresPaymentMethod);
    assert!(payment.declined.is_some());
    assert_eq!(stage.paid().await, 0);
}
