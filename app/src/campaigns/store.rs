//! The SQL of campaigns, one function per question.

use super::definition::{ByLanguage, Definition, LetterText};
use super::merging::Imported;
use broadside_db::{Connection, Error, Result, Row, decode_error, query};
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
    Ok(Some(Stored {
        id,
        group_id,
        definition: parsed(&definition)?,
        letters,
        changed_at,
        pictures: pictures.into_iter().filter(|(_, size)| size.0 > 0 && size.1 > 0).collect(),
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
    /// Its targets as the files said them, where the desk has changed them since.
    pub imported_targets: Option<Imported>,
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
    Ok(Some(Whole { group, definition, imported_targets: imported.as_deref().map(parsed).transpose()? }))
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
    imported_targets: Option<&Imported>,
    now: i64,
) -> Result<i64> {
    let text = written(definition)?;
    let imported_targets = imported_targets.map(written).transpose()?;
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
    .bind(imported_targets)
    .bind(now)
    .one(c, |row| row.get("id"))
    .await
}

/// A letter's number and current version; nothing where it is new.
pub async fn letter(c: &mut Connection, campaign: i64, slug: &str) -> Result<Option<(i64, i64)>> {
    query("select id, version from letter where campaign_id = $1 and slug = $2")
        .bind(campaign)
        .bind(slug)
        .first(c, |row| Ok((row.get("id")?, row.get("version")?)))
        .await
}

/// A version's words, by language.
pub async fn letter_texts(c: &mut Connection, letter: i64, version: i64) -> Result<ByLanguage<LetterText>> {
    let texts = query(
        "select language, title, addressee, body, reason from letter_text where letter_id = $1 and version = $2",
    )
    .bind(letter)
    .bind(version)
    .all(c, |row| Ok((row.get("language")?, letter_text(row)?)));
    Ok(texts.await?.into_iter().collect())
}

fn letter_text(row: &Row) -> Result<LetterText> {
    Ok(LetterText {
        title: row.get("title")?,
        addressee: row.get("addressee")?,
        body: row.get("body")?,
        reason: row.get("reason")?,
    })
}

/// What a letter's row says.
pub struct LetterRow<'a> {
    pub group: i64,
    pub campaign: i64,
    pub slug: &'a str,
    pub is_open: bool,
    pub names_per_mailbox: i64,
    pub version: i64,
    pub position: i64,
}

pub async fn upsert_letter(c: &mut Connection, row: &LetterRow<'_>, now: i64) -> Result<i64> {
    query(
        "insert into letter (group_id, campaign_id, slug, status, names_per_mailbox, version, position, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (campaign_id, slug) do update set \
         status = excluded.status, names_per_mailbox = excluded.names_per_mailbox, version = excluded.version, \
         position = excluded.position returning id",
    )
    .bind(row.group)
    .bind(row.campaign)
    .bind(row.slug)
    .bind(if row.is_open { "open" } else { "closed" })
    .bind(row.names_per_mailbox)
    .bind(row.version)
    .bind(row.position)
    .bind(now)
    .one(c, |found| found.get("id"))
    .await
}

/// Letters that have names under them but stand in no file any more: they close, they never vanish.
pub async fn close_letters_except(c: &mut Connection, campaign: i64, kept: &[i64]) -> Result<()> {
    let all = query("select id from letter where campaign_id = $1")
        .bind(campaign)
        .all(c, |row| row.get::<i64>("id"))
        .await?;
    for id in all.into_iter().filter(|id| !kept.contains(id)) {
        query("update letter set status = 'closed' where id = $1").bind(id).run(c).await?;
    }
    Ok(())
}

pub struct LetterTextRow<'a> {
    pub group: i64,
    pub letter: i64,
    pub version: i64,
    pub language: &'a str,
    pub text: &'a LetterText,
    pub reason: &'a str,
}

/// Whether the reason was given for an earlier version.
pub async fn is_earlier_reason(c: &mut Connection, row: &LetterTextRow<'_>) -> Result<bool> {
    let found = query(
        "select 1 as one from letter_text where letter_id = $1 and language = $2 and version < $3 and reason = $4 \
         limit 1",
    )
    .bind(row.letter)
    .bind(row.language)
    .bind(row.version)
    .bind(row.reason)
    .first(c, |_| Ok(()))
    .await?;
    Ok(found.is_some())
}

/// Adds a version's words in a language; of words that stand already, the reason alone is changed.
pub async fn add_letter_text(c: &mut Connection, row: &LetterTextRow<'_>, now: i64) -> Result<()> {
    query(
        "insert into letter_text (letter_id, version, language, group_id, title, addressee, body, created_at, reason) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
         on conflict (letter_id, version, language) do update set reason = excluded.reason",
    )
    .bind(row.letter)
    .bind(row.version)
    .bind(row.language)
    .bind(row.group)
    .bind(&row.text.title)
    .bind(&row.text.addressee)
    .bind(&row.text.body)
    .bind(now)
    .bind(row.reason)
    .run(c)
    .await?;
    Ok(())
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
