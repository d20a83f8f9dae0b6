//! What a handler can end with instead of an answer. `web/surroundings.rs` turns each into a page in
//! the visitor's language; what failed inside goes to the log and never to the page.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("there is nothing here")]
    NotFound,
    /// What was sent is no form.
    #[error("what was sent cannot be read as a form")]
    Unreadable,
    /// Too much at once: nothing was stored, come back in a moment.
    #[error("too much at once")]
    Busy,
    #[error(transparent)]
    Database(#[from] broadside_db::Error),
    #[error("a page could not be written: {0}")]
    Template(#[from] askama::Error),
    #[error("{0}")]
    Broken(String),
}

/// What failed inside, left on the answer for the log.
#[derive(Clone, Debug)]
pub struct Cause(pub String);

/// Which rule an answer refuses by, left on it for the log: a word of ours, nothing that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule(pub &'static str);

impl Rule {
    pub fn refuses(self, answer: Result<Response>) -> Result<Response> {
        answer.map(|mut response| {
            response.extensions_mut().insert(self);
            response
        })
    }
}

/// What is left on the answer for the page that is made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    NotFound,
    /// The desk under a name that is not ours.
    Misdirected,
    /// A form of the desk that no page of ours sent.
    FromElsewhere,
    /// Nobody has signed in, or has no longer.
    SignInFirst,
    /// A member whose role does not reach so far.
    NotYours,
    /// Somebody who belonged to the group once.
    MemberNoMore,
    /// A member whom an owner keeps out for a while.
    MemberSuspended,
    /// Somebody of a partner that takes part no more.
    PartnershipOver,
    MethodNotAllowed,
    Unreadable,
    TooLarge,
    TooSlow,
    Busy,
    Failed,
}

impl Refusal {
    /// Its word in the log.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Misdirected => "misdirected",
            Self::FromElsewhere => "from-elsewhere",
            Self::SignInFirst => "sign-in-first",
            Self::NotYours => "not-yours",
            Self::MemberNoMore => "member-no-more",
            Self::MemberSuspended => "member-suspended",
            Self::PartnershipOver => "partnership-over",
            Self::MethodNotAllowed => "method-not-allowed",
            Self::Unreadable => "unreadable",
            Self::TooLarge => "too-large",
            Self::TooSlow => "too-slow",
            Self::Busy => "busy",
            Self::Failed => "failed",
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let (status, refusal) = match &self {
            Self::NotFound => (StatusCode::NOT_FOUND, Refusal::NotFound),
            Self::Unreadable => (StatusCode::BAD_REQUEST, Refusal::Unreadable),
            // What was abandoned or got in another's way was not stored: it can be sent again.
            Self::Busy
            | Self::Database(
                broadside_db::Error::Unavailable(_)
                | broadside_db::Error::Silent
                | broadside_db::Error::Conflict(_)
                | broadside_db::Error::Abandoned(_),
            ) => (StatusCode::SERVICE_UNAVAILABLE, Refusal::Busy),
            Self::Database(_) | Self::Template(_) | Self::Broken(_) => {
                (StatusCode::INTERNAL_SERVER_ERROR, Refusal::Failed)
            }
        };
        let mut response = status.into_response();
        if status.is_server_error() {
            response.extensions_mut().insert(Cause(self.to_string()));
        }
        response.extensions_mut().insert(refusal);
        response
    }
}

impl<I> From<broadside_db::Unsaved<I>> for Error {
    fn from(unsaved: broadside_db::Unsaved<I>) -> Self {
        match unsaved {
            broadside_db::Unsaved::Full(_) => Self::Busy,
            broadside_db::Unsaved::Failed(error) => Self::Database(error),
        }
    }
}
