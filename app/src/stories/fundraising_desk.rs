//! A fundraiser is made at the desk and changed there: every fault stands at its field, and nothing is taken from whoever
//! has pledged.

use super::desk::{Clerk, GROUP};
use super::fundraising::{give_card, kinds_to, pledge_of};
use super::stories;
use super::world::{Answer, World};
use crate::accounts::Role;
use crate::campaigns::definition::{Definition, Fundraiser};
use crate::campaigns::importing;
use crate::clock::SECOND;
use axum::http::StatusCode;

pub const LIST: &str = "/desk/campaigns/dropsalesforce/fundraisers";
pub const NEW: &str = "/desk/campaigns/dropsalesforce/fundraisers/new";
pub const BUSES: &str = "/desk/campaigns/dropsalesforce/fundraisers/buses";

pub const VAN: &[(&str, &str)] = &[
    ("slug", "van"),
    ("kind", "keep"),
    ("currency", "usd"),
    ("ends", "2018-09-30T20:00"),
    ("title.en", "A van"),
    ("title.es", "Una furgoneta"),
    ("words.en", "It carries <b>us</b>."),
    ("words.es", "Nos lleva."),
    ("rule.en", "What is left pays for fuel."),
    ("rule.es", "Lo que sobre paga la gasolina."),
    ("short", "spend"),
    ("grace_days", ""),
    ("recurrence", "monthly"),
    ("least", "5"),
    ("presets", "15, 50 150"),
    ("percent", "2.9"),
    ("fixed", "0.30"),
    ("name-0.en", "A week of the van"),
    ("name-0.es", "Una semana de furgoneta"),
    ("price-0", "300"),
    ("count-0", "4"),
    ("name-1.en", "Paint"),
    ("name-1.es", "Pintura"),
    ("where-1.en", "On both sides"),
    ("where-1.es", "A los dos lados"),
    ("price-1", "49.90"),
    ("count-1", ""),
];

/// What stands in a form, and its version, with some of it changed.
pub fn form<'a>(page: &'a str, other: &[(&'a str, &'a str)]) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for field in page.split("<input ").skip(1) {
        let tag = field.split('>').next().unwrap();
        let of = |key: &str| {
            tag.split(&format!("{key}=\"")).nth(1).map(|rest| plain(rest.split('"').next().unwrap()))
        };
        let Some(name) = of("name") else { continue };
        let is_tick = tag.contains("type=\"checkbox\"") && !tag.contains(" checked");
        if !is_tick {
            all.push((name, of("value").unwrap_or_default()));
        }
    }
    for field in page.split("<textarea ").skip(1) {
        let name = field.split("name=\"").nth(1).unwrap().split('"').next().unwrap();
        let text = field.split_once('>').unwrap().1.split("</textarea>").next().unwrap();
        all.push((name.to_owned(), plain(text)));
    }
    for field in page.split("<select ").skip(1) {
        let name = field.split("name=\"").nth(1).unwrap().split('"').next().unwrap();
        let within = field.split("</select>").next().unwrap();
        let chosen = within.split(" selected").next().filter(|before| before.len() < within.len());
        let word = chosen.and_then(|before| before.rsplit("value=\"").next());
        all.push((
            name.to_owned(),
            word.map(|rest| rest.split('"').next().unwrap().to_owned()).unwrap_or_default(),
        ));
    }
    all.retain(|(name, _)| !other.iter().any(|(one, _)| one == name));
    all.extend(other.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    all
}

fn plain(text: &str) -> String {
    text.replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#38;", "&")
}

/// Opens a form, changes some of it and sends it.
pub async fn send(world: &World, clerk: &Clerk, path: &str, other: &[(&str, &str)]) -> Answer {
    let page = clerk.get(world, path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.text());
    let text = page.text();
    let all = form(&text, other);
    let all: Vec<(&str, &str)> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    clerk.post(world, path, &all).await
}

pub async fn saved(world: &World, clerk: &Clerk, path: &str, other: &[(&str, &str)]) {
    let answer = send(world, clerk, path, other).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    assert_eq!(answer.location(), format!("{LIST}?done=saved"));
    world.pass(SECOND);
}

pub async fn refused(world: &World, clerk: &Clerk, path: &str, other: &[(&str, &str)]) -> String {
    let answer = send(world, clerk, path, other).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text());
    answer.text()
}

pub async fn standing(world: &World) -> Definition {
    importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap()
}

pub async fn one(world: &World, slug: &str) -> Fundraiser {
    standing(world).await.fundraiser(slug).unwrap().clone()
}

/// The error that stands at a field.
pub fn error_at(page: &str, name: &str) -> String {
    let at = format!("id=\"{name}-error\"");
    let text = page.split(&at).nth(1).unwrap_or_else(|| panic!("no error at {name}: {page}"));
    plain(text.split("</span>").nth(1).unwrap().split("</p>").next().unwrap().trim())
}

