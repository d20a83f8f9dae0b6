//! A mail server that takes every mail and keeps only the private link in it.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// The links that came and that nobody has opened.
#[derive(Clone, Default)]
pub struct Links(Arc<Mutex<VecDeque<String>>>);

impl Links {
    pub fn next(&self) -> Option<String> {
        self.arrived().pop_front()
    }

    /// Puts a link back that could not be opened now.
    pub fn again(&self, link: String) {
        self.arrived().push_back(link);
    }

    fn arrived(&self) -> std::sync::MutexGuard<'_, VecDeque<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Listens on loopback; answers the URL for `BROADSIDE_SMTP_URL`.
pub async fn start(links: Links) -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("smtp://{}", listener.local_addr()?);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            // Whoever is killed in the middle of a mail has sent none.
            tokio::spawn(take_mails(stream, links.clone()));
        }
    });
    Ok(url)
}

async fn take_mails(stream: TcpStream, links: Links) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 sink.example.org\r\n").await?;
    let mut line = String::new();
    while stream.read_line(&mut line).await? > 0 {
        let command = line.trim().to_ascii_uppercase();
        line.clear();
        let answer = match command.as_str() {
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let mut mail = Vec::new();
                while !mail.ends_with(b"\r\n.\r\n") {
                    if stream.read_until(b'\n', &mut mail).await? == 0 {
                        return Ok(());
                    }
                }
                links.arrived().extend(link_in(&String::from_utf8_lossy(&mail)));
                &b"250 taken\r\n"[..]
            }
            "QUIT" => {
                stream.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => b"250 ok\r\n",
        };
        stream.write_all(answer).await?;
    }
    Ok(())
}

/// The path of the private page, from a mail in quoted-printable (RFC 2045, section 6.7) or plain.
fn link_in(mail: &str) -> Option<String> {
    let text = mail.replace("=\r\n", "").replace("=3D", "=");
    let token = text.split("/signatures/").nth(1)?;
    let end = token.find(|mark: char| !(mark.is_ascii_alphanumeric() || "-_".contains(mark)));
    Some(format!("/signatures/{}", &token[..end.unwrap_or(token.len())]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_found_across_the_ends_of_lines() {
        let mail = "Subject: x\r\n\r\nOpen https://a.example/signatures/ab-c=\r\nd_9?lang=3Den\r\n.\r\n";
        assert_eq!(link_in(mail).as_deref(), Some("/signatures/ab-cd_9"));
        assert_eq!(link_in("nothing"), None);
    }
}
