//! Shapes one line: which glyphs stand where, in ems, and how far their ink reaches. It breaks no lines.

use crate::faces::{self, Face, Role};
use crate::{Direction, Error, language};
use harfrust::{ShapeOptions, UnicodeBuffer};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{GlyphId, MetadataProvider};
use std::ops::Range;
use unicode_bidi::{BidiInfo, Level};
use unicode_segmentation::UnicodeSegmentation;

/// A line at a size of one. `y` grows downwards from the baseline.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pub glyphs: Vec<Glyph>,
    pub emoji: Vec<Sign>,
    pub advance: f64,
    pub ink: Ink,
}

#[derive(Clone, Copy, Debug)]
pub struct Glyph {
    pub face: Face,
    pub id: GlyphId,
    pub x: f64,
    pub y: f64,
}

/// One emoji, which the renderer draws from the colours in its face.
#[derive(Clone, Debug)]
pub struct Sign {
    pub text: String,
    pub x: f64,
    pub y: f64,
}

/// The least box around what is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ink {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Ink {
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    pub fn is_empty(self) -> bool {
        self.right <= self.left || self.bottom <= self.top
    }

    fn reach(&mut self, x: f64, y: f64) {
        self.left = self.left.min(x);
        self.right = self.right.max(x);
        self.top = self.top.min(y);
        self.bottom = self.bottom.max(y);
    }

    const NONE: Self = Self { left: f64::MAX, top: f64::MAX, right: f64::MIN, bottom: f64::MIN };
}

/// Noto's emoji fill about this much of an em above and below the baseline.
const EMOJI_TOP: f64 = 0.95;
const EMOJI_BOTTOM: f64 = 0.25;
/// How far an emoji is raised, in ems of the letters beside it, so that its middle is the middle of capitals.
const EMOJI_RISE: f64 = 0.12;

/// Shapes a clean text in the direction of its language.
pub fn line(text: &str, role: Role, tag: &str) -> Result<Line, Error> {
    let mut line = Line { ink: Ink::NONE, ..Line::default() };
    if text.is_empty() {
        line.ink = Ink::default();
        return Ok(line);
    }
    let base = match language::direction(tag) {
        Direction::LeftToRight => Level::ltr(),
        Direction::RightToLeft => Level::rtl(),
    };
    let faces = faces::runs(text, role, language::has_square_marks(tag))?;
    let bidi = BidiInfo::new(text, Some(base));
    for paragraph in &bidi.paragraphs {
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let backwards = levels[run.start].is_rtl();
            let mut parts = in_faces(&faces, run);
            if backwards {
                parts.reverse();
            }
            for (range, face) in parts {
                line.append(&text[range], face, backwards)?;
            }
        }
    }
    if line.ink.is_empty() {
        line.ink = Ink::default();
    }
    Ok(line)
}

/// Parts of a range by their faces, in the order of the text.
fn in_faces(faces: &[(usize, Face)], range: Range<usize>) -> Vec<(Range<usize>, Face)> {
    let mut parts = Vec::new();
    for (place, (from, face)) in faces.iter().enumerate() {
        let to = faces.get(place + 1).map_or(usize::MAX, |next| next.0);
        let part = range.start.max(*from)..range.end.min(to);
        if part.start < part.end {
            parts.push((part, *face));
        }
    }
    parts
}

impl Line {
    fn append(&mut self, text: &str, face: Face, backwards: bool) -> Result<(), Error> {
        if face == Face::Emoji {
            let mut signs: Vec<&str> = text.graphemes(true).collect();
            if backwards {
                signs.reverse();
            }
            return signs.into_iter().try_for_each(|sign| self.append_emoji(sign));
        }
        let loaded = face.load()?;
        let font = loaded.font()?;
        let outlines = font.outline_glyphs();
        let em = face.scale() / loaded.units;
        let shaped = shaped(text, face, backwards)?;
        for (info, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let id = GlyphId::new(info.glyph_id);
            let glyph = Glyph {
                face,
                id,
                x: self.advance + f64::from(place.x_offset) * em,
                y: -f64::from(place.y_offset) * em,
            };
            if let Some(outline) = outlines.get(id) {
                let mut pen = InkPen { ink: &mut self.ink, x: glyph.x, y: glyph.y, em };
                let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
                outline.draw(settings, &mut pen).map_err(|_| Error::Face)?;
            }
            self.glyphs.push(glyph);
            self.advance += f64::from(place.x_advance) * em;
        }
        Ok(())
    }

    fn append_emoji(&mut self, sign: &str) -> Result<(), Error> {
        let em = Face::Emoji.scale() / Face::Emoji.load()?.units;
        let shaped = shaped(sign, Face::Emoji, false)?;
        let advance: f64 = shaped.glyph_positions().iter().map(|place| f64::from(place.x_advance) * em).sum();
        let y = -EMOJI_RISE;
        self.emoji.push(Sign { text: sign.to_owned(), x: self.advance, y });
        if advance > 0.0 {
            self.ink.reach(self.advance, y - EMOJI_TOP * Face::Emoji.scale());
            self.ink.reach(self.advance + advance, y + EMOJI_BOTTOM * Face::Emoji.scale());
        }
        self.advance += advance;
        Ok(())
    }
}

fn shaped(text: &str, face: Face, backwards: bool) -> Result<harfrust::GlyphBuffer, Error> {
    let loaded = face.load()?;
    let font = loaded.font()?;
    let shaper = loaded.shaper.shaper(&font).build();
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.set_direction(if backwards {
        harfrust::Direction::RightToLeft
    } else {
        harfrust::Direction::LeftToRight
    });
    buffer.guess_segment_properties();
    Ok(shaper.shape(buffer, ShapeOptions::new()))
}

/// Follows an outline with a box. Control points count: the box may be a hair too large, never too small.
struct InkPen<'i> {
    ink: &'i mut Ink,
    x: f64,
    y: f64,
    em: f64,
}

impl InkPen<'_> {
    fn reach(&mut self, x: f32, y: f32) {
        self.ink.reach(self.x + f64::from(x) * self.em, self.y - f64::from(y) * self.em);
    }
}

impl OutlinePen for InkPen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.reach(x, y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.reach(x, y);
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.reach(cx, cy);
        self.reach(x, y);
    }
    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.reach(cx0, cy0);
        self.reach(cx1, cy1);
        self.reach(x, y);
    }
    fn close(&mut self) {}
}
