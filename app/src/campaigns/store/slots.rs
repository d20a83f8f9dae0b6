//! The SQL of an event’s times and places, as an import leaves them: what whoever comes must be told is noted with
//! the change itself.

use super::written;
use crate::campaigns::definition::{Definition, Event, EventStatus, Slot, fingerprint};
use crate::clock::HOUR;
use broadside_db::{Connection, Result, query};

/// Begins what a change is about, where it takes place after all.
pub const AGAIN: &str = "again ";

/// What is noted of one time and place.
struct Noted<'d> {
    event: &'d Event,
    slot: &'d Slot,
    starts_at: i64,
    ends_at: i64,
}

impl Noted<'_> {
    fn is_cancelled(&self) -> bool {
        self.event.status == EventStatus::Cancelled
    }

    fn is_closed(&self) -> bool {
        self.event.status == EventStatus::Closed
    }

    /// Of all that a calendar says.
    fn said(&self) -> Result<String> {
        let event = Event { slots: vec![self.slot.clone()], ..self.event.clone() };
        Ok(fingerprint(format!("{} {} {}", self.starts_at, self.ends_at, written(&event)?).as_bytes()))
    }

    /// Of all that whoever comes must know: another one is told to them.
    fn told(&self) -> String {
        let place: Vec<_> = self.slot.place.iter().map(|(tag, place)| format!("{tag}\n{place}")).collect();
        let said =
            format!("{}\n{}\n{}\n{}", self.starts_at, self.ends_at, self.is_cancelled(), place.join("\n"));
        fingerprint(said.as_bytes())
    }
}

/// A slot as it stands in the database.
struct Standing {
    id: i64,
    told: String,
    ends_at: i64,
    is_cancelled: bool,
}

/// Brings a campaign’s slots to what its definition says. Who comes to one that was moved, called off or taken out
/// of the files is told of it, and reminded of each time once.
pub async fn sync_slots(
    c: &mut Connection,
    (campaign, group): (i64, i64),
    definition: &Definition,
    now: i64,
) -> Result<()> {
    let mut kept = Vec::new();
    for event in &definition.events {
        for slot in &event.slots {
            // What names no moment is refused when files are read.
            let Ok((starts_at, ends_at)) = slot.span(event.zone(&definition.time_zone)) else { continue };
            kept.push(sync(c, (campaign, group), &Noted { event, slot, starts_at, ends_at }, now).await?);
        }
    }
    let standing = query("select id from event_slot where campaign_id = $1 and gone_at is null")
        .bind(campaign)
        .all(c, |row| row.get::<i64>("id"))
        .await?;
    for gone in standing.into_iter().filter(|id| !kept.contains(id)) {
        let ends_at = query(
            "update event_slot set gone_at = $2, is_cancelled = true, told = 'gone', changed_at = $2 where id = $1 \
             returning ends_at",
        )
        .bind(gone)
        .bind(now)
        .one(c, |row| row.get::<i64>("ends_at"))
        .await?;
        remind(c, (campaign, group, gone), &[], 0, now).await?;
        if ends_at > now {
            tell(c, (campaign, group, gone), "cancellation", &format!("gone {now}"), now).await?;
        }
    }
    Ok(())
}

