//! The SQL of campaigns, one function per question.

mod fundraisers;
mod goals;
mod letters;
mod partners;
mod record;
mod slots;

pub use fundraisers::*;
pub use goals::*;
pub use letters::*;
pub use partners::*;
pub use record::*;
pub use slots::{AGAIN, sync_slots};

use super::definition::{Definition, LetterText, is_paper};
use super::merging::Imported;
use broadside_db::{Connection, Error, Result, decode_error, query};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;

/// A campaign as the database holds it.
pub struct Stored {
    pub id: i64,
    pub group_id: i64,
    pub definition: Definition,
    pub letters: Vec<StoredLetter>,
    pub changed_at: i64,
    /// Width and height of each picture.
    pub pictures: HashMap<String, (u32, u32)>,
    /// The last partnership of each partner that was ever invited, or has left.
    pub parts: HashMap<String, Part>,
}

pub struct StoredLetter {
    pub id: i64,
    pub slug: String,
    pub version: i64,
    pub is_open: bool,
    pub names_per_mailbox: i64,
    pub changed_at: i64,
    /// Its current version in each language; also of a letter that left the files.
    pub texts: Vec<(String, LetterText)>,
}

/// How many campaigns anybody may see.
pub async fn count_public(c: &mut Connection) -> Result<i64> {
    query("select count(*) as n from campaign where status <> 'draft'").one(c, |row| row.get("n")).await
}

/// Number, slug and last change of every campaign.
pub async fn all(c: &mut Connection) -> Result<Vec<(i64, String, i64)>> {
    query("select id, slug, changed_at from campaign")
        .all(c, |row| Ok((row.get("id")?, row.get("slug")?, row.get("changed_at")?)))
        .await
}

/// A campaign with its letters; of its pictures the sizes alone.
pub async fn stored(c: &mut Connection, id: i64) -> Result<Option<Stored>> {
    let campaign = query("select group_id, definition, changed_at from campaign where id = $1")
        .bind(id)
        .first(c, |row| {
            Ok((row.get::<i64>("group_id")?, row.get::<String>("definition")?, row.get::<i64>("changed_at")?))
        })
        .await?;
    let Some((group_id, definition, changed_at)) = campaign else { return Ok(None) };
    let mut letters = query(
        "select l.id, l.slug, l.version, l.status, l.names_per_mailbox, \
         coalesce((select max(t.created_at) from letter_text t where t.letter_id = l.id and t.version = l.version), \
         l.created_at) as changed_at from letter l where l.campaign_id = $1 order by l.position",
    )
    .bind(id)
    .all(c, |row| {
        Ok(StoredLetter {
            id: row.get("id")?,
            slug: row.get("slug")?,
            version: row.get("version")?,
            is_open: row.get::<String>("status")? == "open",
            names_per_mailbox: row.get("names_per_mailbox")?,
            changed_at: row.get("changed_at")?,
            texts: Vec::new(),
        })
    })
    .await?;
    let texts = query(
        "select t.letter_id, t.language, t.title, t.addressee, t.body, t.reason from letter_text t \
         join letter l on l.id = t.letter_id and l.version = t.version where l.campaign_id = $1",
    )
    .bind(id)
    .all(c, |row| Ok((row.get::<i64>("letter_id")?, row.get::<String>("language")?, letter_text(row)?)))
    .await?;
    for (letter, language, text) in texts {
        if let Some(own) = letters.iter_mut().find(|own| own.id == letter) {
            own.texts.push((language, text));
        }
    }
    let pictures = query("select file, width, height from picture where campaign_id = $1")
        .bind(id)
        .all(c, |row| {
            let size = |name| row.get::<i64>(name).map(|pixels| u32::try_from(pixels).unwrap_or(0));
            Ok((row.get::<String>("file")?, (size("width")?, size("height")?)))
        })
        .await?;
    let parts = parts(c, id).await?;
    Ok(Some(Stored {
        id,
        group_id,
        definition: parsed(&definition)?,
        letters,
        changed_at,
        pictures: pictures.into_iter().filter(|(_, size)| size.0 > 0 && size.1 > 0).collect(),
        parts,
    }))
}

/// What a column holds as JSON.
pub fn parsed<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| Error::Other(decode_error(error)))
}

/// A value as a column holds it: as JSON.
pub fn written(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Other(decode_error(error)))
}

/// The addresses that campaigns' mails come from.
pub async fn senders(c: &mut Connection) -> Result<Vec<String>> {
    let definitions =
        query("select definition from campaign").all(c, |row| row.get::<String>("definition")).await?;
    definitions.iter().map(|text| Ok(parsed::<Definition>(text)?.mail.sender_address)).collect()
}

pub async fn picture(c: &mut Connection, campaign: i64, file: &str) -> Result<Option<Vec<u8>>> {
    query("select bytes from picture where campaign_id = $1 and file = $2")
        .bind(campaign)
        .bind(file)
        .first(c, |row| row.get("bytes"))
        .await
}

