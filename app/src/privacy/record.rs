//! The record of processing (GDPR, Article 30) and the notice's table: two readings of the map.

use super::retention::Days;
use super::store::Retention;
use super::words;
use crate::people::declaration::{Eraser, Personal, SeenBy, Subject, Table, Until, What, Why, personal};
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

/// The notice's table of a campaign that keeps things so long: for each purpose, what is kept, until when,
/// and who sees it.
pub fn purposes(say: &Say, days: &Days) -> Vec<Purpose> {
    let until = |table: &'static Table, one: &Personal| {
        let of_table = Retention::of(table).filter(|whole| whole.until == one.until);
        of_table.map_or(one.until, |whole| days.of(whole).until)
    };
    let needs = |((seen_by, until), whats): ((SeenBy, Until), Vec<What>)| Needs {
        what: whats_joined(say, whats),
        until: words::until(say, until),
        seen_by: words::seen_by(say, seen_by),
    };
    by_purpose(|table, one| (one.seen_by, until(table, one)))
        .into_iter()
        .map(|(why, rows)| Purpose { why: words::why(say, why), rows: rows.into_iter().map(needs).collect() })
        .collect()
}

/// What is kept for each purpose, in the order of its kinds, parted by what `part` says of it.
fn by_purpose<P: Ord>(
    part: impl Fn(&'static Table, &Personal) -> P,
) -> BTreeMap<Why, BTreeMap<P, Vec<What>>> {
    let mut all: BTreeMap<Why, BTreeMap<P, Vec<What>>> = BTreeMap::new();
    for (table, one) in MAP.iter().flat_map(|table| personal(table).map(move |(_, one)| (table, one))) {
        let whats = all.entry(one.why).or_default().entry(part(table, &one)).or_default();
        if !whats.contains(&one.what) {
            whats.push(one.what);
        }
    }
    for whats in all.values_mut().flat_map(BTreeMap::values_mut) {
        whats.sort_unstable();
    }
    all
}

fn whats_joined(say: &Say, whats: Vec<What>) -> String {
    say.list(whats.into_iter().map(|what| words::what(say, what)))
}

/// A purpose of the record of processing.
pub struct Activity {
    pub why: String,
    pub rows: Vec<Part>,
}

pub struct Part {
    pub what: String,
    pub whose: String,
    pub until: String,
    pub seen_by: String,
    pub goes: String,
}

/// The record's table: what the notice says, and whose it is and how it goes.
pub fn activities(say: &Say) -> Vec<Activity> {
    type Parted = (Subject, Until, SeenBy, Eraser);
    let part = |((subject, until, seen_by, eraser), whats): (Parted, Vec<What>)| Part {
        what: whats_joined(say, whats),
        whose: words::whose(say, subject),
        until: words::until(say, until),
        seen_by: words::seen_by(say, seen_by),
        goes: words::eraser(say, eraser),
    };
    by_purpose(|_, one| (one.subject, one.until, one.seen_by, one.eraser))
        .into_iter()
        .map(|(why, rows)| Activity { why: words::why(say, why), rows: rows.into_iter().map(part).collect() })
        .collect()
}

/// Who else gets addresses of a campaign, where their owners agreed.
pub fn recipients(say: &Say, partners: impl Iterator<Item = String>) -> String {
    let partners: Vec<String> = partners.collect();
    if partners.is_empty() { say.text("privacy-record-nobody") } else { say.list(&partners) }
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
        let partners = recipients(say, one.partners.iter().cloned());
        let contact = one.contact.as_deref().unwrap_or_default();
        let goes = say.text("privacy-record-recipients");
        text.extend([format!("- **{}**: {} {contact}. {goes} {partners}.\n", one.campaign, one.group)]);
    }
    text.extend(["\n", &say.text("privacy-record-security"), "\n\n", &table(say)]);
    text
}

/// The map as a table in Markdown: every personal column.
pub fn table(say: &Say) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let heads = heads(say);
    let mut table = line(&heads);
    table.extend(["|", &"---|".repeat(heads.len()), "\n"]);
    table.extend(columns(say).iter().map(|cells| line(cells)));
    table
}

/// What stands above the table's columns.
pub fn heads(say: &Say) -> [String; 8] {
    [
        "privacy-head-table",
        "privacy-head-column",
        "privacy-head-what",
        "privacy-head-whose",
        "privacy-head-why",
        "privacy-head-until",
        "privacy-head-seen",
        "privacy-head-goes",
    ]
    .map(|key| say.text(key))
}

/// Every personal column, in words.
pub fn columns(say: &Say) -> Vec<[String; 8]> {
    let of_table = |table: &'static Table| {
        personal(table).map(move |(column, is)| {
            [
                table.0.to_owned(),
                column.to_owned(),
                words::what(say, is.what),
                words::whose(say, is.subject),
                words::why(say, is.why),
                words::until(say, is.until),
                words::seen_by(say, is.seen_by),
                words::eraser(say, is.eraser),
            ]
        })
    };
    MAP.iter().flat_map(of_table).collect()
}
