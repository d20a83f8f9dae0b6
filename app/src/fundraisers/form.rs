//! The form by which somebody pledges or gives, and the check that makes a pledge of it or says what is wrong.

use super::{Said, WORDS_MOST, transfers};
use crate::campaigns::definition::Fundraiser;
use crate::signatures::form::{Fault as NameFault, address_fault};
use crate::signatures::names::{NAME_MOST, TextFault, line_fault, name_fault};
use crate::web::i18n::Say;
use broadside_money::{Amount, Fault as AmountFault, cards};
use serde::Deserialize;

/// The fields as typed. `amount` is one of those on offer, as programs write it; else `other` counts.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PledgeForm {
    pub amount: String,
    pub other: String,
    /// `monthly`, or anything else for once.
    pub recurrence: String,
    /// `card` or `transfer`; once it is read, one that is possible.
    pub way: String,
    pub cover: String,
    pub name: String,
    pub email: String,
    pub organisation: String,
    pub memory: String,
    pub words: String,
    pub named: String,
    pub show_amount: String,
    pub source: String,
    /// How many milliseconds it was filled in, as the page's script says; it is not kept.
    pub filled_in: String,
    /// The field that people do not see.
    pub homepage: String,
    /// Work that the page's script proved (`letters/proof.rs`).
    pub work: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Amount,
    Recurrence,
    Name,
    Email,
    Organisation,
    Memory,
    Words,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    TooLong(usize),
    Unprintable,
    HoldsLink,
    EmailUnusable,
    AmountUnreadable,
    /// More digits behind the point than the currency has.
    AmountTooFine,
    /// One is chosen, and another typed.
    AmountTwice(Amount),
    /// The least that anybody gives.
    AmountTooSmall(Amount),
    AmountTooLarge(Amount),
    /// Cards are charged in multiples of this.
    /// More than a card is charged at once.
    AmountAtOnce(Amount),
    AmountUneven(Amount),
    /// The fundraiser takes no gifts that recur.
    OnceAlone,
    /// What recurs is paid by card.
    MonthlyByCard,
}

impl Field {
    pub fn name(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Recurrence => "recurrence",
            Self::Name => "name",
            Self::Email => "email",
            Self::Organisation => "organisation",
            Self::Memory => "memory",
            Self::Words => "words",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Amount => "fundraisers-amount",
            Self::Recurrence => "fundraisers-recurrence",
            Self::Name => "fundraisers-name",
            Self::Email => "fundraisers-email",
            Self::Organisation => "fundraisers-organisation",
            Self::Memory => "fundraisers-memory",
            Self::Words => "fundraisers-words",
        }
    }
}

impl Fault {
    pub fn words(&self, say: &Say) -> String {
        let most = |most: &usize| u64::try_from(*most).unwrap_or(u64::MAX);
        match self {
            Self::Missing => say.text("fundraisers-fault-missing"),
            Self::TooLong(length) => say.with("fundraisers-fault-too-long", &[("most", &most(length))]),
            Self::Unprintable => say.text("fundraisers-fault-unprintable"),
            Self::HoldsLink => say.text("fundraisers-fault-link"),
            Self::EmailUnusable => say.text("fundraisers-fault-email"),
            Self::AmountUnreadable => say.text("fundraisers-fault-amount"),
            Self::AmountTooFine => say.text("fundraisers-fault-too-fine"),
            Self::AmountTwice(chosen) => {
                say.with("fundraisers-fault-twice", &[("chosen", &say.money(*chosen))])
            }
            Self::AmountTooSmall(least) => {
                say.with("fundraisers-fault-too-small", &[("least", &say.money(*least))])
            }
            Self::AmountTooLarge(most) => {
                say.with("fundraisers-fault-too-large", &[("most", &say.money(*most))])
            }
            Self::AmountAtOnce(most) => say.with("fundraisers-fault-at-once", &[("most", &say.money(*most))]),
            Self::AmountUneven(step) => say.with("fundraisers-fault-uneven", &[("step", &say.money(*step))]),
            Self::OnceAlone => say.text("fundraisers-fault-once"),
            Self::MonthlyByCard => say.text("fundraisers-fault-monthly-by-card"),
        }
    }

    /// What the log calls it.
    pub fn rule(&self) -> &'static str {
        match self {
            Self::Missing => "pledge-field-missing",
            Self::TooLong(_) => "pledge-field-too-long",
            Self::Unprintable => "pledge-field-unprintable",
            Self::HoldsLink => "pledge-name-holds-link",
            Self::EmailUnusable => "pledge-email-unusable",
            Self::AmountUnreadable | Self::AmountTooFine => "pledge-amount-unreadable",
            Self::AmountTwice(_) => "pledge-amount-twice",
            Self::AmountTooSmall(_) => "pledge-amount-too-small",
            Self::AmountTooLarge(_) | Self::AmountAtOnce(_) => "pledge-amount-too-large",
            Self::AmountUneven(_) => "pledge-amount-uneven",
            Self::OnceAlone | Self::MonthlyByCard => "pledge-recurrence-unusable",
        }
    }
}

pub type Faults = Vec<(Field, Fault)>;

