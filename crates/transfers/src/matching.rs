//! Which expected transfer a line of a statement is. Sure only where nothing else is possible; whatever a person must
//! look at comes with the reasons. Keeps nothing: what was paid before is the caller’s to take from `open`.

mod names;
mod search;

use crate::Reference;
use crate::statement::{Line, Turn};
use broadside_money::Amount;
use search::Found;

/// A transfer that somebody promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    pub reference: Reference,
    pub amount: Amount,
    /// Of whoever promised it; empty where nobody said.
    pub name: String,
}

/// What a line is. Numbers are places in what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// Its reference and its amount are those of this one and of no other.
    Sure(usize),
    /// A person decides. The candidates whose amount it is come first.
    Doubtful { candidates: Vec<usize>, why: Vec<Doubt> },
    /// Money that went out, or an earlier movement that was undone: a gift that the bank took back, a payment of ours that
    /// came back. Never a gift. The candidates are those that it names or, where it names none, whose name and amount it
    /// has; there may be none.
    Reversal { candidates: Vec<usize> },
    /// Nothing that was expected.
    None,
}

/// Why a person must look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    OtherAmount,
    OtherCurrency,
    /// The reference has a slip: one character mistyped, left out or too many, two swapped, or no `RF` in front.
    Slip,
    /// No reference, but the name and the amount are those of one expected.
    NameOnly,
    /// It has another reference too, right by its check digits, of none that is expected.
    OtherReference,
    /// Several are possible.
    Several,
    /// The bank tells several transfers as one sum.
    Batch,
}

/// Finds what a line is among what is expected.
///
/// Of a line that undoes another ([`Turn::Reversal`]) or goes out, `open` is what it may undo: hand over those that are
/// paid. An outgoing line that names none of them is `None`.
///
/// Takes time with the length of `open` for each line; names are compared where the amount is the same.
pub fn matching(line: &Line, open: &[Expected]) -> Match {
    match line.turn {
        Turn::Incoming if line.amount.minor > 0 => incoming(line, open),
        Turn::Incoming => Match::None,
        Turn::Outgoing | Turn::Reversal => undone(line, open),
    }
}

/// The references that a line names, right by their check digits, whoever’s they are.
pub fn references(line: &Line) -> Vec<Reference> {
    let mut all: Vec<Reference> = line.reference.iter().cloned().collect();
    for one in search::all(&line.text) {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

fn incoming(line: &Line, open: &[Expected]) -> Match {
    let found = search::references(line, open);
    match found.named.as_slice() {
        [] => {
            let near = search::slips(line, open);
            if !near.is_empty() {
                return doubtful(line, open, near, [vec![Doubt::Slip], doubts(line, &found)].concat());
            }
            let same = of_same_name(line, open, line.amount);
            if same.is_empty() {
                return Match::None;
            }
            doubtful(line, open, same, [vec![Doubt::NameOnly], doubts(line, &found)].concat())
        }
        [one] => {
            let why = doubts(line, &found);
            if why.is_empty() && open[*one].amount == line.amount {
                Match::Sure(*one)
            } else {
                doubtful(line, open, vec![*one], why)
            }
        }
        _ => doubtful(line, open, found.named.clone(), doubts(line, &found)),
    }
}

fn doubts(line: &Line, found: &Found) -> Vec<Doubt> {
    let mut why = Vec::new();
    if line.is_batch {
        why.push(Doubt::Batch);
    }
    if found.runs_on {
        why.push(Doubt::Slip);
    }
    if found.has_another {
        why.push(Doubt::OtherReference);
    }
    why
}

fn doubtful(line: &Line, open: &[Expected], mut candidates: Vec<usize>, mut why: Vec<Doubt>) -> Match {
    candidates.sort_by_key(|at| open[*at].amount != line.amount);
    let amounts = || candidates.iter().map(|at| open[*at].amount);
    if candidates.len() > 1 {
        why.push(Doubt::Several);
    }
    if amounts().all(|amount| amount.currency != line.amount.currency) {
        why.push(Doubt::OtherCurrency);
    } else if amounts().all(|amount| amount != line.amount) {
        why.push(Doubt::OtherAmount);
    }
    Match::Doubtful { candidates, why }
}

fn undone(line: &Line, open: &[Expected]) -> Match {
    let named = search::references(line, open).named;
    if !named.is_empty() {
        return Match::Reversal { candidates: named };
    }
    if line.turn == Turn::Outgoing {
        return Match::None;
    }
    let amount = Amount::new(line.amount.minor.saturating_abs(), line.amount.currency);
    Match::Reversal { candidates: of_same_name(line, open, amount) }
}

fn of_same_name(line: &Line, open: &[Expected], amount: Amount) -> Vec<usize> {
    let name = names::folded(&line.name);
    if name.is_empty() {
        return Vec::new();
    }
    let same =
        open.iter().enumerate().filter(|(_, one)| one.amount == amount && names::folded(&one.name) == name);
    same.map(|(at, _)| at).collect()
}
