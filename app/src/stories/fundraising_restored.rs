//! A backup was restored: what people did after it was taken is known to the provider alone, and the numbers that they got
//! are given again.

use super::desk::{Clerk, GROUP};
use super::fundraising::{DESK, TO_THE_END, balances, mails_of, page};
use super::fundraising_stripe::Stage;
use super::stories;
use super::world::{World, below};
use crate::accounts::Role;
use crate::clock::{DAY, HOUR};
use crate::fundraisers::provider::{Charge, Charged};
use crate::fundraisers::store::{self, Deed};
use crate::fundraisers::{Pledge, link};
use crate::signatures::link::Numbered;
use axum::http::StatusCode;
use broadside_db::Lane;
use broadside_payments_proxy::Mishap;

async fn pledge(stage: &Stage, id: i64) -> Pledge {
    store::by_id(&mut stage.world.db().read().await.unwrap(), id).await.unwrap().unwrap()
}

/// Has the provider charge a pledge, with the card of another or its own, as the program did that went on after the backup
/// was taken; answers the payment.
async fn charged_elsewhere(stage: &Stage, of: Numbered, attempt: i64, card_of: i64) -> String {
    let (app, with) = (&stage.world.app, pledge(stage, card_of).await);
    let key = store::key(&app.keys.addresses.fingerprint(), of, Deed::Charge, attempt);
    let amount = pledge(stage, of.number).await.amount();
    let charge = Charge { amount, ..Charge::of(&with, key) };
    let charged = app.payments.provider().unwrap().charge(&charge).await.unwrap();
    let Charged::Paid { payment, .. } = charged else { panic!("{charged:?}") };
    payment
}

/// As `broadside restore` leaves it.
async fn restored(stage: &Stage) -> Option<u64> {
    stage.proxy.forget_keys();
    let now = stage.world.app.clock.now();
    stage.world.db().write(Lane::Ordinary, move |c| Box::pin(store::restored(c, now))).await.unwrap()
}

async fn go_on(stage: &Stage, clerk: &Clerk) -> String {
    let answer = clerk.post(&stage.world, &format!("{DESK}/going-on"), &[]).await;
    stage.world.work().await;
    answer.location()
}

async fn treasurer(stage: &Stage) -> Clerk {
    Clerk::of(&stage.world, "tess@desk.example", GROUP, Role::Treasurer).await
}

