//! Which mails go first, and who is left in peace: by real SMTP on loopback.

use super::mails::{Server, state_of_mails};
use super::stories;
use super::world::{World, read};
use crate::clock::{MINUTE, SECOND};
use crate::config::Settings;
use crate::mail::sender::send_due;
use crate::mail::store::{Fate, Leased, any_due, finish, lease_due};
use crate::signatures::mailing;
use crate::state::App;
use axum::http::StatusCode;
use broadside_db::{BoxFuture, Lane};
use broadside_mailer::Message;
use std::time::Duration;

async fn sending_to(world: World, url: &str) -> World {
    world.restarted(|settings| Settings { smtp_url: Some(url.to_owned()), ..settings }).await
}

fn of_signatures<'a>(
    app: &'a App,
    leased: &'a [Leased],
) -> BoxFuture<'a, broadside_db::Result<Vec<Option<Message>>>> {
    Box::pin(mailing::message(app, leased))
}

/// How often mails were handed over, or tried to be.
async fn tries(world: &World) -> i64 {
    world.number("select cast(sum(attempts) as bigint) as n from mail").await
}

stories! {
    async fn no_campaigns_crowd_keeps_anothers_signers_waiting(world: World) {
        world.import(read(&crate::stories::checkout().join("e2e/campaigns/bare"))).await;
        for number in 0..40 {
            world.sign_on(&format!("Signer {number}"), &format!("crowd{number}@example.org")).await;
        }
        let bare = world.app.directory.by_slug(&world.app, "bench").await.unwrap().unwrap();
        let path = format!("{}/signatures", bare.letter_path(&bare.letters[0]));
        let answer = world.post(&path, &[("name", "Bo"), ("email", "alone@example.org")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        world.work().await;
        let server = Server::start("accept", &world.folder().join("mails"));
        let world = sending_to(world, &server.url).await;
        world.work().await;
        let received = server.received();
        assert_eq!(received.len(), 41);
        let place = received.iter().position(|mail| mail.contains("alone@example.org")).unwrap();
        assert!(place < 20, "the only one of its campaign came as number {place}");
    }

    async fn whoever_waits_for_a_link_comes_before_those_who_signed_already(world: World) {
        for number in 0..30 {
            world.sign(&format!("Signer {number}"), &format!("again{number}@example.org")).await;
        }
        let before = world.number("select max(id) as n from mail").await;
        for number in 0..30 {
            world.sign_on(&format!("Signer {number}"), &format!("again{number}@example.org")).await;
        }
        world.pass(MINUTE);
        world.sign_on("Ada Example", "ada@example.org").await;
        world.work().await;
        let server = Server::start("accept", &world.folder().join("mails"));
        let world = sending_to(world, &server.url).await;
        world.work().await;
        let received = server.received();
        assert_eq!(state_of_mails(&world, "sent").await, world.number("select count(*) as n from mail").await);
        assert!(before >= 30, "those of the first round were sent as well");
        let first = received.iter().position(|mail| mail.contains("ada@example.org")).unwrap();
        let told = received.iter().filter(|mail| mail.contains("again")).count();
        assert!(told >= 60 && first < 40, "it came as number {first}");
    }

    async fn a_batch_that_is_told_to_rest_hands_over_no_more_until_it_has(world: World) {
        for number in 0..30 {
            world.sign_on(&format!("Signer {number}"), &format!("one{number}@example.org")).await;
        }
        world.work().await;
        let server = Server::start("accept", &world.folder().join("mails"));
        let mut world = sending_to(world, &server.url).await;
        let watched = async {
            while state_of_mails(&world, "sent").await < 8 {}
            world.app.stop();
        };
        let sending = Box::pin(send_due(&world.app, of_signatures, 128, || Duration::from_hours(1)));
        let both = async { tokio::join!(sending, watched) };
        let (sent, ()) = tokio::time::timeout(Duration::from_mins(1), both).await.expect("it stops when told to");
        sent.unwrap();
        let now = world.app.clock.now();
        assert!(any_due(&mut world.app.db.read().await.unwrap(), now).await.unwrap(), "the others are given back");
        assert_eq!((state_of_mails(&world, "sent").await, state_of_mails(&world, "waiting").await), (8, 22));
        world = sending_to(world, &server.url).await;
        send_due(&world.app, of_signatures, 128, || Duration::from_millis(1)).await.unwrap();
        assert_eq!((server.received().len(), state_of_mails(&world, "waiting").await), (30, 0));
    }

    async fn a_mail_that_was_lent_anew_is_left_to_whoever_has_it(world: World) {
        for number in 0..3 {
            world.sign_on(&format!("Signer {number}"), &format!("one{number}@example.org")).await;
        }
        world.work().await;
        let lent = async |most| {
            let now = world.app.clock.now();
            let lending = world.db().write(Lane::Ordinary, move |c| Box::pin(lease_due(c, now, MINUTE, most)));
            lending.await.unwrap()
        };
        let sent = async |mails: Vec<Leased>| {
            let fate = || Fate::Sent { answer: "250 taken".to_owned() };
            let tried: Vec<_> = mails.into_iter().map(|mail| (mail, fate())).collect();
            let (tried, now) = (std::sync::Arc::new(tried), world.app.clock.now());
            let keeping = world.db().write(Lane::Ordinary, move |c| {
                let tried = tried.clone();
                Box::pin(async move { finish(c, &tried, now).await })
            });
            keeping.await.unwrap();
        };
        let all = lent(3).await;
        world.pass(2 * MINUTE);
        let anew = lent(1).await;
        sent(all).await;
        assert_eq!((state_of_mails(&world, "sent").await, state_of_mails(&world, "waiting").await), (2, 1));
        sent(anew).await;
        assert_eq!(state_of_mails(&world, "sent").await, 3);
    }

    async fn a_domain_that_puts_mails_off_is_left_in_peace_and_others_go_on(world: World) {
        let server = Server::start("busy-domain", &world.folder().join("mails"));
        let world = sending_to(world, &server.url).await;
        for number in 0..30 {
            world.sign_on(&format!("Signer {number}"), &format!("one{number}@busy.example")).await;
        }
        world.sign_on("Ada Example", "ada@example.org").await;
        world.work().await;
        assert_eq!((state_of_mails(&world, "sent").await, state_of_mails(&world, "waiting").await), (1, 30));
        let tried = tries(&world).await;
        assert!((4..=16).contains(&tried), "three in a row and what was under way with them: {tried}");
        world.pass(MINUTE / 2);
        world.sign_on("Bo Example", "bo@example.org").await;
        world.work().await;
        assert_eq!(state_of_mails(&world, "sent").await, 2);
        assert_eq!(tries(&world).await, tried + 1, "nobody there was asked");
        world.pass(MINUTE);
        world.work().await;
        assert!(tries(&world).await > tried + 1, "after a minute it is tried again");
        assert_eq!(state_of_mails(&world, "failed").await, 0);
    }

    async fn a_server_that_is_away_costs_no_mail_its_tries(world: World) {
        let world = sending_to(world, "smtp://127.0.0.1:9").await;
        for number in 0..30 {
            world.sign_on(&format!("Signer {number}"), &format!("one{number}@example.org")).await;
        }
        world.work().await;
        let tried = tries(&world).await;
        assert!((1..=8).contains(&tried), "{tried}");
        world.work().await;
        assert_eq!(tries(&world).await, tried, "it is left in peace");
        world.pass(5 * SECOND);
        world.work().await;
        let again = tries(&world).await;
        assert!(again > tried && again <= tried + 8, "then it is asked again: {again}");
        let server = Server::start("accept", &world.folder().join("mails"));
        let world = sending_to(world, &server.url).await;
        world.pass(3 * MINUTE);
        world.work().await;
        assert_eq!(server.received().len(), 30);
    }
}
