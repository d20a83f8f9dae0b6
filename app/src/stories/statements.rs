//! Statements at the desk, and the private link by which whoever is asked replies.

use super::desk::{Clerk, GROUP};
use super::desk_rules::seated;
use super::press::{press, statement};
use super::stories;
use super::world::{Answer, CAMPAIGN, World, below};
use crate::accounts::Role;
use crate::campaigns::definition::{Definition, ReplyPlace, StatementKind};
use crate::campaigns::importing::{self, Dispute, Imported};
use crate::clock::{DAY, SECOND};
use crate::mail::store as mails;
use crate::statements::mailing;
use axum::http::StatusCode;

pub const LIST: &str = "/desk/campaigns/dropsalesforce/statements";
/// The question of the reference campaign's files.
pub const ASKED: &str = "/desk/campaigns/dropsalesforce/statements/trade-paper-asks-salesforce";
pub const EMAIL: &str = "press@salesforce-example.org";

const QUESTION: &[(&str, &str)] = &[
    ("kind", "asked"),
    ("whom", "Example Company"),
    ("on", "2018-09-01"),
    ("how", "by letter"),
    ("words", "Will you end it?\r\nWhen?"),
];

pub async fn organiser(world: &World) -> Clerk {
    Clerk::of(world, "olga@example.org", GROUP, Role::Organiser).await
}

pub fn seen(page: &str) -> String {
    let rest = page.split("name=\"seen\" value=\"").nth(1).expect("a form");
    rest.split('"').next().unwrap().to_owned()
}

/// The mails with links to reply so far, the oldest first: to whom, and their text.
pub async fn sent(world: &World) -> Vec<(String, String)> {
    world.work().await;
    let newest = mails::newest(&mut world.db().read().await.unwrap(), 1_000).await.unwrap();
    let mut read = Vec::new();
    for listed in newest.iter().rev() {
        if let Some(draft) = mailing::draft_of(&world.app, listed).await.unwrap() {
            read.push((draft.to, draft.written.text));
        }
    }
    read
}

pub fn link_in(text: &str) -> String {
    let line =
        text.lines().find_map(|line| line.trim().strip_prefix("https://letter.example.org/statements/"));
    format!("/statements/{}", line.expect("a link in the mail"))
}

