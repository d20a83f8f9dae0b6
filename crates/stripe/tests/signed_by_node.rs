//! Headers made by Stripe's own library for Node, which `e2e/package.json` pins and `bin/test` installs.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot be set up fails")]

use broadside_stripe::{WebhookFault, verify};
use serde_json::json;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

const NOW: i64 = 1_700_000_000;

fn signed(secret: &str, bodies: &[String]) -> Vec<String> {
    // From the folder of its package, in which a test runs: that in which it was built may be another checkout's.
    let library = Path::new("../../e2e/node_modules/stripe");
    assert!(library.is_dir(), "{} is missing: run bin/test, or npm ci in e2e/", library.display());
    let mut node = Command::new("node")
        .arg("tests/sign.mjs")
        .arg(library.canonicalize().unwrap())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node");
    let mut input = node.stdin.take().unwrap();
    for body in bodies {
        writeln!(input, "{}", json!({"secret": secret, "timestamp": NOW, "payload": body})).unwrap();
    }
    drop(input);
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn what_stripes_own_library_signs_is_believed_and_nothing_else() {
    let secret = "whsec_n0de";
    let bodies: Vec<String> = ["Ärger für 5 €", "ab\r\n\tcd", "", "\u{1f6df} \u{feff}"]
        .map(|text| {
            let object = json!({"id": "pi_1", "description": text});
            json!({"id": "evt_1", "type": "payment_intent.succeeded", "data": {"object": object}}).to_string()
        })
        .into();
    let headers = signed(secret, &bodies);
    assert_eq!(headers.len(), bodies.len());
    for (place, (body, header)) in bodies.iter().zip(&headers).enumerate() {
        let event = verify(&[secret], header, body.as_bytes(), NOW).unwrap();
        assert_eq!((event.id.as_str(), event.object.as_str()), ("evt_1", "pi_1"));
        let other = &bodies[(place + 1) % bodies.len()];
        assert_eq!(verify(&[secret], header, other.as_bytes(), NOW), Err(WebhookFault::Signature));
        assert_eq!(verify(&["whsec_other"], header, body.as_bytes(), NOW), Err(WebhookFault::Signature));
        assert_eq!(verify(&[secret], header, body.as_bytes(), NOW + 301), Err(WebhookFault::Time));
    }
}
