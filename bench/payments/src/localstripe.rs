//! The program `localstripe`, from PyPI, as a process of its own.

use crate::Failure;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

/// It ends with this value, and with whoever started it.
pub struct Localstripe {
    child: Child,
    address: SocketAddr,
    /// Kept open: what it still says must go somewhere.
    said: BufReader<ChildStdout>,
}

impl Localstripe {
    /// The Python that has it, as `bin/test` says: `BROADSIDE_LOCALSTRIPE`.
    ///
    /// # Errors
    /// The variable is not set.
    pub fn python() -> Result<PathBuf, Failure> {
        std::env::var_os("BROADSIDE_LOCALSTRIPE").map(PathBuf::from).ok_or_else(|| {
            "BROADSIDE_LOCALSTRIPE names no Python with localstripe: run bin/test, or install \
             bench/payments/requirements.txt into a venv and set it to its bin/python"
                .into()
        })
    }

    /// Empty, on a spare port of loopback, with a Python that has it.
    pub fn start(python: &Path) -> Result<Self, Failure> {
        let mut child = Command::new(python)
            .args(["-u", "-c", include_str!("localstripe.py"), "--port", "0", "--from-scratch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{}: {error}", python.display()))?;
        let said = BufReader::new(child.stdout.take().ok_or("no output")?);
        // Whatever fails from here on, the process ends with the value.
        let mut started = Self { child, address: ([127, 0, 0, 1], 0).into(), said };
        let mut line = String::new();
        started.said.read_line(&mut line)?;
        started.address = address(&line).ok_or_else(|| format!("localstripe did not start: {line:?}"))?;
        Ok(started)
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

/// Of `======== Running on http://127.0.0.1:41234 ========`.
fn address(line: &str) -> Option<SocketAddr> {
    line.split_once("http://")?.1.split_whitespace().next()?.parse().ok()
}

impl Drop for Localstripe {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
