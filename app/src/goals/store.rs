//! The SQL of goals that are reached, and who is told.

use crate::campaigns::definition::Audience;
use crate::campaigns::store::{Mark, Measure, mark, marks};
use crate::fundraisers::store as fundraisers;
use broadside_db::{Connection, Result, query};
use broadside_money::Amount;
use std::collections::HashMap;

/// What stands towards a campaign's goals: signatures by the slugs of its letters, people by those of its events, money
/// by those of its fundraisers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pub signatures: HashMap<String, i64>,
    pub people: HashMap<String, i64>,
    pub money: HashMap<String, Amount>,
}

pub async fn sums(c: &mut Connection, campaign: i64) -> Result<Sums> {
    Ok(Sums {
        signatures: signatures(c, campaign).await?,
        people: people(c, campaign).await?,
        money: money(c, campaign).await?,
    })
}

/// Of these sums those alone that some of these marks ask for.
pub async fn sums_for(c: &mut Connection, campaign: i64, marks: &[Mark]) -> Result<Sums> {
    let mut sums = Sums::default();
    for mark in marks.iter().filter(|mark| mark.campaign == campaign) {
        match mark.measure {
            Measure::Signatures { .. } if sums.signatures.is_empty() => {
                sums.signatures = signatures(c, campaign).await?;
            }
            Measure::People { .. } if sums.people.is_empty() => sums.people = people(c, campaign).await?,
            Measure::Money { .. } if sums.money.is_empty() => sums.money = money(c, campaign).await?,
            _ => {}
        }
    }
    Ok(sums)
}

async fn signatures(c: &mut Connection, campaign: i64) -> Result<HashMap<String, i64>> {
    let found = query(
        "select l.slug, cast(coalesce(sum(t.signatures), 0) as bigint) as n from tally t \
         join letter l on l.id = t.letter_id where l.campaign_id = $1 group by l.slug",
    );
    let found = found.bind(campaign).all(c, |row| Ok((row.get("slug")?, row.get("n")?))).await?;
    Ok(found.into_iter().collect())
}

async fn people(c: &mut Connection, campaign: i64) -> Result<HashMap<String, i64>> {
    let found = query(
        "select s.event, cast(coalesce(sum(r.people), 0) as bigint) as n from event_slot s \
         join rsvp r on r.slot_id = s.id where s.campaign_id = $1 and s.gone_at is null and not s.is_cancelled \
         and r.state = 'coming' group by s.event",
    );
    let found = found.bind(campaign).all(c, |row| Ok((row.get("event")?, row.get("n")?))).await?;
    Ok(found.into_iter().collect())
}

/// As each fundraiser's own page has it.
async fn money(c: &mut Connection, campaign: i64) -> Result<HashMap<String, Amount>> {
    let mut found = HashMap::new();
    for promise in fundraisers::promises_of(c, campaign).await? {
        let amount = Amount::new(fundraisers::towards(c, &promise).await?, promise.currency);
        found.insert(promise.slug, amount);
    }
    Ok(found)
}

/// The marks that are still to be reached, of campaigns that anybody may see.
pub async fn open(c: &mut Connection) -> Result<Vec<Mark>> {
    marks("m.reached_at is null and m.replaced_at is null and c.status <> 'draft'").all(c, mark).await
}

pub async fn by_id(c: &mut Connection, id: i64) -> Result<Option<Mark>> {
    marks("m.id = $1").bind(id).first(c, mark).await
}

/// Notes that a mark was reached; false where that is noted already.
pub async fn reach(c: &mut Connection, id: i64, with: Option<i64>, now: i64) -> Result<bool> {
    let reached = query(
        "update goal_mark set reached_at = $2, reached_with = $3 where id = $1 and reached_at is null \
         and replaced_at is null",
    )
    .bind(id)
    .bind(now)
    .bind(with)
    .run(c)
    .await?;
    Ok(reached == 1)
}

/// The accounts that are told: number and address key.
pub async fn audience(c: &mut Connection, mark: &Mark, audience: Audience) -> Result<Vec<(i64, String)>> {
    let found = match audience {
        Audience::Organisers => query(
            "select distinct a.id, a.email from membership m join account a on a.id = m.account_id \
             where m.group_id = $1 and (m.campaign_id is null or m.campaign_id = $2) \
             and m.role in ('owner', 'organiser') and m.ended_at is null and m.deactivated_at is null \
             and a.deactivated_at is null order by a.id",
        ),
        Audience::Partners => query(
            "select distinct a.id, a.email from partner_seat s join partnership p on p.id = s.partnership_id \
             join account a on a.id = s.account_id where p.group_id = $1 and p.campaign_id = $2 \
             and p.accepted_at is not null and p.ended_at is null and s.ended_at is null \
             and a.deactivated_at is null order by a.id",
        ),
    };
    found.bind(mark.group).bind(mark.campaign).all(c, |row| Ok((row.get("id")?, row.get("email")?))).await
}

/// Notes that somebody is told; nothing where they are told already.
pub async fn notice(c: &mut Connection, mark: &Mark, account: i64, now: i64) -> Result<Option<i64>> {
    query(
        "insert into goal_notice (group_id, goal_mark_id, account_id, created_at) values ($1, $2, $3, $4) \
         on conflict do nothing returning id",
    )
    .bind(mark.group)
    .bind(mark.id)
    .bind(account)
    .bind(now)
    .first(c, |row| row.get("id"))
    .await
}

/// What a mail is written from.
pub struct Notice {
    pub mark: i64,
    pub account: i64,
}

pub async fn notice_by_id(c: &mut Connection, id: i64) -> Result<Option<Notice>> {
    query("select goal_mark_id, account_id from goal_notice where id = $1")
        .bind(id)
        .first(c, |row| Ok(Notice { mark: row.get("goal_mark_id")?, account: row.get("account_id")? }))
        .await
}
