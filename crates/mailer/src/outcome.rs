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
    Later { on: On, reason: String },
}

/// On whom a mail waits, and so which others would fare the same now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// On something of its own, such as its sender's address.
    Mail,
    /// On its recipient's mailbox alone: it is full (RFC 3463, section 3.3).
    Mailbox,
    /// On those who take mails for its recipient.
    Recipient,
    /// On the server, whomever it is for.
    Server,
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
            other => Self::Later { on: on_whom(&other), reason: other.to_string() },
        }
    }
}

/// Whether a reply code (RFC 5321, section 4.2; RFC 4954, section 6) is about the mail and its
/// recipient. A login that is asked for or a command that is not known is about our setup: once it
/// is mended, the mail must still be there.
fn is_about_this_mail(code: u16) -> bool {
    matches!(code, 541 | 550..=559)
}

/// Whom the server put a mail off for, once it knew the recipient.
fn on_whom(trouble: &Trouble) -> On {
    match trouble {
        _ if trouble.ends_the_session() => On::Server,
        Trouble::Said { code: 400..=499, words } if words.starts_with("4.2.") => On::Mailbox,
        Trouble::Said { code: 400..=499, .. } => On::Recipient,
        Trouble::Said { .. } | Trouble::Lost { .. } => On::Mail,
    }
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
        for (code, on) in [
            (421, On::Server),
            (450, On::Recipient),
            (452, On::Recipient),
            (500, On::Mail),
            (503, On::Mail),
            (530, On::Mail),
            (535, On::Mail),
            (538, On::Mail),
        ] {
            assert_eq!(said(code), Outcome::Later { on, reason: format!("{code} so") });
        }
        let full = Outcome::of(Trouble::Said { code: 452, words: "4.2.2 mailbox full".to_owned() });
        assert!(matches!(full, Outcome::Later { on: On::Mailbox, .. }), "{full:?}");
        let lost = Outcome::of(Trouble::Lost { reason: "it hung up".to_owned() });
        assert!(matches!(lost, Outcome::Later { on: On::Server, .. }), "{lost:?}");
        for code in [541, 550, 552, 554, 556] {
            assert_eq!(said(code), Outcome::Refused { code, reason: "so".to_owned() });
        }
    }
}
