//! The SQL of deliveries.

use super::{Delivery, Handed, MadeFile, Told};
use broadside_db::{Connection, Result, Row, query, query_composed};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct New {
    pub group: i64,
    pub campaign: i64,
    pub letter: i64,
    pub letter_version: i64,
    pub language: String,
}

/// A delivery whose files a task makes.
pub async fn add(c: &mut Connection, new: &New, task: i64, now: i64) -> Result<i64> {
    query(
        "insert into delivery (group_id, campaign_id, letter_id, letter_version, language, task_id, asked_at, signatures, \
         unnamed, handed_to, changed_at) values ($1, $2, $3, $4, $5, $6, $7, 0, 0, '', $7) returning id",
    )
    .bind(new.group)
    .bind(new.campaign)
    .bind(new.letter)
    .bind(new.letter_version)
    .bind(&new.language)
    .bind(task)
    .bind(now)
    .one(c, |row| row.get("id"))
    .await
}

const DELIVERY: &str = "select id, campaign_id, letter_id, letter_version, language, task_id, asked_at, made_at, signatures, \
     unnamed, handed_on, handed_to, changed_at from delivery";

fn delivery(row: &Row) -> Result<Delivery> {
    let on: Option<String> = row.get("handed_on")?;
    let to: String = row.get("handed_to")?;
    Ok(Delivery {
        id: row.get("id")?,
        campaign: row.get("campaign_id")?,
        letter: row.get("letter_id")?,
        letter_version: row.get("letter_version")?,
        language: row.get("language")?,
        task: row.get("task_id")?,
        asked_at: row.get("asked_at")?,
        made_at: row.get("made_at")?,
        signatures: row.get("signatures")?,
        unnamed: row.get("unnamed")?,
        handed: on.map(|on| Handed { on, to }),
        changed_at: row.get("changed_at")?,
    })
}

pub async fn of_task(c: &mut Connection, task: i64) -> Result<Option<Delivery>> {
    query_composed(format!("{DELIVERY} where task_id = $1")).bind(task).first(c, delivery).await
}

/// One of a campaign.
pub async fn one(c: &mut Connection, campaign: i64, id: i64) -> Result<Option<Delivery>> {
    query_composed(format!("{DELIVERY} where campaign_id = $1 and id = $2"))
        .bind(campaign)
        .bind(id)
        .first(c, delivery)
        .await
}

/// Those of a campaign, the newest first.
pub async fn all(c: &mut Connection, campaign: i64, most: i64) -> Result<Vec<Delivery>> {
    query_composed(format!("{DELIVERY} where campaign_id = $1 order by id desc limit $2"))
        .bind(campaign)
        .bind(most)
        .all(c, delivery)
        .await
}

pub async fn files(c: &mut Connection, delivery: i64) -> Result<Vec<MadeFile>> {
    query("select name, bytes, sha256 from delivery_file where delivery_id = $1 order by position")
        .bind(delivery)
        .all(c, |row| {
            let bytes = u64::try_from(row.get::<i64>("bytes")?).unwrap_or_default();
            Ok(MadeFile { name: row.get("name")?, bytes, sha256: row.get("sha256")? })
        })
        .await
}

/// Those that were handed over, in the order of their days.
pub async fn told(c: &mut Connection, campaign: i64) -> Result<Vec<Told>> {
    let all = query_composed(format!(
        "{DELIVERY} where campaign_id = $1 and handed_on is not null order by handed_on, id"
    ))
    .bind(campaign)
    .all(c, delivery)
    .await?;
    let mut told = Vec::with_capacity(all.len());
    for delivery in all {
        if let Some(handed) = delivery.handed.clone() {
            let files = files(c, delivery.id).await?;
            told.push(Told { delivery, handed, files });
        }
    }
    Ok(told)
}

