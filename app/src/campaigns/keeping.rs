//! Keeping what somebody changed of a campaign at the desk, with its entry in the record.

use super::definition::Definition;
use super::importing;
use crate::audit::{self, Change};
use crate::error::{Error, Result};
use crate::state::App;
use broadside_db::Lane;
use std::sync::Arc;

/// The campaign as it stands, and when it was changed last.
pub async fn standing(app: &App, slug: &str) -> Result<(Definition, i64)> {
    importing::standing(&app.db, slug).await?.ok_or(Error::NotFound)
}

/// Keeps a campaign that still is as it was read, or is not there yet where `version` is nothing; answers whether it
/// was.
pub async fn keep(app: &App, campaign: &Definition, version: Option<i64>, change: Change) -> Result<bool> {
    let (now, work) = (app.clock.now(), Arc::new((campaign.clone(), change)));
    let kept = app
        .db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (campaign, change) = &*work;
                let kept = importing::replace(c, campaign, version, now).await?;
                if kept {
                    audit::store::record(c, change, now).await?;
                }
                Ok(kept)
            })
        })
        .await?;
    app.directory.look_again();
    Ok(kept)
}
