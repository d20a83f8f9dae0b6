//! What a campaign’s page shows of an organisation that endorses a letter: how it is kept and told. It judges
//! nothing.

use serde::{Deserialize, Serialize};

/// What sort of organisation it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Organisation,
    Company,
    PublicBody,
}

impl Kind {
    /// In the order in which the page lists them.
    pub const ALL: [Self; 3] = [Self::Organisation, Self::Company, Self::PublicBody];

    pub fn word(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Company => "company",
            Self::PublicBody => "public_body",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// By what it is known that an endorsement is the organisation’s.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// A mail to an address at its domain.
    Mail,
    /// A record in its DNS.
    Dns,
    /// A file on its website.
    Web,
    /// Nothing but the organisers’ word.
    Organiser,
}

impl Proof {
    pub const ALL: [Self; 4] = [Self::Mail, Self::Dns, Self::Web, Self::Organiser];

    pub fn word(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Dns => "dns",
            Self::Web => "web",
            Self::Organiser => "organiser",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|proof| proof.word() == word)
    }
}

/// An endorsement as it was approved: nothing in it is of the officer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    pub organisation: String,
    pub office: Option<String>,
    pub kind: Kind,
    pub website: Option<String>,
    /// The domain that was proved; empty where none was.
    pub domain: String,
    /// The organisation’s sentence; may be empty.
    pub comment: String,
    /// Of the sentence.
    pub language: String,
    /// The logo’s digest.
    pub logo: Option<String>,
    pub logo_alt: String,
    pub proof: Proof,
}
