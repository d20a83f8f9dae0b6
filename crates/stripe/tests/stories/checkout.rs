//! Somebody is sent to the provider's page and comes back.

use crate::stage::{NOW, Stage, euros};
use broadside_payments_proxy::Mishap;
use broadside_stripe::{Failure, Mode, PaymentStatus, Purpose, SessionStatus};

fn gift() -> Purpose<'static> {
    Purpose::Payment { amount: euros(20), name: "Bail fund" }
}

#[tokio::test]
async fn who_paid_is_known_from_the_session_alone() {
    let stage = Stage::new().await;
    let opened = stage.open(gift(), "12").await.unwrap();
    assert!(opened.url.starts_with(stage.proxy.base()));
    let before = stage.client.session(&opened.id).await.unwrap();
    assert_eq!((before.status, before.mode, before.payment), (SessionStatus::Open, Mode::Payment, None));

    let led = stage.proxy.press(&opened.id, "good").await.unwrap();
    assert_eq!(led, Some(format!("https://example.org/thanks?session={}", opened.id)));
    let session = stage.client.session(&opened.id).await.unwrap();
    assert_eq!((session.status, session.url), (SessionStatus::Complete, None));
    assert_eq!(session.reference.as_deref(), Some("12"));
    let payment = session.payment.unwrap();
    assert_eq!((payment.status, payment.amount), (PaymentStatus::Succeeded, euros(20)));
    assert_eq!(payment.metadata["pledge"], "12", "the payment carries it as well");
    assert_eq!(payment.charge.unwrap().settled.unwrap().fee.minor, 55);
    assert_eq!(session.customer, payment.customer);

    stage.proxy.press(&opened.id, "good").await.unwrap();
    assert_eq!(stage.paid().await, 1, "a second press pays nothing");
}

#[tokio::test]
async fn a_declined_card_leaves_the_page_open() {
    let stage = Stage::new().await;
    let opened = stage.open(gift(), "12").await.unwrap();
    for button in ["declined", "fails-later"] {
        assert_eq!(stage.proxy.press(&opened.id, button).await.unwrap(), None);
    }
    assert_eq!(stage.client.session(&opened.id).await.unwrap().status, SessionStatus::Open);
    stage.proxy.press(&opened.id, "wants-holder").await.unwrap().expect("its holder is there");
    assert_eq!(stage.paid().await, 1);
}

#[tokio::test]
async fn the_same_key_brings_the_same_session() {
    let stage = Stage::new().await;
    stage.proxy.script(Mishap::LoseAnswer);
    assert!(stage.open(gift(), "12").await.unwrap_err().may_have_happened());
    let opened = stage.open(gift(), "12").await.unwrap();
    assert_eq!(stage.open(gift(), "12").await.unwrap(), opened);
    assert_eq!(stage.proxy.pages(), [opened.url]);
}

#[tokio::test]
async fn an_expired_session_takes_no_money() {
    let stage = Stage::new().await;
    let opened = stage.open(gift(), "12").await.unwrap();
    stage.client.expire_session(&opened.id, "expire-12").await.unwrap();
    assert_eq!(stage.proxy.press(&opened.id, "good").await.unwrap(), None);
    assert_eq!(stage.client.session(&opened.id).await.unwrap().status, SessionStatus::Expired);
    let again = stage.client.expire_session(&opened.id, "expire-12-again").await.unwrap_err();
    assert_eq!(again.refusal().unwrap().status, 400);
    assert_eq!(stage.paid().await, 0);
}

#[tokio::test]
async fn an_id_from_somebodys_url_leads_nowhere() {
    let stage = Stage::new().await;
    let missing = stage.client.session("cs_test_99").await.unwrap_err();
    assert!(missing.refusal().unwrap().is_missing());
    for id in ["", "../customers", "cs_test_1?expand[]=customer", "cs_test_1/expire"] {
        let failure = stage.client.session(id).await.unwrap_err();
        assert!(matches!(failure, Failure::Unsendable(_)), "{id}: {failure}");
    }
}

#[tokio::test]
async fn a_session_says_what_the_provider_wants() {
    let stage = Stage::new().await;
    let opened = stage.open(Purpose::Setup { currency: euros(1).currency }, "12").await.unwrap();
    let session = stage.client.session(&opened.id).await.unwrap();
    assert_eq!(session.mode, Mode::Setup);
    assert_eq!(session.metadata["pledge"], "12");
    let order = broadside_stripe::Order {
        purpose: gift(),
        email: None,
        reference: "12",
        metadata: &broadside_stripe::Metadata::new(),
        success_url: "https://example.org/",
        cancel_url: "https://example.org/",
        language: "ar",
        expires_at: NOW + 60,
    };
    let failure = stage.client.open_session(&order, "too-soon").await.unwrap_err();
    assert_eq!(failure.refusal().unwrap().status, 400, "{failure}");
}
