//! Which machines may send for a domain (RFC 7208). The record is read with all that it includes, so that
//! what receivers would stumble over is found whichever machine sends.

mod policy;

use crate::dns::{Dns, Silence};
use policy::{Reading, Verdict};
use std::net::IpAddr;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spf {
    Missing,
    /// Several records: receivers take none of them (section 4.5).
    Several(Vec<String>),
    /// Receivers cannot make sense of it: a permanent error (section 4.6).
    Broken {
        text: String,
        flaw: SpfFlaw,
    },
    Found(SpfRecord),
    Silent(Silence),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpfRecord {
    pub text: String,
    /// Questions that a receiver may have to ask the DNS for it: ten at most (section 4.6.4).
    pub lookups: usize,
    /// It lets every machine of the world send.
    pub lets_everybody: bool,
    pub covers: Covers,
}

/// Whether it covers the machines that hand the mails on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Covers {
    /// None is known, or the record decides by what cannot be foreseen.
    Untold,
    Yes,
    /// These not.
    No(Vec<IpAddr>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpfFlaw {
    /// More than ten questions, or as many as were asked before it was given up.
    Lookups(usize),
    /// More than two names that lead nowhere (section 4.6.4).
    Nowhere(Vec<String>),
    /// A term that is none.
    Term(String),
    /// What it includes has no record of its own (section 5.2).
    Included(String),
}

pub const MOST_LOOKUPS: usize = 10;
pub const MOST_NOWHERE: usize = 2;

pub async fn find(dns: &Dns, domain: &str, servers: &[IpAddr]) -> Spf {
    let texts = match dns.texts(domain).await {
        Ok(texts) => texts,
        Err(silence) => return Spf::Silent(silence),
    };
    let mut records: Vec<String> = texts.into_iter().filter(|text| is_spf(text)).collect();
    let text = match (records.pop(), records.is_empty()) {
        (None, _) => return Spf::Missing,
        (Some(text), true) => text,
        (Some(text), false) => {
            records.push(text);
            records.sort();
            return Spf::Several(records);
        }
    };
    let mut reading = Reading::new(dns);
    let policy = match reading.read(domain, &text, 0).await {
        Ok(policy) => policy,
        Err(policy::Stopped::Flaw(flaw)) => return Spf::Broken { text, flaw },
        Err(policy::Stopped::Silent(silence)) => return Spf::Silent(silence),
    };
    if let Some(flaw) = reading.flaw() {
        return Spf::Broken { text, flaw };
    }
    let verdicts: Vec<(IpAddr, Verdict)> =
        servers.iter().map(|server| (*server, policy.verdict(*server))).collect();
    let covered = verdicts.iter().any(|(_, verdict)| *verdict == Verdict::Pass);
    let untold = verdicts.iter().any(|(_, verdict)| *verdict == Verdict::Untold);
    let covers = match (covered, untold || servers.is_empty()) {
        (true, _) => Covers::Yes,
        (false, true) => Covers::Untold,
        (false, false) => Covers::No(servers.to_vec()),
    };
    Spf::Found(SpfRecord {
        lookups: reading.lookups(),
        lets_everybody: policy.lets_everybody(),
        covers,
        text,
    })
}

/// The version stands alone at the beginning (section 4.5).
pub fn is_spf(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    first.eq_ignore_ascii_case("v=spf1")
}

/// Records as one: every term once, in their order, and what holds for all others at the end.
pub fn merged(records: &[String]) -> String {
    let mut terms: Vec<&str> = Vec::new();
    let mut last = "~all";
    for term in records.iter().flat_map(|record| record.split(' ').skip(1)).filter(|term| !term.is_empty()) {
        if term.trim_start_matches(['+', '-', '~', '?']).eq_ignore_ascii_case("all") {
            // Letting everybody send is not carried on.
            last = if matches!(term, "-all" | "?all") { term } else { "~all" };
        } else if !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms.push(last);
    format!("v=spf1 {}", terms.join(" "))
}

/// A record with one more term, before all others.
pub fn with_term(record: &str, term: &str) -> String {
    let rest = record.get(6..).unwrap_or_default().trim();
    format!("v=spf1 {term} {rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_made_one_without_letting_everybody_send() {
        let records = ["v=spf1 mx include:a.example +all", "v=spf1 mx ip4:192.0.2.1 -all"].map(str::to_owned);
        assert_eq!(merged(&records), "v=spf1 mx include:a.example ip4:192.0.2.1 -all");
        assert_eq!(merged(&records[..1]), "v=spf1 mx include:a.example ~all");
        assert_eq!(with_term(&records[1], "ip4:192.0.2.7"), "v=spf1 ip4:192.0.2.7 mx ip4:192.0.2.1 -all");
    }
}
