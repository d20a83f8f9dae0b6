//! Breaks a paragraph into lines and shapes each: which glyph of which face stands where. Lines break where the
//! Unicode line breaking algorithm (UAX #14) allows, and run as the bidirectional one (UAX #9) says.

use crate::{Error, Run};
use broadside_artwork::faces::{self, Face, Role};
use broadside_artwork::{Direction, direction};
use harfrust::{ShapeOptions, UnicodeBuffer};
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use std::ops::Range;
use unicode_bidi::{BidiInfo, Level};

/// A line, from left to right at a size of one.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// The words that stand in it.
    pub text: String,
    pub stretches: Vec<Stretch>,
    /// Without the spaces at its end.
    pub width: f64,
    /// How far those reach beyond its left end, where it runs from right to left.
    pub before: f64,
}

/// Glyphs of one face that follow one another.
#[derive(Clone, Debug)]
pub struct Stretch {
    pub face: Face,
    /// How large the face is set beside the others.
    pub scale: f64,
    pub x: f64,
    pub glyphs: Vec<Glyph>,
}

/// In ems of its face.
#[derive(Clone, Debug)]
pub struct Glyph {
    pub id: u32,
    pub advance: f64,
    pub dx: f64,
    pub dy: f64,
    /// Where in the line’s words it is from.
    pub range: Range<usize>,
}

/// How lines are set.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    pub language: &'a str,
    pub role: Role,
    /// In ems.
    pub width: f64,
}

pub fn is_right_to_left(language: &str) -> bool {
    direction(language) == Direction::RightToLeft
}

/// The geta mark, which printers set for a letter that they have no type of.
const UNDRAWN: char = '〓';

/// Words as they can be drawn: a letter that no face has is a mark, a control character nothing.
fn drawable(words: &str) -> Result<String, Error> {
    let missing = broadside_artwork::missing(words)?;
    let letters = words.chars().filter(|c| *c == '\n' || !c.is_control());
    Ok(letters.map(|c| if missing.contains(&c) && !is_isolate(c) { UNDRAWN } else { c }).collect())
}

/// FSI and PDI (UAX #9): what stands between them runs by itself. They are never drawn.
fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2068}' | '\u{2069}')
}

/// The lines of a paragraph.
pub fn lines(runs: &[Run], setting: Setting) -> Result<Vec<Line>, Error> {
    let mut text = String::new();
    let mut strong: Vec<(usize, bool)> = Vec::new();
    for run in runs {
        strong.push((text.len(), run.is_strong));
        text.push_str(&drawable(&run.words)?);
    }
    let mut lines = Vec::new();
    let mut from = 0;
    for paragraph in text.split('\n') {
        let marks = strong.iter().map(|(at, strong)| (at.saturating_sub(from), *strong));
        // Of several that begin before the paragraph the last one counts.
        let mut marks: Vec<_> = marks.collect();
        marks.reverse();
        marks.dedup_by_key(|mark| mark.0);
        marks.reverse();
        broken(paragraph, &marks, setting, &mut lines)?;
        from += paragraph.len() + 1;
    }
    Ok(lines)
}

fn broken(
    text: &str,
    strong: &[(usize, bool)],
    setting: Setting,
    lines: &mut Vec<Line>,
) -> Result<(), Error> {
    if text.trim().is_empty() {
        return Ok(());
    }
    let base = if is_right_to_left(setting.language) { Level::rtl() } else { Level::ltr() };
    let bidi = BidiInfo::new(text, Some(base));
    let roles = roles(text, strong, setting.role)?;
    let set = Set { text, base, bidi: &bidi, faces: &roles };
    let mut start = 0;
    let mut end = 0;
    for at in breaks(text) {
        // A space at the end of a line takes no room.
        let words = text[start..at].trim_end();
        if end > start && set.shaped(start..start + words.len())?.width > setting.width {
            lines.push(set.shaped(start..end)?);
            start = end;
        }
        end = at;
        // A word that is wider than the page is cut where its letters end.
        while set.shaped(start..end)?.width > setting.width {
            let Some(cut) = set.fitting(start..end, setting.width)? else { break };
            lines.push(set.shaped(start..cut)?);
            start = cut;
        }
    }
    if start < text.len() {
        lines.push(set.shaped(start..text.len())?);
    }
    Ok(())
}

/// Where a line may end; the last is the end of the text.
fn breaks(text: &str) -> Vec<usize> {
    let segmenter = LineSegmenter::new_dictionary(LineBreakOptions::default());
    segmenter.segment_str(text).filter(|at| *at > 0).collect()
}

