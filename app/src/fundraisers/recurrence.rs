//! A gift that recurs: the provider asks for it every month, and each month is a pledge of its own.

/// Whether it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// Sent, and the provider's page was not used.
    Begun,
    Active,
    /// The last month was not paid: the provider asks again for a while.
    Late,
    /// The provider is asked to end it.
    Ending,
    Ended,
}

impl Course {
    pub const ALL: [Self; 5] = [Self::Begun, Self::Active, Self::Late, Self::Ending, Self::Ended];

    pub fn word(self) -> &'static str {
        match self {
            Self::Begun => "begun",
            Self::Active => "active",
            Self::Late => "late",
            Self::Ending => "ending",
            Self::Ended => "ended",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|course| course.word() == word)
    }

    /// Whether whoever gives may end it.
    pub fn can_be_ended(self) -> bool {
        matches!(self, Self::Active | Self::Late)
    }
}

/// Which a pledge belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    pub id: i64,
    pub course: Course,
    /// What the provider calls it, once its page was used.
    pub subscription: Option<String>,
    /// How often the provider gave no answer.
    pub looks: i64,
    /// Since when it stands so, in microseconds UTC.
    pub since: i64,
    /// Which of its months the pledge is, from one.
    pub month: i64,
}
