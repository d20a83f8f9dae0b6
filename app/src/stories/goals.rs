//! Goals: what happens once one is reached, once; what it was before it moved; and what is typed of one at the desk.

use super::coming::{CALL, PROTEST, come};
use super::desk::{Clerk, GROUP};
use super::partners::taking_part;
use super::press::press;
use super::stories;
use super::world::{CAMPAIGN, World, read};
use crate::accounts::Role;
use crate::campaigns::definition::{Audience, Goal, Numbers, Threshold};
use crate::campaigns::files;
use crate::clock::{DAY, HOUR, SECOND};
use crate::goals::mailing;
use crate::mail::store as mails;
use axum::http::StatusCode;
use std::collections::BTreeMap;

pub const GOALS: &str = "/campaigns/dropsalesforce/goals";
pub const LIST: &str = "/desk/campaigns/dropsalesforce/goals";
pub const LETTER: &str = "drop-the-contract";

pub fn signatures(slug: &str, number: u32) -> Goal {
    Goal {
        slug: slug.to_owned(),
        threshold: Threshold::Signatures { number, letter: None },
        words: BTreeMap::from([
            ("en".to_owned(), "Two <have> signed.".to_owned()),
            ("es".to_owned(), "Han firmado dos.".to_owned()),
        ]),
        mail: Vec::new(),
        closes: None,
    }
}

pub async fn set(world: &World, goals: &[Goal]) {
    world.change_campaign(|campaign| campaign.goals = goals.to_vec()).await;
}

/// To whom mails about goals went, and their words, the oldest first.
pub async fn told(world: &World) -> Vec<(String, String)> {
    world.work().await;
    let newest = mails::newest(&mut world.db().read().await.unwrap(), 1_000).await.unwrap();
    let mut read = Vec::new();
    for listed in newest.iter().rev() {
        if let Some(draft) = mailing::draft_of(&world.app, listed).await.unwrap() {
            read.push((draft.to, format!("{}\n{}", draft.written.subject, draft.written.text)));
        }
    }
    read
}

pub async fn page(world: &World, path: &str) -> String {
    world.work().await;
    world.pass(SECOND);
    let answer = world.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    answer.text()
}

pub fn version(page: &str) -> String {
    page.split("name=\"version\" value=\"").nth(1).expect("a form").split('"').next().unwrap().to_owned()
}

