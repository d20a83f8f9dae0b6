//! Writes the pages as a tagged PDF, by the rules of PDF/UA-1 as far as a program can see to them.

use crate::line::{self, Line, Setting};
use crate::page::{FOOT, FOOT_SIZE, HEIGHT, Page, Placed, WIDTH, What, foot_x};
use crate::{Error, Kind, Part, Run, Sheet};
use broadside_artwork::faces::{Face, Role};
use krilla::Document;
use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point};
use krilla::metadata::{Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, Tag, TagGroup, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use std::collections::HashMap;
use std::num::NonZeroU16;

/// Near black, as ink is.
const INK: (u8, u8, u8) = (28, 26, 23);

#[derive(Default)]
struct Fonts(HashMap<u8, Font>);

impl Fonts {
    fn of(&mut self, face: Face) -> Result<Font, Error> {
        if let Some(font) = self.0.get(&(face as u8)) {
            return Ok(font.clone());
        }
        let bytes = face.load()?.bytes.clone();
        let font = Font::new(bytes.into(), 0).ok_or(Error::Face)?;
        self.0.insert(face as u8, font.clone());
        Ok(font)
    }
}

pub fn write(
    sheet: &Sheet,
    pages: &[Page],
    number: impl Fn(usize, usize) -> String,
) -> Result<Vec<u8>, Error> {
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let settings = SerializeSettings {
        configuration: configuration.map_err(|error| Error::Pdf(format!("{error:?}")))?,
        ..SerializeSettings::default()
    };
    let mut document = Document::new_with(settings);
    let mut fonts = Fonts::default();
    let mut tagged: Vec<Tagged> = sheet.parts.iter().map(|_| Tagged::default()).collect();
    for (nth, page) in pages.iter().enumerate() {
        let size = PageSettings::from_wh(narrow(WIDTH), narrow(HEIGHT))
            .ok_or_else(|| Error::Pdf("the page has no size".to_owned()))?;
        let mut printed = document.start_page_with(size);
        let mut surface = printed.surface();
        surface.set_fill(Some(fill()));
        for placed in &page.placed {
            draw(&mut surface, placed, sheet, &mut fonts, &mut tagged)?;
        }
        foot(&mut surface, sheet, &number(nth + 1, pages.len()), &mut fonts)?;
        surface.finish();
        printed.finish();
    }
    document.set_tag_tree(tree(sheet, tagged));
    document.set_outline(outline(sheet, pages));
    document.set_metadata(metadata(sheet));
    document.finish().map_err(|error| Error::Pdf(kind(&error)))
}

/// What went wrong, without the words that it went wrong with.
fn kind(error: &impl std::fmt::Debug) -> String {
    format!("{error:?}").split(['(', '{', ' ']).next().unwrap_or_default().to_owned()
}

fn metadata(sheet: &Sheet) -> Metadata {
    let direction = if line::is_right_to_left(sheet.language) {
        TextDirection::RightToLeft
    } else {
        TextDirection::LeftToRight
    };
    Metadata::new()
        .title(sheet.title.to_owned())
        .language(sheet.language.to_owned())
        .authors(vec![sheet.author.to_owned()])
        .creator("Broadside".to_owned())
        .text_direction(direction)
}

/// Points as PDF counts them.
#[expect(clippy::cast_possible_truncation, reason = "a page is far smaller than what would be lost")]
fn narrow(points: f64) -> f32 {
    points as f32
}

fn fill() -> Fill {
    Fill {
        paint: rgb::Color::new(INK.0, INK.1, INK.2).into(),
        opacity: NormalizedF32::ONE,
        ..Fill::default()
    }
}

/// What of a part was drawn where.
#[derive(Default)]
struct Tagged {
    mark: Vec<Identifier>,
    lines: Vec<Identifier>,
}

fn draw(
    surface: &mut Surface,
    placed: &Placed,
    sheet: &Sheet,
    fonts: &mut Fonts,
    tagged: &mut [Tagged],
) -> Result<(), Error> {
    match &placed.what {
        What::Line(line) => {
            let id = drawn(surface, line, placed, sheet, fonts)?;
            tagged[placed.part].lines.push(id);
        }
        What::Mark(line) => {
            let id = drawn(surface, line, placed, sheet, fonts)?;
            tagged[placed.part].mark.push(id);
        }
        What::Rule { width } => {
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
            let mut path = PathBuilder::new();
            path.move_to(narrow(placed.x), narrow(placed.y));
            path.line_to(narrow(placed.x + width), narrow(placed.y));
            if let Some(path) = path.finish() {
                surface.set_fill(None);
                surface.set_stroke(Some(Stroke {
                    paint: rgb::Color::new(INK.0, INK.1, INK.2).into(),
                    width: narrow(placed.size),
                    ..Stroke::default()
                }));
                surface.draw_path(&path);
                surface.set_stroke(None);
                surface.set_fill(Some(fill()));
            }
            surface.end_tagged();
        }
    }
    Ok(())
}

fn drawn(
    surface: &mut Surface,
    line: &Line,
    placed: &Placed,
    sheet: &Sheet,
    fonts: &mut Fonts,
) -> Result<Identifier, Error> {
    let span = SpanTag::empty().with_lang(Some(sheet.language));
    let id = surface.start_tagged(ContentTag::Span(span));
    let done = glyphs(surface, line, (placed.x, placed.y), placed.size, fonts);
    surface.end_tagged();
    done.map(|()| id)
}

fn glyphs(
    surface: &mut Surface,
    line: &Line,
    (x, y): (f64, f64),
    size: f64,
    fonts: &mut Fonts,
) -> Result<(), Error> {
    for stretch in &line.stretches {
        let glyphs: Vec<KrillaGlyph> = stretch
            .glyphs
            .iter()
            .map(|glyph| {
                KrillaGlyph::new(
                    GlyphId::new(glyph.id),
                    narrow(glyph.advance),
                    narrow(glyph.dx),
                    narrow(glyph.dy),
                    0.0,
                    glyph.range.clone(),
                    None,
                )
            })
            .collect();
        let from = Point::from_xy(narrow(x - line.before * size + stretch.x * size), narrow(y));
        let font = fonts.of(stretch.face)?;
        surface.draw_glyphs(from, &glyphs, font, &line.text, narrow(size * stretch.scale), false);
    }
    Ok(())
}

/// The foot of a page is no part of what is read.
fn foot(surface: &mut Surface, sheet: &Sheet, number: &str, fonts: &mut Fonts) -> Result<(), Error> {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    let mut done = Ok(());
    for (words, at_the_end) in [(sheet.foot, false), (number, true)] {
        let run = Run { words: words.to_owned(), is_strong: false };
        let setting = Setting { language: sheet.language, role: Role::Book, width: 50.0 };
        done = done.and_then(|()| {
            // Of a foot that is too long the first line is shown.
            if let Some(line) = line::lines(&[run], setting)?.first() {
                let x = foot_x(sheet.language, line.width * FOOT_SIZE, at_the_end);
                glyphs(surface, line, (x, HEIGHT - FOOT), FOOT_SIZE, fonts)?;
            }
            Ok(())
        });
    }
    surface.end_tagged();
    done
}

/// The headings, for the window of who reads it.
fn outline(sheet: &Sheet, pages: &[Page]) -> Outline {
    let mut outline = Outline::new();
    for (nth, page) in pages.iter().enumerate() {
        let mut before = None;
        for placed in &page.placed {
            let part = &sheet.parts[placed.part];
            let is_heading = matches!(part.kind, Kind::Title | Kind::Heading);
            if is_heading && before != Some(placed.part) {
                let at = Point::from_xy(0.0, narrow(placed.y - placed.size));
                outline.push_child(OutlineNode::new(words(part), XyzDestination::new(nth, at)));
            }
            before = Some(placed.part);
        }
    }
    outline
}

fn words(part: &Part) -> String {
    part.runs.iter().map(|run| run.words.replace('\n', " ")).collect()
}

/// The order in which it is read, and what each part is.
fn tree(sheet: &Sheet, tagged: Vec<Tagged>) -> TagTree {
    let mut tree = TagTree::new();
    // The lists that are open, the outermost first.
    let mut lists: Vec<(TagGroup, Option<Item>)> = Vec::new();
    for (part, tagged) in sheet.parts.iter().zip(tagged) {
        match &part.kind {
            Kind::Item { mark, depth } => {
                close(&mut lists, depth + 1, &mut tree);
                while lists.len() <= *depth {
                    let numbering =
                        if mark.ends_with('.') { ListNumbering::Decimal } else { ListNumbering::Disc };
                    lists.push((TagGroup::new(Tag::L(numbering)), None));
                }
                if let Some((list, item)) = lists.last_mut() {
                    finish_item(list, item.take());
                    *item = Some(Item::of(tagged));
                }
            }
            Kind::MoreOfItem { depth } if !lists.is_empty() => {
                close(&mut lists, depth + 1, &mut tree);
                match lists.last_mut() {
                    Some((_, Some(item))) => item.body.push(paragraph(tagged)),
                    _ => tree.push(paragraph(tagged)),
                }
            }
            kind => {
                close(&mut lists, 0, &mut tree);
                let group = match kind {
                    Kind::Title => heading(1, part, tagged),
                    Kind::Heading => heading(2, part, tagged),
                    Kind::Quotation => {
                        let mut quotation = TagGroup::new(Tag::BlockQuote);
                        quotation.push(paragraph(tagged));
                        quotation
                    }
                    Kind::Rule => continue,
                    _ => paragraph(tagged),
                };
                tree.push(group);
            }
        }
    }
    close(&mut lists, 0, &mut tree);
    tree
}

struct Item {
    label: TagGroup,
    body: TagGroup,
}

impl Item {
    fn of(tagged: Tagged) -> Self {
        let (mut label, mut body) = (TagGroup::new(Tag::Lbl), TagGroup::new(Tag::LBody));
        tagged.mark.into_iter().for_each(|id| label.push(id));
        tagged.lines.into_iter().for_each(|id| body.push(id));
        Self { label, body }
    }
}

fn finish_item(list: &mut TagGroup, item: Option<Item>) {
    if let Some(Item { label, body }) = item {
        let mut whole = TagGroup::new(Tag::LI);
        whole.push(label);
        whole.push(body);
        list.push(whole);
    }
}

/// Ends the lists that stand deeper than so many: each stands in the item that it belongs to.
fn close(lists: &mut Vec<(TagGroup, Option<Item>)>, depth: usize, tree: &mut TagTree) {
    while lists.len() > depth {
        let Some((mut list, item)) = lists.pop() else { return };
        finish_item(&mut list, item);
        match lists.last_mut() {
            Some((_, Some(outer))) => outer.body.push(list),
            Some((outer, None)) => outer.push(list),
            None => tree.push(list),
        }
    }
}

fn heading(level: u16, part: &Part, tagged: Tagged) -> TagGroup {
    let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    filled(TagGroup::new(Tag::Hn(level, Some(words(part)))), tagged)
}

fn paragraph(tagged: Tagged) -> TagGroup {
    filled(TagGroup::new(Tag::P), tagged)
}

fn filled(mut group: TagGroup, tagged: Tagged) -> TagGroup {
    tagged.lines.into_iter().for_each(|id| group.push(id));
    group
}
