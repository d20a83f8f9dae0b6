//! What a partner accepts before it sees anybody, word for word, with what becomes of everything when it ends.

use crate::campaigns::definition::fingerprint;
use crate::web::i18n::{Given, Say};

/// The clauses, in their order.
const CLAUSES: [&str; 7] = [
    "partners-term-who",
    "partners-term-what-for",
    "partners-term-file",
    "partners-term-ended",
    "partners-term-care",
    "partners-term-end",
    "partners-term-after",
];

/// The terms between a partner and the group that runs the campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    pub clauses: Vec<String>,
}

impl Terms {
    pub fn between(say: &Say, partner: &str, group: &str) -> Self {
        let (partner, group) = (partner.to_owned(), group.to_owned());
        let given: [(&str, &dyn Given); 2] = [("partner", &partner), ("group", &group)];
        Self { clauses: CLAUSES.iter().map(|key| say.with(key, &given)).collect() }
    }

    /// As it is kept: one clause a line.
    pub fn text(&self) -> String {
        self.clauses.join("\n")
    }

    /// Which words they are, sent along by the form: nobody accepts others than were read.
    pub fn version(&self) -> String {
        fingerprint(self.text().as_bytes())
    }
}
