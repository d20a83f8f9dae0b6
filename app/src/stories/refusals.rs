//! What is refused: in the log by route and rule, and however large the numbers that are sent.

use super::desk::{Clerk, GROUP, invited};
use super::desk_guessing::logged;
use super::desk_rules::{methods, path, seated};
use super::stories;
use super::world::{CAMPAIGN, World};
use crate::accounts::Role;
use crate::clock::MINUTE;
use crate::routes;
use axum::http::{Method, StatusCode};
use std::collections::BTreeSet;

const ADA: &str = "ada@example.org";
const NUMBERS: [&str; 7] = [
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "18446744073709551616",
    "-1",
    "0",
    "1e400",
];

/// What stands between two marks, each time.
fn between<'t>(text: &'t str, open: &'static str, close: char) -> impl Iterator<Item = &'t str> {
    text.split(open).skip(1).filter_map(move |rest| rest.split(close).next())
}

/// Where a page's forms lead, each with the names of its fields.
fn forms(page: &str) -> Vec<(bool, String, Vec<String>)> {
    let forms = page.split("<form ").skip(1).filter_map(|rest| rest.split("</form>").next());
    forms
        .map(|form| {
            let is_post = form.starts_with("method=\"post\"");
            let action = between(form, "action=\"", '"').next().unwrap_or_default().replace("&amp;", "&");
            (is_post, action, between(form, "name=\"", '"').map(str::to_owned).collect())
        })
        .collect()
}

/// What ends the visit or the account would end the story.
fn ends_here(action: &str) -> bool {
    ["/session", "/erasure", "/leaving", "/departure", "/removal"].iter().any(|end| action.contains(end))
}

stories! {
    async fn refused_input_stands_in_the_log_by_route_and_rule_and_fills_no_disk(world: World) {
        let form = [("name", "Robin Example"), ("email", "robin@no-such"), ("comment", "a secret\nINFO forged")];
        let (answer, first) = logged(world.submit(&form)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let route = "/campaigns/{campaign}/letters/{letter}/signatures";
        assert!(first.contains("INFO") && first.contains(&format!("route=\"{route}\"")), "{first}");
        assert!(first.contains("status=422") && first.contains("rule=\"email-") && first.contains("untold=0"), "{first}");
        let again = async { for _ in 0..50 { world.submit(&form).await; } };
        let ((), silent) = logged(again).await;
        assert_eq!(silent, "", "fifty more within the minute are counted and not told");
        world.pass(MINUTE);
        let (_, later) = logged(world.submit(&form)).await;
        assert!(later.contains("untold=50") && later.lines().count() == 1, "{later}");
        let (_, other_rule) = logged(world.submit(&[("name", "https://robin.example"), ("email", ADA)])).await;
        assert!(other_rule.contains("rule=\"name-holds-link\""), "{other_rule}");
        let clerk = Clerk::of(&world, ADA, GROUP, Role::Owner).await;
        let (_, weak) = logged(clerk.post(&world, "/desk/account/password", &[("password", "password1234")])).await;
        assert!(weak.contains("rule=\"accounts-password-guessable\""), "{weak}");
        let (_, unreadable) = logged(world.get(&format!("{CAMPAIGN}/posts/%FF/x"))).await;
        assert!(unreadable.contains("status=400"), "{unreadable}");
        let (_, method) = logged(clerk.ask(&world, Method::from_bytes(b"ROBIN").unwrap(), CAMPAIGN, None)).await;
        assert!(method.contains("rule=\"method-not-allowed\"") && method.contains("method=\"other\""), "{method}");
        for written in [first, later, other_rule, weak, unreadable, method] {
            for typed in ["Robin", "ROBIN", "robin", "no-such", "secret", "forged", "password1234", "example.org"] {
                assert!(!written.contains(typed), "{typed} in {written}");
            }
        }
    }

    async fn numbers_too_large_for_anything_are_refused_and_never_a_fault(world: World) {
        let owner = invited(&world, ADA, Some(GROUP), Some(Role::Owner)).await;
        Clerk::by_link(&world, &owner).await;
        world.sign("Robin Example", "robin@example.org").await;
        let mut tries = 0;
        let mut pages = BTreeSet::new();
        for route in routes::all() {
            let template = route.path;
            let methods = methods(&world, route).await;
            if methods.contains(&Method::GET) {
                pages.insert(path(template));
            }
            let numbered = template.split('/').any(|part| part.starts_with('{')) && !ends_here(template);
            for number in NUMBERS.iter().filter(|_| numbered) {
                let path = template.split('/').map(|part| match part {
                    "{group}" => GROUP,
                    "{campaign}" => "dropsalesforce",
                    "{letter}" => "drop-the-contract",
                    part if part.starts_with('{') => number,
                    part => part,
                }).collect::<Vec<_>>().join("/");
                for method in methods.iter().filter(|_| path.contains(number)) {
                    let clerk = seated(&world, ADA).await;
                    let form: Option<&[(&str, &str)]> = (*method == Method::POST).then_some(&[]);
                    let answer = clerk.ask(&world, method.clone(), &path, form).await;
                    // A form's address that is opened leads to its page, which says the rest.
                    let leads_on = *method != Method::POST && answer.status.is_redirection();
                    assert!(answer.status.is_client_error() || leads_on, "{method} {path}: {}", answer.status);
                    tries += 1;
                }
            }
        }
        let mut sent = 0;
        for page in pages.into_iter().filter(|page| !ends_here(page)) {
            let shown = seated(&world, ADA).await.get(&world, &page).await;
            let text = if shown.status == StatusCode::OK { shown.text() } else { String::new() };
            let mut fields: BTreeSet<String> = forms(&text).into_iter().flat_map(|(_, _, names)| names).collect();
            fields.extend(["after", "after_id", "before", "before_id", "page", "target", "version", "from", "until", "day"].map(str::to_owned));
            for number in NUMBERS {
                let query: Vec<String> = fields.iter().map(|name| format!("{}={number}", name.replace(' ', "+"))).collect();
                let asked = format!("{page}?{}", query.join("&"));
                let answer = seated(&world, ADA).await.get(&world, &asked).await;
                assert!(!answer.status.is_server_error(), "GET {asked}: {}", answer.status);
                for (_, action, names) in forms(&text).into_iter().filter(|(is_post, action, _)| *is_post && !ends_here(action)) {
                    let form: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), number)).collect();
                    let answer = seated(&world, ADA).await.post(&world, &action, &form).await;
                    assert!(!answer.status.is_server_error(), "POST {action} of {page} with {number}: {}", answer.status);
                    sent += 1;
                }
            }
        }
        assert!(tries > 100 && sent > 100, "{tries} numbers in addresses, {sent} forms");
    }
}