/// What is said, or every fault in the order of the fields.
pub fn check(form: &PledgeForm, fundraiser: &Fundraiser) -> Result<Said, Faults> {
    let mut faults = Faults::new();
    let amount = amount(form, fundraiser).map_err(|fault| faults.push((Field::Amount, fault))).ok();
    let mut note = |field, fault: Option<Fault>| faults.extend(fault.map(|fault| (field, fault)));
    note(Field::Recurrence, recurrence_fault(form, fundraiser));
    let [name, email, organisation, memory, words] =
        [&form.name, &form.email, &form.organisation, &form.memory, &form.words].map(|typed| typed.trim());
    note(Field::Name, name_fault(name).as_ref().map(of_name));
    note(Field::Email, address_fault(email).as_ref().map(of_address));
    for (field, typed, most) in [
        (Field::Organisation, organisation, NAME_MOST),
        (Field::Memory, memory, NAME_MOST),
        (Field::Words, words, WORDS_MOST),
    ] {
        let fault = line_fault(typed, most).map(|fault| match fault {
            TextFault::Unprintable => Fault::Unprintable,
            TextFault::TooLong(most) => Fault::TooLong(most),
        });
        let holds_link = fault.is_none() && (typed.contains("://") || typed.to_lowercase().contains("www."));
        note(field, if holds_link { Some(Fault::HoldsLink) } else { fault });
    }
    match amount {
        Some((amount, fees)) if faults.is_empty() => Ok(Said {
            name: name.to_owned(),
            email: email.to_owned(),
            organisation: organisation.to_owned(),
            memory: memory.to_owned(),
            words: words.to_owned(),
            is_named: form.named == "1",
            is_amount_shown: form.show_amount == "1",
            amount,
            fees,
        }),
        _ => Err(faults),
    }
}

/// All that is charged, and what of it covers fees.
fn amount(form: &PledgeForm, fundraiser: &Fundraiser) -> Result<(i64, i64), Fault> {
    let Some(one) = fundraiser.amount(0) else { return Err(Fault::AmountUnreadable) };
    let currency = one.currency;
    let of = |minor| Amount::new(minor, currency);
    // What is on offer stands in the form as programs write it.
    let offered =
        Amount::written(&form.amount, currency).filter(|one| fundraiser.presets.contains(&one.minor));
    let given = match offered {
        // Both, and each something else: nobody guesses which is meant.
        Some(offered)
            if !form.other.trim().is_empty() && Amount::typed(&form.other, currency) != Ok(offered) =>
        {
            return Err(Fault::AmountTwice(offered));
        }
        Some(offered) => offered,
        None => Amount::typed(&form.other, currency).map_err(|fault| match fault {
            AmountFault::Missing => Fault::Missing,
            AmountFault::TooFine { .. } => Fault::AmountTooFine,
            AmountFault::NoNumber => Fault::AmountUnreadable,
            AmountFault::TooMuch => Fault::AmountTooLarge(of(fundraiser.goal())),
        })?,
    };
    if given.minor < fundraiser.least {
        return Err(Fault::AmountTooSmall(of(fundraiser.least)));
    }
    if given.minor > fundraiser.goal() {
        return Err(Fault::AmountTooLarge(of(fundraiser.goal())));
    }
    // A bank takes any amount, and keeps nothing of it.
    if form.way == transfers::WORD {
        return Ok((given.minor, 0));
    }
    cards::number(given).map_err(|uneven| Fault::AmountUneven(of(uneven.multiple)))?;
    let most = cards::most(currency);
    let at_once = |minor: i64| if minor > most { Err(Fault::AmountAtOnce(of(most))) } else { Ok(minor) };
    let Some(fees) = fundraiser.fees.filter(|_| form.cover == "1") else {
        return Ok((at_once(given.minor)?, 0));
    };
    let whole = given
        .with_fees_covered(fees.hundredths_of_percent, fees.fixed)
        .ok_or(Fault::AmountTooLarge(of(fundraiser.goal())))?;
    // Rounded up to what cards can be charged with.
    let step = cards::step(currency);
    let whole = at_once((whole.minor + step - 1) / step * step)?;
    Ok((whole, whole - given.minor))
}

impl PledgeForm {
    pub fn is_monthly(&self) -> bool {
        self.recurrence == "monthly"
    }
}

fn recurrence_fault(form: &PledgeForm, fundraiser: &Fundraiser) -> Option<Fault> {
    match form.is_monthly() {
        true if !fundraiser.monthly => Some(Fault::OnceAlone),
        true if form.way == transfers::WORD => Some(Fault::MonthlyByCard),
        _ => None,
    }
}

fn of_name(fault: &NameFault) -> Fault {
    match fault {
        NameFault::NameMissing => Fault::Missing,
        NameFault::NameTooLong => Fault::TooLong(NAME_MOST),
        NameFault::NameHoldsLink => Fault::HoldsLink,
        _ => Fault::Unprintable,
    }
}

fn of_address(fault: &NameFault) -> Fault {
    if *fault == NameFault::EmailMissing { Fault::Missing } else { Fault::EmailUnusable }
}
