//! A backup was restored: what people did after it was taken is known to the provider alone, and the numbers that they got
//! are given again.

use super::desk::{Clerk, GROUP};
use super::fundraising::{DESK, TO_THE_END, balances, page};
use super::fundraising_stripe::Stage;
use super::stories;
use super::world::World;
use crate::accounts::Role;
use crate::fundraisers::link;
use crate::fundraisers::provider::{Charge, Charged};
use crate::fundraisers::store::{self, Deed};
use crate::signatures::link::Numbered;
use axum::http::StatusCode;
use broadside_db::Lane;

/// Has the provider charge the first pledge, as the program did that went on after the backup was taken.
async fn charged_elsewhere(stage: &Stage, as_of: impl Fn(Numbered) -> Numbered) -> String {
    let app = &stage.world.app;
    let pledge = store::by_id(&mut stage.world.db().read().await.unwrap(), 1).await.unwrap().unwrap();
    let key = store::key(&app.keys.addresses.fingerprint(), as_of(pledge.link()), Deed::Charge, 1);
    let charged = app.payments.provider().unwrap().charge(&Charge::of(&pledge, key)).await.unwrap();
    let Charged::Paid { payment, .. } = charged else { panic!("{charged:?}") };
    payment
}

stories! {
    async fn what_was_charged_after_the_backup_is_not_charged_again(world: World) {
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "3000", "good").await;
        charged_elsewhere(&stage, |pledge| pledge).await;
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
        let lost = charged_elsewhere(&stage, |pledge| Numbered { at: pledge.at - 1, ..pledge }).await;
        assert_eq!(stage.event("evt_1", "payment_intent.succeeded", &lost).await, StatusCode::OK);
        stage.world.work().await;
        assert!(stage.world.get(&ada).await.text().contains("You pledge USD\u{a0}3,000."));
        // Of one that the backup holds it counts.
        let own = charged_elsewhere(&stage, |pledge| pledge).await;
        assert_eq!(stage.event("evt_2", "payment_intent.succeeded", &own).await, StatusCode::OK);
        stage.world.work().await;
        assert!(stage.world.get(&ada).await.text().contains("You gave USD\u{a0}3,000."));
        assert!(page(&stage.world).await.contains("USD\u{a0}3,000 of USD\u{a0}3,000"));
        balances(&stage.world).await;
    }

    async fn numbers_that_may_have_been_given_are_left_out_and_cards_wait_for_a_person(world: World) {
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "3000", "good").await;
        let now = stage.world.app.clock.now();
        let db = stage.world.db();
        let waiting = db.write(Lane::Ordinary, move |c| Box::pin(store::restored(c, now))).await.unwrap();
        assert_eq!(waiting, Some(1));
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
        let treasurer = Clerk::of(&stage.world, "tess@desk.example", GROUP, Role::Treasurer).await;
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
}
