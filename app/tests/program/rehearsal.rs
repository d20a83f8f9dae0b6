//! `rehearse`, at a small size: what it says, and what it leaves alone.

use crate::instance::{Instance, said};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Command, Stdio};

/// Three seconds of acts, which need room for themselves and nothing beside it.
const SHORT: [&str; 5] = ["rehearse", "--minutes", "0.05", "--leave-free", "0"];

/// Every file of the instance, with what is in it.
fn contents(instance: &Instance) -> BTreeMap<String, Vec<u8>> {
    std::fs::read_dir(instance.folder.path().join("data"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.display().to_string(), std::fs::read(&path).unwrap()))
        .collect()
}

#[test]
fn a_rehearsal_says_what_it_held_sends_nothing_and_leaves_the_instance_as_it_was() {
    let instance = Instance::on_sqlite();
    instance.import();
    // A sign-on whose mail would go out for real.
    assert!(instance.serve().sign_on("Ada").starts_with("HTTP/1.1 303"));
    drop(instance.run(&["doctor"]));
    let before = contents(&instance);
    let configured = TcpListener::bind("127.0.0.1:0").unwrap();
    configured.set_nonblocking(true).unwrap();
    let mut command = instance.command(&SHORT);
    command
        .args(["--report", "evening.html"])
        .env("BROADSIDE_SMTP_URL", format!("smtp://{}", configured.local_addr().unwrap()))
        .env("BROADSIDE_RATE_LIMITS", "on");
    let output = command.output().unwrap();
    let told = said(&output);
    assert!(output.status.success(), "{told}");
    for words in [
        "What gave way first",
        "Lost: none.",
        "Every count was counted again",
        "A full disk: ",
        "No mail left",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(told.contains("people of your own that waited in the copy: 1 "), "{told}");
    assert!(configured.accept().is_err(), "somebody spoke to the real mail server");
    assert_eq!(contents(&instance), before);
    let page = std::fs::read_to_string(instance.folder.path().join("evening.html")).unwrap();
    assert!(page.contains("<h1") && page.contains("Lost: none.") && !page.contains("href"), "{page}");
    let mut left: Vec<_> =
        std::fs::read_dir(instance.folder.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["data", "evening.html"], "the copy is deleted");
}

#[test]
fn what_is_slow_is_named() {
    let instance = Instance::on_sqlite();
    instance.import();
    let copy = instance.folder.path().join("copy");
    let mut command = instance.command(&SHORT);
    command.arg("--copy").arg(&copy).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut rehearsal = command.spawn().unwrap();
    let mut lines = BufReader::new(rehearsal.stderr.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().starts_with("The copy is served")), "it came to nothing");
    // Somebody else writes for a while, and the copy's writer waits.
    let holds = "import sqlite3, sys, time; db = sqlite3.connect(sys.argv[1], timeout=9, isolation_level=None); \
                 db.execute('begin immediate'); time.sleep(4)";
    let mut holder =
        Command::new("/usr/bin/python3").args(["-c", holds]).arg(copy.join("broadside.db")).spawn().unwrap();
    let rest: Vec<String> = lines.map(Result::unwrap).collect();
    holder.wait().unwrap();
    let told = said(&rehearsal.wait_with_output().unwrap());
    let (_, first) = told.split_once("What gave way first").unwrap_or_else(|| panic!("{told} {rest:?}"));
    let first = first.split("What to change").next().unwrap();
    // Whoever asked just then waits for the writer.
    let waited = ["sign-ons gave way", "confirmations gave way"].iter().any(|one| first.contains(one));
    assert!(waited && told.contains("Writing gave way first"), "{told}");
    assert!(told.contains("Lost: none."), "{told}");
    assert!(!copy.exists());
}

#[test]
fn whatever_is_not_on_this_machine_is_refused() {
    let instance = Instance::on_sqlite();
    instance.import();
    for listen in ["0.0.0.0:0", "192.0.2.1:8080"] {
        let output = instance.run(&["rehearse", "--listen", listen]);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("loopback"), "{}", said(&output));
    }
    let output = instance.run(&["serve", "--rehearsal", "--listen", "0.0.0.0:0"]);
    assert!(!output.status.success() && said(&output).contains("loopback"), "{}", said(&output));
}

