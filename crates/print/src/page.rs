//! Which line stands where on which page. It draws nothing.

use crate::line::{self, Line, Setting, is_right_to_left};
use crate::{Error, Kind, Part, Run, Sheet};
use broadside_artwork::faces::Role;

/// A4, in points.
pub const WIDTH: f64 = 595.276;
pub const HEIGHT: f64 = 841.89;

const SIDE: f64 = 76.0;
const TOP: f64 = 72.0;
const BOTTOM: f64 = 84.0;
/// Baseline of the foot, from the lower edge.
pub const FOOT: f64 = 44.0;
pub const FOOT_SIZE: f64 = 8.5;
/// How far items, quotations and what is in them are set in.
const STEP: f64 = 20.0;
/// Between the two columns of what is listed.
const GAP: f64 = 18.0;
const COLUMN: f64 = (WIDTH - 2.0 * SIDE - GAP) / 2.0;

/// What is set on one page.
#[derive(Debug, Default)]
pub struct Page {
    pub placed: Vec<Placed>,
}

#[derive(Debug)]
pub struct Placed {
    /// The place of its part among the sheet's.
    pub part: usize,
    pub what: What,
    /// Of the left end, and of the baseline from the upper edge.
    pub x: f64,
    pub y: f64,
    pub size: f64,
}

#[derive(Debug)]
pub enum What {
    Line(Line),
    /// The mark of an item.
    Mark(Line),
    Rule {
        width: f64,
    },
}

/// How a part is set.
struct Form {
    size: f64,
    leading: f64,
    /// Above it, unless it begins a page.
    above: f64,
    indent: f64,
    role: Role,
    /// Whether a page must not end behind it.
    leads: bool,
}

fn form(kind: &Kind) -> Form {
    let body = Form { size: 11.5, leading: 1.45, above: 8.0, indent: 0.0, role: Role::Book, leads: false };
    match kind {
        Kind::Title => Form { size: 24.0, leading: 1.2, above: 6.0, role: Role::Strong, leads: true, ..body },
        Kind::Heading => {
            Form { size: 13.0, leading: 1.3, above: 18.0, role: Role::Strong, leads: true, ..body }
        }
        Kind::Paragraph | Kind::Rule => body,
        Kind::Quotation => Form { indent: STEP, ..body },
        Kind::Item { depth, .. } => Form { above: 4.0, indent: STEP * deep(*depth), ..body },
        Kind::MoreOfItem { depth } => Form { above: 3.0, indent: STEP * deep(*depth), ..body },
        Kind::Listed => Form { size: 9.5, leading: 1.35, above: 2.5, ..body },
        Kind::Note => Form { size: 9.0, leading: 1.4, above: 14.0, ..body },
    }
}

/// Lists within lists are set in no further than four times.
fn deep(depth: usize) -> f64 {
    f64::from(u8::try_from(depth.min(3) + 1).unwrap_or(4))
}

struct Setter<'a> {
    language: &'a str,
    from_the_right: bool,
    pages: Vec<Page>,
    y: f64,
    /// Where the second column of what is listed begins, if its place is free.
    beside: Option<f64>,
}

/// The pages of a sheet: one at least.
pub fn pages(sheet: &Sheet) -> Result<Vec<Page>, Error> {
    let from_the_right = is_right_to_left(sheet.language);
    let mut setter = Setter {
        language: sheet.language,
        from_the_right,
        pages: vec![Page::default()],
        y: TOP,
        beside: None,
    };
    for (place, part) in sheet.parts.iter().enumerate() {
        setter.set(place, part)?;
    }
    Ok(setter.pages)
}

