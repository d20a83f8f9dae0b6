//! What does not agree with what the provider says of a pledge, for people to look at.

/// As the database keeps it, in a word and perhaps what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The provider knows nothing of a payment that was noted.
    UnknownThere,
    /// Less was paid back, as it says now, than it said: a bank did not take it.
    LessRefunded,
    /// It refuses what it is asked for, and says why. It is asked again.
    Refused(String),
    /// It refused to the end, and why.
    GivenUp(String),
    /// Money came that nobody asked for: what the provider calls it.
    Stray(String),
    /// A payment that was on its way did not arrive.
    NotArrived(String),
    /// It was never said what became of a page.
    Unanswered(String),
}

impl Doubt {
    pub fn written(&self) -> String {
        match self {
            Self::UnknownThere => "unknown-there".to_owned(),
            Self::LessRefunded => "less-refunded".to_owned(),
            Self::Refused(why) => format!("refused {why}"),
            Self::GivenUp(why) => format!("given-up {why}"),
            Self::Stray(payment) => format!("stray {payment}"),
            Self::NotArrived(payment) => format!("not-arrived {payment}"),
            Self::Unanswered(why) => format!("unanswered {why}"),
        }
    }

    pub fn read(written: &str) -> Option<Self> {
        match written.split_once(' ') {
            None if written == "unknown-there" => Some(Self::UnknownThere),
            None if written == "less-refunded" => Some(Self::LessRefunded),
            Some(("refused", why)) => Some(Self::Refused(why.to_owned())),
            Some(("given-up", why)) => Some(Self::GivenUp(why.to_owned())),
            Some(("stray", payment)) => Some(Self::Stray(payment.to_owned())),
            Some(("not-arrived", payment)) => Some(Self::NotArrived(payment.to_owned())),
            Some(("unanswered", why)) => Some(Self::Unanswered(why.to_owned())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for doubt in [
            Doubt::UnknownThere,
            Doubt::LessRefunded,
            Doubt::Refused("refused with 400: no such card".to_owned()),
            Doubt::GivenUp("refused with 400: an amount too small".to_owned()),
            Doubt::Stray("pi_1".to_owned()),
            Doubt::NotArrived("pi_1".to_owned()),
            Doubt::Unanswered("an answer that cannot be read".to_owned()),
        ] {
            assert_eq!(Doubt::read(&doubt.written()), Some(doubt));
        }
        assert_eq!(Doubt::read("soon"), None);
    }
}
