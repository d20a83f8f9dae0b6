//! The mails of RSVPs, as words. It sends nothing, and holds no address.

use super::shown::{Listed, When};
use crate::mail::Rank;
use crate::signatures::names::unlinked;
use crate::web::i18n::{Given, Say};
use crate::web::layout::{Named, Signal};
use crate::web::letterhead::{Letterhead, Way, Words, Written};
use crate::web::natural;

/// Which mail it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailKind {
    /// The private page, where the button confirms.
    Link,
    /// To a mailbox that comes already: its private page.
    Known,
    Coming,
    Waiting,
    Offer,
    Lapsed,
    Reminder,
    /// Another time or place.
    Changed,
    /// It was called off, and takes place after all.
    Again,
    /// It does not take place.
    Cancelled,
}

impl MailKind {
    pub const ALL: [Self; 10] = [
        Self::Link,
        Self::Known,
        Self::Coming,
        Self::Waiting,
        Self::Offer,
        Self::Lapsed,
        Self::Reminder,
        Self::Changed,
        Self::Again,
        Self::Cancelled,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Link => "rsvp_link",
            Self::Known => "rsvp_known",
            Self::Coming => "rsvp_coming",
            Self::Waiting => "rsvp_waiting",
            Self::Offer => "rsvp_offer",
            Self::Lapsed => "rsvp_lapsed",
            Self::Reminder => "rsvp_reminder",
            Self::Changed => "rsvp_changed",
            Self::Again => "rsvp_again",
            Self::Cancelled => "rsvp_cancelled",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// An offer runs out: it goes with what somebody waits for.
    pub fn rank(self) -> Rank {
        match self {
            Self::Link | Self::Known | Self::Coming | Self::Waiting | Self::Offer => Rank::Awaited,
            Self::Lapsed | Self::Reminder | Self::Changed | Self::Again | Self::Cancelled => Rank::Telling,
        }
    }
}

/// What a mail says, in the language that somebody wrote in.
pub struct Mail<'m> {
    pub say: &'m Say,
    pub kind: MailKind,
    pub signal: Signal,
    pub group: Named,
    /// Of the event.
    pub title: String,
    pub when: When,
    /// Empty where it is not told.
    pub place: String,
    pub name: String,
    pub people: i64,
    /// Until when a place is kept.
    pub until: String,
    pub url: String,
    /// What this is among others.
    pub own: Listed,
    /// What else the mailbox has said and not confirmed, with its links.
    pub others: Vec<(Listed, String)>,
}

impl Mail<'_> {
    pub fn write(&self) -> askama::Result<Written> {
        let say = self.say;
        let (when, name, people) = (self.when.whole(say), unlinked(&self.name), natural(self.people));
        let given: [(&str, &dyn Given); 6] = [
            ("event", &self.title),
            ("when", &when),
            ("name", &name),
            ("people", &people),
            ("group", &self.group.name),
            ("until", &self.until),
        ];
        let [subject, opening, ask, button, closing] = self.keys();
        let ask = say.with(ask, &given);
        let place = if self.place.is_empty() {
            String::new()
        } else {
            say.with("events-mail-place", &[("place", &self.place)])
        };
        let own = Way { button: say.text(button), url: self.url.clone(), ..Way::default() };
        let own = if self.others.is_empty() {
            own
        } else {
            Way { heading: self.own.name.clone(), label: self.own.when.clone(), ..own }
        };
        let others = self.others.iter().map(|(listed, url)| Way {
            heading: listed.name.clone(),
            label: listed.when.clone(),
            button: say.text(button),
            url: url.clone(),
        });
        Letterhead {
            say,
            signal: self.signal,
            from: &self.group,
            heading: &self.title,
            subject: say.with(subject, &given),
            words: Words {
                opening: say.with(opening, &given),
                ask: if place.is_empty() { ask } else { format!("{place} {ask}") },
                ways: std::iter::once(own).chain(others).collect(),
                closing: say.with(closing, &given),
                why: say.with("events-mail-why", &given),
                ..Words::default()
            },
        }
        .write()
    }

    fn keys(&self) -> [&'static str; 5] {
        match self.kind {
            MailKind::Link => [
                "events-mail-link-subject",
                "events-mail-link-opening",
                "events-mail-link-ask",
                "events-mail-link-button",
                "events-mail-link-closing",
            ],
            MailKind::Known => [
                "events-mail-known-subject",
                "events-mail-known-opening",
                "events-mail-known-ask",
                "events-mail-own-button",
                "events-mail-link-closing",
            ],
            MailKind::Coming => [
                "events-mail-coming-subject",
                "events-mail-coming-opening",
                "events-mail-coming-ask",
                "events-mail-own-button",
                "events-mail-own-closing",
            ],
            MailKind::Waiting => [
                "events-mail-waiting-subject",
                "events-mail-waiting-opening",
                "events-mail-waiting-ask",
                "events-mail-own-button",
                "events-mail-own-closing",
            ],
            MailKind::Offer => [
                "events-mail-offer-subject",
                "events-mail-offer-opening",
                "events-mail-offer-ask",
                "events-mail-offer-button",
                "events-mail-offer-closing",
            ],
            MailKind::Lapsed => [
                "events-mail-lapsed-subject",
                "events-mail-lapsed-opening",
                "events-mail-lapsed-ask",
                "events-mail-own-button",
                "events-mail-own-closing",
            ],
            MailKind::Reminder => [
                "events-mail-reminder-subject",
                "events-mail-reminder-opening",
                "events-mail-reminder-ask",
                "events-mail-own-button",
                "events-mail-own-closing",
            ],
            MailKind::Changed => [
                "events-mail-changed-subject",
                "events-mail-changed-opening",
                "events-mail-changed-ask",
                "events-mail-own-button",
                "events-mail-own-closing",
            ],
            MailKind::Again => [
                "events-mail-again-subject",
                "events-mail-again-opening",
                "events-mail-again-ask",
                "events-mail-own-button",
                "events-mail-own-closing",
            ],
            MailKind::Cancelled => [
                "events-mail-cancelled-subject",
                "events-mail-cancelled-opening",
                "events-mail-cancelled-ask",
                "events-mail-own-button",
                "events-mail-cancelled-closing",
            ],
        }
    }
}
