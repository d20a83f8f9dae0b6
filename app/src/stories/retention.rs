//! How long a campaign keeps things: chosen at the desk, seen before it is saved, and kept to.

use super::desk::{Clerk, GROUP};
use super::desk_rules::{another_group, seated};
use super::stories;
use super::world::{CAMPAIGN, World, below};
use crate::accounts::Role;
use crate::campaigns::definition::Status;
use crate::clock::{DAY, HOUR};
use crate::signatures;
use axum::http::StatusCode;

const PAGE: &str = "/desk/campaigns/dropsalesforce/retention";
const SAVE: &str = "/desk/campaigns/dropsalesforce/retention/days";

type Form<'f> = [(&'f str, &'f str); 4];

fn form<'f>(mails: &'f str, withdrawn: &'f str, ended: &'f str, version: &'f str) -> Form<'f> {
    [("mails", mails), ("withdrawn", withdrawn), ("ended", ended), ("version", version)]
}

async fn signed_and_agreed(world: &World, email: &str) -> String {
    let form = [
        ("name", "Ada Lovelace"),
        ("email", email),
        ("public", "1"),
        ("relation", "customer"),
        ("postal_code", "12345"),
        ("comment", "Because engines weave"),
        ("source", "bus-stop"),
        ("consent", "greenpeace"),
    ];
    world.submit(&form).await;
    let link = world.mail_to(email).await.link();
    world.press(&link, "confirmation").await;
    link
}

/// The row of the preview that begins with these words: what goes within a day, a week, a month.
fn preview(page: &str, what: &str) -> Vec<String> {
    let row = page.split(&format!("<th scope=\"row\">{what}</th>")).nth(1).expect(what);
    let row = row.split("</tr>").next().unwrap();
    row.split("<td class=\"figure\">")
        .skip(1)
        .map(|cell| cell.split('<').next().unwrap().to_owned())
        .collect()
}

