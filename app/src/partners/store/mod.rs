//! The SQL of partnerships, one function per question.

mod exports;
mod signers;

pub use exports::*;
pub use signers::*;

use super::{EndedBy, Partnership};
use crate::campaigns::definition::Partner;
use crate::campaigns::store::{keep_words, touch, words_kept};
use broadside_db::{Connection, Result, Row, query};

fn partnership(row: &Row) -> Result<Partnership> {
    let ended_at: Option<i64> = row.get("ended_at")?;
    let by: Option<String> = row.get("ended_by")?;
    Ok(Partnership {
        id: row.get("id")?,
        group: row.get("group_id")?,
        campaign: row.get("campaign_id")?,
        partner: row.get("partner")?,
        invited_at: row.get("invited_at")?,
        accepted_at: row.get("accepted_at")?,
        terms: row.get("terms")?,
        ended: ended_at.map(|at| (at, by.as_deref().and_then(EndedBy::parse))),
        since: row.get("since")?,
        words: words_kept(row)?,
    })
}

/// Every partnership of a campaign, the newest first.
pub async fn partnerships(c: &mut Connection, campaign: i64) -> Result<Vec<Partnership>> {
    query(
        "select p.*, coalesce((select max(e.ended_at) from partnership e where e.campaign_id = p.campaign_id \
         and e.partner = p.partner and e.id < p.id), 0) as since from partnership p where p.campaign_id = $1 \
         order by p.id desc",
    )
    .bind(campaign)
    .all(c, partnership)
    .await
}

pub async fn partnership_by_id(c: &mut Connection, id: i64) -> Result<Option<Partnership>> {
    query(
        "select p.*, coalesce((select max(e.ended_at) from partnership e where e.campaign_id = p.campaign_id \
         and e.partner = p.partner and e.id < p.id), 0) as since from partnership p where p.id = $1",
    )
    .bind(id)
    .first(c, partnership)
    .await
}

/// The partnership that a partner has or is invited to; one is begun where there is none. Answers whether it was.
pub async fn open(
    c: &mut Connection,
    (group, campaign): (i64, i64),
    partner: &str,
    now: i64,
) -> Result<(i64, bool)> {
    let made = query(
        "insert into partnership (group_id, campaign_id, partner, invited_at, swept_position) \
         values ($1, $2, $3, $4, 0) on conflict do nothing returning id",
    )
    .bind(group)
    .bind(campaign)
    .bind(partner)
    .bind(now)
    .first(c, |row| row.get::<i64>("id"))
    .await?;
    if let Some(id) = made {
        return Ok((id, true));
    }
    let id = query("select id from partnership where campaign_id = $1 and partner = $2 and ended_at is null")
        .bind(campaign)
        .bind(partner)
        .one(c, |row| row.get("id"))
        .await?;
    Ok((id, false))
}

/// Keeps what a partner accepted, and what it is called and says of itself by then; false where it is over. Everybody
/// else who signs in for it reads that first.
pub async fn accept(
    c: &mut Connection,
    one: &Partnership,
    account: i64,
    (terms, version): (&str, &str),
    partner: &Partner,
    now: i64,
) -> Result<bool> {
    let accepted = query(
        "update partnership set accepted_at = coalesce(accepted_at, $2), terms = $3, terms_version = $4 \
         where id = $1 and ended_at is null",
    )
    .bind(one.id)
    .bind(now)
    .bind(terms)
    .bind(version)
    .run(c)
    .await?;
    if accepted != 1 {
        return Ok(false);
    }
    keep_words(c, one.id, partner).await?;
    query("update partner_seat set read_at = null where partnership_id = $1 and account_id <> $2")
        .bind(one.id)
        .bind(account)
        .run(c)
        .await?;
    query("update partner_seat set accepted = true where partnership_id = $1 and account_id = $2")
        .bind(one.id)
        .bind(account)
        .run(c)
        .await?;
    read(c, one.id, account, now).await?;
    // From here on its key is its own, and a form that was opened before is not saved over that.
    touch(c, one.campaign, now).await?;
    Ok(true)
}

/// Notes that somebody has read what was accepted.
pub async fn read(c: &mut Connection, partnership: i64, account: i64, now: i64) -> Result<bool> {
    let read = query(
        "update partner_seat set read_at = $3 where partnership_id = $1 and account_id = $2 and ended_at is null",
    )
    .bind(partnership)
    .bind(account)
    .bind(now)
    .run(c)
    .await?;
    Ok(read == 1)
}

