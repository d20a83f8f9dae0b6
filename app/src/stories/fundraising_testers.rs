//! Stolen cards tried on the provider's own page, which we never see: its events tell of each that is declined, pages are
//! closed, and the fundraiser stops before the tries are many.

use super::desk::{Clerk, GROUP};
use super::fundraising::{TO_THE_END, balances, change, mails_of, page, send};
use super::fundraising_disputes::own;
use super::fundraising_stripe::Stage;
use super::stories;
use super::world::{World, below};
use crate::accounts::Role;
use crate::campaigns::definition::FundraiserKind;
use crate::clock::{HOUR, MINUTE};
use axum::http::StatusCode;
use broadside_payments_proxy::Mishap;

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
            reached += try_cards(&stage, (&session, "payment_intent.payment_failed"), 100).await;
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
        assert_eq!(try_cards(&stage, (&session, "payment_intent.payment_failed"), 4).await, 4);
        assert!(stage.proxy.press(&session, "declined").await.unwrap().is_none(), "it is open still");
        let fifth = stage.proxy.tried(&session).unwrap();
        // Told a hundred times it is one.
        for _ in 0..100 {
            stage.event("evt_fifth", "payment_intent.payment_failed", &fifth).await;
        }
        stage.world.work().await;
        assert_eq!(stage.world.number("select count(*) as n from card_decline").await, 5);
        assert_eq!(try_cards(&stage, (&session, "payment_intent.payment_failed"), 3).await, 0, "it is closed");
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
        assert_eq!(try_cards(&stage, (&session, "payment_intent.payment_failed"), 4).await, 4);
        stage.proxy.press(&session, "declined").await.unwrap();
        let fifth = stage.proxy.tried(&session).unwrap();
        stage.event("evt_fifth", "payment_intent.payment_failed", &fifth).await;
        // The payment that the event is about is known; what follows does not arrive.
        stage.proxy.script(Mishap::None);
        stage.proxy.script(Mishap::LoseRequest);
        stage.world.work().await;
        assert_eq!(stage.world.number("select count(*) as n from pledge where close_at is not null").await, 1);
        stage.world.pass(2 * MINUTE);
        stage.world.work().await;
        assert_eq!(try_cards(&stage, (&session, "payment_intent.payment_failed"), 2).await, 0, "it is closed");
    }

    async fn honest_givers_of_whom_some_are_declined_stop_nothing(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        let stage = Stage::of(world).await;
        for n in 0..16 {
            let email = format!("giver{n}@givers.example");
            let (_, session) = begin(&stage, &email).await;
            if n % 2 == 0 {
                try_cards(&stage, (&session, "payment_intent.payment_failed"), 1).await;
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
        stage.event("evt_1", "payment_intent.payment_failed", &tried[0]).await;
        stage.world.work().await;
        assert_eq!(stage.world.number("select count(*) as n from card_decline").await, 0);
        assert_eq!(stage.world.number("select count(*) as n from payment_call where outcome = 'declined'").await, 1);
    }
}
