//! The SQL of who signs in for a partner of a campaign: it opens that partner's pages alone, and none of a group's.

use super::membership::{Group, group};
use broadside_db::{Connection, Result, Row, query};

/// A partnership that stands, as the guard sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnerPlace {
    pub partnership: i64,
    pub group: Group,
    pub campaign: i64,
    /// Its slug in the campaign's definition.
    pub partner: String,
    pub accepted_at: Option<i64>,
}

/// Somebody who signs in for a partner.
pub struct PartnerSeat {
    pub id: i64,
    pub name: String,
    pub email: String,
    pub since: i64,
}

fn place(row: &Row) -> Result<PartnerPlace> {
    Ok(PartnerPlace {
        partnership: row.get("partnership_id")?,
        group: group(row)?,
        campaign: row.get("campaign_id")?,
        partner: row.get("partner")?,
        accepted_at: row.get("accepted_at")?,
    })
}

/// The partnerships that stand and for which an account signs in, the first one first.
pub async fn partner_places_of(c: &mut Connection, account: i64) -> Result<Vec<PartnerPlace>> {
    query(
        "select s.partnership_id, p.campaign_id, p.partner, p.accepted_at, g.id, g.slug, g.name, \
         g.second_step_asked_at from partner_seat s join partnership p on p.id = s.partnership_id \
         join \"group\" g on g.id = p.group_id where s.account_id = $1 and s.ended_at is null \
         and p.ended_at is null order by p.id",
    )
    .bind(account)
    .all(c, place)
    .await
}

/// A partnership that stands.
pub async fn partner_place(c: &mut Connection, partnership: i64) -> Result<Option<PartnerPlace>> {
    query(
        "select p.id as partnership_id, p.campaign_id, p.partner, p.accepted_at, g.id, g.slug, g.name, \
         g.second_step_asked_at from partnership p join \"group\" g on g.id = p.group_id \
         where p.id = $1 and p.ended_at is null",
    )
    .bind(partnership)
    .first(c, place)
    .await
}

/// Whether an account signed in for a partner whose partnership is over.
pub async fn had_partner_seat(c: &mut Connection, account: i64, partnership: i64) -> Result<bool> {
    let found = query(
        "select s.id from partner_seat s join partnership p on p.id = s.partnership_id \
         where s.account_id = $1 and s.partnership_id = $2 and p.ended_at is not null limit 1",
    )
    .bind(account)
    .bind(partnership)
    .first(c, |row| row.get::<i64>("id"))
    .await?;
    Ok(found.is_some())
}

/// Lets an account sign in for a partner; false where it did so already.
pub async fn add_partner_seat(
    c: &mut Connection,
    (partnership, group): (i64, i64),
    account: i64,
    now: i64,
) -> Result<bool> {
    let added = query(
        "insert into partner_seat (group_id, partnership_id, account_id, accepted, created_at) \
         values ($1, $2, $3, false, $4) on conflict do nothing",
    )
    .bind(group)
    .bind(partnership)
    .bind(account)
    .bind(now)
    .run(c)
    .await?;
    Ok(added > 0)
}

/// Who signs in for a partner, the first one first.
pub async fn partner_seats(c: &mut Connection, partnership: i64) -> Result<Vec<PartnerSeat>> {
    query(
        "select s.id, a.name, a.email, s.created_at from partner_seat s join account a on a.id = s.account_id \
         where s.partnership_id = $1 and s.ended_at is null order by s.id",
    )
    .bind(partnership)
    .all(c, |row| {
        Ok(PartnerSeat {
            id: row.get("id")?,
            name: row.get("name")?,
            email: row.get("email")?,
            since: row.get("created_at")?,
        })
    })
    .await
}

/// Lets somebody sign in for a partner no more, nor come back by a link that waits; false where they do not.
pub async fn end_partner_seat(c: &mut Connection, partnership: i64, seat: i64, now: i64) -> Result<bool> {
    let account = query(
        "update partner_seat set ended_at = $3 where id = $2 and partnership_id = $1 and ended_at is null \
         returning account_id",
    )
    .bind(partnership)
    .bind(seat)
    .bind(now)
    .first(c, |row| row.get::<i64>("account_id"))
    .await?;
    let Some(account) = account else { return Ok(false) };
    query(
        "update desk_link set withdrawn_at = $3 where partnership_id = $1 and account_id = $2 \
         and used_at is null and withdrawn_at is null",
    )
    .bind(partnership)
    .bind(account)
    .bind(now)
    .run(c)
    .await?;
    Ok(true)
}

/// An invitation to sign in for a partner that waits for its answer.
pub struct PartnerInvitation {
    pub id: i64,
    pub email: String,
    pub expires_at: i64,
}

/// Those of a partnership that can be used still, the newest first.
pub async fn partner_invitations(
    c: &mut Connection,
    partnership: i64,
    now: i64,
) -> Result<Vec<PartnerInvitation>> {
    query(
        "select l.id, a.email, l.expires_at from desk_link l join account a on a.id = l.account_id \
         where l.partnership_id = $1 and l.used_at is null and l.withdrawn_at is null and l.expires_at > $2 \
         order by l.id desc",
    )
    .bind(partnership)
    .bind(now)
    .all(c, |row| {
        Ok(PartnerInvitation {
            id: row.get("id")?,
            email: row.get("email")?,
            expires_at: row.get("expires_at")?,
        })
    })
    .await
}

/// Takes an invitation back; false where it is not this partnership's or cannot be used any more.
pub async fn withdraw_partner_invitation(
    c: &mut Connection,
    partnership: i64,
    id: i64,
    now: i64,
) -> Result<bool> {
    let withdrawn = query(
        "update desk_link set withdrawn_at = $3 where id = $2 and partnership_id = $1 and used_at is null \
         and withdrawn_at is null",
    )
    .bind(partnership)
    .bind(id)
    .bind(now)
    .run(c)
    .await?;
    Ok(withdrawn == 1)
}
