//! A campaign at a glance: when it was signed, where signatures come from, and what needs somebody.

use super::desk::{Clerk, GROUP, invited};
use super::desk_rules::seated;
use super::stories;
use super::world::World;
use crate::accounts::Role;
use crate::clock::{DAY, HOUR, MINUTE};
use axum::http::StatusCode;

const PAGE: &str = "/desk/campaigns/dropsalesforce";

/// The rows of the table of times: what they are called, and their figures.
fn lines(page: &str) -> Vec<(String, Vec<String>)> {
    let table = page.split("class=\"table short\"").nth(1).unwrap().split("</table>").next().unwrap();
    let cell = |cell: &str| cell.split("</td>").next().unwrap().to_owned();
    table
        .split("<th scope=\"row\">")
        .skip(1)
        .map(|row| {
            let name = row.split("</th>").next().unwrap().to_owned();
            let figures = row.split("<td class=\"figure\">").skip(1).map(cell).collect();
            (name, figures)
        })
        .collect()
}

fn columns(page: &str, class: &str) -> usize {
    page.matches(&format!("<path class=\"{class}\"")).count()
}

async fn signed_with_everything(world: &World) -> String {
    let form = [
        ("name", "Ada Lovelace"),
        ("email", "ada@signers.example"),
        ("relation", "customer"),
        ("country", "MX"),
        ("source", "bus-stop"),
    ];
    world.submit(&form).await;
    let link = world.mail_to("ada@signers.example").await.link();
    world.pass(HOUR);
    world.press(&link, "confirmation").await;
    link
}