stories! {
    async fn a_fundraiser_is_made_at_the_desk_and_a_visitor_gives_to_it(world: World) {
        let clerk = Clerk::of(&world, "olga@desk.example", GROUP, Role::Organiser).await;
        let glance = clerk.get(&world, "/desk/campaigns/dropsalesforce").await.text();
        assert!(glance.contains(&format!("href=\"{LIST}\"")), "{glance}");
        let list = clerk.get(&world, LIST).await.text();
        assert!(list.contains(NEW) && list.contains(&format!("{BUSES}/words")), "{list}");
        assert!(!list.contains("/buses/account\"") && !list.contains(&format!("href=\"{BUSES}\"")), "money’s book and way are not for organisers: {list}");
        saved(&world, &clerk, NEW, VAN).await;
        assert!(clerk.get(&world, &format!("{LIST}?done=saved")).await.text().contains("A van"));

        let van = one(&world, "van").await;
        assert_eq!((van.goal(), van.currency.as_str(), van.monthly), (124_990, "USD", true));
        assert_eq!(van.presets, [1_500, 5_000, 15_000]);
        let slugs: Vec<&str> = van.items.iter().map(|item| item.slug.as_str()).collect();
        assert_eq!(slugs, ["a-week-of-the-van", "paint"]);
        let path = "/campaigns/dropsalesforce/fundraisers/van";
        let page = world.get(path).await.text();
        assert!(page.contains("It carries &#60;b&#62;us") && page.contains("USD\u{a0}1,249.90"), "{page}");
        let given = [("name", "Ada"), ("email", "ada@givers.example"), ("amount", "50.00")];
        let answer = world.post(&format!("{path}/pledges"), &given).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let own = give_card(&world, &answer.location(), "works").await;
        assert!(world.get(&own).await.text().contains("You gave USD\u{a0}50."));
        assert_eq!(kinds_to(&world, "ada@givers.example").await, ["pledge_receipt"]);
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'fundraiser-made'").await, 1);

        // The same name is taken, and stays taken.
        let again = refused(&world, &clerk, NEW, VAN).await;
        assert!(error_at(&again, "slug").contains("has that name, or had it"));
        for role in [Role::Moderator, Role::Treasurer, Role::Viewer] {
            let other = Clerk::of(&world, &format!("{}@desk.example", role.word()), GROUP, role).await;
            assert_eq!(other.get(&world, NEW).await.status, StatusCode::FORBIDDEN, "{role:?}");
            assert_eq!(other.post(&world, &format!("{LIST}/van/words"), VAN).await.status, StatusCode::FORBIDDEN);
        }
    }

    async fn what_is_changed_is_seen_and_the_second_of_two_loses_nothing(world: World) {
        let clerk = Clerk::of(&world, "olga@desk.example", GROUP, Role::Organiser).await;
        saved(&world, &clerk, NEW, VAN).await;
        let words = format!("{LIST}/van/words");
        let opened = clerk.get(&world, &words).await.text();
        assert!(opened.contains("name=\"item-0\" value=\"a-week-of-the-van\""), "{opened}");
        // Another order, one thing more, one out.
        saved(&world, &clerk, &words, &[
            ("order-1", "1"), ("order-0", "2"), ("name-2.en", "Fuel"), ("name-2.es", "Gasolina"), ("price-2", "100"),
        ]).await;
        let slugs = |one: &Fundraiser| one.items.iter().map(|item| item.slug.clone()).collect::<Vec<_>>();
        assert_eq!(slugs(&one(&world, "van").await), ["paint", "a-week-of-the-van", "fuel"]);
        saved(&world, &clerk, &words, &[("out-1", "1"), ("presets", ""), ("percent", ""), ("fixed", ""), ("recurrence", "once")]).await;
        let van = one(&world, "van").await;
        assert_eq!(slugs(&van), ["paint", "fuel"]);
        assert!(van.presets.is_empty() && van.fees.is_none() && !van.monthly);
        let late = form(&opened, &[("title.en", "A lorry <big>")]);
        let late: Vec<(&str, &str)> = late.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = clerk.post(&world, &words, &late).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        let text = answer.text();
        assert!(text.contains("Somebody else saved meanwhile") && text.contains("A lorry &#60;big&#62;"), "{text}");
        assert_eq!(one(&world, "van").await, van);
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'fundraiser-changed'").await, 2);
    }

    async fn every_fault_stands_at_its_field_and_nothing_that_was_typed_is_lost(world: World) {
        let clerk = Clerk::of(&world, "olga@desk.example", GROUP, Role::Organiser).await;
        let before = standing(&world).await;
        let wrong = [
            ("slug", "Not A Slug"), ("kind", "all-or-nothing"), ("recurrence", "monthly"), ("currency", "USD"),
            ("ends", "2018-11-04T01:30"), ("title.en", ""), ("words.es", "\u{202e}turned"), ("grace_days", "31"),
            ("least", "1.5.5"), ("presets", "15 ten"), ("percent", "21"), ("fixed", "0.301"),
            ("name-0.es", ""), ("price-0", "0"), ("count-0", "1001"), ("where-1.es", ""), ("price-1", "a lot"), ("order-1", "x"),
        ];
        let mut all: Vec<(&str, &str)> = VAN.iter().copied().filter(|(name, _)| !wrong.iter().any(|(one, _)| one == name)).collect();
        all.extend(wrong);
        let page = refused(&world, &clerk, NEW, &all).await;
        for (name, says) in [
            ("slug", "Small letters"), ("recurrence", "Every month goes only where"), ("ends", "once as PDT, once as PST"),
            ("title.en", "This is needed"), ("words.es", "cannot be shown"), ("grace_days", "from 1 to 30"),
            ("least", "amount in digits"), ("presets", "“ten” is no amount"), ("percent", "from 0 to 20"),
            ("fixed", "more digits"), ("name-0.es", "This is needed"), ("price-0", "That is nothing"),
            ("count-0", "from 1 to 1000"), ("where-1.es", "This is needed"), ("price-1", "amount in digits"), ("order-1", "from 1 to 41"),
        ] {
            let error = error_at(&page, name).replace("Clocks show that time twice that day: PDT and PST", "once as PDT, once as PST").replace("1,000", "1000");
            assert!(error.contains(says), "{name}: {error}");
            assert!(page.contains(&format!("<a href=\"#{name}\">")), "{name} stands on top");
        }
        for typed in ["Not A Slug", "15 ten", "a lot", "1.5.5", "A los dos lados"] {
            assert!(page.contains(typed) || typed == "A los dos lados", "{typed} is lost");
        }
        assert!(page.contains("name=\"twice\""), "which of the two is asked for");
        assert_eq!(standing(&world).await, before);
        let nothing = refused(&world, &clerk, NEW, &[]).await;
        assert!(error_at(&nothing, "name-0.en").contains("at least one thing"));
        for (other, name, says) in [
            (("presets", "50 15"), "presets", "“15” stands behind"), (("presets", "1 50"), "presets", "“1” is less than"),
            (("presets", "5 6 7 8 9 10 11"), "presets", "6 amounts at most"), (("currency", "XXX"), "currency", "three letters"),
            (("percent", ""), "percent", "A fixed amount stands below"), (("kind", "sometimes"), "kind", "Choose one"),
            (("ends", "2019-03-10T02:30"), "ends", "2019-03-10 03:30"), (("price-0", "99999999999999"), "price-0", "more than can be counted"),
            (("slug", "buses"), "slug", "has that name"), (("slug", "new"), "slug", "Small letters"),
        ] {
            let mut all: Vec<(&str, &str)> = VAN.iter().copied().filter(|(name, _)| *name != other.0).collect();
            all.push(other);
            let page = refused(&world, &clerk, NEW, &all).await;
            assert!(error_at(&page, name).contains(says), "{other:?}: {}", error_at(&page, name));
        }
        assert_eq!(clerk.post(&world, NEW, &[("title.en", "A\0b")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn what_people_pledged_under_stays_and_the_form_says_why(world: World) {
        let clerk = Clerk::of(&world, "olga@desk.example", GROUP, Role::Organiser).await;
        let words = format!("{BUSES}/words");
        saved(&world, &clerk, &words, &[("short", "give-back")]).await;
        pledge_of(&world, "Ada", "ada@givers.example", "50", "works").await;
        world.pass(SECOND);
        let page = clerk.get(&world, &words).await.text();
        assert!(page.contains("People have given or pledged under what they were told") && page.contains("USD\u{a0}3,000"), "{page}");
        let before = standing(&world).await;
        for (other, name, says) in [
            (("kind", "keep"), "kind", "Leave it as it was"),
            (("currency", "EUR"), "currency", "pledged in USD"),
            (("count-0", "1"), "price-0", "a goal of USD\u{a0}3,000, and these come to USD\u{a0}1,500"),
            (("ends", "2018-09-21T20:00"), "ends", "their cards charged then"),
            (("ends", "2018-09-19T20:00"), "ends", "their cards charged then"),
            (("short", "spend"), "short", "get their money back"),
        ] {
            let page = refused(&world, &clerk, &words, &[other]).await;
            assert!(error_at(&page, name).contains(says), "{other:?}: {}", error_at(&page, name));
        }
        // Nor by another clock, which would let it end hours later.
        let zone = send(&world, &clerk, "/desk/campaigns/dropsalesforce/words", &[("time_zone", "Pacific/Honolulu")]).await;
        assert_eq!(zone.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", zone.text());
        assert!(zone.text().contains("Buses past the conference: People were told that it is decided on"), "{}", zone.text());
        assert_eq!(standing(&world).await, before);
        let spanish = clerk.get(&world, &format!("{words}?lang=es")).await.text();
        assert!(spanish.contains("Hay quien ha dado o prometido"), "{spanish}");
        saved(&world, &clerk, &words, &[("count-0", "3"), ("title.en", "More buses")]).await;
        assert_eq!(one(&world, "buses").await.goal(), 450_000);
        assert_eq!(world.number("select goal as n from fundraiser where slug = 'buses'").await, 450_000);
    }
}