stories! {
    async fn what_would_go_is_seen_before_it_is_saved_and_goes_when_it_is(world: World) {
        Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        let link = world.sign("Ada Lovelace", "ada@signers.example").await;
        world.press(&link, "withdrawal").await;
        world.pass(5 * DAY);
        world.work().await;
        let owner = seated(&world, "desk@example.org").await;
        let stands = owner.get(&world, PAGE).await.text();
        assert_eq!(preview(&stands, "What withdrawn signatures said"), ["0", "0", "1"]);
        let look = format!("{PAGE}?mails=3&withdrawn=2&ended=&look=1");
        let seen = owner.get(&world, &look).await.text();
        assert!(seen.contains("As you typed it, and not saved") && seen.contains("2 days after it was withdrawn"));
        assert_eq!(preview(&seen, "What withdrawn signatures said"), ["1", "1", "1"]);
        assert_eq!(preview(&seen, "Notes of mails"), ["0", "0", "0"], "a mail that waits is still to be sent");
        world.pass(2 * HOUR);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from signature where name <> ''").await, 1, "a look changes nothing");
        let owner = seated(&world, "desk@example.org").await;
        let answer = owner.post(&world, SAVE, &form("3", "2", "", "0")).await;
        assert_eq!(answer.location(), format!("{PAGE}?done=saved"), "{}", answer.text());
        world.pass(2 * HOUR);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from signature where name <> ''").await, 0);
        assert_eq!(world.number("select count(*) as n from person").await, 0);
        let notice = world.get(&format!("{CAMPAIGN}/privacy")).await.text();
        assert!(notice.contains("2 days after you take it back") && !notice.contains("30 days after you take it back"), "the notice says so");
    }

    async fn who_signed_is_forgotten_after_the_end_and_counted_on(world: World) {
        let owner = Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        let link = signed_and_agreed(&world, "ada@signers.example").await;
        signed_and_agreed(&world, "grace@signers.example").await;
        owner.post(&world, SAVE, &form("30", "30", "10", "0")).await;
        let notice = world.get(&format!("{CAMPAIGN}/privacy")).await.text();
        assert!(notice.contains("10 days after this campaign is closed"), "{notice}");
        world.pass(20 * DAY);
        world.work().await;
        let owner = seated(&world, "desk@example.org").await;
        assert!(owner.get(&world, PAGE).await.text().contains("The campaign is not closed"));
        assert_eq!(world.number("select count(*) as n from person").await, 2, "it is open");
        world.change_campaign(|definition| definition.status = Status::Closed).await;
        world.pass(2 * HOUR);
        world.work().await;
        assert!(owner.get(&world, PAGE).await.text().contains("The campaign was found closed"));
        world.pass(9 * DAY);
        world.work().await;
        assert!(world.get(CAMPAIGN).await.text().contains("Ada Lovelace"), "not yet");
        world.pass(2 * DAY);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from person").await, 0);
        assert_eq!(world.number("select count(*) as n from consent").await, 0);
        assert_eq!(
            world.number("select count(*) as n from signature where name <> '' or comment is not null or postal_code is not null or person_id is not null or is_public").await,
            0
        );
        assert_eq!(world.count().await, 2, "the count stays");
        assert_eq!(world.number("select count(*) as n from signature where relation = 'customer' and source = 'bus-stop'").await, 2);
        assert_eq!(signatures::store::tallies_that_disagree(&mut world.db().read().await.unwrap()).await.unwrap(), []);
        assert!(!world.get(CAMPAIGN).await.text().contains("Ada Lovelace"), "the public page forgets with it");
        assert_eq!(world.get(&link).await.status, StatusCode::GONE);
        assert_eq!(world.get(&below(&link, "export.json")).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_letter_that_opens_again_puts_the_forgetting_off(world: World) {
        let owner = Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        world.sign("Ada Lovelace", "ada@signers.example").await;
        owner.post(&world, SAVE, &form("30", "30", "5", "0")).await;
        for status in [Status::Closed, Status::Published, Status::Closed] {
            world.change_campaign(|definition| definition.status = status).await;
            world.pass(4 * DAY);
            world.work().await;
        }
        assert_eq!(world.number("select count(*) as n from person").await, 1);
        world.pass(6 * DAY);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from person").await, 0);
    }

    async fn one_campaign_keeps_its_own_way_and_others_the_maps(world: World) {
        another_group(&world).await;
        let stranger = Clerk::of(&world, "stranger@example.org", "another-group", Role::Owner).await;
        assert_eq!(stranger.post(&world, SAVE, &form("3", "1", "1", "0")).await.status, StatusCode::NOT_FOUND);
        let other = "/desk/campaigns/another-campaign/retention/days";
        assert_eq!(stranger.post(&world, other, &form("2", "1", "1", "0")).await.status, StatusCode::SEE_OTHER);
        let link = world.sign("Ada Lovelace", "ada@signers.example").await;
        world.press(&link, "withdrawal").await;
        world.pass(10 * DAY);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from signature where name <> ''").await, 1);
        assert!(world.number("select count(*) as n from mail where campaign_id is not null").await > 0);
    }

    async fn days_out_of_bounds_are_refused_and_the_second_of_two_sees_the_difference(world: World) {
        let owner = Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        let organiser = Clerk::of(&world, "organiser@example.org", GROUP, Role::Organiser).await;
        let refused = owner.post(&world, SAVE, &form("31", "soon", "0", "0")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = refused.text();
        assert_eq!(text.matches("Write a whole number").count(), 3);
        assert!(text.contains("value=\"soon\""), "what was typed stays");
        assert_eq!(owner.get(&world, &format!("{PAGE}?mails=0&look=1")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(organiser.post(&world, SAVE, &form("9", "9", "", "0")).await.status, StatusCode::FORBIDDEN);
        assert!(organiser.get(&world, PAGE).await.text().contains("Only an owner can change it"));
        assert_eq!(owner.post(&world, SAVE, &form("9", "9", "", "0")).await.status, StatusCode::SEE_OTHER);
        let second = owner.post(&world, SAVE, &form("8", "9", "", "0")).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        assert!(second.text().contains("It is now: 9. You wanted: 8."), "{}", second.text());
        assert!(second.text().contains("name=\"version\" value=\"1\""), "and may insist");
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'retention-changed'").await, 1);
    }

    async fn the_record_of_processing_is_made_from_the_map(world: World) {
        let organiser = Clerk::of(&world, "organiser@example.org", GROUP, Role::Organiser).await;
        let viewer = Clerk::of(&world, "viewer@example.org", GROUP, Role::Viewer).await;
        let page = format!("/desk/groups/{GROUP}/personal-data");
        assert_eq!(viewer.get(&world, &page).await.status, StatusCode::FORBIDDEN);
        let text = organiser.get(&world, &page).await.text();
        for (table, columns) in crate::people::personal_data::MAP {
            for (column, is) in *columns {
                let line = format!("<td dir=\"ltr\">{table}</td><td dir=\"ltr\">{column}</td>");
                let personal = matches!(is, crate::people::declaration::Column::Personal(_));
                assert_eq!(text.contains(&line), personal, "{table}.{column}");
            }
        }
        assert!(text.contains("Greenpeace") && text.contains(&format!("href=\"{PAGE}\"")), "who gets it, and how long");
        assert!(text.contains("To prove what you agreed to"));
        assert!(organiser.get(&world, "/desk").await.text().contains(&format!("href=\"{page}\"")));
        assert!(!viewer.get(&world, "/desk").await.text().contains(&page), "nobody is led to a closed door");
    }
}
