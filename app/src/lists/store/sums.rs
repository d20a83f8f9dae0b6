//! Questions about many rows at once: how many say what, and some of them by their numbers.

use super::listing::{Line, Listing, Order, Spot, Statement, Way};
use super::pages::{begin, numbers, window_end};
use crate::lists::List;
use broadside_db::{Connection, Result, query_composed};
use std::collections::BTreeMap;

/// How many of a list's rows, up to a number, say the same in a column. All of them are looked at, so many
/// at once.
pub async fn sums(
    c: &mut Connection,
    listing: &Listing,
    column: &str,
    up_to: i64,
) -> Result<BTreeMap<String, i64>> {
    let listing = listing.clone().by_number();
    let (low, high) = numbers(c, &listing).await?;
    let beyond = up_to.saturating_add(1);
    let numbers = (low, Some(high.map_or(beyond, |high| high.min(beyond))));
    let mut sums = BTreeMap::new();
    let mut from = Spot { key: String::new(), id: 0 };
    loop {
        let end = window_end(c, &listing, Some(&from), Way::Back, numbers).await?;
        let mut statement = Statement::default();
        begin(&listing, &mut statement, (Some(&from), end.as_ref()), Way::Back, numbers);
        listing.held(&mut statement);
        // Where something else leads, no bound of numbers was said yet.
        let last = statement.value(up_to);
        statement.conditions.push(format!("{} + 0 <= {last}", listing.list.id));
        let (tables, conditions) = (listing.tables(false), statement.conditions());
        let sql =
            format!("select {column} as word, count(*) as n from {tables} where {conditions} group by 1");
        let found = query_composed(sql).bind_all(statement.values);
        for (word, n) in found.all(c, |row| Ok((row.get::<String>("word")?, row.get::<i64>("n")?))).await? {
            *sums.entry(word).or_insert(0) += n;
        }
        match end {
            Some(end) if end.id <= up_to => from = end,
            _ => return Ok(sums),
        }
    }
}

/// The newest number that a list holds.
pub async fn newest(c: &mut Connection, listing: &Listing) -> Result<i64> {
    let List { table, id, .. } = *listing.list;
    query_composed(format!("select max({id}) as id from {table}"))
        .one(c, |row| row.get::<Option<i64>>("id"))
        .await
        .map(Option::unwrap_or_default)
}

/// Of these numbers, the rows that belong to the list's campaign or group; its filters are not asked.
pub async fn rows(c: &mut Connection, listing: &Listing, ids: &[i64]) -> Result<Vec<Line>> {
    let mut statement = Statement::default();
    let all = Listing {
        leads: None,
        leads_alone: true,
        holds: Vec::new(),
        order: Order::Newest,
        days: (None, None),
        ..listing.clone()
    };
    all.scoped(&mut statement, None, None);
    all.held(&mut statement);
    let ids: Vec<String> = ids.iter().map(|id| statement.value(*id)).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select {} from {} where {} and {} in ({}) order by {}",
        all.selected(),
        all.tables(true),
        statement.conditions(),
        all.list.id,
        ids.join(", "),
        all.ordered(Way::On)
    );
    query_composed(sql).bind_all(statement.values).all(c, |row| all.line(row)).await
}
