//! People: they sign on, open the links in their mails, confirm, and some take it back. Each writes into the ledger
//! what they were thanked for.

use crate::http::{Answer, Visitor};
use crate::ledger::{Key, Shared};
use crate::program::{LETTER, Recorder};
use crate::sink::Links;
use broadside_durable::dice::Dice;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::task::JoinSet;

const SIGNERS: u64 = 24;
const CONFIRMERS: u64 = 12;

#[derive(Clone)]
pub struct Crowd {
    pub ledger: Shared,
    pub links: Links,
    pub recorder: Option<Recorder>,
    /// In a load that is recorded, people take a breath of about so many milliseconds.
    pub breath: u64,
    pub seed: u64,
    /// Where the database cannot be reached for a while, private pages are not shown. Nobody takes anything back
    /// then: a page that must not show a name any more would not be shown either.
    pub pages_may_wait: bool,
}

/// People at work at one server.
pub struct Load {
    people: JoinSet<io::Result<()>>,
    leaves: Arc<AtomicBool>,
}

impl Crowd {
    pub fn start(&self, address: SocketAddr, round: u64) -> Load {
        let leaves = Arc::<AtomicBool>::default();
        let mut people = JoinSet::new();
        for number in 0..SIGNERS + CONFIRMERS {
            let person = Person {
                crowd: self.clone(),
                visitor: Visitor::new(address),
                dice: Dice::of(self.seed ^ round, number),
                leaves: leaves.clone(),
                before: None,
            };
            if number < SIGNERS {
                people.spawn(person.signs());
            } else {
                people.spawn(person.confirms());
            }
        }
        Load { people, leaves }
    }

    fn now(&self) -> u64 {
        self.recorder.as_ref().map_or(0, Recorder::position)
    }
}

impl Load {
    /// Lets everybody end what they are at. Where the server was killed, they were cut off; elsewhere that is a fault.
    pub async fn end(mut self, was_killed: bool) -> io::Result<()> {
        self.leaves.store(true, Ordering::Relaxed);
        while let Some(person) = self.people.join_next().await {
            let outcome = person.map_err(io::Error::other)?;
            if !was_killed {
                outcome?;
            }
        }
        Ok(())
    }
}

struct Person {
    crowd: Crowd,
    visitor: Visitor,
    dice: Dice,
    leaves: Arc<AtomicBool>,
    /// The address of the submission before.
    before: Option<String>,
}

impl Person {
    async fn breathe(&mut self) {
        let pause = self.dice.below(self.crowd.breath * 2 + 1);
        tokio::time::sleep(Duration::from_millis(pause)).await;
    }

    fn stays(&self) -> bool {
        !self.leaves.load(Ordering::Relaxed)
    }

    async fn signs(mut self) -> io::Result<()> {
        while self.stays() {
            self.breathe().await;
            let key = self.crowd.ledger.lock().next_key();
            // Some share a mailbox, and some send the form again.
            let address = match self.before.take() {
                Some(before) if self.dice.percent(10) => before,
                _ => {
                    let fresh = format!("p{key}%40example.org");
                    self.before = Some(fresh.clone());
                    fresh
                }
            };
            let name = if self.dice.percent(5) { "Robin+Again".to_owned() } else { format!("Robin+{key}") };
            let (public, relation) =
                (self.dice.below(2), ["customer", "would-be-customer"][self.dice.place(2)]);
            let form = format!(
                "name={name}&email={address}&relation={relation}&postal_code=94105&country=US&public={public}\
                 &comment={}",
                comment(key)
            );
            let answer = self.visitor.post(&format!("{LETTER}/signatures"), &form).await?;
            match answer.status {
                303 if answer.location.contains("/inbox") => {
                    let now = self.crowd.now();
                    self.crowd.ledger.lock().entry(key).thanked = Some(now);
                }
                503 => self.crowd.ledger.lock().refused.push(key),
                _ => return Err(unexpected("a sign-on", &answer)),
            }
        }
        Ok(())
    }

    async fn confirms(mut self) -> io::Result<()> {
        while self.stays() {
            self.breathe().await;
            let Some(link) = self.crowd.links.next() else { continue };
            let opened = self.opens(&link).await;
            if opened.is_err() {
                self.crowd.links.again(link);
            }
            opened?;
        }
        Ok(())
    }

    async fn opens(&mut self, link: &str) -> io::Result<()> {
        let page = self.visitor.get(link).await?;
        if page.status == 503 && self.crowd.pages_may_wait {
            self.crowd.links.again(link.to_owned());
            return Ok(());
        }
        if !matches!(page.status, 200 | 410) {
            return Err(unexpected("a private page", &page));
        }
        let Some(key) = key_on(&page.body) else { return Ok(()) };
        // Some never press the button, and a few of them say that it was not them.
        if self.dice.percent(10) {
            return if !self.crowd.pages_may_wait && self.dice.percent(50) {
                self.takes_back(link, key).await
            } else {
                Ok(())
            };
        }
        let pressed = self.visitor.post(&format!("{link}/confirmation"), "").await?;
        match pressed.status {
            303 if pressed.location.contains("done=signed") => {
                let now = self.crowd.now();
                self.crowd.ledger.lock().entry(key).confirmed = Some(now);
            }
            303 | 503 => return Ok(()),
            _ => return Err(unexpected("a confirmation", &pressed)),
        }
        if self.dice.percent(5) {
            let again = self.visitor.post(&format!("{link}/confirmation"), "").await?;
            if again.location.contains("done=signed") {
                return Err(unexpected("a second confirmation", &again));
            }
        }
        if !self.crowd.pages_may_wait && self.dice.percent(10) {
            self.takes_back(link, key).await
        } else {
            Ok(())
        }
    }

    async fn takes_back(&mut self, link: &str, key: Key) -> io::Result<()> {
        let before = self.crowd.now();
        self.crowd.ledger.lock().entry(key).taking_back.get_or_insert(before);
        let answer = self.visitor.post(&format!("{link}/withdrawal"), "").await?;
        let now = self.crowd.now();
        let mut ledger = self.crowd.ledger.lock();
        match answer.status {
            303 if answer.location.contains("done=withdrawn") => {
                let entry = ledger.entry(key);
                // Confirmed by a press whose answer never came.
                entry.confirmed.get_or_insert(now);
                entry.taken_back = Some(now);
            }
            303 if answer.location.contains("done=deleted") => ledger.entry(key).taken_back = Some(now),
            303 | 503 => {}
            _ => return Err(unexpected("a withdrawal", &answer)),
        }
        Ok(())
    }
}

fn unexpected(what: &str, answer: &Answer) -> io::Error {
    io::Error::other(format!("{what} was answered {} {}", answer.status, answer.location))
}

/// The words by which a submission is known again.
pub fn comment(key: Key) -> String {
    format!("mark-{key}-")
}

pub fn key_in(comment: &str) -> Option<Key> {
    comment.strip_prefix("mark-")?.strip_suffix('-')?.parse().ok()
}

/// Which submission a private page shows.
fn key_on(page: &str) -> Option<Key> {
    let after = page.split("mark-").nth(1)?;
    after.split_once('-')?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_submission_is_known_again_on_its_page_and_in_its_row() {
        assert_eq!(key_in(&comment(12)), Some(12));
        assert_eq!(key_on(&format!("<p>{}</p>", comment(12))), Some(12));
        assert_eq!(key_in("mark-1"), None);
        assert_eq!(key_on("nothing"), None);
    }
}
