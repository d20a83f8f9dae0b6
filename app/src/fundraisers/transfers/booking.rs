//! Books what statements tell: each line once, whichever file tells of it, and whoever uploads it beside somebody else.
//! A line is claimed before anything is booked for it, so that whoever comes second finds it taken.

use super::sorting::{Fate, NOT_KNOWN, PAID_BEFORE};
use super::store::{self, Kept};
use super::{WORD, reference};
use crate::campaigns::definition::Item;
use crate::campaigns::files::MOST_AMOUNT;
use crate::fundraisers::mail::MailKind;
use crate::fundraisers::store::{self as pledges, New};
use crate::fundraisers::{Pledge, Promise, Said, State, books, looking, mailing};
use crate::signatures::names::is_unprintable;
use broadside_db::{Connection, Error, Result, decode_error};
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
    /// That the bank had not booked.
    pub pending: u64,
}

/// Books what is certain of a file, and keeps what somebody must look at.
pub async fn book(c: &mut Connection, place: &Place, lines: &[(Line, Fate)], now: i64) -> Result<Counts> {
    store::wait_for_turn(c, place.promise.id).await?;
    let mut counts = Counts::default();
    for (line, fate) in lines {
        let row = match fate {
            Fate::Sure(pledge) => ("doubtful", Some(*pledge), ""),
            Fate::Doubtful(pledge, why) => ("doubtful", Some(*pledge), why.as_str()),
            Fate::PaidBefore => ("unmatched", None, PAID_BEFORE),
            Fate::NotKnown(pledge) if !is_elsewhere(c, place, *pledge).await? => {
                ("unmatched", None, NOT_KNOWN)
            }
            Fate::NotKnown(_) | Fate::Foreign => {
                counts.foreign += 1;
                continue;
            }
        };
        let Some(id) = keep(c, place, line, row, now).await? else {
            counts.known += 1;
            continue;
        };
        if let Fate::Sure(pledge) = fate {
            if pay(c, place, *pledge, &line.day, now).await? {
                store::settle(c, id, ("matched", Some(*pledge)), now).await?;
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

/// Whether a pledge is another fundraiser’s, whose statement may tell of the same account.
async fn is_elsewhere(c: &mut Connection, place: &Place, pledge: i64) -> Result<bool> {
    Ok(pledges::by_id(c, pledge).await?.is_some_and(|one| one.promise.id != place.promise.id))
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
    (1..=MOST_AMOUNT).contains(&line.minor) && line.currency == place.currency.code()
}

/// Claims a line that is such; nothing where it is not, or where somebody was quicker.
async fn claim(
    c: &mut Connection,
    place: &Place,
    line: i64,
    is_such: fn(&Kept, &Promise) -> bool,
    now: i64,
) -> Result<Option<Kept>> {
    store::wait_for_turn(c, place.promise.id).await?;
    let Some(line) = store::claim(c, place.promise.id, line, now).await? else { return Ok(None) };
    if is_such(&line, &place.promise) {
        return Ok(Some(line));
    }
    store::release(c, line.id).await?;
    Ok(None)
}

/// Settles a line that was claimed with the pledge that it pays. Nothing stands of it where that fails.
async fn pay_with(c: &mut Connection, place: &Place, line: &Kept, pledge: i64, now: i64) -> Result<()> {
    if !pay(c, place, pledge, &line.day, now).await? {
        return Err(Error::Other(decode_error(std::io::Error::other(
            "a pledge that was open cannot be paid",
        ))));
    }
    store::settle(c, line.id, ("matched", Some(pledge)), now).await
}

/// Takes a line for what was announced: what arrived is what was given. False where either was settled meanwhile.
pub async fn assign(c: &mut Connection, place: &Place, (line, pledge): (i64, i64), now: i64) -> Result<bool> {
    let Some(line) = claim(c, place, line, can_be_given, now).await? else { return Ok(false) };
    let is_open = pledges::by_id(c, pledge).await?.is_some_and(|one| is_open(&one, place));
    if !is_open || !store::arrived(c, pledge, line.minor, now).await? {
        store::release(c, line.id).await?;
        return Ok(false);
    }
    pay_with(c, place, &line, pledge, now).await?;
    Ok(true)
}

/// Takes a line for a gift that nobody announced; nobody is told of it, and the payer’s name is kept and not shown.
pub async fn give(c: &mut Connection, place: &Place, line: i64, now: i64) -> Result<bool> {
    let Some(line) = claim(c, place, line, can_be_given, now).await? else { return Ok(false) };
    let name: String = line.name.chars().filter(|c| !is_unprintable(*c)).collect();
    let new = New {
        group: place.promise.group,
        campaign: place.promise.campaign,
        fundraiser: place.promise.id,
        language: place.language.clone(),
        address_key: Vec::new(),
        said: Said { name: name.trim().to_owned(), amount: line.minor, ..Said::default() },
        source: None,
        provider: WORD,
        account: None,
        is_monthly: false,
    };
    let pledge = pledges::add(c, &new, now).await?;
    pay_with(c, place, &line, pledge, now).await?;
    Ok(true)
}

/// Enters a gift that no file told of, perhaps one that was announced; false where the same one was entered before, or
/// its announcement is settled.
pub async fn enter(
    c: &mut Connection,
    place: &Place,
    (line, pledge): (&Line, Option<i64>),
    now: i64,
) -> Result<bool> {
    let Some(id) = keep(c, place, line, ("unmatched", None, ""), now).await? else { return Ok(false) };
    let Some(pledge) = pledge else { return give(c, place, id, now).await };
    let is_entered = assign(c, place, (id, pledge), now).await?;
    if !is_entered {
        store::drop(c, id).await?;
    }
    Ok(is_entered)
}

/// Leaves a line aside: it is none of ours.
pub async fn leave(c: &mut Connection, place: &Place, line: i64, now: i64) -> Result<bool> {
    let Some(line) = claim(c, place, line, |_, _| true, now).await? else { return Ok(false) };
    store::settle(c, line.id, ("left", None), now).await?;
    Ok(true)
}

/// Takes a line for a gift that went back, all of it or a part. False where it is more than was left, or it was settled
/// meanwhile.
pub async fn reverse(c: &mut Connection, place: &Place, line: i64, now: i64) -> Result<bool> {
    let Some(line) = claim(c, place, line, |line, _| line.is_reversal(), now).await? else {
        return Ok(false);
    };
    let Some(pledge) = taken_back(c, place, &line, now).await? else {
        store::release(c, line.id).await?;
        return Ok(false);
    };
    let (amount, in_all) = (-line.minor, pledge.returned - line.minor);
    let back = Deed::TransferBack { amount };
    let kind = if in_all < pledge.said.amount {
        books::enter_part(c, &pledge, (&back, in_all), &line.day, now).await?;
        MailKind::Returned
    } else {
        books::enter_on(c, &pledge, &back, &line.day, now).await?;
        MailKind::Refunded
    };
    if !pledge.said.email.is_empty() {
        mailing::enqueue(c, kind, &pledge, now).await?;
    }
    store::settle(c, line.id, ("reversed", Some(pledge.id)), now).await?;
    Ok(true)
}

/// The pledge that a line undoes, as it was before that is noted of it.
async fn taken_back(c: &mut Connection, place: &Place, line: &Kept, now: i64) -> Result<Option<Pledge>> {
    let Some(pledge) = line.pledge else { return Ok(None) };
    let found = pledges::by_id(c, pledge).await?.filter(|one| one.promise.id == place.promise.id);
    let Some(pledge) = found.filter(|one| -line.minor <= one.left()) else { return Ok(None) };
    let is_noted = if -line.minor == pledge.left() {
        pledges::step(c, pledge.id, (State::Paid, State::Refunded), now).await?
    } else {
        pledges::returned(c, &pledge, pledge.returned - line.minor, now).await?
    };
    Ok(is_noted.then_some(pledge))
}
