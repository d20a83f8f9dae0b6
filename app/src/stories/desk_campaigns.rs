//! A campaign made and changed by the desk's form, without files.

use super::desk::{Clerk, GROUP};
use super::desk_rules::another_group;
use super::stories;
use super::world::{World, read};
use crate::accounts::Role;
use crate::campaigns::importing::Imported;
use crate::campaigns::{files, importing};
use crate::clock::SECOND;
use axum::http::StatusCode;

const WHOLE: [(&str, &str); 8] = [
    ("language", "en"),
    ("title.en", "A bench at the bus stop"),
    ("ask.en", "We ask the council for a bench."),
    ("addressee.en", "the city council"),
    ("letter.letter.body.en", "There is *nowhere* to sit.\r\n\r\nPut a bench there."),
    ("sender_address", "bench@example.org"),
    ("time_zone", "Europe/London"),
    ("status", "published"),
];
const BENCH: &str = "/desk/campaigns/a-bench-at-the-bus-stop";
const WORDS: &str = "/desk/campaigns/a-bench-at-the-bus-stop/words";
const PAGE: &str = "/campaigns/a-bench-at-the-bus-stop";

fn new_form() -> String {
    format!("/desk/groups/{GROUP}/campaigns")
}

async fn organiser(world: &World, email: &str) -> Clerk {
    Clerk::of(world, email, GROUP, Role::Organiser).await
}

/// A form with some of its fields said otherwise.
fn with<'a>(form: &[(&'a str, &'a str)], others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = form.iter().filter(|(name, _)| others.iter().all(|(other, _)| other != name));
    kept.chain(others).copied().collect()
}

/// The version that a form carries.
fn version(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"version\" value=\"").expect("a version");
    rest.split('"').next().unwrap().to_owned()
}

async fn made(world: &World, clerk: &Clerk) {
    let answer = clerk.post(world, &new_form(), &WHOLE).await;
    assert_eq!(answer.location(), BENCH, "{}", answer.text());
}

