//! The SQL of groups and who belongs to them.

use crate::accounts::{Membership, Role};
use broadside_db::{Connection, Result, Row, query};

/// A group, as far as the desk needs it everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub id: i64,
    pub slug: String,
    pub name: String,
    /// Since when it asks a second step of whoever works in it.
    pub second_step_asked_at: Option<i64>,
}

pub(super) fn group(row: &Row) -> Result<Group> {
    Ok(Group {
        id: row.get("id")?,
        slug: row.get("slug")?,
        name: row.get("name")?,
        second_step_asked_at: row.get("second_step_asked_at")?,
    })
}

pub async fn groups(c: &mut Connection) -> Result<Vec<Group>> {
    query("select id, slug, name, second_step_asked_at from \"group\" order by id").all(c, group).await
}

pub async fn group_by_slug(c: &mut Connection, slug: &str) -> Result<Option<Group>> {
    query("select id, slug, name, second_step_asked_at from \"group\" where slug = $1")
        .bind(slug)
        .first(c, group)
        .await
}

pub async fn group_by_id(c: &mut Connection, id: i64) -> Result<Option<Group>> {
    query("select id, slug, name, second_step_asked_at from \"group\" where id = $1")
        .bind(id)
        .first(c, group)
        .await
}

/// Groups that nobody owns: their campaigns can be seen by nobody in the desk.
pub async fn groups_without_owner(c: &mut Connection) -> Result<Vec<Group>> {
    query(
        "select id, slug, name, second_step_asked_at from \"group\" g where not exists (select 1 from membership m where m.group_id = g.id \
         and m.campaign_id is null and m.role = 'owner' and m.ended_at is null and m.deactivated_at is null) order by id",
    )
    .all(c, group)
    .await
}

/// Asks a second step of whoever works in a group, from a time on, or asks it no more; false where it stood so.
pub async fn ask_second_step(c: &mut Connection, group: i64, since: Option<i64>) -> Result<bool> {
    let changed = query(
        "update \"group\" set second_step_asked_at = $2 where id = $1 \
         and (second_step_asked_at is null) <> (cast($2 as bigint) is null)",
    )
    .bind(group)
    .bind(since)
    .run(c)
    .await?;
    Ok(changed == 1)
}

/// How many of those who work in a group have no second step.
pub async fn without_second_step(c: &mut Connection, group: i64) -> Result<i64> {
    query(
        "select count(distinct a.id) as n from membership m join account a on a.id = m.account_id \
         where m.group_id = $1 and m.ended_at is null and a.totp_confirmed_at is null",
    )
    .bind(group)
    .one(c, |row| row.get("n"))
    .await
}

/// A group with an address made of its name that no group has yet.
pub async fn add_group(c: &mut Connection, slug: &str, name: &str, now: i64) -> Result<i64> {
    query("insert into \"group\" (slug, name, created_at) values ($1, $2, $3) returning id")
        .bind(slug)
        .bind(name)
        .bind(now)
        .one(c, |row| row.get("id"))
        .await
}

/// What an account may do somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub membership: i64,
    pub group: Group,
    /// The one campaign that it is about; nothing for the whole group.
    pub campaign: Option<i64>,
    pub role: Role,
}

/// Every place of an account, by group.
pub async fn places_of(c: &mut Connection, account: i64) -> Result<Vec<Place>> {
    query(
        "select m.id as membership, m.campaign_id, m.role, g.id, g.slug, g.name, g.second_step_asked_at from membership m \
         join \"group\" g on g.id = m.group_id where m.account_id = $1 and m.ended_at is null \
         and m.deactivated_at is null order by g.name, m.id",
    )
    .bind(account)
    .all(c, |row| {
        Ok(Place {
            membership: row.get("membership")?,
            group: group(row)?,
            campaign: row.get("campaign_id")?,
            role: super::role(row)?,
        })
    })
    .await
}

/// What closed a group to somebody who belonged to it once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    Suspended,
    Left,
}

/// Nothing where an account never belonged to a group.
pub async fn closed(c: &mut Connection, account: i64, group: i64) -> Result<Option<Closed>> {
    query(
        "select ended_at from membership where account_id = $1 and group_id = $2 \
         and (ended_at is not null or deactivated_at is not null) \
         order by case when ended_at is null then 0 else 1 end limit 1",
    )
    .bind(account)
    .bind(group)
    .first(c, |row| {
        let ended_at: Option<i64> = row.get("ended_at")?;
        Ok(if ended_at.is_none() { Closed::Suspended } else { Closed::Left })
    })
    .await
}

