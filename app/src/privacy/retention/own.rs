//! What goes earlier in a campaign than the map says, and who signed a campaign that ended: some rows a
//! step. After the end a signature still counts; nothing of it says any more whose it was.

use super::STEP;
use crate::privacy::store::{self, Own, Retention};
use crate::state::App;
use broadside_db::{Connection, Result};

/// What a step will take.
#[derive(Default)]
pub struct Due {
    rows: Vec<(Retention, Vec<i64>)>,
    ended: Vec<Own>,
}

/// Looks at every campaign that keeps things its own way.
pub async fn due(app: &App, now: i64) -> Result<Due> {
    let mut c = app.db.read().await?;
    let mut due = Due::default();
    for own in store::own_retentions(&mut c).await? {
        for retention in shorter(&own) {
            let limit = retention.limit(now);
            let ids = store::older_in(&mut c, &retention, own.campaign, limit, STEP).await?;
            if !ids.is_empty() {
                due.rows.push((retention, ids));
            }
        }
        if own.is_over(now) {
            due.ended.push(own);
        }
    }
    Ok(due)
}

/// What this campaign keeps for another time than the map says.
fn shorter(own: &Own) -> impl Iterator<Item = Retention> {
    let days = own.days;
    Retention::all().into_iter().filter_map(move |one| Some(days.of(one)).filter(|own| *own != one))
}

/// Carries a step out, and answers how many rows it changed and whose letters must be shown anew.
pub async fn carry_out(c: &mut Connection, due: &Due) -> Result<(u64, Vec<i64>)> {
    let mut changed = 0;
    for (retention, ids) in &due.rows {
        changed += store::forget_rows(c, retention, ids).await?;
    }
    let mut letters = Vec::new();
    for own in &due.ended {
        let (forgotten, of) = store::forget_signers(c, own, STEP).await?;
        changed += forgotten;
        letters.extend(of);
    }
    Ok((changed, letters))
}
