//! Share cards: the picture and the words that others see of a shared link.

use super::stories;
use super::world::{Answer, CAMPAIGN, World};
use crate::clock::MINUTE;
use axum::body::Body;
use axum::http::{Request, StatusCode};

/// What a `meta` of the page says.
fn meta(page: &Answer, name: &str) -> String {
    let page = page.text();
    let after = page.split(&format!("\"{name}\" content=\"")).nth(1).unwrap_or_else(|| panic!("no {name}"));
    after.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&")
}

/// A path of this instance, out of one of its absolute URLs.
fn path(url: &str) -> String {
    url.strip_prefix("https://letter.example.org").expect("an absolute URL of ours").to_owned()
}

fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(png.get(..8), Some(&b"\x89PNG\r\n\x1a\n"[..]));
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

stories! {
    async fn a_shared_page_shows_a_card_with_its_words_and_its_count(world: World) {
        world.sign("Ada Example", "ada@example.org").await;
        world.count().await;
        let page = world.get(CAMPAIGN).await;
        let card = world.get(&path(&meta(&page, "og:image"))).await;
        assert_eq!((card.status, card.headers["content-type"].to_str().unwrap()), (StatusCode::OK, "image/png"));
        assert_eq!(size(&card.body), (1200, 630));
        assert!(card.body.len() <= 300 * 1024, "{} bytes", card.body.len());
        assert_eq!((meta(&page, "og:image:width"), meta(&page, "og:image:height")), ("1200".to_owned(), "630".to_owned()));
        let alt = meta(&page, "og:image:alt");
        assert!(alt.contains("Drop the border contract") && alt.contains("One person has signed"), "{alt}");
        let known = world
            .request(Request::get(path(&meta(&page, "og:image"))).header("if-none-match", &card.headers["etag"]).body(Body::empty()).unwrap())
            .await;
        assert_eq!(known.status, StatusCode::NOT_MODIFIED);
    }

    async fn a_card_follows_the_count_and_has_an_address_of_its_own_for_each(world: World) {
        let before = world.get(CAMPAIGN).await;
        let first = world.get(&path(&meta(&before, "og:image"))).await;
        world.sign("Ada Example", "ada@example.org").await;
        world.count().await;
        let after = world.get(CAMPAIGN).await;
        assert_ne!(meta(&before, "og:image"), meta(&after, "og:image"), "networks keep a picture by its address");
        world.pass(MINUTE);
        let second = world.get(&path(&meta(&after, "og:image"))).await;
        assert_ne!(first.body, second.body);
        world.pass(MINUTE);
        assert_eq!(world.get(&path(&meta(&after, "og:image"))).await.body, second.body, "nobody has signed since");
        world.change_campaign(|campaign| campaign.texts.get_mut("en").unwrap().title = "Another headline".to_owned()).await;
        assert_ne!(world.get(&path(&meta(&after, "og:image"))).await.body, second.body, "new words show at once");
    }

    async fn each_language_and_target_has_a_card_of_its_own(world: World) {
        let card = async |query: &str| world.get(&format!("{CAMPAIGN}/card.png{query}")).await;
        let cards = [card("").await, card("?lang=es").await, card("?target=marc-benioff").await, card("?target=al-gore").await];
        for (one, place) in cards.iter().zip(1..) {
            assert_eq!(one.status, StatusCode::OK);
            assert!(cards[place..].iter().all(|other| other.body != one.body), "card {place} is another's");
        }
        assert_eq!(card("?target=nobody").await.status, StatusCode::NOT_FOUND);
        assert_eq!(card("?lang=xx").await.body, cards[0].body, "an unknown language is the campaign's own");
        let composer = world.get(&format!("{CAMPAIGN}/posts?target=marc-benioff&lang=es")).await;
        assert!(meta(&composer, "og:image").contains("lang=es&target=marc-benioff"), "{}", meta(&composer, "og:image"));
        assert!(meta(&composer, "og:image:alt").contains("Benioff"));
        assert!(meta(&composer, "twitter:image:alt").contains("Benioff"));
        let letter = world.letter().await;
        assert_eq!(world.head(&format!("{letter}/card.png")).await.status, StatusCode::OK);
        assert_eq!(world.get("/campaigns/nothing/card.png").await.status, StatusCode::NOT_FOUND);
    }

    async fn oembed_says_what_a_page_is_and_keeps_to_the_size_that_was_asked_for(world: World) {
        let page = world.get(CAMPAIGN).await.text();
        let link = page.split("application/json+oembed\" href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
        let answer = world.get(&path(&link)).await;
        assert_eq!(answer.status, StatusCode::OK);
        let json: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!((json["version"].as_str(), json["type"].as_str()), (Some("1.0"), Some("link")));
        assert_eq!(json["title"], "Drop the border contract");
        assert_eq!(world.get(&path(json["thumbnail_url"].as_str().unwrap())).await.status, StatusCode::OK);
        let small = world.get(&(path(&link) + "&maxwidth=600")).await;
        assert!(!small.text().contains("thumbnail"));
        let post = "https%3A%2F%2Fletter.example.org%2Fcampaigns%2Fdropsalesforce%2Fposts%3Ftarget%3Dmarc-benioff";
        assert!(world.get(&format!("/oembed?url={post}")).await.text().contains("target=marc-benioff"));
        let status = async |query: &str| world.get(&format!("/oembed?{query}")).await.status;
        assert_eq!(status("url=https%3A%2F%2Felsewhere.example%2Fcampaigns%2Fdropsalesforce").await, StatusCode::NOT_FOUND);
        assert_eq!(status("url=https%3A%2F%2Fletter.example.org%2Fsignatures%2Flinks").await, StatusCode::NOT_FOUND);
        assert_eq!(status("").await, StatusCode::NOT_FOUND);
        let page = "url=https%3A%2F%2Fletter.example.org%2Fcampaigns%2Fdropsalesforce";
        for there in ["", "%2F", "%2Fposts", "%2Fposts%2Fno-wall", "%2Fposts%2Fno-wall%3Ftarget%3Dal-gore", "%2Fletters%2Fdrop-the-contract"] {
            assert_eq!(status(&format!("{page}{there}")).await, StatusCode::OK, "{there}");
        }
        for nowhere in ["%2Fposts%2Fnothing", "%2Fletters%2Fnothing", "%2Fletters", "%2Fposts%2Fno-wall%2Fx", "%2Fletters%2Fdrop-the-contract%2Finbox", "%2Fposts%2Fno-wall%3Ftarget%3Dnobody"] {
            assert_eq!(status(&format!("{page}{nowhere}")).await, StatusCode::NOT_FOUND, "{nowhere}");
        }
        assert_eq!(status(&format!("url={post}&format=xml")).await, StatusCode::NOT_IMPLEMENTED);
    }

    async fn nobody_is_called_by_empty_boxes(world: World) {
        world.change_campaign(|campaign| {
            for (place, name) in [(1, "አበበ ቢቂላ"), (2, "সত্যজিৎ রায়")] {
                campaign.targets[place].name.values_mut().for_each(|known| name.clone_into(known));
            }
        }).await;
        let card = async |query: &str| world.get(&format!("{CAMPAIGN}/card.png{query}")).await.body;
        let plain = card("").await;
        assert_eq!(card("?target=al-gore").await, plain, "no face has Ethiopic");
        assert_ne!(card("?target=adrian-grenier").await, plain, "Bengali is drawn");
    }
}
