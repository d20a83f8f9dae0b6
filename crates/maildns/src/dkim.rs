//! Whether the key is there with which receivers check a mail's signature (RFC 6376, section 3.6).

use crate::dns::{Dns, Silence};
use crate::{tag, tags};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Under which name a mail server signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector {
    pub name: String,
    /// The domain it signs for, where that is not the sender's own.
    pub domain: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dkim {
    Found(DkimKey),
    /// The record is there without a key: signatures with it are to fail.
    Revoked {
        at: String,
    },
    Missing {
        at: String,
    },
    /// It is no key that receivers can use.
    Broken {
        at: String,
        text: String,
    },
    /// No selector was named, and none of the usual ones leads to a key.
    Untold,
    Silent(Silence),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DkimKey {
    pub selector: String,
    /// The domain that the signature stands for.
    pub domain: String,
    /// The name that the record stands at.
    pub at: String,
    /// Whether the selector was one of the usual ones that were tried, and not named.
    pub guessed: bool,
    /// Length of an RSA key; nothing for an Ed25519 key (RFC 8463).
    pub bits: Option<usize>,
    /// Receivers are told to make no difference between signed and unsigned mails.
    pub testing: bool,
}

/// Selectors that mail servers and mail services use unless told otherwise.
const USUAL: [&str; 16] = [
    "default",
    "dkim",
    "mail",
    "smtp",
    "google",
    "selector1",
    "selector2",
    "s1",
    "s2",
    "k1",
    "k2",
    "k3",
    "fm1",
    "mxvault",
    "protonmail",
    "zoho",
];

pub async fn find(dns: &Dns, domain: &str, selectors: &[Selector]) -> Vec<Dkim> {
    if selectors.is_empty() {
        return vec![usual(dns, domain).await];
    }
    let mut found = Vec::new();
    for selector in selectors {
        let domain = selector.domain.as_deref().unwrap_or(domain);
        found.push(at(dns, &selector.name, domain, false).await);
    }
    found
}

/// The first of the usual selectors that has a key.
async fn usual(dns: &Dns, domain: &str) -> Dkim {
    let mut asking = tokio::task::JoinSet::new();
    for (place, selector) in USUAL.into_iter().enumerate() {
        let (dns, domain) = (dns.clone(), domain.to_owned());
        asking.spawn(async move { (place, at(&dns, selector, &domain, true).await) });
    }
    let mut all = asking.join_all().await;
    all.sort_by_key(|(place, _)| *place);
    let silent = all.iter().find(|(_, one)| matches!(one, Dkim::Silent(_))).cloned();
    let found = all.into_iter().find(|(_, one)| matches!(one, Dkim::Found(_)));
    found.or(silent).map_or(Dkim::Untold, |(_, one)| one)
}

async fn at(dns: &Dns, selector: &str, domain: &str, guessed: bool) -> Dkim {
    let at = format!("{selector}._domainkey.{domain}");
    match dns.texts(&at).await {
        Err(silence) => Dkim::Silent(silence),
        Ok(texts) => match texts.into_iter().next() {
            None => Dkim::Missing { at },
            Some(text) => read(selector, domain, at, text, guessed),
        },
    }
}

fn read(selector: &str, domain: &str, at: String, text: String, guessed: bool) -> Dkim {
    let tags = tags(&text);
    let version = tag(&tags, "v").is_none_or(|version| version == "DKIM1");
    let Some(key) = tag(&tags, "p").filter(|_| version) else { return Dkim::Broken { at, text } };
    let key: String = key.chars().filter(|one| !one.is_whitespace()).collect();
    if key.is_empty() {
        return Dkim::Revoked { at };
    }
    let kind = tag(&tags, "k").unwrap_or("rsa");
    let bits = match (kind, STANDARD.decode(&key)) {
        ("ed25519", Ok(key)) if key.len() == 32 => None,
        ("rsa", Ok(key)) if key.len() > 60 => Some(rsa_bits(&key)),
        _ => return Dkim::Broken { at, text },
    };
    let testing = tag(&tags, "t").is_some_and(|flags| flags.split(':').any(|flag| flag.trim() == "y"));
    let (selector, domain) = (selector.to_owned(), domain.to_owned());
    Dkim::Found(DkimKey { selector, domain, at, guessed, bits, testing })
}

/// Length of an RSA key by the length of its wrapping, which takes 34 to 38 bytes (RFC 5280, section
/// 4.1.2.7): to the next lower multiple of 256.
fn rsa_bits(key: &[u8]) -> usize {
    (key.len() - 34) * 8 / 256 * 256
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Dkim {
        read("mail", "example.org", "mail._domainkey.example.org".to_owned(), text.to_owned(), false)
    }

    #[test]
    fn the_length_of_a_key_is_told_from_its_wrapping() {
        for (bytes, bits) in [(94, 256), (162, 1024), (294, 2048), (550, 4096)] {
            assert_eq!(rsa_bits(&vec![0; bytes]), bits, "{bytes}");
        }
    }

    #[test]
    fn a_key_is_found_revoked_or_broken() {
        let key = STANDARD.encode([1; 294]);
        let Dkim::Found(found) = read_text(&format!("v=DKIM1; k=rsa; t=y:s; p={key}")) else { panic!() };
        assert!(found.bits == Some(2048) && found.testing);
        let Dkim::Found(found) = read_text(&format!("k=ed25519; p={}", STANDARD.encode([1; 32]))) else {
            panic!()
        };
        assert!(found.bits.is_none() && !found.testing);
        assert!(matches!(read_text("v=DKIM1; p="), Dkim::Revoked { .. }));
        for broken in ["v=DKIM1", "v=DKIM2; p=AAAA", "v=DKIM1; p=AAAA", "v=DKIM1; k=dsa; p=AAAA", "p=%"] {
            assert!(matches!(read_text(broken), Dkim::Broken { .. }), "{broken}");
        }
    }
}
