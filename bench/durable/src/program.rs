//! The program under test: started, asked, stopped, killed.

use crate::http::Visitor;
use std::fs::OpenOptions;
use std::io::{self, BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

pub const LETTER: &str = "/campaigns/dropsalesforce/letters/drop-the-contract";
pub const COUNT: &str = "/campaigns/dropsalesforce/count.json";

/// Where the program is, what it is given, and where its instance lies.
#[derive(Clone, Debug)]
pub struct Program {
    pub path: PathBuf,
    pub campaign: PathBuf,
    /// The instance is the folder `data` in it.
    pub root: PathBuf,
    /// What it logs is kept here.
    pub log: PathBuf,
    pub smtp_url: Option<String>,
    /// Where it is not SQLite in the data folder.
    pub database_url: Option<String>,
    pub recorder: Option<Recorder>,
}

/// The recorder's library, and the log it writes.
#[derive(Clone, Debug)]
pub struct Recorder {
    pub library: PathBuf,
    pub log: PathBuf,
    /// A file that says what goes wrong now, where anything does.
    pub mishap: PathBuf,
}

impl Recorder {
    /// One that keeps its files in this folder, beside the instance.
    pub fn in_folder(folder: &Path, library: &Path) -> Self {
        let (library, log) = (library.to_owned(), folder.join("recording"));
        Self { library, log, mishap: folder.join("mishap") }
    }

    /// How long the log is: what is done now ends behind it.
    pub fn position(&self) -> u64 {
        std::fs::metadata(&self.log).map_or(0, |about| about.len())
    }

    /// Says what goes wrong from now on; nothing does where it says nothing. Whoever looks finds it whole.
    pub fn order(&self, mishap: &str) -> io::Result<()> {
        let new = self.mishap.with_extension("new");
        std::fs::write(&new, mishap)?;
        std::fs::rename(new, &self.mishap)
    }
}

/// Compiles `recorder.c` into a folder.
pub fn compile_recorder(folder: &Path) -> io::Result<PathBuf> {
    let (source, library) = (folder.join("recorder.c"), folder.join("recorder.so"));
    std::fs::write(&source, include_str!("../recorder.c"))?;
    let mut cc = Command::new("cc");
    cc.args(["-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o"]);
    let output = cc.arg(&library).arg(&source).arg("-ldl").output()?;
    if !output.status.success() {
        return Err(io::Error::other(said(&output)));
    }
    Ok(library)
}

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

impl Program {
    /// The same program on another instance, neither recorded nor sending mails.
    pub fn at(&self, root: &Path) -> Self {
        Self { root: root.to_owned(), ..self.bare() }
    }

    /// The same, neither recorded nor sending mails.
    pub fn bare(&self) -> Self {
        Self { smtp_url: None, recorder: None, ..self.clone() }
    }

    pub fn url(&self) -> String {
        let file = || sqlite_at(&self.root.join("data/broadside.db"));
        self.database_url.clone().unwrap_or_else(file)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.path);
        command
            .args(arguments)
            .arg("--data")
            .arg(self.root.join("data"))
            .current_dir(&self.root)
            .env_clear()
            .env("BROADSIDE_METRICS_LISTEN", "127.0.0.1:0")
            .env("BROADSIDE_DNS_SERVER", "off")
            .env("BROADSIDE_RATE_LIMITS", "off")
            .env("BROADSIDE_LOG", "warn")
            .envs(self.smtp_url.as_ref().map(|url| ("BROADSIDE_SMTP_URL", url)))
            .envs(self.database_url.as_ref().map(|url| ("BROADSIDE_DATABASE_URL", url)));
        if let Some(recorder) = &self.recorder {
            command
                .env("LD_PRELOAD", &recorder.library)
                .env("RECORDER_ROOT", &self.root)
                .env("RECORDER_LOG", &recorder.log)
                .env("RECORDER_MISHAP", &recorder.mishap);
        }
        command
    }

    pub fn import(&self) -> io::Result<()> {
        let output = self.command(&["campaign", "import"]).arg(&self.campaign).output()?;
        if output.status.success() { Ok(()) } else { Err(io::Error::other(said(&output))) }
    }

    pub fn doctor(&self) -> io::Result<Output> {
        self.command(&["doctor"]).output()
    }

    /// Starts `serve`, and says nothing of when it is ready.
    pub fn spawn(&self) -> io::Result<Child> {
        let log = OpenOptions::new().append(true).create(true).open(&self.log)?;
        self.command(&["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).stderr(log).spawn()
    }

    /// Starts `serve` and waits until it is ready.
    pub async fn serve(&self) -> io::Result<Server> {
        let mut server = Server { child: self.spawn()?, address: SocketAddr::from(([127, 0, 0, 1], 0)) };
        let out = server.child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let mut out = BufReader::new(out);
        let mut line = String::new();
        while server.address.port() == 0 {
            line.clear();
            if out.read_line(&mut line)? == 0 {
                return Err(io::Error::other(format!("it stopped before it served: {}", self.log.display())));
            }
            server.address.set_port(port_in(&line).unwrap_or(0));
        }
        // What else it prints is read on, so that it never waits for us.
        std::thread::spawn(move || io::copy(&mut out, &mut io::sink()));
        for _ in 0..600 {
            if Visitor::new(server.address).get("/readyz").await.is_ok_and(|answer| answer.status == 200) {
                return Ok(server);
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Err(io::Error::other(format!("it is never ready: {}", self.log.display())))
    }
}

/// The address of a SQLite file in a folder of ours, whose path has nothing in it to be escaped.
pub fn sqlite_at(file: &Path) -> String {
    format!("sqlite:{}", file.display())
}

fn port_in(line: &str) -> Option<u16> {
    let after = line.split("localhost:").nth(1)?;
    after.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok()
}

pub struct Server {
    child: Child,
    pub address: SocketAddr,
}

impl Server {
    /// SIGKILL: nothing is tidied up.
    pub fn kill(mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(drop)
    }

    /// Lets the recorder kill it between two changes, as soon as there is one.
    pub async fn kill_by(mut self, recorder: &Recorder) -> io::Result<()> {
        recorder.order("kill")?;
        for _ in 0..6_000 {
            if self.child.try_wait()?.is_some() {
                return recorder.order("");
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Err(io::Error::other("it changes nothing, so that it could not be killed"))
    }

    /// SIGTERM, as an operator stops it.
    pub fn stop(mut self) -> io::Result<()> {
        Command::new("kill").arg(self.child.id().to_string()).status()?;
        self.child.wait().map(drop)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
