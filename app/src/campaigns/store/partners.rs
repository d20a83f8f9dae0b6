//! The SQL of partners as the campaign's own pages see them: which of them take part no more, and what they were called.

use super::{parsed, written};
use crate::campaigns::definition::Partner;
use broadside_db::{Connection, Result, Row, query};
use std::collections::{HashMap, HashSet};

/// A partner's last partnership.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// When it ended, where there is none since.
    pub ended_at: Option<i64>,
    /// What the partner was called and said of itself when it accepted, or when it left.
    pub words: Option<Partner>,
}

/// What a partnership keeps of its partner's words; nothing where none were kept.
pub fn words_kept(row: &Row) -> Result<Option<Partner>> {
    let Some(name) = row.get::<Option<String>>("name")? else { return Ok(None) };
    let text =
        |column: &str| Ok::<_, broadside_db::Error>(row.get::<Option<String>>(column)?.unwrap_or_default());
    let own = row.get::<Option<String>>("privacy_text")?;
    Ok(Some(Partner {
        slug: row.get("partner")?,
        name,
        website: text("website")?,
        privacy: text("privacy")?,
        privacy_text: own.as_deref().map(parsed).transpose()?.unwrap_or_default(),
        ..Partner::default()
    }))
}

/// The last partnership of each partner that was ever invited, or has left.
pub async fn parts(c: &mut Connection, campaign: i64) -> Result<HashMap<String, Part>> {
    let found = query(
        "select p.partner, p.ended_at, p.name, p.website, p.privacy, p.privacy_text from partnership p \
         where p.campaign_id = $1 and not exists (select 1 from partnership later \
         where later.campaign_id = p.campaign_id and later.partner = p.partner and later.id > p.id)",
    )
    .bind(campaign)
    .all(c, |row| {
        let part = Part { ended_at: row.get("ended_at")?, words: words_kept(row)? };
        Ok((row.get::<String>("partner")?, part))
    })
    .await?;
    Ok(found.into_iter().collect())
}

/// The partners of a campaign that have accepted the terms and take part.
pub async fn accepted_partners(c: &mut Connection, campaign: &str) -> Result<HashSet<String>> {
    let found = query(
        "select p.partner from partnership p join campaign c on c.id = p.campaign_id where c.slug = $1 \
         and p.accepted_at is not null and p.ended_at is null",
    )
    .bind(campaign)
    .all(c, |row| row.get("partner"))
    .await?;
    Ok(found.into_iter().collect())
}

/// Keeps with a partnership what its partner is called and says of itself.
pub async fn keep_words(c: &mut Connection, partnership: i64, partner: &Partner) -> Result<()> {
    query("update partnership set name = $2, website = $3, privacy = $4, privacy_text = $5 where id = $1")
        .bind(partnership)
        .bind(&partner.name)
        .bind(&partner.website)
        .bind(&partner.privacy)
        .bind(written(&partner.privacy_text)?)
        .run(c)
        .await?;
    Ok(())
}

/// Notes that a campaign is not what it was: every process reads it anew.
pub async fn touch(c: &mut Connection, campaign: i64, now: i64) -> Result<()> {
    query(
        "update campaign set changed_at = case when changed_at < $2 then $2 else changed_at + 1 end where id = $1",
    )
    .bind(campaign)
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// Ends a partnership and every seat of it; false where it is over already. Links that still let somebody in open
/// nothing from then on.
async fn end_partnership(c: &mut Connection, id: i64, by: &str, now: i64) -> Result<bool> {
    let ended =
        query("update partnership set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null")
            .bind(id)
            .bind(now)
            .bind(by)
            .run(c)
            .await?;
    query("update partner_seat set ended_at = $2 where partnership_id = $1 and ended_at is null")
        .bind(id)
        .bind(now)
        .run(c)
        .await?;
    query(
        "update desk_link set withdrawn_at = $2 where partnership_id = $1 and used_at is null and withdrawn_at is null",
    )
    .bind(id)
    .bind(now)
    .run(c)
    .await?;
    Ok(ended == 1)
}

/// Ends what there is of a partner, also where nobody ever invited it: what was agreed to ends with that
/// day. False where it is over already.
pub async fn end_part(
    c: &mut Connection,
    (group, campaign): (i64, i64),
    (slug, words): (&str, Option<&Partner>),
    by: &str,
    now: i64,
) -> Result<bool> {
    let last = query(
        "select id, ended_at, accepted_at, name from partnership where campaign_id = $1 and partner = $2 \
         order by id desc limit 1",
    )
    .bind(campaign)
    .bind(slug)
    .first(c, |row| {
        let is_over = row.get::<Option<i64>>("ended_at")?.is_some();
        let is_kept = row.get::<Option<String>>("name")?.is_some();
        let is_accepted = row.get::<Option<i64>>("accepted_at")?.is_some();
        Ok((row.get::<i64>("id")?, is_over, is_kept && is_accepted))
    })
    .await?;
    let id = match last {
        Some((_, true, _)) => return Ok(false),
        Some((id, ..)) => id,
        None => {
            query(
                "insert into partnership (group_id, campaign_id, partner, invited_at, swept_position) \
                 values ($1, $2, $3, $4, 0) returning id",
            )
            .bind(group)
            .bind(campaign)
            .bind(slug)
            .bind(now)
            .one(c, |row| row.get("id"))
            .await?
        }
    };
    let are_kept = last.is_some_and(|(.., are_kept)| are_kept);
    if let Some(words) = words.filter(|_| !are_kept) {
        keep_words(c, id, words).await?;
    }
    end_partnership(c, id, by, now).await
}

/// Ends what there is of partners that left a campaign's files, which said `before` what they are; they take part no
/// more. Answers which ones.
pub async fn end_parts_except(
    c: &mut Connection,
    (group, campaign): (i64, i64),
    before: &[Partner],
    partners: &[Partner],
    now: i64,
) -> Result<Vec<String>> {
    // Those that were asked for once, invited or not.
    let known = query("select distinct partner from consent_words where campaign_id = $1 order by partner")
        .bind(campaign)
        .all(c, |row| row.get::<String>("partner"))
        .await?;
    let mut ended = Vec::new();
    for slug in known {
        if partners.iter().any(|partner| partner.slug == slug) {
            continue;
        }
        let words = before.iter().find(|partner| partner.slug == slug);
        if end_part(c, (group, campaign), (&slug, words), "group", now).await? {
            ended.push(slug);
        }
    }
    Ok(ended)
}

/// Keeps the words of those that accepted the terms before words were kept, as they stand.
pub async fn keep_accepted_words(c: &mut Connection, campaign: &str, partners: &[Partner]) -> Result<()> {
    let bare = query(
        "select p.id, p.partner from partnership p join campaign c on c.id = p.campaign_id where c.slug = $1 \
         and p.accepted_at is not null and p.ended_at is null and p.name is null",
    )
    .bind(campaign)
    .all(c, |row| Ok((row.get::<i64>("id")?, row.get::<String>("partner")?)))
    .await?;
    for (id, slug) in bare {
        if let Some(partner) = partners.iter().find(|partner| partner.slug == slug) {
            keep_words(c, id, partner).await?;
        }
    }
    Ok(())
}
