//! The SQL of how long a campaign keeps things, where that is not what the map says.

use super::old::forget_if_unneeded;
use crate::clock::DAY;
use crate::people::declaration::{Erasing, erasing};
use crate::people::personal_data::MAP;
use crate::privacy::retention::Days;
use crate::signatures::store as signatures;
use broadside_db::{Connection, Result, Row, query, query_composed};

/// What a campaign's owner chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub days: Days,
    /// Raised by each change; nothing where nobody chose yet.
    pub version: i64,
    /// When the campaign was found closed.
    pub ended_at: Option<i64>,
}

/// A campaign that keeps things its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Own {
    pub campaign: i64,
    pub days: Days,
    pub ended_at: Option<i64>,
    /// Whose signatures are forgotten already, up to this number.
    forgotten_up_to: i64,
}

impl Own {
    /// Whether who signed is to be forgotten by now.
    pub fn is_over(&self, now: i64) -> bool {
        match (self.days.ended, self.ended_at) {
            (Some(days), Some(ended_at)) => ended_at + days * DAY <= now,
            _ => false,
        }
    }
}

const DAYS: &str = "r.mail_days, r.withdrawn_days, r.ended_days";

fn days(row: &Row) -> Result<Days> {
    Ok(Days {
        mails: row.get("mail_days")?,
        withdrawn: row.get("withdrawn_days")?,
        ended: row.get("ended_days")?,
    })
}

pub async fn own_retentions(c: &mut Connection) -> Result<Vec<Own>> {
    query_composed(format!(
        "select r.campaign_id, {DAYS}, r.forgotten_up_to, c.ended_at from campaign_retention r \
         join campaign c on c.id = r.campaign_id order by r.campaign_id"
    ))
    .all(c, |row| {
        Ok(Own {
            campaign: row.get("campaign_id")?,
            days: days(row)?,
            ended_at: row.get("ended_at")?,
            forgotten_up_to: row.get("forgotten_up_to")?,
        })
    })
    .await
}

pub async fn kept(c: &mut Connection, campaign: i64) -> Result<Kept> {
    let chosen = query_composed(format!(
        "select {DAYS}, r.version from campaign_retention r where r.campaign_id = $1"
    ))
    .bind(campaign)
    .first(c, |row| Ok((days(row)?, row.get("version")?)))
    .await?;
    let ended_at = query("select ended_at from campaign where id = $1")
        .bind(campaign)
        .one(c, |row| row.get("ended_at"))
        .await?;
    let (days, version) = chosen.unwrap_or_default();
    Ok(Kept { days, version, ended_at })
}

/// Writes down what was chosen; false where somebody changed it since that version.
pub async fn keep(
    c: &mut Connection,
    (campaign, group): (i64, i64),
    version: i64,
    days: &Days,
    now: i64,
) -> Result<bool> {
    let sql = if version == 0 {
        "insert into campaign_retention (campaign_id, group_id, mail_days, withdrawn_days, ended_days, version, \
         changed_at, forgotten_up_to) values ($1, $2, $3, $4, $5, $6 + 1, $7, 0) on conflict do nothing"
    } else {
        "update campaign_retention set mail_days = $3, withdrawn_days = $4, ended_days = $5, version = $6 + 1, \
         changed_at = $7 where campaign_id = $1 and group_id = $2 and version = $6"
    };
    let written = query(sql)
        .bind(campaign)
        .bind(group)
        .bind(days.mails)
        .bind(days.withdrawn)
        .bind(days.ended)
        .bind(version)
        .bind(now)
        .run(c)
        .await?;
    Ok(written > 0)
}

/// Notes when campaigns were found closed, and forgets it of those that are open again.
pub async fn note_ends(c: &mut Connection, now: i64) -> Result<()> {
    let open = "status = 'published' and exists \
        (select 1 from letter where letter.campaign_id = campaign.id and letter.status = 'open')";
    query_composed(format!(
        "update campaign set ended_at = $1 where ended_at is null and status <> 'draft' and not ({open})"
    ))
    .bind(now)
    .run(c)
    .await?;
    query_composed(format!(
        "update campaign set ended_at = null where ended_at is not null and (status = 'draft' or {open})"
    ))
    .run(c)
    .await?;
    Ok(())
}

/// What the sums count by: it stays, and says nothing of whom.
const COUNTED: [&str; 4] = ["language", "relation", "country", "source"];

/// A signature that somebody stands behind.
struct Standing {
    id: i64,
    letter: i64,
    sign_on: (i64, Vec<u8>),
    person: i64,
}

/// Takes who signed out of a campaign's signatures, which count as before, with the consents that were
/// given there. Answers how many, and their letters.
pub async fn forget_signers(c: &mut Connection, own: &Own, most: i64) -> Result<(u64, Vec<i64>)> {
    let rows = query(
        "select id, letter_id, sign_on_id, address_key, person_id from signature where campaign_id = $1 \
         and id > $2 and person_id is not null order by id limit $3",
    )
    .bind(own.campaign)
    .bind(own.forgotten_up_to)
    .bind(most)
    .all(c, |row| {
        Ok(Standing {
            id: row.get("id")?,
            letter: row.get("letter_id")?,
            sign_on: (row.get("sign_on_id")?, row.get("address_key")?),
            person: row.get("person_id")?,
        })
    })
    .await?;
    let Some(last) = rows.last() else { return Ok((0, Vec::new())) };
    let blanks: Vec<_> = MAP
        .iter()
        .filter(|table| table.0 == "signature")
        .filter_map(|table| if let Erasing::Blank(blanks) = erasing(table) { Some(blanks) } else { None })
        .flatten()
        .filter(|(name, _)| !COUNTED.contains(name) && *name != "address_key")
        .map(|(name, blank)| format!("{name} = {blank}"))
        .collect();
    // The keyed hash would still tell whose it was: the number takes its place.
    let sql = format!("update signature set {}, address_key = $2 where id = $1", blanks.join(", "));
    for one in &rows {
        // A link that still waits would sign anew.
        signatures::delete_sign_ons(c, std::slice::from_ref(&one.sign_on)).await?;
        query("delete from consent where signature_id = $1").bind(one.id).run(c).await?;
        query_composed(sql.clone()).bind(one.id).bind(one.id.to_be_bytes().as_slice()).run(c).await?;
    }
    for one in &rows {
        forget_if_unneeded(c, Some(one.person)).await?;
    }
    query("update campaign_retention set forgotten_up_to = $2 where campaign_id = $1")
        .bind(own.campaign)
        .bind(last.id)
        .run(c)
        .await?;
    Ok((rows.len() as u64, rows.iter().map(|one| one.letter).collect()))
}
