//! "Send it again", and the mails of mailboxes that several people share.

use super::stories;
use super::world::{CAMPAIGN, Read, World, below};
use crate::clock::{DAY, HOUR};
use axum::http::StatusCode;

/// Asks for the links of an address, of the reference letter or of every one.
async fn ask(world: &World, email: &str, letter: Option<&str>) -> Read {
    let mut form = vec![("email", email)];
    form.extend(letter.map(|letter| ("letter", letter)));
    let answer = world.post("/signatures/links", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let mail = world.mails().await.pop().expect("a mail");
    assert_eq!(mail.kind, "link_again");
    mail
}

/// As the inbox page's form names the reference letter.
async fn slugs(world: &World) -> String {
    world.letter().await.trim_start_matches("/campaigns/").replace("/letters/", "/")
}

/// What stands below a link in a mail: the page that it opens.
async fn pages(world: &World, mail: &Read) -> Vec<String> {
    let mut pages = Vec::new();
    for link in mail.links() {
        pages.push(world.get(&link).await.text());
    }
    pages
}

pub async fn two_letters(world: &World) {
    world
        .change_campaign(|campaign| {
            let mut other = campaign.letters[0].clone();
            other.slug = "another-letter".to_owned();
            other.texts.get_mut("en").unwrap().title = "Another letter".to_owned();
            campaign.letters.push(other);
        })
        .await;
}

stories! {
    async fn send_it_again_lists_both_of_a_household_and_whoever_still_waits(world: World) {
        world.sign("Ada Example", "home@example.org").await;
        world.sign("Bo Example", "home@example.org").await;
        world.pass(DAY + HOUR);
        world.change_campaign(|campaign| campaign.letters[0].names_per_mailbox = 3).await;
        world.sign_on("Cy Example", "Home@example.org").await;
        let before = world.mails().await.len();
        for letter in [Some(slugs(&world).await), None] {
            let mail = ask(&world, "home@example.org", letter.as_deref()).await;
            let pages = pages(&world, &mail).await;
            assert_eq!(pages.len(), 3, "{}", mail.text);
            for (page, name) in pages.iter().zip(["Ada Example", "Bo Example", "Cy Example"]) {
                assert!(page.contains(name));
            }
            assert!(pages[2].contains("/confirmation") && !pages[0].contains("/confirmation"));
            assert_eq!(mail.to, "home@example.org", "it goes where the first confirmed");
            for part in [&mail.text, &mail.html] {
                assert!(part.contains("Ada Example: signed on") && part.contains("Cy Example: not confirmed yet"), "{part}");
                assert!(!part.contains("has signed the open letter") && !part.contains("again. It was signed"), "{part}");
            }
        }
        assert_eq!(world.mails().await.len(), before + 2, "one mail each time, whatever it lists");
    }

    async fn a_strangers_submissions_never_hide_mine_when_i_ask_again(world: World) {
        world.sign_on("Ada Example", "ada@example.org").await;
        for number in 0..12 {
            world.sign_on(&format!("Mallory {number}"), "ada+mallory@example.org").await;
        }
        world.work().await;
        world.pass(DAY + HOUR);
        let mail = ask(&world, "ada@example.org", None).await;
        assert_eq!(mail.links().len(), 8);
        assert_eq!(mail.to, "ada@example.org", "a tag that a stranger added leads nothing astray");
        let own = pages(&world, &mail).await;
        assert!(own[0].contains("Mallory 11"), "the newest first");
        assert!(own[7].contains("Ada Example") && own[7].contains("/confirmation"));
        assert!(mail.text.contains("More wait than are listed here"), "{}", mail.text);
        for link in &mail.links()[..7] {
            world.press(link, "withdrawal").await;
        }
        let mail = ask(&world, "ada@example.org", None).await;
        assert_eq!(mail.links().len(), 6, "deleted ones make room for the others");
        world.press(&mail.links()[5], "confirmation").await;
        assert!(world.get(CAMPAIGN).await.text().contains("Ada Example"));
        let mail = ask(&world, "ada@example.org", None).await;
        assert!(pages(&world, &mail).await[0].contains("/withdrawal"), "what stands comes first");
    }

    async fn what_was_confirmed_or_expired_or_withdrawn_no_longer_waits(world: World) {
        let link = world.sign("Ada Exmaple", "ada@example.org").await;
        world.sign_on("ada EXMAPLE", "ada@example.org").await;
        world.post(&below(&link, "name"), &[("name", "Ada Example")]).await;
        let mail = ask(&world, "ada@example.org", None).await;
        assert_eq!(mail.links()[0], link);
        assert_eq!(mail.links().len(), 2, "under the earlier name one still waits: {}", mail.text);
        world.press(&link, "withdrawal").await;
        world.pass(30 * DAY);
        world.post("/signatures/links", &[("email", "ada@example.org")]).await;
        let mails = world.mails().await;
        assert!(mails.iter().all(|mail| mail.kind != "link_again"), "nothing is left to send, nor to read");
    }

    async fn the_list_is_right_by_the_time_its_mail_is_written(world: World) {
        world.sign_on("Ada Example", "ada@example.org").await;
        let first = world.mail_to("ada@example.org").await.link();
        let asked = ask(&world, "ada@example.org", None).await;
        assert!(asked.text.contains("Ada Example: not confirmed yet"));
        world.press(&first, "confirmation").await;
        let written = world.mails().await.pop().unwrap();
        assert_eq!(written.link(), first);
        assert!(written.text.contains("Ada Example: signed on") && !written.text.contains("not confirmed"));
    }

    async fn without_a_letter_named_all_letters_are_listed_each_by_its_title(world: World) {
        two_letters(&world).await;
        world.sign("Ada Example", "ada@example.org").await;
        let other = format!("{CAMPAIGN}/letters/another-letter/signatures");
        world.post(&other, &[("name", "Ada Example"), ("email", "ada@example.org")]).await;
        let of_one = ask(&world, "ada@example.org", Some(&slugs(&world).await)).await;
        assert_eq!(of_one.links().len(), 1);
        assert!(!of_one.text.contains("Another letter"));
        world.pass(DAY + HOUR);
        let of_all = ask(&world, "ada@example.org", None).await;
        assert_eq!(of_all.links().len(), 2);
        assert!(of_all.text.contains("Another letter\nAda Example: not confirmed yet"), "{}", of_all.text);
    }

    async fn the_mail_to_whoever_asked_again_speaks_the_language_it_was_asked_in(world: World) {
        world.sign_on("Ada Example", "ada@example.org").await;
        world.post("/signatures/links?lang=es", &[("email", "ada@example.org")]).await;
        let mail = world.mails().await.pop().unwrap();
        assert!(mail.text.contains("Ada Example: sin confirmar"), "{}", mail.text);
        assert!(mail.link().ends_with("?lang=es"));
    }

    async fn a_further_name_at_a_full_mailbox_is_told_who_signed_and_what_can_be_done(world: World) {
        let ada = world.sign("Ada Example", "home@example.org").await;
        let bo = world.sign("Bo Example", "home@example.org").await;
        world.pass(DAY + HOUR);
        world.sign_on("Cy Example", "home@example.org").await;
        let mail = world.mails().await.pop().unwrap();
        assert_eq!(mail.links(), [ada, bo.clone()]);
        for part in [&mail.text, &mail.html] {
            assert!(part.contains("Cy Example") && part.contains("takes 2 names from a mailbox"), "{part}");
            assert!(part.contains("Ada Example: signed on") && part.contains("Bo Example: signed on"));
            assert!(!part.contains("nothing has changed: one signature") && !part.contains("Here is your signature"));
            assert!(part.contains("https://letter.example.org/campaigns/dropsalesforce"), "where another address can sign");
        }
        world.press(&bo, "withdrawal").await;
        let freed = world.mails().await.pop().unwrap();
        assert!(freed.text.contains("It counts once you confirm it"), "by then there is room: {}", freed.text);
        world.press(&freed.link(), "confirmation").await;
        assert!(world.get(CAMPAIGN).await.text().contains("Cy Example"));
        assert_eq!(world.count().await, 2);
    }
}
