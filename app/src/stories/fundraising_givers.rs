//! Those who give, and those who only seem to: what is typed, leaving and coming back, cards that are tried out, and being
//! erased.

use super::fundraising::{
    BUSES, TO_THE_END, change, give_card, mails_of, page, payments, pledge, pledge_of, send,
};
use super::stories;
use super::world::{World, below};
use crate::campaigns::definition::{Fundraiser, FundraiserKind};
use crate::campaigns::importing;
use crate::clock::{DAY, HOUR, MINUTE};
use axum::http::StatusCode;

stories! {
    async fn whoever_gives_twice_is_one_of_the_people_who_gave(world: World) {
        let ada = [("name", "Ada"), ("email", "ada@givers.example"), ("amount", "other"), ("other", "2000"), ("named", "1")];
        pledge(&world, &ada, "works").await;
        pledge_of(&world, "Ada", "Ada@givers.example", "1500", "works").await;
        pledge_of(&world, "Bo", "bo@givers.example", "500", "declines").await;
        let text = page(&world).await;
        assert!(text.contains("USD\u{a0}4,000 of USD\u{a0}3,000 pledged by 2 people"), "{text}");
        assert!(text.contains("And 1 who is not listed."), "Bo: {text}");
        world.pass(TO_THE_END);
        world.work().await;
        let text = page(&world).await;
        assert!(text.contains("USD\u{a0}3,500 of USD\u{a0}3,000 paid by 1 person"), "{text}");
        assert!(!text.contains("not listed"), "{text}");
        let ada = mails_of(&world).await.into_iter().find(|mail| mail.to == "ada@givers.example").unwrap().link();
        world.post(&below(&ada, "erasure"), &[]).await;
        world.work().await;
        assert_eq!(world.number("select count(*) as n from pledge where email like '%ada%'").await, 0);
        assert!(page(&world).await.contains("paid by 1 person"), "nor are they two once nobody knows whose they are");
    }

    async fn who_leaves_the_providers_page_has_pledged_nothing_and_can_come_back(world: World) {
        let answer = send(&world, &[("name", "Ada"), ("email", "ada@givers.example"), ("amount", "50.00")]).await;
        let link = give_card(&world, &answer.location(), "").await;
        let own = world.get(&link).await.text();
        assert!(own.contains("nothing is pledged") && own.contains("Go on to payment"), "{own}");
        assert!(page(&world).await.contains("USD\u{a0}0 of"), "and counts for nothing");
        let again = world.post(&below(&link, "payment"), &[]).await;
        // As long as a page is open there is no other: who has it in two windows uses either.
        for _ in 0..3 {
            assert_eq!(world.post(&below(&link, "payment"), &[]).await.location(), again.location());
        }
        assert_eq!(world.number("select count(*) as n from practice_session").await, 2, "the one that was left, and this");
        give_card(&world, &again.location(), "works").await;
        assert!(world.get(&link).await.text().contains("You pledge USD\u{a0}50."));
        for _ in 0..5 {
            world.post(&below(&link, "payment"), &[]).await;
        }
        world.pass(4 * DAY);
        send(&world, &[("name", "Bo"), ("email", "bo@givers.example"), ("amount", "50.00")]).await;
        world.pass(4 * DAY);
        world.work().await;
        world.pass(2 * HOUR);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from pledge").await, 1, "what was only begun is deleted");
    }

    async fn bad_input_is_said_at_its_field_and_kept(world: World) {
        let long = "x".repeat(241);
        for (form, says) in [
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("amount", "other")], "This is needed."),
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("other", "ten")], "Please write an amount in digits"),
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("other", "4.99")], "The least is USD\u{a0}5."),
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("other", "3000.01")], "more than the whole goal of USD\u{a0}3,000"),
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("other", "5.0011")], "more digits behind the point"),
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("other", "-50")], "Please write an amount in digits"),
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("amount", "50.00"), ("other", "200")], "another amount is typed"),
            (vec![("name", ""), ("email", "ada@givers.example"), ("other", "50")], "This is needed."),
            (vec![("name", "Ada"), ("email", "ada"), ("other", "50")], "Please write it as name@example.org."),
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("other", "50"), ("words", &long)], "At most 240 characters."),
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("other", "50"), ("words", "see https://spam.example")], "without a link"),
        ] {
            let answer = send(&world, &form).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form:?}");
            let text = answer.text();
            assert!(text.contains(says), "{form:?}: {text}");
            for (name, value) in &form {
                assert!(*name == "amount" || value.is_empty() || text.contains(value), "{name} is kept");
            }
        }
        assert_eq!(world.number("select count(*) as n from pledge").await, 0);
        let injected = [("name", "<b>Ada</b>"), ("email", "ada@givers.example"), ("other", "50"), ("named", "1")];
        pledge(&world, &injected, "works").await;
        let text = page(&world).await;
        assert!(text.contains("&#60;b&#62;Ada") && !text.contains("<b>Ada"), "{text}");
    }

    async fn whoever_tries_cards_meets_the_mailbox_and_an_honest_giver_gets_through(world: World) {
        let mut reached = 0;
        for n in 0..1_000_u32 {
            let email = format!("tester{n}@bots.example");
            let form = [("name", "Card"), ("email", email.as_str()), ("amount", "other"), ("other", "5")];
            let [_, b, c, d] = n.to_be_bytes();
            let answer = world.post_from([203, b, c, d], &format!("{BUSES}/pledges"), &form).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
            reached += i32::from(answer.location().contains("/payment"));
        }
        assert!((1..20).contains(&reached), "{reached} pages of the provider’s were opened");
        assert_eq!(world.number("select count(*) as n from practice_session").await, i64::from(reached));
        // Without a script: by mail.
        let form = [("name", "Ada"), ("email", "ada@givers.example"), ("amount", "50.00")];
        let answer = world.post(&format!("{BUSES}/pledges"), &form).await;
        assert_eq!(answer.location(), format!("{BUSES}/inbox"));
        let mail = mails_of(&world).await.into_iter().find(|mail| mail.to == "ada@givers.example").unwrap();
        assert_eq!(mail.kind, "pledge_link");
        let link = mail.link();
        let onward = world.post(&below(&link, "payment"), &[]).await.location();
        give_card(&world, &onward, "works").await;
        assert!(world.get(&link).await.text().contains("You pledge USD\u{a0}50."));
        // With one: by work.
        let text = page(&world).await;
        let asked = text.split("data-work=\"").nth(1).expect("work is asked for").split('"').next().unwrap();
        let work = crate::letters::proof::work(asked, "bo@givers.example");
        let form = [("name", "Bo"), ("email", "bo@givers.example"), ("amount", "50.00"), ("work", work.as_str())];
        let answer = world.post(&format!("{BUSES}/pledges"), &form).await;
        assert!(answer.location().contains("/payment"), "{}", answer.location());
        // It is good for one page.
        for _ in 0..3 {
            let again = world.post(&format!("{BUSES}/pledges"), &form).await;
            assert_eq!(again.location(), format!("{BUSES}/inbox"));
        }
    }

    async fn cards_that_are_tried_at_several_fundraisers_are_seen_together(world: World) {
        world
            .change_campaign(|campaign| {
                for n in 2..=5 {
                    let one = &campaign.fundraisers[0];
                    campaign.fundraisers.push(Fundraiser { slug: format!("buses-{n}"), ..one.clone() });
                }
            })
            .await;
        let mut reached = 0;
        for n in 0..200_u32 {
            let email = format!("tester{n}@bots.example");
            let form = [("name", "Card"), ("email", email.as_str()), ("amount", "other"), ("other", "5")];
            let [_, b, c, d] = n.to_be_bytes();
            let to = if n % 5 == 0 { BUSES.to_owned() } else { format!("{BUSES}-{}", n % 5 + 1) };
            let answer = world.post_from([203, b, c, d], &format!("{to}/pledges"), &form).await;
            reached += i32::from(answer.location().contains("/payment"));
        }
        assert!((1..20).contains(&reached), "{reached} pages of the provider’s were opened");
    }

    async fn neither_honest_givers_nor_cards_that_are_taken_buy_whoever_tries_them_a_page(world: World) {
        let sends = async |n: u32, network: u8, amount: &str| {
            let email = format!("somebody{n}@givers.example");
            let form = [("name", "Somebody"), ("email", email.as_str()), ("amount", "other"), ("other", amount)];
            let [_, _, c, d] = n.to_be_bytes();
            world.post_from([203, network, c, d], &format!("{BUSES}/pledges"), &form).await.location()
        };
        // In the same hour, one after the other.
        for n in 0..30 {
            let between = sends(n, 1, "50").await;
            assert!(between.contains("/payment"), "{n}: {between}");
            give_card(&world, &between, "works").await;
            world.pass(MINUTE);
        }
        let mut reached = 0;
        for n in 0..300 {
            let between = sends(n, 2, "5").await;
            if between.contains("/payment") {
                reached += 1;
                if reached % 3 == 0 {
                    give_card(&world, &between, "works").await;
                }
            }
        }
        assert!((1..20).contains(&reached), "{reached} pages of the provider’s were opened");
    }

    async fn one_network_sends_so_many_pledges_and_a_trapped_program_none(world: World) {
        let form = [("name", "Card"), ("email", "tester@bots.example"), ("other", "5"), ("homepage", "https://spam.example")];
        let answer = send(&world, &form).await;
        assert_eq!(answer.location(), format!("{BUSES}/inbox"), "is told that all went well");
        assert_eq!(world.number("select count(*) as n from pledge").await, 0);
        let form = [("name", "Card"), ("email", "tester@bots.example"), ("other", "5")];
        let mut last = send(&world, &form).await;
        for _ in 0..25 {
            last = send(&world, &form).await;
        }
        assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(last.headers.contains_key("retry-after") && last.text().contains("tester@bots.example"));
    }

    async fn erasing_a_giver_takes_back_what_is_not_charged_and_keeps_the_book(world: World) {
        let ada = pledge_of(&world, "Ada Lovelace", "ada@givers.example", "2000", "works").await;
        pledge_of(&world, "Bo", "bo@givers.example", "1000", "works").await;
        // Whoever fills in the form can type anybody's address: their link opens nothing else of it.
        let mallory = send(&world, &[("name", "Mallory"), ("email", "ada@givers.example"), ("other", "5")]).await;
        let mallory = mallory.location().trim_end_matches("/payment").to_owned();
        for rest in ["export.json", "erasure", "gifts"] {
            assert_eq!(world.get(&below(&mallory, rest)).await.status, StatusCode::NOT_FOUND, "{rest}");
        }
        assert_eq!(world.post(&below(&mallory, "erasure"), &[]).await.status, StatusCode::NOT_FOUND);
        assert!(page(&world).await.contains("USD\u{a0}3,000 of USD\u{a0}3,000"));
        assert!(world.get(&ada).await.text().contains("The mails about your pledge have a link"));
        let ada = mails_of(&world).await.into_iter().find(|mail| mail.to == "ada@givers.example").unwrap().link();
        let export = world.get(&below(&ada, "export.json")).await.text();
        assert!(export.contains("Ada Lovelace") && export.contains("200000"), "{export}");
        let answer = world.post(&below(&ada, "erasure"), &[]).await;
        assert!(answer.status.is_success() || answer.status.is_redirection(), "{}", answer.text());
        world.work().await;
        let left = world.number("select count(*) as n from pledge where name like 'Ada%' or email like 'ada%' or payer is not null and name = ''").await;
        assert_eq!(left, 0);
        let text = page(&world).await;
        assert!(text.contains("USD\u{a0}1,000 of USD\u{a0}3,000 pledged by 1 person"), "{text}");
        world.pass(TO_THE_END);
        world.work().await;
        assert_eq!(payments(&world).await, 0, "who was erased is not charged");
    }

    async fn who_is_erased_between_form_and_card_keeps_nobody_else_waiting(world: World) {
        pledge_of(&world, "Bo", "bo@givers.example", "3000", "works").await;
        let cy = pledge_of(&world, "Cy", "cy@givers.example", "50", "works").await;
        send(&world, &[("name", "Cy"), ("email", "cy@givers.example"), ("other", "60")]).await;
        let mail = mails_of(&world).await.into_iter().find(|mail| mail.to == "cy@givers.example").unwrap();
        world.post(&below(&mail.link(), "erasure"), &[]).await;
        world.work().await;
        assert!(world.get(&cy).await.status.is_success());
        world.pass(TO_THE_END);
        world.work().await;
        assert_eq!(payments(&world).await, 1);
        assert!(page(&world).await.contains("The goal was reached"));
        world.pass(4 * DAY);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from pledge where state = 'begun'").await, 0);
    }

    async fn the_statement_of_who_was_erased_shows_nobodys_gifts(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        pledge_of(&world, "Bo", "bo@givers.example", "20", "works").await;
        pledge_of(&world, "Ada", "ada@givers.example", "50", "works").await;
        let mails = mails_of(&world).await;
        let link = |to: &str| mails.iter().rev().find(|mail| mail.to == to).unwrap().link();
        let (ada, bo) = (link("ada@givers.example"), link("bo@givers.example"));
        assert!(world.get(&below(&ada, "gifts")).await.text().contains("USD\u{a0}50"));
        for one in [&ada, &bo] {
            world.post(&below(one, "erasure"), &[]).await;
        }
        world.work().await;
        for one in [&ada, &bo] {
            let own = world.get(one).await.text();
            assert!(!own.contains("/gifts"), "{own}");
            let gifts = world.get(&below(one, "gifts")).await;
            assert_eq!(gifts.status, StatusCode::NOT_FOUND, "{}", gifts.text());
        }
        assert!(page(&world).await.contains("USD\u{a0}70"), "the book keeps what came");
    }

    async fn the_statement_names_each_gift_by_its_own_campaign(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        let mut second = importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap();
        second.slug = "second".to_owned();
        second.fundraisers[0].title.insert("en".to_owned(), "A hospital ship".to_owned());
        world.import(second).await;
        pledge_of(&world, "Ada", "ada@givers.example", "50", "works").await;
        let form = [("name", "Ada"), ("email", "ada@givers.example"), ("other", "20")];
        let between = world.post("/campaigns/second/fundraisers/buses/pledges", &form).await.location();
        give_card(&world, &between, "works").await;
        let receipts: Vec<_> = mails_of(&world).await.into_iter().filter(|mail| mail.kind == "pledge_receipt").collect();
        assert_eq!(receipts.len(), 2);
        for mail in receipts {
            let gifts = world.get(&below(&mail.link(), "gifts")).await.text();
            assert_eq!(gifts.matches("A hospital ship").count(), 1, "{gifts}");
        }
    }
}