stories! {
    async fn a_goal_is_reached_once_and_publishes_tells_and_closes(world: World) {
        let owner = Clerk::of(&world, "olga@example.org", GROUP, Role::Owner).await;
        Clerk::of(&world, "vera@example.org", GROUP, Role::Viewer).await;
        taking_part(&world, &owner, "dropsalesforce", "pat@greenpeace.example").await;
        let mut goal = signatures("two", 2);
        goal.mail = Audience::ALL.to_vec();
        goal.closes = Some(LETTER.to_owned());
        set(&world, &[goal, signatures("three", 3)]).await;
        world.sign("Ada Lovelace", "ada@signers.example").await;
        let before = page(&world, CAMPAIGN).await;
        assert!(before.contains("Next goal: 2") && !before.contains("Two &#60;have"), "{before}");
        let goals = page(&world, GOALS).await;
        assert!(goals.contains("2 signatures") && goals.contains("1 so far") && goals.contains("takes no more names"));
        assert!(told(&world).await.is_empty());
        let grace = "Grace Hopper";
        world.sign_on("Zoe", "zoe@signers.example").await;
        let zoe = world.mail_to("zoe@signers.example").await.link();
        world.sign(grace, "grace@signers.example").await;

        let told_once = told(&world).await;
        let to: Vec<&str> = told_once.iter().map(|(to, _)| to.as_str()).collect();
        assert_eq!(to, ["olga@example.org", "pat@greenpeace.example"]);
        for words in ["Goal reached: 2 signatures", "Two <have> signed.", "takes no more names", "/campaigns/dropsalesforce/goals"] {
            assert!(told_once[0].1.contains(words), "{words}: {}", told_once[0].1);
        }
        let after = page(&world, CAMPAIGN).await;
        assert!(after.contains("Two &#60;have&#62; signed.") && !after.contains("Next goal"), "{after}");
        assert!(!after.contains("name=\"email\"") && after.contains("takes no more"), "the letter is closed: {after}");
        let late = world.submit(&[("name", "Late"), ("email", "late@signers.example")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.text());
        let goals = page(&world, GOALS).await;
        assert!(goals.contains("Reached on 10 September 2018") && goals.contains(", with 2."), "{goals}");
        assert!(page(&world, &format!("{GOALS}?lang=es")).await.contains("Alcanzada el"));
        assert!(press(&world).await.contains("Goal reached: "));

        // Another process, a restart and a change of words do nothing again; who had not confirmed by then is late.
        let beside = world.another_process().await;
        beside.work().await;
        drop(beside);
        let world = world.restarted(|settings| settings).await;
        world.press(&zoe, "confirmation").await;
        world.change_campaign(|campaign| drop(campaign.goals[0].words.insert("en".to_owned(), "Many.".to_owned()))).await;
        assert_eq!(told(&world).await.len(), 2);
        assert_eq!(world.count().await, 2);
        assert!(page(&world, CAMPAIGN).await.contains("Many."));
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'goal-reached'").await, 1);
        assert_eq!(world.number("select count(*) as n from mail where kind = 'goal_reached'").await, 2);
        let audit = owner.get(&world, &format!("/desk/groups/{GROUP}/audit?action=goal-reached")).await.text();
        assert!(audit.contains("goal two") && audit.contains("by itself"), "{audit}");
        // It stays closed while the goal stands, and opens where it is moved.
        assert!(!page(&world, CAMPAIGN).await.contains("name=\"email\""));
        world.change_campaign(|campaign| campaign.goals[0].threshold = Threshold::Signatures { number: 9, letter: None }).await;
        assert!(page(&world, CAMPAIGN).await.contains("name=\"email\""));
    }

    async fn two_processes_reach_it_once(world: World) {
        Clerk::of(&world, "olga@example.org", GROUP, Role::Organiser).await;
        let mut goals: Vec<Goal> = (1..=8).map(|n| signatures(&format!("one-{n}"), 1)).collect();
        for goal in &mut goals {
            goal.mail = vec![Audience::Organisers];
        }
        set(&world, &goals).await;
        world.sign_on("Ada Lovelace", "ada@signers.example").await;
        let ada = world.mail_to("ada@signers.example").await.link();
        world.press(&ada, "confirmation").await;
        let beside = world.another_process().await;
        tokio::join!(world.work(), beside.work());
        assert_eq!(told(&world).await.len(), 8);
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'goal-reached'").await, 8);
    }

    async fn a_goal_that_moves_is_shown_as_it_was(world: World) {
        set(&world, &[signatures("many", 2)]).await;
        world.pass(DAY);
        set(&world, &[signatures("many", 3)]).await;
        set(&world, &[signatures("many", 5)]).await;
        let ada = world.sign("Ada Lovelace", "ada@signers.example").await;
        for n in 0..4 {
            world.sign(&format!("Bo {n}"), &format!("bo{n}@signers.example")).await;
        }
        world.work().await;
        world.press(&ada, "withdrawal").await;
        let fell = page(&world, GOALS).await;
        assert!(fell.contains("with 5. Some have been taken back since: 4 stand now."), "{fell}");
        set(&world, &[signatures("many", 9)]).await;
        let text = page(&world, GOALS).await;
        let (nine, five, two) = (text.find("9 signatures"), text.find("the goal was: 5 signatures. It was reached on 11 September 2018"), text.find("the goal was: 2 signatures. It was not reached."));
        assert!(nine < five && five < two && nine.is_some() && two.is_some(), "{text}");
        assert!(!text.contains("the goal was: 3 signatures"), "a slip of a minute is not kept: {text}");
        assert!(!page(&world, CAMPAIGN).await.contains("Two &#60;have"), "what was published of another level is not");
        // What was reached stays reached where a goal comes back to it, and what it was meanwhile is told.
        world.pass(DAY);
        set(&world, &[signatures("many", 5)]).await;
        let text = page(&world, GOALS).await;
        assert!(text.contains("Reached on 11 September 2018"), "{text}");
        for told in ["Until 12 September 2018 at 09:0", "the goal was: 9 signatures", "the goal was: 5 signatures"] {
            assert!(text.contains(told), "{told}: {text}");
        }
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'goal-reached'").await, 1);
        let timeline = press(&world).await;
        assert!(!timeline.contains("taken back") && timeline.matches("Goal reached: ").count() == 1, "{timeline}");
        assert_eq!(timeline.matches("The goal was moved: ").count(), 3, "{timeline}");
        set(&world, &[signatures("many", 9)]).await;
        // A slip of a minute and back leaves no trace.
        set(&world, &[signatures("many", 11)]).await;
        set(&world, &[signatures("many", 9)]).await;
        assert!(!page(&world, GOALS).await.contains("11 signatures"));
        world.pass(DAY);
        let timeline = press(&world).await;
        assert!(timeline.contains("The goal was moved: ") && timeline.contains("Goal reached: "), "{timeline}");
        set(&world, &[]).await;
        let text = page(&world, GOALS).await;
        assert!(text.contains("No longer goals") && text.contains("the goal was: 9 signatures. It was not reached."), "{text}");
        assert!(!page(&world, CAMPAIGN).await.contains("/goals"));
        // What nobody could see is not kept.
        world.change_campaign(|campaign| {
            campaign.slug = "other".to_owned();
            campaign.status = crate::campaigns::definition::Status::Draft;
            campaign.goals = vec![signatures("draft", 7)];
        }).await;
        assert_eq!(world.get("/campaigns/other/goals").await.status, StatusCode::NOT_FOUND);
        let draft = "select count(*) as n from goal_mark where goal = 'draft'";
        assert_eq!(world.number(draft).await, 1);
        let definition = crate::campaigns::importing::definition(world.db(), "other").await.unwrap().unwrap();
        world.import(crate::campaigns::definition::Definition { goals: Vec::new(), ..definition }).await;
        assert_eq!(world.number(draft).await, 0);
    }

    async fn people_and_moments_are_goals_too(world: World) {
        let people = |slug: &str, number, event: &str| Goal {
            threshold: Threshold::People { number, event: event.to_owned() },
            words: BTreeMap::new(),
            ..signatures(slug, 1)
        };
        let moment = Goal {
            threshold: Threshold::Moment { at: "2018-09-12 08:00".to_owned(), twice: None },
            ..signatures("conference", 1)
        };
        set(&world, &[people("shown", 3, "call-before"), people("silent", 2, "outside-dreamforce"), moment]).await;
        world.change_campaign(|campaign| {
            for event in &mut campaign.events {
                let is_call = event.slug == "call-before";
                event.numbers = if is_call { Numbers::People } else { Numbers::Nothing };
                event.party_most = 4;
            }
        }).await;
        come(&world, CALL, &[("name", "Ada"), ("email", "ada@guests.example"), ("people", "2")]).await;
        come(&world, PROTEST, &[("name", "Bo"), ("email", "bo@guests.example"), ("people", "1"), ("slot", "noon")]).await;
        let text = page(&world, GOALS).await;
        assert!(text.contains("3 people who come to “The call before the protest”") && text.contains("2 so far"), "{text}");
        assert!(text.contains("Not reached yet.") && !text.contains("1 so far"), "nobody is told how many come: {text}");
        come(&world, CALL, &[("name", "Cy"), ("email", "cy@guests.example")]).await;
        come(&world, PROTEST, &[("name", "Di"), ("email", "di@guests.example"), ("slot", "noon")]).await;
        let text = page(&world, GOALS).await;
        assert!(text.contains(", with 3.") && !text.contains(", with 2."), "{text}");
        assert_eq!(text.matches("Reached on").count(), 2, "{text}");
        let clerk = Clerk::of(&world, "olga@example.org", GROUP, Role::Organiser).await;
        assert!(clerk.get(&world, LIST).await.text().contains(", with 2."), "organisers know who comes");
        world.pass(DAY);
        assert!(!page(&world, CAMPAIGN).await.contains("Two &#60;have"));
        world.pass(DAY);
        assert!(page(&world, CAMPAIGN).await.contains("Two &#60;have"), "the conference has begun");
        let text = page(&world, GOALS).await;
        assert!(text.contains("That time has come."), "{text}");
    }

    async fn organisers_set_goals_at_the_desk(world: World) {
        let clerk = Clerk::of(&world, "olga@example.org", GROUP, Role::Organiser).await;
        let new = format!("{LIST}/new");
        let form = clerk.get(&world, &new).await.text();
        let seen = version(&form);
        let typed = |more: &[(&str, &str)]| {
            let mut all = vec![("version".to_owned(), seen.clone()), ("words.en".to_owned(), "We <made> it.".to_owned()), ("words.es".to_owned(), "Hecho.".to_owned())];
            all.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
            all
        };
        for (more, fault) in [
            (&[("reach", "signatures"), ("number", "many")][..], "A whole number from 1 to 100,000,000"),
            (&[("reach", "signatures"), ("number", "0")], "A whole number from 1"),
            (&[("reach", "event/none"), ("number", "5")], "Choose what is to be reached"),
            (&[("reach", "moment"), ("moment", "soon")], "A day and time, as 2018-09-25 11:30"),
            (&[("reach", "moment"), ("moment", "2019-03-10T02:30")], "Write 2019-03-10 03:30"),
            (&[("reach", "moment"), ("moment", "2018-11-04T01:30")], "twice that day: PDT and PST"),
            (&[("reach", "signatures"), ("number", "5"), ("words.es", "")], "in each language, or in none"),
        ] {
            let fields = typed(more);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            // The last of two of a name stands.
            let fields: BTreeMap<&str, &str> = fields.into_iter().collect();
            let fields: Vec<(&str, &str)> = fields.into_iter().collect();
            let answer = clerk.post(&world, &new, &fields).await;
            let text = answer.text();
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fault}: {text}");
            assert!(text.contains(fault) && text.contains("We &#60;made&#62; it."), "{fault}: {text}");
        }
        let fields = [("version", seen.as_str()), ("reach", "signatures"), ("number", "50"), ("words.en", "We <made> it."), ("words.es", "Hecho."), ("mail-organisers", "1"), ("closes", LETTER)];
        let answer = clerk.post(&world, &new, &fields).await;
        assert!(answer.location().ends_with("done=saved"), "{}", answer.text());
        let list = clerk.get(&world, LIST).await.text();
        assert!(list.contains("50 signatures") && list.contains("0 so far") && list.contains("the organisers get a mail") && list.contains("takes no more names"), "{list}");
        let own = format!("{LIST}/signatures-50");
        let stale = clerk.post(&world, &own, &fields).await;
        assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.text());
        let text = clerk.get(&world, &own).await.text();
        let twice = [("version", version(&text)), ("reach", "moment".to_owned()), ("moment", "2018-11-04T01:30".to_owned()), ("twice", "second".to_owned())];
        let twice = twice.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>();
        let answer = clerk.post(&world, &own, &twice).await;
        world.pass(HOUR);
        assert!(answer.location().ends_with("done=saved"), "{}", answer.text());
        let text = page(&world, GOALS).await;
        assert!(text.contains("4 November 2018") && !text.contains("the goal was"), "{text}");
        let stale = clerk.post(&world, &format!("{own}/removal"), &[("version", "1")]).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        let seen = version(&clerk.get(&world, &own).await.text());
        let answer = clerk.post(&world, &format!("{own}/removal"), &[("version", &seen)]).await;
        assert!(answer.location().ends_with("done=removed"), "{}", answer.text());
        assert!(page(&world, GOALS).await.contains("No longer goals"));
        assert_eq!(clerk.get(&world, &own).await.status, StatusCode::NOT_FOUND);
        for action in ["goal-made", "goal-changed", "goal-removed"] {
            let audit = clerk.get(&world, &format!("/desk/groups/{GROUP}/audit?action={action}")).await.text();
            assert!(audit.contains("goal signatures-50"), "{action}: {audit}");
        }
    }

    async fn what_would_be_reached_at_once_is_asked_about(world: World) {
        world.sign("Ada Lovelace", "ada@signers.example").await;
        let clerk = Clerk::of(&world, "olga@example.org", GROUP, Role::Organiser).await;
        let new = format!("{LIST}/new");
        let seen = version(&clerk.get(&world, &new).await.text());
        world.pass(SECOND);
        let fields = [("version", seen.as_str()), ("reach", "signatures"), ("number", "1"), ("closes", LETTER)];
        let asked = clerk.post(&world, &new, &fields).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.text().contains("This is reached already") && asked.text().contains("name=\"sure\""), "{}", asked.text());
        assert!(page(&world, CAMPAIGN).await.contains("name=\"email\""), "nothing has happened");
        let sure: Vec<(&str, &str)> = fields.into_iter().chain([("sure", "1")]).collect();
        assert!(clerk.post(&world, &new, &sure).await.location().ends_with("done=saved"));
        let closed = page(&world, CAMPAIGN).await;
        assert!(!closed.contains("name=\"email\"") && !closed.contains("Next goal"), "{closed}");
        let none = [("version", seen.as_str()), ("reach", "signatures"), ("number", "5"), ("closes", "none")];
        assert!(clerk.post(&world, &new, &none).await.text().contains("The campaign has no such letter."));
    }

    async fn an_import_undoes_no_goal_of_the_desk(world: World) {
        let files_say = crate::campaigns::importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap();
        let clerk = Clerk::of(&world, "olga@example.org", GROUP, Role::Organiser).await;
        let seen = version(&clerk.get(&world, &format!("{LIST}/new")).await.text());
        let fields = [("version", seen.as_str()), ("reach", "signatures"), ("number", "50")];
        assert!(clerk.post(&world, &format!("{LIST}/new"), &fields).await.location().ends_with("done=saved"));
        let mut edited = files_say.clone();
        edited.goals[0].threshold = Threshold::Signatures { number: 2000, letter: None };
        let crate::campaigns::importing::Imported::Changed { kept, .. } = world.import(edited.clone()).await else { panic!("it was there") };
        assert_eq!(kept, ["goal signatures-50"]);
        let text = page(&world, GOALS).await;
        assert!(text.contains("50 signatures") && text.contains("2,000 signatures"), "{text}");
        // Nobody hears of an event that stayed as it was.
        let calendar = |text: String| text.lines().filter(|line| line.starts_with("SEQUENCE")).map(str::to_owned).collect::<Vec<_>>();
        let before = calendar(world.get("/campaigns/dropsalesforce/events.ics").await.text());
        edited.events[0].words.insert("en".to_owned(), "Other words.".to_owned());
        world.import(edited).await;
        world.pass(SECOND);
        let after = calendar(world.get("/campaigns/dropsalesforce/events.ics").await.text());
        assert_eq!(before.len(), 3);
        assert_eq!(before.iter().zip(&after).filter(|(one, other)| one != other).count(), 2, "{before:?} {after:?}");
    }

    async fn who_waits_while_a_letter_closes_keeps_every_right(world: World) {
        world.sign_on("Ada Lovelace", "ada@signers.example").await;
        let ada = world.mail_to("ada@signers.example").await.link();
        world.change_campaign(|campaign| campaign.letters[0].status = crate::campaigns::definition::LetterStatus::Closed).await;
        let text = world.get(&ada).await.text();
        for way in ["withdrawal", "export.json", "erasure"] {
            assert!(text.contains(way) && !text.contains("/confirmation"), "{way}: {text}");
        }
        let gone = world.press(&ada, "withdrawal").await.text();
        assert!(gone.contains("deleted") || gone.contains("Deleted"), "{gone}");
    }
}

