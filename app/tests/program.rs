//! The program itself, as people start it: commands, kills, backups, ports. On both engines where the
//! engine matters; `BROADSIDE_TEST_POSTGRES_URL` names the server that `bin/test` starts.
// What fails here fails a test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

const LETTER: &str = "/campaigns/dropsalesforce/letters/drop-the-contract";

// Asked at run time: a test program that was built in another clone must not read that clone.
fn root() -> PathBuf {
    PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("..")
}

/// An instance: a folder, and where its database is.
struct Instance {
    folder: tempfile::TempDir,
    database: Option<String>,
}

impl Instance {
    fn on_sqlite() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), database: None }
    }

    /// A schema of its own, made by the program's own connection options.
    fn on_postgres(name: &str) -> Self {
        let server = std::env::var("BROADSIDE_TEST_POSTGRES_URL")
            .expect("BROADSIDE_TEST_POSTGRES_URL names the PostgreSQL that bin/test starts");
        let schema = format!("program_{name}_{}", std::process::id());
        let made = Command::new("psql")
            .args([server.as_str(), "-q", "-c", &format!("create schema {schema}")])
            .output()
            .expect("psql, which comes with PostgreSQL");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let url = format!("{server}?options=-c%20search_path%3D{schema}");
        Self { folder: tempfile::tempdir().unwrap(), database: Some(url) }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_broadside"));
        command
            .args(arguments)
            .arg("--data")
            .arg(self.folder.path().join("data"))
            .current_dir(self.folder.path())
            .env_clear()
            .env("BROADSIDE_METRICS_LISTEN", "127.0.0.1:0")
            .env("BROADSIDE_RATE_LIMITS", "off");
        if let Some(url) = &self.database {
            command.env("BROADSIDE_DATABASE_URL", url);
        }
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn import(&self) -> Output {
        let campaign = root().join("campaigns/dropsalesforce");
        self.run(&["campaign", "import", campaign.to_str().unwrap()])
    }

    fn serve(&self) -> Server {
        Server::start(self.command(&["serve", "--listen", "127.0.0.1:0"]))
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A program that serves, on a port it chose.
struct Server {
    child: Child,
    address: SocketAddr,
    lines: Vec<String>,
}

impl Server {
    fn start(mut command: Command) -> Self {
        let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        // From here on it is killed whatever happens.
        let mut server = Self { child, address: SocketAddr::from(([127, 0, 0, 1], 0)), lines: Vec::new() };
        let mut out = BufReader::new(server.child.stdout.take().unwrap());
        while server.address.port() == 0 {
            let mut line = String::new();
            assert!(out.read_line(&mut line).unwrap() > 0, "it stopped before it served: {:?}", server.lines);
            server.address.set_port(port_in(&line).unwrap_or(0));
            server.lines.push(line.trim().to_owned());
        }
        // What else it prints is read on, so that it never waits for us.
        std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
        server
    }

    /// Status line, headers and body of one request.
    fn ask(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get_as(&self, path: &str, host: &str) -> String {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
    }

    fn get(&self, path: &str) -> String {
        self.get_as(path, "localhost")
    }

    fn post(&self, path: &str, body: &str) -> String {
        self.ask(&format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: \
             application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ))
    }

    fn sign_on(&self, name: &str) -> String {
        self.post(&format!("{LETTER}/signatures"), &format!("name={name}&email={name}%40example.org"))
    }

    /// SIGKILL: nothing is tidied up.
    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn port_in(line: &str) -> Option<u16> {
    let after = line.split("localhost:").nth(1)?;
    after.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok()
}

fn a_kill_after_the_answer_loses_nothing(instance: &Instance) {
    assert!(instance.import().status.success());
    let server = instance.serve();
    let address = server.address;
    // Several at once, and the kill comes while more are under way.
    let signers: Vec<_> = (0..8)
        .map(|signer| {
            std::thread::spawn(move || {
                let mut thanked = 0;
                for number in 0..200 {
                    let Ok(mut stream) = TcpStream::connect(address) else { break };
                    let body = format!("name=S{signer}x{number}&email=s{signer}x{number}%40example.org");
                    let request = format!(
                        "POST {LETTER}/signatures HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
                         Content-Length: {}\r\n\r\n{body}",
                        body.len()
                    );
                    let mut answer = String::new();
                    if stream.write_all(request.as_bytes()).is_err()
                        || stream.read_to_string(&mut answer).is_err()
                    {
                        break;
                    }
                    thanked += i32::from(answer.starts_with("HTTP/1.1 303"));
                }
                thanked
            })
        })
        .collect();
    while !server.get("/readyz").starts_with("HTTP/1.1 200") {}
    std::thread::sleep(Duration::from_millis(150));
    server.kill();
    let thanked: i32 = signers.into_iter().map(|signer| signer.join().unwrap()).sum();
    assert!(thanked > 0, "somebody was thanked before the kill");
    let again = instance.serve();
    assert!(again.get("/readyz").starts_with("HTTP/1.1 200"));
    let stored = stored_sign_ons(instance);
    assert!(stored >= thanked, "{thanked} were thanked, {stored} are stored");
}

fn stored_sign_ons(instance: &Instance) -> i32 {
    number_of(instance, "select count(*) from sign_on")
}

/// The one number that a question to the database answers.
fn number_of(instance: &Instance, sql: &str) -> i32 {
    let output = sql_output(instance, sql, "print(db.execute(sys.argv[2]).fetchone()[0])");
    String::from_utf8_lossy(&output.stdout).trim().parse().unwrap_or_else(|_| panic!("{}", said(&output)))
}

fn change(instance: &Instance, sql: &str) {
    let output = sql_output(instance, sql, "db.executescript(sys.argv[2])");
    assert!(output.status.success(), "{}", said(&output));
}

fn sql_output(instance: &Instance, sql: &str, on_sqlite: &str) -> Output {
    if let Some(url) = &instance.database {
        return Command::new("psql").args([url.as_str(), "-At", "-c", sql]).output().unwrap();
    }
    let database = instance.folder.path().join("data/broadside.db");
    let script = format!("import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); {on_sqlite}; db.commit()");
    Command::new("/usr/bin/python3").args(["-c", &script]).arg(database).arg(sql).output().unwrap()
}

#[test]
fn a_kill_after_the_answer_loses_nothing_on_sqlite() {
    a_kill_after_the_answer_loses_nothing(&Instance::on_sqlite());
}

#[test]
fn a_kill_after_the_answer_loses_nothing_on_postgres() {
    a_kill_after_the_answer_loses_nothing(&Instance::on_postgres("kill"));
}

fn an_import_says_what_it_changed(instance: &Instance) {
    let first = instance.import();
    assert!(first.status.success(), "{}", said(&first));
    assert_eq!(said(&first), "dropsalesforce: imported\n");
    assert_eq!(said(&instance.import()), "dropsalesforce: nothing changed\n");
    let copy = instance.folder.path().join("copy");
    let exported = instance.run(&["campaign", "export", "dropsalesforce", copy.to_str().unwrap()]);
    assert!(exported.status.success(), "{}", said(&exported));
    let again = instance.run(&["campaign", "import", copy.to_str().unwrap()]);
    assert_eq!(said(&again), "dropsalesforce: nothing changed\n");
    let letter = copy.join("letters/drop-the-contract.es.md");
    let text = std::fs::read_to_string(&letter).unwrap();
    std::fs::write(&letter, text + "\nUna línea más.\n").unwrap();
    let changed = instance.run(&["campaign", "import", copy.to_str().unwrap()]);
    let lines = said(&changed);
    assert_eq!(lines.lines().count(), 1, "{lines}");
    assert!(lines.starts_with("letters/drop-the-contract.es.md: "), "{lines}");
}

#[test]
fn an_import_says_what_it_changed_on_sqlite() {
    an_import_says_what_it_changed(&Instance::on_sqlite());
}

#[test]
fn an_import_says_what_it_changed_on_postgres() {
    an_import_says_what_it_changed(&Instance::on_postgres("import"));
}

#[test]
fn a_check_names_every_fault_with_its_line_and_imports_nothing() {
    let instance = Instance::on_sqlite();
    let copy = instance.folder.path().join("copy");
    instance.import();
    instance.run(&["campaign", "export", "dropsalesforce", copy.to_str().unwrap()]);
    let file = copy.join("campaign.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let text = text.replacen("time_zone", "tme_zone", 1);
    std::fs::write(&file, text).unwrap();
    for command in ["check", "import"] {
        let output = instance.run(&["campaign", command, copy.to_str().unwrap()]);
        assert!(!output.status.success());
        let lines = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(
            lines.lines().any(|line| line.starts_with("campaign.toml:") && line.contains("tme_zone")),
            "{lines}"
        );
        assert!(lines.contains("time_zone"), "it says how to mend it: {lines}");
    }
    let missing = instance.run(&["campaign", "check", "no-such-folder"]);
    assert!(!missing.status.success() && !said(&missing).contains("panicked"), "{}", said(&missing));
}

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
        let output = instance.run(&["doctor"]);
        assert!(
            said(&output)
                .contains(&format!("by a{} {word} Broadside", if word == "older" { "n" } else { "" })),
            "{}",
            said(&output)
        );
        assert_eq!(number_of(&instance, "select max(version) from _sqlx_migrations"), version);
    }
}

#[test]
fn a_backup_is_private_and_touches_no_file_of_another() {
    let instance = Instance::on_sqlite();
    instance.import();
    let mode = |name: &str| {
        std::fs::metadata(instance.folder.path().join(name)).unwrap().permissions().mode() & 0o777
    };
    assert_eq!(mode("data"), 0o700);
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

fn the_doctor_finds_what_is_stored_wrong(instance: &Instance) {
    instance.import();
    let server = instance.serve();
    server.sign_on("Late");
    while number_of(instance, "select count(*) from mail") == 0 {}
    drop(server);
    assert!(said(&instance.run(&["doctor"])).contains("Every count was counted again and agrees"));
    change(
        instance,
        "update mail set created_at = created_at - 7200000000, answer = '451 come back later'; \
         insert into tally (letter_id, version, relation, source, node, group_id, signatures) \
         select id, 1, 'customer', 'bus', '1', group_id, 3 from letter where position = 0; \
         insert into tally (letter_id, version, relation, source, node, group_id, signatures) \
         select id, 1, '', 'bus', '1', group_id, -3 from letter where position = 0; \
         update campaign set changed_at = changed_at + 86400000000",
    );
    let mut command = instance.command(&["doctor"]);
    command.env("BROADSIDE_SMTP_URL", "smtp://127.0.0.1:1");
    let findings = said(&command.output().unwrap());
    for expected in [
        "relation \"customer\", source \"bus\", process 1: shown are 3 signatures, stored are 0",
        "relation \"\", source \"bus\", process 1: shown are -3 signatures, stored are 0",
        "WRONG 1 mails have waited for over an hour",
        "451 come back later",
        "WRONG What is stored lies in the future",
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
fn the_doctor_says_in_plain_words_what_is_wrong() {
    let instance = Instance::on_sqlite();
    instance.import();
    let server = instance.serve();
    server.sign_on("Waiting");
    while !said(&instance.run(&["doctor"])).contains("1 mails wait") {}
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
fn a_taken_metrics_port_stops_nothing() {
    let instance = Instance::on_sqlite();
    instance.import();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut command = instance.command(&["serve", "--listen", "127.0.0.1:0"]);
    command.env("BROADSIDE_METRICS_LISTEN", taken.local_addr().unwrap().to_string());
    let server = Server::start(command);
    assert!(server.get("/healthz").starts_with("HTTP/1.1 200"));
}

#[test]
fn a_moved_clock_never_runs_back_over_what_is_stored() {
    let instance = Instance::on_sqlite();
    instance.import();
    let served_at = |start: &str| {
        let mut command = instance.command(&["serve", "--listen", "127.0.0.1:0"]);
        command.env("BROADSIDE_CLOCK", start);
        let server = Server::start(command);
        server.sign_on("Ada");
        let json = server.get("/campaigns/dropsalesforce/count.json");
        json.split("\"as_of\":\"").nth(1).unwrap()[..4].to_owned()
    };
    assert_eq!(served_at("2031-01-01T00:00:00Z"), "2031");
    assert_eq!(served_at("2018-09-10T00:00:00Z"), "2031", "the newest stored time is later");
}
