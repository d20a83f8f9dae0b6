//! What is told of an event, also where the program was down, something was imported, or it was called off meanwhile.

use super::coming::{CALL, come, mail_to, mails_of, press, queued, with_places};
use super::stories;
use super::world::World;
use crate::campaigns::definition::{Definition, Event, EventStatus};
use crate::clock::{HOUR, MINUTE, SECOND};

const ADA: &[(&str, &str)] = &[("name", "Ada"), ("email", "ada@guests.example")];
const BO: &[(&str, &str)] = &[("name", "Bo"), ("email", "bo@guests.example")];

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

    async fn what_was_called_off_and_takes_place_after_all_is_told_as_that(world: World) {
        come(&world, CALL, ADA).await;
        world.change_campaign(|campaign| call(campaign).status = EventStatus::Cancelled).await;
        world.work().await;
        world.change_campaign(|campaign| call(campaign).status = EventStatus::Open).await;
        world.work().await;
        world.work().await;
        assert_eq!((queued(&world, "rsvp_again").await, queued(&world, "rsvp_changed").await), (1, 0));
        let mail = mail_to(&world, "ada@guests.example").await;
        assert!(mail.kind == "rsvp_again" && mail.text.contains("takes place after all"), "{}", mail.text);
        assert!(!mail.text.contains("Time or place have changed"), "{}", mail.text);
        assert_eq!(world.number("select count(*) as n from event_telling where kind = 'reminder' and finished_at is null").await, 5);
    }

    async fn an_offer_that_ends_after_it_was_called_off_went_on_to_nobody_and_says_nothing(world: World) {
        with_places(&world, Some(1)).await;
        let ada = come(&world, CALL, ADA).await;
        come(&world, CALL, BO).await;
        press(&world, &ada, "cancellation").await;
        assert_eq!(mail_to(&world, "bo@guests.example").await.kind, "rsvp_offer");
        world.change_campaign(|campaign| call(campaign).status = EventStatus::Cancelled).await;
        world.work().await;
        world.pass(25 * HOUR);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from rsvp where state = 'lapsed'").await, 1);
        assert!(mails_of(&world).await.iter().all(|mail| mail.kind != "rsvp_lapsed"));
    }
}
