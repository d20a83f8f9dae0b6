//! All names under a letter: everybody who chose to be shown once, nobody else, and nobody a moment longer.

use super::desk::{Clerk, GROUP};
use super::desk_changes::{HIDINGS, REMOVALS, done, taken_back};
use super::stories;
use super::world::{Answer, CAMPAIGN, World, below};
use crate::accounts::Role;
use crate::clock::SECOND;
use crate::letters::store::{END_OF_LOOK, PUBLIC_NAMES};
use crate::signatures::link::Link;
use axum::http::StatusCode;
use broadside_db::{Engine, Lane, query, query_composed};
use std::collections::BTreeSet;

async fn written(world: &World, sql: &'static str) {
    world
        .db()
        .write(Lane::Ordinary, move |c| Box::pin(async move { query(sql).run(c).await }))
        .await
        .unwrap();
}

async fn all(world: &World) -> String {
    format!("{}/names", world.letter().await)
}

/// Made-up signatures, every second of which is shown.
async fn filled(world: &World, signatures: u64) {
    crate::fill::into(world.db(), &world.app.keys, "1", signatures, world.app.clock.now()).await.unwrap();
    world.pass(SECOND);
}

/// The names on a page, in their order.
fn names(page: &str) -> Vec<String> {
    let roll = page.split("<ul class=\"roll\">").nth(1).unwrap_or_default();
    let roll = roll.split("</ul>").next().unwrap_or_default();
    roll.split("<li><bdi>").skip(1).map(|line| line.split("</bdi>").next().unwrap().to_owned()).collect()
}

/// Where a page leads on to.
fn onward(page: &str) -> Option<String> {
    let (before, _) = page.split_once("\" rel=\"next\"")?;
    Some(before.rsplit_once("href=\"")?.1.replace("&#38;", "&").replace("&amp;", "&"))
}

async fn opened(world: &World, path: &str) -> String {
    let answer = world.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    answer.text()
}

/// From a page on to the end: the names of each page.
async fn through(world: &World, from: &str) -> Vec<Vec<String>> {
    let (mut pages, mut next) = (Vec::new(), Some(from.to_owned()));
    while let Some(path) = next {
        let page = opened(world, &path).await;
        pages.push(names(&page));
        next = onward(&page);
        assert!(pages.len() < 100, "it comes to an end");
    }
    pages
}

/// Where the withdrawal of a made-up signer is sent.
async fn link_of(world: &World, name: &str) -> String {
    let name = name.to_owned();
    let mut c = world.db().read().await.unwrap();
    let link = query("select sign_on_id, letter_id, signed_on_at from signature where name = $1")
        .bind(&*name)
        .one(&mut c, |row| {
            Ok(Link {
                sign_on: row.get("sign_on_id")?,
                letter: row.get("letter_id")?,
                stored_at: row.get("signed_on_at")?,
            })
        })
        .await
        .unwrap();
    format!("/signatures/{}", world.app.keys.links.seal(link))
}

/// Signs with a relation and a country, shown or not.
async fn signed(world: &World, name: &str, relation: &str, country: &str, public: &str) -> String {
    let email = format!("{}@signers.example", name.split(' ').next().unwrap().to_lowercase());
    let form =
        [("name", name), ("email", &email), ("relation", relation), ("country", country), ("public", public)];
    assert_eq!(world.submit(&form).await.status, StatusCode::SEE_OTHER);
    let link = world.mail_to(&email).await.link();
    world.press(&link, "confirmation").await;
    world.pass(SECOND);
    link
}

fn cache_of(answer: &Answer) -> &str {
    answer.headers["cache-control"].to_str().unwrap()
}

