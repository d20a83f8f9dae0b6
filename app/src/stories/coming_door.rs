//! What the door’s phones send and are told: whole parties, who was in already, what comes in late and out of order.

use super::coming::{PROTEST, come, press};
use super::coming_desk::{DESK, number_of, ticket};
use super::desk::{Clerk, GROUP};
use super::stories;
use super::world::World;
use crate::accounts::Role;
use crate::clock::{MINUTE, SECOND};
use axum::http::StatusCode;
use serde_json::json;

async fn party(
    world: &World,
    name: &'static str,
    email: &'static str,
    people: &'static str,
) -> (i64, String) {
    let link =
        come(world, PROTEST, &[("name", name), ("email", email), ("people", people), ("slot", "noon")]).await;
    (number_of(world, email).await, link)
}

async fn noon(world: &World) -> i64 {
    world.number("select id as n from event_slot where event = 'outside-dreamforce' and slot = 'noon'").await
}

const ARRIVALS: &str = "/desk/campaigns/dropsalesforce/events/outside-dreamforce/arrivals";

stories! {
    async fn a_ticket_that_no_list_knew_lets_the_whole_party_in_and_the_second_phone_is_told(world: World) {
        let (ada, _) = party(&world, "Ada", "ada@guests.example", "5").await;
        let clerk = Clerk::of(&world, "door@example.org", GROUP, Role::Moderator).await;
        world.pass(MINUTE);
        let noted = world.app.clock.now() / 1_000 - 20_000;
        let token = ticket(&world, "ada@guests.example").await;
        let first = format!("{token}..{noted}");
        for _ in 0..2 {
            let told = clerk.post_as_script(&world, ARRIVALS, &[("ticket", &first)]).await;
            assert_eq!((&told["people"], &told["tickets"]), (&json!(5), &json!([[ada, 5]])), "{told}");
            assert_eq!(told["already"], json!([]), "the same note again is no second person: {told}");
        }
        // Another phone, which asks how things stand, and lets the same people in by the list nevertheless.
        let idle = clerk.post_as_script(&world, ARRIVALS, &[]).await;
        assert_eq!((&idle["people"], &idle["arrived"][ada.to_string()]), (&json!(5), &json!([5, noted])), "{idle}");
        assert!(!idle.to_string().contains("Ada"), "numbers alone: {idle}");
        let second = format!("{ada}.5.{}", noted + 9_000);
        let told = clerk.post_as_script(&world, ARRIVALS, &[("arrival", &second)]).await;
        assert_eq!((&told["people"], &told["already"]), (&json!(5), &json!([[ada, noted]])), "{told}");
        // By buttons alone as well, and on the page of the ticket.
        let button = clerk.post(&world, ARRIVALS, &[("arrival", &format!("{ada}.5."))]).await;
        assert!(button.location().ends_with("done=already"), "{}", button.location());
        assert!(clerk.get(&world, &button.location()).await.text().contains("They were let in before"));
        let read = clerk.get(&world, &format!("{DESK}/outside-dreamforce/door?ticket={token}")).await.text();
        let panel = read.split("id=\"door-ticket\"").nth(1).unwrap().split("</section>").next().unwrap();
        assert!(panel.contains("is in") && panel.contains("since") && panel.contains("name=\"undone\""), "{panel}");
    }

    async fn of_letting_in_and_taking_back_the_later_stands_whichever_comes_in_first(world: World) {
        let (ada, _) = party(&world, "Ada", "ada@guests.example", "4").await;
        let (bo, _) = party(&world, "Bo", "bo@guests.example", "1").await;
        let clerk = Clerk::of(&world, "door@example.org", GROUP, Role::Moderator).await;
        world.pass(MINUTE);
        let at = |seconds: i64| world.app.clock.now() / 1_000 - 60_000 + seconds * 1_000;
        // Ada was let in, taken back, let in and taken back; the last two come in first.
        for (name, value) in [
            ("undone", format!("{ada}.{}", at(40))),
            ("arrival", format!("{ada}.4.{}", at(30))),
            ("arrival", format!("{ada}.4.{}", at(10))),
            ("undone", format!("{ada}.{}", at(20))),
            // Bo was taken back by one phone, and let in by another since.
            ("arrival", format!("{bo}.1.{}", at(30))),
            ("arrival", format!("{bo}.1.{}", at(10))),
            ("undone", format!("{bo}.{}", at(20))),
        ] {
            clerk.post_as_script(&world, ARRIVALS, &[(name, &value)]).await;
        }
        let stands = clerk.post_as_script(&world, ARRIVALS, &[]).await;
        assert_eq!(stands["arrived"], json!({ bo.to_string(): [1, at(30)] }), "{stands}");
        clerk.post_as_script(&world, ARRIVALS, &[("arrival", &format!("{ada}.4.{}", at(50)))]).await;
        assert_eq!(world.number("select arrived as n from rsvp where name = 'Ada'").await, 4);
    }

    async fn an_evening_of_one_phone_comes_in_at_once_and_a_walk_in_can_be_taken_back(world: World) {
        let clerk = Clerk::of(&world, "door@example.org", GROUP, Role::Moderator).await;
        let slot = noon(&world).await;
        let marks: Vec<String> = (0..1_500).map(|number| format!("{slot}.0b6fa1c2-4d3e-4f50-8a9b-{number:012}.1.1536900000000")).collect();
        let notes: Vec<(&str, &str)> = marks.iter().map(|mark| ("walk_in", mark.as_str())).collect();
        let told = clerk.post_as_script(&world, ARRIVALS, &notes).await;
        assert_eq!((&told["people"], &told["unknown"]), (&json!(1_500), &json!([])), "94 kB of a phone that sends all at once");
        let slip = format!("{slot}.0b6fa1c2-4d3e-4f50-8a9b-{:012}", 7);
        for _ in 0..2 {
            let told = clerk.post_as_script(&world, ARRIVALS, &[("undone_walk_in", &slip)]).await;
            assert_eq!(told["people"], json!(1_499), "{told}");
        }
        // Without a script the page that comes next has the button.
        let counted = clerk.post(&world, ARRIVALS, &[("walk_in", &format!("{slot}.mark-00001.1."))]).await;
        assert!(counted.location().ends_with(&format!("done=counted&walk_in={slot}.mark-00001")), "{}", counted.location());
        let page = clerk.get(&world, &counted.location()).await.text();
        assert!(page.contains(&format!("name=\"undone_walk_in\" value=\"{slot}.mark-00001\"")), "{page}");
        let undone = clerk.post(&world, ARRIVALS, &[("undone_walk_in", &format!("{slot}.mark-00001"))]).await;
        assert!(undone.location().ends_with("done=undone"));
        world.pass(SECOND);
        let page = clerk.get(&world, &format!("{DESK}/outside-dreamforce/door?lang=ar")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains("data-arrived=\"1499\""), "a number that a script reads in any language");
        // A name is found before anything else is offered.
        let text = page.text();
        let place = |of: &str| text.find(of).unwrap_or_else(|| panic!("{of} in {text}"));
        assert!(place("id=\"door-name\"") < place("name=\"walk_in\"") && place("name=\"walk_in\"") < place("id=\"door-forget\""));
    }

    async fn who_cancelled_and_comes_after_all_is_said_so_at_the_door(world: World) {
        let (_, link) = party(&world, "Ada", "ada@guests.example", "1").await;
        press(&world, &link, "cancellation").await;
        let clerk = Clerk::of(&world, "door@example.org", GROUP, Role::Moderator).await;
        let token = ticket(&world, "ada@guests.example").await;
        let read = clerk.get(&world, &format!("{DESK}/outside-dreamforce/door?ticket={token}")).await.text();
        assert!(read.contains("<strong>Not coming</strong>"), "{read}");
    }
}
