//! The columns of a speaker list, and one row of it. It knows no file and no campaign.

use super::Wrong;
use super::checks::{self, Rule, one_paragraph};
use crate::campaigns::definition::Target;
use crate::networks::handles::{self, WITH_HANDLES};
use crate::networks::{Network, profiles};
use csv::StringRecord;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Name,
    Handle(Network),
    /// Several, each with its network before it: `x:@name mastodon:@name@server`.
    Handles,
    Email,
    Phone,
    Session,
}

const KNOWN: &str = "name, x, bluesky, mastodon, threads, linkedin, facebook, telegram, reddit, handles, email, phone, session";

/// What each column holds; nothing for one that could not be understood.
pub fn columns(head: &StringRecord, mut fault: impl FnMut(String, Wrong)) -> Vec<Option<Column>> {
    let columns: Vec<_> = head
        .iter()
        .map(|title| {
            let column = column(title);
            if column.is_none() && !title.is_empty() {
                fault(
                    format!("“{title}” is an unknown column; rename it or take it out; known are {KNOWN}"),
                    Wrong::UnknownColumn(title.to_owned()),
                );
            }
            column
        })
        .collect();
    if !columns.contains(&Some(Column::Name)) {
        fault(
            format!("no column is called name; let the first line name the columns, of {KNOWN}"),
            Wrong::NoNameColumn,
        );
    }
    columns
}

fn column(title: &str) -> Option<Column> {
    let title = as_seen(title).to_lowercase().replace(['_', '-'], " ");
    Some(match title.trim() {
        "name" | "speaker" => Column::Name,
        "twitter" => Column::Handle(Network::X),
        "handle" | "handles" => Column::Handles,
        "email" | "e mail" | "mail" => Column::Email,
        "phone" | "telephone" => Column::Phone,
        "session" | "session time" | "time" => Column::Session,
        other => Column::Handle(WITH_HANDLES.into_iter().find(|network| network.name() == other)?),
    })
}

/// One speaker; the name alone stands in `name`, under the key `name`.
pub fn read(
    record: &StringRecord,
    columns: &[Option<Column>],
    mut fault: impl FnMut(String, Wrong),
) -> Target {
    let mut target = Target::default();
    if record.len() > columns.len() {
        let (fields, columns) = (record.len(), columns.len());
        fault(
            format!(
                "this row has {fields} fields and the first line {columns}; put quotation marks around a field with a comma in it"
            ),
            Wrong::TooManyFields { fields, columns },
        );
        return target;
    }
    for (cell, column) in record.iter().zip(columns) {
        let cell = as_seen(cell);
        let Some(column) = column.filter(|_| !cell.is_empty()) else { continue };
        let mut checked = |key: &str, rule: Rule, wrong: Wrong| match rule.check(&cell) {
            Ok(()) => Some(cell.clone()),
            Err(why) => {
                fault(format!("{key} {why}"), wrong);
                None
            }
        };
        match column {
            Column::Name => {
                let found = checked("name", Rule::Words(120), Wrong::Name(cell.clone()));
                target.name.extend(found.map(|name| ("name".to_owned(), name)));
            }
            Column::Handle(network) => {
                let wrong = Wrong::Handle { network, typed: cell.clone() };
                let found = profiles::of_profile(network, &cell).or_else(|| {
                    let typed = checked(network.name(), Rule::Handle(network), wrong)?;
                    handles::handle(network, &typed)
                });
                target.handles.extend(found.map(|handle| (network.name().to_owned(), handle)));
            }
            Column::Handles => several(&cell, &mut target.handles, &mut fault),
            Column::Email => {
                target.email = checked("email", Rule::Address, Wrong::Address(cell.clone()));
            }
            Column::Phone => target.phone = checked("phone", Rule::Phone, Wrong::Phone(cell.clone())),
            Column::Session => {
                let cell = cell.replace('T', " ");
                let time =
                    cell.strip_suffix(":00").filter(|_| cell.matches(':').count() == 2).unwrap_or(&cell);
                match Rule::Session.check(time) {
                    Ok(()) => target.session = Some(time.to_owned()),
                    Err(why) => fault(format!("session {why}"), Wrong::Session(time.to_owned())),
                }
            }
        }
    }
    let has_name = columns
        .iter()
        .zip(record)
        .any(|(column, cell)| *column == Some(Column::Name) && !as_seen(cell).is_empty());
    if !has_name {
        fault("this row has no name; write it, or remove the row".to_owned(), Wrong::NoName);
    }
    target
}

/// A cell without what came along unseen when it was copied: zero-width spaces, soft hyphens, marks and
/// isolates of direction, spaces of every width. What letters and emoji need to be drawn stays, joiners among
/// it. Accents are composed (Unicode's NFC), as they are typed.
fn as_seen(cell: &str) -> String {
    let seen: String = cell
        .chars()
        .filter(|c| !is_unseen(*c))
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .nfc()
        .collect();
    one_paragraph(&seen)
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// The address of somebody's page tells its network, or is refused: nothing is guessed of it. A handle without
/// its network is one on X, where most lists have theirs; two @ are Mastodon's, and a name with a dot in it is
/// Bluesky's. A name and a host with one @ between them may be a mail address, which no post must show.
fn several(cell: &str, handles: &mut BTreeMap<String, String>, fault: &mut impl FnMut(String, Wrong)) {
    let split = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '،' | '؛');
    for typed in cell.split(split).filter(|typed| !typed.is_empty()) {
        if profiles::is_address(typed) {
            match profiles::of_any_profile(typed) {
                Some((network, handle)) => drop(handles.insert(network.name().to_owned(), handle)),
                None => fault(
                    format!(
                        "handles holds “{typed}”, which is the address of nobody's page on a network known here; write the network before the handle, as mastodon:@name@mastodon.social, or take it out"
                    ),
                    Wrong::Profile(typed.to_owned()),
                ),
            }
            continue;
        }
        let (network, typed) = match typed.split_once([':', '=']) {
            Some((name, typed)) => {
                if let Some(Column::Handle(network)) = column(name) {
                    (network, typed)
                } else {
                    let names: Vec<_> = WITH_HANDLES.into_iter().map(Network::name).collect();
                    let known = checks::either(&names);
                    fault(
                        format!(
                            "handles holds “{name}”, which is no network; write {known} before the colon"
                        ),
                        Wrong::UnknownNetwork(name.to_owned()),
                    );
                    continue;
                }
            }
            None if is_like_a_mail_address(typed) => {
                fault(
                    format!(
                        "handles holds “{typed}”, which may be a mail address; write it into a column email, or as mastodon:@{typed} if it is a handle there"
                    ),
                    Wrong::MailAmongHandles(typed.to_owned()),
                );
                continue;
            }
            None if typed.trim_start_matches('@').contains('@') => (Network::Mastodon, typed),
            None if typed.contains('.') => (Network::Bluesky, typed),
            None => (Network::X, typed),
        };
        match profiles::of_profile(network, typed).or_else(|| handles::handle(network, typed)) {
            Some(handle) => drop(handles.insert(network.name().to_owned(), handle)),
            None => fault(
                format!(
                    "handles holds “{typed}”, which is no handle on {}; write it as {}:{}",
                    network.title(),
                    network.name(),
                    handles::example(network)
                ),
                Wrong::Handle { network, typed: typed.to_owned() },
            ),
        }
    }
}

fn is_like_a_mail_address(typed: &str) -> bool {
    let host = typed.split_once('@').filter(|(name, _)| !name.is_empty()).map(|(_, host)| host);
    host.is_some_and(|host| !profiles::says_mastodon(host))
}
