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

/// A consent as its signer gave it.
pub struct GivenConsent {
    pub partner: String,
    pub words: String,
    /// When the signer ended it.
    pub withdrawn_at: Option<i64>,
}

/// What a signer agreed to, ended ones among it, in the order it was given.
pub async fn consents_given(c: &mut Connection, signature: i64) -> Result<Vec<GivenConsent>> {
    query(
        "select g.partner, w.words, g.withdrawn_at from consent g join consent_words w \
         on w.campaign_id = g.campaign_id and w.partner = g.partner and w.language = g.language \
         and w.version = g.words_version where g.signature_id = $1 order by g.id",
    )
    .bind(signature)
    .all(c, |row| {
        Ok(GivenConsent {
            partner: row.get("partner")?,
            words: row.get("words")?,
            withdrawn_at: row.get("withdrawn_at")?,
        })
    })
    .await
}

/// Ends what a signer agreed to with a partner; false where nothing is left to end.
pub async fn end_consent(c: &mut Connection, signature: i64, partner: &str, now: i64) -> Result<bool> {
    let ended = query(
        "update consent set withdrawn_at = $3 where signature_id = $1 and partner = $2 and withdrawn_at is null",
    )
    .bind(signature)
    .bind(partner)
    .bind(now)
    .run(c)
    .await?;
    Ok(ended > 0)
}
