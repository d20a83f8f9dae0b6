//! What a reconciler reads: every movement, payouts, and what banks took back.

use crate::stage::{Stage, euros, marked};
use broadside_stripe::{DisputeStatus, PayoutStatus, RefundStatus, Refunding};

#[tokio::test]
async fn every_movement_of_money_is_listed() {
    let stage = Stage::new().await;
    let setup = stage.saved("12", "good").await;
    let payment = stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap();
    let metadata = marked("12");
    let whole = Refunding { payment: &payment.id, amount: None, metadata: &metadata };
    let refund = stage.client.refund_payment(&whole, "refund-12").await.unwrap();
    assert_eq!((refund.status.clone(), refund.amount), (RefundStatus::Succeeded, euros(20)));
    assert_eq!(stage.client.refund(&refund.id).await.unwrap(), refund);

    let page = stage.client.transactions_since(0, None).await.unwrap();
    assert!(!page.more);
    let mut told: Vec<_> = page
        .items
        .iter()
        .map(|moved| (moved.category.as_str(), moved.amount.minor, moved.fee.minor))
        .collect();
    told.sort_unstable();
    assert_eq!(told, [("charge", 2_000, 55), ("refund", -2_000, 0)]);
    assert!(page.items.iter().any(|moved| Some(&moved.id) == refund.transaction.as_ref()));
    let after = stage.client.transactions_since(0, Some(&page.items[0].id)).await.unwrap();
    assert_eq!(after.items, page.items[1..]);
    assert_eq!(stage.client.transactions_since(4_000_000_000, None).await.unwrap().items, []);
}

#[tokio::test]
async fn a_payout_says_when_the_bank_has_it() {
    let stage = Stage::new().await;
    let made = stage.proxy.pay_out(euros(15).minor, "eur").await.unwrap();
    let page = stage.client.payouts_since(0, None).await.unwrap();
    assert_eq!((page.items.len(), page.more), (1, false));
    let payout = &page.items[0];
    assert_eq!(
        (payout.id.as_str(), payout.status.clone(), payout.amount),
        (made.as_str(), PayoutStatus::Paid, euros(15))
    );
    assert_eq!(&stage.client.payout(&made).await.unwrap(), payout);
    assert_eq!(stage.client.payouts_since(4_000_000_000, None).await.unwrap().items, []);
}

#[tokio::test]
async fn a_dispute_takes_the_money_and_a_fee_and_gives_back_the_money() {
    let stage = Stage::new().await;
    let setup = stage.saved("12", "good").await;
    let payment = stage.charge(&setup, "12", euros(20), "charge-12").await.unwrap();
    let id = stage.proxy.open_dispute(&payment.id).await.unwrap();
    let dispute = stage.client.dispute(&id).await.unwrap();
    assert_eq!((dispute.status.clone(), dispute.amount), (DisputeStatus::NeedsResponse, euros(20)));
    assert_eq!(dispute.payment.as_ref(), Some(&payment.id));
    assert!(!payment.charge.unwrap().is_disputed);
    assert!(stage.client.payment(&payment.id).await.unwrap().charge.unwrap().is_disputed);
    assert_eq!(stage.client.disputes_of(&payment.id).await.unwrap(), std::slice::from_ref(&dispute));
    assert_eq!(stage.client.disputes_of("pi_other").await.unwrap(), []);
    assert_eq!((dispute.transactions[0].amount.minor, dispute.transactions[0].fee.minor), (-2_000, 2_000));

    stage.proxy.close_dispute(&id, true).unwrap();
    let dispute = stage.client.dispute(&id).await.unwrap();
    assert_eq!(dispute.status, DisputeStatus::Won);
    assert_eq!(dispute.transactions.iter().map(|moved| moved.amount.minor).sum::<i64>(), 0);
    assert!(stage.client.dispute("du_test_2").await.unwrap_err().refusal().unwrap().is_missing());
}
