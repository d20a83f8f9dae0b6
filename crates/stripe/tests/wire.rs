//! What goes over the wire, and what is made of whoever answers badly.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use broadside_stripe::{Client, Failure, Metadata, VERSION};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Takes one call and answers it so; the client for it, and what was asked.
async fn answering(answer: impl Into<Vec<u8>>) -> (Client, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = Client::at("sk_test_wire", &format!("http://{}", listener.local_addr().unwrap())).unwrap();
    let answer = answer.into();
    let asked = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut asked = Vec::new();
        while !is_whole(&asked) {
            assert_ne!(stream.read_buf(&mut asked).await.unwrap(), 0);
        }
        // Whoever asked may hang up before the end.
        let _ = stream.write_all(&answer).await;
        String::from_utf8(asked).unwrap()
    });
    (client, asked)
}

fn is_whole(asked: &[u8]) -> bool {
    let text = String::from_utf8_lossy(asked);
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    length.is_none_or(|length| length.parse() == Ok(body.len()))
}

fn ok(body: &str) -> Vec<u8> {
    format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

#[tokio::test]
async fn a_call_carries_its_key_its_version_and_its_fields() {
    let (client, asked) = answering(ok(r#"{"id": "cus_1", "object": "customer", "of": "tomorrow"}"#)).await;
    let metadata = Metadata::from([("member".to_owned(), "7".to_owned())]);
    let customer = client.create_customer("robin+bail@example.org", &metadata, "customer-7").await.unwrap();
    assert_eq!(customer.id, "cus_1");
    let asked = asked.await.unwrap();
    let (head, body) = asked.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /v1/customers HTTP/1.1\r\n"), "{head}");
    for line in [
        "authorization: Bearer sk_test_wire",
        &format!("stripe-version: {VERSION}"),
        "idempotency-key: customer-7",
        "content-type: application/x-www-form-urlencoded",
        "connection: close",
    ] {
        assert!(head.lines().any(|one| one.eq_ignore_ascii_case(line)), "{line} in {head}");
    }
    assert_eq!(body, "email=robin%2Bbail%40example.org&metadata%5Bmember%5D=7");
}

#[tokio::test]
async fn of_a_list_without_an_end_nothing_is_said_to_be_missing() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = Client::at("sk_test_wire", &format!("http://{}", listener.local_addr().unwrap())).unwrap();
    let payment = r#"{"id": "pi_1", "status": "succeeded", "amount": 5, "currency": "eur", "created": 1}"#;
    let mut pages = vec![format!(r#"{{"data": [{payment}], "has_more": true}}"#); 20];
    pages.push(r#"{"data": [], "has_more": true}"#.to_owned());
    let asked = tokio::spawn(async move {
        let mut last = Vec::new();
        for page in pages {
            let (mut stream, _) = listener.accept().await.unwrap();
            last.clear();
            while !is_whole(&last) {
                assert_ne!(stream.read_buf(&mut last).await.unwrap(), 0);
            }
            stream.write_all(&ok(&page)).await.unwrap();
        }
        String::from_utf8(last).unwrap()
    });
    assert_eq!(client.payments_marked("cus_1", 0, "pledge", "12").await, Err(Failure::TooMany));
    let failure = client.payments_marked("cus_1", 7, "pledge", "12").await.unwrap_err();
    assert!(matches!(failure, Failure::Unclear(_)), "{failure}");
    let asked = asked.await.unwrap();
    assert!(asked.starts_with("GET /v1/payment_intents?customer=cus_1&created%5Bgte%5D=7&"), "{asked}");
}

#[tokio::test]
async fn nobody_there_is_a_call_that_was_never_made() {
    let address = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let client = Client::at("sk_test_wire", &format!("http://{address}")).unwrap();
    let failure = client.payment("pi_1").await.unwrap_err();
    assert!(matches!(failure, Failure::Unreached(_)) && !failure.may_have_happened(), "{failure}");
}

#[tokio::test]
async fn without_encryption_nothing_is_sent_to_https() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = Client::at("sk_test_wire", &format!("https://{}", listener.local_addr().unwrap())).unwrap();
    let asked = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut asked = vec![0; 4096];
        let length = stream.read(&mut asked).await.unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
        String::from_utf8_lossy(&asked[..length]).into_owned()
    });
    let failure = client.payment("pi_1").await.unwrap_err();
    assert!(matches!(failure, Failure::Unreached(_)), "{failure}");
    assert!(!asked.await.unwrap().contains("sk_test_wire"));
}

#[tokio::test]
async fn an_answer_that_cannot_be_believed_leaves_it_unclear() {
    let endless = format!(r#"{{"id": "cus_1", "description": "{}"}}"#, "x".repeat(5 * 1024 * 1024));
    for answer in [
        Vec::new(),
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":".to_vec(),
        b"no HTTP at all\r\n\r\n".to_vec(),
        ok("<h1>Welcome to this hotel</h1>"),
        ok("{}"),
        ok(&endless),
        b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n".to_vec(),
        b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n".to_vec(),
    ] {
        let shown = String::from_utf8_lossy(&answer[..answer.len().min(60)]).into_owned();
        let (client, asked) = answering(answer).await;
        let failure =
            client.create_customer("robin@example.org", &Metadata::new(), "customer-7").await.unwrap_err();
        assert!(matches!(failure, Failure::Unclear(_)), "{shown}: {failure:?}");
        assert!(!failure.to_string().contains("hotel"), "{failure}");
        asked.await.unwrap();
    }
}

#[tokio::test]
async fn a_busy_provider_and_a_bad_key_did_nothing() {
    for (status, wanted) in [
        ("429 Too Many Requests", Failure::Busy),
        ("401 Unauthorized", Failure::KeyRefused { status: 401 }),
        ("403 Forbidden", Failure::KeyRefused { status: 403 }),
    ] {
        let (client, asked) = answering(format!("HTTP/1.1 {status}\r\nContent-Length: 2\r\n\r\n{{}}")).await;
        let failure =
            client.create_customer("robin@example.org", &Metadata::new(), "customer-7").await.unwrap_err();
        assert_eq!(failure, wanted);
        assert!(!failure.may_have_happened());
        asked.await.unwrap();
    }
}
