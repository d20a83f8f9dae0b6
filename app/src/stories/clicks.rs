//! Clicks, Mastodon’s servers, and the source that follows a visit to its signature.

use super::desk_guessing::logged;
use super::stories;
use super::world::{CAMPAIGN, World};
use crate::clock::{DAY, MINUTE, SECOND};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use std::net::SocketAddr;

const X: &str = "/campaigns/dropsalesforce/posts/no-wall/x?target=al-gore";
const MASTODON: &str = "/campaigns/dropsalesforce/posts/no-wall/mastodon?target=al-gore";

async fn with_header(world: &World, path: &str, name: &str, value: &str) -> super::world::Answer {
    world.request(Request::get(path).header(name, value).body(Body::empty()).unwrap()).await
}

/// From one of many networks.
async fn from(world: &World, network: u16, path: &str) -> super::world::Answer {
    let [high, low] = network.to_be_bytes();
    let peer = ConnectInfo(SocketAddr::from(([203, 0, high, low], 4711)));
    world.request(Request::get(path).extension(peer).body(Body::empty()).unwrap()).await
}

stories! {
    async fn only_a_click_is_counted_and_nothing_of_whoever_clicked(world: World) {
        let sum = "select cast(coalesce(sum(clicks), 0) as bigint) as n from click";
        for path in [CAMPAIGN, "/campaigns/dropsalesforce/posts", "/campaigns/dropsalesforce/clicks", MASTODON] {
            world.get(path).await;
        }
        assert_eq!(world.head(X).await.status, StatusCode::SEE_OTHER);
        with_header(&world, X, "sec-purpose", "prefetch;prerender").await;
        with_header(&world, X, "sec-fetch-dest", "image").await;
        assert_eq!(world.number(sum).await, 0, "looking, HEAD and fetching ahead are no clicks");
        world.get(X).await;
        with_header(&world, X, "cookie", "who=ada").await;
        assert_eq!(world.number(sum).await, 2);
        assert_eq!(world.number("select count(*) as n from click").await, 1, "one row, whoever it was");
    }

    async fn a_storm_of_clicks_is_counted_to_the_last(world: World) {
        let world = std::sync::Arc::new(world);
        let clicks: Vec<_> = (0..300_u16)
            .map(|number| {
                let (world, path) = (world.clone(), if number % 3 == 0 { X } else { "/campaigns/dropsalesforce/posts/no-wall/threads?target=will-i-am" });
                tokio::spawn(async move { from(&world, number, path).await.status })
            })
            .collect();
        for click in clicks {
            assert_eq!(click.await.unwrap(), StatusCode::SEE_OTHER);
        }
        assert_eq!(world.number("select cast(sum(clicks) as bigint) as n from click where network = 'x'").await, 100);
        assert_eq!(world.number("select cast(sum(clicks) as bigint) as n from click").await, 300);
    }

    async fn a_click_that_is_not_counted_stands_in_the_log_once_a_minute_with_how_many(world: World) {
        assert_eq!(world.get(X).await.status, StatusCode::SEE_OTHER);
        world.db().close().await;
        let fifty = async { for _ in 0..50 { assert_eq!(world.get(X).await.status, StatusCode::SEE_OTHER); } };
        let ((), written) = logged(fifty).await;
        assert_eq!(written.lines().count(), 1, "{written}");
        assert!(written.contains("a click was not counted untold=0 error=\""), "{written}");
        world.pass(MINUTE);
        let (_, later) = logged(world.get(X)).await;
        assert!(later.contains("a click was not counted untold=49"), "{later}");
    }

    async fn beyond_a_burst_from_one_network_everybody_is_led_on_and_nobody_counted(world: World) {
        let sum = "select cast(coalesce(sum(clicks), 0) as bigint) as n from click";
        for _ in 0..400 {
            // Looking and fetching ahead use up nothing.
            world.head(X).await;
            with_header(&world, X, "sec-purpose", "prefetch").await;
        }
        for _ in 0..400 {
            let answer = from(&world, 1, X).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
            assert!(answer.location().starts_with("https://x.com/intent/post?text="), "{}", answer.location());
        }
        assert_eq!(world.number(sum).await, 120);
        from(&world, 2, X).await;
        assert_eq!(world.number(sum).await, 121, "a neighbour counts");
        world.pass(30 * SECOND);
        for _ in 0..30 {
            from(&world, 1, X).await;
        }
        assert_eq!(world.number(sum).await, 131, "ten more in half a minute");
        world.get(X).await;
        assert_eq!(world.number(sum).await, 132);
        assert!(world.get(&format!("{CAMPAIGN}/clicks")).await.text().contains("held in memory for it, and written nowhere"));
    }

    async fn clicks_stand_in_a_table_and_in_open_json_by_the_campaigns_day(world: World) {
        let empty = world.get(&format!("{CAMPAIGN}/clicks")).await.text();
        assert!(empty.contains("Nobody has opened") && !empty.contains("<table"));
        world.get(X).await;
        world.pass(DAY);
        world.get(X).await;
        world.get("/campaigns/dropsalesforce/posts/employees/bluesky?lang=es").await;
        world.pass(10 * SECOND);
        let answer = world.get(&format!("{CAMPAIGN}/clicks.json")).await;
        assert_eq!(answer.headers["access-control-allow-origin"], "*");
        let json: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(
            json,
            serde_json::json!({
                "clicks": 3,
                "as_of": "2018-09-11T16:00:10Z",
                "time_zone": "America/Los_Angeles",
                "rows": [
                    {"day": "2018-09-10", "post": "no-wall", "target": "al-gore", "network": "x", "clicks": 1},
                    {"day": "2018-09-11", "post": "employees", "target": "marc-benioff", "network": "bluesky", "clicks": 1},
                    {"day": "2018-09-11", "post": "no-wall", "target": "al-gore", "network": "x", "clicks": 1},
                ],
            })
        );
        let page = world.get(&format!("{CAMPAIGN}/clicks")).await.text();
        for row in ["Posts’ links were opened 3 times", "Al Gore", "Bluesky", "11 September 2018", "Whether anything was posted there"] {
            assert!(page.contains(row), "{row}: {page}");
        }
    }

    async fn mastodon_asks_for_the_server_and_names_it_before_leading_there(world: World) {
        let asked = world.get(MASTODON).await;
        assert_eq!(asked.status, StatusCode::OK);
        assert_eq!(asked.text().matches("<input id=").count(), 1, "one field");
        assert!(asked.text().contains("name=\"server\""));
        let named = world.get(&format!("{MASTODON}&server=Mastodon.Social")).await;
        assert_eq!(named.status, StatusCode::OK);
        assert!(named.text().contains("<bdi>mastodon.social</bdi>"));
        assert_eq!(world.number("select count(*) as n from click").await, 0, "nobody has left yet");
        let sure = format!("{MASTODON}&server=mastodon.social&sure=1");
        let left = with_header(&world, &sure, "sec-fetch-site", "same-origin").await;
        assert_eq!(left.status, StatusCode::SEE_OTHER);
        assert!(left.location().starts_with("https://mastodon.social/share?text=The%20software%20praised"), "{}", left.location());
        assert_eq!(world.number("select cast(sum(clicks) as bigint) as n from click").await, 1);
    }

    async fn a_link_on_somebody_elses_page_never_passes_the_page_in_between(world: World) {
        let sure = format!("{MASTODON}&server=evil.example.org&sure=1");
        for from in ["cross-site", "same-site", "none"] {
            let answer = with_header(&world, &sure, "sec-fetch-site", from).await;
            assert_eq!(answer.status, StatusCode::OK, "{from}");
            assert!(answer.text().contains("<bdi>evil.example.org</bdi>"));
        }
        let old_browser = with_header(&world, &sure, "referer", "https://evil.example.org/letter").await;
        assert!(old_browser.text().contains("<bdi>evil.example.org</bdi>"));
        let ours = with_header(&world, &sure, "referer", &world.app.url("/campaigns/dropsalesforce/posts")).await;
        assert_eq!(ours.status, StatusCode::SEE_OTHER);
    }

    async fn a_server_that_is_no_public_name_is_refused_and_kept_as_typed(world: World) {
        for typed in [
            "localhost", "127.0.0.1", "10.0.0.1", "%5B%3A%3A1%5D", "2130706433", "0x7f.1", "user%40mastodon.social", "mastodon.social%2Fshare",
            "mastodon.social%3A8443", "https%3A%2F%2Fmastodon.social", "router.lan", "nas.local", "fritz.box", "host.svc", "a.home.arpa", "a.invented", "127.0.0.1.nip.io", "co.uk", "", "mastodon", "a..social", "mastodon.social%0d%0ax%3A1",
        ] {
            for sure in ["", "&sure=1"] {
                let answer = world.get(&format!("{MASTODON}&server={typed}{sure}")).await;
                assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
                assert!(answer.headers.get("location").is_none(), "{typed}");
                assert!(answer.text().contains("aria-invalid=\"true\""), "{typed}");
            }
        }
        let answer = world.get(&format!("{MASTODON}&server=%22%3E%3Cb%3Emine")).await.text();
        assert!(answer.contains("value=\"&#34;&#62;&#60;b&#62;mine\""), "{answer}");
    }

    async fn a_visits_source_follows_it_to_the_signature_without_a_cookie(world: World) {
        let page = world.get(&format!("{CAMPAIGN}?source=poster-7")).await;
        assert!(page.headers.get("set-cookie").is_none());
        let text = page.text();
        assert!(text.contains("<input type=\"hidden\" name=\"source\" value=\"poster-7\">"));
        assert!(text.contains(&format!("href=\"{CAMPAIGN}?lang=es&#38;source=poster-7\"")), "to the other language");
        assert!(text.contains("/posts/in-public/bluesky?target=marc-benioff&#38;source=poster-7\""));
        let composer = world.get(&format!("{CAMPAIGN}/posts?source=poster-7&lang=es")).await.text();
        assert!(composer.contains(&format!("href=\"{CAMPAIGN}?lang=es&#38;source=poster-7\"")), "and back to the form");
        assert!(!world.get(CAMPAIGN).await.text().contains("name=\"source\""), "each source has a page of its own");
        assert!(!world.get(&format!("{CAMPAIGN}?source=%3Cb%3E")).await.text().contains("name=\"source\""));
        world.submit(&[("name", "Ada Example"), ("email", "ada@example.org"), ("source", "post-no-wall")]).await;
        let link = world.mail_to("ada@example.org").await.link();
        world.press(&link, "confirmation").await;
        assert_eq!(world.number("select count(*) as n from signature where source = 'post-no-wall'").await, 1);
        assert_eq!(world.number("select signatures as n from tally where source = 'post-no-wall'").await, 1);
        let shared = world.get(X).await.location();
        assert!(shared.ends_with("source%3Dpost-no-wall"), "{shared}");
    }
}
