//! Faults and differences of targets in the desk's languages.

use crate::campaigns::definition::Target;
use crate::campaigns::files::{Fault, Wrong};
use crate::networks::handles::{WITH_HANDLES, example};
use crate::networks::{Excess, Network};
use crate::posts::page::session_in_words;
use crate::web::i18n::{Given, Say};
use crate::web::natural;

/// A fault as it is read.
pub struct FaultLine {
    /// Where it is in the list that was pasted; empty for what stands in the campaign's files.
    pub line: String,
    pub words: String,
    /// The words are those of `campaign check`, which speaks English alone.
    pub in_english: bool,
}

/// A field of a target, before and after.
pub struct FieldLine {
    pub field: String,
    pub before: String,
    pub after: String,
}

pub fn fault_lines(faults: &[Fault], say: &Say) -> Vec<FaultLine> {
    let place = |line: usize| say.with("targets-line", &[("line", &u64::try_from(line).unwrap_or(1))]);
    let line = |fault: &Fault| FaultLine {
        line: if fault.file == super::LIST { place(fault.line) } else { String::new() },
        words: fault.wrong.as_deref().map_or_else(|| fault.message.clone(), |wrong| in_words(wrong, say)),
        in_english: fault.wrong.is_none(),
    };
    faults.iter().map(line).collect()
}

fn in_words(wrong: &Wrong, say: &Say) -> String {
    let number = |number: usize| natural(i64::try_from(number).unwrap_or(i64::MAX));
    match wrong {
        Wrong::Empty => say.text("targets-wrong-empty"),
        Wrong::NotCsv => say.text("targets-wrong-not-csv"),
        Wrong::OpenQuotation => say.text("targets-wrong-quotation"),
        Wrong::UnknownColumn(column) => say.with("targets-wrong-column", &[("column", column)]),
        Wrong::NoNameColumn => say.text("targets-wrong-no-name-column"),
        Wrong::TooManyFields { fields, columns } => {
            let given = [("fields", &number(*fields) as _), ("columns", &number(*columns) as _)];
            say.with("targets-wrong-fields", &given)
        }
        Wrong::NoName => say.text("targets-wrong-no-name"),
        Wrong::Name(name) => say.with("targets-wrong-name", &[("name", name)]),
        Wrong::Handle { network, typed } => {
            let (title, form) = (network.title().to_owned(), example(*network).to_owned());
            let given = [("typed", typed as _), ("network", &title as _), ("form", &form as _)];
            say.with("targets-wrong-handle", &given)
        }
        Wrong::Profile(typed) => say.with("targets-wrong-profile", &[("typed", typed)]),
        Wrong::MailAmongHandles(typed) => say.with("targets-wrong-mail", &[("typed", typed)]),
        Wrong::UnknownNetwork(name) => say.with("targets-wrong-network", &[("name", name)]),
        Wrong::Address(typed) => say.with("targets-wrong-address", &[("typed", typed)]),
        Wrong::Phone(typed) => say.with("targets-wrong-phone", &[("typed", typed)]),
        Wrong::Session(typed) => say.with("targets-wrong-session", &[("typed", typed)]),
        Wrong::Twice { name, first } => say.with("targets-wrong-twice", &[("name", name), ("line", first)]),
        Wrong::PostTooLong { post, language, network, length, excess, called } => {
            let (title, length_n) = (network.title().to_owned(), number(*length));
            let mut given = vec![
                ("post", post as _),
                ("language", language as _),
                ("network", &title as _),
                ("length", &length_n as _),
                ("target", called as &dyn Given),
            ];
            match excess {
                Excess::Count { most } => {
                    let (limit, over) = (number(*most), number(length - most));
                    given.extend([("limit", &limit as _), ("over", &over as _)]);
                    say.with("targets-wrong-post-too-long", &given)
                }
                Excess::Bytes { bytes, most } => {
                    let (bytes, limit) = (number(*bytes), number(*most));
                    given.extend([("bytes", &bytes as _), ("limit", &limit as _)]);
                    say.with("targets-wrong-post-too-many-bytes", &given)
                }
            }
        }
        Wrong::NamedElsewhere(named) => say.with("targets-wrong-named", &[("named", named)]),
        Wrong::NobodyLeft => say.text("targets-wrong-nobody-left"),
        Wrong::TooMany(most) => say.with("targets-wrong-too-many", &[("most", &number(*most))]),
    }
}

/// Handles by the network's title, in the order of the networks.
pub fn handles(target: &Target) -> Vec<(&'static str, String)> {
    let known = |network: Network| Some((network.title(), target.handle(network)?.to_owned()));
    WITH_HANDLES.into_iter().filter_map(known).collect()
}

/// What a list can say of a target, field by field, as a person reads it.
pub fn fields(target: &Target, zone: &str, say: &Say) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> =
        handles(target).into_iter().map(|(network, handle)| (network.to_owned(), handle)).collect();
    let session = target.session.as_deref().map(|time| session_in_words(time, zone, say));
    let others = [
        ("targets-email", target.email.clone()),
        ("targets-phone", target.phone.clone()),
        ("targets-session", session),
    ];
    fields.extend(others.into_iter().filter_map(|(key, value)| Some((say.text(key), value?))));
    fields
}

/// What differs between two states of a target, in these fields.
pub fn difference(before: &[(String, String)], after: &[(String, String)]) -> Vec<FieldLine> {
    let of = |fields: &[(String, String)], name: &str| {
        fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let mut names: Vec<&String> = before.iter().chain(after).map(|(field, _)| field).collect();
    names.sort_unstable();
    names.dedup();
    names
        .into_iter()
        .map(|name| FieldLine { field: name.clone(), before: of(before, name), after: of(after, name) })
        .filter(|line| line.before != line.after)
        .collect()
}
