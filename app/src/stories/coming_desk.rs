//! Events at the desk and at the door.

use super::coming::{CALL, PROTEST, come, queued, with_places};
use super::desk::{Clerk, GROUP};
use super::stories;
use super::world::World;
use crate::accounts::Role;
use crate::clock::SECOND;
use axum::http::StatusCode;

pub const DESK: &str = "/desk/campaigns/dropsalesforce/events";

pub fn field(page: &str, name: &str) -> String {
    let from = page.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_else(|| panic!("{name} in {page}"));
    from.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

/// The ticket in a private page’s code is the door’s address; here it is made as that is.
pub async fn ticket(world: &World, email: &str) -> String {
    let mut c = world.db().read().await.unwrap();
    let (id, at): (i64, i64) = broadside_db::query("select id, created_at from rsvp where email = $1")
        .bind(email)
        .one(&mut c, |row| Ok((row.get("id")?, row.get("created_at")?)))
        .await
        .unwrap();
    crate::events::link::seal_ticket(
        &world.app.keys.links,
        crate::signatures::link::Numbered { number: id, at },
    )
}

pub async fn number_of(world: &World, email: &str) -> i64 {
    let mut c = world.db().read().await.unwrap();
    broadside_db::query("select id as n from rsvp where email = $1")
        .bind(email)
        .one(&mut c, |row| row.get("n"))
        .await
        .unwrap()
}

pub const NEW: &[(&str, &str)] = &[
    ("slug", "march"),
    ("kind", "protest"),
    ("status", "open"),
    ("title.en", "The march"),
    ("title.es", "La marcha"),
    ("words.en", "From the park to the hall."),
    ("words.es", "Del parque al recinto."),
    ("place_for", "everybody"),
    ("numbers", "people"),
    ("party_most", "6"),
    ("reminders", "3, 24"),
    ("host-greenpeace", "1"),
    ("starts-0", "2018-09-24T17:00"),
    ("ends-0", "2018-09-24T19:00"),
    ("place-0.en", "The park"),
    ("place-0.es", "El parque"),
    ("capacity-0", ""),
];

pub fn with<'a>(base: &[(&'a str, &'a str)], other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = base.iter().filter(|(name, _)| !other.iter().any(|(one, _)| one == name));
    kept.chain(other).copied().collect()
}

