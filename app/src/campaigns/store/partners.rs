//! The SQL of partners as the campaign's own pages see them: which of them take part no more.

use crate::campaigns::definition::Partner;
use broadside_db::{Connection, Result, query};
use std::collections::HashMap;

/// When each partner's last partnership ended, of those that have none since.
pub async fn partners_ended(c: &mut Connection, campaign: i64) -> Result<HashMap<String, i64>> {
    let found = query(
        "select p.partner, p.ended_at from partnership p where p.campaign_id = $1 and p.ended_at is not null \
         and not exists (select 1 from partnership later where later.campaign_id = p.campaign_id \
         and later.partner = p.partner and later.id > p.id)",
    )
    .bind(campaign)
    .all(c, |row| Ok((row.get::<String>("partner")?, row.get::<i64>("ended_at")?)))
    .await?;
    Ok(found.into_iter().collect())
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

/// Ends the partnerships of partners that left a campaign's files; they take part no more.
pub async fn end_partnerships_except(
    c: &mut Connection,
    campaign: i64,
    partners: &[Partner],
    now: i64,
) -> Result<()> {
    let open = query("select id, partner from partnership where campaign_id = $1 and ended_at is null")
        .bind(campaign)
        .all(c, |row| Ok((row.get::<i64>("id")?, row.get::<String>("partner")?)))
        .await?;
    for (id, _) in open.iter().filter(|(_, slug)| partners.iter().all(|partner| partner.slug != *slug)) {
        query("update partnership set ended_at = $2, ended_by = 'group' where id = $1 and ended_at is null")
            .bind(*id)
            .bind(now)
            .run(c)
            .await?;
    }
    Ok(())
}
