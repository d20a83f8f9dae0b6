//! The sheet on which a card is set, in pixels: what fills the places of a form, mirrored where a language runs
//! from the right. It decides nothing about what stands where.

use crate::faces::{EMOJI_FAMILY, Face};
use crate::fit::{Block, Placed};
use crate::form::Place;
use crate::shape::Ink;
use crate::{Direction, Error};
use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use std::collections::BTreeMap;
use std::fmt::{Display, Write};

pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

pub struct Sheet {
    mirrored: bool,
    /// What fills a form, by place, as XML.
    places: BTreeMap<&'static str, String>,
    emoji: bool,
    pub printed: Vec<Printed>,
}

/// A line as it stands on the sheet.
#[derive(Clone, Debug)]
#[cfg_attr(not(test), expect(dead_code, reason = "read by the tests, which look where everything stands"))]
pub struct Printed {
    pub text: String,
    pub ink: Ink,
    pub size: f64,
}

/// Which edge of its place a line stands at: the one where reading starts, or the one where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    Start,
    End,
}

impl Sheet {
    pub fn new(language: &str, title: &str) -> Self {
        let mirrored = crate::direction(language) == Direction::RightToLeft;
        let mut sheet = Self { mirrored, places: BTreeMap::new(), emoji: false, printed: Vec::new() };
        sheet.set("language", escaped(language));
        sheet.set("title", escaped(title));
        sheet.set("reading", if mirrored { "matrix(-1 0 0 1 1200 0)" } else { "matrix(1 0 0 1 0 0)" });
        sheet
    }

    #[cfg(test)]
    pub fn places(&self) -> Vec<&'static str> {
        self.places.keys().copied().collect()
    }

    pub fn has_emoji(&self) -> bool {
        self.emoji
    }

    /// Fills a place with a word or a figure of our own.
    pub fn set(&mut self, place: &'static str, value: impl Display) {
        self.places.insert(place, value.to_string());
    }

    /// Fills a place with a length, to a hundredth of a pixel.
    pub fn measure(&mut self, place: &'static str, length: f64) {
        self.set(place, format_args!("{length:.2}"));
    }

    /// A block of lines whose ink begins at `top`, at its edge of a place.
    pub fn block(&mut self, name: &'static str, block: &Block, place: Place, top: f64) -> Result<(), Error> {
        let mut drawn = String::new();
        for line in &block.lines {
            self.line(&mut drawn, line, place, top)?;
        }
        self.set(name, drawn);
        Ok(())
    }

    /// The same with the baseline of its first line at `baseline`.
    pub fn block_on(
        &mut self,
        name: &'static str,
        block: &Block,
        place: Place,
        baseline: f64,
    ) -> Result<(), Error> {
        let top = baseline - block.lines.first().map_or(0.0, |line| line.baseline);
        self.block(name, block, place, top)
    }

    fn line(&mut self, drawn: &mut String, placed: &Placed, place: Place, top: f64) -> Result<(), Error> {
        let ink = placed.line.ink;
        let from = match place.edge {
            Edge::Start => place.x,
            Edge::End => place.x + place.width - placed.ink_width(),
        };
        let left = if self.mirrored { f64::from(WIDTH) - from - placed.ink_width() } else { from };
        let origin = left - ink.left * placed.size;
        let baseline = top + placed.baseline;
        let mut pen = PathPen { path: String::new(), x: 0.0, y: 0.0, em: 0.0 };
        for glyph in &placed.line.glyphs {
            let loaded = glyph.face.load()?;
            let font = loaded.font()?;
            pen.x = origin + glyph.x * placed.size;
            pen.y = baseline + glyph.y * placed.size;
            pen.em = glyph.face.scale() * placed.size / loaded.units;
            if let Some(outline) = font.outline_glyphs().get(glyph.id) {
                let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
                outline.draw(settings, &mut pen).map_err(|_| Error::Face)?;
            }
        }
        if !pen.path.is_empty() {
            // Writing to a String cannot fail.
            let _ = write!(drawn, r#"<path d="{}"/>"#, pen.path);
        }
        for sign in &placed.line.emoji {
            self.emoji = true;
            let _ = write!(
                drawn,
                r#"<text x="{:.2}" y="{:.2}" font-family="{EMOJI_FAMILY}" font-size="{:.3}">{}</text>"#,
                origin + sign.x * placed.size,
                baseline + sign.y * placed.size,
                Face::Emoji.scale() * placed.size,
                escaped(&sign.text)
            );
        }
        self.printed.push(Printed {
            text: placed.text.clone(),
            ink: Ink {
                left,
                top: baseline + ink.top * placed.size,
                right: left + placed.ink_width(),
                bottom: baseline + ink.bottom * placed.size,
            },
            size: placed.size,
        });
        Ok(())
    }

    /// A form with its places filled. What fills a place is never looked through for places.
    pub fn fill(&self, form: &str) -> String {
        let mut svg = String::with_capacity(form.len() * 8);
        let mut rest = form;
        while let Some((before, after)) = rest.split_once('{') {
            svg.push_str(before);
            let (place, after) = after.split_once('}').unwrap_or((after, ""));
            svg.push_str(self.places.get(place).map_or("", String::as_str));
            rest = after;
        }
        svg + rest
    }
}

/// Text as XML takes it, in an element or an attribute.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Writes outlines as a path, in pixels.
struct PathPen {
    path: String,
    x: f64,
    y: f64,
    em: f64,
}

impl PathPen {
    fn put(&mut self, command: &str, points: &[(f32, f32)]) {
        self.path.push_str(command);
        for (x, y) in points {
            let (x, y) = (self.x + f64::from(*x) * self.em, self.y - f64::from(*y) * self.em);
            let _ = write!(self.path, "{x:.2} {y:.2} ");
        }
    }
}

impl OutlinePen for PathPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.put("M", &[(x, y)]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.put("L", &[(x, y)]);
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.put("Q", &[(cx, cy), (x, y)]);
    }
    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.put("C", &[(cx0, cy0), (cx1, cy1), (x, y)]);
    }
    fn close(&mut self) {
        self.path.push('Z');
    }
}
