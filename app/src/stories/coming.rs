//! Somebody says that they come: the form, the private page, places and the line of those who wait, what is told to
//! whom.

use super::stories;
use super::world::{Answer, CAMPAIGN, World, below};
use crate::campaigns::definition::{EventStatus, Numbers, PlaceFor};
use crate::clock::{DAY, HOUR, MINUTE, SECOND};
use crate::events::mailing;
use crate::mail::store as mails;
use axum::http::StatusCode;

pub const PROTEST: &str = "/campaigns/dropsalesforce/events/outside-dreamforce";
pub const CALL: &str = "/campaigns/dropsalesforce/events/call-before";
const PLACE: &str = "meet.example.org";

/// A mail about an RSVP, as it would be read.
pub struct Read {
    pub to: String,
    pub kind: String,
    pub text: String,
}

impl Read {
    /// The link in it, without the host.
    pub fn link(&self) -> String {
        let line =
            self.text.lines().find_map(|line| line.trim().strip_prefix("https://letter.example.org/rsvps/"));
        format!("/rsvps/{}", line.expect("a link in the mail"))
    }
}

/// Every mail about RSVPs so far that still has something to say, the oldest first.
pub async fn mails_of(world: &World) -> Vec<Read> {
    world.work().await;
    let newest = mails::newest(&mut world.db().read().await.unwrap(), 3_000).await.unwrap();
    let mut read = Vec::new();
    for listed in newest {
        if let Some(draft) = mailing::draft_of(&world.app, &listed).await.unwrap() {
            read.push(Read { to: draft.to, kind: listed.kind, text: draft.written.text });
        }
    }
    read.reverse();
    read
}

pub async fn mail_to(world: &World, email: &str) -> Read {
    mails_of(world).await.into_iter().rev().find(|mail| mail.to == email).expect("a mail to the address")
}

/// How many mails of a kind were queued.
pub async fn queued(world: &World, kind: &'static str) -> i64 {
    let mut c = world.db().read().await.unwrap();
    broadside_db::query("select count(*) as n from mail where kind = $1")
        .bind(kind)
        .one(&mut c, |row| row.get("n"))
        .await
        .unwrap()
}

pub async fn send(world: &World, event: &str, form: &[(&str, &str)]) -> Answer {
    world.post(&format!("{event}/rsvps"), form).await
}

