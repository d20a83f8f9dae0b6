//! The SQL of RSVPs, one function per question. Whatever takes or frees places holds the slot’s row first
//! ([`hold`]), so that the last place is given once, on either engine.

pub use super::sums::{Sums, slots};
use super::{Rsvp, Said, Slot, State};
use crate::campaigns::store::{parsed, written};
use broadside_db::{Connection, Error, Query, Result, Row, decode_error, query, query_composed};

pub struct New {
    pub group: i64,
    pub campaign: i64,
    pub slot: i64,
    pub language: String,
    pub address_key: Vec<u8>,
    pub email: String,
    pub said: Said,
    pub source: Option<String>,
}

pub async fn add(c: &mut Connection, new: &New, now: i64) -> Result<i64> {
    query(
        "insert into rsvp (group_id, campaign_id, slot_id, language, address_key, email, name, people, answers, source, \
         state, created_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'unconfirmed', $11, $11) \
         returning id",
    )
    .bind(new.group)
    .bind(new.campaign)
    .bind(new.slot)
    .bind(new.language.as_str())
    .bind(new.address_key.as_slice())
    .bind(new.email.as_str())
    .bind(new.said.name.as_str())
    .bind(new.said.people)
    .bind(written(&new.said.answers)?)
    .bind(new.source.clone())
    .bind(now)
    .one(c, |row| row.get("id"))
    .await
}

pub(super) fn slot_of(row: &Row, id: &str) -> Result<Slot> {
    Ok(Slot {
        id: row.get(id)?,
        event: row.get("event")?,
        slug: row.get("slot")?,
        starts_at: row.get("starts_at")?,
        ends_at: row.get("ends_at")?,
        capacity: row.get("capacity")?,
        is_cancelled: row.get("is_cancelled")?,
        is_closed: row.get("is_closed")?,
        changed_at: row.get("slot_changed_at")?,
    })
}

fn rsvp(row: &Row) -> Result<Rsvp> {
    let state: String = row.get("state")?;
    let unknown = || Error::Other(decode_error(std::io::Error::other("an RSVP’s state")));
    Ok(Rsvp {
        id: row.get("id")?,
        group_id: row.get("group_id")?,
        campaign_id: row.get("campaign_id")?,
        slot: slot_of(row, "slot_id")?,
        language: row.get("language")?,
        address_key: row.get("address_key")?,
        email: row.get("email")?,
        said: Said {
            name: row.get("name")?,
            people: row.get("people")?,
            answers: parsed(&row.get::<String>("answers")?)?,
        },
        state: State::parse(&state).ok_or_else(unknown)?,
        turn: row.get("turn")?,
        offered_until: row.get("offered_until")?,
        created_at: row.get("created_at")?,
        changed_at: row.get("changed_at")?,
        arrived: row.get("arrived")?,
        arrived_at: row.get("arrived_at")?,
    })
}

fn found(condition: &str) -> Query {
    query_composed(format!(
        "select r.*, s.event, s.slot, s.starts_at, s.ends_at, s.capacity, s.is_cancelled, \
         s.is_closed, s.changed_at as slot_changed_at from rsvp r join event_slot s on s.id = r.slot_id where {condition}"
    ))
}

pub async fn by_id(c: &mut Connection, id: i64) -> Result<Option<Rsvp>> {
    found("r.id = $1").bind(id).first(c, rsvp).await
}

/// The one by which a mailbox comes to a slot, waits or has a place on offer.
pub async fn standing_of(c: &mut Connection, slot: i64, address_key: &[u8]) -> Result<Option<Rsvp>> {
    found("r.slot_id = $1 and r.address_key = $2 and r.state in ('coming', 'waiting', 'offered')")
        .bind(slot)
        .bind(address_key)
        .first(c, rsvp)
        .await
}

