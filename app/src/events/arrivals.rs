//! What comes from the door: who was let in, by the list, by a ticket or without either. It may come late, more than
//! once and from several phones: everybody is counted once.

use super::link;
use crate::signatures::link::LinkKey;
use broadside_db::{Connection, Result, query, query_composed};

/// One thing that was noted at the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noted {
    /// Let in, by the number on the list; all who said that they come where no number of people is named.
    Listed {
        rsvp: i64,
        people: Option<i64>,
        at: i64,
    },
    /// Let in, by a ticket that was read.
    Ticket {
        token: String,
        people: Option<i64>,
        at: i64,
    },
    /// Let in without an RSVP; the mark was drawn at the door.
    WalkIn {
        slot: i64,
        mark: String,
        people: i64,
        at: i64,
    },
    /// It was a slip: nobody was let in by it.
    Undone {
        rsvp: i64,
        at: i64,
    },
    WalkInUndone {
        slot: i64,
        mark: String,
    },
}

/// A coach at most comes by one tap.
pub const MOST_PEOPLE: i64 = 60;
const MARK_MOST: usize = 64;

/// Reads one field of what is sent: `arrival=12.3.1537900200000`, `ticket=TOKEN..MILLISECONDS`,
/// `walk_in=SLOT.MARK.3.MILLISECONDS`, `undone=12.MILLISECONDS`, `undone_walk_in=SLOT.MARK`. Times are the phone’s, in
/// milliseconds since 1970; none is taken for later than now. A number of people that is empty is the whole party.
pub fn read(name: &str, value: &str, now: i64) -> Option<Noted> {
    let parts: Vec<&str> = value.split('.').collect();
    let people = |text: &str| text.parse::<i64>().ok().filter(|people| (1..=MOST_PEOPLE).contains(people));
    let party = |text: &str| match text {
        "" => Some(None),
        text => people(text).map(Some),
    };
    let at = |text: &str| match text {
        "" => Some(now),
        text => text.parse::<i64>().ok().filter(|at| *at > 0)?.checked_mul(1_000).map(|at| at.min(now)),
    };
    let mark = |text: &str| {
        let is_mark = (8..=MARK_MOST).contains(&text.len())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        is_mark.then(|| text.to_owned())
    };
    Some(match (name, parts.as_slice()) {
        ("arrival", [id, many, when]) => {
            Noted::Listed { rsvp: id.parse().ok()?, people: party(many)?, at: at(when)? }
        }
        ("ticket", [token, many, when]) => {
            Noted::Ticket { token: (*token).to_owned(), people: party(many)?, at: at(when)? }
        }
        ("walk_in", [slot, drawn, many, when]) => Noted::WalkIn {
            slot: slot.parse().ok()?,
            mark: mark(drawn)?,
            people: people(many)?,
            at: at(when)?,
        },
        ("undone", [id]) => Noted::Undone { rsvp: id.parse().ok()?, at: now },
        ("undone", [id, when]) => Noted::Undone { rsvp: id.parse().ok()?, at: at(when)? },
        ("undone_walk_in", [slot, drawn]) => {
            Noted::WalkInUndone { slot: slot.parse().ok()?, mark: mark(drawn)? }
        }
        _ => return None,
    })
}

/// What became of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Let in, so many of them; since when somebody else had let the same party in already.
    In {
        rsvp: i64,
        people: i64,
        already: Option<i64>,
    },
    WalkedIn,
    /// Taken back.
    Undone,
    /// No RSVP of this event, or a ticket that is not ours.
    Unknown,
}

/// Takes one into the count of an event’s slots. Of two phones that let the same party in the larger number stands; of
/// letting in and taking back, what was noted later, however late it comes.
pub async fn take(c: &mut Connection, slots: &[i64], keys: &LinkKey, noted: &Noted) -> Result<Taken> {
    match noted {
        Noted::Listed { rsvp, people, at } => let_in(c, slots, *rsvp, *people, *at).await,
        Noted::Ticket { token, people, at } => {
            let Some(opened) = link::open_ticket(keys, token) else { return Ok(Taken::Unknown) };
            let one = super::store::by_id(c, opened.number).await?.filter(|one| opened.means(one.link()));
            match one {
                Some(one) => let_in(c, slots, one.id, *people, *at).await,
                None => Ok(Taken::Unknown),
            }
        }
        Noted::WalkIn { slot, .. } | Noted::WalkInUndone { slot, .. } if !slots.contains(slot) => {
            Ok(Taken::Unknown)
        }
        Noted::WalkIn { slot, mark, people, at } => {
            query(
                "insert into walk_in (slot_id, mark, group_id, people, arrived_at) \
                 select id, $2, group_id, $3, $4 from event_slot where id = $1 on conflict do nothing",
            )
            .bind(*slot)
            .bind(mark.as_str())
            .bind(*people)
            .bind(*at)
            .run(c)
            .await?;
            Ok(Taken::WalkedIn)
        }
        Noted::WalkInUndone { slot, mark } => {
            query("delete from walk_in where slot_id = $1 and mark = $2")
                .bind(*slot)
                .bind(mark.as_str())
                .run(c)
                .await?;
            Ok(Taken::Undone)
        }
        Noted::Undone { rsvp, at } => {
            let undone = query_composed(format!(
                "update rsvp set arrived = case when arrived_at > $2 then arrived end, \
                 arrived_at = case when arrived_at > $2 then arrived_at end, \
                 undone_at = case when undone_at > $2 then undone_at else $2 end where id = $1 and slot_id in ({})",
                listed(slots)
            ))
            .bind(*rsvp)
            .bind(*at)
            .run(c)
            .await?;
            Ok(if undone > 0 { Taken::Undone } else { Taken::Unknown })
        }
    }
}

