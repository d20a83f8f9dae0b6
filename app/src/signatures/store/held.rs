//! The SQL of sign-ons that are held, and why.

use super::intake::stored_sign_on;
use crate::signatures::StoredSignOn;
use broadside_db::{ByMany, Connection, Insert, Kind, Result, Row, query};

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

/// A sign-on whose button was pressed.
pub struct Pressed {
    pub stored: StoredSignOn,
    pub is_held: bool,
    pub is_signature: bool,
}

pub async fn pressed(c: &mut Connection, sign_ons: &[i64]) -> Result<Vec<Pressed>> {
    static PRESSED: ByMany = ByMany::new(
        "select o.*, exists (select 1 from held_sign_on h where h.sign_on_id = o.id) as is_held, \
         exists (select 1 from signature s where s.sign_on_id = o.id) as is_signature \
         from sign_on o where o.id {among}",
        0,
        Kind::I64,
    );
    let pressed = |row: &Row| {
        Ok(Pressed {
            stored: stored_sign_on(row)?,
            is_held: row.get("is_held")?,
            is_signature: row.get("is_signature")?,
        })
    };
    PRESSED.all(c, vec![], sign_ons, pressed).await
}

/// What organisers thought of a mailbox before, or could not think of yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// They removed what it had signed.
    Removed,
    /// What it had signed was held and then withdrawn before anybody had looked: what comes after it is no better known.
    Suspected,
}

/// Which of some mailboxes are doubted under a letter.
pub async fn doubts(
    c: &mut Connection,
    letter: i64,
    address_keys: &[Vec<u8>],
) -> Result<Vec<(Vec<u8>, Doubt)>> {
    static DOUBTS: ByMany = ByMany::new(
        "select address_key, true as is_removed from removed_mailbox where letter_id = $1 and address_key {among} \
         union all select h.address_key, false from held_sign_on h join signature s on s.sign_on_id = h.sign_on_id \
         where h.letter_id = $1 and s.state = 'withdrawn' and s.change_id is null and h.address_key {among}",
        1,
        Kind::Bytes,
    );
    let doubt = |row: &Row| {
        let doubt = if row.get("is_removed")? { Doubt::Removed } else { Doubt::Suspected };
        Ok((row.get("address_key")?, doubt))
    };
    DOUBTS.all(c, vec![letter.into()], address_keys, doubt).await
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
