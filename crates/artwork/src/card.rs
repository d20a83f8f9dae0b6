//! Where everything stands on a card. There are two forms: a banner over the count, and, where that sets the
//! headline larger, a tall headline with the count in a column beside it.

use crate::colour::{INK, PAPER, SOFT};
use crate::faces::Role;
use crate::fit::{Block, Copy, Frame};
use crate::sheet::{Edge, HEIGHT, Sheet, WIDTH};
use crate::{Card, Error, Rgb, language, words};

/// The forms, whose rules are drawn with the measures below.
pub const FORMS: [&str; 2] = [include_str!("../forms/banner.svg"), include_str!("../forms/column.svg")];

const MARGIN: f64 = 54.0;
const INNER: f64 = WIDTH as f64 - 2.0 * MARGIN;
const FOOT: f64 = HEIGHT as f64 - 50.0;
/// The height of League Gothic's capitals and figures, in ems.
const CAPITAL: f64 = 0.735;
/// How far its commas hang below the line, in heights of its figures.
const COMMA: f64 = 0.19;

const MAST_BASELINE: f64 = 95.0;
/// From the last baseline of the mast to the rule under it, and from there to the body.
const MAST_FOOT: f64 = 19.0;
const MAST_GAP: f64 = 26.0;
const BAR: f64 = 18.0;

/// A card's texts, clean.
struct Words {
    language: String,
    headline: String,
    kicker: String,
    target: String,
    count: String,
    label: String,
    as_of: String,
    goal: Option<(f64, String)>,
    site: String,
    signal: Rgb,
}

impl Words {
    fn of(card: &Card) -> Self {
        let clean = words::clean;
        let poster = |text: &str| clean(&language::capitals(&clean(text), card.language));
        let share = |share: f64| if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
        Self {
            language: clean(card.language),
            headline: poster(card.headline),
            kicker: clean(card.kicker),
            target: poster(card.target.unwrap_or_default()),
            count: clean(card.count),
            label: clean(card.count_label),
            as_of: clean(card.as_of),
            goal: card.goal.map(|goal| (share(goal.share), clean(goal.label))),
            site: clean(card.site),
            signal: card.signal.on_paper(),
        }
    }

    /// A line to read, of one size; in two lines where one would be small.
    fn read(&self, text: &str, role: Role, width: f64, largest: f64) -> Result<Block, Error> {
        let frame = Frame { leading: 1.16, ..plain(width, largest * 2.4, largest, 2) };
        Copy::measure(text, role, &self.language)?.set_calmly(&frame, largest * 0.78)
    }

    fn fitted(&self, text: &str, role: Role, frame: Frame) -> Result<Block, Error> {
        Copy::measure(text, role, &self.language)?.set(&frame)
    }
}

/// One line, or as many as said, of one size.
fn plain(width: f64, height: f64, largest: f64, most_lines: usize) -> Frame {
    Frame { width, height, largest, most_lines, stretch: 1.0, gap: 0.16, leading: 0.92 }
}

/// One line of figures as high as said; a comma may hang below them.
fn figures(width: f64, height: f64) -> Frame {
    plain(width, height * 1.5, height / CAPITAL, 1)
}

fn poster(width: f64, height: f64) -> Frame {
    Frame { width, height, largest: 420.0, most_lines: 12, stretch: 1.3, gap: 0.1, leading: 0.0 }
}

/// Sets the card in the form that shows its headline best: the sheet, and the form that it fills.
pub fn set(card: &Card) -> Result<(Sheet, &'static str), Error> {
    let words = Words::of(card);
    let mut sheet = Sheet::new(&words.language, &words.headline);
    let colours = [("paper", PAPER), ("ink", INK), ("soft", SOFT), ("signal", words.signal)];
    for (place, colour) in colours {
        sheet.set(place, colour.hex());
    }
    let mast = mast(&mut sheet, &words)?;
    let headline = Copy::measure(&words.headline, Role::Poster, &words.language)?;
    let mut best: Option<(f64, Plan)> = None;
    let banners = Banner::COUNTS.iter().map(|count| Banner::plan(&words, &headline, mast, *count));
    for plan in banners.chain([Column::plan(&words, &headline, mast)]) {
        let plan = plan?;
        let score = plan.score();
        if best.as_ref().is_none_or(|(highest, _)| score > *highest) {
            best = Some((score, plan));
        }
    }
    let [banner_form, column_form] = FORMS;
    let form = match best {
        Some((_, Plan::Column(column))) => {
            column.draw(&mut sheet, &words)?;
            column_form
        }
        Some((_, Plan::Banner(banner))) => {
            banner.draw(&mut sheet, &words)?;
            banner_form
        }
        None => banner_form,
    };
    Ok((sheet, form))
}

