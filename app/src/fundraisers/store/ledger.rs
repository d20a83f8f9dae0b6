//! The SQL of a fundraiser's book. Entries are added, each once by its key, and never changed.

use super::unreadable;
use broadside_db::{Connection, Result, Row, query, query_composed};
use broadside_money::Currency;
use broadside_money::ledger::{Account, Book, Entry};
use std::collections::HashMap;

/// What stands beside an entry.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'b> {
    pub pledge: Option<i64>,
    pub words: &'b str,
    pub file: Option<(&'b str, &'b [u8])>,
}

fn account(row: &Row) -> Result<Account> {
    let account: String = row.get("account")?;
    Account::parse(&account).ok_or_else(|| unreadable("an account of a book"))
}

/// Adds an entry; false where the book holds it.
pub async fn enter(
    c: &mut Connection,
    (group, fundraiser): (i64, i64),
    entry: &Entry,
    beside: Beside<'_>,
    now: i64,
) -> Result<bool> {
    let added = query(
        "insert into ledger_entry (group_id, fundraiser_id, key, day, pledge_id, words, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (fundraiser_id, key) do nothing returning id",
    )
    .bind(group)
    .bind(fundraiser)
    .bind(entry.key.as_str())
    .bind(entry.day.as_str())
    .bind(beside.pledge)
    .bind(beside.words)
    .bind(now)
    .first(c, |row| row.get::<i64>("id"))
    .await?;
    let Some(id) = added else { return Ok(false) };
    for ((account, minor), position) in entry.lines.iter().zip(0_i64..) {
        query("insert into ledger_line (entry_id, position, group_id, account, minor) values ($1, $2, $3, $4, $5)")
            .bind(id)
            .bind(position)
            .bind(group)
            .bind(account.to_string())
            .bind(*minor)
            .run(c)
            .await?;
    }
    if let Some((name, bytes)) = beside.file {
        query("insert into ledger_file (entry_id, group_id, name, bytes) values ($1, $2, $3, $4)")
            .bind(id)
            .bind(group)
            .bind(name)
            .bind(bytes)
            .run(c)
            .await?;
    }
    Ok(true)
}

/// Nobody else who holds it enters anything until this transaction ends.
pub async fn hold_book(c: &mut Connection, fundraiser: i64) -> Result<()> {
    query("update fundraiser set last_receipt = last_receipt where id = $1")
        .bind(fundraiser)
        .run(c)
        .await
        .map(drop)
}

/// What the provider has and has not paid out.
pub async fn with_provider(c: &mut Connection, fundraiser: i64) -> Result<i64> {
    let balances = balances(c, fundraiser).await?;
    Ok(balances.into_iter().find(|(account, _)| *account == Account::Provider).map_or(0, |(_, minor)| minor))
}

/// The balances of a fundraiser's accounts.
pub async fn balances(c: &mut Connection, fundraiser: i64) -> Result<Vec<(Account, i64)>> {
    query(
        "select l.account, cast(sum(l.minor) as bigint) as minor from ledger_line l \
         join ledger_entry e on e.id = l.entry_id where e.fundraiser_id = $1 group by l.account order by l.account",
    )
    .bind(fundraiser)
    .all(c, |row| {
        let account = account(row)?;
        Ok((account, row.get("minor")?))
    })
    .await
}

/// What the book says of a pledge: of each line the key of its entry, its account, and how much.
pub async fn lines_of(c: &mut Connection, pledge: i64) -> Result<Vec<(String, Account, i64)>> {
    query(
        "select e.key, l.account, l.minor from ledger_entry e join ledger_line l on l.entry_id = e.id \
         where e.pledge_id = $1 order by e.id, l.position",
    )
    .bind(pledge)
    .all(c, |row| {
        let account = account(row)?;
        Ok((row.get("key")?, account, row.get("minor")?))
    })
    .await
}

/// The whole book, in the order in which it was told.
pub async fn book(c: &mut Connection, fundraiser: i64, currency: Currency) -> Result<Book> {
    let lines = query(
        "select e.id, e.key, e.day, l.account, l.minor from ledger_entry e join ledger_line l on l.entry_id = e.id \
         where e.fundraiser_id = $1 order by e.id, l.position",
    )
    .bind(fundraiser)
    .all(c, |row| {
        let account = account(row)?;
        let entry = (row.get::<i64>("id")?, row.get::<String>("key")?, row.get::<String>("day")?);
        Ok((entry, (account, row.get::<i64>("minor")?)))
    })
    .await?;
    let mut entries: Vec<(i64, Entry)> = Vec::new();
    for ((id, key, day), line) in lines {
        match entries.last_mut() {
            Some((last, entry)) if *last == id => entry.lines.push(line),
            _ => entries.push((id, Entry { key, day, lines: vec![line] })),
        }
    }
    let mut book = Book::new(currency);
    for (_, entry) in entries {
        let entry = Entry::stored(entry.key, entry.day, entry.lines);
        book.add(entry.map_err(|_| unreadable("an entry of a book that does not come to nothing"))?);
    }
    Ok(book)
}

/// The condition that an entry `e` was not taken back.
const STANDS: &str = "not exists (select 1 from ledger_entry u where u.fundraiser_id = e.fundraiser_id \
     and u.key = 'undo ' || e.key)";

/// What was entered by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByHand {
    pub id: i64,
    /// `payout po_1`, `invoice 2018-17`
    pub key: String,
    pub day: String,
    pub words: String,
    pub minor: i64,
}

