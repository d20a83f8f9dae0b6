//! Holding at the desk: approving, holding and removing by what signatures share, weights, venues, open counts.

use super::desk::{Clerk, GROUP};
use super::desk_changes::{REMOVALS, RETURNS, done, press, public, taken_back};
use super::stories;
use super::world::{CAMPAIGN, World};

use crate::accounts::Role;
use crate::clock::{DAY, MINUTE, SECOND};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};

const LIST: &str = "/desk/campaigns/dropsalesforce/signatures";
const APPROVALS: &str = "/desk/campaigns/dropsalesforce/signatures/approvals";
const HOLDS: &str = "/desk/campaigns/dropsalesforce/signatures/holds";
const HOLDING: &str = "/desk/campaigns/dropsalesforce/holding";

/// Signs and confirms from a network; the field that people do not see says whether it will be held.
async fn signed(world: &World, from: [u8; 4], name: &str, email: &str, trap: &str) {
    let path = format!("{}/signatures", world.letter().await);
    let form =
        [("name", name), ("email", email), ("public", "1"), ("homepage", trap), ("filled_in", "40000")];
    assert_eq!(world.post_from(from, &path, &form).await.status, StatusCode::SEE_OTHER);
    let link = world.mail_to(email).await.link();
    world.press(&link, "confirmation").await;
}

/// One honest, two false from one network and one from another.
async fn four(world: &World) {
    signed(world, [192, 0, 2, 1], "Ada Lovelace", "ada@example.org", "").await;
    signed(world, [203, 0, 113, 7], "Mal One", "one@false.example", "x").await;
    signed(world, [203, 0, 113, 7], "Mal Two", "two@other.example", "x").await;
    signed(world, [203, 0, 113, 8], "Bo Example", "bo@false.example", "x").await;
}

async fn numbers(world: &World) -> serde_json::Value {
    world.pass(SECOND);
    serde_json::from_slice(&world.get(&format!("{CAMPAIGN}/count.json")).await.body).unwrap()
}

/// The tally and the log agree with what is stored.
async fn sound(world: &World) {
    let mut c = world.db().read().await.unwrap();
    assert_eq!(crate::signatures::store::tallies_that_disagree(&mut c).await.unwrap(), []);
    assert!(crate::signatures::store::log_faults(&mut c).await.unwrap().is_empty());
}

