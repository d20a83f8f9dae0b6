//! Addresses: whose domain is thrown away or anybody's, and which local part is as if drawn by lot.

use crate::letters::{fold, surprise};
use broadside_address::Address;

/// Services that forward to one person's own mailbox under a name drawn by lot: what they give looks generated,
/// and belongs to somebody.
const RELAYS: &[&str] = &[
    "privaterelay.appleid.com",
    "icloud.com",
    "duck.com",
    "mozmail.com",
    "relay.firefox.com",
    "simplelogin.com",
    "simplelogin.co",
    "simplelogin.fr",
    "slmail.me",
    "8shield.net",
    "aleeas.com",
    "dralias.com",
    "anonaddy.com",
    "anonaddy.me",
    "addy.io",
    "passmail.net",
    "passfwd.com",
    "passinbox.com",
    "erine.email",
    "opayq.com",
];

/// What is seen of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub domain: String,
    pub is_disposable: bool,
    /// Anybody may have an address there, or it forwards to somebody's own.
    pub is_common: bool,
    pub is_odd: bool,
}

pub fn see(email: &str) -> Seen {
    let canonical =
        Address::parse(email).map_or_else(|_| email.to_lowercase(), |address| address.canonical());
    let (local, domain) = canonical.rsplit_once('@').unwrap_or((&canonical, ""));
    let is_relay = RELAYS.iter().any(|relay| is_under(domain, relay));
    Seen {
        is_disposable: !is_relay && is_disposable(domain),
        is_common: is_relay || broadside_address::is_free(domain),
        is_odd: !is_relay && is_odd(local),
        domain: domain.to_owned(),
    }
}

fn is_under(domain: &str, above: &str) -> bool {
    domain.strip_suffix(above).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// A provider where everybody has a mailbox is none, whatever a list says of it.
fn is_disposable(domain: &str) -> bool {
    domain.contains('.') && !mailchecker::is_valid(&format!("somebody@{domain}"))
}

/// Whether its letters follow each other as in no name, or digits stand between them.
fn is_odd(local: &str) -> bool {
    let folded = fold(local.split('+').next().unwrap_or(local));
    let words = || folded.split(|c: char| !c.is_ascii_lowercase()).filter(|word| word.len() > 2);
    let letters = surprise(words()).is_some_and(|(mean, letters)| letters >= 7 && mean > 55);
    letters || changes(&folded) >= 4
}

/// How often letters and digits take turns: `ada1990` once, `k3x9q2a` six times.
fn changes(text: &str) -> usize {
    let kinds = text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.is_ascii_digit());
    kinds.clone().zip(kinds.skip(1)).filter(|(a, b)| a != b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_thrown_away_is_known_and_what_forwards_is_not_taken_for_it() {
        assert!(see("ada@mailinator.com").is_disposable);
        for relay in RELAYS {
            let seen = see(&format!("k3x9q2a7f@{relay}"));
            assert!(!seen.is_disposable && !seen.is_odd && seen.is_common, "{relay}");
        }
        for domain in
            ["gmail.com", "gmx.de", "yahoo.co.uk", "outlook.com", "proton.me", "tutanota.com", "posteo.de"]
        {
            assert!(!see(&format!("ada@{domain}")).is_disposable, "{domain}");
        }
    }

    #[test]
    fn an_address_drawn_by_lot_is_odd_and_a_year_of_birth_is_not() {
        for email in
            ["ada.lovelace@example.org", "mmuster1984@gmx.de", "krzysztof_w@wp.pl", "2cool4u@gmail.com"]
        {
            assert!(!see(email).is_odd, "{email}");
        }
        for email in ["xk3q9zv2b@example.org", "qzxwvkpt@example.org", "a8f3k2l9@gmail.com"] {
            assert!(see(email).is_odd, "{email}");
        }
    }
}