/// A campaign's number, slug and group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampaignPlace {
    pub id: i64,
    pub slug: String,
    pub group: Group,
}

pub async fn campaign_place(c: &mut Connection, slug: &str) -> Result<Option<CampaignPlace>> {
    query(
        "select c.id as campaign_id, c.slug as campaign_slug, g.id, g.slug, g.name, g.second_step_asked_at from campaign c \
         join \"group\" g on g.id = c.group_id where c.slug = $1",
    )
    .bind(slug)
    .first(c, campaign)
    .await
}

fn membership(row: &Row) -> Result<Membership> {
    Ok(Membership {
        id: row.get("id")?,
        account: row.get("account_id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        role: super::role(row)?,
        campaign: row.get("campaign")?,
        version: row.get("version")?,
        created_at: row.get("created_at")?,
        deactivated_at: row.get("deactivated_at")?,
    })
}

pub async fn members(c: &mut Connection, group: i64) -> Result<Vec<Membership>> {
    query(
        "select m.id, m.account_id, a.name, a.email, m.role, c.slug as campaign, m.version, m.created_at, \
         m.deactivated_at \
         from membership m join account a on a.id = m.account_id left join campaign c on c.id = m.campaign_id \
         where m.group_id = $1 and m.ended_at is null order by m.id",
    )
    .bind(group)
    .all(c, membership)
    .await
}

/// Adds a member, or gives one who is there already the role.
pub async fn add_member(
    c: &mut Connection,
    account: i64,
    group: i64,
    campaign: Option<i64>,
    role: Role,
    now: i64,
) -> Result<()> {
    let standing = query(
        "select id from membership where account_id = $1 and group_id = $2 and ended_at is null \
         and coalesce(campaign_id, 0) = $3",
    )
    .bind(account)
    .bind(group)
    .bind(campaign.unwrap_or(0))
    .first(c, |row| row.get::<i64>("id"))
    .await?;
    match standing {
        Some(id) => {
            query("update membership set role = $2, version = version + 1 where id = $1")
                .bind(id)
                .bind(role.word())
                .run(c)
                .await?
        }
        None => {
            query(
                "insert into membership (account_id, group_id, campaign_id, role, version, created_at) \
                 values ($1, $2, $3, $4, 1, $5)",
            )
            .bind(account)
            .bind(group)
            .bind(campaign)
            .bind(role.word())
            .bind(now)
            .run(c)
            .await?
        }
    };
    Ok(())
}

/// Gives a member another role; false where the membership was changed since that version.
pub async fn set_role(c: &mut Connection, id: i64, version: i64, role: Role) -> Result<bool> {
    let changed = query(
        "update membership set role = $3, version = version + 1 where id = $1 and version = $2 and ended_at is null",
    )
    .bind(id)
    .bind(version)
    .bind(role.word())
    .run(c)
    .await?;
    Ok(changed > 0)
}

/// Suspends a membership, or lets it open things again where `since` is nothing; false where it was
/// changed since that version.
pub async fn suspend(c: &mut Connection, id: i64, version: i64, since: Option<i64>) -> Result<bool> {
    let changed = query(
        "update membership set deactivated_at = $3, version = version + 1 where id = $1 and version = $2 \
         and ended_at is null",
    )
    .bind(id)
    .bind(version)
    .bind(since)
    .run(c)
    .await?;
    Ok(changed > 0)
}

/// Ends a membership; false where it was changed since that version.
pub async fn end_membership(c: &mut Connection, id: i64, version: i64, now: i64) -> Result<bool> {
    let ended = query(
        "update membership set ended_at = $3, version = version + 1 where id = $1 and version = $2 \
         and ended_at is null",
    )
    .bind(id)
    .bind(version)
    .bind(now)
    .run(c)
    .await?;
    Ok(ended > 0)
}

pub async fn campaigns_of(c: &mut Connection, group: i64) -> Result<Vec<CampaignPlace>> {
    query(
        "select c.id as campaign_id, c.slug as campaign_slug, g.id, g.slug, g.name, g.second_step_asked_at from campaign c \
         join \"group\" g on g.id = c.group_id where c.group_id = $1 order by c.id desc",
    )
    .bind(group)
    .all(c, campaign)
    .await
}

fn campaign(row: &Row) -> Result<CampaignPlace> {
    Ok(CampaignPlace { id: row.get("campaign_id")?, slug: row.get("campaign_slug")?, group: group(row)? })
}
