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
    let end = if listing.is_narrowed() { window_end(c, listing, from, way, numbers).await? } else { None };
    begin(listing, &mut statement, (from, end.as_ref()), way, numbers);
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
    // Where the window reaches past the days that were asked for, nothing stands behind it.
    let end = end.filter(|end| lines.len() < most && between(end, way, numbers));
    Ok((lines, end))
}

fn between(end: &Spot, way: Way, (low, high): (Option<i64>, Option<i64>)) -> bool {
    match way {
        Way::On => low.is_none_or(|low| end.id > low),
        Way::Back => high.is_none_or(|high| end.id < high),
    }
}

/// What leads to a stretch: of several bounds to numbers only the narrowest is said, since a planner makes
/// its range of any one of them.
pub(super) fn begin(
    listing: &Listing,
    statement: &mut Statement,
    (from, end): (Option<&Spot>, Option<&Spot>),
    way: Way,
    numbers: (Option<i64>, Option<i64>),
) {
    let (lowest, highest) = if way == Way::On { (from, end) } else { (end, from) };
    listing.scoped(statement, lowest, highest);
    if listing.order != Order::Newest {
        if let Some(spot) = from {
            listing.beyond(statement, spot, way);
        }
        if let Some(spot) = end {
            listing.up_to(statement, spot, way);
        }
        return;
    }
    let behind = |spot: Option<&Spot>| spot.map(|spot| spot.id.saturating_add(1));
    let (low, high) = match way {
        Way::On => (end.map(|spot| spot.id), from.map(|spot| spot.id)),
        Way::Back => (behind(from), behind(end)),
    };
    let led = listing.leads.is_some();
    // Between two numbers SQLite takes the campaign's index before the one that was meant to lead. So only
    // one is said to it: the window's if there is one, which holds what is read; else where it begins.
    let low = low.into_iter().chain(numbers.0.filter(|_| !led || way == Way::Back)).max();
    let high = high.into_iter().chain(numbers.1.filter(|_| !led || way == Way::On)).min();
    for (number, than, begins) in [(low, ">=", Way::Back), (high, "<", Way::On)] {
        let Some(number) = number else { continue };
        let out_of_index = if led && end.is_some() && way == begins { " + 0" } else { "" };
        let number = statement.value(number);
        statement.conditions.push(format!("{}{out_of_index} {than} {number}", listing.list.id));
    }
}

/// The last row of those that are looked at; nothing where fewer are left.
pub(super) async fn window_end(
    c: &mut Connection,
    listing: &Listing,
    from: Option<&Spot>,
    way: Way,
    numbers: (Option<i64>, Option<i64>),
) -> Result<Option<Spot>> {
    let mut statement = Statement::default();
    begin(listing, &mut statement, (from, None), way, numbers);
    let (id, key) = (listing.list.id, listing.key());
    let (tables, conditions) = (listing.tables(false), statement.conditions());
    let order = listing.ordered(way);
    let before = statement.value(WINDOW - 1);
    let sql = format!(
        "select {key} as key, {id} as id from {tables} where {conditions} order by {order} limit 1 offset {before}"
    );
    query_composed(sql)
        .bind_all(statement.values)
        .first(c, |row| Ok(Spot { key: row.get("key")?, id: row.get("id")? }))
        .await
}

/// Whether any row at all stands beyond a spot, looking by index alone.
async fn any_beyond(c: &mut Connection, listing: &Listing, spot: &Spot, way: Way) -> Result<bool> {
    let mut statement = Statement::default();
    let (lowest, highest) = if way == Way::On { (Some(spot), None) } else { (None, Some(spot)) };
    listing.scoped(&mut statement, lowest, highest);
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
pub(super) async fn numbers(c: &mut Connection, listing: &Listing) -> Result<(Option<i64>, Option<i64>)> {
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

/// The numbers of the first and the last row that a walk may come to, by index alone; a last one before the
/// first where there is none.
pub async fn ends(c: &mut Connection, listing: &Listing) -> Result<(i64, i64)> {
    let List { table, id, .. } = *listing.list;
    let scope = match listing.list.scope {
        Scope::Campaign { indexed: false, .. } => "$1 = $1".to_owned(),
        Scope::Campaign { column, .. } | Scope::Group { column } => format!("{column} = $1"),
    };
    let mut ends = [None; 2];
    for (end, way) in ends.iter_mut().zip(["", " desc"]) {
        let sql = format!("select {id} as id from {table} where {scope} order by {id}{way} limit 1");
        *end = query_composed(sql).bind(listing.scope).first(c, |row| row.get::<i64>("id")).await?;
    }
    Ok((ends[0].unwrap_or(1), ends[1].unwrap_or(0)))
}
