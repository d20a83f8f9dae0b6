//! A campaign's one signal colour, made legible on paper by day and on the night print.
//! It never adds a second colour.

/// WCAG's least contrast for text (1.4.3).
const LEAST: f64 = 4.5;
/// At night a little more, since thin strokes glow away on a dark ground.
const AT_NIGHT: f64 = 5.5;
pub const PAPER: Colour = Colour(0xf6, 0xf1, 0xe5);
pub const NIGHT: Colour = Colour(0x12, 0x17, 0x20);
const WHITE: Colour = Colour(0xff, 0xf9, 0xef);
const BLACK: Colour = Colour(0x16, 0x0d, 0x09);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// Reads `#c8201a`.
    pub fn parse(hex: &str) -> Option<Self> {
        let digits = hex.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let part = |from: usize| u8::from_str_radix(&digits[from..from + 2], 16).ok();
        Some(Self(part(0)?, part(2)?, part(4)?))
    }

    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Contrast by WCAG 2.2, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Takes a step towards the other colour; a hundred steps arrive.
    fn towards(self, other: Self, steps: u16) -> Self {
        let mix = |from: u8, to: u8| {
            let mixed = (u16::from(from) * (100 - steps) + u16::from(to) * steps + 50) / 100;
            u8::try_from(mixed).unwrap_or(to)
        };
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// The same hue as bright as a screen can show it.
    fn at_its_brightest(self) -> Self {
        let most = u16::from(self.0.max(self.1).max(self.2)).max(1);
        let scaled = |part: u8| u8::try_from(u16::from(part) * 255 / most).unwrap_or(u8::MAX);
        Self(scaled(self.0), scaled(self.1), scaled(self.2))
    }

    /// The nearest of these tints, in their order, that can be read on the ground.
    fn legible_on(self, ground: Self, least: f64, by_way_of: &[Self]) -> Self {
        let mut from = self;
        for &to in by_way_of {
            let found =
                (0..=100).map(|steps| from.towards(to, steps)).find(|tint| tint.contrast(ground) >= least);
            if let Some(tint) = found {
                return tint;
            }
            from = to;
        }
        from
    }
}

/// The signal colour as it is printed by day and by night, each with the colour of words on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signal {
    pub day: Colour,
    pub on_day: Colour,
    pub night: Colour,
    pub on_night: Colour,
}

impl Signal {
    /// Darkens or lightens the chosen colour just as far as reading needs.
    pub fn of(chosen: Colour) -> Self {
        let day = chosen.legible_on(PAPER, LEAST, &[BLACK]);
        let night = chosen.legible_on(NIGHT, AT_NIGHT, &[chosen.at_its_brightest(), WHITE]);
        Self { day, on_day: words_on(day), night, on_night: words_on(night) }
    }

    /// The same by day, with a colour of its own by night.
    pub fn by_night(self, chosen: Colour) -> Self {
        let night = chosen.legible_on(NIGHT, LEAST, &[WHITE]);
        Self { night, on_night: words_on(night), ..self }
    }
}

impl Default for Signal {
    fn default() -> Self {
        Self::of(Colour(0xc8, 0x20, 0x1a))
    }
}

fn words_on(ground: Colour) -> Colour {
    if WHITE.contrast(ground) >= BLACK.contrast(ground) { WHITE } else { BLACK }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_of_the_rainbow_and_grey_can_be_read_by_day_and_by_night() {
        for red in (0..=255).step_by(51) {
            for green in (0..=255).step_by(51) {
                for blue in (0..=255).step_by(51) {
                    let signal = Signal::of(Colour(red, green, blue));
                    assert!(signal.day.contrast(PAPER) >= LEAST, "{signal:?}");
                    assert!(signal.night.contrast(NIGHT) >= LEAST, "{signal:?}");
                    assert!(signal.day.contrast(signal.on_day) >= LEAST, "{signal:?}");
                    assert!(signal.night.contrast(signal.on_night) >= LEAST, "{signal:?}");
                }
            }
        }
    }

    #[test]
    fn a_colour_that_reads_well_is_left_as_it_is() {
        assert_eq!(Signal::default().day.hex(), "#c8201a");
        assert_eq!(Colour::parse("#c8201a"), Some(Colour(0xc8, 0x20, 0x1a)));
        assert_eq!(Colour::parse("red"), None);
    }
}
