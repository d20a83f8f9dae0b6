//! The SQL of the lines of statements, and of the pledges that they may be.

use super::reference;
use crate::fundraisers::State;
use broadside_db::{Connection, Result, Row, query, query_composed};
use broadside_money::{Amount, Currency};
use broadside_transfers::statement::Line;
use broadside_transfers::{Expected, Reference};

/// A line as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub id: i64,
    pub day: String,
    pub minor: i64,
    pub currency: String,
    pub name: String,
    pub iban: String,
    pub reference: String,
    pub words: String,
    pub state: String,
    pub pledge: Option<i64>,
    pub why: String,
}

impl Kept {
    /// Whether it undoes a gift.
    pub fn is_reversal(&self) -> bool {
        self.minor < 0
    }
}

fn kept(row: &Row) -> Result<Kept> {
    Ok(Kept {
        id: row.get("id")?,
        day: row.get("day")?,
        minor: row.get("minor")?,
        currency: row.get("currency")?,
        name: row.get("name")?,
        iban: row.get("iban")?,
        reference: row.get("reference")?,
        words: row.get("words")?,
        state: row.get("state")?,
        pledge: row.get("pledge_id")?,
        why: row.get("why")?,
    })
}

/// How far a transfer that was announced is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Open,
    Paid,
    /// It came, and went back; or it was called off.
    Closed,
}

/// A transfer that somebody announced.
#[derive(Clone, Debug)]
pub struct Announced {
    pub pledge: i64,
    pub standing: Standing,
    /// Microseconds UTC.
    pub at: i64,
    pub expected: Expected,
}

/// All of a fundraiser, the oldest first.
pub async fn announced(c: &mut Connection, fundraiser: i64, currency: Currency) -> Result<Vec<Announced>> {
    query("select id, amount - returned as amount, name, state, created_at from pledge where fundraiser_id = $1 and provider = 'transfer' order by id")
        .bind(fundraiser)
        .all(c, |row| {
            let (id, state): (i64, String) = (row.get("id")?, row.get("state")?);
            Ok(Announced {
                pledge: id,
                standing: match State::parse(&state) {
                    Some(State::Begun) => Standing::Open,
                    Some(State::Paid) => Standing::Paid,
                    _ => Standing::Closed,
                },
                at: row.get("created_at")?,
                expected: Expected {
                    reference: reference(id),
                    amount: Amount::new(row.get("amount")?, currency),
                    name: row.get("name")?,
                },
            })
        })
        .await
}

/// Keeps a line for somebody to look at; nothing where it is known.
pub async fn add(
    c: &mut Connection,
    (group, fundraiser): (i64, i64),
    line: &Line,
    (state, pledge, why): (&str, Option<i64>, &str),
    now: i64,
) -> Result<Option<i64>> {
    query(
        "insert into transfer_line (group_id, fundraiser_id, account, key, day, minor, currency, name, iban, reference, \
         words, state, pledge_id, why, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) \
         on conflict (fundraiser_id, account, key) do nothing returning id",
    )
    .bind(group)
    .bind(fundraiser)
    .bind(line.account.as_str())
    .bind(line.key.as_str())
    .bind(line.day.as_str())
    .bind(line.amount.minor)
    .bind(line.amount.currency.code())
    .bind(line.name.as_str())
    .bind(line.iban.map(|iban| iban.electronic().to_owned()).unwrap_or_default())
    .bind(line.reference.as_ref().map(Reference::electronic).unwrap_or_default())
    .bind(line.text.as_str())
    .bind(state)
    .bind(pledge)
    .bind(why)
    .bind(now)
    .first(c, |row| row.get("id"))
    .await
}

/// Whether a line is decided; nothing where there is none.
pub async fn is_decided(c: &mut Connection, fundraiser: i64, id: i64) -> Result<Option<bool>> {
    query("select decided_at from transfer_line where id = $1 and fundraiser_id = $2")
        .bind(id)
        .bind(fundraiser)
        .first(c, |row| Ok(row.get::<Option<i64>>("decided_at")?.is_some()))
        .await
}

