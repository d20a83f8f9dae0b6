use super::*;
use proptest::prelude::*;

const SECRET: &str = "whsec_s3cr3t";
const NOW: i64 = 1_700_000_000;
const BODY: &[u8] = br#"{"id": "evt_1", "object": "event", "type": "checkout.session.completed",
    "data": {"object": {"id": "cs_test_1", "object": "checkout.session", "payment_status": "paid"}}}"#;

fn signature(secret: &str, time: i64, body: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(format!("{time}.").as_bytes());
    mac.update(body);
    mac.finalize().into_bytes().iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

fn header(secret: &str, time: i64, body: &[u8]) -> String {
    format!("t={time},v1={}", signature(secret, time, body))
}

#[test]
fn an_event_says_where_to_look_and_no_more() {
    let event = verify(&[SECRET], &header(SECRET, NOW, BODY), BODY, NOW).unwrap();
    let known = Event {
        id: "evt_1".to_owned(),
        kind: "checkout.session.completed".to_owned(),
        object: "cs_test_1".to_owned(),
    };
    assert_eq!(event, known);
}

#[test]
fn a_known_signature_is_right_and_its_body_no_event() {
    let body = br#"{"id":"evt_1"}"#;
    let header = "t=1700000000,v1=e097d3575dbf1a724faad259452789081a6ca8157f6990b2b2e4dba8456289a8";
    assert_eq!(verify(&[SECRET], header, body, NOW), Err(Fault::NoEvent));
    assert_eq!(verify(&["whsec_other"], header, body, NOW), Err(Fault::Signature));
}

#[test]
fn while_a_secret_is_rolled_either_signs() {
    let new = "whsec_n3w";
    let both = format!("{},v1={}", header(SECRET, NOW, BODY), signature(new, NOW, BODY));
    for ours in [&[SECRET][..], &[new], &[new, SECRET], &["whsec_third", new]] {
        assert!(verify(ours, &both, BODY, NOW).is_ok(), "{ours:?}");
    }
    assert!(verify(&[new, SECRET], &header(SECRET, NOW, BODY), BODY, NOW).is_ok());
    assert_eq!(verify(&["whsec_third"], &both, BODY, NOW), Err(Fault::Signature));
}

#[test]
fn without_a_secret_nothing_is_believed() {
    assert_eq!(verify(&[], &header(SECRET, NOW, BODY), BODY, NOW), Err(Fault::Signature));
    assert_eq!(verify(&[""], &header("", NOW, BODY), BODY, NOW), Err(Fault::Signature));
}

#[test]
fn a_signature_of_another_scheme_is_no_proof() {
    let v0 = header(SECRET, NOW, BODY).replace("v1", "v0");
    assert_eq!(verify(&[SECRET], &v0, BODY, NOW), Err(Fault::Header));
    let beside = format!("{v0},v1={}", "00".repeat(32));
    assert_eq!(verify(&[SECRET], &beside, BODY, NOW), Err(Fault::Signature));
}

#[test]
fn five_minutes_either_way_and_no_second_more() {
    let header = header(SECRET, NOW, BODY);
    for now in [NOW - 300, NOW - 1, NOW, NOW + 300] {
        assert!(verify(&[SECRET], &header, BODY, now).is_ok(), "{now}");
    }
    for now in [NOW - 301, NOW + 301, 0, i64::MIN, i64::MAX] {
        assert_eq!(verify(&[SECRET], &header, BODY, now), Err(Fault::Time), "{now}");
    }
    let later = header.replace("t=1700000000", "t=1700000301");
    assert_eq!(verify(&[SECRET], &later, BODY, NOW + 301), Err(Fault::Signature), "the time is signed too");
    let zeros = header.replace("t=", "t=0");
    assert_eq!(verify(&[SECRET], &zeros, BODY, NOW), Err(Fault::Signature), "as it was written");
}

#[test]
fn what_is_signed_and_no_event_is_told_apart() {
    for body in [
        "",
        "[]",
        "nonsense",
        r#"{"id": "evt_1", "type": "x"}"#,
        r#"{"id": 1, "type": "x", "data": {"object": {"id": "y"}}}"#,
    ] {
        let header = header(SECRET, NOW, body.as_bytes());
        assert_eq!(verify(&[SECRET], &header, body.as_bytes(), NOW), Err(Fault::NoEvent), "{body}");
        assert_eq!(verify(&["whsec_x"], &header, body.as_bytes(), NOW), Err(Fault::Signature), "{body}");
    }
}

proptest! {
    #[test]
    fn nothing_in_a_header_stops_it(written in ".{0,200}", body in prop::collection::vec(any::<u8>(), 0..50)) {
        prop_assert!(verify(&[SECRET], &written, &body, NOW).is_err());
    }

    #[test]
    fn nothing_that_looks_like_a_header_stops_it(written in "(t|v1|v0|,|=| |[0-9a-f]{1,64}){0,12}") {
        prop_assert!(verify(&[SECRET], &written, BODY, NOW).is_err());
    }

    #[test]
    fn a_changed_byte_of_the_body_is_refused(place in 0..BODY.len(), by in 1..=255_u8) {
        let mut body = BODY.to_vec();
        body[place] ^= by;
        prop_assert_eq!(verify(&[SECRET], &header(SECRET, NOW, BODY), &body, NOW), Err(Fault::Signature));
    }

    #[test]
    fn a_changed_sign_of_the_header_is_refused(place in 0..79_usize, sign in "[ -~]") {
        let good = header(SECRET, NOW, BODY);
        let mut changed = good.clone();
        changed.replace_range(place..=place, &sign);
        // A digit of hex means the same in either case.
        prop_assume!(!changed.eq_ignore_ascii_case(&good));
        prop_assert!(verify(&[SECRET], &changed, BODY, NOW).is_err());
    }

    #[test]
    fn what_is_rightly_signed_is_taken(secret in "whsec_[a-zA-Z0-9]{8,32}", time in 0..4_000_000_000_i64, off in -300..=300_i64) {
        prop_assert!(verify(&[&secret], &header(&secret, time, BODY), BODY, time + off).is_ok());
    }
}
