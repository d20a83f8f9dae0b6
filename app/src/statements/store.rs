//! The SQL of statements: what the desk enters, the private links, the replies behind them, and the facts that the
//! timeline is made of.

use super::Sent;
use super::form::Said;
use broadside_db::{Connection, Query, Result, Row, query, query_composed};

/// Whose statement it is, and by which link it came.
pub struct Place {
    pub group: i64,
    pub campaign: i64,
    pub link: Option<i64>,
    /// The question as it was when the link was sent, and its language.
    pub asked_words: String,
    pub asked_language: String,
    pub speaker: String,
    /// The domain of the address that the link was mailed to, and when.
    pub mailed: Option<(String, i64)>,
}

pub async fn add(c: &mut Connection, place: &Place, said: &Said, now: i64) -> Result<i64> {
    query(
        "insert into statement (group_id, campaign_id, kind, whom, on_day, how, words, language, source_name, \
         source_url, answers, asked_words, speaker, link_id, created_at, changed_at, asked_language, link_domain, \
         link_sent_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $16, $17, $18) \
         returning id",
    )
    .bind(place.group)
    .bind(place.campaign)
    .bind(said.kind.word())
    .bind(said.whom.as_str())
    .bind(said.on.as_str())
    .bind(said.how.as_str())
    .bind(said.words.as_str())
    .bind(said.language.as_str())
    .bind(said.source_name.as_str())
    .bind(said.source_url.as_str())
    .bind(said.answers.as_str())
    .bind(place.asked_words.as_str())
    .bind(place.speaker.as_str())
    .bind(place.link)
    .bind(now)
    .bind(place.asked_language.as_str())
    .bind(place.mailed.as_ref().map(|(domain, _)| domain.clone()))
    .bind(place.mailed.as_ref().map(|(_, at)| *at))
    .one(c, |row| row.get("id"))
    .await
}

/// Corrects what was entered at the desk, where it still is as it was read; a reply that came by a link is never
/// corrected.
pub async fn correct(c: &mut Connection, id: i64, said: &Said, read_at: i64, now: i64) -> Result<bool> {
    let saved = query(
        "update statement set kind = $2, whom = $3, on_day = $4, how = $5, words = $6, language = $7, \
         source_name = $8, source_url = $9, answers = $10, \
         changed_at = case when changed_at < $12 then $12 else changed_at + 1 end \
         where id = $1 and changed_at = $11 and link_id is null",
    )
    .bind(id)
    .bind(said.kind.word())
    .bind(said.whom.as_str())
    .bind(said.on.as_str())
    .bind(said.how.as_str())
    .bind(said.words.as_str())
    .bind(said.language.as_str())
    .bind(said.source_name.as_str())
    .bind(said.source_url.as_str())
    .bind(said.answers.as_str())
    .bind(read_at)
    .bind(now)
    .run(c)
    .await?;
    Ok(saved > 0)
}

/// Removes what was entered at the desk, where it still is as it was read.
pub async fn remove(c: &mut Connection, id: i64, read_at: i64) -> Result<bool> {
    let removed = query("delete from statement where id = $1 and changed_at = $2 and link_id is null");
    Ok(removed.bind(id).bind(read_at).run(c).await? > 0)
}

/// Hides a reply that came by a link, with the reason that everybody reads; shows it again without one.
pub async fn set_hidden(
    c: &mut Connection,
    id: i64,
    why: Option<String>,
    read_at: i64,
    now: i64,
) -> Result<bool> {
    let saved = query(
        "update statement set hidden = $2, \
         changed_at = case when changed_at < $4 then $4 else changed_at + 1 end \
         where id = $1 and changed_at = $3 and link_id is not null",
    )
    .bind(id)
    .bind(why)
    .bind(read_at)
    .bind(now)
    .run(c)
    .await?;
    Ok(saved > 0)
}

/// Holds a link’s row until the transaction ends, so that whoever else replies by it waits for their turn and sees what
/// came before; false where it has ended or is gone.
pub async fn wait_for_turn(c: &mut Connection, link: i64) -> Result<bool> {
    let held = query("update statement_link set created_at = created_at where id = $1 and ended_at is null");
    Ok(held.bind(link).run(c).await? > 0)
}

/// The same for whoever sends a link: how many an address got is counted one after the other.
pub async fn wait_to_send(c: &mut Connection) -> Result<()> {
    query("update instance set demo = demo where id = 1").run(c).await?;
    Ok(())
}

/// Ends a link before its time; false where it has ended or is another campaign’s.
pub async fn end_link(c: &mut Connection, campaign: i64, link: i64, now: i64) -> Result<bool> {
    let ended = query(
        "update statement_link set ended_at = $3 where campaign_id = $1 and id = $2 and ended_at is null",
    );
    Ok(ended.bind(campaign).bind(link).bind(now).run(c).await? > 0)
}

