//! What the values of a fundraiser must be like, and what of one goes together: the same for whoever writes it into
//! files and whoever fills in the form at the desk. Each says it in its own words.

use super::amounts::MOST as MOST_AMOUNT;
use crate::campaigns::definition::{Fundraiser, FundraiserKind};
use broadside_transfers::epc;
use broadside_transfers::iban::Iban;

/// Those that ended count as well: what became of their money stays to be seen.
pub const MOST: usize = 40;
pub const MOST_ITEMS: usize = 40;
pub const MOST_PRESETS: usize = 6;
pub const MOST_TITLE: usize = 120;
/// Characters of what is told about a fundraiser, and of its rule.
pub const MOST_WORDS: usize = 1_000;
pub const MOST_NAME: usize = 160;
pub const MOST_COUNT: u32 = 1_000;
pub const MOST_GRACE: u32 = 30;
/// Days in which a declined card can be replaced, where nothing else is said.
pub const GRACE: u32 = 7;
/// Characters of the name of a bank account: a banking app takes no more from a QR code.
pub const MOST_HOLDER: usize = 70;
/// Providers take no fees above this, in hundredths of a percent.
const MOST_FEE: i64 = 2_000;

/// What of a fundraiser does not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// What was transferred is there at once, and cannot be promised to be all or nothing.
    AccountPromised,
    /// Money is taken elsewhere or on account, not both.
    AccountElsewhere,
    /// Given every month, and promised to be all or nothing.
    MonthlyPromised,
    /// Given every month, and taken elsewhere.
    MonthlyElsewhere,
    /// What is taken elsewhere cannot be promised here.
    ElsewherePromised,
    /// Its items cost more together than can be counted.
    CostsTooMuch,
    /// Nobody gives less than what is more than the whole goal.
    LeastAboveGoal,
    /// An amount on offer is more than the whole goal, which nobody can give.
    PresetAboveGoal,
}

pub fn clashes(one: &Fundraiser) -> Vec<Clash> {
    let is_promised = one.kind == FundraiserKind::AllOrNothing;
    let (has_account, is_elsewhere) = (one.account.is_some(), one.elsewhere.is_some());
    let is_above_goal = |minor: i64| one.goal() > 0 && minor > one.goal();
    [
        (Clash::AccountPromised, has_account && is_promised),
        (Clash::AccountElsewhere, has_account && is_elsewhere),
        (Clash::MonthlyPromised, one.monthly && is_promised),
        (Clash::MonthlyElsewhere, one.monthly && is_elsewhere && !is_promised),
        (Clash::ElsewherePromised, is_elsewhere && is_promised),
        (Clash::CostsTooMuch, one.goal() > MOST_AMOUNT),
        (Clash::LeastAboveGoal, is_above_goal(one.least)),
        (
            Clash::PresetAboveGoal,
            !is_above_goal(one.least) && one.presets.last().is_some_and(|minor| is_above_goal(*minor)),
        ),
    ]
    .into_iter()
    .filter_map(|(clash, is_so)| is_so.then_some(clash))
    .collect()
}

/// What is wrong with the place of an amount on offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplaced {
    BelowLeast,
    /// The one before it is not less.
    NotRising,
}

pub fn misplaced(minor: i64, before: Option<i64>, least: i64) -> Option<Misplaced> {
    if minor < least {
        Some(Misplaced::BelowLeast)
    } else {
        before.filter(|before| *before >= minor).map(|_| Misplaced::NotRising)
    }
}

/// A percentage that a provider may take, in hundredths, from a number with two digits behind the point at most.
pub fn percent(text: &str) -> Option<i64> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |text: &str| text.chars().all(|digit| digit.is_ascii_digit());
    if whole.is_empty() || rest.len() > 2 || !is_number(whole) || !is_number(rest) {
        return None;
    }
    let hundredths =
        whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(format!("{rest:0<2}").parse().ok()?)?;
    (hundredths <= MOST_FEE).then_some(hundredths)
}

/// As [`percent`] reads it.
pub fn percent_written(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Whether a bank's code is one as a banking app takes it.
pub fn is_bic(bic: &str, iban: &Iban) -> bool {
    let asked = epc::Asked {
        bic: Some(bic),
        name: "x",
        iban,
        amount: None,
        purpose: None,
        remittance: epc::Remittance::Nothing,
        information: "",
    };
    epc::payload(&asked).is_ok()
}
