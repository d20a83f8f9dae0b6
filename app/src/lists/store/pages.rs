//! Questions to any list, put together from its description: one page, and the next rows of a walk.

use super::listing::{Line, Listing, Order, Spot, Statement, Way};
use crate::clock::HOUR;
use crate::lists::{List, Scope};
use broadside_db::{Connection, Result, query_composed};

/// So many rows are looked at for one page, however few of them a filter finds.
pub const WINDOW: i64 = 20_000;
/// Rows made side by side may be numbered in another order; never by so much.
const SLACK: i64 = HOUR;

/// Which page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    #[default]
    First,
    After(Spot),
    Before(Spot),
}

#[derive(Debug, Default)]
pub struct Page {
    pub lines: Vec<Line>,
    pub previous: Option<Spot>,
    pub next: Option<Spot>,
}

/// One page of a list. Where a filter finds little among very many, the page ends early and the next one
/// looks on from there.
pub async fn page(c: &mut Connection, listing: &Listing, turn: &Turn, size: usize) -> Result<Page> {
    let numbers = numbers(c, listing).await?;
    if let Turn::Before(spot) = turn {
        let (mut lines, end) = stretch(c, listing, Some(spot), Way::Back, size, numbers).await?;
        if lines.len() == size || end.is_some() {
            lines.reverse();
            let previous = lines.first().map(|line| line.spot.clone()).or(end);
            let next = lines.last().map(|line| line.spot.clone()).or_else(|| Some(spot.clone()));
            let has_more = match &previous {
                Some(spot) => any_beyond(c, listing, spot, Way::Back).await?,
                None => false,
            };
            return Ok(Page { previous: previous.filter(|_| has_more), next, lines });
        }
        // The beginning was reached: it is shown from its first row on.
        return first(c, listing, size, numbers).await;
    }
    let Turn::After(spot) = turn else { return first(c, listing, size, numbers).await };
    let (lines, end) = stretch(c, listing, Some(spot), Way::On, size + 1, numbers).await?;
    let mut page = cut(lines, end, size);
    page.previous = page.lines.first().map(|line| line.spot.clone()).or_else(|| Some(spot.clone()));
    Ok(page)
}

async fn first(
    c: &mut Connection,
    listing: &Listing,
    size: usize,
    numbers: (Option<i64>, Option<i64>),
) -> Result<Page> {
    let (lines, end) = stretch(c, listing, None, Way::On, size + 1, numbers).await?;
    Ok(cut(lines, end, size))
}

fn cut(mut lines: Vec<Line>, end: Option<Spot>, size: usize) -> Page {
    let has_more = lines.len() > size;
    lines.truncate(size);
    let next = if has_more { lines.last().map(|line| line.spot.clone()) } else { end };
    Page { lines, previous: None, next }
}

/// Rows of a stretch that is looked at, and where it ended if rows may stand behind it.
async fn stretch(
    c: &mut Connection,
    listing: &Listing,
    from: Option<&Spot>,
    way: Way,
    most: usize,
    numbers: (Option<i64>, Option<i64>),
) -> Result<(Vec<Line>, Option<Spot>)> {
    let mut statement = Statement::default();
    begin(listing, &mut statement, from, way, numbers);
    let end = if listing.is_narrowed() { window_end(c, listing, from, way, numbers).await? } else { None };
    if let Some(end) = &end {
        let id = listing.list.id;
        let number = statement.value(end.id);
        let condition = match (&listing.order, way) {
            (Order::Newest, Way::On) => format!("{id} >= {number}"),
            (Order::Newest, Way::Back) => format!("{id} <= {number}"),
            (Order::By { column, .. }, way) => {
                let key = statement.value(&end.key);
                let than = if way == Way::On { "<=" } else { ">=" };
                format!("({column}, {id}) {than} ({key}, {number})")
            }
        };
        statement.conditions.push(condition);
    }
    listing.held(&mut statement);
    let limit = statement.value(i64::try_from(most).unwrap_or(i64::MAX));
    let sql = format!(
        "select {} from {} where {} order by {} limit {limit}",
        listing.selected(),
        listing.tables(true),
        statement.conditions(),
        listing.ordered(way)
    );
    let lines = query_composed(sql).bind_all(statement.values).all(c, |row| listing.line(row)).await?;
    let end = end.filter(|_| lines.len() < most);
    Ok((lines, end))
}

fn begin(
    listing: &Listing,
    statement: &mut Statement,
    from: Option<&Spot>,
    way: Way,
    numbers: (Option<i64>, Option<i64>),
) {
    listing.scoped(statement);
    if let Some(spot) = from {
        listing.beyond(statement, spot, way);
    }
    if listing.order == Order::Newest {
        let id = listing.list.id;
        for (number, than) in [(numbers.0, ">="), (numbers.1, "<")] {
            if let Some(number) = number {
                let number = statement.value(number);
                statement.conditions.push(format!("{id} {than} {number}"));
            }
        }
    }
}