/// What a mailbox has said to a campaign's events that are ahead and take names, and has not confirmed, the newest
/// first.
pub async fn open_of(
    c: &mut Connection,
    campaign: i64,
    address_key: &[u8],
    now: i64,
    most: i64,
) -> Result<Vec<Rsvp>> {
    found(
        "r.address_key = $1 and r.campaign_id = $2 and r.state = 'unconfirmed' and s.ends_at > $3 \
         and not s.is_cancelled and not s.is_closed order by r.id desc limit $4",
    )
    .bind(address_key)
    .bind(campaign)
    .bind(now)
    .bind(most)
    .all(c, rsvp)
    .await
}

/// How many mails about RSVPs that a form asked for went to an address since a time.
pub async fn mails_since(c: &mut Connection, address_key: &[u8], since: i64) -> Result<i64> {
    query(
        "select count(*) as n from mail where address_key = $1 and created_at > $2 and kind in ('rsvp_link', 'rsvp_known')",
    )
    .bind(address_key)
    .bind(since)
    .one(c, |row| row.get("n"))
    .await
}

/// Holds a slot’s row for the rest of the transaction; answers it and how many places are taken.
pub async fn hold(c: &mut Connection, slot: i64) -> Result<Option<(Slot, i64)>> {
    let held = query(
        "update event_slot set last_turn = last_turn where id = $1 \
         returning id, event, slot, starts_at, ends_at, capacity, is_cancelled, is_closed, \
         changed_at as slot_changed_at",
    )
    .bind(slot)
    .first(c, |row| slot_of(row, "id"))
    .await?;
    let Some(held) = held else { return Ok(None) };
    if held.capacity.is_none() {
        return Ok(Some((held, 0)));
    }
    let taken = query(
        "select cast(coalesce(sum(people), 0) as bigint) as n from rsvp where slot_id = $1 and state in ('coming', 'offered')",
    )
    .bind(slot)
    .one(c, |row| row.get("n"))
    .await?;
    Ok(Some((held, taken)))
}

