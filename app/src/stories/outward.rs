//! What pages ask of others, and what others can learn of how an instance fares.

use super::desk::{Clerk, GROUP, invited};
use super::desk_rules::{methods, path, seated};
use super::stories;
use super::world::{Answer, CAMPAIGN, World};
use crate::accounts::Role;
use crate::accounts::guard::Rule;
use crate::routes::{self, Who};
use axum::http::{Method, StatusCode, header};
use std::collections::BTreeSet;

const OURS: &str = "https://letter.example.org/";
const OPERATOR: &str = "ada@example.org";

/// What browsers fetch or send to by themselves or at the press of a button, wherever it stands in a page.
const REACHED: [&str; 9] = [
    " src=\"",
    " srcset=\"",
    " poster=\"",
    " data=\"",
    " action=\"",
    " formaction=\"",
    " ping=\"",
    "url(",
    "@import ",
];

fn is_ours(address: &str) -> bool {
    let address = address.trim_matches(['"', '\'']);
    let within = address.starts_with('/') && !address.starts_with("//");
    within
        || address.is_empty()
        || address.starts_with('#')
        || address.starts_with("data:")
        || address.starts_with(OURS)
}

/// Every address that a page reaches beside the links that people follow.
fn reached(text: &str) -> Vec<&str> {
    let ends = |mark: &str| {
        if mark == "url(" {
            ')'
        } else if mark.ends_with('"') {
            '"'
        } else {
            ';'
        }
    };
    let mut all = Vec::new();
    for mark in REACHED {
        all.extend(text.split(mark).skip(1).filter_map(|rest| rest.split(ends(mark)).next()));
    }
    for tag in text.split("<link ").skip(1).filter_map(|rest| rest.split('>').next()) {
        all.extend(tag.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()));
    }
    all
}

/// The pages that a page leads to, within this instance.
fn onward(text: &str) -> Vec<String> {
    let links = text.split("<a ").skip(1).filter_map(|rest| rest.split('>').next());
    let links = links.filter_map(|tag| tag.split("href=\"").nth(1)?.split(['"', '#', '?']).next());
    links.filter(|link| link.starts_with('/')).map(str::to_owned).collect()
}

fn is_page(answer: &Answer) -> bool {
    answer.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// One of each kind: what differs by a number alone is looked at once, beside what is not there.
fn kind(path: &str) -> String {
    if path.contains("999999") {
        return path.to_owned();
    }
    path.chars().filter(|one| !one.is_ascii_digit()).collect()
}

stories! {
    async fn no_page_that_there_is_asks_anybody_else_for_anything(world: World) {
        Clerk::by_link(&world, &invited(&world, OPERATOR, Some(GROUP), Some(Role::Owner)).await).await;
        let private = world.sign("Robin Example", "robin@example.org").await;
        world.sign_on("Grace Example", "grace@example.org").await;
        let mut waiting = vec![private.clone(), invited(&world, "eve@example.org", Some(GROUP), None).await];
        for route in routes::all() {
            let template = route.path;
            if methods(&world, route).await.contains(&Method::GET) {
                waiting.push(path(template));
                waiting.push(path(&template.replace("/signatures/{token}", &private)));
            }
        }
        let (mut seen, mut shown, mut of_the_desk) = (BTreeSet::new(), 0, 0);
        let mut assets = BTreeSet::new();
        while let Some(path) = waiting.pop() {
            if !seen.insert(kind(&path)) {
                continue;
            }
            let at_the_desk = path.starts_with("/desk");
            let answer = if at_the_desk { seated(&world, OPERATOR).await.get(&world, &path).await } else { world.get(&path).await };
            assert!(at_the_desk || answer.headers.get(header::SET_COOKIE).is_none(), "{path} sets a cookie");
            let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
            assert!(policy.starts_with("default-src 'none'") && !policy.contains("http") && !policy.contains('*'), "{path}: {policy}");
            if !is_page(&answer) {
                continue;
            }
            let text = answer.text();
            for address in reached(&text) {
                assert!(is_ours(address), "{path} reaches {address}");
                assets.extend(address.strip_prefix("/assets/").map(str::to_owned));
            }
            waiting.extend(onward(&text));
            if answer.status == StatusCode::OK {
                shown += 1;
                of_the_desk += usize::from(at_the_desk);
            }
        }
        assert!(shown > 50 && of_the_desk > 25, "{shown} pages, {of_the_desk} of them at the desk");
        for asset in &assets {
            let text = String::from_utf8_lossy(&world.get(&format!("/assets/{asset}")).await.body).into_owned();
            assert!(!asset.contains(".css") || reached(&text).into_iter().all(is_ours), "{asset}");
            assert!(!asset.contains(".js") || !text.contains("://"), "{asset} names another place");
        }
        assert!(assets.iter().any(|asset| asset.contains(".css")) && assets.iter().any(|asset| asset.contains(".js")), "{assets:?}");
    }

    async fn how_an_instance_fares_is_told_to_whoever_runs_it_and_to_nobody_outside(world: World) {
        world.sign("Robin Example", "robin@example.org").await;
        let operator = Clerk::by_link(&world, &invited(&world, OPERATOR, Some(GROUP), Some(Role::Owner)).await).await;
        let owner = Clerk::of(&world, "grace@example.org", GROUP, Role::Owner).await;
        let nobody = Clerk::nobody();
        for (path, said) in [("/healthz", "ok\n"), ("/readyz", "ready\n")] {
            assert_eq!(world.get(path).await.text(), said, "up or not, and nothing else");
        }
        let watching: Vec<&str> = ["/metrics", "/status", "/debug", "/health", "/info", "/docs", "/openapi.json", "/swagger"].into();
        for path in &watching {
            assert_eq!(nobody.get(&world, path).await.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(operator.get(&world, path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        for route in routes::all() {
            assert!(!watching.contains(&route.path));
            let (here, who) = (path(route.path), route.who);
            if !methods(&world, route).await.contains(&Method::GET) {
                continue;
            }
            match who {
                Who::Desk(demand) if demand.rule == Rule::Operator => {
                    assert_eq!(owner.get(&world, &here).await.status, StatusCode::FORBIDDEN, "{here}");
                }
                _ => {
                    let text = nobody.get(&world, &here).await.text();
                    assert!(!text.contains("broadside_") && !text.contains("# TYPE"), "{here} tells figures");
                }
            }
        }
        for path in ["/desk/status", "/desk/setup"] {
            let told = operator.get(&world, path).await;
            assert_eq!(told.status, StatusCode::OK, "{path}");
            assert!(nobody.get(&world, path).await.location().starts_with("/desk/sign-in"), "{path}");
            assert_eq!(owner.get(&world, path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(world.get(CAMPAIGN).await.status, StatusCode::OK);
    }
}
