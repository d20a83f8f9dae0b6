//! `demo`: its people, its mailbox, and what it keeps away from.

use crate::instance::{Instance, Server, change, number_of, said, until};
use std::net::TcpListener;

#[test]
fn a_demo_that_was_interrupted_ends_with_its_forty_people() {
    let instance = Instance::on_sqlite();
    let demo = || Server::start(instance.command(&["demo", "--listen", "127.0.0.1:0"]));
    demo().kill();
    assert_eq!(number_of(&instance, "select count(*) from signature"), 40);
    // As if it had been cut off: ten signed on and waited, five had not come yet.
    change(
        &instance,
        "delete from tally; delete from signature where id > 25; delete from sign_on where id > 35; \
         delete from mail where sign_on_id > 35; \
         delete from person where id not in (select person_id from signature)",
    );
    demo().kill();
    assert_eq!(number_of(&instance, "select count(*) from signature"), 40);
    assert_eq!(number_of(&instance, "select count(distinct person_id) from signature"), 40);
}

#[test]
fn the_demo_shows_its_mailbox_on_this_machine_only_and_starts_with_forty_people() {
    let instance = Instance::on_sqlite();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let mut command = instance.command(&["demo", "--listen", &format!("127.0.0.1:{port}")]);
    command.env_remove("BROADSIDE_RATE_LIMITS");
    let demo = Server::start(command);
    assert_ne!(demo.address.port().to_string(), port, "the next free port is taken");
    assert!(demo.lines[0].contains("/campaigns/dropsalesforce"), "{:?}", demo.lines);
    assert!(demo.get("/campaigns/dropsalesforce/count.json").contains("\"signatures\":40"));
    assert!(demo.get("/demo/mailbox").starts_with("HTTP/1.1 200"));
    assert!(
        demo.get_as("/demo/mailbox", "evil.example.org").starts_with("HTTP/1.1 404"),
        "a rebound name sees nothing"
    );
    assert!(
        demo.get("/campaigns/dropsalesforce").contains("10 September 2018"),
        "a banner says that the clock is not real"
    );
    let open = instance.run(&["demo", "--listen", "0.0.0.0:0"]);
    assert!(!open.status.success());
}

#[test]
fn the_demo_keeps_away_from_a_real_instance() {
    let instance = Instance::on_sqlite();
    instance.import();
    let output = instance.run(&["demo", "--listen", "127.0.0.1:0"]);
    assert!(!output.status.success());
    assert!(said(&output).contains("--data"), "{}", said(&output));
}

#[test]
fn a_link_to_the_desk_comes_into_the_mailbox_of_the_demo_and_opens_it() {
    let instance = Instance::on_sqlite();
    let demo = Server::start(instance.command(&["demo", "--listen", "127.0.0.1:0"]));
    demo.post("/desk/sign-in", "email=organiser%40example.org");
    // What is asked for is queued behind the answer.
    until("a mail", || number_of(&instance, "select count(*) from mail where kind = 'desk_sign_in'") == 1);
    let number = number_of(&instance, "select max(id) from mail where kind = 'desk_sign_in'");
    assert!(demo.get("/demo/mailbox").contains(&format!("/demo/mailbox/{number}?")));
    let mail = demo.get(&format!("/demo/mailbox/{number}"));
    let link = |text: &str| {
        let rest = text.split("/desk/links/").nth(1).expect("a link");
        let token = rest.split(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c)).next().unwrap();
        format!("/desk/links/{token}")
    };
    let opens = link(&mail);
    assert_eq!(link(&demo.get(&format!("/demo/mailbox/{number}/html"))), opens, "shown twice, it is one");
    assert!(demo.get(&opens).starts_with("HTTP/1.1 200"));
    let opened = demo.post(&opens, "");
    assert!(
        opened.starts_with("HTTP/1.1 303") && opened.to_lowercase().contains("set-cookie: session="),
        "{opened}"
    );
}
