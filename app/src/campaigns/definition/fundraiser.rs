//! Fundraisers: what money is asked for, until when, and what was promised to whoever gives.

use super::{ByLanguage, Definition, Twice};
use crate::campaigns::clocks::{self, Unclear};
use broadside_money::{Amount, Currency};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fundraiser {
    pub slug: String,
    /// By its three letters; one that [`Currency::parse`] knows. Every amount is in its smallest units.
    pub currency: String,
    pub kind: FundraiserKind,
    /// By the campaign's clock: `2018-09-21 20:00`.
    pub ends: String,
    pub twice: Option<Twice>,
    pub title: ByLanguage,
    pub words: ByLanguage,
    /// What becomes of money where less or more comes together than is needed, in the organisers' words.
    pub rule: ByLanguage,
    /// What happens where the goal stood at the end, and declined cards bring the total under it again.
    pub short: Short,
    /// Never empty.
    pub items: Vec<Item>,
    /// Amounts on offer, rising.
    pub presets: Vec<i64>,
    /// Nobody gives less.
    pub least: i64,
    /// Days in which somebody whose card was declined can pay in another way.
    pub grace_days: u32,
    /// What a provider takes of each gift; nothing where givers are not asked to cover it.
    pub fees: Option<Fees>,
    /// Where money is taken elsewhere: nobody can give here.
    pub elsewhere: Option<Elsewhere>,
    /// To which money can be transferred; only where gifts are kept.
    #[serde(default)]
    pub account: Option<Account>,
    /// Whether money can be given every month, too; only where gifts are kept.
    #[serde(default)]
    pub monthly: bool,
}

/// An account at a bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Of whoever holds it.
    pub name: String,
    /// As programs exchange it, without blanks.
    pub iban: String,
    pub bic: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FundraiserKind {
    /// Pledges are charged only where the goal stands at the end.
    #[serde(rename = "all-or-nothing")]
    AllOrNothing,
    /// Every gift is charged at once.
    #[serde(rename = "keep")]
    Keep,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Short {
    /// What came in is spent on as many items as it pays for.
    Spend,
    /// Everybody gets back what they paid.
    GiveBack,
}

/// Another site on which money is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elsewhere {
    pub url: String,
    /// What has come together there, as the organisers typed it, and on which day: `2018-09-12`.
    pub total: Option<(i64, String)>,
}

/// Something that the money pays for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    pub slug: String,
    pub name: ByLanguage,
    /// Where it is to be seen; empty, or in each of the campaign's languages.
    pub place: ByLanguage,
    /// When it is to be seen, likewise.
    pub when: ByLanguage,
    /// Of one.
    pub price: i64,
    pub count: u32,
}

/// So many hundredths of a percent of a gift, and a fixed amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fees {
    pub hundredths_of_percent: i64,
    pub fixed: i64,
}

impl FundraiserKind {
    pub const ALL: [Self; 2] = [Self::AllOrNothing, Self::Keep];

    pub fn word(self) -> &'static str {
        match self {
            Self::AllOrNothing => "all-or-nothing",
            Self::Keep => "keep",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl Short {
    pub const ALL: [Self; 2] = [Self::Spend, Self::GiveBack];

    pub fn word(self) -> &'static str {
        match self {
            Self::Spend => "spend",
            Self::GiveBack => "give-back",
        }
    }
}

impl Item {
    /// What all of them cost. Files hold none that is too large.
    pub fn cost(&self) -> i64 {
        self.price.saturating_mul(i64::from(self.count))
    }
}

impl Fundraiser {
    /// When it ends, in microseconds UTC.
    pub fn ends_at(&self, zone: &str) -> Result<i64, Unclear> {
        clocks::moment(&self.ends, zone, self.twice)
    }

    /// Whether its money goes where that of another goes.
    pub fn goes_where(&self, other: &Self) -> bool {
        self.account == other.account && self.elsewhere_at() == other.elsewhere_at()
    }

    /// The account's number, or the address where money is taken elsewhere.
    pub fn goes_to(&self) -> Option<&str> {
        self.account.as_ref().map(|account| &*account.iban).or_else(|| self.elsewhere_at())
    }

    fn elsewhere_at(&self) -> Option<&str> {
        self.elsewhere.as_ref().map(|elsewhere| &*elsewhere.url)
    }

    /// What all its items cost.
    pub fn goal(&self) -> i64 {
        self.items.iter().map(Item::cost).fold(0, i64::saturating_add)
    }

    pub fn item(&self, slug: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.slug == slug)
    }

    /// Nothing where it names none, which files never do.
    pub fn currency(&self) -> Option<Currency> {
        Currency::parse(&self.currency)
    }

    /// So much of its currency; nothing where that is none.
    pub fn amount(&self, minor: i64) -> Option<Amount> {
        self.currency().map(|currency| Amount::new(minor, currency))
    }
}

impl Definition {
    pub fn fundraiser(&self, slug: &str) -> Option<&Fundraiser> {
        self.fundraisers.iter().find(|one| one.slug == slug)
    }
}
