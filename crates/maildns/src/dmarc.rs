//! What receivers are to do with mails that neither SPF nor DKIM stands for (RFC 7489).

use crate::dns::{Dns, Silence};
use crate::{organisational, tag, tags};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dmarc {
    Missing,
    /// Several records at one name: receivers take none of them (section 6.6.3).
    Several {
        at: String,
    },
    /// No receiver can read its policy.
    Broken {
        at: String,
        text: String,
    },
    Found(DmarcPolicy),
    Silent(Silence),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DmarcPolicy {
    /// The name that the record stands at.
    pub at: String,
    pub text: String,
    /// What holds for the domain that was asked about: of an organisation's record the wish for subdomains.
    pub wish: Wish,
    /// Whether the signing domain must be the sender's very own.
    pub strict_dkim: bool,
    /// Whether the envelope's domain must be the sender's very own.
    pub strict_spf: bool,
    /// Whether reports are asked for.
    pub reports: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    None,
    Quarantine,
    Reject,
}

/// At the domain itself, else at its organisation's.
pub async fn find(dns: &Dns, domain: &str) -> Dmarc {
    let own = at(dns, domain, false).await;
    let organisation = organisational(domain);
    if own == Dmarc::Missing && organisation != domain { at(dns, organisation, true).await } else { own }
}

async fn at(dns: &Dns, domain: &str, inherited: bool) -> Dmarc {
    let at = format!("_dmarc.{domain}");
    let texts = match dns.texts(&at).await {
        Ok(texts) => texts,
        Err(silence) => return Dmarc::Silent(silence),
    };
    let mut records = texts.into_iter().filter(|text| is_dmarc(text));
    match (records.next(), records.next()) {
        (None, _) => Dmarc::Missing,
        (Some(text), None) => read(at, text, inherited),
        _ => Dmarc::Several { at },
    }
}

/// `v=DMARC1` comes first and is written just so (section 6.3).
fn is_dmarc(text: &str) -> bool {
    let first = text.split(';').next().and_then(|first| first.split_once('='));
    first.is_some_and(|(name, value)| name.trim() == "v" && value.trim() == "DMARC1")
}

fn read(at: String, text: String, inherited: bool) -> Dmarc {
    let tags = tags(&text);
    let reports = tag(&tags, "rua").is_some_and(|value| !value.is_empty());
    let wish = |name| {
        tag(&tags, name).map(|value| match value.to_ascii_lowercase().as_str() {
            "none" => Ok(Wish::None),
            "quarantine" => Ok(Wish::Quarantine),
            "reject" => Ok(Wish::Reject),
            _ => Err(()),
        })
    };
    let for_subdomains = if inherited { wish("sp") } else { None };
    let wish = match for_subdomains.or_else(|| wish("p")) {
        Some(Ok(wish)) => wish,
        // Without a policy that can be read, one that asks for reports counts as none (section 6.6.3).
        _ if reports => Wish::None,
        _ => return Dmarc::Broken { at, text },
    };
    let strict = |name| tag(&tags, name).is_some_and(|value| value.eq_ignore_ascii_case("s"));
    let (strict_dkim, strict_spf) = (strict("adkim"), strict("aspf"));
    Dmarc::Found(DmarcPolicy { at, text, wish, strict_dkim, strict_spf, reports })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, inherited: bool) -> DmarcPolicy {
        match read("_dmarc.example.org".to_owned(), text.to_owned(), inherited) {
            Dmarc::Found(policy) => policy,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn a_policy_is_read_and_a_subdomain_heeds_its_own_wish() {
        let text = "v=DMARC1; p=reject; sp=quarantine; aspf=s; rua=mailto:d@example.org";
        assert_eq!((found(text, false).wish, found(text, true).wish), (Wish::Reject, Wish::Quarantine));
        assert!(
            found(text, false).strict_spf && !found(text, false).strict_dkim && found(text, false).reports
        );
        assert_eq!(found("v=DMARC1;p=none", true).wish, Wish::None);
    }

    #[test]
    fn what_receivers_cannot_read_is_no_policy() {
        let broken = |text: &str| matches!(read(String::new(), text.to_owned(), false), Dmarc::Broken { .. });
        assert!(broken("v=DMARC1") && broken("v=DMARC1; p=maybe"));
        assert_eq!(found("v=DMARC1; p=maybe; rua=mailto:d@example.org", false).wish, Wish::None);
        assert!(is_dmarc("v = DMARC1 ;p=none") && !is_dmarc("v=DMARC1x; p=none") && !is_dmarc("v=spf1 -all"));
    }
}
