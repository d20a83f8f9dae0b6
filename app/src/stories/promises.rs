//! What must hold across restarts, imports, several processes and rows that arrive late.

use super::mails::Server;
use super::stories;
use super::world::{CAMPAIGN, Read, World, below};
use crate::clock::{MINUTE, SECOND};
use crate::config::Settings;
use crate::jobs;
use crate::signatures::deciding::DECIDE_MAILS;
use crate::signatures::store::{count_standing, log_faults, logged_after, standing_before};
use crate::signatures::{LogKind, commitment};
use axum::http::StatusCode;
use broadside_db::{Lane, query};

stories! {
    async fn a_program_that_is_told_to_stop_gives_back_what_it_had_not_begun(world: World) {
        for number in 0..20 {
            world.sign_on("Ada Example", &format!("ada{number}@example.org")).await;
        }
        world.work().await;
        let server = Server::start("accept", &world.folder().join("mails"));
        let url = server.url.clone();
        let with_mail = move |settings| Settings { smtp_url: Some(url.clone()), ..settings };
        let world = world.restarted(with_mail.clone()).await;
        world.app.stop();
        world.work().await;
        assert_eq!(server.received().len(), 0);
        assert_eq!(world.number("select count(*) as n from mail where lease_until > 0").await, 0);
        let world = world.restarted(with_mail).await;
        world.work().await;
        world.work().await;
        assert_eq!(server.received().len(), 20, "each mail once");
        assert_eq!(world.number("select max(attempts) as n from mail").await, 1);
    }

    async fn the_confirm_page_shows_the_words_that_were_submitted_whatever_the_files_say_since(world: World) {
        let form = [("name", "Ada Example"), ("email", "ada@example.org"), ("consent", "greenpeace")];
        world.submit(&form).await;
        let link = world.mail_to("ada@example.org").await.link();
        world.change_campaign(|campaign| {
            for words in campaign.partners[0].consent.values_mut() {
                "Sell everything I have.".clone_into(words);
            }
        }).await;
        let page = world.get(&link).await.text();
        assert!(page.contains("Pass my name and address on to Greenpeace"), "{page}");
        assert!(!page.contains("Sell everything"));
        let signed = world.press(&link, "confirmation").await.text();
        assert!(signed.contains("Pass my name and address on to Greenpeace") && !signed.contains("Sell everything"));
    }

    async fn a_letter_that_left_the_files_is_closed_and_keeps_its_signers(world: World) {
        let link = world.sign("Ada Example", "ada@example.org").await;
        let letter = world.letter().await;
        world.change_campaign(|campaign| {
            let mut other = campaign.letters[0].clone();
            other.slug = "another-letter".to_owned();
            campaign.letters = vec![other];
        }).await;
        assert_eq!(world.get(&letter).await.status, StatusCode::OK);
        assert!(world.get(&link).await.text().contains("Ada Example"));
        assert_eq!(world.count().await, 1, "nobody who signed is dropped from the count");
        let form = [("name", "Bo Example"), ("email", "bo@example.org")];
        assert_eq!(world.post(&format!("{letter}/signatures"), &form).await.status, StatusCode::CONFLICT);
        assert!(world.get(CAMPAIGN).await.text().contains("/letters/another-letter/signatures"));
        world.press(&link, "withdrawal").await;
        assert_eq!(world.count().await, 0);
    }

    async fn a_signer_keeps_the_private_page_when_the_campaign_goes_back_to_a_draft(world: World) {
        let link = world.sign("Ada Example", "ada@example.org").await;
        world.change_campaign(|campaign| campaign.status = crate::campaigns::definition::Status::Draft).await;
        assert_eq!(world.get(CAMPAIGN).await.status, StatusCode::NOT_FOUND);
        assert!(world.get(&link).await.text().contains("/withdrawal"));
    }

    async fn one_name_stands_once_in_a_mailbox_by_correction_too(world: World) {
        world.sign("Ada Example", "home@example.org").await;
        let link = world.sign("Bo Example", "home@example.org").await;
        let answer = world.post(&below(&link, "name"), &[("name", "ADA example")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("value=\"ADA example\""));
        assert_eq!(world.number("select count(*) as n from signature where name = 'Bo Example'").await, 1);
    }

    async fn every_entry_of_the_log_is_salted_with_what_its_signer_holds(world: World) {
        let link = world.sign("Ada Exmaple", "ada@example.org").await;
        world.post(&below(&link, "name"), &[("name", "Ada Example")]).await;
        world.press(&link, "withdrawal").await;
        let mut c = world.db().read().await.unwrap();
        let (salt, sign_on): (Vec<u8>, i64) = query("select salt, sign_on_id from signature")
            .one(&mut c, |row| Ok((row.get("salt")?, row.get("sign_on_id")?)))
            .await
            .unwrap();
        let logged: Vec<Vec<u8>> = query("select commitment from log_entry order by position")
            .all(&mut c, |row| row.get("commitment"))
            .await
            .unwrap();
        let expected = [
            commitment(LogKind::Signed, &salt, "Ada Exmaple", None, 1, sign_on),
            commitment(LogKind::Amended, &salt, "Ada Example", None, 1, sign_on),
            commitment(LogKind::Withdrawn, &salt, "Ada Example", None, 1, sign_on),
        ];
        assert_eq!(logged, expected);
    }

    async fn the_log_bears_out_what_stands_after_every_kind_of_change(world: World) {
        let corrected = world.sign("Ada Exmaple", "ada@example.org").await;
        world.post(&below(&corrected, "name"), &[("name", "Ada Example")]).await;
        let withdrawn = world.sign("Bo Example", "bo@example.org").await;
        world.press(&withdrawn, "withdrawal").await;
        let erased = world.sign("Cy Example", "cy@example.org").await;
        world.post(&below(&erased, "erasure"), &[]).await;
        world.sign("Di Example", "di@example.org").await;
        let mut c = world.db().read().await.unwrap();
        assert_eq!(log_faults(&mut c).await.unwrap(), []);
        assert_eq!(count_standing(&mut c).await.unwrap(), (2, 0));
        let logged = logged_after(&mut c, (0, -1), 100).await.unwrap();
        let standing = standing_before(&mut c, i64::MAX, 100).await.unwrap();
        let held = |at: usize, kind: usize| {
            logged.iter().any(|(letter, _, entry)| *letter == standing[at].letter && *entry == standing[at].commitments[kind])
        };
        assert_eq!([held(0, 0), held(0, 1)], [true, false], "signed, and never corrected");
        assert_eq!([held(1, 0), held(1, 1)], [false, true], "what was corrected is no more as it was signed");
    }

    async fn the_cap_counts_sign_ons_and_send_it_again_together(world: World) {
        world.sign_on("Ada Example", "ada@example.org").await;
        world.work().await;
        for _ in 0..4 {
            world.sign_on("Ada Example", "ada@example.org").await;
            world.post("/signatures/links", &[("email", "ada@example.org")]).await;
        }
        assert_eq!(world.mails().await.len(), 3);
    }

    async fn whoever_was_too_slow_writes_nothing(world: World) {
        world.sign_on("Ada Example", "ada@example.org").await;
        let now = world.app.clock.now();
        let take = |holder: &'static str, now| jobs::take(&world.app.db, DECIDE_MAILS, holder, now, MINUTE);
        let slow = take("slow", now).await.unwrap().expect("it is free");
        assert!(take("other", now).await.unwrap().is_none(), "it is lent");
        let quick = take("other", now + 2 * MINUTE).await.unwrap().expect("the loan ended");
        assert!(!jobs::put_off(&world.app.db, slow, 0).await.unwrap(), "the fence has risen");
        assert!(jobs::put_off(&world.app.db, quick, 0).await.unwrap());
        assert_eq!(world.mails().await.len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_that_commits_late_is_not_passed_over_on_postgres() {
    let world = World::on_postgres().await;
    world.sign_on("Ada Example", "ada@example.org").await;
    world.work().await;
    let (release, released) = tokio::sync::oneshot::channel::<()>();
    let released = std::sync::Arc::new(tokio::sync::Mutex::new(Some(released)));
    let (numbered, has_number) = tokio::sync::oneshot::channel::<()>();
    let numbered = std::sync::Arc::new(tokio::sync::Mutex::new(Some(numbered)));
    let (db, now) = (world.app.db.clone(), world.app.clock.now());
    let late = tokio::spawn(async move {
        db.write(Lane::Ordinary, move |c| {
            let (released, numbered) = (released.clone(), numbered.clone());
            Box::pin(async move {
                crate::signatures::store::ask_for_link(c, None, "en", "ada@example.org", now).await?;
                if let Some(numbered) = numbered.lock().await.take() {
                    numbered.send(()).unwrap();
                }
                if let Some(released) = released.lock().await.take() {
                    released.await.unwrap();
                }
                Ok(())
            })
        })
        .await
    });
    has_number.await.unwrap();
    world.post("/signatures/links", &[("email", "nobody@example.org")]).await;
    world.work().await;
    release.send(()).unwrap();
    late.await.unwrap().unwrap();
    world.pass(SECOND);
    let kinds: Vec<String> = world.mails().await.into_iter().map(|mail| mail.kind).collect();
    assert_eq!(kinds, ["confirmation", "link_again"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_who_open_their_links_at_a_process_that_has_just_started_are_all_served() {
    let world = World::on_postgres().await;
    world.sign_on("Ada Example", "ada@example.org").await;
    let link = world.mails().await[0].link();
    for _ in 0..3 {
        let started = std::sync::Arc::new(world.another_process().await);
        let visits: Vec<_> = (0..100)
            .map(|_| {
                let (started, link) = (started.clone(), link.clone());
                tokio::spawn(async move { started.get(&link).await })
            })
            .collect();
        for visit in visits {
            assert_eq!(visit.await.unwrap().status, StatusCode::OK);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_processes_that_confirm_the_same_at_once_make_one_signature_on_postgres() {
    let world = World::on_postgres().await;
    let other = world.another_process().await;
    for _ in 0..3 {
        world.sign_on("Ada Example", "ada@example.org").await;
    }
    let links: Vec<String> = world.mails().await.iter().map(Read::link).collect();
    let worlds = [std::sync::Arc::new(world), std::sync::Arc::new(other)];
    let presses: Vec<_> = (0..60)
        .map(|number| {
            let (world, link) = (worlds[number % 2].clone(), links[number % links.len()].clone());
            tokio::spawn(async move { world.press(&link, "confirmation").await })
        })
        .collect();
    for press in presses {
        assert_eq!(press.await.unwrap().status, StatusCode::OK);
    }
    for world in &worlds {
        assert_eq!(world.number("select count(*) as n from signature").await, 1);
        assert_eq!(world.number("select count(*) as n from log_entry").await, 1);
        assert_eq!(world.count().await, 1);
    }
}
