//! The SQL of consents: who agreed to what, in which words.

use crate::people::Agreed;
use crate::signatures::Signature;
use broadside_db::{Connection, Result, query};

pub async fn add_consent(
    c: &mut Connection,
    signature: &Signature,
    person: i64,
    agreed: &Agreed,
    page: &str,
    now: i64,
) -> Result<()> {
    query(
        "insert into consent (group_id, campaign_id, person_id, signature_id, partner, language, words_version, \
         page, source, given_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(signature.group_id)
    .bind(signature.campaign_id)
    .bind(person)
    .bind(signature.id)
    .bind(&agreed.partner)
    .bind(&signature.language)
    .bind(&agreed.words_version)
    .bind(page)
    .bind(signature.source.clone())
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// The words of a consent as they stood in one version; nothing where they were never kept.
pub async fn words_of(
    c: &mut Connection,
    campaign: i64,
    language: &str,
    agreed: &Agreed,
) -> Result<Option<String>> {
    query(
        "select words from consent_words where campaign_id = $1 and partner = $2 and language = $3 and version = $4",
    )
    .bind(campaign)
    .bind(&agreed.partner)
    .bind(language)
    .bind(&agreed.words_version)
    .first(c, |row| row.get("words"))
    .await
}

/// Partners and the words a signer agreed to and has not taken back.
pub async fn consents_given(c: &mut Connection, signature: i64) -> Result<Vec<(String, String)>> {
    query(
        "select g.partner, w.words from consent g join consent_words w on w.campaign_id = g.campaign_id \
         and w.partner = g.partner and w.language = g.language and w.version = g.words_version \
         where g.signature_id = $1 and g.withdrawn_at is null order by g.id",
    )
    .bind(signature)
    .all(c, |row| Ok((row.get("partner")?, row.get("words")?)))
    .await
}