/// A campaign as an import finds it.
pub struct Whole {
    /// The group's slug.
    pub group: String,
    /// Pictures included.
    pub definition: Definition,
    /// What the files said, where the desk has changed any of it since.
    pub imported: Option<Imported>,
}

/// What a campaign says of itself, without its pictures.
pub async fn said(c: &mut Connection, slug: &str) -> Result<Option<Definition>> {
    let found = query("select definition from campaign where slug = $1")
        .bind(slug)
        .first(c, |row| row.get::<String>("definition"))
        .await?;
    found.as_deref().map(parsed).transpose()
}

/// A campaign by its slug.
pub async fn whole(c: &mut Connection, slug: &str) -> Result<Option<Whole>> {
    let found = query(
        "select c.id, c.definition, c.imported_targets, g.slug as group_slug from campaign c join \"group\" g on g.id = c.group_id \
         where c.slug = $1",
    )
    .bind(slug)
    .first(c, |row| {
        let texts = (row.get::<String>("definition")?, row.get::<Option<String>>("imported_targets")?);
        Ok((row.get::<i64>("id")?, row.get::<String>("group_slug")?, texts))
    })
    .await?;
    let Some((id, group, (text, imported))) = found else { return Ok(None) };
    let mut definition: Definition = parsed(&text)?;
    for place in 0..definition.pictures.len() {
        let file = definition.pictures[place].file.clone();
        definition.pictures[place].bytes = picture(c, id, &file).await?.unwrap_or_default();
    }
    for statement in &mut definition.statements {
        if let Some(file) = statement.file.as_deref().filter(|file| is_paper(file)) {
            statement.paper = picture(c, id, file).await?.unwrap_or_default();
        }
    }
    Ok(Some(Whole { group, definition, imported: imported.as_deref().map(parsed).transpose()? }))
}

/// When a campaign was changed last; nothing where no campaign has the slug. It is another after every change.
pub async fn changed_at(c: &mut Connection, slug: &str) -> Result<Option<i64>> {
    query("select changed_at from campaign where slug = $1")
        .bind(slug)
        .first(c, |row| row.get("changed_at"))
        .await
}

/// The group's number; its row is made, or its name brought up to date.
pub async fn upsert_group(c: &mut Connection, slug: &str, name: &str, now: i64) -> Result<i64> {
    query(
        "insert into \"group\" (slug, name, created_at) values ($1, $2, $3) \
         on conflict (slug) do update set name = excluded.name returning id",
    )
    .bind(slug)
    .bind(name)
    .bind(now)
    .one(c, |row| row.get("id"))
    .await
}

pub async fn upsert_campaign(
    c: &mut Connection,
    group: i64,
    definition: &Definition,
    imported: Option<&Imported>,
    now: i64,
) -> Result<i64> {
    let text = written(definition)?;
    let imported = imported.map(written).transpose()?;
    query(
        "insert into campaign (group_id, slug, status, default_language, time_zone, definition, imported_targets, \
         created_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $8) on conflict (slug) do update set status = excluded.status, \
         default_language = excluded.default_language, time_zone = excluded.time_zone, \
         definition = excluded.definition, imported_targets = excluded.imported_targets, changed_at = case when campaign.changed_at < excluded.changed_at \
         then excluded.changed_at else campaign.changed_at + 1 end returning id",
    )
    .bind(group)
    .bind(&definition.slug)
    .bind(definition.status.word())
    .bind(definition.default_language())
    .bind(&definition.time_zone)
    .bind(text)
    .bind(imported)
    .bind(now)
    .one(c, |row| row.get("id"))
    .await
}

pub struct ConsentWords<'a> {
    pub group: i64,
    pub campaign: i64,
    pub partner: &'a str,
    pub language: &'a str,
    pub version: &'a str,
    pub words: &'a str,
}

pub async fn keep_consent_words(c: &mut Connection, row: &ConsentWords<'_>, now: i64) -> Result<()> {
    query(
        "insert into consent_words (campaign_id, partner, language, version, group_id, words, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
    )
    .bind(row.campaign)
    .bind(row.partner)
    .bind(row.language)
    .bind(row.version)
    .bind(row.group)
    .bind(row.words)
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

pub async fn clear_pictures(c: &mut Connection, campaign: i64) -> Result<()> {
    query("delete from picture where campaign_id = $1").bind(campaign).run(c).await?;
    Ok(())
}

pub async fn add_picture(
    c: &mut Connection,
    group: i64,
    campaign: i64,
    file: &str,
    bytes: &[u8],
    size: (u32, u32),
) -> Result<()> {
    query("insert into picture (campaign_id, group_id, file, bytes, width, height) values ($1, $2, $3, $4, $5, $6)")
        .bind(campaign)
        .bind(group)
        .bind(file)
        .bind(bytes)
        .bind(i64::from(size.0))
        .bind(i64::from(size.1))
        .run(c)
        .await?;
    Ok(())
}
