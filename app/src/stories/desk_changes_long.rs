//! Changes of very many rows, left, stopped and cut off by a restart; and what is done with mails.

use super::desk::{Clerk, GROUP};
use super::desk_changes::{HIDINGS, REMOVALS, done, press, public, sums, taken_back};
use super::desk_outbox::with_server;
use super::desk_rules::seated;
use super::desk_tasks::{step, tasks};
use super::stories;
use super::world::World;
use crate::accounts::Role;
use crate::audit;
use crate::changes::doing;
use crate::changes::store::{self, NewChange};
use crate::clock::{DAY, HOUR};
use crate::lists::Deed;
use axum::http::StatusCode;

const REMINDERS: &str = "/desk/campaigns/dropsalesforce/sign-ons/reminders";
const RETRIES: &str = "/desk/campaigns/dropsalesforce/mails/retries";
const GIVING_UP: &str = "/desk/campaigns/dropsalesforce/mails/giving-up";
/// More than is done while somebody waits.
const MANY: u64 = 420;

async fn filled(world: &World) -> Clerk {
    crate::fill::into(world.db(), &world.app.keys, "1", MANY, world.app.clock.now()).await.unwrap();
    Clerk::of(world, "desk@example.org", GROUP, Role::Owner).await
}

async fn counted(world: &World) -> i64 {
    world.count().await
}