async fn sync(c: &mut Connection, (campaign, group): (i64, i64), noted: &Noted<'_>, now: i64) -> Result<i64> {
    let standing = query(
        "select id, told, ends_at, is_cancelled from event_slot where campaign_id = $1 and event = $2 and slot = $3",
    )
    .bind(campaign)
    .bind(&noted.event.slug)
    .bind(&noted.slot.slug)
    .first(c, |row| {
        Ok(Standing {
            id: row.get("id")?,
            told: row.get("told")?,
            ends_at: row.get("ends_at")?,
            is_cancelled: row.get("is_cancelled")?,
        })
    })
    .await?;
    let (told, capacity) = (noted.told(), noted.slot.capacity.map(i64::from));
    let id = match &standing {
        None => {
            query(
                "insert into event_slot (group_id, campaign_id, event, slot, starts_at, ends_at, capacity, \
                 last_turn, told, is_cancelled, came, let_in, created_at, changed_at, said, is_closed) \
                 values ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, 0, 0, $10, $10, $11, $12) returning id",
            )
            .bind(group)
            .bind(campaign)
            .bind(&noted.event.slug)
            .bind(&noted.slot.slug)
            .bind(noted.starts_at)
            .bind(noted.ends_at)
            .bind(capacity)
            .bind(told.as_str())
            .bind(noted.is_cancelled())
            .bind(now)
            .bind(noted.said()?)
            .bind(noted.is_closed())
            .one(c, |row| row.get::<i64>("id"))
            .await?
        }
        Some(standing) => {
            query(
                "update event_slot set starts_at = $2, ends_at = $3, capacity = $4, told = $5, is_cancelled = $6, \
                 changed_at = case when said <> $8 or gone_at is not null then $7 else changed_at end, said = $8, \
                 is_closed = $9, gone_at = null where id = $1",
            )
            .bind(standing.id)
            .bind(noted.starts_at)
            .bind(noted.ends_at)
            .bind(capacity)
            .bind(told.as_str())
            .bind(noted.is_cancelled())
            .bind(now)
            .bind(noted.said()?)
            .bind(noted.is_closed())
            .run(c)
            .await?;
            standing.id
        }
    };
    let of = (campaign, group, id);
    if let Some(before) = standing.filter(|before| before.told != told) {
        // What is over by both clocks is news to nobody.
        if noted.ends_at.max(before.ends_at) > now {
            let (kind, subject) = match (before.is_cancelled, noted.is_cancelled()) {
                (false, true) => ("cancellation", format!("{told} {now}")),
                (true, false) => ("change", format!("{AGAIN}{told} {now}")),
                _ => ("change", format!("{told} {now}")),
            };
            tell(c, of, kind, &subject, now).await?;
        }
    }
    let hours = if noted.is_cancelled() { &[][..] } else { noted.event.reminders.as_slice() };
    remind(c, of, hours, noted.starts_at, now).await?;
    Ok(id)
}

/// Whatever of this sort was still being told is told no further: each mail says what is true when it is sent.
async fn tell(c: &mut Connection, of: (i64, i64, i64), kind: &str, subject: &str, now: i64) -> Result<()> {
    query("update event_telling set finished_at = $2 where slot_id = $1 and kind <> 'reminder' and finished_at is null")
        .bind(of.2)
        .bind(now)
        .run(c)
        .await?;
    add_telling(c, of, (kind, subject), now).await
}

/// Notes the reminders of a time that are still ahead, and strikes those that are asked for no more, or of another
/// time. One of this time that is due stays until it is told: the program may have been down when it was.
async fn remind(
    c: &mut Connection,
    of: (i64, i64, i64),
    hours: &[u32],
    starts_at: i64,
    now: i64,
) -> Result<()> {
    let wanted: Vec<(String, i64)> = hours
        .iter()
        .map(|hours| (format!("{hours} {starts_at}"), starts_at - i64::from(*hours) * HOUR))
        .filter(|(_, due)| *due > now)
        .collect();
    let of_this_time = format!(" {starts_at}");
    let standing = query(
        "select id, subject, due_at from event_telling where slot_id = $1 and kind = 'reminder' and position = 0 \
         and finished_at is null",
    )
    .bind(of.2)
    .all(c, |row| Ok((row.get::<i64>("id")?, row.get::<String>("subject")?, row.get::<i64>("due_at")?)))
    .await?;
    for (id, subject, due_at) in standing {
        let is_due = due_at <= now && subject.ends_with(&of_this_time);
        if !is_due && wanted.iter().all(|(one, _)| *one != subject) {
            query("delete from event_telling where id = $1").bind(id).run(c).await?;
        }
    }
    for (subject, due) in &wanted {
        add_telling(c, of, ("reminder", subject), *due).await?;
    }
    Ok(())
}

async fn add_telling(
    c: &mut Connection,
    (campaign, group, slot): (i64, i64, i64),
    (kind, subject): (&str, &str),
    due_at: i64,
) -> Result<()> {
    query(
        "insert into event_telling (group_id, campaign_id, slot_id, kind, subject, due_at, position, told) \
         values ($1, $2, $3, $4, $5, $6, 0, 0) on conflict do nothing",
    )
    .bind(group)
    .bind(campaign)
    .bind(slot)
    .bind(kind)
    .bind(subject)
    .bind(due_at)
    .run(c)
    .await?;
    Ok(())
}
