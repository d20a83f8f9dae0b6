//! The three mails of a signature, as plain text first and as HTML of the same words.
//! It sends nothing, and holds no address.

#[cfg(test)]
pub mod samples;

use crate::web::i18n::{Given, Say};
use crate::web::layout::{Named, Signal};
pub use crate::web::letterhead::Written;
use crate::web::letterhead::{Letterhead, Words};

/// What a mail says, in the campaign's language.
#[derive(Clone, Debug)]
pub struct Mail {
    pub say: Say,
    pub kind: Kind,
    /// As the campaign words it; the house's own words where it is silent.
    pub subject: Option<String>,
    pub signal: Signal,
    pub group: Named,
    pub letter: Named,
    /// The name that was sent with the form.
    pub name: String,
    /// Absolute URL of the signer's private page.
    pub link: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The first mail, with the moment until which the link holds.
    Confirmation { until: String },
    /// This address has signed: the link leads to that signature.
    SignedAlready,
    /// “Send it again”: the same link once more.
    LinkAgain { until: String },
}

impl Mail {
    pub fn write(&self) -> askama::Result<Written> {
        let mail = Letterhead {
            say: &self.say,
            signal: self.signal,
            from: &self.group,
            heading: &self.letter.name,
            link: &self.link,
            subject: self.subject(),
            words: self.words(),
        };
        mail.write()
    }

    fn subject(&self) -> String {
        self.subject.clone().unwrap_or_else(|| {
            let key = match self.kind {
                Kind::Confirmation { .. } => "signatures-mail-confirmation-subject",
                Kind::SignedAlready => "signatures-mail-already-subject",
                Kind::LinkAgain { .. } => "signatures-mail-again-subject",
            };
            self.say.with(key, &[("letter", &self.letter.name)])
        })
    }

    fn words(&self) -> Words {
        let say = &self.say;
        let (opening, ask, button, closing) = match &self.kind {
            Kind::Confirmation { until } | Kind::LinkAgain { until } => (
                if matches!(self.kind, Kind::Confirmation { .. }) {
                    "signatures-mail-confirmation-opening"
                } else {
                    "signatures-mail-again-opening"
                },
                say.text("signatures-mail-confirmation-ask"),
                "signatures-mail-confirmation-button",
                say.with("signatures-mail-confirmation-closing", &[("until", until)]),
            ),
            Kind::SignedAlready => (
                "signatures-mail-already-opening",
                say.text("signatures-mail-already-ask"),
                "signatures-mail-already-button",
                say.text("signatures-mail-already-closing"),
            ),
        };
        let facts: [(&str, &dyn Given); 3] =
            [("name", &self.name), ("letter", &self.letter.name), ("group", &self.group.name)];
        Words {
            opening: say.with(opening, &facts),
            ask,
            button: say.text(button),
            closing,
            why: say.with("signatures-mail-why", &facts),
        }
    }
}