/// What is noted of an RSVP at the door, when the row is held.
struct Standing {
    party: i64,
    arrived: Option<i64>,
    arrived_at: Option<i64>,
    undone_at: Option<i64>,
}

async fn let_in(c: &mut Connection, slots: &[i64], rsvp: i64, people: Option<i64>, at: i64) -> Result<Taken> {
    let standing = query_composed(format!(
        "update rsvp set arrived_at = arrived_at where id = $1 and slot_id in ({}) \
         returning people, arrived, arrived_at, undone_at",
        listed(slots)
    ))
    .bind(rsvp)
    .first(c, |row| {
        Ok(Standing {
            party: row.get("people")?,
            arrived: row.get("arrived")?,
            arrived_at: row.get("arrived_at")?,
            undone_at: row.get("undone_at")?,
        })
    })
    .await?;
    let Some(standing) = standing else { return Ok(Taken::Unknown) };
    if standing.undone_at.is_some_and(|undone_at| undone_at > at) {
        return Ok(Taken::Undone);
    }
    let people = people.unwrap_or(standing.party).max(standing.arrived.unwrap_or(0));
    query("update rsvp set arrived = $2, arrived_at = $3 where id = $1")
        .bind(rsvp)
        .bind(people)
        .bind(standing.arrived_at.map_or(at, |before| before.max(at)))
        .run(c)
        .await?;
    // The same note may come again, where its answer was lost on the way.
    let already = standing.arrived_at.filter(|before| *before != at);
    Ok(Taken::In { rsvp, people, already })
}

/// Numbers of ours, as a list of the query.
fn listed(slots: &[i64]) -> String {
    let all: Vec<String> = slots.iter().map(i64::to_string).collect();
    if all.is_empty() { "null".to_owned() } else { all.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_phone_sends_is_read_or_refused_and_its_clock_believed_for_the_past_alone() {
        let now = 1_537_900_200_000_000;
        assert_eq!(
            read("arrival", "12.3.1537900100000", now),
            Some(Noted::Listed { rsvp: 12, people: Some(3), at: 1_537_900_100_000_000 })
        );
        assert_eq!(
            read("arrival", "12.1.9999999999999", now),
            Some(Noted::Listed { rsvp: 12, people: Some(1), at: now })
        );
        assert_eq!(read("arrival", "12.1.", now), Some(Noted::Listed { rsvp: 12, people: Some(1), at: now }));
        assert_eq!(read("arrival", "12..", now), Some(Noted::Listed { rsvp: 12, people: None, at: now }));
        assert_eq!(read("undone", "12", now), Some(Noted::Undone { rsvp: 12, at: now }));
        assert_eq!(
            read("undone", "12.1537900100000", now),
            Some(Noted::Undone { rsvp: 12, at: 1_537_900_100_000_000 })
        );
        let undone = Noted::WalkInUndone { slot: 4, mark: "0b-9f2c41d".to_owned() };
        assert_eq!(read("undone_walk_in", "4.0b-9f2c41d", now), Some(undone));
        let walk_in = Noted::WalkIn { slot: 4, mark: "0b-9f2c41d".to_owned(), people: 2, at: now };
        assert_eq!(read("walk_in", "4.0b-9f2c41d.2.", now), Some(walk_in));
        for (name, value) in [
            ("arrival", "12"),
            ("arrival", "x.1.1"),
            ("arrival", "12.0.1"),
            ("arrival", "12.61.1"),
            ("arrival", "12.1.-5"),
            ("arrival", "12.1.9223372036854775807"),
            ("walk_in", "4.short.1.1"),
            ("walk_in", "4.mark-00001..1"),
            ("undone_walk_in", "4.short"),
            ("walk_in", "4.semi;colons-here.1.1"),
            ("ticket", ""),
            ("other", "1.1.1"),
        ] {
            assert_eq!(read(name, value, now), None, "{name}={value}");
        }
    }
}
