//! A well-known mail domain, mistyped: suggested, never put in place of what was typed.

use crate::Address;

/// Domains that many people have their mail at: what a typo may have meant.
const WELL_KNOWN: [&str; 34] = [
    "gmail.com",
    "hotmail.com",
    "outlook.com",
    "yahoo.com",
    "icloud.com",
    "live.com",
    "msn.com",
    "aol.com",
    "proton.me",
    "protonmail.com",
    "gmx.com",
    "gmx.net",
    "gmx.de",
    "web.de",
    "t-online.de",
    "freenet.de",
    "googlemail.com",
    "yahoo.co.uk",
    "hotmail.co.uk",
    "yahoo.fr",
    "hotmail.fr",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "laposte.net",
    "libero.it",
    "hotmail.it",
    "yahoo.es",
    "hotmail.es",
    "comcast.net",
    "verizon.net",
    "fastmail.com",
    "mail.ru",
    "yandex.ru",
];

/// Real domains that look like a typo of one of the above.
const REAL: [&str; 34] = [
    "mail.com",
    "email.com",
    "ymail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.us",
    "gmx.fr",
    "gmx.es",
    "live.de",
    "live.fr",
    "live.nl",
    "live.co.uk",
    "live.it",
    "live.ca",
    "aol.de",
    "aol.fr",
    "aol.co.uk",
    "yahoo.de",
    "yahoo.it",
    "yahoo.ca",
    "yahoo.in",
    "hotmail.de",
    "hotmail.nl",
    "hotmail.ca",
    "outlook.de",
    "outlook.fr",
    "outlook.es",
    "outlook.it",
    "pm.me",
    "me.com",
    "mac.com",
    "ya.ru",
    "yandex.com",
    "free.com",
];

/// Endings that are no ending, and what was meant.
const ENDINGS: [(&str, &str); 10] = [
    (".con", ".com"),
    (".cmo", ".com"),
    (".ocm", ".com"),
    (".comm", ".com"),
    (".vom", ".com"),
    (".xom", ".com"),
    (".cpm", ".com"),
    (".ent", ".net"),
    (".nte", ".net"),
    (".ogr", ".org"),
];

impl Address {
    /// The whole address with the domain that was evidently meant; nothing where there is no doubt.
    pub fn suggestion(&self) -> Option<String> {
        let domain = meant(&self.ascii_domain)?;
        Some(format!("{}@{domain}", self.local))
    }
}

fn meant(domain: &str) -> Option<String> {
    if WELL_KNOWN.contains(&domain) || REAL.contains(&domain) || is_reserved(domain) {
        return None;
    }
    let near = WELL_KNOWN
        .iter()
        .filter(|known| known.len().abs_diff(domain.len()) <= 2)
        .map(|known| (strsim::osa_distance(known, domain), *known))
        // Two slips are a typo only where much is alike, and only in the name: another ending is another domain.
        .filter(|(distance, known)| {
            *distance == 1 && known.len() >= 7
                || *distance == 2 && known.len() >= 10 && ending(known) == ending(domain)
        })
        .min();
    if let Some((_, known)) = near {
        return Some(known.to_owned());
    }
    ENDINGS.iter().find_map(|(slip, ending)| Some(format!("{}{ending}", domain.strip_suffix(slip)?)))
}

fn ending(domain: &str) -> &str {
    domain.rsplit('.').next().unwrap_or(domain)
}

/// Names that RFC 2606 and RFC 6761 keep for examples and tests.
fn is_reserved(domain: &str) -> bool {
    matches!(ending(domain), "example" | "test" | "invalid" | "localhost")
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
            "tmail.example",
        ] {
            assert_eq!(suggested(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_suggestion_is_another_address_and_needs_no_further_one(domain in "[a-z]{1,9}\\.(com|con|cmo|net|org|fr|co\\.uk)") {
            if let Some(better) = suggested(&domain) {
                prop_assert_ne!(&better, &format!("ada@{domain}"));
                prop_assert_eq!(Address::parse(&better).unwrap().suggestion(), None);
            }
        }
    }
}
