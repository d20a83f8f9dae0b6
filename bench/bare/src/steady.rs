//! Sends requests at a fixed rate, whether or not those before were answered, and tells how long each took
//! from when it was due. A generator that waits for its answers slows down together with the server and hides
//! how long people would have waited; this one does not.
//!
//! `broadside-steady ADDRESS RATE SECONDS get|sign PATH` prints one line:
//! `FIGURES rate p50 p99 longest answered refused failed`, times in milliseconds; refused are answers 503, failed
//! is whatever is neither 2xx, 3xx nor 503.

use std::io;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// More than a browser's worth each, so that one slow answer holds back only what is due on its own.
const CONNECTIONS: u64 = 512;
const MOST_HEAD: usize = 16 * 1024;
/// Whoever waits longer has gone.
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Clone)]
struct Load {
    address: SocketAddr,
    path: String,
    signs: bool,
    rate: u64,
    requests: u64,
    /// Makes the addresses of one run differ from those of every other.
    run: u32,
}

#[derive(Default)]
struct Seen {
    waits: Vec<Duration>,
    refused: u64,
    failed: u64,
}

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let load = Load::from_arguments(&arguments)
        .ok_or_else(|| io::Error::other("usage: broadside-steady ADDRESS RATE SECONDS get|sign PATH"))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (seen, took) = runtime.block_on(run(load))?;
    println!("{}", figures(seen, took));
    Ok(())
}

impl Load {
    fn from_arguments(arguments: &[String]) -> Option<Self> {
        let [address, rate, seconds, kind, path] = arguments else { return None };
        let (rate, seconds) = (rate.parse::<u64>().ok()?, seconds.parse::<u64>().ok()?);
        let signs = match kind.as_str() {
            "sign" => true,
            "get" => false,
            _ => return None,
        };
        (rate > 0 && seconds > 0).then_some(Self {
            address: address.parse().ok()?,
            path: path.clone(),
            signs,
            rate,
            requests: rate.checked_mul(seconds)?,
            run: std::process::id(),
        })
    }

    fn request(&self, number: u64) -> String {
        let (path, address) = (&self.path, self.address);
        if !self.signs {
            return format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept-Encoding: br\r\n\r\n");
        }
        let word = format!("{:x}z{number:x}", self.run);
        let body = format!(
            "name=Robin+{word}&email={word}%40example.org&relation=customer&postal_code=94105&country=US&public=1"
        );
        format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        )
    }
}

async fn run(load: Load) -> io::Result<(Seen, Duration)> {
    let connections = CONNECTIONS.min(load.requests);
    let mut open = Vec::new();
    // All are open before the first request is due: what is asked is how long answers take.
    for _ in 0..connections {
        open.push(connect(load.address).await?);
    }
    let started = now();
    let tasks: Vec<_> = (0..)
        .zip(open)
        .map(|(first, stream)| {
            tokio::spawn(one_connection(load.clone(), first, connections, stream, started))
        })
        .collect();
    let mut all = Seen::default();
    for task in tasks {
        let seen = task.await.map_err(io::Error::other)?;
        all.waits.extend(seen.waits);
        all.refused += seen.refused;
        all.failed += seen.failed;
    }
    Ok((all, now() - started))
}

/// Every so-many-th request, each at its time or, where the answer before came late, at once: that wait counts.
async fn one_connection(load: Load, first: u64, every: u64, stream: TcpStream, started: Instant) -> Seen {
    let mut seen = Seen::default();
    let mut stream = Some(stream);
    let mut number = first;
    while number < load.requests {
        let due = started + Duration::from_nanos(number.saturating_mul(1_000_000_000) / load.rate);
        // The timer's own lateness is not the server's.
        let since = if due > now() {
            tokio::time::sleep_until(due.into()).await;
            now()
        } else {
            due
        };
        let answer = tokio::time::timeout(PATIENCE, ask(&mut stream, &load, number)).await;
        match answer.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into())) {
            Ok(200..400) => seen.waits.push(now() - since),
            Ok(503) => seen.refused += 1,
            Ok(_) => seen.failed += 1,
            Err(_) => {
                seen.failed += 1;
                stream = None;
            }
        }
        number += every;
    }
    seen
}

