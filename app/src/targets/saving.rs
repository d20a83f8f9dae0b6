//! Saving targets that were checked: with the record, in one transaction, and never over somebody's change.

use super::store::{self, Standing};
use crate::accounts::guard::CampaignMember;
use crate::audit::{self, Change};
use crate::campaigns::definition::Target;
use crate::campaigns::merging::Imported;
use crate::error::{Error, Result};
use crate::state::App;

pub async fn standing(app: &App, member: &CampaignMember) -> Result<Standing> {
    store::standing(&mut app.db.read().await?, member.campaign.id).await?.ok_or(Error::NotFound)
}

/// Puts targets in the place of those that stand. False where the campaign was changed since it was read:
/// whoever asked looks again.
pub async fn save(
    app: &App,
    member: &CampaignMember,
    mut standing: Standing,
    targets: Vec<Target>,
    change: Change,
) -> Result<bool> {
    let before = standing.imported.unwrap_or_else(|| Imported::of(&standing.definition));
    standing.definition.targets = targets;
    // Where the desk has come back to what the files say, there is nothing to bring together.
    standing.imported = (before != Imported::of(&standing.definition)).then_some(before);
    let change = change.by(member.here.account.id).in_group(member.campaign.group.id);
    audit::doing(app, change, standing, |c, standing, now| Box::pin(store::save(c, standing, now))).await
}