stories! {
    async fn what_is_held_counts_when_it_is_approved_by_what_it_shares_and_can_be_held_again(world: World) {
        four(&world).await;
        world.pass(SECOND);
        let before = public(&world).await;
        assert_eq!((numbers(&world).await["signatures"].clone(), numbers(&world).await["held"].clone()), (1.into(), 3.into()));
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Moderator).await;
        let page = clerk.get(&world, HOLDING).await.text();
        assert!(page.contains("3 signatures are held") && page.contains("network=203.0.113.7"), "{page}");
        assert!(page.contains("domain=false.example"), "{page}");
        let list = clerk.get(&world, &format!("{LIST}?state=held&network=203.0.113.7")).await.text();
        assert!(list.contains("Mal One") && list.contains("Mal Two") && !list.contains("Bo Example"), "{list}");
        assert!(list.contains("Filled a field that people do not see"), "{list}");
        let (look, change) = done(&world, &clerk, APPROVALS, "which=all&state=held&network=203.0.113.0/24&domain=false.example").await;
        assert!(look.contains("2 signatures would count") && look.contains("from 1 to 3"), "{look}");
        assert_eq!(numbers(&world).await["signatures"], 3);
        assert!(world.get(CAMPAIGN).await.text().contains("Bo Example"));
        sound(&world).await;
        taken_back(&world, &clerk, &change).await;
        assert_eq!(public(&world).await, before);
        sound(&world).await;
        let (_, change) = done(&world, &clerk, HOLDS, "which=all&state=shown").await;
        assert_eq!((numbers(&world).await["signatures"].clone(), numbers(&world).await["held"].clone()), (0.into(), 4.into()));
        taken_back(&world, &clerk, &change).await;
        assert_eq!(public(&world).await, before);
        sound(&world).await;
    }

    async fn what_is_removed_says_as_what_and_is_counted_openly(world: World) {
        four(&world).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Moderator).await;
        let look = clerk.get(&world, &format!("{REMOVALS}?which=all&state=held&signal=trap")).await.text();
        assert!(look.contains("name=\"as\""), "{look}");
        let unsaid = press(&world, &clerk, REMOVALS, &look.replace("name=\"as\"", "")).await;
        assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unsaid.text().contains("Say as what they are removed"), "{}", unsaid.text());
        assert_eq!(numbers(&world).await["held"], 3, "nothing was changed");
        let (_, change) = done(&world, &clerk, REMOVALS, "which=all&state=held&signal=trap").await;
        let counted = numbers(&world).await;
        assert_eq!((counted["held"].clone(), counted["removed"]["false"].clone()), (0.into(), 3.into()));
        assert!(world.get(CAMPAIGN).await.text().contains("3 were removed as false."));
        assert!(clerk.get(&world, &change).await.text().contains("nobody stands behind them"));
        let list = clerk.get(&world, &format!("{LIST}?state=invalidated&removed_as=false")).await.text();
        assert!(list.contains("Mal One") && list.contains("nobody stands behind them"), "{list}");
        sound(&world).await;
        done(&world, &clerk, RETURNS, "which=all&state=invalidated&network=203.0.113.8").await;
        let counted = numbers(&world).await;
        assert_eq!((counted["signatures"].clone(), counted["removed"]["false"].clone()), (2.into(), 2.into()));
        taken_back(&world, &clerk, &change).await;
        let counted = numbers(&world).await;
        assert_eq!((counted["held"].clone(), counted["removed"]["false"].clone()), (2.into(), 0.into()));
        sound(&world).await;
    }

    async fn what_no_filter_of_networks_can_mean_finds_nobody(world: World) {
        four(&world).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Moderator).await;
        for query in ["network=203.0.113.0/8", "network=ada@example.org", "hour=2018-09-10", "signal=everything", "domain=.example"] {
            let list = clerk.get(&world, &format!("{LIST}?state=held&{query}")).await.text();
            assert!(!list.contains("name=\"row\""), "{query}");
        }
        let hour = clerk.get(&world, &format!("{LIST}?state=held&hour=2018-09-10T09")).await.text();
        assert!(hour.contains("Mal One"), "by the campaign’s clock");
        let viewer = Clerk::of(&world, "viewer@example.org", GROUP, Role::Viewer).await;
        assert_eq!(viewer.get(&world, HOLDING).await.status, StatusCode::FORBIDDEN);
        let list = viewer.get(&world, &format!("{LIST}?state=held&network=203.0.113.7")).await.text();
        assert!(!list.contains("name=\"network\""), "whose eyes it is not for does not ask by it");
    }

    async fn a_weight_that_a_moderator_changes_holds_for_what_comes_and_stands_in_the_record(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Moderator).await;
        let wrong = clerk.post(&world, &format!("{HOLDING}/weights"), &[("trap", "much"), ("threshold", "0")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("value=\"much\"") && wrong.text().matches("Type a whole number").count() == 2);
        let saved = clerk.post(&world, &format!("{HOLDING}/weights"), &[("trap", "10"), ("threshold", "20")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER);
        signed(&world, [203, 0, 113, 7], "Mal One", "one@false.example", "x").await;
        assert_eq!(numbers(&world).await["held"], 0);
        clerk.post(&world, &format!("{HOLDING}/weights"), &[("threshold", "10")]).await;
        signed(&world, [203, 0, 113, 8], "Mal Two", "two@other.example", "x").await;
        assert_eq!(numbers(&world).await["held"], 1);
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'weights-changed'").await, 2);
        assert_eq!(world.number("select count(*) as n from signal_weight").await, 2, "what is usual is not kept");
    }

    async fn a_hall_that_is_listed_is_no_signal_while_it_lasts(world: World) {
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Moderator).await;
        let wrong = clerk.post(&world, &format!("{HOLDING}/venues"), &[("name", "Moscone Center"), ("network", "hall")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("value=\"Moscone Center\"") && wrong.text().contains("no address and no network"));
        let hall = [
            ("name", "Moscone Center"),
            ("network", "203.0.113.0/24"),
            ("from", "2018-09-10T00:00"),
            ("until", "2018-09-11T00:00"),
        ];
        for _ in 0..2 {
            assert_eq!(clerk.post(&world, &format!("{HOLDING}/venues"), &hall).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(world.number("select count(*) as n from venue").await, 1, "pressed twice is listed once");
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'venue-added'").await, 1);
        assert!(clerk.get(&world, HOLDING).await.text().contains("Moscone Center"));
        let path = format!("{}/signatures", world.letter().await);
        let crowd = |net: u8| (0..8).map(move |n| ([203, 0, net, 7], format!("Person {}", ["Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gil", "Hal"][n]), format!("{}@mail{n}{net}.example", ["ada", "bo", "cy", "di", "ed", "flo", "gil", "hal"][n])));
        for (from, name, email) in crowd(113).chain(crowd(114)) {
            let name = format!("{name} {}", if from[2] == 113 { "Hall" } else { "Elsewhere" });
            let form = [("name", name.as_str()), ("email", email.as_str()), ("filled_in", "3000")];
            world.post_from(from, &path, &form).await;
        }
        world.work().await;
        assert_eq!(world.number("select count(*) as n from held_sign_on where network = '203.0.113.7'").await, 0);
        assert_eq!(world.number("select count(*) as n from held_sign_on where network = '203.0.114.7'").await, 8);
        let venue = world.number("select id as n from venue").await;
        assert_eq!(clerk.post(&world, &format!("{HOLDING}/venues/{venue}/removal"), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(clerk.post(&world, &format!("{HOLDING}/venues/{venue}/removal"), &[]).await.status, StatusCode::NOT_FOUND);
    }

    async fn many_false_ones_within_minutes_are_an_attack_that_the_desk_sees(world: World) {
        let path = format!("{}/signatures", world.letter().await);
        for n in 0..40_u8 {
            let (name, email) = (format!("Mal {}", char::from(b'a' + n % 26)), format!("m{n}@false{n}.example"));
            world.post_from([203, 0, n, 7], &path, &[("name", &name), ("email", &email), ("homepage", "x")]).await;
        }
        world.work().await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Moderator).await;
        let page = clerk.get(&world, HOLDING).await.text();
        assert!(page.contains("taken to be under attack") && page.contains("Besides, 40 forms look false"), "{page}");
        world.pass(crate::clock::HOUR);
        let clerk = Clerk::of(&world, "other@example.org", GROUP, Role::Moderator).await;
        assert!(!clerk.get(&world, HOLDING).await.text().contains("taken to be under attack"));
    }

    async fn by_which_network_rows_were_found_is_forgotten_with_what_they_were(world: World) {
        four(&world).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Moderator).await;
        let (_, change) = done(&world, &clerk, APPROVALS, "which=all&state=held&network=203.0.113.7").await;
        assert!(clerk.get(&world, &change).await.text().contains("Network: 203.0.113.7"));
        let named = "select count(*) as n from change where query like '%203.0.113.7%'";
        assert_eq!(world.number(named).await, 1);
        let mut c = world.db().read().await.unwrap();
        let record: Vec<String> = broadside_db::query("select after from audit_entry").all(&mut c, |row| row.get("after")).await.unwrap();
        drop(c);
        assert!(!record.iter().any(|after| after.contains("203.0.113")), "the record lasts longer than any network: {record:?}");
        world.pass(6 * DAY);
        world.work().await;
        assert_eq!(world.number(named).await, 1);
        world.pass(2 * DAY);
        world.work().await;
        assert_eq!(world.number(named).await, 0);
        let clerk = Clerk::of(&world, "later@example.org", GROUP, Role::Moderator).await;
        let page = clerk.get(&world, &change).await.text();
        assert!(page.contains("State: Held, Network: no longer kept"), "{page}");
    }

    async fn what_was_removed_stays_counted_when_its_signer_withdraws(world: World) {
        four(&world).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Moderator).await;
        done(&world, &clerk, REMOVALS, "which=all&state=held&as=false").await;
        assert_eq!(numbers(&world).await["removed"]["false"], 3);
        world.press(&world.mail_to("one@false.example").await.link(), "withdrawal").await;
        assert_eq!(numbers(&world).await["removed"]["false"], 3);
        sound(&world).await;
    }

    async fn two_who_change_different_weights_at_once_change_both(world: World) {
        let one = Clerk::of(&world, "one@example.org", GROUP, Role::Moderator).await;
        let two = Clerk::of(&world, "two@example.org", GROUP, Role::Moderator).await;
        let page = one.get(&world, HOLDING).await.text();
        let seen = page.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let mut fields: Vec<(String, String)> =
            seen.split(' ').map(|one| one.split_once(':').unwrap()).map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
        fields.push(("seen".to_owned(), seen.clone()));
        let with = |word: &str, weight: &str| {
            let of = |(name, value): &(String, String)| (name.clone(), if name == word { weight.to_owned() } else { value.clone() });
            fields.iter().map(of).collect::<Vec<_>>()
        };
        for (clerk, word, weight) in [(&one, "domain", "0"), (&two, "regular", "11")] {
            let form = with(word, weight);
            let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            assert_eq!(clerk.post(&world, &format!("{HOLDING}/weights"), &form).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(world.number("select weight as n from signal_weight where signal = 'domain'").await, 0);
        assert_eq!(world.number("select weight as n from signal_weight where signal = 'regular'").await, 11);
    }

    async fn a_network_finds_its_own_and_an_hour_is_by_the_clock_of_the_campaign(world: World) {
        world.change_campaign(|campaign| campaign.time_zone = "Asia/Kolkata".to_owned()).await;
        let path = format!("{}/signatures", world.letter().await);
        for (n, address) in ["2a02:810:0:5::1", "2a02:810::1", "2a02:810:1:5::1", "2a02:811:0:5::1", "2a02:810:77:1::1"].into_iter().enumerate() {
            let (name, email) = (format!("Mal {}", ["One", "Two", "Three", "Four", "Five"][n]), format!("m{n}@mail{n}.example"));
            let body = serde_html_form::to_string([("name", name.as_str()), ("email", &email), ("homepage", "x")]).unwrap();
            let request = Request::post(&path)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .extension(ConnectInfo(std::net::SocketAddr::from((address.parse::<std::net::IpAddr>().unwrap(), 4711))))
                .body(Body::from(body))
                .unwrap();
            assert_eq!(world.request(request).await.status, StatusCode::SEE_OTHER);
            world.press(&world.mail_to(&email).await.link(), "confirmation").await;
            world.pass(20 * MINUTE);
        }
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Moderator).await;
        for (network, found) in [
            ("2a02:810::/48", vec!["One", "Two"]),
            ("2a02:0810:0000::/48", vec!["One", "Two"]),
            ("2a02:810:1::/48", vec!["Three"]),
            ("2a02:810:0:5::/64", vec!["One"]),
            ("2a02:810:0:5::77", vec!["One"]),
            ("2a02::/48", vec![]),
            ("2a02:810::/32", vec![]),
        ] {
            let list = clerk.get(&world, &format!("{LIST}?state=held&network={network}")).await.text();
            let names: Vec<_> = ["One", "Two", "Three", "Four", "Five"].into_iter().filter(|name| list.contains(&format!("Mal {name}<"))).collect();
            assert_eq!(names, found, "{network}");
        }
        let page = clerk.get(&world, HOLDING).await.text();
        let mut sum = 0;
        for row in page.split("hour=").skip(1) {
            let hour = row.split(['"', '&']).next().unwrap();
            let list = clerk.get(&world, &format!("{LIST}?state=held&hour={hour}")).await.text();
            sum += list.matches(">Mal ").count();
        }
        assert_eq!(sum, 5, "each stands in the hour that leads to it: {page}");
    }
}
