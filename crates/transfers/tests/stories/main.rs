//! Files as banks write them, and as nobody should: what is read of them, and which gift each line is. All names are
//! made up; the account numbers are those of examples.

#![allow(clippy::unwrap_used, reason = "what a test cannot do fails it")]

mod camt;
mod hostile;
mod matched;
mod mt940;
mod overlap;
mod tables;

use broadside_money::Currency;
use broadside_transfers::statement::Turn;
use broadside_transfers::{Hint, Line, Statement, read};

fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

fn hint() -> Hint {
    Hint { currency: currency("EUR"), mapping: None }
}

fn file(bytes: &[u8]) -> Statement {
    read(bytes, &hint()).unwrap()
}

/// What matters of a line, on one line.
fn told(line: &Line) -> String {
    let turn = match line.turn {
        Turn::Incoming => "in",
        Turn::Outgoing => "out",
        Turn::Reversal => "undone",
    };
    let iban = line.iban.map(|iban| iban.electronic().to_owned()).unwrap_or_default();
    let reference = line.reference.as_ref().map(ToString::to_string).unwrap_or_default();
    format!("{} {} {turn} | {} | {iban} | {reference} | {}", line.day, line.amount, line.name, line.text)
}

fn all_told(statement: &Statement) -> Vec<String> {
    statement.lines.iter().map(told).collect()
}
