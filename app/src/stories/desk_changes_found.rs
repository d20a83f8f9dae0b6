//! What is meant by a change: what search words find, filters that cannot be understood, and how its page says it.

use super::desk::{Clerk, GROUP};
use super::desk_changes::{HIDINGS, REMOVALS, RETURNS, done, public, sums, taken_back};
use super::desk_lists::LIST;
use super::desk_outbox::with_server;
use super::stories;
use super::world::World;
use crate::accounts::Role;
use axum::http::StatusCode;
use broadside_db::{Lane, query};

const CAMPAIGN: &str = "/desk/campaigns/dropsalesforce";
const CHANGES: &str = "/desk/campaigns/dropsalesforce/changes";

async fn written(world: &World, sql: &'static str) {
    world
        .db()
        .write(Lane::Ordinary, move |c| Box::pin(async move { query(sql).run(c).await }))
        .await
        .unwrap();
}

stories! {
    async fn search_words_go_on_to_the_next_hundred_until_nothing_is_left(world: World) {
        crate::fill::into(world.db(), &world.app.keys, "1", 250, world.app.clock.now()).await.unwrap();
        written(&world, "update signature set name = 'Same Name', name_key = 'same name', is_public = true").await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Moderator).await;
        for (left, words) in [(150, "100 names would be hidden"), (50, "100 names would be hidden"), (0, "50 names would be hidden")] {
            let (look, _) = done(&world, &clerk, HIDINGS, "which=all&q=same").await;
            assert!(look.contains(words), "{look}");
            assert_eq!(look.contains("at most 100 rows are changed together"), left > 0, "{look}");
            assert_eq!(world.number("select count(*) as n from signature where hidden_at is null").await, left);
        }
        let nothing = clerk.get(&world, &format!("{HIDINGS}?which=all&q=same")).await.text();
        assert!(nothing.contains("No name would be hidden") && nothing.contains("Hidden by organisers already"), "{nothing}");
    }

    async fn what_no_filter_can_mean_changes_nobody_and_is_kept_nowhere(world: World) {
        world.sign("Ada Lovelace", "ada@signers.example").await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        for nonsense in ["state=shwon", "from=10.9.2018", "source=ada%40signers.example", "country=ada%40signers.example"] {
            let look = clerk.get(&world, &format!("{REMOVALS}?which=all&{nonsense}")).await.text();
            assert!(look.contains("No signature would be removed") && !look.contains("class=\"deed\""), "{nonsense}: {look}");
        }
        let keep = |name: &'static str| [("list", "signatures"), ("name", name), ("query", "source=ada%40signers.example&order=ada%40signers.example")];
        let refused = clerk.post(&world, &format!("{CAMPAIGN}/filters"), &keep("ada@signers.example")).await;
        assert!(clerk.get(&world, &refused.location()).await.text().contains("may hold no address"));
        assert_eq!(world.number("select count(*) as n from saved_filter").await, 0);
        clerk.post(&world, &format!("{CAMPAIGN}/filters"), &keep("Hers")).await;
        clerk.post(&world, &format!("{CAMPAIGN}/exports"), &[("list", "signatures"), ("format", "csv"), ("query", "source=ada%40signers.example")]).await;
        assert_eq!(world.number("select count(*) as n from saved_filter").await, 1);
        assert_eq!(world.number("select count(*) as n from task").await, 1);
        for sql in [
            "select count(*) as n from saved_filter where query like '%signers%'",
            "select count(*) as n from task where asked like '%signers%'",
            "select count(*) as n from audit_entry where after like '%signers%'",
        ] {
            assert_eq!(world.number(sql).await, 0, "{sql}");
        }
    }

    async fn a_change_says_which_rows_it_meant_in_the_language_of_the_page(world: World) {
        world.sign("Ada Lovelace", "ada@signers.example").await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let (_, change) = done(&world, &clerk, HIDINGS, "which=all&state=shown&order=name").await;
        let page = clerk.get(&world, &change).await.text();
        assert!(page.contains("All with State: Shown<"), "{page}");
        let page = clerk.get(&world, &format!("{change}?lang=es")).await.text();
        assert!(page.contains("Todas con Estado: ") && !page.contains("state") && !page.contains("shown"), "{page}");
        taken_back(&world, &clerk, &change).await;
        let page = clerk.get(&world, &change).await.text();
        assert!(page.contains("one row is as it was before, none was left alone"), "{page}");
    }

    async fn a_moderator_finds_own_changes_behind_many_of_the_organisers(world: World) {
        world.sign("Ada Lovelace", "ada@signers.example").await;
        let moderator = Clerk::of(&world, "moderator@example.org", GROUP, Role::Moderator).await;
        let (_, change) = done(&world, &moderator, HIDINGS, "which=all").await;
        taken_back(&world, &moderator, &change).await;
        for _ in 0..60 {
            written(
                &world,
                "insert into change (group_id, campaign_id, account_id, list, deed, up_to, found, changed, left_alone, position, \
                 state, created_at) select group_id, campaign_id, account_id, list, 'reminders', 0, 1, 1, 0, 0, 'done', created_at \
                 from change where undoes is null order by id limit 1",
            )
            .await;
        }
        let page = moderator.get(&world, CHANGES).await.text();
        assert!(page.contains(&format!("href=\"{change}\"")) && page.contains("Taken back"), "{page}");
        assert!(!page.contains("sent once more") && !page.contains("rel=\"next\""), "{page}");
        let organiser = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let page = organiser.get(&world, CHANGES).await.text();
        assert!(page.contains("sent once more") && page.contains("rel=\"next\""), "{page}");
    }

    async fn who_was_forgotten_meanwhile_is_brought_back_by_no_undoing(world: World) {
        world.sign("Ada Lovelace", "ada@signers.example").await;
        world.sign("Bo Example", "bo@signers.example").await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let (_, change) = done(&world, &clerk, REMOVALS, "which=all").await;
        written(&world, "update signature set person_id = null where name = 'Ada Lovelace'").await;
        let look = taken_back(&world, &clerk, &change).await;
        assert!(look.contains("One row would be as it was before") && look.contains("from 0 to 1"), "{look}");
        assert_eq!(world.count().await, 1);
        assert!(public(&world).await.contains("Bo Example"));
        sums(&world).await;
    }

    async fn the_setup_counts_again_what_a_campaign_shows_at_a_glance(world: World) {
        world.sign("Ada Lovelace", "ada@signers.example").await;
        world.sign_on("Bo Example", "bo@signers.example").await;
        world.work().await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        done(&world, &clerk, REMOVALS, "which=all").await;
        let page = clerk.get(&world, "/desk/setup").await.text();
        assert!(page.contains("Every count was counted again"), "{page}");
        assert_eq!(page.matches("BROADSIDE_SMTP_URL").count(), 1, "what is missing is said once: {page}");
        done(&world, &clerk, RETURNS, "which=all").await;
        written(&world, "update origin_tally set signatures = 7").await;
        written(&world, "update quarter_tally set confirmations = 0").await;
        let page = clerk.get(&world, "/desk/setup").await.text();
        assert!(page.contains("sums up to 7 somewhere, stored are 1") && page.contains("0 confirmations by hour, fewer than the 1"), "{page}");
        assert!(!page.contains("Every count was counted again"), "{page}");
    }

    async fn an_empty_list_offers_nothing_to_be_done_with_its_rows(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        for list in ["signatures", "sign-ons", "mails"] {
            let page = clerk.get(&world, &format!("{CAMPAIGN}/{list}")).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(!page.text().contains("class=\"acts\""), "{list}: {}", page.text());
        }
        let (world, _server) = with_server(world, "accept").await;
        world.sign("Ada Lovelace", "ada@signers.example").await;
        world.work().await;
        for list in ["signatures", "mails"] {
            assert!(clerk.get(&world, &format!("{CAMPAIGN}/{list}")).await.text().contains("class=\"acts\""), "{list}");
        }
        assert!(clerk.get(&world, &format!("{LIST}?q=nobody")).await.text().contains("class=\"empty\""));
    }
}