stories! {
    async fn what_was_sent_and_what_was_confirmed_stand_at_their_hours(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Viewer).await;
        let empty = clerk.get(&world, PAGE).await;
        assert_eq!(empty.status, StatusCode::OK);
        assert!(empty.text().contains("Nothing happened in this time") && columns(&empty.text(), "sent") == 0);
        let link = signed_with_everything(&world).await;
        world.sign_on("Grace Hopper", "grace@signers.example").await;
        world.work().await;
        let page = clerk.get(&world, PAGE).await.text();
        let lines = lines(&page);
        assert_eq!(lines.len(), 24);
        assert_eq!(lines[0].0, "10 Sept 10:00", "in the campaign’s own time zone, the last hour first");
        assert_eq!(lines[0].1, ["1", "1", "0%"], "Grace sent, Ada confirmed");
        assert_eq!(lines[1].1, ["1", "0", "100%"], "what Ada sent then was confirmed later");
        assert_eq!((columns(&page, "sent"), columns(&page, "confirmed")), (2, 1));
        assert!(page.contains("in the hours and days of <bdi>America/Los_Angeles</bdi>") && page.contains("As of <bdi>"));
        assert!(page.contains("role=\"img\"") && page.contains("<title id=\"chart-title\">") && page.contains("<desc id=\"chart-says\">Most at"));
        world.press(&link, "withdrawal").await;
        let page = clerk.get(&world, &format!("{PAGE}?span=week")).await.text();
        let days = self::lines(&page);
        assert_eq!(days.len(), 7);
        assert_eq!((days[0].0.as_str(), &days[0].1[..3]), ("10 Sept", &["2".to_owned(), "1".to_owned(), "50%".to_owned()][..]));
        assert!(page.contains("<dt>Withdrawn</dt><dd>1</dd>"), "{page}");
        assert!(page.contains("<dt>Signatures that stand</dt><dd><a href=\"/desk/campaigns/dropsalesforce/signatures\">0</a></dd>"));
        world.pass(40 * DAY);
        let clerk = seated(&world, "desk@example.org").await;
        assert!(self::lines(&clerk.get(&world, PAGE).await.text()).iter().all(|(_, figures)| figures[0] == "0"));
        let all = self::lines(&clerk.get(&world, &format!("{PAGE}?span=all")).await.text());
        assert_eq!((all.len(), all.last().unwrap().1[0].as_str()), (41, "2"));
    }

    async fn a_quarter_counts_no_more_than_was_decided_on_and_no_step_twice(world: World) {
        world.sign_on("Ada", "ada@signers.example").await;
        assert_eq!(world.number("select count(*) as n from quarter_tally").await, 0, "the intake raises nothing");
        world.work().await;
        world.pass(MINUTE);
        world.sign_on("Ada", "ada@signers.example").await;
        world.work().await;
        world.work().await;
        assert_eq!(world.number("select sign_ons as n from quarter_tally").await, 2);
    }

    async fn where_signatures_come_from_follows_what_stands(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Viewer).await;
        let nothing = clerk.get(&world, PAGE).await.text();
        assert!(nothing.contains("Nothing is known yet"));
        let link = signed_with_everything(&world).await;
        world.get("/campaigns/dropsalesforce/posts/no-wall/x?target=al-gore").await;
        world.pass(MINUTE);
        let page = clerk.get(&world, PAGE).await.text();
        for words in ["<bdi>Mexico</bdi>", "<bdi>bus-stop</bdi>", "<bdi>English</bdi>", "<bdi>X</bdi>", "<bdi>no-wall</bdi>"] {
            assert!(page.contains(words), "{words} in {page}");
        }
        assert!(!page.contains("ada@") && !page.contains("Lovelace"), "sums alone");
        assert!(clerk.get(&world, &format!("{PAGE}?lang=es")).await.text().contains("<bdi>México</bdi>"));
        world.press(&link, "withdrawal").await;
        let page = clerk.get(&world, PAGE).await.text();
        assert!(!page.contains("Mexico") && !page.contains("bus-stop"), "what was taken back is counted nowhere");
        assert_eq!(world.number("select cast(sum(signatures) as bigint) as n from origin_tally").await, 0);
    }

    async fn what_needs_somebody_is_said_with_the_way_there_and_to_those_alone_who_may(world: World) {
        let owner = Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        Clerk::of(&world, "viewer@example.org", GROUP, Role::Viewer).await;
        assert!(owner.get(&world, PAGE).await.text().contains("Nothing at the moment"));
        signed_with_everything(&world).await;
        world.sign_on("Grace Hopper", "grace@signers.example").await;
        world.work().await;
        world.db().write(broadside_db::Lane::Ordinary, |c| Box::pin(async move {
            broadside_db::query("update signature set state = 'held'").run(c).await
        })).await.unwrap();
        invited(&world, "late@example.org", Some(GROUP), Some(Role::Viewer)).await;
        world.pass(23 * HOUR);
        let owner = seated(&world, "desk@example.org").await;
        assert!(!owner.get(&world, PAGE).await.text().contains("more than a day ago"), "not yet");
        world.pass(2 * HOUR);
        let page = owner.get(&world, PAGE).await.text();
        for (words, way) in [
            ("One signature is held", "/desk/campaigns/dropsalesforce/holding"),
            ("mails wait: nobody can confirm", ""),
            ("One form was sent more than a day ago", "/signatures/links"),
            ("One invitation waits", "/desk/groups/fight-for-the-future/members"),
        ] {
            assert!(page.contains(words), "{words} in {page}");
            assert!(way.is_empty() || page.contains(&format!("href=\"{way}\"")), "{way}");
        }
        let viewer = seated(&world, "viewer@example.org").await;
        let seen = viewer.get(&world, PAGE).await.text();
        assert!(seen.contains("Nothing at the moment") && !seen.contains("One invitation waits"), "{seen}");
        let home = owner.get(&world, "/desk").await.text();
        assert!(home.contains(&format!("<a href=\"{PAGE}\"><bdi>")), "the first page leads there");
        assert!(home.contains(&format!("<td class=\"figure\"><a href=\"{PAGE}\">4</a></td>")), "and says how much waits: {home}");
    }
}
