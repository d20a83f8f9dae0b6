//! A record with all that it leads to: read by asking, then held against addresses without asking more.

use super::{MOST_LOOKUPS, MOST_NOWHERE, SpfFlaw, is_spf};
use crate::dns::{Dns, Silence};
use ipnet::IpNet;
use std::net::IpAddr;

/// What a record says of one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Pass,
    Refused,
    /// No term speaks of it.
    Neutral,
    /// It depends on what cannot be foreseen, as the name of the machine that asks.
    Untold,
}

#[derive(Debug, Default)]
pub struct Policy {
    terms: Vec<(Verdict, Mechanism)>,
    redirect: Option<Box<Policy>>,
}

#[derive(Debug)]
enum Mechanism {
    All,
    Networks(Vec<IpNet>),
    Include(Policy),
    Untold,
}

pub enum Stopped {
    Flaw(SpfFlaw),
    Silent(Silence),
}

impl From<Silence> for Stopped {
    fn from(silence: Silence) -> Self {
        Self::Silent(silence)
    }
}

impl Policy {
    /// The first term that fits decides (section 4.6.2).
    pub fn verdict(&self, address: IpAddr) -> Verdict {
        for (verdict, mechanism) in &self.terms {
            let fits = match mechanism {
                Mechanism::All => true,
                Mechanism::Networks(networks) => networks.iter().any(|network| network.contains(&address)),
                Mechanism::Include(policy) => match policy.verdict(address) {
                    Verdict::Untold => return Verdict::Untold,
                    included => included == Verdict::Pass,
                },
                Mechanism::Untold => return Verdict::Untold,
            };
            if fits {
                return *verdict;
            }
        }
        self.redirect.as_ref().map_or(Verdict::Neutral, |policy| policy.verdict(address))
    }

    /// Whether it says `+all`, by itself or by what it includes.
    pub fn lets_everybody(&self) -> bool {
        let lets = |(verdict, mechanism): &(Verdict, Mechanism)| {
            *verdict == Verdict::Pass
                && match mechanism {
                    Mechanism::All => true,
                    Mechanism::Networks(networks) => networks.iter().any(|one| one.prefix_len() == 0),
                    Mechanism::Include(policy) => policy.lets_everybody(),
                    Mechanism::Untold => false,
                }
        };
        self.terms.iter().any(lets) || self.redirect.as_ref().is_some_and(|policy| policy.lets_everybody())
    }
}

/// Reads records, and counts what is asked for them.
pub struct Reading<'d> {
    dns: &'d Dns,
    lookups: usize,
    nowhere: Vec<String>,
}

/// How deep records may include one another: with ten questions in all there is no deeper.
const DEEPEST: usize = MOST_LOOKUPS + 1;

impl<'d> Reading<'d> {
    pub fn new(dns: &'d Dns) -> Self {
        Self { dns, lookups: 0, nowhere: Vec::new() }
    }

    pub fn lookups(&self) -> usize {
        self.lookups
    }

    pub fn flaw(&self) -> Option<SpfFlaw> {
        if self.lookups > MOST_LOOKUPS {
            return Some(SpfFlaw::Lookups(self.lookups));
        }
        (self.nowhere.len() > MOST_NOWHERE).then(|| SpfFlaw::Nowhere(self.nowhere.clone()))
    }

