//! Whether what is answered to a domain's mails arrives.

use crate::dns::{Dns, Silence};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mx {
    /// Names of the machines that take the domain's mail, without the dot at their end.
    Found(Vec<String>),
    /// The domain says that it takes no mail (RFC 7505).
    Refused,
    /// No machine is named; senders try the domain's own address (RFC 5321, section 5.1).
    Implied,
    Missing,
    Silent(Silence),
}

pub async fn find(dns: &Dns, domain: &str) -> Mx {
    let exchangers = match dns.exchangers(domain).await {
        Ok(exchangers) => exchangers,
        Err(silence) => return Mx::Silent(silence),
    };
    match exchangers.as_slice() {
        [only] if only == "." => Mx::Refused,
        [] => match dns.addresses(domain).await {
            Ok(addresses) if addresses.is_empty() => Mx::Missing,
            Ok(_) => Mx::Implied,
            Err(silence) => Mx::Silent(silence),
        },
        named => Mx::Found(named.iter().map(|name| name.trim_end_matches('.').to_owned()).collect()),
    }
}
