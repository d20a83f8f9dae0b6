//! The SQL of endorsements.

use super::{Asked, Endorsement, Said, State};
use crate::campaigns::endorsers::{Kind, Proof, Shown};
use crate::campaigns::store::{parsed, written};
use broadside_db::{Connection, Error, Query, Result, Row, decode_error, query, query_composed};
use broadside_logo::Logo;

pub struct New {
    pub group: i64,
    pub campaign: i64,
    pub letter: i64,
    pub language: String,
    /// Empty where an organiser enters it.
    pub address_key: Vec<u8>,
    pub email: String,
    pub said: Said,
    pub state: State,
    pub proof: Option<Proof>,
}

pub async fn add(c: &mut Connection, new: &New, now: i64) -> Result<i64> {
    query(
        "insert into endorsement (group_id, campaign_id, letter_id, language, address_key, email, name, role, \
         organisation, office, kind, website, domain, comment, logo_alt, state, proof, proved_at, seeks, \
         created_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, '', $15, \
         $16, $17, 0, $18, $18) returning id",
    )
    .bind(new.group)
    .bind(new.campaign)
    .bind(new.letter)
    .bind(new.language.as_str())
    .bind(new.address_key.as_slice())
    .bind(new.email.as_str())
    .bind(new.said.name.as_str())
    .bind(new.said.role.as_str())
    .bind(new.said.organisation.as_str())
    .bind(new.said.office.clone())
    .bind(new.said.kind.word())
    .bind(new.said.website.as_str())
    .bind(new.said.domain.as_str())
    .bind(new.said.comment.as_str())
    .bind(new.state.word())
    .bind(new.proof.map(|proof| proof.word().to_owned()))
    .bind(new.proof.map(|_| now))
    .bind(now)
    .one(c, |row| row.get("id"))
    .await
}

fn endorsement(row: &Row) -> Result<Endorsement> {
    let word = |column: &str| row.get::<String>(column);
    let proof = |column: &str| -> Result<Option<Proof>> {
        Ok(row.get::<Option<String>>(column)?.as_deref().and_then(Proof::parse))
    };
    let asked: (Option<String>, Option<Vec<u8>>) = (row.get("asked_email")?, row.get("asked_key")?);
    let asked_at: Option<i64> = row.get("asked_at")?;
    let shown: Option<Shown> = row.get::<Option<String>>("shown")?.as_deref().map(parsed).transpose()?;
    let unknown =
        |what: &str| Error::Other(decode_error(std::io::Error::other(format!("an endorsement’s {what}"))));
    Ok(Endorsement {
        id: row.get("id")?,
        group_id: row.get("group_id")?,
        campaign_id: row.get("campaign_id")?,
        letter_id: row.get("letter_id")?,
        language: row.get("language")?,
        address_key: row.get("address_key")?,
        email: row.get("email")?,
        asked: asked.0.zip(asked.1).zip(asked_at).map(|((email, address_key), at)| Asked {
            email,
            address_key,
            at,
        }),
        said: Said {
            name: row.get("name")?,
            role: row.get("role")?,
            organisation: row.get("organisation")?,
            office: row.get("office")?,
            kind: Kind::parse(&word("kind")?).ok_or_else(|| unknown("kind"))?,
            website: row.get("website")?,
            domain: row.get("domain")?,
            comment: row.get("comment")?,
        },
        logo: row.get("logo")?,
        logo_alt: row.get("logo_alt")?,
        state: State::parse(&word("state")?).ok_or_else(|| unknown("state"))?,
        proof: proof("proof")?,
        proved_at: row.get("proved_at")?,
        shown,
        reason: row.get("reason")?,
        sought: proof("sought")?,
        seek_at: row.get("seek_at")?,
        seeks: row.get("seeks")?,
        found: row.get("found")?,
        created_at: row.get("created_at")?,
        changed_at: row.get("changed_at")?,
    })
}

pub async fn by_id(c: &mut Connection, id: i64) -> Result<Option<Endorsement>> {
    found("e.id = $1").bind(id).first(c, endorsement).await
}

/// As `by_id`, where it belongs to a campaign.
pub async fn in_campaign(c: &mut Connection, campaign: i64, id: i64) -> Result<Option<Endorsement>> {
    found("e.id = $1 and e.campaign_id = $2").bind(id).bind(campaign).first(c, endorsement).await
}

/// Endorsements with the address that is asked for a proof.
fn found(condition: &str) -> Query {
    query_composed(format!(
        "select e.*, p.email as asked_email, p.address_key as asked_key, p.created_at as asked_at \
         from endorsement e left join endorsement_proof p on p.endorsement_id = e.id where {condition}"
    ))
}

/// A campaign's endorsements in a state, the oldest first where they wait, else the newest; behind one of them,
/// where it is named.
pub async fn in_state(
    c: &mut Connection,
    campaign: i64,
    state: State,
    behind: Option<i64>,
    most: i64,
) -> Result<Vec<Endorsement>> {
    let (order, further, from) =
        if state == State::Waiting { ("e.id", ">", 0) } else { ("e.id desc", "<", i64::MAX) };
    found(&format!("e.campaign_id = $1 and e.state = $2 and e.id {further} $3 order by {order} limit $4"))
        .bind(campaign)
        .bind(state.word())
        .bind(behind.unwrap_or(from))
        .bind(most)
        .all(c, endorsement)
        .await
}

/// Others of a letter that the page shows, by the domain they were proved at.
pub async fn shown_at(c: &mut Connection, letter: i64, domain: &str, but: i64) -> Result<Vec<Endorsement>> {
    found("e.letter_id = $1 and e.domain = $2 and e.shown is not null and e.id <> $3 order by e.id")
        .bind(letter)
        .bind(domain)
        .bind(but)
        .all(c, endorsement)
        .await
}