    pub async fn read(&mut self, domain: &str, text: &str, depth: usize) -> Result<Policy, Stopped> {
        let mut policy = Policy::default();
        let mut redirect = None;
        for term in text.split(' ').skip(1).filter(|term| !term.is_empty()) {
            match parsed(term).ok_or_else(|| Stopped::Flaw(SpfFlaw::Term(term.to_owned())))? {
                Term::Modifier(name, value) if name == "redirect" => redirect = Some(value.to_owned()),
                Term::Modifier(..) => {}
                Term::Mechanism { verdict, name, argument, prefixes } => {
                    let wrong = || Stopped::Flaw(SpfFlaw::Term(term.to_owned()));
                    let mechanism = match name.as_str() {
                        "all" if argument.is_none() => Mechanism::All,
                        "ip4" | "ip6" => {
                            Mechanism::Networks(vec![network(&name, argument, prefixes).ok_or_else(wrong)?])
                        }
                        "include" => self.include(argument.ok_or_else(wrong)?, depth).await?,
                        "a" | "mx" => self.hosts(&name, argument.unwrap_or(domain), prefixes).await?,
                        "ptr" => self.untold()?,
                        "exists" if argument.is_some() => self.untold()?,
                        _ => return Err(wrong()),
                    };
                    policy.terms.push((verdict, mechanism));
                }
            }
        }
        // A redirection is not heeded behind `all` (section 6.1).
        let says_all = policy.terms.iter().any(|(_, mechanism)| matches!(mechanism, Mechanism::All));
        if let Some(to) = redirect.filter(|_| !says_all) {
            policy.redirect = match self.include(&to, depth).await? {
                Mechanism::Include(policy) => Some(Box::new(policy)),
                untold => Some(Box::new(Policy { terms: vec![(Verdict::Pass, untold)], redirect: None })),
            };
        }
        Ok(policy)
    }

    /// One more question; far past the limit nothing more is asked.
    fn ask(&mut self) -> Result<(), Stopped> {
        self.lookups += 1;
        if self.lookups > MOST_LOOKUPS * 2 {
            return Err(Stopped::Flaw(SpfFlaw::Lookups(self.lookups)));
        }
        Ok(())
    }

    fn untold(&mut self) -> Result<Mechanism, Stopped> {
        self.ask()?;
        Ok(Mechanism::Untold)
    }

    async fn include(&mut self, domain: &str, depth: usize) -> Result<Mechanism, Stopped> {
        self.ask()?;
        if domain.contains('%') {
            return Ok(Mechanism::Untold);
        }
        if depth > DEEPEST {
            return Err(Stopped::Flaw(SpfFlaw::Lookups(self.lookups)));
        }
        let mut texts = self.dns.texts(domain).await?.into_iter().filter(|text| is_spf(text));
        let (Some(text), None) = (texts.next(), texts.next()) else {
            return Err(Stopped::Flaw(SpfFlaw::Included(domain.to_owned())));
        };
        Ok(Mechanism::Include(Box::pin(self.read(domain, &text, depth + 1)).await?))
    }

    /// Addresses of a name, or of the machines that take its mail.
    async fn hosts(&mut self, kind: &str, domain: &str, prefixes: Prefixes) -> Result<Mechanism, Stopped> {
        self.ask()?;
        if domain.contains('%') {
            return Ok(Mechanism::Untold);
        }
        let names = if kind == "mx" { self.dns.exchangers(domain).await? } else { vec![domain.to_owned()] };
        let mut networks = Vec::new();
        for name in names.iter().take(MOST_LOOKUPS) {
            networks
                .extend(self.dns.addresses(name).await?.into_iter().filter_map(|one| prefixes.around(one)));
        }
        if networks.is_empty() {
            self.nowhere.push(domain.to_owned());
        }
        Ok(Mechanism::Networks(networks))
    }
}

enum Term<'t> {
    Mechanism { verdict: Verdict, name: String, argument: Option<&'t str>, prefixes: Prefixes },
    Modifier(String, &'t str),
}

/// How much of an address must agree, in bits, for each kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Prefixes {
    v4: Option<u8>,
    v6: Option<u8>,
}

impl Prefixes {
    fn around(self, address: IpAddr) -> Option<IpNet> {
        match address {
            IpAddr::V4(_) => IpNet::new(address, self.v4.unwrap_or(32)).ok(),
            IpAddr::V6(_) => IpNet::new(address, self.v6.unwrap_or(128)).ok(),
        }
    }
}

