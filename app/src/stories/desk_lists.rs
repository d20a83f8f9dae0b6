//! What the desk shows: campaigns, signatures, the setup; to each role what it may read.

use super::desk::{Clerk, GROUP};
use super::stories;
use super::world::World;
use crate::accounts::Role;
use axum::http::StatusCode;
use broadside_db::Engine;

pub const LIST: &str = "/desk/campaigns/dropsalesforce/signatures";

/// Ada shows her name, Grace hides hers, Ida typed a formula, Zoe withdrew.
pub async fn signed(world: &World) {
    world.sign("Ada Lovelace", "ada@signers.example").await;
    let hidden = [
        ("name", "Grace Hopper"),
        ("email", "grace@signers.example"),
        ("comment", "A secret remark"),
        ("postal_code", "94105"),
    ];
    world.submit(&hidden).await;
    let link = world.mail_to("grace@signers.example").await.link();
    world.press(&link, "confirmation").await;
    let formula = [
        ("name", "=HYPERLINK(1)"),
        ("email", "ida@signers.example"),
        ("public", "1"),
        ("comment", "+1-2\n@sum"),
    ];
    world.submit(&formula).await;
    let link = world.mail_to("ida@signers.example").await.link();
    world.press(&link, "confirmation").await;
    let link = world.sign("Zoe Withdrawn", "zoe@signers.example").await;
    world.press(&link, "withdrawal").await;
    world.work().await;
}

pub fn names(page: &str) -> Vec<String> {
    page.split("<th scope=\"row\"><bdi>")
        .skip(1)
        .map(|one| one.split('<').next().unwrap().to_owned())
        .collect()
}

