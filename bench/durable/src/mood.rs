//! What chance keeps of what was not synced.

use broadside_durable::dice::Dice;

/// How much of what was not synced is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Nothing,
    Everything,
    /// Each on its own, with this chance in a hundred.
    Any(u64),
    /// What came first, up to some place, where it is torn.
    InOrder,
    /// What came last, from some place on.
    Backwards,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Whole,
    Torn,
    Nothing,
}

impl Mood {
    pub fn thrown(dice: &mut Dice) -> Self {
        match dice.below(8) {
            0 => Self::Nothing,
            1 => Self::Everything,
            2 | 3 => Self::InOrder,
            4 => Self::Backwards,
            5 => Self::Any(10),
            6 => Self::Any(90),
            _ => Self::Any(50),
        }
    }

    pub fn choose(self, length: usize, dice: &mut Dice) -> Vec<Kept> {
        let edge = dice.place(length + 1);
        let mut one = |place: usize| match self {
            Self::Everything => Kept::Whole,
            Self::Any(chance) => match (dice.percent(chance), dice.percent(30)) {
                (_, true) => Kept::Torn,
                (true, false) => Kept::Whole,
                (false, false) => Kept::Nothing,
            },
            Self::InOrder | Self::Backwards if place == edge => Kept::Torn,
            Self::InOrder if place < edge => Kept::Whole,
            Self::Backwards if place > edge => Kept::Whole,
            Self::Nothing | Self::InOrder | Self::Backwards => Kept::Nothing,
        };
        (0..length).map(&mut one).collect()
    }
}
