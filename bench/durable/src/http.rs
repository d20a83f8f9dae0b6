//! As much of a browser as the games need: one connection, one request after another.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Whoever waits longer has gone: in a test, that is a fault of its own.
const PATIENCE: Duration = Duration::from_secs(30);
const MOST_HEAD: usize = 16 * 1024;

pub struct Visitor {
    address: SocketAddr,
    stream: Option<TcpStream>,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    /// Where a 303 leads to.
    pub location: String,
    pub body: String,
}

impl Visitor {
    pub fn new(address: SocketAddr) -> Self {
        Self { address, stream: None }
    }

    pub async fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.ask(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n")).await
    }

    pub async fn post(&mut self, path: &str, form: &str) -> io::Result<Answer> {
        self.ask(format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n{form}",
            form.len()
        ))
        .await
    }

    async fn ask(&mut self, request: String) -> io::Result<Answer> {
        let answer = tokio::time::timeout(PATIENCE, self.exchange(&request))
            .await
            .unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()));
        if answer.is_err() {
            self.stream = None;
        }
        answer
    }

    async fn exchange(&mut self, request: &str) -> io::Result<Answer> {
        let stream = match &mut self.stream {
            Some(stream) => stream,
            none => none.insert(TcpStream::connect(self.address).await?),
        };
        stream.write_all(request.as_bytes()).await?;
        let mut read = Vec::with_capacity(4096);
        let head = loop {
            if stream.read_buf(&mut read).await? == 0 || read.len() > MOST_HEAD {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if let Some(end) = read.windows(4).position(|four| four == b"\r\n\r\n") {
                break end + 4;
            }
        };
        let (mut answer, length) = parse(&read[..head]).ok_or(io::ErrorKind::InvalidData)?;
        while read.len() < head + length {
            if stream.read_buf(&mut read).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        answer.body = String::from_utf8_lossy(&read[head..head + length]).into_owned();
        Ok(answer)
    }
}

/// The answer without its body, and the body's length.
fn parse(head: &[u8]) -> Option<(Answer, usize)> {
    let text = std::str::from_utf8(head).ok()?;
    let mut lines = text.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let (mut answer, mut length) = (Answer { status, ..Answer::default() }, 0);
    for line in lines {
        let Some((name, value)) = line.split_once(':') else { continue };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().ok()?;
        } else if name.eq_ignore_ascii_case("location") {
            value.trim().clone_into(&mut answer.location);
        } else if name.eq_ignore_ascii_case("transfer-encoding") {
            return None;
        }
    }
    Some((answer, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_says_where_it_leads_and_how_much_follows() {
        let head = b"HTTP/1.1 303 See Other\r\nLocation: /x?done=signed\r\nContent-Length: 3\r\n\r\n";
        let answer = Answer { status: 303, location: "/x?done=signed".to_owned(), body: String::new() };
        assert_eq!(parse(head), Some((answer, 3)));
        assert_eq!(parse(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"), None);
    }
}
