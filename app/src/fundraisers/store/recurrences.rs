//! The SQL of gifts that recur.

use super::doubt;
use super::pledges::{pledge, pledges};
use crate::fundraisers::Pledge;
use crate::fundraisers::doubt::Doubt;
use crate::fundraisers::recurrence::Course;
use broadside_db::{Connection, Result, query, query_composed};

/// Begins one whose provider's page is still to be used.
pub async fn begin_recurrence(c: &mut Connection, group: i64, fundraiser: i64, now: i64) -> Result<i64> {
    query(
        "insert into recurrence (group_id, fundraiser_id, state, looks, created_at, changed_at) \
         values ($1, $2, 'begun', 0, $3, $3) returning id",
    )
    .bind(group)
    .bind(fundraiser)
    .bind(now)
    .one(c, |row| row.get("id"))
    .await
}

/// Notes what the provider calls one, whose months are asked about from now on. Another one beside it is for people to
/// look at: it is asked for, and nobody here counts it.
pub async fn set_out(c: &mut Connection, pledge: &Pledge, subscription: &str, now: i64) -> Result<()> {
    let Some(recurrence) = &pledge.recurrence else { return Ok(()) };
    let done = query(
        "update recurrence set state = 'active', subscription = $2, look_at = $3, looks = 0, changed_at = $3 \
         where id = $1 and state = 'begun'",
    )
    .bind(recurrence.id)
    .bind(subscription)
    .bind(now)
    .run(c)
    .await?;
    if done == 0 && !is_known(c, recurrence.id, subscription).await? {
        tracing::error!(pledge = pledge.id, subscription, "it is given every month twice");
        doubt(c, pledge.id, &Doubt::Stray(subscription.to_owned())).await?;
    }
    Ok(())
}

async fn is_known(c: &mut Connection, id: i64, subscription: &str) -> Result<bool> {
    let known = query("select id from recurrence where id = $1 and subscription = $2")
        .bind(id)
        .bind(subscription)
        .first(c, |_| Ok(()))
        .await?;
    Ok(known.is_some())
}

/// The first months of those whose provider is to be asked what came in.
pub async fn to_follow(c: &mut Connection, provider: &str, now: i64, most: i64) -> Result<Vec<Pledge>> {
    // Money that was under way when one ended comes in afterwards.
    asked_now(c, "r.state in ('active', 'late', 'ended')", (provider, now, most)).await
}

/// The first months of those whose provider is to be asked to end them.
pub async fn to_end(c: &mut Connection, provider: &str, now: i64, most: i64) -> Result<Vec<Pledge>> {
    asked_now(c, "r.state = 'ending'", (provider, now, most)).await
}

async fn asked_now(
    c: &mut Connection,
    condition: &str,
    (provider, now, most): (&str, i64, i64),
) -> Result<Vec<Pledge>> {
    pledges(&format!(
        "p.month = 1 and p.provider = $3 and {condition} and r.look_at <= $1 order by r.look_at, r.id limit $2"
    ))
        .bind(now)
        .bind(most)
        .bind(provider)
        .all(c, pledge)
        .await
}

/// Those of fundraisers that are over, or of people who were erased.
const TO_BE_OVER: &str = "select r.id from recurrence r join fundraiser f on f.id = r.fundraiser_id \
     where r.state in ('active', 'late') and (f.state <> 'open' or exists (select 1 from pledge p \
     where p.recurrence_id = r.id and p.month = 1 and p.email = '')) order by r.id";

/// Whether there are any.
pub async fn are_to_be_over(c: &mut Connection) -> Result<bool> {
    Ok(query_composed(format!("{TO_BE_OVER} limit 1")).first(c, |_| Ok(())).await?.is_some())
}

/// Has the provider asked to end them; how many.
pub async fn let_be_over(c: &mut Connection, now: i64, most: i64) -> Result<u64> {
    query_composed(format!(
        "update recurrence set state = 'ending', look_at = $1, looks = 0, changed_at = $1 where id in ({TO_BE_OVER} limit $2)"
    ))
    .bind(now)
    .bind(most)
    .run(c)
    .await
}

/// Has the provider asked to end one; false where it is over already.
pub async fn let_end(c: &mut Connection, id: i64, now: i64) -> Result<bool> {
    let done = query(
        "update recurrence set state = 'ending', look_at = $2, looks = 0, changed_at = $2 where id = $1 \
         and state in ('active', 'late')",
    )
    .bind(id)
    .bind(now)
    .run(c)
    .await?;
    Ok(done == 1)
}

