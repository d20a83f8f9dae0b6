//! The letter with its signatures as a PDF to hand over. Many names are parted into volumes.

use super::making::{Line, Whole};
use crate::web::i18n::Say;
use crate::web::natural;
use broadside_print::{Kind, Part, isolated, lacks};
use std::fs::File;
use std::io::{self, Write};

/// So many names stand in a volume: more pages than a folder holds, and less than a second of a processor's work.
pub const NAMES: usize = 10_000;

/// How many volumes hold so many names: one at least, which holds the letter.
pub fn volumes(named: i64) -> usize {
    usize::try_from(named).unwrap_or_default().div_ceil(NAMES).max(1)
}

/// Writes a volume, the first of which is number 0: `lines` are its own names.
pub fn write(
    file: &mut File,
    whole: &Whole,
    volume: usize,
    lines: impl Iterator<Item = io::Result<Line>>,
    say: &Say,
) -> io::Result<()> {
    let letter = &whole.around.letter;
    let mut parts = if volume == 0 {
        beginning(whole, say)
    } else {
        vec![Part::plain(Kind::Title, letter.title.as_str())]
    };
    parts.extend(volume_of(whole, volume, say));
    let before = volume * NAMES;
    let (mut names, mut undrawn) = (Vec::new(), 0);
    for (nth, line) in lines.enumerate() {
        let line = line?;
        undrawn += u64::from(lacks(&line.name).map_err(not_printed)?);
        names.push(Part::plain(Kind::Listed, listed(whole, before + nth + 1, &line, say)));
    }
    if !names.is_empty() {
        let (from, to) = (number(before + 1), number(before + names.len()));
        let heading = if volumes(whole.named) == 1 {
            say.text("deliveries-file-names")
        } else {
            say.with("deliveries-file-names-of", &[("from", &say.number(from)), ("to", &say.number(to))])
        };
        parts.push(Part::plain(Kind::Heading, heading));
        parts.extend(names);
    }
    if undrawn > 0 {
        let words = say.with("deliveries-file-undrawn", &[("n", &undrawn)]);
        parts.push(Part::plain(Kind::Paragraph, words));
    }
    if volume + 1 == volumes(whole.named) {
        if whole.unnamed > 0 {
            let words = say.with("deliveries-file-unnamed", &[("n", &natural(whole.unnamed))]);
            parts.push(Part::plain(Kind::Paragraph, words));
        }
        parts.push(Part::plain(Kind::Rule, ""));
        parts.push(Part::plain(Kind::Note, letter.about.as_str()));
    }
    let moment = say.moment(whole.as_of, &whole.zone);
    let foot = say.with("deliveries-file-foot", &[("letter", &letter.title), ("moment", &moment)]);
    file.write_all(&letter.printed(parts, &foot, say).map_err(not_printed)?)
}

/// Nothing that a disk does.
fn not_printed(error: broadside_print::Error) -> io::Error {
    io::Error::other(error)
}

/// “Volume 1 of 2”, where there are several.
fn volume_of(whole: &Whole, volume: usize, say: &Say) -> Option<Part> {
    let all = volumes(whole.named);
    let words = || say.with("deliveries-file-volume", &[("nth", &number(volume + 1)), ("all", &number(all))]);
    (all > 1).then(|| Part::plain(Kind::Note, words()))
}

/// The letter, how many signed it, and the organisations under it.
fn beginning(whole: &Whole, say: &Say) -> Vec<Part> {
    let mut parts = whole.around.letter.parts();
    let all = natural(whole.named + whole.unnamed);
    let moment = say.moment(whole.as_of, &whole.zone);
    let from = say.with("deliveries-file-from", &[("group", &whole.around.letter.group)]);
    parts.push(Part::plain(Kind::Note, from));
    parts.push(Part::plain(Kind::Heading, say.with("deliveries-file-signed", &[("n", &all)])));
    parts.push(Part::plain(Kind::Note, say.with("deliveries-file-as-of", &[("moment", &moment)])));
    if !whole.around.organisations.is_empty() {
        parts.push(Part::plain(Kind::Heading, say.text("letters-endorsers-title")));
        parts.extend(whole.around.organisations.iter().map(|one| Part::plain(Kind::Listed, one.as_str())));
    }
    parts
}

fn listed(whole: &Whole, nth: usize, line: &Line, say: &Say) -> String {
    let mut words = format!("{}. {}", say.number(number(nth)), isolated(&line.name));
    let relation = whole.relation(line);
    if !relation.is_empty() {
        words.push_str(say.language().comma());
        words.push_str(relation);
    }
    if whole.stands_under_earlier(line) {
        words.push_str(say.language().comma());
        words.push_str(&say.with("deliveries-file-earlier", &[("n", &natural(line.version))]));
    }
    words
}

fn number(nth: usize) -> u64 {
    u64::try_from(nth).unwrap_or(u64::MAX)
}
