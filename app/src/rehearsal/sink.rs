//! The mail server of a rehearsal: it takes mails on loopback and throws them away, but for the link that a
//! made-up person opens. As it is told it hangs, or is not there.

use crate::clock::Stopwatch;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::task::{JoinHandle, JoinSet};

/// The name below which everybody who is made up has an address: the DNS will never know it.
pub const DOMAIN: &str = "rehearsal.invalid";
/// Below these, mailboxes are refused for good and for now.
pub const BOUNCES: &str = "bounces";
pub const LATER: &str = "later";

/// A link that came by mail to a made-up person.
pub struct Link {
    pub number: u64,
    pub path: String,
    /// By the rehearsal's watch.
    pub arrived: Duration,
}

/// What became of the mails so far.
#[derive(Default)]
pub struct Post {
    pub taken: AtomicU64,
    pub refused: AtomicU64,
    pub put_off: AtomicU64,
    /// To people of the instance itself; nothing of them is kept.
    pub others: AtomicU64,
    hangs: AtomicBool,
}

pub struct Sink {
    address: SocketAddr,
    pub post: Arc<Post>,
    watch: Arc<Stopwatch>,
    /// Where links go, and whence somebody opens them; one that could not be opened is put back.
    pub links: mpsc::UnboundedSender<Link>,
    pub arriving: tokio::sync::Mutex<mpsc::UnboundedReceiver<Link>>,
    serving: Mutex<Option<JoinHandle<()>>>,
}

impl Sink {
    pub async fn start(watch: Arc<Stopwatch>) -> io::Result<Self> {
        let (links, arriving) = mpsc::unbounded_channel();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let sink = Self {
            address: listener.local_addr()?,
            post: Arc::default(),
            watch,
            links,
            arriving: arriving.into(),
            serving: Mutex::default(),
        };
        sink.serve(listener);
        Ok(sink)
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    fn serve(&self, listener: TcpListener) {
        let (post, links, watch) = (self.post.clone(), self.links.clone(), self.watch.clone());
        let serving = tokio::spawn(async move {
            // They end with the task that holds them.
            let mut open = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                while open.try_join_next().is_some() {}
                open.spawn(take_mails(stream, post.clone(), links.clone(), watch.clone()));
            }
        });
        *self.serving.lock().unwrap_or_else(PoisonError::into_inner) = Some(serving);
    }

    /// It takes connections, and says nothing.
    pub fn hang(&self) {
        self.post.hangs.store(true, Ordering::Relaxed);
    }

    /// Nobody listens any more; who was being served is cut off.
    pub async fn go_away(&self) {
        let serving = self.serving.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(serving) = serving {
            serving.abort();
            // That it was ended is what it was asked for.
            let _ = serving.await;
        }
    }

    /// It serves again, at the same address.
    pub async fn come_back(&self) -> io::Result<()> {
        self.go_away().await;
        self.post.hangs.store(false, Ordering::Relaxed);
        self.serve(TcpListener::bind(self.address).await?);
        Ok(())
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        if let Some(serving) = self.serving.get_mut().unwrap_or_else(PoisonError::into_inner) {
            serving.abort();
        }
    }
}

impl Post {
    /// How many mails to made-up people it answered for good.
    pub fn done(&self) -> u64 {
        self.taken.load(Ordering::Relaxed) + self.refused.load(Ordering::Relaxed)
    }

    /// What it says to a recipient, and who that is where the mail is one of the rehearsal's.
    fn of_recipient(&self, command: &str) -> (&'static [u8], Option<u64>) {
        let Some((number, below)) = made_up(command) else {
            self.others.fetch_add(1, Ordering::Relaxed);
            return (b"250 ok\r\n", None);
        };
        if below == BOUNCES {
            self.refused.fetch_add(1, Ordering::Relaxed);
            (b"550 5.1.1 no such mailbox\r\n", None)
        } else if below == LATER {
            self.put_off.fetch_add(1, Ordering::Relaxed);
            (b"451 4.7.1 come back later\r\n", None)
        } else {
            (b"250 ok\r\n", Some(number))
        }
    }
}

async fn take_mails(
    stream: TcpStream,
    post: Arc<Post>,
    links: mpsc::UnboundedSender<Link>,
    watch: Arc<Stopwatch>,
) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    while post.hangs.load(Ordering::Relaxed) {
        // Until the other side hangs up, or this one is ended.
        if stream.read_u8().await.is_err() {
            return Ok(());
        }
    }
    stream.write_all(b"220 rehearsal.invalid\r\n").await?;
    let (mut line, mut recipient) = (String::new(), None);
    while stream.read_line(&mut line).await? > 0 {
        if post.hangs.load(Ordering::Relaxed) {
            line.clear();
            continue;
        }
        let command = line.trim().to_ascii_lowercase();
        line.clear();
        let answer = if command.starts_with("rcpt") {
            let (answer, whose) = post.of_recipient(&command);
            recipient = whose;
            answer
        } else if command == "data" {
            stream.write_all(b"354 go on\r\n").await?;
            let mut mail = Vec::new();
            while !mail.ends_with(b"\r\n.\r\n") {
                if stream.read_until(b'\n', &mut mail).await? == 0 {
                    return Ok(());
                }
            }
            if let Some(number) = recipient.take() {
                post.taken.fetch_add(1, Ordering::Relaxed);
                if let Some(path) = link_in(&String::from_utf8_lossy(&mail)) {
                    // Nobody opens it where the rehearsal is at its end.
                    let _ = links.send(Link { number, path, arrived: watch.elapsed() });
                }
            }
            &b"250 taken\r\n"[..]
        } else if command == "quit" {
            stream.write_all(b"221 bye\r\n").await?;
            return Ok(());
        } else {
            b"250 ok\r\n"
        };
        stream.write_all(answer).await?;
    }
    Ok(())
}

/// The number of a made-up person, and the name before the domain, in an address.
pub fn made_up(address: &str) -> Option<(u64, &str)> {
    let (local, domain) = address.split_once("visitor")?.1.split_once('@')?;
    let below = domain.split('>').next()?.trim().strip_suffix(DOMAIN)?.trim_end_matches('.');
    Some((local.parse().ok()?, below))
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
    fn a_made_up_person_is_known_by_the_address() {
        assert_eq!(made_up("visitor17@rehearsal.invalid"), Some((17, "")));
        assert_eq!(made_up("rcpt to:<visitor3@bounces.rehearsal.invalid>"), Some((3, "bounces")));
        assert_eq!(made_up("rcpt to:<ada@example.org>"), None);
        assert_eq!(made_up("visitor17@example.org"), None, "somebody may be called so");
    }

    #[test]
    fn a_link_is_found_across_the_ends_of_lines() {
        let mail = "Subject: x\r\n\r\nOpen https://a.example/signatures/ab-c=\r\nd_9?lang=3Den\r\n.\r\n";
        assert_eq!(link_in(mail).as_deref(), Some("/signatures/ab-cd_9"));
        assert_eq!(link_in("nothing"), None);
    }
}
