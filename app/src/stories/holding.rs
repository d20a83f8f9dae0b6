//! Holding: false crowds are seen and held, honest ones are not, and nobody is told apart by any answer.

use super::stories;
use super::world::{Answer, World};
use crate::clock::{DAY, HOUR, MINUTE, SECOND};
use axum::http::StatusCode;

/// Somebody at a form, in four words: from where, who, how long it took.
async fn came(world: &World, from: [u8; 4], name: &str, email: &str, more: &[(&str, &str)]) -> Answer {
    let path = format!("{}/signatures", world.letter().await);
    let form = [&[("name", name), ("email", email), ("public", "1")], more].concat();
    let answer = world.post_from(from, &path, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer
}

const NAMES: [&str; 12] = [
    "Ada Lovelace",
    "Grace Hopper",
    "Alan Turing",
    "Edsger Dijkstra",
    "Barbara Liskov",
    "Donald Knuth",
    "Frances Allen",
    "Tony Hoare",
    "Radia Perlman",
    "Ken Thompson",
    "Lynn Conway",
    "Leslie Lamport",
];

/// Twelve people from one network, each with an address of their own.
async fn twelve(world: &World, from: [u8; 4], domain: &str, took: impl Fn(usize) -> String) {
    for (n, name) in NAMES.iter().enumerate() {
        let local = name.to_lowercase().replace(' ', ".");
        came(world, from, name, &format!("{local}@{domain}"), &[("filled_in", &took(n))]).await;
    }
    world.work().await;
}

const HELD: &str = "select count(*) as n from held_sign_on";

stories! {
    async fn a_hall_behind_one_address_is_honest_and_a_machine_behind_one_is_held_from_its_first(world: World) {
        let people = |n: usize| (9_000 + n * 4_711 % 60_000).to_string();
        twelve(&world, [203, 0, 113, 9], "example.org", people).await;
        assert_eq!(world.number(HELD).await, 0, "many from one address is no signal by itself");
        let machine = |n: usize| (3_100 + n * 10).to_string();
        twelve(&world, [198, 51, 100, 77], "example.net", machine).await;
        assert_eq!(world.number(HELD).await, 12, "the first of them are held when the others are seen");
    }

    async fn who_is_held_gets_the_same_page_mail_and_link_and_does_not_count(world: World) {
        let honest = came(&world, [203, 0, 113, 1], "Ada Example", "ada@example.org", &[("filled_in", "30000")]).await;
        let trapped = came(&world, [203, 0, 113, 2], "Bo Example", "bo@example.net", &[("homepage", "spam")]).await;
        assert_eq!(honest.bytes_but_id_and_date(), trapped.bytes_but_id_and_date());
        let (a, b) = (world.mail_to("ada@example.org").await, world.mail_to("bo@example.net").await);
        assert_eq!(a.text.lines().count(), b.text.lines().count());
        assert_eq!(a.kind, b.kind);
        let counted = world.press(&a.link(), "confirmation").await.text();
        let page = world.press(&b.link(), "confirmation").await;
        assert_eq!(page.status, StatusCode::OK);
        let same = |page: &str, link: &str, name: &str| {
            let token = link.rsplit('/').next().unwrap().split('?').next().unwrap().to_owned();
            page.replace(&token, "TOKEN").replace(name, "NAME").split("wordings").next().unwrap().to_owned()
        };
        assert_eq!(same(&counted, &a.link(), "Ada Example"), same(&page.text(), &b.link(), "Bo Example"), "behind the link as well");
        assert_eq!(world.count().await, 1, "what is held counts when somebody has looked");
        assert_eq!(world.number("select count(*) as n from signature where state = 'held'").await, 1);
    }

    async fn who_pressed_before_the_crowd_was_seen_counts_no_more_until_somebody_has_looked(world: World) {
        let address = |n: usize| [203, 0, 113, 10 + u8::try_from(n).unwrap()];
        let early = |n: usize| format!("p{n}.q{n}@fresh.example");
        for (n, name) in NAMES.iter().enumerate().take(4) {
            came(&world, address(n), name, &early(n), &[("filled_in", "3500")]).await;
            let link = world.mail_to(&early(n)).await.link();
            world.press(&link, "confirmation").await;
        }
        assert_eq!(world.count().await, 4);
        for (n, name) in NAMES.iter().enumerate().skip(4) {
            came(&world, address(n), name, &early(n), &[("filled_in", "3500")]).await;
        }
        world.work().await;
        assert_eq!(world.count().await, 0);
        assert_eq!(world.number(HELD).await, 12);
        assert_eq!(world.number("select count(*) as n from signature where state = 'held'").await, 4);
    }

    async fn one_person_who_tries_again_and_again_is_no_crowd(world: World) {
        for _ in 0..20 {
            came(&world, [203, 0, 113, 5], "Ada Example", "ada@firm.example", &[("filled_in", "3500")]).await;
        }
        world.work().await;
        assert_eq!(world.number(HELD).await, 0);
    }

    async fn a_proxy_that_nobody_named_is_no_network(world: World) {
        for (n, name) in NAMES.iter().enumerate() {
            let email = format!("{}@mail{n}.example", name.to_lowercase().replace(' ', "."));
            came(&world, [192, 168, 0, 2], name, &email, &[("filled_in", "3500")]).await;
        }
        world.work().await;
        assert_eq!(world.number(HELD).await, 0);
    }

    async fn a_process_that_takes_the_walk_up_remembers_the_crowd(world: World) {
        let machine = |n: usize| (3_100 + n).to_string();
        for (n, name) in NAMES[..4].iter().enumerate() {
            let email = format!("{}@example.net", name.to_lowercase().replace(' ', "."));
            came(&world, [203, 0, 113, 9], name, &email, &[("filled_in", &machine(n))]).await;
        }
        world.work().await;
        assert_eq!(world.number(HELD).await, 0, "four are no crowd");
        let world = world.restarted(|settings| settings).await;
        let name = NAMES[4];
        came(&world, [203, 0, 113, 9], name, "barbara.liskov@example.net", &[("filled_in", "3104")]).await;
        world.work().await;
        assert_eq!(world.number(HELD).await, 5);
    }

    async fn where_limits_are_off_nothing_is_held(world: World) {
        let world = world.restarted(|settings| crate::config::Settings { rate_limits: false, ..settings }).await;
        came(&world, [203, 0, 113, 2], "Bo Example", "bo@example.net", &[("homepage", "spam")]).await;
        world.work().await;
        assert_eq!(world.number(HELD).await, 0);
    }

    async fn why_somebody_was_held_is_forgotten_in_time(world: World) {
        came(&world, [203, 0, 113, 2], "Bo Example", "bo@example.net", &[("homepage", "spam")]).await;
        world.work().await;
        assert_eq!(world.number(HELD).await, 1);
        world.pass(89 * DAY + 23 * HOUR);
        world.work().await;
        assert_eq!(world.number(HELD).await, 1);
        world.pass(2 * HOUR + SECOND);
        world.work().await;
        assert_eq!(world.number(HELD).await, 0);
    }

    async fn under_attack_the_form_asks_for_work_and_takes_who_proves_none(world: World) {
        let path = format!("{}/signatures", world.letter().await);
        let asked = |page: &str| page.split("data-work=\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned);
        let letter = world.letter().await;
        assert_eq!(asked(&world.get(&letter).await.text()), None, "nobody is asked in peace");
        for n in 0..40_u8 {
            let (name, email) = (format!("Mal {}", char::from(b'a' + n % 26)), format!("m{n}@false{n}.example"));
            world.post_from([203, 0, n, 7], &path, &[("name", &name), ("email", &email), ("homepage", "x")]).await;
        }
        world.work().await;
        world.pass(5 * MINUTE);
        let page = world.get(&letter).await.text();
        let stamp = asked(&page).expect("work is asked for");
        assert!(page.contains("<input type=\"hidden\" name=\"work\">"));
        let took = ("filled_in", "20000");
        let work = crate::letters::proof::work(&stamp, "ada@example.org");
        came(&world, [198, 51, 100, 1], "Ada Lovelace", "ada@example.org", &[took, ("work", &work)]).await;
        came(&world, [198, 51, 100, 2], "Bo Example", "bo@example.net", &[took]).await;
        came(&world, [198, 51, 100, 3], "Cy Example", "cy@example.com", &[took, ("work", &work)]).await;
        came(&world, [198, 51, 100, 4], "Di Example", "di@example.de", &[("filled_in", "290000")]).await;
        for n in 0..6_u8 {
            let (name, email) = (format!("{} Elsewhere", NAMES[usize::from(n)]), format!("p{n}.q{n}@firm.example"));
            came(&world, [198, 51, 101, 9], &name, &email, &[("filled_in", "3500")]).await;
        }
        world.work().await;
        assert_eq!(world.number("select count(*) as n from sign_on where worked").await, 1, "work is of one address");
        for email in ["ada@example.org", "bo@example.net", "cy@example.com", "di@example.de"] {
            let link = world.mail_to(email).await.link();
            world.press(&link, "confirmation").await;
        }
        assert_eq!(world.count().await, 4, "no work is no reason by itself");
        let unproved = "select count(*) as n from held_sign_on where signals like '%no-work%'";
        assert_eq!(world.number(unproved).await, 6, "a crowd of whom nobody proves any is");
        world.pass(HOUR);
        assert_eq!(asked(&world.get(&letter).await.text()), None, "and nobody is when it is over");
    }

    async fn work_holds_for_its_letter_address_and_hours_alone(world: World) {
        use crate::letters::proof::{asked, is_proved, work};
        let (app, now) = (&world.app, world.app.clock.now());
        let done = work(&asked(app, 5, now), "ada@example.org");
        let holds = |letter, email, work: &str, now| is_proved(app, letter, email, work, now);
        assert!(holds(5, "ada@example.org", &done, now));
        assert!(holds(5, " Ada@example.org ", &done, now + 6 * HOUR));
        assert!(!holds(6, "ada@example.org", &done, now));
        assert!(!holds(5, "bo@example.org", &done, now));
        assert!(!holds(5, "ada@example.org", &done, now + 7 * HOUR));
        assert!(!holds(5, "ada@example.org", &done, now - HOUR), "from a time to come");
        for nothing in ["", ".", "x.1", &format!("{done}0"), &done.replace('.', "")] {
            assert!(!holds(5, "ada@example.org", nothing, now), "{nothing}");
        }
    }

    async fn whoever_withdraws_what_is_held_and_signs_anew_is_held_again_until_somebody_has_looked(world: World) {
        let clean = &[("filled_in", "30000")];
        came(&world, [203, 0, 113, 2], "Bo Example", "bo@example.net", &[("homepage", "spam")]).await;
        let link = world.mail_to("bo@example.net").await.link();
        world.press(&link, "confirmation").await;
        world.press(&link, "withdrawal").await;
        came(&world, [203, 0, 113, 3], "Bo Example", "bo@example.net", clean).await;
        world.press(&world.mail_to("bo@example.net").await.link(), "confirmation").await;
        assert_eq!(world.count().await, 0);
        assert_eq!(world.number("select count(*) as n from signature where state = 'held'").await, 1);
        // Somebody else's false sign-on for an address says nothing of whoever has it.
        came(&world, [203, 0, 113, 4], "Cy Example", "cy@example.net", &[("homepage", "spam")]).await;
        world.work().await;
        came(&world, [203, 0, 113, 5], "Cy Example", "cy@example.net", clean).await;
        world.press(&world.mail_to("cy@example.net").await.link(), "confirmation").await;
        assert_eq!(world.count().await, 1);
    }
}
