//! What can be wrong with a field of a fundraiser's forms, and what is said of it.

use crate::campaigns::clocks::Unclear;
use crate::campaigns::definition::{Definition, Fundraiser};
use crate::campaigns::files::fundraiser_rules::{Clash, MOST, MOST_ITEMS, MOST_PRESETS, Misplaced};
use crate::campaigns::files::{MOST_AMOUNT, NoAmount};
use crate::campaigns::promised::{Broken, Promised};
use crate::campaigns::typed::WordsFault;
use crate::web::i18n::{Given, Say};
use crate::web::natural;
use broadside_money::{Amount, Currency, Fault as Typo};
use broadside_transfers::iban::Fault as IbanFault;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Words(WordsFault),
    /// No choice of those that there are.
    NoChoice,
    Slug,
    /// Another has it, or had.
    SlugTaken,
    TooMany,
    Currency,
    /// The clock says why.
    Clock(Unclear),
    /// A moment that has passed.
    Past,
    /// Earlier than people were told, which nobody has said is meant: both moments, and what came together of the goal.
    Sooner {
        was: String,
        is: String,
        with: Amount,
        goal: Amount,
    },
    /// No number from one to the most.
    Number(u32),
    Money(NoAmount, Currency),
    /// An amount on offer, as it was typed, which is in the way.
    Preset(String, Misplaced),
    /// One that is no amount, as it was typed.
    PresetUnreadable(String),
    TooManyPresets,
    Percent,
    /// A fixed amount without a percentage.
    FixedAlone,
    NoItem,
    TooManyItems,
    Clash(Clash, Option<Currency>),
    Url,
    Day,
    /// What came together elsewhere, and the day, go together.
    TotalAndDay,
    Iban(IbanFault),
    Bic,
    /// A holder or a code without the number of the account.
    NoIban,
    /// People have pledged under it.
    Promised(Promised, Option<Currency>, String),
}

pub type Faults = Vec<(String, Fault)>;

impl Fault {
    pub fn words(&self, say: &Say) -> String {
        match self {
            Self::Words(WordsFault::Missing) => say.text("fundraisers-fault-missing"),
            Self::Words(WordsFault::TooLong(most)) => {
                let most = natural(i64::try_from(*most).unwrap_or(i64::MAX));
                say.with("fundraisers-fault-too-long", &[("most", &most)])
            }
            Self::Words(WordsFault::Unprintable) => say.text("fundraisers-fault-unprintable"),
            Self::NoChoice => say.text("fundraisers-fault-choice"),
            Self::Slug => say.text("fundraisers-fault-slug"),
            Self::SlugTaken => say.text("fundraisers-fault-slug-taken"),
            Self::TooMany => say.with("fundraisers-fault-too-many", &[("most", &counted(MOST))]),
            Self::Currency => say.text("fundraisers-fault-currency"),
            Self::Clock(Unclear::Unreadable) => say.text("fundraisers-fault-clock"),
            Self::Past => say.text("fundraisers-fault-past"),
            Self::Sooner { was, is, with, goal } => {
                let (with, goal) = (say.money(*with), say.money(*goal));
                let given: [(&str, &dyn Given); 4] =
                    [("was", was), ("is", is), ("with", &with), ("goal", &goal)];
                say.with("fundraisers-fault-sooner", &given)
            }
            Self::Clock(Unclear::Skipped { then }) => {
                say.with("fundraisers-fault-skipped", &[("then", then)])
            }
            Self::Clock(Unclear::Twice { first, second }) => {
                say.with("fundraisers-fault-clock-twice", &[("first", first), ("second", second)])
            }
            Self::Number(most) => say.with("fundraisers-fault-number", &[("most", most)]),
            Self::Money(why, currency) => money(say, *why, *currency),
            Self::Preset(typed, Misplaced::BelowLeast) => {
                say.with("fundraisers-fault-preset-least", &[("typed", typed)])
            }
            Self::Preset(typed, Misplaced::NotRising) => {
                say.with("fundraisers-fault-preset-rising", &[("typed", typed)])
            }
            Self::PresetUnreadable(typed) => say.with("fundraisers-fault-preset", &[("typed", typed)]),
            Self::TooManyPresets => {
                say.with("fundraisers-fault-presets", &[("most", &counted(MOST_PRESETS))])
            }
            Self::Percent => say.text("fundraisers-fault-percent"),
            Self::FixedAlone => say.text("fundraisers-fault-fixed-alone"),
            Self::NoItem => say.text("fundraisers-fault-no-item"),
            Self::TooManyItems => say.with("fundraisers-fault-items", &[("most", &counted(MOST_ITEMS))]),
            Self::Clash(clash, currency) => together(say, *clash, *currency),
            Self::Url => say.text("fundraisers-fault-url"),
            Self::Day => say.text("fundraisers-fault-day"),
            Self::TotalAndDay => say.text("fundraisers-fault-total-and-day"),
            Self::Iban(IbanFault::CheckDigits) => say.text("fundraisers-fault-iban-digits"),
            Self::Iban(IbanFault::Form) => say.text("fundraisers-fault-iban-form"),
            Self::Iban(IbanFault::Country) => say.text("fundraisers-fault-iban-country"),
            Self::Iban(IbanFault::Missing | IbanFault::NoIban) => say.text("fundraisers-fault-iban"),
            Self::Bic => say.text("fundraisers-fault-bic"),
            Self::NoIban => say.text("fundraisers-fault-no-iban"),
            Self::Promised(promise, currency, zone) => promised(say, promise, *currency, zone),
        }
    }
}

