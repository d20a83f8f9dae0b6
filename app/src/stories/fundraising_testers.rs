//! Stolen cards tried on the provider's own page, which we never see: its events tell of each that is declined, pages are
//! closed, and the fundraiser stops before the tries are many.

use super::banking::treasurer;
use super::desk::{Clerk, GROUP};
use super::fundraising::{DESK, TO_THE_END, balances, change, kinds_to, mails_of, page, send};
use super::fundraising_agreeing::till;
use super::fundraising_disputes::{given, own};
use super::fundraising_stripe::Stage;
use super::stories;
use super::world::{World, below};
use crate::accounts::Role;
use crate::campaigns::definition::{FundraiserKind, Short};
use crate::clock::{DAY, HOUR, MINUTE};
use crate::work;
use axum::http::StatusCode;
use broadside_payments_proxy::Mishap;

const FAILED: &str = "payment_intent.payment_failed";
const STOPPED: &str = "Too many cards were declined within an hour";

/// Presses so often with a card that is declined, each time telling of it; how many of them the page took.
async fn try_cards(stage: &Stage, (session, kind): (&str, &str), tries: u32) -> u32 {
    let mut taken = 0;
    for n in 0..tries {
        let before = stage.proxy.tried(session);
        stage.proxy.press(session, "declined").await.unwrap();
        let tried = stage.proxy.tried(session);
        if let Some(tried) = tried.filter(|one| Some(one) != before.as_ref()) {
            taken += 1;
            stage.event(&format!("evt_{session}_{n}"), kind, &tried).await;
            stage.world.work().await;
        }
    }
    taken
}

async fn begin(stage: &Stage, email: &str) -> (String, String) {
    let form = [("name", "Card"), ("email", email), ("other", "5")];
    let link = send(&stage.world, &form).await.location().trim_end_matches("/payment").to_owned();
    let name = email.split('@').next().unwrap();
    (link, stage.session_of(name).await)
}

