//! The mails, made up.

use super::*;
use crate::letters::pages::samples::{group, letter};

pub fn all(say: &Say) -> Vec<(&'static str, Mail)> {
    let until = || say.day(1_537_218_300_000_000, "America/Los_Angeles");
    let sent = || say.moment(1_536_613_500_000_000, "America/Los_Angeles");
    let waits = |name: &str| own(name, Stands::Waits { sent: sent(), until: until() });
    let signed = |name: &str| own(name, Stands::Signed { on: until() });
    let elsewhere = |mut link: OwnLink| {
        link.letter = "Another letter".to_owned();
        link
    };
    let ngozi = "Ngozi <Example>";
    [
        ("mail-confirmation", Kind::Confirmation { until: until() }, vec![waits(ngozi)]),
        ("mail-already", Kind::SignedAlready { partners: true }, vec![signed(ngozi)]),
        (
            "mail-full",
            Kind::MailboxFull { most: 2, until: until() },
            vec![signed("Ada Example"), signed("Bo Example")],
        ),
        (
            "mail-changed",
            Kind::WordsChanged {
                reason: "The company asked for a date.".to_owned(),
                moves_names: true,
                takes_names: true,
            },
            vec![signed(ngozi)],
        ),
        (
            "mail-changed-closed",
            Kind::WordsChanged { reason: String::new(), moves_names: false, takes_names: false },
            vec![signed(ngozi)],
        ),
        ("mail-again", Kind::LinksAgain { more: false }, vec![waits(ngozi)]),
        (
            "mail-again-many",
            Kind::LinksAgain { more: true },
            vec![signed("Ada Example"), waits(ngozi), elsewhere(waits("Wolfe".repeat(40).as_str()))],
        ),
    ]
    .map(|(name, kind, links)| {
        let mail = Mail {
            say: say.clone(),
            kind,
            subject: None,
            signal: Signal::default(),
            group: group(),
            letter: letter(),
            name: ngozi.to_owned(),
            links,
        };
        (name, mail)
    })
    .into_iter()
    .collect()
}

fn own(name: &str, stands: Stands) -> OwnLink {
    OwnLink {
        name: name.to_owned(),
        letter: letter().name,
        stands,
        url: "https://letters.example.org/signatures/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4?lang=en".to_owned(),
    }
}
