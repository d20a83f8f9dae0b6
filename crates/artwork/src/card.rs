//! Sets a card: into the boxes of the form that shows its headline larger, a banner over the count or a tall
//! headline with the count in a column beside it. How far one thing is from the next follows from the words.

use crate::colour::{INK, PAPER, SOFT};
use crate::faces::Role;
use crate::fit::{Block, Copy, Frame};
use crate::form::{self, Form, Place};
use crate::sheet::Sheet;
use crate::{Card, Error, Rgb, language, words};

/// The height of League Gothic's capitals and figures, in ems.
const CAPITAL: f64 = 0.735;
/// How far its commas hang below the line, in heights of its figures.
const COMMA: f64 = 0.19;

/// From the last baseline of the mast to the rule under it, and from there to the body.
const MAST_FOOT: f64 = 19.0;
const MAST_GAP: f64 = 26.0;

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

    /// A line to read, of one size, as wide as said; in two lines where one would be small.
    fn read(&self, text: &str, role: Role, place: Place, width: f64) -> Result<Block, Error> {
        let frame = Frame { leading: 1.16, ..plain(Place { width, height: place.size * 2.4, ..place }) };
        Copy::measure(text, role, &self.language)?.set_calmly(&frame, place.size * 0.78)
    }

    fn fitted(&self, text: &str, role: Role, frame: Frame) -> Result<Block, Error> {
        Copy::measure(text, role, &self.language)?.set(&frame)
    }
}

/// One line, or as many as said, of one size.
fn plain(place: Place) -> Frame {
    let Place { width, height, size, most_lines, .. } = place;
    Frame { width, height, largest: size, most_lines, stretch: 1.0, gap: 0.16, leading: 0.92 }
}

/// One line of figures as high as said; a comma may hang below them.
fn figures(place: Place, height: f64) -> Frame {
    plain(Place { height: height * 1.5, size: height / CAPITAL, ..place })
}

fn poster(place: Place, height: f64) -> Frame {
    let Place { width, size, most_lines, .. } = place;
    Frame { width, height, largest: size, most_lines, stretch: 1.3, gap: 0.1, leading: 0.0 }
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
    match best {
        Some((_, Plan::Column(column))) => {
            column.draw(&mut sheet, &words)?;
            Ok((sheet, column.form.svg))
        }
        Some((_, Plan::Banner(banner))) => {
            banner.draw(&mut sheet, &words)?;
            Ok((sheet, banner.form.svg))
        }
        None => Ok((sheet, form::BANNER)),
    }
}

/// Who asks whom, and the printer's mark, between a thick rule and a thin one; answers where the thin one is. They
/// stand at the same place in both forms.
fn mast(sheet: &mut Sheet, words: &Words) -> Result<f64, Error> {
    let form = form::banner()?;
    let (asks, mark) = (form.place("kicker")?, form.place("site")?);
    let site = words.fitted(&words.site, Role::Strong, plain(mark))?;
    let room = asks.width - site.width - 40.0;
    let kicker = words.read(&words.kicker, Role::Book, asks, room)?;
    sheet.block_on("kicker", &kicker, Place { width: room, ..asks }, asks.y)?;
    sheet.block_on("site", &site, mark, mark.y)?;
    let rule = asks.y + kicker.last_baseline() - first(&kicker) + MAST_FOOT;
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
            Plan::Banner(banner) => (&banner.headline, banner.place.width, banner.room),
            Plan::Column(column) => (&column.headline, column.place.width, column.room),
        };
        if headline.is_empty() { 0.0 } else { headline.least() * headline.cover(width, height).sqrt() }
    }
}

/// The headline over the whole width, and under it the count in a row.
struct Banner {
    form: &'static Form,
    target: Block,
    headline: Block,
    /// Of the headline.
    place: Place,
    body: f64,
    room: f64,
    count: f64,
}

impl Banner {
    /// How high the count's figures may be: the higher ones where the headline leaves room.
    const COUNTS: [f64; 3] = [100.0, 124.0, 148.0];

    /// Where the count stands: over the bar, with room for its commas.
    fn foot(form: &Form, words: &Words, count: f64) -> Result<f64, Error> {
        let bar = form.place("bar")?;
        let height = if words.goal.is_some() { 0.0 } else { bar.height };
        Ok(bar.y + height - 8.0 - COMMA * count)
    }

    fn rule_top(form: &Form, words: &Words, count: f64) -> Result<f64, Error> {
        Ok(Self::foot(form, words, count)? - count - 24.0 - 8.0)
    }

    fn plan(words: &Words, headline: &Copy, mast: f64, count: f64) -> Result<Plan, Error> {
        let form = form::banner()?;
        let (body, place) = (mast + MAST_GAP, form.place("headline")?);
        let target = words.fitted(&words.target, Role::Poster, plain(form.place("target")?))?;
        let top = body + if target.is_empty() { 0.0 } else { target.height + 24.0 };
        let room = Self::rule_top(form, words, count)? - 24.0 - top;
        let headline = headline.set(&poster(place, room))?;
        Ok(Plan::Banner(Self { form, target, headline, place, body, room, count }))
    }

