//! Books what statements tell: each line once, whichever file tells of it, and whoever uploads it beside somebody else.

use super::sorting::{Fate, PAID_BEFORE};
use super::store::{self, Kept};
use super::{WORD, reference};
use crate::campaigns::definition::Item;
use crate::fundraisers::mail::MailKind;
use crate::fundraisers::store::{self as pledges, New};
use crate::fundraisers::{Pledge, Promise, Said, State, books, looking, mailing};
use broadside_db::{Connection, Result};
use broadside_money::ledger::Deed;
use broadside_transfers::statement::Line;

/// What is known of a fundraiser where its lines are booked.
#[derive(Clone)]
pub struct Place {
    pub promise: Promise,
    pub items: Vec<Item>,
    pub zone: String,
    /// In which an anonymous giver would be spoken to.
    pub language: String,
}

/// What a file came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub booked: u64,
    /// For somebody to look at.
    pub asked: u64,
    pub known: u64,
    pub foreign: u64,
}

pub async fn book(c: &mut Connection, place: &Place, lines: &[(Line, Fate)], now: i64) -> Result<Counts> {
    let mut counts = Counts::default();
    for (line, fate) in lines {
        let row = match fate {
            Fate::Foreign => {
                counts.foreign += 1;
                continue;
            }
            Fate::Sure(pledge) => ("doubtful", Some(*pledge), ""),
            Fate::Doubtful(pledge, why) => ("doubtful", Some(*pledge), why.as_str()),
            Fate::PaidBefore => ("unmatched", None, PAID_BEFORE),
        };
        let Some(id) = keep(c, place, line, row, now).await? else {
            counts.known += 1;
            continue;
        };
        if let Fate::Sure(pledge) = fate {
            if pay(c, place, *pledge, &line.day, now).await? {
                store::decide(c, id, ("matched", Some(*pledge)), now).await?;
                counts.booked += 1;
                continue;
            }
            // Another file was quicker.
            store::ask(c, id, PAID_BEFORE).await?;
        }
        counts.asked += 1;
    }
    Ok(counts)
}

/// Keeps a line for somebody to look at; nothing where it is known.
async fn keep(
    c: &mut Connection,
    place: &Place,
    line: &Line,
    row: (&str, Option<i64>, &str),
    now: i64,
) -> Result<Option<i64>> {
    store::add(c, (place.promise.group, place.promise.id), line, row, now).await
}

async fn pay(c: &mut Connection, place: &Place, pledge: i64, day: &str, now: i64) -> Result<bool> {
    let found = pledges::by_id(c, pledge).await?.filter(|one| is_open(one, place));
    let Some(pledge) = found else { return Ok(false) };
    let number = reference(pledge.id);
    let paid_at = books::noon(day, &place.zone).unwrap_or(now);
    looking::note_gift(c, &pledge, (number.electronic(), day, paid_at), &place.items, now).await
}

fn is_open(pledge: &Pledge, place: &Place) -> bool {
    pledge.promise.id == place.promise.id && pledge.is_transfer() && pledge.state == State::Begun
}

/// Whether a line can be a gift to a fundraiser.
pub fn can_be_given(line: &Kept, place: &Promise) -> bool {
    !line.is_decided && line.minor > 0 && line.currency == place.currency.code()
}

/// Takes a line for what was announced: what arrived is what was given. False where either was settled meanwhile.
pub async fn assign(c: &mut Connection, place: &Place, (line, pledge): (i64, i64), now: i64) -> Result<bool> {
    let found = store::by_id(c, place.promise.id, line).await?;
    let Some(line) = found.filter(|one| can_be_given(one, &place.promise)) else { return Ok(false) };
    let is_open = pledges::by_id(c, pledge).await?.is_some_and(|one| is_open(&one, place));
    if !is_open || !store::arrived(c, pledge, line.minor, now).await? {
        return Ok(false);
    }
    pay(c, place, pledge, &line.day, now).await?;
    store::decide(c, line.id, ("matched", Some(pledge)), now).await
}

/// Takes a line for a gift that nobody announced; nobody is told of it.
pub async fn give(c: &mut Connection, place: &Place, (line, name): (i64, &str), now: i64) -> Result<bool> {
    let found = store::by_id(c, place.promise.id, line).await?;
    let Some(line) = found.filter(|one| can_be_given(one, &place.promise)) else { return Ok(false) };
    let new = New {
        group: place.promise.group,
        campaign: place.promise.campaign,
        fundraiser: place.promise.id,
        language: place.language.clone(),
        address_key: Vec::new(),
        said: Said { name: name.to_owned(), amount: line.minor, ..Said::default() },
        source: None,
        provider: WORD,
        is_monthly: false,
    };
    let pledge = pledges::add(c, &new, now).await?;
    pay(c, place, pledge, &line.day, now).await?;
    store::decide(c, line.id, ("matched", Some(pledge)), now).await
}

/// Enters a gift that no file told of; false where the same one was entered before.
pub async fn enter(c: &mut Connection, place: &Place, line: &Line, now: i64) -> Result<bool> {
    let Some(id) = keep(c, place, line, ("unmatched", None, ""), now).await? else { return Ok(false) };
    give(c, place, (id, &line.name), now).await
}

/// Leaves a line aside: it is none of ours.
pub async fn leave(c: &mut Connection, place: &Place, line: i64, now: i64) -> Result<bool> {
    let known = store::by_id(c, place.promise.id, line).await?.is_some();
    Ok(known && store::decide(c, line, ("left", None), now).await?)
}

/// Takes a line for a gift that went back, all of it. False where its amount is another, or it was settled meanwhile.
pub async fn reverse(c: &mut Connection, place: &Place, line: i64, now: i64) -> Result<bool> {
    let found = store::by_id(c, place.promise.id, line).await?;
    let Some(line) = found.filter(|one| one.is_reversal() && !one.is_decided) else { return Ok(false) };
    let Some(pledge) = line.pledge else { return Ok(false) };
    let Some(pledge) = pledges::by_id(c, pledge).await? else { return Ok(false) };
    let amount = pledge.said.amount;
    if amount != -line.minor || !pledges::step(c, pledge.id, (State::Paid, State::Refunded), now).await? {
        return Ok(false);
    }
    books::enter_on(c, &pledge, &Deed::TransferBack { amount }, &line.day, now).await?;
    if !pledge.said.email.is_empty() {
        mailing::enqueue(c, MailKind::Refunded, &pledge, now).await?;
    }
    store::decide(c, line.id, ("reversed", Some(pledge.id)), now).await
}
