//! Posts: every link of the reference campaign is followed, and says what the page showed.

use super::stories;
use super::world::{Answer, CAMPAIGN, World, read};
use crate::campaigns::definition::{ByLanguage, Deed, Post, Status, Target};
use crate::clock::{MINUTE, SECOND};
use crate::networks::encoding::decoded;
use crate::networks::{Network, Way};
use axum::body::Body;
use axum::http::{Request, StatusCode};

/// What stands between two marks, entities resolved.
pub fn between(html: &str, from: &str, to: &str) -> String {
    let found = html.split_once(from).unwrap_or_else(|| panic!("{from} in {html}")).1;
    let found = found.split_once(to).unwrap().0;
    found
        .replace("&#38;", "&")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
}

/// The words as the composer shows them.
pub fn shown(page: &Answer) -> String {
    between(page.text().split_once("<textarea").unwrap().1, ">", "</textarea>")
}

fn fields(address: &str) -> Vec<(String, String)> {
    let query = address.split_once('?').expect("a query").1;
    let pairs = query.split('&').map(|pair| pair.split_once('=').expect("a field"));
    pairs.map(|(name, value)| (name.to_owned(), decoded(value).expect("well encoded"))).collect()
}

/// The addresses of the composer that the page links to.
pub fn links<'h>(html: &'h str, class: &str) -> Vec<String> {
    let part: &'h str = html.split_once(class).map_or("", |(_, part)| part).split_once("</nav>").unwrap().0;
    part.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap().replace("&#38;", "&")).collect()
}

/// Follows what the composer offers to press, and compares it with what it shows.
async fn follow(world: &World, address: &str) -> Option<Network> {
    let page = world.get(address).await;
    assert_eq!(page.status, StatusCode::OK, "{address}");
    let (html, words) = (page.text(), shown(&page));
    assert!(!words.contains(['{', '}']), "{words}");
    let way = address.split(['?', '&']).find_map(|pair| Way::parse(pair.strip_prefix("network=")?));
    let way = way.unwrap_or_else(|| panic!("a way in {address}"));
    let link = between(&html, "data-link=\"", "\"");
    let send = |html: &str| between(html.split_once("class=\"send\"").unwrap().1, "href=\"", "\"");
    let Some(network) = way.network() else {
        match way {
            Way::Email => {
                let sent = fields(&send(&html));
                assert!(send(&html).starts_with("mailto:?subject="));
                assert_eq!(sent[1], ("body".to_owned(), words));
            }
            Way::Sms => {
                assert_eq!(send(&html), format!("sms:?body={}", crate::networks::encoding::encoded(&words)));
            }
            _ => assert!(html.contains("readonly"), "to be selected and copied"),
        }
        return None;
    };
    let location = if network == Network::Mastodon {
        let action = between(&html, "<form method=\"get\" action=\"", "\"");
        let hidden: Vec<String> = html
            .split("<input type=\"hidden\" name=\"")
            .skip(1)
            .map(|rest| rest.split_once("\">").unwrap().0.replace("\" value=\"", "="))
            .collect();
        let between_pages =
            world.get(&format!("{action}?{}&server=mastodon.social", hidden.join("&"))).await.text();
        assert!(between_pages.contains("<bdi>mastodon.social</bdi>") && between_pages.contains("sure=1"));
        world.get(&between(&between_pages, "class=\"button\" href=\"", "\"")).await.location()
    } else {
        assert!(html.contains("rel=\"noopener noreferrer\""));
        let answer = world.get(&send(&html)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", send(&html));
        assert_eq!(answer.headers["cache-control"], "no-store");
        assert!(answer.headers.get("set-cookie").is_none());
        answer.location()
    };
    assert!(!location.contains('+'), "{location}");
    let sent = fields(&location);
    let told = |name: &str| sent.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str());
    match network {
        Network::LinkedIn => assert_eq!(told("url"), Some(link.as_str())),
        Network::Facebook => assert_eq!(told("u"), Some(link.as_str())),
        Network::Telegram => {
            assert_eq!((told("url"), told("text")), (Some(link.as_str()), Some(words.as_str())));
        }
        Network::Reddit => {
            assert_eq!((told("url"), told("title")), (Some(link.as_str()), Some(words.as_str())));
        }
        _ => assert_eq!(told("text"), Some(words.as_str()), "{network}"),
    }
    Some(network)
}

