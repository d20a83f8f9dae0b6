//! Long work at the desk: an export made in steps, left, cancelled, cut off by a restart, and gone in time.

use super::desk::{Clerk, GROUP};
use super::desk_lists::{LIST, signed};
use super::desk_rules::{another_group, seated};
use super::stories;
use super::world::{Answer, World};
use crate::accounts::Role;
use crate::clock::{DAY, MINUTE};
use crate::jobs::Progress;
use crate::tasks::files;
use crate::work;
use axum::http::{StatusCode, header};
use std::io::Write;

pub const CAMPAIGN_TASKS: &str = "/desk/campaigns/dropsalesforce/tasks";
const EXPORTS: &str = "/desk/campaigns/dropsalesforce/exports";
/// More than two steps.
const MANY: u64 = 2_500;

pub async fn fill(world: &World) {
    let app = &world.app;
    crate::fill::into(world.db(), &app.keys, "1", MANY, app.clock.now()).await.unwrap();
}

pub async fn ask(world: &World, clerk: &Clerk, list: &str, query: &str, format: &str) -> Answer {
    let exports = if list == "people" { format!("/desk/groups/{GROUP}/exports") } else { EXPORTS.to_owned() };
    let answer = clerk.post(world, &exports, &[("list", list), ("query", query), ("format", format)]).await;
    if answer.status == StatusCode::SEE_OTHER {
        assert!(answer.location().ends_with("/tasks?done=asked"), "{}", answer.location());
    }
    answer
}

/// One step of the task whose turn it is.
pub async fn step(world: &World) {
    assert_eq!(work::step_of_tasks(&world.app).await.unwrap(), Progress::More);
}

pub async fn tasks(world: &World, clerk: &Clerk) -> String {
    clerk.get(world, CAMPAIGN_TASKS).await.text()
}

/// The address of the newest file that a page offers.
pub fn file_on(page: &str) -> Option<String> {
    let end = page.split("/file\"").next().filter(|before| before.len() < page.len())?;
    Some(format!("{}/file", end.rsplit('"').next()?))
}

pub async fn newest(world: &World) -> i64 {
    world.number("select max(id) as n from task").await
}

pub fn on_disk(world: &World) -> usize {
    files::all(world.folder()).unwrap().len()
}

/// The one file that is there.
fn the_file(world: &World) -> std::path::PathBuf {
    let names = files::all(world.folder()).unwrap();
    assert_eq!(names.len(), 1, "{names:?}");
    files::folder(world.folder()).join(names.first().unwrap())
}

async fn state(world: &World, id: i64) -> (String, Option<String>) {
    let mut c = world.db().read().await.unwrap();
    broadside_db::query("select state, reason from task where id = $1")
        .bind(id)
        .one(&mut c, |row| Ok((row.get("state")?, row.get("reason")?)))
        .await
        .unwrap()
}

async fn organiser(world: &World) -> Clerk {
    Clerk::of(world, "desk@example.org", GROUP, Role::Organiser).await
}

