//! Somebody's data given to them, erased, and staying erased.

use super::desk::{Clerk, GROUP};
use super::world::{CAMPAIGN, World, below};
use super::{coming, desk_changes, endorsing, fundraising, spellings, stories};
use crate::accounts::Role;
use crate::clock::{DAY, MINUTE, SECOND};
use crate::people::declaration::{Eraser, Kind, Table, found_by, has, made_at, personal};
use crate::people::personal_data::MAP;
use crate::privacy::{Place, Whom, erasing, retention, store};
use crate::signatures::deciding::DECIDE_MAILS;
use crate::{jobs, signatures, stories::world};
use axum::http::{StatusCode, header};
use broadside_db::{Engine, Lane, query, query_composed};
use serde_json::Value;

const EMAIL: &str = "Ada.Lovelace+letters@Example.ORG";
const CANONICAL: &str = "ada.lovelace+letters@example.org";
const NAME: &str = "Ada Augusta Lovelace-Byron";

fn form<'f>(name: &'f str, email: &'f str) -> Vec<(&'f str, &'f str)> {
    let mut form = vec![("name", name), ("email", email), ("public", "1"), ("consent", "greenpeace")];
    form.extend([("relation", "customer"), ("comment", "Because engines weave"), ("source", "bus-stop")]);
    form
}

/// Signs with everything that can be said, corrects the name, sends the form again and asks for a link.
async fn say_everything(world: &World) -> String {
    world.submit(&form("Ada Augusta Lovelace-Bryon", EMAIL)).await;
    let link = world.mail_to(EMAIL).await.link();
    world.press(&link, "confirmation").await;
    world.post(&below(&link, "name"), &[("name", NAME)]).await;
    world.submit(&form(NAME, CANONICAL)).await;
    world.submit(&form("Somebody Else", EMAIL)).await;
    world.post("/signatures/links", &[("email", EMAIL)]).await;
    world.work().await;
    // One that nobody has looked at yet.
    world.submit(&form(NAME, &EMAIL.to_uppercase())).await;
    link
}

/// Where a text stands in the database and in the data folder.
async fn found(world: &World, text: &str) -> Vec<String> {
    let mut found = spellings::found_below(world.folder(), text);
    if world.db().engine() == Engine::Postgres {
        let mut c = world.db().read().await.unwrap();
        for (table, _) in MAP {
            let sql =
                format!("select t::text as whole, convert_to(t::text, 'UTF8') as bytes from \"{table}\" t");
            let rows = query_composed(sql).all(&mut c, |row| row.get::<String>("whole")).await.unwrap();
            let whole = rows.join("\n");
            found.extend(
                spellings::found_in(whole.as_bytes(), text).into_iter().map(|way| format!("{table}: {way}")),
            );
        }
    }
    found
}

fn place(world: &World) -> Place {
    Place::of(&world.app)
}

async fn whom(world: &World, email: &str) -> Whom {
    erasing::whom(&mut world.db().read().await.unwrap(), &place(world), email, None).await.unwrap()
}

/// How many rows are kept of an address, keyed hashes that stay left out.
async fn kept(world: &World, email: &str) -> usize {
    let known = erasing::known(&place(world), &whom(world, email).await).await.unwrap();
    known.iter().filter(|row| !matches!(row.table, "mail" | "erasure" | "removed_mailbox")).count()
}

