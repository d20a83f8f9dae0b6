//! The public pages: what they carry, how they are kept, and what they never ask for.

use super::stories;
use super::world::{CAMPAIGN, World};
use crate::clock::SECOND;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use broadside_db::Connection;
use std::time::Duration;

/// Takes every connection for reading, so that whoever asks for one waits.
async fn every_connection(world: &World) -> Vec<Connection> {
    let mut held = Vec::new();
    while let Ok(connection) = tokio::time::timeout(Duration::from_millis(200), world.db().read()).await {
        held.push(connection.unwrap());
    }
    held
}

stories! {
    async fn what_is_in_memory_is_served_on_when_the_database_is_gone(world: World) {
        world.sign("Ada Example", "ada@example.org").await;
        assert_eq!(world.count().await, 1);
        let page = world.get(CAMPAIGN).await;
        world.db().close().await;
        world.pass(SECOND);
        assert_eq!(world.get(CAMPAIGN).await.text(), page.text(), "it says from when its count is");
        assert_eq!(world.get(&format!("{CAMPAIGN}/count.json")).await.status, StatusCode::OK);
        let answer = world.submit(&[("name", "Bo Example"), ("email", "bo@example.org")]).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(answer.text().contains("value=\"Bo Example\""), "what was typed is kept");
        assert!(answer.headers.contains_key("retry-after"));
    }

    async fn a_silent_database_keeps_nobody_waiting_for_what_is_in_memory(world: World) {
        world.sign("Ada Example", "ada@example.org").await;
        assert_eq!(world.count().await, 1);
        let notice = format!("{CAMPAIGN}/privacy");
        assert_eq!(world.get(&notice).await.status, StatusCode::OK);
        let held = every_connection(&world).await;
        let views = async {
            for _ in 0..20 {
                world.pass(SECOND);
                for path in [CAMPAIGN, &format!("{CAMPAIGN}?lang=es"), &format!("{CAMPAIGN}?source=bus")] {
                    assert!(world.get(path).await.text().contains("Ada Example"), "{path}");
                }
                assert_eq!(world.get(&notice).await.status, StatusCode::OK);
                let count = world.get(&format!("{CAMPAIGN}/count.json")).await;
                assert!(count.text().contains("\"signatures\":1"), "{}", count.text());
                let answer = world.submit(&[("name", "Bo Example"), ("email", "bo")]).await;
                assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
                assert!(answer.text().contains("value=\"Bo Example\""));
            }
        };
        tokio::time::timeout(Duration::from_secs(4), views).await.expect("a hundred answers before one look-up gives up");
        drop(held);
        world.sign("Bo Example", "bo@example.org").await;
        let mut looks = 0;
        while world.count().await < 2 {
            looks += 1;
            assert!(looks < 1_000, "whoever looks once the database speaks again sees the new count");
        }
        assert!(world.get(CAMPAIGN).await.text().contains("Bo Example"));
    }

    async fn a_name_that_was_hidden_is_not_shown_while_the_database_is_silent(world: World) {
        let link = world.sign("Ada Example", "ada@example.org").await;
        assert_eq!(world.count().await, 1);
        assert!(world.get(CAMPAIGN).await.text().contains("Ada Example"));
        world.press(&link, "withdrawal").await;
        world.db().close().await;
        for _ in 0..2 {
            let page = world.get(CAMPAIGN).await;
            assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE, "no count stands that leaves the name out");
            assert!(!page.text().contains("Ada Example"));
        }
    }

    async fn what_was_typed_is_kept_even_where_nothing_was_ever_counted(world: World) {
        let inbox = format!("{}/inbox", world.letter().await);
        assert_eq!(world.get(&inbox).await.status, StatusCode::OK, "the campaign is known, its count is not");
        world.db().close().await;
        let answer = world.submit(&[("name", "Bo Example"), ("email", "bo@example.org")]).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(answer.text().contains("value=\"Bo Example\""));
    }

    async fn a_slash_too_many_leads_to_the_page(world: World) {
        assert_eq!(world.get(&format!("{CAMPAIGN}/?lang=es")).await.location(), format!("{CAMPAIGN}?lang=es"));
        assert_eq!(world.get("//elsewhere.example/").await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.post(&format!("{CAMPAIGN}/"), &[]).await.status, StatusCode::NOT_FOUND);
    }

    async fn what_caches_may_keep_is_what_the_docs_say(world: World) {
        let told = std::fs::read_to_string(super::super::checkout().join("docs/cdn.md")).unwrap();
        // A row of the table, by what it holds of the URL.
        let policy_of = |url: &str| {
            let row = told.lines().find(|line| line.starts_with('|') && line.contains(url));
            let policy = row.unwrap_or_else(|| panic!("no row for {url}")).split('|').nth(2).unwrap();
            policy.trim().trim_matches('`').to_owned()
        };
        for (path, url) in [
            (CAMPAIGN.to_owned(), "`/campaigns/{campaign}`"),
            (format!("{CAMPAIGN}/count.json"), "count.json"),
            (format!("{CAMPAIGN}/posts"), "/posts/{post}`"),
            (format!("{CAMPAIGN}/clicks.json"), "clicks.json"),
            (format!("{CAMPAIGN}/card.png"), "card.png"),
            (format!("{CAMPAIGN}/pictures/bus.svg"), "pictures"),
            ("/".to_owned(), "`/`"),
            ("/signatures/links".to_owned(), "`/signatures/"),
        ] {
            let answer = world.get(&path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert_eq!(answer.headers["cache-control"].to_str().unwrap(), policy_of(url), "{path}");
        }
        let asset = world.get(CAMPAIGN).await.text().split("href=\"/assets/").nth(1).unwrap().to_owned();
        let asset = world.get(&format!("/assets/{}", asset.split('"').next().unwrap())).await;
        assert_eq!(asset.headers["cache-control"].to_str().unwrap(), policy_of("/assets/"));
    }

    async fn the_count_for_machines_follows_and_is_known_by_its_etag(world: World) {
        let path = format!("{CAMPAIGN}/count.json");
        let none = world.get(&path).await;
        let known = async |etag: &axum::http::HeaderValue| {
            let asked = Request::get(&path).header("if-none-match", etag);
            world.request(asked.body(Body::empty()).unwrap()).await.status
        };
        assert_eq!(known(&none.headers["etag"]).await, StatusCode::NOT_MODIFIED);
        world.sign("Ada Example", "ada@example.org").await;
        world.pass(SECOND);
        assert_eq!(known(&none.headers["etag"]).await, StatusCode::OK, "it says another number");
        assert!(world.get(&path).await.text().contains("\"signatures\":1"));
    }

    async fn a_page_is_sent_once_and_then_known_by_its_etag(world: World) {
        let page = world.get(CAMPAIGN).await;
        assert_eq!(page.status, StatusCode::OK);
        let cache = page.headers["cache-control"].to_str().unwrap();
        assert_eq!(cache, "public, max-age=1, stale-while-revalidate=5, stale-if-error=600");
        let etag = page.headers["etag"].clone();
        let again = world.request(Request::get(CAMPAIGN).header("if-none-match", etag).body(Body::empty()).unwrap()).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED);
        assert!(again.body.is_empty());
    }

    async fn what_everybody_reads_is_found_at_once_and_leaves_at_once(world: World) {
        let letter = world.letter().await;
        let (count, spanish) = (format!("{CAMPAIGN}/count.json"), format!("{CAMPAIGN}?lang=es"));
        let found = |path: &str| {
            let shelf = &world.app.shelf;
            shelf.find(&Method::GET, &path.parse().unwrap(), world.app.clock.now()).is_some()
        };
        let link = world.sign("Ada Example", "ada@example.org").await;
        world.pass(SECOND);
        for path in [CAMPAIGN, &letter, &count, &spanish] {
            world.get(path).await;
            let long_way = world.get(path).await;
            assert!(found(path), "{path}");
            let at_once = world.get(path).await;
            let (at_once_bytes, long_way_bytes) = (at_once.bytes_but_id_and_date(), long_way.bytes_but_id_and_date());
            assert!(at_once_bytes == long_way_bytes, "{path} is answered otherwise at once: {:?}", at_once.headers);
            assert_ne!(at_once.headers["x-request-id"], long_way.headers["x-request-id"]);
            let known = Request::get(path).header("if-none-match", &long_way.headers["etag"]);
            assert_eq!(world.request(known.body(Body::empty()).unwrap()).await.status, StatusCode::NOT_MODIFIED);
            let zipped = Request::get(path).header("accept-encoding", "gzip").body(Body::empty()).unwrap();
            assert_eq!(world.request(zipped).await.headers.contains_key("content-encoding"), path != count);
            assert!(world.head(path).await.body.is_empty());
        }
        assert_ne!(world.get(CAMPAIGN).await.text(), world.get(&spanish).await.text());
        assert!(world.get(CAMPAIGN).await.text().contains("Ada Example"));
        world.press(&link, "withdrawal").await;
        for path in [CAMPAIGN, &letter, &count, &spanish] {
            assert!(!found(path), "{path}");
            assert!(!world.get(path).await.text().contains("Ada Example"), "{path}");
        }
        assert!(world.get(&count).await.text().contains("\"signatures\":0") && found(&count));
        world.pass(SECOND);
        assert!(!found(&count), "a second later it is counted again");
        world.get(&count).await;
        world.get(&count).await;
        world.app.directory.look_again();
        assert!(!found(&count), "the campaign was changed");
        world.get(&format!("{CAMPAIGN}/privacy")).await;
        world.get(&format!("{CAMPAIGN}/privacy")).await;
        assert!(!found(&format!("{CAMPAIGN}/privacy")), "nothing stands there that does not say until when");
    }

    async fn head_answers_as_get_without_the_body(world: World) {
        for path in [CAMPAIGN, "/", "/campaigns/dropsalesforce/count.json", "/signatures/links", "/nothing"] {
            let (get, head) = (world.get(path).await, world.head(path).await);
            assert_eq!(get.status, head.status, "{path}");
            assert!(head.body.is_empty());
            assert_eq!(get.headers["content-type"], head.headers["content-type"], "{path}");
        }
    }

    async fn a_page_asks_nobody_else_for_anything_and_sets_no_cookie(world: World) {
        let page = world.get(CAMPAIGN).await;
        assert!(page.headers.get("set-cookie").is_none());
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("http"), "{policy}");
        let text = page.text();
        for (attribute, ours) in [("src=\"", "/"), ("rel=\"stylesheet\" href=\"", "/assets/")] {
            for found in text.split(attribute).skip(1) {
                assert!(found.starts_with(ours), "{}", &found[..60.min(found.len())]);
            }
        }
        let scripts: Vec<&str> = text.split("<script").skip(1).collect();
        assert!(matches!(scripts[..], [one] if one.starts_with(" type=\"module\" src=\"/assets/sign-")), "{scripts:?}");
    }

    async fn the_first_view_is_at_most_a_hundred_kilobytes_in_six_requests(world: World) {
        let page = world.get(CAMPAIGN).await;
        let text = page.text();
        let mut bytes = page.body.len();
        let mut requests = 1;
        for found in text.split("href=\"/assets/").skip(1) {
            let file = found.split('"').next().unwrap();
            let asset = world.get(&format!("/assets/{file}")).await;
            assert_eq!(asset.status, StatusCode::OK);
            assert!(asset.headers["cache-control"].to_str().unwrap().contains("immutable"));
            bytes += asset.body.len();
            requests += 1;
        }
        assert!(bytes <= 100 * 1024, "{bytes} bytes before any compression");
        assert!((3..=6).contains(&requests), "{requests} requests");
    }

    async fn the_count_is_machine_readable_with_its_moment(world: World) {
        world.sign("Ada Example", "ada@example.org").await;
        world.pass(SECOND);
        let answer = world.get(&format!("{CAMPAIGN}/count.json")).await;
        let json: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(json["signatures"], 1);
        assert_eq!(json["as_of"], "2018-09-10T16:00:01Z");
        assert_eq!(json["letters"].as_object().unwrap().values().next().unwrap(), 1);
    }

    async fn relations_are_counted_apart(world: World) {
        for (number, relation) in ["customer", "customer", "would-be-customer", ""].into_iter().enumerate() {
            let email = format!("person{number}@example.org");
            world.submit(&[("name", "Ada Example"), ("email", &email), ("relation", relation)]).await;
            let link = world.mail_to(&email).await.link();
            world.press(&link, "confirmation").await;
        }
        world.pass(SECOND);
        let letter = world.app.directory.by_slug(&world.app, "dropsalesforce").await.unwrap().unwrap().letters[0].id;
        let counted = world.app.sheets.counted(&world.app, letter).await.unwrap();
        assert_eq!(counted.signatures, 4);
        assert_eq!(counted.by_relation, [(String::new(), 1), ("customer".to_owned(), 2), ("would-be-customer".to_owned(), 1)]);
        let page = world.get(CAMPAIGN).await.text();
        let (_, leaders) = page.split_once("<dl class=\"leaders\">").expect("the relations");
        let leaders = leaders.split("</dl>").next().unwrap();
        let counted: Vec<&str> = leaders.split("<dd>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
        assert_eq!(counted, ["2", "1", "1"], "whoever said nothing is counted too: {leaders}");
        assert!(leaders.contains("others, or did not say"));
    }

    async fn the_page_says_what_the_log_can_prove_and_what_not(world: World) {
        for (path, words) in [
            (CAMPAIGN.to_owned(), "To you it proves nothing yet: you cannot read it"),
            (format!("{CAMPAIGN}?lang=es"), "A ti todavía no te demuestra nada"),
        ] {
            assert!(world.get(&path).await.text().contains(words), "{path}");
        }
    }

    async fn a_campaign_in_spanish_has_its_own_page_and_the_default_is_never_guessed(world: World) {
        let spanish = world.get(&format!("{CAMPAIGN}?lang=es")).await.text();
        assert!(spanish.contains("<html lang=\"es\""));
        let request = Request::get(CAMPAIGN).header("accept-language", "es").body(Body::empty()).unwrap();
        assert!(world.request(request).await.text().contains("<html lang=\"en\""));
        assert!(world.get(&format!("{CAMPAIGN}?lang=xx")).await.text().contains("<html lang=\"en\""));
    }

    async fn the_demos_pages_are_not_there_when_it_is_not_a_demo(world: World) {
        for path in ["/demo/mailbox", "/demo/mailbox/1", "/demo/components"] {
            assert_eq!(world.get(path).await.status, StatusCode::NOT_FOUND);
        }
    }

    async fn health_is_told_apart_from_readiness(world: World) {
        assert_eq!(world.get("/healthz").await.status, StatusCode::OK);
        assert_eq!(world.get("/readyz").await.status, StatusCode::OK);
        assert_eq!(world.get("/metrics").await.status, StatusCode::NOT_FOUND, "which has a listener of its own");
        world.db().close().await;
        assert_eq!(world.get("/healthz").await.status, StatusCode::OK);
        assert_eq!(world.get("/readyz").await.status, StatusCode::SERVICE_UNAVAILABLE);
    }
}
