//! What the DNS says of the domains that mails come from, as findings: what is missing, and exactly what to
//! put there. It asks nobody; `trials` does.

use super::facts::Findings;
use broadside_maildns::{
    Covers, Dkim, DkimKey, Dmarc, Mx, Records, Report, Spf, SpfFlaw, SpfRecord, Wish, merged, with_term,
};

/// A shorter RSA key is refused by receivers (RFC 8301, section 3.2).
const SHORTEST_KEY: usize = 1_024;
/// Begins by watching; a policy that puts mails aside comes once they pass.
const FIRST_DMARC: &str = "v=DMARC1; p=none";

/// Who sends for a domain.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    pub domain: &'a str,
    /// The name of the machine that hands the mails on; nothing where it has none of the whole world's.
    pub server: Option<&'a str>,
}

pub fn judge(from: Origin, report: &Report, findings: &mut Findings) {
    let domain = from.domain;
    match report {
        Report::NoDomain => {
            findings.wrong("doctor-dns-no-domain").with("domain", &domain);
        }
        Report::Silent(silence) => {
            findings.wrong("doctor-dns-silent").with("domain", &domain).with("reason", &silence);
        }
        Report::Found(records) => records_of(from, records, findings),
    }
}

fn records_of(from: Origin, records: &Records, findings: &mut Findings) {
    let domain = from.domain;
    spf(from, &records.spf, findings);
    for one in &records.dkim {
        dkim(domain, one, findings);
    }
    dmarc(domain, &records.dmarc, findings);
    match &records.mx {
        Mx::Found(servers) => {
            findings.well("doctor-mx-found").with("domain", &domain).with("servers", &servers.join(", "));
        }
        Mx::Implied => {
            findings.note("doctor-mx-implied").with("domain", &domain);
        }
        Mx::Refused => {
            findings.wrong("doctor-mx-refused").with("domain", &domain);
        }
        Mx::Missing => {
            findings.wrong("doctor-mx-missing").with("domain", &domain);
        }
        Mx::Silent(silence) => {
            findings.wrong("doctor-dns-silent").with("domain", &domain).with("reason", &silence);
        }
    }
}

/// The term that lets the mail server send.
fn own_term(from: Origin) -> String {
    from.server.map_or_else(|| "mx".to_owned(), |server| format!("a:{server}"))
}

fn spf(from: Origin, spf: &Spf, findings: &mut Findings) {
    let domain = from.domain;
    match spf {
        Spf::Missing => {
            let value = format!("v=spf1 {} ~all", own_term(from));
            findings.wrong("doctor-spf-missing").with("domain", &domain).put("TXT", domain, value);
        }
        Spf::Several(records) => {
            let fact = findings.wrong("doctor-spf-several").with("domain", &domain);
            fact.with("count", &records.len()).put("TXT", domain, merged(records));
        }
        Spf::Broken { text, flaw } => {
            match flaw {
                SpfFlaw::Lookups(count) => findings.wrong("doctor-spf-lookups").with("count", count),
                SpfFlaw::Nowhere(names) => {
                    findings.wrong("doctor-spf-nowhere").with("names", &names.join(", "))
                }
                SpfFlaw::Term(term) => findings.wrong("doctor-spf-term").with("term", term),
                SpfFlaw::Included(name) => findings.wrong("doctor-spf-included").with("name", name),
            }
            .with("domain", &domain)
            .with("text", text);
        }
        Spf::Found(record) => spf_record(from, record, findings),
        Spf::Silent(silence) => {
            findings.wrong("doctor-dns-silent").with("domain", &domain).with("reason", silence);
        }
    }
}

fn spf_record(from: Origin, record: &SpfRecord, findings: &mut Findings) {
    let domain = from.domain;
    if record.lets_everybody {
        let value = merged(std::slice::from_ref(&record.text));
        findings.wrong("doctor-spf-everybody").with("domain", &domain).put("TXT", domain, value);
    } else if let Covers::No(servers) = &record.covers {
        let servers: Vec<String> = servers.iter().map(ToString::to_string).collect();
        let fact = findings.wrong("doctor-spf-without-us").with("domain", &domain);
        fact.with("servers", &servers.join(", "));
        fact.put("TXT", domain, with_term(&record.text, &own_term(from)));
    } else {
        findings.well("doctor-spf-found").with("domain", &domain).with("text", &record.text);
    }
}

fn dkim(domain: &str, dkim: &Dkim, findings: &mut Findings) {
    match dkim {
        Dkim::Found(key) => dkim_key(domain, key, findings),
        Dkim::Revoked { at } => {
            findings.wrong("doctor-dkim-revoked").with("at", at);
        }
        Dkim::Missing { at } => {
            let fact = findings.wrong("doctor-dkim-missing").with("at", at);
            fact.put("TXT", at, "v=DKIM1; k=rsa; p=…");
        }
        Dkim::Broken { at, text } => {
            let fact = findings.wrong("doctor-dkim-broken").with("at", at).with("text", text);
            fact.put("TXT", at, "v=DKIM1; k=rsa; p=…");
        }
        Dkim::Untold => {
            findings.note("doctor-dkim-untold").with("domain", &domain);
        }
        Dkim::Silent(silence) => {
            findings.wrong("doctor-dns-silent").with("domain", &domain).with("reason", silence);
        }
    }
}

fn dkim_key(domain: &str, key: &DkimKey, findings: &mut Findings) {
    if let Some(bits) = key.bits.filter(|bits| *bits < SHORTEST_KEY) {
        findings.wrong("doctor-dkim-short").with("at", &key.at).with("bits", &bits);
    } else if key.testing {
        findings.note("doctor-dkim-testing").with("at", &key.at);
    } else if key.guessed {
        findings.well("doctor-dkim-guessed").with("domain", &domain).with("at", &key.at);
    } else {
        findings.well("doctor-dkim-found").with("at", &key.at);
    }
}

fn dmarc(domain: &str, dmarc: &Dmarc, findings: &mut Findings) {
    match dmarc {
        Dmarc::Missing => {
            let at = format!("_dmarc.{domain}");
            findings.wrong("doctor-dmarc-missing").with("domain", &domain).put("TXT", at, FIRST_DMARC);
        }
        Dmarc::Several { at } => {
            findings.wrong("doctor-dmarc-several").with("at", at).put("TXT", at, FIRST_DMARC);
        }
        Dmarc::Broken { at, text } => {
            let fact = findings.wrong("doctor-dmarc-broken").with("at", at).with("text", text);
            fact.put("TXT", at, FIRST_DMARC);
        }
        Dmarc::Found(policy) => {
            let key = match policy.wish {
                Wish::None => "doctor-dmarc-watches",
                Wish::Quarantine | Wish::Reject => "doctor-dmarc-found",
            };
            findings.well(key).with("at", &policy.at).with("text", &policy.text);
        }
        Dmarc::Silent(silence) => {
            findings.wrong("doctor-dns-silent").with("domain", &domain).with("reason", silence);
        }
    }
}
