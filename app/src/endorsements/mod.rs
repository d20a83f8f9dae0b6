//! Endorsements: an organisation stands under a letter, by an officer’s word, a proof that it is that
//! organisation, and a moderator’s look.
//!
//! The types and rules stand here; there is no HTTP, SQL, clock or randomness. What the page shows is what a
//! moderator approved, whatever was corrected since.

mod desk_looks;
pub mod desk_pages;
pub mod desk_routes;
pub mod form;
pub mod link;
pub mod logo_routes;
mod mail;
pub mod mailing;
pub mod outside;
pub mod pages;
pub mod private_routes;
pub mod proof_routes;
pub mod proving;
pub mod routes;
pub mod seeking;
pub mod store;

use crate::campaigns::endorsers::{Kind, Proof, Shown};
use crate::signatures::link::Numbered;

/// At most so many mails about endorsements an address in a day, whatever anybody submits.
pub const MAILS_A_DAY: i64 = 3;

/// Where an endorsement stands on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has shown yet that it is the organisation’s.
    Unproved,
    /// It is proved, and a moderator has not looked at it, or not since it was corrected.
    Waiting,
    Approved,
    Refused,
    /// By its officer, a successor, or the organisers.
    Ended,
}

impl State {
    pub const ALL: [Self; 5] = [Self::Unproved, Self::Waiting, Self::Approved, Self::Refused, Self::Ended];

    pub fn word(self) -> &'static str {
        match self {
            Self::Unproved => "unproved",
            Self::Waiting => "waiting",
            Self::Approved => "approved",
            Self::Refused => "refused",
            Self::Ended => "ended",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// What an officer says, once it has been checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub name: String,
    pub role: String,
    pub organisation: String,
    pub office: Option<String>,
    pub kind: Kind,
    pub website: String,
    /// The registrable domain of the website, in lower case ASCII.
    pub domain: String,
    /// A sentence; may be empty.
    pub comment: String,
}

/// One endorsement as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endorsement {
    pub id: i64,
    pub group_id: i64,
    pub campaign_id: i64,
    pub letter_id: i64,
    pub language: String,
    /// Empty where an organiser entered it, or whoever spoke for it was erased.
    pub address_key: Vec<u8>,
    pub email: String,
    pub asked: Option<Asked>,
    pub said: Said,
    pub logo: Option<String>,
    pub logo_alt: String,
    pub state: State,
    pub proof: Option<Proof>,
    pub proved_at: Option<i64>,
    pub shown: Option<Shown>,
    pub reason: Option<String>,
    pub sought: Option<Proof>,
    /// When it is looked for next, in microseconds UTC, and how often it was.
    pub seek_at: Option<i64>,
    pub seeks: i64,
    pub found: Option<String>,
    pub created_at: i64,
    pub changed_at: i64,
}

/// An address at the organisation’s domain to which a mail went that proves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub email: String,
    pub address_key: Vec<u8>,
    pub at: i64,
}

impl Endorsement {
    pub fn link(&self) -> Numbered {
        Numbered { number: self.id, at: self.created_at }
    }

    /// Whether somebody can be written to about it.
    pub fn has_officer(&self) -> bool {
        !self.email.is_empty()
    }

    /// As the page would show it.
    pub fn to_show(&self) -> Option<Shown> {
        let said = &self.said;
        Some(Shown {
            organisation: said.organisation.clone(),
            office: said.office.clone(),
            kind: said.kind,
            website: Some(said.website.clone()).filter(|website| !website.is_empty()),
            // What nobody proved says nothing.
            domain: if self.proof == Some(Proof::Organiser) { String::new() } else { said.domain.clone() },
            comment: said.comment.clone(),
            language: self.language.clone(),
            logo: self.logo.clone(),
            logo_alt: self.logo_alt.clone(),
            proof: self.proof?,
        })
    }

    /// Whether a moderator is to look at it.
    pub fn can_be_approved(&self) -> bool {
        self.state == State::Waiting
    }

    /// Whether another one stands for the same office of the same organisation.
    pub fn is_of_same_office(&self, other: &Self) -> bool {
        let office = |one: &Self| one.said.office.as_deref().unwrap_or_default().to_lowercase();
        !self.said.domain.is_empty()
            && self.letter_id == other.letter_id
            && self.said.domain == other.said.domain
            && office(self) == office(other)
    }
}

/// What keeps a mail address from proving anything of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoProof {
    Unusable,
    /// Anybody can have an address there.
    FreeMail,
    /// It is at another domain than the organisation’s.
    OtherDomain,
}

/// Whether a mail that arrives at an address shows that somebody speaks for a domain.
pub fn proves(email: &str, domain: &str) -> Result<(), NoProof> {
    let address = broadside_address::Address::parse(email).map_err(|_| NoProof::Unusable)?;
    let delivered = address.for_delivery();
    let host = delivered.rsplit_once('@').map_or("", |(_, host)| host);
    if broadside_address::is_free(host) || broadside_address::is_free(domain) {
        return Err(NoProof::FreeMail);
    }
    if registrable(host).as_deref() == Some(domain) { Ok(()) } else { Err(NoProof::OtherDomain) }
}

/// The domain that somebody registered, of a host in lower case ASCII, by the public suffix list: of
/// `www.example.co.uk` it is `example.co.uk`. Nothing for an address, or a public suffix itself.
pub fn registrable(host: &str) -> Option<String> {
    let host = host.trim_end_matches('.');
    let suffix = psl::suffix(host.as_bytes()).filter(psl::Suffix::is_known)?;
    let domain = psl::domain_str(host)?;
    (domain.len() > suffix.as_bytes().len()).then(|| domain.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_registrable_domain_follows_the_public_suffix_list() {
        for (host, domain) in [
            ("example.org", Some("example.org")),
            ("www.mail.example.org", Some("example.org")),
            ("office.example.co.uk", Some("example.co.uk")),
            ("union.github.io", Some("union.github.io")),
            ("example.org.", Some("example.org")),
            ("co.uk", None),
            ("github.io", None),
            ("localhost", None),
            ("printer.local", None),
            ("", None),
        ] {
            assert_eq!(registrable(host).as_deref(), domain, "{host}");
        }
    }

    #[test]
    fn a_mail_proves_its_own_domain_and_nothing_at_a_free_provider() {
        assert_eq!(proves("ada@example.org", "example.org"), Ok(()));
        assert_eq!(proves("ada@mail.Example.ORG", "example.org"), Ok(()));
        assert_eq!(proves("ada@example.co.uk", "example.co.uk"), Ok(()));
        for (email, domain, why) in [
            ("ada@gmail.com", "example.org", NoProof::FreeMail),
            ("ada@gmail.com", "gmail.com", NoProof::FreeMail),
            ("ada@gmx.de", "gmx.de", NoProof::FreeMail),
            ("ada@example.net", "example.org", NoProof::OtherDomain),
            ("ada@example.org.evil.example", "example.org", NoProof::OtherDomain),
            ("ada@notexample.org", "example.org", NoProof::OtherDomain),
            ("ada@other.co.uk", "example.co.uk", NoProof::OtherDomain),
            ("ada@co.uk", "co.uk", NoProof::OtherDomain),
            ("ada", "example.org", NoProof::Unusable),
            ("ada@[127.0.0.1]", "example.org", NoProof::Unusable),
        ] {
            assert_eq!(proves(email, domain), Err(why), "{email} for {domain}");
        }
    }
}
