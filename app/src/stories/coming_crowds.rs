//! Many at once: the last place is given once, and the line stands in its order.

use super::coming::{CALL, mails_of, queued};
use super::stories;
use super::world::{World, below};
use crate::clock::{HOUR, SECOND};
use axum::http::StatusCode;
use std::collections::BTreeSet;
use std::sync::Arc;

/// So many people say that they come, from networks of their own.
async fn many(world: &World, people: u16) -> Vec<String> {
    for number in 0..people {
        let (name, email) = (format!("Guest {number}"), format!("guest{number}@guests.example"));
        let [high, low] = number.to_be_bytes();
        let from = [203, 0, high, low];
        let answer =
            world.post_from(from, &format!("{CALL}/rsvps"), &[("name", &name), ("email", &email)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    }
    mails_of(world)
        .await
        .into_iter()
        .filter(|mail| mail.kind == "rsvp_link")
        .map(|mail| mail.link())
        .collect()
}

stories! {
    async fn a_thousand_at_once_for_fifty_places_are_fifty_and_a_line_in_order(world: World) {
        let people: u16 = 1_000;
        let links = many(&world, people).await;
        assert_eq!(links.len(), usize::from(people));
        let world = Arc::new(world);
        let pressed: Vec<_> = links
            .into_iter()
            .map(|link| {
                let world = world.clone();
                tokio::spawn(async move { world.post(&below(&link, "confirmation"), &[]).await.status })
            })
            .collect();
        for one in pressed {
            assert_eq!(one.await.unwrap(), StatusCode::SEE_OTHER);
        }
        assert_eq!(world.number("select count(*) as n from rsvp where state = 'coming'").await, 50);
        assert_eq!(world.number("select count(*) as n from rsvp where state = 'waiting'").await, 950);
        assert_eq!(world.number("select count(distinct turn) as n from rsvp where state = 'waiting'").await, 950);
        assert_eq!(world.number("select max(turn) as n from rsvp").await, 950);
        // Whoever pressed later stands further behind: turns rise with the transactions that gave them.
        world.pass(SECOND);
        assert!(world.get(CALL).await.text().contains("All places are taken"));
        assert_eq!((queued(&world, "rsvp_coming").await, queued(&world, "rsvp_waiting").await), (50, 950));
    }

    async fn offers_that_end_while_the_program_is_down_are_offered_on_once(world: World) {
        // As many places as the files say: a start reads them again here.
        let links = many(&world, 62).await;
        for link in &links {
            world.post(&below(link, "confirmation"), &[]).await;
        }
        for link in &links[..3] {
            world.post(&below(link, "cancellation"), &[]).await;
        }
        assert_eq!(world.number("select count(*) as n from rsvp where state = 'offered'").await, 3);
        let world = world.restarted(|settings| settings).await;
        world.pass(30 * HOUR);
        let world = world.restarted(|settings| settings).await;
        world.work().await;
        world.work().await;
        assert_eq!(world.number("select count(*) as n from rsvp where state = 'lapsed'").await, 3);
        assert_eq!(world.number("select count(*) as n from rsvp where state = 'offered'").await, 3);
        assert_eq!(queued(&world, "rsvp_offer").await, 6);
        assert_eq!(queued(&world, "rsvp_lapsed").await, 3);
        // Two processes at the same work offer nothing twice.
        world.pass(30 * HOUR);
        let other = world.another_process().await;
        tokio::join!(world.work(), other.work());
        assert_eq!(world.number("select count(*) as n from rsvp where state = 'offered'").await, 3);
        assert_eq!(queued(&world, "rsvp_offer").await, 9);
        let mut turns = BTreeSet::new();
        let mut c = world.db().read().await.unwrap();
        let rows = broadside_db::query("select turn from rsvp where state = 'offered'").all(&mut c, |row| row.get::<i64>("turn")).await.unwrap();
        turns.extend(rows);
        assert_eq!(turns.into_iter().collect::<Vec<_>>(), [7, 8, 9], "in turn");
    }
}