/// Sends a form that must be taken; answers the private link.
pub async fn ask(world: &World, event: &str, form: &[(&str, &str)]) -> String {
    let answer = send(world, event, form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let email = form.iter().find(|(name, _)| *name == "email").unwrap().1;
    mail_to(world, email).await.link()
}

pub async fn press(world: &World, link: &str, button: &str) -> Answer {
    let answer = world.post(&below(link, button), &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    world.get(&answer.location()).await
}

/// Says so and confirms; answers the private link.
pub async fn come(world: &World, event: &str, form: &[(&str, &str)]) -> String {
    let link = ask(world, event, form).await;
    press(world, &link, "confirmation").await;
    link
}

/// The call with another number of places.
pub async fn with_places(world: &World, places: Option<u32>) {
    world
        .change_campaign(|campaign| {
            let call = campaign.events.iter_mut().find(|event| event.slug == "call-before").unwrap();
            call.slots[0].capacity = places;
            call.party_most = 4;
        })
        .await;
}

const ADA: &[(&str, &str)] = &[("name", "Ada"), ("email", "ada@guests.example")];
const BO: &[(&str, &str)] = &[("name", "Bo"), ("email", "bo@guests.example")];
const CY: &[(&str, &str)] = &[("name", "Cy"), ("email", "cy@guests.example"), ("people", "2")];

stories! {
    async fn somebody_says_that_they_come_by_a_name_of_their_own_and_changes_it_by_a_private_link(world: World) {
        let page = world.get(PROTEST).await;
        assert_eq!(page.status, StatusCode::OK);
        let text = page.text();
        assert!(text.contains("Outside Dreamforce") && text.contains("Tuesday, 25 September 2018 at 08:00 PDT"), "{text}");
        assert!(text.contains("At noon, with speeches") && text.contains("Could you be a steward?") && text.contains("Greenpeace"));
        assert!(world.get(CAMPAIGN).await.text().contains("/events/outside-dreamforce"), "the campaign’s page leads there");
        assert!(world.get("/campaigns/dropsalesforce/events").await.text().contains("The call before the protest"));

        let form = [("name", "The Fox"), ("email", "fox@guests.example"), ("people", "3"), ("slot", "noon"), ("answer-steward", "yes")];
        let answer = send(&world, PROTEST, &form).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, format!("{PROTEST}/inbox")));
        assert_eq!(world.get(&answer.location()).await.status, StatusCode::OK);
        let mail = mail_to(&world, "fox@guests.example").await;
        assert!(mail.kind == "rsvp_link" && mail.text.contains("The Fox") && mail.text.contains("12:00"), "{}", mail.text);
        let link = mail.link();
        let before = world.get(&link).await;
        assert!(before.text().contains("Yes, I’m coming") && before.headers["cache-control"] == "no-store");
        for _ in 0..2 {
            assert_eq!(world.get(&below(&link, "confirmation")).await.status, StatusCode::SEE_OTHER, "a GET changes nothing");
        }
        assert_eq!(world.number("select count(*) as n from rsvp where state = 'coming'").await, 0);

        let own = press(&world, &link, "confirmation").await.text();
        assert!(own.contains("The 3 of you have places") && own.contains("corner of the park") && own.contains("class=\"qr\""), "{own}");
        assert!(own.contains("Could you be a steward?") && own.contains("Yes"));
        press(&world, &link, "confirmation").await;
        assert_eq!(queued(&world, "rsvp_coming").await, 1, "pressed twice is told once");
        assert!(mail_to(&world, "fox@guests.example").await.text.contains("corner of the park"));

        let words = [("name", "The Vixen"), ("people", "5"), ("answer-steward", "no")];
        let saved = world.post(&below(&link, "words"), &words).await;
        assert!(saved.location().ends_with("done=corrected"));
        let own = world.get(&link).await.text();
        assert!(own.contains("The Vixen") && own.contains("The 5 of you") && own.contains("Not this time"), "{own}");
        let refused = world.post(&below(&link, "words"), &[("name", "https://spam.example"), ("people", "9")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = refused.text();
        assert!(text.contains("A name holds no web address") && text.contains("A number from 1 to 8") && text.contains("value=\"9\""), "{text}");

        let own = press(&world, &link, "cancellation").await.text();
        assert!(own.contains("You said that you do not come") && !own.contains("class=\"qr\""));
        assert!(press(&world, &link, "confirmation").await.text().contains("have places"), "one may change one’s mind");
        assert!(!world.get(CAMPAIGN).await.text().contains("Vixen") && !world.get(PROTEST).await.text().contains("Vixen"));
    }

    async fn everything_wrong_is_said_at_once_and_what_was_typed_stays(world: World) {
        let form = [("name", ""), ("email", "nobody@"), ("people", "0"), ("slot", "evening"), ("answer-steward", "perhaps")];
        let answer = send(&world, PROTEST, &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = answer.text();
        for said in ["5 things are left to mend", "still ahead", "This is needed", "No mail can go to this address", "A number from 1 to 8", "Choose one of these", "value=\"nobody@\""] {
            assert!(text.contains(said), "{said} in {text}");
        }
        assert_eq!(world.number("select count(*) as n from rsvp").await, 0);
        let spanish = world.post(&format!("{PROTEST}/rsvps?lang=es"), &form).await.text();
        assert!(spanish.contains("Quedan 5 cosas por corregir") && spanish.contains("Un número del 1 al 8"));
        assert_eq!(world.get("/campaigns/dropsalesforce/events/nothing").await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.get("/rsvps/AAAA").await.status, StatusCode::NOT_FOUND);
    }

    async fn nobody_learns_by_the_form_whether_a_mailbox_comes_already(world: World) {
        let link = come(&world, CALL, ADA).await;
        let first = send(&world, CALL, BO).await;
        let again = send(&world, CALL, ADA).await;
        assert_eq!(first.bytes_but_id_and_date(), again.bytes_but_id_and_date());
        let mail = mail_to(&world, "ada@guests.example").await;
        assert_eq!((mail.kind.as_str(), mail.link()), ("rsvp_known", link), "its own page, which stands as it stood");
        // Two forms before the first was confirmed: the second leads to the first.
        let one = ask(&world, CALL, &[("name", "Di"), ("email", "di@guests.example")]).await;
        let two = ask(&world, CALL, &[("name", "Not Di"), ("email", "Di@guests.example")]).await;
        press(&world, &one, "confirmation").await;
        let known = press(&world, &two, "confirmation").await.text();
        assert!(known.contains("somebody comes already") && known.contains("Di") && !known.contains("Not Di"), "{known}");
        for _ in 0..5 {
            send(&world, CALL, ADA).await;
        }
        world.work().await;
        let to_ada = world.number("select count(*) as n from mail where kind in ('rsvp_link', 'rsvp_known') and rsvp_id = (select min(id) from rsvp)").await;
        assert_eq!(to_ada, 3, "no form mails anybody more often a day");
    }

    async fn the_place_is_told_to_those_alone_who_have_one(world: World) {
        with_places(&world, Some(1)).await;
        let public = [CALL, "/campaigns/dropsalesforce/events", "/campaigns/dropsalesforce/events.ics", "/campaigns/dropsalesforce/events/call-before/event.ics", CAMPAIGN];
        for path in public {
            assert!(!world.get(path).await.text().contains(PLACE), "{path}");
        }
        let ada = ask(&world, CALL, ADA).await;
        assert!(!world.get(&ada).await.text().contains(PLACE) && !world.get(&below(&ada, "event.ics")).await.text().contains(PLACE));
        assert!(press(&world, &ada, "confirmation").await.text().contains(PLACE));
        assert!(world.get(&below(&ada, "event.ics")).await.text().contains(PLACE));
        assert!(mail_to(&world, "ada@guests.example").await.text.contains(PLACE));
        let bo = come(&world, CALL, BO).await;
        assert!(!world.get(&bo).await.text().contains(PLACE), "who waits in line has no place");
        assert!(!mail_to(&world, "bo@guests.example").await.text.contains(PLACE));
        press(&world, &ada, "cancellation").await;
        assert!(!world.get(&ada).await.text().contains(PLACE), "nor who does not come any more");
    }

    async fn what_becomes_free_is_offered_in_turn_kept_a_while_and_offered_on(world: World) {
        with_places(&world, Some(2)).await;
        let ada = come(&world, CALL, ADA).await;
        let bo = come(&world, CALL, BO).await;
        let cy = come(&world, CALL, CY).await;
        let di = come(&world, CALL, &[("name", "Di"), ("email", "di@guests.example")]).await;
        assert!(world.get(&cy).await.text().contains("first in line") && world.get(&di).await.text().contains("one waits before you"));
        assert!(world.get(CALL).await.text().contains("All places are taken"));
        // One place does not hold the two of Cy: it goes to Di, and Cy keeps the turn.
        press(&world, &ada, "cancellation").await;
        let offer = mail_to(&world, "di@guests.example").await;
        assert!(offer.kind == "rsvp_offer" && offer.text.contains("A place has become free"), "{}", offer.text);
        assert!(world.get(&cy).await.text().contains("first in line"));
        let taken = press(&world, &di, "acceptance").await.text();
        assert!(taken.contains("The place is yours") && taken.contains(PLACE), "{taken}");
        // Two become free at once: now Cy's party fits; nobody takes it, and it goes on.
        let eve = come(&world, CALL, &[("name", "Eve"), ("email", "eve@guests.example")]).await;
        press(&world, &bo, "cancellation").await;
        press(&world, &di, "cancellation").await;
        let eve_now = world.get(&eve).await.text();
        assert!(eve_now.contains("kept for you until"), "Bo’s place fitted Eve alone: {eve_now}");
        press(&world, &eve, "cancellation").await;
        assert!(world.get(&cy).await.text().contains("kept for you until"));
        assert_eq!(world.number("select cast(sum(people) as bigint) as n from rsvp where state in ('coming', 'offered')").await, 2);
        let fay = come(&world, CALL, &[("name", "Fay"), ("email", "fay@guests.example")]).await;
        world.pass(25 * HOUR);
        assert!(press(&world, &cy, "acceptance").await.text().contains("it was too late for that"), "its time is over, whatever has run since");
        world.work().await;
        assert!(world.get(&cy).await.text().contains("nobody took it in time"));
        assert!(world.get(&fay).await.text().contains("kept for you until"));
        assert_eq!(queued(&world, "rsvp_lapsed").await, 1);
        world.work().await;
        assert_eq!(queued(&world, "rsvp_offer").await, 4, "each was offered once");
        // Who let it pass may join the line again.
        assert!(press(&world, &cy, "confirmation").await.text().contains("first in line"));
    }

    async fn more_come_by_one_rsvp_only_where_there_is_room_and_nobody_waits_for_it(world: World) {
        with_places(&world, Some(4)).await;
        let cy = come(&world, CALL, CY).await;
        let more = world.post(&below(&cy, "words"), &[("name", "Cy"), ("people", "4")]).await;
        assert!(more.location().ends_with("done=corrected"));
        let bo = come(&world, CALL, BO).await;
        let waits = world.get(&bo).await.text();
        assert!(waits.contains("first in line") && !waits.contains("free together"), "{waits}");
        let together = come(&world, CALL, &[("name", "Di"), ("email", "di@guests.example"), ("people", "2")]).await;
        assert!(world.get(&together).await.text().contains("once 2 places are free together"));
        press(&world, &together, "cancellation").await;
        let fewer = world.post(&below(&cy, "words"), &[("name", "Cy"), ("people", "3")]).await;
        assert!(fewer.location().ends_with("done=corrected"));
        assert!(world.get(&bo).await.text().contains("kept for you until"), "what was given back is offered");
        let refused = world.post(&below(&cy, "words"), &[("name", "Cyrus"), ("people", "4")]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        let text = refused.text();
        assert!(text.contains("There is no room for so many more") && text.contains("value=\"Cyrus\""), "{text}");
        assert_eq!(world.number("select people as n from rsvp where state = 'coming'").await, 3);
        // The organisers find a larger room.
        with_places(&world, Some(20)).await;
        assert!(world.post(&below(&cy, "words"), &[("name", "Cy"), ("people", "4")]).await.location().ends_with("done=corrected"));
    }

    async fn a_larger_room_lets_the_line_in_and_erasing_gives_a_place_back(world: World) {
        with_places(&world, Some(1)).await;
        let ada = come(&world, CALL, ADA).await;
        let bo = come(&world, CALL, BO).await;
        with_places(&world, Some(2)).await;
        world.work().await;
        assert!(press(&world, &bo, "acceptance").await.text().contains(PLACE));
        let cy = come(&world, CALL, &[("name", "Cy"), ("email", "cy@guests.example")]).await;
        let json = world.get(&below(&ada, "export.json")).await.text();
        assert!(json.contains("ada@guests.example") && json.contains("Ada"), "{json}");
        assert!(world.get(&below(&ada, "erasure")).await.text().contains("Said to come to an event"));
        assert_eq!(world.post(&below(&ada, "erasure"), &[]).await.status, StatusCode::SEE_OTHER);
        world.work().await;
        assert_eq!(world.get(&ada).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.number("select count(*) as n from rsvp where email like 'ada@%'").await, 0);
        assert!(world.get(&cy).await.text().contains("kept for you until"));
    }

    async fn each_reminder_goes_once_however_often_the_program_starts(world: World) {
        let ada = come(&world, CALL, ADA).await;
        let bo = ask(&world, CALL, BO).await;
        // Twenty September, 18:00 by the clock of San Francisco; two hours before.
        let until = 1_537_491_600 * SECOND - world.app.clock.now();
        world.pass(until - 2 * HOUR - MINUTE);
        world.work().await;
        assert_eq!(queued(&world, "rsvp_reminder").await, 0);
        world.pass(2 * MINUTE);
        world.work().await;
        assert_eq!(queued(&world, "rsvp_reminder").await, 1, "who comes, and not who never said so");
        let mail = mail_to(&world, "ada@guests.example").await;
        assert!(mail.kind == "rsvp_reminder" && mail.text.contains(PLACE) && mail.text.contains("18:00"), "{}", mail.text);
        let world = world.restarted(|settings| settings).await;
        world.work().await;
        press(&world, &bo, "confirmation").await;
        world.work().await;
        assert_eq!(queued(&world, "rsvp_reminder").await, 1);
        assert_eq!(world.get(&ada).await.status, StatusCode::OK);
    }

    async fn another_time_or_place_is_told_at_once_to_whom_it_concerns_and_to_nobody_twice(world: World) {
        with_places(&world, Some(1)).await;
        come(&world, CALL, ADA).await;
        come(&world, CALL, BO).await;
        let gone = come(&world, CALL, &[("name", "Cy"), ("email", "cy@guests.example")]).await;
        press(&world, &gone, "cancellation").await;
        ask(&world, CALL, &[("name", "Never"), ("email", "never@guests.example")]).await;
        let to = |slug: &'static str, starts: &'static str, ends: &'static str| {
            move |campaign: &mut crate::campaigns::definition::Definition| {
                let call = campaign.events.iter_mut().find(|event| event.slug == slug).unwrap();
                (call.slots[0].starts, call.slots[0].ends) = (starts.to_owned(), ends.to_owned());
            }
        };
        world.change_campaign(to("call-before", "2018-09-21 18:00", "2018-09-21 19:00")).await;
        world.work().await;
        world.work().await;
        assert_eq!(queued(&world, "rsvp_changed").await, 2, "who comes and who waits");
        let mail = mail_to(&world, "ada@guests.example").await;
        assert!(mail.kind == "rsvp_changed" && mail.text.contains("21 September") && mail.text.contains(PLACE), "{}", mail.text);
        assert!(!mail_to(&world, "bo@guests.example").await.text.contains(PLACE));
        // Other words are no news.
        world
            .change_campaign(|campaign| {
                let call = campaign.events.iter_mut().find(|event| event.slug == "call-before").unwrap();
                call.words.insert("en".to_owned(), "Who does what.".to_owned());
            })
            .await;
        world.work().await;
        assert_eq!(queued(&world, "rsvp_changed").await, 2);
        // The reminder of the new time goes, and that of the old one does not.
        assert_eq!(world.number("select count(*) as n from event_telling where kind = 'reminder' and finished_at is null").await, 5);
        world
            .change_campaign(|campaign| {
                let call = campaign.events.iter_mut().find(|event| event.slug == "call-before").unwrap();
                call.status = EventStatus::Cancelled;
            })
            .await;
        world.work().await;
        assert_eq!(queued(&world, "rsvp_cancelled").await, 2);
        let own = mail_to(&world, "ada@guests.example").await;
        assert_eq!(own.kind, "rsvp_cancelled");
        assert!(world.get(&own.link()).await.text().contains("The organisers called it off"));
        let shut = send(&world, CALL, BO).await;
        assert!(shut.status == StatusCode::CONFLICT && shut.text().contains("It does not take place"));
        world.pass(15 * DAY);
        world.work().await;
        assert_eq!(queued(&world, "rsvp_reminder").await, 0, "nobody is reminded of what was called off");
        assert!(world.get("/campaigns/dropsalesforce/events.ics").await.text().contains("STATUS:CANCELLED"));
    }

    async fn an_event_that_left_the_files_is_called_off_to_those_who_wanted_to_come(world: World) {
        let ada = come(&world, CALL, ADA).await;
        world.change_campaign(|campaign| campaign.events.retain(|event| event.slug != "call-before")).await;
        world.work().await;
        assert_eq!(queued(&world, "rsvp_cancelled").await, 1);
        assert_eq!(world.get(CALL).await.status, StatusCode::NOT_FOUND);
        assert!(world.get(&ada).await.text().contains("The organisers called it off"));
    }

    async fn a_page_says_of_how_many_come_what_the_organisers_chose(world: World) {
        for number in 0..11 {
            let email = format!("guest{number}@guests.example");
            come(&world, CALL, &[("name", "Guest"), ("email", &email)]).await;
            world.pass(4 * SECOND);
        }
        world.pass(SECOND);
        let page = world.get(CALL).await.text();
        assert!(page.contains("11 people come.") && page.contains("39 of 50 places are left."), "{page}");
        for (numbers, said, unsaid) in [(Numbers::Rounded, "More than 10 people come.", "11 people"), (Numbers::Nothing, "There are places left.", "people come")] {
            world
                .change_campaign(|campaign| {
                    let call = campaign.events.iter_mut().find(|event| event.slug == "call-before").unwrap();
                    call.numbers = numbers;
                    call.place_for = PlaceFor::Coming;
                })
                .await;
            let page = world.get(CALL).await.text();
            assert!(page.contains(said) && !page.contains(unsaid), "{said}: {page}");
        }
        world
            .change_campaign(|campaign| {
                let call = campaign.events.iter_mut().find(|event| event.slug == "call-before").unwrap();
                (call.numbers, call.status) = (Numbers::People, EventStatus::Cancelled);
            })
            .await;
        let page = world.get(CALL).await.text();
        assert!(page.contains("It does not take place") && !page.contains("people come") && !page.contains("places"), "{page}");
    }

    async fn who_came_is_forgotten_thirty_days_later_and_how_many_stays(world: World) {
        come(&world, CALL, ADA).await;
        come(&world, CALL, BO).await;
        let never = ask(&world, CALL, &[("name", "Never"), ("email", "never@guests.example")]).await;
        world.pass(9 * DAY);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from rsvp").await, 3);
        world.pass(22 * DAY);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from rsvp").await, 2, "what nobody confirmed");
        assert_eq!(world.get(&never).await.status, StatusCode::NOT_FOUND);
        world.pass(10 * DAY);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from rsvp").await, 0);
        assert_eq!(world.number("select came as n from event_slot where event = 'call-before'").await, 2);
        world.pass(SECOND);
        assert!(world.get(CALL).await.text().contains("2 people come."));
    }
}