/// The last row of those that are looked at; nothing where fewer are left.
async fn window_end(
    c: &mut Connection,
    listing: &Listing,
    from: Option<&Spot>,
    way: Way,
    numbers: (Option<i64>, Option<i64>),
) -> Result<Option<Spot>> {
    let mut statement = Statement::default();
    begin(listing, &mut statement, from, way, numbers);
    let (id, key) = (listing.list.id, listing.key());
    let (tables, conditions) = (listing.tables(false), statement.conditions());
    let limit = statement.value(WINDOW);
    let inner = format!(
        "select {key} as key, {id} as id from {tables} where {conditions} order by {} limit {limit}",
        listing.ordered(way)
    );
    let (sql, last) = match (&listing.order, way) {
        (Order::Newest, Way::On) => ("select count(*) as n, min(w.id) as id", None),
        (Order::Newest, Way::Back) => ("select count(*) as n, max(w.id) as id", None),
        (Order::By { .. }, Way::On) => ("select count(*) as n, max(w.id) as id", Some("desc")),
        (Order::By { .. }, Way::Back) => ("select count(*) as n, max(w.id) as id", Some("asc")),
    };
    let counted = query_composed(format!("{sql} from ({inner}) w"))
        .bind_all(statement.values.clone())
        .one(c, |row| Ok((row.get::<i64>("n")?, row.get::<Option<i64>>("id")?)))
        .await?;
    let (WINDOW, Some(id)) = counted else { return Ok(None) };
    let Some(last) = last else { return Ok(Some(Spot { key: String::new(), id })) };
    let sql = format!("select w.key, w.id from ({inner}) w order by w.key {last}, w.id {last} limit 1");
    query_composed(sql)
        .bind_all(statement.values)
        .first(c, |row| Ok(Spot { key: row.get("key")?, id: row.get("id")? }))
        .await
}

/// Whether any row at all stands beyond a spot, looking by index alone.
async fn any_beyond(c: &mut Connection, listing: &Listing, spot: &Spot, way: Way) -> Result<bool> {
    let mut statement = Statement::default();
    listing.scoped(&mut statement);
    listing.beyond(&mut statement, spot, way);
    let sql = format!(
        "select 1 as one from {} where {} order by {} limit 1",
        listing.tables(false),
        statement.conditions(),
        listing.ordered(way)
    );
    Ok(query_composed(sql).bind_all(statement.values).first(c, |_| Ok(())).await?.is_some())
}

/// The numbers between which rows of the days that were asked for stand: numbers rise with time.
async fn numbers(c: &mut Connection, listing: &Listing) -> Result<(Option<i64>, Option<i64>)> {
    if listing.order != Order::Newest {
        return Ok((None, None));
    }
    let from = match listing.days.0 {
        Some(from) => Some(first_made(c, listing, from.saturating_sub(SLACK)).await?),
        None => None,
    };
    let until = match listing.days.1 {
        Some(until) => Some(first_made(c, listing, until.saturating_add(SLACK)).await?),
        None => None,
    };
    Ok((from, until))
}

/// The smallest number from which on everything was made at a time or later, by halving.
async fn first_made(c: &mut Connection, listing: &Listing, at: i64) -> Result<i64> {
    let List { table, id, made_at, .. } = *listing.list;
    let scope = match listing.list.scope {
        Scope::Campaign { indexed: false, .. } => "$2 = $2".to_owned(),
        Scope::Campaign { column, .. } | Scope::Group { column } => format!("{column} = $2"),
    };
    let newest = query_composed(format!("select max({id}) as id from {table}"))
        .one(c, |row| row.get::<Option<i64>>("id"))
        .await?;
    let (mut low, mut high) = (0, newest.map_or(0, |newest| newest + 1));
    // What was erased has lost its time.
    let sql = format!(
        "select {made_at} as at from {table} where {id} >= $1 and {scope} and {made_at} > 0 order by {id} limit 1"
    );
    while low < high {
        let middle = low + (high - low) / 2;
        let made = query_composed(sql.clone())
            .bind(middle)
            .bind(listing.scope)
            .first(c, |row| row.get::<i64>("at"))
            .await?;
        if made.is_none_or(|made| made >= at) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low)
}

/// The next rows of a walk through all that a list holds, the oldest first, and the number up to which it
/// was looked; the walk is over where that is nothing.
pub async fn walk(
    c: &mut Connection,
    listing: &Listing,
    after: i64,
    most: usize,
) -> Result<(Vec<Line>, Option<i64>)> {
    let listing = listing.clone().by_number();
    let spot = Spot { key: String::new(), id: after };
    let numbers = numbers(c, &listing).await?;
    let (lines, end) = stretch(c, &listing, Some(&spot), Way::Back, most, numbers).await?;
    let up_to =
        if lines.len() == most { lines.last().map(|line| line.spot.id) } else { end.map(|end| end.id) };
    Ok((lines, up_to))
}
