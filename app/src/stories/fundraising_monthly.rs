//! Somebody gives every month: each month is a gift of its own, noted once, until they stop it, their card stops it, the
//! fundraiser ends, or they are erased.

use super::desk::{Clerk, GROUP};
use super::fundraising::{
    BUSES, DESK, balances, change, give_card, kinds_to, mails_of, page, payments, send,
};
use super::fundraising_stripe::Stage;
use super::stories;
use super::world::{World, below};
use crate::accounts::Role;
use crate::campaigns::definition::{Account, FundraiserKind};
use crate::clock::{DAY, HOUR, MINUTE};
use crate::fundraisers::practice::Loss;
use axum::http::StatusCode;
use broadside_stripe::Client;

const MONTH: i64 = 31 * DAY;

/// The buses' fundraiser keeps what it gets, every month too, for a year.
async fn every_month(world: &World) {
    change(world, |one| {
        one.kind = FundraiserKind::Keep;
        one.monthly = true;
        one.ends = "2019-09-20 20:00".to_owned();
    })
    .await;
}

fn form<'f>(name: &'f str, email: &'f str, amount: &'f str) -> Vec<(&'f str, &'f str)> {
    vec![("name", name), ("email", email), ("other", amount), ("recurrence", "monthly"), ("named", "1")]
}

