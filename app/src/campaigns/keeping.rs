//! Keeping what somebody changed of a campaign at the desk, with its entry in the record.

use super::definition::Definition;
use super::promised::Broken;
use super::{importing, store};
use crate::audit::{self, Change};
use crate::error::{Error, Result};
use crate::state::App;

/// The campaign as it stands, and when it was changed last.
pub async fn standing(app: &App, slug: &str) -> Result<(Definition, i64)> {
    importing::standing(&app.db, slug).await?.ok_or(Error::NotFound)
}

/// Keeps a campaign that still is as it was read, or is not there yet where `version` is nothing; answers whether it
/// was.
pub async fn keep(app: &App, campaign: &Definition, version: Option<i64>, change: Change) -> Result<bool> {
    let kept = audit::doing(app, change, campaign.clone(), move |c, campaign, now| {
        Box::pin(importing::replace(c, campaign, version, now))
    })
    .await?;
    app.directory.look_again();
    Ok(kept)
}

/// What people have pledged under and a campaign would take from them: it is not kept.
pub async fn broken(app: &App, campaign: &Definition) -> Result<Vec<Broken>> {
    let Some((before, _)) = importing::standing(&app.db, &campaign.slug).await? else {
        return Ok(Vec::new());
    };
    Ok(store::newly_broken(&mut app.db.read().await?, &before, campaign, app.clock.now()).await?)
}