#[test]
fn files_of_goals_come_back_and_each_mistake_is_named() {
    let reference = super::checkout().join("campaigns/dropsalesforce");
    let campaign = read(&reference);
    assert_eq!(campaign.goals.len(), 2);
    let folder = tempfile::tempdir().unwrap();
    let all = files::write(&campaign, folder.path());
    all.unwrap();
    assert_eq!(read(folder.path()), campaign);
    let faults = |text: &str| {
        std::fs::write(folder.path().join("goals.toml"), text).unwrap();
        let faults = files::read(folder.path()).err().unwrap_or_default();
        faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    for (rest, fault) in [
        ("", "names nothing to reach; write one of them: signatures = 10000"),
        ("signatures = 5\nmoment = \"2018-09-25 11:30\"", "names several things to reach"),
        ("signatures = 0", "signatures must be a number from 1 to 100000000"),
        (
            "signatures = 5\nletter = \"none\"",
            "letter names “none”, which is no letter of the campaign; write \"drop-the-contract\"",
        ),
        ("people = 5", "people come to an event; add event with its slug"),
        ("people = 5\nevent = \"none\"", "which is no event of the campaign"),
        ("moment = \"2019-03-10 02:30\"", "write \"2019-03-10 03:30\""),
        ("moment = \"2018-11-04 01:30\"", "add twice = \"first\" for PDT"),
        (
            "signatures = 5\nmail = [\"everybody\"]",
            "mail holds “everybody”; write [\"organisers\", \"partners\"]",
        ),
        ("signatures = 5\ncloses = \"none\"", "closes names “none”"),
        ("signatures = 5\nwords.en = \"Yes\"", "words is missing in es"),
        ("signatures = 5\nevent = \"call-before\"", "event counts only with people"),
        ("signatures = 5\nwhen = 5", "when is an unknown key"),
    ] {
        let found = faults(&format!("[[goal]]\nslug = \"one\"\n{rest}\n"));
        assert!(found.starts_with("goals.toml:") && found.contains(fault), "{rest}: {found}");
    }
}
