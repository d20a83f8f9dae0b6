//! The program that serves the copy: this one again, in a process of its own, with the instance's settings where
//! they stay on this machine, and with nothing else of its surroundings.

use super::Failure;
use super::copy::Copied;
use super::obeying;
use super::visitor::Visitor;
use crate::config::Settings;
use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::mpsc;

/// How long it may take to be ready, to obey, to end.
const READY: Duration = Duration::from_mins(1);
const OBEYED: Duration = Duration::from_secs(20);
const ENDED: Duration = Duration::from_secs(25);
const MOMENT: Duration = Duration::from_millis(20);
/// Every visitor comes from where this machine's made-up proxy says.
const PROXIES: &str = "127.0.0.0/8,::1/128";

pub struct Server {
    address: SocketAddr,
    process: Mutex<Process>,
    said: tokio::sync::Mutex<mpsc::Receiver<String>>,
}

struct Process {
    child: Child,
    /// It ends when this is closed.
    orders: Option<ChildStdin>,
}

impl Server {
    pub async fn start(
        settings: &Settings,
        copied: &Copied,
        listen: SocketAddr,
        sink: SocketAddr,
    ) -> Result<Self, Failure> {
        let log = std::fs::File::create(copied.folder.join("log"))?;
        let mut child = command(settings, copied, listen, sink)?
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .map_err(|error| format!("the copy could not be served: {error}"))?;
        let (orders, out) = (child.stdin.take(), child.stdout.take());
        let (says, said) = mpsc::channel(16);
        if let Some(out) = out {
            std::thread::spawn(move || {
                for line in BufReader::new(out).lines().map_while(Result::ok) {
                    if says.blocking_send(line).is_err() {
                        break;
                    }
                }
            });
        }
        // From here on it is ended whatever happens.
        let process = Mutex::new(Process { child, orders });
        let mut server = Self { address: listen, process, said: said.into() };
        let is_ready = tokio::time::timeout(READY, server.is_ready()).await;
        if is_ready != Ok(true) {
            return Err(format!("the copy could not be served: {}", last_words(copied)).into());
        }
        Ok(server)
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    async fn is_ready(&mut self) -> bool {
        let said = self.said.get_mut();
        while let Some(line) = said.recv().await {
            let port = line.rsplit(':').next().and_then(|port| port.parse().ok());
            if let Some(port) = port.filter(|_| line.contains("http://localhost:")) {
                self.address.set_port(port);
                break;
            }
        }
        while !Visitor::new(self.address).finds("/readyz").await {
            if self.has_ended() {
                return false;
            }
            tokio::time::sleep(MOMENT).await;
        }
        true
    }

    fn has_ended(&self) -> bool {
        let mut process = self.process.lock().unwrap_or_else(PoisonError::into_inner);
        !matches!(process.child.try_wait(), Ok(None))
    }

    /// Says a line to it, and waits until it was done.
    pub async fn order(&self, order: &str) -> Result<(), Failure> {
        let mut said = self.said.lock().await;
        let sent = {
            let mut process = self.process.lock().unwrap_or_else(PoisonError::into_inner);
            process.orders.as_mut().map(|orders| writeln!(orders, "{order}").and_then(|()| orders.flush()))
        };
        sent.ok_or("the copy is not served any more")??;
        let done = async {
            while let Some(line) = said.recv().await {
                if line == order {
                    return true;
                }
            }
            false
        };
        match tokio::time::timeout(OBEYED, done).await {
            Ok(true) => Ok(()),
            _ => Err(format!("the copy does not do as it is told: {order}").into()),
        }
    }

    /// Fills the copy's disk, as far as the copy can tell.
    pub async fn fill_disk(&self) -> Result<(), Failure> {
        self.order(obeying::FULL).await
    }

    pub async fn make_room(&self) -> Result<(), Failure> {
        self.order(obeying::ROOM).await
    }

    /// The most memory it ever took, in bytes, where the system says it.
    pub fn peak_memory(&self) -> Option<u64> {
        let id = self.process.lock().unwrap_or_else(PoisonError::into_inner).child.id();
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
        Some(kilobytes * 1024)
    }

    /// Lets it end what it is at; it is killed where it does not.
    pub async fn stop(&self) {
        self.process.lock().unwrap_or_else(PoisonError::into_inner).orders = None;
        let ended = async {
            while !self.has_ended() {
                tokio::time::sleep(MOMENT).await;
            }
        };
        if tokio::time::timeout(ENDED, ended).await.is_err() {
            self.process.lock().unwrap_or_else(PoisonError::into_inner).kill();
        }
    }
}

impl Process {
    fn kill(&mut self) {
        // Where it has ended already there is nothing to do.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

fn command(
    settings: &Settings,
    copied: &Copied,
    listen: SocketAddr,
    sink: SocketAddr,
) -> Result<Command, Failure> {
    let mut command = Command::new(std::env::current_exe()?);
    command
        .args(["serve", "--rehearsal"])
        // Neither variables nor a `broadside.toml` reach it but these.
        .env_clear()
        .current_dir(&copied.folder)
        .env("BROADSIDE_LOG", "warn")
        .env("BROADSIDE_DATA", std::path::absolute(&copied.folder)?)
        .env("BROADSIDE_DATABASE_URL", copied.url()?)
        .env("BROADSIDE_LISTEN", listen.to_string())
        .env("BROADSIDE_METRICS_LISTEN", "127.0.0.1:0")
        .env("BROADSIDE_SMTP_URL", format!("smtp://{sink}"))
        .env("BROADSIDE_DNS_SERVER", "off")
        .env("BROADSIDE_TRUSTED_PROXIES", PROXIES)
        .env("BROADSIDE_NODE", &settings.node)
        .env("BROADSIDE_RATE_LIMITS", if settings.rate_limits { "on" } else { "off" });
    if let Some(clock) = settings.clock.and_then(|micros| jiff::Timestamp::from_microsecond(micros).ok()) {
        command.env("BROADSIDE_CLOCK", clock.to_string());
    }
    Ok(command)
}

/// The end of what the copy's program logged.
fn last_words(copied: &Copied) -> String {
    let log = std::fs::read_to_string(copied.folder.join("log")).unwrap_or_default();
    let lines: Vec<&str> = log.lines().rev().take(3).collect();
    if lines.is_empty() {
        "it says nothing".to_owned()
    } else {
        lines.into_iter().rev().collect::<Vec<_>>().join(" / ")
    }
}
