//! Share cards: what others see where a link to the campaign was posted. A picture with the campaign's
//! words and its count, drawn anew as the count rises; and the same in oEmbed's form.

pub mod kept;
pub mod oembed;
pub mod routes;
mod words;

use crate::campaigns::definition::Target;
use crate::letters::routes::Found;
use crate::letters::sheets::Counted;

/// What a card is about.
pub struct Subject<'f> {
    pub found: &'f Found,
    pub target: Option<&'f Target>,
    /// The letter's, or for a target those of the whole campaign, as its posts count them.
    pub signatures: i64,
    /// Microseconds UTC.
    pub as_of: i64,
}

impl<'f> Subject<'f> {
    fn new(found: &'f Found, target: Option<&'f Target>, counted: &Counted, everyone: i64) -> Self {
        let signatures = if target.is_some() { everyone } else { counted.signatures };
        Self { found, target, signatures, as_of: counted.as_of }
    }
}

/// The next round number above a count: 100, 250, 500, 1,000, …
pub fn next_goal(signatures: i64) -> i64 {
    let mut step = 100_i64;
    loop {
        for goal in [step, step / 2 * 5, step * 5] {
            if goal > signatures {
                return goal;
            }
        }
        let Some(next) = step.checked_mul(10).filter(|next| next.checked_mul(5).is_some()) else {
            return i64::MAX;
        };
        step = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_goal_is_round_and_ahead() {
        let goals = [(0, 100), (99, 100), (100, 250), (250, 500), (500, 1_000), (1_234_567, 2_500_000)];
        for (signatures, goal) in goals {
            assert_eq!(next_goal(signatures), goal);
        }
        assert!(next_goal(i64::MAX - 1) > i64::MAX - 1);
    }
}
