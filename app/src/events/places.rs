//! Who gets a place: confirming, corrections, cancelling, and what becomes of a place that is free. Each is one
//! transaction that holds the slot, so that the last place is given once.

use super::mail::MailKind;
use super::{Rsvp, Said, Slot, State, mailing, offered_until, store};
use crate::jobs::{self, Lease, Progress};
use crate::state::App;
use broadside_db::{Connection, Lane, Result};

/// What became of a button that was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It stands so now.
    Stands(State),
    /// The mailbox comes already, by another RSVP.
    Known(i64),
    /// It is over, was called off, or there is nothing to do it to.
    TooLate,
    /// There is no room for so many more.
    NoRoom,
}

/// Confirms: a place where there is one and nobody waits whom it would hold, else the next place in line.
pub async fn confirm(c: &mut Connection, id: i64, now: i64) -> Result<Outcome> {
    let Some(read) = store::by_id(c, id).await? else { return Ok(Outcome::TooLate) };
    let Some((slot, taken)) = store::hold(c, read.slot.id).await? else { return Ok(Outcome::TooLate) };
    // As it stands now that nobody else can change it.
    let Some(one) = store::by_id(c, id).await? else { return Ok(Outcome::TooLate) };
    if !matches!(one.state, State::Unconfirmed | State::Cancelled | State::Lapsed) {
        return Ok(Outcome::Stands(one.state));
    }
    if !slot.takes_names(now) {
        return Ok(Outcome::TooLate);
    }
    if let Some(other) = store::standing_of(c, slot.id, &one.address_key).await? {
        return Ok(Outcome::Known(other.id));
    }
    let (state, turn, kind) = if slot.fits(taken, one.said.people) && !anybody_fits(c, &slot, taken).await? {
        (State::Coming, None, MailKind::Coming)
    } else {
        (State::Waiting, Some(store::next_turn(c, slot.id).await?), MailKind::Waiting)
    };
    store::set_state(c, &one, state, (turn, None), now).await?;
    mailing::enqueue(c, kind, &one, now).await?;
    Ok(Outcome::Stands(state))
}

/// Whether somebody in line would fit into what is free. A party too large for it keeps nobody from it: it keeps its turn.
async fn anybody_fits(c: &mut Connection, slot: &Slot, taken: i64) -> Result<bool> {
    Ok(store::first_in_line(c, slot.id, slot.left(taken)).await?.is_some())
}

/// Takes the place that is on offer.
pub async fn accept(c: &mut Connection, id: i64, now: i64) -> Result<Outcome> {
    let Some(read) = store::by_id(c, id).await? else { return Ok(Outcome::TooLate) };
    let Some((slot, _)) = store::hold(c, read.slot.id).await? else { return Ok(Outcome::TooLate) };
    let Some(one) = store::by_id(c, id).await? else { return Ok(Outcome::TooLate) };
    match one.state {
        State::Offered if one.offered_until.is_some_and(|until| now < until) && slot.is_ahead(now) => {}
        State::Coming => return Ok(Outcome::Stands(State::Coming)),
        _ => return Ok(Outcome::TooLate),
    }
    store::set_state(c, &one, State::Coming, (None, None), now).await?;
    mailing::enqueue(c, MailKind::Coming, &one, now).await?;
    Ok(Outcome::Stands(State::Coming))
}

/// Cancels, whatever it was; its places go to those in line.
pub async fn cancel(c: &mut Connection, id: i64, now: i64) -> Result<Outcome> {
    let Some(read) = store::by_id(c, id).await? else { return Ok(Outcome::TooLate) };
    store::hold(c, read.slot.id).await?;
    let Some(one) = store::by_id(c, id).await? else { return Ok(Outcome::TooLate) };
    if !one.state.is_over() {
        store::set_state(c, &one, State::Cancelled, (None, None), now).await?;
        offer_free(c, one.slot.id, now).await?;
    }
    Ok(Outcome::Stands(State::Cancelled))
}

