//! Giving by bank transfer: the account and the reference that a giver is told, and what becomes of the lines of the
//! account's statements. No bank is asked: a person uploads what theirs says.

pub mod booking;
mod faults;
pub mod mapping;
pub mod readings;
pub mod sorting;
pub mod store;

pub use faults::words as fault_words;

use super::Pledge;
use crate::accounts::codes::qr_svg;
use crate::campaigns::definition::Account;
use crate::web::i18n::{Markup, Say};
use broadside_transfers::epc::{self, Asked, Remittance};
use broadside_transfers::{Iban, Reference};

/// As it is noted beside each pledge, where a card has its provider.
pub const WORD: &str = "transfer";
/// References are of numbers from here on: eight digits are long enough that words of other transfers are not taken for
/// one with a slip.
const NUMBERS_FROM: u64 = 10_000_000;
/// Letters and digits of a reference before its number.
const HEAD: usize = 4;

/// By which a transfer is known again.
pub fn reference(pledge: i64) -> Reference {
    Reference::of(NUMBERS_FROM + pledge.unsigned_abs())
}

/// The number of the pledge that a reference of ours was given to, whether or not it is kept any more.
pub fn pledge_of(reference: &Reference) -> Option<i64> {
    let number: u64 = reference.electronic().get(HEAD..)?.parse().ok()?;
    let is_ours = number > NUMBERS_FROM && number < 10 * NUMBERS_FROM;
    i64::try_from(number.checked_sub(NUMBERS_FROM)?).ok().filter(|_| is_ours)
}

/// A transfer as it is asked for.
pub struct Shown {
    /// What to know where the account was another when the transfer was announced; empty elsewhere.
    pub changed: String,
    pub name: String,
    /// In groups, as people read it; so is the reference.
    pub iban: String,
    /// Empty where none is needed.
    pub bic: String,
    pub amount: String,
    pub reference: String,
    /// Drawn where banking apps know the currency.
    pub code: Option<Markup>,
}

pub fn shown(one: &Pledge, account: &Account, zone: &str, say: &Say) -> Shown {
    let label = say.text("fundraisers-transfer-code");
    Shown {
        changed: changed(one, account, zone, say).unwrap_or_default(),
        name: account.name.clone(),
        iban: in_groups(&account.iban),
        bic: account.bic.clone().unwrap_or_default(),
        amount: say.money(one.amount()),
        reference: reference(one.id).to_string(),
        code: payload(one, account).and_then(|text| qr_svg(&text, &label)).map(Markup::ours),
    }
}

/// As people read it.
fn in_groups(iban: &str) -> String {
    Iban::parse(iban).map_or_else(|_| iban.to_owned(), |iban| iban.to_string())
}

fn changed(one: &Pledge, account: &Account, zone: &str, say: &Say) -> Option<String> {
    let was = one.account.as_deref().filter(|was| *was != account.iban)?;
    let day = say.day(one.promise.goes_since?, zone);
    let was = in_groups(was);
    Some(say.with("fundraisers-transfer-changed", &[("day", &day), ("was", &was)]))
}

/// What the code says: nothing of another currency than EUR.
pub fn payload(one: &Pledge, account: &Account) -> Option<String> {
    let iban = Iban::parse(&account.iban).ok()?;
    let asked = Asked {
        bic: account.bic.as_deref(),
        name: &account.name,
        iban: &iban,
        amount: Some(one.amount()),
        purpose: None,
        remittance: Remittance::Reference(&reference(one.id)),
        information: "",
    };
    epc::payload(&asked).ok()
}