/// Waits until nobody else books for a fundraiser: what is read after it stands until the transaction ends.
pub async fn wait_for_turn(c: &mut Connection, fundraiser: i64) -> Result<()> {
    query("update fundraiser set last_receipt = last_receipt where id = $1").bind(fundraiser).run(c).await?;
    Ok(())
}

/// Takes a line as it stands, so that nobody else decides it; nothing where somebody did.
pub async fn claim(c: &mut Connection, fundraiser: i64, id: i64, now: i64) -> Result<Option<Kept>> {
    query(
        "update transfer_line set decided_at = $3 where id = $1 and fundraiser_id = $2 and decided_at is null returning *",
    )
    .bind(id)
    .bind(fundraiser)
    .bind(now)
    .first(c, kept)
    .await
}

/// Gives a line back that was claimed in the same transaction and not settled.
pub async fn release(c: &mut Connection, id: i64) -> Result<()> {
    query("update transfer_line set decided_at = null where id = $1").bind(id).run(c).await?;
    Ok(())
}

/// Takes a line away that was typed in the same transaction and came to nothing.
pub async fn drop(c: &mut Connection, id: i64) -> Result<()> {
    query("delete from transfer_line where id = $1 and decided_at is null").bind(id).run(c).await?;
    Ok(())
}

/// How many somebody must look at.
pub async fn waiting(c: &mut Connection, fundraiser: i64) -> Result<i64> {
    query("select count(*) as n from transfer_line where fundraiser_id = $1 and decided_at is null")
        .bind(fundraiser)
        .one(c, |row| row.get("n"))
        .await
}

/// Those that somebody must look at, the oldest first.
pub async fn undecided(c: &mut Connection, fundraiser: i64, most: i64) -> Result<Vec<Kept>> {
    some(c, "decided_at is null order by day, id", fundraiser, most).await
}

/// The others, the newest first.
pub async fn decided(c: &mut Connection, fundraiser: i64, most: i64) -> Result<Vec<Kept>> {
    some(c, "decided_at is not null order by id desc", fundraiser, most).await
}

async fn some(c: &mut Connection, which: &str, fundraiser: i64, most: i64) -> Result<Vec<Kept>> {
    query_composed(format!("select * from transfer_line where fundraiser_id = $1 and {which} limit $2"))
        .bind(fundraiser)
        .bind(most)
        .all(c, kept)
        .await
}

/// Settles a line that is this transaction’s, and forgets what its payer’s bank says of them.
pub async fn settle(
    c: &mut Connection,
    id: i64,
    (state, pledge): (&str, Option<i64>),
    now: i64,
) -> Result<()> {
    query(
        "update transfer_line set state = $2, pledge_id = $3, name = '', iban = '', reference = '', words = '', why = '', \
         decided_at = $4 where id = $1",
    )
    .bind(id)
    .bind(state)
    .bind(pledge)
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// Notes why somebody must look at a line, other than was thought.
pub async fn ask(c: &mut Connection, id: i64, why: &str) -> Result<()> {
    query("update transfer_line set state = 'unmatched', pledge_id = null, why = $2 where id = $1 and decided_at is null")
        .bind(id)
        .bind(why)
        .run(c)
        .await?;
    Ok(())
}

/// What arrived is what was given; false where it was noted before.
pub async fn arrived(c: &mut Connection, pledge: i64, amount: i64, now: i64) -> Result<bool> {
    let done = query(
        "update pledge set amount = $2, fees = 0, changed_at = $3 where id = $1 and provider = 'transfer' and state = 'begun'",
    )
    .bind(pledge)
    .bind(amount)
    .bind(now)
    .run(c)
    .await?;
    Ok(done == 1)
}

/// Forgets who paid what nobody looked at since a time. How many.
pub async fn forget(c: &mut Connection, before: i64, most: i64) -> Result<u64> {
    query(
        "update transfer_line set name = '', iban = '', reference = '', words = '' where id in (select id from transfer_line \
         where created_at < $1 and decided_at is null and (name <> '' or iban <> '' or reference <> '' or words <> '') \
         order by id limit $2)",
    )
    .bind(before)
    .bind(most)
    .run(c)
    .await
}