stories! {
    async fn an_export_is_made_in_steps_left_and_come_back_to(world: World) {
        fill(&world).await;
        let clerk = organiser(&world).await;
        let list = clerk.get(&world, &format!("{LIST}?state=confirmed")).await.text();
        assert!(list.contains(&format!("href=\"{EXPORTS}?list=signatures&#38;state=confirmed\"")), "the list leads to it");
        let form = clerk.get(&world, &format!("{EXPORTS}?list=signatures&state=confirmed")).await.text();
        assert!(form.contains("Counted, shown or not") && form.contains("value=\"csv\"") && form.contains("value=\"state=confirmed\""), "{form}");
        ask(&world, &clerk, "signatures", "", "csv").await;
        let waits = tasks(&world, &clerk).await;
        assert!(waits.contains("Waits for its turn") && waits.contains("value=\"0\"") && file_on(&waits).is_none());
        step(&world).await;
        let begun = tasks(&world, &clerk).await;
        assert!(begun.contains("Under way") && begun.contains("<progress max=\"100\" value=\"40\""), "{begun}");
        assert!(begun.contains("1,000 rows so far") && begun.contains("Look how far it is"), "{begun}");
        let group_page = clerk.get(&world, &format!("/desk/groups/{GROUP}/tasks")).await.text();
        assert!(group_page.contains("1,000 rows so far"), "the group's page shows it too");
        assert!(group_page.contains("<bdi>dropsalesforce</bdi>") && !begun.contains("<bdi>dropsalesforce</bdi>"), "and of which campaign");
        world.work().await;
        let done = tasks(&world, &clerk).await;
        assert!(done.contains("Done") && done.contains("2,500 rows.") && !done.contains("<progress"), "{done}");
        let file = clerk.get(&world, &file_on(&done).unwrap()).await;
        assert_eq!(file.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
        assert_eq!(file.headers[header::CONTENT_DISPOSITION], "attachment; filename=\"dropsalesforce-signatures.csv\"");
        assert_eq!(file.headers[header::CACHE_CONTROL], "no-store");
        assert_eq!(file.text().lines().count(), 2_501);
        assert_eq!(file.body, clerk.get(&world, &format!("{LIST}.csv")).await.body, "the same as at once");
        let record = "select count(*) as n from audit_entry where action in ('export-asked', 'exported') and object like 'task %'";
        assert_eq!(world.number(record).await, 2, "asking and taking away stand in the record");
    }

    async fn every_list_is_exported_with_the_filters_and_the_search_that_are_set(world: World) {
        signed(&world).await;
        world.sign_on("Somebody Waiting", "waits@signers.example").await;
        world.work().await;
        let clerk = organiser(&world).await;
        for (list, query, page) in [
            ("signatures", "", LIST.to_owned()),
            ("signatures", "q=grace%40signers.example", LIST.to_owned()),
            ("signatures", "state=withdrawn", LIST.to_owned()),
            ("sign-ons", "", "/desk/campaigns/dropsalesforce/sign-ons".to_owned()),
            ("mails", "state=waiting", "/desk/campaigns/dropsalesforce/mails".to_owned()),
            ("people", "q=ada%40", format!("/desk/groups/{GROUP}/people")),
        ] {
            ask(&world, &clerk, list, query, "csv").await;
            world.work().await;
            let there = page.rsplit_once('/').unwrap().0;
            let file = file_on(&clerk.get(&world, &format!("{there}/tasks")).await.text()).unwrap();
            let at_once = clerk.get(&world, &format!("{page}.csv?{query}")).await.text();
            assert!(at_once.lines().count() > 1, "{list} {query}");
            assert_eq!(clerk.get(&world, &file).await.text(), at_once, "{list} {query}");
        }
        let kept = "select count(*) as n from task where words <> '' or asked like '%signers.example%'";
        assert_eq!(world.number(kept).await, 0, "search words are not kept past the work");
        let foreign = clerk.post(&world, EXPORTS, &[("list", "people"), ("format", "csv")]).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND, "people are no list of a campaign");
    }

    async fn an_export_goes_on_after_a_restart_from_where_it_stood(world: World) {
        fill(&world).await;
        let clerk = organiser(&world).await;
        ask(&world, &clerk, "signatures", "", "csv").await;
        step(&world).await;
        let (path, id) = (the_file(&world), newest(&world).await);
        let begun = std::fs::read(&path).unwrap();
        // A step that was killed between the file and its row.
        std::fs::OpenOptions::new().append(true).open(&path).unwrap().write_all(b"half a ro").unwrap();
        let world = world.restarted(|settings| settings).await;
        assert_eq!(state(&world, id).await.0, "running");
        assert!(tasks(&world, &clerk).await.contains("1,000 rows so far"));
        step(&world).await;
        let further = std::fs::read(&path).unwrap();
        assert!(further.starts_with(&begun) && further.len() > begun.len(), "it was not begun anew");
        world.work().await;
        let file = clerk.get(&world, &file_on(&tasks(&world, &clerk).await).unwrap()).await;
        assert_eq!(file.body, clerk.get(&world, &format!("{LIST}.csv")).await.body);
    }

    async fn whoever_signs_while_it_is_made_is_in_the_next_one(world: World) {
        fill(&world).await;
        let clerk = organiser(&world).await;
        ask(&world, &clerk, "signatures", "", "csv").await;
        step(&world).await;
        world.sign("Late Example", "late@signers.example").await;
        world.work().await;
        let file = clerk.get(&world, &file_on(&tasks(&world, &clerk).await).unwrap()).await.text();
        assert_eq!(file.lines().count(), 2_501);
        assert!(!file.contains("late@signers.example"));
    }

    async fn a_cancelled_export_leaves_nothing(world: World) {
        fill(&world).await;
        let clerk = organiser(&world).await;
        ask(&world, &clerk, "signatures", "q=Filler", "csv").await;
        step(&world).await;
        let id = newest(&world).await;
        assert_eq!(on_disk(&world), 1);
        let cancelled = clerk.post(&world, &format!("{CAMPAIGN_TASKS}/{id}/cancellation"), &[]).await;
        assert!(clerk.get(&world, &cancelled.location()).await.text().contains("nothing of it is kept"));
        assert_eq!(on_disk(&world), 0, "at once");
        world.work().await;
        assert_eq!((state(&world, id).await, on_disk(&world)), (("cancelled".to_owned(), Some("asker".to_owned())), 0));
        let again = clerk.post(&world, &format!("{CAMPAIGN_TASKS}/{id}/cancellation"), &[]).await;
        assert!(again.location().ends_with("?done=over"));
        let file = clerk.get(&world, &format!("{CAMPAIGN_TASKS}/{id}/file")).await;
        assert_eq!((file.status, file.location()), (StatusCode::SEE_OTHER, CAMPAIGN_TASKS.to_owned()));
        assert_eq!(world.number("select count(*) as n from task where words <> ''").await, 0);
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'task-cancelled'").await, 1);
    }

    async fn a_file_is_kept_for_a_day_and_the_task_told_of_for_a_month(world: World) {
        let clerk = organiser(&world).await;
        world.sign("Ada Lovelace", "ada@signers.example").await;
        ask(&world, &clerk, "signatures", "", "csv").await;
        world.work().await;
        world.pass(DAY - 30 * MINUTE);
        world.work().await;
        let clerk = seated(&world, "desk@example.org").await;
        let file = file_on(&tasks(&world, &clerk).await).expect("it is offered for a day");
        world.pass(31 * MINUTE);
        assert_eq!(file_on(&tasks(&world, &clerk).await), None, "and not a moment longer, swept away or not");
        let late = clerk.get(&world, &file).await;
        assert_eq!(late.status, StatusCode::SEE_OTHER, "nothing is given");
        world.work().await;
        assert_eq!(on_disk(&world), 0);
        assert!(tasks(&world, &clerk).await.contains("was kept for its time and is deleted"));
        world.pass(31 * DAY);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from task").await, 0);
    }

    async fn a_file_from_the_future_is_not_kept_until_then(world: World) {
        let clerk = organiser(&world).await;
        ask(&world, &clerk, "signatures", "", "csv").await;
        world.pass(400 * DAY);
        world.work().await;
        assert_eq!(on_disk(&world), 1);
        world.pass(-400 * DAY);
        world.work().await;
        assert_eq!(on_disk(&world), 0, "the clock was set right");
        assert_eq!(file_on(&tasks(&world, &clerk).await), None);
    }

    async fn nobody_sees_anothers_task_and_each_role_gets_its_columns(world: World) {
        signed(&world).await;
        another_group(&world).await;
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        ask(&world, &owner, "signatures", "", "csv").await;
        world.work().await;
        let (file, id) = (file_on(&tasks(&world, &owner).await).unwrap(), newest(&world).await);
        let organiser = organiser(&world).await;
        let viewer = Clerk::of(&world, "viewer@example.org", GROUP, Role::Viewer).await;
        let stranger = Clerk::of(&world, "stranger@example.org", "another-group", Role::Owner).await;
        for clerk in [&organiser, &viewer, &stranger] {
            assert_eq!(clerk.get(&world, &file).await.status, StatusCode::NOT_FOUND);
            let cancel = clerk.post(&world, &format!("{CAMPAIGN_TASKS}/{id}/cancellation"), &[]).await;
            assert_eq!(cancel.status, StatusCode::NOT_FOUND);
        }
        for elsewhere in ["/desk/campaigns/another-campaign", "/desk/groups/another-group"] {
            assert_eq!(stranger.get(&world, &format!("{elsewhere}/tasks/{id}/file")).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(file_on(&tasks(&world, &organiser).await), None, "it stands on its asker's page alone");
        assert_eq!(owner.get(&world, &file).await.status, StatusCode::OK);
        assert_eq!(ask(&world, &viewer, "people", "", "csv").await.status, StatusCode::FORBIDDEN);
        ask(&world, &viewer, "signatures", "", "csv").await;
        world.work().await;
        let text = viewer.get(&world, &file_on(&tasks(&world, &viewer).await).unwrap()).await.text();
        assert!(text.contains("Ada Lovelace"));
        for hidden in ["Grace Hopper", "@signers.example", "A secret remark", "94105", "email"] {
            assert!(!text.contains(hidden), "{hidden}: {text}");
        }
    }

    async fn who_sits_there_is_asked_again_and_led_on_with_the_filters(world: World) {
        let clerk = organiser(&world).await;
        clerk.post(&world, "/desk/account/password", &[("password", "four words of no sense")]).await;
        ask(&world, &clerk, "signatures", "", "csv").await;
        world.work().await;
        let file = file_on(&tasks(&world, &clerk).await).unwrap();
        world.pass(11 * MINUTE);
        let asked = clerk.get(&world, &format!("{EXPORTS}?list=signatures&state=shown")).await.location();
        let onward = "%2Fdesk%2Fcampaigns%2Fdropsalesforce%2Fexports%3Flist%3Dsignatures%26state%3Dshown";
        assert_eq!(asked, format!("/desk/proof?next={onward}"));
        let page = clerk.get(&world, &asked).await.text();
        assert!(page.contains(&format!("value=\"{EXPORTS}?list=signatures&#38;state=shown\"")), "{page}");
        let form = [("list", "signatures"), ("format", "csv")];
        assert!(clerk.post(&world, EXPORTS, &form).await.location().starts_with("/desk/proof?next="));
        assert_eq!(clerk.get(&world, &file).await.location(), format!("/desk/proof?next={CAMPAIGN_TASKS}"));
        assert_eq!(clerk.get(&world, CAMPAIGN_TASKS).await.status, StatusCode::OK, "how far they are is shown");
        assert_eq!(world.number("select count(*) as n from task").await, 1);
    }

    async fn two_exports_go_on_in_turn_and_a_sixth_waits_to_be_asked_for(world: World) {
        fill(&world).await;
        let clerk = organiser(&world).await;
        for _ in 0..5 {
            ask(&world, &clerk, "signatures", "", "csv").await;
        }
        let sixth = ask(&world, &clerk, "signatures", "state=shown", "csv").await;
        assert_eq!(sixth.status, StatusCode::CONFLICT);
        assert!(sixth.text().contains("5 tasks under way") && sixth.text().contains("value=\"state=shown\""), "{}", sixth.text());
        for _ in 0..7 {
            step(&world).await;
        }
        let two = "select count(*) as n from task where rows_done = 2000";
        assert_eq!(world.number(two).await, 2);
        assert_eq!(world.number("select count(*) as n from task where rows_done = 1000").await, 3);
        world.work().await;
        assert_eq!(on_disk(&world), 5);
        let files: Vec<Vec<u8>> = files::all(world.folder()).unwrap().iter()
            .map(|name| std::fs::read(files::folder(world.folder()).join(name)).unwrap()).collect();
        assert!(files.iter().all(|file| *file == files[0]));
    }

    async fn a_folder_that_was_removed_by_hand_costs_the_work_and_nothing_else(world: World) {
        fill(&world).await;
        let clerk = organiser(&world).await;
        ask(&world, &clerk, "signatures", "", "csv").await;
        step(&world).await;
        std::fs::remove_dir_all(files::folder(world.folder())).unwrap();
        step(&world).await;
        assert!(tasks(&world, &clerk).await.contains("Waits for its turn"), "it begins anew");
        world.work().await;
        let page = tasks(&world, &clerk).await;
        let file = file_on(&page).unwrap();
        assert_eq!(clerk.get(&world, &file).await.text().lines().count(), 2_501);
        std::fs::remove_dir_all(files::folder(world.folder())).unwrap();
        assert_eq!(clerk.get(&world, &file).await.location(), CAMPAIGN_TASKS);
        world.work().await;
        assert!(tasks(&world, &clerk).await.contains("no longer on this machine"));
    }

    async fn where_the_folder_cannot_be_written_the_task_says_so_and_others_go_on(world: World) {
        let clerk = organiser(&world).await;
        let folder = files::folder(world.folder());
        std::fs::write(&folder, "in the way").unwrap();
        ask(&world, &clerk, "signatures", "", "csv").await;
        let first = newest(&world).await;
        world.work().await;
        assert_eq!(state(&world, first).await, ("failed".to_owned(), Some("disk".to_owned())));
        assert!(tasks(&world, &clerk).await.contains("cannot be written"));
        let setup = clerk.get(&world, "/desk/setup").await.text();
        assert!(setup.contains("No export can be made in"), "{setup}");
        std::fs::remove_file(&folder).unwrap();
        ask(&world, &clerk, "signatures", "", "csv").await;
        world.work().await;
        assert!(file_on(&tasks(&world, &clerk).await).is_some());
        assert!(clerk.get(&world, "/desk/setup").await.text().contains("One export lies in"));
    }
}
