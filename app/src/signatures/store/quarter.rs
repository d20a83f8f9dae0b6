//! The SQL of what was sent, confirmed and withdrawn when, by the quarter of an hour.

use crate::clock::MINUTE;
use broadside_db::{Connection, Insert, Kind, Result, query};
use std::collections::BTreeMap;

/// The finest that is counted: the hours and days of every time zone begin with one.
pub const QUARTER: i64 = 15 * MINUTE;

/// The beginning of a moment's quarter.
pub fn quarter_of(moment: i64) -> i64 {
    moment - moment.rem_euclid(QUARTER)
}

/// What happened in a quarter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Happened {
    pub sign_ons: i64,
    /// Of those sent in this quarter, how many were confirmed, whenever that was.
    pub confirmed: i64,
    /// How many were confirmed in this quarter, whenever they were sent.
    pub confirmations: i64,
    pub withdrawals: i64,
}

impl Happened {
    pub fn add(&mut self, more: &Self) {
        self.sign_ons += more.sign_ons;
        self.confirmed += more.confirmed;
        self.confirmations += more.confirmations;
        self.withdrawals += more.withdrawals;
    }
}

/// What a batch adds: by campaign, its group, and the quarter.
#[derive(Clone, Debug, Default)]
pub struct Quarters(BTreeMap<(i64, i64, i64), Happened>);

impl Quarters {
    pub fn at(&mut self, campaign: i64, group: i64, moment: i64) -> &mut Happened {
        self.0.entry((campaign, group, quarter_of(moment))).or_default()
    }

    pub async fn write(&self, c: &mut Connection, node: &str) -> Result<()> {
        let rows = self.0.iter().map(|((campaign, group, quarter), happened)| {
            vec![
                (*campaign).into(),
                (*quarter).into(),
                node.into(),
                (*group).into(),
                happened.sign_ons.into(),
                happened.confirmed.into(),
                happened.confirmations.into(),
                happened.withdrawals.into(),
            ]
        });
        QUARTER_TALLY.rows(c, rows.collect()).await
    }
}

static QUARTER_TALLY: Insert = Insert::new(
    "quarter_tally",
    &[
        ("campaign_id", Kind::I64),
        ("quarter", Kind::I64),
        ("node", Kind::Text),
        ("group_id", Kind::I64),
        ("sign_ons", Kind::I64),
        ("confirmed", Kind::I64),
        ("confirmations", Kind::I64),
        ("withdrawals", Kind::I64),
    ],
    "on conflict (campaign_id, quarter, node) do update set \
     sign_ons = quarter_tally.sign_ons + excluded.sign_ons, \
     confirmed = quarter_tally.confirmed + excluded.confirmed, \
     confirmations = quarter_tally.confirmations + excluded.confirmations, \
     withdrawals = quarter_tally.withdrawals + excluded.withdrawals",
);

/// What happened in a campaign from a moment on, by quarter.
pub async fn happened_since(c: &mut Connection, campaign: i64, from: i64) -> Result<Vec<(i64, Happened)>> {
    query(
        "select quarter, cast(sum(sign_ons) as bigint) as sign_ons, cast(sum(confirmed) as bigint) as confirmed, \
         cast(sum(confirmations) as bigint) as confirmations, cast(sum(withdrawals) as bigint) as withdrawals \
         from quarter_tally where campaign_id = $1 and quarter >= $2 group by quarter order by quarter",
    )
    .bind(campaign)
    .bind(from)
    .all(c, |row| {
        let happened = Happened {
            sign_ons: row.get("sign_ons")?,
            confirmed: row.get("confirmed")?,
            confirmations: row.get("confirmations")?,
            withdrawals: row.get("withdrawals")?,
        };
        Ok((row.get("quarter")?, happened))
    })
    .await
}
