//! What people pledge or give under: an import and the desk take none of it from them.

use std::fmt;

/// A promise that a change would break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Its slug.
    pub fundraiser: String,
    pub promise: Promised,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Promised {
    /// It has ended, and what became of its money stays to be seen.
    Outcome,
    /// It is open, and money came in or somebody is about to pay.
    Money,
    /// It is open, and somebody gives a way to pay at this moment.
    Payer,
    /// The campaign would be a draft, shown to nobody.
    Hidden,
    /// It was taken off, and its pledges are not released yet.
    Unreleased,
    /// It has ended, and what it was decided by stays as it was.
    Settled,
    /// By its word in the files.
    Kind(String),
    Currency(String),
    /// Nothing is charged below the goal, in smallest units.
    Goal {
        was: i64,
        is: i64,
    },
    /// It ends no later, in microseconds UTC.
    Ends {
        was: i64,
    },
    /// It is decided, and cards are charged, then and at no other time, in microseconds UTC.
    Decided {
        was: i64,
    },
    /// It ends at a moment that lies ahead, in microseconds UTC.
    Past {
        was: i64,
    },
    /// Everybody gets back what they paid where too little comes in.
    GivesBack,
    /// So many days to pay in another way.
    Grace {
        was: i64,
    },
    /// What becomes of too much and too little, in a language.
    Rule(String),
    /// An item that gifts stand for.
    Item(String),
}

/// A sentence for whoever imports it.
impl fmt::Display for Broken {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let slug = &self.fundraiser;
        let told = format!("{slug}: people have pledged, or are about to, and");
        match &self.promise {
            Promised::Outcome => {
                write!(out, "{slug} has ended, and what became of its money stays to be seen; leave it there")
            }
            Promised::Money => write!(
                out,
                "{slug}: money has come in, or somebody is about to pay; give it an earlier end instead"
            ),
            Promised::Payer => write!(
                out,
                "{slug}: somebody gives a way to pay at this moment; try again tomorrow, when the page is over"
            ),
            Promised::Hidden => write!(
                out,
                "{slug}: people have given or pledged, and look for what becomes of it; set status = \"closed\" instead of \"draft\""
            ),
            Promised::Unreleased => write!(
                out,
                "{slug} was taken off, and its pledges are not released yet; try again in a minute"
            ),
            Promised::Settled => write!(
                out,
                "{slug} has ended; leave its items’ prices, kind, currency, end, grace_days, short and rule as they were"
            ),
            Promised::Kind(word) => write!(out, "{told} were told kind = \"{word}\"; leave it so"),
            Promised::Currency(code) => write!(out, "{told} their money is in {code}; leave the currency so"),
            Promised::Goal { .. } => write!(
                out,
                "{told} nothing is charged below the goal they were told; leave its items as dear as they were, or add to them"
            ),
            Promised::Ends { .. } => {
                write!(out, "{told} were told when it ends; it can end earlier, and not later")
            }
            Promised::Decided { .. } => {
                write!(
                    out,
                    "{told} were told when it is decided and their cards are charged; leave its end so"
                )
            }
            Promised::Past { .. } => {
                write!(out, "{told} were told when it ends; it can end earlier, but not before now")
            }
            Promised::GivesBack => write!(
                out,
                "{told} were told that they get back what they paid if too little comes in; leave short = \"give-back\""
            ),
            Promised::Grace { was } => write!(
                out,
                "{told} were told {was} days to pay in another way; leave grace_days so, or make them more"
            ),
            Promised::Rule(language) => write!(
                out,
                "{told} were told its rule; leave rule.{language} so, and say what is new in its words"
            ),
            Promised::Item(item) => {
                write!(out, "{told} gifts stand for the item {item}; leave it there, and no fewer of it")
            }
        }
    }
}
