//! What can be wrong with a field, and the words for it. It never decides that something is wrong.

use crate::web::i18n::Say;

/// A field of the sign-on form, by the name it is sent under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Name,
    Email,
    Relation,
    PostalCode,
    Country,
    Comment,
    Consent,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub field: Field,
    pub problem: Problem,
}

/// What is wrong, in terms that a person can act on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    NameMissing,
    NameTooLong {
        most: u32,
    },
    /// A web address stands in the name.
    NameHasLink,
    /// A line break or another character that cannot be seen.
    NameHasControl,
    /// The same name has signed from the same mailbox.
    NameTaken,
    EmailMissing,
    EmailBroken,
    EmailTooLong {
        most: u32,
    },
    /// A well-known mail domain, mistyped: asked once, never changed.
    EmailSuggestion {
        typed: String,
        meant: String,
    },
    /// Not among the choices on the page, or sent twice.
    NotAChoice,
    TooLong {
        most: u32,
    },
    HasControl,
    /// Letters, digits, spaces and dashes alone, and not many.
    PostalCodeBroken,
}

impl Field {
    /// The name of the field in the form, which is also its `id` on the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Relation => "relation",
            Self::PostalCode => "postal_code",
            Self::Country => "country",
            Self::Comment => "comment",
            Self::Consent => "consent",
        }
    }

    pub(crate) fn label(self, say: &Say) -> String {
        say.text(match self {
            Self::Name => "letters-name-label",
            Self::Email => "letters-email-label",
            Self::Relation => "letters-relation-label",
            Self::PostalCode => "letters-postal-code-label",
            Self::Country => "letters-country-label",
            Self::Comment => "letters-comment-label",
            Self::Consent => "letters-consent-label",
        })
    }
}

impl Mistake {
    pub fn new(field: Field, problem: Problem) -> Self {
        Self { field, problem }
    }
}

impl Problem {
    pub(crate) fn words(&self, say: &Say) -> String {
        match self {
            Self::NameMissing => say.text("letters-error-name-missing"),
            Self::NameTooLong { most } => say.with("letters-error-name-too-long", &[("most", most)]),
            Self::NameHasLink => say.text("letters-error-name-has-link"),
            Self::NameHasControl => say.text("letters-error-name-has-control"),
            Self::NameTaken => say.text("letters-error-name-taken"),
            Self::EmailMissing => say.text("letters-error-email-missing"),
            Self::EmailBroken => say.text("letters-error-email-broken"),
            Self::EmailTooLong { most } => say.with("letters-error-email-too-long", &[("most", most)]),
            Self::EmailSuggestion { typed, meant } => {
                say.with("letters-error-email-suggestion", &[("typed", typed), ("meant", meant)])
            }
            Self::NotAChoice => say.text("letters-error-not-a-choice"),
            Self::TooLong { most } => say.with("letters-error-too-long", &[("most", most)]),
            Self::HasControl => say.text("letters-error-has-control"),
            Self::PostalCodeBroken => say.text("letters-error-postal-code-broken"),
        }
    }
}