impl Setter<'_> {
    fn set(&mut self, place: usize, part: &Part) -> Result<(), Error> {
        let form = form(&part.kind);
        if part.kind == Kind::Listed {
            return self.list(place, part, &form);
        }
        self.beside = None;
        if self.y > TOP {
            self.y += form.above;
        }
        if part.kind == Kind::Rule {
            self.step(form.size * form.leading, 0.0);
            let (x, y) = (SIDE, self.y - form.size * 0.5);
            self.place(Placed {
                part: place,
                what: What::Rule { width: WIDTH - 2.0 * SIDE },
                x,
                y,
                size: 0.5,
            });
            return Ok(());
        }
        let width = WIDTH - 2.0 * SIDE - form.indent;
        let setting = Setting { language: self.language, role: form.role, width: width / form.size };
        let lines = line::lines(&part.runs, setting)?;
        let height = form.size * form.leading;
        let count = lines.len();
        for (nth, line) in lines.into_iter().enumerate() {
            // A heading takes some of what follows along; a paragraph leaves no single line behind.
            let beside = match (form.leads, nth) {
                (true, _) => 3.0 * height,
                (false, 0) if count > 1 => height,
                _ if nth + 2 == count && count > 2 => height,
                _ => 0.0,
            };
            self.step(height, beside);
            let x = self.left(form.indent, line.width * form.size);
            let (y, size) = (self.y, form.size);
            if nth == 0
                && let Kind::Item { mark, .. } = &part.kind
            {
                self.mark(place, mark, &form)?;
            }
            self.place(Placed { part: place, what: What::Line(line), x, y, size });
        }
        Ok(())
    }

    /// Sets what is listed into the column that is free, whole.
    fn list(&mut self, place: usize, part: &Part, form: &Form) -> Result<(), Error> {
        let setting = Setting { language: self.language, role: form.role, width: COLUMN / form.size };
        let lines = line::lines(&part.runs, setting)?;
        let height = form.size * form.leading;
        let all = lines.iter().map(|_| height).sum::<f64>();
        let fits = |top: f64| top + all <= HEIGHT - BOTTOM;
        let (top, indent) = match self.beside.take() {
            Some(top) if fits(top) => (top, COLUMN + GAP),
            _ => {
                let above = if self.y > TOP { form.above } else { 0.0 };
                if !fits(self.y + above) && self.y > TOP {
                    self.pages.push(Page::default());
                    self.y = TOP;
                } else {
                    self.y += above;
                }
                self.beside = Some(self.y);
                (self.y, 0.0)
            }
        };
        let mut y = top;
        for line in lines {
            y += height;
            let x = self.left(indent, line.width * form.size);
            self.place(Placed { part: place, what: What::Line(line), x, y, size: form.size });
        }
        self.y = self.y.max(y);
        Ok(())
    }

    fn mark(&mut self, place: usize, mark: &str, form: &Form) -> Result<(), Error> {
        let run = Run { words: mark.to_owned(), is_strong: false };
        let setting = Setting { language: self.language, role: form.role, width: 100.0 };
        let y = self.y;
        for line in line::lines(&[run], setting)? {
            let x = self.left(form.indent - STEP, line.width * form.size);
            self.place(Placed { part: place, what: What::Mark(line), x, y, size: form.size });
        }
        Ok(())
    }

    /// The left end of a line that is set in by so much from where lines begin.
    fn left(&self, indent: f64, width: f64) -> f64 {
        if self.from_the_right { WIDTH - SIDE - indent - width } else { SIDE + indent }
    }

    /// Goes down to the next baseline, onto a new page where it and what must stand beside it do not fit.
    fn step(&mut self, height: f64, beside: f64) {
        if self.y + height + beside > HEIGHT - BOTTOM && self.y > TOP {
            self.pages.push(Page::default());
            self.y = TOP;
        }
        self.y += height;
    }

    fn place(&mut self, placed: Placed) {
        if let Some(page) = self.pages.last_mut() {
            page.placed.push(placed);
        }
    }
}

/// Where a line of the foot begins: at the side where lines begin, or at the other.
pub fn foot_x(language: &str, width: f64, at_the_end: bool) -> f64 {
    if is_right_to_left(language) == at_the_end { SIDE } else { WIDTH - SIDE - width }
}