/// Who asks whom, and the printer's mark, between a thick rule and a thin one; answers where the thin one is.
fn mast(sheet: &mut Sheet, words: &Words) -> Result<f64, Error> {
    let site = words.fitted(&words.site, Role::Strong, plain(INNER * 0.4, 30.0, 27.0, 1))?;
    let room = INNER - site.width - 40.0;
    let kicker = words.read(&words.kicker, Role::Book, room, 27.0)?;
    sheet.block_on("kicker", &kicker, Edge::Start, MARGIN, room, MAST_BASELINE)?;
    sheet.block_on("site", &site, Edge::End, MARGIN, INNER, MAST_BASELINE)?;
    let rule = MAST_BASELINE + kicker.last_baseline() - first(&kicker) + MAST_FOOT;
    sheet.measure("mast", rule);
    Ok(rule)
}

enum Plan {
    Banner(Banner),
    Column(Column),
}

impl Plan {
    /// How large the headline is, and how well it fills its place.
    fn score(&self) -> f64 {
        let (headline, width, height) = match self {
            Plan::Banner(banner) => (&banner.headline, INNER, banner.room),
            Plan::Column(column) => (&column.headline, Column::WIDTH, column.room),
        };
        if headline.is_empty() { 0.0 } else { headline.least() * headline.cover(width, height).sqrt() }
    }
}

/// The headline over the whole width, and under it the count in a row.
struct Banner {
    target: Block,
    headline: Block,
    body: f64,
    room: f64,
    count: f64,
}

impl Banner {
    /// How high the count's figures may be: the higher ones where the headline leaves room.
    const COUNTS: [f64; 3] = [100.0, 124.0, 148.0];

    /// Where the count stands: over the bar, with room for its commas.
    fn foot(words: &Words, count: f64) -> f64 {
        let bar = if words.goal.is_some() { BAR } else { 0.0 };
        FOOT - bar - 8.0 - COMMA * count
    }

    fn rule_top(words: &Words, count: f64) -> f64 {
        Self::foot(words, count) - count - 24.0 - 8.0
    }

    fn plan(words: &Words, headline: &Copy, mast: f64, count: f64) -> Result<Plan, Error> {
        let body = mast + MAST_GAP;
        let target = words.fitted(&words.target, Role::Poster, plain(INNER, 74.0, 46.0, 2))?;
        let top = body + if target.is_empty() { 0.0 } else { target.height + 24.0 };
        let room = Self::rule_top(words, count) - 24.0 - top;
        let headline = headline.set(&poster(INNER, room))?;
        Ok(Plan::Banner(Self { target, headline, body, room, count }))
    }

