//! Answers and requests get lost; nobody pays twice.

use crate::stage::{Stage, euros, marked};
use broadside_payments_proxy::Mishap;
use broadside_stripe::{Failure, PaymentStatus, Refunding};

#[tokio::test]
async fn a_lost_answer_is_found_again_and_the_same_key_charges_nobody_twice() {
    let stage = Stage::new().await;
    let setup = stage.saved("12", "good").await;
    let other = stage.charge(&setup, "11", euros(5), "charge-11").await.unwrap();
    stage.proxy.script(Mishap::LoseAnswer);
    let failure = stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap_err();
    assert!(matches!(failure, Failure::Unclear(_)) && failure.may_have_happened(), "{failure}");

    let found = stage.found(&setup, "12").await;
    assert_eq!(found.len(), 1);
    assert_ne!(found[0].id, other.id);
    assert_eq!(found[0].status, PaymentStatus::Succeeded);
    assert!(found[0].charge.as_ref().unwrap().settled.is_some(), "its fee is known from the list too");
    assert_eq!(stage.client.payment(&found[0].id).await.unwrap(), found[0]);
    assert_eq!(stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap(), found[0]);
    assert_eq!(stage.paid().await, 2, "those of pledges 11 and 12");
}

#[tokio::test]
async fn a_lost_request_left_nothing_and_is_made_again() {
    let stage = Stage::new().await;
    let setup = stage.saved("12", "good").await;
    stage.proxy.script(Mishap::LoseRequest);
    let failure = stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap_err();
    assert!(failure.may_have_happened(), "nobody here can tell it from a lost answer");
    assert_eq!(stage.found(&setup, "12").await, []);
    stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap();
    assert_eq!(stage.paid().await, 1);
}

#[tokio::test]
async fn where_the_provider_failed_after_doing_it_the_key_brings_the_failure_and_the_list_the_payment() {
    let stage = Stage::new().await;
    let setup = stage.saved("12", "good").await;
    stage.proxy.script(Mishap::Fail);
    for _ in 0..2 {
        let failure = stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap_err();
        assert_eq!(failure, Failure::Unclear("the answer was 500".to_owned()));
    }
    assert_eq!(stage.found(&setup, "12").await.len(), 1);
    assert_eq!(stage.paid().await, 1);
}

#[tokio::test]
async fn a_key_that_was_forgotten_is_why_one_looks_first() {
    let stage = Stage::new().await;
    let setup = stage.saved("12", "good").await;
    stage.proxy.script(Mishap::LoseAnswer);
    stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap_err();
    stage.proxy.forget_keys();
    assert_eq!(stage.found(&setup, "12").await.len(), 1, "whoever looks asks for nothing more");
    stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap();
    assert_eq!(stage.paid().await, 2, "and whoever does not takes the money twice");
}

#[tokio::test]
async fn a_key_stands_for_one_charge_alone() {
    let stage = Stage::new().await;
    let setup = stage.saved("12", "good").await;
    stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap();
    let failure = stage.charge(&setup, "12", euros(21), "charge-12").await.unwrap_err();
    assert_eq!(failure, Failure::KeyReused);
    assert!(failure.may_have_happened());
    assert_eq!(stage.paid().await, 1);
}

#[tokio::test]
async fn two_at_once_with_one_key_charge_once() {
    let stage = Stage::new().await;
    let setup = stage.saved("12", "good").await;
    let (one, two) = tokio::join!(
        stage.charge(&setup, "12", euros(20), "charge-12"),
        stage.charge(&setup, "12", euros(20), "charge-12"),
    );
    let said = [one, two];
    assert!(said.iter().any(Result::is_ok), "{said:?}");
    assert!(said.iter().flat_map(Result::as_ref).all(|payment| payment.amount == euros(20)));
    assert!(said.iter().filter_map(|one| one.as_ref().err()).all(Failure::may_have_happened), "{said:?}");
    assert_eq!(stage.paid().await, 1);
}

#[tokio::test]
async fn a_refund_whose_answer_was_lost_is_found_and_not_given_twice() {
    let stage = Stage::new().await;
    let setup = stage.saved("12", "good").await;
    let payment = stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap();
    let metadata = marked("12");
    let part = Refunding { payment: &payment.id, amount: Some(euros(5)), metadata: &metadata };
    stage.proxy.script(Mishap::LoseAnswer);
    assert!(stage.client.refund_payment(&part, "refund-12").await.unwrap_err().may_have_happened());

    let found = stage.client.refunds_of(&payment.id).await.unwrap();
    assert_eq!((found.len(), found[0].amount, &found[0].metadata), (1, euros(5), &metadata));
    assert_eq!(stage.client.refund_payment(&part, "refund-12").await.unwrap(), found[0]);
    assert_eq!(stage.client.payment(&payment.id).await.unwrap().charge.unwrap().refunded, euros(5));
}

#[tokio::test]
async fn a_customer_whose_answer_was_lost_is_made_once() {
    let stage = Stage::new().await;
    stage.proxy.script(Mishap::LoseAnswer);
    let metadata = marked("12");
    let make = || stage.client.create_customer("robin@example.org", &metadata, "customer-12");
    assert!(make().await.unwrap_err().may_have_happened());
    let customer = make().await.unwrap();
    assert_eq!(make().await.unwrap(), customer);
    assert!(customer.id.starts_with("cus_"));
}

#[tokio::test]
async fn a_payment_is_found_among_more_than_a_page() {
    let stage = Stage::new().await;
    let setup = stage.saved("0", "good").await;
    for pledge in 0..105 {
        let pledge = pledge.to_string();
        stage.charge(&setup, &pledge, euros(1), &format!("charge-{pledge}")).await.unwrap();
    }
    for pledge in ["0", "104"] {
        assert_eq!(stage.found(&setup, pledge).await.len(), 1, "{pledge}");
    }
    assert_eq!(stage.found(&setup, "105").await, []);
}
