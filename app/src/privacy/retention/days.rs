//! How long a campaign keeps things: what the map says, or less, where its owner says so.

use crate::clock::DAY;
use crate::people::declaration::Until;
use crate::people::personal_data::{MAP, kept_for};
use crate::privacy::store::Retention;

/// Of each sort, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// That a mail went out, and what became of it.
    pub mails: i64,
    /// What a signature said, after it was withdrawn.
    pub withdrawn: i64,
    /// Who signed, after the campaign was closed; nothing: for as long as it stands.
    pub ended: Option<i64>,
}

/// Mails are counted for a day, so that no address gets too many.
const FEWEST_FOR_MAILS: i64 = 2;
/// Ten years.
const MOST_AFTER_THE_END: i64 = 3_650;

impl Default for Days {
    /// What the map says: nothing is kept longer.
    fn default() -> Self {
        let signature = MAP.iter().find(|table| table.0 == "signature").and_then(Retention::of);
        Self { mails: kept_for("mail") / DAY, withdrawn: signature.map_or(0, |one| one.days()), ended: None }
    }
}

impl Days {
    /// The fewest and the most that may be chosen of each.
    pub fn bounds() -> [(i64, i64); 3] {
        let most = Self::default();
        [(FEWEST_FOR_MAILS, most.mails), (1, most.withdrawn), (1, MOST_AFTER_THE_END)]
    }

    /// Whether each of the three lies within its bounds.
    pub fn fit(&self) -> [bool; 3] {
        let [mails, withdrawn, ended] = Self::bounds();
        let within = |days: i64, (fewest, most): (i64, i64)| (fewest..=most).contains(&days);
        [
            within(self.mails, mails),
            within(self.withdrawn, withdrawn),
            self.ended.is_none_or(|days| within(days, ended)),
        ]
    }

    /// What a retention of the map is in a campaign that keeps things so long. How long a form waits was
    /// promised in its mail, and proof of a consent stays as long as the map says.
    pub fn of(&self, retention: Retention) -> Retention {
        let until = match (retention.until, retention.name()) {
            (Until::Made { .. }, "mail") => Until::Made { days: self.mails },
            (Until::Withdrawn { .. }, "signature") => Until::Withdrawn { days: self.withdrawn },
            (until, _) => until,
        };
        Retention { until, ..retention }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_campaign_may_keep_things_shorter_than_the_map_and_never_longer() {
        let map = Days::default();
        assert_eq!((map.mails, map.withdrawn, map.ended), (30, 30, None));
        assert_eq!(map.fit(), [true; 3]);
        assert_eq!(Days { mails: 31, withdrawn: 31, ended: Some(3_651) }.fit(), [false; 3]);
        assert_eq!(Days { mails: 1, withdrawn: 0, ended: Some(0) }.fit(), [false; 3]);
    }

    #[test]
    fn each_table_of_the_map_keeps_to_its_campaign() {
        let days = Days { mails: 4, withdrawn: 5, ended: None };
        let own: Vec<(&str, i64)> =
            Retention::all().into_iter().map(|one| (one.name(), days.of(one).days())).collect();
        let form = [("sign_on", 30), ("held_sign_on", 90), ("sign_on_address", 30), ("link_request", 30)];
        assert_eq!(own[..4], form, "what a mailed link promised, and why some were held");
        assert_eq!(
            own[4..],
            [
                ("mail", 4),
                ("signature", 5),
                ("consent", 3 * 365),
                ("endorsement_proof", 30),
                ("statement_link", 180),
                ("changed_row", 7),
                ("removed_mailbox", 365)
            ]
        );
    }
}