stories! {
    async fn who_signed_just_now_is_found_by_name_a_moment_later(world: World) {
        world.work().await;
        world.sign("Ada Lovelace", "ada@signers.example").await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let at_once = clerk.get(&world, &format!("{LIST}?q=ada")).await.text();
        let waits = at_once.contains("not found by their names yet: 1");
        assert_eq!(waits, world.db().engine() == Engine::Sqlite, "{at_once}");
        assert_eq!(names(&at_once).is_empty(), waits);
        assert_eq!(names(&clerk.get(&world, LIST).await.text()), ["Ada Lovelace"], "the newest stand in their list");
        world.work().await;
        let then = clerk.get(&world, &format!("{LIST}?q=ada")).await.text();
        assert!(names(&then) == ["Ada Lovelace"] && !then.contains("not found by their names"), "{then}");
    }

    async fn the_list_is_searched_from_the_beginning_of_name_or_address_and_filtered_by_state(world: World) {
        signed(&world).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let found = |query: &'static str| {
            let (world, clerk) = (&world, &clerk);
            async move { names(&clerk.get(world, &format!("{LIST}{query}")).await.text()) }
        };
        assert_eq!(found("").await.len(), 4);
        assert_eq!(found("?q=ada").await, ["Ada Lovelace"]);
        assert_eq!(found("?q=ADA++Love").await, ["Ada Lovelace"], "as names are compared");
        assert_eq!(found("?q=grace%40sign").await, ["Grace Hopper"]);
        assert_eq!(found("?state=hidden").await, ["Grace Hopper"]);
        assert_eq!(found("?state=withdrawn").await, ["Zoe Withdrawn"]);
        assert_eq!(found("?q=zoe&state=shown").await, Vec::<String>::new());
        let nothing = clerk.get(&world, &format!("{LIST}?q=nobody")).await.text();
        assert!(nothing.contains("Nothing fits"));
    }

    async fn a_long_list_has_pages_that_hold_everybody_once(world: World) {
        crate::fill::into(world.db(), &world.app.keys, "1", 120, world.app.clock.now()).await.unwrap();
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        for begin in [LIST.to_owned(), format!("{LIST}?q=Filler"), format!("{LIST}?q=filler1000000007%40")] {
            let (mut page, mut seen) = (begin.clone(), Vec::new());
            for _ in 0..3 {
                let text = clerk.get(&world, &page).await.text();
                seen.extend(names(&text));
                let Some(next) = text.split("rel=\"next\" href=\"").nth(1) else { break };
                page = next.split('"').next().unwrap().replace("&#38;", "&");
            }
            let count = seen.len();
            seen.sort();
            seen.dedup();
            let expected = if begin.contains("%40") { 1 } else { 120 };
            assert_eq!((count, seen.len()), (expected, expected), "{begin}");
        }
    }

    async fn each_role_reads_its_columns_and_no_others_on_the_page_and_in_the_file(world: World) {
        signed(&world).await;
        for role in Role::ALL {
            let clerk = Clerk::of(&world, &format!("{}@example.org", role.word()), GROUP, role).await;
            let page = clerk.get(&world, LIST).await.text();
            let file = clerk.get(&world, &format!("{LIST}.csv")).await.text();
            for (what, text) in [("page", &page), ("file", &file)] {
                let has = |words: &str| text.contains(words);
                assert!(has("Ada Lovelace"), "{role:?} {what}");
                assert_eq!(has("grace@signers.example"), role.sees_addresses(), "{role:?} {what}");
                assert_eq!(has("94105"), role.sees_addresses(), "{role:?} {what}");
                assert_eq!(has("Grace Hopper"), role.sees_hidden_names(), "{role:?} {what}");
                assert_eq!(has("Zoe Withdrawn"), role.sees_hidden_names(), "{role:?} {what}");
                assert_eq!(has("A secret remark"), role.sees_hidden_names(), "{role:?} {what}");
            }
            for search in ["?q=grace+hop", "?q=zoe", "?q=grace%40signers"] {
                let found = clerk.get(&world, &format!("{LIST}{search}")).await.text();
                let sees = if search.contains("%40") { role.sees_addresses() } else { role.sees_hidden_names() };
                assert_eq!(names(&found).len(), usize::from(sees), "{role:?} {search}: a search finds no more than may be read");
            }
        }
    }

    async fn the_file_is_reached_by_links_from_the_desk_and_no_cell_is_a_formula(world: World) {
        signed(&world).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        let desk = clerk.get(&world, "/desk").await.text();
        assert!(desk.contains(&format!("href=\"{LIST}\"")));
        let list = clerk.get(&world, LIST).await.text();
        assert!(list.contains(&format!("href=\"{LIST}.csv\"")));
        let file = clerk.get(&world, &format!("{LIST}.csv")).await;
        assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
        assert_eq!(file.headers["content-disposition"], "attachment; filename=\"dropsalesforce-signatures.csv\"");
        let text = file.text();
        assert_eq!(text.lines().next().unwrap(), "name,relation,country,state,public,source,language,letter,confirmed_at,email,postal_code,comment,removed_as");
        assert!(text.contains("\"'=HYPERLINK(1)\"") && text.contains("\"'+1-2\n'@sum\""), "{text}");
        assert!(!text.contains(",=") && !text.contains("\n=") && !text.contains(",+"), "{text}");
        let some = clerk.get(&world, &format!("{LIST}.csv?q=ada")).await.text();
        assert_eq!(some.lines().count(), 2, "what the list shows is what is taken away");
    }

    async fn what_was_signed_is_never_markup_at_the_desk(world: World) {
        let form = [("name", "Bobby <script>alert(1)</script>"), ("email", "bobby@signers.example"), ("comment", "<img src=x>")];
        world.submit(&form).await;
        let link = world.mail_to("bobby@signers.example").await.link();
        world.press(&link, "confirmation").await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        let page = clerk.get(&world, &format!("{LIST}?q=%22%3E%3Cscript%3E")).await.text() + &clerk.get(&world, LIST).await.text();
        assert!(!page.contains("<script") && !page.contains("<img"));
    }

    async fn an_empty_desk_names_the_next_step(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        let list = clerk.get(&world, LIST).await.text();
        assert!(list.contains("Nobody has signed yet") && list.contains("href=\"/campaigns/dropsalesforce\""));
        assert!(clerk.get(&world, &format!("/desk/groups/{GROUP}/members")).await.text().contains("Nobody is invited at the moment"));
        assert!(clerk.get(&world, "/desk").await.text().contains("no second step"));
    }

    async fn the_setup_says_what_is_missing_in_the_language_asked_for(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        let page = clerk.get(&world, "/desk/setup").await.text();
        assert!(page.contains("No mail server is set") && page.contains("Every count was counted again"), "{page}");
        let spanish = clerk.get(&world, "/desk/setup?lang=es").await.text();
        assert!(spanish.contains("No hay servidor de correo") && !spanish.contains("No mail server"));
        assert!(spanish.contains("href=\"/desk/account?lang=es\""), "every link carries the language");
        let viewer = Clerk::of(&world, "viewer@example.org", GROUP, Role::Owner).await;
        assert_eq!(viewer.get(&world, "/desk/setup").await.status, StatusCode::FORBIDDEN, "the instance is its operator's");
    }

    async fn the_desk_speaks_the_language_of_the_account(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        clerk.post(&world, "/desk/account/name", &[("name", "Ada"), ("language", "ar")]).await;
        let desk = clerk.get(&world, "/desk").await.text();
        assert!(desk.contains("<html lang=\"ar\" dir=\"rtl\"") && desk.contains("حملاتك"));
        let refused = clerk.get(&world, "/desk/groups/nowhere/members").await.text();
        assert!(refused.contains("lang=\"ar\""), "a refusal does too");
        assert_eq!(clerk.get(&world, "/desk/account?lang=en").await.status, StatusCode::OK);
    }
}
