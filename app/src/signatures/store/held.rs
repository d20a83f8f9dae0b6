//! The SQL of sign-ons that are held, and why.

use broadside_db::{Connection, Insert, Kind, Result, query};

/// A sign-on that is held, with what it showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldSignOn {
    pub sign_on: i64,
    pub group: i64,
    pub campaign: i64,
    pub letter: i64,
    pub address_key: Vec<u8>,
    pub network: Option<String>,
    pub domain: String,
    /// The signals by name, the heaviest first, with spaces between them.
    pub signals: String,
    pub score: i64,
    pub signed_on_at: i64,
}

static HELD_SIGN_ON: Insert = Insert::new(
    "held_sign_on",
    &[
        ("sign_on_id", Kind::I64),
        ("group_id", Kind::I64),
        ("campaign_id", Kind::I64),
        ("letter_id", Kind::I64),
        ("address_key", Kind::Bytes),
        ("network", Kind::Text),
        ("domain", Kind::Text),
        ("signals", Kind::Text),
        ("score", Kind::I64),
        ("signed_on_at", Kind::I64),
        ("created_at", Kind::I64),
    ],
    "on conflict do nothing",
);

pub async fn hold(c: &mut Connection, held: &[HeldSignOn], now: i64) -> Result<()> {
    let row = |one: &HeldSignOn| {
        vec![
            one.sign_on.into(),
            one.group.into(),
            one.campaign.into(),
            one.letter.into(),
            one.address_key.as_slice().into(),
            one.network.clone().into(),
            (&one.domain).into(),
            (&one.signals).into(),
            one.score.into(),
            one.signed_on_at.into(),
            now.into(),
        ]
    };
    HELD_SIGN_ON.rows(c, held.iter().map(row).collect()).await
}

pub async fn delete_held_before(c: &mut Connection, before: i64, most: i64) -> Result<u64> {
    query(
        "delete from held_sign_on where sign_on_id in \
         (select sign_on_id from held_sign_on where created_at < $1 order by created_at limit $2)",
    )
    .bind(before)
    .bind(most)
    .run(c)
    .await
}
