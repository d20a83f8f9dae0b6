//! A well-known mail domain, mistyped: suggested, never put in place of what was typed.
//!
//! Believed are all domains that are known to be real and whatever is not evidently a slip. On the
//! way of every sign-on, so that a known domain costs a look-up and another one some comparisons of
//! letters; nothing is allocated before something is near.

use crate::Address;
use crate::domains::{ENDINGS, KNOWN, MEANT, NO_ENDINGS};

impl Address {
    /// The whole address with the domain that was evidently meant; nothing where there is a doubt.
    pub fn suggestion(&self) -> Option<String> {
        let domain = meant(&self.ascii_domain)?;
        Some(format!("{}@{domain}", self.local))
    }
}

fn meant(domain: &str) -> Option<String> {
    if KNOWN.binary_search(&domain).is_ok() || is_reserved(domain) {
        return None;
    }
    let (name, ending) = domain.split_once('.')?;
    let put_right = right_ending(name, ending);
    let ending = put_right.unwrap_or(ending);
    if let Some(near) = near(name, ending) {
        return Some(near.to_owned());
    }
    // Not every domain is known to us, but an ending that does not exist is a slip at each of them.
    put_right.map(|ending| format!("{name}.{ending}"))
}

/// The ending that was meant by one that does not exist, or that this name is not known to have.
fn right_ending(name: &str, ending: &str) -> Option<&'static str> {
    let nowhere = NO_ENDINGS.iter().find(|(slip, _)| *slip == ending);
    let not_here = || {
        ENDINGS
            .iter()
            .find(|(slip, meant)| *slip == ending && MEANT.iter().any(|known| known.is(name, meant)))
    };
    nowhere.or_else(not_here).map(|(_, meant)| *meant)
}

/// The well-known domain with the same ending, and a name one slip away, or two in a long one.
fn near(name: &str, ending: &str) -> Option<&'static str> {
    let typed = letters(name);
    let mut nearest: Option<(usize, &'static str)> = None;
    for known in MEANT.iter().filter(|known| known.ending() == ending) {
        let most = if known.name.len() >= LONG { 2 } else { 1 };
        // Each slip changes at most two of the letters that a name has.
        if known.name.len().abs_diff(name.len()) > most
            || (known.letters ^ typed).count_ones() as usize > 2 * most
            || known.name.len() < LONG && !begin_alike(known.name, name)
        {
            continue;
        }
        let slips = strsim::osa_distance(known.name, name);
        if slips <= most && nearest.is_none_or(|(fewest, _)| slips < fewest) {
            nearest = Some((slips, known.domain));
        }
    }
    nearest.map(|(_, domain)| domain)
}

/// Names of so many letters have no neighbours that are words of their own.
const LONG: usize = 7;

/// Whether short names begin with the same letter, or with their first two the other way round: in
/// `hmail` and `gmail` the first letter is the difference.
fn begin_alike(known: &str, typed: &str) -> bool {
    let (known, typed) = (known.as_bytes(), typed.as_bytes());
    known.first() == typed.first()
        || known.len() > 1 && known.first() == typed.get(1) && known.get(1) == typed.first()
}

/// Which of the letters a to z a name has, a bit each; every other character is one more.
pub(crate) const fn letters(name: &str) -> u32 {
    let bytes = name.as_bytes();
    let (mut found, mut at) = (0, 0);
    while at < bytes.len() {
        let place = if bytes[at].is_ascii_lowercase() { bytes[at] - b'a' } else { 26 };
        found |= 1 << place;
        at += 1;
    }
    found
}

