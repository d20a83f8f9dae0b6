//! Starts a program and tells how many milliseconds pass until it answers a page with 200: from just
//! before the process is made until the first bytes of the answer are here. Ends the program then.
//!
//! `broadside-ready ADDRESS PATH PROGRAM ARGUMENT...`

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};

const PATIENCE: Duration = Duration::from_secs(30);
const BETWEEN_TRIES: Duration = Duration::from_micros(200);

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [address, path, program, rest @ ..] = arguments.as_slice() else {
        return Err(io::Error::other("usage: broadside-ready ADDRESS PATH PROGRAM ARGUMENT..."));
    };
    let address = address.parse().map_err(io::Error::other)?;
    let started = now();
    let mut child = Command::new(program).args(rest).stdout(Stdio::null()).spawn()?;
    let answered = wait_for_answer(address, path, started, &mut child);
    child.kill()?;
    child.wait()?;
    println!("{:.1}", answered?.as_secs_f64() * 1000.0);
    Ok(())
}

fn wait_for_answer(
    address: SocketAddr,
    path: &str,
    started: Instant,
    child: &mut Child,
) -> io::Result<Duration> {
    loop {
        if answers(address, path).unwrap_or(false) {
            return Ok(now() - started);
        }
        if let Some(status) = child.try_wait()? {
            return Err(io::Error::other(format!("the program ended before it answered: {status}")));
        }
        if now() - started > PATIENCE {
            return Err(io::Error::other("no answer within 30 seconds"));
        }
        thread::sleep(BETWEEN_TRIES);
    }
}

fn answers(address: SocketAddr, path: &str) -> io::Result<bool> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut status_line = [0; 12];
    stream.read_exact(&mut status_line)?;
    Ok(&status_line == b"HTTP/1.1 200")
}

#[expect(clippy::disallowed_methods, reason = "a stop-watch; nothing in Broadside depends on it")]
fn now() -> Instant {
    Instant::now()
}