    fn draw(&self, sheet: &mut Sheet, words: &Words) -> Result<(), Error> {
        let place = |name: &str| self.form.place(name);
        sheet.block("target", &self.target, place("target")?, self.body)?;
        let rule = Self::rule_top(self.form, words, self.count)?;
        let top = rule - 24.0 - self.room + (self.room - self.headline.height) / 2.0;
        sheet.block("headline", &self.headline, self.place, top)?;
        sheet.measure("rule", rule);
        let foot = Self::foot(self.form, words, self.count)?;
        let figure = place("count")?;
        let count = words.fitted(&words.count, Role::Poster, figures(figure, self.count))?;
        sheet.block_on("count", &count, figure, foot)?;
        let ahead = place("goal")?;
        let goal = match &words.goal {
            Some((_, label)) => words.read(label, Role::Strong, ahead, ahead.width)?,
            None => Block::default(),
        };
        // The words begin behind the figures and go as far as the goal lets them.
        let x = figure.x + count.width + 26.0;
        let width = ahead.x + ahead.width - x - if goal.is_empty() { 0.0 } else { goal.width + 32.0 };
        let (when, what) = (place("as_of")?, place("label")?);
        let as_of = words.read(&words.as_of, Role::Book, when, width)?;
        let label = words.read(&words.label, Role::Strong, what, width)?;
        let rise = as_of.last_baseline() - first(&as_of);
        sheet.block_on("as_of", &as_of, Place { x, width, ..when }, foot - rise)?;
        let label_foot = foot - rise - 40.0;
        let baseline = label_foot - label.last_baseline() + first(&label);
        sheet.block_on("label", &label, Place { x, width, ..what }, baseline)?;
        sheet.block_on("goal", &goal, ahead, foot - goal.last_baseline() + first(&goal))?;
        bar(sheet, words, place("bar")?);
        Ok(())
    }
}

/// The headline tall at the start, the count beside it.
struct Column {
    form: &'static Form,
    target: Block,
    headline: Block,
    /// Of the headline.
    place: Place,
    mast: f64,
    foot: f64,
    room: f64,
}

impl Column {
    fn plan(words: &Words, headline: &Copy, mast: f64) -> Result<Plan, Error> {
        let form = form::column()?;
        let (body, place, bar) = (mast + MAST_GAP, form.place("headline")?, form.place("bar")?);
        let target = words.fitted(&words.target, Role::Poster, plain(form.place("target")?))?;
        let top = body + if target.is_empty() { 0.0 } else { target.height + 24.0 };
        let foot = bar.y + bar.height;
        let room = foot - top;
        let headline = headline.set(&poster(place, room))?;
        Ok(Plan::Column(Self { form, target, headline, place, mast, foot, room }))
    }

    fn draw(&self, sheet: &mut Sheet, words: &Words) -> Result<(), Error> {
        let place = |name: &str| self.form.place(name);
        let body = self.mast + MAST_GAP;
        sheet.block("target", &self.target, place("target")?, body)?;
        let top = self.foot - self.room + (self.room - self.headline.height) / 2.0;
        sheet.block("headline", &self.headline, self.place, top)?;
        sheet.measure("rule", self.foot - self.mast);
        let figure = place("count")?;
        let count = words.fitted(&words.count, Role::Poster, figures(figure, figure.height))?;
        sheet.block("count", &count, figure, body)?;
        let (what, when, ahead) = (place("label")?, place("as_of")?, place("goal")?);
        let label = words.read(&words.label, Role::Strong, what, what.width)?;
        let top = body + count.last_baseline() + 44.0;
        sheet.block("label", &label, what, top)?;
        let as_of = words.read(&words.as_of, Role::Book, when, when.width)?;
        sheet.block("as_of", &as_of, when, top + label.height + 20.0)?;
        let progress = place("bar")?;
        if let Some((_, label)) = &words.goal {
            let goal = words.read(label, Role::Strong, ahead, ahead.width)?;
            let baseline = progress.y - 18.0 - goal.last_baseline() + first(&goal);
            sheet.block_on("goal", &goal, ahead, baseline)?;
        }
        bar(sheet, words, progress);
        Ok(())
    }
}

/// How far the count has come: how much of the bar is signed.
fn bar(sheet: &mut Sheet, words: &Words, place: Place) {
    let share = words.goal.as_ref().map(|goal| goal.0);
    sheet.set("bar", if share.is_some() { "inline" } else { "none" });
    sheet.measure("signed", place.width * share.unwrap_or_default());
}

fn first(block: &Block) -> f64 {
    block.lines.first().map_or(0.0, |line| line.baseline)
}
