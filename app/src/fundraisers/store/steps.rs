//! The SQL of what becomes of pledges. Each step from one state to the next is an update that names the state it leaves,
//! so that it is done once, whoever does it.

use crate::fundraisers::charging::pause;
use crate::fundraisers::doubt::Doubt;
use crate::fundraisers::{Pledge, State};
use broadside_db::{Connection, Result, query, query_composed};

/// What was refused or doubtful before is over once a pledge stands otherwise.
const OVER: &str =
    "doubt = case when doubt like 'refused %' or doubt = 'less-refunded' then null else doubt end";
/// That less was paid back than was said stands until all is: a bank may take it, and give it again, in between.
const OVER_BUT_LESS: &str = "doubt = case when doubt like 'refused %' or doubt = 'less-refunded' and $3 = 'refunded' then null else doubt end";

/// Leaves one state for another; false where it is in another one by now.
pub async fn step(c: &mut Connection, id: i64, (from, to): (State, State), now: i64) -> Result<bool> {
    let done = query_composed(format!(
        "update pledge set state = $3, changed_at = $4, {OVER} where id = $1 and state = $2"
    ))
    .bind(id)
    .bind(from.word())
    .bind(to.word())
    .bind(now)
    .run(c)
    .await?;
    Ok(done == 1)
}

/// Waits until nobody else changes a pledge: what is read of it afterwards stands until the transaction ends.
pub async fn wait_for_pledge(c: &mut Connection, id: i64) -> Result<()> {
    query("update pledge set looks = looks where id = $1").bind(id).run(c).await?;
    Ok(())
}

/// Notes the provider's page, and when to ask about it.
pub async fn set_session(c: &mut Connection, id: i64, session: &str, look_at: i64, now: i64) -> Result<()> {
    query("update pledge set session = $2, look_at = $3, looks = 0, close_at = null, changed_at = $4 where id = $1")
        .bind(id)
        .bind(session)
        .bind(look_at)
        .bind(now)
        .run(c)
        .await?;
    Ok(())
}

/// Notes when the provider is asked about a session again; nothing where nothing comes of it any more.
pub async fn look_again(c: &mut Connection, pledge: &Pledge, at: Option<i64>) -> Result<()> {
    query("update pledge set look_at = $3, looks = looks + 1 where id = $1 and session = $2")
        .bind(pledge.id)
        .bind(pledge.session.clone())
        .bind(at)
        .run(c)
        .await?;
    Ok(())
}

