//! What stands in a cell: on a page in the reader's words, in a file as it is kept.

use super::store::Cell;
use super::{Column, Shape, Sight};
use crate::campaigns::directory::Running;
use crate::web::countries;
use crate::web::i18n::{Language, Say};
use crate::web::natural;
use broadside_judging::Signal;
use std::sync::Arc;

/// In whose words, and of which campaign.
pub struct Voice {
    pub say: Say,
    pub running: Option<Arc<Running>>,
}

/// A cell as its template sets it.
pub struct Shown {
    pub text: String,
    pub is_figure: bool,
    /// Days and short words, which stay on one line.
    pub is_whole: bool,
    pub is_prose: bool,
}

impl Voice {
    pub fn zone(&self) -> &str {
        self.running.as_ref().map_or("UTC", |running| running.definition.time_zone.as_str())
    }

    pub fn relation(&self, slug: &str) -> String {
        let language = self.say.language();
        self.running.as_ref().map_or_else(|| slug.to_owned(), |one| one.relation_label(slug, language))
    }

    pub fn language(tag: &str) -> String {
        Language::parse(tag).map_or_else(|| tag.to_owned(), |language| language.native_name().to_owned())
    }

    pub fn cell(&self, column: &Column, sight: Sight, cell: &Cell) -> Shown {
        let say = &self.say;
        let text = match (column.shape, cell) {
            (Shape::Moment, Cell::Number(Some(at))) if *at > 0 => say.moment(*at, self.zone()),
            (Shape::Number, Cell::Number(Some(number))) => say.number(natural(*number)),
            (Shape::Relation, Cell::Text(Some(slug))) => self.relation(slug),
            (Shape::Country, Cell::Text(Some(code))) => countries::name(code, say.language()),
            (Shape::Language, Cell::Text(Some(tag))) => Self::language(tag),
            (Shape::Signals, Cell::Text(Some(signals))) => {
                let words = signals.split(' ').filter_map(Signal::parse);
                say.list(words.map(|signal| say.text(signal_key(signal))))
            }
            (Shape::Word(words), Cell::Text(Some(word))) => {
                let key = words.iter().find(|(one, _)| one == word).map(|(_, key)| *key);
                key.map_or_else(|| word.clone(), |key| say.text(key))
            }
            (_, Cell::Text(Some(text))) => text.clone(),
            (_, Cell::Text(None)) if sight == Sight::WhereShown => say.text("lists-name-hidden"),
            _ => String::new(),
        };
        Shown {
            text,
            is_figure: matches!(column.shape, Shape::Number),
            is_whole: matches!(column.shape, Shape::Moment),
            is_prose: matches!(column.shape, Shape::Prose | Shape::Signals),
        }
    }
}

/// What a signal is called.
pub fn signal_key(signal: Signal) -> &'static str {
    match signal {
        Signal::Trap => "holding-signal-trap",
        Signal::Instant => "holding-signal-instant",
        Signal::Quick => "holding-signal-quick",
        Signal::Unmeasured => "holding-signal-unmeasured",
        Signal::Disposable => "holding-signal-disposable",
        Signal::OddName => "holding-signal-odd-name",
        Signal::OddAddress => "holding-signal-odd-address",
        Signal::OtherName => "holding-signal-other-name",
        Signal::Numbered => "holding-signal-numbered",
        Signal::RepeatedName => "holding-signal-repeated-name",
        Signal::Network => "holding-signal-network",
        Signal::Neighbourhood => "holding-signal-neighbourhood",
        Signal::Domain => "holding-signal-domain",
        Signal::SameText => "holding-signal-same-text",
        Signal::Regular => "holding-signal-regular",
        Signal::NoWork => "holding-signal-no-work",
    }
}

/// A cell as files hold it: the same in every language.
pub fn in_file(column: &Column, cell: Cell) -> String {
    match (column.shape, cell) {
        (Shape::Moment, Cell::Number(Some(at))) if at > 0 => {
            jiff::Timestamp::from_microsecond(at).map(|at| at.to_string()).unwrap_or_default()
        }
        (Shape::Number, Cell::Number(Some(number))) => number.to_string(),
        (_, Cell::Flag(Some(flag))) => if flag { "1" } else { "0" }.to_owned(),
        (_, Cell::Text(Some(text))) => text,
        _ => String::new(),
    }
}