stories! {
    async fn an_organiser_announces_an_event_moves_it_and_takes_it_off(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let blank = clerk.get(&world, &format!("{DESK}/new")).await;
        let version = field(&blank.text(), "version");
        let made = clerk.post(&world, &format!("{DESK}/new"), &with(NEW, &[("version", &version)])).await;
        assert_eq!((made.status, made.location()), (StatusCode::SEE_OTHER, format!("{DESK}/march?done=saved")), "{}", made.text());
        let page = world.get("/campaigns/dropsalesforce/events/march").await.text();
        assert!(page.contains("The march") && page.contains("Monday, 24 September 2018 at 17:00 PDT") && page.contains("The park") && page.contains("Greenpeace"), "{page}");
        let march = "/campaigns/dropsalesforce/events/march";
        come(&world, march, &[("name", "Ada"), ("email", "ada@guests.example"), ("people", "2")]).await;

        let form = clerk.get(&world, &format!("{DESK}/march/words")).await.text();
        let (seen, slot) = (field(&form, "version"), field(&form, "slot-0"));
        assert_eq!(slot, "2018-09-24-1700");
        let moved = with(NEW, &[("version", &seen), ("slot-0", &slot), ("capacity-0", "1"), ("starts-0", "2018-09-24T18:00"), ("starts-1", "2018-09-25T18:00"), ("ends-1", "2018-09-25T19:00"), ("place-1.en", "The hall"), ("place-1.es", "El recinto"), ("name-0.en", "First"), ("name-0.es", "Uno"), ("name-1.en", "Second"), ("name-1.es", "Dos")]);
        let saved = clerk.post(&world, &format!("{DESK}/march/words"), &moved).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
        world.work().await;
        assert_eq!(queued(&world, "rsvp_changed").await, 1, "who comes to the first time is told that it moved");
        // Whoever saves what was read before that sees both.
        let late = clerk.post(&world, &format!("{DESK}/march/words"), &moved).await;
        assert!(late.status == StatusCode::CONFLICT && late.text().contains("Somebody else saved meanwhile") && late.text().contains("The hall"));

        let one = clerk.get(&world, &format!("{DESK}/march")).await.text();
        assert!(one.contains("Ada") && one.contains("ada@guests.example"), "{one}");
        assert!(one.contains("More people come than there is room for"), "two come, and there is room for one: {one}");
        assert_eq!(clerk.post(&world, &format!("{DESK}/march/removal"), &[]).await.status, StatusCode::SEE_OTHER);
        world.work().await;
        assert_eq!(queued(&world, "rsvp_cancelled").await, 1);
        assert_eq!(world.get(march).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.number("select count(*) as n from audit_entry where action in ('event-made', 'event-changed', 'event-removed')").await, 3);
    }

    async fn a_time_that_clocks_skip_or_show_twice_says_what_it_means(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let version = field(&clerk.get(&world, &format!("{DESK}/new")).await.text(), "version");
        let new = with(NEW, &[("version", version.as_str())]);
        let skipped = with(&new, &[("starts-0", "2019-03-10T02:30"), ("ends-0", "2019-03-10T04:00")]);
        let answer = clerk.post(&world, &format!("{DESK}/new"), &skipped).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("Clocks are put forward over that time") && answer.text().contains("2019-03-10 03:30"), "{}", answer.text());
        let twice = with(&new, &[("starts-0", "2018-11-04T01:30"), ("ends-0", "2018-11-04T04:00")]);
        let answer = clerk.post(&world, &format!("{DESK}/new"), &twice).await.text();
        assert!(answer.contains("once as PDT, once as PST") && answer.contains("name=\"twice-0\""), "{answer}");
        let second = with(&twice, &[("twice-0", "second")]);
        assert_eq!(clerk.post(&world, &format!("{DESK}/new"), &second).await.status, StatusCode::SEE_OTHER);
        let page = world.get("/campaigns/dropsalesforce/events/march").await.text();
        assert!(page.contains("01:30 PST") && page.contains("the second time they show it"), "{page}");
        let wrong = with(NEW, &[("version", version.as_str()), ("slug", "Not A Slug"), ("title.es", ""), ("party_most", "900"), ("reminders", "soon"), ("starts-0", "2018-09-24T20:00"), ("capacity-0", "-3")]);
        let answer = clerk.post(&world, &format!("{DESK}/new"), &wrong).await.text();
        for said in ["6 things are left to mend", "Small letters", "This is needed", "A number from 1 to 50", "Whole hours", "It ends before it starts", "value=\"Not A Slug\""] {
            assert!(answer.contains(said), "{said} in {answer}");
        }
    }

    async fn who_was_let_in_is_counted_once_by_whichever_phone_and_however_late(world: World) {
        for (name, email, people) in [("Ada", "ada@guests.example", "3"), ("Bo", "bo@guests.example", "1"), ("Cy", "cy@guests.example", "2")] {
            come(&world, PROTEST, &[("name", name), ("email", email), ("people", people), ("slot", "noon")]).await;
        }
        let clerk = Clerk::of(&world, "door@example.org", GROUP, Role::Moderator).await;
        let door = format!("{DESK}/outside-dreamforce/door");
        let page = clerk.get(&world, &door).await;
        assert!(page.text().contains("Ada") && page.text().contains("door-worker.js"), "{}", page.text());
        assert!(page.headers["content-security-policy"].to_str().unwrap().contains("script-src 'self'; connect-src 'self'"));
        let (ada, bo) = (number_of(&world, "ada@guests.example").await, number_of(&world, "bo@guests.example").await);
        let cy = ticket(&world, "cy@guests.example").await;
        let read = clerk.get(&world, &format!("{door}?ticket={cy}")).await.text();
        assert!(read.contains("<h2><bdi>Cy</bdi></h2>"), "{read}");
        assert_eq!(world.number("select count(*) as n from rsvp where arrived is not null").await, 0, "a GET lets nobody in");
        assert!(clerk.get(&world, &format!("{door}?ticket=forged")).await.text().contains("belongs to nobody here"));

        let send = |form: Vec<(&'static str, String)>| {
            let form: Vec<(&str, String)> = form;
            let (clerk, world) = (&clerk, &world);
            async move {
                let pairs: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
                clerk.post(world, &format!("{DESK}/outside-dreamforce/arrivals"), &pairs).await
            }
        };
        // Two phones that were without a network let Ada in, one saw two of the three; a walk-in comes twice by a repeat.
        let slot = world.number("select id as n from event_slot where event = 'outside-dreamforce' and slot = 'noon'").await;
        let walk = format!("{slot}.mark-00001.4.1537900000000");
        let first = send(vec![("arrival", format!("{ada}.2.1537900000000")), ("walk_in", walk.clone()), ("ticket", format!("{cy}.2.1537900001000"))]).await;
        assert!(first.location().ends_with("done=in"), "{}", first.text());
        for _ in 0..2 {
            send(vec![("arrival", format!("{ada}.3.1537900002000")), ("walk_in", walk.clone())]).await;
        }
        assert_eq!(world.number("select arrived as n from rsvp where name = 'Ada'").await, 3);
        assert_eq!(world.number("select arrived_at as n from rsvp where name = 'Ada'").await, world.app.clock.now(), "a phone’s clock is not believed for the future");
        world.pass(SECOND);
        assert!(clerk.get(&world, &door).await.text().contains("data-arrived=\"9\">9</b>"), "three, two and four who walked in");
        let unknown = send(vec![("arrival", "999999.1.".to_owned())]).await;
        assert!(unknown.location().ends_with("done=unknown"));
        send(vec![("arrival", format!("{bo}.1."))]).await;
        let undone = send(vec![("undone", bo.to_string())]).await;
        assert!(undone.location().ends_with("done=undone"));
        assert_eq!(world.number("select count(*) as n from rsvp where arrived is not null").await, 2);
        // The sheet lists who comes, and is no page for a stranger.
        let sheet = clerk.get(&world, &format!("{DESK}/outside-dreamforce/sheet")).await.text();
        assert!(sheet.contains("Ada") && sheet.contains("6 people come"), "{sheet}");
        let viewer = Clerk::of(&world, "viewer@example.org", GROUP, Role::Viewer).await;
        assert_eq!(viewer.get(&world, &door).await.status, StatusCode::FORBIDDEN);
    }

    async fn a_table_of_who_comes_is_for_organisers_and_no_cell_is_a_formula(world: World) {
        with_places(&world, Some(1)).await;
        come(&world, CALL, &[("name", "=HYPERLINK(\"x\")"), ("email", "ada@guests.example")]).await;
        come(&world, CALL, &[("name", "Bo"), ("email", "bo@guests.example")]).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let table = clerk.get(&world, &format!("{DESK}/call-before/rsvps.csv")).await;
        assert_eq!(table.headers["content-type"], "text/csv; charset=utf-8");
        let text = table.text();
        assert!(text.starts_with("slot,state,name,email,people,arrived,language,created_at\r\n"), "{text}");
        assert!(text.contains("\"'=HYPERLINK(\"\"x\"\")\"") && text.contains("main,waiting,Bo,bo@guests.example,1,,en,"), "{text}");
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'rsvps-exported'").await, 1);
        let moderator = Clerk::of(&world, "moderator@example.org", GROUP, Role::Moderator).await;
        let list = moderator.get(&world, &format!("{DESK}/call-before")).await.text();
        assert!(list.contains("Bo") && !list.contains("bo@guests.example"), "{list}");
        assert_eq!(moderator.get(&world, &format!("{DESK}/call-before/rsvps.csv")).await.status, StatusCode::FORBIDDEN);
    }
}