/// How many mails about endorsements went to an address since a time.
pub async fn mails_since(c: &mut Connection, address_key: &[u8], since: i64) -> Result<i64> {
    query("select count(*) as n from mail where address_key = $1 and created_at > $2 and endorsement_id is not null")
        .bind(address_key)
        .bind(since)
        .one(c, |row| row.get("n"))
        .await
}

/// Writes an endorsement as it is now to be, where it still is as it was read; answers whether it was.
pub async fn save(c: &mut Connection, one: &Endorsement, read_at: i64, now: i64) -> Result<bool> {
    let shown = one.shown.as_ref().map(written).transpose()?;
    let saved = query(
        "update endorsement set name = $2, role = $3, organisation = $4, office = $5, kind = $6, website = $7, \
         domain = $8, comment = $9, logo = $10, logo_alt = $11, state = $12, proof = $13, proved_at = $14, \
         shown = $15, reason = $16, sought = $17, found = $18, seek_at = $19, seeks = $20, \
         changed_at = case when changed_at < $22 then $22 else changed_at + 1 end \
         where id = $1 and changed_at = $21",
    )
    .bind(one.id)
    .bind(one.said.name.as_str())
    .bind(one.said.role.as_str())
    .bind(one.said.organisation.as_str())
    .bind(one.said.office.clone())
    .bind(one.said.kind.word())
    .bind(one.said.website.as_str())
    .bind(one.said.domain.as_str())
    .bind(one.said.comment.as_str())
    .bind(one.logo.clone())
    .bind(one.logo_alt.as_str())
    .bind(one.state.word())
    .bind(one.proof.map(|proof| proof.word().to_owned()))
    .bind(one.proved_at)
    .bind(shown)
    .bind(one.reason.clone())
    .bind(one.sought.map(|proof| proof.word().to_owned()))
    .bind(one.found.clone())
    .bind(one.seek_at.filter(|_| one.sought.is_some()))
    .bind(if one.sought.is_some() { one.seeks } else { 0 })
    .bind(read_at)
    .bind(now)
    .run(c)
    .await?;
    if saved == 0 {
        return Ok(false);
    }
    forget_logos(c, one).await?;
    query("delete from endorsement_proof where endorsement_id = $1").bind(one.id).run(c).await?;
    if let Some(asked) = &one.asked {
        query(
            "insert into endorsement_proof (endorsement_id, group_id, address_key, email, created_at) \
             values ($1, $2, $3, $4, $5)",
        )
        .bind(one.id)
        .bind(one.group_id)
        .bind(asked.address_key.as_slice())
        .bind(asked.email.as_str())
        .bind(asked.at)
        .run(c)
        .await?;
    }
    Ok(true)
}

/// The proof that has been due longest to be looked for.
pub async fn sought(c: &mut Connection, now: i64) -> Result<Option<Endorsement>> {
    found("e.sought is not null and e.seek_at <= $1 order by e.seek_at, e.id limit 1")
        .bind(now)
        .first(c, endorsement)
        .await
}

/// Deletes what nobody proved since before a time, and what went to prove it; forgets the officers of what was
/// over by then. Answers how many.
pub async fn lapse(c: &mut Connection, before: i64, most: i64) -> Result<u64> {
    let unproved = query(
        "select id from endorsement where state = 'unproved' and shown is null and changed_at < $1 order by id limit $2",
    )
    .bind(before)
    .bind(most)
    .all(c, |row| row.get::<i64>("id"))
    .await?;
    let mut gone = 0;
    for id in unproved {
        query("delete from endorsement_proof where endorsement_id = $1").bind(id).run(c).await?;
        query("delete from endorsement_logo where endorsement_id = $1").bind(id).run(c).await?;
        gone += query("delete from endorsement where id = $1").bind(id).run(c).await?;
    }
    gone += query("delete from endorsement_proof where created_at < $1").bind(before).run(c).await?;
    gone += query(
        "update endorsement set name = '', role = '', email = '', address_key = substr(address_key, 1, 0) \
         where id in (select id from endorsement where state in ('refused', 'ended') and shown is null \
         and email <> '' and changed_at < $1 order by id limit $2)",
    )
    .bind(before)
    .bind(most)
    .run(c)
    .await?;
    Ok(gone)
}

/// Keeps a logo of an endorsement; one that stands already stays.
pub async fn add_logo(c: &mut Connection, one: &Endorsement, logo: &Logo, now: i64) -> Result<()> {
    query(
        "insert into endorsement_logo (endorsement_id, digest, group_id, bytes, width, height, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
    )
    .bind(one.id)
    .bind(logo.digest.as_str())
    .bind(one.group_id)
    .bind(logo.png.as_slice())
    .bind(i64::from(logo.width))
    .bind(i64::from(logo.height))
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// Deletes the logos that neither stand on the page nor wait to.
async fn forget_logos(c: &mut Connection, one: &Endorsement) -> Result<()> {
    let shown = one.shown.as_ref().and_then(|shown| shown.logo.clone()).unwrap_or_default();
    query("delete from endorsement_logo where endorsement_id = $1 and digest <> $2 and digest <> $3")
        .bind(one.id)
        .bind(one.logo.clone().unwrap_or_default())
        .bind(shown)
        .run(c)
        .await?;
    Ok(())
}

pub async fn logo(c: &mut Connection, endorsement: i64, digest: &str) -> Result<Option<Vec<u8>>> {
    query("select bytes from endorsement_logo where endorsement_id = $1 and digest = $2")
        .bind(endorsement)
        .bind(digest)
        .first(c, |row| row.get("bytes"))
        .await
}