/// Names that RFC 2606 and RFC 6761 keep for examples and tests.
fn is_reserved(domain: &str) -> bool {
    matches!(domain.rsplit('.').next(), Some("example" | "test" | "invalid" | "localhost"))
        || ["example.com", "example.net", "example.org"].iter().any(|kept| {
            domain.strip_suffix(kept).is_some_and(|before| before.is_empty() || before.ends_with('.'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn suggested(domain: &str) -> Option<String> {
        Address::parse(&format!("ada@{domain}")).unwrap().suggestion()
    }

    #[test]
    fn an_evident_typo_is_pointed_out() {
        for (typed, meant) in [
            ("gmial.com", "gmail.com"),
            ("gmai.com", "gmail.com"),
            ("gamil.com", "gmail.com"),
            ("gmail.con", "gmail.com"),
            ("gmail.co", "gmail.com"),
            ("gmaill.com", "gmail.com"),
            ("hotmial.com", "hotmail.com"),
            ("hotmal.com", "hotmail.com"),
            ("yaho.com", "yahoo.com"),
            ("yahooo.com", "yahoo.com"),
            ("outlok.com", "outlook.com"),
            ("outloook.com", "outlook.com"),
            ("iclod.com", "icloud.com"),
            ("protonmial.com", "protonmail.com"),
            ("mgail.com", "gmail.com"),
            ("gmail.comm", "gmail.com"),
            ("gmail.cm", "gmail.com"),
            ("gmial.con", "gmail.com"),
            ("hotmail.co", "hotmail.com"),
            ("hotnail.com", "hotmail.com"),
            ("hotmali.co.uk", "hotmail.co.uk"),
            ("hotmail.co.ku", "hotmail.co.uk"),
            ("hotmial.es", "hotmail.es"),
            ("homtali.com", "hotmail.com"),
            ("yahho.co.uk", "yahoo.co.uk"),
            ("yhaoo.com", "yahoo.com"),
            ("otlook.com", "outlook.com"),
            ("protonmail.con", "protonmail.com"),
            ("porton.me", "proton.me"),
            ("university.ogr", "university.org"),
            ("company.con", "company.com"),
        ] {
            assert_eq!(suggested(typed), Some(format!("ada@{meant}")), "{typed}");
        }
    }

    #[test]
    fn a_real_domain_is_believed() {
        for typed in [
            "gmail.com",
            "mail.com",
            "ymail.com",
            "email.com",
            "gmx.at",
            "live.nl",
            "aol.de",
            "hotmail.co.uk",
            "me.com",
            "example.org",
            "mail.example.com",
            "fightforthefuture.org",
            "greenpeace.org",
            "a.co",
            "web.com",
            "gov.uk",
            "main.com",
            "gmx.de",
            "gmx.net",
            "cloud.com",
            "love.com",
            "five.com",
            "grail.com",
            "hotel.com",
            "outback.com",
            "hotmail.be",
            "hotmail.se",
            "hotmail.com.br",
            "yahoo.com.br",
            "yahoo.co.in",
            "yahoo.ie",
            "live.be",
            "live.com.mx",
            "outlook.be",
            "mail.ru",
            "mail.de",
            "gm.com",
            "aon.com",
            "msu.edu",
            "hmail.com",
            "company.co",
            "company.cm",
            "mail.gmial.example",
            "test.gmail.com",
            "xn--gmal-nza.com",
        ] {
            assert_eq!(suggested(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_was_typed_before_the_at_stays_as_it_is() {
        let typed = Address::parse("Ada.Lovelace+Letters@GMIAL.com").unwrap();
        assert_eq!(typed.suggestion().as_deref(), Some("Ada.Lovelace+Letters@gmail.com"));
    }

    proptest! {
        #[test]
        fn a_suggestion_is_another_address_and_needs_no_further_one(
            domain in proptest::prop_oneof![
                "[a-z]{1,9}\\.(com|con|cmo|net|org|fr|co|co\\.uk|co\\.ku)",
                "[gmailyhotuk]{4,8}\\.(com|con|co|cm|es|fr|me)",
                "(gmx|live|msn|aol|web|mail|free|yahoo|gmail|hotmail)\\.[comnetdfrk.]{2,5}"
                    .prop_filter("a domain", |domain| Address::parse(&format!("a@{domain}")).is_ok()),
            ]
        ) {
            if let Some(better) = suggested(&domain) {
                prop_assert_ne!(&better, &format!("ada@{domain}"));
                prop_assert_eq!(Address::parse(&better).unwrap().suggestion(), None);
            }
        }
    }
}
