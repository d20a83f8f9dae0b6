//! The record of processing (GDPR, Article 30) and the notice's table: two readings of the map.

use super::words;
use crate::people::declaration::{Personal, SeenBy, Until, What, Why, personal};
use crate::people::personal_data::MAP;
use crate::web::i18n::Say;
use std::collections::BTreeMap;

/// What a purpose needs: one part of the notice's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    pub why: String,
    pub rows: Vec<Needs>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs {
    pub what: String,
    pub until: String,
    pub seen_by: String,
}

/// The notice's table: for each purpose, what is kept, until when, and who sees it.
pub fn purposes(say: &Say) -> Vec<Purpose> {
    let mut all: BTreeMap<Why, BTreeMap<(SeenBy, Until), Vec<What>>> = BTreeMap::new();
    for (_, one) in MAP.iter().flat_map(personal) {
        let Personal { what, why, until, seen_by, .. } = one;
        let whats = all.entry(why).or_default().entry((seen_by, until)).or_default();
        if !whats.contains(&what) {
            whats.push(what);
        }
    }
    for whats in all.values_mut().flat_map(BTreeMap::values_mut) {
        whats.sort_unstable();
    }
    let needs = |((seen_by, until), whats): ((SeenBy, Until), Vec<What>)| Needs {
        what: words::joined(say, &whats.into_iter().map(|what| words::what(say, what)).collect::<Vec<_>>()),
        until: words::until(say, until),
        seen_by: words::seen_by(say, seen_by),
    };
    all.into_iter()
        .map(|(why, rows)| Purpose { why: words::why(say, why), rows: rows.into_iter().map(needs).collect() })
        .collect()
}

/// A group that decides what its campaigns are for: the controller.
pub struct Controller {
    pub group: String,
    pub contact: Option<String>,
    pub campaign: String,
    /// Organisations that get an address where its owner agreed.
    pub partners: Vec<String>,
}

/// The record as Markdown: who is responsible, whose data, for what, who gets it, until when.
pub fn record(say: &Say, controllers: &[Controller]) -> String {
    let mut text = format!("# {}\n\n", say.text("privacy-record-title"));
    for one in controllers {
        let partners = if one.partners.is_empty() {
            say.text("privacy-record-nobody")
        } else {
            words::joined(say, &one.partners)
        };
        let contact = one.contact.as_deref().unwrap_or_default();
        let goes = say.text("privacy-record-recipients");
        text.extend([format!("- **{}**: {} {contact}. {goes} {partners}.\n", one.campaign, one.group)]);
    }
    text.extend(["\n", &say.text("privacy-record-security"), "\n\n", &table(say)]);
    text
}

/// The map as a table in Markdown: every personal column.
pub fn table(say: &Say) -> String {
    let head = [
        "privacy-head-table",
        "privacy-head-column",
        "privacy-head-what",
        "privacy-head-whose",
        "privacy-head-why",
        "privacy-head-until",
        "privacy-head-seen",
        "privacy-head-goes",
    ];
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut table = line(&head.map(|key| say.text(key)));
    table.extend(["|", &"---|".repeat(head.len()), "\n"]);
    for one in MAP {
        for (column, is) in personal(one) {
            table += &line(&[
                one.0.to_owned(),
                column.to_owned(),
                words::what(say, is.what),
                words::whose(say, is.subject),
                words::why(say, is.why),
                words::until(say, is.until),
                words::seen_by(say, is.seen_by),
                words::eraser(say, is.eraser),
            ]);
        }
    }
    table
}
