//! How far a campaign's goals are, read at most once a second and shown on while the database is silent.

use super::store::{self, Sums};
use crate::campaigns::definition::{Definition, Numbers};
use crate::campaigns::store::{Mark, Measure, goal_marks};
use crate::error::Result;
use crate::fresh::FreshByCampaign;
use crate::state::App;
use std::sync::Arc;

#[derive(Debug)]
pub struct Standing {
    /// Every level that every goal has had, the oldest first.
    pub marks: Vec<Mark>,
    pub sums: Sums,
    /// Microseconds UTC.
    pub as_of: i64,
}

#[derive(Default)]
pub struct Standings(FreshByCampaign<Standing>);

impl Standings {
    pub async fn of(&self, app: &App, campaign: i64) -> Result<Arc<Standing>> {
        Ok(self.0.of(campaign).get(app, |_| read(app.clone(), campaign)).await?)
    }

    /// Lets nobody see them as they stood.
    pub fn forget(&self, campaign: i64) {
        self.0.of(campaign).forget();
    }
}

async fn read(app: App, campaign: i64) -> broadside_db::Result<Standing> {
    let as_of = app.clock.now();
    let mut c = app.db.read().await?;
    let marks = goal_marks(&mut c, campaign).await?;
    Ok(Standing { marks, sums: store::sums(&mut c, campaign).await?, as_of })
}

impl Sums {
    /// What counts towards a mark, of money in smallest units; nothing for a moment.
    pub fn towards(&self, measure: &Measure) -> Option<i64> {
        match measure {
            Measure::Signatures { letter: None } => Some(self.signatures.values().sum()),
            Measure::Signatures { letter: Some(letter) } => {
                Some(self.signatures.get(letter).copied().unwrap_or_default())
            }
            Measure::People { event } => Some(self.people.get(event).copied().unwrap_or_default()),
            Measure::Money { fundraiser, currency } => {
                let sum = self.money.get(fundraiser).filter(|sum| sum.currency == *currency);
                Some(sum.map_or(0, |sum| sum.minor))
            }
            Measure::Moment => None,
        }
    }

    /// Whether a level is reached at a time.
    pub fn reach(&self, measure: &Measure, level: i64, now: i64) -> bool {
        self.towards(measure).unwrap_or(now) >= level
    }
}

/// Whether everybody may know the number that counts: of who comes, as the organisers show it.
pub fn is_shown(definition: &Definition, measure: &Measure) -> bool {
    match measure {
        Measure::Signatures { .. } | Measure::Money { .. } => true,
        Measure::People { event } => {
            definition.events.iter().any(|one| one.slug == *event && one.numbers == Numbers::People)
        }
        Measure::Moment => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use broadside_money::{Amount, Currency};

    fn currency(code: &str) -> Currency {
        Currency::parse(code).unwrap()
    }

    #[test]
    fn a_goal_is_reached_by_what_it_counts_alone() {
        let sums = Sums {
            signatures: [("a".to_owned(), 3), ("b".to_owned(), 4)].into(),
            people: [("rally".to_owned(), 50)].into(),
            money: [("buses".to_owned(), Amount::new(3_000, currency("USD")))].into(),
        };
        let of = |letter: &str| Measure::Signatures { letter: Some(letter.to_owned()) };
        let money = |fundraiser: &str, code| Measure::Money {
            fundraiser: fundraiser.to_owned(),
            currency: currency(code),
        };
        let people = |event: &str| Measure::People { event: event.to_owned() };
        let all = Measure::Signatures { letter: None };
        for (measure, level, reached) in [
            (all.clone(), 7, true),
            (all, 8, false),
            (of("a"), 3, true),
            (of("a"), 4, false),
            (of("gone"), 1, false),
            (people("rally"), 50, true),
            (people("rally"), 51, false),
            (people("other"), 1, false),
            (money("buses", "USD"), 3_000, true),
            (money("buses", "USD"), 3_001, false),
            (money("buses", "JPY"), 1, false),
            (money("other", "USD"), 1, false),
            (Measure::Moment, 1_000, true),
            (Measure::Moment, 1_001, false),
        ] {
            assert_eq!(sums.reach(&measure, level, 1_000), reached, "{measure:?} {level}");
        }
    }
}
