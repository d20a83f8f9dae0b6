//! People who come: at a rate of their own, whether or not those before were served, so that what they wait for
//! is felt. Each is made up, comes from a network of their own, and is written down where they were thanked.

use super::acts::Stage;
use super::seen::{End, Errand, Seen};
use super::sink::{BOUNCES, DOMAIN, LATER, Link};
use super::visitor::{Asked, PATIENCE, Visitor};
use hyper::StatusCode;
use std::net::Ipv6Addr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::task::JoinSet;

/// More than a browser's worth each, so that one slow answer holds back only what is due on its own.
const CONNECTIONS: u64 = 128;
/// So many open the links in their mails at the same moment.
const CONFIRMING: usize = 32;
/// Whoever was told to come back does so after this.
const AGAIN: Duration = Duration::from_millis(500);

/// Everybody who came so far.
#[derive(Default)]
pub struct People {
    number: AtomicU64,
    /// Who was thanked, and whose confirmation was: by their numbers.
    thanked: Mutex<Vec<u64>>,
    confirmed: Mutex<Vec<u64>>,
    confirmations: Mutex<Seen>,
    /// How many were thanked whose mail is taken or refused at once.
    awaited: AtomicU64,
}

impl People {
    pub fn thanked(&self) -> Vec<u64> {
        lock(&self.thanked).clone()
    }

    pub fn confirmed(&self) -> Vec<u64> {
        lock(&self.confirmed).clone()
    }

    pub fn awaited(&self) -> u64 {
        self.awaited.load(Ordering::Relaxed)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What comes of an evening: how many of whom a second, and for how long.
#[derive(Clone, Copy, Debug)]
pub struct Evening {
    pub pages: u64,
    pub counts: u64,
    pub sign_ons: u64,
    pub lasting: Duration,
    pub mailboxes: Mailboxes,
}

/// Whether the made-up people's mailboxes are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mailboxes {
    Fine,
    /// Of ten, three are refused for good and one is put off.
    ManyBad,
}

impl Evening {
    /// For each who signs ten look at the page, and five times a page asks for the count.
    pub fn of(sign_ons: u64, lasting: Duration) -> Self {
        let mailboxes = Mailboxes::Fine;
        Self { pages: sign_ons * 10, counts: sign_ons * 5, sign_ons, lasting, mailboxes }
    }

    /// Plays it; what was seen is in the order of [`Errand::ALL`].
    pub async fn play(self, stage: &Arc<Stage>) -> [Seen; 4] {
        let flow = |errand, per_second| Flow {
            errand,
            per_second,
            lasting: self.lasting,
            mailboxes: self.mailboxes,
            bots: false,
        };
        drop(std::mem::take(&mut *lock(&stage.people.confirmations)));
        let (pages, counts, sign_ons) = tokio::join!(
            flow(Errand::Page, self.pages).run(stage),
            flow(Errand::Count, self.counts).run(stage),
            flow(Errand::SignOn, self.sign_ons).run(stage)
        );
        let confirmations = std::mem::take(&mut *lock(&stage.people.confirmations));
        [pages, counts, sign_ons, confirmations]
    }
}

/// One kind of request at a rate.
#[derive(Clone, Copy, Debug)]
pub struct Flow {
    pub errand: Errand,
    pub per_second: u64,
    pub lasting: Duration,
    pub mailboxes: Mailboxes,
    /// Whether all come from one network.
    pub bots: bool,
}

impl Flow {
    pub async fn run(self, stage: &Arc<Stage>) -> Seen {
        let milliseconds = u64::try_from(self.lasting.as_millis()).unwrap_or(u64::MAX);
        let requests = (self.per_second.saturating_mul(milliseconds) / 1000).max(1);
        let every = CONNECTIONS.min(requests);
        let begun = stage.watch.elapsed();
        let mut connections = JoinSet::new();
        for first in 0..every {
            let stage = stage.clone();
            connections.spawn(async move {
                let mut visitor = Visitor::new(stage.server.address());
                let mut seen = Seen::default();
                let mut number = first;
                while number < requests {
                    let due =
                        Duration::from_nanos(number.saturating_mul(1_000_000_000) / self.per_second.max(1));
                    seen.note(self.one(&stage, &mut visitor, begun + due).await);
                    number += every;
                }
                seen
            });
        }
        let mut all = Seen::default();
        while let Some(seen) = connections.join_next().await {
            all = all.and(seen.unwrap_or_default());
        }
        all
    }

