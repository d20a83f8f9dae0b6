//! The proxy as a browser and a program of its own meet it: over HTTP.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use broadside_payments_proxy::{Chances, Fees, Localstripe, Options, Proxy};
use serde_json::{Value, json};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

async fn start() -> (Localstripe, Proxy) {
    let localstripe = Localstripe::start(&Localstripe::python().unwrap()).unwrap();
    let options = Options {
        localstripe: localstripe.address(),
        listen: ([127, 0, 0, 1], 0).into(),
        now: Arc::new(|| 1_700_000_000),
        seed: 1,
        chances: Chances::default(),
        fees: Fees::default(),
    };
    let proxy = Proxy::start(options).await.unwrap();
    (localstripe, proxy)
}

/// The whole answer; empty where the connection was cut.
async fn ask(proxy: &Proxy, method: &str, path: &str, form: &str) -> String {
    let mut stream = TcpStream::connect(proxy.base().trim_start_matches("http://")).await.unwrap();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer sk_test_browser\r\n\
         Idempotency-Key: {path}\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

fn body(answer: &str) -> Value {
    serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
}

const ORDER: &str = "mode=payment&success_url=https://example.org/thanks&cancel_url=https://example.org/&\
    line_items[0][price_data][currency]=eur&line_items[0][price_data][unit_amount]=2000&\
    line_items[0][price_data][product_data][name]=Bail+<fund>";

#[tokio::test]
async fn a_browser_pays_on_the_page_and_is_led_back() {
    let (_localstripe, proxy) = start().await;
    let session = body(&ask(&proxy, "POST", "/v1/checkout/sessions", ORDER).await);
    let path = session["url"].as_str().unwrap().strip_prefix(proxy.base()).unwrap();
    let page = ask(&proxy, "GET", path, "").await;
    assert!(page.contains("<h1>Bail &lt;fund&gt; 2000 EUR</h1>"), "{page}");
    let declined = ask(&proxy, "POST", path, "with=declined").await;
    assert!(
        declined.starts_with("HTTP/1.1 200") && declined.contains("Your card was declined."),
        "{declined}"
    );
    let paid = ask(&proxy, "POST", path, "with=good").await;
    assert!(
        paid.starts_with("HTTP/1.1 303") && paid.contains("location: https://example.org/thanks"),
        "{paid}"
    );
    let payments = body(&ask(&proxy, "GET", "/_proxy/payments", "").await);
    assert_eq!(payments.as_array().unwrap().len(), 1);
    assert_eq!(payments[0]["amount"], 2000);
}

#[tokio::test]
async fn mishaps_are_scripted_over_http() {
    let (_localstripe, proxy) = start().await;
    ask(&proxy, "POST", "/_proxy/mishaps", "next=lose-request&next=lose-answer").await;
    assert_eq!(ask(&proxy, "POST", "/v1/checkout/sessions", ORDER).await, "");
    assert_eq!(proxy.pages().len(), 0);
    assert_eq!(ask(&proxy, "POST", "/v1/checkout/sessions", ORDER).await, "");
    assert_eq!(proxy.pages().len(), 1);
    let again = ask(&proxy, "POST", "/v1/checkout/sessions", ORDER).await;
    assert!(again.contains("idempotent-replayed: true"), "{again}");
    assert_eq!(proxy.pages(), [body(&again)["url"].as_str().unwrap()]);

    ask(&proxy, "POST", "/_proxy/mishaps", "lose_request=100").await;
    assert_eq!(ask(&proxy, "GET", "/v1/refunds", "").await, "");
    let wrong = ask(&proxy, "POST", "/_proxy/mishaps", "next=flood").await;
    assert_eq!(body(&wrong)["error"]["message"], json!("no such mishap"));
}