/// Notes how one stands, and when the provider is asked again; false where it stood so already.
pub async fn stands(
    c: &mut Connection,
    id: i64,
    (from, to): (Course, Course),
    (look_at, now): (Option<i64>, i64),
) -> Result<bool> {
    query(
        "update recurrence set state = $3, look_at = $4, looks = 0, \
         changed_at = case when state = $3 then changed_at else $5 end where id = $1 and state = $2",
    )
    .bind(id)
    .bind(from.word())
    .bind(to.word())
    .bind(look_at)
    .bind(now)
    .run(c)
    .await
    .map(|noted| noted == 1 && from != to)
}

/// A provider that gave no answer is asked again at a time.
pub async fn follow_later(c: &mut Connection, id: i64, at: i64) -> Result<()> {
    query("update recurrence set look_at = $2, looks = looks + 1 where id = $1 and look_at is not null")
        .bind(id)
        .bind(at)
        .run(c)
        .await?;
    Ok(())
}

/// Has the provider asked now; false where none of this name is known.
pub async fn follow_now(c: &mut Connection, subscription: &str, now: i64) -> Result<bool> {
    let known = query("update recurrence set look_at = $2 where subscription = $1")
        .bind(subscription)
        .bind(now)
        .run(c)
        .await?;
    Ok(known > 0)
}

/// Which demands of the provider's are months that are known, and how many months there are.
pub async fn months(c: &mut Connection, id: i64) -> Result<(Vec<String>, i64)> {
    let known = query("select invoice from pledge where recurrence_id = $1")
        .bind(id)
        .all(c, |row| row.get::<Option<String>>("invoice"))
        .await?;
    let all = i64::try_from(known.len()).unwrap_or(i64::MAX);
    Ok((known.into_iter().flatten().collect(), all))
}

/// A further month of whoever gave the first. Words stand with the first alone.
pub async fn add_month(c: &mut Connection, first: i64, month: i64, now: i64) -> Result<i64> {
    query(
        "insert into pledge (group_id, campaign_id, fundraiser_id, language, address_key, email, name, organisation, memory, \
         words, is_named, is_amount_shown, source, amount, fees, state, provider, looks, charges, recurrence_id, month, \
         created_at, changed_at, giver) select group_id, campaign_id, fundraiser_id, language, address_key, email, name, \
         organisation, memory, '', is_named, is_amount_shown, source, amount, fees, 'begun', provider, 0, 0, recurrence_id, \
         $2, $3, $3, coalesce(giver, id) from pledge where id = $1 returning id",
    )
    .bind(first)
    .bind(month)
    .bind(now)
    .one(c, |row| row.get("id"))
    .await
}

/// Notes what the provider asked for in a month, which is what it was: whoever changed it there covers no fees.
pub async fn asked_for(c: &mut Connection, id: i64, invoice: &str, amount: i64) -> Result<()> {
    query(
        "update pledge set invoice = $2, fees = case when amount = $3 then fees else 0 end, amount = $3 where id = $1",
    )
    .bind(id)
    .bind(invoice)
    .bind(amount)
    .run(c)
    .await?;
    Ok(())
}

/// How many give every month to a fundraiser, and how much.
pub async fn every_month(c: &mut Connection, fundraiser: i64) -> Result<(i64, i64)> {
    query(
        "select count(*) as n, cast(coalesce(sum(p.amount), 0) as bigint) as amount from pledge p \
         join recurrence r on r.id = p.recurrence_id where r.fundraiser_id = $1 and r.state in ('active', 'late') \
         and p.month = 1",
    )
    .bind(fundraiser)
    .one(c, |row| Ok((row.get("n")?, row.get("amount")?)))
    .await
}

/// Forgets what leads a provider to those who were erased, once nothing is asked of them any more.
pub async fn forget_subscriptions(c: &mut Connection, most: i64) -> Result<u64> {
    query(
        "update recurrence set subscription = null where id in (select r.id from recurrence r where r.state = 'ended' \
         and r.look_at is null and r.subscription is not null and not exists (select 1 from pledge p where p.recurrence_id = r.id \
         and p.email <> '') order by r.id limit $1)",
    )
    .bind(most)
    .run(c)
    .await
}

/// Blanks further months of people who were erased while one was noted: what the first month has is what they have.
pub async fn forget_months(c: &mut Connection, most: i64) -> Result<u64> {
    query(
        "update pledge set email = '', name = '', organisation = '', memory = '', is_named = false, is_amount_shown = false, \
         source = null, address_key = (select f.address_key from pledge f where f.recurrence_id = pledge.recurrence_id \
         and f.month = 1) where id in (select p.id from pledge p join pledge f on f.recurrence_id = p.recurrence_id \
         and f.month = 1 where p.month > 1 and p.email <> '' and f.email = '' order by p.id limit $1)",
    )
    .bind(most)
    .run(c)
    .await
}