/// The condition that an entry `e` was entered by hand.
const BY_HAND: &str = "(e.key like 'payout %' or e.key like 'invoice %')";

/// What was entered by hand and not taken back, the newest first.
pub async fn by_hand(c: &mut Connection, fundraiser: i64, most: i64) -> Result<Vec<ByHand>> {
    query_composed(format!(
        "select e.id, e.key, e.day, e.words, l.minor from ledger_entry e join ledger_line l on l.entry_id = e.id \
         where e.fundraiser_id = $1 and l.position = 0 and {BY_HAND} and {STANDS} order by e.id desc limit $2"
    ))
    .bind(fundraiser)
    .bind(most)
    .all(c, |row| {
        Ok(ByHand {
            id: row.get("id")?,
            key: row.get("key")?,
            day: row.get("day")?,
            words: row.get("words")?,
            minor: row.get("minor")?,
        })
    })
    .await
}

/// Takes back what was entered by hand, by an entry of its own; false where it was already, or is nothing of that kind.
pub async fn undo(
    c: &mut Connection,
    (group, fundraiser): (i64, i64),
    (entry, day): (i64, &str),
    now: i64,
) -> Result<bool> {
    let lines = query_composed(format!(
        "select e.key, l.account, l.minor from ledger_entry e join ledger_line l on l.entry_id = e.id \
         where e.fundraiser_id = $1 and e.id = $2 and {BY_HAND} and {STANDS} order by l.position"
    ))
    .bind(fundraiser)
    .bind(entry)
    .all(c, |row| {
        let account = account(row)?;
        Ok((row.get::<String>("key")?, (account, row.get::<i64>("minor")?)))
    })
    .await?;
    let Some((key, _)) = lines.first().cloned() else { return Ok(false) };
    let lines = lines.into_iter().map(|(_, line)| line).collect();
    let undone = Entry { key, day: String::new(), lines }.reversed(day);
    enter(c, (group, fundraiser), &undone, Beside::default(), now).await
}

/// The key under which something is entered: what was taken back can be entered anew, under a number of its own, which
/// nobody types: those are in small letters.
pub async fn free_key(c: &mut Connection, fundraiser: i64, key: &str) -> Result<String> {
    let mut free = key.to_owned();
    for number in 2.. {
        let undone = query("select id from ledger_entry where fundraiser_id = $1 and key = $2")
            .bind(fundraiser)
            .bind(format!("undo {free}"))
            .first(c, |_| Ok(()))
            .await?;
        if undone.is_none() {
            break;
        }
        free = format!("{key} AGAIN {number}");
    }
    Ok(free)
}

/// What stands in the book under a key: its day, its words and its lines.
pub async fn entered(
    c: &mut Connection,
    fundraiser: i64,
    key: &str,
) -> Result<Option<(String, String, Vec<(Account, i64)>)>> {
    let found = query("select id, day, words from ledger_entry where fundraiser_id = $1 and key = $2")
        .bind(fundraiser)
        .bind(key)
        .first(c, |row| Ok((row.get::<i64>("id")?, row.get::<String>("day")?, row.get::<String>("words")?)))
        .await?;
    let Some((id, day, words)) = found else { return Ok(None) };
    let lines = query("select account, minor from ledger_line where entry_id = $1 order by position")
        .bind(id)
        .all(c, |row| {
            let account = account(row)?;
            Ok((account, row.get("minor")?))
        })
        .await?;
    Ok(Some((day, words, lines)))
}

/// An invoice as everybody may read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invoice {
    pub id: i64,
    pub day: String,
    pub words: String,
    /// The item that it paid for.
    pub item: String,
    pub minor: i64,
    /// The name of its file, where there is one.
    pub file: Option<String>,
}

/// What was paid from the bank for items, the oldest first.
pub async fn invoices(c: &mut Connection, fundraiser: i64) -> Result<Vec<Invoice>> {
    let files: HashMap<i64, String> = query(
        "select l.entry_id, l.name from ledger_file l join ledger_entry e on e.id = l.entry_id where e.fundraiser_id = $1",
    )
    .bind(fundraiser)
    .all(c, |row| Ok((row.get("entry_id")?, row.get("name")?)))
    .await?
    .into_iter()
    .collect();
    let all = query_composed(format!(
        "select e.id, e.day, e.words, l.account, l.minor from ledger_entry e join ledger_line l on l.entry_id = e.id \
         where e.fundraiser_id = $1 and l.account like 'expenses:items:%' and e.key like 'invoice %' and {STANDS} \
         order by e.day, e.id"
    ))
    .bind(fundraiser)
    .all(c, |row| {
        let account: String = row.get("account")?;
        Ok(Invoice {
            id: row.get("id")?,
            day: row.get("day")?,
            words: row.get("words")?,
            item: account.strip_prefix("expenses:items:").unwrap_or_default().to_owned(),
            minor: row.get("minor")?,
            file: None,
        })
    })
    .await?;
    Ok(all.into_iter().map(|one| Invoice { file: files.get(&one.id).cloned(), ..one }).collect())
}

/// The file of an entry of a fundraiser's book that stands.
pub async fn file(c: &mut Connection, fundraiser: i64, entry: i64) -> Result<Option<(String, Vec<u8>)>> {
    query_composed(format!(
        "select l.name, l.bytes from ledger_file l join ledger_entry e on e.id = l.entry_id \
         where e.fundraiser_id = $1 and e.id = $2 and {STANDS}"
    ))
    .bind(fundraiser)
    .bind(entry)
    .first(c, |row| Ok((row.get("name")?, row.get("bytes")?)))
    .await
}
