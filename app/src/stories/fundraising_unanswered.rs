//! What the provider refuses for good, or does not say: nobody is held up by it, nobody is told what is not known, and
//! nothing is lost.

use super::fundraising::{DESK, TO_THE_END, balances, change, kinds_to, send};
use super::fundraising_agreeing::{GAVE, next_day, till};
use super::fundraising_disputes::own;
use super::fundraising_stripe::Stage;
use super::stories;
use super::world::{World, below};
use crate::campaigns::definition::{FundraiserKind, Short};
use crate::clock::{HOUR, MINUTE};
use broadside_payments_proxy::Mishap;

async fn shortly_before_the_end(stage: &Stage) {
    let ends_at = stage.world.number("select ends_at as n from fundraiser where slug = 'buses'").await;
    stage.world.pass(ends_at - stage.world.app.clock.now() - MINUTE);
}

stories! {
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
        assert!(clerk.get(&stage.world, DESK).await.text().contains("The provider refuses, or does not answer, and is asked again"));
        for _ in 0..3 {
            next_day(&stage).await;
        }
        let text = own(&stage, &bo).await;
        assert!(text.contains("could not be charged, which was not your card’s fault"), "{text}");
        assert_eq!(kinds_to(&stage.world, "bo@givers.example").await, ["pledge_lapsed"]);
        assert!(till(&stage).await.get(&stage.world, DESK).await.text().contains("the provider refused to charge it, or to say whether it did"));
        assert!(own(&stage, &ada).await.contains("Your USD\u{a0}2,000 were paid back."), "as the rule says");
        balances(&stage.world).await;
    }

    async fn a_card_that_is_given_in_the_last_moment_counts_though_nobody_came_back(world: World) {
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "3000", "fails-later").await;
        stage.world.pass(TO_THE_END);
        stage.world.work().await;
        let until = stage.world.number("select grace_until as n from pledge").await;
        stage.world.pass(until - stage.world.app.clock.now() - 50 * MINUTE);
        stage.world.post(&below(&ada, "payment"), &[]).await;
        for _ in 0..6 {
            stage.world.pass(8 * MINUTE);
            stage.world.work().await;
        }
        stage.press_again(&ada, "good").await;
        stage.world.pass(3 * MINUTE);
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains("You gave USD\u{a0}3,000."), "{}", own(&stage, &ada).await);
    }

    async fn what_nobody_says_of_a_charge_is_not_called_uncharged(world: World) {
        change(&world, |one| one.grace_days = 2).await;
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "2000", "good").await;
        let bo = stage.pledge("bo@givers.example", "1000", "good").await;
        stage.world.pass(TO_THE_END);
        // Bo's charge is made, and its answer lost; then nobody is known for days.
        stage.proxy.script_charge(Mishap::LoseAnswer);
        stage.proxy.script_charge(Mishap::LoseAnswer);
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
        let session = stage.session_of("bo").await;
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

    async fn a_page_of_which_nobody_ever_said_what_became_is_shown_at_the_desk(world: World) {
        change(&world, |one| { one.kind = FundraiserKind::Keep; one.short = Short::Spend; }).await;
        let stage = Stage::of(world).await;
        let ada = stage.press("ada@givers.example", "50", "good").await;
        stage.proxy.be_another_account(true);
        for _ in 0..30 {
            stage.world.pass(HOUR);
            stage.world.work().await;
        }
        let desk = till(&stage).await.get(&stage.world, DESK).await.text();
        assert!(desk.contains("never said what became of its page"), "{desk}");
        for _ in 0..5 {
            next_day(&stage).await;
        }
        // Whoever comes back has it asked about.
        stage.proxy.be_another_account(false);
        stage.world.get(&format!("{ada}?done=back")).await;
        let session = stage.session_of("ada").await;
        stage.event("evt_1", "checkout.session.completed", &session).await;
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains("You gave USD\u{a0}50."), "{}", own(&stage, &ada).await);
        let desk = till(&stage).await.get(&stage.world, DESK).await.text();
        assert!(!desk.contains("never said"), "{desk}");
    }

    async fn a_page_that_turns_out_to_be_left_is_shown_no_more(world: World) {
        change(&world, |one| { one.kind = FundraiserKind::Keep; one.short = Short::Spend; }).await;
        let stage = Stage::of(world).await;
        let form = [("name", "Ada"), ("email", "ada@givers.example"), ("other", "50")];
        let ada = send(&stage.world, &form).await.location().trim_end_matches("/payment").to_owned();
        stage.proxy.be_another_account(true);
        for _ in 0..30 {
            stage.world.pass(HOUR);
            stage.world.work().await;
        }
        assert!(till(&stage).await.get(&stage.world, DESK).await.text().contains("never said what became of its page"));
        stage.proxy.be_another_account(false);
        stage.world.get(&format!("{ada}?done=back")).await;
        let session = stage.session_of("ada").await;
        stage.event("evt_1", "checkout.session.expired", &session).await;
        stage.world.work().await;
        assert!(!till(&stage).await.get(&stage.world, DESK).await.text().contains("never said"));
    }

    async fn a_charge_of_which_nothing_is_said_for_hours_is_shown_at_the_desk(world: World) {
        let stage = Stage::of(world).await;
        stage.pledge("ada@givers.example", "3000", "good").await;
        stage.world.pass(TO_THE_END);
        for _ in 0..40 {
            stage.proxy.script(Mishap::LoseRequest);
        }
        stage.world.work().await;
        let said = "is asked again by itself. It says:";
        assert!(!till(&stage).await.get(&stage.world, DESK).await.text().contains(said));
        for _ in 0..10 {
            stage.world.pass(HOUR);
            stage.world.work().await;
        }
        assert!(till(&stage).await.get(&stage.world, DESK).await.text().contains(said));
    }

    async fn a_fee_that_the_currency_cannot_say_loses_no_payment(world: World) {
        change(&world, |one| {
            one.kind = FundraiserKind::Keep;
            one.short = Short::Spend;
            one.currency = "ISK".to_owned();
            one.presets = vec![500];
            one.least = 100;
            one.fees = None;
            one.items.iter_mut().for_each(|item| item.price = 100_000);
        })
        .await;
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "500", "good").await;
        let text = own(&stage, &ada).await;
        assert!(text.contains("You gave ISK\u{a0}500."), "{text}");
        balances(&stage.world).await;
    }
}