    /// One visit at its time or, where the answer before came late, at once: that wait counts.
    async fn one(self, stage: &Stage, visitor: &mut Visitor, due: Duration) -> End {
        let now = stage.watch.elapsed();
        if now > due + PATIENCE {
            return End::Lost;
        }
        let since = if due > now {
            tokio::time::sleep(due.saturating_sub(now)).await;
            // The timer's own lateness is not the server's.
            stage.watch.elapsed()
        } else {
            due
        };
        let letter = &stage.place.letter;
        let number = stage.people.number.fetch_add(1, Ordering::Relaxed);
        let from = if self.bots { network(u32::MAX) } else { network(u32::try_from(number).unwrap_or(0)) };
        let below = self.below(number);
        let path = match self.errand {
            Errand::Count => format!("/campaigns/{}/count.json", letter.campaign),
            Errand::SignOn => format!("/campaigns/{}/letters/{}/signatures", letter.campaign, letter.letter),
            Errand::Page | Errand::Confirmation => format!("/campaigns/{}", letter.campaign),
        };
        let form = (self.errand == Errand::SignOn).then(|| form(number, below));
        let answer = visitor.ask(Asked { path: &path, form, from }).await;
        let waited = stage.watch.elapsed().saturating_sub(since).as_secs_f64();
        match answer {
            Ok(answer) if self.errand == Errand::SignOn => {
                let end = match answer.status {
                    StatusCode::SEE_OTHER if answer.location.contains("/inbox") => End::Served(waited),
                    status => refused(status),
                };
                if matches!(end, End::Served(_)) {
                    lock(&stage.people.thanked).push(number);
                    stage.people.awaited.fetch_add(u64::from(below != LATER), Ordering::Relaxed);
                }
                end
            }
            Ok(answer) if answer.status == StatusCode::OK => End::Served(waited),
            Ok(answer) => refused(answer.status),
            Err(_) => End::Lost,
        }
    }

    /// The name before the domain of somebody's address.
    fn below(self, number: u64) -> &'static str {
        match (self.mailboxes, number % 10) {
            (Mailboxes::ManyBad, 0..=2) => BOUNCES,
            (Mailboxes::ManyBad, 3) => LATER,
            _ => "",
        }
    }
}

fn refused(status: StatusCode) -> End {
    match status {
        StatusCode::SERVICE_UNAVAILABLE => End::Busy,
        StatusCode::TOO_MANY_REQUESTS => End::Limited,
        _ => End::Lost,
    }
}

fn form(number: u64, below: &str) -> String {
    let dot = if below.is_empty() { "" } else { "." };
    let name = spelt(number);
    // Between six seconds and a minute, each in an own time.
    let filled_in = 6_000 + number.wrapping_mul(7_919) % 54_000;
    format!(
        "name=Visitor+{name}&email=visitor{number}%40{below}{dot}{DOMAIN}&public=1&filled_in={filled_in}&source=rehearsal"
    )
}

/// A number as a name: one that bears figures would be taken for made up, as it is.
fn spelt(number: u64) -> String {
    const SYLLABLES: [&str; 10] = ["ba", "de", "li", "mo", "na", "ra", "so", "ta", "ve", "no"];
    let figure = |figure: u8| SYLLABLES[usize::from(figure - b'0')];
    number.to_string().bytes().map(figure).collect()
}

/// A network of documentation (RFC 3849) for each: 2001:db8, then the number, is a /64.
fn network(number: u32) -> Ipv6Addr {
    let [high, low] = [number >> 16, number & 0xffff].map(|half| u16::try_from(half).unwrap_or(0));
    Ipv6Addr::new(0x2001, 0xdb8, high, low, 0, 0, 0, 1)
}

/// From now on every link that comes is opened and its button pressed, until this is dropped.
pub fn confirm_all(stage: &Arc<Stage>) -> JoinSet<()> {
    let mut confirming = JoinSet::new();
    for _ in 0..CONFIRMING {
        let stage = stage.clone();
        confirming.spawn(async move {
            let mut visitor = Visitor::new(stage.server.address());
            loop {
                let next = stage.sink.arriving.lock().await.recv().await;
                let Some(link) = next else { break };
                let end = confirm(&stage, &mut visitor, &link).await;
                lock(&stage.people.confirmations).note(end);
                if end == End::Busy {
                    tokio::time::sleep(AGAIN).await;
                    // The other end is the stage's own and stays.
                    let _ = stage.sink.links.send(Link { arrived: stage.watch.elapsed(), ..link });
                }
            }
        });
    }
    confirming
}

/// Opens a link and presses its button; the wait is from when the mail came.
async fn confirm(stage: &Stage, visitor: &mut Visitor, link: &Link) -> End {
    let from = network(u32::try_from(link.number).unwrap_or(0));
    match visitor.ask(Asked { path: &link.path, form: None, from }).await {
        Ok(page) if page.status == StatusCode::OK => {}
        Ok(page) => return refused(page.status),
        Err(_) => return End::Lost,
    }
    let path = format!("{}/confirmation", link.path);
    match visitor.ask(Asked { path: &path, form: Some(String::new()), from }).await {
        Ok(answer) if answer.status == StatusCode::SEE_OTHER && answer.location.contains("done=signed") => {
            lock(&stage.people.confirmed).push(link.number);
            End::Served(stage.watch.elapsed().saturating_sub(link.arrived).as_secs_f64())
        }
        Ok(answer) => refused(answer.status),
        Err(_) => End::Lost,
    }
}
