//! `person erase`, `restore` and the register of erasures, with a backup in between: the address stands
//! in no file, no column, no log and no dump afterwards.

use crate::instance::{Instance, Server, change, number_of, said, stored_sign_ons, until};
use crate::spellings;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

const EMAIL: &str = "Ada.Lovelace@Example.ORG";
const NAME: &str = "Augusta Lovelace-Byron";
const LETTER: &str = "/campaigns/dropsalesforce/letters/drop-the-contract";

/// A mail server that keeps what it gets.
struct Mails {
    child: Child,
    url: String,
    folder: tempfile::TempDir,
}

impl Mails {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let script = Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap())
            .join("../crates/mailer/tests/smtp_server.py");
        let mut child = Command::new("/usr/bin/python3")
            .arg(script)
            .args(["--mode", "accept", "--mails"])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Debian's python3 with python3-aiosmtpd");
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Self { url: format!("smtp://127.0.0.1:{}", line.trim()), child, folder }
    }

    /// The private link in the first mail.
    fn link(&self) -> Option<String> {
        let mails = std::fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path());
        let mail = mails.filter(|path| path.extension().is_some_and(|ending| ending == "eml")).min()?;
        let text = std::fs::read_to_string(mail).ok()?.replace("=\r\n", "").replace("=\n", "");
        let token = text.split("/signatures/").nth(1)?;
        Some(format!(
            "/signatures/{}",
            token.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect::<String>()
        ))
    }
}

