//! The SQL of a campaign's fundraisers, as an import leaves them. What somebody pledged under stands.

use crate::campaigns::definition::{Definition, Fundraiser, Short};
use crate::campaigns::promised::{Broken, Promised};
use broadside_db::{Connection, Result, query};

/// What is noted of a fundraiser while it is open.
#[derive(Debug, PartialEq, Eq)]
struct Terms {
    kind: String,
    currency: String,
    goal: i64,
    ends_at: i64,
    grace_days: i64,
    gives_back: bool,
}

impl Terms {
    /// Nothing where it names no moment, which is refused when files are read.
    fn of(one: &Fundraiser, zone: &str) -> Option<Self> {
        Some(Self {
            kind: one.kind.word().to_owned(),
            currency: one.currency.clone(),
            goal: one.goal(),
            ends_at: one.ends_at(zone).ok()?,
            grace_days: i64::from(one.grace_days),
            gives_back: one.short == Short::GiveBack,
        })
    }
}

/// Brings a campaign's fundraisers to what its definition says. One that ended stays as it ended; one that left the
/// definition before it did is gone, and its pledges are released.
pub async fn sync_fundraisers(
    c: &mut Connection,
    (campaign, group): (i64, i64),
    definition: &Definition,
    now: i64,
) -> Result<()> {
    for one in &definition.fundraisers {
        let Some(terms) = Terms::of(one, &definition.time_zone) else { continue };
        query(
            "insert into fundraiser (group_id, campaign_id, slug, kind, currency, goal, ends_at, grace_days, gives_back, \
             state, is_given_back, last_receipt, created_at, changed_at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', false, 0, $10, $10) \
             on conflict (campaign_id, slug) do update set kind = excluded.kind, currency = excluded.currency, \
             goal = excluded.goal, ends_at = excluded.ends_at, grace_days = excluded.grace_days, \
             gives_back = excluded.gives_back, state = 'open', changed_at = excluded.changed_at \
             where fundraiser.state in ('open', 'gone')",
        )
        .bind(group)
        .bind(campaign)
        .bind(one.slug.as_str())
        .bind(terms.kind)
        .bind(terms.currency)
        .bind(terms.goal)
        .bind(terms.ends_at)
        .bind(terms.grace_days)
        .bind(terms.gives_back)
        .bind(now)
        .run(c)
        .await?;
    }
    let open = query("select id, slug from fundraiser where campaign_id = $1 and state = 'open'")
        .bind(campaign)
        .all(c, |row| Ok((row.get::<i64>("id")?, row.get::<String>("slug")?)))
        .await?;
    for (id, slug) in open {
        if definition.fundraiser(&slug).is_none() {
            query("update fundraiser set state = 'gone', changed_at = $2 where id = $1")
                .bind(id)
                .bind(now)
                .run(c)
                .await?;
        }
    }
    Ok(())
}

/// Notes of each fundraiser whose money goes elsewhere than before that whoever keeps it is to be told.
pub async fn note_redirected(
    c: &mut Connection,
    campaign: i64,
    (before, after): (&Definition, &Definition),
    now: i64,
) -> Result<()> {
    for one in &after.fundraisers {
        if before.fundraiser(&one.slug).is_some_and(|old| !one.goes_where(old)) {
            query("update fundraiser set redirected_at = $3 where campaign_id = $1 and slug = $2")
                .bind(campaign)
                .bind(one.slug.as_str())
                .bind(now)
                .run(c)
                .await?;
        }
    }
    Ok(())
}

/// What people have pledged or given under and a definition would take from them.
pub async fn broken_promises(c: &mut Connection, definition: &Definition) -> Result<Vec<Broken>> {
    let standing = query(
        "select f.* from fundraiser f join campaign c on c.id = f.campaign_id where c.slug = $1 and exists \
         (select 1 from pledge p where p.fundraiser_id = f.id and p.state not in ('begun', 'cancelled', 'released')) \
         order by f.id",
    )
    .bind(definition.slug.as_str())
    .all(c, |row| {
        let terms = Terms {
            kind: row.get("kind")?,
            currency: row.get("currency")?,
            goal: row.get("goal")?,
            ends_at: row.get("ends_at")?,
            grace_days: row.get("grace_days")?,
            gives_back: row.get("gives_back")?,
        };
        Ok((row.get::<String>("slug")?, terms, row.get::<String>("state")?))
    })
    .await?;
    let mut broken = Vec::new();
    for (slug, before, state) in standing {
        let mut say = |promise| broken.push(Broken { fundraiser: slug.clone(), promise });
        let Some(one) = definition.fundraiser(&slug) else {
            // One that is open releases its pledges; what became of money that was paid stays to be seen.
            if state != "open" && state != "gone" {
                say(Promised::Outcome);
            }
            continue;
        };
        let Some(after) = Terms::of(one, &definition.time_zone) else { continue };
        if after.kind != before.kind {
            say(Promised::Kind(before.kind));
        }
        if after.currency != before.currency {
            say(Promised::Currency(before.currency));
        } else if after.goal < before.goal {
            say(Promised::Goal { was: before.goal, is: after.goal });
        }
        if after.ends_at > before.ends_at {
            say(Promised::Ends { was: before.ends_at });
        }
        if before.gives_back && !after.gives_back {
            say(Promised::GivesBack);
        }
    }
    Ok(broken)
}

/// The same without what the one before it has broken already: nobody is kept from another change by that.
pub async fn newly_broken(
    c: &mut Connection,
    before: &Definition,
    after: &Definition,
) -> Result<Vec<Broken>> {
    if before.fundraisers == after.fundraisers && before.time_zone == after.time_zone {
        return Ok(Vec::new());
    }
    let already = broken_promises(c, before).await?;
    let mut broken = broken_promises(c, after).await?;
    broken.retain(|one| !already.contains(one));
    Ok(broken)
}
