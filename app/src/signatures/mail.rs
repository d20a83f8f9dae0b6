//! The mails of a signature, as plain text first and as HTML of the same words.
//! It sends nothing, and holds no address.

#[cfg(test)]
pub mod samples;

use crate::web::i18n::{Given, Say};
use crate::web::layout::{Named, Signal};
pub use crate::web::letterhead::Written;
use crate::web::letterhead::{Letterhead, Way, Words};

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
    /// The name that was sent with the form; none where links were asked for.
    pub name: String,
    /// At least one.
    pub links: Vec<OwnLink>,
}

/// The way to the private page of a name.
#[derive(Clone, Debug)]
pub struct OwnLink {
    pub name: String,
    /// Title of its letter.
    pub letter: String,
    pub stands: Stands,
    /// Absolute.
    pub url: String,
}

/// How it stands with a name, each with days as the campaign counts them.
#[derive(Clone, Debug)]
pub enum Stands {
    Waits { sent: String, until: String },
    Signed { on: String },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The first mail, with the moment until which the link holds.
    Confirmation { until: String },
    /// This address has signed: the link leads to that signature, where partners can be agreed to if there are any.
    SignedAlready { partners: bool },
    /// As many names as the letter allows have signed from here: the links lead to them. The further
    /// one is kept until a day.
    MailboxFull { most: u32, until: String },
    /// “Send it again”: all that the address has. `more` wait than are listed.
    LinksAgain { more: bool },
    /// The letter's words were changed since: why, where somebody said, and whether the name stands under the
    /// new ones on the page, and whether the letter still takes names.
    WordsChanged { reason: String, moves_names: bool, takes_names: bool },
}

impl Mail {
    pub fn write(&self) -> askama::Result<Written> {
        let heading = if self.is_of_one_letter() { self.letter.name.clone() } else { self.subject() };
        let mail = Letterhead {
            say: &self.say,
            signal: self.signal,
            from: &self.group,
            heading: &heading,
            subject: self.subject(),
            words: self.words(),
        };
        mail.write()
    }

    fn subject(&self) -> String {
        self.subject.clone().unwrap_or_else(|| {
            let letter: (&str, &dyn Given) = ("letter", &self.letter.name);
            match &self.kind {
                Kind::Confirmation { .. } => self.say.with("signatures-mail-confirmation-subject", &[letter]),
                Kind::SignedAlready { .. } => self.say.with("signatures-mail-already-subject", &[letter]),
                Kind::MailboxFull { .. } => self.say.with("signatures-mail-full-subject", &[letter]),
                Kind::WordsChanged { .. } => self.say.with("signatures-mail-changed-subject", &[letter]),
                Kind::LinksAgain { .. } if self.is_of_one_letter() => {
                    self.say.with("signatures-mail-again-subject", &[letter])
                }
                Kind::LinksAgain { .. } => self.say.text("signatures-mail-again-subject-several"),
            }
        })
    }

    fn is_of_one_letter(&self) -> bool {
        self.links.iter().all(|link| link.letter == self.letter.name)
    }

    fn words(&self) -> Words {
        let say = &self.say;
        let facts: [(&str, &dyn Given); 3] =
            [("name", &self.name), ("letter", &self.letter.name), ("group", &self.group.name)];
        let mut words = match &self.kind {
            Kind::Confirmation { until } => Words {
                opening: say.with("signatures-mail-confirmation-opening", &facts),
                ask: say.text("signatures-mail-confirmation-ask"),
                closing: say.with("signatures-mail-confirmation-closing", &[("until", until)]),
                ..Words::default()
            },
            Kind::SignedAlready { partners } => Words {
                opening: say.with("signatures-mail-already-opening", &facts),
                ask: say.text("signatures-mail-already-ask"),
                further: if *partners { say.text("signatures-mail-already-partners") } else { String::new() },
                closing: say.text("signatures-mail-already-closing"),
                ..Words::default()
            },
            Kind::MailboxFull { most, until } => Words {
                opening: say.with(
                    "signatures-mail-full-opening",
                    &[("most", most), ("name", &self.name), ("letter", &self.letter.name)],
                ),
                ask: say.text("signatures-mail-full-ask"),
                further: say.with("signatures-mail-full-further", &[("name", &self.name), ("until", until)]),
                closing: say.text("signatures-mail-full-closing"),
                ..Words::default()
            },
            Kind::WordsChanged { reason, moves_names, takes_names } => Words {
                opening: say.with("signatures-mail-changed-opening", &facts),
                ask: say.text(if *takes_names {
                    "signatures-mail-changed-ask"
                } else {
                    "signatures-mail-changed-ask-closed"
                }),
                further: if reason.is_empty() {
                    String::new()
                } else {
                    say.with("letters-wordings-reason", &[("reason", reason)])
                },
                closing: if *moves_names {
                    say.text("signatures-mail-changed-moved")
                } else {
                    say.text("signatures-mail-changed-closing")
                },
                ..Words::default()
            },
            Kind::LinksAgain { more } => Words {
                opening: say.text("signatures-mail-again-opening"),
                ask: say.text("signatures-mail-again-ask"),
                further: if *more { say.text("signatures-mail-again-more") } else { String::new() },
                closing: say.text("signatures-mail-again-closing"),
                ..Words::default()
            },
        };
        words.why = say.with("signatures-mail-why", &facts);
        words.ways = self.links.iter().map(|link| self.way(link)).collect();
        if matches!(self.kind, Kind::MailboxFull { .. }) {
            words.ways.push(Way {
                label: say.with("signatures-mail-full-elsewhere", &[("name", &self.name)]),
                button: say.text("signatures-to-the-letter"),
                url: self.letter.url.clone(),
                ..Way::default()
            });
        }
        words
    }

    fn way(&self, link: &OwnLink) -> Way {
        let say = &self.say;
        let name: (&str, &dyn Given) = ("name", &link.name);
        // A mail about one name has named it; one that lists names tells them apart.
        let lists = matches!(self.kind, Kind::MailboxFull { .. } | Kind::LinksAgain { .. });
        let (label, mut button) = match &link.stands {
            Stands::Waits { sent, until } => (
                say.with("signatures-mail-waits", &[name, ("sent", sent), ("until", until)]),
                say.text("signatures-mail-confirmation-button"),
            ),
            Stands::Signed { on } => (
                say.with("signatures-mail-signed", &[name, ("when", on)]),
                say.text("signatures-mail-already-button"),
            ),
        };
        if matches!(self.kind, Kind::WordsChanged { .. }) {
            button = say.text("signatures-mail-changed-button");
        }
        Way {
            heading: if self.is_of_one_letter() { String::new() } else { link.letter.clone() },
            label: if lists { label } else { String::new() },
            button,
            url: link.url.clone(),
        }
    }
}
