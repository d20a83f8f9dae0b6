//! The SQL of consents: who agreed to what, in which words.

use crate::people::Agreed;
use crate::signatures::Signature;
use broadside_db::{Connection, Insert, Kind, Result, query};

static CONSENT: Insert = Insert::new(
    "consent",
    &[
        ("group_id", Kind::I64),
        ("campaign_id", Kind::I64),
        ("person_id", Kind::I64),
        ("signature_id", Kind::I64),
        ("partner", Kind::Text),
        ("language", Kind::Text),
        ("words_version", Kind::Text),
        ("page", Kind::Text),
        ("source", Kind::Text),
        ("given_at", Kind::I64),
    ],
    "",
);

/// What was agreed to with a signature, and on which page.
pub struct NewConsent<'a> {
    pub signature: &'a Signature,
    pub agreed: &'a Agreed,
    pub page: &'a str,
    pub now: i64,
}

pub async fn add_consents(c: &mut Connection, new: &[NewConsent<'_>]) -> Result<()> {
    let row = |new: &NewConsent<'_>| {
        vec![
            new.signature.group_id.into(),
            new.signature.campaign_id.into(),
            new.signature.person_id.into(),
            new.signature.id.into(),
            (&new.agreed.partner).into(),
            (&new.signature.language).into(),
            (&new.agreed.words_version).into(),
            new.page.into(),
            new.signature.source.clone().into(),
            new.now.into(),
        ]
    };
    CONSENT.rows(c, new.iter().map(row).collect()).await
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
    /// When it was given; nothing while it waits to be.
    pub given_at: Option<i64>,
    /// The page on which it was given.
    pub page: String,
    /// When the partner first took it away in a file.
    pub taken_at: Option<i64>,
    /// When it ended: by the signer, or with the partnership.
    pub withdrawn_at: Option<i64>,
}

/// What a signer agreed to, ended ones among it, in the order it was given.
pub async fn consents_given(c: &mut Connection, signature: i64) -> Result<Vec<GivenConsent>> {
    query(
        "select g.partner, w.words, g.given_at, g.page, g.withdrawn_at, \
         (select min(l.at) from partner_line l where l.consent_id = g.id and l.change = 'given') as taken_at \
         from consent g join consent_words w \
         on w.campaign_id = g.campaign_id and w.partner = g.partner and w.language = g.language \
         and w.version = g.words_version where g.signature_id = $1 order by g.id",
    )
    .bind(signature)
    .all(c, |row| {
        Ok(GivenConsent {
            partner: row.get("partner")?,
            words: row.get("words")?,
            given_at: row.get("given_at")?,
            page: row.get("page")?,
            taken_at: row.get("taken_at")?,
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
