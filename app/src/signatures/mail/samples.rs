//! The three mails, made up.

use super::*;
use crate::letters::pages::samples::{group, letter};

pub fn all(say: &Say) -> Vec<(&'static str, Mail)> {
    let until = say.moment(1_537_218_300_000_000, "America/Los_Angeles");
    [
        ("mail-confirmation", Kind::Confirmation { until: until.clone() }),
        ("mail-already", Kind::SignedAlready),
        ("mail-again", Kind::LinkAgain { until }),
    ]
    .map(|(name, kind)| {
        let mail = Mail {
            say: say.clone(),
            kind,
            subject: None,
            signal: Signal::default(),
            group: group(),
            letter: letter(),
            name: "Ngozi <Example>".to_owned(),
            link: "https://letters.example.org/signatures/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4?lang=en"
                .to_owned(),
        };
        (name, mail)
    })
    .into_iter()
    .collect()
}
