//! What is told of an event, also where the program was down, something was imported, or it was called off meanwhile.

use super::coming::{CALL, come, queued};
use super::stories;
use super::world::World;
use crate::campaigns::definition::{Definition, Event, EventStatus};
use crate::clock::{HOUR, MINUTE, SECOND};

const ADA: &[(&str, &str)] = &[("name", "Ada"), ("email", "ada@guests.example")];

/// When the call begins.
const BEGINS: i64 = 1_537_491_600 * SECOND;

fn call(campaign: &mut Definition) -> &mut Event {
    campaign.events.iter_mut().find(|event| event.slug == "call-before").unwrap()
}

stories! {
    async fn a_reminder_that_is_due_outlives_whatever_is_imported_before_it_is_told(world: World) {
        come(&world, CALL, ADA).await;
        // Nothing runs when it is due, and somebody imports another word before anything does.
        world.pass(BEGINS - world.app.clock.now() - 2 * HOUR + MINUTE);
        world
            .change_campaign(|campaign| {
                call(campaign).words.insert("en".to_owned(), "Who does what, and where.".to_owned());
            })
            .await;
        world.change_campaign(|campaign| call(campaign).reminders = vec![1]).await;
        world.work().await;
        assert_eq!(queued(&world, "rsvp_reminder").await, 1, "it was due already");
        world.pass(HOUR);
        world.work().await;
        assert_eq!(queued(&world, "rsvp_reminder").await, 2, "and the one that was asked for since");
        let world = world.restarted(|settings| settings).await;
        world.work().await;
        assert_eq!(queued(&world, "rsvp_reminder").await, 2);
    }

    async fn a_reminder_that_is_due_goes_no_more_where_the_event_was_moved_or_called_off(world: World) {
        come(&world, CALL, ADA).await;
        world.pass(BEGINS - world.app.clock.now() - 2 * HOUR + MINUTE);
        world
            .change_campaign(|campaign| {
                let slot = &mut call(campaign).slots[0];
                (slot.starts, slot.ends) = ("2018-09-22 18:00".to_owned(), "2018-09-22 19:00".to_owned());
            })
            .await;
        world.work().await;
        assert_eq!((queued(&world, "rsvp_reminder").await, queued(&world, "rsvp_changed").await), (0, 1));
        world.pass(48 * HOUR);
        world.change_campaign(|campaign| call(campaign).status = EventStatus::Cancelled).await;
        world.work().await;
        assert_eq!((queued(&world, "rsvp_reminder").await, queued(&world, "rsvp_cancelled").await), (0, 1));
    }
}
