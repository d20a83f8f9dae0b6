//! What became of a mail, and what follows from it.

use lettre::transport::smtp::Error;
use lettre::transport::smtp::response::Response;
use std::error::Error as _;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A server has it.
    Accepted { reply: String },
    /// A server will never take it: a bounce of the session.
    Refused { code: u16, reason: String },
    /// Nobody has it yet: busy, away, or not set up as it should be. Try again.
    Later { reason: String },
}

const REASON_MOST: usize = 200;

impl Outcome {
    pub(crate) fn accepted(response: &Response) -> Self {
        Self::Accepted { reply: short(&response.message().collect::<Vec<_>>().join(" ")) }
    }

    pub(crate) fn of(error: &Error) -> Self {
        let said = error.source().map_or_else(|| error.to_string(), |source| format!("{error}: {source}"));
        let reason = short(&said);
        match error.status().map(u16::from) {
            Some(code) if is_about_this_mail(code) => Self::Refused { code, reason },
            Some(code) => Self::Later { reason: short(&format!("{code} {said}")) },
            None => Self::Later { reason },
        }
    }
}

/// Whether a reply code (RFC 5321, section 4.2; RFC 4954, section 6) is about the mail and its
/// recipient. A login that fails or a command that is not known is about our setup: once it is
/// mended, the mail must still be there.
fn is_about_this_mail(code: u16) -> bool {
    matches!(code, 541 | 550..=559)
}

/// One short line without addresses: it is kept, and shown to operators.
fn short(said: &str) -> String {
    let line: String = said
        .split_whitespace()
        .map(|word| if word.contains('@') { "…" } else { word })
        .collect::<Vec<_>>()
        .join(" ");
    line.chars().filter(|c| !c.is_control()).take(REASON_MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_one_short_line_without_an_address() {
        assert_eq!(short("550 5.1.1 <ada@example.org>\r\n no such  user"), "550 5.1.1 … no such user");
        assert_eq!(short(&"x".repeat(500)).len(), REASON_MOST);
    }

    #[test]
    fn a_login_that_fails_loses_no_mail() {
        assert!(!is_about_this_mail(535) && !is_about_this_mail(530) && !is_about_this_mail(421));
        assert!(is_about_this_mail(550) && is_about_this_mail(554));
    }
}
