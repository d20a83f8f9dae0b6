//! The SQL of the statements that are kept in rows: what every page shows of them.

use crate::campaigns::definition::StatementKind;
use crate::campaigns::record::{ByLink, Kept};
use broadside_db::{Connection, Error, Query, Result, Row, decode_error, query, query_composed};

/// The statements of a campaign, the oldest first.
pub async fn statements(c: &mut Connection, campaign: i64) -> Result<Vec<Kept>> {
    found("campaign_id = $1").bind(campaign).all(c, statement).await
}

/// The replies in the campaign of a letter, the oldest first.
pub async fn replies_beside(c: &mut Connection, letter: i64) -> Result<Vec<Kept>> {
    found("kind = 'replied' and campaign_id = (select l.campaign_id from letter l where l.id = $1)")
        .bind(letter)
        .all(c, statement)
        .await
}

pub async fn statement_in(c: &mut Connection, campaign: i64, id: i64) -> Result<Option<Kept>> {
    found("campaign_id = $1 and id = $2").bind(campaign).bind(id).first(c, statement).await
}

fn found(condition: &str) -> Query {
    query_composed(format!(
        "select id, kind, whom, on_day, how, words, language, source_name, source_url, answers, asked_words, \
         asked_language, speaker, link_id, link_domain, link_sent_at, hidden, created_at, changed_at from statement \
         where {condition} order by id"
    ))
}

fn statement(row: &Row) -> Result<Kept> {
    let by_link = row.get::<Option<i64>>("link_id")?.is_some();
    let (domain, sent_at) =
        (row.get::<Option<String>>("link_domain")?, row.get::<Option<i64>>("link_sent_at")?);
    let created_at = row.get("created_at")?;
    let unknown = || Error::Other(decode_error(std::io::Error::other("a statement’s kind")));
    Ok(Kept {
        id: row.get("id")?,
        kind: StatementKind::parse(&row.get::<String>("kind")?).ok_or_else(unknown)?,
        whom: row.get("whom")?,
        on: row.get("on_day")?,
        how: row.get("how")?,
        words: row.get("words")?,
        language: row.get("language")?,
        source_name: row.get("source_name")?,
        source_url: row.get("source_url")?,
        answers: row.get("answers")?,
        asked_words: row.get("asked_words")?,
        asked_language: row.get("asked_language")?,
        speaker: row.get("speaker")?,
        by_link: by_link.then(|| ByLink { mailed: domain.zip(sent_at), came_at: created_at }),
        hidden: row.get("hidden")?,
        created_at,
        changed_at: row.get("changed_at")?,
    })
}

/// Whether a private link was sent for a campaign that can still be used, or a reply came by one: from then on
/// replies stand as it was promised.
pub async fn has_private_links(c: &mut Connection, slug: &str) -> Result<bool> {
    let found = query(
        "select c.id from campaign c where c.slug = $1 and (exists (select 1 from statement_link l \
         where l.campaign_id = c.id and l.ended_at is null) or exists (select 1 from statement s where s.campaign_id = c.id \
         and s.link_id is not null))",
    );
    Ok(found.bind(slug).first(c, |row| row.get::<i64>("id")).await?.is_some())
}
