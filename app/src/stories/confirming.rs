//! The button: what it confirms, what it refuses, and what opening a link never does.

use super::stories;
use super::world::{CAMPAIGN, Read, World, below};
use crate::campaigns::definition::LetterStatus;
use crate::clock::{DAY, SECOND};
use axum::http::StatusCode;
use broadside_db::{Lane, query_composed};

stories! {
    async fn the_database_itself_refuses_a_name_twice_from_one_mailbox(world: World) {
        world.sign("Ada Example", "ada@example.org").await;
        let again = |place: &'static str, name: &'static str| {
            world.db().write(Lane::Ordinary, move |c| {
                let sql = format!(
                    "insert into signature (group_id, campaign_id, letter_id, letter_version, person_id, sign_on_id, address_key, place, \
                     language, name, name_key, is_public, state, salt, node, signed_on_at, confirmed_at, changed_at) \
                     select group_id, campaign_id, letter_id, letter_version, person_id, sign_on_id + 100, address_key, {place}, language, \
                     name, {name}, is_public, state, salt, node, signed_on_at, confirmed_at, changed_at from signature"
                );
                Box::pin(async move { query_composed(sql).run(c).await })
            })
        };
        assert!(again("place + 1", "name_key").await.is_err(), "the same name at another place");
        assert!(again("place", "'another'").await.is_err(), "another name at the same place");
        assert!(again("place + 1", "'another'").await.is_ok(), "a household");
    }

    async fn whoever_confirms_other_words_than_now_stand_can_read_what_is_signed(world: World) {
        world.sign_on("Ada Example", "ada@example.org").await;
        let link = world.mail_to("ada@example.org").await.link();
        assert!(!world.get(&link).await.text().contains("/wordings/"));
        let old = "In March,";
        world
            .change_campaign(|campaign| {
                let text = campaign.letters[0].texts.get_mut("en").unwrap();
                text.body = "Other words altogether, which Ada has never read.".to_owned();
            })
            .await;
        let page = world.get(&link).await.text();
        assert!(page.contains("The letter’s words have been changed since you sent this"), "{page}");
        let wording = format!("{}/wordings/1", world.letter().await);
        assert!(page.contains(&wording));
        let read = world.get(&wording).await;
        assert_eq!(read.status, StatusCode::OK);
        assert!(read.text().contains(old) && !read.text().contains("Other words altogether"), "{}", read.text());
        world.press(&link, "confirmation").await;
        assert!(world.get(&link).await.text().contains(&wording), "and so it stays");
        let all = format!("{}/wordings", world.letter().await);
        assert!(world.get(CAMPAIGN).await.text().contains(&all), "anybody can read what was signed before");
        assert!(world.get(&all).await.text().contains(&wording));
        assert_eq!(world.get(&format!("{}/wordings/2", world.letter().await)).await.location(), CAMPAIGN);
        assert_eq!(world.get(&format!("{}/wordings/3", world.letter().await)).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_scanner_that_opens_every_link_confirms_and_withdraws_nothing(world: World) {
        let signed = world.sign("Bo Example", "bo@example.org").await;
        world.sign_on("Ada Example", "ada@example.org").await;
        world.pass(SECOND);
        let before = world.get(CAMPAIGN).await.text();
        for mail in world.mails().await {
            let urls: Vec<String> = format!("{}\n{}", mail.text, mail.html)
                .split(['"', ' ', '\n', '<', '>'])
                .filter_map(|word| word.strip_prefix("https://letter.example.org"))
                .map(str::to_owned)
                .collect();
            assert!(!urls.is_empty());
            for url in urls {
                world.get(&url).await;
                world.head(&url).await;
                for form in ["confirmation", "withdrawal", "name", "visibility", "consent"] {
                    world.get(&below(&url, form)).await;
                    world.head(&below(&url, form)).await;
                }
            }
        }
        assert_eq!(world.count().await, 1);
        assert_eq!(world.number("select count(*) as n from sign_on").await, 2);
        assert_eq!(world.number("select count(*) as n from signature where state = 'withdrawn'").await, 0);
        assert!(world.get(&signed).await.text().contains("Bo Example"));
        assert!(before.contains("Bo Example"));
    }

    async fn a_stranger_who_submits_my_address_first_changes_nothing_in_what_i_confirm(world: World) {
        world
            .submit(&[("name", "Mallory Example"), ("email", "ada@example.org"), ("public", "1"), ("consent", "greenpeace"), ("comment", "not mine")])
            .await;
        world.work().await;
        world.submit(&[("name", "Ada Example"), ("email", "ada@example.org"), ("relation", "customer")]).await;
        let mails = world.mails().await;
        assert_eq!(mails.len(), 2);
        let (mallorys, mine) = (&mails[0], &mails[1]);
        let page = world.get(&mine.link()).await.text();
        assert!(page.contains("Ada Example") && !page.contains("Mallory") && !page.contains("not mine"));
        world.press(&mine.link(), "confirmation").await;
        assert_eq!(world.number("select count(*) as n from consent").await, 0, "no consent but my own");
        assert_eq!(world.number("select count(*) as n from signature where is_public").await, 0);
        assert_eq!(world.count().await, 1);
        assert!(!world.get(CAMPAIGN).await.text().contains("Mallory"));
        assert!(mallorys.text.contains("Mallory Example"), "their mail shows what they typed, so that it can be left alone");
    }

    async fn what_is_confirmed_is_recorded_as_the_page_said_it(world: World) {
        world
            .submit(&[("name", "Ada Example"), ("email", "Ada@Example.org"), ("relation", "customer"), ("consent", "greenpeace"), ("source", "bus-7")])
            .await;
        let link = world.mail_to("Ada@Example.org").await.link();
        world.press(&link, "confirmation").await;
        assert_eq!(world.number("select count(*) as n from consent g join consent_words w on w.partner = g.partner and w.version = g.words_version and w.language = g.language where g.partner = 'greenpeace' and g.source = 'bus-7'").await, 1);
        assert_eq!(world.number("select signatures as n from tally where relation = 'customer' and source = 'bus-7' and version = 1").await, 1);
        assert_eq!(world.number("select count(*) as n from log_entry where kind = 'signed' and position = 0").await, 1);
        assert_eq!(world.number("select count(*) as n from person where email = 'Ada@Example.org' and email_canonical = 'ada@example.org'").await, 1);
    }

    async fn two_people_share_a_mailbox_and_a_third_name_is_told_why_not(world: World) {
        world.sign("Ada Example", "home@example.org").await;
        world.sign("Bo Example", "home@example.org").await;
        assert_eq!(world.count().await, 2);
        world.sign_on("Cy Example", "home@example.org").await;
        assert_eq!(world.mails().await.last().unwrap().kind, "signed_already");
        assert_eq!(world.count().await, 2);
    }

    async fn a_third_name_submitted_before_the_others_confirmed_finds_the_mailbox_full(world: World) {
        for name in ["Ada Example", "Bo Example", "Cy Example"] {
            world.sign_on(name, "home@example.org").await;
        }
        let links: Vec<String> = world.mails().await.iter().map(Read::link).collect();
        for link in &links[..2] {
            world.press(link, "confirmation").await;
        }
        let page = world.press(&links[2], "confirmation").await.text();
        assert_eq!(world.count().await, 2);
        assert!(!page.contains("/confirmation"), "there is no button to press in vain");
    }

    async fn processes_that_confirm_in_the_same_moment_agree_on_who_has_the_places_of_a_mailbox(world: World) {
        for name in ["Ada Example", "Bo Example", "Cy Example"] {
            world.sign_on(name, "home@example.org").await;
        }
        let links: Vec<String> = world.mails().await.iter().map(Read::link).collect();
        let other = world.another_process().await;
        // Each link by both: whoever is second finds what the first has written.
        let pressed = links.iter().flat_map(|link| [(&world, link), (&other, link)]);
        let answers = futures_util::future::join_all(pressed.map(|(world, link)| world.press(link, "confirmation"))).await;
        for answer in answers {
            assert!(!answer.status.is_server_error(), "{}", answer.text());
        }
        assert_eq!(world.count().await, 2);
        assert_eq!(world.number("select count(*) as n from signature where state = 'confirmed'").await, 2);
        assert_eq!(world.number("select count(*) as n from log_entry where kind = 'signed'").await, 2);
        assert_eq!(world.number("select count(*) as n from person where email_canonical = 'home@example.org'").await, 1);
    }

    async fn one_name_a_mailbox_where_the_campaign_says_so(world: World) {
        world.change_campaign(|campaign| campaign.letters[0].names_per_mailbox = 1).await;
        world.sign("Ada Example", "home@example.org").await;
        world.sign_on("Bo Example", "home@example.org").await;
        assert_eq!(world.mails().await.last().unwrap().kind, "signed_already");
        assert_eq!(world.count().await, 1);
    }

    async fn an_unconfirmed_link_expires_and_a_signatures_link_does_not(world: World) {
        let signed = world.sign("Ada Example", "ada@example.org").await;
        world.sign_on("Bo Example", "bo@example.org").await;
        let waiting = world.mail_to("bo@example.org").await.link();
        world.pass(31 * DAY);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from sign_on").await, 0);
        assert_eq!(world.number("select count(*) as n from sign_on_address").await, 0);
        let gone = world.get(&waiting).await;
        assert_eq!(gone.status, StatusCode::GONE);
        assert!(gone.text().contains("action=\"/signatures/links"), "it offers a new link");
        let pressed = world.press(&waiting, "confirmation").await;
        assert_eq!(pressed.status, StatusCode::GONE);
        assert!(world.get(&signed).await.text().contains("Ada Example"));
        assert_eq!(world.count().await, 1);
        world.sign_on("Cy Example", "cy@example.org").await;
        let fresh = world.mail_to("cy@example.org").await.link();
        assert_ne!(fresh, waiting);
        assert_eq!(world.get(&waiting).await.status, StatusCode::GONE, "an old link never opens a new row");
    }

    async fn an_altered_link_explains_itself_and_offers_a_new_one(world: World) {
        world.sign_on("Ada Example", "ada@example.org").await;
        let link = world.mail_to("ada@example.org").await.link();
        for altered in [format!("{link}x"), link[..link.len() - 1].to_owned(), "/signatures/AAAA".to_owned()] {
            let answer = world.get(&altered).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
            assert!(answer.text().contains("action=\"/signatures/links"));
            assert_eq!(world.post(&below(&altered, "confirmation"), &[]).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(world.count().await, 0);
    }

    async fn a_letter_closed_in_the_meantime_is_not_signed(world: World) {
        world.sign_on("Ada Example", "ada@example.org").await;
        let link = world.mail_to("ada@example.org").await.link();
        world.change_campaign(|campaign| campaign.letters[0].status = LetterStatus::Closed).await;
        let page = world.press(&link, "confirmation").await;
        assert!(!page.text().contains("/confirmation"));
        assert_eq!(world.count().await, 0);
    }

    async fn it_wasnt_me_deletes_what_waits(world: World) {
        world.sign_on("Mallory Example", "ada@example.org").await;
        let link = world.mail_to("ada@example.org").await.link();
        let page = world.press(&link, "withdrawal").await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(world.number("select count(*) as n from sign_on").await, 0);
        assert_eq!(world.get(&link).await.status, StatusCode::GONE);
        assert_eq!(world.count().await, 0);
    }
}
