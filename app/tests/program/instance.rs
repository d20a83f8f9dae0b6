//! An instance of the program and the server it runs, as a shell and a browser have them.

use std::fs::OpenOptions;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

pub const LETTER: &str = "/campaigns/dropsalesforce/letters/drop-the-contract";

// Asked at run time: a test program that was built in another clone must not read that clone.
pub fn root() -> PathBuf {
    PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("..")
}

/// An instance: a folder, and where its database is.
pub struct Instance {
    pub folder: tempfile::TempDir,
    database: Option<String>,
}

impl Instance {
    pub fn on_sqlite() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), database: None }
    }

    /// A schema of its own, made by the program's own connection options.
    pub fn on_postgres(name: &str) -> Self {
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

    /// The server's own address and the schema on it, on PostgreSQL.
    pub fn server_and_schema(&self) -> (String, String) {
        let url = self.database.as_deref().unwrap();
        let (server, schema) = url.split_once("?options=-c%20search_path%3D").unwrap();
        (server.to_owned(), schema.to_owned())
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_broadside"));
        command
            .args(arguments)
            .arg("--data")
            .arg(self.folder.path().join("data"))
            .current_dir(self.folder.path())
            .env_clear()
            .env("BROADSIDE_METRICS_LISTEN", "127.0.0.1:0")
            .env("BROADSIDE_DNS_SERVER", "off")
            .env("BROADSIDE_RATE_LIMITS", "off");
        if let Some(url) = &self.database {
            command.env("BROADSIDE_DATABASE_URL", url);
        }
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    pub fn import(&self) -> Output {
        let campaign = root().join("campaigns/dropsalesforce");
        self.run(&["campaign", "import", campaign.to_str().unwrap()])
    }

    pub fn serve(&self) -> Server {
        Server::start(self.command(&["serve", "--listen", "127.0.0.1:0"]))
    }
}

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A program that serves, on a port it chose.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
    pub lines: Vec<String>,
}

impl Server {
    pub fn start(command: Command) -> Self {
        Self::start_with(command, Stdio::null())
    }

    /// What it logs is left in a file, after what stands there.
    pub fn start_logging(command: Command, log: &Path) -> Self {
        Self::start_with(command, OpenOptions::new().append(true).create(true).open(log).unwrap().into())
    }

    fn start_with(mut command: Command, log: Stdio) -> Self {
        let child = command.stdout(Stdio::piped()).stderr(log).spawn().unwrap();
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

    pub fn get_as(&self, path: &str, host: &str) -> String {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
    }

    pub fn get(&self, path: &str) -> String {
        self.get_as(path, "localhost")
    }

    pub fn post(&self, path: &str, body: &str) -> String {
        self.ask(&format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: \
             application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ))
    }

    pub fn sign_on(&self, name: &str) -> String {
        self.post(&format!("{LETTER}/signatures"), &format!("name={name}&email={name}%40example.org"))
    }

    /// What the program has open to write: files by their path, and what is no file by its kind.
    pub fn open_to_write(&self) -> Vec<PathBuf> {
        let process = PathBuf::from(format!("/proc/{}", self.child.id()));
        let open = std::fs::read_dir(process.join("fd")).unwrap().map(|entry| entry.unwrap().file_name());
        open.filter(|number| {
            let about = std::fs::read_to_string(process.join("fdinfo").join(number)).unwrap_or_default();
            let flags = about.lines().find_map(|line| line.strip_prefix("flags:")).unwrap_or("0").trim();
            // The last two bits say how: 0 is to read alone.
            u32::from_str_radix(flags, 8).unwrap() & 3 != 0
        })
        .filter_map(|number| std::fs::read_link(process.join("fd").join(number)).ok())
        .filter(|path| path != Path::new("/dev/null"))
        .collect()
    }

    /// SIGKILL: nothing is tidied up.
    pub fn kill(mut self) {
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

/// Asks until it is so; fails where it does not become so.
pub fn until(what: &str, mut so: impl FnMut() -> bool) {
    for _ in 0..2_000 {
        if so() {
            return;
        }
        std::thread::yield_now();
    }
    panic!("it did not come about: {what}");
}

pub fn stored_sign_ons(instance: &Instance) -> i32 {
    number_of(instance, "select count(*) from sign_on")
}

/// The one number that a question to the database answers.
pub fn number_of(instance: &Instance, sql: &str) -> i32 {
    let output = sql_output(instance, sql, "print(db.execute(sys.argv[2]).fetchone()[0])");
    String::from_utf8_lossy(&output.stdout).trim().parse().unwrap_or_else(|_| panic!("{}", said(&output)))
}

/// Runs statements that answer nothing.
pub fn change(instance: &Instance, sql: &str) {
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
