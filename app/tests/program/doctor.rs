//! `doctor`: what it finds in a setup and in what is stored.

use crate::instance::{Instance, change, number_of, said, until};
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::process::{Command, Output};

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
        "relation “customer”, source “bus”, process 1: signatures shown: 3, stored: 0",
        "relation “”, source “bus”, process 1: signatures shown: -3, stored: 0",
        "WRONG 1 mail has waited for over an hour",
        "451 come back later",
        "WRONG What is stored lies in the future",
        "WRONG The work “decide-mails” was begun 9 times and never finished. It last failed with: the disk is full.",
        "WRONG In the table link_request is 1 row whose time of 30 days is over by more than a day",
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

fn the_doctor_holds_signatures_against_the_log(instance: &Instance) {
    instance.import();
    assert!(instance.run(&["bench", "fill", "--signatures", "5"]).status.success());
    let findings = said(&instance.run(&["doctor"]));
    for expected in [
        "well  Every letter’s log is without a gap and bears out how many signed",
        "well  Signatures held against the log: 5 of 5, the newest first. Each is as the log has it",
    ] {
        assert!(findings.contains(expected), "{expected} is missing in {findings}");
    }
    change(
        instance,
        "update signature set name = 'Somebody Else' where id = (select max(id) from signature)",
    );
    let findings = said(&instance.run(&["doctor"]));
    assert!(findings.contains("WRONG 1 signature of letter 1 is stored otherwise"), "{findings}");
    assert!(findings.contains("well  Every letter’s log is without a gap"), "{findings}");
    change(
        instance,
        "update signature set salt = substr(salt, 1, 0) where id = (select min(id) from signature)",
    );
    let findings = said(&instance.run(&["doctor"]));
    assert!(findings.contains("Signatures held against the log: 4 of 4"), "{findings}");
    assert!(findings.contains("note  1 signature counts whose signer was forgotten"), "{findings}");
    assert!(findings.contains("WRONG 1 signature of letter 1 is stored otherwise"), "{findings}");
    change(instance, "delete from log_entry where position = 2");
    let output = instance.run(&["doctor"]);
    let findings = said(&output);
    for expected in [
        "WRONG The log of letter 1 should hold 5 entries at 5 places. It holds 4, and its last one stands as number 5",
        "WRONG By its log, letter 1 has 4 signatures; stored are 5",
        "WRONG 2 signatures of letter 1 are stored otherwise",
        "note  Signatures held against the log: 4 of 4",
    ] {
        assert!(findings.contains(expected), "{expected} is missing in {findings}");
    }
    assert!(!findings.contains("bears out") && !findings.contains("as the log has it"), "{findings}");
    assert!(!output.status.success());
    change(instance, "delete from log_entry; delete from letter_log");
    let findings = said(&instance.run(&["doctor"]));
    assert!(findings.contains("WRONG By its log, letter 1 has 0 signatures; stored are 5"), "{findings}");
}

#[test]
fn the_doctor_holds_signatures_against_the_log_on_sqlite() {
    the_doctor_holds_signatures_against_the_log(&Instance::on_sqlite());
}

#[test]
fn the_doctor_holds_signatures_against_the_log_on_postgres() {
    the_doctor_holds_signatures_against_the_log(&Instance::on_postgres("doctor_log"));
}

#[test]
fn the_doctor_says_in_plain_words_what_is_wrong() {
    let instance = Instance::on_sqlite();
    instance.import();
    let server = instance.serve();
    server.sign_on("Waiting");
    until("a mail waits", || said(&instance.run(&["doctor"])).contains("1 mail waits"));
    let mut command = instance.command(&["doctor"]);
    command.env("BROADSIDE_SMPT_URL", "smtp://secret@127.0.0.1:1");
    let output = command.output().unwrap();
    assert!(!output.status.success());
    let findings = said(&output);
    assert!(!findings.contains("secret"), "{findings}");
    for expected in [
        "note  Nothing reads the variable BROADSIDE_SMPT_URL. The setting with the nearest name is BROADSIDE_SMTP_URL",
        "BROADSIDE_BASE_URL",
        "BROADSIDE_SMTP_URL",
        "1 mail waits until a mail server is set",
        "is up to date (SQLite)",
        "where the database lies",
        "Rate limits are off",
        "Public campaigns: 1",
    ] {
        assert!(findings.contains(expected), "{expected} is missing in {findings}");
    }
}