    fn draw(&self, sheet: &mut Sheet, words: &Words) -> Result<(), Error> {
        sheet.block("target", &self.target, Edge::Start, MARGIN, INNER, self.body)?;
        let bottom = Self::rule_top(words, self.count) - 24.0;
        let top = bottom - self.room + (self.room - self.headline.height) / 2.0;
        sheet.block("headline", &self.headline, Edge::Start, MARGIN, INNER, top)?;
        sheet.measure("rule", Self::rule_top(words, self.count));
        let foot = Self::foot(words, self.count);
        let count = words.fitted(&words.count, Role::Poster, figures(INNER * 0.46, self.count))?;
        sheet.block_on("count", &count, Edge::Start, MARGIN, INNER, foot)?;
        let start = MARGIN + count.width + 26.0;
        let goal = match &words.goal {
            Some((_, label)) => words.read(label, Role::Strong, INNER * 0.24, 30.0)?,
            None => Block::default(),
        };
        let room = MARGIN + INNER - start - if goal.is_empty() { 0.0 } else { goal.width + 32.0 };
        let as_of = words.read(&words.as_of, Role::Book, room, 27.0)?;
        let label = words.read(&words.label, Role::Strong, room, 35.0)?;
        sheet.block_on(
            "as_of",
            &as_of,
            Edge::Start,
            start,
            room,
            foot - as_of.last_baseline() + first(&as_of),
        )?;
        let label_foot = foot - (as_of.last_baseline() - first(&as_of)) - 40.0;
        sheet.block_on(
            "label",
            &label,
            Edge::Start,
            start,
            room,
            label_foot - label.last_baseline() + first(&label),
        )?;
        sheet.block_on(
            "goal",
            &goal,
            Edge::End,
            MARGIN,
            INNER,
            foot - goal.last_baseline() + first(&goal),
        )?;
        bar(sheet, words, INNER);
        Ok(())
    }
}

/// The headline tall at the start, the count beside it.
struct Column {
    target: Block,
    headline: Block,
    mast: f64,
    room: f64,
}

impl Column {
    const SIDE: f64 = 360.0;
    const GUTTER: f64 = 36.0;
    const WIDTH: f64 = INNER - Self::SIDE - 2.0 * Self::GUTTER;

    fn plan(words: &Words, headline: &Copy, mast: f64) -> Result<Plan, Error> {
        let body = mast + MAST_GAP;
        let target = words.fitted(&words.target, Role::Poster, plain(Self::WIDTH, 78.0, 46.0, 2))?;
        let top = body + if target.is_empty() { 0.0 } else { target.height + 24.0 };
        let room = FOOT - top;
        let headline = headline.set(&poster(Self::WIDTH, room))?;
        Ok(Plan::Column(Self { target, headline, mast, room }))
    }

    fn draw(&self, sheet: &mut Sheet, words: &Words) -> Result<(), Error> {
        let body = self.mast + MAST_GAP;
        sheet.block("target", &self.target, Edge::Start, MARGIN, Self::WIDTH, body)?;
        let top = FOOT - self.room + (self.room - self.headline.height) / 2.0;
        sheet.block("headline", &self.headline, Edge::Start, MARGIN, Self::WIDTH, top)?;
        sheet.measure("rule", FOOT - self.mast);
        let start = MARGIN + INNER - Self::SIDE;
        let count = words.fitted(&words.count, Role::Poster, figures(Self::SIDE, 150.0))?;
        sheet.block("count", &count, Edge::Start, start, Self::SIDE, body)?;
        let label = words.read(&words.label, Role::Strong, Self::SIDE, 38.0)?;
        let top = body + count.last_baseline() + 44.0;
        sheet.block("label", &label, Edge::Start, start, Self::SIDE, top)?;
        let as_of = words.read(&words.as_of, Role::Book, Self::SIDE, 27.0)?;
        sheet.block("as_of", &as_of, Edge::Start, start, Self::SIDE, top + label.height + 20.0)?;
        if let Some((_, label)) = &words.goal {
            let goal = words.read(label, Role::Strong, Self::SIDE, 30.0)?;
            sheet.block_on(
                "goal",
                &goal,
                Edge::End,
                start,
                Self::SIDE,
                FOOT - BAR - 18.0 - goal.last_baseline() + first(&goal),
            )?;
        }
        bar(sheet, words, Self::SIDE);
        Ok(())
    }
}

/// How far the count has come: how much of the bar is signed.
fn bar(sheet: &mut Sheet, words: &Words, width: f64) {
    let share = words.goal.as_ref().map(|goal| goal.0);
    sheet.set("bar", if share.is_some() { "inline" } else { "none" });
    sheet.measure("signed", width * share.unwrap_or_default());
}

fn first(block: &Block) -> f64 {
    block.lines.first().map_or(0.0, |line| line.baseline)
}
