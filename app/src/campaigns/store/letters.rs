//! The SQL of a campaign's letters and their words.

use crate::campaigns::definition::{ByLanguage, LetterText};
use broadside_db::{Connection, Result, Row, query};

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

pub(super) fn letter_text(row: &Row) -> Result<LetterText> {
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
