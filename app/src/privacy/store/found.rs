//! Finding somebody's rows in every table of the map, reading them and erasing them.

use crate::instance::AddressKey;
use crate::people::declaration::{Erasing, FoundBy, Kind, Table, erasing, found_by, has, made_at, personal};
use crate::people::personal_data::MAP;
use crate::privacy::Whom;
use crate::signatures::store as signatures;
use broadside_db::{Connection, Result, Row, Value, in_list, in_lists, query, query_composed};
use std::collections::BTreeMap;

/// The rows of the tables that hold an address as it was typed, by table.
pub type Typed = BTreeMap<&'static str, Vec<i64>>;

/// So many rows are compared together.
const STEP: i64 = 1_000;

/// The person of a mailbox in a group, or those in all groups.
pub async fn persons(c: &mut Connection, canonical: &str, group: Option<i64>) -> Result<Vec<i64>> {
    query(
        "select p.id from \"group\" g join person p on p.group_id = g.id and p.email_canonical = $1 \
         where $2 = 0 or g.id = $2",
    )
    .bind(canonical)
    .bind(group.unwrap_or(0))
    .all(c, |row| row.get("id"))
    .await
}

/// Persons after a number, with their addresses, for who has only a keyed hash to look by.
pub async fn persons_after(c: &mut Connection, id: i64) -> Result<Vec<(i64, i64, String)>> {
    query("select id, group_id, email_canonical from person where id > $1 order by id limit $2")
        .bind(id)
        .bind(STEP)
        .all(c, |row| Ok((row.get("id")?, row.get("group_id")?, row.get("email_canonical")?)))
        .await
}

/// Finds the rows that hold an address as it was typed. Of the intake only what no index holds yet is
/// compared row by row: what comes after `decided`.
pub async fn typed(c: &mut Connection, keys: &AddressKey, whom: &Whom, decided: i64) -> Result<Typed> {
    let mut found = Typed::new();
    for table in MAP.iter().filter(|table| found_by(table) == Some(FoundBy::Typed)) {
        let (mut own, mut last) = (Vec::new(), 0);
        if table.0 == "sign_on" {
            own = signatures::sign_on_numbers_of(c, &whom.address_key).await?;
            last = decided;
        }
        loop {
            let sql = format!("select id, email from {} where id > $1 order by id limit $2", table.0);
            let rows = query_composed(sql)
                .bind(last)
                .bind(STEP)
                .all(c, |row| Ok((row.get::<i64>("id")?, row.get::<String>("email")?)))
                .await?;
            let Some((newest, _)) = rows.last() else { break };
            last = *newest;
            own.extend(
                rows.iter().filter(|(_, email)| keys.of_typed(email) == whom.address_key).map(|(id, _)| *id),
            );
        }
        own.sort_unstable();
        own.dedup();
        found.insert(table.0, own);
    }
    Ok(found)
}

/// The column by which a table's rows are found, and its values.
fn looked_for(table: &Table, whom: &Whom, typed: &Typed) -> Option<(&'static str, Vec<Value>)> {
    Some(match found_by(table)? {
        FoundBy::Person(column) => (column, whom.persons.iter().copied().map(Value::from).collect()),
        FoundBy::AddressKey => ("address_key", vec![whom.address_key.as_slice().into()]),
        FoundBy::Typed => ("id", typed.get(table.0)?.iter().copied().map(Value::from).collect()),
    })
}

/// `$1` is the time after which rows are left alone, `$2` the group, or 0 for all.
fn condition(table: &Table, column: &str) -> Option<String> {
    let made = made_at(table)?;
    let own = in_list(3);
    Some(format!("{column} in ({own}) and {made} <= $1 and ($2 = 0 or group_id = $2 or group_id is null)"))
}

/// One statement with its values: at most as many rows as one list finds.
pub struct Piece {
    pub table: &'static str,
    pub by: FoundBy,
    sql: String,
    values: Vec<Value>,
}

impl Piece {
    pub async fn run(&self, c: &mut Connection) -> Result<u64> {
        query_composed(self.sql.clone()).bind_all(self.values.iter().cloned()).run(c).await
    }
}

