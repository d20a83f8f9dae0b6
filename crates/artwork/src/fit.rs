//! Sets a text in a box: broken into lines that balance, at the largest size at which they fit.
//! A word is never cut; one too long for the box makes the whole smaller.

use crate::faces::Role;
use crate::shape::{self, Line};
use crate::{Error, breaks};

/// The box, and how freely its lines may differ.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    pub width: f64,
    pub height: f64,
    /// The largest size, in pixels to the em.
    pub largest: f64,
    pub most_lines: usize,
    /// How much larger than the smallest line another may be set, to fill the width: 1 is not at all.
    pub stretch: f64,
    /// White between the ink of two lines, in ems.
    pub gap: f64,
    /// The least from one baseline to the next, in ems.
    pub leading: f64,
}

/// Lines in a box. The ink of the first begins at height 0; every line's ink begins at 0 from the left.
#[derive(Clone, Debug, Default)]
pub struct Block {
    pub lines: Vec<Placed>,
    pub width: f64,
    pub height: f64,
}

#[derive(Clone, Debug)]
pub struct Placed {
    pub line: Line,
    pub text: String,
    pub size: f64,
    pub baseline: f64,
}

impl Placed {
    pub fn ink_width(&self) -> f64 {
        self.line.ink.width() * self.size
    }
}

impl Block {
    /// The size of its smallest line.
    pub fn least(&self) -> f64 {
        self.lines.iter().map(|line| line.size).fold(f64::INFINITY, f64::min)
    }

    /// How much of a box of this size its lines cover, from 0 to 1.
    pub fn cover(&self, width: f64, height: f64) -> f64 {
        let inked = |line: &Placed| line.ink_width() * (line.line.ink.bottom - line.line.ink.top) * line.size;
        self.lines.iter().map(inked).sum::<f64>() / (width * height)
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub fn last_baseline(&self) -> f64 {
        self.lines.last().map_or(0.0, |line| line.baseline)
    }
}

/// A clean text, measured once for every box it may be tried in.
pub struct Copy<'a> {
    text: &'a str,
    role: Role,
    language: &'a str,
    pieces: Vec<breaks::Piece>,
    widths: Vec<f64>,
    space: f64,
}

impl<'a> Copy<'a> {
    pub fn measure(text: &'a str, role: Role, language: &'a str) -> Result<Self, Error> {
        let pieces = breaks::pieces(text);
        let advance = |text: &str| Ok::<f64, Error>(shape::line(text, role, language)?.advance);
        let widths =
            pieces.iter().map(|piece| advance(&text[piece.range.clone()])).collect::<Result<_, _>>()?;
        Ok(Self { text, role, language, pieces, widths, space: advance(" ")? })
    }

    /// The best of all ways to set the text in this box. It always fits.
    pub fn set(&self, frame: &Frame) -> Result<Block, Error> {
        let mut best = Block::default();
        let mut highest = 0.0;
        let ways = balanced(&self.joined(), self.pieces.len().min(frame.most_lines));
        for ends in ways {
            let block = self.stacked(&ends, frame)?;
            // Large first; of two that are as large, the one that leaves less of the box empty.
            let score = block.least() * block.cover(frame.width, frame.height).sqrt();
            if score > highest || best.is_empty() {
                highest = score;
                best = block;
            }
        }
        Ok(best)
    }

    /// In one line where it can be as large as `least` there, else in the best way.
    pub fn set_calmly(&self, frame: &Frame, least: f64) -> Result<Block, Error> {
        let one = self.set(&Frame { most_lines: 1, ..*frame })?;
        if one.least() >= least { Ok(one) } else { self.set(frame) }
    }

    /// Widths of all lines from a piece to another: `joined(from, to)` is an entry of the sums.
    fn joined(&self) -> Vec<(f64, f64)> {
        let mut end = 0.0;
        let mut sums = vec![(0.0, 0.0)];
        for (piece, width) in self.pieces.iter().zip(&self.widths) {
            let start = end;
            end = start + width + if piece.spaced { self.space } else { 0.0 };
            // The end of a line that stops here, and the start of a line that goes on.
            sums.push((start + width, end));
        }
        sums
    }

