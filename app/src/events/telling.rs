//! Telling everybody who comes: a reminder, another time or place, that it does not take place. One mail an RSVP, queued
//! step by step; the position is stored with the mails, so that nobody is told twice, whatever happens between.

use super::mail::MailKind;
use super::{State, mailing, store};
use crate::campaigns::store::AGAIN;
use crate::clock::DAY;
use crate::jobs::{self, Lease, Progress};
use crate::people::kept::{RSVP_DAYS, UNCONFIRMED_DAYS};
use crate::state::App;
use broadside_db::{Connection, Lane, Result, query};

/// The leases of this work.
pub const TELL: &str = "tell-who-comes";
pub const LAPSE: &str = "forget-rsvps";
/// So many RSVPs a step: about 5 ms of the writer.
const STEP: i64 = 200;

/// What is being told.
#[derive(Clone, Debug)]
struct Telling {
    id: i64,
    slot: i64,
    kind: String,
    subject: String,
    position: i64,
}

impl Telling {
    fn is_reminder(&self) -> bool {
        self.kind == "reminder"
    }

    fn mail(&self) -> MailKind {
        match self.kind.as_str() {
            "reminder" => MailKind::Reminder,
            "cancellation" => MailKind::Cancelled,
            _ if self.subject.starts_with(AGAIN) => MailKind::Again,
            _ => MailKind::Changed,
        }
    }

    /// Whether it is still to be told of a slot that now begins at a time.
    fn stands(&self, starts_at: i64, is_cancelled: bool, now: i64) -> bool {
        let of_this_time = self.subject.split(' ').nth(1) == Some(starts_at.to_string().as_str());
        !self.is_reminder() || of_this_time && !is_cancelled && now < starts_at
    }

    fn whom(&self) -> &'static [State] {
        if self.is_reminder() { &[State::Coming] } else { &[State::Coming, State::Offered, State::Waiting] }
    }
}

async fn due(c: &mut Connection, now: i64) -> Result<Option<Telling>> {
    query(
        "select id, slot_id, kind, subject, position from event_telling where finished_at is null and due_at <= $1 \
         order by due_at, id limit 1",
    )
    .bind(now)
    .first(c, |row| {
        Ok(Telling {
            id: row.get("id")?,
            slot: row.get("slot_id")?,
            kind: row.get("kind")?,
            subject: row.get("subject")?,
            position: row.get("position")?,
        })
    })
    .await
}

pub async fn any(c: &mut Connection, now: i64) -> Result<bool> {
    Ok(due(c, now).await?.is_some())
}

/// One step of what has been due longest.
pub async fn tell(app: &App, lease: Lease) -> Result<Progress> {
    let now = app.clock.now();
    let told = app
        .db
        .write(Lane::Ordinary, move |c| {
            let lease = lease.clone();
            Box::pin(async move {
                if !jobs::advance(c, &lease, 0, 0).await? {
                    return Ok(false);
                }
                let Some(telling) = due(c, now).await? else { return Ok(false) };
                step(c, &telling, now).await?;
                Ok(true)
            })
        })
        .await?;
    app.mail_waits.wake();
    Ok(if told { Progress::More } else { Progress::Idle })
}

async fn step(c: &mut Connection, telling: &Telling, now: i64) -> Result<()> {
    let stands = match store::hold(c, telling.slot).await? {
        Some((slot, _)) => telling.stands(slot.starts_at, slot.is_cancelled, now),
        None => false,
    };
    let rsvps = if stands {
        store::of_slots(c, &[telling.slot], telling.whom(), telling.position, STEP).await?
    } else {
        Vec::new()
    };
    for one in &rsvps {
        mailing::enqueue(c, telling.mail(), one, now).await?;
    }
    let is_last = rsvps.len() < usize::try_from(STEP).unwrap_or(usize::MAX);
    query(
        "update event_telling set position = $2, told = told + $3, finished_at = case when $4 then $5 else null end \
         where id = $1",
    )
    .bind(telling.id)
    .bind(rsvps.last().map_or(telling.position, |last| last.id))
    .bind(i64::try_from(rsvps.len()).unwrap_or(i64::MAX))
    .bind(is_last)
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// Forgets what nobody confirmed in time, and who came to what is over.
pub async fn lapse(app: &App, lease: Lease) -> Result<Progress> {
    let now = app.clock.now();
    let (unconfirmed, over) = (now - i64::from(UNCONFIRMED_DAYS) * DAY, now - RSVP_DAYS * DAY);
    jobs::forget(&app.db, lease, now, move |c| Box::pin(store::lapse(c, unconfirmed, over, STEP))).await
}