fn the_doctor_tells_what_refused_mails_were_told(instance: &Instance) {
    instance.import();
    let server = instance.serve();
    for name in ["Ada", "Bo", "Cy"] {
        server.sign_on(name);
    }
    until("three mails are queued", || number_of(instance, "select count(*) from mail") == 3);
    drop(server);
    change(
        instance,
        "update mail set created_at = created_at - 600000000, \
         answer = '451 4.7.1 <ada@example.org>: come back later'",
    );
    let mut with_a_server = instance.command(&["doctor"]);
    with_a_server.env("BROADSIDE_SMTP_URL", "smtp://127.0.0.1:1");
    let findings = said(&with_a_server.output().unwrap());
    let put_off = "note  3 mails wait. The mail server put the oldest off; minutes since it was queued: 10. \
                   The last answer to it: 451 4.7.1 … come back later";
    assert!(findings.contains(put_off) && !findings.contains("ada@example.org"), "{findings}");
    change(
        instance,
        "update mail set state = 'bounced', finished_at = created_at, \
         answer = '550 5.7.1 <ada@example.org>: Relay access denied'; \
         update mail set state = 'sent', answer = '250 ok' where id = (select min(id) from mail)",
    );
    let findings = said(&instance.run(&["doctor"]));
    assert!(
        findings.contains("WRONG Of the mails of the last day, 2 came to nothing and 1 went out"),
        "{findings}"
    );
    assert!(findings.contains("Relay access denied") && !findings.contains("ada@example.org"), "{findings}");
    change(instance, "update mail set state = 'sent' where id <> (select max(id) from mail)");
    let findings = said(&instance.run(&["doctor"]));
    assert!(findings.contains("note  Mails that came to nothing: 1 refused"), "{findings}");
    assert!(findings.contains("Relay access denied") && !findings.contains("Of the mails"), "{findings}");
    change(
        instance,
        "update mail set finished_at = finished_at - 90000000000, created_at = created_at - 90000000000; \
         update mail set state = 'bounced'",
    );
    let findings = said(&instance.run(&["doctor"]));
    assert!(
        findings.contains("note  Mails that came to nothing: 3 refused"),
        "longer than a day ago: {findings}"
    );
}

#[test]
fn the_doctor_tells_what_refused_mails_were_told_on_sqlite() {
    the_doctor_tells_what_refused_mails_were_told(&Instance::on_sqlite());
}

#[test]
fn the_doctor_tells_what_refused_mails_were_told_on_postgres() {
    the_doctor_tells_what_refused_mails_were_told(&Instance::on_postgres("refused"));
}

/// As a user whom modes bind: root is let through everywhere, unless it gives that up.
fn bound_by_modes(command: &Command) -> Output {
    let is_root = fs::metadata("/proc/self").unwrap().uid() == 0;
    if !is_root {
        let mut same = Command::new(command.get_program());
        return like(command, &mut same);
    }
    let mut bound = Command::new("setpriv");
    bound.args(["--bounding-set=-dac_override,-dac_read_search", "--"]).arg(command.get_program());
    like(command, &mut bound)
}

fn like(command: &Command, other: &mut Command) -> Output {
    other.args(command.get_args()).current_dir(command.get_current_dir().unwrap());
    other.env_clear().env("PATH", "/usr/bin:/bin");
    for (name, value) in command.get_envs() {
        value.map(|value| other.env(name, value));
    }
    other.output().unwrap()
}

#[test]
fn a_file_or_folder_that_cannot_be_written_is_named_with_what_to_do() {
    let instance = Instance::on_sqlite();
    instance.import();
    let data = instance.folder.path().join("data");
    let file = data.join("broadside.db");
    for (folder_mode, file_mode, named) in [(0o700, 0o400, &file), (0o500, 0o600, &data)] {
        fs::set_permissions(&file, Permissions::from_mode(file_mode)).unwrap();
        fs::set_permissions(&data, Permissions::from_mode(folder_mode)).unwrap();
        let wrong = format!("his user cannot write {}, which belongs to the user number", named.display());
        for arguments in
            [&["doctor"][..], &["serve", "--listen", "127.0.0.1:0"], &["campaign", "export", "x", "y"]]
        {
            let output = bound_by_modes(&instance.command(arguments));
            let words = said(&output);
            assert!(!output.status.success());
            assert!(words.contains(&wrong) && words.contains("chown"), "{arguments:?}: {words}");
            assert!(!words.contains("os error"), "{words}");
        }
        fs::set_permissions(&data, Permissions::from_mode(0o700)).unwrap();
        fs::set_permissions(&file, Permissions::from_mode(0o600)).unwrap();
    }
    assert!(said(&instance.run(&["doctor"])).contains("is up to date"));
}

#[test]
fn a_damaged_file_is_told_from_a_forbidden_one_and_sends_to_the_backup() {
    let instance = Instance::on_sqlite();
    instance.import();
    let file = instance.folder.path().join("data/broadside.db");
    let whole = fs::read(&file).unwrap();
    let mut torn = whole.clone();
    torn[4096..].fill(0xa5);
    for (damaged, also_stops_serving) in
        [(b"this is no database, whatever its name".repeat(200), true), (torn, false)]
    {
        fs::write(&file, damaged).unwrap();
        let findings = said(&instance.run(&["doctor"]));
        assert!(findings.contains(&format!("the database file {} is damaged", file.display())), "{findings}");
        assert!(
            findings.contains("newest backup") && findings.contains("broadside restore FILE --replace"),
            "{findings}"
        );
        assert!(!findings.contains("may read and write") && !findings.contains("chown"), "{findings}");
        if also_stops_serving {
            let served = said(&instance.run(&["serve", "--listen", "127.0.0.1:0"]));
            assert!(served.contains("is damaged") && served.contains("newest backup"), "{served}");
        }
    }
    fs::write(&file, whole).unwrap();
    assert!(said(&instance.run(&["doctor"])).contains("is up to date"));
}
