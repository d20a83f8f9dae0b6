//! What a bank or a provider says later of money that seemed settled: a refund that fails, a dispute over a part, a
//! payment that takes days. Book, page and giver follow.

use super::desk::{Clerk, GROUP};
use super::fundraising::{DESK, balances, change, kinds_to, page, send};
use super::fundraising_desk::standing;
use super::fundraising_disputes::{given, moved, own};
use super::fundraising_stripe::Stage;
use super::stories;
use super::world::World;
use crate::accounts::Role;
use crate::campaigns::definition::{FundraiserKind, Short};
use crate::campaigns::importing;
use crate::clock::{DAY, HOUR, MINUTE};
use axum::http::StatusCode;
use broadside_payments_proxy::Mishap;

pub const GAVE: &str = "You gave USD\u{a0}50.";

/// A treasurer who has just signed in.
pub async fn till(stage: &Stage) -> Clerk {
    let email = format!("till{}@desk.example", stage.world.app.clock.now());
    Clerk::of(&stage.world, &email, GROUP, Role::Treasurer).await
}

/// A day passes, and everything is asked about.
pub async fn next_day(stage: &Stage) {
    stage.world.pass(DAY + 1);
    stage.world.work().await;
}

stories! {
    async fn a_refund_that_fails_days_later_is_not_called_paid_back(world: World) {
        let (stage, ada, _) = given(world).await;
        let clerk = till(&stage).await;
        clerk.post(&stage.world, &format!("{DESK}/pledges/1/refund"), &[]).await;
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains("Your USD\u{a0}50 were paid back."));
        stage.proxy.fail_refunds().await.unwrap();
        next_day(&stage).await;
        assert!(own(&stage, &ada).await.contains(GAVE), "{}", own(&stage, &ada).await);
        assert!(page(&stage.world).await.contains("USD\u{a0}50 of USD\u{a0}3,000"));
        assert_eq!(moved(&stage, "refund%", "income:refunds").await, 0, "what was entered is taken back");
        next_day(&stage).await;
        let text = till(&stage).await.get(&stage.world, DESK).await.text();
        assert!(text.contains("perhaps the bank did not take it"), "it stays to be seen: {text}");
        assert!(text.contains("/pledges/1/refund"), "and can be tried again");
        balances(&stage.world).await;
    }

    async fn a_refund_that_fails_at_once_is_none(world: World) {
        let (stage, ada, _) = given(world).await;
        let clerk = till(&stage).await;
        stage.proxy.let_refunds_fail(true);
        clerk.post(&stage.world, &format!("{DESK}/pledges/1/refund"), &[]).await;
        stage.world.work().await;
        assert!(!own(&stage, &ada).await.contains("were paid back"), "{}", own(&stage, &ada).await);
        assert!(clerk.get(&stage.world, DESK).await.text().contains("the refund failed"));
        assert_eq!(moved(&stage, "refund%", "income:refunds").await, 0);
        assert!(!kinds_to(&stage.world, "ada@givers.example").await.contains(&"pledge_refunded".to_owned()));
        let calls = "select count(*) as n from payment_call where deed = 'refund'";
        for _ in 0..5 {
            stage.world.pass(HOUR);
            stage.world.work().await;
        }
        assert_eq!(stage.world.number(calls).await, 1, "not every hour");
        next_day(&stage).await;
        assert_eq!(stage.world.number(calls).await, 2, "with another key, or the same answer would come again");
        balances(&stage.world).await;
    }

    async fn a_refund_keeps_its_key_until_the_payment_shows_it(world: World) {
        let (stage, ada, _) = given(world).await;
        let clerk = till(&stage).await;
        // It is made, and what the provider says of the payment then is lost.
        for mishap in [Mishap::None, Mishap::LoseAnswer] {
            stage.proxy.script(mishap);
        }
        clerk.post(&stage.world, &format!("{DESK}/pledges/1/refund"), &[]).await;
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains("are being paid back"), "{}", own(&stage, &ada).await);
        let calls = "select count(*) as n from payment_call where deed = 'refund'";
        let open = "select count(*) as n from payment_call where deed = 'refund' and finished_at is null";
        assert_eq!(stage.world.number(open).await, 1);
        stage.world.pass(HOUR);
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains("Your USD\u{a0}50 were paid back."));
        assert_eq!(stage.world.number(calls).await, 1);
        balances(&stage.world).await;
    }

    async fn a_refund_that_failed_is_not_asked_for_again_unasked_once_a_dispute_is_won(world: World) {
        let (stage, ada, payment) = given(world).await;
        let clerk = till(&stage).await;
        clerk.post(&stage.world, &format!("{DESK}/pledges/1/refund"), &[]).await;
        stage.world.work().await;
        stage.proxy.fail_refunds().await.unwrap();
        next_day(&stage).await;
        let dispute = stage.proxy.open_dispute(&payment).await.unwrap();
        next_day(&stage).await;
        assert!(own(&stage, &ada).await.contains("Your bank took USD\u{a0}50 back."));
        stage.proxy.close_dispute(&dispute, true).unwrap();
        next_day(&stage).await;
        stage.world.pass(HOUR);
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains(GAVE), "{}", own(&stage, &ada).await);
        assert_eq!(stage.world.number("select count(*) as n from payment_call where deed = 'refund'").await, 1);
        let text = till(&stage).await.get(&stage.world, DESK).await.text();
        assert!(text.contains("perhaps the bank did not take it"), "it is still to be seen: {text}");
        balances(&stage.world).await;
    }

    async fn what_is_being_paid_back_is_what_is_left_of_it(world: World) {
        let (stage, ada, payment) = given(world).await;
        stage.proxy.open_dispute_over(&payment, 1_500).await.unwrap();
        next_day(&stage).await;
        let clerk = till(&stage).await;
        stage.proxy.script(Mishap::LoseRequest);
        stage.proxy.script(Mishap::LoseRequest);
        clerk.post(&stage.world, &format!("{DESK}/pledges/1/refund"), &[]).await;
        stage.world.work().await;
        let text = own(&stage, &ada).await;
        assert!(text.contains("Your USD\u{a0}35 are being paid back."), "{text}");
        let desk = clerk.get(&stage.world, DESK).await.text();
        assert!(desk.contains("Being paid back; USD\u{a0}15 paid back"), "{desk}");
    }

    async fn a_refund_and_a_dispute_that_are_seen_in_one_look_are_both_entered(world: World) {
        let (stage, ada, payment) = given(world).await;
        let clerk = till(&stage).await;
        clerk.post(&stage.world, &format!("{DESK}/pledges/1/refund"), &[]).await;
        stage.world.work().await;
        // A bank takes it on top of that.
        stage.proxy.open_dispute(&payment).await.unwrap();
        next_day(&stage).await;
        assert!(own(&stage, &ada).await.contains("Your USD\u{a0}50 were paid back."));
        assert_eq!(moved(&stage, "refund", "income:refunds").await, 5_000);
        assert_eq!(moved(&stage, "dispute", "income:disputes").await, 5_000);
        balances(&stage.world).await;
    }

    async fn a_dispute_over_a_part_leaves_the_rest_of_the_gift(world: World) {
        let (stage, ada, payment) = given(world).await;
        let dispute = stage.proxy.open_dispute_over(&payment, 1_500).await.unwrap();
        next_day(&stage).await;
        let text = own(&stage, &ada).await;
        assert!(text.contains("You gave USD\u{a0}50, and USD\u{a0}15 of it were paid back."), "{text}");
        assert!(page(&stage.world).await.contains("USD\u{a0}35 of USD\u{a0}3,000"));
        assert_eq!(moved(&stage, "dispute", "income:disputes").await, 1_500);
        stage.proxy.close_dispute(&dispute, true).unwrap();
        next_day(&stage).await;
        assert!(own(&stage, &ada).await.contains(GAVE));
        assert!(page(&stage.world).await.contains("USD\u{a0}50 of USD\u{a0}3,000"));
        // And another over the rest of what a refund left.
        stage.proxy.open_dispute_over(&payment, 1_000).await.unwrap();
        stage.proxy.open_dispute_over(&payment, 4_000).await.unwrap();
        next_day(&stage).await;
        assert!(own(&stage, &ada).await.contains("Your bank took USD\u{a0}50 back."));
        assert_eq!(moved(&stage, "dispute%", "income:disputes").await, 5_000);
        balances(&stage.world).await;
    }

    async fn what_was_to_be_paid_back_is_once_its_bank_has_given_it_again(world: World) {
        let (stage, ada, payment) = given(world).await;
        let clerk = till(&stage).await;
        let dispute = stage.proxy.open_dispute(&payment).await.unwrap();
        clerk.post(&stage.world, &format!("{DESK}/pledges/1/refund"), &[]).await;
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains("Your bank took USD\u{a0}50 back."));
        // Half a year later.
        stage.world.pass(200 * DAY);
        stage.proxy.close_dispute(&dispute, true).unwrap();
        next_day(&stage).await;
        stage.world.pass(HOUR);
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains("Your USD\u{a0}50 were paid back."), "{}", own(&stage, &ada).await);
        assert_eq!(moved(&stage, "refund", "income:refunds").await, 5_000);
        balances(&stage.world).await;
    }

    async fn a_part_that_a_bank_gave_again_is_no_refund_that_failed(world: World) {
        let (stage, ada, payment) = given(world).await;
        let dispute = stage.proxy.open_dispute_over(&payment, 1_500).await.unwrap();
        next_day(&stage).await;
        stage.proxy.close_dispute(&dispute, true).unwrap();
        let clerk = till(&stage).await;
        clerk.post(&stage.world, &format!("{DESK}/pledges/1/refund"), &[]).await;
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains("Your USD\u{a0}50 were paid back."), "{}", own(&stage, &ada).await);
        let text = till(&stage).await.get(&stage.world, DESK).await.text();
        assert!(!text.contains("perhaps the bank did not take it"), "a dispute that was won is no refund that failed");
        assert_eq!(moved(&stage, "refund", "income:refunds").await, 5_000);
        balances(&stage.world).await;
    }

    async fn a_payment_that_takes_days_is_on_its_way_until_it_is_there(world: World) {
        change(&world, |one| { one.kind = FundraiserKind::Keep; one.short = Short::Spend; }).await;
        let stage = Stage::of(world).await;
        stage.proxy.hold_payments(true);
        let ada = stage.pledge("ada@givers.example", "50", "good").await;
        let text = own(&stage, &ada).await;
        assert!(text.contains("Your payment of USD\u{a0}50 is on its way.") && !text.contains("Go on to payment"), "{text}");
        let desk = till(&stage).await.get(&stage.world, DESK).await.text();
        let said = desk.matches("On its way").count();
        assert_eq!(said, 2, "among the sums and in its own row: {desk}");
        assert!(page(&stage.world).await.contains("USD\u{a0}0 of USD\u{a0}3,000"), "it is not there yet");
        for _ in 0..4 {
            next_day(&stage).await;
        }
        let mut files = standing(&stage.world).await;
        files.fundraisers.remove(0);
        files.goals.clear();
        assert!(matches!(stage.world.import(files).await, importing::Imported::Promised(_)), "money may still come");
        assert!(own(&stage, &ada).await.contains("is on its way"));
        stage.proxy.hold_payments(false);
        next_day(&stage).await;
        assert!(own(&stage, &ada).await.contains(GAVE), "without any event: {}", own(&stage, &ada).await);
        assert_eq!(kinds_to(&stage.world, "ada@givers.example").await, ["pledge_receipt"]);
        balances(&stage.world).await;
    }

    async fn an_event_says_that_what_was_on_its_way_is_there(world: World) {
        change(&world, |one| { one.kind = FundraiserKind::Keep; one.short = Short::Spend; }).await;
        let stage = Stage::of(world).await;
        stage.proxy.hold_payments(true);
        let ada = stage.pledge("ada@givers.example", "50", "good").await;
        stage.world.pass(3 * DAY);
        stage.world.work().await;
        stage.proxy.hold_payments(false);
        let session = stage.session_of("ada").await;
        stage.world.pass(MINUTE);
        stage.event("evt_1", "checkout.session.async_payment_succeeded", &session).await;
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains(GAVE), "{}", own(&stage, &ada).await);
        balances(&stage.world).await;
    }

    async fn a_gift_every_month_whose_only_month_was_taken_back_can_be_ended_at_the_desk(world: World) {
        change(&world, |one| { one.kind = FundraiserKind::Keep; one.short = Short::Spend; one.monthly = true; }).await;
        let stage = Stage::of(world).await;
        let form = [("name", "Ada"), ("email", "ada@givers.example"), ("other", "50"), ("recurrence", "monthly")];
        let answer = send(&stage.world, &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let link = answer.location().trim_end_matches("/payment").to_owned();
        stage.press_again(&link, "good").await;
        stage.world.get(&format!("{link}?done=back")).await;
        stage.world.work().await;
        let payment = stage.proxy.payments().await.unwrap()[0]["id"].as_str().unwrap().to_owned();
        stage.proxy.open_dispute(&payment).await.unwrap();
        next_day(&stage).await;
        let clerk = till(&stage).await;
        let text = clerk.get(&stage.world, DESK).await.text();
        assert!(text.contains("End it for them") && text.contains("/pledges/1/refund"), "{text}");
        let refund = format!("{DESK}/pledges/1/refund");
        let text = clerk.get(&stage.world, &refund).await.text();
        assert!(text.contains("/monthly-end") && !text.contains("action=\"/desk/campaigns/dropsalesforce/fundraisers/buses/pledges/1/refund"), "{text}");
        clerk.post(&stage.world, &format!("{DESK}/pledges/1/monthly-end"), &[]).await;
        stage.world.work().await;
        assert_eq!(stage.world.number("select count(*) as n from recurrence where state = 'ended'").await, 1);
    }
}
