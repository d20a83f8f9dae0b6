//! Somebody gives every month.

use crate::stage::{Stage, euros};
use broadside_stripe::{InvoiceStatus, PaymentStatus, Purpose, SubscriptionStatus};

#[tokio::test]
async fn a_month_is_known_to_be_paid_by_its_invoice() {
    let stage = Stage::new().await;
    let monthly = Purpose::Monthly { amount: euros(8), name: "Bail fund" };
    let subscription = stage.come(monthly, "12", "good").await.subscription.unwrap();
    assert_eq!(subscription.status, SubscriptionStatus::Active);
    assert_eq!(subscription.metadata["pledge"], "12");

    let invoices = stage.client.invoices_of(&subscription.id).await.unwrap();
    assert_eq!(invoices.len(), 1);
    let invoice = stage.client.invoice(&invoices[0].id).await.unwrap();
    assert_eq!(invoice, invoices[0]);
    assert_eq!((invoice.status.clone(), invoice.paid), (Some(InvoiceStatus::Paid), euros(8)));
    assert_eq!(invoice.subscription.as_ref(), Some(&subscription.id));
    let (from, until) = invoice.period.unwrap();
    assert!((28..=31).contains(&((until - from) / 86_400)), "{from} to {until}");
    assert!(invoice.paid_at.is_some());
    let payment = stage.client.payment(&invoice.payments[0]).await.unwrap();
    assert_eq!((payment.status, payment.amount), (PaymentStatus::Succeeded, euros(8)));
}

#[tokio::test]
async fn who_ends_it_gives_no_more() {
    let stage = Stage::new().await;
    let monthly = Purpose::Monthly { amount: euros(8), name: "Bail fund" };
    let subscription = stage.come(monthly, "12", "good").await.subscription.unwrap();
    let ended = stage.client.cancel_subscription(&subscription.id).await.unwrap();
    assert_eq!(ended.status, SubscriptionStatus::Canceled);
    assert!(ended.ended_at.is_some());
    assert_eq!(stage.client.subscription(&subscription.id).await.unwrap(), ended);
}
