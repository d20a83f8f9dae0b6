//! A charge is given up, by itself or at the desk: whoever is concerned is told what is known and no more, and money that came
//! all the same is a gift.

use super::desk::{Clerk, GROUP};
use super::fundraising::{DESK, TO_THE_END, balances, change, kinds_to, mails_of, page as public};
use super::fundraising_agreeing::{next_day, till};
use super::fundraising_disputes::own;
use super::fundraising_stripe::Stage;
use super::stories;
use super::world::{World, below};
use crate::accounts::Role;
use crate::campaigns::definition::Short;
use crate::clock::{HOUR, MINUTE};
use crate::fundraisers::doubt::Doubt;
use crate::fundraisers::store;
use broadside_db::Lane;
use broadside_payments_proxy::Mishap;

/// The charge is made and its answer lost; then the provider knows nobody.
async fn charged_and_unknown(stage: &Stage) {
    stage.world.pass(TO_THE_END);
    stage.proxy.script_charge(Mishap::LoseAnswer);
    stage.world.work().await;
    stage.proxy.be_another_account(true);
    stage.world.pass(HOUR);
    stage.world.work().await;
}

stories! {
    async fn what_nobody_will_ever_say_is_told_to_whoever_keeps_it_and_given_up_at_the_desk(world: World) {
        change(&world, |one| { one.grace_days = 2; one.short = Short::Spend; }).await;
        let stage = Stage::of(world).await;
        Clerk::of(&stage.world, "olga@desk.example", GROUP, Role::Owner).await;
        let ada = stage.pledge("ada@givers.example", "3000", "good").await;
        stage.world.pass(TO_THE_END);
        stage.proxy.script_charge(Mishap::LoseAnswer);
        stage.world.work().await;
        let payment = stage.proxy.payments().await.unwrap()[0]["id"].as_str().unwrap().to_owned();
        stage.proxy.be_another_account(true);
        let told = async || {
            let all = mails_of(&stage.world).await.into_iter();
            all.filter(|mail| mail.kind == "fundraiser_refused" && mail.to == "olga@desk.example").collect::<Vec<_>>()
        };
        for day in 1..=3 {
            for _ in 0..3 {
                stage.world.pass(HOUR);
                stage.world.work().await;
            }
            assert_eq!(told().await.len(), day, "once a day");
            next_day(&stage).await;
        }
        let mail = &told().await[0];
        assert!(mail.text.contains("it is not the givers’ cards"), "{}", mail.text);
        let settled = "select count(*) as n from fundraiser where settled_at is not null and slug = 'buses'";
        assert_eq!(stage.world.number(settled).await, 0, "nobody knows");
        let clerk = till(&stage).await;
        let page = clerk.get(&stage.world, DESK).await.text();
        let give_up = format!("{DESK}/pledges/1/giving-up");
        assert!(page.contains(&format!("href=\"{give_up}\"")), "{page}");
        let asked = clerk.get(&stage.world, &give_up).await.text();
        assert!(asked.contains("USD\u{a0}3,000") && asked.contains("Look for a payment of it there first"), "{asked}");
        clerk.post(&stage.world, &give_up, &[]).await;
        stage.world.work().await;
        assert_eq!(stage.world.number(settled).await, 1);
        assert_eq!(kinds_to(&stage.world, "ada@givers.example").await.last().unwrap(), "pledge_lapsed");
        assert!(public(&stage.world).await.contains("Not everything could be charged"));
        // Pressed again it is too late, and who looks for it finds no way to.
        let again = clerk.post(&stage.world, &give_up, &[]).await.location();
        assert!(again.ends_with("done=too-late"), "{again}");
        assert!(!clerk.get(&stage.world, &give_up).await.text().contains("<button class=\"button\""));
        assert_eq!(stage.world.number("select count(*) as n from audit_entry where action = 'pledge-given-up'").await, 1);
        // The payment was there all the while: once it is told of, it is a gift.
        stage.proxy.be_another_account(false);
        stage.event("evt_1", "payment_intent.succeeded", &payment).await;
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains("You gave USD\u{a0}3,000."), "{}", own(&stage, &ada).await);
        assert_eq!(stage.paid().await, 1);
        balances(&stage.world).await;
    }

    async fn whose_replaced_card_is_refused_is_not_told_that_it_was_declined(world: World) {
        change(&world, |one| { one.grace_days = 2; one.short = Short::Spend; }).await;
        let stage = Stage::of(world).await;
        stage.pledge("bo@givers.example", "2000", "good").await;
        let ada = stage.pledge("ada@givers.example", "1000", "fails-later").await;
        stage.world.pass(TO_THE_END);
        stage.world.work().await;
        stage.world.post(&below(&ada, "payment"), &[]).await;
        stage.press_again(&ada, "good").await;
        stage.proxy.refuse_charges_of(100_000);
        stage.world.get(&format!("{ada}?done=back")).await;
        for _ in 0..4 {
            stage.world.work().await;
            next_day(&stage).await;
        }
        let text = own(&stage, &ada).await;
        assert!(text.contains("which was not your card’s fault"), "{text}");
        let mail = mails_of(&stage.world).await.into_iter().find(|mail| mail.kind == "pledge_lapsed").unwrap();
        assert!(mail.text.contains("not your card’s fault") && !mail.text.contains("your card was declined"), "{}", mail.text);
    }

    async fn a_charge_that_was_given_up_and_had_been_made_is_found_without_an_event(world: World) {
        change(&world, |one| one.short = Short::Spend).await;
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "3000", "good").await;
        charged_and_unknown(&stage).await;
        till(&stage).await.post(&stage.world, &format!("{DESK}/pledges/1/giving-up"), &[]).await;
        next_day(&stage).await;
        assert!(own(&stage, &ada).await.contains("and it has lapsed"), "{}", own(&stage, &ada).await);
        let desk = till(&stage).await.get(&stage.world, DESK).await.text();
        assert!(desk.contains("No payment of it is known") && !desk.contains("nobody was charged"), "{desk}");
        stage.proxy.be_another_account(false);
        next_day(&stage).await;
        assert!(own(&stage, &ada).await.contains("You gave USD\u{a0}3,000."), "{}", own(&stage, &ada).await);
        assert_eq!(stage.paid().await, 1);
        balances(&stage.world).await;
    }

    async fn a_charge_that_is_under_way_is_not_given_up_and_one_that_was_stays_so(world: World) {
        change(&world, |one| one.short = Short::Spend).await;
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "3000", "good").await;
        charged_and_unknown(&stage).await;
        let give_up = format!("{DESK}/pledges/1/giving-up");
        let asked_until = stage.world.app.clock.now() + 5 * MINUTE;
        let ask = async || {
            let until = asked_until;
            stage.world.db().write(Lane::Ordinary, move |c| Box::pin(async move { store::begin_asking(c, 1, until).await })).await.unwrap()
        };
        // It is asked for once more, which takes its time.
        assert!(ask().await);
        let clerk = till(&stage).await;
        let back = clerk.post(&stage.world, &give_up, &[]).await.location();
        assert!(clerk.get(&stage.world, &back).await.text().contains("is being asked about it at this moment"), "{back}");
        assert_eq!(stage.world.number("select count(*) as n from pledge where state = 'charging'").await, 1);
        // Whoever was at it is gone.
        stage.world.pass(6 * MINUTE);
        let stale = store::by_id(&mut stage.world.db().read().await.unwrap(), 1).await.unwrap().unwrap();
        clerk.post(&stage.world, &give_up, &[]).await;
        assert!(!ask().await, "it is asked for no more");
        // What was asked before and is refused only now changes nothing of it.
        let late = stage.world.db().write(Lane::Ordinary, move |c| {
            let stale = stale.clone();
            Box::pin(async move { store::doubt_of(c, &stale, &Doubt::Refused("late".to_owned())).await })
        });
        assert!(!late.await.unwrap());
        stage.proxy.be_another_account(false);
        next_day(&stage).await;
        assert!(own(&stage, &ada).await.contains("You gave USD\u{a0}3,000."), "{}", own(&stage, &ada).await);
        balances(&stage.world).await;
    }
}
