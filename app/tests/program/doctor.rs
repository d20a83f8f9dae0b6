//! `doctor`: what it finds in a setup and in what is stored.

use crate::instance::{Instance, change, number_of, said, until};

fn the_doctor_finds_what_is_stored_wrong(instance: &Instance) {
    instance.import();
    let server = instance.serve();
    server.sign_on("Late");
    until("a mail is queued", || number_of(instance, "select count(*) from mail") > 0);
    drop(server);
    let findings = said(&instance.run(&["doctor"]));
    assert!(findings.contains("Every count was counted again and agrees"));
    assert!(findings.contains("Nothing is kept past its time; within 7 days 0 rows go"), "{findings}");
    change(
        instance,
        "update mail set created_at = created_at - 7200000000, answer = '451 come back later'; \
         insert into tally (letter_id, version, relation, source, node, group_id, signatures) \
         select id, 1, 'customer', 'bus', '1', group_id, 3 from letter where position = 0; \
         insert into tally (letter_id, version, relation, source, node, group_id, signatures) \
         select id, 1, '', 'bus', '1', group_id, -3 from letter where position = 0; \
         update campaign set changed_at = changed_at + 86400000000; \
         insert into erasure (address_key, erased_at) select address_key, 1 from mail limit 1; \
         insert into link_request (language, email, created_at) values ('en', 'old@example.org', 1); \
         update job set attempts = 9, last_error = 'the disk is full' where kind = 'decide-mails'",
    );
    let mut command = instance.command(&["doctor"]);
    command.env("BROADSIDE_SMTP_URL", "smtp://127.0.0.1:1");
    let findings = said(&command.output().unwrap());
    for expected in [
        "relation “customer”, source “bus”, process 1: shown are 3 signatures, stored are 0",
        "relation “”, source “bus”, process 1: shown are -3 signatures, stored are 0",
        "WRONG 1 mails have waited for over an hour",
        "451 come back later",
        "WRONG What is stored lies in the future",
        "WRONG The work “decide-mails” was begun 9 times and never finished. It last failed with: the disk is full.",
        "WRONG In the table link_request are 1 rows whose time of 30 days is over by more than a day",
        "WRONG An erasure was asked for over an hour ago and is not finished",
    ] {
        assert!(findings.contains(expected), "{expected} is missing in {findings}");
    }
}

#[test]
fn the_doctor_finds_what_is_stored_wrong_on_sqlite() {
    the_doctor_finds_what_is_stored_wrong(&Instance::on_sqlite());
}

#[test]
fn the_doctor_finds_what_is_stored_wrong_on_postgres() {
    the_doctor_finds_what_is_stored_wrong(&Instance::on_postgres("doctor"));
}

#[test]
fn the_doctor_says_in_plain_words_what_is_wrong() {
    let instance = Instance::on_sqlite();
    instance.import();
    let server = instance.serve();
    server.sign_on("Waiting");
    until("a mail waits", || said(&instance.run(&["doctor"])).contains("1 mails wait"));
    let output = instance.run(&["doctor"]);
    assert!(!output.status.success());
    let findings = said(&output);
    for expected in [
        "BROADSIDE_BASE_URL",
        "BROADSIDE_SMTP_URL",
        "1 mails wait",
        "Rate limits are off",
        "Public campaigns: 1",
    ] {
        assert!(findings.contains(expected), "{expected} is missing in {findings}");
    }
}
