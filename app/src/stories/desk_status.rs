//! The status page: what this process did lately, what gave way, and who may see it.

use super::desk::{Clerk, GROUP, invited};
use super::desk_rules::seated;
use super::stories;
use super::world::World;
use crate::accounts::Role;
use crate::clock::MINUTE;
use crate::config::Settings;
use axum::http::StatusCode;

const PAGE: &str = "/desk/status";
const ADA: &str = "ada@example.org";

async fn page(world: &World) -> String {
    let answer = seated(world, ADA).await.get(world, PAGE).await;
    assert_eq!(answer.status, StatusCode::OK);
    answer.text()
}

/// The figures under a heading's name.
fn figure(page: &str, name: &str) -> String {
    let found =
        page.split(&format!("<dt>{name}</dt><dd>")).nth(1).and_then(|rest| rest.split("</dd>").next());
    found.unwrap_or_else(|| panic!("no {name}")).to_owned()
}

/// The cells of the row of a table that begins so.
fn row(page: &str, begins: &str) -> Vec<String> {
    let row = page.split(&format!("<tr><th scope=\"row\">{begins}</th>")).nth(1);
    let row = row.and_then(|rest| rest.split("</tr>").next()).unwrap_or_else(|| panic!("no row {begins}"));
    row.split("<td class=\"figure\">")
        .skip(1)
        .filter_map(|cell| cell.split("</td>").next())
        .map(str::to_owned)
        .collect()
}

stories! {
    async fn the_last_quarter_of_an_hour_stands_in_figures_by_minute_queue_and_route(world: World) {
        let link = invited(&world, ADA, None, None).await;
        Clerk::by_link(&world, &link).await;
        let empty = page(&world).await;
        assert!(empty.contains("No mail server is set") && !empty.contains("come back after") && empty.contains("No sign-on in this time"));
        assert_eq!(figure(&empty, "Sign-ons"), "0");
        world.sign("Robin Example", "robin@example.org").await;
        world.sign_on("Grace Hopper", "grace@example.org").await;
        world.pass(MINUTE);
        let shown = page(&world).await;
        assert_eq!((figure(&shown, "Sign-ons"), figure(&shown, "Confirmations")), ("2".to_owned(), "1".to_owned()));
        assert_eq!(row(&shown, "Sign-ons")[..2], ["2", "1"], "each had a commit of its own");
        assert!(row(&shown, "Sign-ons")[2].ends_with(" ms") || row(&shown, "Sign-ons")[2].ends_with(" s"));
        let route = row(&shown, "<code dir=\"ltr\">/signatures/{token}/confirmation</code>");
        assert_eq!((route[0].as_str(), route[3].as_str()), ("1", "0"));
        assert!(!shown.contains("robin@") && !shown.contains("Grace"), "nothing of a person");
        assert_eq!(shown.matches("class=\"sent\" d=").count(), 1, "one minute with sign-ons");
        for _ in 0..16 {
            world.pass(MINUTE);
            page(&world).await;
        }
        assert_eq!(figure(&page(&world).await, "Sign-ons"), "0", "older than a quarter of an hour");
    }

    async fn what_waits_and_what_does_not_serve_is_said(world: World) {
        let link = invited(&world, ADA, None, None).await;
        Clerk::by_link(&world, &link).await;
        world.sign_on("Robin Example", "robin@example.org").await;
        world.pass(3 * MINUTE);
        let shown = page(&world).await;
        assert!(shown.contains("1 sign-on waits to be looked at before its mail is written") && shown.contains("for 3 minutes"), "{shown}");
        assert_eq!(figure(&shown, "Sign-ons whose mail is not decided yet"), "1");
        // Nobody listens there.
        let world = world.restarted(|settings| Settings { smtp_url: Some("smtp://127.0.0.1:1".to_owned()), ..settings }).await;
        world.work().await;
        let shown = page(&world).await;
        assert!(shown.contains("The mail server does not serve. It is tried again in 5 seconds"), "{shown}");
        assert_eq!((figure(&shown, "Put off, to be tried again"), figure(&shown, "Mails that wait")), ("1".to_owned(), "1".to_owned()));
        assert_eq!(figure(&shown, "Sign-ons whose mail is not decided yet"), "0");
    }

    async fn it_is_for_who_runs_the_instance_alone(world: World) {
        let link = invited(&world, ADA, None, None).await;
        Clerk::by_link(&world, &link).await;
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        assert_eq!(owner.get(&world, PAGE).await.status, StatusCode::FORBIDDEN);
        assert!(!owner.get(&world, "/desk").await.text().contains(PAGE));
    }
}
