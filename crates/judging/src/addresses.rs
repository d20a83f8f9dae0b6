//! Addresses: whose domain is thrown away or anybody's, and which local part is as if drawn by lot.

use crate::letters::{fold, surprise};
use crate::signals::Signal;
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
    /// Whether a domain of its own is shared by who has an address there: nobody may have one who wishes, it
    /// forwards to nobody's own, and it is not thrown away.
    pub is_shared: bool,
    pub signals: Vec<Signal>,
}

pub fn see(email: &str, name: &str) -> Seen {
    let canonical =
        Address::parse(email).map_or_else(|_| email.to_lowercase(), |address| address.canonical());
    let (local, domain) = canonical.rsplit_once('@').unwrap_or((&canonical, ""));
    if RELAYS.iter().any(|relay| is_under(domain, relay)) {
        return Seen { domain: domain.to_owned(), is_shared: false, signals: Vec::new() };
    }
    let (is_disposable, is_free) = (is_disposable(domain), broadside_address::is_free(domain));
    let shown = [
        (Signal::Disposable, is_disposable),
        (Signal::OddAddress, is_odd(local)),
        (Signal::OtherName, is_of_another(local, name)),
        // Elsewhere a number may be what everybody has: a student’s, say.
        (Signal::Numbered, is_free && digits_at_end(local) >= 3),
    ];
    Seen {
        is_shared: !is_disposable && !is_free,
        signals: shown.into_iter().filter(|(_, is_shown)| *is_shown).map(|(signal, _)| signal).collect(),
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

fn digits_at_end(local: &str) -> usize {
    local.chars().rev().take_while(char::is_ascii_digit).count()
}

/// Whether no word of the name, and no four letters in a row of one, are in the address. Nothing is said of names in
/// other scripts, which an address spells in ways of its own, nor of short addresses.
fn is_of_another(local: &str, name: &str) -> bool {
    const LETTERS: usize = 8;
    const IN_A_ROW: usize = 4;
    let address: String = fold(local).chars().filter(char::is_ascii_lowercase).collect();
    let folded = fold(name);
    let is_latin = folded.chars().filter(|c| c.is_alphabetic()).all(|c| c.is_ascii());
    let words = || folded.split(|c: char| !c.is_ascii_lowercase()).filter(|word| word.len() >= 3);
    let rows = |word: &str| {
        word.as_bytes().windows(IN_A_ROW.min(word.len())).map(<[u8]>::to_vec).collect::<Vec<_>>()
    };
    let holds = |row: &[u8]| address.as_bytes().windows(row.len()).any(|at| at == row);
    is_latin
        && address.len() >= LETTERS
        && words().next().is_some()
        && !words().flat_map(rows).any(|row| holds(&row))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shows(email: &str, signal: Signal) -> bool {
        see(email, "").signals.contains(&signal)
    }

    #[test]
    fn an_address_of_somebody_else_is_told_from_ones_own_and_from_what_is_nobodys() {
        let of_another = |email: &str, name: &str| see(email, name).signals.contains(&Signal::OtherName);
        assert!(of_another("holgerbraun1232@gmail.com", "Stefan Brandt"));
        assert!(of_another("gayle.white@gmail.com", "Sylvan Connelly"));
        assert!(!of_another("stefan.brandt@gmail.com", "Stefan Brandt"));
        assert!(!of_another("sbrandt77@gmail.com", "Stefan Brandt"));
        assert!(!of_another("stefanie.musterfrau@gmail.com", "Stefan Brandt"), "a name that is like it");
        assert!(!of_another("info@example.org", "Stefan Brandt"), "too short to be a name");
        assert!(!of_another("wangfang88@qq.com", "王芳"));
        assert!(!of_another("aleksandr.ivanov@mail.ru", "Александр Иванов"));
        assert!(!of_another("qxzmvkptlw@privaterelay.appleid.com", "Stefan Brandt"));
    }

    #[test]
    fn what_is_thrown_away_is_known_and_what_forwards_is_not_taken_for_it() {
        assert!(shows("ada@mailinator.com", Signal::Disposable));
        for relay in RELAYS {
            let seen = see(&format!("k3x9q2a7f@{relay}"), "Ada Lovelace");
            assert!(seen.signals.is_empty() && !seen.is_shared, "{relay}");
        }
        for domain in
            ["gmail.com", "gmx.de", "yahoo.co.uk", "outlook.com", "proton.me", "tutanota.com", "posteo.de"]
        {
            assert!(!shows(&format!("ada@{domain}"), Signal::Disposable), "{domain}");
        }
        assert!(see("ada@firm.example", "").is_shared && !see("ada@gmail.com", "").is_shared);
    }

    #[test]
    fn an_address_drawn_by_lot_is_odd_and_a_year_of_birth_is_not() {
        for email in
            ["ada.lovelace@example.org", "mmuster1984@gmx.de", "krzysztof_w@wp.pl", "2cool4u@gmail.com"]
        {
            assert!(!shows(email, Signal::OddAddress), "{email}");
        }
        for email in ["xk3q9zv2b@example.org", "qzxwvkpt@example.org", "a8f3k2l9@gmail.com"] {
            assert!(shows(email, Signal::OddAddress), "{email}");
        }
        assert!(shows("mmuster1984@gmx.de", Signal::Numbered) && !shows("ada77@gmx.de", Signal::Numbered));
        assert!(!shows("s1234567@students.example.edu", Signal::Numbered));
    }
}