/// Corrects what was said. More people come only where there is room, nobody waits whom it would hold, and names are
/// taken; in line one keeps the turn.
pub async fn correct(c: &mut Connection, id: i64, said: &Said, now: i64) -> Result<Outcome> {
    let Some(read) = store::by_id(c, id).await? else { return Ok(Outcome::TooLate) };
    let Some((slot, taken)) = store::hold(c, read.slot.id).await? else { return Ok(Outcome::TooLate) };
    let Some(one) = store::by_id(c, id).await? else { return Ok(Outcome::TooLate) };
    if one.state.is_over() || !slot.is_ahead(now) {
        return Ok(Outcome::TooLate);
    }
    let more = said.people - one.said.people;
    if more > 0 && !slot.takes_names(now) {
        return Ok(Outcome::TooLate);
    }
    let needs_room = more > 0 && one.state.takes_places();
    if needs_room && (!slot.fits(taken, more) || anybody_fits(c, &slot, taken).await?) {
        return Ok(Outcome::NoRoom);
    }
    store::set_said(c, id, said, now).await?;
    offer_free(c, slot.id, now).await?;
    Ok(Outcome::Stands(one.state))
}

/// Offers what is free in a slot to those in line, the first whose party fits before others. The slot is held by the
/// caller.
async fn offer_free(c: &mut Connection, slot: i64, now: i64) -> Result<usize> {
    let mut offered = 0;
    loop {
        let Some((held, taken)) = store::hold(c, slot).await? else { return Ok(offered) };
        if held.is_cancelled || now >= held.starts_at {
            return Ok(offered);
        }
        let Some(first) = store::first_in_line(c, slot, held.left(taken)).await? else { return Ok(offered) };
        let until = offered_until(now, held.starts_at);
        store::set_state(c, &first, State::Offered, (first.turn, Some(until)), now).await?;
        mailing::enqueue(c, MailKind::Offer, &Rsvp { state: State::Offered, ..first }, now).await?;
        offered += 1;
        if offered >= MOST_OFFERS {
            return Ok(offered);
        }
    }
}

/// The lease under which offers end and are made.
pub const OFFER: &str = "offer-places";
/// So many offers in one transaction: about 5 ms of the writer.
const MOST_OFFERS: usize = 50;
const MOST_OVER: i64 = 50;

/// Whether an offer is over, or a place is free that somebody waits for.
pub async fn any(c: &mut Connection, now: i64) -> Result<bool> {
    Ok(!store::offers_over(c, now, 1).await?.is_empty() || !store::slots_with_room(c, now).await?.is_empty())
}

/// Ends the offers whose time is over, and offers what is free. It is done again after a restart at whatever point one
/// came: an offer ends, and a place is offered, with the state that says so.
pub async fn offer(app: &App, lease: Lease) -> Result<Progress> {
    let now = app.clock.now();
    let moved = app
        .db
        .write(Lane::Ordinary, move |c| {
            let lease = lease.clone();
            Box::pin(async move {
                if !jobs::advance(c, &lease, 0, 0).await? {
                    return Ok(0);
                }
                let mut moved = 0;
                for read in store::offers_over(c, now, MOST_OVER).await? {
                    store::hold(c, read.slot.id).await?;
                    let Some(one) = store::by_id(c, read.id).await? else { continue };
                    if one.state == State::Offered && one.offered_until.is_some_and(|until| until <= now) {
                        store::set_state(c, &one, State::Lapsed, (None, None), now).await?;
                        mailing::enqueue(c, MailKind::Lapsed, &one, now).await?;
                        moved += 1;
                    }
                }
                for slot in store::slots_with_room(c, now).await? {
                    moved += offer_free(c, slot, now).await?;
                }
                Ok(moved)
            })
        })
        .await?;
    if moved > 0 {
        app.mail_waits.wake();
        return Ok(Progress::More);
    }
    Ok(Progress::Idle)
}
