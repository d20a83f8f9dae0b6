//! The SQL of the order of names, into which signatures come behind their confirmation.

use broadside_db::{Connection, Result, query};

/// Puts the oldest that are not in it into the order of names; how many.
pub async fn put_in_name_order(c: &mut Connection, most: i64) -> Result<u64> {
    query(
        "update signature set in_name_order = true where id in (select id from signature where not in_name_order \
         order by campaign_id, id limit $1)",
    )
    .bind(most)
    .run(c)
    .await
}

pub async fn any_out_of_name_order(c: &mut Connection) -> Result<bool> {
    let one = query("select id from signature where not in_name_order limit 1").first(c, |_| Ok(())).await?;
    Ok(one.is_some())
}

/// How many of a campaign are not found by their names yet.
pub async fn out_of_name_order(c: &mut Connection, campaign: i64) -> Result<i64> {
    query("select count(*) as n from signature where not in_name_order and campaign_id = $1")
        .bind(campaign)
        .one(c, |row| row.get("n"))
        .await
}
