//! What is refused: in the log by route and rule, and however large the numbers that are sent.

use super::desk::{Clerk, GROUP, invited};
use super::desk_guessing::logged;
use super::desk_rules::{methods, path, seated};
use super::stories;
use super::world::{CAMPAIGN, World};
use crate::accounts::Role;
use crate::clock::MINUTE;
use crate::error::Cause;
use crate::routes;
use crate::web::refused::{Line, Lines};
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

/// What pages are asked for, beside what their forms hold.
const ASKED: [&str; 16] = [
    "after",
    "after_id",
    "before",
    "before_id",
    "below",
    "page",
    "target",
    "version",
    "from",
    "until",
    "day",
    "done",
    "look",
    "next",
    "span",
    "why",
];

/// What no field expects: what ends a text elsewhere, letters of every length, days that there are not.
const TEXTS: [&str; 14] = [
    "\0",
    "a\0b@example.org",
    "\u{FFFF}\u{10FFFF}",
    "İİİİ#é\u{301}\u{202E}",
    "\r\n.\r\n",
    "9999-12-31",
    "-9999-01-01",
    "2018-02-30",
    "0000-00-00",
    "999999999999999999-01-01T00:00:00Z",
    "-",
    "9999-12-31 23:59",
    "{{%s}} %00 %",
    "[][](<",
];

/// What stands between two marks, each time.
fn between<'t>(text: &'t str, open: &'static str, close: char) -> impl Iterator<Item = &'t str> {
    text.split(open).skip(1).filter_map(move |rest| rest.split(close).next())
}

/// A form of a page: where it leads, and its fields, those that are hidden with what they hold.
struct Form {
    is_post: bool,
    action: String,
    fields: Vec<(String, Option<String>)>,
}

fn forms(page: &str) -> Vec<Form> {
    let forms = page.split("<form ").skip(1).filter_map(|rest| rest.split("</form>").next());
    forms
        .map(|form| {
            let head = form.split('>').next().unwrap_or_default();
            let first =
                |tag: &str, open| between(tag, open, '"').next().map(|text| text.replace("&amp;", "&"));
            let hidden = |tag: &str| first(tag, "value=\"").filter(|_| tag.contains("type=\"hidden\""));
            let tags = form[head.len()..].split('<');
            let fields = tags.filter_map(|tag| Some((first(tag, "name=\"")?, hidden(tag)))).collect();
            Form {
                is_post: head.contains("method=\"post\""),
                action: first(head, "action=\"").unwrap_or_default(),
                fields,
            }
        })
        .collect()
}

/// What ends the visit or the account would end the story.
fn ends_here(action: &str) -> bool {
    ["/session", "/erasure", "/leaving", "/departure", "/removal"].iter().any(|end| action.contains(end))
}

/// Sends each of these in every field that a page or a form has, beside what is hidden there and in its place,
/// and answers how many forms were sent.
async fn into_every_field(world: &World, pages: BTreeSet<String>, typed: &[&str]) -> usize {
    let mut sent = 0;
    for page in pages.into_iter().filter(|page| !ends_here(page)) {
        let shown = seated(world, ADA).await.get(world, &page).await;
        let forms = if shown.status == StatusCode::OK { forms(&shown.text()) } else { Vec::new() };
        let named = forms.iter().flat_map(|form| form.fields.iter().map(|(name, _)| name.as_str()));
        let asked: BTreeSet<&str> = named.chain(ASKED).collect();
        for value in typed {
            let query: Vec<(&str, &str)> = asked.iter().map(|name| (*name, *value)).collect();
            let asked = format!("{page}?{}", serde_html_form::to_string(query).unwrap());
            let answer = seated(world, ADA).await.get(world, &asked).await;
            assert!(!answer.status.is_server_error(), "GET {asked}: {}", answer.status);
            for form in forms.iter().filter(|form| form.is_post && !ends_here(&form.action)) {
                for keeps_hidden in [true, false] {
                    let of = |hidden: &Option<String>| hidden.clone().filter(|_| keeps_hidden);
                    let filled = form.fields.iter().filter(|(name, _)| name != "preview");
                    let filled: Vec<(&str, String)> = filled
                        .map(|(name, hidden)| (name.as_str(), of(hidden).unwrap_or((*value).to_owned())))
                        .collect();
                    let filled: Vec<(&str, &str)> =
                        filled.iter().map(|(name, value)| (*name, value.as_str())).collect();
                    let to = if form.action.is_empty() { &page } else { &form.action };
                    let status = seated(world, ADA).await.post(world, to, &filled).await.status;
                    assert!(!status.is_server_error(), "POST {to} of {page} with {value:?}: {status}");
                    sent += 1;
                }
            }
        }
    }
    sent
}

/// The URLs that can be read, with something of ours set into each.
async fn readable(world: &World) -> BTreeSet<String> {
    let mut pages = BTreeSet::new();
    for route in routes::all() {
        let here = path(route.path);
        if methods(world, route).await.contains(&Method::GET) {
            pages.insert(here);
        }
    }
    pages
}

#[tokio::test]
async fn a_cause_of_several_lines_is_one_line_of_the_log() {
    let cause = Cause("the database said\n2026-11-26T12:00:00Z  INFO forged".to_owned());
    let (lines, status) = (Lines::default(), StatusCode::INTERNAL_SERVER_ERROR);
    let line = Line { method: &Method::GET, route: "/a", status, request: "1", now: 0 };
    let ((), written) = logged(async { lines.tell(&line, "failed", Some(&cause)) }).await;
    assert_eq!(written.lines().count(), 1, "{written}");
    assert!(written.contains("the database said"), "{written}");
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

    async fn a_sign_on_that_is_not_stored_stands_in_the_log_with_its_cause_once_a_minute(world: World) {
        assert_eq!(world.get(CAMPAIGN).await.status, StatusCode::OK);
        world.db().close().await;
        let form = [("name", "Robin Example"), ("email", "robin@example.org")];
        let fifty = async { for _ in 0..50 { world.submit(&form).await; } };
        let ((), written) = logged(fifty).await;
        assert_eq!(written.lines().count(), 1, "{written}");
        assert!(written.contains("rule=\"not-stored\"") && written.contains(" error="), "{written}");
        assert!(!written.contains("Robin") && !written.contains("robin"), "{written}");
        world.pass(MINUTE);
        let (_, later) = logged(world.submit(&form)).await;
        assert!(later.contains("untold=49"), "{later}");
    }

    async fn numbers_too_large_for_anything_are_refused_and_never_a_fault(world: World) {
        let owner = invited(&world, ADA, Some(GROUP), Some(Role::Owner)).await;
        Clerk::by_link(&world, &owner).await;
        world.sign("Robin Example", "robin@example.org").await;
        let mut tries = 0;
        for route in routes::all() {
            let template = route.path;
            let methods = methods(&world, route).await;
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
        let sent = into_every_field(&world, readable(&world).await, &NUMBERS).await;
        assert!(tries > 100 && sent > 100, "{tries} numbers in addresses, {sent} forms");
    }

    async fn texts_that_no_field_expects_are_taken_or_refused_and_never_a_fault(world: World) {
        let owner = invited(&world, ADA, Some(GROUP), Some(Role::Owner)).await;
        Clerk::by_link(&world, &owner).await;
        world.sign("Robin Example", "robin@example.org").await;
        let sent = into_every_field(&world, readable(&world).await, &TEXTS).await;
        assert!(sent > 100, "{sent} forms");
    }
}
