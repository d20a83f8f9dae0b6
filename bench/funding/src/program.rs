//! The program under test: started at a moment of the game's, killed, stopped.

use crate::Failure;
use std::fs::OpenOptions;
use std::io::{self, BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The provider's key, and the secret that its events are signed with.
pub const KEY: &str = "sk_test_game";
pub const SECRET: &str = "whsec_game";

/// Where the program is, what it is given, and where its instance lies.
pub struct Program {
    path: PathBuf,
    campaign: PathBuf,
    root: PathBuf,
    /// Always the same, since the provider posts its events there.
    port: u16,
    provider: String,
    postgres: Option<String>,
}

impl Program {
    /// The instance is the folder `data` in `root`, unless it is in a PostgreSQL.
    pub fn new(
        (path, campaign): (&Path, &Path),
        root: &Path,
        provider: &str,
        postgres: Option<String>,
    ) -> io::Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        Ok(Self {
            path: path.to_owned(),
            campaign: campaign.to_owned(),
            root: root.to_owned(),
            port,
            provider: provider.to_owned(),
            postgres,
        })
    }

    /// Of its database, whose path has nothing in it to be escaped.
    pub fn database(&self) -> String {
        let file = || format!("sqlite:{}", self.root.join("data/broadside.db").display());
        self.postgres.clone().unwrap_or_else(file)
    }

    /// Where the provider says that something happened.
    pub fn hook(&self) -> String {
        format!("http://127.0.0.1:{}/hooks/stripe", self.port)
    }

    /// At a moment, in seconds of Unix time.
    fn command(&self, arguments: &[&str], moment: i64) -> Command {
        let mut command = Command::new(&self.path);
        command
            .args(arguments)
            .arg("--data")
            .arg(self.root.join("data"))
            .current_dir(&self.root)
            .env_clear()
            .env("BROADSIDE_CLOCK", jiff::Timestamp::from_second(moment).unwrap_or_default().to_string())
            .env("BROADSIDE_STRIPE_KEY", KEY)
            .env("BROADSIDE_STRIPE_WEBHOOK_SECRET", SECRET)
            .env("BROADSIDE_STRIPE_URL", &self.provider)
            .env("BROADSIDE_METRICS_LISTEN", "127.0.0.1:0")
            .env("BROADSIDE_DNS_SERVER", "off")
            .env("BROADSIDE_RATE_LIMITS", "off")
            .env("BROADSIDE_LOG", "error")
            .envs(self.postgres.as_ref().map(|url| ("BROADSIDE_DATABASE_URL", url)));
        command
    }

    pub fn import(&self, moment: i64) -> Result<(), Failure> {
        let output = self.command(&["campaign", "import"], moment).arg(&self.campaign).output()?;
        if output.status.success() {
            return Ok(());
        }
        let said = [output.stdout, output.stderr].concat();
        Err(String::from_utf8_lossy(&said).into_owned().into())
    }

    /// Starts `serve`, and says nothing of when it is ready.
    pub fn spawn(&self, moment: i64) -> io::Result<Running> {
        let log = OpenOptions::new().append(true).create(true).open(self.root.join("log"))?;
        let listen = format!("127.0.0.1:{}", self.port);
        let mut command = self.command(&["serve", "--listen", &listen], moment);
        Ok(Running(command.stdout(Stdio::piped()).stderr(log).spawn()?))
    }

    /// Starts `serve` and waits until it says where it is.
    pub fn serve(&self, moment: i64) -> Result<Running, Failure> {
        let mut running = self.spawn(moment)?;
        let mut out = BufReader::new(running.0.stdout.take().ok_or("no output")?);
        let mut line = String::new();
        while !line.contains("localhost:") {
            line.clear();
            if out.read_line(&mut line)? == 0 {
                return Err("it stopped before it served: see its log".into());
            }
        }
        // What else it prints is read on, so that it never waits for us.
        std::thread::spawn(move || io::copy(&mut out, &mut io::sink()));
        Ok(running)
    }
}

/// It is killed with this value.
pub struct Running(Child);

impl Running {
    /// SIGKILL: nothing is tidied up.
    pub fn kill(mut self) -> io::Result<()> {
        self.0.kill()?;
        self.0.wait().map(drop)
    }

    /// SIGTERM, as an operator stops it.
    pub fn stop(mut self) -> io::Result<()> {
        Command::new("kill").arg(self.0.id().to_string()).status()?;
        self.0.wait().map(drop)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