/// Whether somebody who signs in has read what was accepted.
pub async fn has_read(c: &mut Connection, partnership: i64, account: i64) -> Result<bool> {
    let found = query(
        "select id from partner_seat where partnership_id = $1 and account_id = $2 and ended_at is null \
         and read_at is not null limit 1",
    )
    .bind(partnership)
    .bind(account)
    .first(c, |row| row.get::<i64>("id"))
    .await?;
    Ok(found.is_some())
}

/// Who is told that a partnership ended: those of the side that did not end it.
pub async fn other_side(c: &mut Connection, one: &Partnership) -> Result<Vec<(i64, String)>> {
    let found = match one.ended {
        None => return Ok(Vec::new()),
        Some((_, Some(EndedBy::Partner))) => query(
            "select distinct a.id, a.email from membership m join account a on a.id = m.account_id \
             join partnership p on p.id = $1 where m.group_id = p.group_id \
             and (m.campaign_id is null or m.campaign_id = p.campaign_id) and m.role in ('owner', 'organiser') \
             and m.ended_at is null and m.deactivated_at is null and a.deactivated_at is null order by a.id",
        ),
        // Their seats ended with it; whoever was shut out before is not told.
        Some(_) => query(
            "select distinct a.id, a.email from partner_seat s join partnership p on p.id = s.partnership_id \
             join account a on a.id = s.account_id where p.id = $1 and s.ended_at = p.ended_at \
             and a.deactivated_at is null order by a.id",
        ),
    };
    found.bind(one.id).all(c, |row| Ok((row.get("id")?, row.get("email")?))).await
}

/// A partnership whose consents are to be ended: how far that has come, and when it ended.
pub struct Sweep {
    pub id: i64,
    pub campaign: i64,
    pub partner: String,
    pub ended_at: i64,
    pub position: i64,
    /// Whether it was not swept before.
    pub is_first: bool,
}

/// One that was never swept, or not since `before`, while sign-ons from before its end can be confirmed still.
pub async fn to_be_swept(c: &mut Connection, until: i64, before: i64) -> Result<Option<Sweep>> {
    query(
        "select id, campaign_id, partner, ended_at, swept_position, swept_at from partnership where ended_at is not null \
         and (swept_at is null or swept_at < ended_at + $1 and swept_at < $2) order by id limit 1",
    )
    .bind(until)
    .bind(before)
    .first(c, |row| {
        Ok(Sweep {
            id: row.get("id")?,
            campaign: row.get("campaign_id")?,
            partner: row.get("partner")?,
            ended_at: row.get("ended_at")?,
            position: row.get("swept_position")?,
            is_first: row.get::<Option<i64>>("swept_at")?.is_none(),
        })
    })
    .await
}

/// Ends those consents of a partnership behind a place that stood when it ended; answers the place it came to,
/// nothing where it is through.
pub async fn sweep(c: &mut Connection, one: &Sweep, most: i64, now: i64) -> Result<Option<i64>> {
    let found = query(
        "select c.id, c.withdrawn_at, coalesce(c.agreed_at, s.signed_on_at) as agreed_at from consent c \
         join signature s on s.id = c.signature_id \
         where c.campaign_id = $1 and c.partner = $2 and c.id > $3 order by c.id limit $4",
    )
    .bind(one.campaign)
    .bind(one.partner.as_str())
    .bind(one.position)
    .bind(most)
    .all(c, |row| {
        Ok((row.get::<i64>("id")?, row.get::<Option<i64>>("withdrawn_at")?, row.get::<i64>("agreed_at")?))
    })
    .await?;
    let is_last = found.len() < usize::try_from(most).unwrap_or(usize::MAX);
    let last = found.last().map_or(one.position, |(id, ..)| *id);
    for (id, withdrawn_at, agreed_at) in found {
        if withdrawn_at.is_none() && agreed_at <= one.ended_at {
            query("update consent set withdrawn_at = $2 where id = $1 and withdrawn_at is null")
                .bind(id)
                .bind(one.ended_at)
                .run(c)
                .await?;
        }
    }
    let (position, swept_at) = if is_last { (0, Some(now)) } else { (last, None) };
    query("update partnership set swept_position = $2, swept_at = coalesce($3, swept_at) where id = $1")
        .bind(one.id)
        .bind(position)
        .bind(swept_at)
        .run(c)
        .await?;
    Ok((!is_last).then_some(last))
}
