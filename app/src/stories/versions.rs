//! What becomes of those who signed before a letter's words were changed: told once, asked, and never moved unasked.

use super::desk::{Clerk, GROUP};
use super::stories;
use super::wordings::reworded;
use super::world::{CAMPAIGN, World, below};
use crate::accounts::Role;
use crate::clock::SECOND;
use axum::http::StatusCode;

const PAGE: &str = "/desk/campaigns/dropsalesforce/letters";

async fn page_of(world: &World) -> String {
    let letter = world.letter().await;
    format!("{PAGE}/{}/versions", letter.rsplit('/').next().unwrap())
}

async fn by_version(world: &World, version: i64) -> i64 {
    let sql = match version {
        1 => "select cast(coalesce(sum(signatures), 0) as bigint) as n from tally where version = 1",
        _ => "select cast(coalesce(sum(signatures), 0) as bigint) as n from tally where version = 2",
    };
    world.number(sql).await
}

stories! {
    async fn where_the_letter_takes_no_names_nobody_is_offered_to_sign_new_words(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let page = page_of(&world).await;
        world.sign("Ada Example", "ada@example.org").await;
        world.change_campaign(reworded("\n\nAnd answer us.", "They asked for a date.")).await;
        world.change_campaign(|campaign| campaign.letters[0].status = crate::campaigns::definition::LetterStatus::Closed).await;
        assert!(clerk.get(&world, &page).await.text().contains("cannot sign the new words"));
        clerk.post(&world, &format!("{page}/telling"), &[("version", "2"), ("telling", "begin")]).await;
        world.work().await;
        let mail = world.mail_to("ada@example.org").await;
        assert!(mail.text.contains("so the new words cannot be signed") && !mail.text.contains("sign the new words too"), "{}", mail.text);
        let own = world.get(&mail.link()).await.text();
        assert!(!own.contains("/version\"") && own.contains("/withdrawal"), "{own}");
    }

    async fn a_signer_is_told_once_and_signs_the_new_words_withdraws_or_stays(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let page = page_of(&world).await;
        assert!(clerk.get(&world, &page).await.text().contains("The words are as they first stood"));
        let ada = world.sign("Ada Example", "ada@example.org").await;
        let bo = world.sign("Bo Example", "bo@example.org").await;
        world.sign("Cy Example", "cy@example.org").await;
        world.change_campaign(reworded("\n\nAnd answer us.", "They asked for a date.")).await;
        world.pass(2 * SECOND);
        world.sign("Di Example", "di@example.org").await;
        let text = clerk.get(&world, &page).await.text();
        assert!(text.contains("3 signatures stand under earlier words") && text.contains("Mail 3 people"), "{text}");
        let before = world.mails().await.len();
        let answer = clerk.post(&world, &format!("{page}/telling"), &[("version", "2"), ("telling", "begin")]).await;
        assert_eq!(answer.location(), format!("{page}?done=begun"));
        world.work().await;
        // Again: nobody is told twice.
        clerk.post(&world, &format!("{page}/telling"), &[("version", "2"), ("telling", "begin")]).await;
        world.work().await;
        let mails = world.mails().await;
        let told: Vec<_> = mails[before..].iter().filter(|mail| mail.kind == "words_changed").collect();
        assert_eq!(told.len(), 3);
        assert!(told.iter().all(|mail| !mail.to.contains("di@")), "who signed the new words is left in peace");
        let mail = told.iter().find(|mail| mail.to.contains("ada@")).unwrap();
        assert!(mail.text.contains("They asked for a date.") && mail.text.contains("If you do nothing, your signature stays under the words that you signed"), "{}", mail.text);
        assert!(clerk.get(&world, &page).await.text().contains("Told: 3 mails were queued"));
        let private = world.get(&mail.link()).await.text();
        assert!(private.contains("The letter has other words now") && private.contains("They asked for a date."), "{private}");
        assert_eq!((by_version(&world, 1).await, by_version(&world, 2).await), (3, 1), "opening the link changes nothing");
        // Another version than stands is no agreement to this one.
        world.post(&below(&ada, "version"), &[("version", "3")]).await;
        assert_eq!(by_version(&world, 2).await, 1);
        let answer = world.post(&below(&ada, "version"), &[("version", "2")]).await;
        assert!(answer.location().contains("done=renewed"), "{}", answer.location());
        world.post(&below(&ada, "version"), &[("version", "2")]).await;
        world.press(&bo, "withdrawal").await;
        assert_eq!((by_version(&world, 1).await, by_version(&world, 2).await), (1, 2), "Cy stays where Cy signed");
        assert_eq!(world.count().await, 3);
        let ada = world.get(&format!("{ada}?done=renewed")).await.text();
        assert!(ada.contains("You have signed the words that stand now") && !ada.contains("The letter has other words now"));
        assert_eq!(world.number("select count(*) as n from log_entry where kind = 'amended'").await, 1);
        let mut findings = crate::doctor::Findings::default();
        crate::doctor::recount(&mut world.app.db.read().await.unwrap(), &mut findings).await.unwrap();
        assert!(!findings.any_wrong(), "{:?}", findings.0);
    }

    async fn names_stand_among_the_others_only_where_organisers_say_so_and_the_page_tells(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let page = page_of(&world).await;
        world.sign("Ada Example", "ada@example.org").await;
        world.change_campaign(reworded("\n\nAnd answer us.", "For clarity.")).await;
        world.pass(2 * SECOND);
        assert!(world.get(CAMPAIGN).await.text().contains("<i>wording 1</i>"));
        let names = format!("{page}/names");
        let answer = clerk.post(&world, &names, &[("version", "2"), ("names", "move")]).await;
        assert_eq!(answer.location(), format!("{page}?done=names"));
        assert!(!world.get(CAMPAIGN).await.text().contains("<i>wording 1</i>"), "at once");
        let all = format!("{}/wordings", world.letter().await);
        assert!(world.get(&all).await.text().contains("The organisers let names under earlier words stand"));
        assert_eq!(by_version(&world, 1).await, 1, "Ada is counted where Ada signed");
        let record = clerk.get(&world, &format!("/desk/groups/{GROUP}/audit")).await.text();
        assert!(record.contains("What becomes of earlier signers of a changed letter"), "{record}");
        // The words were changed again while the form was open.
        world.change_campaign(reworded("\n\nSoon.", "They never answered.")).await;
        let late = clerk.post(&world, &names, &[("version", "2"), ("names", "move")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        world.pass(2 * SECOND);
        assert!(world.get(CAMPAIGN).await.text().contains("<i>wording 1</i>"), "a choice is for one change");
        let telling = format!("{page}/telling");
        let odd = clerk.post(&world, &telling, &[("version", "3"), ("telling", "everything")]).await;
        assert_eq!(odd.status, StatusCode::BAD_REQUEST);
    }

    async fn telling_can_be_stopped_gone_on_with_and_ends_where_the_words_change_again(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let telling = format!("{}/telling", page_of(&world).await);
        world.sign("Ada Example", "ada@example.org").await;
        world.change_campaign(reworded("\n\nAnd answer us.", "For clarity.")).await;
        world.pass(2 * SECOND);
        clerk.post(&world, &telling, &[("version", "2"), ("telling", "begin")]).await;
        let answer = clerk.post(&world, &telling, &[("version", "2"), ("telling", "stop")]).await;
        assert!(answer.location().ends_with("done=stopped"));
        world.work().await;
        let told = "select count(*) as n from mail where kind = 'words_changed'";
        assert_eq!(world.number(told).await, 0);
        clerk.post(&world, &telling, &[("version", "2"), ("telling", "begin")]).await;
        world.change_campaign(reworded("\n\nSoon.", "They never answered.")).await;
        world.work().await;
        assert_eq!(world.number(told).await, 0, "whoever is told of these words would read others");
        clerk.post(&world, &telling, &[("version", "3"), ("telling", "begin")]).await;
        world.work().await;
        assert_eq!(world.number(told).await, 1);
        let viewer = Clerk::of(&world, "viewer@example.org", GROUP, Role::Viewer).await;
        let refused = viewer.post(&world, &telling, &[("version", "3"), ("telling", "begin")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }

    async fn the_form_asks_why_words_are_changed_that_people_have_signed(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let words = "/desk/campaigns/dropsalesforce/words";
        let form = clerk.get(&world, words).await.text();
        let version = form.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let letter = world.letter().await;
        let slug = letter.rsplit('/').next().unwrap();
        let (body, reason) = (format!("letter.{slug}.body.en"), format!("letter.{slug}.reason.en"));
        world.sign("Ada Example", "ada@example.org").await;
        let typed = [("version", version.as_str()), (&body, "Other words."), (&reason, "")];
        let refused = clerk.post(&world, words, &typed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("People have signed the words as they were") && refused.text().contains("Other words."));
        let typed = [("version", version.as_str()), (&body, "Other words."), (&reason, "They asked for a date.")];
        assert_eq!(clerk.post(&world, words, &typed).await.status, StatusCode::SEE_OTHER);
        world.pass(2 * SECOND);
        assert!(world.get(&format!("{letter}/wordings")).await.text().contains("They asked for a date."));
    }
}
