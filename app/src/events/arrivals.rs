//! What comes from the door: who was let in, by the list, by a ticket or without either. It may come late, more than
//! once and from several phones: everybody is counted once.

use super::link;
use crate::signatures::link::LinkKey;
use broadside_db::{Connection, Result, query, query_composed};

/// One thing that was noted at the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noted {
    /// Let in, by the number on the list.
    Listed { rsvp: i64, people: i64, at: i64 },
    /// Let in, by a ticket that was read.
    Ticket { token: String, people: i64, at: i64 },
    /// Let in without an RSVP; the mark was drawn at the door.
    WalkIn { slot: i64, mark: String, people: i64, at: i64 },
    /// It was a slip: nobody was let in by it.
    Undone { rsvp: i64 },
}

/// A coach at most comes by one tap.
pub const MOST_PEOPLE: i64 = 60;
const MARK_MOST: usize = 64;

/// Reads one field of what is sent: `arrival=12.3.1537900200000`, `ticket=TOKEN.3.MILLISECONDS`,
/// `walk_in=SLOT.MARK.3.MILLISECONDS`, `undone=12`. Times are the phone’s, in milliseconds since 1970; none is taken
/// for later than now.
pub fn read(name: &str, value: &str, now: i64) -> Option<Noted> {
    let parts: Vec<&str> = value.split('.').collect();
    let people = |text: &str| text.parse::<i64>().ok().filter(|people| (1..=MOST_PEOPLE).contains(people));
    let at = |text: &str| match text {
        "" => Some(now),
        text => text.parse::<i64>().ok().filter(|at| *at > 0)?.checked_mul(1_000).map(|at| at.min(now)),
    };
    Some(match (name, parts.as_slice()) {
        ("arrival", [id, many, when]) => {
            Noted::Listed { rsvp: id.parse().ok()?, people: people(many)?, at: at(when)? }
        }
        ("ticket", [token, many, when]) => {
            Noted::Ticket { token: (*token).to_owned(), people: people(many)?, at: at(when)? }
        }
        ("walk_in", [slot, mark, many, when]) => {
            let is_mark = (8..=MARK_MOST).contains(&mark.len())
                && mark.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            let mark = is_mark.then(|| (*mark).to_owned())?;
            Noted::WalkIn { slot: slot.parse().ok()?, mark, people: people(many)?, at: at(when)? }
        }
        ("undone", [id]) => Noted::Undone { rsvp: id.parse().ok()? },
        _ => return None,
    })
}

/// What became of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Let in; this is the RSVP.
    In(i64),
    WalkedIn,
    /// No RSVP of this event, or a ticket that is not ours.
    Unknown,
}

/// Takes one into the count of an event’s slots. Of two phones that let the same party in the larger number stands.
pub async fn take(c: &mut Connection, slots: &[i64], keys: &LinkKey, noted: &Noted) -> Result<Taken> {
    let (rsvp, people, at) = match noted {
        Noted::Listed { rsvp, people, at } => (Some(*rsvp), *people, *at),
        Noted::Ticket { token, people, at } => {
            let opened = link::open_ticket(keys, token);
            let one = match opened {
                Some(opened) => {
                    super::store::by_id(c, opened.number).await?.filter(|one| opened.means(one.link()))
                }
                None => None,
            };
            (one.map(|one| one.id), *people, *at)
        }
        Noted::WalkIn { slot, mark, people, at } => {
            if !slots.contains(slot) {
                return Ok(Taken::Unknown);
            }
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
            return Ok(Taken::WalkedIn);
        }
        Noted::Undone { rsvp } => {
            let undone = query_composed(format!(
                "update rsvp set arrived = null, arrived_at = null where id = $1 and slot_id in ({})",
                listed(slots)
            ))
            .bind(*rsvp)
            .run(c)
            .await?;
            return Ok(if undone > 0 { Taken::In(*rsvp) } else { Taken::Unknown });
        }
    };
    let Some(rsvp) = rsvp else { return Ok(Taken::Unknown) };
    let let_in = query_composed(format!(
        "update rsvp set arrived = case when coalesce(arrived, 0) < $2 then $2 else arrived end, \
         arrived_at = case when arrived_at is null or arrived_at > $3 then $3 else arrived_at end \
         where id = $1 and slot_id in ({})",
        listed(slots)
    ))
    .bind(rsvp)
    .bind(people)
    .bind(at)
    .run(c)
    .await?;
    Ok(if let_in > 0 { Taken::In(rsvp) } else { Taken::Unknown })
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
            Some(Noted::Listed { rsvp: 12, people: 3, at: 1_537_900_100_000_000 })
        );
        assert_eq!(
            read("arrival", "12.1.9999999999999", now),
            Some(Noted::Listed { rsvp: 12, people: 1, at: now })
        );
        assert_eq!(read("arrival", "12.1.", now), Some(Noted::Listed { rsvp: 12, people: 1, at: now }));
        assert_eq!(read("undone", "12", now), Some(Noted::Undone { rsvp: 12 }));
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
            ("walk_in", "4.semi;colons-here.1.1"),
            ("ticket", ""),
            ("other", "1.1.1"),
        ] {
            assert_eq!(read(name, value, now), None, "{name}={value}");
        }
    }
}
