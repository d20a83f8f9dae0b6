//! The SQL of a campaign's fundraisers, as an import leaves them. What somebody pledged under stands.

use crate::campaigns::definition::{Definition, Fundraiser, FundraiserKind, Short, Status};
use crate::campaigns::promised::{Broken, Promised};
use broadside_db::{Connection, Result, query, query_composed};

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

    fn broken_by(self, after: &Self, is_open: bool, now: i64) -> Vec<Promised> {
        if !is_open {
            return if self == *after { Vec::new() } else { vec![Promised::Settled] };
        }
        let mut broken = Vec::new();
        let is_decided_at_its_end = self.kind == FundraiserKind::AllOrNothing.word();
        if after.currency != self.currency {
            broken.push(Promised::Currency(self.currency));
        } else if after.goal < self.goal {
            broken.push(Promised::Goal { was: self.goal, is: after.goal });
        }
        if after.kind != self.kind {
            broken.push(Promised::Kind(self.kind));
        }
        if self.gives_back && !after.gives_back {
            broken.push(Promised::GivesBack);
        }
        if after.grace_days < self.grace_days {
            broken.push(Promised::Grace { was: self.grace_days });
        }
        if is_decided_at_its_end && after.ends_at != self.ends_at {
            broken.push(Promised::Decided { was: self.ends_at });
        } else if after.ends_at > self.ends_at {
            broken.push(Promised::Ends { was: self.ends_at });
        } else if after.ends_at < self.ends_at && after.ends_at <= now {
            broken.push(Promised::Past { was: self.ends_at });
        }
        broken
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
        let old = before.fundraiser(&one.slug);
        let goes_on = match old {
            Some(old) => one.goes_where(old),
            None => one.goes_to().is_none(),
        };
        if goes_on {
            continue;
        }
        // Of one that comes back after it was removed, too; one that is new has gone nowhere before. Of several changes
        // of which nobody was told yet, the first says where it went.
        query(
            "update fundraiser set went_to = case when redirected_at is null then coalesce($4, went_to) else went_to end, \
             goes_since = $3, redirected_at = $3, accounts = accounts || coalesce(' ' || cast($6 as text), '') \
             where campaign_id = $1 and slug = $2 and ($5 or created_at < $3)",
        )
        .bind(campaign)
        .bind(one.slug.as_str())
        .bind(now)
        .bind(old.and_then(Fundraiser::goes_to).map(str::to_owned))
        .bind(old.is_some())
        .bind(old.and_then(|old| old.account.as_ref()).map(|account| account.iban.clone()))
        .run(c)
        .await?;
    }
    for old in before.fundraisers.iter().filter(|old| after.fundraiser(&old.slug).is_none()) {
        query("update fundraiser set went_to = coalesce($3, went_to) where campaign_id = $1 and slug = $2")
            .bind(campaign)
            .bind(old.slug.as_str())
            .bind(old.goes_to().map(str::to_owned))
            .run(c)
            .await?;
    }
    Ok(())
}

/// Money came in, or may come: somebody’s page at the provider is open, or a transfer was announced.
const HAS_MONEY: &str = "p.state in ('charging', 'paid', 'refunding', 'refunded', 'disputed') \
     or p.state = 'begun' and (p.look_at is not null or p.provider = 'transfer')";
/// Somebody was told its terms: pledged or gave under them, stands at the provider’s page, or was told where to transfer.
/// Of one that missed its goal everybody was released, and its page says by what.
const WAS_TOLD: &str = "p.state not in ('begun', 'cancelled', 'released') \
     or p.state = 'released' and f.state = 'missed' \
     or p.state = 'begun' and (p.look_at is not null or p.provider = 'transfer')";

/// A fundraiser whose terms somebody was told.
struct Standing {
    id: i64,
    slug: String,
    terms: Terms,
    /// Its end lies ahead, or it was taken off before. What is over and not decided yet stays as it was, too.
    is_open: bool,
    has_money: bool,
    /// It has ended, and nobody was charged.
    is_missed: bool,
}

