//! Parties of several and few places, several times by one mailbox, and an event that takes no more names.

use super::coming::{CALL, PROTEST, ask, come, mails_of, press, queued, send, with_places};
use super::stories;
use super::world::{World, below};
use crate::campaigns::definition::EventStatus;
use crate::clock::{MINUTE, SECOND};
use crate::events::GATHERED;
use axum::http::StatusCode;

const ADA: &[(&str, &str)] = &[("name", "Ada"), ("email", "ada@guests.example")];
const BO: &[(&str, &str)] = &[("name", "Bo"), ("email", "bo@guests.example")];
const THREE: &[(&str, &str)] = &[("name", "Cy"), ("email", "cy@guests.example"), ("people", "3")];

/// The private links in a text, in their order.
fn links(text: &str) -> Vec<String> {
    let found = text.lines().filter_map(|line| line.trim().strip_prefix("https://letter.example.org/rsvps/"));
    found.map(|token| format!("/rsvps/{token}")).collect()
}

stories! {
    async fn a_party_too_large_for_what_is_left_keeps_nobody_else_out_and_no_page_says_all_is_taken(world: World) {
        with_places(&world, Some(2)).await;
        let refused = send(&world, CALL, THREE).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = refused.text();
        assert!(text.contains("There is room for 2 in all") && text.contains("max=\"2\""), "{text}");
        assert_eq!(world.number("select count(*) as n from rsvp").await, 0);

        with_places(&world, Some(3)).await;
        let ada = come(&world, CALL, ADA).await;
        let cy = come(&world, CALL, THREE).await;
        let own = world.get(&cy).await.text();
        assert!(own.contains("2 places are free, fewer than the 3 that you need") && own.contains("first in line"), "{own}");
        assert!(!own.contains("All places are taken"), "{own}");
        let mail = mails_of(&world).await.into_iter().find(|mail| mail.kind == "rsvp_waiting").unwrap();
        assert!(mail.text.contains("3 places are not free") && !mail.text.contains("All places are taken"), "{}", mail.text);
        world.pass(SECOND);
        let page = world.get(CALL).await.text();
        assert!(page.contains("One person comes.") && page.contains("2 of 3 places are left."), "{page}");
        // Who fits gets a place at once, and no offer to be taken within a day.
        let bo = come(&world, CALL, BO).await;
        assert!(world.get(&bo).await.text().contains("You have a place"));
        assert_eq!(queued(&world, "rsvp_offer").await, 0);
        // A smaller room: the three of Cy never fit, and are told so; more of them cannot be asked for either.
        with_places(&world, Some(2)).await;
        let own = world.get(&cy).await.text();
        assert!(own.contains("There is room for 2 in all, so that the 3 of you never"), "{own}");
        let more = world.post(&below(&cy, "words"), &[("name", "Cy"), ("people", "4")]).await;
        assert!(more.status == StatusCode::UNPROCESSABLE_ENTITY && more.text().contains("There is room for 2 in all"));
        let renamed = world.post(&below(&cy, "words"), &[("name", "Cyrus"), ("people", "3")]).await;
        assert!(renamed.location().ends_with("done=corrected"), "what stands may stay");
        with_places(&world, Some(3)).await;
        press(&world, &ada, "cancellation").await;
        assert_eq!(queued(&world, "rsvp_offer").await, 0, "two places do not hold three");
        press(&world, &bo, "cancellation").await;
        assert!(world.get(&cy).await.text().contains("kept for you until"), "the turn was kept");
        world.pass(SECOND);
        assert!(world.get(CALL).await.text().contains("All places are taken"));
    }

    async fn several_times_by_one_mailbox_come_together_in_one_more_mail_and_stand_behind_each_link(world: World) {
        world
            .change_campaign(|campaign| {
                let protest = campaign.events.iter_mut().find(|event| event.slug == "outside-dreamforce").unwrap();
                for number in 1..=5 {
                    let mut shift = protest.slots[0].clone();
                    shift.slug = format!("shift-{number}");
                    shift.name.insert("en".to_owned(), format!("Shift {number}"));
                    protest.slots.push(shift);
                }
            })
            .await;
        let fill = |slot: &'static str| [("name", "Ada"), ("email", "ada@guests.example"), ("slot", slot)];
        for slot in ["shift-1", "shift-2", "shift-3", "shift-4", "shift-5"] {
            let answer = send(&world, PROTEST, &fill(slot)).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
            let inbox = world.get(&answer.location()).await.text();
            assert!(inbox.contains("after three in a day, what else is said from one mailbox goes together in one more"), "{inbox}");
        }
        world.work().await;
        assert_eq!(queued(&world, "rsvp_link").await, 4, "three, and one more for all others");
        assert_eq!(world.number("select next_attempt_at - created_at as n from mail where kind = 'rsvp_link' order by id desc limit 1").await, GATHERED);
        world.pass(16 * MINUTE);
        world.work().await;
        let last = mails_of(&world).await.pop().unwrap();
        assert_eq!(links(&last.text).len(), 5, "{}", last.text);
        for number in 1..=5 {
            assert!(last.text.contains(&format!("Outside Dreamforce: Shift {number}")), "{}", last.text);
        }
        // Strangers who type the address use up nobody’s day: what its owner says now stands behind any link from before.
        for _ in 0..4 {
            send(&world, CALL, &[("name", "Not Ada"), ("email", "ada@guests.example")]).await;
        }
        send(&world, PROTEST, &fill("noon")).await;
        world.work().await;
        assert_eq!(queued(&world, "rsvp_link").await, 4, "nobody is mailed without end");
        let first = mails_of(&world).await.into_iter().next().unwrap().link();
        let own = press(&world, &first, "confirmation").await.text();
        assert!(own.contains("Also from this mailbox") && own.contains("Outside Dreamforce: At noon, with speeches"), "{own}");
        let noon = own.split("Also from this mailbox").nth(1).unwrap().split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert!(world.get(&noon).await.text().contains("12:00"), "the newest first");
        assert!(press(&world, &noon, "confirmation").await.text().contains("You have a place"));
        let others = world.get(&noon).await.text();
        let others = others.split("Also from this mailbox").nth(1).unwrap().split("</section>").next().unwrap();
        assert!(others.contains("Shift 2") && !others.contains("At noon"), "what stands is not listed as open: {others}");
        // Another mailbox sees nothing of it.
        let bo = ask(&world, CALL, BO).await;
        assert!(!world.get(&bo).await.text().contains("Also from this mailbox"));
    }

    async fn an_event_that_takes_no_more_names_takes_none_by_private_links_either(world: World) {
        let open = ask(&world, PROTEST, &[("name", "Ada"), ("email", "ada@guests.example"), ("slot", "noon")]).await;
        let bo = come(&world, PROTEST, &[("name", "Bo"), ("email", "bo@guests.example"), ("slot", "noon"), ("people", "2")]).await;
        world
            .change_campaign(|campaign| {
                campaign.events.iter_mut().find(|event| event.slug == "outside-dreamforce").unwrap().status = EventStatus::Closed;
            })
            .await;
        let page = world.get(&open).await.text();
        assert!(page.contains("takes no more names") && !page.contains("/confirmation"), "{page}");
        assert!(press(&world, &open, "confirmation").await.text().contains("it was too late for that"));
        let more = world.post(&below(&bo, "words"), &[("name", "Bo"), ("people", "3")]).await;
        assert!(more.location().ends_with("done=too-late"));
        let fewer = world.post(&below(&bo, "words"), &[("name", "Bo"), ("people", "1")]).await;
        assert!(fewer.location().ends_with("done=corrected"));
        assert_eq!(world.number("select cast(sum(people) as bigint) as n from rsvp where state = 'coming'").await, 1);
        let gone = press(&world, &bo, "cancellation").await.text();
        assert!(!gone.contains("after all"), "{gone}");
        press(&world, &bo, "confirmation").await;
        assert_eq!(world.number("select count(*) as n from rsvp where state = 'coming'").await, 0);
    }
}
