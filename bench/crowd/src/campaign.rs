//! What all scenes share: one dice, one world, one list of mail addresses that are taken, and how an honest person
//! and a false one come to sign.

use crate::atlas::{Atlas, Country};
use crate::dice::Dice;
use crate::operator::{Kit, Victim};
use crate::people::{self, Hands, Name};
use crate::rhythm;
use crate::sign_on::{SignOn, Venue};
use std::collections::HashSet;
use std::net::IpAddr;

pub struct Campaign {
    pub dice: Dice,
    pub atlas: Atlas,
    /// The hour of UTC at which it opens.
    pub start_hour: f64,
    pub venues: Vec<Venue>,
    taken: HashSet<String>,
}

/// What an honest sign-on starts from; the rest is as people are.
pub struct Visit {
    pub at: f64,
    pub address: IpAddr,
    pub country: &'static Country,
    pub hands: Hands,
}

impl Campaign {
    pub fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let atlas = Atlas::new(&mut dice);
        let start_hour = dice.between(6.0, 14.0);
        Self { dice, atlas, start_hour, venues: Vec::new(), taken: HashSet::new() }
    }

    /// Any time, by the day of somebody's country.
    pub fn any_time(&mut self, country: &Country) -> f64 {
        rhythm::daily(&mut self.dice, self.start_hour, country.hours_from_utc)
    }

    pub fn somebody_in(&mut self, country: &Country) -> Name {
        let tongue = *self.dice.pick_weighted(country.tongues);
        people::named(&mut self.dice, tongue)
    }

    /// Signs with the mail address that somebody has anyway.
    pub fn sign(&mut self, visit: &Visit, name: &Name, comment: Option<String>) -> SignOn {
        let email = people::of_a_person(&mut self.dice, name, visit.country);
        self.sign_as(visit, name, email, comment, true)
    }

    pub fn sign_as(
        &mut self,
        visit: &Visit,
        name: &Name,
        email: String,
        comment: Option<String>,
        typed: bool,
    ) -> SignOn {
        let letters = comment.as_ref().filter(|_| typed).map_or(0, |text| text.chars().count());
        let seconds_to_fill = people::seconds(&mut self.dice, visit.hands, letters);
        SignOn {
            at: visit.at,
            address: visit.address,
            name: people::written(&mut self.dice, name),
            email: self.untaken(email),
            country: self.chosen(visit.country),
            comment,
            public: self.dice.chance(0.72),
            seconds_to_fill,
            honeypot: String::new(),
        }
    }

    /// Signs with an operator's kit. `email` where the scene decides it.
    pub fn forge(
        &mut self,
        kit: &mut Kit,
        at: f64,
        address: IpAddr,
        victim: &Victim,
        email: String,
    ) -> SignOn {
        let seconds_to_fill = kit.fill.seconds(&mut self.dice);
        SignOn {
            at,
            address,
            name: victim.name.clone(),
            email: self.untaken(email),
            country: kit.country(&mut self.dice),
            comment: kit.comment(&mut self.dice),
            public: kit.public,
            seconds_to_fill,
            honeypot: kit.honeypot(&mut self.dice, victim),
        }
    }

    /// Nobody signs twice. Dots and what follows a plus do not make another address of one.
    pub fn untaken(&mut self, email: String) -> String {
        let (mut local, domain) = match email.split_once('@') {
            Some((local, domain)) => (local.to_owned(), domain.to_owned()),
            None => (email, "example.org".to_owned()),
        };
        loop {
            let bare: String =
                local.split('+').next().unwrap_or_default().chars().filter(|one| *one != '.').collect();
            if self.taken.insert(format!("{bare}@{domain}")) {
                return format!("{local}@{domain}");
            }
            let digit = self.dice.count(0, 9);
            local = match local.split_once('+') {
                Some((before, after)) => format!("{before}{digit}+{after}"),
                None => format!("{local}{digit}"),
            };
        }
    }

    fn chosen(&mut self, country: &Country) -> Option<&'static str> {
        if self.dice.chance(0.15) {
            return None;
        }
        // Some live elsewhere than they are just now.
        if self.dice.chance(0.03) {
            return Some(self.atlas.somewhere(&mut self.dice, 0.0).code);
        }
        Some(country.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_signs_twice_however_it_is_dotted() {
        let mut campaign = Campaign::new(1);
        let mut untaken = |email: &str| campaign.untaken(email.to_owned());
        assert_eq!(untaken("jo.doe@example.org"), "jo.doe@example.org");
        assert_ne!(untaken("jodoe@example.org"), "jodoe@example.org");
        assert_ne!(untaken("j.odoe+letters@example.org"), "j.odoe+letters@example.org");
    }
}