async fn standing(c: &mut Connection, campaign: &str, now: i64) -> Result<Vec<Standing>> {
    let pledge =
        |condition| format!("exists (select 1 from pledge p where p.fundraiser_id = f.id and ({condition}))");
    query_composed(format!(
        "select f.*, cast(case when {} then 1 else 0 end as bigint) as has_money from fundraiser f \
         join campaign c on c.id = f.campaign_id where c.slug = $1 and {} order by f.id",
        pledge(HAS_MONEY),
        pledge(WAS_TOLD)
    ))
    .bind(campaign)
    .all(c, |row| {
        let terms = Terms {
            kind: row.get("kind")?,
            currency: row.get("currency")?,
            goal: row.get("goal")?,
            ends_at: row.get("ends_at")?,
            grace_days: row.get("grace_days")?,
            gives_back: row.get("gives_back")?,
        };
        let state: String = row.get("state")?;
        let is_over = terms.ends_at <= now;
        Ok(Standing {
            id: row.get("id")?,
            slug: row.get("slug")?,
            terms,
            is_open: state == "open" && !is_over || state == "gone",
            has_money: row.get::<i64>("has_money")? == 1,
            is_missed: state == "missed",
        })
    })
    .await
}

/// What people were told and `after` would take from them, where `before` stands.
pub async fn broken_promises(
    c: &mut Connection,
    before: &Definition,
    after: &Definition,
    now: i64,
) -> Result<Vec<Broken>> {
    let mut broken = Vec::new();
    let is_hidden = after.status == Status::Draft && before.status != Status::Draft;
    for told in standing(c, &after.slug, now).await? {
        let mut say = |promise| broken.push(Broken { fundraiser: told.slug.clone(), promise });
        if is_hidden {
            say(Promised::Hidden);
        }
        let Some(one) = after.fundraiser(&told.slug) else {
            // One without money releases its pledges; what became of money stays to be seen.
            match (told.is_open, told.has_money) {
                (false, _) if told.is_missed => {}
                (false, _) => say(Promised::Outcome),
                (true, true) if told.terms.kind == FundraiserKind::AllOrNothing.word() => {
                    say(Promised::Payer);
                }
                (true, true) => say(Promised::Money),
                (true, false) => {}
            }
            continue;
        };
        if let Some(terms) = Terms::of(one, &after.time_zone) {
            told.terms.broken_by(&terms, told.is_open, now).into_iter().for_each(&mut say);
        }
        // One that comes back before its pledges were released would hold them under other words.
        let Some(old) = before.fundraiser(&told.slug) else {
            if !told.is_missed {
                say(Promised::Unreleased);
            }
            continue;
        };
        for (language, text) in &old.rule {
            if one.rule.get(language).is_none_or(|rule| rule != text) {
                say(Promised::Rule(language.clone()));
            }
        }
        for (item, number) in given_for(c, told.id).await? {
            let holds =
                |one: &Fundraiser| one.item(&item).is_some_and(|item| i64::from(item.count) >= number);
            if holds(old) && !holds(one) {
                say(Promised::Item(item));
            }
        }
    }
    Ok(broken)
}

/// The items that gifts which stand are for, and the last of several of each.
async fn given_for(c: &mut Connection, fundraiser: i64) -> Result<Vec<(String, i64)>> {
    query(
        "select item, max(item_number) as number from pledge where fundraiser_id = $1 and item is not null \
         and state not in ('begun', 'cancelled', 'released', 'lapsed') group by item order by item",
    )
    .bind(fundraiser)
    .all(c, |row| Ok((row.get("item")?, row.get("number")?)))
    .await
}

/// The same without what the one before it has broken already: nobody is kept from another change by that.
pub async fn newly_broken(
    c: &mut Connection,
    before: &Definition,
    after: &Definition,
    now: i64,
) -> Result<Vec<Broken>> {
    let is_alike = before.time_zone == after.time_zone && before.status == after.status;
    if before.fundraisers == after.fundraisers && is_alike {
        return Ok(Vec::new());
    }
    let already = broken_promises(c, before, before, now).await?;
    let mut broken = broken_promises(c, before, after, now).await?;
    broken.retain(|one| !already.contains(one));
    Ok(broken)
}
