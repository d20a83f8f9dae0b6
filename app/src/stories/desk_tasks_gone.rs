//! What an export holds goes with the person whom it holds, and with the place of whoever asked for it.

use super::desk::{Clerk, GROUP};
use super::desk_rules::another_group;
use super::desk_tasks::{CAMPAIGN_TASKS, ask, file_on, fill, newest, on_disk, step, tasks};
use super::world::{World, below};
use super::{spellings, stories};
use crate::accounts::Role;
use crate::privacy::{Place, erasing};
use crate::tasks::files;
use axum::http::StatusCode;

const EMAIL: &str = "ada.lovelace@signers.example";

async fn organiser(world: &World) -> Clerk {
    Clerk::of(world, "desk@example.org", GROUP, Role::Organiser).await
}

fn found(world: &World) -> Vec<String> {
    spellings::found_below(world.folder(), EMAIL)
}

/// The form of the members' page for a member, as it stands there.
async fn on_member(world: &World, owner: &Clerk, deed: &str, form: &[(&str, &str)]) {
    let id = world.number("select max(id) as n from membership").await;
    let version = world
        .number("select max(version) as n from membership where id = (select max(id) from membership)")
        .await;
    let version = version.to_string();
    let mut form = form.to_vec();
    form.push(("version", &version));
    let answer = owner.post(world, &format!("/desk/groups/{GROUP}/members/{id}/{deed}"), &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

stories! {
    async fn whoever_is_erased_stands_in_no_export_and_what_is_being_made_is_made_without_them(world: World) {
        let link = world.sign("Ada Lovelace", EMAIL).await;
        fill(&world).await;
        another_group(&world).await;
        let clerk = organiser(&world).await;
        let stranger = Clerk::of(&world, "stranger@example.org", "another-group", Role::Owner).await;
        let there = "/desk/campaigns/another-campaign/exports";
        stranger.post(&world, there, &[("list", "signatures"), ("format", "csv")]).await;
        for query in ["", "q=ada.lovelace%40signers.example"] {
            ask(&world, &clerk, "signatures", query, "csv").await;
        }
        world.work().await;
        ask(&world, &clerk, "signatures", "", "csv").await;
        step(&world).await;
        ask(&world, &clerk, "signatures", "q=ada.lovelace%40signers.example", "csv").await;
        assert_eq!(on_disk(&world), 4, "three done, one begun, one waits");
        let in_exports = |found: &[String]| found.iter().filter(|one| one.contains("/exports/")).count();
        assert!(in_exports(&found(&world)) >= 3, "the search finds what is there: {:?}", found(&world));

        let answer = world.post(&below(&link, "erasure"), &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        assert_eq!(found(&world), Vec::<String>::new());
        assert_eq!(on_disk(&world), 1, "another group's stays");
        let page = tasks(&world, &clerk).await;
        assert_eq!(page.matches("deleted because somebody in it was erased").count(), 3, "{page}");
        assert_eq!(file_on(&page), None);
        world.work().await;
        assert_eq!(found(&world), Vec::<String>::new(), "what was being made holds them no more");
        assert_eq!(on_disk(&world), 2);
        let made = clerk.get(&world, &file_on(&tasks(&world, &clerk).await).unwrap()).await.text();
        assert!(made.contains("filler1000000007@") && made.lines().count() > 2_500);
        assert_eq!(world.number("select count(*) as n from task where words <> ''").await, 0);
    }

    async fn an_erasure_at_the_machine_reaches_the_exports_of_every_group(world: World) {
        another_group(&world).await;
        world.sign("Ada Lovelace", EMAIL).await;
        let clerk = organiser(&world).await;
        ask(&world, &clerk, "people", "", "csv").await;
        world.work().await;
        assert!(!found(&world).is_empty());
        std::fs::write(files::folder(world.folder()).join("left-by-hand"), EMAIL).unwrap();
        let place = Place::of(&world.app);
        let whom = erasing::whom(&mut world.db().read().await.unwrap(), &place, EMAIL, None).await.unwrap();
        erasing::erase(&place, whom, world.app.clock.now()).await.unwrap();
        assert_eq!((found(&world), on_disk(&world)), (Vec::new(), 0));
    }

    async fn what_a_suspended_or_removed_member_asked_for_goes(world: World) {
        fill(&world).await;
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        for deed in ["deactivation", "removal"] {
            let member = Clerk::of(&world, &format!("{deed}@example.org"), GROUP, Role::Organiser).await;
            ask(&world, &member, "signatures", "", "csv").await;
            world.work().await;
            let file = file_on(&tasks(&world, &member).await).unwrap();
            ask(&world, &member, "signatures", "", "csv").await;
            step(&world).await;
            assert_eq!(on_disk(&world), 2);
            on_member(&world, &owner, deed, &[]).await;
            assert_eq!(member.get(&world, &file).await.status, StatusCode::NOT_FOUND, "at once");
            world.work().await;
            assert_eq!(on_disk(&world), 0, "{deed}");
            let open = "select count(*) as n from task where state in ('waiting', 'running') or file is not null";
            assert_eq!(world.number(open).await, 0, "{deed}");
            assert_eq!(world.number("select count(*) as n from task where reason = 'member'").await, if deed == "removal" { 4 } else { 2 });
        }
    }

    async fn whoever_has_a_lesser_role_by_now_gets_no_file_of_the_stronger_one(world: World) {
        world.sign("Ada Lovelace", EMAIL).await;
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let member = organiser(&world).await;
        ask(&world, &member, "signatures", "", "csv").await;
        world.work().await;
        let file = file_on(&tasks(&world, &member).await).unwrap();
        on_member(&world, &owner, "role", &[("role", "viewer")]).await;
        assert_eq!(member.get(&world, &file).await.status, StatusCode::NOT_FOUND, "at once");
        world.work().await;
        assert_eq!(on_disk(&world), 0);
        assert!(tasks(&world, &member).await.contains("may no longer see what it holds"));
    }

    async fn an_erased_account_leaves_no_export(world: World) {
        world.sign("Ada Lovelace", EMAIL).await;
        Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let member = organiser(&world).await;
        ask(&world, &member, "signatures", "", "csv").await;
        world.work().await;
        assert_eq!(on_disk(&world), 1);
        let account = world.number("select max(account_id) as n from task").await;
        let place = Place::of(&world.app);
        crate::privacy::accounts::erase(&place, account, world.app.clock.now()).await.unwrap();
        assert_eq!((on_disk(&world), world.number("select count(*) as n from task").await), (0, 0));
    }

    async fn a_step_that_was_under_way_when_somebody_was_erased_writes_nothing(world: World) {
        world.sign("Ada Lovelace", EMAIL).await;
        let clerk = organiser(&world).await;
        ask(&world, &clerk, "signatures", "", "csv").await;
        let lease = crate::jobs::take(world.db(), "work-tasks", &world.app.process, world.app.clock.now(), crate::jobs::LEASE);
        let lease = lease.await.unwrap().unwrap();
        // What the step reads is read before the erasure, what it writes comes after.
        let id = newest(&world).await;
        let stale = crate::tasks::store::with_files(&mut world.db().read().await.unwrap(), None).await.unwrap().remove(0);
        assert_eq!(stale.id, id);
        let place = Place::of(&world.app);
        let whom = erasing::whom(&mut world.db().read().await.unwrap(), &place, EMAIL, None).await.unwrap();
        erasing::erase(&place, whom, world.app.clock.now()).await.unwrap();
        let stand = stale.stand.clone();
        let counts = world.db().write(broadside_db::Lane::Ordinary, move |c| {
            let (stale, stand) = (stale.clone(), stand.clone());
            Box::pin(async move { crate::tasks::store::go_on(c, &stale, &stand).await })
        }).await.unwrap();
        assert!(!counts);
        crate::jobs::put_off(world.db(), lease, 0).await.unwrap();
        world.work().await;
        let file = clerk.get(&world, &file_on(&clerk.get(&world, CAMPAIGN_TASKS).await.text()).unwrap()).await;
        assert!(!file.text().contains(EMAIL));
    }
}
