//! The colours of a card: paper, ink, and the campaign's signal made legible on paper. There is no other.

/// A colour as screens know it (sRGB).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

pub const PAPER: Rgb = Rgb(0xf6, 0xf1, 0xe5);
pub const INK: Rgb = Rgb(0x16, 0x13, 0x0f);
/// Ink printed thin: dates and the printer's mark.
pub const SOFT: Rgb = Rgb(0x5c, 0x55, 0x48);
const BLACK: Rgb = Rgb(0x16, 0x0d, 0x09);
/// WCAG's least contrast for text (1.4.3).
const LEAST: f64 = 4.5;

impl Rgb {
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// The nearest tint that can be read on paper, by the same steps as on the campaign's pages.
    pub fn on_paper(self) -> Self {
        (0..=100).map(|steps| self.darker(steps)).find(|tint| tint.contrast(PAPER) >= LEAST).unwrap_or(BLACK)
    }

    /// Contrast by WCAG 2.2, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// A hundred steps arrive at black.
    fn darker(self, steps: u16) -> Self {
        let mix = |from: u8, to: u8| {
            let mixed = (u16::from(from) * (100 - steps) + u16::from(to) * steps + 50) / 100;
            u8::try_from(mixed).unwrap_or(to)
        };
        Self(mix(self.0, BLACK.0), mix(self.1, BLACK.1), mix(self.2, BLACK.2))
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}
