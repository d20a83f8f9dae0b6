//! The SQL of what is forgotten of pledges, and when.

use broadside_db::{Connection, Result, query};

/// Deletes what was begun before a time and came to nothing; what is to be transferred, before another, unless it may be
/// what a statement told of; and what did not arrive, or was never said, before a third, once it can be given no more.
pub async fn delete_begun(
    c: &mut Connection,
    (cards, transfers, doubtful): (i64, i64, i64),
    most: i64,
) -> Result<u64> {
    let ids = query(
        "select p.id from pledge p join fundraiser f on f.id = p.fundraiser_id where p.state = 'begun' \
         and (p.look_at is null or p.session is null) and p.created_at < case when p.provider = 'transfer' \
         then cast($2 as bigint) else cast($1 as bigint) end \
         and (p.doubt is null or (p.changed_at < $4 and f.state <> 'open')) \
         and not exists (select 1 from transfer_line l where l.pledge_id = p.id) \
         and not exists (select 1 from recurrence r where r.id = p.recurrence_id and r.subscription is not null \
         and (r.state <> 'ended' or r.look_at is not null)) \
         order by p.id limit $3",
    )
        .bind(cards)
        .bind(transfers)
        .bind(most)
        .bind(doubtful)
        .all(c, |row| row.get::<i64>("id"))
        .await?;
    for id in &ids {
        query("delete from card_decline where call_id in (select id from payment_call where pledge_id = $1)")
            .bind(*id)
            .run(c)
            .await?;
        query("delete from payment_call where pledge_id = $1").bind(*id).run(c).await?;
        let recurrence =
            query("delete from pledge where id = $1 and state = 'begun' returning recurrence_id")
                .bind(*id)
                .first(c, |row| row.get::<Option<i64>>("recurrence_id"))
                .await?;
        if let Some(recurrence) = recurrence.flatten() {
            query("delete from recurrence where id = $1").bind(recurrence).run(c).await?;
        }
    }
    Ok(ids.len() as u64)
}

/// Forgets whose pledges those were that ended before a time without being paid, or were paid before another. Amounts
/// stay for the book. How many.
pub async fn forget(c: &mut Connection, (unpaid, paid): (i64, i64), most: i64) -> Result<u64> {
    query(
        "update pledge set email = '', name = '', organisation = '', memory = '', words = '', source = null, payer = null, \
         method = null, is_named = false where id in (select id from pledge where (email <> '' or name <> '') \
         and ((state in ('lapsed', 'released', 'cancelled') and changed_at < $1) \
         or (state in ('paid', 'refunded', 'disputed') and paid_at < $2)) order by id limit $3)",
    )
    .bind(unpaid)
    .bind(paid)
    .bind(most)
    .run(c)
    .await
}

/// Forgets what leads a provider to whoever gave.
pub async fn forget_payer(c: &mut Connection, id: i64) -> Result<()> {
    query("update pledge set payer = null, method = null where id = $1").bind(id).run(c).await?;
    Ok(())
}

/// The same of those who were erased while money was asked of them, once nothing is any more.
pub async fn forget_payers(c: &mut Connection, most: i64) -> Result<u64> {
    query(
        "update pledge set payer = null, method = null, session = null where id in (select id from pledge where email = '' \
         and (payer is not null or session is not null) and look_at is null \
         and state not in ('pledged', 'charging', 'declined', 'refunding') order by id limit $1)",
    )
    .bind(most)
    .run(c)
    .await
}
