//! What a partner accepts before it sees anybody, word for word, with what becomes of everything when it ends.

use crate::campaigns::definition::{Partner, fingerprint};
use crate::web::i18n::{Given, Say};

/// The clauses, in their order.
const CLAUSES: [&str; 8] = [
    "partners-term-who",
    "partners-term-shown",
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
    /// They name what the partner is called and says of itself, so that it accepts that with them.
    pub fn between(say: &Say, partner: &Partner, words: &str, group: &str) -> Self {
        let (words, group) = (words.to_owned(), group.to_owned());
        let given: [(&str, &dyn Given); 5] = [
            ("partner", &partner.name),
            ("group", &group),
            ("website", &partner.website),
            ("privacy", &partner.privacy),
            ("words", &words),
        ];
        let mut clauses: Vec<String> = CLAUSES.iter().map(|key| say.with(key, &given)).collect();
        if !words.is_empty() {
            clauses.insert(2, say.with("partners-term-words", &given));
        }
        Self { clauses }
    }

    /// Those that were accepted, as they were kept.
    pub fn kept(text: &str) -> Self {
        Self { clauses: text.lines().map(str::to_owned).collect() }
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