/// Which face each place of the text is in, from where.
fn roles(text: &str, strong: &[(usize, bool)], role: Role) -> Result<Vec<(usize, Face)>, Error> {
    let mut all: Vec<(usize, Face)> = Vec::new();
    let begins: Vec<(usize, bool)> = if strong.is_empty() { vec![(0, false)] } else { strong.to_vec() };
    for (place, (from, is_strong)) in begins.iter().enumerate() {
        let from = if place == 0 { 0 } else { (*from).min(text.len()) };
        let to = begins.get(place + 1).map_or(text.len(), |next| next.0.min(text.len()));
        if from >= to {
            continue;
        }
        let role = if *is_strong { Role::Strong } else { role };
        let runs = faces::runs(&text[from..to], role, false)?;
        all.extend(runs.into_iter().map(|(at, face)| (from + at, face)));
    }
    Ok(all)
}

struct Set<'a> {
    text: &'a str,
    base: Level,
    bidi: &'a BidiInfo<'a>,
    faces: &'a [(usize, Face)],
}

impl Set<'_> {
    fn shaped(&self, range: Range<usize>) -> Result<Line, Error> {
        let mut line = Line { text: self.text[range.clone()].to_owned(), ..Line::default() };
        let trimmed = self.text[range.clone()].trim_end().len();
        for paragraph in &self.bidi.paragraphs {
            let part = range.start.max(paragraph.range.start)..range.end.min(paragraph.range.end);
            if part.is_empty() {
                continue;
            }
            let (levels, runs) = self.bidi.visual_runs(paragraph, part);
            for run in runs {
                let backwards = levels[run.start].is_rtl();
                let mut parts = self.in_faces(&run);
                if backwards {
                    parts.reverse();
                }
                for (part, face) in parts {
                    line.append(self.text, range.start, part, face, backwards)?;
                }
            }
        }
        // What was shaped of the spaces at its end stands in no room.
        if trimmed < line.text.len() {
            let spaces = self.spaces(range.start + trimmed..range.end)?;
            line.width -= spaces;
            line.before = if self.base.is_rtl() { spaces } else { 0.0 };
        }
        Ok(line)
    }

    fn spaces(&self, range: Range<usize>) -> Result<f64, Error> {
        let mut only = Line::default();
        for (part, face) in self.in_faces(&range) {
            only.append(self.text, range.start, part, face, false)?;
        }
        Ok(only.width)
    }

    /// Parts of a range by their faces, in the order of the text.
    fn in_faces(&self, range: &Range<usize>) -> Vec<(Range<usize>, Face)> {
        let mut parts = Vec::new();
        for (place, (from, face)) in self.faces.iter().enumerate() {
            let to = self.faces.get(place + 1).map_or(usize::MAX, |next| next.0);
            let part = range.start.max(*from)..range.end.min(to);
            if part.start < part.end {
                parts.push((part, *face));
            }
        }
        parts
    }

    /// The last place up to which a word fits; nothing where not one letter of it does.
    fn fitting(&self, range: Range<usize>, width: f64) -> Result<Option<usize>, Error> {
        let word = &self.text[range.clone()];
        let mut fits = None;
        for (at, _) in word.char_indices().skip(1) {
            if self.shaped(range.start..range.start + at)?.width > width {
                break;
            }
            fits = Some(range.start + at);
        }
        Ok(fits)
    }
}

impl Line {
    /// Appends a stretch in one face; `start` is where the line begins in the text.
    fn append(
        &mut self,
        text: &str,
        start: usize,
        range: Range<usize>,
        face: Face,
        backwards: bool,
    ) -> Result<(), Error> {
        let loaded = face.load()?;
        let font = loaded.font()?;
        let shaper = loaded.shaper.shaper(&font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text[range.clone()]);
        buffer.set_direction(if backwards {
            harfrust::Direction::RightToLeft
        } else {
            harfrust::Direction::LeftToRight
        });
        buffer.guess_segment_properties();
        let shaped = shaper.shape(buffer, ShapeOptions::new());
        let mut clusters: Vec<usize> =
            shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        clusters.sort_unstable();
        clusters.dedup();
        let length = range.len();
        let until = |cluster: usize| {
            let next = clusters.partition_point(|other| *other <= cluster);
            clusters.get(next).copied().unwrap_or(length)
        };
        let offset = range.start - start;
        let em = 1.0 / loaded.units;
        let scale = face.scale();
        let mut stretch = Stretch { face, scale, x: self.width, glyphs: Vec::new() };
        for (info, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let cluster = info.cluster as usize;
            let first = text[range.start + cluster..].chars().next();
            // A face that cannot draw a mark behind a letter that it can: the letter stands without it.
            if info.glyph_id == 0 || first.is_some_and(is_isolate) {
                continue;
            }
            let advance = f64::from(place.x_advance) * em;
            stretch.glyphs.push(Glyph {
                id: info.glyph_id,
                advance,
                dx: f64::from(place.x_offset) * em,
                dy: f64::from(place.y_offset) * em,
                range: offset + cluster..offset + until(cluster),
            });
            self.width += advance * scale;
        }
        self.stretches.push(stretch);
        Ok(())
    }
}