impl Drop for Mails {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Serves with a mail server, and leaves everything it logs in a file.
fn serve(instance: &Instance, mails: &Mails, log: &Path) -> Server {
    let mut command = instance.command(&["serve", "--listen", "127.0.0.1:0"]);
    command.env("BROADSIDE_SMTP_URL", &mails.url).env("BROADSIDE_LOG", "debug");
    Server::start_logging(command, log)
}

/// Signs, confirms, and sends the form once more without confirming.
fn sign(server: &Server, mails: &Mails) {
    let form = "name=Augusta+Lovelace-Byron&email=Ada.Lovelace%40Example.ORG&public=1&consent=greenpeace";
    assert!(server.post(&format!("{LETTER}/signatures"), form).starts_with("HTTP/1.1 303"));
    // Each request takes a while, and the mail as long as some of them.
    until("the mail arrives", || {
        server.get("/healthz").starts_with("HTTP/1.1 200") && mails.link().is_some()
    });
    let link = mails.link().unwrap();
    assert!(server.post(&format!("{link}/confirmation"), "").starts_with("HTTP/1.1 303"));
    assert!(server.sign_on("Grace").starts_with("HTTP/1.1 303"));
    assert!(
        server
            .post(
                &format!("{LETTER}/signatures"),
                &form.to_uppercase().replace("NAME=", "name=").replace("EMAIL=", "email=")
            )
            .starts_with("HTTP/1.1 303")
    );
}

fn assert_gone_from(bytes: &[u8], what: &str) {
    for text in [EMAIL, NAME, "lovelace"] {
        assert_eq!(spellings::found_in(bytes, text), Vec::<String>::new(), "{text} in {what}");
    }
}

fn assert_gone_below(folder: &Path) {
    for text in [EMAIL, NAME, "lovelace"] {
        assert_eq!(spellings::found_below(folder, text), Vec::<String>::new(), "{text}");
    }
}

fn erase(instance: &Instance) {
    let refused = instance.run(&["person", "erase", EMAIL]);
    assert!(!refused.status.success() && said(&refused).contains("give --yes"), "{}", said(&refused));
    assert_eq!(number_of(instance, "select count(*) from erasure"), 0, "it asks first");
    let erased = instance.run(&["person", "erase", &EMAIL.to_uppercase(), "--yes"]);
    assert!(erased.status.success(), "{}", said(&erased));
    assert!(said(&erased).contains("signature: 1"), "{}", said(&erased));
    let nothing = said(&instance.run(&["person", "export", EMAIL]));
    assert!(!nothing.contains("lovelace") && nothing.contains("\"erasure\""), "{nothing}");
}

#[test]
fn on_sqlite_an_address_that_was_erased_stays_erased_through_an_old_backup() {
    let instance = Instance::on_sqlite();
    let (mails, outside) = (Mails::start(), tempfile::tempdir().unwrap());
    let (data, log) = (instance.folder.path().join("data"), outside.path().join("log"));
    instance.import();
    let server = serve(&instance, &mails, &log);
    sign(&server, &mails);
    let backup = outside.path().join("before.db");
    let backup = backup.to_str().unwrap();
    assert!(instance.run(&["backup", backup]).status.success());
    assert!(!spellings::found_below(&data, EMAIL).is_empty(), "the search finds what is there");
    assert!(said(&instance.run(&["person", "export", EMAIL])).contains(NAME));

    erase(&instance);
    assert_gone_below(&data);
    assert!(server.get("/campaigns/dropsalesforce").contains("HTTP/1.1 200"));
    let running = instance.run(&["restore", backup, "--replace"]);
    assert!(!running.status.success() && said(&running).contains("serves"), "{}", said(&running));
    drop(server);
    assert_gone_from(&std::fs::read(&log).unwrap(), "the log");

    let there = instance.run(&["restore", backup]);
    assert!(!there.status.success() && said(&there).contains("--replace"), "{}", said(&there));
    let restored = instance.run(&["restore", backup, "--replace"]);
    assert!(restored.status.success(), "{}", said(&restored));
    assert!(said(&restored).contains("1 carried out"), "{}", said(&restored));
    assert!(data.join("broadside-replaced-1.db").exists(), "what was there is kept");
    assert_gone_below(&data);
    assert_eq!(number_of(&instance, "select count(*) from signature where state = 'withdrawn'"), 1);
    assert_eq!(number_of(&instance, "select count(*) from sign_on"), 1, "Grace is still there");
    let server = serve(&instance, &mails, &log);
    assert!(server.get(&mails.link().unwrap()).starts_with("HTTP/1.1 410"));
    assert!(said(&instance.run(&["doctor"])).contains("Every count was counted again and agrees"));
    drop(server);
    assert_gone_below(&data);

    // A new machine: only the backup, and a copy of the register that was kept elsewhere.
    let fresh = Instance::on_sqlite();
    let register = data.join("erasures.register");
    let output = fresh.run(&["restore", backup, "--erasures", register.to_str().unwrap()]);
    assert!(output.status.success(), "{}", said(&output));
    assert_gone_below(&fresh.folder.path().join("data"));
}

/// SQLite’s hold on its file is the process’s: whoever closes the file anywhere in it lets go for all of it, and then
/// the next program that looks into the file takes itself for the last one and removes the log that is written to.
#[test]
fn what_is_thanked_for_after_an_erasure_is_kept_whoever_looks_into_the_file() {
    let instance = Instance::on_sqlite();
    let (mails, outside) = (Mails::start(), tempfile::tempdir().unwrap());
    instance.import();
    let server = serve(&instance, &mails, &outside.path().join("log"));
    sign(&server, &mails);
    let erased = server.post(&format!("{}/erasure", mails.link().unwrap()), "");
    assert!(erased.contains("done=erased"), "{erased}");
    // Another program opens the file and closes it.
    let before = stored_sign_ons(&instance);
    assert!(server.sign_on("Mary").starts_with("HTTP/1.1 303"));
    assert_eq!(stored_sign_ons(&instance), before + 1, "what was thanked for is there for whoever looks");
    server.kill();
    assert_eq!(stored_sign_ons(&instance), before + 1, "and after the program was killed");
}

#[test]
fn a_restore_refuses_what_is_no_whole_backup_and_changes_nothing() {
    let instance = Instance::on_sqlite();
    instance.import();
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let good = path("good.db");
    assert!(instance.run(&["backup", &good]).status.success());
    let whole = std::fs::read(&good).unwrap();
    std::fs::write(path("cut.db"), &whole[..whole.len() / 2]).unwrap();
    std::fs::write(path("text.db"), "shopping list").unwrap();
    std::fs::write(path("empty.db"), "").unwrap();
    std::fs::copy(&good, path("newer.db")).unwrap();
    let newer = Command::new("/usr/bin/python3")
        .args(["-c", "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute('update _sqlx_migrations set version = 9999 where version = (select max(version) from _sqlx_migrations)'); db.commit()", &path("newer.db")])
        .status();
    assert!(newer.unwrap().success());
    let before = std::fs::read(instance.folder.path().join("data/broadside.db")).unwrap();
    for (name, why) in [
        ("cut.db", "damaged|no backup of Broadside"),
        ("text.db", "no backup of Broadside"),
        ("empty.db", "no backup of Broadside"),
        ("newer.db", "made by a newer Broadside"),
        ("missing.db", "cannot be read"),
    ] {
        let output = instance.run(&["restore", &path(name), "--replace"]);
        assert!(!output.status.success(), "{name}");
        assert!(why.split('|').any(|why| said(&output).contains(why)), "{name}: {}", said(&output));
    }
    // The register of another instance is of no use here, and is not silently left out.
    let other = Instance::on_sqlite();
    other.import();
    assert!(other.run(&["person", "erase", EMAIL, "--yes"]).status.success());
    let foreign = other.folder.path().join("data/erasures.register");
    let output = instance.run(&["restore", &good, "--replace", "--erasures", foreign.to_str().unwrap()]);
    assert!(!output.status.success() && said(&output).contains("another address key"), "{}", said(&output));
    assert_eq!(std::fs::read(instance.folder.path().join("data/broadside.db")).unwrap(), before);
    let left: Vec<PathBuf> = std::fs::read_dir(instance.folder.path().join("data"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert!(left.iter().all(|file| !file.display().to_string().contains("restoring")), "{left:?}");
    assert!(instance.run(&["restore", &good, "--replace"]).status.success());
    let usage = instance.run(&["restore"]);
    assert_eq!(usage.status.code(), Some(2));
}

fn postgres(program: &str, arguments: &[&str]) -> Vec<u8> {
    let folder =
        std::fs::read_dir("/usr/lib/postgresql").unwrap().map(|entry| entry.unwrap().path()).max().unwrap();
    let output = Command::new(folder.join("bin").join(program)).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    output.stdout
}

#[test]
fn on_postgres_an_address_that_was_erased_stays_erased_through_an_old_dump() {
    let instance = Instance::on_postgres("erasure");
    let (mails, outside) = (Mails::start(), tempfile::tempdir().unwrap());
    let (server_url, schema) = instance.server_and_schema();
    let log = outside.path().join("log");
    instance.import();
    let server = serve(&instance, &mails, &log);
    sign(&server, &mails);
    let dump = || postgres("pg_dump", &[&server_url, "--schema", &schema]);
    let old = outside.path().join("old.sql");
    std::fs::write(&old, dump()).unwrap();
    assert!(!spellings::found_in(&dump(), EMAIL).is_empty(), "the search finds what is there");

    erase(&instance);
    assert_gone_from(&dump(), "the dump");
    drop(server);
    assert_gone_from(&std::fs::read(&log).unwrap(), "the log");
    let register = outside.path().join("register");
    std::fs::copy(instance.folder.path().join("data/erasures.register"), &register).unwrap();

    change(&instance, &format!("drop schema {schema} cascade"));
    postgres("psql", &[&server_url, "-q", "-v", "ON_ERROR_STOP=1", "-f", old.to_str().unwrap()]);
    assert!(!spellings::found_in(&dump(), EMAIL).is_empty(), "the old dump brings it back");
    let refused = instance.run(&["restore", old.to_str().unwrap()]);
    assert!(said(&refused).contains("pg_restore"), "{}", said(&refused));
    let restored = instance.run(&["restore", "--erasures", register.to_str().unwrap()]);
    assert!(restored.status.success(), "{}", said(&restored));
    assert_gone_from(&dump(), "the dump");
    assert_gone_below(&instance.folder.path().join("data"));
    assert_eq!(number_of(&instance, "select count(*) from signature where state = 'withdrawn'"), 1);
    let again = instance.run(&["restore", "--erasures", register.to_str().unwrap()]);
    assert!(said(&again).contains("0 carried out"), "{}", said(&again));
}

#[test]
fn the_record_and_the_preview_are_printed() {
    let instance = Instance::on_sqlite();
    instance.import();
    let record = said(&instance.run(&["personal-data", "--record"]));
    for expected in
        ["# Record of processing", "dropsalesforce", "Greenpeace", "| signature | name |", "for 30 days"]
    {
        assert!(record.contains(expected), "{expected} is missing in {record}");
    }
    assert!(said(&instance.run(&["personal-data", "--record", "--lang", "es"])).contains("durante 30 días"));
    let due = said(&instance.run(&["personal-data", "--due"]));
    for table in ["sign_on", "link_request", "mail"] {
        let line = format!("{table}: kept 30 days after it was made; 0 go within a day");
        assert!(due.contains(&line), "{line} is missing in {due}");
    }
}
