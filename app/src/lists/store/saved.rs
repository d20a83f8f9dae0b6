//! The SQL of filters that are kept.

use broadside_db::{Connection, Result, query};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFilter {
    pub id: i64,
    pub account: i64,
    pub name: String,
    pub query: String,
    pub shared: bool,
}

/// Everybody's that are shared, and one's own, by name.
pub async fn saved_filters(
    c: &mut Connection,
    group: i64,
    campaign: Option<i64>,
    list: &str,
    account: i64,
) -> Result<Vec<SavedFilter>> {
    query(
        "select id, account_id, name, query, shared from saved_filter where group_id = $1 and list = $2 \
         and coalesce(campaign_id, 0) = $3 and (shared or account_id = $4) order by name, id",
    )
    .bind(group)
    .bind(list)
    .bind(campaign.unwrap_or(0))
    .bind(account)
    .all(c, |row| {
        Ok(SavedFilter {
            id: row.get("id")?,
            account: row.get("account_id")?,
            name: row.get("name")?,
            query: row.get("query")?,
            shared: row.get("shared")?,
        })
    })
    .await
}

pub struct NewFilter {
    pub group: i64,
    pub campaign: Option<i64>,
    pub account: i64,
    pub list: &'static str,
    pub name: String,
    pub query: String,
    pub shared: bool,
}

pub async fn save_filter(c: &mut Connection, new: &NewFilter, now: i64) -> Result<i64> {
    query(
        "insert into saved_filter (group_id, campaign_id, account_id, list, name, query, shared, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id",
    )
    .bind(new.group)
    .bind(new.campaign)
    .bind(new.account)
    .bind(new.list)
    .bind(&new.name)
    .bind(&new.query)
    .bind(new.shared)
    .bind(now)
    .one(c, |row| row.get("id"))
    .await
}

/// Removes one's own filter, or any shared one for who may; answers the list it belonged to.
pub async fn remove_filter(
    c: &mut Connection,
    group: i64,
    campaign: Option<i64>,
    id: i64,
    account: i64,
    may_remove_shared: bool,
) -> Result<Option<String>> {
    query(
        "delete from saved_filter where id = $1 and group_id = $2 and coalesce(campaign_id, 0) = $3 \
         and (account_id = $4 or (shared and $5)) returning list",
    )
    .bind(id)
    .bind(group)
    .bind(campaign.unwrap_or(0))
    .bind(account)
    .bind(may_remove_shared)
    .first(c, |row| row.get("list"))
    .await
}