stories! {
    async fn whoever_erases_everything_stands_in_no_spelling_anywhere(world: World) {
        world.sign("Grace Example", "grace@example.org").await;
        let link = say_everything(&world).await;
        assert_eq!(world.count().await, 2);
        assert!(!found(&world, CANONICAL).await.is_empty(), "the search finds what is there");
        assert!(world.get(CAMPAIGN).await.text().contains(NAME));
        let exports = world.folder().join("exports");
        std::fs::create_dir(&exports).unwrap();
        std::fs::write(exports.join("signers.csv"), EMAIL).unwrap();

        let page = world.get(&below(&link, "erasure")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains(NAME) && page.text().contains("Somebody Else"), "it says whose goes");
        assert_eq!(world.count().await, 2, "a look erases nothing");
        let answer = world.post(&below(&link, "erasure"), &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let done = world.get(&answer.location()).await;
        assert_eq!(done.status, StatusCode::OK);
        assert!(done.text().contains("Erased"));

        assert!(!world.get(CAMPAIGN).await.text().contains(NAME), "the public page forgets at once");
        assert_eq!(world.count().await, 1);
        for text in [EMAIL, CANONICAL, "ada.lovelace", NAME, "Lovelace-Bryon", "Because engines weave"] {
            assert_eq!(found(&world, text).await, Vec::<String>::new(), "{text}");
        }
        assert_eq!(world.get(&link).await.status, StatusCode::GONE);
        assert_eq!(world.get(&below(&link, "export.json")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.get(&below(&link, "erasure")).await.status, StatusCode::NOT_FOUND);
        assert!(!found(&world, "grace@example.org").await.is_empty(), "nobody else goes");
    }

    async fn an_erasure_leaves_the_count_provable(world: World) {
        let link = say_everything(&world).await;
        let before = world.number("select count(*) as n from log_entry").await;
        world.post(&below(&link, "erasure"), &[]).await;
        let mut c = world.db().read().await.unwrap();
        let kinds: Vec<String> = query("select kind from log_entry order by position")
            .all(&mut c, |row| row.get("kind")).await.unwrap();
        assert_eq!(kinds, ["signed", "amended", "withdrawn"]);
        assert_eq!(before, 2, "and nothing of it was taken away");
        assert_eq!(signatures::store::tallies_that_disagree(&mut c).await.unwrap(), []);
        let (name, salt, person): (String, Vec<u8>, Option<i64>) =
            query("select name, salt, person_id from signature where state = 'withdrawn'")
            .one(&mut c, |row| Ok((row.get("name")?, row.get("salt")?, row.get("person_id")?))).await.unwrap();
        assert_eq!((name.as_str(), salt.len(), person), ("", 0, None), "nobody can tell what was committed to");
    }

    async fn a_withdrawn_signature_is_erased_without_a_second_entry(world: World) {
        let link = world.sign("Ada Example", "ada@example.org").await;
        world.press(&link, "withdrawal").await;
        assert!(world.get(&link).await.text().contains("/erasure"), "the way there is still shown");
        world.post(&below(&link, "erasure"), &[]).await;
        assert_eq!(world.number("select count(*) as n from log_entry").await, 2);
        assert_eq!(kept(&world, "ada@example.org").await, 0);
    }

    async fn somebody_whose_address_was_typed_by_a_stranger_erases_it_without_signing(world: World) {
        world.sign_on("Mallory", "ada@example.org").await;
        let link = world.mail_to("ada@example.org").await.link();
        assert!(world.get(&link).await.text().contains("/erasure"));
        world.post(&below(&link, "erasure"), &[]).await;
        assert_eq!(kept(&world, "ada@example.org").await, 0);
        assert_eq!(world.number("select count(*) as n from log_entry").await, 0);
    }

    async fn whoever_was_erased_can_sign_again_and_the_cap_on_mails_still_holds(world: World) {
        for _ in 0..3 {
            world.sign_on("Ada Example", "ada@example.org").await;
        }
        let link = world.mail_to("ada@example.org").await.link();
        world.post(&below(&link, "erasure"), &[]).await;
        world.sign_on("Ada Example", "ada@example.org").await;
        world.work().await;
        assert_eq!(world.number("select count(*) as n from mail").await, 3, "three were sent today");
        world.pass(DAY + MINUTE);
        world.sign("Ada Example", "ada@example.org").await;
        assert_eq!(world.count().await, 1);
        assert_eq!(world.number("select count(*) as n from signature where name = 'Ada Example'").await, 1);
        let other = world.sign("Ada Example", "ada@example.org").await;
        world.post(&below(&other, "erasure"), &[]).await;
        assert_eq!(world.count().await, 0, "and be erased again");
    }

    async fn an_export_holds_every_declared_column_of_the_mailbox_and_nobody_elses(world: World) {
        world.sign("Grace Example", "grace@example.org").await;
        let link = say_everything(&world).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        desk_changes::done(&world, &clerk, desk_changes::HIDINGS, "which=all&source=bus-stop").await;
        // As if one had been removed and taken back before.
        world.db().write(broadside_db::Lane::Ordinary, |c| Box::pin(async move {
            broadside_db::query("insert into removed_mailbox (letter_id, address_key, group_id, created_at) \
                select letter_id, address_key, group_id, confirmed_at from signature where source = 'bus-stop'").run(c).await
        })).await.unwrap();
        // As if its sign-on had been held.
        world.db().write(broadside_db::Lane::Ordinary, |c| Box::pin(async move {
            broadside_db::query("insert into held_sign_on (sign_on_id, group_id, campaign_id, letter_id, address_key, \
                network, domain, signals, score, signed_on_at, created_at) select sign_on_id, group_id, campaign_id, \
                letter_id, address_key, '198.51.100.7', 'example.org', 'quick', 50, signed_on_at, confirmed_at \
                from signature where source = 'bus-stop'").run(c).await
        })).await.unwrap();
        // And an organisation endorsed, with a proof asked at the same address.
        let sent = endorsing::send(&world, &endorsing::with(endorsing::NURSES, &[("email", EMAIL)])).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        world.db().write(broadside_db::Lane::Ordinary, |c| Box::pin(async move {
            broadside_db::query("insert into endorsement_proof (endorsement_id, group_id, address_key, email, created_at) \
                select id, group_id, address_key, email, created_at from endorsement").run(c).await
        })).await.unwrap();
        // And somebody says from there that they come to an event.
        let comes = [("name", NAME), ("email", EMAIL), ("slot", "noon")];
        assert_eq!(coming::send(&world, coming::PROTEST, &comes).await.status, StatusCode::SEE_OTHER);
        // And somebody pledges from there.
        let pledges = [("name", NAME), ("email", EMAIL), ("other", "50")];
        assert_eq!(fundraising::send(&world, &pledges).await.status, StatusCode::SEE_OTHER);
        // And somebody was asked at it to reply.
        world.db().write(broadside_db::Lane::Ordinary, |c| Box::pin(async move {
            broadside_db::query("insert into statement_link (group_id, campaign_id, asked, whom, words, language, address_key, \
                email, created_at) select group_id, campaign_id, 'asked', 'Ada Example', 'Why?', 'en', address_key, email, \
                created_at from endorsement").run(c).await
        })).await.unwrap();
        let answer = world.get(&below(&link, "export.json")).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
        assert!(!answer.text().contains("grace@"), "{}", answer.text());
        let export: Value = serde_json::from_slice(&answer.body).unwrap();
        for table in MAP.iter().filter(|table| found_by(table).is_some() && table.0 != "erasure") {
            let rows = export["kept"][table.0]["rows"].as_array().unwrap_or_else(|| panic!("{}: {export}", table.0));
            for (column, _) in personal(table) {
                assert!(rows[0].get(column).is_some(), "{}.{column} in {export}", table.0);
                assert!(export["kept"][table.0]["columns"][column]["why"].is_string());
            }
        }
        assert_eq!(export["kept"]["sign_on"]["rows"].as_array().unwrap().len(), 4, "in every spelling");
        let signature = &export["kept"]["signature"]["rows"][0];
        assert_eq!(signature["name"], NAME);
        assert_eq!(signature["letter"], "drop-the-contract");
        assert!(signature["confirmed_at"].as_str().unwrap().starts_with("2018-09-10T16:"));
        assert_eq!(world.get(&format!("/signatures/{}/export.json", "A".repeat(43))).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_link_reaches_the_data_of_its_own_group_alone(world: World) {
        let mut other = world::read(&crate::stories::checkout().join("campaigns/dropsalesforce"));
        "other-campaign".clone_into(&mut other.slug);
        "other-group".clone_into(&mut other.group.slug);
        world.import(other).await;
        world.pass(SECOND);
        let link = world.sign("Ada Example", "ada@example.org").await;
        let there = "/campaigns/other-campaign/letters/drop-the-contract/signatures";
        world.post(there, &[("name", "Ada There"), ("email", "ada@example.org")]).await;
        let other = world.mail_to("ada@example.org").await.link();
        world.press(&other, "confirmation").await;
        assert!(!world.get(&below(&link, "export.json")).await.text().contains("Ada There"));
        world.post(&below(&link, "erasure"), &[]).await;
        assert!(world.get(&other).await.text().contains("Ada There"));
        assert_eq!(kept(&world, "ada@example.org").await, 4, "what the other group holds: person, signature, sign-on, its place");
        erasing::erase(&place(&world), whom(&world, "ada@example.org").await, world.app.clock.now()).await.unwrap();
        assert_eq!(kept(&world, "ada@example.org").await, 0, "the operator erases in every group");
    }

    async fn hundreds_of_sign_ons_go_in_steps(world: World) {
        for number in 0..150 {
            world.post_from([10, 9, 8, number], &format!("{}/signatures", world.letter().await), &form(NAME, EMAIL)).await;
        }
        world.work().await;
        assert_eq!(world.number("select count(*) as n from sign_on").await, 150);
        erasing::erase(&place(&world), whom(&world, EMAIL).await, world.app.clock.now()).await.unwrap();
        assert_eq!(world.number("select count(*) as n from sign_on").await, 0);
        assert_eq!(world.number("select count(*) as n from sign_on_address").await, 0);
    }

    async fn a_sign_on_that_is_being_decided_on_does_not_come_back(world: World) {
        world.sign_on("Ada Example", "ada@example.org").await;
        let now = world.app.clock.now();
        let lease = jobs::take(world.db(), DECIDE_MAILS, &world.app.process, now, MINUTE).await.unwrap().unwrap();
        erasing::erase(&place(&world), whom(&world, "ada@example.org").await, now).await.unwrap();
        assert!(!jobs::put_off(world.db(), lease, 0).await.unwrap(), "the step that read it writes nothing");
        assert_eq!(world.mails().await.len(), 0);
        assert_eq!(kept(&world, "ada@example.org").await, 0);
    }

    async fn an_erasure_that_was_cut_off_is_carried_on(world: World) {
        say_everything(&world).await;
        let (key, now) = (whom(&world, EMAIL).await.address_key, world.app.clock.now());
        world.db().write(Lane::Ordinary, move |c| {
            let key = key.clone();
            Box::pin(async move { store::enter(c, &key, None, now).await })
        }).await.unwrap();
        world.pass(2 * MINUTE);
        world.work().await;
        assert_eq!(found(&world, CANONICAL).await, Vec::<String>::new());
        assert_eq!(found(&world, NAME).await, Vec::<String>::new());
        assert_eq!(world.number("select count(*) as n from erasure where finished_at is null").await, 0);
        let copy = std::fs::read_to_string(world.folder().join("erasures.register")).unwrap();
        assert_eq!(copy.lines().count(), 2, "{copy}");
    }

    async fn an_old_erasure_that_is_replayed_spares_what_was_signed_since(world: World) {
        let register = vec![crate::privacy::register::Entry {
            address_key: whom(&world, "ada@example.org").await.address_key,
            erased_at: world.app.clock.now(),
            group: None,
        }];
        world.pass(MINUTE);
        let link = world.sign("Ada Example", "ada@example.org").await;
        erasing::replay(&place(&world), register, world.app.clock.now()).await.unwrap();
        assert!(world.get(&link).await.text().contains("Ada Example"));
        assert_eq!(world.count().await, 1);
    }

    async fn what_was_withdrawn_is_forgotten_when_the_map_says_and_its_person_with_it(world: World) {
        let link = world.sign("Ada Example", "ada@example.org").await;
        world.submit(&form("Bo Example", "bo@example.org")).await;
        let agreed = world.mail_to("bo@example.org").await.link();
        world.press(&agreed, "confirmation").await;
        world.press(&link, "withdrawal").await;
        world.press(&agreed, "withdrawal").await;
        world.pass(29 * DAY);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from signature where name <> ''").await, 2);
        let due = |world: &World| {
            let (db, now) = (world.db().clone(), world.app.clock.now());
            async move { retention::preview(&retention::due(&mut db.read().await.unwrap(), now).await.unwrap()) }
        };
        let preview = due(&world).await;
        assert!(preview.contains("signature: kept 30 days after it was withdrawn; 0 go within a day, 2 within 7 days"), "{preview}");
        world.pass(2 * DAY);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from signature where name <> ''").await, 0);
        assert_eq!(world.number("select count(*) as n from person").await, 1, "a consent is still to be proved");
        world.pass(3 * 365 * DAY);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from consent").await, 0);
        assert_eq!(world.number("select count(*) as n from person").await, 0);
        assert_eq!(signatures::store::tallies_that_disagree(&mut world.db().read().await.unwrap()).await.unwrap(), []);
    }

    async fn the_notice_is_made_from_the_map_in_every_language(world: World) {
        let letter = world.get(CAMPAIGN).await.text();
        assert!(letter.contains("href=\"/campaigns/dropsalesforce/privacy\""), "the letter leads there");
        let english = world.get(&format!("{CAMPAIGN}/privacy")).await;
        assert_eq!(english.status, StatusCode::OK);
        assert!(english.text().contains("for 30 days") && english.text().contains("Greenpeace"));
        let spanish = world.get(&format!("{CAMPAIGN}/privacy?lang=es")).await.text();
        assert!(spanish.contains("durante 30 días") && !spanish.contains("for 30 days"));
        assert_eq!(world.get("/campaigns/nothing/privacy").await.status, StatusCode::NOT_FOUND);
    }
}

#[test]
fn what_the_map_declares_can_be_found_timed_and_blanked() {
    let is_somebodys = |table: &&Table| personal(table).any(|(_, one)| one.eraser.follows_the_address());
    for table in MAP.iter().filter(is_somebodys) {
        assert!(found_by(table).is_some(), "{}: nobody's rows can be found in it", table.0);
        assert!(made_at(table).is_some(), "{}: it does not say when a row was made", table.0);
        assert!(has(table, "group_id"), "{}: it does not say whose it is", table.0);
        let follows = personal(table).filter(|(_, one)| one.eraser.follows_the_address());
        let untils: Vec<_> = follows.map(|(_, one)| one.until).collect();
        assert!(untils.iter().all(|until| *until == untils[0]), "{}: a row goes as one", table.0);
        for (column, one) in personal(table) {
            let is_hash = one.eraser == Eraser::KeepHash;
            assert!(
                !is_hash || matches!(one.kind, Kind::Bytes | Kind::Time),
                "{}.{column} is no keyed hash",
                table.0
            );
        }
    }
}