fn counted(most: usize) -> u64 {
    most.try_into().unwrap_or(u64::MAX)
}

fn money(say: &Say, why: NoAmount, currency: Currency) -> String {
    match why {
        NoAmount::Nothing => say.text("fundraisers-fault-nothing"),
        NoAmount::TooMuch | NoAmount::Unreadable(Typo::TooMuch) => too_much(say, Some(currency)),
        NoAmount::Uneven { step } => say.with("fundraisers-fault-uneven", &[("step", &say.money(step))]),
        NoAmount::Unreadable(Typo::TooFine { .. }) => say.text("fundraisers-fault-too-fine"),
        NoAmount::Unreadable(Typo::Missing | Typo::NoNumber) => say.text("fundraisers-fault-amount"),
    }
}

fn too_much(say: &Say, currency: Option<Currency>) -> String {
    let most = currency.map(|currency| say.money(Amount::new(MOST_AMOUNT, currency)));
    say.with("fundraisers-fault-too-much", &[("most", &most.unwrap_or_default())])
}

fn together(say: &Say, clash: Clash, currency: Option<Currency>) -> String {
    match clash {
        Clash::AccountPromised => say.text("fundraisers-clash-account-promised"),
        Clash::AccountElsewhere => say.text("fundraisers-clash-account-elsewhere"),
        Clash::MonthlyPromised => say.text("fundraisers-clash-monthly-promised"),
        Clash::MonthlyElsewhere => say.text("fundraisers-clash-monthly-elsewhere"),
        Clash::ElsewherePromised => say.text("fundraisers-clash-elsewhere-promised"),
        Clash::CostsTooMuch => too_much(say, currency),
        Clash::LeastAboveGoal => say.text("fundraisers-clash-least"),
        Clash::PresetAboveGoal => say.text("fundraisers-clash-preset"),
    }
}

fn promised(say: &Say, promise: &Promised, currency: Option<Currency>, zone: &str) -> String {
    let sum = |minor| currency.map(|currency| say.money(Amount::new(minor, currency))).unwrap_or_default();
    match promise {
        Promised::Outcome => say.text("fundraisers-promised-outcome"),
        Promised::Hidden => say.text("fundraisers-promised-hidden"),
        Promised::Kind(_) => say.text("fundraisers-promised-kind"),
        Promised::Currency(code) => say.with("fundraisers-promised-currency", &[("currency", code)]),
        Promised::Goal { was, is } => {
            say.with("fundraisers-promised-goal", &[("was", &sum(*was)), ("is", &sum(*is))])
        }
        Promised::Ends { was } => say.with("fundraisers-promised-ends", &[("was", &say.moment(*was, zone))]),
        Promised::Decided { was } => {
            say.with("fundraisers-promised-decided", &[("was", &say.moment(*was, zone))])
        }
        Promised::Past { was } => say.with("fundraisers-promised-past", &[("was", &say.moment(*was, zone))]),
        Promised::GivesBack => say.text("fundraisers-promised-give-back"),
        Promised::Money => say.text("fundraisers-promised-money"),
        Promised::Payer => say.text("fundraisers-promised-payer"),
        Promised::Unreleased => say.text("fundraisers-promised-unreleased"),
        Promised::Settled => say.text("fundraisers-promised-settled"),
        Promised::Grace { was } => say.with("fundraisers-promised-grace", &[("was", &natural(*was))]),
        Promised::Rule(_) => say.text("fundraisers-promised-rule"),
        Promised::Item(item) => say.with("fundraisers-promised-item", &[("item", item)]),
    }
}

/// A broken promise where the fundraiser’s own form is elsewhere: its title, or its name in links, and the sentence.
pub fn told_of(say: &Say, campaign: &Definition, broken: Broken) -> String {
    let Broken { fundraiser, promise } = broken;
    let one = campaign.fundraiser(&fundraiser);
    let title = one.and_then(|one| one.title.get(say.language().tag()).or_else(|| one.title.values().next()));
    let title = title.map_or_else(|| fundraiser.clone(), Clone::clone);
    let sentence = promised(say, &promise, one.and_then(Fundraiser::currency), &campaign.time_zone);
    format!("{title}: {sentence}")
}

/// The field at which a broken promise is said.
pub fn field_of(promise: &Promised) -> String {
    match promise {
        Promised::Outcome
        | Promised::Money
        | Promised::Payer
        | Promised::Hidden
        | Promised::Unreleased
        | Promised::Settled
        | Promised::Kind(_) => "kind".to_owned(),
        Promised::Currency(_) => "currency".to_owned(),
        Promised::Goal { .. } | Promised::Item(_) => "price-0".to_owned(),
        Promised::Ends { .. } | Promised::Decided { .. } | Promised::Past { .. } => "ends".to_owned(),
        Promised::GivesBack => "short".to_owned(),
        Promised::Grace { .. } => "grace_days".to_owned(),
        Promised::Rule(language) => format!("rule.{language}"),
    }
}
