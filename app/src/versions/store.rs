//! The SQL of what organisers choose for a version.

use super::{Chosen, Telling};
use broadside_db::{Connection, Result, query};

/// A version of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    pub group: i64,
    pub letter: i64,
    pub number: i64,
}

pub async fn chosen(c: &mut Connection, one: Version) -> Result<Chosen> {
    let found = query(
        "select moves_names, telling, told_position, told from letter_version where letter_id = $1 and version = $2",
    )
    .bind(one.letter)
    .bind(one.number)
    .first(c, |row| {
        Ok(Chosen {
            moves_names: row.get("moves_names")?,
            telling: Telling::parse(&row.get::<String>("telling")?).unwrap_or_default(),
            position: row.get("told_position")?,
            told: row.get("told")?,
        })
    })
    .await?;
    Ok(found.unwrap_or_default())
}

/// Keeps what was chosen; how far telling has come stays as it is.
pub async fn choose(c: &mut Connection, one: Version, chosen: Chosen, now: i64) -> Result<()> {
    query(
        "insert into letter_version (letter_id, version, group_id, moves_names, telling, told_position, told, changed_at) \
         values ($1, $2, $3, $4, $5, 0, 0, $6) on conflict (letter_id, version) do update set \
         moves_names = excluded.moves_names, telling = excluded.telling, changed_at = excluded.changed_at",
    )
    .bind(one.letter)
    .bind(one.number)
    .bind(one.group)
    .bind(chosen.moves_names)
    .bind(chosen.telling.word())
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// A version whose earlier signers are being told, with how far that has come and which words stand by now.
pub async fn under_way(c: &mut Connection) -> Result<Option<(Version, i64, i64)>> {
    query(
        "select v.group_id, v.letter_id, v.version, v.told_position, l.version as current from letter_version v \
         join letter l on l.id = v.letter_id where v.telling = 'telling' order by v.changed_at, v.letter_id limit 1",
    )
    .first(c, |row| {
        let version = Version {
            group: row.get("group_id")?,
            letter: row.get("letter_id")?,
            number: row.get("version")?,
        };
        Ok((version, row.get("told_position")?, row.get("current")?))
    })
    .await
}

/// How far telling has come, after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub from: i64,
    pub to: i64,
    pub told: i64,
    pub then: Telling,
}

/// Notes a step; false where it was stopped, or somebody else did it meanwhile.
pub async fn advance(c: &mut Connection, one: Version, step: Step, now: i64) -> Result<bool> {
    let changed = query(
        "update letter_version set told_position = $4, told = told + $5, telling = $6, changed_at = $7 \
         where letter_id = $1 and version = $2 and telling = 'telling' and told_position = $3",
    )
    .bind(one.letter)
    .bind(one.number)
    .bind(step.from)
    .bind(step.to)
    .bind(step.told)
    .bind(step.then.word())
    .bind(now)
    .run(c)
    .await?;
    Ok(changed == 1)
}
