//! What a bank or a provider says later of money that seemed settled: a refund that fails, a payment that takes days, a
//! charge that is refused for good. Book, page and giver follow, and nothing is stuck.

use super::banking::{IBAN, announce, camt, entry, told, treasurer, upload};
use super::desk::{Clerk, GROUP};
use super::fundraising::{DESK, TO_THE_END, balances, change, kinds_to, page, pledge_of, send};
use super::fundraising_desk::{BUSES, saved, standing};
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

const GAVE: &str = "You gave USD\u{a0}50.";

/// A treasurer who has just signed in.
async fn till(stage: &Stage) -> Clerk {
    let email = format!("till{}@desk.example", stage.world.app.clock.now());
    Clerk::of(&stage.world, &email, GROUP, Role::Treasurer).await
}

/// A day passes, and everything is asked about.
async fn next_day(stage: &Stage) {
    stage.world.pass(DAY + 1);
    stage.world.work().await;
}

async fn shortly_before_the_end(stage: &Stage) {
    let ends_at = stage.world.number("select ends_at as n from fundraiser where slug = 'buses'").await;
    stage.world.pass(ends_at - stage.world.app.clock.now() - MINUTE);
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

    async fn what_a_bank_had_taken_of_it_is_paid_back_too_once_it_is_given_again(world: World) {
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
        let mut c = stage.world.db().read().await.unwrap();
        let session: String =
            broadside_db::query("select session from pledge").one(&mut c, |row| row.get("session")).await.unwrap();
        drop(c);
        stage.world.pass(MINUTE);
        stage.event("evt_1", "checkout.session.async_payment_succeeded", &session).await;
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains(GAVE), "{}", own(&stage, &ada).await);
        balances(&stage.world).await;
    }

    async fn a_charge_that_is_refused_for_good_holds_nobody_else_up(world: World) {
        change(&world, |one| { one.short = Short::GiveBack; one.grace_days = 2; }).await;
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "2000", "good").await;
        let bo = stage.pledge("bo@givers.example", "1000", "good").await;
        stage.proxy.refuse_charges_of(100_000);
        stage.world.pass(TO_THE_END);
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains("You gave USD\u{a0}2,000."));
        assert!(!own(&stage, &bo).await.contains("declined"), "it is nobody's decline: {}", own(&stage, &bo).await);
        let clerk = till(&stage).await;
        assert!(clerk.get(&stage.world, DESK).await.text().contains("The provider refuses, and is asked again"));
        for _ in 0..3 {
            next_day(&stage).await;
        }
        let text = own(&stage, &bo).await;
        assert!(text.contains("could not be charged, which was not your card’s fault"), "{text}");
        assert_eq!(kinds_to(&stage.world, "bo@givers.example").await, ["pledge_lapsed"]);
        assert!(till(&stage).await.get(&stage.world, DESK).await.text().contains("refused to charge it to the end"));
        assert!(own(&stage, &ada).await.contains("Your USD\u{a0}2,000 were paid back."), "as the rule says");
        balances(&stage.world).await;
    }

    async fn what_nobody_says_of_a_charge_is_not_called_uncharged(world: World) {
        change(&world, |one| one.grace_days = 2).await;
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "2000", "good").await;
        let bo = stage.pledge("bo@givers.example", "1000", "good").await;
        stage.world.pass(TO_THE_END);
        // Bo's charge is made, and its answer lost; then nobody is known for days.
        stage.proxy.script(Mishap::LoseAnswer);
        stage.proxy.script(Mishap::LoseAnswer);
        stage.world.work().await;
        assert_eq!(stage.paid().await, 2);
        stage.proxy.be_another_account(true);
        for _ in 0..5 {
            next_day(&stage).await;
        }
        for link in [&ada, &bo] {
            let text = own(&stage, link).await;
            assert!(!text.contains("not charged"), "{text}");
        }
        assert_eq!(stage.world.number("select count(*) as n from fundraiser where settled_at is not null").await, 0);
        stage.proxy.be_another_account(false);
        next_day(&stage).await;
        assert!(own(&stage, &ada).await.contains("You gave USD\u{a0}2,000."));
        assert!(own(&stage, &bo).await.contains("You gave USD\u{a0}1,000."));
        assert_eq!(stage.paid().await, 2, "and nobody was charged twice");
        balances(&stage.world).await;
    }

    async fn where_nobody_can_be_charged_no_pledge_is_given_up(world: World) {
        change(&world, |one| one.grace_days = 2).await;
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "3000", "good").await;
        stage.proxy.refuse_charges_of(300_000);
        stage.world.pass(TO_THE_END);
        stage.world.work().await;
        for _ in 0..5 {
            next_day(&stage).await;
        }
        assert!(!own(&stage, &ada).await.contains("could not be charged"), "{}", own(&stage, &ada).await);
        stage.proxy.refuse_charges_of(0);
        next_day(&stage).await;
        assert!(own(&stage, &ada).await.contains("You gave USD\u{a0}3,000."), "the account was mended");
        balances(&stage.world).await;
    }

    async fn a_key_of_another_account_loses_nothing_that_is_on_its_way(world: World) {
        change(&world, |one| { one.kind = FundraiserKind::Keep; one.short = Short::Spend; }).await;
        let stage = Stage::of(world).await;
        stage.proxy.hold_payments(true);
        let ada = stage.pledge("ada@givers.example", "50", "good").await;
        stage.proxy.be_another_account(true);
        for _ in 0..3 {
            next_day(&stage).await;
        }
        assert!(own(&stage, &ada).await.contains("is on its way"), "{}", own(&stage, &ada).await);
        stage.proxy.hold_payments(false);
        let payment = stage.payment().await;
        stage.event("evt_1", "payment_intent.succeeded", &payment).await;
        stage.world.work().await;
        stage.proxy.be_another_account(false);
        stage.world.pass(HOUR);
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains(GAVE), "the event was not lost: {}", own(&stage, &ada).await);
        balances(&stage.world).await;
    }

    async fn a_page_that_a_wrong_key_did_not_know_is_known_once_the_key_is_right(world: World) {
        let stage = Stage::of(world).await;
        let ada = stage.press("ada@givers.example", "50", "good").await;
        stage.proxy.be_another_account(true);
        stage.world.get(&format!("{ada}?done=back")).await;
        stage.world.work().await;
        stage.proxy.be_another_account(false);
        stage.world.pass(HOUR);
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains("You pledge USD\u{a0}50."), "{}", own(&stage, &ada).await);
    }

    async fn what_the_provider_did_not_answer_at_the_end_keeps_the_decision_waiting(world: World) {
        let stage = Stage::of(world).await;
        stage.pledge("ada@givers.example", "2000", "good").await;
        shortly_before_the_end(&stage).await;
        let bo = stage.press("bo@givers.example", "1000", "good").await;
        stage.proxy.be_another_account(true);
        stage.world.pass(3 * MINUTE);
        stage.world.work().await;
        assert_eq!(stage.world.number("select count(*) as n from fundraiser where state = 'open' and slug = 'buses'").await, 1);
        stage.proxy.be_another_account(false);
        stage.world.pass(HOUR);
        stage.world.work().await;
        assert!(own(&stage, &bo).await.contains("You gave USD\u{a0}1,000."), "{}", own(&stage, &bo).await);
    }

    async fn a_card_that_is_given_after_the_end_is_not_charged(world: World) {
        let stage = Stage::of(world).await;
        stage.pledge("ada@givers.example", "3000", "good").await;
        shortly_before_the_end(&stage).await;
        let form = [("name", "Bo"), ("email", "bo@givers.example"), ("other", "33")];
        let bo = send(&stage.world, &form).await.location().trim_end_matches("/payment").to_owned();
        let session: String = {
            let mut c = stage.world.db().read().await.unwrap();
            broadside_db::query("select session from pledge where email like 'bo%'").one(&mut c, |row| row.get("session")).await.unwrap()
        };
        stage.world.pass(5 * MINUTE);
        stage.world.work().await;
        assert_eq!(stage.world.number("select count(*) as n from fundraiser where state = 'met'").await, 1);
        stage.proxy.press(&session, "good").await.unwrap();
        stage.event("evt_1", "checkout.session.completed", &session).await;
        stage.world.work().await;
        let text = own(&stage, &bo).await;
        assert!(text.contains("Nothing was pledged before this fundraiser ended"), "{text}");
        assert_eq!(stage.paid().await, 1);
    }

    async fn where_many_are_refused_beside_one_who_was_charged_nobody_is_given_up(world: World) {
        change(&world, |one| one.grace_days = 2).await;
        let stage = Stage::of(world).await;
        stage.pledge("ada@givers.example", "1000", "good").await;
        for email in ["bo@givers.example", "cy@givers.example", "di@givers.example"] {
            stage.pledge(email, "700", "good").await;
        }
        stage.proxy.refuse_charges_of(70_000);
        stage.world.pass(TO_THE_END);
        stage.world.work().await;
        for _ in 0..4 {
            next_day(&stage).await;
        }
        assert_eq!(stage.world.number("select count(*) as n from pledge where state = 'lapsed'").await, 0);
        stage.proxy.refuse_charges_of(0);
        next_day(&stage).await;
        assert_eq!(stage.paid().await, 4);
    }

    async fn one_that_was_taken_off_comes_back_only_once_its_pledges_are_released(world: World) {
        pledge_of(&world, "Ada", "ada@givers.example", "50", "works").await;
        let back = standing(&world).await;
        let mut without = back.clone();
        without.fundraisers.retain(|one| one.slug != "buses");
        without.goals.clear();
        assert!(matches!(world.import(without).await, importing::Imported::Changed { .. }));
        let mut other = back.clone();
        for rule in other.fundraisers[0].rule.values_mut() {
            "We keep it all.".clone_into(rule);
        }
        let importing::Imported::Promised(why) = world.import(other.clone()).await else { panic!("it held a pledge") };
        assert!(why[0].contains("not released yet"), "{why:?}");
        world.work().await;
        assert!(matches!(world.import(other).await, importing::Imported::Changed { .. }));
        assert_eq!(world.number("select count(*) as n from pledge where state = 'released'").await, 1);
    }

    async fn what_was_announced_for_an_account_that_is_gone_can_still_be_booked(world: World) {
        let till = treasurer(&world).await;
        let (ada, reference) = announce(&world, "Ada", "ada@givers.example", "50").await;
        world.pass(HOUR);
        let owner = Clerk::of(&world, "olga@desk.example", GROUP, Role::Owner).await;
        let mut files = standing(&world).await;
        files.fundraisers.retain(|one| one.slug != "buses");
        files.goals.clear();
        assert!(matches!(world.import(files).await, importing::Imported::Promised(_)), "somebody is about to pay");
        saved(&world, &owner, &format!("{BUSES}/account"), &[("holder", ""), ("iban", ""), ("bic", "")]).await;
        let text = world.get(&ada).await.text();
        assert!(text.contains("please do not transfer what you announced") && !text.contains("Where to transfer it"), "{text}");
        assert!(till.get(&world, DESK).await.text().contains("/statements"));
        told(&world, &till, upload(&world, &till, &camt(&[entry(1, "50.00", ("Ada", &reference))]), &[]).await).await;
        assert!(world.get(&ada).await.text().contains("You gave EUR\u{a0}50."), "{}", world.get(&ada).await.text());
    }

    async fn a_statement_of_an_account_that_was_told_in_between_is_read(world: World) {
        treasurer(&world).await;
        let (ada, reference) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let owner = Clerk::of(&world, "olga@desk.example", GROUP, Role::Owner).await;
        for iban in ["FR14 2004 1010 0505 0001 3M02 606", "GB29 NWBK 6016 1331 9268 19"] {
            saved(&world, &owner, &format!("{BUSES}/account"), &[("iban", iban), ("bic", "")]).await;
        }
        let file = camt(&[entry(1, "50.00", ("Ada", &reference))]).replace(IBAN, "FR1420041010050500013M02606");
        told(&world, &owner, upload(&world, &owner, &file, &[]).await).await;
        assert!(world.get(&ada).await.text().contains("You gave EUR\u{a0}50."), "{}", world.get(&ada).await.text());
    }

    async fn whose_account_is_the_same_again_reads_of_no_change(world: World) {
        treasurer(&world).await;
        let (ada, _) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let owner = Clerk::of(&world, "olga@desk.example", GROUP, Role::Owner).await;
        let account = format!("{BUSES}/account");
        let first = "DE89 3704 0044 0532 0130 00";
        for iban in ["GB29 NWBK 6016 1331 9268 19", "FR14 2004 1010 0505 0001 3M02 606"] {
            saved(&world, &owner, &account, &[("iban", iban), ("bic", "")]).await;
            assert!(world.get(&ada).await.text().contains(&format!("When you announced it, it was {first}")), "{iban}");
        }
        saved(&world, &owner, &account, &[("iban", first)]).await;
        assert!(!world.get(&ada).await.text().contains("The account was changed"));
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
