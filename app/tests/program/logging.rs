//! Where the program writes, and how: its log, and no other place than those that are written down.

use crate::instance::{Instance, Server, said, until};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Everything below a folder, as paths within it.
fn files_below(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(one) = folders.pop() {
        for entry in std::fs::read_dir(one).unwrap() {
            let path = entry.unwrap().path();
            found.insert(path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned());
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    found
}

/// Does what makes the program log: refusals, tries to sign in, mails that come to nothing, sign-ons.
fn make_it_log(server: &Server) {
    for _ in 0..3 {
        assert!(server.sign_on("Robin").starts_with("HTTP/1.1 303"));
    }
    let letter = crate::instance::LETTER;
    let refused =
        server.post(&format!("{letter}/signatures"), "name=Secret%0AName&email=ottoline%40example.org");
    assert!(refused.starts_with("HTTP/1.1 422"), "{refused}");
    assert!(server.get("/nowhere/ottoline@example.org").starts_with("HTTP/1.1 404"));
    server.post("/desk/sign-in", "email=ottoline%40example.org&password=hunter2");
    assert!(server.get_as("/desk", "evil.example.org").starts_with("HTTP/1.1 421"));
}

#[test]
fn every_line_of_the_log_is_json_where_that_is_asked_for() {
    let instance = Instance::on_sqlite();
    instance.import();
    let log = instance.folder.path().join("log");
    let mut command = instance.command(&["serve", "--listen", "127.0.0.1:0"]);
    command.env("BROADSIDE_LOG_FORMAT", "json").env("BROADSIDE_SMTP_URL", "smtp://127.0.0.1:9");
    command.env("BROADSIDE_LISTN", "a variable that nothing reads");
    let server = Server::start_logging(command, &log);
    make_it_log(&server);
    let written = || std::fs::read_to_string(&log).unwrap();
    until("all is logged", || {
        server.get("/healthz");
        written().contains("421") && written().contains("the mail server does not serve")
    });
    drop(server);
    let mut levels = BTreeSet::new();
    for line in written().lines() {
        let line: serde_json::Value =
            serde_json::from_str(line).unwrap_or_else(|why| panic!("{why}: {line}"));
        let said =
            |name: &str| line[name].as_str().unwrap_or_else(|| panic!("no {name} in {line}")).to_owned();
        let moment: jiff::Timestamp = said("timestamp").parse().unwrap();
        assert!(said("timestamp").ends_with('Z') && moment.as_second() > 0, "{line}");
        assert!(said("target").starts_with("broadside") && !said("message").is_empty(), "{line}");
        levels.insert(said("level"));
    }
    assert_eq!(levels.into_iter().collect::<Vec<_>>(), ["INFO", "WARN"]);
    let refused = written().lines().filter(|line| line.contains("\"message\":\"refused\"")).count();
    assert!(refused >= 3 && written().contains("\"rule\":\"name-unprintable\""), "{}", written());
    // None of these can stand in the number of a request, which is written in hexadecimal digits.
    for typed in ["Robin", "Secret", "ottoline", "example.org", "hunter2"] {
        assert!(!written().contains(typed), "{typed} in {}", written());
    }
    let mut wrong = instance.command(&["doctor"]);
    let refused = wrong.env("BROADSIDE_LOG_FORMAT", "xml").output().unwrap();
    assert!(!refused.status.success() && said(&refused).contains("text or json"), "{}", said(&refused));
}

#[test]
fn nothing_is_written_but_in_the_data_folder_and_to_standard_error() {
    let instance = Instance::on_sqlite();
    let place = |name: &str| {
        let folder = instance.folder.path().join(name);
        std::fs::create_dir(&folder).unwrap();
        folder
    };
    let (home, temporary, working) = (place("home"), place("temporary"), place("working"));
    let log = instance.folder.path().join("log");
    let command = |arguments: &[&str]| {
        let mut command = instance.command(arguments);
        command
            .env("HOME", &home)
            .env("TMPDIR", &temporary)
            .env("XDG_STATE_HOME", &home)
            .current_dir(&working);
        command
    };
    let campaign = crate::instance::root().join("campaigns/dropsalesforce");
    let imported = command(&["campaign", "import", campaign.to_str().unwrap()]).output().unwrap();
    assert!(imported.status.success(), "{}", said(&imported));
    let mut serve = command(&["serve", "--listen", "127.0.0.1:0"]);
    serve.env("BROADSIDE_SMTP_URL", "smtp://127.0.0.1:9");
    let server = Server::start_logging(serve, &log);
    make_it_log(&server);
    until("it is logged", || {
        server.get("/healthz");
        std::fs::read_to_string(&log).unwrap().contains("the mail server does not serve")
    });
    let data = instance.folder.path().join("data").canonicalize().unwrap();
    let written: Vec<PathBuf> =
        server.open_to_write().into_iter().filter(|path| path.is_absolute()).collect();
    assert!(written.iter().any(|path| path.starts_with(&data)), "{written:?}");
    for path in written {
        let is_known = path.starts_with(&data) || path == log.canonicalize().unwrap();
        assert!(is_known, "{} is open to be written", path.display());
    }
    server.kill();
    for folder in [&home, &temporary, &working] {
        assert_eq!(files_below(folder), BTreeSet::new(), "{}", folder.display());
    }
    let known = [
        "broadside.db",
        "broadside.db-shm",
        "broadside.db-wal",
        "broadside.lock",
        "erasures.register",
        "exports",
    ];
    let written = files_below(&data);
    assert!(written.contains("broadside.db"));
    for file in written {
        assert!(known.contains(&file.as_str()), "{file} is written down nowhere");
    }
    let told = std::fs::read_to_string(crate::instance::root().join("docs/src/backup.md")).unwrap();
    for file in ["broadside.db", "erasures.register", "exports", "broadside.lock"] {
        assert!(told.contains(&format!("`{file}`")), "{file}");
    }
}