    fn stacked(&self, ends: &[usize], frame: &Frame) -> Result<Block, Error> {
        let mut lines = Vec::with_capacity(ends.len());
        let mut from = 0;
        for &to in ends {
            let text = &self.text[self.pieces[from].range.start..self.pieces[to - 1].range.end];
            lines.push((text, shape::line(text, self.role, self.language)?));
            from = to;
        }
        // Few lines may be as different as on a poster; many would look restless.
        let stretch = if lines.len() > 3 { frame.stretch.min(1.1) } else { frame.stretch };
        let fits = |line: &Line| (frame.width / line.ink.width().max(1e-6)).min(frame.largest);
        let least = lines.iter().map(|(_, line)| fits(line)).fold(f64::INFINITY, f64::min);
        let mut placed: Vec<Placed> = lines
            .into_iter()
            .map(|(text, line)| {
                let size = fits(&line).min(least * stretch);
                Placed { text: text.to_owned(), size, baseline: 0.0, line }
            })
            .collect();
        let height = stack(&mut placed, frame);
        let shrink = (frame.height / height.max(1e-6)).min(1.0);
        if shrink < 1.0 {
            for line in &mut placed {
                line.size *= shrink;
                line.baseline *= shrink;
            }
        }
        let width = placed.iter().map(Placed::ink_width).fold(0.0, f64::max);
        Ok(Block { lines: placed, width, height: height * shrink })
    }
}

/// Puts the lines under each other and answers the height of their ink. All stand evenly: where one line needs
/// room for accents or tails, every line gets it.
fn stack(lines: &mut [Placed], frame: &Frame) -> f64 {
    let Some((last, earlier)) = lines.split_last() else { return 0.0 };
    let below = earlier.iter().map(|line| line.line.ink.bottom).fold(0.0, f64::max);
    let later = earlier.iter().skip(1).chain([last]);
    let above = later.map(|line| -line.line.ink.top).fold(0.0, f64::max);
    // A comma may hang into the white.
    let below = if below > COMMA { below } else { below.min(frame.gap / 2.0) };
    let mut baseline = -lines[0].line.ink.top * lines[0].size;
    for place in 0..lines.len() {
        if place > 0 {
            let (before, size) = (lines[place - 1].size, lines[place].size);
            let inked = below * before + frame.gap * f64::midpoint(before, size) + above * size;
            baseline += inked.max(frame.leading * size);
        }
        lines[place].baseline = baseline;
    }
    lines.iter().map(|line| line.baseline + line.line.ink.bottom * line.size).fold(0.0, f64::max)
}

/// How far a comma reaches below the line, in ems.
const COMMA: f64 = 0.13;

/// For each number of lines the most even way to break: where its lines end.
fn balanced(sums: &[(f64, f64)], most_lines: usize) -> Vec<Vec<usize>> {
    let pieces = sums.len() - 1;
    let width = |from: usize, to: usize| sums[to].0 - sums[from].1;
    // best[lines][end]: the least sum of fourth powers, which punishes the longest line most, and where the last begins.
    let mut best = vec![vec![(f64::INFINITY, 0); pieces + 1]];
    best[0][0] = (0.0, 0);
    let mut ways = Vec::new();
    for lines in 1..=most_lines {
        let mut row = vec![(f64::INFINITY, 0); pieces + 1];
        for (end, best_here) in row.iter_mut().enumerate().skip(lines) {
            for (from, before) in best[lines - 1].iter().enumerate().take(end).skip(lines - 1) {
                let cost = before.0 + width(from, end).powi(4);
                if cost < best_here.0 {
                    *best_here = (cost, from);
                }
            }
        }
        best.push(row);
        let mut ends = Vec::with_capacity(lines);
        let mut end = pieces;
        for line in (1..=lines).rev() {
            ends.push(end);
            end = best[line][end].1;
        }
        ends.reverse();
        ways.push(ends);
    }
    ways
}
