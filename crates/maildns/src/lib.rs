//! What the DNS says of mails from a domain: whether bounces and replies arrive (MX, RFC 5321), which
//! machines may send (SPF, RFC 7208), whether a key for signatures is there (DKIM, RFC 6376), and what is to
//! become of mails that fail both (DMARC, RFC 7489).
//!
//! It asks and says what it was told. It keeps nothing, changes nothing, and waits for nobody for long.

mod dkim;
mod dmarc;
mod dns;
mod mx;
mod spf;

pub use dkim::{Dkim, DkimKey, Selector};
pub use dmarc::{Dmarc, DmarcPolicy, Wish};
pub use dns::{Dns, Silence};
pub use mx::Mx;
pub use spf::{Covers, Spf, SpfFlaw, SpfRecord, merged, with_term};

use std::net::IpAddr;

/// Who sends: the domain of the sender's address, the machines that hand the mails on as far as they are
/// known, and the selectors whose keys sign.
#[derive(Clone, Copy, Debug)]
pub struct Sender<'a> {
    pub domain: &'a str,
    pub servers: &'a [IpAddr],
    /// Empty where nobody has said: then the usual ones are tried.
    pub selectors: &'a [Selector],
}

/// Everything that was found out about a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// There is no such domain.
    NoDomain,
    Silent(Silence),
    Found(Box<Records>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Records {
    pub mx: Mx,
    pub spf: Spf,
    /// One for each selector that was named; where none was, one in all.
    pub dkim: Vec<Dkim>,
    pub dmarc: Dmarc,
}

/// Asks after everything at once.
pub async fn examine(dns: &Dns, sender: Sender<'_>) -> Report {
    match dns.exists(sender.domain).await {
        Err(silence) => return Report::Silent(silence),
        Ok(false) => return Report::NoDomain,
        Ok(true) => {}
    }
    let (mx, spf, dkim, dmarc) = tokio::join!(
        mx::find(dns, sender.domain),
        spf::find(dns, sender.domain, sender.servers),
        dkim::find(dns, sender.domain, sender.selectors),
        dmarc::find(dns, sender.domain),
    );
    Report::Found(Box::new(Records { mx, spf, dkim, dmarc }))
}

/// The domain under a public suffix that a name belongs to: `example.co.uk` of `mail.example.co.uk`
/// (RFC 7489, section 3.2).
fn organisational(domain: &str) -> &str {
    psl::domain_str(domain).unwrap_or(domain)
}

/// A text record's tags, as `v=DMARC1; p=none` holds them (RFC 6376, section 3.2).
fn tags(text: &str) -> Vec<(String, &str)> {
    text.split(';')
        .filter_map(|tag| tag.split_once('='))
        .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim()))
        .collect()
}

fn tag<'t>(tags: &[(String, &'t str)], name: &str) -> Option<&'t str> {
    tags.iter().find(|(known, _)| known == name).map(|(_, value)| *value)
}
