//! The mails of endorsements, as words. It sends nothing, and holds no address.

use super::Endorsement;
use crate::mail::Rank;
use crate::signatures::names::unlinked;
use crate::web::i18n::{Given, Say};
use crate::web::layout::{Named, Signal};
use crate::web::letterhead::{Letterhead, Way, Words, Written};

/// Which mail it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailKind {
    /// To the officer: the private page.
    Link,
    /// To an address at the organisation's domain: the button that proves it.
    Proof,
    Approved,
    Refused,
}

impl MailKind {
    pub const ALL: [Self; 4] = [Self::Link, Self::Proof, Self::Approved, Self::Refused];

    pub fn word(self) -> &'static str {
        match self {
            Self::Link => "endorsement_link",
            Self::Proof => "endorsement_proof",
            Self::Approved => "endorsement_approved",
            Self::Refused => "endorsement_refused",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    pub fn rank(self) -> Rank {
        match self {
            Self::Link | Self::Proof => Rank::Awaited,
            Self::Approved | Self::Refused => Rank::Telling,
        }
    }
}

/// What a mail says, in the language that its officer wrote in.
pub struct Mail<'m> {
    pub say: &'m Say,
    pub kind: MailKind,
    pub signal: Signal,
    pub group: Named,
    pub letter: String,
    pub endorsement: &'m Endorsement,
    /// Absolute.
    pub url: String,
}

impl Mail<'_> {
    pub fn write(&self) -> askama::Result<Written> {
        let say = self.say;
        let organisation = unlinked(&self.endorsement.said.organisation);
        let reason = unlinked(self.endorsement.reason.as_deref().unwrap_or_default());
        let given: [(&str, &dyn Given); 6] = [
            ("name", &unlinked(&self.endorsement.said.name)),
            ("organisation", &organisation),
            ("letter", &self.letter),
            ("group", &self.group.name),
            ("domain", &self.endorsement.said.domain),
            ("reason", &reason),
        ];
        let [subject, opening, ask, button, closing] = match self.kind {
            MailKind::Link => [
                "endorsements-mail-link-subject",
                "endorsements-mail-link-opening",
                "endorsements-mail-link-ask",
                "endorsements-mail-link-button",
                "endorsements-mail-link-closing",
            ],
            MailKind::Proof => [
                "endorsements-mail-proof-subject",
                "endorsements-mail-proof-opening",
                "endorsements-mail-proof-ask",
                "endorsements-mail-proof-button",
                "endorsements-mail-proof-closing",
            ],
            MailKind::Approved => [
                "endorsements-mail-approved-subject",
                "endorsements-mail-approved-opening",
                "endorsements-mail-approved-ask",
                "endorsements-mail-link-button",
                "endorsements-mail-approved-closing",
            ],
            MailKind::Refused => [
                "endorsements-mail-refused-subject",
                "endorsements-mail-refused-opening",
                "endorsements-mail-refused-ask",
                "endorsements-mail-link-button",
                "endorsements-mail-refused-closing",
            ],
        };
        let why = if self.kind == MailKind::Proof {
            "endorsements-mail-why-proof"
        } else {
            "endorsements-mail-why"
        };
        let mail = Letterhead {
            say,
            signal: self.signal,
            from: &self.group,
            heading: &self.letter,
            subject: say.with(subject, &given),
            words: Words {
                opening: say.with(opening, &given),
                ask: say.with(ask, &given),
                ways: vec![Way { button: say.text(button), url: self.url.clone(), ..Way::default() }],
                closing: say.with(closing, &given),
                why: say.with(why, &given),
                ..Words::default()
            },
        };
        mail.write()
    }
}
