//! The mails of pledges, as words. It sends nothing, and holds no address.

use super::transfers::Shown;
use crate::mail::Rank;
use crate::signatures::names::unlinked;
use crate::web::i18n::{Given, Say};
use crate::web::layout::{Named, Signal};
use crate::web::letterhead::{Letterhead, Way, Words, Written};

/// Which mail it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailKind {
    /// The private page, where it goes on to the provider: while cards seem to be tried.
    Link,
    /// To which account, and with which reference.
    Transfer,
    Pledged,
    Receipt,
    /// The card was declined: until when it can be paid in another way.
    Declined,
    Lapsed,
    /// Nothing is charged.
    Released,
    Refunded,
    /// A part was paid back.
    Returned,
    /// What was on its way did not arrive.
    NotArrived,
    /// The last month was not paid.
    MonthlyLate,
    /// Nothing is charged any more.
    MonthlyEnded,
}

impl MailKind {
    pub const ALL: [Self; 12] = [
        Self::Link,
        Self::Transfer,
        Self::Pledged,
        Self::Receipt,
        Self::Declined,
        Self::Lapsed,
        Self::Released,
        Self::Refunded,
        Self::Returned,
        Self::NotArrived,
        Self::MonthlyLate,
        Self::MonthlyEnded,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Link => "pledge_link",
            Self::Transfer => "pledge_transfer",
            Self::Pledged => "pledge_pledged",
            Self::Receipt => "pledge_receipt",
            Self::Declined => "pledge_declined",
            Self::Lapsed => "pledge_lapsed",
            Self::Released => "pledge_released",
            Self::Refunded => "pledge_refunded",
            Self::Returned => "pledge_returned",
            Self::NotArrived => "pledge_not_arrived",
            Self::MonthlyLate => "pledge_monthly_late",
            Self::MonthlyEnded => "pledge_monthly_ended",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    pub fn rank(self) -> Rank {
        match self {
            Self::Link | Self::Transfer | Self::Pledged => Rank::Awaited,
            Self::Receipt
            | Self::Declined
            | Self::Lapsed
            | Self::Released
            | Self::Refunded
            | Self::Returned
            | Self::NotArrived
            | Self::MonthlyLate
            | Self::MonthlyEnded => Rank::Telling,
        }
    }
}

/// What a mail of its kind may have to say otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Circumstance {
    Usual,
    /// It lapsed since it was refused, and no card’s fault it was.
    GivenUp,
    /// It can be given no more.
    Over,
}

/// What a mail says, in the language that somebody wrote in.
pub struct Mail<'m> {
    pub say: &'m Say,
    pub kind: MailKind,
    pub signal: Signal,
    pub group: Named,
    /// Of the fundraiser.
    pub title: String,
    pub name: String,
    pub amount: String,
    /// What of it was paid back.
    pub returned: String,
    pub goal: String,
    pub ends: String,
    /// Until when it can be paid in another way.
    pub until: String,
    /// The number of the receipt, and the day of the payment.
    pub receipt: String,
    pub paid: String,
    /// On whose behalf, and in memory of whom.
    pub organisation: String,
    pub memory: String,
    pub item: String,
    pub circumstance: Circumstance,
    /// Where it is to be transferred.
    pub transfer: Option<Shown>,
    /// It is given every month, and goes on.
    pub is_monthly: bool,
    /// It is for practice: no money moved.
    pub is_practice: bool,
    pub url: String,
}

