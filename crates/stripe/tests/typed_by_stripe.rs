//! What we send, and the fields that we read, against the types of Stripe's own library for Node, which
//! `e2e/package.json` pins beside TypeScript, and `bin/test` installs.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot be set up fails")]

use broadside_money::{Amount, Currency};
use broadside_stripe::{Client, Metadata, OffSession, Order, Purpose, Refunding, VERSION};
use serde_json::{Map, Value, json};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

fn library(name: &str) -> PathBuf {
    // From the folder of its package, in which a test runs: that in which it was built may be another checkout's.
    let library = Path::new("../../e2e/node_modules").join(name);
    assert!(library.is_dir(), "{} is missing: run bin/test, or npm ci in e2e/", library.display());
    library.canonicalize().unwrap()
}

/// What a call sends: fields of its form or its query, as a tree.
async fn sent(listener: &TcpListener, call: impl Future) -> Value {
    let asked = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut asked = Vec::new();
        loop {
            assert_ne!(stream.read_buf(&mut asked).await.unwrap(), 0);
            let text = String::from_utf8_lossy(&asked);
            let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            if length.is_none_or(|length| length.parse() == Ok(body.len())) {
                break;
            }
        }
        stream.write_all(b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n").await.unwrap();
        String::from_utf8(asked).unwrap()
    };
    let (asked, _) = tokio::join!(asked, call);
    let (head, form) = asked.split_once("\r\n\r\n").unwrap();
    let query = head.split(' ').nth(1).unwrap().split_once('?').map_or("", |(_, query)| query);
    let mut tree = json!({});
    for (name, value) in url::form_urlencoded::parse(if form.is_empty() { query } else { form }.as_bytes()) {
        let path: Vec<&str> = name.split('[').map(|part| part.trim_end_matches(']')).collect();
        put(&mut tree, &path, worth(&value));
    }
    listed(tree)
}

fn worth(text: &str) -> Value {
    text.parse::<i64>()
        .map(Value::from)
        .or_else(|_| text.parse::<bool>().map(Value::from))
        .unwrap_or(json!(text))
}

/// `a[b][]`: an empty name is the next of a list.
fn put(tree: &mut Value, path: &[&str], value: Value) {
    let Some((name, rest)) = path.split_first() else {
        *tree = value;
        return;
    };
    if !tree.is_object() {
        *tree = json!({});
    }
    let fields = tree.as_object_mut().unwrap();
    let name = if name.is_empty() { fields.len().to_string() } else { (*name).to_owned() };
    put(fields.entry(name).or_insert(Value::Null), rest, value);
}

/// With lists where all names are numbers.
fn listed(tree: Value) -> Value {
    let Value::Object(fields) = tree else { return tree };
    let fields: Map<String, Value> = fields.into_iter().map(|(name, value)| (name, listed(value))).collect();
    let numbered = !fields.is_empty() && fields.keys().all(|name| name.parse::<usize>().is_ok());
    if numbered {
        Value::Array(fields.into_iter().map(|(_, value)| value).collect())
    } else {
        Value::Object(fields)
    }
}

/// Every call, with the type that the library has for it.
async fn calls() -> Vec<(&'static str, Value)> {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = Client::at("sk_test_typed", &format!("http://{}", listener.local_addr().unwrap())).unwrap();
    let metadata = Metadata::from([("pledge".to_owned(), "of Robin".to_owned())]);
    let amount = Amount::new(2_000, Currency::parse("EUR").unwrap());
    let order = |purpose| Order {
        purpose,
        email: Some("robin@example.org"),
        reference: "pledge-12",
        metadata: &metadata,
        success_url: "https://example.org/thanks",
        cancel_url: "https://example.org/",
        language: "de",
        expires_at: 1_700_000_000,
    };
    let gift = order(Purpose::Payment { amount, name: "Bail fund" });
    let monthly = order(Purpose::Monthly { amount, name: "Bail fund" });
    let setup = order(Purpose::Setup { currency: amount.currency });
    let charge = OffSession { customer: "cus_1", payment_method: "pm_1", amount, metadata: &metadata };
    let refund = Refunding { payment: "pi_1", amount: Some(amount), metadata: &metadata };
    let l = &listener;
    vec![
        ("Checkout.SessionCreateParams", sent(l, client.open_session(&gift, "k")).await),
        ("Checkout.SessionCreateParams", sent(l, client.open_session(&monthly, "k")).await),
        ("Checkout.SessionCreateParams", sent(l, client.open_session(&setup, "k")).await),
        ("Checkout.SessionRetrieveParams", sent(l, client.session("cs_1")).await),
        ("Checkout.SessionExpireParams", sent(l, client.expire_session("cs_1", "k")).await),
        ("CustomerCreateParams", sent(l, client.create_customer("robin@example.org", &metadata, "k")).await),
        ("SetupIntentRetrieveParams", sent(l, client.setup("seti_1")).await),
        ("PaymentIntentCreateParams", sent(l, client.charge_off_session(&charge, "k")).await),
        ("PaymentIntentRetrieveParams", sent(l, client.payment("pi_1")).await),
        ("PaymentIntentListParams", sent(l, client.payments_marked("cus_1", 1, "pledge", "x")).await),
        ("RefundCreateParams", sent(l, client.refund_payment(&refund, "k")).await),
        ("RefundListParams", sent(l, client.refunds_of("pi_1")).await),
        ("BalanceTransactionListParams", sent(l, client.transactions_since(1, Some("txn_1"))).await),
        ("BalanceTransactionListParams", sent(l, client.transactions_of("po_1", None)).await),
        ("PayoutListParams", sent(l, client.payouts_since(1, None)).await),
        ("InvoiceRetrieveParams", sent(l, client.invoice("in_1")).await),
        ("InvoiceListParams", sent(l, client.invoices_of("sub_1")).await),
    ]
}

/// What the library's types say of a program.
fn faults(name: &str, program: &str) -> String {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let import = format!(
        "import type {{ Stripe }} from {};\n",
        json!(library("stripe").join("esm/stripe.esm.node.js"))
    );
    std::fs::write(&file, import + program).unwrap();
    let said = Command::new("node")
        .arg(library("typescript").join("bin/tsc"))
        .args(["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext"])
        .arg(&file)
        .output()
        .expect("node");
    String::from_utf8(said.stdout).unwrap()
}

#[tokio::test]
async fn stripes_own_types_know_all_that_we_send_and_read() {
    let mut program = include_str!("read.ts").to_owned();
    for (number, (kind, value)) in calls().await.into_iter().enumerate() {
        writeln!(program, "export const sent{number}: Stripe.{kind} = {value};").unwrap();
    }
    assert_eq!(faults("typed.ts", &program), "", "{program}");
    let wrong = faults("wrong.ts", "export const sent: Stripe.RefundCreateParams = {payment: 'pi_1'};\n");
    assert!(wrong.contains("'payment' does not exist"), "what they do not know is told: {wrong}");
}

#[test]
fn the_version_that_we_tell_is_that_of_the_types() {
    let version = std::fs::read_to_string(library("stripe").join("esm/apiVersion.js")).unwrap();
    assert!(version.contains(&format!("ApiVersion = '{VERSION}'")), "{version}");
}