async fn connect(address: SocketAddr) -> io::Result<TcpStream> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Sends one request and reads its answer to the end.
async fn ask(stream: &mut Option<TcpStream>, load: &Load, number: u64) -> io::Result<u16> {
    let connection =
        if let Some(connection) = stream { connection } else { stream.insert(connect(load.address).await?) };
    connection.write_all(load.request(number).as_bytes()).await?;
    let mut read = Vec::with_capacity(2048);
    let head = loop {
        if connection.read_buf(&mut read).await? == 0 || read.len() > MOST_HEAD {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if let Some(end) = read.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
    };
    let (status, length, closes) = parse(&read[..head]).ok_or(io::ErrorKind::InvalidData)?;
    let mut left = length.saturating_sub(read.len() - head);
    let mut rest = vec![0; 16 * 1024];
    while left > 0 {
        let most = left.min(rest.len());
        match connection.read(&mut rest[..most]).await? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            count => left -= count,
        }
    }
    if closes {
        *stream = None;
    }
    Ok(status)
}

/// The status, the length of what follows, and whether the connection ends with it.
fn parse(head: &[u8]) -> Option<(u16, usize, bool)> {
    let text = std::str::from_utf8(head).ok()?;
    let mut lines = text.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let (mut length, mut closes) = (0, false);
    for line in lines {
        let Some((name, value)) = line.split_once(':') else { continue };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().ok()?;
        } else if name.eq_ignore_ascii_case("connection") {
            closes = value.trim().eq_ignore_ascii_case("close");
        } else if name.eq_ignore_ascii_case("transfer-encoding") {
            return None;
        }
    }
    Some((status, length, closes))
}

fn figures(mut seen: Seen, took: Duration) -> String {
    seen.waits.sort_unstable();
    let answered = seen.waits.len();
    let at = |of_thousand: usize| {
        let place = (answered * of_thousand / 1000).min(answered.saturating_sub(1));
        seen.waits.get(place).map_or(0.0, |wait| wait.as_secs_f64() * 1000.0)
    };
    #[expect(clippy::cast_precision_loss, reason = "a rate to be read")]
    let rate = answered as f64 / took.as_secs_f64();
    format!(
        "FIGURES {rate:.0} {:.1} {:.1} {:.1} {answered} {} {}",
        at(500),
        at(990),
        at(1000),
        seen.refused,
        seen.failed
    )
}

#[expect(clippy::disallowed_methods, reason = "a stop-watch; nothing in Broadside depends on it")]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_to_its_end() {
        let head = b"HTTP/1.1 303 See Other\r\nContent-Length: 12\r\nConnection: close\r\n\r\n";
        assert_eq!(parse(head), Some((303, 12, true)));
        assert_eq!(parse(b"HTTP/1.1 204 No Content\r\n\r\n"), Some((204, 0, false)));
        assert_eq!(
            parse(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
            None,
            "never read in part"
        );
        assert_eq!(parse(b"nonsense"), None);
    }

    #[test]
    fn figures_are_of_what_was_answered() {
        let waits = (1..=100).rev().map(Duration::from_millis).collect();
        let told = figures(Seen { waits, refused: 3, failed: 2 }, Duration::from_secs(10));
        assert_eq!(told, "FIGURES 10 51.0 100.0 100.0 100 3 2");
        assert_eq!(figures(Seen::default(), Duration::from_secs(1)), "FIGURES 0 0.0 0.0 0.0 0 0 0");
    }

    #[test]
    fn no_two_sign_ons_are_alike() {
        let arguments = ["127.0.0.1:1", "10", "2", "sign", "/x"].map(str::to_owned);
        let load = Load::from_arguments(&arguments).expect("a load");
        assert_eq!(load.requests, 20);
        assert_ne!(load.request(1), load.request(2));
        assert!(Load::from_arguments(&["127.0.0.1:1", "0", "2", "get", "/"].map(str::to_owned)).is_none());
    }
}
