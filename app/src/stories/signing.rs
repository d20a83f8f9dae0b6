//! Submitting the form: what is taken, what is asked again, and what never shows.

use super::stories;
use super::world::{Answer, CAMPAIGN, Read, World};
use crate::campaigns::definition::LetterStatus;
use crate::clock::{DAY, SECOND};
use axum::body::Body;
use axum::http::{Request, StatusCode};

stories! {
    async fn a_visitor_signs_confirms_and_the_count_rises(world: World) {
        assert_eq!(world.count().await, 0);
        let answer = world.sign_on("Ada Example", "ada@example.org").await;
        assert_eq!(answer.location(), format!("{}/inbox", world.letter().await));
        assert!(answer.headers.get("set-cookie").is_none());
        assert_eq!(world.count().await, 0, "a sign-on is not a signature");
        let mail = world.mail_to("ada@example.org").await;
        assert!(mail.text.contains("Ada Example"));
        let page = world.get(&mail.link()).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains("Ada Example"));
        assert_eq!(world.count().await, 0, "looking changes nothing");
        let done = world.press(&mail.link(), "confirmation").await;
        assert_eq!(done.status, StatusCode::OK);
        assert_eq!(world.count().await, 1);
        assert!(world.get(CAMPAIGN).await.text().contains("Ada Example"));
    }

    async fn name_and_email_are_enough_and_a_name_stays_hidden_unless_it_is_to_be_shown(world: World) {
        let answer = world.submit(&[("name", "Bo Hidden"), ("email", "bo@example.org")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let link = world.mail_to("bo@example.org").await.link();
        world.press(&link, "confirmation").await;
        assert_eq!(world.count().await, 1);
        assert!(!world.get(CAMPAIGN).await.text().contains("Bo Hidden"));
    }

    async fn new_repeated_and_over_cap_submissions_are_answered_alike(world: World) {
        let first = world.sign_on("Ada Example", "ada@example.org").await;
        let link = world.mail_to("ada@example.org").await.link();
        world.press(&link, "confirmation").await;
        let repeated = world.sign_on("Ada Example", "ada@example.org").await;
        world.work().await;
        for _ in 0..5 {
            world.sign_on("Ada Example", "ada@example.org").await;
            world.work().await;
        }
        let over_cap = world.sign_on("Ada Example", "ada@example.org").await;
        let stranger = world.sign_on("Zed Example", "zed@example.org").await;
        assert_eq!(first.bytes_but_id_and_date(), repeated.bytes_but_id_and_date());
        assert_eq!(first.bytes_but_id_and_date(), over_cap.bytes_but_id_and_date());
        assert_eq!(first.bytes_but_id_and_date(), stranger.bytes_but_id_and_date());
        let inbox = |answer: &Answer| answer.location();
        let (a, b) = (world.get(&inbox(&first)).await, world.get(&inbox(&over_cap)).await);
        assert_eq!(a.bytes_but_id_and_date(), b.bytes_but_id_and_date());
        assert!(!a.text().contains("ada@example.org"), "the inbox page names no address");
    }

    async fn an_address_gets_three_mails_a_day_and_more_the_next_day(world: World) {
        for _ in 0..6 {
            world.sign_on("Ada Example", "ada@example.org").await;
        }
        assert_eq!(world.mails().await.len(), 3);
        world.sign_on("Ada Example", "A.d.a+news@example.org").await;
        assert_eq!(world.mails().await.len(), 4, "dots are not the same mailbox at every provider");
        world.sign_on("Ada Example", "ADA+tag@example.org").await;
        assert_eq!(world.mails().await.len(), 4, "case and tags are");
        world.pass(DAY + SECOND);
        world.sign_on("Ada Example", "ada@example.org").await;
        assert_eq!(world.mails().await.len(), 5);
    }

    async fn a_repeat_gets_a_mail_that_says_so_with_the_link_to_what_stands(world: World) {
        let link = world.sign("Ada Example", "ada@example.org").await;
        world.sign_on("ada  EXAMPLE", "Ada+again@example.org").await;
        let mail = world.mails().await.pop().unwrap();
        assert_eq!(mail.kind, "signed_already");
        assert_eq!(mail.to, "ada@example.org", "it goes where the signature was confirmed");
        assert_eq!(mail.link(), link);
    }

    async fn bad_input_keeps_what_was_typed_and_says_what_is_wrong_at_the_field_and_on_top(world: World) {
        let answer = world
            .submit(&[("name", "Ada\u{0}Example"), ("email", "not an address"), ("comment", "typed <b>with care</b>"), ("public", "1")])
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = answer.text();
        assert!(page.contains("value=\"not an address\""), "{page}");
        assert!(page.contains("aria-invalid=\"true\""));
        assert!(page.contains("href=\"#name\"") && page.contains("href=\"#email\""), "the summary leads to the fields");
        assert!(!page.contains("<b>with care</b>"), "nothing typed is markup");
        assert_eq!(world.mails().await.len(), 0);
        assert_eq!(world.number("select count(*) as n from sign_on").await, 0);
    }

    async fn a_typo_is_suggested_once_and_never_changed(world: World) {
        let form = [("name", "Ada Example"), ("email", "ada@gmial.com")];
        let answer = world.submit(&form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("ada@gmail.com"));
        assert!(answer.text().contains("name=\"email_as_typed\" value=\"ada@gmial.com\""), "{}", answer.text());
        let again = world.submit(&[("name", "Ada Example"), ("email", "ada@gmial.com"), ("email_as_typed", "ada@gmial.com")]).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER);
        assert_eq!(world.mails().await[0].to, "ada@gmial.com");
        let between = world.submit(&[("name", ""), ("email", "ada@gmial.com"), ("email_as_typed", "ada@gmial.com")]).await;
        assert!(between.text().contains("name=\"email_as_typed\" value=\"ada@gmial.com\""), "it is asked about once, whatever else is wrong");
    }

    async fn what_was_sent_without_being_asked_for_is_shown_with_its_fault(world: World) {
        world.change_campaign(|campaign| campaign.form.clear()).await;
        assert!(!world.get(CAMPAIGN).await.text().contains("name=\"postal_code\""));
        let answer = world
            .submit(&[("name", ""), ("email", "ada@example.org"), ("postal_code", "94105"), ("country", "zzz"), ("comment", "Hello")])
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = answer.text();
        assert!(page.contains("value=\"94105\"") && page.contains(">Hello</textarea>"), "{page}");
        assert!(page.contains("href=\"#country\"") && page.contains("name=\"country\""));
    }

    async fn a_closed_letter_says_so_and_keeps_the_form(world: World) {
        world.change_campaign(|campaign| campaign.letters[0].status = LetterStatus::Closed).await;
        let page = world.get(CAMPAIGN).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.text().contains("name=\"email\""), "there is no form");
        assert!(page.text().contains("It closed without a signature.") && !page.text().contains("Yours can be the first"));
        let answer = world.submit(&[("name", "Ada Example"), ("email", "ada@example.org")]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert_eq!(world.number("select count(*) as n from sign_on").await, 0);
    }

    async fn whoever_read_other_words_than_now_stand_is_shown_the_new_ones_first(world: World) {
        let seen = |page: &Answer| page.text().split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let read = seen(&world.get(CAMPAIGN).await);
        let form = |seen: &str| [("name", "Ada Example"), ("email", "ada@example.org"), ("seen", seen)].map(|(k, v)| (k.to_owned(), v.to_owned()));
        let send = async |form: [(String, String); 3]| {
            world.submit(&form.each_ref().map(|(k, v)| (k.as_str(), v.as_str()))).await
        };
        assert_eq!(send(form(&read)).await.status, StatusCode::SEE_OTHER);
        world
            .change_campaign(|campaign| campaign.letters[0].texts.get_mut("en").unwrap().body.push_str("\n\nOne more demand.\n"))
            .await;
        let stopped = send(form(&read)).await;
        assert_eq!(stopped.status, StatusCode::CONFLICT);
        assert!(stopped.text().contains("One more demand.") && stopped.text().contains("value=\"Ada Example\""));
        assert!(!stopped.text().contains("aria-invalid"));
        let again = seen(&stopped);
        assert_ne!(again, read);
        assert_eq!(send(form(&again)).await.status, StatusCode::SEE_OTHER);
        world
            .change_campaign(|campaign| {
                campaign.partners[0].consent.insert("en".to_owned(), "Other words of consent.".to_owned());
            })
            .await;
        let path = format!("{}/signatures", world.letter().await);
        let body = [("name", "Ada Example"), ("email", "ada@example.org"), ("seen", &again), ("consent", "greenpeace"), ("relation", "customer")];
        let consent = world.post(&path, &body).await;
        assert_eq!(consent.status, StatusCode::CONFLICT, "a consent's words count too");
        assert!(consent.text().contains("the words of a permission have changed") && !consent.text().contains("letter’s words have changed"));
        let ticked = consent.text().split("value=\"greenpeace\"").nth(1).unwrap().split('>').next().unwrap().contains("checked");
        assert!(!ticked, "nobody has agreed to the new words yet");
        world.change_campaign(|campaign| campaign.relations.retain(|relation| relation.slug != "customer")).await;
        let gone = world.post(&path, &body).await;
        assert!(gone.text().contains("href=\"#relation\""), "a choice that is gone is pointed out");
        assert_eq!(world.number("select count(*) as n from sign_on where letter_version = 1").await, 1);
        assert_eq!(world.number("select count(*) as n from sign_on where letter_version = 2").await, 1);
    }

    async fn a_field_that_stands_twice_or_holds_no_text_loses_nothing(world: World) {
        let path = format!("{}/signatures", world.letter().await);
        let send = async |body: &'static str| world.request(Request::post(&path).body(Body::from(body)).unwrap()).await;
        let twice = send("name=Robin&name=Ada+Example&email=ada%40example.org&consent=greenpeace&consent=").await;
        assert_eq!(twice.status, StatusCode::SEE_OTHER);
        let stored = "select count(*) as n from sign_on where name = 'Ada Example' and consents like '%greenpeace%'";
        assert_eq!(world.number(stored).await, 1, "the last one holds, and consents are all kept");
        let broken = send("name=Ada%FF&email=ada%40example.org&comment=kept").await;
        assert_eq!(broken.status, StatusCode::UNPROCESSABLE_ENTITY, "bytes that are no text are not a name");
        assert!(broken.text().contains("href=\"#name\"") && broken.text().contains("value=\"ada@example.org\""));
    }

    async fn everything_in_the_form_reaches_the_page_escaped(world: World) {
        let name = "<script>alert(1)</script> & \"Ada\"";
        let answer = world.submit(&[("name", name), ("email", "ada@example.org"), ("public", "1")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let mail = world.mail_to("ada@example.org").await;
        assert!(!mail.html.contains("<script>"));
        let private = world.get(&mail.link()).await.text();
        assert!(!private.contains("<script>alert"));
        world.press(&mail.link(), "confirmation").await;
        world.pass(SECOND);
        let page = world.get(CAMPAIGN).await.text();
        assert!(page.contains("&#60;script&#62;alert(1)") && !page.contains("<script>"), "{page}");
    }

    async fn a_form_in_spanish_is_answered_in_spanish_and_so_is_its_mail(world: World) {
        let path = format!("{}/signatures?lang=es", world.letter().await);
        let wrong = world.post(&path, &[("name", ""), ("email", "ana@example.org")]).await;
        assert!(wrong.text().contains("lang=\"es\""));
        let answer = world.post(&path, &[("name", "Ana Ejemplo"), ("email", "ana@example.org")]).await;
        assert_eq!(answer.location(), format!("{}/inbox?lang=es", world.letter().await));
        let mail = world.mail_to("ana@example.org").await;
        assert!(mail.link().ends_with("?lang=es"), "every link carries the language");
        assert!(world.get(&mail.link()).await.text().contains("lang=\"es\""));
    }

    async fn a_hundred_equal_submissions_at_once_and_a_hundred_confirmations_give_one_signature(world: World) {
        let world = std::sync::Arc::new(world);
        let submit = |number: u8| {
            let world = world.clone();
            tokio::spawn(async move {
                let path = format!("{}/signatures", world.letter().await);
                world.post_from([203, 0, 113, number], &path, &[("name", "Ada Example"), ("email", "ada@example.org")]).await
            })
        };
        let submissions: Vec<_> = (0..100).map(submit).collect();
        for submission in submissions {
            assert_eq!(submission.await.unwrap().status, StatusCode::SEE_OTHER);
        }
        let links: Vec<String> = world.mails().await.iter().map(Read::link).collect();
        assert_eq!(links.len(), 3);
        let press = |number: usize| {
            let (world, link) = (world.clone(), links[number % links.len()].clone());
            tokio::spawn(async move { world.press(&link, "confirmation").await })
        };
        let presses: Vec<_> = (0..100).map(press).collect();
        for press in presses {
            assert_eq!(press.await.unwrap().status, StatusCode::OK);
        }
        assert_eq!(world.number("select count(*) as n from signature").await, 1);
        assert_eq!(world.number("select count(*) as n from log_entry").await, 1);
        assert_eq!(world.count().await, 1);
    }

    async fn no_mailbox_gets_more_names_than_its_letter_lets_it_however_many_press_at_once(world: World) {
        let names = ["Ada", "Béla", "Chinwe", "Dolores", "Eun-ji", "Farid", "Greta", "Hiro", "Ines", "Jorge", "Kaja", "Lior"];
        let path = format!("{}/signatures", world.letter().await);
        for (name, number) in names.into_iter().zip(0_u8..) {
            let mailbox = format!("household{}@example.org", number % 4);
            let answer = world.post_from([198, 51, 100, number], &path, &[("name", name), ("email", &*mailbox)]).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
        }
        let links: Vec<String> = world.mails().await.iter().map(Read::link).collect();
        assert_eq!(links.len(), names.len());
        let world = std::sync::Arc::new(world);
        let press = |link: String| {
            let world = world.clone();
            tokio::spawn(async move { world.press(&link, "confirmation").await })
        };
        let presses: Vec<_> = links.iter().cycle().take(8 * links.len()).cloned().map(press).collect();
        for press in presses {
            press.await.unwrap();
        }
        assert_eq!(world.number("select count(*) as n from signature").await, 8, "two of each mailbox");
        assert_eq!(world.number("select count(*) as n from log_entry").await, 8);
        assert_eq!(world.number("select max(position) as n from log_entry").await, 7, "each has its own place");
        assert_eq!(world.count().await, 8);
    }
}
