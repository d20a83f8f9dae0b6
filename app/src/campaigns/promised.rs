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
    /// Everybody gets back what they paid where too little comes in.
    GivesBack,
}

/// A sentence for whoever imports it.
impl fmt::Display for Broken {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let slug = &self.fundraiser;
        if self.promise == Promised::Outcome {
            return write!(
                out,
                "{slug} has ended, and what became of its money stays to be seen; leave it there"
            );
        }
        write!(out, "{slug}: people have pledged, and ")?;
        match &self.promise {
            Promised::Outcome => Ok(()),
            Promised::Kind(word) => write!(out, "were told kind = \"{word}\"; leave it so"),
            Promised::Currency(code) => write!(out, "their money is in {code}; leave the currency so"),
            Promised::Goal { .. } => write!(
                out,
                "nothing is charged below the goal they were told; leave its items as dear as they were, or add to them"
            ),
            Promised::Ends { .. } => {
                write!(out, "were told when it ends; it can end earlier, and not later")
            }
            Promised::GivesBack => write!(
                out,
                "were told that they get back what they paid if too little comes in; leave short = \"give-back\""
            ),
        }
    }
}