/// Puts an RSVP where it now stands.
pub async fn set_state(
    c: &mut Connection,
    one: &Rsvp,
    state: State,
    (turn, offered_until): (Option<i64>, Option<i64>),
    now: i64,
) -> Result<()> {
    query(
        "update rsvp set state = $2, turn = $3, offered_until = $4, \
         confirmed_at = coalesce(confirmed_at, $5), changed_at = $5 where id = $1",
    )
    .bind(one.id)
    .bind(state.word())
    .bind(turn)
    .bind(offered_until)
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// The next place in the line of a slot.
pub async fn next_turn(c: &mut Connection, slot: i64) -> Result<i64> {
    query("update event_slot set last_turn = last_turn + 1 where id = $1 returning last_turn")
        .bind(slot)
        .one(c, |row| row.get("last_turn"))
        .await
}

/// The first in line whose party fits into so many places.
pub async fn first_in_line(c: &mut Connection, slot: i64, free: i64) -> Result<Option<Rsvp>> {
    found("r.slot_id = $1 and r.state = 'waiting' and r.people <= $2 order by r.turn limit 1")
        .bind(slot)
        .bind(free)
        .first(c, rsvp)
        .await
}

/// How many are in line before a turn.
pub async fn in_line_before(c: &mut Connection, slot: i64, turn: i64) -> Result<i64> {
    query("select count(*) as n from rsvp where slot_id = $1 and state = 'waiting' and turn < $2")
        .bind(slot)
        .bind(turn)
        .one(c, |row| row.get("n"))
        .await
}

/// Offers whose time is over, the oldest first.
pub async fn offers_over(c: &mut Connection, now: i64, most: i64) -> Result<Vec<Rsvp>> {
    found("r.state = 'offered' and r.offered_until <= $1 order by r.offered_until, r.id limit $2")
        .bind(now)
        .bind(most)
        .all(c, rsvp)
        .await
}

/// Slots ahead with room for one at least in line.
pub async fn slots_with_room(c: &mut Connection, now: i64) -> Result<Vec<i64>> {
    query(
        "select s.id from event_slot s where s.starts_at > $1 and not s.is_cancelled and exists \
         (select 1 from rsvp r where r.slot_id = s.id and r.state = 'waiting' and (s.capacity is null or r.people <= \
         s.capacity - (select coalesce(sum(t.people), 0) from rsvp t where t.slot_id = s.id \
         and t.state in ('coming', 'offered')))) order by s.id",
    )
    .bind(now)
    .all(c, |row| row.get("id"))
    .await
}

/// Keeps what somebody corrects of what they said.
pub async fn set_said(c: &mut Connection, id: i64, said: &Said, now: i64) -> Result<()> {
    query("update rsvp set name = $2, people = $3, answers = $4, changed_at = $5 where id = $1")
        .bind(id)
        .bind(said.name.as_str())
        .bind(said.people)
        .bind(written(&said.answers)?)
        .bind(now)
        .run(c)
        .await?;
    Ok(())
}

/// What is listed at the desk and at the door of some slots, behind one of them, in the order in which people said so.
pub async fn of_slots(
    c: &mut Connection,
    slots: &[i64],
    states: &[State],
    behind: i64,
    most: i64,
) -> Result<Vec<Rsvp>> {
    // Numbers and words of ours.
    let ids: Vec<String> = slots.iter().map(i64::to_string).collect();
    let words: Vec<String> = states.iter().map(|state| format!("'{}'", state.word())).collect();
    if ids.is_empty() || words.is_empty() {
        return Ok(Vec::new());
    }
    let condition = format!(
        "r.slot_id in ({}) and r.state in ({}) and r.id > $1 order by r.id limit $2",
        ids.join(", "),
        words.join(", ")
    );
    found(&condition).bind(behind).bind(most).all(c, rsvp).await
}

/// Who was let in, by number: how many of them, and when last.
pub async fn let_in(c: &mut Connection, slots: &[i64]) -> Result<Vec<(i64, i64, i64)>> {
    let ids: Vec<String> = slots.iter().map(i64::to_string).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    query_composed(format!(
        "select id, arrived, coalesce(arrived_at, 0) as at from rsvp where slot_id in ({}) and arrived is not null",
        ids.join(", ")
    ))
    .all(c, |row| Ok((row.get("id")?, row.get("arrived")?, row.get("at")?)))
    .await
}

/// Forgets what nobody confirmed since before a time, and whoever came to, or wanted to come to, what was over by
/// then; how many they were stays. Answers how many.
pub async fn lapse(c: &mut Connection, unconfirmed: i64, over: i64, most: i64) -> Result<u64> {
    let mut gone = query(
        "delete from rsvp where id in (select id from rsvp where state = 'unconfirmed' and created_at < $1 limit $2)",
    )
    .bind(unconfirmed)
    .bind(most)
    .run(c)
    .await?;
    let old = query(
        "select r.id, r.slot_id, r.state, r.people, r.arrived from rsvp r join event_slot s on s.id = r.slot_id \
         where s.ends_at < $1 order by r.id limit $2",
    )
    .bind(over)
    .bind(most)
    .all(c, |row| {
        let came: bool = row.get::<String>("state")? == State::Coming.word();
        let people: i64 = row.get("people")?;
        let arrived: Option<i64> = row.get("arrived")?;
        let sums = (if came { people } else { 0 }, arrived.unwrap_or(0));
        Ok((row.get::<i64>("id")?, row.get::<i64>("slot_id")?, sums))
    })
    .await?;
    for (id, slot, (came, let_in)) in old {
        let deleted = query("delete from rsvp where id = $1").bind(id).run(c).await?;
        if deleted > 0 {
            query("update event_slot set came = came + $2, let_in = let_in + $3 where id = $1")
                .bind(slot)
                .bind(came)
                .bind(let_in)
                .run(c)
                .await?;
        }
        gone += deleted;
    }
    Ok(gone)
}