stories! {
    async fn what_was_charged_after_the_backup_is_not_charged_again(world: World) {
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "3000", "good").await;
        charged_elsewhere(&stage, pledge(&stage, 1).await.link(), 1, 1).await;
        stage.proxy.forget_keys();
        stage.world.pass(TO_THE_END);
        stage.world.work().await;
        assert_eq!(stage.paid().await, 1);
        assert!(stage.world.get(&ada).await.text().contains("You gave USD\u{a0}3,000."));
        balances(&stage.world).await;
    }

    async fn money_of_somebody_who_is_lost_is_nobody_elses(world: World) {
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "3000", "good").await;
        let known = pledge(&stage, 1).await.link();
        let lost = charged_elsewhere(&stage, Numbered { at: known.at - 1, ..known }, 1, 1).await;
        assert_eq!(stage.event("evt_1", "payment_intent.succeeded", &lost).await, StatusCode::OK);
        stage.world.work().await;
        assert!(stage.world.get(&ada).await.text().contains("You pledge USD\u{a0}3,000."));
        // Of one that the backup holds it counts.
        let own = charged_elsewhere(&stage, known, 1, 1).await;
        assert_eq!(stage.event("evt_2", "payment_intent.succeeded", &own).await, StatusCode::OK);
        stage.world.work().await;
        assert!(stage.world.get(&ada).await.text().contains("You gave USD\u{a0}3,000."));
        assert!(page(&stage.world).await.contains("USD\u{a0}3,000 of USD\u{a0}3,000"));
        balances(&stage.world).await;
    }

    async fn numbers_that_may_have_been_given_are_left_out_and_cards_wait_for_a_person(world: World) {
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "3000", "good").await;
        assert_eq!(restored(&stage).await, Some(1));
        let bo = stage.pledge("bo@givers.example", "20", "good").await;
        let (named, _) = link::open(&stage.world.app.keys.links, bo.rsplit('/').next().unwrap()).unwrap();
        assert!(named.number > 1_000_000, "{named:?}");
        stage.world.pass(TO_THE_END);
        stage.world.work().await;
        assert_eq!(stage.paid().await, 0);
        assert!(stage.world.get(&ada).await.text().contains("You pledge USD\u{a0}3,000."));

        let organiser = Clerk::of(&stage.world, "olga@desk.example", GROUP, Role::Organiser).await;
        let go_on = format!("{DESK}/going-on");
        assert_eq!(organiser.post(&stage.world, &go_on, &[]).await.status, StatusCode::FORBIDDEN);
        let treasurer = treasurer(&stage).await;
        let home = treasurer.get(&stage.world, "/desk/campaigns/dropsalesforce").await.text();
        assert!(home.contains("One fundraiser waits since a backup was restored"), "{home}");
        let text = treasurer.get(&stage.world, DESK).await.text();
        assert!(text.contains("a backup was put in place"), "{text}");
        assert!(treasurer.post(&stage.world, &go_on, &[]).await.location().contains("done=gone-on"));
        assert!(treasurer.post(&stage.world, &go_on, &[]).await.location().contains("done=too-late"));
        stage.world.work().await;
        assert_eq!(stage.paid().await, 2);
        assert_eq!(stage.world.number("select min(receipt) as n from pledge").await, 10_001);
        let text = treasurer.get(&stage.world, DESK).await.text();
        assert!(!text.contains("a backup was put in place"), "{text}");
        balances(&stage.world).await;
    }

    async fn what_came_in_after_the_backup_is_entered_by_itself(world: World) {
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "2000", "good").await;
        let bo = stage.pledge("bo@givers.example", "1000", "good").await;
        for id in [1, 2] {
            charged_elsewhere(&stage, pledge(&stage, id).await.link(), 1, id).await;
        }
        restored(&stage).await;
        stage.world.pass(TO_THE_END);
        let treasurer = treasurer(&stage).await;
        let answer = treasurer.post(&stage.world, &format!("{DESK}/going-on"), &[]).await;
        assert!(answer.location().contains("done=catching-up"), "{}", answer.location());
        stage.world.work().await;
        let told = mails_of(&stage.world).await.into_iter().filter(|mail| mail.kind == "fundraiser_restored");
        assert_eq!(told.map(|mail| mail.to).collect::<Vec<_>>(), ["tess@desk.example"], "once");
        for link in [&ada, &bo] {
            assert!(stage.world.get(link).await.text().contains("You gave"), "though nobody went on with it");
        }
        assert!(go_on(&stage, &treasurer).await.contains("done=gone-on"));
        assert!(page(&stage.world).await.contains("The goal was reached, and USD\u{a0}3,000 came in."));
        assert_eq!(stage.paid().await, 2);
        balances(&stage.world).await;
    }

    async fn it_is_asked_what_came_in_since_the_backup_whenever_it_answers(world: World) {
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "3000", "good").await;
        let last = stage.world.number("select max(changed_at) as n from pledge").await;
        restored(&stage).await;
        stage.world.pass(2 * DAY);
        stage.proxy.script(Mishap::LoseRequest);
        stage.world.work().await;
        stage.pledge("bo@givers.example", "20", "good").await;
        let since = "select max(catch_up_since) as n from fundraiser where catch_up_at is not null";
        assert_eq!(stage.world.number(since).await, last, "who came meanwhile moves nothing");
        charged_elsewhere(&stage, pledge(&stage, 1).await.link(), 1, 1).await;
        stage.world.pass(HOUR);
        stage.world.work().await;
        assert!(stage.world.get(&ada).await.text().contains("You gave USD\u{a0}3,000."));
    }

    async fn what_was_paid_back_since_is_entered_with_it(world: World) {
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "3000", "good").await;
        let payment = charged_elsewhere(&stage, pledge(&stage, 1).await.link(), 1, 1).await;
        let provider = stage.world.app.payments.provider().unwrap();
        let amount = pledge(&stage, 1).await.amount();
        provider.refund("refund-elsewhere", &payment, amount).await.unwrap();
        restored(&stage).await;
        stage.world.work().await;
        assert!(stage.world.get(&ada).await.text().contains("Your USD\u{a0}3,000 were paid back."));
        assert!(page(&stage.world).await.contains("USD\u{a0}0 of USD\u{a0}3,000"));
        balances(&stage.world).await;
    }

    async fn cards_that_were_charged_were_so_because_the_goal_stood(world: World) {
        let stage = Stage::of(world).await;
        stage.pledge("ada@givers.example", "2000", "good").await;
        // Another, which the backup does not hold, made up the rest.
        charged_elsewhere(&stage, pledge(&stage, 1).await.link(), 1, 1).await;
        restored(&stage).await;
        stage.world.pass(TO_THE_END);
        stage.world.work().await;
        let text = page(&stage.world).await;
        assert!(text.contains("What follows is being decided."), "{text}");
        go_on(&stage, &treasurer(&stage).await).await;
        let text = page(&stage.world).await;
        assert!(text.contains("USD\u{a0}2,000 came in") && !text.contains("Nobody was charged"), "{text}");
        balances(&stage.world).await;
    }

    async fn another_card_that_was_charged_after_the_backup_is_asked_for_no_more(world: World) {
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "2000", "fails-later").await;
        stage.pledge("bo@givers.example", "1000", "good").await;
        stage.world.pass(TO_THE_END);
        stage.world.work().await;
        assert!(stage.world.get(&ada).await.text().contains("Your card was declined"));
        charged_elsewhere(&stage, pledge(&stage, 1).await.link(), 2, 2).await;
        restored(&stage).await;
        stage.world.work().await;
        assert!(stage.world.get(&ada).await.text().contains("You gave USD\u{a0}2,000."));
        go_on(&stage, &treasurer(&stage).await).await;
        assert_eq!(stage.paid().await, 2);
        balances(&stage.world).await;
    }

    async fn while_it_waits_nobodys_days_run_out(world: World) {
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "3000", "fails-later").await;
        stage.world.pass(TO_THE_END);
        stage.world.work().await;
        restored(&stage).await;
        stage.world.pass(30 * DAY);
        stage.world.work().await;
        let text = stage.world.get(&ada).await.text();
        assert!(text.contains("Your card was declined") && text.contains("Go on to payment"), "{text}");
        assert!(!text.contains("September 2018"), "no day that is over: {text}");
        go_on(&stage, &treasurer(&stage).await).await;
        let text = stage.world.get(&ada).await.text();
        assert!(text.contains("Your card was declined") && text.contains("Go on to payment"), "its days go on: {text}");
    }

    async fn what_was_taken_back_after_the_backup_is_taken_back_again(world: World) {
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "3000", "good").await;
        restored(&stage).await;
        stage.world.pass(TO_THE_END);
        stage.world.work().await;
        let text = stage.world.get(&ada).await.text();
        assert!(text.contains("is being decided") && text.contains("Take it back"), "{text}");
        stage.world.post(&below(&ada, "cancellation"), &[]).await;
        go_on(&stage, &treasurer(&stage).await).await;
        assert!(stage.world.get(&ada).await.text().contains("You took this pledge back."));
        assert_eq!(stage.paid().await, 0);
    }
}
