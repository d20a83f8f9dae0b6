//! Why a file is no statement, in words, with the place where somebody looks.

use crate::web::i18n::Say;
use crate::web::natural;
use broadside_transfers::statement::{Fault, Field, Place, What};

/// “Line 12, column 3: this is no amount: abc”.
pub fn words(say: &Say, fault: &Fault) -> String {
    let what = what(say, &fault.what);
    let place = match fault.place {
        Place::File => return what,
        Place::Line(line) => say.with("fundraisers-place-line", &[("line", &line)]),
        Place::Element { name, line } => {
            say.with("fundraisers-place-element", &[("name", &name.to_owned()), ("line", &line)])
        }
        // People count from one.
        Place::Cell { line, column } => {
            say.with("fundraisers-place-cell", &[("line", &line), ("column", &(column as u64 + 1))])
        }
    };
    format!("{place}: {what}")
}

fn what(say: &Say, what: &What) -> String {
    match what {
        What::Empty => say.text("fundraisers-statement-empty"),
        What::TooLarge { .. } | What::TooManyLines { .. } => say.text("fundraisers-statement-too-long"),
        What::TooManyColumns { most } => say.with(
            "fundraisers-statement-columns",
            &[("most", &natural(i64::try_from(*most).unwrap_or(i64::MAX)))],
        ),
        What::NotText => say.text("fundraisers-statement-not-text"),
        What::BrokenXml => say.text("fundraisers-statement-broken-xml"),
        What::ForbiddenXml => say.text("fundraisers-statement-forbidden-xml"),
        What::TooDeep => say.text("fundraisers-statement-too-deep"),
        What::NoStatement => say.text("fundraisers-statement-none"),
        What::Missing(field) => {
            say.with("fundraisers-statement-missing", &[("field", &say.text(key(*field)))])
        }
        What::Unreadable(field, text) => {
            say.with("fundraisers-statement-unreadable", &[("field", &say.text(key(*field))), ("text", text)])
        }
        What::UnknownLine => say.text("fundraisers-statement-unknown-line"),
        What::Unbalanced => say.text("fundraisers-statement-unbalanced"),
        What::UnevenRow => say.text("fundraisers-statement-uneven-row"),
        What::OpenQuote => say.text("fundraisers-statement-open-quote"),
        What::NoHeads => say.text("fundraisers-statement-no-heads"),
    }
}

fn key(field: Field) -> &'static str {
    match field {
        Field::Day => "fundraisers-statement-day",
        Field::Amount => "fundraisers-statement-amount",
        Field::Currency => "fundraisers-statement-currency",
        Field::Direction => "fundraisers-statement-direction",
        Field::Status => "fundraisers-statement-status",
        Field::Balance => "fundraisers-statement-balance",
    }
}
