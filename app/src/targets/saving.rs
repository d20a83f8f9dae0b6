//! Saving targets that were checked: with the record, in one transaction, and never over somebody's change.

use super::store::{self, Standing};
use crate::accounts::guard::CampaignMember;
use crate::audit::{self, Change};
use crate::campaigns::definition::Target;
use crate::campaigns::merging::Imported;
use crate::error::{Error, Result};
use crate::state::App;
use broadside_db::Lane;

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
    let (work, now) = (std::sync::Arc::new((standing, change)), app.clock.now());
    let saved = app
        .db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (standing, change) = &*work;
                let saved = store::save(c, standing, now).await?;
                if saved {
                    audit::store::record(c, change, now).await?;
                }
                Ok(saved)
            })
        })
        .await?;
    Ok(saved)
}
