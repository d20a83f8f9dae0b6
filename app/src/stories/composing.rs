//! The composer’s choices: another target, several at once, the ways that whoever has signed is offered.

use super::posts::{between, links, shown};
use super::stories;
use super::world::{CAMPAIGN, World, read};
use crate::campaigns::definition::{Status, Target};
use crate::clock::SECOND;
use axum::http::StatusCode;

const OTHERS: [&str; 8] =
    ["bluesky", "mastodon", "threads", "linkedin", "facebook", "whatsapp", "telegram", "reddit"];

stories! {
    async fn whoever_chooses_a_target_whom_the_post_is_not_for_sees_the_first_that_is(world: World) {
        world.change_campaign(|campaign| {
            campaign.posts[0].to = vec!["ceo".to_owned()];
            campaign.targets.extend((0..6).map(|number| {
                let name = campaign.languages.iter().map(|one| (one.clone(), format!("Speaker {number}"))).collect();
                Target { slug: format!("speaker-{number}"), kind: "speaker".to_owned(), name, ..Target::default() }
            }));
        }).await;
        let page = world.get(&format!("{CAMPAIGN}/posts/in-public?target=marc-benioff&network=threads")).await.text();
        let form = between(&page, "<form method=\"get\" action=\"", "</form>");
        let (action, _) = form.split_once('"').unwrap();
        assert!(form.contains("name=\"network\" value=\"threads\"") && form.contains("<option value=\"speaker-3\""), "{form}");
        for target in ["al-gore", "speaker-3"] {
            let other = world.get(&format!("{action}?network=threads&target={target}")).await;
            assert_eq!(other.status, StatusCode::OK, "{target}");
            assert!(other.text().contains("The post you were at is not for <bdi>"), "{}", other.text());
            assert!(shown(&other).starts_with("The software praised at Dreamforce"), "{}", shown(&other));
            assert!(other.text().contains(&format!("/posts/no-wall/threads?target={target}")), "the link is that of the words");
        }
        let kept = world.get(&format!("{CAMPAIGN}/posts/no-wall?network=threads&target=speaker-3")).await.text();
        assert!(!kept.contains("The post you were at"), "a post that is for them stays");
        for path in ["/posts/nothing?target=al-gore", "/posts/in-public?target=nobody", "/posts/in-public/x?target=al-gore"] {
            assert_eq!(world.get(&format!("{CAMPAIGN}{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn a_mail_or_message_to_several_goes_to_all_whose_address_is_known(world: World) {
        world.change_campaign(|campaign| {
            for (place, slug) in [(1, "gore"), (2, "grenier")] {
                campaign.targets[place].email = Some(format!("{slug},office@example.org"));
                campaign.targets[place].phone = Some(format!("+1415555010{place}"));
            }
        }).await;
        let page = async |rest: &str| world.get(&format!("{CAMPAIGN}/posts/no-wall?{rest}")).await.text();
        let mail = page("target=three-speakers&network=email").await;
        assert!(mail.contains("href=\"mailto:gore%2Coffice@example.org,grenier%2Coffice@example.org?subject="), "{mail}");
        assert!(mail.contains("data-direct=\"mailto:gore%2Coffice@example.org,grenier%2Coffice@example.org?subject="), "own words too");
        assert!(mail.contains("No mail address is known here of <bdi>will.i.am</bdi>"), "{mail}");
        let message = page("target=three-speakers&network=sms").await;
        assert!(message.contains("href=\"sms:+14155550101,+14155550102?body="), "{message}");
        assert!(message.contains("No telephone number is known here of <bdi>will.i.am</bdi>"));
        let one = page("target=al-gore&network=email").await;
        assert!(one.contains("href=\"mailto:gore%2Coffice@example.org?subject=") && !one.contains("is known here of"));
        assert!(page("target=marc-benioff&network=email").await.contains("of <bdi>Marc Benioff</bdi>"));
        assert!(!page("target=three-speakers&network=x").await.contains("is known here of"));
    }

    async fn an_address_of_several_in_common_is_the_one_that_is_written_to(world: World) {
        world.change_campaign(|campaign| {
            campaign.targets[1].email = Some("gore@example.org".to_owned());
            campaign.targets[4].email = Some("speakers@example.org".to_owned());
        }).await;
        let page = world.get(&format!("{CAMPAIGN}/posts/no-wall?target=three-speakers&network=email")).await.text();
        assert!(page.contains("href=\"mailto:speakers@example.org?subject=") && !page.contains("is known here of"), "{page}");
    }

    async fn whoever_has_signed_sees_the_words_and_is_one_tap_from_every_network_and_the_source_goes_along(world: World) {
        let form = [("name", "Ada Example"), ("email", "ada@example.org"), ("source", "poster-7")];
        let inbox = world.submit(&form).await.location();
        assert!(inbox.ends_with("/inbox?source=poster-7"), "{inbox}");
        let page = world.get(&inbox).await.text();
        let link = world.mail_to("ada@example.org").await.link();
        assert!(!world.get(&link).await.text().contains("class=\"ways\""), "first things first");
        let confirmed = world.press(&link, "confirmation").await.text();
        let words = "Your customers ask in public, @Benioff: end the contract";
        for page in [&page, &confirmed, &world.get(&format!("{CAMPAIGN}?source=poster-7")).await.text()] {
            assert!(between(page, "<blockquote dir=\"auto\">", "</blockquote>").starts_with(words), "the words are seen first: {page}");
            let straight = |network: &str| format!("{CAMPAIGN}/posts/in-public/{network}?target=marc-benioff&source=poster-7");
            let button = between(page.split_once("<div class=\"send\">").unwrap().1, "href=\"", "\"");
            assert_eq!(button, straight("x"));
            let ways = links(page, "class=\"ways\"");
            assert_eq!(ways[..8], OTHERS.map(straight));
            assert!(ways[8].starts_with("mailto:?subject=Your%20customers") && ways[9].starts_with("sms:?body=Your%20customers"), "{ways:?}");
            let composer = format!("{CAMPAIGN}/posts/in-public?target=marc-benioff");
            assert_eq!(ways[10..], ["copy", "x"].map(|way| format!("{composer}&network={way}&source=poster-7")));
            for way in ways[..8].iter().filter(|way| !way.contains("/mastodon?")) {
                assert_eq!(world.get(way).await.status, StatusCode::SEE_OTHER, "one tap leads out: {way}");
            }
        }
        let again = world.post(&between(&page, "<form method=\"post\" action=\"", "\""), &[("email", "ada@example.org"), ("letter", "dropsalesforce/drop-the-contract")]).await;
        assert!(again.location().ends_with("&again=1&source=poster-7"), "{}", again.location());
        let odd = world.submit(&[("name", "Bo Example"), ("email", "bo@example.org"), ("source", "<b>")]).await;
        assert!(odd.location().ends_with("/inbox"), "{}", odd.location());
        world.change_campaign(|campaign| campaign.status = Status::Draft).await;
        assert!(!world.get(&link).await.text().contains("class=\"ways\""), "a draft has none to lead to");
    }

    async fn of_a_parameter_that_stands_twice_the_first_holds(world: World) {
        let path = format!("{CAMPAIGN}/posts/no-wall?target=al-gore&target=marc-benioff&network=bluesky&network=x&lang=es&lang=en&source=a&source=b");
        let page = world.get(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains("lang=\"es\"") && page.text().contains("/no-wall/bluesky?target=al-gore&#38;lang=es&#38;source=a\""), "{}", page.text());
        assert_eq!(world.get(&format!("{CAMPAIGN}/posts/no-wall/x?target=al-gore&target=nobody")).await.status, StatusCode::SEE_OTHER);
        let card = async |query: &str| world.get(&format!("{CAMPAIGN}/card.png?{query}")).await.body;
        assert_eq!(card("target=al-gore&target=nobody").await, card("target=al-gore").await);
        let oembed = "/oembed?url=https%3A%2F%2Fletter.example.org%2Fcampaigns%2Fdropsalesforce&format=json&format=xml&maxwidth=600&maxwidth=9000";
        assert_eq!(world.get(oembed).await.status, StatusCode::OK);
        assert!(!world.get(oembed).await.text().contains("thumbnail"));
    }

    async fn the_server_alone_says_what_the_name_of_a_server_is(world: World) {
        let said = async |typed: &str| {
            let answer = world.post("/servers", &[("server", typed)]).await;
            assert_eq!((answer.status, answer.headers["cache-control"].as_bytes()), (StatusCode::OK, &b"no-store"[..]));
            serde_json::from_slice::<serde_json::Value>(&answer.body).unwrap()["server"].clone()
        };
        assert_eq!(said(" Mastodon.Social ").await, "mastodon.social");
        assert_eq!(said("my-own.duckdns.org").await, "my-own.duckdns.org");
        for typed in ["", "fritz.box", "host.svc", "a.invented", "127.0.0.1", "user@mastodon.social", "mastodon.social/share"] {
            assert!(said(typed).await.is_null(), "{typed}");
        }
        assert_eq!(world.get("/servers").await.status, StatusCode::METHOD_NOT_ALLOWED);
    }

    async fn the_words_have_a_label_that_is_seen(world: World) {
        let page = world.get(&format!("{CAMPAIGN}/posts")).await.text();
        assert!(page.contains("<label for=\"words\">What it says</label>") && page.contains("<textarea id=\"words\""), "{page}");
        assert!(page.contains("<p class=\"unseen\" role=\"status\" data-spoken></p>"), "what is counted is read out there, after a pause");
        assert!(!between(&page, "id=\"length\"", "</p>").contains("aria-live"));
    }

    async fn names_and_roles_stand_between_the_commas_of_their_language(world: World) {
        let folder = crate::stories::checkout().join("e2e/campaigns/arabic");
        let definition = read(&folder);
        let slug = definition.slug.clone();
        world.import(definition).await;
        world.pass(SECOND);
        let page = world.get(&format!("/campaigns/{slug}/posts?target=amal")).await.text();
        let whom = between(&page, "<p class=\"kicker\">", "</p>");
        assert!(whom.contains("، <bdi>") && !whom.contains(", "), "{whom}");
    }
}