stories! {
    async fn every_link_of_the_reference_campaign_says_what_its_page_showed(world: World) {
        world.sign("Ada Example", "ada@example.org").await;
        world.pass(SECOND);
        for language in ["", "?lang=es"] {
            let first = world.get(&format!("{CAMPAIGN}/posts{language}")).await.text();
            let (targets, posts, ways) = (links(&first, "whom"), links(&first, "wordings"), links(&first, "class=\"ways\""));
            assert_eq!((targets.len(), posts.len(), ways.len()), (5, 8, 12));
            let mut followed = 0;
            for target in &targets {
                // So many come from one network: their burst is over before it is held.
                world.pass(6 * MINUTE);
                let page = world.get(target).await.text();
                for post in links(&page, "wordings") {
                    let page = world.get(&post).await.text();
                    for way in links(&page, "class=\"ways\"") {
                        assert_eq!(way.contains("lang=es"), language == "?lang=es", "{way}");
                        followed += i64::from(follow(&world, &way).await.is_some());
                    }
                }
            }
            assert_eq!(followed, 5 * 8 * 9);
        }
        assert_eq!(world.number("select cast(sum(clicks) as bigint) as n from click").await, 2 * 5 * 8 * 9, "each once");
    }

    async fn the_campaigns_page_shows_the_first_post_and_a_tap_leads_to_the_network(world: World) {
        let page = world.get(CAMPAIGN).await.text();
        let posts = between(&page, "<section class=\"posts\"", "</section>");
        let words = between(&posts, "<blockquote dir=\"auto\">", "</blockquote>");
        let click = between(posts.split_once("class=\"send\"").unwrap().1, "href=\"", "\"");
        assert_eq!(fields(&world.get(&click).await.location())[0], ("text".to_owned(), words));
        assert!(posts.contains("save <bdi>LinkedIn, Facebook</bdi>: there the link goes alone"), "{posts}");
        assert!(page.find("id=\"sign\"") < page.find("class=\"posts\""), "after the form");
        world.change_campaign(|campaign| campaign.posts.clear()).await;
        assert!(!world.get(CAMPAIGN).await.text().contains("class=\"posts\""));
        assert_eq!(world.get(&format!("{CAMPAIGN}/posts")).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_target_without_a_handle_is_named_and_the_page_says_why(world: World) {
        let page = |network: &str| format!("{CAMPAIGN}/posts/no-wall?target=al-gore&network={network}");
        let x = world.get(&page("x")).await;
        assert!(shown(&x).contains("@algore") && !x.text().contains("called by name"));
        assert!(x.text().contains("href=\"https://x.com/algore\""));
        for network in ["bluesky", "mastodon", "threads"] {
            let other = world.get(&page(network)).await;
            assert!(shown(&other).contains("Al Gore") && !shown(&other).contains("@algore"), "{network}");
            assert!(other.text().contains("called by name"), "{network}");
        }
        let all = world.get(&format!("{CAMPAIGN}/posts/no-wall?target=three-speakers")).await;
        assert!(shown(&all).contains("@algore, @adriangrenier, @iamwill"), "{}", shown(&all));
    }

    async fn facebook_and_linkedin_get_the_link_and_the_page_says_so(world: World) {
        for network in ["facebook", "linkedin"] {
            let page = world.get(&format!("{CAMPAIGN}/posts/no-wall?network={network}")).await;
            assert!(!shown(&page).contains("http"), "the link goes by itself");
            assert!(page.text().contains("takes the link alone"), "{network}");
        }
    }

    async fn a_mail_or_message_goes_to_the_target_where_an_address_is_known(world: World) {
        world.change_campaign(|campaign| {
            campaign.targets[0].email = Some("office+a@example.org".to_owned());
            campaign.targets[0].phone = Some("+14155550100".to_owned());
        }).await;
        let page = world.get(&format!("{CAMPAIGN}/posts/in-public?network=email")).await.text();
        assert!(page.contains("href=\"mailto:office%2Ba@example.org?subject=Your%20customers%20ask%20you%20to%20end%20one%20contract&#38;body="));
        let page = world.get(&format!("{CAMPAIGN}/posts/in-public?network=sms")).await.text();
        assert!(page.contains("href=\"sms:+14155550100?body="));
    }

    async fn a_target_that_answered_or_acted_is_marked_with_a_link(world: World) {
        world.change_campaign(|campaign| {
            let deed = |words: &str| Some(Deed {
                on: "2018-09-09".to_owned(),
                link: "https://example.org/answer".to_owned(),
                words: ByLanguage::from([("en".to_owned(), words.to_owned())]),
            });
            campaign.targets[0].answered = deed("<b>No</b> contract ends.");
            campaign.targets[1].acted = deed("");
            campaign.targets[1].session = Some("2018-09-26 14:00".to_owned());
        }).await;
        let page = world.get(&format!("{CAMPAIGN}/posts")).await.text();
        assert!(page.contains("<a rel=\"noopener noreferrer\" href=\"https://example.org/answer\"><bdi>Answered on 9 September 2018</bdi></a>"), "{page}");
        assert!(page.contains("&#60;b&#62;No&#60;/b&#62; contract ends."));
        let gore = world.get(&format!("{CAMPAIGN}/posts?target=al-gore&lang=es")).await.text();
        assert!(gore.contains("Actuó el 9 de septiembre de 2018") && gore.contains("26 de septiembre de 2018"), "{gore}");
    }

    async fn what_is_not_there_is_not_found_and_a_draft_has_no_posts(world: World) {
        let paths = [
            "/posts/nothing", "/posts/no-wall?target=nobody", "/posts/no-wall?network=myspace", "/posts/no-wall/myspace",
            "/posts/no-wall/email", "/posts/no-wall/x?target=nobody", "/posts/nothing/x", "/posts?target=nobody",
        ];
        for path in paths {
            assert_eq!(world.get(&format!("{CAMPAIGN}{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        world.change_campaign(|campaign| campaign.status = Status::Draft).await;
        for path in ["/posts", "/posts/no-wall", "/posts/no-wall/x", "/clicks", "/clicks.json"] {
            assert_eq!(world.get(&format!("{CAMPAIGN}{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(world.number("select count(*) as n from click").await, 0);
    }

    async fn a_post_that_is_for_some_is_offered_to_those_alone(world: World) {
        world.change_campaign(|campaign| campaign.posts[0].to = vec!["speaker".to_owned()]).await;
        let page = world.get(&format!("{CAMPAIGN}/posts")).await.text();
        assert_eq!(links(&page, "wordings").len(), 7, "seven of eight are for the CEO");
        assert!(world.get(&format!("{CAMPAIGN}/posts/in-public")).await.text().contains("@algore"));
        assert_eq!(world.get(&format!("{CAMPAIGN}/posts/in-public/x?target=marc-benioff")).await.status, StatusCode::NOT_FOUND);
        let ceo = links(&world.get(&format!("{CAMPAIGN}/posts/in-public?target=al-gore")).await.text(), "whom");
        assert_eq!(world.get(&ceo[0]).await.status, StatusCode::OK, "another post where this one is not for them");
    }

    async fn words_of_an_organiser_are_never_markup(world: World) {
        let bad = "<script>alert(1)</script> \"&' {target} {url}";
        world.change_campaign(|campaign| {
            let texts = |text: &str| campaign.languages.iter().map(|one| (one.clone(), text.to_owned())).collect::<ByLanguage>();
            let target = Target { slug: "t".to_owned(), name: texts("<i>T</i>"), ..Target::default() };
            let post = Post { slug: "p".to_owned(), to: Vec::new(), text: texts(bad), subject: texts("<u>"), instead: Vec::new() };
            (campaign.targets, campaign.posts) = (vec![target], vec![post]);
        }).await;
        for path in ["", "/posts", "/posts?network=email", "/posts/p/mastodon", "/posts/p/mastodon?server=%3Ci%3E"] {
            let page = world.get(&format!("{CAMPAIGN}{path}")).await.text();
            assert!(!page.contains("<script>") && !page.contains("<i>") && !page.contains("<u>"), "{path}");
        }
        assert!(shown(&world.get(&format!("{CAMPAIGN}/posts")).await).starts_with("<script>alert(1)</script> \"&' <i>T</i> https://"));
    }

    async fn the_composer_loads_its_own_script_alone_and_little_else(world: World) {
        let compressed = async |path: String| {
            let request = Request::get(path).header("accept-encoding", "br").body(Body::empty()).unwrap();
            world.request(request).await.body.len()
        };
        let path = format!("{CAMPAIGN}/posts?lang=es");
        let page = world.get(&path).await;
        assert!(page.headers.get("set-cookie").is_none());
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("script-src 'self'; connect-src 'self'") && !policy.contains("http"), "{policy}");
        let text = page.text();
        assert_eq!(text.matches("<script").count(), 1);
        let mut bytes = compressed(path).await;
        let mut requests = 1;
        for attribute in ["href=\"/assets/", "src=\"/assets/"] {
            for found in text.split(attribute).skip(1) {
                bytes += compressed(format!("/assets/{}", found.split('"').next().unwrap())).await;
                requests += 1;
            }
        }
        assert!(bytes <= 100 * 1024, "{bytes} bytes");
        assert!((4..=6).contains(&requests), "{requests} requests");
    }

    async fn what_a_visitor_writes_is_counted_as_the_network_counts_and_not_kept(world: World) {
        let count = async |way: &str, text: &str, lang: &str| {
            let answer = world.post(&format!("/lengths/{way}"), &[("text", text), ("lang", lang)]).await;
            assert_eq!((answer.status, answer.headers["cache-control"].as_bytes()), (StatusCode::OK, &b"no-store"[..]));
            serde_json::from_slice::<serde_json::Value>(&answer.body).unwrap()
        };
        // A link by its rare ending, a keycap, a flag, what is written in two characters or in one.
        let texts = ["example.technology @Benioff 7\u{fe0f}\u{20e3} 🏴󠁧󠁢󠁷󠁬󠁳󠁿 é e\u{301}", "名字 https://例え.jp/道 👩‍👩‍👧", "@ada@mastodon.social\n\n☎ x.y", ""];
        for network in posttext::Network::ALL {
            for text in texts {
                let said = count(network.name(), text, "en").await;
                assert_eq!(said["length"], posttext::length(network, text), "{network}: {text}");
                assert_eq!(said["limit"], network.limit());
            }
        }
        let long = "é".repeat(281);
        let said = count("x", &long, "es").await;
        assert_eq!((said["fits"].as_bool(), said["words"].as_str()), (Some(false), Some("281 de 280, según cuenta X. Es demasiado largo: acórtalo antes de publicarlo.")));
        let family = "👩🏽‍❤️‍💋‍👨🏽".repeat(100);
        assert_eq!(count("bluesky", &family, "en").await["fits"], false, "100 of 300, but more than 3,000 bytes");
        assert_eq!(count("copy", "a", "en").await["words"], "1 character");
        assert_eq!(world.post("/lengths/myspace", &[("text", "a")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.post("/lengths/x", &[("text", &"é".repeat(40_000))]).await.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(world.get("/lengths/x").await.status, StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(world.number("select count(*) as n from click").await, 0);
    }

    async fn an_arabic_campaign_has_arabic_posts(world: World) {
        let folder = crate::stories::checkout().join("e2e/campaigns/arabic");
        let definition = read(&folder);
        let slug = definition.slug.clone();
        world.import(definition).await;
        world.pass(SECOND);
        let page = world.get(&format!("/campaigns/{slug}/posts")).await;
        assert!(page.text().contains("dir=\"rtl\""));
        let request = Request::get(format!("/campaigns/{slug}/posts?lang=en")).body(Body::empty()).unwrap();
        assert_eq!(world.request(request).await.status, StatusCode::OK);
    }
}