stories! {
    async fn cards_that_are_declined_on_the_providers_page_stop_a_fundraiser_that_keeps(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        Clerk::of(&world, "olga@desk.example", GROUP, Role::Owner).await;
        let stage = Stage::of(world).await;
        let mut reached = 0;
        for n in 0..8 {
            let form = [("name", "Card"), ("email", &format!("tester{n}@bots.example")), ("other", "5")];
            if send(&stage.world, &form).await.status != StatusCode::SEE_OTHER {
                continue;
            }
            let session = stage.session_of(&format!("tester{n}@")).await;
            reached += try_cards(&stage, (&session, FAILED), 100).await;
        }
        assert_eq!(reached, 20, "of 800 tries");
        assert!(page(&stage.world).await.contains(STOPPED));
        let told = mails_of(&stage.world).await.into_iter().filter(|mail| mail.kind == "fundraiser_stopped").count();
        assert_eq!(told, 1, "once");
        let refused = send(&stage.world, &[("name", "Ada"), ("email", "ada@givers.example"), ("other", "50")]).await;
        assert!(refused.text().contains(STOPPED), "{}", refused.text());
        stage.world.pass(HOUR + MINUTE);
        stage.world.work().await;
        assert!(!page(&stage.world).await.contains(STOPPED));
        let ada = stage.pledge("ada@givers.example", "50", "good").await;
        assert!(own(&stage, &ada).await.contains("You gave USD\u{a0}50."));
        balances(&stage.world).await;
    }

    async fn cards_that_cannot_be_noted_stop_a_fundraiser_of_all_or_nothing(world: World) {
        let stage = Stage::of(world).await;
        let mut reached = 0;
        for n in 0..6 {
            let (_, session) = begin(&stage, &format!("tester{n}@bots.example")).await;
            reached += try_cards(&stage, (&session, "setup_intent.setup_failed"), 5).await;
            if page(&stage.world).await.contains(STOPPED) {
                break;
            }
        }
        assert_eq!(reached, 20);
        assert!(page(&stage.world).await.contains(STOPPED));
    }

    async fn a_page_on_which_cards_are_tried_is_closed_and_its_giver_can_begin_anew(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        let stage = Stage::of(world).await;
        let (link, session) = begin(&stage, "ada@givers.example").await;
        assert_eq!(try_cards(&stage, (&session, FAILED), 4).await, 4);
        assert!(stage.proxy.press(&session, "declined").await.unwrap().is_none(), "it is open still");
        let fifth = stage.proxy.tried(&session).unwrap();
        // Told a hundred times it is one.
        for _ in 0..100 {
            stage.event("evt_fifth", FAILED, &fifth).await;
        }
        stage.world.work().await;
        assert_eq!(stage.world.number("select count(*) as n from card_decline").await, 5);
        assert_eq!(try_cards(&stage, (&session, FAILED), 3).await, 0, "it is closed");
        assert!(own(&stage, &link).await.contains("Go on to payment"));
        stage.world.post(&below(&link, "payment"), &[]).await;
        stage.press_again(&link, "good").await;
        stage.world.get(&format!("{link}?done=back")).await;
        stage.world.work().await;
        assert!(own(&stage, &link).await.contains("You gave USD\u{a0}5."));
    }

    async fn a_page_that_the_provider_did_not_close_is_asked_for_again(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        let stage = Stage::of(world).await;
        let (_, session) = begin(&stage, "ada@givers.example").await;
        assert_eq!(try_cards(&stage, (&session, FAILED), 4).await, 4);
        stage.proxy.press(&session, "declined").await.unwrap();
        let fifth = stage.proxy.tried(&session).unwrap();
        stage.event("evt_fifth", FAILED, &fifth).await;
        // The payment that the event is about is known; what follows does not arrive.
        stage.proxy.script(Mishap::None);
        stage.proxy.script(Mishap::LoseRequest);
        stage.world.work().await;
        assert_eq!(stage.world.number("select count(*) as n from pledge where close_at is not null").await, 1);
        stage.world.pass(2 * MINUTE);
        stage.world.work().await;
        assert_eq!(try_cards(&stage, (&session, FAILED), 2).await, 0, "it is closed");
    }

    async fn honest_givers_of_whom_some_are_declined_stop_nothing(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        let stage = Stage::of(world).await;
        for n in 0..16 {
            let email = format!("giver{n}@givers.example");
            let (_, session) = begin(&stage, &email).await;
            if n % 2 == 0 {
                try_cards(&stage, (&session, FAILED), 1).await;
            }
            stage.proxy.press(&session, "good").await.unwrap();
            stage.event(&format!("evt_{n}"), "checkout.session.completed", &session).await;
            stage.world.work().await;
        }
        assert!(!page(&stage.world).await.contains(STOPPED));
        assert_eq!(stage.paid().await, 16);
    }

    async fn a_charge_that_is_declined_at_the_end_counts_once_although_an_event_tells_of_it(world: World) {
        let stage = Stage::of(world).await;
        stage.pledge("ada@givers.example", "3000", "fails-later").await;
        stage.world.pass(TO_THE_END);
        stage.world.work().await;
        let tried = stage.proxy.without_money().await.unwrap();
        stage.event("evt_1", FAILED, &tried[0]).await;
        stage.world.work().await;
        assert_eq!(stage.world.number("select count(*) as n from card_decline").await, 0);
        assert_eq!(stage.world.number("select count(*) as n from payment_call where outcome = 'declined'").await, 1);
    }

    async fn a_flood_of_declines_keeps_no_page_open_and_nobodys_money_waiting(world: World) {
        let (stage, ada, _) = given(world).await;
        let (_, session) = begin(&stage, "tester@bots.example").await;
        for n in 0..5 {
            stage.proxy.press(&session, "declined").await.unwrap();
            let tried = stage.proxy.tried(&session).unwrap();
            stage.event(&format!("evt_{n}"), FAILED, &tried).await;
        }
        let tried = stage.proxy.tried(&session).unwrap();
        for n in 5..205 {
            stage.event(&format!("evt_{n}"), FAILED, &tried).await;
        }
        let clerk = till(&stage).await;
        clerk.post(&stage.world, &format!("{DESK}/pledges/1/refund"), &[]).await;
        for _ in 0..3 {
            work::step_of_funds(&stage.world.app).await.unwrap();
        }
        assert!(stage.world.number("select count(*) as n from provider_event where looked_at is null").await > 100);
        assert!(own(&stage, &ada).await.contains("Your USD\u{a0}50 were paid back."), "{}", own(&stage, &ada).await);
        assert_eq!(try_cards(&stage, (&session, FAILED), 1).await, 0, "it is closed");
    }

    async fn five_declines_that_are_told_of_at_once_are_five(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        let stage = Stage::of(world).await;
        let (_, session) = begin(&stage, "tester@bots.example").await;
        for n in 0..5 {
            stage.proxy.press(&session, "declined").await.unwrap();
            let tried = stage.proxy.tried(&session).unwrap();
            stage.event(&format!("evt_{n}"), FAILED, &tried).await;
        }
        stage.world.work().await;
        assert_eq!(stage.world.number("select count(*) as n from card_decline").await, 5);
        assert_eq!(try_cards(&stage, (&session, FAILED), 1).await, 0, "it is closed");
    }

    async fn a_late_event_of_a_closed_page_closes_no_other(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        let stage = Stage::of(world).await;
        let (link, session) = begin(&stage, "ada@givers.example").await;
        try_cards(&stage, (&session, FAILED), 5).await;
        let last = stage.proxy.tried(&session).unwrap();
        stage.world.post(&below(&link, "payment"), &[]).await;
        stage.event("evt_late", FAILED, &last).await;
        stage.world.work().await;
        stage.press_again(&link, "good").await;
        stage.world.get(&format!("{link}?done=back")).await;
        stage.world.work().await;
        assert!(own(&stage, &link).await.contains("You gave USD\u{a0}5."), "{}", own(&stage, &link).await);
    }

    async fn no_card_is_tried_on_a_page_that_was_left_open_at_the_end(world: World) {
        let stage = Stage::of(world).await;
        stage.world.pass(TO_THE_END - DAY);
        let ends_at = stage.world.number("select ends_at as n from fundraiser where slug = 'buses'").await;
        stage.world.pass(ends_at - stage.world.app.clock.now() - 4 * MINUTE);
        let (_, session) = begin(&stage, "tester@bots.example").await;
        stage.world.pass(5 * MINUTE);
        stage.world.work().await;
        assert_eq!(stage.world.number("select count(*) as n from fundraiser where state = 'missed'").await, 1);
        assert_eq!(try_cards(&stage, (&session, "setup_intent.setup_failed"), 25).await, 0);
    }

    async fn a_page_that_nobody_uses_keeps_no_decision_waiting(world: World) {
        let stage = Stage::of(world).await;
        stage.pledge("ada@givers.example", "3000", "good").await;
        let ends_at = stage.world.number("select ends_at as n from fundraiser where slug = 'buses'").await;
        stage.world.pass(ends_at - stage.world.app.clock.now() - 40 * MINUTE);
        begin(&stage, "somebody@givers.example").await;
        for _ in 0..13 {
            stage.world.pass(3 * MINUTE);
            stage.world.work().await;
        }
        let look_at = stage.world.number("select look_at as n from pledge where look_at is not null").await;
        assert!(look_at > ends_at + 5 * MINUTE, "by itself it would be asked about later");
        stage.world.pass(2 * MINUTE);
        stage.world.work().await;
        assert_eq!(stage.world.number("select count(*) as n from fundraiser where state = 'met'").await, 1);
    }

    async fn a_page_that_is_open_at_an_earlier_end_takes_no_money(world: World) {
        change(&world, |one| { one.kind = FundraiserKind::Keep; one.short = Short::Spend; }).await;
        let stage = Stage::of(world).await;
        let (link, session) = begin(&stage, "ada@givers.example").await;
        change(&stage.world, |one| one.ends = "2018-09-11 12:00".to_owned()).await;
        stage.world.pass(2 * DAY);
        stage.world.work().await;
        let text = own(&stage, &link).await;
        assert!(text.contains("Nothing was given before this fundraiser ended."), "{text}");
        stage.proxy.press(&session, "good").await.unwrap();
        assert_eq!(stage.paid().await, 0);
    }

    async fn debits_that_do_not_arrive_are_nobodys_tries_and_their_givers_are_told(world: World) {
        change(&world, |one| { one.kind = FundraiserKind::Keep; one.short = Short::Spend; }).await;
        let stage = Stage::of(world).await;
        stage.proxy.hold_payments(true);
        let mut links = Vec::new();
        for n in 0..9 {
            links.push(stage.pledge(&format!("giver{n}@givers.example"), "50", "good").await);
        }
        stage.world.pass(3 * DAY);
        stage.world.work().await;
        assert!(own(&stage, &links[0]).await.contains("is on its way"));
        stage.proxy.hold_payments(false);
        stage.proxy.fail_payments().await.unwrap();
        for (n, payment) in stage.proxy.payments().await.unwrap().iter().enumerate() {
            let payment = payment["id"].as_str().unwrap();
            // One of them is told of three times.
            for again in 0..if n == 0 { 14 } else { 1 } {
                stage.event(&format!("evt_{n}_{again}"), FAILED, payment).await;
            }
        }
        stage.world.work().await;
        assert!(!page(&stage.world).await.contains(STOPPED));
        assert_eq!(stage.world.number("select count(*) as n from card_decline").await, 0);
        let text = own(&stage, &links[0]).await;
        assert!(text.contains("Your payment of USD\u{a0}50 did not arrive") && text.contains("Go on to payment"), "{text}");
        assert_eq!(kinds_to(&stage.world, "giver0@givers.example").await, ["pledge_not_arrived"]);
        let desk = till(&stage).await.get(&stage.world, DESK).await.text();
        assert!(desk.contains("was on its way and did not arrive") && desk.contains("Did not arrive"), "{desk}");
        // Without an event the next look says so, once.
        stage.world.pass(DAY);
        stage.world.work().await;
        assert_eq!(kinds_to(&stage.world, "giver0@givers.example").await.len(), 1);
        stage.world.post(&below(&links[0], "payment"), &[]).await;
        stage.press_again(&links[0], "good").await;
        stage.world.get(&format!("{}?done=back", links[0])).await;
        stage.world.work().await;
        assert!(own(&stage, &links[0]).await.contains("You gave USD\u{a0}50."));
        // The others can do so for as long as the fundraiser goes on, and are forgotten a month later.
        stage.world.pass(4 * DAY);
        stage.world.work().await;
        assert!(own(&stage, &links[1]).await.contains("Go on to payment"));
        for days in [30, 40] {
            stage.world.pass(days * DAY);
            stage.world.work().await;
        }
        assert_eq!(stage.world.number("select count(*) as n from pledge").await, 1);
    }

    async fn who_can_give_no_more_once_a_debit_failed_is_not_sent_to_a_way_to_pay(world: World) {
        change(&world, |one| { one.kind = FundraiserKind::Keep; one.short = Short::Spend; }).await;
        let stage = Stage::of(world).await;
        stage.proxy.hold_payments(true);
        let ada = stage.pledge("ada@givers.example", "50", "good").await;
        stage.world.pass(TO_THE_END);
        stage.world.work().await;
        stage.proxy.hold_payments(false);
        stage.proxy.fail_payments().await.unwrap();
        stage.world.pass(DAY);
        stage.world.work().await;
        let mail = mails_of(&stage.world).await.into_iter().find(|mail| mail.kind == "pledge_not_arrived").unwrap();
        assert!(mail.text.contains("has ended meanwhile") && !mail.text.contains("another way to pay"), "{}", mail.text);
        let text = own(&stage, &ada).await;
        assert!(text.contains("did not arrive") && !text.contains("Go on to payment"), "{text}");
    }

    async fn whoever_comes_while_cards_are_stopped_is_told_so_and_led_to_no_other_way_unasked(world: World) {
        treasurer(&world).await;
        let stage = Stage::of(world).await;
        let (ada, _) = begin(&stage, "ada@givers.example").await;
        for n in 0..4 {
            let (_, session) = begin(&stage, &format!("tester{n}@bots.example")).await;
            try_cards(&stage, (&session, FAILED), 5).await;
        }
        let back = stage.world.post(&below(&ada, "payment"), &[]).await.location();
        let text = stage.world.get(&back).await.text();
        assert!(text.contains("Please come back later") && !text.contains("That is no longer possible"), "{back}: {text}");
        let form = [("way", "card"), ("name", "Bo"), ("email", "bo@givers.example"), ("other", "50")];
        let answer = send(&stage.world, &form).await;
        let text = answer.text();
        assert_eq!(answer.status, StatusCode::CONFLICT, "{text}");
        assert!(text.contains("You can give by bank transfer now, or by card later") && text.contains("bo@givers.example"), "{text}");
        assert_eq!(stage.world.number("select count(*) as n from pledge where provider = 'transfer'").await, 0);
        assert!(page(&stage.world).await.contains("or by card later"));
        stage.world.pass(HOUR + MINUTE);
        assert!(send(&stage.world, &form).await.location().contains("/payment"));
    }
}
