//! The SQL of those who agreed to a partner, and of what its sources brought.

use super::super::Partnership;
use broadside_db::{Connection, Result, query};

/// Somebody who agreed, as the partner sees them.
pub struct Signer {
    pub consent: i64,
    pub name: String,
    pub email: String,
    pub given_at: i64,
    pub source: String,
}

/// Those whose consent to a partner holds, the newest first, behind a consent where one is named. Who agreed under
/// several letters stands there once; people of one mailbox are told apart by their names.
pub async fn signers(
    c: &mut Connection,
    one: &Partnership,
    behind: Option<i64>,
    most: i64,
) -> Result<Vec<Signer>> {
    query(
        "select c.id, s.name, p.email, c.given_at, coalesce(c.source, '') as source from consent c \
         join signature s on s.id = c.signature_id join person p on p.id = c.person_id \
         where c.campaign_id = $1 and c.partner = $2 and c.id < $3 and c.withdrawn_at is null \
         and s.state = 'confirmed' and coalesce(c.agreed_at, s.signed_on_at) > $4 \
         and not exists (select 1 from signature m join consent n on n.signature_id = m.id \
         where m.person_id = s.person_id and m.campaign_id = s.campaign_id and m.name_key = s.name_key \
         and m.state = 'confirmed' and n.partner = c.partner and n.id > c.id and n.withdrawn_at is null \
         and coalesce(n.agreed_at, m.signed_on_at) > $4) order by c.id desc limit $5",
    )
    .bind(one.campaign)
    .bind(one.partner.as_str())
    .bind(behind.unwrap_or(i64::MAX))
    .bind(one.since)
    .bind(most)
    .all(c, |row| {
        Ok(Signer {
            consent: row.get("id")?,
            name: row.get("name")?,
            email: row.get("email")?,
            given_at: row.get("given_at")?,
            source: row.get("source")?,
        })
    })
    .await
}

/// How many people agree to a partner; no more than `most` are counted.
pub async fn standing(c: &mut Connection, one: &Partnership, most: i64) -> Result<i64> {
    query(
        "select count(*) as n from (select distinct s.person_id, s.name_key from consent c \
         join signature s on s.id = c.signature_id \
         where c.campaign_id = $1 and c.partner = $2 and c.withdrawn_at is null and s.state = 'confirmed' \
         and coalesce(c.agreed_at, s.signed_on_at) > $3 limit $4) as held",
    )
    .bind(one.campaign)
    .bind(one.partner.as_str())
    .bind(one.since)
    .bind(most)
    .one(c, |row| row.get("n"))
    .await
}

/// How many consents to a partner end with it; no more than `most` are counted.
pub async fn would_end(c: &mut Connection, campaign: i64, partner: &str, most: i64) -> Result<i64> {
    query(
        "select count(*) as n from (select id from consent where campaign_id = $1 and partner = $2 \
         and withdrawn_at is null limit $3) as held",
    )
    .bind(campaign)
    .bind(partner)
    .bind(most)
    .one(c, |row| row.get("n"))
    .await
}

/// Signatures of a campaign by source, from the tallies: what each letter counts once.
pub async fn tallied(c: &mut Connection, campaign: i64) -> Result<Vec<(String, i64)>> {
    query(
        "select t.source, cast(sum(t.signatures) as bigint) as n from tally t join letter l on l.id = t.letter_id \
         where l.campaign_id = $1 group by t.source",
    )
    .bind(campaign)
    .all(c, |row| Ok((row.get("source")?, row.get("n")?)))
    .await
}

/// The same of a campaign with several letters: whoever signed more than one counts once, by the source of the
/// first.
pub async fn deduplicated(c: &mut Connection, campaign: i64) -> Result<Vec<(String, i64)>> {
    query(
        "select coalesce(s.source, '') as source, count(*) as n from signature s where s.campaign_id = $1 \
         and s.state = 'confirmed' and not exists (select 1 from signature e where e.person_id = s.person_id \
         and e.place = s.place and e.campaign_id = s.campaign_id and e.state = 'confirmed' and e.id < s.id) \
         group by coalesce(s.source, '')",
    )
    .bind(campaign)
    .all(c, |row| Ok((row.get("source")?, row.get("n")?)))
    .await
}
