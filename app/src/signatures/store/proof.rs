//! The SQL by which the log is held against what it should prove.

use crate::signatures::{LogKind, commitment};
use broadside_db::{Connection, Result, query};

/// A letter whose log has a gap or bears out another count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogFault {
    pub letter: i64,
    /// How many entries the log should hold, holds, and would hold by the place of its last one.
    pub size: i64,
    pub entries: i64,
    pub places: i64,
    /// How many signatures stand by the log, and are stored.
    pub logged: i64,
    pub stored: i64,
}

impl LogFault {
    pub fn has_gaps(&self) -> bool {
        self.size != self.entries || self.places != self.entries
    }

    pub fn counts_otherwise(&self) -> bool {
        self.logged != self.stored
    }
}

pub async fn log_faults(c: &mut Connection) -> Result<Vec<LogFault>> {
    query(
        "select letter_id, cast(sum(size) as bigint) as size, cast(sum(entries) as bigint) as entries, \
         cast(sum(places) as bigint) as places, cast(sum(logged) as bigint) as logged, \
         cast(sum(stored) as bigint) as stored from \
         (select letter_id, size, 0 as entries, 0 as places, 0 as logged, 0 as stored from letter_log \
         union all select letter_id, 0, count(*), max(position) + 1, \
         sum(case kind when 'signed' then 1 when 'reinstated' then 1 when 'amended' then 0 else -1 end), 0 \
         from log_entry group by letter_id \
         union all select letter_id, 0, 0, 0, 0, count(*) from signature \
         where state in ('confirmed', 'held') group by letter_id) as sums group by letter_id \
         having sum(size) <> sum(entries) or sum(places) <> sum(entries) or sum(logged) <> sum(stored) \
         order by letter_id",
    )
    .all(c, |row| {
        Ok(LogFault {
            letter: row.get("letter_id")?,
            size: row.get("size")?,
            entries: row.get("entries")?,
            places: row.get("places")?,
            logged: row.get("logged")?,
            stored: row.get("stored")?,
        })
    })
    .await
}

/// How many signatures stand that can be held against the log, and how many whose salt is gone since their
/// signers were forgotten.
pub async fn count_standing(c: &mut Connection) -> Result<(i64, i64)> {
    query(
        "select count(*) as n, cast(coalesce(sum(case when length(salt) = 0 then 1 else 0 end), 0) as bigint) \
         as forgotten from signature where state in ('confirmed', 'held')",
    )
    .one(c, |row| {
        let forgotten: i64 = row.get("forgotten")?;
        Ok((row.get::<i64>("n")? - forgotten, forgotten))
    })
    .await
}

/// A signature that stands, and what the log may hold of it as it is stored now.
pub struct Standing {
    pub id: i64,
    pub letter: i64,
    pub commitments: [Vec<u8>; 2],
}

/// The newest first.
pub async fn standing_before(c: &mut Connection, id: i64, at_most: i64) -> Result<Vec<Standing>> {
    query(
        "select id, letter_id, salt, name, relation, letter_version, sign_on_id from signature \
         where id < $1 and state in ('confirmed', 'held') and length(salt) > 0 order by id desc limit $2",
    )
    .bind(id)
    .bind(at_most)
    .all(c, |row| {
        let (salt, name) = (row.get::<Vec<u8>>("salt")?, row.get::<String>("name")?);
        let relation = row.get::<Option<String>>("relation")?;
        let (version, sign_on) = (row.get("letter_version")?, row.get("sign_on_id")?);
        let of = |kind| commitment(kind, &salt, &name, relation.as_deref(), version, sign_on);
        Ok(Standing {
            id: row.get("id")?,
            letter: row.get("letter_id")?,
            commitments: [of(LogKind::Signed), of(LogKind::Amended)],
        })
    })
    .await
}

/// The commitments behind a place in the logs, each with its own place.
pub async fn logged_after(
    c: &mut Connection,
    (letter, position): (i64, i64),
    at_most: i64,
) -> Result<Vec<(i64, i64, Vec<u8>)>> {
    query(
        "select letter_id, position, commitment from log_entry where (letter_id, position) > ($1, $2) \
         order by letter_id, position limit $3",
    )
    .bind(letter)
    .bind(position)
    .bind(at_most)
    .all(c, |row| Ok((row.get("letter_id")?, row.get("position")?, row.get("commitment")?)))
    .await
}
