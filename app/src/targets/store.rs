//! The SQL of targets at the desk.

use crate::campaigns::definition::Definition;
use crate::campaigns::merging::Imported;
use crate::campaigns::store::{parsed, written};
use broadside_db::{Connection, Result, query};

/// A campaign as it stands, pictures left out.
#[derive(Clone, Debug)]
pub struct Standing {
    pub id: i64,
    pub definition: Definition,
    /// What the files said, where the desk has changed any of it since.
    pub imported: Option<Imported>,
    pub changed_at: i64,
}

pub async fn standing(c: &mut Connection, campaign: i64) -> Result<Option<Standing>> {
    let found = query("select definition, imported_targets, changed_at from campaign where id = $1")
        .bind(campaign)
        .first(c, |row| {
            let imported = row.get::<Option<String>>("imported_targets")?;
            Ok((row.get::<String>("definition")?, imported, row.get::<i64>("changed_at")?))
        })
        .await?;
    let Some((definition, imported, changed_at)) = found else { return Ok(None) };
    Ok(Some(Standing {
        id: campaign,
        definition: parsed(&definition)?,
        imported: imported.as_deref().map(parsed).transpose()?,
        changed_at,
    }))
}

/// Writes what was made of a campaign as it stood; false where somebody has changed it since.
pub async fn save(c: &mut Connection, standing: &Standing, now: i64) -> Result<bool> {
    let saved = query(
        "update campaign set definition = $1, imported_targets = $2, changed_at = case when changed_at < $3 \
         then $3 else changed_at + 1 end where id = $4 and changed_at = $5",
    )
    .bind(written(&standing.definition)?)
    .bind(standing.imported.as_ref().map(written).transpose()?)
    .bind(now)
    .bind(standing.id)
    .bind(standing.changed_at)
    .run(c)
    .await?;
    Ok(saved > 0)
}
