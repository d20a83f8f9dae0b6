//! A way to pay is saved now and charged when the goal is reached.

use crate::stage::{Stage, euros};
use broadside_money::Currency;
use broadside_payments_proxy::Fees;
use broadside_stripe::{Failure, PaymentStatus, SetupStatus};

#[tokio::test]
async fn a_saved_card_is_charged_later_and_what_it_cost_is_known() {
    let stage = Stage::new().await;
    let setup = stage.saved("12", "good").await;
    assert_eq!(setup.status, SetupStatus::Succeeded);
    assert_eq!(setup.metadata["pledge"], "12");
    assert_eq!(setup.payment_method.as_ref().unwrap().kind, "card");
    assert_eq!(stage.client.setup(&setup.id).await.unwrap(), setup);
    assert_eq!(stage.paid().await, 0, "nothing is paid before the goal is reached");

    let payment = stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap();
    assert_eq!((payment.status.clone(), payment.amount), (PaymentStatus::Succeeded, euros(20)));
    assert_eq!(payment.declined, None);
    let charge = payment.charge.as_ref().unwrap();
    let settled = charge.settled.as_ref().unwrap();
    assert_eq!((settled.amount, settled.fee.minor), (euros(20), 55), "1.5 % and 25 cents");
    assert_eq!(settled.source.as_deref(), Some(&*charge.id));
    assert_eq!(stage.client.payment(&payment.id).await.unwrap(), payment);
    assert_eq!(stage.paid().await, 1);
}

#[tokio::test]
async fn money_may_be_settled_in_another_currency() {
    let fees = Fees { settled: Some(("gbp".to_owned(), 850)), ..Fees::default() };
    let stage = Stage::settling(fees).await;
    let setup = stage.saved("12", "good").await;
    let payment = stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap();
    let settled = payment.charge.unwrap().settled.unwrap();
    assert_eq!(payment.amount, euros(20));
    assert_eq!(settled.amount.to_string(), "GBP 17.00");
    assert_eq!(settled.fee.currency, Currency::parse("GBP").unwrap());
}

#[tokio::test]
async fn a_decline_says_why_and_leaves_a_payment_without_money() {
    let stage = Stage::new().await;
    let setup = stage.saved("12", "fails-later").await;
    let failure = stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap_err();
    assert!(!failure.may_have_happened());
    let refusal = failure.refusal().unwrap();
    assert_eq!((refusal.status, refusal.code.as_deref()), (402, Some("card_declined")));
    assert_eq!(refusal.decline_code.as_deref(), Some("generic_decline"));
    assert!(!refusal.wants_its_holder());

    let payment = stage.client.payment(refusal.payment.as_deref().unwrap()).await.unwrap();
    assert_eq!(payment.status, PaymentStatus::RequiresPaymentMethod);
    assert_eq!(payment.declined.unwrap().decline_code.as_deref(), Some("generic_decline"));
    assert_eq!(payment.charge.unwrap().settled, None);
    assert_eq!(stage.paid().await, 0);

    let again = stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap_err();
    assert_eq!(again, failure, "the same key brings the same decline, and no second try");
    assert_eq!(stage.found(&setup, "12").await.len(), 1);
}

#[tokio::test]
async fn a_card_that_wants_its_holder_says_so() {
    let stage = Stage::new().await;
    let setup = stage.saved("12", "wants-holder").await;
    assert_eq!(setup.status, SetupStatus::Succeeded, "its holder was there");
    let failure = stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap_err();
    let refusal = failure.refusal().unwrap();
    assert!(refusal.wants_its_holder(), "{failure}");
    let payment = stage.client.payment(refusal.payment.as_deref().unwrap()).await.unwrap();
    assert_eq!(payment.status, PaymentStatus::RequiresPaymentMethod);
    assert!(payment.declined.unwrap().wants_its_holder());
    assert_eq!(stage.paid().await, 0);
}

#[tokio::test]
async fn an_amount_that_no_card_pays_is_never_sent() {
    let stage = Stage::new().await;
    let setup = stage.saved("12", "good").await;
    let failure = stage.charge(&setup, "12", euros(0), "charge-12").await.unwrap_err();
    assert!(matches!(failure, Failure::Unsendable(_)), "{failure}");
    assert_eq!(stage.found(&setup, "12").await, []);
}
