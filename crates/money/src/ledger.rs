//! A book in double entry: entries are added and never changed, the lines of each come to nothing, and what an entry is
//! known by can be told to it a hundred times and counts once.

mod exports;

use crate::{Amount, Currency};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Where money is, or what it came from and went to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Account {
    /// With the provider, before it pays out.
    Provider,
    Bank,
    /// Given. Income is below nothing, as books have it.
    Gifts,
    Refunds,
    Disputes,
    /// What providers keep for themselves.
    Fees,
    /// Spent on an item of the fundraiser, by its slug.
    Spent(String),
}

impl Account {
    /// By the name that it is written with: `income:gifts`.
    pub fn parse(name: &str) -> Option<Self> {
        if let Some(item) = name.strip_prefix("expenses:items:") {
            return (!item.is_empty()).then(|| Self::Spent(item.to_owned()));
        }
        [Self::Provider, Self::Bank, Self::Gifts, Self::Refunds, Self::Disputes, Self::Fees]
            .into_iter()
            .find(|account| account.to_string() == name)
    }
}

impl fmt::Display for Account {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(match self {
            Self::Provider => "assets:provider",
            Self::Bank => "assets:bank",
            Self::Gifts => "income:gifts",
            Self::Refunds => "income:refunds",
            Self::Disputes => "income:disputes",
            Self::Fees => "expenses:fees",
            Self::Spent(item) => return write!(out, "expenses:items:{item}"),
        })
    }
}

/// What happened to money. Amounts are in smallest units and above nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Somebody gave by a provider, who kept a fee.
    Gift { amount: i64, fee: i64 },
    /// Somebody gave by bank transfer.
    Transfer { amount: i64 },
    /// What a provider keeps of a gift, where that is known later.
    Fee { amount: i64 },
    /// Given back. What a provider kept of the gift it keeps.
    Refund { amount: i64 },
    /// What came by bank transfer, sent back from the bank.
    TransferBack { amount: i64 },
    /// A bank took a gift back for its holder, and the provider a fee.
    Dispute { amount: i64, fee: i64 },
    /// And gave it again.
    DisputeWon { amount: i64 },
    /// The provider sent it to the bank.
    Payout { amount: i64 },
    /// Paid for an item.
    Invoice { item: String, amount: i64 },
}

/// One entry of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is known by: `gift 12`, `refund re_1`. A book holds each once.
    pub key: String,
    /// 2018-09-20.
    pub day: String,
    /// In smallest units; they come to nothing.
    pub lines: Vec<(Account, i64)>,
}

/// Why an entry is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unbalanced {
    /// Its amount is nothing or less, or its fee less than nothing.
    NoAmount,
    /// Its lines do not come to nothing.
    Uneven,
}

impl Entry {
    /// The entry of a deed.
    ///
    /// # Errors
    /// The amount is nothing or less, or the fee is less than nothing.
    pub fn of(key: impl Into<String>, day: impl Into<String>, deed: &Deed) -> Result<Self, Unbalanced> {
        let (amount, fee) = match deed {
            Deed::Gift { amount, fee } | Deed::Dispute { amount, fee } => (*amount, *fee),
            Deed::Transfer { amount }
            | Deed::Fee { amount }
            | Deed::Refund { amount }
            | Deed::TransferBack { amount }
            | Deed::DisputeWon { amount }
            | Deed::Payout { amount }
            | Deed::Invoice { amount, .. } => (*amount, 0),
        };
        if amount <= 0 || fee < 0 {
            return Err(Unbalanced::NoAmount);
        }
        let (to, from) = match deed {
            Deed::Gift { .. } => (Account::Provider, Account::Gifts),
            Deed::Transfer { .. } => (Account::Bank, Account::Gifts),
            Deed::Fee { .. } => (Account::Fees, Account::Provider),
            Deed::Refund { .. } => (Account::Refunds, Account::Provider),
            Deed::TransferBack { .. } => (Account::Refunds, Account::Bank),
            Deed::Dispute { .. } => (Account::Disputes, Account::Provider),
            Deed::DisputeWon { .. } => (Account::Provider, Account::Disputes),
            Deed::Payout { .. } => (Account::Bank, Account::Provider),
            Deed::Invoice { item, .. } => (Account::Spent(item.clone()), Account::Bank),
        };
        let mut lines = vec![(to, amount), (from, -amount)];
        if fee > 0 {
            lines.push((Account::Fees, fee));
            lines.push((Account::Provider, -fee));
        }
        Ok(Self { key: key.into(), day: day.into(), lines })
    }

