//! The SQL of signatures whose letter has other words by now.

use super::signature::state_of;
use crate::signatures::State;
use broadside_db::{Connection, Result, query};

/// What is needed of a signature to tell its signer something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    pub id: i64,
    pub campaign: i64,
    pub letter: i64,
    pub version: i64,
    pub sign_on: i64,
    pub state: State,
    pub address_key: Vec<u8>,
    /// Whether its signer is still known.
    pub has_person: bool,
}

/// Signatures of all letters behind a number, in their order.
pub async fn signers_after(c: &mut Connection, id: i64, most: i64) -> Result<Vec<Signer>> {
    query(
        "select id, campaign_id, letter_id, letter_version, sign_on_id, state, address_key, person_id from signature \
         where id > $1 order by id limit $2",
    )
    .bind(id)
    .bind(most)
    .all(c, |row| {
        Ok(Signer {
            id: row.get("id")?,
            campaign: row.get("campaign_id")?,
            letter: row.get("letter_id")?,
            version: row.get("letter_version")?,
            sign_on: row.get("sign_on_id")?,
            state: state_of(row)?,
            address_key: row.get("address_key")?,
            has_person: row.get::<Option<i64>>("person_id")?.is_some(),
        })
    })
    .await
}

/// Puts a standing signature under other words; false where it no longer stands.
pub async fn set_version(c: &mut Connection, id: i64, version: i64, now: i64) -> Result<bool> {
    let changed = query(
        "update signature set letter_version = $2, changed_at = $3, change_id = null \
         where id = $1 and state <> 'withdrawn'",
    )
    .bind(id)
    .bind(version)
    .bind(now)
    .run(c)
    .await?;
    Ok(changed == 1)
}