/// Gives every month with a card; answers the private link.
async fn give(world: &World, email: &str, amount: &str, card: &str) -> String {
    let answer = send(world, &form("Ada", email, amount)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    give_card(world, &answer.location(), card).await
}

async fn end(world: &World, link: &str) -> String {
    let answer = world.post(&below(link, "monthly-end"), &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let text = world.get(&answer.location()).await.text();
    world.work().await;
    text
}

async fn session(world: &World) -> String {
    let mut c = world.db().read().await.unwrap();
    broadside_db::query("select session from pledge").one(&mut c, |row| row.get("session")).await.unwrap()
}

async fn paid(world: &World) -> i64 {
    world.number("select count(*) as n from pledge where state = 'paid'").await
}

stories! {
    async fn each_month_is_a_gift_until_whoever_gives_stops_it(world: World) {
        every_month(&world).await;
        let text = page(&world).await;
        assert!(text.contains("Every month until 20 September 2019 at 20:00") && text.contains("or until you stop it"), "{text}");
        let mut shown = form("Ada Lovelace", "ada@givers.example", "10");
        shown.extend([("show_amount", "1"), ("words", "For the children.")]);
        let answer = send(&world, &shown).await;
        assert!(world.get(&answer.location()).await.text().contains("You give USD\u{a0}10 every month."));
        let link = give_card(&world, &answer.location(), "works").await;
        let own = world.get(&link).await.text();
        assert!(own.contains("You gave USD\u{a0}10. Thank you!") && own.contains("until you stop it here."), "{own}");
        let text = page(&world).await;
        assert!(text.contains("USD\u{a0}10 of USD\u{a0}3,000 given by 1 person") && text.contains("USD\u{a0}10 a month"), "{text}");

        let mut receipts = Vec::new();
        for months in [1, 2, 3] {
            assert_eq!((paid(&world).await, payments(&world).await), (months, months));
            receipts.extend(mails_of(&world).await.into_iter().filter(|mail| mail.kind == "pledge_receipt"));
            if months < 3 {
                world.pass(MONTH);
                world.work().await;
            }
        }
        let text = page(&world).await;
        assert!(text.contains("USD\u{a0}30 of USD\u{a0}3,000 given by 1 person"), "{text}");
        assert_eq!(text.matches("Ada Lovelace").count(), 1, "and stands there once");
        receipts.dedup_by(|one, other| one.subject == other.subject);
        let numbers: Vec<_> = receipts.iter().map(|mail| mail.subject.split(':').next().unwrap()).collect();
        assert_eq!(numbers, ["Receipt buses-1", "Receipt buses-2", "Receipt buses-3"]);
        assert!(receipts[2].text.contains("you can stop it at any time"), "{}", receipts[2].text);
        let treasurer = Clerk::of(&world, "till@desk.example", GROUP, Role::Treasurer).await;
        let desk = treasurer.get(&world, DESK).await.text();
        assert!(desk.contains("1 person gives every month, USD\u{a0}10 in all.") && desk.contains("USD\u{a0}10 (month 3)"), "{desk}");
        balances(&world).await;

        // Behind the link of any month it can be stopped, and twice is once.
        let third = receipts[2].link();
        let text = end(&world, &third).await;
        assert!(text.contains("It is being stopped"), "{text}");
        end(&world, &link).await;
        let own = world.get(&link).await.text();
        assert!(own.contains("It has ended, and nothing more is charged.") && !own.contains("Stop giving"), "{own}");
        let kinds = kinds_to(&world, "ada@givers.example").await;
        assert_eq!(kinds.iter().filter(|kind| *kind == "pledge_monthly_ended").count(), 1, "{kinds:?}");
        world.pass(3 * MONTH);
        world.work().await;
        assert_eq!((paid(&world).await, payments(&world).await), (3, 3));
    }

    async fn calls_and_answers_that_are_lost_count_no_month_twice_and_lose_none(world: World) {
        every_month(&world).await;
        let link = give(&world, "ada@givers.example", "10", "works").await;
        let practice = world.app.payments.practice().unwrap();
        for loss in [Loss::Call, Loss::Answer, Loss::Call, Loss::Answer] {
            world.pass(MONTH);
            practice.lose([Some(loss)]);
            world.work().await;
            world.pass(HOUR);
            world.work().await;
        }
        assert_eq!((paid(&world).await, payments(&world).await), (5, 5));
        assert_eq!(world.number("select last_receipt as n from fundraiser where slug = 'buses'").await, 5);
        for loss in [Loss::Call, Loss::Answer] {
            practice.lose([Some(loss)]);
            end(&world, &link).await;
            assert!(world.get(&link).await.text().contains("It is being stopped"));
            world.pass(5 * MINUTE);
        }
        world.work().await;
        assert!(world.get(&link).await.text().contains("It has ended"));
        world.pass(3 * MONTH);
        world.work().await;
        assert_eq!(payments(&world).await, 5);
        balances(&world).await;
    }

    async fn a_card_that_is_declined_later_is_told_of_and_ends_it(world: World) {
        every_month(&world).await;
        let link = give(&world, "ada@givers.example", "10", "declines").await;
        assert!(world.get(&link).await.text().contains("You gave USD\u{a0}10."));
        world.pass(MONTH);
        world.work().await;
        assert!(world.get(&link).await.text().contains("Your card was declined for this month."));
        assert!(kinds_to(&world, "ada@givers.example").await.contains(&"pledge_monthly_late".to_owned()));
        world.pass(20 * DAY);
        world.work().await;
        assert!(world.get(&link).await.text().contains("It has ended, and nothing more is charged."));
        assert!(kinds_to(&world, "ada@givers.example").await.contains(&"pledge_monthly_ended".to_owned()));
        assert_eq!(paid(&world).await, 1);
        balances(&world).await;
    }

    async fn it_ends_with_its_fundraiser_and_with_whoever_is_erased(world: World) {
        every_month(&world).await;
        give(&world, "ada@givers.example", "10", "works").await;
        give(&world, "bo@givers.example", "20", "works").await;
        let mailed = mails_of(&world).await.into_iter().find(|mail| mail.to == "bo@givers.example").unwrap().link();
        let answer = world.post(&below(&mailed, "erasure"), &[]).await;
        assert!(answer.status.is_success() || answer.status.is_redirection(), "{}", answer.text());
        world.work().await;
        assert_eq!(world.number("select count(*) as n from practice_subscription where ended_at is null").await, 1);
        for days in [31; 12].into_iter().chain([5]) {
            world.pass(days * DAY);
            world.work().await;
        }
        assert!(kinds_to(&world, "ada@givers.example").await.contains(&"pledge_monthly_ended".to_owned()));
        world.pass(2 * MONTH);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from recurrence where subscription is null").await, 1, "nothing leads to whoever was erased");
        // From September to September: thirteen months of one, and one of the other.
        assert_eq!((paid(&world).await, payments(&world).await), (14, 14));
        assert_eq!(world.number("select count(*) as n from practice_subscription where ended_at is null").await, 0);
        assert!(page(&world).await.contains("USD\u{a0}150 of USD\u{a0}3,000 paid by 2 people"));
        balances(&world).await;
    }

    async fn one_page_is_open_for_a_pledge_whoever_presses_at_once(world: World) {
        every_month(&world).await;
        let link = give(&world, "ada@givers.example", "10", "").await;
        let before = world.number("select count(*) as n from practice_session").await;
        let payment = below(&link, "payment");
        let pressed = (0..16).map(|_| world.post(&payment, &[]));
        for answer in futures_util::future::join_all(pressed).await {
            assert_eq!(answer.location(), payment);
        }
        assert_eq!(world.number("select count(*) as n from practice_session").await, before + 1);
        give_card(&world, &payment, "works").await;
        assert_eq!(world.number("select count(*) as n from practice_subscription").await, 1);
        assert!(world.get(&link).await.text().contains("You gave"));
    }

    async fn a_second_subscription_is_still_to_be_looked_at_once_the_first_is_paid(world: World) {
        every_month(&world).await;
        let open = send(&world, &form("Ada", "ada@givers.example", "10")).await.location();
        world.run("update pledge set doubt = 'stray sub_2'").await;
        let link = give_card(&world, &open, "works").await;
        assert!(world.get(&link).await.text().contains("You gave"));
        let till = Clerk::of(&world, "till@desk.example", GROUP, Role::Treasurer).await;
        assert!(till.get(&world, DESK).await.text().contains("Money came that nobody asked for: sub_2"));
    }

    async fn who_is_erased_while_the_providers_page_is_open_is_not_charged_on(world: World) {
        every_month(&world).await;
        give(&world, "ada@givers.example", "10", "works").await;
        let mailed = mails_of(&world).await.into_iter().find(|mail| mail.to == "ada@givers.example").unwrap().link();
        let open = send(&world, &form("Ada", "ada@givers.example", "20")).await.location();
        let page = world.get(&open).await.text();
        world.post(&below(&mailed, "erasure"), &[]).await;
        world.work().await;
        let onward = page.split("href=\"/practice/").nth(1).unwrap().split(['"', '?']).next().unwrap();
        world.post(&format!("/practice/{onward}"), &[("card", "works")]).await;
        world.pass(HOUR);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from practice_subscription where ended_at is null").await, 0);
        let months = payments(&world).await;
        world.pass(2 * MONTH);
        world.work().await;
        assert_eq!(payments(&world).await, months);
        assert_eq!(world.number("select count(*) as n from pledge where email <> '' or name <> '' or payer is not null").await, 0);
        balances(&world).await;
    }

    async fn what_everybody_sees_follows_every_month_and_the_desk_ends_it(world: World) {
        every_month(&world).await;
        give(&world, "ada@givers.example", "10", "works").await;
        world.pass(MONTH);
        world.work().await;
        // The first month is paid back: who still gives stays on the page.
        let till = Clerk::of(&world, "till@desk.example", GROUP, Role::Treasurer).await;
        let first = world.number("select min(id) as n from pledge").await;
        let asked = till.get(&world, &format!("{DESK}/pledges/{first}/refund")).await.text();
        assert!(asked.contains("paying one month back does not end it"), "{asked}");
        till.post(&world, &format!("{DESK}/pledges/{first}/refund"), &[]).await;
        world.work().await;
        let text = page(&world).await;
        assert!(text.contains("<bdi>Ada</bdi>") && text.contains("USD\u{a0}10 of"), "{text}");
        // Behind the newest receipt the name is taken off the page.
        let newest = mails_of(&world).await.into_iter().rfind(|mail| mail.kind == "pledge_receipt").unwrap().link();
        world.post(&below(&newest, "shown"), &[]).await;
        assert!(!page(&world).await.contains("<bdi>Ada</bdi>"));
        for done in ["done=ending", "done=too-late"] {
            let answer = till.post(&world, &format!("{DESK}/pledges/{first}/monthly-end"), &[]).await;
            assert!(answer.location().contains(done), "{}", answer.location());
        }
        world.work().await;
        assert!(world.get(&newest).await.text().contains("It has ended"));
        assert!(!till.get(&world, DESK).await.text().contains("gives every month"));
        balances(&world).await;
    }

    async fn what_cannot_recur_is_said_and_kept(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        let answer = send(&world, &form("Ada", "ada@givers.example", "10")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("takes no monthly gifts any more") && answer.text().contains("value=\"10\""));
        every_month(&world).await;
        change(&world, |one| {
            one.account = Some(Account {
                name: "Fight for the Future".to_owned(),
                iban: "DE89370400440532013000".to_owned(),
                bic: None,
            });
        })
        .await;
        let mut both = form("Ada", "ada@givers.example", "10");
        both.push(("way", "transfer"));
        let answer = send(&world, &both).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = answer.text();
        assert!(text.contains("set up a standing order") && text.contains("value=\"monthly\" checked"), "{text}");
        assert_eq!(world.number("select count(*) as n from recurrence").await, 0);
        // Who leaves the provider’s page has set nothing up, and it goes with the pledge.
        let link = give(&world, "ada@givers.example", "10", "").await;
        assert!(world.get(&link).await.text().contains("nothing is pledged"));
        assert!(world.post(&below(&link, "monthly-end"), &[]).await.location().contains("done=ending"));
        for _ in 0..3 {
            world.pass(2 * DAY);
            world.work().await;
        }
        assert_eq!(world.number("select count(*) as n from recurrence").await, 0);
        assert_eq!(world.get(BUSES).await.status, StatusCode::OK);
    }

    async fn stripe_asks_every_month_and_is_asked_what_came_in(world: World) {
        every_month(&world).await;
        let stage = Stage::of(world).await;
        let answer = send(&stage.world, &form("Ada", "ada@givers.example", "10")).await;
        let link = answer.location().trim_end_matches("/payment").to_owned();
        stage.press_again(&link, "good").await;
        // Nobody came back: the event leads there.
        let client = Client::at("sk_test_stories", stage.proxy.base()).unwrap();
        let session = session(&stage.world).await;
        let subscription = client.session(&session).await.unwrap().subscription.unwrap().id;
        assert_eq!(stage.event("evt_1", "customer.subscription.created", &subscription).await, StatusCode::OK);
        stage.world.work().await;
        assert!(stage.world.get(&link).await.text().contains("You gave USD\u{a0}10."));

        stage.proxy.pass_month(&subscription, true).await.unwrap();
        let invoice = client.invoices_of(&subscription).await.unwrap().remove(0).id;
        for id in ["evt_2", "evt_3", "evt_2"] {
            assert_eq!(stage.event(id, "invoice.paid", &invoice).await, StatusCode::OK);
            stage.world.work().await;
        }
        assert_eq!((paid(&stage.world).await, stage.paid().await), (2, 2));
        let fees = stage.world.number("select count(*) as n from ledger_entry where key like 'fee %'").await;
        assert_eq!(fees, 2, "what Stripe keeps of each month is known");

        stage.proxy.pass_month(&subscription, false).await.unwrap();
        // Without an event it is found out within a day.
        stage.world.pass(DAY);
        stage.world.work().await;
        assert!(stage.world.get(&link).await.text().contains("Your card was declined for this month."));
        assert_eq!(paid(&stage.world).await, 2);

        end(&stage.world, &link).await;
        assert!(stage.world.get(&link).await.text().contains("It has ended"));
        assert_eq!(paid(&stage.world).await, 2);
        balances(&stage.world).await;
    }
}
