//! Who is left in peace for a while: a mail server that does not serve, and mail domains that put mails off.
//! Their mails wait in the queue without being tried, so that none is given up for it, and those to others go on.

use crate::clock::{MINUTE, SECOND};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Until when somebody is left in peace, and how often in a row they put mails off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Rest {
    in_a_row: u32,
    until: i64,
}

/// How many refusals in a row bring a rest, how long the first is, and how long one is at most: each is twice
/// the one before.
#[derive(Clone, Copy, Debug)]
struct Rule {
    after: u32,
    first: i64,
    most: i64,
}

/// Whoever waits for a mail is not to wait for long once the server is back.
const SERVER: Rule = Rule { after: 1, first: 5 * SECOND, most: MINUTE };
/// One or two can be about single mailboxes.
const DOMAIN: Rule = Rule { after: 3, first: MINUTE, most: 30 * MINUTE };
/// So many domains are remembered; what is over is forgotten first.
const DOMAINS: usize = 10_000;

impl Rest {
    /// What was under way when the rest began says nothing new.
    fn put_off(self, now: i64, rule: Rule) -> Self {
        if now < self.until {
            return self;
        }
        let in_a_row = self.in_a_row.saturating_add(1);
        let Some(doublings) = in_a_row.checked_sub(rule.after) else { return Self { in_a_row, ..self } };
        let rest = (rule.first << doublings.min(20)).min(rule.most);
        Self { in_a_row, until: now + rest }
    }
}

#[derive(Default)]
pub struct Rests(Mutex<Resting>);

#[derive(Default)]
struct Resting {
    server: Rest,
    domains: HashMap<String, Rest>,
}

/// Where an address's mails are taken: what follows the last `@`, in small letters.
pub fn domain_of(address: &str) -> String {
    address.rsplit('@').next().unwrap_or_default().to_lowercase()
}

impl Rests {
    /// Until when nothing is handed to the server; nothing where it can be tried.
    pub fn of_server(&self, now: i64) -> Option<i64> {
        Some(self.lock().server.until).filter(|until| now < *until)
    }

    /// Until when a domain's mails wait.
    pub fn of_domain(&self, domain: &str, now: i64) -> Option<i64> {
        self.lock().domains.get(domain).map(|rest| rest.until).filter(|until| now < *until)
    }

    /// How many domains' mails wait.
    pub fn domains(&self, now: i64) -> usize {
        self.lock().domains.values().filter(|rest| now < rest.until).count()
    }

    /// The server did not serve; answers until when it rests.
    pub fn server_put_off(&self, now: i64) -> i64 {
        let mut resting = self.lock();
        resting.server = resting.server.put_off(now, SERVER);
        resting.server.until
    }

    /// A domain put a mail off.
    pub fn domain_put_off(&self, domain: &str, now: i64) {
        let mut resting = self.lock();
        if resting.domains.len() >= DOMAINS {
            resting.domains.retain(|_, rest| now < rest.until);
        }
        let rest = resting.domains.entry(domain.to_owned()).or_default();
        *rest = rest.put_off(now, DOMAIN);
    }

    /// The server answered: whatever it said of the mail, it serves.
    pub fn server_served(&self) {
        self.lock().server = Rest::default();
    }

    pub fn domain_took(&self, domain: &str) {
        self.lock().domains.remove(domain);
    }

    fn lock(&self) -> MutexGuard<'_, Resting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_does_not_serve_is_left_in_peace_for_longer_each_time() {
        let rests = Rests::default();
        let mut now = 0;
        for seconds in [5, 10, 20, 40, 60, 60] {
            assert_eq!(rests.of_server(now), None);
            assert_eq!(rests.server_put_off(now), now + seconds * SECOND);
            rests.server_put_off(now + 1);
            assert_eq!(rests.of_server(now + 1), Some(now + seconds * SECOND), "they were sent together");
            now += seconds * SECOND;
        }
        rests.server_served();
        assert_eq!(rests.server_put_off(now), now + 5 * SECOND);
    }

    #[test]
    fn a_domain_rests_once_it_put_three_mails_off_in_a_row_and_others_do_not() {
        let rests = Rests::default();
        let domain = domain_of("Ada@Example.ORG");
        rests.domain_put_off(&domain, 0);
        rests.domain_put_off(&domain, 0);
        rests.domain_took(&domain);
        rests.domain_put_off(&domain, 0);
        rests.domain_put_off(&domain, 0);
        assert_eq!(rests.of_domain("example.org", 0), None);
        rests.domain_put_off(&domain, 0);
        assert_eq!(rests.of_domain("example.org", 0), Some(MINUTE));
        assert_eq!(rests.of_domain("example.net", 0), None);
        assert_eq!((rests.domains(0), rests.domains(MINUTE)), (1, 0));
        assert_eq!(rests.of_domain("example.org", MINUTE), None);
        rests.domain_put_off(&domain, MINUTE);
        assert_eq!(rests.of_domain("example.org", MINUTE), Some(3 * MINUTE), "twice as long");
    }
}
