//! From what the check found to what the page says.

use super::form::{COMMENT_MOST, Fault, Field};
use super::names::NAME_MOST;
use crate::error::Rule;
use crate::letters::pages::{Field as Shown, Mistake, Problem};

pub fn mistake(field: Field, fault: &Fault, email: &str) -> Mistake {
    let shown = match field {
        Field::Name => Shown::Name,
        Field::Email => Shown::Email,
        Field::Relation => Shown::Relation,
        Field::PostalCode => Shown::PostalCode,
        Field::Country => Shown::Country,
        Field::Comment => Shown::Comment,
        Field::Consent => Shown::Consent,
    };
    Mistake::new(shown, problem(fault, email))
}

pub fn problem(fault: &Fault, email: &str) -> Problem {
    match fault {
        Fault::NameMissing => Problem::NameMissing,
        Fault::NameTooLong => Problem::NameTooLong { most: count(NAME_MOST) },
        Fault::NameUnprintable => Problem::NameHasControl,
        Fault::NameHoldsLink => Problem::NameHasLink,
        Fault::EmailMissing => Problem::EmailMissing,
        Fault::EmailIncomplete | Fault::EmailUnusable => Problem::EmailBroken,
        Fault::EmailTooLong => Problem::EmailTooLong { most: 254 },
        Fault::EmailTypo(meant) => {
            Problem::EmailSuggestion { typed: email.trim().to_owned(), meant: meant.clone() }
        }
        Fault::RelationUnknown | Fault::CountryUnknown | Fault::ConsentUnknown => Problem::NotAChoice,
        Fault::CommentTooLong => Problem::TooLong { most: count(COMMENT_MOST) },
        Fault::CommentUnprintable => Problem::HasControl,
        Fault::PostalCodeUnusable => Problem::PostalCodeBroken,
    }
}

/// What the log calls it.
pub fn rule(fault: &Fault) -> Rule {
    Rule(match fault {
        Fault::NameMissing => "name-missing",
        Fault::NameTooLong => "name-too-long",
        Fault::NameUnprintable => "name-unprintable",
        Fault::NameHoldsLink => "name-holds-link",
        Fault::EmailMissing => "email-missing",
        Fault::EmailIncomplete => "email-incomplete",
        Fault::EmailTooLong => "email-too-long",
        Fault::EmailUnusable => "email-unusable",
        Fault::EmailTypo(_) => "email-typo",
        Fault::RelationUnknown => "relation-unknown",
        Fault::PostalCodeUnusable => "postal-code-unusable",
        Fault::CountryUnknown => "country-unknown",
        Fault::CommentTooLong => "comment-too-long",
        Fault::CommentUnprintable => "comment-unprintable",
        Fault::ConsentUnknown => "consent-unknown",
    })
}

fn count(most: usize) -> u32 {
    u32::try_from(most).unwrap_or(u32::MAX)
}