stories! {
    async fn a_long_change_goes_on_after_a_restart_and_is_taken_back_whole(world: World) {
        let clerk = filled(&world).await;
        let (before, sums_before) = (public(&world).await, sums(&world).await);
        let (look, change) = done(&world, &clerk, REMOVALS, "which=all").await;
        assert!(look.contains("420 signatures would be removed") && look.contains("from 420 to 0"), "{look}");
        assert_eq!(counted(&world).await, 420, "it is done behind the page");
        step(&world).await;
        step(&world).await;
        let page = clerk.get(&world, &change).await.text();
        assert!(page.contains("100 rows are changed so far") && page.contains("100 of 420") && page.contains("/cancellation"), "{page}");
        assert!(tasks(&world, &clerk).await.contains(&format!("href=\"{change}\"")));
        assert_eq!(counted(&world).await, 320, "and the page says so meanwhile");
        sums(&world).await;
        let world = world.restarted(|settings| settings).await;
        // Somebody withdraws while it goes on, and a new signature comes.
        world.sign("Late Example", "late@signers.example").await;
        world.work().await;
        assert_eq!(counted(&world).await, 1, "the late one was never in it");
        let page = clerk.get(&world, &change).await.text();
        assert!(page.contains("420 rows were changed"), "{page}");
        let look = taken_back(&world, &clerk, &change).await;
        assert!(look.contains("420 rows would be as they were before"), "{look}");
        step(&world).await;
        assert!(clerk.get(&world, &change).await.text().contains("Being taken back"));
        world.work().await;
        let page = clerk.get(&world, &change).await.text();
        assert!(page.contains("420 rows are as they were before, none was left alone"), "{page}");
        assert_eq!(counted(&world).await, 421);
        let late = clerk.get(&world, "/desk/campaigns/dropsalesforce/signatures?q=late").await.text();
        let row = late.split("name=\"row\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        done(&world, &clerk, REMOVALS, &format!("row={row}")).await;
        let after = public(&world).await.replace("<p>One was removed as false.</p>\n", "").replace("\"false\":1", "\"false\":0");
        assert_eq!((after, sums(&world).await), (before, sums_before), "as it was but for the late one");
    }

    async fn two_who_take_a_change_back_at_once_do_it_once(world: World) {
        let clerk = filled(&world).await;
        let (_, change) = done(&world, &clerk, REMOVALS, "which=all").await;
        world.work().await;
        let campaign = world.number("select campaign_id as n from change").await;
        let one = store::changes_below(&mut world.db().read().await.unwrap(), campaign, &[Deed::Remove], i64::MAX, 1).await.unwrap().remove(0);
        let new = || NewChange {
            group: one.group,
            campaign: one.campaign,
            account: one.account,
            list: "signatures",
            deed: one.deed,
            removes_as: None,
            query: None,
            up_to: 0,
            found: one.changed,
            undoes: Some(one.id),
        };
        let press = || doing::begin(&world.app, new(), audit::Change::of("list-change-undone", "").in_group(one.group), Role::Owner);
        let (first, second) = tokio::join!(press(), press());
        assert_eq!(first.unwrap(), second.unwrap());
        world.work().await;
        let page = clerk.get(&world, &change).await.text();
        assert_eq!(page.matches("took it back").count(), 1, "{page}");
        assert_eq!(counted(&world).await, 420);
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'list-change-undone'").await, 1);
    }

    async fn a_change_that_is_stopped_in_the_middle_says_what_it_did_and_can_be_taken_back(world: World) {
        let clerk = filled(&world).await;
        let sums_before = sums(&world).await;
        let (_, change) = done(&world, &clerk, REMOVALS, "which=all").await;
        step(&world).await;
        let answer = clerk.post(&world, &format!("{change}/cancellation"), &[]).await;
        assert_eq!(answer.location(), change);
        world.work().await;
        let page = clerk.get(&world, &change).await.text();
        assert!(page.contains("Stopped. 50 rows were changed until then"), "{page}");
        assert_eq!(counted(&world).await, 370);
        assert!(tasks(&world, &clerk).await.contains("Cancelled"));
        sums(&world).await;
        taken_back(&world, &clerk, &change).await;
        assert_eq!((counted(&world).await, sums(&world).await), (420, sums_before));
        // By the page of tasks it is stopped as well.
        world.work().await;
        let (_, other) = done(&world, &clerk, REMOVALS, "which=all").await;
        step(&world).await;
        let page = tasks(&world, &clerk).await;
        let cancel = page.split("/cancellation\"").next().unwrap().rsplit('"').next().unwrap().to_owned();
        let answer = clerk.post(&world, &format!("{cancel}/cancellation"), &[]).await;
        let page = clerk.get(&world, &answer.location()).await.text();
        assert!(page.contains("What was changed until then stays so") && !page.contains("nothing of it is kept"), "{page}");
        world.work().await;
        assert_eq!(counted(&world).await, 370);
        assert!(clerk.get(&world, &other).await.text().contains("Stopped. 50 rows"));
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'list-change-cancelled'").await, 1);
    }

    async fn who_loses_the_role_changes_nothing_more(world: World) {
        let owner = filled(&world).await;
        let clerk = Clerk::of(&world, "other@example.org", GROUP, Role::Organiser).await;
        let (_, change) = done(&world, &clerk, REMOVALS, "which=all").await;
        step(&world).await;
        let members = format!("/desk/groups/{GROUP}/members");
        let member = world.number("select m.id as n from membership m join account a on a.id = m.account_id where a.email = 'other@example.org'").await;
        owner.post(&world, &format!("{members}/{member}/removal"), &[("version", "1")]).await;
        world.work().await;
        let page = owner.get(&world, &change).await.text();
        assert!(page.contains("Stopped.") && counted(&world).await > 0, "{page}");
    }

    async fn very_many_names_are_found_by_search_words_a_hundred_at_a_time(world: World) {
        let clerk = filled(&world).await;
        let (look, change) = done(&world, &clerk, HIDINGS, "which=all&q=filler").await;
        assert!(look.contains("at most 100 rows are changed together"), "{look}");
        assert!(clerk.get(&world, &change).await.text().contains("rows were changed"));
        assert!(world.number("select count(*) as n from changed_row").await <= 100);
        assert_eq!(world.number("select count(*) as n from task").await, 0, "no search words are kept for later");
        assert_eq!(world.number("select count(*) as n from change where query like '%iller%'").await, 0);
    }

    async fn who_never_confirmed_is_reminded_once_within_the_cap_and_it_cannot_be_taken_back(world: World) {
        let (world, server) = with_server(world, "accept").await;
        world.sign_on("Ada Example", "ada@example.org").await;
        world.sign_on("Bo Example", "ada@example.org").await;
        world.sign_on("Capped Example", "capped@example.org").await;
        for _ in 0..2 {
            world.post("/signatures/links", &[("email", "capped@example.org")]).await;
            world.work().await;
        }
        world.sign("Confirmed Example", "confirmed@example.org").await;
        world.work().await;
        let sent = server.received().len();
        assert_eq!(sent, 6);
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let (look, change) = done(&world, &clerk, REMINDERS, "which=all").await;
        for words in ["One person would get the confirmation once more", "Three mails went to the address within a day", "Another sign-on of the same address", "cannot be taken back"] {
            assert!(look.contains(words), "{words}: {look}");
        }
        world.work().await;
        let received = server.received();
        assert_eq!(received.len(), sent + 1);
        assert!(received.iter().filter(|mail| mail.contains("ada@example.org")).count() == 3, "two first mails, one reminder");
        let page = clerk.get(&world, &change).await.text();
        assert!(page.contains("One row was changed") && page.contains("cannot be taken back") && !page.contains("/undo"), "{page}");
        assert_eq!(clerk.get(&world, &format!("{change}/undo")).await.status, StatusCode::NOT_FOUND);
        world.pass(2 * DAY);
        let clerk = seated(&world, "desk@example.org").await;
        let (look, _) = done(&world, &clerk, REMINDERS, "which=all").await;
        assert!(look.contains("2 people would get the confirmation once more") && look.contains("Reminded before"), "{look}");
        world.work().await;
        world.pass(HOUR);
        let nobody = clerk.get(&world, &format!("{REMINDERS}?which=all")).await.text();
        assert!(nobody.contains("Nobody would get the confirmation again"), "{nobody}");
        let moderator = Clerk::of(&world, "moderator@example.org", GROUP, Role::Moderator).await;
        assert_eq!(moderator.post(&world, REMINDERS, &[("which", "all")]).await.status, StatusCode::FORBIDDEN);
    }

    async fn all_mails_that_wait_are_dropped_and_given_back_or_tried_again(world: World) {
        for name in ["ada", "bo", "cy"] {
            world.sign_on(name, &format!("{name}@example.org")).await;
        }
        world.work().await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let (look, change) = done(&world, &clerk, GIVING_UP, "which=all&state=waiting").await;
        assert!(look.contains("3 mails would be dropped") && look.contains("taken back for seven days"), "{look}");
        assert_eq!(world.number("select count(*) as n from mail where state = 'dropped'").await, 3);
        let nothing = clerk.get(&world, &format!("{RETRIES}?which=all")).await.text();
        assert!(nothing.contains("No mail would be tried again") && nothing.contains("Dropped already"), "{nothing}");
        taken_back(&world, &clerk, &change).await;
        assert_eq!(world.number("select count(*) as n from mail where state = 'waiting'").await, 3);
        let look = clerk.get(&world, &format!("{RETRIES}?which=all")).await.text();
        assert!(look.contains("cannot be taken back"), "{look}");
        assert_eq!(press(&world, &clerk, RETRIES, &look).await.status, StatusCode::SEE_OTHER);
        let (world, server) = with_server(world, "accept").await;
        world.work().await;
        assert_eq!(server.received().len(), 3, "each once");
    }
}
