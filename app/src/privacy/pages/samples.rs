//! The privacy pages in every state, made up.

use super::*;
use crate::letters::pages::samples::group;
use crate::privacy::record::purposes;
use crate::privacy::retention::Days;

pub fn notices(frame: impl Fn() -> Frame) -> Vec<(&'static str, NoticePage)> {
    let page = |contact, partners| NoticePage {
        purposes: purposes(&frame().say, &Days::default()),
        ended: Some(365),
        group: group(),
        links: "/signatures/links".to_owned(),
        frame: frame(),
        contact,
        partners,
    };
    vec![
        ("notice", page(Some("privacy@example.org".to_owned()), vec!["Greenpeace".to_owned()])),
        ("notice-bare", page(None, Vec::new())),
    ]
}

pub fn erasures(frame: impl Fn() -> Frame) -> Vec<(&'static str, ErasurePage)> {
    let say = frame().say;
    let going = |what: &str, rows| Going { what: say.text(what), rows };
    let asked = Erasure::Asked {
        group: group(),
        going: vec![going("privacy-kept-person", 1), going("privacy-kept-mail", 12)],
        endorses: true,
        names: vec!["<b>Bold Example".to_owned(), "Wolfe".repeat(40)],
        action: "/signatures/Zm9vYmFy/erasure".to_owned(),
        back: "/signatures/Zm9vYmFy".to_owned(),
    };
    [("erasure", asked), ("erasure-done", Erasure::Done), ("erasure-nothing", Erasure::Nothing)]
        .map(|(name, state)| (name, ErasurePage { frame: frame(), state }))
        .into_iter()
        .collect()
}