/// What erases somebody's rows, made at a time or before: children before their parents, as the map's
/// order is the other way round.
pub fn pieces(whom: &Whom, typed: &Typed, made_until: i64) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for table in MAP.iter().rev() {
        let Some((column, values)) = looked_for(table, whom, typed) else { continue };
        let (Some(condition), Some(by)) = (condition(table, column), found_by(table)) else { continue };
        let sql = match erasing(table) {
            Erasing::Keep => continue,
            Erasing::Delete => format!("delete from {} where {condition}{}", table.0, unneeded(table)),
            Erasing::Blank(blanks) => {
                let blanks: Vec<_> = blanks.iter().map(|(name, blank)| format!("{name} = {blank}")).collect();
                format!("update {} set {} where {condition}", table.0, blanks.join(", "))
            }
        };
        for list in in_lists(&values) {
            let mut values = vec![made_until.into(), whom.group.unwrap_or(0).into()];
            values.extend(list);
            pieces.push(Piece { table: table.0, by, sql: sql.clone(), values });
        }
    }
    pieces
}

/// A person goes once nothing belongs to it any more; everything else goes as it is.
pub fn unneeded(table: &Table) -> String {
    let own = MAP.iter().filter(|other| has(other, "person_id"));
    let belongs = |other: &Table| {
        format!(" and not exists (select 1 from {0} where {0}.person_id = person.id)", other.0)
    };
    if table.0 == "person" { own.map(belongs).collect() } else { String::new() }
}

/// A value as it is written out.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    Text(String),
    Flag(bool),
    Time(i64),
    Number(i64),
    Bytes(Vec<u8>),
}

/// One row of somebody's: its personal columns, and the letter it is about where it is about one.
pub struct Known {
    pub table: &'static str,
    pub letter: Option<String>,
    pub columns: Vec<(&'static str, Option<Said>)>,
}

/// Everything declared personal in the rows of somebody.
pub async fn known(c: &mut Connection, whom: &Whom, typed: &Typed) -> Result<Vec<Known>> {
    let mut known = Vec::new();
    for table in MAP {
        let Some((column, values)) = looked_for(table, whom, typed) else { continue };
        let Some(condition) = condition(table, column) else { continue };
        let columns: Vec<_> = personal(table).collect();
        let names: Vec<_> = columns.iter().map(|(name, _)| *name).collect();
        let letter = if has(table, "letter_id") {
            format!("(select letter.slug from letter where letter.id = {}.letter_id)", table.0)
        } else {
            "null".to_owned()
        };
        let order = names.first().copied().unwrap_or("1");
        let sql = format!(
            "select {}, cast({letter} as text) as letter_slug from {} where {condition} order by {}",
            names.join(", "),
            table.0,
            made_at(table).unwrap_or(order)
        );
        for list in in_lists(&values) {
            let make = |row: &Row| {
                let said =
                    columns.iter().map(|(name, personal)| Ok((*name, said(row, name, personal.kind)?)));
                Ok(Known {
                    table: table.0,
                    letter: row.get("letter_slug")?,
                    columns: said.collect::<Result<_>>()?,
                })
            };
            let asked = query_composed(sql.clone()).bind(i64::MAX).bind(whom.group.unwrap_or(0));
            known.extend(asked.bind_all(list).all(c, make).await?);
        }
    }
    Ok(known)
}

pub(super) fn said(row: &Row, column: &str, kind: Kind) -> Result<Option<Said>> {
    Ok(match kind {
        Kind::Text => row.get::<Option<String>>(column)?.map(Said::Text),
        Kind::Flag => row.get::<Option<bool>>(column)?.map(Said::Flag),
        Kind::Time => row.get::<Option<i64>>(column)?.map(Said::Time),
        Kind::Number => row.get::<Option<i64>>(column)?.map(Said::Number),
        Kind::Bytes => row.get::<Option<Vec<u8>>>(column)?.map(Said::Bytes),
    })
}
