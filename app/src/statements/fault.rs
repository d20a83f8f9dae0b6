//! What can be wrong with the field of a statement's form, and how it is said.

use super::CAMPAIGN_LINKS_A_DAY;
use crate::signatures::names::TextFault;
use crate::web::i18n::Say;
use crate::web::natural;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Kind,
    Whom,
    On,
    How,
    Words,
    SourceName,
    SourceUrl,
    Answers,
    /// The words of a reply, behind a private link.
    Reply,
    Speaker,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    TooLong(usize),
    /// A control character, or one that turns the direction of what follows.
    Unprintable,
    /// The same in a text of several lines: the first such character and its line, and how many there are.
    Unseen {
        first: char,
        line: usize,
        all: usize,
    },
    KindUnknown,
    NoDay,
    Ahead,
    NoAddress,
    /// Said publicly, and nowhere to be read.
    SourceMissing,
    UrlUnusable,
    QuestionUnknown,
    /// As many links as one address may get in a day.
    TooManyLinks,
    /// As many as one campaign may send in a day.
    TooManyLinksHere,
}

impl Field {
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Whom => "whom",
            Self::On => "on",
            Self::How => "how",
            Self::Words | Self::Reply => "words",
            Self::SourceName => "source_name",
            Self::SourceUrl => "source_url",
            Self::Answers => "answers",
            Self::Speaker => "speaker",
        }
    }

    pub fn label(self, say: &Say) -> String {
        say.text(match self {
            Self::Kind => "statements-kind",
            Self::Whom => "statements-whom",
            Self::On => "statements-on",
            Self::How => "statements-how",
            Self::Words => "statements-words",
            Self::Reply => "statements-own-field",
            Self::SourceName => "statements-source-name",
            Self::SourceUrl => "statements-source-url",
            Self::Answers => "statements-answers",
            Self::Speaker => "statements-speaker",
        })
    }
}

impl Fault {
    pub fn of(fault: TextFault) -> Self {
        match fault {
            TextFault::Unprintable => Self::Unprintable,
            TextFault::TooLong(most) => Self::TooLong(most),
        }
    }

    pub fn words(self, say: &Say) -> String {
        match self {
            Self::Missing => say.text("statements-fault-missing"),
            Self::TooLong(most) => {
                say.with("statements-fault-too-long", &[("most", &u64::try_from(most).unwrap_or(u64::MAX))])
            }
            Self::Unprintable => say.text("statements-fault-unprintable"),
            Self::Unseen { first, line, all } => {
                let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
                let code = format!("U+{:04X}", u32::from(first));
                say.with(
                    "statements-fault-unseen",
                    &[("all", &count(all)), ("line", &count(line)), ("code", &code)],
                )
            }
            Self::KindUnknown => say.text("statements-fault-kind"),
            Self::NoDay => say.text("statements-fault-day"),
            Self::Ahead => say.text("statements-fault-ahead"),
            Self::NoAddress => say.text("statements-fault-email"),
            Self::SourceMissing => say.text("statements-fault-source"),
            Self::UrlUnusable => say.text("statements-fault-url"),
            Self::QuestionUnknown => say.text("statements-fault-question"),
            Self::TooManyLinks => say.text("statements-fault-links"),
            Self::TooManyLinksHere => {
                say.with("statements-fault-links-here", &[("most", &natural(CAMPAIGN_LINKS_A_DAY))])
            }
        }
    }

    /// What the log calls it.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Missing => "statement-field-missing",
            Self::TooLong(_) => "statement-field-too-long",
            Self::Unprintable | Self::Unseen { .. } => "statement-field-unprintable",
            Self::KindUnknown => "statement-kind-unknown",
            Self::NoDay => "statement-no-day",
            Self::Ahead => "statement-ahead",
            Self::NoAddress => "statement-no-address",
            Self::SourceMissing => "statement-source-missing",
            Self::UrlUnusable => "statement-url-unusable",
            Self::QuestionUnknown => "statement-question-unknown",
            Self::TooManyLinks => "statement-too-many-links",
            Self::TooManyLinksHere => "statement-too-many-links-here",
        }
    }
}