/// One term (section 4.6.1); nothing where it is none.
fn parsed(term: &str) -> Option<Term<'_>> {
    if let Some((name, value)) = term.split_once('=')
        && name.bytes().all(|one| one.is_ascii_alphanumeric() || b"-_.".contains(&one))
        && name.starts_with(|one: char| one.is_ascii_alphabetic())
    {
        return Some(Term::Modifier(name.to_ascii_lowercase(), value));
    }
    let (verdict, rest) = match term.split_at_checked(1)? {
        ("+", rest) => (Verdict::Pass, rest),
        ("-" | "~", rest) => (Verdict::Refused, rest),
        ("?", rest) => (Verdict::Neutral, rest),
        _ => (Verdict::Pass, term),
    };
    let end = rest.find([':', '/']).unwrap_or(rest.len());
    let (name, rest) = rest.split_at(end);
    let name = name.to_ascii_lowercase();
    let (argument, lengths) = match rest.strip_prefix(':') {
        Some(rest) => {
            let end = rest.find('/').unwrap_or(rest.len());
            let (argument, lengths) = rest.split_at(end);
            (Some(argument).filter(|argument| !argument.is_empty()), lengths)
        }
        None => (None, rest),
    };
    Some(Term::Mechanism { verdict, name, argument, prefixes: prefixes(lengths)? })
}

/// `/24`, `//64` or `/24//64`.
fn prefixes(text: &str) -> Option<Prefixes> {
    let (v4, v6) = match text.split_once("//") {
        Some((v4, v6)) => (v4, Some(v6)),
        None => (text, None),
    };
    let v4 = match v4.strip_prefix('/') {
        Some(length) => Some(length.parse().ok()?),
        None if v4.is_empty() => None,
        None => return None,
    };
    Some(Prefixes { v4, v6: v6.map(str::parse).transpose().ok()? })
}

fn network(name: &str, argument: Option<&str>, prefixes: Prefixes) -> Option<IpNet> {
    let address: IpAddr = argument?.parse().ok()?;
    let (fits, longest) = if name == "ip4" { (address.is_ipv4(), 32) } else { (address.is_ipv6(), 128) };
    // Behind one address stands one length.
    IpNet::new(address, prefixes.v4.unwrap_or(longest)).ok().filter(|_| fits && prefixes.v6.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mechanism(term: &str) -> Option<(Verdict, String, Option<String>, Prefixes)> {
        match parsed(term)? {
            Term::Mechanism { verdict, name, argument, prefixes } => {
                Some((verdict, name, argument.map(str::to_owned), prefixes))
            }
            Term::Modifier(..) => None,
        }
    }

    #[test]
    fn terms_are_read_with_their_lengths() {
        let (verdict, name, argument, prefixes) = mechanism("~MX:example.org/24//64").unwrap();
        assert_eq!(
            (verdict, name.as_str(), argument.as_deref()),
            (Verdict::Refused, "mx", Some("example.org"))
        );
        assert_eq!((prefixes.v4, prefixes.v6), (Some(24), Some(64)));
        assert_eq!(mechanism("a//64").unwrap().3, Prefixes { v4: None, v6: Some(64) });
        assert!(mechanism("a/x").is_none() && mechanism("a/24/64").is_none());
        assert!(
            matches!(parsed("redirect=_spf.example.org"), Some(Term::Modifier(name, "_spf.example.org")) if name == "redirect")
        );
    }

    #[test]
    fn a_network_is_of_the_kind_that_its_term_names() {
        let read = |term: &str| {
            let Some(Term::Mechanism { name, argument, prefixes, .. }) = parsed(term) else { return None };
            network(&name, argument, prefixes)
        };
        assert_eq!(read("ip4:192.0.2.0/24").unwrap().to_string(), "192.0.2.0/24");
        assert_eq!(read("ip6:2001:db8::/32").unwrap().to_string(), "2001:db8::/32");
        assert!(read("ip4:2001").is_none() && read("ip4:192.0.2.0/33").is_none() && read("ip4").is_none());
    }

    #[test]
    fn the_first_term_that_fits_decides() {
        let networks = |text: &str| Mechanism::Networks(vec![text.parse().unwrap()]);
        let policy = Policy {
            terms: vec![
                (Verdict::Refused, networks("192.0.2.7/32")),
                (Verdict::Pass, networks("192.0.2.0/24")),
                (Verdict::Neutral, Mechanism::Untold),
                (Verdict::Refused, Mechanism::All),
            ],
            redirect: None,
        };
        let verdict = |address: &str| policy.verdict(address.parse().unwrap());
        assert_eq!(verdict("192.0.2.7"), Verdict::Refused);
        assert_eq!(verdict("192.0.2.8"), Verdict::Pass);
        assert_eq!(verdict("198.51.100.1"), Verdict::Untold);
        assert!(!policy.lets_everybody());
    }
}