stories! {
    async fn the_letter_leads_to_all_names_and_nobody_yet_is_said(world: World) {
        let all = all(&world).await;
        for (lang, words) in [("", "Nobody is shown here yet."), ("?lang=es", "Todavía no se muestra a nadie aquí.")] {
            let page = opened(&world, &format!("{all}{lang}")).await;
            assert!(page.contains(words) && names(&page).is_empty() && onward(&page).is_none(), "{page}");
        }
        world.sign("Ada Example", "ada@example.org").await;
        world.pass(SECOND);
        assert!(world.get(CAMPAIGN).await.text().contains(&format!("<a href=\"{all}\">All names</a>")));
        let page = opened(&world, &all).await;
        assert_eq!(names(&page), ["Ada Example"]);
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "no search engine lists who signed");
        assert_eq!(world.head(&all).await.status, StatusCode::OK);
        assert_eq!(world.get("/campaigns/dropsalesforce/letters/none/names").await.status, StatusCode::NOT_FOUND);
    }

    async fn only_who_confirmed_and_agreed_is_shown_the_newest_first(world: World) {
        signed(&world, "Ada Shown", "customer", "", "1").await;
        signed(&world, "Bo Quiet", "customer", "", "").await;
        world.sign_on("Zoe Unconfirmed", "zoe@signers.example").await;
        world.work().await;
        signed(&world, "Grace <b>& 李雷", "would-be-customer", "", "1").await;
        let page = opened(&world, &all(&world).await).await;
        assert_eq!(names(&page), ["Grace &#60;b&#62;&#38; 李雷", "Ada Shown"]);
        assert!(!page.contains("Bo Quiet") && !page.contains("Zoe Unconfirmed"), "{page}");
    }

    async fn everybody_is_met_once_however_many_were_confirmed_at_once(world: World) {
        filled(&world, 700).await;
        let shown = world.number("select count(*) as n from signature where is_public and state = 'confirmed'").await;
        for moments in ["confirmed_at", "confirmed_at / 864000000000 * 864000000000", "1536000000000000"] {
            let sql: &'static str = match moments {
                "confirmed_at" => "update signature set confirmed_at = confirmed_at",
                "1536000000000000" => "update signature set confirmed_at = 1536000000000000",
                _ => "update signature set confirmed_at = confirmed_at / 864000000000 * 864000000000",
            };
            written(&world, sql).await;
            world.pass(SECOND);
            let pages = through(&world, &all(&world).await).await;
            let met: Vec<String> = pages.concat();
            let once: BTreeSet<&String> = met.iter().collect();
            assert_eq!((met.len(), once.len()), (usize::try_from(shown).unwrap(), met.len()), "{moments}");
            assert!(pages.len() > 2 && pages[..pages.len() - 1].iter().all(|page| page.len() == 120), "{moments}");
            assert_eq!(met[0], "Filler 1000000698", "the newest first");
            assert!(met.is_sorted_by(|newer, older| newer > older), "{moments}");
        }
    }

    async fn who_signs_or_leaves_meanwhile_moves_nobody_else(world: World) {
        filled(&world, 500).await;
        let all = all(&world).await;
        let before = through(&world, &all).await;
        let first = opened(&world, &all).await;
        let second = onward(&first).unwrap();
        // The very name at which the page ends leaves, and so does one that is still to come.
        let (last, later) = (before[0][119].clone(), before[1][3].clone());
        for name in [&last, &later] {
            world.post(&below(&link_of(&world, name).await, "withdrawal"), &[]).await;
        }
        world.sign("Ada New", "ada@example.org").await;
        world.pass(SECOND);
        let rest = through(&world, &second).await.concat();
        let expected: Vec<String> = before[1..].concat().into_iter().filter(|name| *name != later).collect();
        assert_eq!(rest, expected, "nobody is skipped, nobody comes twice");
        assert_eq!(names(&opened(&world, &all).await)[0], "Ada New");
        assert!(!through(&world, &all).await.concat().contains(&last));
    }

    async fn names_are_asked_for_by_relation_and_by_place_where_the_campaign_asks_for_one(world: World) {
        let all = all(&world).await;
        assert!(!opened(&world, &all).await.contains("name=\"country\""), "nobody is asked for one");
        assert_eq!(world.get(&format!("{all}?country=MX")).await.status, StatusCode::NOT_FOUND);
        world.change_campaign(|campaign| campaign.form.push("country".to_owned())).await;
        signed(&world, "Ada Mexico", "customer", "MX", "1").await;
        signed(&world, "Bo Mexico", "would-be-customer", "MX", "1").await;
        signed(&world, "Grace Iceland", "customer", "IS", "1").await;
        signed(&world, "Hal Nowhere", "", "", "1").await;
        signed(&world, "Ida Mexico", "customer", "MX", "").await;
        for (asked, expected) in [
            ("", vec!["Hal Nowhere", "Grace Iceland", "Bo Mexico", "Ada Mexico"]),
            ("?relation=customer", vec!["Grace Iceland", "Ada Mexico"]),
            ("?country=MX", vec!["Bo Mexico", "Ada Mexico"]),
            ("?relation=customer&country=MX", vec!["Ada Mexico"]),
            ("?relation=&country=", vec!["Hal Nowhere", "Grace Iceland", "Bo Mexico", "Ada Mexico"]),
            ("?country=DE", vec![]),
        ] {
            let page = opened(&world, &format!("{all}{asked}")).await;
            assert_eq!(names(&page), expected, "{asked}");
            assert_eq!(page.contains("Nobody is shown here."), expected.is_empty(), "{asked}");
        }
        let page = opened(&world, &format!("{all}?lang=es&relation=customer&country=MX")).await;
        assert!(page.contains("<option value=\"MX\" selected>México</option>"), "{page}");
        assert!(page.contains("<input type=\"hidden\" name=\"lang\" value=\"es\">"));
        for unknown in ["relation=nobody", "country=XX", "country=mx", "relation=customer&country=M%58"] {
            let answer = world.get(&format!("{all}?lang=es&{unknown}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{unknown}");
            assert!(answer.text().contains("<html lang=\"es\""), "{unknown}");
        }
    }

    async fn a_rare_place_is_looked_for_a_stretch_at_a_time_and_found(world: World) {
        filled(&world, 43_000).await;
        world.change_campaign(|campaign| campaign.form.push("country".to_owned())).await;
        // The oldest of all that are shown, and one that lies within the first look.
        written(&world, "update signature set country = 'IS' where name in ('Filler 1000000000', 'Filler 1000042000')").await;
        let rare = format!("{}?country=IS", all(&world).await);
        let first = opened(&world, &rare).await;
        assert_eq!(names(&first), ["Filler 1000042000"]);
        assert!(first.contains("20,000 names were gone through") && first.contains("Look further back"), "{first}");
        let second = onward(&first).unwrap();
        assert!(second.contains("country=IS"));
        let second = opened(&world, &second).await;
        assert_eq!((names(&second), onward(&second)), (vec!["Filler 1000000000".to_owned()], None));
        assert!(second.contains("Newest names") && !second.contains("gone through"), "{second}");
        let nobody = opened(&world, &format!("{}?country=DE", all(&world).await)).await;
        assert!(nobody.contains("None of the 20,000 names gone through") && !nobody.contains("Nobody is shown here"), "{nobody}");
        let some = through(&world, &format!("{}?relation=customer", all(&world).await)).await;
        assert!(some[..some.len() - 2].iter().all(|page| page.len() == 120 || page.is_empty()), "a page is filled where it can be");
    }

    async fn a_name_that_leaves_is_gone_at_once_from_every_page(world: World) {
        world.change_campaign(|campaign| campaign.form.push("country".to_owned())).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        filled(&world, 300).await;
        let all = all(&world).await;
        let newest = signed(&world, "Ada Lovelace", "customer", "MX", "1").await;
        world.work().await;
        let deep = onward(&opened(&world, &all).await).unwrap();
        let name = names(&opened(&world, &deep).await)[2].clone();
        let old = link_of(&world, &name).await;
        let pages = [all.clone(), format!("{all}?lang=es"), format!("{all}?relation=customer"), format!("{all}?country=MX"), deep];
        // Twice, so that whatever is kept anywhere is kept.
        let seen = async |name: &str| {
            let mut seen = 0;
            for page in pages.iter().chain(&pages) {
                let answer = world.get(page).await;
                assert_eq!(cache_of(&answer), "no-store", "nobody else keeps it");
                seen += usize::from(answer.text().contains(name));
            }
            seen
        };
        assert_eq!((seen("Ada Lovelace").await, seen(&name).await), (8, 2));
        world.post(&below(&newest, "visibility"), &[]).await;
        world.post(&below(&old, "visibility"), &[]).await;
        assert_eq!((seen("Ada Lovelace").await, seen(&name).await), (0, 0), "hidden by their signers");
        for link in [&newest, &old] {
            world.post(&below(link, "visibility"), &[("public", "1")]).await;
        }
        assert_eq!((seen("Ada Lovelace").await, seen(&name).await), (8, 2));
        for (deed, what) in [(HIDINGS, "kept off by organisers"), (REMOVALS, "removed by organisers")] {
            let words = name.to_lowercase().replace(' ', "+");
            let (_, one) = done(&world, &clerk, deed, "which=all&q=ada").await;
            let (_, two) = done(&world, &clerk, deed, &format!("which=all&q={words}")).await;
            assert_eq!((seen("Ada Lovelace").await, seen(&name).await), (0, 0), "{what}");
            for change in [one, two] {
                taken_back(&world, &clerk, &change).await;
            }
            assert_eq!((seen("Ada Lovelace").await, seen(&name).await), (8, 2), "{what}, and taken back");
        }
        world.post(&below(&newest, "withdrawal"), &[]).await;
        world.post(&below(&old, "erasure"), &[]).await;
        assert_eq!((seen("Ada Lovelace").await, seen(&name).await), (0, 0), "withdrawn, erased");
    }

    async fn another_process_shows_a_name_that_left_for_a_second_at_most(world: World) {
        let link = world.sign("Ada Example", "ada@example.org").await;
        let other = world.another_process().await;
        let all = all(&other).await;
        for _ in 0..2 {
            assert_eq!(names(&opened(&other, &all).await), ["Ada Example"]);
        }
        world.press(&link, "withdrawal").await;
        other.pass(SECOND);
        assert!(names(&opened(&other, &all).await).is_empty());
    }

    async fn a_spot_among_the_names_is_sealed_and_opens_nothing_else(world: World) {
        filled(&world, 300).await;
        let all = all(&world).await;
        let deep = onward(&opened(&world, &all).await).unwrap();
        let sealed = deep.split("after=").nth(1).unwrap().to_owned();
        assert_eq!(sealed.len(), 43, "{sealed}");
        assert_eq!(world.get(&format!("/signatures/{sealed}")).await.status, world.get("/signatures/cut-off").await.status);
        assert!(world.get(&format!("/signatures/{sealed}")).await.text().contains("noindex"));
        assert_eq!(world.post(&format!("/signatures/{sealed}/withdrawal"), &[]).await.status, world.post("/signatures/cut-off/withdrawal", &[]).await.status);
        let link = world.sign("Ada Example", "ada@example.org").await;
        let token = link.trim_start_matches("/signatures/").split('?').next().unwrap().to_owned();
        let other = crate::letters::names::open(&world.app, 9_999, &sealed);
        assert_eq!(other, None, "another letter's");
        for broken in [token.as_str(), "1536595200000000", "1", &sealed[1..]] {
            let answer = world.get(&format!("{all}?relation=customer&after={broken}")).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{broken}");
            assert_eq!(answer.location(), format!("{all}?relation=customer"), "{broken}");
        }
    }

    async fn the_public_cannot_search_for_a_name(world: World) {
        signed(&world, "Ada Shown", "customer", "", "1").await;
        signed(&world, "Bo Shown", "customer", "", "1").await;
        let all = all(&world).await;
        let page = opened(&world, &all).await;
        let inputs: Vec<&str> = page.split("<input").skip(1).filter(|one| !one.starts_with(" type=\"hidden\"")).collect();
        assert!(inputs.is_empty() && !page.contains("type=\"search\""), "{inputs:?}");
        for asked in ["q=ada", "name=Ada+Shown", "search=ada", "email=ada@signers.example"] {
            assert_eq!(names(&opened(&world, &format!("{all}?{asked}")).await).len(), 2, "{asked}");
        }
    }

    async fn a_page_is_read_by_the_index_of_names_alone(world: World) {
        filled(&world, 6_000).await;
        if world.db().engine() == Engine::Postgres {
            written(&world, "analyze signature").await;
        }
        let (explain, column) = match world.db().engine() {
            Engine::Sqlite => ("explain query plan", "detail"),
            Engine::Postgres => ("explain", "QUERY PLAN"),
        };
        let mut c = world.db().read().await.unwrap();
        for (asked, given) in [
            (PUBLIC_NAMES, ["1", "1536595200000000", "5", "-1", "-1", "'customer'", "''", "121"].as_slice()),
            (END_OF_LOOK, &["1", "1536595200000000", "5", "1000"]),
        ] {
            let mut sql = format!("{explain} {asked}");
            for (place, value) in given.iter().enumerate() {
                sql = sql.replace(&format!("${}", place + 1), value);
            }
            let plan = query_composed(sql).all(&mut c, |row| row.get::<String>(column)).await.unwrap().join("\n");
            assert!(plan.contains("signature_public") && !plan.contains("SCAN signature") && !plan.contains("Seq Scan"), "{plan}");
        }
    }
}