stories! {
    async fn a_first_campaign_is_made_by_the_form_and_signed(world: World) {
        let clerk = organiser(&world, "ada@example.org").await;
        assert!(clerk.get(&world, "/desk").await.text().contains(&format!("href=\"{}\"", new_form())));
        let form = clerk.get(&world, &new_form()).await;
        assert_eq!(form.status, StatusCode::OK);
        assert!(form.text().contains("value=\"ada@example.org\""), "who makes it answers questions unless changed");
        made(&world, &clerk).await;
        let glance = clerk.get(&world, BENCH).await;
        assert!(glance.status == StatusCode::OK && glance.text().contains(WORDS), "at once, with the way to its words");
        let page = world.get(PAGE).await.text();
        assert!(page.contains("There is <em>nowhere</em> to sit.") && page.contains("the city council"), "{page}");
        let signed = world.post(&format!("{PAGE}/letters/letter/signatures"), &[("name", "Robin"), ("email", "robin@example.org")]).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text());
        let link = world.mail_to("robin@example.org").await.link();
        world.press(&link, "confirmation").await;
        world.pass(2 * SECOND);
        assert!(world.get(&format!("{PAGE}/count.json")).await.text().contains("\"signatures\":1"));
        assert!(clerk.get(&world, &format!("{BENCH}/signatures")).await.text().contains("Robin"));
        let record = clerk.get(&world, &format!("/desk/groups/{GROUP}/audit")).await.text();
        assert!(record.contains("Campaign made") && record.contains("campaign a-bench-at-the-bus-stop"), "{record}");
        assert!(!record.contains("bench@example.org"));
    }

    async fn what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(world: World) {
        let clerk = organiser(&world, "ada@example.org").await;
        let form = with(&WHOLE, &[
            ("title.en", ""),
            ("sender_address", "nobody"),
            ("time_zone", "PST"),
            ("slug", "A Bench"),
            ("letter.letter.body.en", "One <script>x</script>"),
        ]);
        let answer = clerk.post(&world, &new_form(), &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = answer.text();
        for expected in [
            "href=\"#title-en\"", "Write something here", "no address that mail can go to", "no time zone",
            "single dashes", "is HTML, which is left out", "value=\"nobody\"", "value=\"PST\"",
            "We ask the council for a bench.", "One &#60;script&#62;",
        ] {
            assert!(text.contains(expected), "{expected} is missing in {text}");
        }
        assert_eq!(world.number("select count(*) as n from campaign").await, 1);
        let spanish = clerk.post(&world, &format!("{}?lang=es", new_form()), &form).await.text();
        assert!(spanish.contains("no es una zona horaria") && !spanish.contains("no time zone"));
        another_group(&world).await;
        for taken in ["dropsalesforce", "another-campaign"] {
            let answer = clerk.post(&world, &new_form(), &with(&WHOLE, &[("slug", taken)])).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.text().contains("already. Choose another"), "{taken}");
        }
        assert_eq!(world.number("select count(*) as n from campaign").await, 2, "the other group's is as it was");
    }

    async fn a_letter_is_seen_as_it_will_look_before_anything_is_saved(world: World) {
        let clerk = organiser(&world, "ada@example.org").await;
        let seen = clerk.post(&world, &new_form(), &with(&WHOLE, &[("preview", "1")])).await;
        assert_eq!(seen.status, StatusCode::OK);
        assert!(seen.text().contains("<p>There is <em>nowhere</em> to sit.</p>"), "{}", seen.text());
        assert!(seen.text().contains("Nothing is saved yet") && seen.text().contains("There is *nowhere* to sit."));
        let evil = with(&WHOLE, &[("preview", "1"), ("letter.letter.body.en", "<script>alert(1)</script> [x](javascript:alert(2))")]);
        let seen = clerk.post(&world, &new_form(), &evil).await.text();
        assert!(!seen.contains("<script>alert") && !seen.contains("href=\"javascript:"), "{seen}");
        assert_eq!(world.number("select count(*) as n from campaign").await, 1);
        made(&world, &clerk).await;
        let page = clerk.get(&world, WORDS).await.text();
        let seen = clerk.post(&world, WORDS, &[("version", &version(&page)), ("preview", "1"), ("letter.letter.body.en", "**New**")]).await;
        assert!(seen.text().contains("<strong>New</strong>"));
        assert_eq!(world.number("select max(version) as n from letter l join campaign c on c.id = l.campaign_id where c.slug like 'a-bench%'").await, 1);
    }

    async fn changed_words_get_a_version_and_a_line_in_the_record(world: World) {
        let clerk = organiser(&world, "ada@example.org").await;
        made(&world, &clerk).await;
        let page = clerk.get(&world, WORDS).await.text();
        assert!(!page.contains("name=\"slug\"") && page.contains("There is *nowhere* to sit."));
        let form = [
            ("version", &*version(&page)),
            ("letter.letter.body.en", "Put two benches there."),
            ("sender_address", "two@example.org"),
            ("status", "closed"),
        ];
        assert_eq!(clerk.post(&world, WORDS, &form).await.location(), BENCH);
        world.pass(2 * SECOND);
        let public = world.get(PAGE).await.text();
        assert!(public.contains("Put two benches there.") && public.contains("We ask the council for a bench."), "{public}");
        assert_eq!(world.number("select max(version) as n from letter l join campaign c on c.id = l.campaign_id where c.slug like 'a-bench%'").await, 2);
        let record = clerk.get(&world, &format!("/desk/groups/{GROUP}/audit")).await.text();
        assert!(record.contains("Campaign changed") && record.contains("closed") && record.contains("sender_address"), "{record}");
        assert!(!record.contains("two@example.org"), "personal fields are named and never valued");
        let entries = "select count(*) as n from audit_entry where action = 'campaign-changed'";
        let same = clerk.get(&world, WORDS).await.text();
        assert_eq!(clerk.post(&world, WORDS, &[("version", &version(&same))]).await.location(), BENCH);
        assert_eq!(world.number(entries).await, 1, "what changes nothing is no change");
    }

    async fn the_second_of_two_who_save_sees_both_and_chooses(world: World) {
        let ada = organiser(&world, "ada@example.org").await;
        let bo = organiser(&world, "bo@example.org").await;
        made(&world, &ada).await;
        let (of_ada, of_bo) = (ada.get(&world, WORDS).await.text(), bo.get(&world, WORDS).await.text());
        assert_eq!(ada.post(&world, WORDS, &[("version", &version(&of_ada)), ("ask.en", "Two benches, please.")]).await.location(), BENCH);
        let late = [("version", &*version(&of_bo)), ("ask.en", "A bench and a roof.")];
        let answer = bo.post(&world, WORDS, &late).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        let both = answer.text();
        assert!(both.contains("Two benches, please.") && both.contains("A bench and a roof.") && both.contains("Somebody was quicker"), "{both}");
        world.pass(2 * SECOND);
        assert!(world.get(PAGE).await.text().contains("Two benches, please."), "nothing was written over");
        let insisted = [("version", &*version(&both)), ("ask.en", "A bench and a roof.")];
        assert_eq!(bo.post(&world, WORDS, &insisted).await.location(), BENCH);
        world.pass(2 * SECOND);
        assert!(world.get(PAGE).await.text().contains("A bench and a roof."));
    }

    async fn what_the_form_made_goes_out_as_files_and_comes_back_the_same(world: World) {
        let clerk = organiser(&world, "ada@example.org").await;
        made(&world, &clerk).await;
        let slug = "a-bench-at-the-bus-stop";
        let definition = importing::definition(world.db(), slug).await.unwrap().unwrap();
        let folder = world.folder().join("export");
        files::write(&definition, &folder).unwrap();
        let Imported::Changed { changes, .. } = world.import(read(&folder)).await else { panic!("it was there") };
        assert!(changes.is_empty(), "{changes:?}");
        // What only files hold is not lost by the form.
        let reference = "/desk/campaigns/dropsalesforce/words";
        let before = importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap();
        let page = clerk.get(&world, reference).await.text();
        let form = [("version", &*version(&page)), ("title.en", "Another headline")];
        let answer = clerk.post(&world, reference, &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let after = importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap();
        assert_eq!(after.texts["en"].title, "Another headline");
        assert!(after.posts == before.posts && after.partners == before.partners && after.pictures == before.pictures);
        assert_eq!(after.letters, before.letters);
    }

    async fn an_arabic_campaign_is_written_from_right_to_left(world: World) {
        let clerk = organiser(&world, "ada@example.org").await;
        let form = clerk.get(&world, &format!("{}?in=ar", new_form())).await.text();
        assert!(form.contains("name=\"title.ar\"") && form.contains("lang=\"ar\" dir=\"rtl\""), "{form}");
        let words = [
            ("language", "ar"),
            ("title.ar", "مقعد"),
            ("ask.ar", "نطلب مقعدًا."),
            ("addressee.ar", "المجلس"),
            ("letter.letter.body.ar", &*"ضعوا مقعدًا هناك. ".repeat(2_000)),
            ("sender_address", "bench@example.org"),
        ];
        let answer = clerk.post(&world, &new_form(), &words).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "no web address can be made of this headline");
        assert!(answer.text().contains("href=\"#slug\""));
        let answer = clerk.post(&world, &new_form(), &with(&words, &[("slug", "bench-ar")])).await;
        assert_eq!(answer.location(), "/desk/campaigns/bench-ar", "a long letter is taken: {}", answer.text());
        assert_eq!(world.get("/campaigns/bench-ar").await.status, StatusCode::NOT_FOUND, "a draft is nobody's yet");
    }
}