/// Sends a link for the question of the files; answers it.
pub async fn linked(world: &World, clerk: &Clerk) -> String {
    let answer = clerk.post(world, &format!("{ASKED}/links"), &[("email", EMAIL), ("language", "en")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    link_in(&sent(world).await.pop().expect("a mail").1)
}

pub async fn reply(world: &World, link: &str, words: &str) -> Answer {
    world.post(&below(link, "replies"), &[("words", words), ("speaker", "Ada Example, spokeswoman")]).await
}

pub async fn page(world: &World) -> String {
    world.pass(SECOND);
    world.get(CAMPAIGN).await.text()
}

/// The desk's address of the newest row.
pub async fn newest(world: &World) -> String {
    format!("{LIST}/~{}", world.number("select max(id) as n from statement").await)
}

pub async fn import(world: &World, change: impl Fn(&mut Definition)) -> Imported {
    let mut definition = importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap();
    change(&mut definition);
    importing::import(world.db(), definition, Dispute::Refuse, world.app.clock.now()).await.unwrap()
}

stories! {
    async fn organisers_enter_correct_and_remove_statements_and_the_record_says_who(world: World) {
        let clerk = organiser(&world).await;
        let list = clerk.get(&world, LIST).await.text();
        assert!(list.contains("in the campaign’s files") && list.contains("No reply so far."));
        let entered = clerk.post(&world, &format!("{LIST}/entries"), QUESTION).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
        let public = press(&world).await;
        assert!(public.contains("Example Company</bdi> was asked") && public.contains("Will you end it?\nWhen?"), "{public}");
        assert!(public.contains("No reply for 9 days."), "{public}");

        let one = newest(&world).await;
        let stale = seen(&clerk.get(&world, &one).await.text());
        let correct = async |seen: &str, words: &str| {
            let form = [("kind", "asked"), ("whom", "Example Company"), ("on", "2018-09-03"), ("words", words), ("seen", seen)];
            clerk.post(&world, &format!("{one}/words"), &form).await
        };
        assert_eq!(correct(&stale, "Will you end it in spring?").await.status, StatusCode::SEE_OTHER);
        let public = press(&world).await;
        assert!(public.contains("in spring?") && public.contains("No reply for 7 days."));
        let lost = correct(&stale, "Something else.").await;
        assert_eq!(lost.status, StatusCode::CONFLICT, "somebody has corrected it since");
        assert!(!press(&world).await.contains("Something else."));

        // A reply to it, word for word, and the days are over.
        let key = one.rsplit('/').next().unwrap().to_owned();
        let answer = [("kind", "replied"), ("answers", key.as_str()), ("whom", "Example Company"), ("on", "2018-09-08"), ("words", "No.\n\nNever."), ("source_name", "The Paper"), ("source_url", "https://paper.example.org/1")];
        assert_eq!(clerk.post(&world, &format!("{LIST}/entries"), &answer).await.status, StatusCode::SEE_OTHER);
        let public = press(&world).await;
        assert!(public.contains("No.\n\nNever.") && public.contains("href=\"https://paper.example.org/1\"") && !public.contains("No reply for"));
        assert!(page(&world).await.contains("No.\n\nNever."), "and it stands beside the letter");

        let reply = newest(&world).await;
        let now = seen(&clerk.get(&world, &reply).await.text());
        assert_eq!(clerk.post(&world, &format!("{reply}/removal"), &[("seen", "1")]).await.status, StatusCode::CONFLICT);
        assert_eq!(clerk.post(&world, &format!("{reply}/removal"), &[("seen", &now)]).await.status, StatusCode::SEE_OTHER);
        assert!(!press(&world).await.contains("Never.") && !page(&world).await.contains("Never."), "it leaves at once");
        assert_eq!(clerk.get(&world, &reply).await.status, StatusCode::NOT_FOUND);
        let record = clerk.get(&world, &format!("/desk/groups/{GROUP}/audit")).await.text();
        for told in ["Statement entered", "Statement corrected", "Statement removed"] {
            assert!(record.contains(told), "{told}");
        }
        assert!(!record.contains("Example Company") && !record.contains("spring"), "fields that are personal are named alone");
        // What stands in the files is changed there.
        let of_files = clerk.get(&world, ASKED).await.text();
        assert!(of_files.contains("statements.toml") && !of_files.contains("/removal"));
        assert_eq!(clerk.post(&world, &format!("{ASKED}/removal"), &[("seen", "1")]).await.status, StatusCode::NOT_FOUND);
        let glance = clerk.get(&world, "/desk/campaigns/dropsalesforce").await.text();
        assert!(glance.contains(LIST), "the campaign’s page at the desk leads here");
    }

    async fn mistakes_keep_what_was_typed(world: World) {
        let clerk = organiser(&world).await;
        let form = [("kind", "said"), ("whom", "<b>Example</b>"), ("on", "2018-09-11"), ("words", "It is so."), ("source_url", "javascript:alert(1)")];
        let wrong = clerk.post(&world, &format!("{LIST}/entries"), &form).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = wrong.text();
        for told in ["3 things are still to be mended", "This day lies ahead", "what was said publicly has a source", "This is no web address", "value=\"&#60;b&#62;Example", "It is so.</textarea>", "value=\"said\" checked"] {
            assert!(text.contains(told), "{told}: {text}");
        }
        assert_eq!(world.number("select count(*) as n from statement").await, 0);
        for address in ["", "nobody", "a@b@c"] {
            let refused = clerk.post(&world, &format!("{ASKED}/links"), &[("email", address)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
            assert!(refused.text().contains("No mail can go to this address"));
        }
        for _ in 0..3 {
            linked(&world, &clerk).await;
        }
        let fourth = clerk.post(&world, &format!("{ASKED}/links"), &[("email", "Press@Salesforce-Example.org")]).await;
        assert_eq!(fourth.status, StatusCode::UNPROCESSABLE_ENTITY, "an address gets so many a day, however it is spelt");
        assert!(fourth.text().contains("Send it tomorrow") && fourth.text().contains("value=\"Press@Salesforce-Example.org\""));
        assert_eq!(sent(&world).await.len(), 3);
    }

    async fn whoever_is_asked_replies_by_themselves_and_nobody_edits_it(world: World) {
        let clerk = organiser(&world).await;
        let link = linked(&world, &clerk).await;
        let (to, mail) = sent(&world).await.remove(0);
        assert_eq!(to, EMAIL);
        for told in ["asks Salesforce", "was asked for a comment", "Opening the link publishes nothing"] {
            assert!(mail.contains(told), "{told}: {mail}");
        }
        for _ in 0..2 {
            let asked = world.get(&link).await;
            assert_eq!(asked.status, StatusCode::OK);
            assert!(asked.text().contains("was asked for a comment") && asked.text().contains("behind the letter"));
            assert_eq!(asked.headers["cache-control"], "no-store");
        }
        assert_eq!(world.get(&below(&link, "replies")).await.status, StatusCode::SEE_OTHER, "a scanner publishes nothing");
        assert_eq!(world.number("select count(*) as n from statement").await, 0);

        for (words, speaker, told) in [("", "Ada", "This is needed"), ("\u{202e}turned", "Ada", "nobody sees"), ("Well.", "A\nda", "nobody sees")] {
            let wrong = world.post(&below(&link, "replies"), &[("words", words), ("speaker", speaker)]).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
            assert!(wrong.text().contains(told), "{}", wrong.text());
        }
        let long = "a".repeat(5_001);
        let wrong = reply(&world, &link, &long).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains(&long) && wrong.text().contains("Ada Example, spokeswoman"), "what was typed stays");

        world.pass(2 * DAY);
        let words = "We  have <b>read</b> it.\r\n\r\nWe will not *change* our mind.";
        let kept = "We  have &#60;b&#62;read&#60;/b&#62; it.\n\nWe will not *change* our mind.";
        let taken = reply(&world, &link, words).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
        let own = world.get(&taken.location()).await.text();
        assert!(own.contains("Your reply is published as you sent it.") && own.contains(kept), "{own}");
        // Pressed again it is still one reply.
        reply(&world, &link, words).await;
        assert_eq!(world.number("select count(*) as n from statement").await, 1);
        let public = press(&world).await;
        for told in ["Reply of <bdi>Salesforce</bdi>", kept, "12 September 2018", "Ada Example, spokeswoman", "nobody edited it. Nobody has proved who sent it."] {
            assert!(public.contains(told), "{told}: {public}");
        }
        assert!(!public.contains("No reply") && !public.contains(EMAIL), "the address is nobody’s to see");
        assert!(page(&world).await.contains(kept), "it stands whole on the campaign’s page");

        // No way at the desk changes or removes it.
        let clerk = seated(&world, "olga@example.org").await;
        let one = newest(&world).await;
        let at_desk = clerk.get(&world, &one).await.text();
        let now = seen(&at_desk);
        assert!(!at_desk.contains("/words\"") && !at_desk.contains("/removal"));
        let edited = [("kind", "replied"), ("whom", "Salesforce"), ("on", "2018-09-12"), ("words", "We give in."), ("seen", now.as_str())];
        assert_eq!(clerk.post(&world, &format!("{one}/words"), &edited).await.status, StatusCode::NOT_FOUND);
        assert_eq!(clerk.post(&world, &format!("{one}/removal"), &[("seen", &now)]).await.status, StatusCode::NOT_FOUND);

        // A further reply stands beside the first; when the question is worded anew, both are read.
        reply(&world, &link, "We have thought again.").await;
        world.change_campaign(|campaign| {
            let asked = &mut campaign.statements[0].words;
            asked.insert("en".to_owned(), "Would you comment?".to_owned());
        }).await;
        let public = press(&world).await;
        assert!(public.contains("We have thought again.") && public.contains("Would you comment?"));
        assert!(public.contains("The question, as it was sent:") && public.contains("was asked for a comment"));
        // When it leaves the files, the replies do not.
        world.change_campaign(|campaign| { campaign.statements.clear(); }).await;
        let public = press(&world).await;
        assert!(public.contains(kept) && public.contains("We have thought again.") && public.contains("was asked for a comment"));
    }

    async fn a_reply_stands_as_prominently_as_was_chosen_before_it_was_asked_for(world: World) {
        let clerk = organiser(&world).await;
        let set = |place: ReplyPlace| move |campaign: &mut Definition| campaign.press.reply_place = place;
        // Before a link is sent the organisers choose freely.
        for place in [ReplyPlace::Top, ReplyPlace::PressOnly] {
            assert!(matches!(import(&world, set(place)).await, Imported::Changed { .. }));
        }
        world.pass(SECOND);
        let link = linked(&world, &clerk).await;
        assert!(world.get(&link).await.text().contains("the campaign’s page says that there is one"));
        reply(&world, &link, "We will not.").await;
        let public = page(&world).await;
        assert!(!public.contains("We will not.") && public.contains("There is one reply."));
        assert!(press(&world).await.contains("We will not."));
        // Raised step by step, and never lowered.
        assert!(matches!(import(&world, set(ReplyPlace::WithLetter)).await, Imported::Changed { .. }));
        let public = page(&world).await;
        let (letter, said) = (public.find("Hear us.").unwrap(), public.find("We will not.").unwrap());
        assert!(letter < said, "behind the letter");
        assert!(matches!(import(&world, set(ReplyPlace::Top)).await, Imported::Changed { .. }));
        let public = page(&world).await;
        assert!(public.find("We will not.").unwrap() < public.find("Hear us.").unwrap(), "above it");
        for lower in [ReplyPlace::WithLetter, ReplyPlace::PressOnly] {
            let refused = import(&world, set(lower)).await;
            assert!(matches!(refused, Imported::Lowered { promised: ReplyPlace::Top }), "{refused:?}");
        }
        // The table left out is the place lowered, too; and when the link is long forgotten, its reply still stands.
        world.pass(181 * DAY);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from statement_link").await, 0, "the address is forgotten");
        assert_eq!(world.get(&link).await.status, StatusCode::NOT_FOUND);
        let refused = import(&world, |campaign| campaign.press = crate::campaigns::definition::Press::default()).await;
        assert!(matches!(refused, Imported::Lowered { .. }), "{refused:?}");
        assert!(page(&world).await.contains("We will not."));
    }

    async fn organisers_hide_a_reply_only_by_saying_so_and_why(world: World) {
        let clerk = organiser(&world).await;
        let link = linked(&world, &clerk).await;
        reply(&world, &link, "Something that the law forbids.").await;
        let one = newest(&world).await;
        let now = seen(&clerk.get(&world, &one).await.text());
        let silent = clerk.post(&world, &format!("{one}/visibility"), &[("seen", &now), ("hidden", " ")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(press(&world).await.contains("the law forbids"));
        let hidden = clerk.post(&world, &format!("{one}/visibility"), &[("seen", &now), ("hidden", "It names a child.")]).await;
        assert_eq!(hidden.status, StatusCode::SEE_OTHER);
        for public in [press(&world).await, page(&world).await] {
            assert!(public.contains("The organisers hide this reply.") && public.contains("It names a child."), "{public}");
            assert!(!public.contains("the law forbids") && public.contains("Reply of <bdi>Salesforce</bdi>"));
        }
        let own = world.get(&link).await.text();
        assert!(own.contains("the law forbids") && own.contains("It names a child."), "whoever sent it sees both");
        let at_desk = clerk.get(&world, &one).await.text();
        assert!(at_desk.contains("the law forbids"));
        let now = seen(&at_desk);
        clerk.post(&world, &format!("{one}/visibility"), &[("seen", &now), ("showing", "1")]).await;
        assert!(press(&world).await.contains("the law forbids"));
        let record = clerk.get(&world, &format!("/desk/groups/{GROUP}/audit")).await.text();
        assert!(record.contains("Reply hidden") && record.contains("Reply shown again") && record.contains("Link to reply sent"));
        assert!(!record.contains(EMAIL));
    }

    async fn a_link_is_for_one_question_for_half_a_year_and_for_so_many_replies(world: World) {
        let clerk = organiser(&world).await;
        world.change_campaign(|campaign| {
            campaign.statements.push(statement("other", StatementKind::Said, "2018"));
        }).await;
        let said = clerk.post(&world, &format!("{LIST}/other/links"), &[("email", EMAIL)]).await;
        assert_eq!(said.status, StatusCode::NOT_FOUND, "nobody is asked there");
        let link = linked(&world, &clerk).await;
        let spanish = world.get(&link.replace("lang=en", "lang=es")).await.text();
        assert!(spanish.contains("Tu respuesta") && spanish.contains("lang=\"en\""), "the question is in the language it was sent in");
        for nth in 0..10 {
            world.pass(60 * SECOND);
            assert_eq!(reply(&world, &link, &format!("Reply {nth}.")).await.status, StatusCode::SEE_OTHER);
        }
        world.pass(60 * SECOND);
        let over = reply(&world, &link, "One more.").await;
        assert_eq!(over.status, StatusCode::CONFLICT);
        assert!(over.text().contains("As much came by this link as can."));
        for gone in ["/statements/cut-in-two", &link[..link.len() - 20]] {
            let answer = world.get(gone).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{gone}");
            assert!(answer.text().contains("This link leads nowhere"));
        }
        world.pass(180 * DAY);
        assert_eq!(world.get(&link).await.status, StatusCode::NOT_FOUND);
        assert_eq!(reply(&world, &link, "Late.").await.status, StatusCode::NOT_FOUND);
        assert!(press(&world).await.contains("Reply 9."));
    }

    async fn whom_a_link_went_to_is_erased_and_the_reply_stays(world: World) {
        let clerk = organiser(&world).await;
        let link = linked(&world, &clerk).await;
        reply(&world, &link, "We will not.").await;
        // The same mailbox signed, and asks for all of it to be erased behind its own link.
        let own = world.sign("Ada Example", EMAIL).await;
        let export = world.get(&below(&own, "export.json")).await.text();
        assert!(export.contains("statement_link"), "{export}");
        world.post(&below(&own, "erasure"), &[]).await;
        assert_eq!(world.number("select count(*) as n from statement_link").await, 0);
        assert_eq!(world.get(&link).await.status, StatusCode::NOT_FOUND);
        assert!(press(&world).await.contains("We will not."));
    }

    async fn statements_of_the_files_come_back_as_they_went(world: World) {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("out");
        let definition = importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap();
        assert_eq!(definition.statements.len(), 4);
        crate::campaigns::files::write(&definition, &to).unwrap();
        assert!(std::fs::read_to_string(to.join("statements.toml")).unwrap().contains("trade-paper-asks-salesforce"));
        let Imported::Changed { changes, .. } = world.import(crate::stories::world::read(&to)).await else { panic!("it was there") };
        assert_eq!(changes, []);
        let changed = import(&world, |campaign| campaign.statements[0].on = "2018-09-02".to_owned()).await;
        let Imported::Changed { changes, .. } = changed else { panic!("it was there") };
        let told: Vec<String> = changes.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["statements.toml: statement trade-paper-asks-salesforce.on: \"2018-09\" → \"2018-09-02\""]);
    }
}