impl Mail<'_> {
    pub fn write(&self) -> askama::Result<Written> {
        let say = self.say;
        let name = unlinked(&self.name);
        let given: [(&str, &dyn Given); 10] = [
            ("fundraiser", &self.title),
            ("name", &name),
            ("amount", &self.amount),
            ("returned", &self.returned),
            ("goal", &self.goal),
            ("ends", &self.ends),
            ("until", &self.until),
            ("receipt", &self.receipt),
            ("paid", &self.paid),
            ("group", &self.group.name),
        ];
        let [subject, opening, ask, button] = self.keys();
        let mut opening = say.with(opening, &given);
        let mut ask =
            self.transfer.as_ref().map_or_else(|| say.with(ask, &given), |one| self.account(ask, one));
        if self.kind == MailKind::Receipt && self.is_monthly {
            ask = format!("{} {ask}", say.with("fundraisers-mail-monthly", &given));
        }
        if self.kind == MailKind::Receipt {
            for (key, words) in [
                ("fundraisers-mail-organisation", &self.organisation),
                ("fundraisers-mail-memory", &self.memory),
                ("fundraisers-mail-item", &self.item),
            ] {
                if !words.is_empty() {
                    opening = format!("{opening} {}", say.with(key, &[("words", &unlinked(words))]));
                }
            }
        }
        if self.is_practice {
            opening = format!("{} {opening}", say.text("fundraisers-mail-practice"));
        }
        Letterhead {
            say,
            signal: self.signal,
            from: &self.group,
            heading: &self.title,
            subject: say.with(subject, &given),
            words: Words {
                opening,
                ask,
                ways: vec![Way { button: say.text(button), url: self.url.clone(), ..Way::default() }],
                why: say.with("fundraisers-mail-why", &given),
                ..Words::default()
            },
        }
        .write()
    }

    /// The account in words.
    fn account(&self, ask: &str, one: &Shown) -> String {
        let holder = unlinked(&one.name);
        let given: [(&str, &dyn Given); 4] = [
            ("amount", &one.amount),
            ("holder", &holder),
            ("iban", &one.iban),
            ("reference", &one.reference),
        ];
        let words = self.say.with(ask, &given);
        if one.bic.is_empty() {
            return words;
        }
        format!("{words} {}", self.say.with("fundraisers-mail-transfer-bic", &[("bic", &one.bic)]))
    }

    fn keys(&self) -> [&'static str; 4] {
        match self.kind {
            MailKind::Link => [
                "fundraisers-mail-link-subject",
                "fundraisers-mail-link-opening",
                "fundraisers-mail-link-ask",
                "fundraisers-mail-link-button",
            ],
            MailKind::Transfer => [
                "fundraisers-mail-transfer-subject",
                "fundraisers-mail-transfer-opening",
                "fundraisers-mail-transfer-ask",
                "fundraisers-mail-transfer-button",
            ],
            MailKind::Pledged => [
                "fundraisers-mail-pledged-subject",
                "fundraisers-mail-pledged-opening",
                "fundraisers-mail-pledged-ask",
                "fundraisers-mail-own-button",
            ],
            MailKind::Receipt => [
                "fundraisers-mail-receipt-subject",
                "fundraisers-mail-receipt-opening",
                "fundraisers-mail-receipt-ask",
                "fundraisers-mail-own-button",
            ],
            MailKind::Declined => [
                "fundraisers-mail-declined-subject",
                "fundraisers-mail-declined-opening",
                "fundraisers-mail-declined-ask",
                "fundraisers-mail-declined-button",
            ],
            MailKind::Lapsed if self.circumstance == Circumstance::GivenUp => [
                "fundraisers-mail-lapsed-subject",
                "fundraisers-mail-lapsed-refused-opening",
                "fundraisers-mail-lapsed-refused-ask",
                "fundraisers-mail-own-button",
            ],
            MailKind::Lapsed => [
                "fundraisers-mail-lapsed-subject",
                "fundraisers-mail-lapsed-opening",
                "fundraisers-mail-lapsed-ask",
                "fundraisers-mail-own-button",
            ],
            MailKind::Released => [
                "fundraisers-mail-released-subject",
                "fundraisers-mail-released-opening",
                "fundraisers-mail-released-ask",
                "fundraisers-mail-own-button",
            ],
            MailKind::Refunded => [
                "fundraisers-mail-refunded-subject",
                "fundraisers-mail-refunded-opening",
                "fundraisers-mail-refunded-ask",
                "fundraisers-mail-own-button",
            ],
            MailKind::Returned => [
                "fundraisers-mail-returned-subject",
                "fundraisers-mail-returned-opening",
                "fundraisers-mail-refunded-ask",
                "fundraisers-mail-own-button",
            ],
            MailKind::NotArrived => [
                "fundraisers-mail-not-arrived-subject",
                "fundraisers-mail-not-arrived-opening",
                if self.circumstance == Circumstance::Over {
                    "fundraisers-mail-not-arrived-over"
                } else {
                    "fundraisers-mail-not-arrived-ask"
                },
                "fundraisers-mail-own-button",
            ],
            MailKind::MonthlyLate => [
                "fundraisers-mail-monthly-late-subject",
                "fundraisers-mail-monthly-late-opening",
                "fundraisers-mail-monthly-late-ask",
                "fundraisers-mail-own-button",
            ],
            MailKind::MonthlyEnded => [
                "fundraisers-mail-monthly-ended-subject",
                "fundraisers-mail-monthly-ended-opening",
                "fundraisers-mail-monthly-ended-ask",
                "fundraisers-mail-own-button",
            ],
        }
    }
}
