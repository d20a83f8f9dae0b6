//! Proofs that took too long to wait for are looked for by a job, and what nobody proved goes in time.

use super::outside::{Found, look};
use super::store;
use super::{Endorsement, private_routes::save};
use crate::clock::{DAY, MINUTE};
use crate::jobs::{self, Lease, Progress};
use crate::people::kept::ENDORSED_DAYS;
use crate::state::App;
use broadside_db::{Connection, Result};
use std::time::Duration;

pub const SEEK: &str = "seek-proofs";
pub const LAPSE: &str = "lapse-endorsements";

/// Shorter than a lease, so that nobody looks for the same beside.
const A_LOOK: Duration = Duration::from_secs(20);
/// After so many looks it is told what the last one came to.
const MOST_LOOKS: i64 = 4;
/// So many rows a step.
const STEP: i64 = 50;

/// Whether a proof is due to be looked for.
pub async fn any(c: &mut Connection, now: i64) -> Result<bool> {
    Ok(store::sought(c, now).await?.is_some())
}

/// Looks for one proof.
pub async fn seek(app: &App, lease: Lease) -> Result<Progress> {
    let now = app.clock.now();
    let sought = store::sought(&mut app.db.read().await?, now).await?;
    let found = match sought.as_ref().and_then(|one| one.sought.map(|way| (one, way))) {
        None => None,
        Some((one, way)) => {
            let found = look(app, one, way, A_LOOK).await;
            // Where its officer has changed it meanwhile, this look was for nothing.
            save(app, one, sought_once(one, found, app.clock.now()), None).await?;
            Some(found)
        }
    };
    jobs::put_off(&app.db, lease, 0).await?;
    Ok(if found.is_some() { Progress::More } else { Progress::Idle })
}

/// As it is after a look: proved, to be looked for again in a while, or told what was found.
pub fn sought_once(one: &Endorsement, found: Found, now: i64) -> Endorsement {
    let seeks = one.seeks + 1;
    match (found, one.sought) {
        (Found::Proved, Some(way)) => one.proved(way, now),
        (Found::Silent, Some(_)) if seeks < MOST_LOOKS => Endorsement {
            seeks,
            seek_at: Some(now + (MINUTE << seeks.clamp(0, 8))),
            found: Some(found.word().to_owned()),
            ..one.clone()
        },
        _ => Endorsement { sought: None, found: Some(found.word().to_owned()), ..one.clone() },
    }
}

/// Deletes what nobody proved in time, and forgets the officers of what is long over.
pub async fn lapse(app: &App, lease: Lease) -> Result<Progress> {
    let now = app.clock.now();
    let before = now - ENDORSED_DAYS * DAY;
    jobs::forget(&app.db, lease, now, move |c| Box::pin(store::lapse(c, before, STEP))).await
}
