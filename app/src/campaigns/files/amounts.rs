//! Reads amounts of money as files write them: without the currency, which is that of the fundraiser.

use super::table::{Found, Table};
use broadside_money::{Amount, Currency, Fault, cards};

/// No amount of money is above this, in smallest units, whether it is asked for, given or paid: sums of any number of
/// them stay whole.
pub const MOST: i64 = 100_000_000_000_000;

/// Why a text is no amount that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAmount {
    Unreadable(Fault),
    /// Less than the least.
    Nothing,
    /// More than can be counted.
    TooMuch,
    /// Cards are charged in steps of this.
    Uneven {
        step: Amount,
    },
}

/// An amount that cards can be charged with, from a least one on.
pub fn charged(text: &str, currency: Currency, least: i64) -> Result<Amount, NoAmount> {
    let amount = amount(text, currency, least)?;
    match cards::number(amount) {
        Ok(_) => Ok(amount),
        Err(uneven) => Err(NoAmount::Uneven { step: Amount::new(uneven.multiple, currency) }),
    }
}

/// An amount from a least one on, in smallest units.
pub fn amount(text: &str, currency: Currency, least: i64) -> Result<Amount, NoAmount> {
    let read = Amount::written(text, currency).map_or_else(|| Amount::typed(text, currency), Ok);
    match read {
        Ok(amount) if amount.minor < least => Err(NoAmount::Nothing),
        Ok(amount) if amount.minor > MOST => Err(NoAmount::TooMuch),
        Ok(amount) => Ok(amount),
        Err(Fault::TooMuch) => Err(NoAmount::TooMuch),
        Err(fault) => Err(NoAmount::Unreadable(fault)),
    }
}

/// Reads amounts of one currency.
pub struct Amounts {
    /// Nothing where the fundraiser names none, which has been reported.
    pub currency: Option<Currency>,
    /// `[[fundraiser]]`
    pub heading: &'static str,
}

impl Amounts {
    /// One that cards can be charged with.
    pub fn read(&self, table: &Table, found: &Found, key: &str) -> i64 {
        self.read_from(table, found, key, 1)
    }

    /// The same from a least one on.
    pub fn read_from(&self, table: &Table, found: &Found, key: &str, least: i64) -> i64 {
        self.found(table, found, key, |currency| charged(&found.text, currency, least))
            .map_or(0, |amount| amount.minor)
    }

    /// One that nobody is charged with, since it is made of many.
    pub fn sum(&self, table: &Table, found: &Found, key: &str, least: i64) -> Option<Amount> {
        self.found(table, found, key, |currency| amount(&found.text, currency, least))
    }

    fn found(
        &self,
        table: &Table,
        found: &Found,
        key: &str,
        read: impl Fn(Currency) -> Result<Amount, NoAmount>,
    ) -> Option<Amount> {
        let currency = self.currency.filter(|_| !found.text.is_empty())?;
        let why = match read(currency) {
            Ok(amount) => return Some(amount),
            Err(why) => why,
        };
        let wrong = match why {
            NoAmount::Nothing => "is nothing; write an amount".to_owned(),
            NoAmount::TooMuch | NoAmount::Unreadable(Fault::TooMuch) => {
                "is more than can be counted; write less".to_owned()
            }
            NoAmount::Uneven { step } => {
                let step = step.decimal();
                format!("cannot be paid by card, which takes multiples of {step} {currency}; round it")
            }
            NoAmount::Unreadable(Fault::TooFine { digits: 0 }) => {
                format!("has digits behind the point; {currency} has none")
            }
            NoAmount::Unreadable(Fault::TooFine { digits }) => {
                format!("has too many digits behind the point; {currency} has {digits}")
            }
            NoAmount::Unreadable(Fault::Missing | Fault::NoNumber) => {
                "is no amount; write it without the currency, as \"1500\"".to_owned()
            }
        };
        self.fault(table, found, key, &wrong);
        None
    }

    fn fault(&self, table: &Table, found: &Found, key: &str, wrong: &str) {
        table.fault(found.line, format!("{} {key} “{}” {wrong}", self.heading, found.text));
    }
}