    /// The entry that takes this one back.
    pub fn reversed(&self, day: impl Into<String>) -> Self {
        let lines = self.lines.iter().map(|(account, minor)| (account.clone(), -minor)).collect();
        Self { key: format!("undo {}", self.key), day: day.into(), lines }
    }

    /// One that was stored.
    ///
    /// # Errors
    /// Its lines do not come to nothing.
    pub fn stored(key: String, day: String, lines: Vec<(Account, i64)>) -> Result<Self, Unbalanced> {
        let sum: i128 = lines.iter().map(|(_, minor)| i128::from(*minor)).sum();
        if sum == 0 { Ok(Self { key, day, lines }) } else { Err(Unbalanced::Uneven) }
    }
}

/// All entries of one fundraiser in one currency.
#[derive(Clone, Debug)]
pub struct Book {
    currency: Currency,
    entries: Vec<Entry>,
    keys: BTreeSet<String>,
    balances: BTreeMap<Account, i64>,
}

/// Where the money went. What came in is what went out and what is there, to the smallest unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhereItWent {
    pub given: i64,
    pub refunded: i64,
    pub disputed: i64,
    pub fees: i64,
    /// By item.
    pub spent: Vec<(String, i64)>,
    pub with_provider: i64,
    pub in_bank: i64,
}

impl WhereItWent {
    /// By the balance of each account.
    pub fn of(balances: impl IntoIterator<Item = (Account, i64)>) -> Self {
        let mut went = Self::default();
        for (account, minor) in balances {
            match account {
                Account::Gifts => went.given = -minor,
                Account::Refunds => went.refunded = minor,
                Account::Disputes => went.disputed = minor,
                Account::Fees => went.fees = minor,
                Account::Spent(item) => went.spent.push((item, minor)),
                Account::Provider => went.with_provider = minor,
                Account::Bank => went.in_bank = minor,
            }
        }
        went
    }

    pub fn is_balanced(&self) -> bool {
        let spent: i64 = self.spent.iter().map(|(_, minor)| minor).sum();
        self.given == self.refunded + self.disputed + self.fees + spent + self.with_provider + self.in_bank
    }

    /// What counts towards a goal: given, and not given back.
    pub fn counts(&self) -> i64 {
        self.given - self.refunded - self.disputed
    }
}

impl Book {
    pub fn new(currency: Currency) -> Self {
        Self { currency, entries: Vec::new(), keys: BTreeSet::new(), balances: BTreeMap::new() }
    }

    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// In the order in which they were told.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Adds an entry; false where it is in the book.
    pub fn add(&mut self, entry: Entry) -> bool {
        if !self.keys.insert(entry.key.clone()) {
            return false;
        }
        for (account, minor) in &entry.lines {
            let balance = self.balances.entry(account.clone()).or_default();
            *balance = balance.saturating_add(*minor);
        }
        self.entries.push(entry);
        true
    }

    pub fn balance(&self, account: &Account) -> i64 {
        self.balances.get(account).copied().unwrap_or_default()
    }

    pub fn where_it_went(&self) -> WhereItWent {
        WhereItWent::of(self.balances.iter().map(|(account, minor)| (account.clone(), *minor)))
    }

    fn amount(&self, minor: i64) -> Amount {
        Amount { minor, currency: self.currency }
    }
}

#[cfg(test)]
mod tests;