/// Its files are whole.
pub async fn made(
    c: &mut Connection,
    delivery: i64,
    (signatures, unnamed): (i64, i64),
    files: &[MadeFile],
    now: i64,
) -> Result<()> {
    query("delete from delivery_file where delivery_id = $1").bind(delivery).run(c).await?;
    for (position, file) in files.iter().enumerate() {
        query(
            "insert into delivery_file (delivery_id, position, group_id, name, bytes, sha256) \
             select id, $2, group_id, $3, $4, $5 from delivery where id = $1",
        )
        .bind(delivery)
        .bind(i64::try_from(position).unwrap_or(i64::MAX))
        .bind(&file.name)
        .bind(i64::try_from(file.bytes).unwrap_or(i64::MAX))
        .bind(&file.sha256)
        .run(c)
        .await?;
    }
    query("update delivery set made_at = $2, signatures = $3, unnamed = $4, changed_at = $2 where id = $1")
        .bind(delivery)
        .bind(now)
        .bind(signatures)
        .bind(unnamed)
        .run(c)
        .await?;
    Ok(())
}

/// Tells the day, or takes it back; false where the row is not as it was seen.
pub async fn hand(c: &mut Connection, id: i64, handed: Option<&Handed>, seen: i64, now: i64) -> Result<bool> {
    let changed = query(
        "update delivery set handed_on = $2, handed_to = $3, changed_at = $5 \
         where id = $1 and changed_at = $4 and made_at is not null",
    )
    .bind(id)
    .bind(handed.map(|one| one.on.clone()))
    .bind(handed.map_or("", |one| &one.to))
    .bind(seen)
    .bind(now.max(seen + 1))
    .run(c)
    .await?;
    Ok(changed == 1)
}

/// Of the signatures that stood when a delivery was asked for, how many do not count any more, and of how many
/// something else was changed since.
pub async fn changed_since(c: &mut Connection, delivery: &Delivery) -> Result<(i64, i64)> {
    query(
        "select coalesce(sum(case when state <> 'confirmed' then 1 else 0 end), 0) as gone, \
         coalesce(sum(case when state = 'confirmed' then 1 else 0 end), 0) as changed from signature \
         where letter_id = $1 and confirmed_at <= $2 and changed_at > $2",
    )
    .bind(delivery.letter)
    .bind(delivery.asked_at)
    .one(c, |row| Ok((row.get("gone")?, row.get("changed")?)))
    .await
}

/// A signature as a delivery carries it; nothing of one that is not to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    pub shown: Option<Shown>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub name: String,
    pub relation: Option<String>,
    pub version: i64,
}

/// The numbers between which a letter's signatures stand; where there are none, nothing lies between.
pub async fn ends(c: &mut Connection, letter: i64) -> Result<(i64, i64)> {
    query(
        "select coalesce(min(id), 1) as first, coalesce(max(id), 0) as last from signature where letter_id = $1",
    )
    .bind(letter)
    .one(c, |row| Ok((row.get("first")?, row.get("last")?)))
    .await
}

/// The counted signatures of a letter behind one number up to another, in the order in which they were confirmed:
/// those that were by then.
pub async fn signed(
    c: &mut Connection,
    letter: i64,
    behind: i64,
    up_to: i64,
    by: i64,
) -> Result<Vec<Signed>> {
    query(
        "select name, relation, letter_version, is_public, hidden_at from signature \
         where id > $2 and id <= $3 and letter_id = $1 and state = 'confirmed' and confirmed_at <= $4 order by id",
    )
    .bind(letter)
    .bind(behind)
    .bind(up_to)
    .bind(by)
    .all(c, |row| {
        let is_shown = row.get::<bool>("is_public")? && row.get::<Option<i64>>("hidden_at")?.is_none();
        let shown = Shown {
            name: row.get("name")?,
            relation: row.get("relation")?,
            version: row.get("letter_version")?,
        };
        Ok(Signed { shown: is_shown.then_some(shown) })
    })
    .await
}
