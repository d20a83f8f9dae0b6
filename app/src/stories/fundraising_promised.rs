//! What a fundraiser said when somebody went to pay is what they pay under; what it said when it ended stays; and where
//! money came in the book stays to be seen.

use super::banking::{announce, treasurer};
use super::desk::{Clerk, GROUP};
use super::fundraising::{DESK, TO_THE_END, change, give_card, pledge_of, send as pledge_form};
use super::fundraising_desk::{BUSES, NEW, VAN, error_at, refused, saved, send, standing};
use super::stories;
use super::world::World;
use crate::accounts::Role;
use crate::campaigns::definition::{FundraiserKind, Short, Status};
use crate::campaigns::importing;
use crate::clock::{HOUR, SECOND};
use axum::http::StatusCode;

const ADA: &[(&str, &str)] =
    &[("name", "Ada"), ("email", "ada@givers.example"), ("amount", "other"), ("other", "50")];

stories! {
    async fn whoever_stands_at_the_providers_page_pays_under_what_they_were_told(world: World) {
        let clerk = Clerk::of(&world, "olga@desk.example", GROUP, Role::Organiser).await;
        let words = format!("{BUSES}/words");
        let between = pledge_form(&world, ADA).await.location();
        for (name, value, field) in [
            ("currency", "eur", "currency"), ("kind", "keep", "kind"), ("grace_days", "1", "grace_days"),
            ("price-0", "1000", "price-0"), ("rule.en", "We keep it all.", "rule.en"),
        ] {
            let page = refused(&world, &clerk, &words, &[(name, value)]).await;
            assert!(error_at(&page, field).contains("People"), "{name}: {}", error_at(&page, field));
        }
        let mut files = standing(&world).await;
        files.fundraisers[0].currency = "JPY".to_owned();
        assert!(matches!(world.import(files).await, importing::Imported::Promised(_)), "nor do files");
        let mut files = standing(&world).await;
        files.fundraisers[0].rule.remove("es");
        assert!(matches!(world.import(files).await, importing::Imported::Promised(_)), "nor does it go in a language");
        let page = clerk.get(&world, &format!("{BUSES}/removal")).await.text();
        assert!(page.contains("giving a way to pay at this moment") && !page.contains("<button class=\"button\""), "{page}");
        let private = give_card(&world, &between, "works").await;
        assert!(world.get(&private).await.text().contains("USD\u{a0}50"), "as it was told");
        saved(&world, &clerk, &words, &[("grace_days", "9"), ("words.en", "As before, and longer.")]).await;
    }

    async fn where_money_came_in_the_book_stays(world: World) {
        change(&world, |one| { one.kind = FundraiserKind::Keep; one.short = Short::Spend; }).await;
        pledge_of(&world, "Ada", "ada@givers.example", "50", "works").await;
        let owner = Clerk::of(&world, "olga@desk.example", GROUP, Role::Owner).await;
        let page = owner.get(&world, &format!("{BUSES}/removal")).await.text();
        assert!(page.contains("Money has come in") && !page.contains("<button class=\"button\""), "{page}");
        let mut files = standing(&world).await;
        files.fundraisers.remove(0);
        files.goals.clear();
        assert!(matches!(world.import(files).await, importing::Imported::Promised(_)));
        let mut files = standing(&world).await;
        files.fundraisers[0].items[0].slug = "private-jet".to_owned();
        let imported = world.import(files).await;
        let importing::Imported::Promised(why) = imported else { panic!("{imported:?}") };
        assert!(why[0].contains("gifts stand for the item"), "{why:?}");
        // Nor are there fewer of an item than gifts stand for.
        pledge_of(&world, "Bo", "bo@givers.example", "1500", "works").await;
        pledge_of(&world, "Cy", "cy@givers.example", "50", "works").await;
        let mut files = standing(&world).await;
        (files.fundraisers[0].items[0].count, files.fundraisers[0].items[0].price) = (1, 300_000);
        assert!(matches!(world.import(files).await, importing::Imported::Promised(_)));
    }

    async fn no_end_lies_behind(world: World) {
        let clerk = Clerk::of(&world, "olga@desk.example", GROUP, Role::Organiser).await;
        let page = refused(&world, &clerk, &format!("{BUSES}/words"), &[("ends", "2017-09-20T20:00")]).await;
        assert!(error_at(&page, "ends").contains("has passed"), "{}", error_at(&page, "ends"));
        let mut van: Vec<(&str, &str)> = VAN.iter().copied().filter(|(name, _)| *name != "ends").collect();
        van.push(("ends", "2017-09-30T20:00"));
        assert!(error_at(&refused(&world, &clerk, NEW, &van).await, "ends").contains("has passed"));
    }

    async fn what_it_was_decided_by_stays_once_it_has_ended(world: World) {
        pledge_of(&world, "Ada", "ada@givers.example", "3000", "works").await;
        world.pass(TO_THE_END);
        let clerk = Clerk::of(&world, "olga@desk.example", GROUP, Role::Organiser).await;
        let words = format!("{BUSES}/words");
        for is_decided in [false, true] {
            for (name, value) in [("grace_days", "20"), ("short", "give-back"), ("price-0", "5000")] {
                let page = refused(&world, &clerk, &words, &[(name, value)]).await;
                assert!(error_at(&page, "kind").contains("stays as it was"), "{is_decided} {name}: {}", error_at(&page, "kind"));
            }
            world.work().await;
        }
        let page = refused(&world, &clerk, &words, &[("rule.en", "We keep it all.")]).await;
        assert!(error_at(&page, "rule.en").contains("told this rule"));
    }

    async fn of_one_that_missed_its_goal_what_it_was_decided_by_stays_as_well(world: World) {
        pledge_of(&world, "Ada", "ada@givers.example", "160", "works").await;
        world.pass(TO_THE_END);
        world.work().await;
        let mut files = standing(&world).await;
        files.fundraisers[0].items[0].price /= 2;
        let importing::Imported::Promised(broken) = world.import(files).await else { panic!("it was changed") };
        assert!(broken[0].contains("has ended"), "{}", broken[0]);
        let mut files = standing(&world).await;
        files.fundraisers.remove(0);
        files.goals.clear();
        let before = standing(&world).await;
        assert!(matches!(world.import(files).await, importing::Imported::Changed { .. }), "nobody was charged: it may go");
        assert!(matches!(world.import(before).await, importing::Imported::Changed { .. }), "and come back");
    }

    async fn a_campaign_with_pledges_is_no_draft_any_more(world: World) {
        pledge_of(&world, "Ada", "ada@givers.example", "50", "works").await;
        let mut files = standing(&world).await;
        files.status = Status::Draft;
        let importing::Imported::Promised(broken) = world.import(files).await else { panic!("it is a draft") };
        assert!(broken[0].contains("status = \"closed\""), "{}", broken[0]);
        let clerk = Clerk::of(&world, "olga@desk.example", GROUP, Role::Organiser).await;
        let page = refused(&world, &clerk, "/desk/campaigns/dropsalesforce/words", &[("status", "draft")]).await;
        assert!(page.contains("Buses past the conference: People have given or pledged"), "{page}");
        let page = refused(&world, &clerk, "/desk/campaigns/dropsalesforce/words?lang=es", &[("status", "draft")]).await;
        assert!(page.contains("Hay quien ha dado o prometido, y quiere ver"), "{page}");
        let mut files = standing(&world).await;
        files.status = Status::Closed;
        assert!(matches!(world.import(files).await, importing::Imported::Changed { .. }));
    }

    async fn payouts_at_once_are_no_more_than_what_is_there(world: World) {
        change(&world, |one| { one.kind = FundraiserKind::Keep; one.short = Short::Spend; }).await;
        pledge_of(&world, "Ada", "ada@givers.example", "50", "works").await;
        let treasurer = std::sync::Arc::new(Clerk::of(&world, "tess@desk.example", GROUP, Role::Treasurer).await);
        let world = std::sync::Arc::new(world);
        let enter = |number: usize| {
            let (world, treasurer) = (world.clone(), treasurer.clone());
            tokio::spawn(async move {
                let reference = format!("po_{number}");
                let form = [("payout_amount", "30"), ("payout_day", "2018-09-10"), ("payout_reference", &*reference)];
                treasurer.post(&world, &format!("{DESK}/payouts"), &form).await
            })
        };
        let all: Vec<_> = (0..6).map(enter).collect();
        let mut entered = 0;
        for one in all {
            let answer = one.await.unwrap();
            let is_refused = answer.status == StatusCode::UNPROCESSABLE_ENTITY;
            entered += i32::from(!is_refused && answer.location().contains("done=entered"));
        }
        assert_eq!(entered, 1);
        assert_eq!(world.number("select count(*) as n from ledger_entry where key like 'payout%'").await, 1);
    }

    async fn whoever_announced_a_transfer_was_told_its_terms(world: World) {
        treasurer(&world).await;
        announce(&world, "Ada", "ada@givers.example", "50").await;
        let clerk = Clerk::of(&world, "olga@desk.example", GROUP, Role::Organiser).await;
        let words = format!("{BUSES}/words");
        for (name, value, says) in [("currency", "usd", "in EUR"), ("rule.en", "We keep it all.", "told this rule")] {
            let page = refused(&world, &clerk, &words, &[(name, value)]).await;
            assert!(error_at(&page, name).contains(says), "{name}: {}", error_at(&page, name));
        }
    }

    async fn an_end_that_is_earlier_than_people_were_told_is_asked_about_once(world: World) {
        change(&world, |one| { one.kind = FundraiserKind::Keep; one.short = Short::Spend; }).await;
        let clerk = Clerk::of(&world, "olga@desk.example", GROUP, Role::Organiser).await;
        let words = format!("{BUSES}/words");
        saved(&world, &clerk, &words, &[("ends", "2018-09-20T19:00")]).await;
        pledge_of(&world, "Ada", "ada@givers.example", "50", "works").await;
        world.pass(SECOND);
        let sooner = ("ends", "2018-09-19T20:00");
        let page = refused(&world, &clerk, &words, &[sooner]).await;
        let said = error_at(&page, "ends");
        assert!(said.contains("USD\u{a0}50 of USD\u{a0}3,000") && said.contains("tick below"), "{said}");
        assert!(page.contains("let it end earlier") && page.contains("value=\"2018-09-19T20:00\""), "{page}");
        assert!(standing(&world).await.fundraisers[0].ends.contains("09-20"), "nothing is saved before");
        saved(&world, &clerk, &words, &[sooner, ("sooner", "1")]).await;
        assert!(standing(&world).await.fundraisers[0].ends.contains("09-19"));
        // Nobody is asked about an end that stays.
        saved(&world, &clerk, &words, &[("title.en", "The last buses")]).await;
    }

    async fn no_other_clock_brings_an_end_into_the_past(world: World) {
        change(&world, |one| { one.kind = FundraiserKind::Keep; one.short = Short::Spend; }).await;
        pledge_of(&world, "Ada", "ada@givers.example", "50", "works").await;
        let ends_at = world.number("select ends_at as n from fundraiser where slug = 'buses'").await;
        world.pass(ends_at - world.app.clock.now() - HOUR);
        let clerk = Clerk::of(&world, "olga@desk.example", GROUP, Role::Organiser).await;
        let form = "/desk/campaigns/dropsalesforce/words";
        let answer = send(&world, &clerk, form, &[("time_zone", "Pacific/Kiritimati")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text());
        assert!(answer.text().contains("People are giving until"), "{}", answer.text());
        let mut files = standing(&world).await;
        files.fundraisers[0].ends = "2018-09-01 20:00".to_owned();
        assert!(matches!(world.import(files).await, importing::Imported::Promised(_)), "nor do files");
        assert_eq!(world.number("select ends_at as n from fundraiser where slug = 'buses'").await, ends_at);
    }

    async fn what_nobody_could_give_is_not_asked_for(world: World) {
        let clerk = Clerk::of(&world, "olga@desk.example", GROUP, Role::Organiser).await;
        let words = format!("{BUSES}/words");
        for (name, value, says) in [
            ("least", "3001", "nobody could give"), ("presets", "15 3001", "nobody can give more than that"),
        ] {
            let other = if name == "least" { [(name, value), ("presets", "")] } else { [(name, value), ("least", "15")] };
            let page = refused(&world, &clerk, &words, &other).await;
            assert!(error_at(&page, name).contains(says), "{name}: {}", error_at(&page, name));
        }
        saved(&world, &clerk, &words, &[("count-0", "٢"), ("price-0", "2000000")]).await;
        let goal = "select goal as n from fundraiser where slug = 'buses'";
        assert_eq!(world.number(goal).await, 400_000_000, "as Arabic writes a two");
        let with = |amount| [("name", "Ada"), ("email", "ada@givers.example"), ("amount", "other"), ("other", amount)];
        let answer = pledge_form(&world, &with("1000000")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("A card is charged USD\u{a0}999,999.99 at once at most"), "{}", answer.text());
        assert_eq!(pledge_form(&world, &with("999999.99")).await.status, StatusCode::SEE_OTHER);
    }

    async fn one_that_was_taken_off_comes_back_only_once_its_pledges_are_released(world: World) {
        pledge_of(&world, "Ada", "ada@givers.example", "50", "works").await;
        let back = standing(&world).await;
        let mut without = back.clone();
        without.fundraisers.retain(|one| one.slug != "buses");
        without.goals.clear();
        assert!(matches!(world.import(without).await, importing::Imported::Changed { .. }));
        let mut other = back.clone();
        for rule in other.fundraisers[0].rule.values_mut() {
            "We keep it all.".clone_into(rule);
        }
        let importing::Imported::Promised(why) = world.import(other.clone()).await else { panic!("it held a pledge") };
        assert!(why[0].contains("not released yet"), "{why:?}");
        world.work().await;
        assert!(matches!(world.import(other).await, importing::Imported::Changed { .. }));
        assert_eq!(world.number("select count(*) as n from pledge where state = 'released'").await, 1);
    }
}
