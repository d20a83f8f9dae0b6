//! Lists at the desk: filters and the keeping of them, pages both ways, people, and sign-ons that wait.

use super::desk::{Clerk, GROUP};
use super::desk_lists::{LIST, names, signed};
use super::desk_rules::another_group;
use super::links::two_letters;
use super::stories;
use super::world::{World, below};
use crate::accounts::Role;
use crate::clock::DAY;
use axum::http::StatusCode;

const CAMPAIGN: &str = "/desk/campaigns/dropsalesforce";

fn way(page: &str, rel: &str) -> Option<String> {
    let found = page.split(&format!("rel=\"{rel}\" href=\"")).nth(1)?;
    Some(found.split('"').next().unwrap().replace("&#38;", "&"))
}

fn removal(page: &str) -> Option<String> {
    let found = page.split("class=\"kept\"").nth(1)?.split("action=\"").nth(1)?;
    Some(found.split('"').next().unwrap().to_owned())
}

stories! {
    async fn a_list_is_filtered_by_what_was_said_and_by_day(world: World) {
        let ada = [("name", "Ada"), ("email", "ada@signers.example"), ("relation", "customer"), ("country", "MX"), ("source", "bus-stop")];
        world.submit(&ada).await;
        let link = world.mail_to("ada@signers.example").await.link();
        world.press(&link, "confirmation").await;
        world.pass(3 * DAY);
        world.sign("Grace", "grace@signers.example").await;
        world.work().await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Moderator).await;
        let found = |query: &'static str| {
            let (world, clerk) = (&world, &clerk);
            async move { names(&clerk.get(world, &format!("{LIST}?{query}")).await.text()) }
        };
        for query in [
            "country=MX",
            "relation=customer",
            "source=bus-stop",
            "until=2018-09-11",
            "country=MX&source=bus-stop&state=shown",
            "order=name&country=MX",
            "from=2018-09-09&until=2018-09-11",
        ] {
            assert_eq!(found(query).await.len(), usize::from(!query.contains("shown")), "{query}");
        }
        assert_eq!(found("country=MX").await, ["Ada"]);
        assert_eq!(found("from=2018-09-12").await, ["Grace"]);
        assert_eq!(found("order=name").await, ["Ada", "Grace"]);
        assert_eq!(found("").await, ["Grace", "Ada"], "the newest first");
        assert!(found("letter=no-such-letter").await.is_empty());
        for nonsense in ["from=never", "until=10.9.2018", "state=nonsense", "source=ada%40signers.example"] {
            assert!(found(nonsense).await.is_empty(), "what cannot be understood never finds everybody: {nonsense}");
        }
    }

    async fn rows_name_their_letter_where_a_campaign_has_more_than_one(world: World) {
        signed(&world).await;
        world.sign_on("Late Example", "late@signers.example").await;
        world.work().await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let lists = [LIST.to_owned(), format!("{CAMPAIGN}/sign-ons")];
        for list in &lists {
            let page = clerk.get(&world, list).await.text();
            assert!(!names(&page).is_empty() && !page.contains("drop-the-contract"), "{page}");
        }
        two_letters(&world).await;
        for list in &lists {
            let page = clerk.get(&world, list).await.text();
            assert!(page.contains("<th scope=\"col\">Letter</th>") && page.contains("<bdi>drop-the-contract</bdi>"), "{page}");
        }
    }

    async fn pages_turn_both_ways_in_every_order(world: World) {
        crate::fill::into(world.db(), &world.app.keys, "1", 120, world.app.clock.now()).await.unwrap();
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        let people = format!("/desk/groups/{GROUP}/people");
        for list in [LIST.to_owned(), format!("{LIST}?order=name"), format!("{LIST}?state=hidden"), people.clone(), format!("{people}?order=address")] {
            let first = clerk.get(&world, &list).await.text();
            let Some(second_way) = way(&first, "next") else { panic!("{list} has one page: {}", names(&first).len()) };
            assert_eq!((names(&first).len(), way(&first, "prev")), (50, None), "{list}");
            let second = clerk.get(&world, &second_way).await.text();
            let back = clerk.get(&world, &way(&second, "prev").unwrap()).await.text();
            assert_eq!(names(&back), names(&first), "{list}");
            assert_eq!(way(&back, "prev"), None, "{list}");
            assert!(names(&second).iter().all(|name| !names(&first).contains(name)), "{list}");
        }
    }

    async fn where_few_fit_among_very_many_the_page_says_so_and_looks_on(world: World) {
        crate::fill::into(world.db(), &world.app.keys, "1", 20_100, world.app.clock.now()).await.unwrap();
        world.db().write(broadside_db::Lane::Ordinary, |c| Box::pin(async move {
            broadside_db::query("update signature set language = 'ar' where id = (select min(id) from signature)").run(c).await
        })).await.unwrap();
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        let page = clerk.get(&world, &format!("{LIST}?language=ar")).await.text();
        assert!(names(&page).is_empty() && page.contains("the looking was paused"), "{page}");
        let onward = clerk.get(&world, &way(&page, "next").unwrap()).await.text();
        assert_eq!(names(&onward).len(), 1);
    }

    async fn who_is_erased_stands_in_the_title_of_no_kept_filter(world: World) {
        let link = world.sign("Katharina Example", "katherine@signers.example").await;
        world.post(&below(&link, "name"), &[("name", "Katherine Example")]).await;
        world.sign_on("Robin Waiting", "katherine@signers.example").await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let about = ["About katherine  EXAMPLE’s mail", "About Katharina Example", "About robin waiting"];
        for name in about.into_iter().chain(["Katherine Examples of Mill Lane"]) {
            let form = [("list", "signatures"), ("name", name), ("query", "state=shown"), ("shared", "1")];
            clerk.post(&world, &format!("{CAMPAIGN}/filters"), &form).await;
        }
        assert!(clerk.get(&world, LIST).await.text().contains("About katherine"));
        world.post(&below(&link, "erasure"), &[]).await;
        world.work().await;
        assert_eq!(world.number("select count(*) as n from saved_filter where name like '%About%'").await, 0);
        let seen = clerk.get(&world, LIST).await.text();
        assert!(!seen.contains("About katherine") && seen.contains("Katherine Examples of Mill Lane"), "{seen}");
        assert_eq!(world.number("select count(*) as n from saved_filter").await, 4, "the filter itself stays");
    }

    async fn a_filter_is_kept_without_what_was_looked_for_and_shown_to_whom_it_is_for(world: World) {
        signed(&world).await;
        let organiser = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let viewer = Clerk::of(&world, "viewer@example.org", GROUP, Role::Viewer).await;
        let keep = |shared: &'static str, name: &'static str| [("list", "signatures"), ("name", name), ("query", "q=grace&state=hidden"), ("shared", shared)];
        let answer = organiser.post(&world, &format!("{CAMPAIGN}/filters"), &keep("", "Mine alone")).await;
        assert_eq!(answer.location(), format!("{LIST}?state=hidden&done=kept"));
        organiser.post(&world, &format!("{CAMPAIGN}/filters"), &keep("1", "For <all>")).await;
        viewer.post(&world, &format!("{CAMPAIGN}/filters"), &keep("1", "A viewer’s")).await;
        assert_eq!(world.number("select count(*) as n from saved_filter where query like '%grace%'").await, 0);
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'filter-kept'").await, 3);
        let network = [("list", "signatures"), ("name", "A hall"), ("query", "network=203.0.113.0/24&state=hidden")];
        let refused = organiser.post(&world, &format!("{CAMPAIGN}/filters"), &network).await;
        assert!(refused.location().contains("network=203.0.113.0") && refused.location().ends_with("done=network"), "{}", refused.location());
        assert!(organiser.get(&world, &refused.location()).await.text().contains("networks are forgotten after seven days"));
        assert_eq!(world.number("select count(*) as n from saved_filter where query like '%203%'").await, 0);
        let seen = organiser.get(&world, LIST).await.text();
        assert!(seen.contains("Mine alone") && seen.contains("For &#60;all&#62;") && !seen.contains("A viewer’s"), "{seen}");
        assert!(seen.contains(&format!("href=\"{LIST}?state=hidden\"")));
        let seen = viewer.get(&world, LIST).await.text();
        assert!(!seen.contains("Mine alone") && seen.contains("For &#60;all&#62;") && seen.contains("A viewer’s"));
        let own = removal(&seen).expect("a viewer’s own can be removed");
        let stranger_to_it = organiser.post(&world, &own, &[]).await;
        assert_eq!(stranger_to_it.status, StatusCode::NOT_FOUND, "somebody else’s own");
        another_group(&world).await;
        let elsewhere = Clerk::of(&world, "stranger@example.org", "another-group", Role::Owner).await;
        let there = own.replace("dropsalesforce", "another-campaign");
        assert_eq!(elsewhere.post(&world, &there, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(viewer.post(&world, &own, &[]).await.status, StatusCode::SEE_OTHER);
        assert!(!viewer.get(&world, LIST).await.text().contains("A viewer’s"));
        let moderator = Clerk::of(&world, "moderator@example.org", GROUP, Role::Moderator).await;
        let shared = removal(&moderator.get(&world, LIST).await.text()).expect("what somebody shared");
        assert_eq!(viewer.post(&world, &shared, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(moderator.post(&world, &shared, &[]).await.status, StatusCode::SEE_OTHER);
    }

    async fn people_stand_once_by_address_and_no_other_group_sees_them(world: World) {
        signed(&world).await;
        world.sign("Ada King", "ada@signers.example").await;
        let people = format!("/desk/groups/{GROUP}/people");
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let page = clerk.get(&world, &people).await.text();
        let mut all = names(&page);
        all.sort();
        assert_eq!(all.iter().filter(|one| *one == "ada@signers.example").count(), 1, "{all:?}");
        assert!(page.contains("Ada King"), "as last signed");
        assert_eq!(names(&clerk.get(&world, &format!("{people}?q=GRACE")).await.text()), ["grace@signers.example"]);
        assert!(names(&clerk.get(&world, &format!("{people}?q=race")).await.text()).is_empty());
        world.sign("Mary Jackson", "M.ary+letters@Gmail.com").await;
        for typed in ["M.ary%2Bletters%40Gmail.com", "mary%40gmail.com", "mary%40gm"] {
            for list in [people.as_str(), LIST] {
                let found = clerk.get(&world, &format!("{list}?q={typed}")).await.text();
                assert!(found.contains("M.ary+letters@"), "{typed} in {list}");
            }
        }
        assert!(names(&clerk.get(&world, &format!("{people}?consent=given")).await.text()).is_empty());
        another_group(&world).await;
        let stranger = Clerk::of(&world, "stranger@example.org", "another-group", Role::Owner).await;
        assert_eq!(stranger.get(&world, &people).await.status, StatusCode::NOT_FOUND);
        let theirs = stranger.get(&world, "/desk/groups/another-group/people?q=ada").await.text();
        assert!(!theirs.contains("ada@signers.example"), "{theirs}");
    }

    async fn who_waits_is_nobody_s_to_read_and_found_by_the_whole_address_alone(world: World) {
        world.sign_on("Grace Hopper", "grace@signers.example").await;
        world.sign_on("Ida Wells", "ida@signers.example").await;
        world.sign("Ada Lovelace", "ada@signers.example").await;
        world.work().await;
        let list = format!("{CAMPAIGN}/sign-ons");
        for role in Role::ALL {
            let clerk = Clerk::of(&world, &format!("{}@example.org", role.word()), GROUP, role).await;
            let page = clerk.get(&world, &list).await.text();
            assert_eq!(names(&page).len(), 2, "{role:?}: who confirmed waits no more");
            for words in ["Grace", "Ida", "@signers"] {
                assert!(!page.contains(words), "{role:?} {words}");
            }
            let whole = names(&clerk.get(&world, &format!("{list}?q=Grace%40signers.example")).await.text()).len();
            assert_eq!(whole, usize::from(role.sees_addresses()), "{role:?}");
            assert!(names(&clerk.get(&world, &format!("{list}?q=grace%40sign")).await.text()).is_empty(), "{role:?}");
        }
    }

    async fn every_list_is_taken_away_as_it_is_shown_and_as_its_reader_reads_it(world: World) {
        signed(&world).await;
        world.sign_on("Ida Wells", "wells@signers.example").await;
        world.work().await;
        let owner = Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        let viewer = Clerk::of(&world, "viewer@example.org", GROUP, Role::Viewer).await;
        let file = |list: &'static str| {
            let (world, owner) = (&world, &owner);
            async move { owner.get(world, list).await.text() }
        };
        let people = file("/desk/groups/fight-for-the-future/people.csv?q=grace").await;
        assert!(people.starts_with("email,name,signatures,consents,created_at\r\ngrace@signers.example,Grace Hopper,1,0,2018-09-10T"), "{people}");
        assert_eq!(people.lines().count(), 2);
        let all = file("/desk/groups/fight-for-the-future/people.csv").await;
        assert!(all.contains("\"'=HYPERLINK(1)\"") && !all.contains(",="), "{all}");
        let waiting = file("/desk/campaigns/dropsalesforce/sign-ons.csv").await;
        assert!(waiting.lines().count() == 2 && !waiting.contains("wells@") && !waiting.contains("Ida"), "{waiting}");
        let mails = file("/desk/campaigns/dropsalesforce/mails.csv?state=waiting").await;
        assert!(mails.contains("ada@signers.example") && mails.contains(",waiting,"), "{mails}");
        let theirs = viewer.get(&world, "/desk/campaigns/dropsalesforce/mails.csv").await.text();
        assert!(theirs.contains(",waiting,") && !theirs.contains('@'), "{theirs}");
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'exported'").await, 5);
        world.pass(crate::clock::HOUR);
        let again = owner.get(&world, "/desk/campaigns/dropsalesforce/mails.csv").await;
        assert!(again.location().starts_with("/desk/proof"), "{}: who sits there is asked again", again.status);
    }
}
