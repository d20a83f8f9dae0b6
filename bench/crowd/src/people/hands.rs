//! How long an honest person has the form open: a browser that fills it in leaves seconds, hands that type leave
//! tens of them, a comment takes what its letters take, and some go for a cup of tea.

use crate::dice::Dice;
use crate::sign_on::milliseconds;

#[derive(Clone, Copy)]
pub enum Hands {
    /// Anybody, at any device.
    Anybody,
    /// On a phone, on the way, by a link that all share.
    Hurried,
    /// At leisure, often elderly.
    Slow,
}

/// Nothing where scripts are blocked or the page is read in an old browser. `typed` is how many letters of a comment
/// were typed rather than pasted.
pub fn seconds(dice: &mut Dice, hands: Hands, typed: usize) -> Option<f64> {
    let (blocked, filled_in, median, spread) = match hands {
        Hands::Anybody => (0.03, 0.28, 24.0, 0.55),
        Hands::Hurried => (0.015, 0.5, 16.0, 0.45),
        Hands::Slow => (0.025, 0.12, 44.0, 0.6),
    };
    if dice.chance(blocked) {
        return None;
    }
    let fields = if dice.chance(filled_in) {
        3.2 + dice.log_normal(2.8, 0.6)
    } else {
        8.0 + dice.log_normal(median - 8.0, spread)
    };
    let letters = u32::try_from(typed).map_or(0.0, f64::from) / dice.between(2.0, 6.0);
    let away = if dice.chance(0.015) { dice.log_normal(400.0, 1.0) } else { 0.0 };
    Some(milliseconds(fields + letters + away))
}