#[test]
fn without_room_for_a_copy_it_refuses_with_the_numbers_and_makes_nothing() {
    let instance = Instance::on_sqlite();
    instance.import();
    let before = contents(&instance);
    let output = instance.run(&["rehearse", "--leave-free", "999999999999"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let told = said(&output);
    assert!(
        told.contains("no room") && told.contains("999999999999 MB") && told.contains("free are "),
        "{told}"
    );
    assert_eq!(contents(&instance), before);
    assert_eq!(std::fs::read_dir(instance.folder.path()).unwrap().count(), 1);
}

fn databases(server: &str) -> String {
    let output =
        Command::new("psql").args([server, "-qAtc", "select datname from pg_database"]).output().unwrap();
    said(&output)
}

#[test]
fn on_postgres_the_copy_is_a_database_of_its_own_that_is_gone_at_the_end() {
    let instance = Instance::on_postgres("rehearsal");
    let (server, schema) = instance.server_and_schema();
    instance.import();
    assert!(instance.serve().sign_on("Ada").starts_with("HTTP/1.1 303"));
    let rows = || {
        let sql = format!("select count(*), max(id) from {schema}.sign_on");
        said(&Command::new("psql").args([&server, "-qAtc", &sql]).output().unwrap())
    };
    let before = rows();
    let output = instance.run(&SHORT);
    let told = said(&output);
    assert!(output.status.success(), "{told}");
    for words in
        ["What gave way first", "Lost: none.", "Every count was counted again", "a full disk is not played"]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(told.contains("people of your own that waited in the copy: 1 "), "{told}");
    assert_eq!(rows(), before);
    assert!(!databases(&server).contains(&format!("{schema}_rehearsal")), "{}", databases(&server));
    assert_eq!(std::fs::read_dir(instance.folder.path()).unwrap().count(), 0, "the copy is deleted");
}

#[test]
fn what_others_keep_in_the_same_database_needs_no_room() {
    let instance = Instance::on_postgres("room");
    let (server, schema) = instance.server_and_schema();
    instance.import();
    let theirs = format!(
        "create schema {schema}_theirs; create table {schema}_theirs.heavy as \
         select repeat('x', 1000) from generate_series(1, 60000)"
    );
    assert!(Command::new("psql").args([&server, "-qc", &theirs]).status().unwrap().success());
    let told = said(&instance.run(&["rehearse", "--leave-free", "999999999999"]));
    let (_, rest) = told.split_once("the copy takes ").unwrap_or_else(|| panic!("{told}"));
    let megabytes: u64 = rest.split(' ').next().unwrap().parse().unwrap();
    assert!((1..60).contains(&megabytes), "{told}");
}

#[test]
fn one_that_was_cut_off_is_named_before_another_begins() {
    let instance = Instance::on_postgres("cut_off");
    let (server, schema) = instance.server_and_schema();
    instance.import();
    let database = server.rsplit('/').next().unwrap().to_owned();
    let name = format!("{database}_{schema}_rehearsal");
    let run = |sql: String| {
        assert!(Command::new("psql").args([&server, "-qc", &sql]).status().unwrap().success());
    };
    run(format!("create database \"{name}\""));
    let output = instance.run(&SHORT);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains(&format!("the database {name} cannot be made")), "{}", said(&output));
    assert!(databases(&server).contains(&name), "what is not its own is left");
    assert_eq!(std::fs::read_dir(instance.folder.path()).unwrap().count(), 0, "its folder is gone");
    run(format!("drop database \"{name}\""));
}

#[test]
fn a_database_on_another_machine_is_not_burdened() {
    let instance = Instance::on_sqlite();
    let mut command = instance.command(&["rehearse"]);
    let output = command.env("BROADSIDE_DATABASE_URL", "postgres://me@192.0.2.1/broadside").output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("campaign export"), "{}", said(&output));
}
