//! The SQL of consents: who agreed to what, in which words.

use crate::people::Agreed;
use crate::signatures::Signature;
use broadside_db::{Connection, Insert, Kind, Result, query, query_composed};

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
        ("name", Kind::Text),
        ("agreed_at", Kind::I64),
    ],
    "",
);

/// What was agreed to, with a signature or later.
pub struct NewConsent<'a> {
    pub signature: &'a Signature,
    pub agreed: &'a Agreed,
    /// Of the words.
    pub language: &'a str,
    pub page: &'a str,
    /// When it was agreed to, where that was not with the sign-on.
    pub agreed_at: Option<i64>,
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
            new.language.into(),
            (&new.agreed.words_version).into(),
            new.page.into(),
            new.signature.source.clone().into(),
            new.now.into(),
            Some(new.agreed.name.clone()).filter(|name| !name.is_empty()).into(),
            new.agreed_at.into(),
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
    /// What the partner was called there, where that is known.
    pub name: Option<String>,
    pub words: String,
    /// When it was given; nothing while it waits to be.
    pub given_at: Option<i64>,
    /// The page on which it was given.
    pub page: String,
    /// When the partner first asked for a file with it.
    pub taken_at: Option<i64>,
    /// When it ended: by the signer, or with the partnership.
    pub withdrawn_at: Option<i64>,
    /// The letter that was signed with it.
    pub letter: i64,
}

/// The signatures of whoever stands behind one, by its number, throughout the campaign. In a mailbox people are told
/// apart by their names. Where a name was corrected under one letter alone, its place in the mailbox says whose it is,
/// unless either name stands beside the other under one letter.
const SAME_PERSON: &str = "select o.id from signature s join signature o on o.person_id = s.person_id \
     and o.campaign_id = s.campaign_id and (o.name_key = s.name_key or o.place = s.place \
     and o.letter_id <> s.letter_id and o.state <> 'withdrawn' and s.state <> 'withdrawn' \
     and not exists (select 1 from signature h where h.person_id = s.person_id and h.campaign_id = s.campaign_id \
     and h.state <> 'withdrawn' and (h.letter_id = o.letter_id and h.name_key = s.name_key \
     or h.letter_id = s.letter_id and h.name_key = o.name_key))) where s.id = $1 union select cast($1 as bigint)";

/// What a signer agreed to, under whichever letter of the campaign, ended ones among it, in the order it was given.
pub async fn consents_given(c: &mut Connection, signature: i64) -> Result<Vec<GivenConsent>> {
    let sql = format!(
        "select g.partner, g.name, w.words, g.given_at, g.page, g.withdrawn_at, own.letter_id, \
         (select min(l.at) from partner_line l where l.consent_id = g.id and l.change = 'given') as taken_at \
         from consent g join signature own on own.id = g.signature_id join consent_words w \
         on w.campaign_id = g.campaign_id and w.partner = g.partner and w.language = g.language \
         and w.version = g.words_version where g.signature_id in ({SAME_PERSON}) order by g.id"
    );
    query_composed(sql)
        .bind(signature)
        .all(c, |row| {
            Ok(GivenConsent {
                partner: row.get("partner")?,
                name: row.get("name")?,
                words: row.get("words")?,
                given_at: row.get("given_at")?,
                page: row.get("page")?,
                taken_at: row.get("taken_at")?,
                withdrawn_at: row.get("withdrawn_at")?,
                letter: row.get("letter_id")?,
            })
        })
        .await
}

/// Whether a signer's consent to a partner stands, given with this very signature.
pub async fn agrees(c: &mut Connection, signature: i64, partner: &str) -> Result<bool> {
    let found = query(
        "select id from consent where signature_id = $1 and partner = $2 and withdrawn_at is null limit 1",
    )
    .bind(signature)
    .bind(partner)
    .first(c, |row| row.get::<i64>("id"))
    .await?;
    Ok(found.is_some())
}

/// Ends what a signer agreed to with a partner, under every letter of the campaign; false where nothing is left to
/// end.
pub async fn end_consent(c: &mut Connection, signature: i64, partner: &str, now: i64) -> Result<bool> {
    let ended = query_composed(format!(
        "update consent set withdrawn_at = $3 where partner = $2 and withdrawn_at is null \
         and signature_id in ({SAME_PERSON})"
    ))
    .bind(signature)
    .bind(partner)
    .bind(now)
    .run(c)
    .await?;
    Ok(ended > 0)
}
