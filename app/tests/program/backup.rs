//! `backup`, and that what only looks makes and changes nothing.

use crate::instance::{Instance, change, number_of, said, stored_sign_ons};
use std::os::unix::fs::PermissionsExt;

#[test]
fn a_backup_of_a_running_instance_is_whole_and_serves_the_same() {
    let instance = Instance::on_sqlite();
    instance.import();
    let server = instance.serve();
    for number in 0..20 {
        assert!(server.sign_on(&format!("Signer{number}")).starts_with("HTTP/1.1 303"));
    }
    let file = instance.folder.path().join("backup.db");
    let output = instance.run(&["backup", file.to_str().unwrap()]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(server.sign_on("After").starts_with("HTTP/1.1 303"), "it goes on serving");
    let again = instance.run(&["backup", file.to_str().unwrap()]);
    assert!(!again.status.success(), "a backup never writes over a file");
    let restored = Instance::on_sqlite();
    std::fs::create_dir_all(restored.folder.path().join("data")).unwrap();
    std::fs::copy(&file, restored.folder.path().join("data/broadside.db")).unwrap();
    assert_eq!(stored_sign_ons(&restored), 20);
    assert!(restored.serve().get("/campaigns/dropsalesforce").starts_with("HTTP/1.1 200"));
}

#[test]
fn a_backup_is_private_and_touches_no_file_of_another() {
    let instance = Instance::on_sqlite();
    instance.import();
    let mode = |name: &str| {
        std::fs::metadata(instance.folder.path().join(name)).unwrap().permissions().mode() & 0o777
    };
    assert_eq!(mode("data"), 0o700);
    assert_eq!(mode("data/broadside.db"), 0o600);
    let neighbour = instance.folder.path().join("backup.part");
    std::fs::write(&neighbour, "mine").unwrap();
    let output = instance.run(&["backup", "backup.db"]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(mode("backup.db"), 0o600);
    assert_eq!(std::fs::read_to_string(&neighbour).unwrap(), "mine");
    let left = instance.folder.path().join("second.db.part");
    std::fs::write(&left, "mine").unwrap();
    let output = instance.run(&["backup", "second.db"]);
    assert!(!output.status.success());
    assert!(said(&output).contains("second.db.part exists already"), "{}", said(&output));
    assert_eq!(std::fs::read_to_string(&left).unwrap(), "mine");
    assert!(!instance.folder.path().join("second.db").exists());
}

#[test]
fn what_only_looks_makes_no_instance() {
    let instance = Instance::on_sqlite();
    let file = instance.folder.path().join("backup.db");
    let copy = instance.folder.path().join("copy");
    for command in [
        &["backup", file.to_str().unwrap()][..],
        &["campaign", "export", "dropsalesforce", copy.to_str().unwrap()],
        &["doctor"],
    ] {
        let output = instance.run(command);
        assert!(!output.status.success());
        assert!(said(&output).contains("there is no instance in the folder"), "{}", said(&output));
        assert!(said(&output).contains("--data"), "it says how to mend it: {}", said(&output));
        assert_eq!(
            std::fs::read_dir(instance.folder.path()).unwrap().count(),
            0,
            "{command:?} made something"
        );
    }
    let empty = Instance::on_postgres("looks");
    let output = empty.run(&["doctor"]);
    assert!(said(&output).contains("there is no instance in the database"), "{}", said(&output));
    assert_eq!(number_of(&empty, "select count(*) from pg_tables where schemaname = current_schema()"), 0);
}

#[test]
fn what_only_looks_leaves_another_schema_alone() {
    let instance = Instance::on_postgres("schema");
    instance.import();
    for (version, word) in [(99_999, "newer"), (0, "older")] {
        number_of(
            &instance,
            &format!(
                "with moved as (update _sqlx_migrations set version = {version} where version = (select max(version) from _sqlx_migrations) returning 1) select count(*) from moved"
            ),
        );
        let newest = number_of(&instance, "select max(version) from _sqlx_migrations");
        let output = instance.run(&["doctor"]);
        assert!(
            said(&output)
                .contains(&format!("by a{} {word} Broadside", if word == "older" { "n" } else { "" })),
            "{}",
            said(&output)
        );
        assert_eq!(number_of(&instance, "select max(version) from _sqlx_migrations"), newest);
    }
}

fn long_work_in_a_restored_backup_is_stopped_and_says_so(instance: &Instance, restore: impl Fn() -> String) {
    instance.import();
    assert!(instance.run(&["account", "invite", "ada@example.org"]).status.success());
    change(
        instance,
        "insert into task (group_id, account_id, role, kind, asked, words, state, total, done, rows_done, position, carried, \
         fence, created_at) select 1, id, 'owner', 'export', '{}', 'Robin', 'running', 9, 3, 3, 3, '', 0, 1 from account; \
         insert into task (group_id, account_id, role, kind, asked, words, state, total, done, rows_done, position, carried, \
         fence, created_at) select 1, id, 'owner', 'export', '{}', '', 'done', 9, 9, 9, 9, '', 0, 1 from account",
    );
    let said = restore();
    assert!(said.contains("under way when the backup was taken: 1, stopped"), "{said}");
    let stopped = "select count(*) from task where state = 'cancelled' and reason = 'restored' and words = '' and done = 3";
    assert_eq!(number_of(instance, stopped), 1);
    assert_eq!(
        number_of(instance, "select count(*) from task where state = 'done'"),
        1,
        "what was over stays"
    );
}

#[test]
fn long_work_in_a_restored_backup_is_stopped_and_says_so_on_sqlite() {
    let instance = Instance::on_sqlite();
    long_work_in_a_restored_backup_is_stopped_and_says_so(&instance, || {
        assert!(instance.run(&["backup", "monday.db"]).status.success());
        said(&instance.run(&["restore", "monday.db", "--replace"]))
    });
}

#[test]
fn long_work_in_a_restored_backup_is_stopped_and_says_so_on_postgres() {
    let instance = Instance::on_postgres("restored_work");
    long_work_in_a_restored_backup_is_stopped_and_says_so(&instance, || {
        // Somebody is erased, so that there is a register.
        let server = instance.serve();
        assert!(server.sign_on("Robin").starts_with("HTTP/1.1 303"));
        drop(server);
        let erased = instance.run(&["person", "erase", "robin@example.org", "--yes"]);
        assert!(erased.status.success(), "{}", said(&erased));
        // As it stands in a dump that was taken in the middle.
        change(&instance, "update task set state = 'running', done = 3, words = 'Robin' where done < 9");
        said(&instance.run(&["restore", "--erasures", "data/erasures.register"]))
    });
}

fn numbers_are_left_out_and_cards_wait(instance: &Instance, restore: impl Fn() -> String, next: &str) {
    instance.import();
    let waiting = "select count(*) from fundraiser where restored_at is not null and kind = 'all-or-nothing'";
    assert_eq!(number_of(instance, waiting), 0);
    let said = restore();
    assert!(said.contains("Fundraisers that charge cards at their end: 1. They wait until"), "{said}");
    assert!(said.contains("Pledges and receipts get numbers far beyond"), "{said}");
    assert_eq!(number_of(instance, waiting), 1);
    assert_eq!(number_of(instance, "select min(last_receipt) from fundraiser"), 10_000);
    assert!(number_of(instance, next) >= 1_000_000);
}

#[test]
fn numbers_are_left_out_and_cards_wait_in_a_restored_backup_on_sqlite() {
    let instance = Instance::on_sqlite();
    let next = "select seq from sqlite_sequence where name = 'pledge'";
    let restore = || {
        assert!(instance.run(&["backup", "monday.db"]).status.success());
        said(&instance.run(&["restore", "monday.db", "--replace"]))
    };
    numbers_are_left_out_and_cards_wait(&instance, restore, next);
}

#[test]
fn numbers_are_left_out_and_cards_wait_in_a_restored_dump_on_postgres() {
    let instance = Instance::on_postgres("restored_money");
    // Nobody was ever erased: there is no register.
    let restore = || said(&instance.run(&["restore"]));
    numbers_are_left_out_and_cards_wait(
        &instance,
        restore,
        "select nextval(pg_get_serial_sequence('pledge', 'id'))",
    );
}
