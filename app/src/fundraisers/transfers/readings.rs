//! How tables were read before: whoever said what the columns of a bank's table are is not asked again of the next one
//! with the same heads.

use super::mapping;
use crate::web::answer::hex;
use crate::web::i18n::Say;
use broadside_db::{Connection, Result, decode_error, query};
use broadside_transfers::CsvMapping;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// Of a group; those used last.
const MOST: i64 = 20;

/// What is kept of a table that was read.
#[derive(Clone)]
pub struct Reading {
    heads: String,
    fields: String,
}

impl Reading {
    /// Nothing of a table without heads: no other would be known by it.
    pub fn of(bytes: &[u8], chosen: &CsvMapping, typed: &HashMap<String, String>) -> Option<Self> {
        let fields: HashMap<_, _> = typed.iter().filter(|(name, _)| name.starts_with("map_")).collect();
        Some(Self { heads: heads(bytes, chosen)?, fields: serde_json::to_string(&fields).ok()? })
    }
}

/// The line above the entries, hashed.
fn heads(bytes: &[u8], mapping: &CsvMapping) -> Option<String> {
    let heads = mapping::table(bytes, mapping).into_iter().next().filter(|_| mapping.skip > 0)?;
    Some(hex(&Sha256::digest(heads.join("\u{1f}"))))
}

async fn readings(c: &mut Connection, group: i64) -> Result<Vec<Reading>> {
    query("select heads, fields from table_reading where group_id = $1 order by changed_at desc, id desc limit $2")
        .bind(group)
        .bind(MOST)
        .all(c, |row| Ok(Reading { heads: row.get("heads")?, fields: row.get("fields")? }))
        .await
}

/// Whether a group's tables may be known.
pub async fn any(c: &mut Connection, group: i64) -> Result<bool> {
    Ok(!readings(c, group).await?.is_empty())
}

/// The fields of the form as they were chosen for a table with the same heads.
pub async fn known(
    c: &mut Connection,
    say: &Say,
    group: i64,
    bytes: &[u8],
) -> Result<Option<HashMap<String, String>>> {
    for one in readings(c, group).await? {
        let fields: HashMap<String, String> = serde_json::from_str(&one.fields).map_err(decode_error)?;
        let Ok(Some(mapping)) = mapping::read(say, &fields) else { continue };
        if heads(bytes, &mapping).is_some_and(|heads| heads == one.heads) {
            return Ok(Some(fields));
        }
    }
    Ok(None)
}

/// Keeps how a table was read, in the transaction that books its lines.
pub async fn keep(c: &mut Connection, group: i64, reading: &Reading, now: i64) -> Result<()> {
    query(
        "insert into table_reading (group_id, heads, fields, changed_at) values ($1, $2, $3, $4) \
         on conflict (group_id, heads) do update set fields = excluded.fields, changed_at = excluded.changed_at",
    )
    .bind(group)
    .bind(reading.heads.as_str())
    .bind(reading.fields.as_str())
    .bind(now)
    .run(c)
    .await?;
    query(
        "delete from table_reading where group_id = $1 and id not in (select id from table_reading \
         where group_id = $1 order by changed_at desc, id desc limit $2)",
    )
    .bind(group)
    .bind(MOST)
    .run(c)
    .await?;
    Ok(())
}
