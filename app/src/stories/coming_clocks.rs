//! Times of events by the clocks of their places: the hour that is shown twice, and another zone than the campaign’s.

use super::coming_desk::{DESK, NEW, field, with};
use super::desk::{Clerk, GROUP};
use super::stories;
use super::world::World;
use crate::accounts::Role;
use axum::http::StatusCode;

stories! {
    async fn an_hour_that_clocks_show_twice_is_one_moment_for_pages_and_calendars_at_its_end_too(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        for (slug, starts, ends, [from, until]) in [
            ("to-first", ("00:30", ""), ("01:30", "first"), ["073000", "083000"]),
            ("to-second", ("00:30", ""), ("01:30", "second"), ["073000", "093000"]),
            ("between", ("01:50", "first"), ("01:10", "second"), ["085000", "091000"]),
            ("from-second", ("01:30", "second"), ("03:00", ""), ["093000", "110000"]),
        ] {
            let version = field(&clerk.get(&world, &format!("{DESK}/new")).await.text(), "version");
            let (from_day, until_day) = (format!("2018-11-04T{}", starts.0), format!("2018-11-04T{}", ends.0));
            let typed = with(NEW, &[("version", &version), ("slug", slug), ("starts-0", &from_day), ("ends-0", &until_day)]);
            let asked = clerk.post(&world, &format!("{DESK}/new"), &typed).await;
            assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{slug}");
            let asked = asked.text();
            assert_eq!(asked.contains("name=\"twice-0\""), !starts.1.is_empty(), "{slug}: {asked}");
            assert_eq!(asked.contains("name=\"ends_twice-0\""), !ends.1.is_empty(), "{slug}: {asked}");
            if slug == "between" {
                let wrong = with(&typed, &[("twice-0", "first"), ("ends_twice-0", "first")]);
                assert!(clerk.post(&world, &format!("{DESK}/new"), &wrong).await.text().contains("It ends before it starts"));
            }
            let said = with(&typed, &[("twice-0", starts.1), ("ends_twice-0", ends.1)]);
            let made = clerk.post(&world, &format!("{DESK}/new"), &said).await;
            assert_eq!(made.status, StatusCode::SEE_OTHER, "{slug}: {}", made.text());
            let event = format!("/campaigns/dropsalesforce/events/{slug}");
            let file = world.get(&format!("{event}/event.ics")).await.text();
            let moments = [format!("DTSTART:20181104T{from}Z"), format!("DTEND:20181104T{until}Z")];
            assert!(moments.iter().all(|moment| file.contains(moment)), "{moments:?} in {file}");
            let page = world.get(&event).await.text();
            match ends.1 {
                "first" => assert!(page.contains("it ends at 4 November 2018 at 01:30 PDT, the first time"), "{page}"),
                "second" => assert!(page.contains("PST, the second time") && page.contains("it ends at"), "{page}"),
                _ => assert!(!page.contains("it ends at") && page.contains("01:30 PST, the second time"), "{page}"),
            }
            // What was said stands in the form again.
            let form = clerk.get(&world, &format!("{DESK}/{slug}/words")).await.text();
            assert_eq!(form.contains("name=\"ends_twice-0\""), !ends.1.is_empty(), "{form}");
        }
    }

    async fn the_form_of_an_event_names_the_clock_and_takes_another(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let blank = clerk.get(&world, &format!("{DESK}/new")).await.text();
        assert!(blank.contains("By the clock of America/Los_Angeles."), "{blank}");
        let version = field(&blank, "version");
        let new = with(NEW, &[("version", version.as_str()), ("time_zone", "Madrid")]);
        let refused = clerk.post(&world, &format!("{DESK}/new"), &new).await.text();
        assert!(refused.contains("No time zone is called so") && refused.contains("value=\"Madrid\""), "{refused}");
        let made = clerk.post(&world, &format!("{DESK}/new"), &with(&new, &[("time_zone", "Europe/Madrid")])).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
        let page = world.get("/campaigns/dropsalesforce/events/march").await.text();
        assert!(page.contains("17:00 CEST"), "{page}");
        let form = clerk.get(&world, &format!("{DESK}/march/words")).await.text();
        assert!(form.contains("By the clock of Europe/Madrid.") && form.contains("value=\"Europe/Madrid\""), "{form}");
    }
}
