//! Agreeing to a partner, taking it back under every letter, and agreeing again.

use super::desk::{Clerk, GROUP};
use super::partners::{agree, hidden, taking_part};
use super::stories;
use super::world::{CAMPAIGN, World, below};
use crate::accounts::Role;
use crate::clock::SECOND;
use axum::http::StatusCode;

const STANDING: &str = "select count(*) as n from consent where withdrawn_at is null";

/// A second letter of the reference campaign, with the words of the first.
async fn second_letter(world: &World) {
    world
        .change_campaign(|campaign| {
            let mut second = campaign.letters[0].clone();
            second.slug = "second-letter".to_owned();
            campaign.letters.push(second);
        })
        .await;
}

/// Signs the second letter and agrees to Greenpeace; answers the private link.
async fn agree_again(world: &World, name: &str, email: &str, took: &str) -> String {
    let form = [("name", name), ("email", email), ("consent", "greenpeace"), ("filled_in", took)];
    let answer = world.post(&format!("{CAMPAIGN}/letters/second-letter/signatures"), &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let link = world.mail_to(email).await.link();
    world.press(&link, "confirmation").await;
    link
}

/// The version of the words by which a private page offers Greenpeace.
fn offered(page: &str) -> String {
    let from = page.split("/agreement").nth(1).expect("a partner to agree to");
    hidden(from, "version")
}

stories! {
    async fn who_takes_a_consent_back_under_one_letter_takes_it_back_under_all(world: World) {
        second_letter(&world).await;
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        let first = agree(&world, "Ada Example", &["greenpeace"], "").await;
        let second = agree_again(&world, "Ada Example", "ada.example@example.org", "7123").await;
        agree_again(&world, "Bo Example", "ada.example@example.org", "8377").await;
        let page = green.get(&world, &own).await.text();
        assert_eq!(page.matches("<bdi>Ada Example</bdi>").count(), 1, "one person, one row: {page}");
        assert!(page.contains("2</bdi> people agree") || page.contains("2 people agree"), "{page}");
        let page = world.get(&second).await.text();
        assert_eq!(page.matches("End what").count(), 1, "one button for both: {page}");
        assert!(page.contains("With the letter"), "it lists what was agreed to with the other one: {page}");
        world.pass(SECOND);
        let answer = world.post(&below(&second, "consent"), &[("partner", "greenpeace")]).await;
        assert!(world.get(&answer.location()).await.text().contains("Ended. From now on"));
        for link in [&first, &second] {
            let page = world.get(link).await.text();
            assert_eq!(page.matches("You ended this on").count(), 2, "{page}");
        }
        let page = green.get(&world, &own).await.text();
        assert!(!page.contains("Ada Example"), "{page}");
        assert!(page.contains("Bo Example"), "who shares the mailbox agrees still: {page}");
        assert_eq!(world.number(STANDING).await, 1);
    }

    async fn a_name_that_was_corrected_under_one_letter_is_the_same_person_still(world: World) {
        second_letter(&world).await;
        let first = agree(&world, "Ada Exmaple", &["greenpeace"], "").await;
        agree_again(&world, "Ada Exmaple", "ada.exmaple@example.org", "7123").await;
        world.post(&below(&first, "name"), &[("name", "Ada Example")]).await;
        world.post(&below(&first, "consent"), &[("partner", "greenpeace")]).await;
        assert_eq!(world.number(STANDING).await, 0);
    }

    async fn whoever_did_not_agree_or_took_it_back_can_agree_on_the_private_page(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        let ada = agree(&world, "Ada Example", &["greenpeace"], "").await;
        let nev = agree(&world, "Nev Example", &[], "poster").await;
        assert!(!world.get(&ada).await.text().contains("/agreement"), "who agrees is not asked");
        world.post(&below(&ada, "consent"), &[("partner", "greenpeace")]).await;
        assert!(!green.get(&world, &own).await.text().contains("Ada Example"));
        for link in [&ada, &nev] {
            world.pass(SECOND);
            let page = world.get(link).await.text();
            let version = offered(&page);
            assert!(page.contains("Pass my name and address on to Greenpeace") && page.contains("I agree: "), "{page}");
            let other = world.post(&below(link, "agreement"), &[("partner", "greenpeace"), ("version", "0000")]).await;
            assert!(!world.get(&other.location()).await.text().contains("You agree now"), "other words than were read");
            let form = [("partner", "greenpeace"), ("version", version.as_str())];
            let answer = world.post(&below(link, "agreement"), &form).await;
            world.post(&below(link, "agreement"), &form).await;
            let page = world.get(&answer.location()).await.text();
            assert!(page.contains("You agree now") && page.contains("on this page. Since then"), "{page}");
        }
        assert_eq!(world.number(STANDING).await, 2, "each once, however often it was pressed");
        assert_eq!(
            world.number("select count(*) as n from consent where withdrawn_at is null and page = 'private page' \
                and name = 'Greenpeace' and source = 'poster'").await,
            1
        );
        let page = green.get(&world, &own).await.text();
        assert!(page.contains("Ada Example") && page.contains("Nev Example"), "{page}");
        // The mail to whoever signs again leads there.
        world.submit(&[("name", "Nev Example"), ("email", "nev.example@example.org"), ("consent", "greenpeace")]).await;
        let mail = world.mail_to("nev.example@example.org").await;
        assert!(mail.kind == "signed_already" && mail.text.contains("that page has a button for each"), "{}", mail.text);
        // Who takes the signature back agrees to nobody.
        world.press(&nev, "withdrawal").await;
        let version = offered(&world.get(&agree(&world, "Cy Example", &[], "").await).await.text());
        world.post(&below(&nev, "agreement"), &[("partner", "greenpeace"), ("version", &version)]).await;
        assert_eq!(world.number(STANDING).await, 1);
    }

    async fn who_agrees_anew_belongs_to_the_partnership_that_stands_by_then(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        let ada = agree(&world, "Ada Example", &["greenpeace"], "").await;
        agree(&world, "Bo Example", &["greenpeace"], "").await;
        world.pass(SECOND);
        green.post(&world, &format!("{own}/end"), &[]).await;
        world.work().await;
        assert!(!world.get(&ada).await.text().contains("/agreement"), "nobody agrees to what is over");
        world.pass(SECOND);
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        world.pass(SECOND);
        let version = offered(&world.get(&ada).await.text());
        world.post(&below(&ada, "agreement"), &[("partner", "greenpeace"), ("version", &version)]).await;
        let page = green.get(&world, &own).await.text();
        assert!(page.contains("Ada Example") && !page.contains("Bo Example"), "{page}");
    }

    async fn who_holds_what_is_told_also_when_the_signature_is_withdrawn(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        let ada = agree(&world, "Ada Example", &["greenpeace"], "").await;
        let key = "age1f74fhh2msjlrqxdwa6sc65t3slhtsy6460fl2wv2rut6zgwkzfuqjuzzqj";
        green.post(&world, &format!("{own}/key"), &[("age_key", key)]).await;
        green.post(&world, &format!("{own}/exports"), &[]).await;
        world.work().await;
        let now = world.press(&ada, "withdrawal").await.text();
        for page in [now, world.get(&ada).await.text()] {
            assert!(page.contains("They are in a file that it asked for on"), "{page}");
            assert!(page.contains("Its next file tells it that this has ended"), "{page}");
            assert!(page.contains("does with data") && !page.contains("/agreement"), "{page}");
            assert!(!page.contains("Ada Example"), "nothing else is told: {page}");
        }
    }
}
