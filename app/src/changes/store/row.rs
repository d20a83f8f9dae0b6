//! The SQL of the rows that a change touched.

use super::super::of_signatures;
use crate::lists::Deed;
use broadside_db::{ByMany, Connection, Insert, Kind, Result, query, query_composed};
use std::collections::HashSet;

/// A row as a change found it and as it left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedRow {
    pub row: i64,
    pub address_key: Vec<u8>,
    pub before: String,
    pub after: String,
    pub earlier_change: Option<i64>,
}

static CHANGED_ROW: Insert = Insert::new(
    "changed_row",
    &[
        ("change_id", Kind::I64),
        ("row_id", Kind::I64),
        ("group_id", Kind::I64),
        ("address_key", Kind::Bytes),
        ("before", Kind::Text),
        ("after", Kind::Text),
        ("earlier_change", Kind::I64),
        ("created_at", Kind::I64),
    ],
    "",
);

pub async fn add_rows(
    c: &mut Connection,
    (change, group): (i64, i64),
    rows: &[ChangedRow],
    now: i64,
) -> Result<()> {
    let row = |one: &ChangedRow| {
        vec![
            change.into(),
            one.row.into(),
            group.into(),
            one.address_key.as_slice().into(),
            (&one.before).into(),
            (&one.after).into(),
            one.earlier_change.into(),
            now.into(),
        ]
    };
    CHANGED_ROW.rows(c, rows.iter().map(row).collect()).await
}

/// The next rows of a change that were not taken back, in the order of their numbers.
pub async fn rows_after(c: &mut Connection, change: i64, after: i64, most: i64) -> Result<Vec<ChangedRow>> {
    query(
        "select row_id, address_key, before, after, earlier_change from changed_row where change_id = $1 \
         and row_id > $2 and undone_at is null order by row_id limit $3",
    )
    .bind(change)
    .bind(after)
    .bind(most)
    .all(c, |row| {
        Ok(ChangedRow {
            row: row.get("row_id")?,
            address_key: row.get("address_key")?,
            before: row.get("before")?,
            after: row.get("after")?,
            earlier_change: row.get("earlier_change")?,
        })
    })
    .await
}

pub async fn mark_undone(c: &mut Connection, change: i64, rows: &[i64], now: i64) -> Result<()> {
    static UNDONE: ByMany = ByMany::new(
        "update changed_row set undone_at = $1 where change_id = $2 and row_id {among}",
        Kind::I64,
    );
    UNDONE.all(c, vec![now.into(), change.into()], rows, |_| Ok(())).await.map(drop)
}

/// How the rows of a change stand by now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// As the change left them: they can be taken back.
    pub as_left: i64,
    /// Touched since, by their signer or by another change.
    pub touched: i64,
    pub undone: i64,
}

/// Of signatures that are as a change left them. Who was forgotten meanwhile counts or does not, for good.
const SIGNATURE_AS_LEFT: &str = "coalesce(s.change_id, 0) = r.change_id and \
                                 (s.person_id is not null or r.before like s.state || '%')";

/// What a deed's rows are joined to, and what holds of those that are as it left them.
fn as_left(deed: Deed) -> (&'static str, &'static str) {
    if of_signatures(deed).is_some() {
        ("left join signature s on s.id = r.row_id", SIGNATURE_AS_LEFT)
    } else {
        ("left join mail m on m.id = r.row_id", "coalesce(m.state || ' ' || m.fence, '') = r.after")
    }
}

pub async fn standing(c: &mut Connection, change: i64, deed: Deed) -> Result<Standing> {
    let (join, as_left) = as_left(deed);
    let word = format!(
        "case when r.undone_at is not null then 'undone' when {as_left} then 'as-left' else 'touched' end"
    );
    let found = query_composed(format!(
        "select {word} as word, count(*) as n from changed_row r {join} where r.change_id = $1 group by 1"
    ))
    .bind(change)
    .all(c, |row| Ok((row.get::<String>("word")?, row.get::<i64>("n")?)))
    .await?;
    let n = |word| found.iter().find(|(one, _)| one == word).map_or(0, |(_, n)| *n);
    Ok(Standing { as_left: n("as-left"), touched: n("touched"), undone: n("undone") })
}

/// Numbers of rows of a change that were touched since and so would be left alone.
pub async fn touched_since(c: &mut Connection, change: i64, deed: Deed, most: i64) -> Result<Vec<i64>> {
    let (join, as_left) = as_left(deed);
    query_composed(format!(
        "select r.row_id from changed_row r {join} where r.change_id = $1 and r.undone_at is null \
         and not ({as_left}) order by r.row_id limit $2"
    ))
    .bind(change)
    .bind(most)
    .all(c, |row| row.get("row_id"))
    .await
}

/// Of these addresses, those of which a change touched a row.
pub async fn addresses_among(c: &mut Connection, change: i64, keys: &[Vec<u8>]) -> Result<HashSet<Vec<u8>>> {
    static AMONG: ByMany = ByMany::new(
        "select address_key from changed_row where change_id = $1 and address_key {among}",
        Kind::Bytes,
    );
    let found = AMONG.all(c, vec![change.into()], keys, |row| row.get("address_key")).await?;
    Ok(found.into_iter().collect())
}

/// Deletes rows that were noted before a time, the oldest changes first; answers how many.
pub async fn delete_older_than(c: &mut Connection, created_at: i64, most: i64) -> Result<u64> {
    query(
        "delete from changed_row where (change_id, row_id) in (select change_id, row_id from \
         (select change_id, row_id, created_at from changed_row order by change_id, row_id limit $2) as oldest \
         where created_at < $1)",
    )
    .bind(created_at)
    .bind(most)
    .run(c)
    .await
}

/// What the rows that can be taken back say now, what they said before, and how many say so.
pub async fn taken_back(c: &mut Connection, change: i64) -> Result<Vec<(String, String, i64)>> {
    let wish = "case when s.is_public then ' public' else '' end";
    query_composed(format!(
        "select s.state || {wish} || case when s.hidden_at is not null then ' kept-off' else '' end as now, \
         case when r.before like 'confirmed%' then 'confirmed' when r.before like 'held%' then 'held' \
         else 'invalidated' end || {wish} || case when r.before like '% %' then ' kept-off' else '' end as earlier, \
         count(*) as n from changed_row r join signature s on s.id = r.row_id where r.change_id = $1 \
         and r.undone_at is null and {SIGNATURE_AS_LEFT} group by 1, 2"
    ))
    .bind(change)
    .all(c, |row| Ok((row.get("now")?, row.get("earlier")?, row.get("n")?)))
    .await
}
