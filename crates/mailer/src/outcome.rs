//! What became of a mail, and what follows from it.

use crate::session::Trouble;
use lettre::transport::smtp::response::Response;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server has it.
    Accepted { reply: String },
    /// The server will never take it for this recipient: a bounce of the session.
    Refused { code: u16, reason: String },
    /// Nobody has it yet, as far as we know: busy, away, or not set up as it should be. Try again.
    Later { reason: String },
}

/// In characters.
const REASON_MOST: usize = 200;

impl Outcome {
    pub(crate) fn accepted(response: &Response) -> Self {
        Self::Accepted { reply: short(&response.message().collect::<Vec<_>>().join(" ")) }
    }

    /// Of a mail whose recipient was named to the server.
    pub(crate) fn of(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Said { code, words } if is_about_this_mail(code) => {
                Self::Refused { code, reason: words }
            }
            other => Self::Later { reason: other.to_string() },
        }
    }
}

/// Whether a reply code (RFC 5321, section 4.2; RFC 4954, section 6) is about the mail and its
/// recipient. A login that is asked for or a command that is not known is about our setup: once it
/// is mended, the mail must still be there.
fn is_about_this_mail(code: u16) -> bool {
    matches!(code, 541 | 550..=559)
}

/// One short line without addresses: it is kept, and shown to operators.
pub(crate) fn short(said: &str) -> String {
    let line: String = said
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .map(|word| if word.contains('@') { "…" } else { word })
        .collect::<Vec<_>>()
        .join(" ");
    line.chars().take(REASON_MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_one_short_line_without_an_address() {
        assert_eq!(short("5.1.1 <ada@example.org>\r\n no such  user\0x"), "5.1.1 … no such user x");
        assert_eq!(short(&"é".repeat(500)).chars().count(), REASON_MOST);
    }

    #[test]
    fn what_is_wrong_with_our_setup_loses_no_mail() {
        let said = |code| Outcome::of(Trouble::Said { code, words: "so".to_owned() });
        for code in [421, 450, 452, 500, 503, 530, 535, 538] {
            assert_eq!(said(code), Outcome::Later { reason: format!("{code} so") });
        }
        for code in [541, 550, 552, 554, 556] {
            assert_eq!(said(code), Outcome::Refused { code, reason: "so".to_owned() });
        }
    }
}