/// Notes that nothing comes of a page any more.
pub async fn came_to_nothing(c: &mut Connection, pledge: &Pledge, now: i64) -> Result<()> {
    query(
        "update pledge set look_at = null, looks = looks + 1, payment = case when state = 'begun' then null else payment end, \
         doubt = case when doubt like 'unanswered %' then null else doubt end, changed_at = $3 where id = $1 and session = $2 and state in ('begun', 'declined')",
    )
    .bind(pledge.id)
    .bind(pledge.session.clone())
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// Notes that a payment did not arrive; false where that is noted, or something else came of it.
pub async fn did_not_arrive(c: &mut Connection, pledge: &Pledge, doubt: &Doubt, now: i64) -> Result<bool> {
    let done = query(
        "update pledge set payment = null, look_at = null, looks = looks + 1, doubt = $3, changed_at = $4 \
         where id = $1 and session = $2 and state = 'begun' and (doubt is null or doubt <> $3)",
    )
    .bind(pledge.id)
    .bind(pledge.session.clone())
    .bind(doubt.written())
    .bind(now)
    .run(c)
    .await?;
    Ok(done == 1)
}

/// Notes a payment that is on its way, and when it is asked about again.
pub async fn is_under_way(
    c: &mut Connection,
    pledge: &Pledge,
    (payment, look_at): (&str, i64),
    now: i64,
) -> Result<()> {
    query(
        "update pledge set payment = $3, look_at = $4, looks = looks + 1, doubt = null, changed_at = $5 \
         where id = $1 and session = $2 and state = 'begun'",
    )
    .bind(pledge.id)
    .bind(pledge.session.clone())
    .bind(payment)
    .bind(look_at)
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// A provider that did not say what became of a call is asked again after a while.
pub async fn ask_later(c: &mut Connection, pledge: &Pledge, now: i64) -> Result<()> {
    ask_at(c, pledge, now + pause(pledge.looks)).await
}

/// The same at a moment.
pub async fn ask_at(c: &mut Connection, pledge: &Pledge, at: i64) -> Result<()> {
    query("update pledge set look_at = $3, looks = looks + 1 where id = $1 and state = $2")
        .bind(pledge.id)
        .bind(pledge.state.word())
        .bind(at)
        .run(c)
        .await?;
    Ok(())
}

/// Notes that a charge is asked for once more, and may be under way until a time; false where it is not to be any more.
pub async fn begin_asking(c: &mut Connection, id: i64, until: i64) -> Result<bool> {
    let begun = query("update pledge set asked_until = $2 where id = $1 and state = 'charging'")
        .bind(id)
        .bind(until)
        .run(c)
        .await?;
    Ok(begun == 1)
}

/// Notes that what was asked for was answered, or that it was not.
pub async fn end_asking(c: &mut Connection, id: i64) -> Result<()> {
    query("update pledge set asked_until = null where id = $1").bind(id).run(c).await?;
    Ok(())
}

/// Whether a charge may be under way, until the transaction ends.
pub async fn is_being_asked(c: &mut Connection, id: i64, now: i64) -> Result<bool> {
    wait_for_pledge(c, id).await?;
    let asked = query("select id from pledge where id = $1 and asked_until > $2").bind(id).bind(now);
    Ok(asked.first(c, |_| Ok(())).await?.is_some())
}

/// Notes what is refused of a pledge that stands as it did; false where it does not any more.
pub async fn doubt_of(c: &mut Connection, pledge: &Pledge, doubt: &Doubt) -> Result<bool> {
    let done = query("update pledge set doubt = $3 where id = $1 and state = $2")
        .bind(pledge.id)
        .bind(pledge.state.word())
        .bind(doubt.written())
        .run(c)
        .await?;
    Ok(done == 1)
}

/// Notes what does not agree with what the provider says.
pub async fn doubt(c: &mut Connection, id: i64, doubt: &Doubt) -> Result<()> {
    query("update pledge set doubt = $2 where id = $1").bind(id).bind(doubt.written()).run(c).await?;
    Ok(())
}

/// Takes what the provider calls payer and way to pay; false where the pledge is past that.
pub async fn set_up(
    c: &mut Connection,
    pledge: &Pledge,
    (payer, method): (&str, &str),
    item: Option<&(String, i64)>,
    now: i64,
) -> Result<bool> {
    let done = query(
        "update pledge set state = 'pledged', payer = $3, method = $4, item = coalesce(item, $5), \
         item_number = coalesce(item_number, $6), look_at = null, looks = 0, promised_at = coalesce(promised_at, $7), changed_at = $7 \
         where id = $1 and state = $2 and state in ('begun', 'declined')",
    )
    .bind(pledge.id)
    .bind(pledge.state.word())
    .bind(payer)
    .bind(method)
    .bind(item.map(|(slug, _)| slug.clone()))
    .bind(item.map(|(_, number)| *number))
    .bind(now)
    .run(c)
    .await?;
    Ok(done == 1)
}

/// Notes a payment and the number of its receipt; false where that is noted already. Money that nobody asked for is
/// still to be looked at.
pub async fn paid(
    c: &mut Connection,
    pledge: &Pledge,
    (payment, receipt, paid_at): (&str, i64, i64),
    item: Option<&(String, i64)>,
    now: i64,
) -> Result<bool> {
    let done = query(
        "update pledge set state = 'paid', payment = $2, receipt = $3, item = coalesce(item, $4), \
         item_number = coalesce(item_number, $5), look_at = null, grace_until = null, \
         doubt = case when doubt like 'stray %' then doubt end, \
         promised_at = coalesce(promised_at, $6), paid_at = $7, changed_at = $6 \
         where id = $1 and state in ('begun', 'pledged', 'charging', 'declined', 'lapsed')",
    )
    .bind(pledge.id)
    .bind(payment)
    .bind(receipt)
    .bind(item.map(|(slug, _)| slug.clone()))
    .bind(item.map(|(_, number)| *number))
    .bind(now)
    .bind(paid_at)
    .run(c)
    .await?;
    Ok(done == 1)
}

/// Notes what became of a payment, as its provider says now.
pub async fn stands_as(
    c: &mut Connection,
    pledge: &Pledge,
    (state, returned): (State, i64),
    now: i64,
) -> Result<()> {
    query_composed(format!(
        "update pledge set state = $3, returned = $4, changed_at = $5, {OVER_BUT_LESS} where id = $1 and state = $2"
    ))
    .bind(pledge.id)
    .bind(pledge.state.word())
    .bind(state.word())
    .bind(returned)
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// Notes how much of a payment was paid back in all; false where it is not paid, or that was noted already.
pub async fn returned(c: &mut Connection, pledge: &Pledge, returned: i64, now: i64) -> Result<bool> {
    let done = query(
        "update pledge set returned = $3, changed_at = $4 where id = $1 and state = 'paid' and returned = $2 \
         and returned < $3 and amount > $3",
    )
    .bind(pledge.id)
    .bind(pledge.returned)
    .bind(returned)
    .bind(now)
    .run(c)
    .await?;
    Ok(done == 1)
}

/// Notes that a charge was declined. The time to pay in another way runs from the first time on.
pub async fn declined(c: &mut Connection, id: i64, until: i64, now: i64) -> Result<bool> {
    let done = query_composed(format!(
        "update pledge set state = 'declined', look_at = null, grace_until = coalesce(grace_until, $2), changed_at = $3, {OVER} \
         where id = $1 and state = 'charging'"
    ))
    .bind(id)
    .bind(until)
    .bind(now)
    .run(c)
    .await?;
    Ok(done == 1)
}

/// Begins the charge of a pledge; answers which it is.
pub async fn begin_charge(c: &mut Connection, id: i64, now: i64) -> Result<Option<i64>> {
    query_composed(format!(
        "update pledge set state = 'charging', charges = charges + 1, look_at = null, looks = 0, changed_at = $2, {OVER} \
         where id = $1 and state = 'pledged' returning charges"
    ))
    .bind(id)
    .bind(now)
    .first(c, |row| row.get("charges"))
    .await
}

/// Notes that the provider was asked about a payment, and what did not agree. A doubt of another kind stays.
pub async fn checked(c: &mut Connection, id: i64, doubt: Option<&Doubt>, now: i64) -> Result<()> {
    query(
        "update pledge set checked_at = $2, doubt = case when doubt like 'refused %' or doubt like 'stray %' or doubt = 'less-refunded' then doubt \
         else cast($3 as text) end where id = $1",
    )
    .bind(id)
    .bind(now)
    .bind(doubt.map(Doubt::written))
    .run(c)
    .await?;
    Ok(())
}

/// Notes that the provider was asked about a charge that was given up.
pub async fn asked_about(c: &mut Connection, id: i64, now: i64) -> Result<()> {
    query("update pledge set checked_at = $2 where id = $1").bind(id).bind(now).run(c).await?;
    Ok(())
}

/// Whether the organisers show what somebody said; false where it was so already.
pub async fn show_words(c: &mut Connection, id: i64, hidden_at: Option<i64>) -> Result<bool> {
    let done = query(
        "update pledge set words_hidden_at = $2 where id = $1 and (words_hidden_at is null) <> (cast($2 as bigint) is null)",
    )
    .bind(id)
    .bind(hidden_at)
    .run(c)
    .await?;
    Ok(done == 1)
}

/// Whether name and amount are shown to everybody, of all months where it is given every month.
pub async fn show(c: &mut Connection, id: i64, (named, amount): (bool, bool), now: i64) -> Result<()> {
    query(
        "update pledge set is_named = $2, is_amount_shown = $3, changed_at = $4 where id = $1 \
         or recurrence_id = (select recurrence_id from pledge where id = $1)",
    )
    .bind(id)
    .bind(named)
    .bind(amount)
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}