pub async fn add_link(c: &mut Connection, sent: &Sent, now: i64) -> Result<i64> {
    query(
        "insert into statement_link (group_id, campaign_id, asked, whom, words, language, address_key, email, \
         created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id",
    )
    .bind(sent.group_id)
    .bind(sent.campaign_id)
    .bind(sent.asked.as_str())
    .bind(sent.whom.as_str())
    .bind(sent.words.as_str())
    .bind(sent.language.as_str())
    .bind(sent.address_key.as_slice())
    .bind(sent.email.as_str())
    .bind(now)
    .one(c, |row| row.get("id"))
    .await
}

fn links(condition: &str) -> Query {
    query_composed(format!(
        "select id, group_id, campaign_id, asked, whom, words, language, address_key, email, created_at, ended_at \
         from statement_link where {condition} order by id"
    ))
}

fn sent(row: &Row) -> Result<Sent> {
    Ok(Sent {
        id: row.get("id")?,
        group_id: row.get("group_id")?,
        campaign_id: row.get("campaign_id")?,
        asked: row.get("asked")?,
        whom: row.get("whom")?,
        words: row.get("words")?,
        language: row.get("language")?,
        address_key: row.get("address_key")?,
        email: row.get("email")?,
        created_at: row.get("created_at")?,
        ended_at: row.get("ended_at")?,
    })
}

pub async fn link(c: &mut Connection, id: i64) -> Result<Option<Sent>> {
    links("id = $1").bind(id).first(c, sent).await
}

/// The links that were sent for a question, the oldest first.
pub async fn links_for(c: &mut Connection, campaign: i64, asked: &str) -> Result<Vec<Sent>> {
    links("campaign_id = $1 and asked = $2").bind(campaign).bind(asked).all(c, sent).await
}

/// The link by which a reply came, where it is not forgotten.
pub async fn link_of(c: &mut Connection, reply: i64) -> Result<Option<Sent>> {
    links("id = (select link_id from statement where id = $1)").bind(reply).first(c, sent).await
}

/// How many links a campaign sent since a time.
pub async fn campaign_links_since(c: &mut Connection, campaign: i64, since: i64) -> Result<i64> {
    query("select count(*) as n from statement_link where campaign_id = $1 and created_at > $2")
        .bind(campaign)
        .bind(since)
        .one(c, |row| row.get("n"))
        .await
}

/// How many links an address got since a time.
pub async fn links_since(c: &mut Connection, address_key: &[u8], since: i64) -> Result<i64> {
    query("select count(*) as n from statement_link where address_key = $1 and created_at > $2")
        .bind(address_key)
        .bind(since)
        .one(c, |row| row.get("n"))
        .await
}

/// Numbers of the replies that came by a link, the oldest first.
pub async fn replies_by(c: &mut Connection, link: i64) -> Result<Vec<i64>> {
    query("select id from statement where link_id = $1 order by id")
        .bind(link)
        .all(c, |row| row.get("id"))
        .await
}

/// Forgets to whom links went that were made before a time. Answers how many.
pub async fn forget_links(c: &mut Connection, before: i64, most: i64) -> Result<u64> {
    query(
        "delete from statement_link where id in \
         (select id from statement_link where created_at < $1 order by id limit $2)",
    )
    .bind(before)
    .bind(most)
    .run(c)
    .await
}

/// When each version of a campaign's letters was made: the letter's number, the version, microseconds UTC.
pub async fn versions(c: &mut Connection, campaign: i64) -> Result<Vec<(i64, i64, i64)>> {
    query(
        "select t.letter_id, t.version, min(t.created_at) as made from letter_text t \
         join letter l on l.id = t.letter_id where l.campaign_id = $1 \
         group by t.letter_id, t.version order by made, t.letter_id",
    )
    .bind(campaign)
    .all(c, |row| Ok((row.get("letter_id")?, row.get("version")?, row.get("made")?)))
    .await
}

/// The quarter by whose end so many people had confirmed in a campaign. `doctor` holds these sums against the
/// signatures.
pub async fn reached(c: &mut Connection, campaign: i64, signatures: i64) -> Result<Option<i64>> {
    query(
        "select min(quarter) as quarter from (select quarter, cast(sum(sum(confirmations)) \
         over (order by quarter) as bigint) as total from quarter_tally where campaign_id = $1 group by quarter) \
         as sums where total >= $2",
    )
    .bind(campaign)
    .bind(signatures)
    .one(c, |row| row.get("quarter"))
    .await
}
