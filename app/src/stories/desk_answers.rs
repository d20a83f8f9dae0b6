//! What every answer says to the browser that gets it, and whom the desk listens to.

use super::desk::{Clerk, GROUP};
use super::desk_rules::{methods, path, tried};
use super::security::files_below;
use super::world::{CAMPAIGN, World};
use super::{checkout, stories};
use crate::accounts::guard::Rule;
use crate::accounts::{PROVED_FOR, Role};
use crate::clock::SECOND;
use crate::routes::{self, Who};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};

const ELSEWHERE: &str = "evil.example";

async fn ada(world: &World) -> Clerk {
    Clerk::of(world, "ada@example.org", GROUP, Role::Owner).await
}

stories! {
    async fn every_answer_tells_the_browser_to_be_careful(world: World) {
        let clerk = ada(&world).await;
        let (mut answers, mut pages) = (0, 0);
        // Whoever signs out sees no more of the desk.
        for route in routes::all().into_iter().filter(|route| route.path != "/desk/session/end") {
            let path = path(route.path);
            for method in methods(&world, route).await {
                let answer = tried(&world, &clerk, &method, &path).await;
                let said = |name: &str| answer.headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
                let what = format!("{method} {path}");
                assert_eq!(said("strict-transport-security"), "max-age=31536000", "{what}");
                assert_eq!(said("x-content-type-options"), "nosniff", "{what}");
                assert!(!said("referrer-policy").is_empty(), "{what}");
                let policy = said("content-security-policy");
                for part in ["default-src 'none'", "frame-ancestors 'none'"] {
                    assert!(policy.contains(part), "{what}: {part} is not in {policy}");
                }
                assert!(!policy.contains("unsafe") && !policy.contains("http"), "{what}: {policy}");
                let kind = said("content-type");
                if kind.starts_with("text/") {
                    assert!(kind.ends_with("; charset=utf-8"), "{what}: {kind}");
                    pages += 1;
                }
                assert!(!kind.is_empty() || answer.body.is_empty(), "{what} says nothing of what it holds");
                answers += 1;
            }
        }
        assert!(answers > 100 && pages > 50, "{answers} answers, {pages} pages");
        for path in [CAMPAIGN, "/desk/account"] {
            let policy = clerk.get(&world, path).await.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
            assert!(policy.contains("base-uri 'none'") && policy.contains("form-action 'self'"), "{policy}");
        }
    }

    async fn the_promise_of_https_reaches_names_below_where_the_operator_says_so(world: World) {
        let said = |answer: &super::super::world::Answer| answer.headers[header::STRICT_TRANSPORT_SECURITY].to_str().unwrap().to_owned();
        assert_eq!(said(&world.get(CAMPAIGN).await), "max-age=31536000");
        let world = world.restarted(|settings| crate::config::Settings { hsts_subdomains: true, ..settings }).await;
        for path in [CAMPAIGN, "/desk/sign-in", "/nowhere"] {
            assert_eq!(said(&world.get(path).await), "max-age=31536000; includeSubDomains", "{path}");
        }
    }

    async fn over_plain_http_nothing_is_promised_of_https(world: World) {
        let world = world.restarted(|settings| crate::config::Settings {
            base: crate::config::BaseUrl::new(Some("http://localhost:8080"), settings.listen).unwrap(),
            ..settings
        }).await;
        assert!(world.get(CAMPAIGN).await.headers.get(header::STRICT_TRANSPORT_SECURITY).is_none());
    }

    async fn nobody_keeps_a_page_of_the_desk_and_each_has_the_way_out(world: World) {
        let clerk = ada(&world).await;
        let mut pages = 0;
        for route in routes::all() {
            let Who::Desk(demand) = route.who else { continue };
            let answer = clerk.get(&world, &path(route.path)).await;
            if answer.status == StatusCode::METHOD_NOT_ALLOWED {
                continue;
            }
            let said = |name: header::HeaderName| answer.headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
            assert_eq!(said(header::CACHE_CONTROL), "no-store", "{}", route.path);
            assert!(!said(header::SET_COOKIE).contains("session"), "{}: looking changes no session", route.path);
            if answer.status == StatusCode::OK && demand.rule != Rule::AtTheDoor && said(header::CONTENT_TYPE).starts_with("text/html") {
                assert!(answer.text().contains("action=\"/desk/session/end"), "{}", route.path);
                pages += 1;
            }
        }
        assert!(pages >= 7, "{pages} pages");
    }

    async fn whoever_signs_out_leaves_nothing_in_the_browser(world: World) {
        let clerk = ada(&world).await;
        let answer = clerk.post(&world, "/desk/session/end", &[]).await;
        assert_eq!(answer.headers["clear-site-data"], "\"cache\", \"storage\"");
        assert!(answer.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
        let scripts = files_below(&checkout().join("app/assets"), ".js");
        assert!(scripts.len() >= 3, "{scripts:?}");
        for file in scripts {
            let script = std::fs::read_to_string(&file).unwrap();
            // The door keeps what it noted until it is sent, and hands its list to its worker: signing out clears both.
            let is_door = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("door"));
            let may = |word: &str| is_door && matches!(word, "localStorage" | "postMessage");
            for keeps in ["localStorage", "sessionStorage", "indexedDB", "document.cookie", "postMessage", "innerHTML", "eval(", "new Function", "document.write"].into_iter().filter(|word| !may(word)) {
                assert!(!script.contains(keeps), "{} uses {keeps}", file.display());
            }
        }
    }

    async fn no_method_but_those_of_a_route_is_answered(world: World) {
        let clerk = ada(&world).await;
        for route in routes::all() {
            let template = route.path;
            if route.who == Who::DemoOnLoopback {
                continue;
            }
            for method in [Method::TRACE, Method::PUT, Method::DELETE, Method::PATCH] {
                let answer = clerk.ask(&world, method.clone(), &path(template), Some(&[])).await;
                assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {template}");
                assert!(!answer.text().contains(&clerk.cookie), "{method} {template} says no cookie back");
            }
        }
    }

    async fn no_page_or_mail_takes_its_address_from_the_host_header(world: World) {
        let letter = world.letter().await;
        let ask = |method: Method, path: &str, body: &'static str| {
            Request::builder()
                .method(method)
                .uri(path)
                .header(header::HOST, ELSEWHERE)
                .header("x-forwarded-host", ELSEWHERE)
                .header("forwarded", format!("host={ELSEWHERE};proto=http"))
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(Body::from(body))
                .unwrap()
        };
        let post = "/campaigns/dropsalesforce/posts".to_owned();
        for path in ["/".to_owned(), CAMPAIGN.to_owned(), letter.clone(), post, "/oembed?url=https%3A%2F%2Fletter.example.org%2Fcampaigns%2Fdropsalesforce".to_owned(), "/nothing".to_owned()] {
            let answer = world.request(ask(Method::GET, &path, "")).await;
            assert!(!answer.text().contains(ELSEWHERE) && !answer.location().contains(ELSEWHERE), "{path}");
        }
        let page = world.request(ask(Method::GET, CAMPAIGN, "")).await.text();
        assert!(page.contains("https://letter.example.org/campaigns/dropsalesforce"), "its own address is that of the settings");
        let answer = world.request(ask(Method::POST, &format!("{letter}/signatures"), "name=Ada&email=ada%40example.org")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert!(answer.location().starts_with('/') && !answer.location().starts_with("//"));
        let mail = world.mail_to("ada@example.org").await;
        assert!(mail.text.contains("https://letter.example.org/signatures/"));
        assert!(!mail.text.contains(ELSEWHERE) && !mail.html.contains(ELSEWHERE));
        let knock = world.request(ask(Method::POST, "/desk/sign-in", "email=ada%40example.org")).await;
        assert_eq!(knock.status, StatusCode::MISDIRECTED_REQUEST);
    }

    async fn no_form_of_the_desk_is_taken_from_elsewhere(world: World) {
        let clerk = ada(&world).await;
        let mut forms = 0;
        for route in routes::all() {
            let template = route.path;
            if !matches!(route.who, Who::Desk(_)) || !methods(&world, route).await.contains(&Method::POST) {
                continue;
            }
            for (name, value) in [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://evil.example"), ("origin", "null")] {
                let request = Request::post(path(template))
                    .header(header::HOST, "letter.example.org")
                    .header(header::COOKIE, &clerk.cookie)
                    .header(name, value)
                    .body(Body::empty())
                    .unwrap();
                assert_eq!(world.request(request).await.status, StatusCode::FORBIDDEN, "{template} with {name}: {value}");
            }
            forms += 1;
        }
        assert!(forms > 20, "{forms} forms");
    }

    async fn another_session_is_ended_by_who_has_just_shown_to_be_there(world: World) {
        let phone = ada(&world).await;
        let laptop = ada(&world).await;
        let page = laptop.get(&world, "/desk/account").await.text();
        let end = page.split("action=\"/desk/account/sessions/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        world.pass(PROVED_FOR + SECOND);
        let answer = laptop.post(&world, &format!("/desk/account/sessions/{end}"), &[]).await;
        assert_eq!(answer.location(), "/desk/proof?next=/desk/account");
        assert_eq!(phone.get(&world, "/desk").await.status, StatusCode::OK);
    }
}
